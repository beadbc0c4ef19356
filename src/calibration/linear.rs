//! Symmetric positive matrices of some dozen rows: Cholesky factor and solutions.
//!
//! Plain loops in a fixed order instead of a library: libraries choose kernels by processor, and
//! the calibration has the same bytes on every machine.

use ndarray::Array2;

/// Lower factor L with L Lᵀ = `matrix`; `None` when it is not positive.
#[must_use]
pub(crate) fn cholesky(matrix: &Array2<f64>) -> Option<Array2<f64>> {
    let n = matrix.nrows();
    let mut factor = Array2::zeros((n, n));
    for i in 0..n {
        for j in 0..=i {
            let mut rest = matrix[[i, j]];
            for k in 0..j {
                rest -= factor[[i, k]] * factor[[j, k]];
            }
            if i == j {
                if rest <= 0.0 {
                    return None;
                }
                factor[[i, i]] = rest.sqrt();
            } else {
                factor[[i, j]] = rest / factor[[j, j]];
            }
        }
    }
    Some(factor)
}

/// x with L Lᵀ x = `right`.
#[must_use]
pub(crate) fn solve(factor: &Array2<f64>, right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut forward = right.to_vec();
    for i in 0..n {
        for k in 0..i {
            forward[i] -= factor[[i, k]] * forward[k];
        }
        forward[i] /= factor[[i, i]];
    }
    solve_transposed(factor, &forward)
}

/// x with Lᵀ x = `right`.
fn solve_transposed(factor: &Array2<f64>, right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut x = right.to_vec();
    for i in (0..n).rev() {
        for k in i + 1..n {
            x[i] -= factor[[k, i]] * x[k];
        }
        x[i] /= factor[[i, i]];
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_factor_solves() {
        let matrix = array![[4.0, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]];
        let factor = cholesky(&matrix).unwrap();
        let x = solve(&factor, &[1.0, -2.0, 0.5]);
        for (row, right) in matrix.rows().into_iter().zip([1.0, -2.0, 0.5]) {
            let left: f64 = row.iter().zip(&x).map(|(a, b)| a * b).sum();
            assert!((left - right).abs() < 1e-14);
        }
    }

    #[test]
    fn a_matrix_that_is_not_positive_has_no_factor() {
        assert_eq!(cholesky(&array![[1.0, 2.0], [2.0, 1.0]]), None);
    }
}
