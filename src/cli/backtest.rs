//! `pulih backtest`: forecasts 2021-22 from 2020 and scores them.

use super::Outcome;
use super::arguments::BacktestArguments;
use super::places::{earlier_text, make_folder, refusal};
use crate::backtest::{self, BacktestReport, log};
use crate::data::{SectorScheme, tables};
use crate::report::{replace_file, write_backtest};
use crate::scenario::Refusal;
use std::path::Path;

/// Runs the back-test and prints its table, or JSON.
#[must_use]
pub fn execute(arguments: &BacktestArguments) -> Outcome {
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("backtest: {step}");
        }
    };
    if let Err(refusal) = check_places(arguments) {
        return refusal.into();
    }
    let report = backtest::of_model(tables(SectorScheme::Io30), &tell);
    if let Some(out) = &arguments.out
        && let Err(error) = write_backtest(&report, out)
    {
        return Outcome::Failed(error.to_string());
    }
    if let Some(path) = &arguments.log
        && let Err(error) = append(path, &report)
    {
        return Outcome::Failed(error);
    }
    if arguments.json {
        Outcome::Done(format!("{:#}\n", backtest::json(&report)))
    } else {
        Outcome::Done(backtest::text(&report))
    }
}

/// Whether all that is asked for can be written.
fn check_places(arguments: &BacktestArguments) -> Result<(), Refusal> {
    let log = arguments.log.as_deref();
    log.map_or(Ok(String::new()), earlier_scores)?;
    if let Some(out) = &arguments.out {
        make_folder("--out", out)?;
    }
    if let Some(path) = log {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        make_folder("--log", folder.unwrap_or(Path::new(".")))?;
    }
    Ok(())
}

/// What the log holds already.
fn earlier_scores(path: &Path) -> Result<String, Refusal> {
    let earlier = earlier_text("--log", path)?;
    if earlier.is_empty() || log::HEADER.lines().eq(earlier.lines().take(2)) {
        return Ok(earlier);
    }
    let found = "a file that is no log of scores of this version";
    let allowed = "a log of scores, there or to be made";
    Err(refusal("--log", path, found, allowed))
}

/// Adds the line of a report to the log, which may have grown since the fit began.
fn append(path: &Path, report: &BacktestReport) -> Result<(), String> {
    let earlier = earlier_scores(path).map_err(|refusal| refusal.to_string())?;
    replace_file(path, log::appended(&earlier, report).as_bytes())
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
