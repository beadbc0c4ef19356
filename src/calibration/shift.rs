//! The full engine moved onto the twin.
//!
//! Provinces, links and draws make the engine answer the same parameters a little differently. Its
//! responses of final demand and its expectation speed are shifted until its gaps of the fitted
//! year are those of the twin, by Gauss-Newton steps with the Jacobian of the twin: a few runs of
//! the engine. Data are not looked at.

use super::fit::{curvature, downhill, jacobian};
use super::linear::{cholesky, solve};
use super::measure::Measured;
use super::posterior::rounded;
use super::problem::{Problem, What};
use super::twin::Twin;
use crate::observed::{SeriesKind, place};

/// Steps, each one run of the engine.
const STEPS: usize = 4;
/// Standard deviation that keeps the shift of the expectation speed small, 1/week (ours).
const EXPECTATION_SD: f64 = 0.1;
/// The parameter that is shifted beside the responses of final demand.
const EXPECTATION: &str = "expectation_speed";

/// How far the engine was moved, and what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Name of the value, as in `Posterior::fitted`, and what is added to the twin's.
    pub by: Vec<(String, f64)>,
    /// Root mean square difference of the branches' gaps, engine less twin, before the shift,
    /// percentage points.
    pub before_points: f64,
    /// The same after it.
    pub after_points: f64,
    /// Difference of the gap of GDP by quarter after it, points.
    pub gdp_points: Vec<f64>,
}

/// One run of the engine beside the goal.
struct Try {
    x: Vec<f64>,
    miss: Vec<f64>,
    measured: Measured,
}

/// Shifts `engine` onto the twin at the point `x` of its fit.
pub(crate) fn shift(problem: &Problem, engine: &Twin, x: &[f64]) -> Shift {
    let sub = shifted_only(problem, x);
    let start: Vec<f64> = sub.unknowns.iter().map(|unknown| unknown.mean).collect();
    let goal = sub.twin.run(&sub.draw(&start), sub.vintage, sub.origin);
    let at_goal = sub.compare(&goal);
    let jacobian = jacobian(&sub, &start, &at_goal);
    let factor =
        cholesky(&curvature(&sub, &jacobian, 1.0)).expect("a prior makes the curvature positive");
    let attempt = |x: Vec<f64>| {
        let measured = engine.run(&sub.draw(&x), sub.vintage, sub.origin);
        let there = sub.compare(&measured);
        let miss = there.iter().zip(&at_goal).map(|(a, b)| a - b).collect();
        Try { x, miss, measured }
    };
    let mut tries = vec![attempt(start.clone())];
    for _ in 0..STEPS {
        let last = tries.last().expect("there is a first try");
        let moves = solve(&factor, &downhill(&sub, &last.x, &last.miss, &jacobian));
        let next = sub.inside(last.x.iter().zip(moves).map(|(x, by)| x + by));
        tries.push(attempt(next));
    }
    let points = |of: &Try| branch_points(&sub, &of.measured, &goal);
    let best = tries
        .iter()
        .min_by(|a, b| points(a).total_cmp(&points(b)))
        .expect("there is a first try");
    let by = sub.unknowns.iter().zip(best.x.iter().zip(&start));
    Shift {
        by: by
            .map(|(unknown, (to, from))| (unknown.what.name(), rounded(to - from)))
            .collect(),
        before_points: rounded(points(&tries[0])),
        after_points: rounded(points(best)),
        gdp_points: gdp_points(&sub, &best.measured, &goal),
    }
}

/// The problem with the other fitted values held at `x`.
fn shifted_only<'a>(problem: &Problem<'a>, x: &[f64]) -> Problem<'a> {
    let mut sub = problem.clone();
    sub.unknowns.clear();
    for (unknown, &value) in problem.unknowns.iter().zip(x) {
        let sd = match &unknown.what {
            What::Contact(..) => unknown.sd,
            What::Parameter(key) if key == EXPECTATION => EXPECTATION_SD,
            What::Parameter(key) => {
                sub.held.push((key.clone(), value));
                continue;
            }
        };
        sub.unknowns.push(super::problem::Unknown {
            mean: value,
            sd,
            ..unknown.clone()
        });
    }
    sub
}

/// Root mean square difference of the gaps of branches over the quarters of targets.
fn branch_points(problem: &Problem, run: &Measured, goal: &Measured) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for target in &problem.targets {
        if problem.twin.series[target.series].kind == SeriesKind::Branch {
            sum += difference(run, goal, target.series, target.quarter).powi(2);
            count += 1.0;
        }
    }
    (sum / f64::max(count, 1.0)).sqrt()
}

fn gdp_points(problem: &Problem, run: &Measured, goal: &Measured) -> Vec<f64> {
    let of_gdp = problem
        .targets
        .iter()
        .filter(|target| problem.twin.series[target.series].name == "GDP");
    of_gdp
        .map(|target| rounded(difference(run, goal, target.series, target.quarter)))
        .collect()
}

/// Difference of gaps, percentage points.
fn difference(
    run: &Measured,
    goal: &Measured,
    series: usize,
    quarter: crate::record::Quarter,
) -> f64 {
    let q = place(quarter).expect("targets are inside 2019 to 2022");
    100.0 * (run.gap(series, q) - goal.gap(series, q))
}
