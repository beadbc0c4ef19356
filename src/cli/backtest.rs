//! `pulih backtest`: forecasts 2021-22 from 2020 and scores them.

use super::Outcome;
use super::arguments::BacktestArguments;
use crate::backtest::{self, BacktestReport, log};
use crate::data::{SectorScheme, tables};
use crate::report::replace_file;
use std::io::ErrorKind;
use std::path::Path;
use std::{fs, io};

/// Runs the back-test and prints its table, or JSON.
#[must_use]
pub fn execute(arguments: &BacktestArguments) -> Outcome {
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("backtest: {step}");
        }
    };
    let report = backtest::of_model(tables(SectorScheme::Io30), &tell);
    let table = backtest::text(&report);
    let mut json =
        serde_json::to_string_pretty(&backtest::json(&report)).expect("a report is text as JSON");
    json.push('\n');
    let written = write_files(arguments.out.as_deref(), &table, &json)
        .and_then(|()| append(arguments.log.as_deref(), &report));
    match written {
        Err(why) => Outcome::Failed(why),
        Ok(()) if arguments.json => Outcome::Done(json),
        Ok(()) => Outcome::Done(table),
    }
}

fn write_files(out: Option<&Path>, table: &str, json: &str) -> Result<(), String> {
    let Some(out) = out else { return Ok(()) };
    let failed = |error: io::Error| format!("{} cannot be written: {error}", out.display());
    fs::create_dir_all(out).map_err(failed)?;
    replace_file(&out.join("backtest.txt"), table.as_bytes()).map_err(failed)?;
    replace_file(&out.join("backtest.json"), json.as_bytes()).map_err(failed)
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
