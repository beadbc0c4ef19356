//! An ensemble with observation error: equal parts of normal distributions, one around each draw.
//!
//! Interval and score are computed from the distribution itself, without random numbers. Sums are
//! over draws in their order.

use std::f64::consts::{PI, SQRT_2};

/// Shares of the distribution below the ends of a 90% interval.
const ENDS: (f64, f64) = (0.05, 0.95);
/// Standard deviations that hold all of a normal distribution that a double can tell.
const REACH: f64 = 9.0;
/// Halvings of the search for an end: to less than a millionth of the range.
const HALVINGS: usize = 24;
/// Least standard deviation, so that an ensemble without error stays a distribution.
const LEAST_SD: f64 = 1e-9;

/// Draws of one number and the standard deviation of its observation error, in the same unit.
#[derive(Clone, Debug)]
pub(super) struct Mixture<'a> {
    draws: &'a [f64],
    sd: f64,
}

impl<'a> Mixture<'a> {
    /// Around these draws, at least one.
    pub(super) fn new(draws: &'a [f64], sd: f64) -> Mixture<'a> {
        Mixture {
            draws,
            sd: sd.max(LEAST_SD),
        }
    }

    /// Probability of a value of at most `value`.
    pub(super) fn below(&self, value: f64) -> f64 {
        let shares = self.draws.iter();
        let sum: f64 = shares
            .map(|draw| normal_below((value - draw) / self.sd))
            .sum();
        sum / self.draws.len() as f64
    }

    /// Ends of the central 90% interval.
    pub(super) fn interval_90(&self) -> (f64, f64) {
        (self.quantile(ENDS.0), self.quantile(ENDS.1))
    }

    /// Continuous ranked probability score of a published value, in the unit of the draws, less is
    /// better: mean distance to the value less half the mean distance between two. The fair form:
    /// pairs of different draws only, so that the size of the ensemble does not matter.
    pub(super) fn crps(&self, value: f64) -> f64 {
        let count = self.draws.len() as f64;
        let to_value: f64 = self
            .draws
            .iter()
            .map(|draw| mean_distance(draw - value, self.sd))
            .sum();
        let mut between = 0.0;
        for (index, one) in self.draws.iter().enumerate() {
            for other in &self.draws[..index] {
                between += mean_distance(one - other, SQRT_2 * self.sd);
            }
        }
        let pairs = count * (count - 1.0) / 2.0;
        let between = if pairs > 0.0 {
            between / pairs
        } else {
            // One draw: two copies of it differ by observation error alone.
            mean_distance(0.0, SQRT_2 * self.sd)
        };
        to_value / count - 0.5 * between
    }

    fn quantile(&self, share: f64) -> f64 {
        let ends = self.draws.iter();
        let (mut low, mut high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, draw| {
            (ends.0.min(*draw), ends.1.max(*draw))
        });
        low -= REACH * self.sd;
        high += REACH * self.sd;
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if self.below(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

/// Mean of |X| for X normal with this mean and standard deviation.
fn mean_distance(mean: f64, sd: f64) -> f64 {
    let z = mean / sd;
    if z.abs() > REACH {
        return mean.abs();
    }
    let density = (-0.5 * z * z).exp() / (2.0 * PI).sqrt();
    2.0 * sd * density + mean * (2.0 * normal_below(z) - 1.0)
}

/// Probability that a standard normal is at most z. After W. H. Press and others, Numerical
/// Recipes, 6.2: error below 1.2e-7 everywhere.
fn normal_below(z: f64) -> f64 {
    if z.abs() > REACH {
        return f64::from(u8::from(z > 0.0));
    }
    const COEFFICIENTS: [f64; 10] = [
        -1.265_512_23,
        1.000_023_68,
        0.374_091_96,
        0.096_784_18,
        -0.186_288_06,
        0.278_868_07,
        -1.135_203_98,
        1.488_515_87,
        -0.822_152_23,
        0.170_872_77,
    ];
    let x = z.abs() / SQRT_2;
    let t = 1.0 / (1.0 + 0.5 * x);
    let polynomial = COEFFICIENTS.iter().rev().fold(0.0, |sum, c| sum * t + c);
    let tail = 0.5 * t * (polynomial - x * x).exp();
    if z > 0.0 { 1.0 - tail } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_are_those_of_the_tables() {
        for (z, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_7),
            (-1.644_853_6, 0.05),
            (3.0, 0.998_650_1),
        ] {
            assert!((normal_below(z) - p).abs() < 2e-7, "{z}");
        }
    }

    #[test]
    fn one_draw_is_a_normal_distribution() {
        let one = Mixture::new(&[2.0], 0.5);
        let (low, high) = one.interval_90();
        assert!((low - (2.0 - 1.644_853_6 * 0.5)).abs() < 1e-5);
        assert!((high - (2.0 + 1.644_853_6 * 0.5)).abs() < 1e-5);
        // Gneiting and Raftery (2007), equation 21, at the mean: sd (sqrt 2 - 1) / sqrt pi.
        let at_mean = 0.5 * (SQRT_2 - 1.0) / PI.sqrt();
        assert!((one.crps(2.0) - at_mean).abs() < 1e-6);
    }

    #[test]
    fn without_error_the_score_is_that_of_the_draws() {
        let draws = [1.0, 2.0, 4.0];
        let score = Mixture::new(&draws, 0.0).crps(3.0);
        let (to_value, between) = ((2.0 + 1.0 + 1.0) / 3.0, (1.0 + 3.0 + 2.0) / 3.0);
        assert!((score - (to_value - 0.5 * between)).abs() < 1e-6);
    }

    #[test]
    fn a_wider_ensemble_has_a_wider_interval() {
        let wide = Mixture::new(&[-2.0, 0.0, 2.0], 0.3).interval_90();
        let narrow = Mixture::new(&[-0.2, 0.0, 0.2], 0.3).interval_90();
        assert!(wide.0 < narrow.0 && narrow.1 < wide.1);
    }
}
