//! What 2020 leaves open: an ensemble of draws for each mix of the driver.
//!
//! Scar parameters and others that 2020 does not tell are drawn evenly from their ranges (Latin
//! hypercube). For each such draw the fitted values move to where 2020 then puts them (two
//! Gauss-Newton steps with the Jacobian of the fit), and are drawn around there from the Laplace
//! approximation, cut at their bounds. Its spread, not its place, is that of a likelihood divided by
//! `likelihood_divisor`, because the errors of quarters are correlated.

use super::fit::{self, Fit};
use super::linear::{cholesky, solve};
use super::priors::{DrawnPrior, Priors};
use super::problem::Problem;
use super::truncated::Truncated;
use super::twin::Twin;
use crate::data::Tables;
use crate::draw::{Generator, Purpose, Stream};
use crate::record::Quarter;
use ndarray::Array2;
use rayon::prelude::*;

/// Gauss-Newton steps by which a draw follows its scar.
const CONDITIONING_STEPS: usize = 2;
/// Digits of numbers in files: a draw is the rounded number.
const DIGITS: usize = 6;

/// Below this a number is rounding.
const NOTHING: f64 = 1e-12;

/// The fit for one mix of the driver.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverFit {
    /// Weight of stringency in the driver.
    pub driver_stringency_weight: f64,
    /// Sum of squares at the fit.
    pub objective: f64,
    /// Steps of the fit.
    pub steps: usize,
    /// Runs of the twin.
    pub runs: usize,
    /// Fitted values, in the order of `Posterior::fitted`.
    pub values: Vec<f64>,
    /// Their standard deviations, likelihood divided.
    pub deviations: Vec<f64>,
}

/// An ensemble of draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// Last quarter that was read.
    pub origin: Quarter,
    /// Names of the fitted values: parameters, then `contact:SERIES`.
    pub fitted: Vec<String>,
    /// Names of the held values: the mix of the driver, then those drawn from ranges.
    pub held: Vec<String>,
    /// The fits.
    pub fits: Vec<DriverFit>,
    /// Draws, held values then fitted values; those of one mix of the driver together.
    pub draws: Vec<Vec<f64>>,
}

impl Posterior {
    /// Fits and draws. Nothing after `origin` is read from `tables`.
    #[must_use]
    pub fn new(twin: &Twin, tables: &Tables, priors: &Priors, origin: Quarter) -> Posterior {
        let mut posterior = Posterior {
            origin,
            fitted: Vec::new(),
            held: Vec::new(),
            fits: Vec::new(),
            draws: Vec::new(),
        };
        for (number, &b) in priors.driver_stringency_weights.iter().enumerate() {
            let problem = Problem::new(twin, tables, priors, origin, b);
            let fit = fit::fit(&problem);
            posterior.fitted = problem.unknowns.iter().map(|u| u.what.name()).collect();
            posterior.held = problem.held.iter().map(|(key, _)| key.clone()).collect();
            posterior.fits.push(summary(&problem, &fit, priors, b));
            posterior
                .draws
                .extend(draws(&problem, &fit, priors, number));
        }
        posterior
    }

    /// Place of a value in a draw.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        let mut names = self.held.iter().chain(&self.fitted);
        names.position(|known| known == name)
    }
}

fn summary(problem: &Problem, fit: &Fit, priors: &Priors, b: f64) -> DriverFit {
    let factor = factor(&wide(problem, fit, priors));
    let deviations = (0..fit.x.len()).map(|k| {
        let mut unit = vec![0.0; fit.x.len()];
        unit[k] = 1.0;
        solve(&factor, &unit)[k].sqrt()
    });
    DriverFit {
        driver_stringency_weight: b,
        objective: rounded(fit.objective),
        steps: fit.steps,
        runs: fit.runs,
        values: fit.x.iter().copied().map(rounded).collect(),
        deviations: deviations.map(rounded).collect(),
    }
}

/// Inverse of the covariance of draws: the likelihood is divided.
fn wide(problem: &Problem, fit: &Fit, priors: &Priors) -> Array2<f64> {
    fit::curvature(problem, &fit.jacobian, priors.likelihood_divisor)
}

