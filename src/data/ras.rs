//! Bi-proportional fitting (RAS): the matrix closest to a seed that has given row and column
//! sums, found by scaling columns and rows in turn.
//!
//! Sums run in the order of the matrix, on one thread, so the result is the same bits everywhere.

use ndarray::Array2;

/// How far the sum of one line (row or column) is from its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Residual {
    /// Index of the line.
    pub index: usize,
    /// |sum - target| / target; where the target is 0, 1 if the sum is not 0.
    pub relative: f64,
}

/// What a fit has reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RasReport {
    /// Sweeps done, each one scaling of all columns and then of all rows.
    pub sweeps: usize,
    /// The row that is furthest from its target.
    pub worst_row: Residual,
    /// The column that is furthest from its target.
    pub worst_column: Residual,
    /// Both are within the tolerance.
    pub closed: bool,
}

impl RasReport {
    /// One line for messages, with the names of rows and columns of the caller.
    pub fn describe(&self, row_name: &str, column_name: &str) -> String {
        format!(
            "RAS {} after {} sweeps: worst row {} (`{}`) off by {:.1e}, worst column {} (`{}`) off by {:.1e}",
            if self.closed {
                "closed"
            } else {
                "did not close"
            },
            self.sweeps,
            self.worst_row.index,
            row_name,
            self.worst_row.relative,
            self.worst_column.index,
            column_name,
            self.worst_column.relative,
        )
    }
}

/// Scales `seed` (cells not negative) in place until its sums are `rows` and `columns`.
///
/// Ends on rows: at return rows hold to rounding, and `worst_column` tells what is left. Stops
/// when the worst column is within `tolerance` (relative) or after `max_sweeps`. A line whose
/// target is 0 becomes 0. A line of zeros with a positive target cannot be filled: the fit stops
/// after its first sweep and reports that line. `rows` and `columns` must have the same total,
/// else the difference is what stays in the columns.
///
/// # Panics
/// If the lengths of the targets are not those of the matrix.
pub fn ras(
    seed: &mut Array2<f64>,
    rows: &[f64],
    columns: &[f64],
    tolerance: f64,
    max_sweeps: usize,
) -> RasReport {
    assert_eq!(
        seed.dim(),
        (rows.len(), columns.len()),
        "one target for each row and column of the seed"
    );
    let targets = Targets {
        rows,
        columns,
        tolerance,
    };
    let mut column_sums = sums_of_columns(seed);
    let mut report = targets.measure(seed, &column_sums, 0);
    while !report.closed && report.sweeps < max_sweeps {
        let factors: Vec<f64> = columns
            .iter()
            .zip(&column_sums)
            .map(|(&target, &sum)| factor(target, sum))
            .collect();
        sweep(seed, rows, &factors, &mut column_sums);
        report = targets.measure(seed, &column_sums, report.sweeps + 1);
        if targets.has_empty_line(seed, &column_sums) {
            break;
        }
    }
    report
}

/// What the sums shall be.
struct Targets<'a> {
    rows: &'a [f64],
    columns: &'a [f64],
    tolerance: f64,
}

impl Targets<'_> {
    fn measure(&self, matrix: &Array2<f64>, column_sums: &[f64], sweeps: usize) -> RasReport {
        let worst_row = worst(sums_of_rows(matrix).zip(self.rows.iter().copied()));
        let worst_column = worst(
            column_sums
                .iter()
                .copied()
                .zip(self.columns.iter().copied()),
        );
        // A cell that is not a number makes a residual that is not a number: that is not closed.
        let closed =
            worst_row.relative <= self.tolerance && worst_column.relative <= self.tolerance;
        RasReport {
            sweeps,
            worst_row,
            worst_column,
            closed,
        }
    }

    /// No scaling fills a line of zeros: more sweeps would be in vain.
    fn has_empty_line(&self, matrix: &Array2<f64>, column_sums: &[f64]) -> bool {
        let empty = |(sum, &target): (f64, &f64)| sum == 0.0 && target != 0.0;
        sums_of_rows(matrix).zip(self.rows).any(empty)
            || column_sums.iter().copied().zip(self.columns).any(empty)
    }
}

/// Factor that takes `sum` to `target`; 0 where there is nothing to scale.
fn factor(target: f64, sum: f64) -> f64 {
    if sum == 0.0 { 0.0 } else { target / sum }
}

