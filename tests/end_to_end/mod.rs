//! The program from end to end: words in, exit code and files out.

mod back_test;
mod checks;
mod commands;
mod folders;
mod interrupt;
mod interval;
mod sensitivity;

use crate::support::binary::word;
use std::path::Path;

/// A small run with a programme against its counterfactual: two seeds, so that there is an
/// interval, and long enough for contracts to deliver; 4,500 rows are the smallest round number
/// above one row a cell.
fn small_run(out: &Path) -> Vec<String> {
    [
        "run",
        "test_programme",
        "--against",
        "test_small",
        "--enterprises",
        "4500",
        "--seeds",
        "2",
        "--weeks",
        "70",
        "--out",
        word(out),
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The words with some more.
fn with<'a>(words: &'a [String], more: &[&'a str]) -> Vec<&'a str> {
    words
        .iter()
        .map(String::as_str)
        .chain(more.iter().copied())
        .collect()
}

/// What `run.json` of a folder says.
fn stamp(folder: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(folder.join("run.json")).expect("a folder has its stamp");
    serde_json::from_str(&text).expect("the stamp is JSON")
}
