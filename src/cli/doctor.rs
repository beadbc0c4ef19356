//! `pulih doctor`: is the economy of week 0 exact?

use super::Outcome;
use crate::data::{SectorScheme, tables};
use crate::economy::{BuildPlan, Economy};
use std::fmt::Write;

/// Rows of the default experiment.
const ROWS: usize = 20_000;

/// Builds the economy of the default experiment and prints every check; fails when one fails.
#[must_use]
pub fn execute() -> Outcome {
    let plan = BuildPlan::new(ROWS, 1);
    let economy = Economy::build(tables(SectorScheme::Io30), &plan);
    let mut text = String::new();
    let mut passed = true;
    for check in economy.doctor() {
        passed &= check.passed();
        let word = if check.passed() { "ok  " } else { "FAIL" };
        let line = format!(
            "{word} {:<56} worst {:.1e} (allowed {:.0e})  {}",
            check.name, check.worst, check.tolerance, check.place
        );
        writeln!(text, "{}", line.trim_end()).expect("a string takes all text");
    }
    let links = economy.links.supplier.len();
    let real = economy.real_enterprises;
    let cooperatives = economy.cooperatives.len();
    let facts = format!(
        "{} rows for {real} real enterprises, {cooperatives} rows of cooperatives, {links} links, {:.1} a row",
        economy.families,
        links as f64 / economy.families as f64
    );
    writeln!(text, "{facts}").expect("a string takes all text");
    if passed {
        Outcome::Done(text)
    } else {
        Outcome::Failed(text)
    }
}
