//! The bars that were set before any score was computed, at the origin 2020Q4.
//!
//! Errors are roots of mean squared errors, percentage points of growth on the same quarter of the
//! year before; *2021* is one to four quarters after the origin, *2021-22* one to eight. A bar with
//! two conditions is two entries. A bar that is missed stays in the report, with its reason.

use super::scores::{Cell, Rule};
use super::{BacktestReport, MAIN_ORIGIN, Mode, Naive};
use crate::observed::SeriesKind;

/// Errors allowed, points.
const A_MODEL_2021: f64 = 1.0;
const B_COMBINATION_GDP: f64 = 1.05;
const B_COMBINATION_GVA: f64 = 0.95;
const C_MODEL: f64 = 1.5;
const D_END_OF_2020: f64 = 1.5;
/// Rules that the model alone has to be better than over two years.
const C_RULES: [Naive; 4] = [
    Naive::Ar1,
    Naive::Ar1Before2020,
    Naive::Mean,
    Naive::HalfLife,
];
/// Branches that bear on contact, where the model should know more than any rule.
const E_BRANCHES: [(&str, &str); 2] = [
    ("e1", "Transport & Storage"),
    ("e2", "Accommodation & Food"),
];
/// Branches in which the fixed gap has to be beaten, by the model and by the combination.
const F_MODEL: f64 = 12.0;
const F_COMBINATION: f64 = 15.0;
/// Published gap of GDP at the end of 2022 to the path of 2015-19, percent.
const G_GAP: f64 = -6.9;
/// Least width of its interval, points: a narrower one claims to know the scar.
const G_WIDTH: f64 = 2.0;
/// Least number of the eight quarters whose gap lies in its interval.
const G_QUARTERS: f64 = 6.0;

/// How what was found has to stand to what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// At most.
    AtMost,
    /// Below.
    Below,
    /// At least.
    AtLeast,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Letter, with a number where the bar has several conditions.
    pub bar: &'static str,
    /// What is asked, with its unit.
    pub what: String,
    /// What was found; not a number where the series was not forecast.
    pub found: f64,
    /// How it has to stand to `allowed`.
    pub comparison: Comparison,
    /// What is allowed.
    pub allowed: f64,
    /// Whether it is met; what was not forecast is not.
    pub met: bool,
    /// Why it is missed, or what else has to be said; empty until `BacktestReport::explain`.
    pub reason: String,
}

impl Bar {
    fn new(
        bar: &'static str,
        what: &str,
        found: Option<f64>,
        (comparison, allowed): (Comparison, f64),
    ) -> Bar {
        let found = found.unwrap_or(f64::NAN);
        Bar {
            bar,
            what: what.to_owned(),
            found,
            comparison,
            allowed,
            met: match comparison {
                Comparison::AtMost => found <= allowed,
                Comparison::Below => found < allowed,
                Comparison::AtLeast => found >= allowed,
            },
            reason: String::new(),
        }
    }
}

/// All bars.
pub(super) fn bars(report: &BacktestReport) -> Vec<Bar> {
    let mut bars = totals(report);
    bars.extend(E_BRANCHES.map(|(bar, name)| contact_branch(report, bar, name)));
    bars.extend(branches(report));
    bars.extend(scar(report));
    bars
}

/// Error of a rule over eight quarters.
fn whole(cell: Option<&Cell>, rule: Rule) -> Option<f64> {
    Some(cell?.score(rule)?.h1_8.rmse)
}

/// Error of the model alone on GDP when nobody knows the mobility to come.
fn worse_of_modes(report: &BacktestReport) -> Option<f64> {
    let error = |mode| whole(report.cell("GDP", MAIN_ORIGIN, mode), Rule::Model);
    let (held, decaying) = (error(Mode::MobilityHeld)?, error(Mode::MobilityDecaying)?);
    Some(held.max(decaying))
}

