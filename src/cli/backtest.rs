//! `pulih backtest`: forecasts 2021-22 from 2020 and scores them.

use super::Outcome;
use super::arguments::BacktestArguments;
use crate::backtest::{self, BacktestReport, log};
use crate::data::{SectorScheme, tables};
use crate::report::{replace_file, write_backtest};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Runs the back-test and prints its table, or JSON.
#[must_use]
pub fn execute(arguments: &BacktestArguments) -> Outcome {
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("backtest: {step}");
        }
    };
    let report = backtest::of_model(tables(SectorScheme::Io30), &tell);
    if let Some(out) = &arguments.out
        && let Err(error) = write_backtest(&report, out)
    {
        return Outcome::Failed(error.to_string());
    }
    match append(arguments.log.as_deref(), &report) {
        Err(why) => Outcome::Failed(why),
        Ok(()) if arguments.json => Outcome::Done(format!("{:#}\n", backtest::json(&report))),
        Ok(()) => Outcome::Done(backtest::text(&report)),
    }
}

fn append(path: Option<&Path>, report: &BacktestReport) -> Result<(), String> {
    let Some(path) = path else { return Ok(()) };
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(format!("{} cannot be read: {error}", path.display())),
    };
    replace_file(path, log::appended(&before, report).as_bytes())
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
