//! The report for a terminal.

use super::bars::Comparison;
use super::scores::{Cell, Errors, Rule, Score};
use super::{BacktestReport, MAIN_ORIGIN, Mode, Naive, ORIGINS, sentences};
use crate::data::date::format_iso;
use crate::observed::SeriesKind;
use crate::prose::{lines, wrapped};
use crate::record::Quarter;
use std::fmt::Write;

/// Columns of labels and of numbers.
const LABEL: usize = 32;
const NUMBER: usize = 7;
/// Most characters of a line of text.
const LINE: usize = 90;
/// Rules in the order of the columns, with their heads.
const COLUMNS: [(Rule, &str); 8] = [
    (Rule::Model, "model"),
    (Rule::Naive(Naive::FixedGap), "fixed"),
    (Rule::Naive(Naive::HalfLife), "half"),
    (Rule::Naive(Naive::Ar1), "AR(1)"),
    (Rule::Naive(Naive::Ar1Before2020), "AR19"),
    (Rule::Naive(Naive::Mean), "mean"),
    (Rule::Naive(Naive::RandomWalk), "walk"),
    (Rule::Combination, "comb"),
];

/// The branch whose customers the relief of 2021-22 was for.
const RELIEVED: &str = "Transport Equipment";

/// Tables of errors, annual growth, bars, and what may be said of them in both languages.
#[must_use]
pub fn text(report: &BacktestReport) -> String {
    let mut text = String::from(
        "Back-test: root mean squared errors of growth on the same quarter of the year before, points.\n\
         Rules: fixed gap, gap halved in a year, AR(1) refitted, AR(1) to 2019 (AR19), mean 2015-19,\n\
         random walk, and the mean of model and fixed gap (comb). Of the model alone: mean absolute\n\
         error, bias, share of quarters inside the 90% interval with observation error, and CRPS.\n",
    );
    for origin in ORIGINS {
        for horizon in [Horizon::Near, Horizon::Whole] {
            errors(&mut text, report, horizon, origin);
        }
    }
    modes(&mut text, report);
    annual(&mut text, report);
    employment(&mut text, report);
    bars(&mut text, report);
    let words = sentences(report);
    for sentences in [words.en, words.id] {
        text.push('\n');
        for sentence in sentences {
            text.push_str(&wrapped(&sentence, LINE));
        }
    }
    text
}

fn head(text: &mut String, title: &str, last: &[&str]) {
    let _ = write!(text, "\n{title:<LABEL$}");
    for name in COLUMNS.iter().map(|(_, name)| name).chain(last) {
        let _ = write!(text, "{name:>NUMBER$}");
    }
    text.push('\n');
}

fn label(name: &str) -> String {
    let cut: String = name.chars().take(LABEL - 1).collect();
    format!("{cut:<LABEL$}")
}

fn number(value: Option<f64>, decimals: usize) -> String {
    let shown = value.filter(|value| value.is_finite());
    let shown = shown.map_or_else(|| "-".to_owned(), |value| format!("{value:.decimals$}"));
    format!("{shown:>NUMBER$}")
}

fn row(cell: &Cell, of: &dyn Fn(Score) -> f64) -> String {
    let columns = COLUMNS.iter();
    columns
        .map(|(rule, _)| number(cell.score(*rule).map(of), 2))
        .collect()
}

/// Which quarters a table is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Horizon {
    /// One to four after the origin.
    Near,
    /// One to eight.
    Whole,
}

impl Horizon {
    fn title(self, origin: Quarter) -> String {
        let quarters = match self {
            Horizon::Near => "1 to 4",
            Horizon::Whole => "1 to 8",
        };
        format!("after {origin}, {quarters} quarters")
    }

    fn of(self, score: Score) -> Errors {
        match self {
            Horizon::Near => score.h1_4,
            Horizon::Whole => score.h1_8,
        }
    }
}

/// Errors of all series at an origin; focus areas, which repeat branches, once.
fn errors(text: &mut String, report: &BacktestReport, horizon: Horizon, origin: Quarter) {
    let spread: &[&str] = match horizon {
        Horizon::Near => &["MAE", "bias"],
        Horizon::Whole => &["MAE", "bias", "90%", "CRPS"],
    };
    head(text, &horizon.title(origin), spread);
    let cells = report.cells.iter();
    let cells = cells.filter(|cell| (cell.origin, cell.mode) == (origin, Mode::ObservedMobility));
    for cell in cells {
        let series = &report.series[cell.series];
        let main = origin == MAIN_ORIGIN && horizon == Horizon::Whole;
        if main || series.kind != SeriesKind::Focus {
            let label = label(&series.label_en);
            let errors = row(cell, &|score| horizon.of(score).rmse);
            let own = own(cell, horizon);
            let _ = writeln!(text, "{label}{errors}{own}");
        }
    }
}

