//! The back-test: how well the model forecasts what had not happened yet, beside rules that need no
//! model and forecasts that were published.
//!
//! A forecaster is asked for an ensemble of gaps at each *origin*, the last quarter it may know,
//! and in each mode of what it is told. What it hands in is turned into growth (`forecast`), scored
//! against what was published later (`scores`) beside naive rules (`naive`), and held against bars
//! that were set before (`bars`). The report says the result in words that are made from the
//! scores (`words`). Published growth after an origin is read through `observed::Outcome`, by
//! scores alone.

mod annual;
mod bars;
mod employment;
mod ensemble;
mod forecast;
mod json;
pub mod log;
mod mixture;
mod model;
mod naive;
mod reasons;
mod scores;
#[cfg(test)]
pub(crate) mod synthetic;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use annual::{AnnualGrowth, PublishedForecast};
pub use bars::{Bar, Comparison};
pub use employment::EmploymentGrowth;
pub use ensemble::{GAP_QUARTERS, GapEnsemble, Mode};
pub use json::json;
pub use model::of_model;
pub use naive::Naive;
pub use scores::{Cell, Errors, Intervals, Past, Rule, Score};
pub use table::text;
pub use words::sentences;

use crate::data::Tables;
use crate::observed::{Known, Outcome, Series, series};
use crate::record::Quarter;
use scores::Question;

/// Last known quarters that forecasts are made at.
pub const ORIGINS: [Quarter; 3] = [
    Quarter {
        year: 2020,
        quarter: 2,
    },
    Quarter {
        year: 2020,
        quarter: 3,
    },
    Quarter {
        year: 2020,
        quarter: 4,
    },
];
/// The origin that the bars are about.
pub const MAIN_ORIGIN: Quarter = ORIGINS[2];

/// All that the back-test found.
#[derive(Clone, Debug, PartialEq)]
pub struct BacktestReport {
    /// The series, as `observed::series` gives them.
    pub series: Vec<Series>,
    /// One for each origin, mode and series that was forecast, in this order.
    pub cells: Vec<Cell>,
    /// Growth of GDP in 2021 and 2022 by origin.
    pub annual: Vec<AnnualGrowth>,
    /// Growth of jobs by survey after each origin, in the mode of observed mobility.
    pub employment: Vec<EmploymentGrowth>,
    /// The bars, in the order of their letters.
    pub bars: Vec<Bar>,
}

/// Runs the back-test. `forecast` is asked once for each origin and mode, in order; what it hands
/// in may depend on nothing after the origin but what the mode tells.
///
/// # Panics
/// If an ensemble does not have a path and gaps for every series of `observed::series`.
pub fn run(tables: &Tables, forecast: &dyn Fn(Quarter, Mode) -> GapEnsemble) -> BacktestReport {
    let (all, outcome) = (series(tables), Outcome::of(tables));
    let mut report = BacktestReport {
        series: all,
        cells: Vec::new(),
        annual: Vec::new(),
        employment: Vec::new(),
        bars: Vec::new(),
    };
    for origin in ORIGINS {
        let known = Known::until(tables, origin);
        for mode in Mode::ALL {
            let ensemble = forecast(origin, mode);
            ensemble.check(report.series.len());
            if mode == Mode::ObservedMobility {
                let jobs = employment::employment(origin, &ensemble);
                report.employment.extend(jobs);
            }
            let question = Question {
                known: &known,
                outcome: &outcome,
                ensemble: &ensemble,
                mode,
            };
            let series = report.series.iter().enumerate();
            let cells = series.filter_map(|(index, one)| question.cell(one, index));
            report.cells.extend(cells);
        }
    }
    report.annual = annual::annual(tables, &report);
    report.bars = bars::bars(&report);
    reasons::explain(&mut report, tables);
    report
}

impl BacktestReport {
    /// What was found for a series, by its name, at an origin in a mode.
    #[must_use]
    pub fn cell(&self, series: &str, origin: Quarter, mode: Mode) -> Option<&Cell> {
        let index = self.series.iter().position(|one| one.name == series)?;
        self.cells
            .iter()
            .find(|cell| (cell.series, cell.origin, cell.mode) == (index, origin, mode))
    }

    /// Says why a bar (`a`, `c1`) was missed; nothing happens when no bar has this name.
    pub fn explain(&mut self, bar: &str, reason: &str) {
        for one in self.bars.iter_mut().filter(|one| one.bar == bar) {
            one.reason = reason.to_owned();
        }
    }

    /// The cell that bars and words are about.
    fn main(&self, series: &str) -> Option<&Cell> {
        self.cell(series, MAIN_ORIGIN, Mode::ObservedMobility)
    }
}
