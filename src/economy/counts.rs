//! Real enterprises and value added of each cell sector x province x class.
//!
//! MODEL.md, section 4. A class is spread over provinces like its sector's value added. Where
//! `e` enterprises are expected, one is given from a threshold on, the rest by largest remainder;
//! a province keeps at least one enterprise of every sector it has value added of, and national
//! counts stay exact. Value added of cells: RAS of count x national mean to value added by
//! province (rows) and by class (columns). Rounding at one half instead makes basic metals
//! infeasible, hence the thresholds; where the RAS does not close they are halved.
//!
//! Units: enterprises; bn Rp a week.

use super::frame::Frame;
use super::numbers::descending;
use crate::data::ras;
use crate::ids::{CLASSES, Class, PROVINCES};
use ndarray::{Array2, Array3};

/// Expected number of enterprises from which a cell gets one, by class (ours: rare classes are
/// taken earlier where they carry the province's value added).
const THRESHOLD: [f64; CLASSES] = [0.1, 0.3, 0.3, 0.1];
/// How often thresholds are halved before the tables are called contradictory.
const HALVINGS: u32 = 8;
/// Closure of value added of cells, relative.
const TOLERANCE: f64 = 1e-13;
/// Sweeps before thresholds are halved.
const MAX_SWEEPS: usize = 3_000;

/// Counts and value added by [sector, province, class].
pub(super) struct Cells {
    /// Real enterprises.
    pub count: Array3<u64>,
    /// Value added, bn Rp a week.
    pub gva: Array3<f64>,
}

impl Cells {
    /// Real enterprises of a cell.
    pub fn count(&self, sector: usize, province: usize, class: Class) -> u64 {
        self.count[[sector, province, class as usize]]
    }

    /// Value added of a cell.
    pub fn gva(&self, sector: usize, province: usize, class: Class) -> f64 {
        self.gva[[sector, province, class as usize]]
    }
}

/// Counts and value added of all cells.
///
/// # Panics
/// If no whole counts can carry a sector's value added by province and class.
pub(super) fn cells(frame: &Frame) -> Cells {
    let dim = (frame.sectors, PROVINCES, CLASSES);
    let mut cells = Cells {
        count: Array3::zeros(dim),
        gva: Array3::zeros(dim),
    };
    for sector in 0..frame.sectors {
        let (count, gva) = (0..=HALVINGS)
            .find_map(|halving| sector_cells(frame, sector, 0.5f64.powi(halving as i32)))
            .unwrap_or_else(|| {
                panic!(
                    "no whole counts carry the value added of `{}` by province and class",
                    frame.tables.sectors[sector].code
                )
            });
        cells
            .count
            .index_axis_mut(ndarray::Axis(0), sector)
            .assign(&count);
        cells
            .gva
            .index_axis_mut(ndarray::Axis(0), sector)
            .assign(&gva);
    }
    cells
}

/// Counts and value added of one sector by [province, class], or nothing if they do not close.
fn sector_cells(
    frame: &Frame,
    sector: usize,
    threshold_scale: f64,
) -> Option<(Array2<u64>, Array2<f64>)> {
    let provinces: Vec<f64> = frame.province_gva.column(sector).to_vec();
    let national = frame.gva[sector];
    let mut expected = Array2::zeros((PROVINCES, CLASSES));
    let mut count = Array2::zeros((PROVINCES, CLASSES));
    for class in Class::ALL {
        let total = frame.enterprises(sector, class);
        let e: Vec<f64> = provinces
            .iter()
            .map(|gva| total as f64 * gva / national)
            .collect();
        let whole = whole_counts(&e, total, THRESHOLD[class as usize] * threshold_scale);
        for r in 0..PROVINCES {
            expected[[r, class as usize]] = e[r];
            count[[r, class as usize]] = whole[r];
        }
    }
    keep_one_everywhere(&provinces, &expected, &mut count);
    let shares: Vec<f64> = Class::ALL
        .iter()
        .map(|&class| frame.class_share(sector, class))
        .collect();
    let targets: Vec<f64> = shares.iter().map(|share| share * national).collect();
    let mut gva = Array2::from_shape_fn((PROVINCES, CLASSES), |(r, c)| {
        let enterprises = frame.tables.classes[sector][c].enterprises.max(1);
        count[[r, c]] as f64 * targets[c] / enterprises as f64
    });
    let report = ras::ras(&mut gva, &provinces, &targets, TOLERANCE, MAX_SWEEPS);
    report.closed.then_some((count, gva))
}