/// What is told of the model alone.
fn own(cell: &Cell, horizon: Horizon) -> String {
    let errors = cell.score(Rule::Model).map(|score| horizon.of(score));
    let mean = number(errors.map(|errors| errors.mae), 2);
    let bias = number(errors.map(|errors| errors.bias), 2);
    let coverage = number(cell.coverage_90.map(|share| 100.0 * share), 0);
    match horizon {
        Horizon::Near => format!("{mean}{bias}"),
        Horizon::Whole => format!("{mean}{bias}{coverage}{}", number(cell.crps, 2)),
    }
}

/// Errors over up to eight quarters.
fn whole_row(text: &mut String, name: &str, cell: Option<&Cell>) {
    if let Some(cell) = cell {
        let errors = row(cell, &|score| score.h1_8.rmse);
        let _ = writeln!(text, "{}{errors}", label(name));
    }
}

fn modes(text: &mut String, report: &BacktestReport) {
    for mode in Mode::ALL.into_iter().skip(1) {
        let title = format!("GDP, {}, 1 to 8", mode.name().replace('_', " "));
        head(text, &title, &[]);
        for origin in ORIGINS.into_iter().rev() {
            let name = format!("after {origin}");
            whole_row(text, &name, report.cell("GDP", origin, mode));
        }
        if mode == Mode::WithoutRelief {
            for (name, mode) in [("with", Mode::ObservedMobility), ("without", mode)] {
                let name = format!("vehicles, {name}, after {MAIN_ORIGIN}");
                whole_row(text, &name, report.cell(RELIEVED, MAIN_ORIGIN, mode));
            }
        }
    }
}

fn annual(text: &mut String, report: &BacktestReport) {
    head(text, "growth of GDP by year, %", &["came"]);
    text.push_str(
        "(model with observed mobility, which nobody knew; below it in the other modes)\n",
    );
    for one in report.annual.iter().rev() {
        let percent = |wanted: Rule| {
            let found = one.forecasts.iter().find(|(rule, _)| *rule == wanted);
            number(found.map(|(_, percent)| *percent), 2)
        };
        let forecasts: String = COLUMNS.iter().map(|(rule, _)| percent(*rule)).collect();
        let title = label(&format!("{} after {}", one.year, one.origin));
        let came = number(Some(one.published), 2);
        let _ = writeln!(text, "{title}{forecasts}{came}");
        for (mode, percent) in &one.other_modes {
            let mode = label(&format!("  {}", mode.name().replace('_', " ")));
            let _ = writeln!(text, "{mode}{}", number(Some(*percent), 2));
        }
        for other in &one.of_others {
            let day = format_iso(other.published);
            let who = format!("  {day} {}", other.who);
            let _ = writeln!(text, "{who:<62}{:.2}", other.percent);
        }
    }
}

fn employment(text: &mut String, report: &BacktestReport) {
    let title = "growth of jobs on a year, %";
    let _ = writeln!(
        text,
        "\n{title:<LABEL$}{:>NUMBER$}{:>NUMBER$}{:>NUMBER$}{:>NUMBER$}{:>NUMBER$}{:>NUMBER$}",
        "model", "5%", "95%", "fixed", "last", "came"
    );
    for one in report.employment.iter().rev() {
        let title = label(&format!("{} after {}", one.survey, one.origin));
        let [low, high] = one.interval;
        let values = [one.model, low, high, one.fixed_gap, one.last, one.published];
        let values = values.map(|value| number(Some(value), 2));
        let _ = writeln!(text, "{title}{}", values.concat());
    }
}

fn bars(text: &mut String, report: &BacktestReport) {
    text.push_str("\nbars at 2020Q4\n");
    for bar in &report.bars {
        let word = if bar.met { "met   " } else { "MISSED" };
        let comparison = match bar.comparison {
            Comparison::AtMost => "at most",
            Comparison::Below => "below",
            Comparison::AtLeast => "at least",
        };
        let found = number(Some(bar.found), 2);
        let _ = writeln!(
            text,
            "{:<3}{word}{found} {comparison} {:.2}  {}",
            bar.bar, bar.allowed, bar.what
        );
        if !bar.reason.is_empty() {
            for line in lines(&format!("why: {}", bar.reason), LINE) {
                let _ = writeln!(text, "         {line}");
            }
        }
    }
}
