//! All at once: a Latin hypercube over the ranges of all parameters, and what carries the variance
//! of the effect in it.

use super::Study;
use super::bars::{Bar, BarKind};
use super::labels;
use super::measured::Effect;
use super::regression::{rank_correlation, rank_regression, ranks};
use super::runs::{Places, Runs};
use super::variant::{Change, Variant};
use crate::calibration::priors::{Priors, Scale};
use crate::draw::{Purpose, Stream};
use crate::experiment::measures::RUNS_OF_90_PERCENT;
use crate::scenario::{Bilingual, ParameterInfo};
use crate::statistics::{quantile, sorted};

/// Runs for each parameter that is regressed on.
const RUNS_PER_PARAMETER: usize = 5;
/// Runs below which there is no regression: it would fit chance (ours).
const LEAST_RUNS: usize = 20;
/// Chance of a wrong statement that is allowed.
const ONE_IN_TWENTY: f64 = 0.05;
/// Halvings that find a chance to a millionth.
const HALVINGS: usize = 20;

/// A parameter's part in the variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Carrier {
    /// Key.
    pub key: &'static str,
    /// Short name.
    pub label: Bilingual,
    /// Standardized rank regression coefficient.
    pub coefficient: f64,
    /// Its standard error.
    pub error: f64,
    /// Rank correlation with the effect.
    pub correlation: f64,
}

/// The effect of a programme on GDP over all ranges at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Global {
    /// Effects in percent, in the order of runs.
    pub effects: Vec<f64>,
    /// The parameters with the longest bars, by size of their coefficient; none when there were too
    /// few runs.
    pub carriers: Vec<Carrier>,
    /// Share of the variance of ranks that the regression explains.
    pub r2: f64,
    /// The same, corrected for the number of parameters.
    pub adjusted_r2: f64,
}

impl Global {
    /// Runs in which the effect is not above zero.
    #[must_use]
    pub fn not_positive(&self) -> usize {
        let positive = self.effects.iter().filter(|effect| **effect > 0.0).count();
        self.effects.len() - positive
    }

    /// Share of the ranges without a gain that these runs do not rule out: with more, so few runs
    /// without a gain come one time in twenty.
    #[must_use]
    pub fn not_ruled_out(&self) -> f64 {
        not_ruled_out(self.not_positive(), self.effects.len())
    }

    /// Whether there are too few runs for an interval of 90%.
    #[must_use]
    pub fn has_few_runs(&self) -> bool {
        self.effects.len() < RUNS_OF_90_PERCENT
    }

    /// Ends of the interval that holds 90% of the runs; of few runs the least and the most.
    ///
    /// # Panics
    /// When there was no run.
    #[must_use]
    pub fn spread(&self) -> (f64, f64) {
        let share = if self.has_few_runs() { 0.0 } else { 0.05 };
        (self.quantile(share), self.quantile(1.0 - share))
    }

    /// The effect below which this share of the runs lies.
    ///
    /// # Panics
    /// When there was no run.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        quantile(&sorted(&self.effects), share)
    }
}

