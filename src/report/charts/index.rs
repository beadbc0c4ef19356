//! GDP by quarter as an index, and the figures that were published.

use super::Subject;
use crate::experiment::measures::{Better, Distribution, RunMeasures};

/// GDP by quarter, fourth quarter of the year before the run = 100.
pub(super) struct Index {
    /// History, spread over the runs.
    pub(super) counterfactual: Vec<Distribution>,
    /// Medians of the policies.
    pub(super) policies: Vec<Vec<f64>>,
    /// The path before the pandemic.
    pub(super) path: Vec<f64>,
}

/// Place of the quarter that is 100.
const BASE: usize = 3;

impl Index {
    pub(super) fn new(subject: &Subject) -> Index {
        let index = |levels: &[f64]| -> Vec<f64> {
            let base = levels[BASE.min(levels.len() - 1)];
            levels.iter().map(|level| 100.0 * level / base).collect()
        };
        let spread = |runs: &[RunMeasures]| -> Vec<Distribution> {
            let runs: Vec<Vec<f64>> = runs.iter().map(|one| index(&one.quarters.gdp)).collect();
            (0..runs[0].len())
                .filter_map(|q| {
                    let values: Vec<f64> = runs.iter().map(|run| run[q]).collect();
                    Distribution::of(&values, Better::Neither)
                })
                .collect()
        };
        let medians = |runs: &Vec<RunMeasures>| -> Vec<f64> {
            spread(runs).iter().map(|spread| spread.median).collect()
        };
        Index {
            counterfactual: spread(&subject.counterfactual),
            policies: subject.policies.iter().map(medians).collect(),
            path: index(&subject.counterfactual[0].quarters.trend_gdp),
        }
    }

    /// Lowest and highest number.
    pub(super) fn range(&self) -> (f64, f64) {
        let bands = self
            .counterfactual
            .iter()
            .flat_map(|spread| <[f64; 2]>::from(spread.range()));
        let policies = self.policies.iter().flatten().copied();
        bands
            .chain(policies)
            .chain(self.path.iter().copied())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
    }
}

/// Published growth chained on the quarters of 2019 at their path: (quarter's place, index).
pub(super) fn published(subject: &Subject, index: &Index) -> Vec<(usize, f64)> {
    let quarters = &subject.counterfactual[0].quarters.quarters;
    let mut levels: Vec<Option<f64>> = index.path.iter().take(4).copied().map(Some).collect();
    for (q, quarter) in quarters.iter().enumerate().skip(4) {
        let growth =
            subject
                .experiment
                .tables
                .growth("total", "GDP", quarter.year, quarter.quarter);
        let before = levels[q - 4];
        levels.push(
            before
                .zip(growth)
                .map(|(level, growth)| level * (1.0 + growth / 100.0)),
        );
    }
    let known = levels.into_iter().enumerate();
    known.filter_map(|(q, level)| Some((q, level?))).collect()
}