/// Scales columns by their factors and then each row to its target; leaves the new column sums.
fn sweep(seed: &mut Array2<f64>, rows: &[f64], factors: &[f64], column_sums: &mut [f64]) {
    column_sums.fill(0.0);
    for (mut row, &target) in seed.outer_iter_mut().zip(rows) {
        let mut sum = 0.0;
        for (cell, &factor) in row.iter_mut().zip(factors) {
            *cell *= factor;
            sum += *cell;
        }
        let scale = factor(target, sum);
        for (cell, column_sum) in row.iter_mut().zip(column_sums.iter_mut()) {
            *cell *= scale;
            *column_sum += *cell;
        }
    }
}

/// Column sums, added from the first row to the last.
fn sums_of_columns(matrix: &Array2<f64>) -> Vec<f64> {
    let mut sums = vec![0.0; matrix.ncols()];
    for row in matrix.outer_iter() {
        for (sum, &cell) in sums.iter_mut().zip(row) {
            *sum += cell;
        }
    }
    sums
}

/// Row sums, added from the first column to the last.
fn sums_of_rows(matrix: &Array2<f64>) -> impl Iterator<Item = f64> {
    matrix.outer_iter().map(|row| row.iter().sum::<f64>())
}

/// The line furthest from its target; the first of equals.
fn worst(sums_and_targets: impl Iterator<Item = (f64, f64)>) -> Residual {
    let mut worst = Residual {
        index: 0,
        relative: 0.0,
    };
    for (index, (sum, target)) in sums_and_targets.enumerate() {
        let relative = if target != 0.0 {
            ((sum - target) / target).abs()
        } else if sum == 0.0 {
            0.0
        } else {
            1.0
        };
        if relative > worst.relative || relative.is_nan() {
            worst = Residual { index, relative };
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_positive_seed_closes_on_rows_and_columns() {
        let mut seed = array![[1.0, 2.0, 3.0], [4.0, 1.0, 2.0]];
        let report = ras(&mut seed, &[10.0, 20.0], &[5.0, 12.0, 13.0], 1e-13, 1_000);
        assert!(report.closed, "{report:?}");
        assert!((seed.row(0).sum() - 10.0).abs() < 1e-12);
        assert!((seed.column(2).sum() - 13.0).abs() < 1e-11);
    }

    #[test]
    fn a_closed_seed_is_left_as_it_is() {
        let mut seed = array![[1.0, 2.0], [3.0, 4.0]];
        let before = seed.clone();
        let report = ras(&mut seed, &[3.0, 7.0], &[4.0, 6.0], 1e-13, 10);
        assert_eq!((report.sweeps, report.closed), (0, true));
        assert_eq!(seed, before);
    }

    #[test]
    fn a_fit_that_cannot_close_names_its_worst_column_and_keeps_rows_exact() {
        // Row 1 can only buy from column 0, and needs more than column 0 has.
        let mut seed = array![[1.0, 1.0], [1.0, 0.0]];
        let report = ras(&mut seed, &[1.0, 3.0], &[2.0, 2.0], 1e-13, 50);
        assert!(!report.closed);
        assert_eq!(report.sweeps, 50);
        assert!(report.worst_column.relative > 0.1);
        assert!(report.worst_row.relative < 1e-15);
    }

    #[test]
    fn an_empty_row_with_a_target_stops_the_fit_and_is_named() {
        let mut seed = array![[1.0, 1.0], [0.0, 0.0]];
        let report = ras(&mut seed, &[1.0, 1.0], &[1.0, 1.0], 1e-13, 1_000);
        assert_eq!(
            (report.closed, report.sweeps, report.worst_row.index),
            (false, 1, 1)
        );
        assert!(report.describe("a", "b").contains("worst row 1 (`a`)"));
    }

    #[test]
    fn zero_targets_empty_their_lines() {
        let mut seed = array![[1.0, 1.0], [1.0, 1.0]];
        let report = ras(&mut seed, &[0.0, 2.0], &[2.0, 0.0], 1e-13, 10);
        assert!(report.closed);
        assert_eq!(seed, array![[0.0, 0.0], [2.0, 0.0]]);
    }
}
