//! How a number is spread over the seeds of an ensemble.

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

/// Spread of a number over the runs in which it exists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// Runs in which the number exists.
    pub runs: usize,
    /// Median.
    pub median: f64,
    /// 5th percentile: with `p95` the 90% interval.
    pub p5: f64,
    /// 25th percentile: with `p75` the 50% interval.
    pub p25: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 95th percentile.
    pub p95: f64,
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean; needs two runs.
    pub standard_error: Option<f64>,
    /// Share of runs in which it is better than zero, if one way is better.
    pub share_improved: Option<f64>,
}

impl Distribution {
    /// The spread of these numbers; `None` when there are none. Every number is finite.
    #[must_use]
    pub fn of(values: &[f64], better: Better) -> Option<Distribution> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        if sorted.is_empty() {
            return None;
        }
        sorted.sort_by(f64::total_cmp);
        let count = sorted.len() as f64;
        let mean = sorted.iter().sum::<f64>() / count;
        let squares: f64 = sorted.iter().map(|value| (value - mean).powi(2)).sum();
        Some(Distribution {
            runs: sorted.len(),
            median: quantile(&sorted, 0.5),
            p5: quantile(&sorted, 0.05),
            p25: quantile(&sorted, 0.25),
            p75: quantile(&sorted, 0.75),
            p95: quantile(&sorted, 0.95),
            mean,
            standard_error: (sorted.len() > 1).then(|| (squares / (count - 1.0) / count).sqrt()),
            share_improved: share_improved(&sorted, better),
        })
    }
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

/// Quantile of sorted numbers, linear between neighbours.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
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
    fn a_median_among_the_missing_is_missing() {
        assert_eq!(
            median_with_missing(&[Some(1.0), None, Some(3.0)]),
            Some(3.0)
        );
        assert_eq!(median_with_missing(&[Some(1.0), None]), None);
    }
}
