//! The log of every score: a line for each state of priors, data, posterior and scores.

use super::{BacktestReport, Cell, MAIN_ORIGIN, Mode, Rule, Score};
use crate::calibration::files::POSTERIOR;
use crate::calibration::priors::Priors;
use crate::data::hash;
use std::fmt::Write;

/// Digits of hashes in the log.
const HASH_DIGITS: usize = 12;

/// First lines of the log.
pub const HEADER: &str = "# Every score of the back-test that was ever computed, oldest first: root mean squared errors of growth (points) at origin 2020Q4 and the bars met. Appended by `pulih backtest --log`\nprogram,priors,data,posterior,gdp_2021,gdp_2021_22,gdp_2021_22_combination,gva_2021_22_combination,gdp_2021_22_held,gdp_2021_22_decaying,bars_met,bars\n";

/// The line of a report.
#[must_use]
pub fn line(report: &BacktestReport) -> String {
    let short = |hash: String| hash[..HASH_DIGITS].to_owned();
    let posterior = blake3::hash(POSTERIOR.text.as_bytes()).to_hex().to_string();
    let score = |series: &str, mode: Mode, rule: Rule, of: fn(Score) -> f64| {
        let cell: Option<&Cell> = report.cell(series, MAIN_ORIGIN, mode);
        let score = cell.and_then(|cell| cell.score(rule));
        score.map_or(String::new(), |score| format!("{:.3}", of(score)))
    };
    let near: fn(Score) -> f64 = |score| score.h1_4.rmse;
    let whole: fn(Score) -> f64 = |score| score.h1_8.rmse;
    let main = Mode::ObservedMobility;
    let met = report.bars.iter().filter(|bar| bar.met);
    let met: Vec<&str> = met.map(|bar| bar.bar).collect();
    let columns = [
        env!("CARGO_PKG_VERSION").to_owned(),
        short(Priors::hash()),
        short(hash()),
        short(posterior),
        score("GDP", main, Rule::Model, near),
        score("GDP", main, Rule::Model, whole),
        score("GDP", main, Rule::Combination, whole),
        score("GVA", main, Rule::Combination, whole),
        score("GDP", Mode::MobilityHeld, Rule::Model, whole),
        score("GDP", Mode::MobilityDecaying, Rule::Model, whole),
        met.join(" "),
        report.bars.len().to_string(),
    ];
    let mut line = columns.join(",");
    writeln!(line).expect("a string takes all text");
    line
}

/// The log with the line of a report, if it is not the last one already.
#[must_use]
pub fn appended(log: &str, report: &BacktestReport) -> String {
    let line = line(report);
    let mut log = if log.is_empty() {
        HEADER.to_owned()
    } else {
        log.to_owned()
    };
    if !log.ends_with('\n') {
        log.push('\n');
    }
    if !log.ends_with(&line) {
        log.push_str(&line);
    }
    log
}
