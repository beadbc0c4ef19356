//! One model in several versions: the twin that is fitted, the engine that is run, and the engine
//! with 80 sectors. What they disagree on is no finding about Indonesia.

use super::figures::Figure;
use super::rules::{Rule, VERSIONS_BRANCHES, VERSIONS_GDP_POINTS};
use super::runs::{History, Runs};
use super::{Group, Question};
use crate::calibration::measure::Measured;
use crate::observed::{QUARTERS, SeriesKind};

/// Place of 2020Q1 among the quarters, and of 2022Q4.
const FIRST: usize = 4;
const LAST: usize = QUARTERS - 1;

/// Another version of the same draw, and the place of a series in it.
type Other = (fn(&History) -> &Measured, fn(&Runs, usize) -> usize);

const SAME: Other = (|run| &run.twin, |_, series| series);
const OWN: Other = (|run| &run.twin_of_posterior, |_, series| series);
const FINE: Other = (|run| &run.fine, |runs, series| runs.series_of_fine[series]);

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let gdp = |other: Other| {
        of_draws(runs, |run| {
            let quarters = FIRST..=LAST;
            let apart = quarters.map(|q| difference(runs, run, other, 0, q).abs());
            apart.fold(0.0, f64::max)
        })
    };
    let branches = |other: Other| of_draws(runs, |run| branches_apart(runs, run, other));
    let last = of_draws(runs, |run| difference(runs, run, OWN, 0, LAST));
    let question =
        |id: &str, name: &str, unit, values, limit: f64, low: f64, with: &str| Question {
            id: format!("versions.{id}"),
            group: Group::Versions,
            name: name.to_owned(),
            unit,
            values,
            data: Some(Figure::of(
                low,
                limit,
                format!("limit of this check; {with}"),
            )),
            rule: Rule::Limits,
        };
    let (points, errors) = ("points", "obs. errors");
    let (limit, twin, fine) = (VERSIONS_GDP_POINTS, "the twin", "80 sectors");
    let unmoved = "the twin with the engine's own parameters";
    vec![
        question(
            "twin.same.gdp",
            "engine and twin, same values, GDP",
            points,
            gdp(SAME),
            limit,
            0.0,
            unmoved,
        ),
        question(
            "twin.gdp",
            "engine and twin, GDP, worst quarter",
            points,
            gdp(OWN),
            limit,
            0.0,
            twin,
        ),
        question(
            "twin.gdp.2022Q4",
            "engine less twin, GDP, 2022Q4",
            points,
            last,
            limit,
            -limit,
            twin,
        ),
        question(
            "twin.branches",
            "engine and twin, branches, rms",
            errors,
            branches(OWN),
            VERSIONS_BRANCHES,
            0.0,
            twin,
        ),
        question(
            "sectors.gdp",
            "30 and 80 sectors, GDP, worst quarter",
            points,
            gdp(FINE),
            limit,
            0.0,
            fine,
        ),
        question(
            "sectors.branches",
            "30 and 80 sectors, branches, rms",
            errors,
            branches(FINE),
            VERSIONS_BRANCHES,
            0.0,
            fine,
        ),
    ]
}

fn of_draws(runs: &Runs, of: impl Fn(&History) -> f64) -> Vec<f64> {
    runs.histories.iter().map(of).collect()
}

/// Gap of the engine less gap of the other version, percentage points.
fn difference(runs: &Runs, run: &History, other: Other, series: usize, quarter: usize) -> f64 {
    let (version, place) = other;
    let there = version(run).gap(place(runs, series), quarter);
    100.0 * (run.engine.gap(series, quarter) - there)
}

/// Root mean square of the differences of branches, each over its observation error.
fn branches_apart(runs: &Runs, run: &History, other: Other) -> f64 {
    let (mut squares, mut count) = (0.0_f64, 0.0);
    for (place, series) in runs.series.iter().enumerate() {
        let Some(error) = series
            .observation_sd
            .filter(|_| series.kind == SeriesKind::Branch)
        else {
            continue;
        };
        for quarter in FIRST..=LAST {
            let apart = difference(runs, run, other, place, quarter) / error;
            squares += apart * apart;
            count += 1.0;
        }
    }
    (squares / count).sqrt()
}
