//! Sizes of real enterprises inside a cell and how they are gathered into rows.
//!
//! MODEL.md, section 4. Real enterprises of a cell are ordered by size: enterprise k of n has the
//! quantile u_k = (k - U)/n of its class, U one draw a cell in [0.05, 0.95]. Free draws would let
//! one draw of a heavy tail take a whole cell. Distributions (workers, as a shape for output):
//! micro log-normal, sigma 0.6; small Pareto 1.65 on 5 to 20; medium Pareto 1.11 on 20 to 100;
//! large Pareto 1.11 from 100. The largest half of a cell's rows are single enterprises, the other
//! half groups of neighbouring ranks, so the tail is made of single enterprises at every number of
//! rows. One factor a cell then makes its value added exact.

use super::numbers::{even_parts, normal_quantile};
use crate::ids::Class;

/// Spread of micro enterprises, standard deviation of the logarithm (MODEL.md, section 4).
const MICRO_SIGMA: f64 = 0.6;
/// Pareto exponent below 20 workers (firm_size_exponents.csv).
const SMALL_EXPONENT: f64 = 1.65;
/// Pareto exponent from 20 workers on (firm_size_exponents.csv).
const TAIL_EXPONENT: f64 = 1.11;
/// Workers where small, medium and large begin (BPS).
const SMALL_FROM: f64 = 5.0;
const MEDIUM_FROM: f64 = 20.0;
const LARGE_FROM: f64 = 100.0;
/// Range of the draw U: the ends would put the largest of a cell at infinity.
const JITTER: (f64, f64) = (0.05, 0.95);
/// Ranks at which the mean size of a large group is taken.
const RANKS_OF_GROUP: u64 = 8;
/// Most ranks at which the spread of sizes in a group is taken: all of those of a heavy tail.
const RANKS_OF_BIAS: u64 = 4096;

/// One row of a cell: real enterprises and their mean relative size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SizeGroup {
    /// Real enterprises.
    pub weight: u64,
    /// Mean size, workers as a shape.
    pub size: f64,
    /// Mean size weighted by size, over the mean.
    pub size_bias: f64,
}

/// Gathers `count` real enterprises into `rows` rows, smallest first. `draw` is uniform in [0, 1).
pub(super) fn groups(class: Class, count: u64, rows: u64, draw: f64) -> Vec<SizeGroup> {
    let jitter = JITTER.0 + (JITTER.1 - JITTER.0) * draw;
    let singles = if rows == count { rows } else { rows / 2 };
    let grouped = rows - singles;
    let mut rank = 1;
    even_parts(count - singles, grouped)
        .chain((0..singles).map(|_| 1))
        .map(|weight| {
            let ranks = Ranks {
                class,
                first: rank,
                weight,
                count,
                jitter,
            };
            rank += weight;
            SizeGroup {
                weight,
                size: ranks.mean_size(),
                size_bias: ranks.size_bias(),
            }
        })
        .collect()
}

/// Neighbouring ranks of a class: `weight` real enterprises from `first` on, of `count` in the cell.
struct Ranks {
    class: Class,
    first: u64,
    weight: u64,
    count: u64,
    jitter: f64,
}

impl Ranks {
    /// Sizes at so many evenly spaced ranks.
    fn sizes(&self, points: u64) -> impl Iterator<Item = f64> {
        (0..points).map(move |point| {
            let step = (point as f64 + 0.5) * self.weight as f64 / points as f64;
            let rank = self.first as f64 + step - 0.5;
            size_at(self.class, (rank - self.jitter) / self.count as f64)
        })
    }

    fn mean_size(&self) -> f64 {
        let points = self.weight.min(RANKS_OF_GROUP);
        self.sizes(points).sum::<f64>() / points as f64
    }

    /// Mean of squares over the square of the mean, at every rank where the tail is heavy.
    fn size_bias(&self) -> f64 {
        let points = self.weight.min(RANKS_OF_BIAS);
        let (mut sum, mut squares) = (0.0, 0.0);
        for size in self.sizes(points) {
            sum += size;
            squares += size * size;
        }
        squares * points as f64 / (sum * sum)
    }
}

/// Size at a quantile of its class.
fn size_at(class: Class, u: f64) -> f64 {
    match class {
        Class::Micro => (MICRO_SIGMA * normal_quantile(u)).exp(),
        Class::Small => bounded_pareto(u, SMALL_FROM, MEDIUM_FROM, SMALL_EXPONENT),
        Class::Medium => bounded_pareto(u, MEDIUM_FROM, LARGE_FROM, TAIL_EXPONENT),
        Class::Large => LARGE_FROM * (1.0 - u).powf(-1.0 / TAIL_EXPONENT),
    }
}

/// Quantile of a Pareto distribution between two bounds.
fn bounded_pareto(u: f64, from: f64, to: f64, exponent: f64) -> f64 {
    let inside = 1.0 - (from / to).powf(exponent);
    from * (1.0 - u * inside).powf(-1.0 / exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_hold_every_enterprise_and_end_with_singles() {
        let groups = groups(Class::Micro, 1_003, 10, 0.4);
        assert_eq!(groups.len(), 10);
        assert_eq!(groups.iter().map(|g| g.weight).sum::<u64>(), 1_003);
        assert!(groups[5..].iter().all(|g| g.weight == 1));
        assert!(groups.windows(2).all(|pair| pair[0].size < pair[1].size));
    }

    #[test]
    fn a_single_row_holds_the_whole_cell() {
        assert_eq!(groups(Class::Large, 7, 1, 0.9)[0].weight, 7);
        assert!(
            groups(Class::Large, 7, 7, 0.9)
                .iter()
                .all(|g| g.weight == 1)
        );
    }

    #[test]
    fn what_a_unit_of_output_comes_from_does_not_depend_on_the_number_of_rows() {
        // Mean size weighted by size, over the mean of the cell: all in one row, or in many.
        let bias = |class, rows| {
            let groups = groups(class, 400, rows, 0.4);
            let sum: f64 = groups.iter().map(|g| g.weight as f64 * g.size).sum();
            let squares = |g: &SizeGroup| g.weight as f64 * g.size * g.size * g.size_bias;
            groups.iter().map(squares).sum::<f64>() * 400.0 / (sum * sum)
        };
        for class in Class::ALL {
            let singles = bias(class, 400);
            for rows in [1, 7, 50] {
                let gathered = bias(class, rows) / singles;
                // The mean of a group is taken at eight ranks, its bias at all: they part where
                // one row holds a heavy tail.
                assert!(
                    (0.99..1.4).contains(&gathered),
                    "{class:?} {rows} {gathered}"
                );
            }
        }
        assert!(bias(Class::Large, 1) > 5.0 && bias(Class::Medium, 1) < 1.4);
    }

    #[test]
    fn sizes_stay_inside_their_class() {
        for u in [1e-9, 0.3, 0.999_999] {
            assert!((SMALL_FROM..MEDIUM_FROM).contains(&size_at(Class::Small, u)));
            assert!((MEDIUM_FROM..LARGE_FROM).contains(&size_at(Class::Medium, u)));
            assert!(size_at(Class::Large, u) >= LARGE_FROM);
        }
    }
}