fn factor(curvature: &Array2<f64>) -> Array2<f64> {
    cholesky(curvature).expect("a prior makes the curvature positive")
}

fn draws(problem: &Problem, fit: &Fit, priors: &Priors, number: usize) -> Vec<Vec<f64>> {
    let hypercube = hypercube(&priors.drawn, priors.draws_per_driver, priors.seed, number);
    let around = Around {
        fit,
        narrow: factor(&fit::curvature(problem, &fit.jacobian, 1.0)),
        wide: wide(problem, fit, priors),
    };
    let stream = Stream::new(priors.seed, Purpose::Posterior, number as u64);
    (0..priors.draws_per_driver)
        .into_par_iter()
        .map(|d| {
            let mut own = problem.clone();
            for (held, value) in own.held[1..].iter_mut().zip(&hypercube[d]) {
                held.1 = *value;
            }
            let fitted = around.draw(&own, &mut stream.generator(d as u64));
            let held = own.held.iter().map(|(_, value)| *value);
            held.chain(fitted).map(rounded).collect()
        })
        .collect()
}

/// The Laplace approximation around a fit.
struct Around<'a> {
    fit: &'a Fit,
    /// Factor of the curvature of the fit.
    narrow: Array2<f64>,
    /// Inverse of the covariance of draws.
    wide: Array2<f64>,
}

impl Around<'_> {
    /// One draw of the fitted values given the held ones of `own`.
    fn draw(&self, own: &Problem, generator: &mut Generator) -> Vec<f64> {
        let jacobian = &self.fit.jacobian;
        let mut x = self.fit.x.clone();
        for _ in 0..CONDITIONING_STEPS {
            let residuals = own.residuals(&x);
            x = fit::step(own, &x, &residuals, jacobian, 0.0);
        }
        let downhill = fit::downhill(own, &x, &own.residuals(&x), jacobian);
        let moves = solve(&self.narrow, &downhill);
        let around = Truncated {
            mean: x.iter().zip(moves).map(|(x, by)| x + by).collect(),
            precision: &self.wide,
            bounds: own.unknowns.iter().map(|u| (u.low, u.high)).collect(),
        };
        around.draw(&x, generator)
    }
}

/// Values by [draw][parameter]: each parameter's range is cut in as many parts as there are draws,
/// and every part is used once.
fn hypercube(drawn: &[DrawnPrior], count: usize, seed: u64, number: usize) -> Vec<Vec<f64>> {
    let stream = Stream::new(seed, Purpose::Hypercube, number as u64);
    let mut values = vec![Vec::with_capacity(drawn.len()); count];
    for (p, prior) in drawn.iter().enumerate() {
        let key = |d: usize| (p * count + d) as u64;
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|&a, &b| {
            stream
                .uniform(key(a), 0)
                .total_cmp(&stream.uniform(key(b), 0))
        });
        for (part, &d) in order.iter().enumerate() {
            let share = (part as f64 + stream.uniform(key(d), 1)) / count as f64;
            values[d].push(prior.at(share));
        }
    }
    values
}

/// The number as files hold it.
pub(crate) fn rounded(value: f64) -> f64 {
    if value.abs() < NOTHING {
        return 0.0;
    }
    format!("{value:.*e}", DIGITS - 1)
        .parse()
        .expect("a number that was printed reads back")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_range_is_drawn_once() {
        let priors = Priors::shipped();
        let count = 10;
        let values = hypercube(&priors.drawn, count, 1, 0);
        for (p, prior) in priors.drawn.iter().enumerate() {
            let mut drawn: Vec<f64> = values.iter().map(|of| of[p]).collect();
            drawn.sort_by(f64::total_cmp);
            for (part, value) in drawn.iter().enumerate() {
                let (from, to) = (part as f64 / count as f64, (part + 1) as f64 / count as f64);
                assert!(
                    (prior.at(from)..=prior.at(to)).contains(value),
                    "{}",
                    prior.key
                );
            }
        }
    }

    #[test]
    fn numbers_are_what_files_hold() {
        assert_eq!(rounded(1.0 / 3.0), 0.333333);
        assert_eq!(rounded(-1234.5678), -1234.57);
    }
}
