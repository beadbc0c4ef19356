//! Calibration on 2020 alone, and the ensemble of parameters that it leaves open.
//!
//! The *twin* is the engine with one enterprise per sector and class. It is fitted to the gaps of
//! branches, demand and imports in 2020 (`fit`), what 2020 leaves open becomes an ensemble of draws
//! (`posterior`), and the full engine is moved onto the twin (`shift`). Nothing after the origin is
//! read. What is decided beforehand stands in `data/calibration/priors.json`.

mod ensemble;
pub mod files;
mod fit;
pub(crate) mod linear;
pub mod measure;
pub mod posterior;
pub mod priors;
mod problem;
mod shift;
mod table;
#[cfg(test)]
mod tests;
mod truncated;
pub mod twin;

use crate::data::Tables;
use crate::economy::{BuildPlan, Economy};
use crate::observed::SeriesKind;
use crate::record::Quarter;
use crate::scenario::ParameterDraw;
use crate::statistics::{correlation, quantile, sorted};
use posterior::Posterior;
use priors::Priors;
use problem::Problem;
use rayon::prelude::*;
pub use shift::Shift;
use twin::Twin;

/// Last quarter that the shipped calibration reads.
pub const ORIGIN: Quarter = Quarter {
    year: 2020,
    quarter: 4,
};

/// What the engine that is moved onto the twin looks like.
const ENGINE: BuildPlan = BuildPlan::new(20_000, 1);

/// What a fit misses of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// Name of the series.
    pub series: String,
    /// Its kind.
    pub kind: SeriesKind,
    /// Gap of the twin less gap of the data by quarter, percentage points.
    pub points: Vec<f64>,
}

/// How far 2020 tells the lasting loss: draws of one mix of the driver by how well they fit and how
/// deep they end.
#[derive(Clone, Debug, PartialEq)]
pub struct Openness {
    /// Sum of squares of the targets over their number, 5%, median and 95% of the draws.
    pub mean_square: [f64; 3],
    /// Gap of GDP at the end of 2022 with mobility held, percent, the same.
    pub gap_percent: [f64; 3],
    /// Correlation of the two.
    pub correlation: f64,
}

/// A finished calibration.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// The ensemble of the twin.
    pub posterior: Posterior,
    /// The move of the full engine, for each mix of the driver.
    pub shifts: Vec<Shift>,
    /// How far 2020 tells the lasting loss, for each mix of the driver.
    pub openness: Vec<Openness>,
    /// What the fit with the middle mix of the driver misses of its targets.
    pub misses: Vec<Miss>,
    /// Which fit that is.
    pub misses_of: usize,
    /// Draws that scenarios run with: number in the posterior, values for the full engine.
    pub draws: Vec<(usize, ParameterDraw)>,
}

impl Calibration {
    /// Fits, draws, moves the engine and chooses the draws of scenarios; `tell` hears of each step.
    ///
    /// `known` holds what is fitted to and what the twin runs on, all in one place; the engine runs on
    /// `nation`. Nothing after `ORIGIN` is read from either.
    #[must_use]
    pub fn new(
        known: &'static Tables,
        nation: &'static Tables,
        priors: &Priors,
        tell: &dyn Fn(&str),
    ) -> Calibration {
        let twin = Twin::new(known);
        tell("fitting the twin");
        let posterior = Posterior::new(&twin, known, priors, ORIGIN);
        tell("building the engine");
        let engine = Twin::of(Economy::build(nation, &ENGINE));
        tell("moving the engine onto the twin");
        let shifts: Vec<Shift> = posterior
            .fits
            .iter()
            .map(|fit| {
                let b = fit.driver_stringency_weight;
                let problem = Problem::new(&twin, known, priors, ORIGIN, b);
                shift::shift(&problem, &engine, &fit.values)
            })
            .collect();
        tell("choosing draws");
        let gaps = posterior.held_gaps(&twin);
        let chosen = posterior.stratified(&gaps, priors.shipped_draws);
        let draws = chosen
            .into_iter()
            .map(|draw| {
                let shift = &shifts[draw / posterior.draws_per_driver()];
                (draw, posterior.parameter_draw(&twin, draw, Some(shift)))
            })
            .collect();
        let misses_of = posterior.fits.len() / 2;
        Calibration {
            openness: openness(&twin, known, priors, &posterior, &gaps),
            misses: misses(&twin, known, priors, &posterior, misses_of),
            misses_of,
            posterior,
            shifts,
            draws,
        }
    }
}

fn openness(
    twin: &Twin,
    known: &Tables,
    priors: &Priors,
    posterior: &Posterior,
    gaps: &[f64],
) -> Vec<Openness> {
    let per_driver = posterior.draws_per_driver();
    let of_fit = |(number, fit): (usize, &posterior::DriverFit)| {
        let problem = Problem::new(twin, known, priors, ORIGIN, fit.driver_stringency_weight);
        let draws = number * per_driver..(number + 1) * per_driver;
        let mean_square = |draw: usize| {
            let draw = posterior.parameter_draw(twin, draw, None);
            let residuals = problem.compare(&twin.run(&draw, problem.vintage, ORIGIN));
            residuals.iter().map(|r| r * r).sum::<f64>() / residuals.len() as f64
        };
        let squares: Vec<f64> = draws.clone().into_par_iter().map(mean_square).collect();
        let gaps: Vec<f64> = gaps[draws].iter().map(|gap| 100.0 * gap).collect();
        let at = |values: &[f64]| {
            let sorted = sorted(values);
            [0.05, 0.5, 0.95].map(|share| quantile(&sorted, share))
        };
        Openness {
            mean_square: at(&squares),
            gap_percent: at(&gaps),
            correlation: correlation(&squares, &gaps),
        }
    };
    posterior.fits.iter().enumerate().map(of_fit).collect()
}

fn misses(
    twin: &Twin,
    known: &Tables,
    priors: &Priors,
    posterior: &Posterior,
    of: usize,
) -> Vec<Miss> {
    let fit = &posterior.fits[of];
    let problem = Problem::new(twin, known, priors, ORIGIN, fit.driver_stringency_weight);
    let residuals = problem.residuals(&fit.values);
    let mut misses: Vec<Miss> = Vec::new();
    for (target, residual) in problem.targets.iter().zip(&residuals) {
        let series = &twin.series[target.series];
        let points = 100.0 * residual * target.sd;
        match misses.last_mut() {
            Some(last) if last.series == series.name => last.points.push(points),
            _ => misses.push(Miss {
                series: series.name.clone(),
                kind: series.kind,
                points: vec![points],
            }),
        }
    }
    misses
}
