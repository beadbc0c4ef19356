//! How much of an effect's spread over the runs comes from the parameters and how much from the
//! seeds.
//!
//! One-way analysis of variance with random effects. The groups are the draws of parameters; runs
//! of one draw differ by their seed alone, so their mean square is the variance of the seeds (and of
//! what seeds and parameters do together). The mean square between draws holds it too, and n0 times
//! the variance of the parameters, n0 being the runs of a draw, averaged for unequal groups (Searle,
//! Casella and McCulloch 1992, chapter 3). The range is the exact one of Wald (1940, Annals of
//! Mathematical Statistics 11, 96-100) if both are normal.

use super::f_distribution::share_below;
use crate::experiment::measures::RunValue;
use std::collections::BTreeMap;

/// Ends of the range, as shares of the F distribution: 90% lie between.
const ENDS: (f64, f64) = (0.95, 0.05);
/// Halvings that lead to an end: more change no digit that is written.
const HALVINGS: usize = 48;

/// Variance of an effect over the runs, by what it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Components {
    /// Variance that the draws of parameters make, unit of the measure squared.
    pub parameters: f64,
    /// Variance that the seeds make: who trades with whom, sizes, matches.
    pub seeds: f64,
    /// Degrees of freedom behind both: draws less one, and runs less draws.
    pub degrees_of_freedom: (usize, usize),
    /// 90% confidence interval of the share of the parameters, 0..1; none where parameters are
    /// central, because the share is 0 by construction.
    pub range: Option<(f64, f64)>,
}

/// Why the shares of an effect cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untold {
    /// No two draws, or no draw with two runs.
    TooFewRuns,
    /// All runs give the same.
    NoSpread,
}

impl Untold {
    /// The reason in results.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Untold::TooFewRuns => {
                "too few runs have a value: some must share their parameters, which takes 4 \
                 seeds, or 2 with central parameters"
            }
            Untold::NoSpread => "all runs give the same",
        }
    }
}

impl Components {
    /// Splits the variance of the runs.
    ///
    /// # Errors
    /// Why it cannot be split.
    pub fn of(runs: &[RunValue]) -> Result<Components, Untold> {
        let same = |one: &[RunValue]| one[0].value == one[1].value;
        match runs.len() {
            0 | 1 => return Err(Untold::TooFewRuns),
            _ if runs.windows(2).all(same) => return Err(Untold::NoSpread),
            _ => {}
        }
        if runs.iter().all(|run| run.draw.is_none()) {
            let all: Vec<f64> = runs.iter().map(|run| run.value).collect();
            return Ok(Components {
                parameters: 0.0,
                seeds: squares(&all) / (all.len() - 1) as f64,
                degrees_of_freedom: (0, all.len() - 1),
                range: None,
            });
        }
        Groups::new(runs).components()
    }

    /// Share of the variance that comes from the parameters, 0..1.
    #[must_use]
    pub fn share_of_parameters(&self) -> f64 {
        self.parameters / (self.parameters + self.seeds)
    }
}

