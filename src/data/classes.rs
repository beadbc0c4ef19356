//! Enterprises by sector and class.

use super::provinces::give_rounding_to_last;
use super::reader::Table;
use super::sectors::{children_of_parents, parent_codes};
use super::{ClassCell, Sector};
use crate::ids::{CLASSES, Class};

/// Reads `enterprises/by_sector_class.csv`; the cells of a sector of `Io80` are parts of its
/// parent's, by value added.
pub(super) fn read_classes(sectors: &[Sector], value_added: &[f64]) -> Vec<[ClassCell; CLASSES]> {
    let parents = read_parents();
    let empty = ClassCell {
        enterprises: 0,
        workers_thousand: 0.0,
        value_added_share: 0.0,
    };
    let mut classes = vec![[empty; CLASSES]; sectors.len()];
    for (parent, children) in parents.iter().zip(children_of_parents(sectors)) {
        let weights: Vec<f64> = children.iter().map(|&child| value_added[child]).collect();
        for (class, cell) in parent.iter().enumerate() {
            let counts = split_count(cell.enterprises, &weights);
            let shares = shares_of_filled(&counts, &weights);
            for (place, &child) in children.iter().enumerate() {
                let filled = counts[place] > 0;
                classes[child][class] = ClassCell {
                    enterprises: counts[place],
                    workers_thousand: cell.workers_thousand * shares[place],
                    // No value added without an enterprise to make it.
                    value_added_share: if filled { cell.value_added_share } else { 0.0 },
                };
            }
        }
    }
    classes.iter_mut().for_each(normalise);
    classes
}

fn read_parents() -> Vec<[ClassCell; CLASSES]> {
    let parents = parent_codes();
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    let class_names = Class::ALL.map(Class::name);
    let mut cells = vec![[None; CLASSES]; parents.len()];
    for row in Table::open("enterprises/by_sector_class.csv").rows() {
        let cell = ClassCell {
            enterprises: row.count("enterprises"),
            workers_thousand: row.number("workers_thousand"),
            value_added_share: row.number("share_of_value_added"),
        };
        if (cell.enterprises == 0) != (cell.value_added_share == 0.0) {
            row.bug("enterprises and value added must both be there or both be 0");
        }
        let class = row.index_in("class", &class_names);
        cells[row.index_in("sector", &parents)][class] = Some(cell);
    }
    cells
        .into_iter()
        .map(|sector| sector.map(|cell| cell.expect("every sector has four classes")))
        .collect()
}

/// Makes the four shares sum, micro to large, to one in every bit (the file has eight digits).
fn normalise(cells: &mut [ClassCell; CLASSES]) {
    let sum: f64 = cells.iter().map(|cell| cell.value_added_share).sum();
    cells
        .iter_mut()
        .for_each(|cell| cell.value_added_share /= sum);
    give_rounding_to_last(
        cells.iter_mut().map(|cell| &mut cell.value_added_share),
        1.0,
    );
}

/// Whole numbers in proportion to the weights, with the given total; where the total suffices
/// every part gets at least one.
fn split_count(total: u64, weights: &[f64]) -> Vec<u64> {
    let parts = weights.len() as u64;
    if total < parts {
        return largest_remainder(total, weights);
    }
    let counts = largest_remainder(total, weights);
    if counts.iter().all(|&count| count > 0) {
        return counts;
    }
    largest_remainder(total - parts, weights)
        .iter()
        .map(|count| count + 1)
        .collect()
}

/// Weights of the parts that have a count, as shares of their sum.
fn shares_of_filled(counts: &[u64], weights: &[f64]) -> Vec<f64> {
    let filled = |place: usize| {
        if counts[place] > 0 {
            weights[place]
        } else {
            0.0
        }
    };
    let sum: f64 = (0..weights.len()).map(filled).sum();
    (0..weights.len())
        .map(|place| if sum > 0.0 { filled(place) / sum } else { 0.0 })
        .collect()
}

/// Whole numbers in proportion to positive weights whose sum is `total`: the floors first, then
/// one more to each of the largest remainders (the first of equals).
pub fn largest_remainder(total: u64, weights: &[f64]) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    let quotas: Vec<f64> = weights
        .iter()
        .map(|weight| total as f64 * weight / sum)
        .collect();
    let mut counts: Vec<u64> = quotas.iter().map(|quota| quota.floor() as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| {
        quotas[b]
            .fract()
            .total_cmp(&quotas[a].fract())
            .then(a.cmp(&b))
    });
    let missing = total.saturating_sub(counts.iter().sum());
    for &place in order.iter().cycle().take(missing as usize) {
        counts[place] += 1;
    }
    counts
}
