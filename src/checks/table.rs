//! The checks for a terminal.

use super::{Check, ChecksReport, Group, Verdict};
use crate::prose::lines;
use std::fmt::Write;

/// Columns of the table; all together stay below 100.
const NAME: usize = 53;
const NUMBER: usize = 7;
/// Most characters of a line of reasons.
const LINE: usize = 90;

/// A line a check under the title of its group, with the reason of each that did not pass; then
/// the rules.
#[must_use]
pub fn text(report: &ChecksReport) -> String {
    let mut text = format!(
        "Checks on outcomes that nothing was fitted to: {} draws at {} rows, median and 90% range.\n",
        report.plan.seeds, report.plan.enterprises
    );
    let mut group: Option<Group> = None;
    for check in &report.checks {
        if group != Some(check.group) {
            group = Some(check.group);
            head(&mut text, check.group);
        }
        line(&mut text, check);
    }
    let count = |verdict| report.count(verdict);
    let (inside, ranges) = report.medians_inside();
    let _ = writeln!(
        text,
        "\n{} pass, {} of them (*) only within the observation error of the data, {} between versions\n\
         of the model. {} miss, {} not comparable. Rules and sources: --json.\n\
         The rule lets a wide range pass more easily than a narrow one; held strictly, {inside} of the\n\
         {ranges} medians beside a range of data lie in it.",
        count(Verdict::Pass),
        report.weak_passes(),
        report.passes_of_versions(),
        count(Verdict::Miss),
        count(Verdict::NotComparable)
    );
    text
}

fn head(text: &mut String, group: Group) {
    let title: String = group.title().chars().take(NAME).collect();
    let columns = ["median", "5%", "95%", "data", "to"].map(|name| format!("{name:>NUMBER$}"));
    let _ = writeln!(text, "\n{title:<NAME$}{}", columns.concat());
}

fn line(text: &mut String, check: &Check) {
    let unit = if check.unit.is_empty() {
        String::new()
    } else {
        format!(", {}", check.unit)
    };
    let name: String = format!("{}{unit}", check.name).chars().take(NAME).collect();
    let model = check.model;
    let data = check.data.as_ref();
    let same = data.is_some_and(|figure| figure.low == figure.high);
    let numbers = [
        model.map(|spread| spread.median),
        model.map(|spread| spread.p5),
        model.map(|spread| spread.p95),
        data.map(|figure| figure.low),
        data.filter(|_| !same).map(|figure| figure.high),
    ];
    let numbers: String = numbers.into_iter().map(number).collect();
    let word = match check.verdict {
        Verdict::Pass if check.is_weak_pass() => "pass*",
        Verdict::Pass => "pass",
        Verdict::Miss => "MISS",
        Verdict::NotComparable => "-",
    };
    let _ = writeln!(text, "{name:<NAME$}{numbers}  {word}");
    if check.verdict == Verdict::Pass {
        return;
    }
    for part in lines(&check.reason, LINE) {
        let _ = writeln!(text, "    {part}");
    }
}

fn number(value: Option<f64>) -> String {
    let Some(value) = value else {
        return " ".repeat(NUMBER);
    };
    let decimals = if value.abs() < 9.995 { 2 } else { 1 };
    // Minus zero is zero.
    let shown = format!("{value:.decimals$}");
    let shown = if shown == "-0.00" { "0.00" } else { &shown };
    format!("{shown:>NUMBER$}")
}
