//! Arithmetic of the construction: apportionment to whole numbers and the normal distribution.

/// Whole numbers that add to `total`, in proportion to `expected`: largest remainder, ties to the
/// first. All zero if there is nothing to go by.
pub(super) fn largest_remainder(expected: &[f64], total: u64) -> Vec<u64> {
    let sum: f64 = expected.iter().sum();
    if sum <= 0.0 {
        return vec![0; expected.len()];
    }
    let quota: Vec<f64> = expected.iter().map(|e| e / sum * total as f64).collect();
    let mut whole: Vec<u64> = quota.iter().map(|q| q.floor() as u64).collect();
    let given: u64 = whole.iter().sum();
    let remainder: Vec<f64> = quota.iter().map(|q| q - q.floor()).collect();
    for place in descending(&remainder)
        .into_iter()
        .take(total.saturating_sub(given) as usize)
    {
        whole[place] += 1;
    }
    whole
}

/// Indices by falling value, ties to the first.
pub(super) fn descending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    order
}

/// Splits `total` into `parts` whole numbers that differ by one at most, larger ones first.
pub(super) fn even_parts(total: u64, parts: u64) -> impl Iterator<Item = u64> {
    let (each, extra) = (total / parts.max(1), total % parts.max(1));
    (0..parts).map(move |part| each + u64::from(part < extra))
}

/// Coefficients of Acklam's rational approximation of the normal quantile (P. J. Acklam, 2003;
/// relative error below 1.15e-9): numerator and denominator of the centre, then of the tails.
const CENTRE_NUMERATOR: [f64; 6] = [
    -3.969683028665376e1,
    2.209460984245205e2,
    -2.759285104469687e2,
    1.38357751867269e2,
    -3.066479806614716e1,
    2.506628277459239,
];
const CENTRE_DENOMINATOR: [f64; 6] = [
    -5.447609879822406e1,
    1.615858368580409e2,
    -1.556989798598866e2,
    6.680131188771972e1,
    -1.328068155288572e1,
    1.0,
];
const TAIL_NUMERATOR: [f64; 6] = [
    -7.784894002430293e-3,
    -3.223964580411365e-1,
    -2.400758277161838,
    -2.549732539343734,
    4.374664141464968,
    2.938163982698783,
];
const TAIL_DENOMINATOR: [f64; 5] = [
    7.784695709041462e-3,
    3.224671290700398e-1,
    2.445134137142996,
    3.754408661907416,
    1.0,
];
/// Where the approximation changes from centre to tail.
const TAIL: f64 = 0.02425;

/// The value below which a standard normal variable lies with probability `u`, 0 <= u < 1.
pub(super) fn normal_quantile(u: f64) -> f64 {
    let u = u.max(f64::MIN_POSITIVE);
    if u < TAIL {
        let q = (-2.0 * u.ln()).sqrt();
        polynomial(&TAIL_NUMERATOR, q) / polynomial(&TAIL_DENOMINATOR, q)
    } else if u > 1.0 - TAIL {
        let q = (-2.0 * (1.0 - u).ln()).sqrt();
        -polynomial(&TAIL_NUMERATOR, q) / polynomial(&TAIL_DENOMINATOR, q)
    } else {
        let q = u - 0.5;
        let r = q * q;
        polynomial(&CENTRE_NUMERATOR, r) * q / polynomial(&CENTRE_DENOMINATOR, r)
    }
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_give_whole_numbers_that_add_up() {
        assert_eq!(largest_remainder(&[1.6, 1.7, 0.7], 4), vec![1, 2, 1]);
        assert_eq!(largest_remainder(&[0.0, 0.0], 4), vec![0, 0]);
        assert_eq!(largest_remainder(&[1.0, 1.0, 1.0], 2), vec![1, 1, 0]);
    }

    #[test]
    fn even_parts_differ_by_one_at_most() {
        assert_eq!(even_parts(7, 3).collect::<Vec<_>>(), vec![3, 2, 2]);
    }

    #[test]
    fn normal_quantiles_are_those_of_the_tables() {
        for (u, z) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.001, -3.090_232_306)] {
            assert!((normal_quantile(u) - z).abs() < 1e-7, "{u}");
        }
    }
}
