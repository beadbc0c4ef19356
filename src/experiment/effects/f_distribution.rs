//! The distribution of Fisher's F, the ratio of two mean squares.

use std::f64::consts::PI;

/// Share of the F distribution with these degrees of freedom (above, below) that lies under
/// `ratio`, 0..1. For at most some hundred degrees above: with more the terms underflow.
///
/// The regularised incomplete beta function at half the degrees, reached from 1/2 or 1 by its
/// recurrences (Abramowitz and Stegun 1964, 26.5.15 and 26.5.16).
pub(super) fn share_below(ratio: f64, (above, below): (usize, usize)) -> f64 {
    let weight = above as f64 * ratio;
    if weight.is_infinite() {
        return 1.0;
    }
    let x = weight / (weight + below as f64);
    let y = 1.0 - x;
    let (half_above, half_below) = (above as f64 / 2.0, below as f64 / 2.0);
    let mut a = if above % 2 == 0 { 1.0 } else { 0.5 };
    let mut b = if below % 2 == 0 { 1.0 } else { 0.5 };
    let (mut share, mut term) = match (above % 2, below % 2) {
        (0, 0) => (x, x * y),
        (0, _) => (1.0 - y.sqrt(), x * y.sqrt() / 2.0),
        (_, 0) => (x.sqrt(), x.sqrt() * y / 2.0),
        (_, _) => (2.0 / PI * x.sqrt().asin(), (x * y).sqrt() / PI),
    };
    while b < half_below {
        share += term / b;
        term *= y * (a + b) / b;
        b += 1.0;
    }
    while a < half_above {
        share -= term / a;
        term *= x * (a + b) / a;
        a += 1.0;
    }
    share.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::share_below;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        // 5% points of F in any table of statistics, to its digits.
        let points = [
            ((1, 1), 161.448),
            ((2, 1), 199.500),
            ((1, 4), 7.7086),
            ((2, 3), 9.5521),
            ((11, 4), 5.9358),
            ((4, 11), 3.3567),
            ((17, 6), 3.9083),
            ((23, 72), 1.6803),
        ];
        for (degrees, point) in points {
            let share = share_below(point, degrees);
            assert!((share - 0.95).abs() < 1e-4, "{degrees:?} {share}");
        }
    }

    #[test]
    fn the_reciprocal_has_the_degrees_exchanged() {
        for (above, below) in [(1, 2), (3, 8), (12, 5), (6, 6)] {
            for ratio in [0.01, 0.7, 1.0, 30.0] {
                let one = share_below(ratio, (above, below));
                let other = share_below(1.0 / ratio, (below, above));
                assert!((one + other - 1.0).abs() < 1e-12);
            }
        }
        assert_eq!(share_below(0.0, (3, 4)), 0.0);
        assert_eq!(share_below(f64::INFINITY, (3, 4)), 1.0);
    }
}
