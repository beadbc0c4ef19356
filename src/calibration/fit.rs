//! The fit: bounded Gauss-Newton on the gaps of one year.
//!
//! Minimised is the sum of squares of (gap of the twin - gap known) / sd over series and quarters
//! up to the origin, and of (value - prior mean) / prior sd over the fitted parameters. Steps are
//! damped and clipped to the bounds; a value that the step would push over its bound stays there.

use super::linear::{cholesky, solve};
use super::problem::Problem;
use ndarray::Array2;
use rayon::prelude::*;

/// Step of the forward difference, in prior standard deviations.
const DIFFERENCE: f64 = 0.02;
/// Damping at the start, and how it falls and rises.
const DAMPING: (f64, f64, f64) = (1e-2, 0.2, 5.0);
/// Steps at most.
const MAX_STEPS: usize = 15;
/// Attempts of one step with rising damping.
const MAX_ATTEMPTS: usize = 4;
/// Relative gain below which the fit has arrived.
const TOLERANCE: f64 = 1e-4;

/// A fitted point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fit {
    /// Values, in the order of `Problem::unknowns`.
    pub x: Vec<f64>,
    /// Residuals of targets at `x`, in standard deviations.
    pub residuals: Vec<f64>,
    /// Derivatives of these by each value, `[residual, value]`.
    pub jacobian: Array2<f64>,
    /// Sum of squares of residuals and of the prior.
    pub objective: f64,
    /// Steps taken.
    pub steps: usize,
    /// Runs of the twin.
    pub runs: usize,
}

/// Fits a problem from its prior mean.
pub(crate) fn fit(problem: &Problem) -> Fit {
    let mut x: Vec<f64> = problem
        .unknowns
        .iter()
        .map(|unknown| unknown.mean)
        .collect();
    let mut residuals = problem.residuals(&x);
    let mut objective = total(problem, &x, &residuals);
    let mut jacobian = jacobian(problem, &x, &residuals);
    let (mut damping, falls, rises) = DAMPING;
    let mut runs = 1 + x.len();
    let mut steps = 0;
    while steps < MAX_STEPS {
        let mut gained = None;
        for _ in 0..MAX_ATTEMPTS {
            let next = step(problem, &x, &residuals, &jacobian, damping);
            let there = problem.residuals(&next);
            runs += 1;
            let value = total(problem, &next, &there);
            if value < objective {
                gained = Some((objective - value) / objective);
                (x, residuals, objective) = (next, there, value);
                damping *= falls;
                break;
            }
            damping *= rises;
        }
        let Some(gain) = gained else { break };
        steps += 1;
        jacobian = self::jacobian(problem, &x, &residuals);
        runs += x.len();
        if gain < TOLERANCE {
            break;
        }
    }
    Fit {
        x,
        residuals,
        jacobian,
        objective,
        steps,
        runs,
    }
}

fn total(problem: &Problem, x: &[f64], residuals: &[f64]) -> f64 {
    let prior = problem
        .unknowns
        .iter()
        .zip(x)
        .map(|(unknown, x)| ((x - unknown.mean) / unknown.sd).powi(2));
    residuals.iter().map(|r| r * r).sum::<f64>() + prior.sum::<f64>()
}

/// Forward differences, away from the upper bound; one run a value.
pub(crate) fn jacobian(problem: &Problem, x: &[f64], residuals: &[f64]) -> Array2<f64> {
    let columns: Vec<Vec<f64>> = (0..x.len())
        .into_par_iter()
        .map(|k| {
            let unknown = &problem.unknowns[k];
            let room = x[k] + DIFFERENCE * unknown.sd <= unknown.high;
            let h = DIFFERENCE * unknown.sd * if room { 1.0 } else { -1.0 };
            let mut moved = x.to_vec();
            moved[k] += h;
            let there = problem.residuals(&moved);
            there
                .iter()
                .zip(residuals)
                .map(|(b, a)| (b - a) / h)
                .collect()
        })
        .collect();
    Array2::from_shape_fn((residuals.len(), x.len()), |(i, k)| columns[k][i])
}

/// Half the second derivative: Jᵀ J / `divisor` and the prior's precision.
pub(crate) fn curvature(problem: &Problem, jacobian: &Array2<f64>, divisor: f64) -> Array2<f64> {
    let n = problem.unknowns.len();
    let mut matrix = Array2::zeros((n, n));
    for a in 0..n {
        for b in 0..=a {
            let products = (0..jacobian.nrows()).map(|i| jacobian[[i, a]] * jacobian[[i, b]]);
            let sum = products.sum::<f64>() / divisor;
            matrix[[a, b]] = sum;
            matrix[[b, a]] = sum;
        }
        matrix[[a, a]] += problem.unknowns[a].sd.powi(-2);
    }
    matrix
}

/// Half the downhill direction: -Jᵀ r - (x - mean) / sd².
pub(crate) fn downhill(
    problem: &Problem,
    x: &[f64],
    residuals: &[f64],
    jacobian: &Array2<f64>,
) -> Vec<f64> {
    (0..x.len())
        .map(|k| {
            let unknown = &problem.unknowns[k];
            let slope: f64 = (0..residuals.len())
                .map(|i| jacobian[[i, k]] * residuals[i])
                .sum();
            -slope - (x[k] - unknown.mean) / unknown.sd.powi(2)
        })
        .collect()
}

/// One damped step, kept inside the bounds.
pub(crate) fn step(
    problem: &Problem,
    x: &[f64],
    residuals: &[f64],
    jacobian: &Array2<f64>,
    damping: f64,
) -> Vec<f64> {
    let mut matrix = curvature(problem, jacobian, 1.0);
    let mut direction = downhill(problem, x, residuals, jacobian);
    for (k, unknown) in problem.unknowns.iter().enumerate() {
        matrix[[k, k]] *= 1.0 + damping;
        let stuck = (x[k] >= unknown.high && direction[k] > 0.0)
            || (x[k] <= unknown.low && direction[k] < 0.0);
        if stuck {
            hold(&mut matrix, &mut direction, k);
        }
    }
    let factor = cholesky(&matrix).expect("a prior makes the curvature positive");
    let moves = solve(&factor, &direction);
    problem.inside(x.iter().zip(moves).map(|(x, by)| x + by))
}

/// Takes one value out of a step.
fn hold(matrix: &mut Array2<f64>, direction: &mut [f64], k: usize) {
    matrix.row_mut(k).fill(0.0);
    matrix.column_mut(k).fill(0.0);
    matrix[[k, k]] = 1.0;
    direction[k] = 0.0;
}
