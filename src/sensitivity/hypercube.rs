//! All at once: a Latin hypercube over the ranges of all parameters, and what carries the variance
//! of the effect in it.

use super::bars::{Bar, BarKind};
use super::labels;
use super::measured::Effect;
use super::regression::{rank_correlation, rank_regression, ranks};
use super::runs::{Done, Places, Runs};
use super::variant::{Change, Variant, ranged};
use crate::draw::{Purpose, Stream};
use crate::scenario::Bilingual;

/// Runs for each parameter that is regressed on.
const RUNS_PER_PARAMETER: usize = 5;

/// A parameter's part in the variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Carrier {
    /// Key.
    pub key: &'static str,
    /// Short name.
    pub label: Bilingual,
    /// Standardized rank regression coefficient.
    pub coefficient: f64,
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

    /// The effect below which this share of the runs lies.
    ///
    /// # Panics
    /// When there was no run.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.effects.clone();
        sorted.sort_by(f64::total_cmp);
        sorted[(share * (sorted.len() - 1) as f64).round() as usize]
    }
}

/// Runs that are wanted: values by parameter and run, and where they are.
pub(crate) struct Wanted {
    /// `[parameter][run]`, parameters in the order of `ranged`.
    values: Vec<Vec<f64>>,
    places: Vec<Places>,
}

impl Wanted {
    pub(crate) fn new(runs: &mut Runs, count: usize, seeds: u64) -> Wanted {
        let values: Vec<Vec<f64>> = ranged()
            .map(|info| {
                let part = |part: f64| info.low + (info.high - info.low) * part;
                parts(info.key, count).into_iter().map(part).collect()
            })
            .collect();
        let places = (0..count).map(|run| {
            let column = ranged().zip(&values);
            let changes = column.map(|(info, values)| Change::Parameter(info.key, values[run]));
            let variant = Variant::of(changes.collect());
            runs.want_seeds(variant, [1 + run as u64 % seeds])
        });
        let places = places.collect();
        Wanted { values, places }
    }

    /// What the runs say; the longest of these bars are regressed on.
    pub(crate) fn global(&self, done: &Done, programme: usize, bars: &[Bar]) -> Global {
        let effect = |places: &Places| -> Effect { done.measured(places, programme).mean() };
        let effects: Vec<f64> = self
            .places
            .iter()
            .map(|places| effect(places).gdp_percent)
            .collect();
        let most = effects.len() / RUNS_PER_PARAMETER;
        let longest = bars.iter().filter(|bar| bar.kind == BarKind::Parameter);
        let chosen: Vec<usize> = longest
            .filter_map(|bar| ranged().position(|info| info.key == bar.name))
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
        let keys: Vec<&'static str> = ranged().map(|info| info.key).collect();
        let pairs = chosen.iter().zip(&fit.coefficients);
        let mut carriers: Vec<Carrier> = pairs
            .map(|(&j, &coefficient)| Carrier {
                key: keys[j],
                label: labels::label(keys[j]),
                coefficient,
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
    use super::*;

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
