//! `pulih data`.

use super::Outcome;
use crate::data;
use crate::scenario::{nearest, quote};
use std::fmt::Write as _;

/// Lists the embedded tables, or prints one.
pub(crate) fn execute(table: Option<&str>) -> Outcome {
    match table {
        None => Outcome::Done(list()),
        Some(name) => print(name),
    }
}

fn list() -> String {
    let tables = data::listing();
    let widest = tables
        .iter()
        .map(|table| table.name.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for table in &tables {
        let about = table.header.first().map_or("", String::as_str);
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{:widest$}  {:>5} rows  {}",
            table.name, table.lines, about
        );
    }
    let _ = writeln!(text, "{} tables, blake3 {}", tables.len(), data::hash());
    text
}

fn print(name: &str) -> Outcome {
    if let Some(file) = data::find(name) {
        return Outcome::Done(file.text.to_owned());
    }
    let tables = data::listing();
    let last_part = |table: &data::TableInfo| table.name.rsplit('/').next().map(str::to_owned);
    let mut names: Vec<String> = tables.iter().filter_map(last_part).collect();
    names.extend(tables.iter().map(|table| table.name.clone()));
    let names = names.iter().map(String::as_str);
    let mut why = format!(
        "pulih data {name}\n  found {}: no table has this name\n  allowed: one of {} names (pulih data)",
        quote(name),
        tables.len()
    );
    if let Some(nearest) = nearest(name, names) {
        let _ = write!(why, "; nearest: \"{nearest}\"");
    }
    Outcome::Refused(why)
}