fn totals(report: &BacktestReport) -> Vec<Bar> {
    use Comparison::{AtMost, Below};
    let (gdp, gva) = (report.main("GDP"), report.main("GVA"));
    let near = gdp.and_then(|cell| Some(cell.score(Rule::Model)?.h1_4.rmse));
    let alone = whole(gdp, Rule::Model);
    let rules = C_RULES.iter();
    let rules = rules.filter_map(|rule| whole(gdp, Rule::Naive(*rule)));
    vec![
        Bar::new("a", "GDP 2021, model alone", near, (AtMost, A_MODEL_2021)),
        Bar::new(
            "b1",
            "GDP 2021-22, mean of model and fixed gap",
            whole(gdp, Rule::Combination),
            (AtMost, B_COMBINATION_GDP),
        ),
        Bar::new(
            "b2",
            "GVA 2021-22, mean of model and fixed gap",
            whole(gva, Rule::Combination),
            (AtMost, B_COMBINATION_GVA),
        ),
        Bar::new("c1", "GDP 2021-22, model alone", alone, (AtMost, C_MODEL)),
        Bar::new(
            "c2",
            "GDP 2021-22, model alone against the best of AR(1), mean and half-life",
            alone,
            (Below, rules.fold(f64::INFINITY, f64::min)),
        ),
        Bar::new(
            "d",
            "GDP 2021-22, model alone, mobility held or decaying, the worse of both",
            worse_of_modes(report),
            (AtMost, D_END_OF_2020),
        ),
    ]
}

fn contact_branch(report: &BacktestReport, bar: &'static str, name: &str) -> Bar {
    let cell = report.main(name);
    let best = cell.and_then(|cell| cell.best_naive(|score| score.h1_8.rmse));
    let (rule, error) = best.map_or(("naive rule", f64::NAN), |(naive, error)| {
        (naive.name(), error)
    });
    Bar::new(
        bar,
        &format!("{name} 2021-22, model alone against the best naive rule ({rule})"),
        whole(cell, Rule::Model),
        (Comparison::Below, error),
    )
}

fn branches(report: &BacktestReport) -> [Bar; 2] {
    let cells: Vec<&Cell> = report
        .series
        .iter()
        .filter(|series| series.kind == SeriesKind::Branch)
        .filter_map(|series| report.main(&series.name))
        .collect();
    let better = |rule: Rule| {
        let count = cells.iter().filter(|cell| {
            let fixed = whole(Some(cell), Rule::Naive(Naive::FixedGap));
            let errors = whole(Some(cell), rule).zip(fixed);
            errors.is_some_and(|(own, fixed)| own < fixed)
        });
        Some(count.count() as f64)
    };
    [
        Bar::new(
            "f1",
            "branches of 25 in which the model alone beats the fixed gap, 2021-22",
            better(Rule::Model),
            (Comparison::AtLeast, F_MODEL),
        ),
        Bar::new(
            "f2",
            "branches of 25 in which the mean of both beats the fixed gap, 2021-22",
            better(Rule::Combination),
            (Comparison::AtLeast, F_COMBINATION),
        ),
    ]
}

fn scar(report: &BacktestReport) -> [Bar; 3] {
    let cell = report.main("GDP");
    let gaps = cell.and_then(|cell| Some((&cell.intervals.as_ref()?.gap, &cell.published_gap)));
    let last = gaps.and_then(|(gaps, _)| gaps.last().copied());
    let outside = last.map(|(low, high)| (low - G_GAP).max(G_GAP - high).max(0.0));
    let inside = gaps.map(|(gaps, published)| {
        let pairs = gaps.iter().zip(published);
        let inside = pairs.filter(|((low, high), published)| {
            published.is_some_and(|gap| (*low..=*high).contains(&gap))
        });
        inside.count() as f64
    });
    [
        Bar::new(
            "g1",
            "distance of -6.9% from the 90% interval of the gap of GDP at 2022Q4, points",
            outside,
            (Comparison::AtMost, 0.0),
        ),
        Bar::new(
            "g2",
            "width of that interval, points",
            last.map(|(low, high)| high - low),
            (Comparison::AtLeast, G_WIDTH),
        ),
        Bar::new(
            "g3",
            "quarters of 8 whose gap of GDP lies in its 90% interval",
            inside,
            (Comparison::AtLeast, G_QUARTERS),
        ),
    ]
}