/// Whole numbers near `expected` that add to `total`; one where at least `threshold` is expected.
fn whole_counts(expected: &[f64], total: u64, threshold: f64) -> Vec<u64> {
    let mut whole: Vec<u64> = expected
        .iter()
        .map(|&e| (e.floor() as u64).max(u64::from(e >= threshold)))
        .collect();
    while whole.iter().sum::<u64>() < total {
        let missing = (total - whole.iter().sum::<u64>()) as usize;
        let gap: Vec<f64> = expected
            .iter()
            .zip(&whole)
            .map(|(&e, &n)| if e > 0.0 { e - n as f64 } else { f64::MIN })
            .collect();
        let with_output = expected.iter().filter(|&&e| e > 0.0).count();
        for place in descending(&gap).into_iter().take(missing.min(with_output)) {
            whole[place] += 1;
        }
    }
    while whole.iter().sum::<u64>() > total {
        let place = most_dispensable(expected, &whole);
        whole[place] -= 1;
    }
    whole
}

/// Where one enterprise too many is taken back: the cell furthest above its expectation that
/// keeps at least one, else the cell where least is expected.
fn most_dispensable(expected: &[f64], whole: &[u64]) -> usize {
    let excess = |place: usize| whole[place] as f64 - expected[place];
    let with = |least: u64| (0..whole.len()).filter(move |&place| whole[place] >= least);
    with(2)
        .max_by(|&a, &b| excess(a).total_cmp(&excess(b)).then(b.cmp(&a)))
        .or_else(|| with(1).min_by(|&a, &b| expected[a].total_cmp(&expected[b])))
        .expect("a sum above zero has a place above zero")
}

/// Moves one enterprise to each province that has value added of the sector but no enterprise,
/// from the province with most of the class where most are expected.
fn keep_one_everywhere(provinces: &[f64], expected: &Array2<f64>, count: &mut Array2<u64>) {
    for r in 0..PROVINCES {
        if provinces[r] <= 0.0 || count.row(r).sum() > 0 {
            continue;
        }
        for class in descending(&expected.row(r).to_vec()) {
            let donor = (0..PROVINCES)
                .max_by_key(|&q| (count[[q, class]], PROVINCES - q))
                .expect("there are provinces");
            if count[[donor, class]] >= 2 {
                count[[donor, class]] -= 1;
                count[[r, class]] += 1;
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_counts_add_up_and_give_one_from_the_threshold_on() {
        let whole = whole_counts(&[7.45, 0.35, 0.15, 0.05], 8, 0.3);
        assert_eq!(whole, vec![7, 1, 0, 0]);
    }

    #[test]
    fn too_many_thresholds_are_taken_back_from_the_largest() {
        let whole = whole_counts(&[2.8, 0.6, 0.6], 4, 0.1);
        assert_eq!(whole.iter().sum::<u64>(), 4);
        let crowded = whole_counts(&[0.4, 0.35, 0.25], 1, 0.1);
        assert_eq!(crowded, vec![1, 0, 0]);
    }

    #[test]
    fn a_province_with_value_added_keeps_an_enterprise() {
        let mut provinces = vec![0.0; PROVINCES];
        provinces[0] = 99.0;
        provinces[1] = 1.0;
        let mut expected = Array2::zeros((PROVINCES, CLASSES));
        expected[[1, 2]] = 0.2;
        expected[[1, 3]] = 0.05;
        let mut count = Array2::zeros((PROVINCES, CLASSES));
        count[[0, 2]] = 20;
        keep_one_everywhere(&provinces, &expected, &mut count);
        assert_eq!((count[[0, 2]], count[[1, 2]]), (19, 1));
    }
}