/// Highest chance of an event with which at most `events` of `runs` still come one time in twenty
/// (Clopper and Pearson 1934, one-sided).
fn not_ruled_out(events: usize, runs: usize) -> f64 {
    let at_most = |chance: f64| -> f64 {
        // The distribution of the number of events, term by term.
        let mut term = (1.0 - chance).powi(runs as i32);
        let mut sum = term;
        for n in 1..=events {
            term *= (runs + 1 - n) as f64 / n as f64 * chance / (1.0 - chance);
            sum += term;
        }
        sum
    };
    if events >= runs {
        return 1.0;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if at_most(middle) > ONE_IN_TWENTY {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

/// Runs that are wanted: values by parameter and run, and where they are.
pub(crate) struct Wanted {
    parameters: Vec<&'static ParameterInfo>,
    /// `[parameter][run]`.
    values: Vec<Vec<f64>>,
    places: Vec<Places>,
}

impl Wanted {
    pub(crate) fn new(runs: &mut Runs, study: &Study) -> Wanted {
        let (count, seeds) = (study.hypercube, u64::from(study.counterfactual.seeds));
        let parameters = study.parameters.clone();
        let priors = Priors::shipped();
        let values: Vec<Vec<f64>> = parameters
            .iter()
            .map(|info| {
                let drawn = priors.drawn.iter().find(|drawn| drawn.key == info.key);
                let scale = drawn.map_or(Scale::Linear, |drawn| drawn.scale);
                let value = |part: f64| scale.at(info.low, info.high, part);
                parts(info.key, count).into_iter().map(value).collect()
            })
            .collect();
        let places = (0..count).map(|run| {
            let column = parameters.iter().zip(&values);
            let changes = column.map(|(info, values)| Change::Parameter(info.key, values[run]));
            let variant = Variant::of(changes.collect());
            runs.want_seeds(variant, [1 + run as u64 % seeds])
        });
        let places = places.collect();
        Wanted {
            parameters,
            values,
            places,
        }
    }

    /// What the runs say; the longest of these bars are regressed on.
    pub(crate) fn global(&self, runs: &Runs, programme: usize, bars: &[Bar]) -> Global {
        let effect = |places: &Places| -> Effect { runs.measured(places, programme).mean() };
        let effects: Vec<f64> = self
            .places
            .iter()
            .map(|places| effect(places).gdp_percent)
            .collect();
        let most = if effects.len() < LEAST_RUNS {
            0
        } else {
            effects.len() / RUNS_PER_PARAMETER
        };
        let longest = bars.iter().filter(|bar| bar.kind == BarKind::Parameter);
        let chosen: Vec<usize> = longest
            .filter_map(|bar| {
                let mut all = self.parameters.iter();
                all.position(|info| info.key == bar.name)
            })
            .take(most)
            .collect();
        let columns: Vec<Vec<f64>> = chosen.iter().map(|&j| self.values[j].clone()).collect();
        let Some(fit) = rank_regression(&columns, &effects) else {
            return Global {
                effects,
                carriers: Vec::new(),
                r2: 0.0,
                adjusted_r2: 0.0,
            };
        };
        let found = fit.coefficients.iter().zip(&fit.errors);
        let mut carriers: Vec<Carrier> = chosen
            .iter()
            .zip(found)
            .map(|(&j, (&coefficient, &error))| Carrier {
                key: self.parameters[j].key,
                label: labels::label(self.parameters[j].key),
                coefficient,
                error,
                correlation: rank_correlation(&self.values[j], &effects),
            })
            .collect();
        carriers.sort_by(|a, b| b.coefficient.abs().total_cmp(&a.coefficient.abs()));
        Global {
            effects,
            carriers,
            r2: fit.r2,
            adjusted_r2: fit.adjusted_r2,
        }
    }
}

/// Parts of a range, one from each of `count` equal strata, in an order of chance.
fn parts(key: &str, count: usize) -> Vec<f64> {
    let stream = Stream::new(1, Purpose::Sensitivity, 0);
    let id = key_id(key);
    let order: Vec<f64> = (0..count)
        .map(|run| stream.uniform(id, run as u64))
        .collect();
    ranks(&order)
        .into_iter()
        .enumerate()
        .map(|(run, rank)| {
            let inside = stream.uniform(id, (count + run) as u64);
            (rank - 1.0 + inside) / count as f64
        })
        .collect()
}

/// A number of a key that other keys do not move (FNV-1a).
fn key_id(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::super::variant::ranged;
    use super::*;

    #[test]
    fn what_runs_do_not_rule_out_is_that_of_clopper_and_pearson() {
        // None of n: 1 - 0.05^(1/n); the others from tables of the binomial distribution.
        for (events, runs, known) in [(0, 40, 0.0722), (1, 20, 0.2161), (5, 10, 0.7776)] {
            let found = not_ruled_out(events, runs);
            assert!((found - known).abs() < 1e-3, "{events} of {runs}: {found}");
        }
        assert_eq!(not_ruled_out(3, 3), 1.0);
    }

    #[test]
    fn each_stratum_of_a_range_is_drawn_once() {
        for info in ranged() {
            let mut strata: Vec<usize> = parts(info.key, 64)
                .into_iter()
                .map(|part| (part * 64.0) as usize)
                .collect();
            strata.sort_unstable();
            assert!(strata.into_iter().eq(0..64), "{}", info.key);
        }
    }

    #[test]
    fn parameters_are_drawn_apart() {
        let keys: Vec<&str> = ranged().map(|info| info.key).collect();
        for (n, a) in keys.iter().enumerate() {
            for b in &keys[n + 1..] {
                let both = rank_correlation(&parts(a, 160), &parts(b, 160));
                assert!(both.abs() < 0.4, "{a} {b} {both}");
            }
        }
    }
}