/// Sum of squares about the mean.
fn squares(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Runs by draw.
struct Groups {
    /// Number of runs and their mean, for each draw.
    means: Vec<(f64, f64)>,
    /// Sum of squares within draws.
    within: f64,
    /// Draws less one, and runs less draws.
    degrees: (usize, usize),
}

impl Groups {
    fn new(runs: &[RunValue]) -> Groups {
        let mut groups: BTreeMap<Option<usize>, Vec<f64>> = BTreeMap::new();
        for run in runs {
            groups.entry(run.draw).or_default().push(run.value);
        }
        let groups: Vec<Vec<f64>> = groups.into_values().collect();
        let about = |values: &Vec<f64>| (values.len() as f64, mean(values));
        Groups {
            means: groups.iter().map(about).collect(),
            within: groups.iter().map(|values| squares(values)).sum(),
            degrees: (groups.len() - 1, runs.len() - groups.len()),
        }
    }

    fn components(&self) -> Result<Components, Untold> {
        if self.degrees.0 == 0 || self.degrees.1 == 0 {
            return Err(Untold::TooFewRuns);
        }
        let seeds = self.within_mean_square();
        let runs: f64 = self.means.iter().map(|(count, _)| count).sum();
        let counts_squared: f64 = self.means.iter().map(|(count, _)| count * count).sum();
        let n0 = (runs - counts_squared / runs) / self.degrees.0 as f64;
        Ok(Components {
            parameters: ((self.between_mean_square(0.0) - seeds) / n0).max(0.0),
            seeds,
            degrees_of_freedom: self.degrees,
            range: Some((self.end(ENDS.0), self.end(ENDS.1))),
        })
    }

    fn within_mean_square(&self) -> f64 {
        self.within / self.degrees.1 as f64
    }

    /// Mean square between draws. If this share of the variance comes from the parameters, it has
    /// the expectation of the mean square within: then a mean of n runs varies by 1/n + share /
    /// (1 - share) of it, and is weighted by the reciprocal.
    fn between_mean_square(&self, share: f64) -> f64 {
        let weight = |count: f64| count * (1.0 - share) / (1.0 - share + count * share);
        let weights: f64 = self.means.iter().map(|(count, _)| weight(*count)).sum();
        let sum: f64 = self.means.iter().map(|(n, mean)| weight(*n) * mean).sum();
        let centre = sum / weights;
        let square = |(n, mean): &(f64, f64)| weight(*n) * (mean - centre).powi(2);
        self.means.iter().map(square).sum::<f64>() / self.degrees.0 as f64
    }

    /// The share of the parameters at which the ratio of the mean squares lies above `level` of the
    /// F distribution; 0 if it never does. The ratio falls as the share rises.
    fn end(&self, level: f64) -> f64 {
        let below = |share: f64| {
            let ratio = self.between_mean_square(share) / self.within_mean_square();
            share_below(ratio, self.degrees)
        };
        if below(0.0) <= level {
            return 0.0;
        }
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if below(middle) > level {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Purpose, Stream};
    use crate::scenario::Uncertainty;
    use std::f64::consts::TAU;

    fn runs(of: &[(usize, f64)]) -> Vec<RunValue> {
        let run = |&(draw, value): &(usize, f64)| RunValue {
            draw: Some(draw),
            value,
        };
        of.iter().map(run).collect()
    }

    #[test]
    fn components_of_an_unequal_table_are_those_worked_by_hand() {
        let table = runs(&[(3, 1.0), (0, 6.0), (7, 8.0), (3, 3.0)]);
        let found = Components::of(&table).unwrap();
        // Mean 4.5. Between: 2 x 2.5^2 + 1.5^2 + 3.5^2 = 27 with 2 degrees of freedom; within: 2
        // with 1; n0 = (4 - 6/4) / 2 = 1.25; (13.5 - 2) / 1.25 = 9.2.
        assert!((found.parameters - 9.2).abs() < 1e-12 && (found.seeds - 2.0).abs() < 1e-12);
        assert_eq!(found.degrees_of_freedom, (2, 1));
        assert!((found.share_of_parameters() - 9.2 / 11.2).abs() < 1e-12);
    }

    #[test]
    fn the_range_of_an_equal_table_is_that_of_the_book() {
        let table = runs(&[
            (0, 1.0),
            (0, 3.0),
            (1, 11.0),
            (1, 13.0),
            (2, 21.0),
            (2, 23.0),
        ]);
        let (low, high) = Components::of(&table).unwrap().range.unwrap();
        // Mean squares 200 and 2; F of (2, 3) degrees has 5% above 9.5521, that of (3, 2) above
        // 19.164; the ratio of the variances is (100 / F - 1) / 2.
        let share = |f: f64| 1.0 - 1.0 / (1.0 + (100.0 / f - 1.0) / 2.0);
        assert!((low - share(9.5521)).abs() < 1e-4, "{low}");
        assert!((high - share(1.0 / 19.164)).abs() < 1e-4, "{high}");
    }

    #[test]
    fn without_noise_of_seeds_all_is_of_the_parameters_and_without_theirs_nothing() {
        let found = Components::of(&runs(&[(0, 1.0), (1, 2.0), (2, 4.0), (0, 1.0)])).unwrap();
        assert_eq!((found.share_of_parameters(), found.seeds), (1.0, 0.0));
        let (low, high) = found.range.unwrap();
        assert!(1.0 - low < 1e-12 && 1.0 - high < 1e-12);
        let alike = runs(&[(0, 1.0), (1, 2.0), (0, 3.0), (1, 2.0), (2, 2.0)]);
        let found = Components::of(&alike).unwrap();
        assert_eq!(found.share_of_parameters(), 0.0);
        assert_eq!(found.range.unwrap().0, 0.0);
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        let untold = |of: &[(usize, f64)]| Components::of(&runs(of)).unwrap_err();
        assert_eq!(untold(&[(0, 1.0), (1, 2.0), (2, 4.0)]), Untold::TooFewRuns);
        assert_eq!(untold(&[(0, 1.0), (0, 2.0)]), Untold::TooFewRuns);
        assert_eq!(untold(&[(0, 1.0)]), Untold::TooFewRuns);
        assert_eq!(untold(&[]), Untold::TooFewRuns);
        assert_eq!(untold(&[(0, 3.0), (1, 3.0), (0, 3.0)]), Untold::NoSpread);
    }

    #[test]
    fn with_central_parameters_all_is_of_the_seeds() {
        let central = [1.0, 3.0, 5.0].map(|value| RunValue { draw: None, value });
        let found = Components::of(&central).unwrap();
        assert_eq!((found.share_of_parameters(), found.seeds), (0.0, 4.0));
        assert_eq!((found.degrees_of_freedom, found.range), ((0, 2), None));
    }

    /// A normal number, by Box and Muller.
    fn normal(stream: &Stream, id: u64, pair: u64) -> f64 {
        let [u, v] = [0, 1].map(|draw| stream.uniform(id, 2 * pair + draw));
        (-2.0 * (1.0 - u).ln()).sqrt() * (TAU * v).cos()
    }

    #[test]
    fn nine_of_ten_ranges_of_a_default_experiment_hold_the_true_share() {
        const EXPERIMENTS: u64 = 2_000;
        let stream = Stream::new(1, Purpose::Test, 0);
        for share in [0.3_f64, 0.8] {
            let one = |experiment: u64| {
                let run = |seed: u64| {
                    let draw = Uncertainty::Drawn.draw_of_run(seed);
                    let of_draw = normal(&stream, experiment, draw.unwrap() as u64);
                    let of_seed = normal(&stream, experiment, 100 + seed);
                    let value = share.sqrt() * of_draw + (1.0 - share).sqrt() * of_seed;
                    RunValue { draw, value }
                };
                let found = Components::of(&(1..=16).map(run).collect::<Vec<_>>()).unwrap();
                let (low, high) = found.range.unwrap();
                (low..=high).contains(&share)
            };
            let held = (0..EXPERIMENTS).filter(|&experiment| one(experiment));
            let held = held.count() as f64 / EXPERIMENTS as f64;
            // Three standard errors of a proportion.
            assert!(
                (held - 0.9).abs() < 0.02,
                "{held} of the ranges hold {share}"
            );
        }
    }
}
