//! `pulih backtest`: forecasts 2021-22 from 2020 and scores them.

use super::Outcome;
use super::arguments::BacktestArguments;
use super::places::{earlier_text, make_folder, refusal};
use crate::backtest::{self, log};
use crate::data::{SectorScheme, tables};
use crate::report::{replace_file, write_backtest};
use crate::scenario::Refusal;

/// Runs the back-test and prints its table, or JSON.
#[must_use]
pub fn execute(arguments: &BacktestArguments) -> Outcome {
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("backtest: {step}");
        }
    };
    let earlier = match earlier_scores(arguments) {
        Ok(earlier) => earlier,
        Err(refusal) => return refusal.into(),
    };
    let report = backtest::of_model(tables(SectorScheme::Io30), &tell);
    if let Some(out) = &arguments.out
        && let Err(error) = write_backtest(&report, out)
    {
        return Outcome::Failed(error.to_string());
    }
    if let Some(path) = &arguments.log
        && let Err(error) = replace_file(path, log::appended(&earlier, &report).as_bytes())
    {
        return Outcome::Failed(format!("{} cannot be written: {error}", path.display()));
    }
    if arguments.json {
        Outcome::Done(format!("{:#}\n", backtest::json(&report)))
    } else {
        Outcome::Done(backtest::text(&report))
    }
}

/// What the log holds already, once it is known that all that is asked for can be written.
fn earlier_scores(arguments: &BacktestArguments) -> Result<String, Refusal> {
    let Some(path) = &arguments.log else {
        return make_out(arguments).map(|()| String::new());
    };
    let earlier = earlier_text("--log", path)?;
    if !earlier.is_empty() && !earlier.starts_with(log::HEADER) {
        let found = "a file that is no log of scores";
        let allowed = "a log of scores, or a file that is not there yet";
        return Err(refusal("--log", path, &found, allowed));
    }
    make_out(arguments).map(|()| earlier)
}

fn make_out(arguments: &BacktestArguments) -> Result<(), Refusal> {
    let out = arguments.out.as_deref();
    out.map_or(Ok(()), |out| make_folder("--out", out))
}
