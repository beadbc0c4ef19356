//! How a number is spread over the seeds of an ensemble.

use crate::statistics::{quantile, sorted};
use std::collections::BTreeMap;

/// Which way a measure has to move to count as an improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: a cost, a size, a check.
    Neither,
}

impl Better {
    /// Word in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Better::Higher => "higher",
            Better::Lower => "lower",
            Better::Neither => "neither",
        }
    }
}

/// A number that one run gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunValue {
    /// Place of the run's draw of parameters; none where parameters are central.
    pub draw: Option<usize>,
    /// The number.
    pub value: f64,
}

/// Runs from which an interval of 90% may leave one out.
pub const RUNS_OF_90_PERCENT: usize = 10;

/// Spread of a number over the runs in which it exists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// Runs in which the number exists.
    pub runs: usize,
    /// Median.
    pub median: f64,
    /// Smallest number.
    pub lowest: f64,
    /// 5th percentile: with `p95` the 90% interval.
    pub p5: f64,
    /// 25th percentile: with `p75` the 50% interval.
    pub p25: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 95th percentile.
    pub p95: f64,
    /// Largest number.
    pub highest: f64,
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean; needs two runs, and two draws where parameters are drawn.
    pub standard_error: Option<f64>,
    /// Share of runs in which it is better than zero, if one way is better.
    pub share_improved: Option<f64>,
}

impl Distribution {
    /// The spread of these numbers; `None` when there are none. Every number is finite.
    #[must_use]
    pub fn of(values: &[f64], better: Better) -> Option<Distribution> {
        let finite: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        if finite.is_empty() {
            return None;
        }
        let sorted = sorted(&finite);
        let count = sorted.len() as f64;
        let mean = sorted.iter().sum::<f64>() / count;
        let squares: f64 = sorted.iter().map(|value| (value - mean).powi(2)).sum();
        Some(Distribution {
            runs: sorted.len(),
            median: quantile(&sorted, 0.5),
            lowest: quantile(&sorted, 0.0),
            p5: quantile(&sorted, 0.05),
            p25: quantile(&sorted, 0.25),
            p75: quantile(&sorted, 0.75),
            p95: quantile(&sorted, 0.95),
            highest: quantile(&sorted, 1.0),
            mean,
            standard_error: (sorted.len() > 1).then(|| (squares / (count - 1.0) / count).sqrt()),
            share_improved: share_improved(&sorted, better),
        })
    }

    /// The interval that readers are shown: 90% of the runs, or from the lowest to the highest where
    /// there are too few runs to leave any out.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        if self.runs < RUNS_OF_90_PERCENT {
            (self.lowest, self.highest)
        } else {
            (self.p5, self.p95)
        }
    }

    /// The spread of what runs give. Runs that share a draw of parameters are not independent, so
    /// the standard error is that of clusters; the quantiles are those of all runs.
    #[must_use]
    pub fn of_runs(runs: &[RunValue], better: Better) -> Option<Distribution> {
        let finite: Vec<RunValue> = runs
            .iter()
            .copied()
            .filter(|run| run.value.is_finite())
            .collect();
        let values: Vec<f64> = finite.iter().map(|run| run.value).collect();
        let plain = Distribution::of(&values, better)?;
        Some(Distribution {
            standard_error: error_of_clusters(&finite, plain.mean),
            ..plain
        })
    }
}

/// Standard error of the mean of runs of which those of one draw move together: the sums of each
/// draw's deviations vary independently. That of single runs where no draw repeats.
fn error_of_clusters(runs: &[RunValue], mean: f64) -> Option<f64> {
    let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
    let mut alone: Vec<f64> = Vec::new();
    for run in runs {
        let deviation = run.value - mean;
        match run.draw {
            Some(draw) => *sums.entry(draw).or_default() += deviation,
            None => alone.push(deviation),
        }
    }
    let clusters = (sums.len() + alone.len()) as f64;
    let squares: f64 = sums.values().chain(&alone).map(|sum| sum * sum).sum();
    (clusters > 1.0).then(|| (squares * clusters / (clusters - 1.0)).sqrt() / runs.len() as f64)
}

/// Median of numbers of which some may not exist: those count as larger than all others. `None`
/// when the median falls among them.
#[must_use]
pub fn median_with_missing(values: &[Option<f64>]) -> Option<f64> {
    let mut sorted: Vec<f64> = values
        .iter()
        .map(|value| value.unwrap_or(f64::INFINITY))
        .collect();
    if sorted.is_empty() {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let upper = sorted[sorted.len() / 2];
    let lower = sorted[(sorted.len() - 1) / 2];
    let median = 0.5 * (lower + upper);
    median.is_finite().then_some(median)
}

fn share_improved(values: &[f64], better: Better) -> Option<f64> {
    let improved = |value: &&f64| match better {
        Better::Higher => **value > 0.0,
        Better::Lower => **value < 0.0,
        Better::Neither => false,
    };
    (better != Better::Neither)
        .then(|| values.iter().filter(improved).count() as f64 / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let values: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        let spread = Distribution::of(&values, Better::Higher).unwrap();
        assert_eq!((spread.p5, spread.median, spread.p95), (5.0, 50.0, 95.0));
        assert_eq!(spread.range(), (5.0, 95.0));
        assert_eq!(spread.share_improved, Some(100.0 / 101.0));
        assert_eq!(Distribution::of(&[], Better::Higher), None);
    }

    #[test]
    fn one_run_has_no_standard_error() {
        let spread = Distribution::of(&[2.0], Better::Neither).unwrap();
        assert_eq!((spread.median, spread.standard_error), (2.0, None));
        assert_eq!(spread.share_improved, None);
    }

    #[test]
    fn runs_of_one_draw_count_as_one_for_the_standard_error() {
        let run = |draw, value| RunValue { draw, value };
        let error = |runs: &[RunValue]| {
            let spread = Distribution::of_runs(runs, Better::Neither).unwrap();
            spread.standard_error.unwrap()
        };
        let values = [1.0, 2.0, 4.0, 9.0];
        let plain = Distribution::of(&values, Better::Neither).unwrap();
        let plain = plain.standard_error.unwrap();
        for draws in [[None; 4], [0, 1, 2, 3].map(Some)] {
            let runs = [0, 1, 2, 3].map(|place| run(draws[place], values[place]));
            assert!((error(&runs) - plain).abs() < 1e-12);
        }
        // Each number twice tells no more than once.
        let [once, twice] = [1, 2].map(|times| {
            let all = values.iter().enumerate();
            let runs = all.flat_map(|(draw, value)| vec![run(Some(draw), *value); times]);
            error(&runs.collect::<Vec<_>>())
        });
        assert!((once - twice).abs() < 1e-12);
        let same = [run(Some(1), 2.0), run(Some(1), 3.0)];
        let spread = Distribution::of_runs(&same, Better::Neither).unwrap();
        assert_eq!(spread.standard_error, None);
    }

    #[test]
    fn a_median_among_the_missing_is_missing() {
        assert_eq!(
            median_with_missing(&[Some(1.0), None, Some(3.0)]),
            Some(3.0)
        );
        assert_eq!(median_with_missing(&[Some(1.0), None]), None);
    }
}
