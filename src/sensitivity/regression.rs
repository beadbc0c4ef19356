//! Ranks and linear regression on them.

use crate::calibration::linear::{cholesky, solve};
use ndarray::Array2;

/// Least squared pivot of a matrix of correlations that is solved: below it a column follows from
/// others.
const LEAST_PIVOT: f64 = 1e-9;

/// Ranks 1..n; equal values share the mean of theirs.
pub(crate) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let same = |place: &usize| values[order[*place]] == values[order[from]];
        let to = (from..order.len()).take_while(same).count().max(1) + from;
        let mean = (from + 1 + to) as f64 / 2.0;
        for &place in &order[from..to] {
            ranks[place] = mean;
        }
        from = to;
    }
    ranks
}

/// Values less their mean, over their standard deviation; zeros when all are the same.
fn standardized(values: &[f64]) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / n;
    let scale = if variance > 0.0 { variance.sqrt() } else { 1.0 };
    values.iter().map(|value| (value - mean) / scale).collect()
}

/// Correlation of two columns that are standardized.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() / a.len() as f64
}

/// A regression of standardized ranks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RankRegression {
    /// Coefficient of each column: standardized rank regression coefficients.
    pub(crate) coefficients: Vec<f64>,
    /// Standard error of each.
    pub(crate) errors: Vec<f64>,
    /// Share of the variance of the ranks that they explain.
    pub(crate) r2: f64,
    /// The same less what as many columns of chance would explain.
    pub(crate) adjusted_r2: f64,
}

/// Regresses ranks of `response` on ranks of `columns`; `None` unless there are at least two more
/// values than columns, and no column follows from others.
pub(crate) fn rank_regression(columns: &[Vec<f64>], response: &[f64]) -> Option<RankRegression> {
    let (n, k) = (response.len(), columns.len());
    if k == 0 || n < k + 2 {
        return None;
    }
    let y = standardized(&ranks(response));
    let x: Vec<Vec<f64>> = columns
        .iter()
        .map(|one| standardized(&ranks(one)))
        .collect();
    let correlations = Array2::from_shape_fn((k, k), |(a, b)| correlation(&x[a], &x[b]));
    let factor = cholesky(&correlations)?;
    if (0..k).any(|column| factor[[column, column]].powi(2) < LEAST_PIVOT) {
        return None;
    }
    let right: Vec<f64> = x.iter().map(|column| correlation(column, &y)).collect();
    let coefficients = solve(&factor, &right);
    let explained: f64 = coefficients.iter().zip(&right).map(|(b, r)| b * r).sum();
    let total = correlation(&y, &y);
    let r2 = if total > 0.0 { explained / total } else { 0.0 };
    // Variance of what is left, over the degrees of freedom.
    let left = (total - explained).max(0.0) / (n - 1 - k) as f64;
    let error = |column: usize| -> f64 {
        let mut unit = vec![0.0; k];
        unit[column] = 1.0;
        (left * solve(&factor, &unit)[column]).sqrt()
    };
    Some(RankRegression {
        coefficients,
        errors: (0..k).map(error).collect(),
        r2,
        adjusted_r2: 1.0 - (1.0 - r2) * (n - 1) as f64 / (n - 1 - k) as f64,
    })
}

/// Rank correlation of two lists of values.
pub(crate) fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    correlation(&standardized(&ranks(a)), &standardized(&ranks(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Purpose, Stream};

    fn columns(count: usize, n: usize) -> Vec<Vec<f64>> {
        let stream = Stream::new(7, Purpose::Test, 0);
        let column = |j| (0..n).map(|i| stream.uniform(j, i as u64)).collect();
        (0..count as u64).map(column).collect()
    }

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
    }

    #[test]
    fn coefficients_of_a_known_function_are_found() {
        let x = columns(3, 400);
        // Monotone and far from linear: ranks see through it.
        let y: Vec<f64> = (0..400)
            .map(|i| (3.0 * x[0][i] - 1.5 * x[1][i]).exp())
            .collect();
        let found = rank_regression(&x, &y).unwrap();
        assert!(found.r2 > 0.97, "{found:?}");
        let [a, b, c] = found.coefficients[..] else {
            panic!("three columns");
        };
        assert!((a / -b - 2.0).abs() < 0.2 && c.abs() < 0.05, "{found:?}");
        assert!(rank_correlation(&x[0], &y) > 0.8);
        // Columns are nearly apart, so each error is near that of a single one.
        let alone = ((1.0 - found.r2) / 396.0).sqrt();
        assert!(
            found
                .errors
                .iter()
                .all(|error| (error / alone - 1.0).abs() < 0.05)
        );
    }

    #[test]
    fn what_does_not_follow_from_the_columns_is_not_explained() {
        let x = columns(11, 60);
        let found = rank_regression(&x[..10], &x[10]).unwrap();
        assert!(found.adjusted_r2 < 0.2 && found.r2 < 0.5, "{found:?}");
    }

    #[test]
    fn coefficients_of_chance_lie_within_two_standard_errors_of_nothing_nineteen_times_in_twenty() {
        let stream = Stream::new(11, Purpose::Test, 0);
        let column = |j: u64| -> Vec<f64> { (0..40).map(|i| stream.uniform(j, i)).collect() };
        let mut outside = 0;
        for n in 0..100 {
            let x: Vec<Vec<f64>> = (0..5).map(|j| column(6 * n + j)).collect();
            let found = rank_regression(&x, &column(6 * n + 5)).unwrap();
            let pairs = found.coefficients.iter().zip(&found.errors);
            outside += pairs.filter(|(b, error)| b.abs() > 2.0 * **error).count();
        }
        assert!((10..=45).contains(&outside), "{outside} of 500");
    }

    #[test]
    fn an_interaction_without_main_effects_is_seen_as_missing() {
        let x = columns(2, 300);
        let y: Vec<f64> = (0..300)
            .map(|i| (x[0][i] - 0.5) * (x[1][i] - 0.5))
            .collect();
        assert!(rank_regression(&x, &y).unwrap().r2 < 0.1);
    }

    #[test]
    fn too_few_values_and_twins_give_no_answer() {
        let x = columns(3, 4);
        assert_eq!(rank_regression(&x, &[1.0, 2.0, 3.0, 4.0]), None);
        let twice = vec![x[0].clone(), x[0].clone()];
        assert_eq!(rank_regression(&twice, &[1.0, 2.0, 3.0, 4.0]), None);
    }
}
