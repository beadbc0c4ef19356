//! Normal draws inside a box.
//!
//! Values that the data hardly tell reach their bounds; draws that were put on the bound when they
//! fell outside would pile up there. Gibbs sampling draws one value after the other from its normal
//! distribution given the rest, cut at its bounds (Geweke 1991); single cut normals by rejection
//! (Robert 1995).

use crate::draw::Generator;
use ndarray::Array2;
use rand_distr::{Distribution, StandardNormal};

/// Sweeps over all values before a draw is taken.
const SWEEPS: usize = 50;
/// Intervals around zero narrower than this are hit too rarely by plain normal draws.
const NARROW: f64 = 2.0;

/// A normal distribution cut at bounds.
pub(crate) struct Truncated<'a> {
    /// Mean before the cut.
    pub mean: Vec<f64>,
    /// Inverse of the covariance before the cut.
    pub precision: &'a Array2<f64>,
    /// Lower and upper bound of each value.
    pub bounds: Vec<(f64, f64)>,
}

impl Truncated<'_> {
    /// One draw, found from `start`, which lies inside the bounds.
    pub fn draw(&self, start: &[f64], generator: &mut Generator) -> Vec<f64> {
        let mut x = start.to_vec();
        for _ in 0..SWEEPS {
            for k in 0..x.len() {
                let own = self.precision[[k, k]];
                let others = (0..x.len()).filter(|&j| j != k);
                let pull: f64 = others
                    .map(|j| self.precision[[k, j]] * (x[j] - self.mean[j]))
                    .sum();
                let (mean, sd) = (self.mean[k] - pull / own, own.sqrt().recip());
                let (low, high) = self.bounds[k];
                let z = standard((low - mean) / sd, (high - mean) / sd, generator);
                x[k] = (mean + sd * z).clamp(low, high);
            }
        }
        x
    }
}

/// A standard normal draw between `low` and `high`.
fn standard(low: f64, high: f64, generator: &mut Generator) -> f64 {
    if low > 0.0 {
        return tail(low, high, generator);
    }
    if high < 0.0 {
        return -tail(-high, -low, generator);
    }
    loop {
        if high - low > NARROW {
            let z: f64 = StandardNormal.sample(generator);
            if (low..=high).contains(&z) {
                return z;
            }
        } else {
            let z = low + (high - low) * generator.uniform();
            if generator.uniform() <= (-0.5 * z * z).exp() {
                return z;
            }
        }
    }
}

/// The same above zero: exponential proposals, even ones where the interval is narrow.
fn tail(low: f64, high: f64, generator: &mut Generator) -> f64 {
    let rate = 0.5 * (low + (low * low + 4.0).sqrt());
    loop {
        if (high - low) * rate > 1.0 {
            let z = low - (1.0 - generator.uniform()).ln() / rate;
            if z <= high && generator.uniform() <= (-0.5 * (z - rate).powi(2)).exp() {
                return z;
            }
        } else {
            let z = low + (high - low) * generator.uniform();
            if generator.uniform() <= (0.5 * (low * low - z * z)).exp() {
                return z;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Purpose, Stream};
    use ndarray::array;

    const DRAWS: u64 = 20_000;

    fn mean(draw: impl Fn(&mut Generator) -> f64) -> f64 {
        let stream = Stream::new(1, Purpose::Posterior, 0);
        let sum: f64 = (0..DRAWS).map(|d| draw(&mut stream.generator(d))).sum();
        sum / DRAWS as f64
    }

    /// Means of cut standard normals are (pdf(low) - pdf(high)) / (cdf(high) - cdf(low)), here to
    /// four digits from tables; 20 thousand draws are exact to 0.02.
    #[test]
    fn cut_normals_have_the_means_that_theory_gives() {
        for (low, high, expected) in [
            (0.0, f64::INFINITY, 0.7979),
            (f64::NEG_INFINITY, 0.0, -0.7979),
            (-1.0, 0.5, -0.2066),
            (2.0, f64::INFINITY, 2.3732),
            (1.0, 1.5, 1.2243),
            (-6.0, -5.0, -5.1827),
        ] {
            let found = mean(|generator| standard(low, high, generator));
            assert!((found - expected).abs() < 0.02, "{low} {high}: {found}");
        }
    }

    /// Two values with correlation 0.8, the first cut at its mean: E x = 0.798, E y = 0.8 x 0.798.
    #[test]
    fn a_bound_on_one_value_moves_the_other_by_their_correlation() {
        let r: f64 = 0.8;
        let precision = array![[1.0, -r], [-r, 1.0]] / (1.0 - r * r);
        let cut = Truncated {
            mean: vec![0.0, 0.0],
            precision: &precision,
            bounds: vec![(0.0, f64::INFINITY), (f64::NEG_INFINITY, f64::INFINITY)],
        };
        for (value, expected) in [(0, 0.798), (1, 0.638)] {
            let found = mean(|generator| cut.draw(&[0.5, 0.5], generator)[value]);
            assert!((found - expected).abs() < 0.03, "{value}: {found}");
        }
    }
}
