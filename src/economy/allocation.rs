//! How many rows a cell gets.
//!
//! MODEL.md, section 4. A cell of `count` real enterprises and value added V gets
//! n = min(count, max(1, floor(lambda m V))) rows, m = 1, 1, 4, 4 from micro to large; lambda by
//! bisection, so that all rows, cooperatives and their members included, come as near as possible
//! to what the plan asks for from below. Every non-empty cell needs one row, so there is a least
//! number (about 4,000 for `Io30`): a plan below it gets it. From 50,000 rows on all medium and
//! large enterprises of the focus branches are single rows, from 500,000 their small ones too
//! (food excepted: 62 thousand).
//!
//! Units: real enterprises; bn Rp a week.

use super::cooperatives;
use super::counts::Cells;
use super::frame::Frame;
use crate::ids::{CLASSES, Class, PROVINCES};

/// Rows per unit of value added, by class (MODEL.md, section 4).
const ROWS_PER_GVA: [f64; CLASSES] = [1.0, 1.0, 4.0, 4.0];
/// Branches whose medium and large enterprises are the programme's buyers.
pub(super) const FOCUS_MANUFACTURING: [&str; 7] = [
    "food_beverage",
    "fish_processing",
    "automotive",
    "machinery",
    "metal_electronics",
    "rubber_plastic",
    "basic_metal",
];
/// The branch whose small enterprises are too many to be single rows.
const MANY_SMALL: &str = "food_beverage";
/// Rows from which medium and large enterprises of the focus branches are single.
const ROWS_FOR_SINGLE_BUYERS: usize = 50_000;
/// Rows from which small enterprises of the focus branches are single.
const ROWS_FOR_SINGLE_SMALL: usize = 500_000;
/// Halvings of the bracket of lambda: far below one row.
const BISECTIONS: usize = 80;

/// The enterprises of a cell that are no members.
#[derive(Clone, Copy)]
pub(super) struct CellPlan {
    /// Sector.
    pub sector: usize,
    /// Province.
    pub province: usize,
    /// Class.
    pub class: Class,
    /// Real enterprises.
    pub count: u64,
    /// Their value added, bn Rp a week.
    pub gva: f64,
    /// Each of them is a row of its own.
    pub all_single: bool,
}

/// Cells with enterprises that are no members of a cooperative.
pub(super) fn cell_plans(
    frame: &Frame,
    cells: &Cells,
    groups: &[cooperatives::Group],
    rows: usize,
) -> Vec<CellPlan> {
    let mut members = vec![0; frame.sectors * PROVINCES];
    for group in groups {
        members[group.sector * PROVINCES + group.province] += group.members;
    }
    let mut plans = Vec::new();
    for sector in 0..frame.sectors {
        for province in 0..PROVINCES {
            for class in Class::ALL {
                let all = cells.count(sector, province, class);
                let in_cooperatives = match class {
                    Class::Micro => members[sector * PROVINCES + province],
                    Class::Small | Class::Medium | Class::Large => 0,
                };
                let count = all - in_cooperatives;
                if count > 0 {
                    let gva = cells.gva(sector, province, class) * count as f64 / all as f64;
                    let all_single = all_single(frame, sector, class, rows);
                    plans.push(CellPlan {
                        sector,
                        province,
                        class,
                        count,
                        gva,
                        all_single,
                    });
                }
            }
        }
    }
    plans
}

/// Whether each enterprise of this sector and class is a row of its own.
fn all_single(frame: &Frame, sector: usize, class: Class, rows: usize) -> bool {
    let branch = frame.tables.sectors[sector].parent_code.as_str();
    let focus = FOCUS_MANUFACTURING.contains(&branch);
    match class {
        Class::Micro => false,
        Class::Small => focus && rows >= ROWS_FOR_SINGLE_SMALL && branch != MANY_SMALL,
        Class::Medium | Class::Large => focus && rows >= ROWS_FOR_SINGLE_BUYERS,
    }
}

/// Rows of each cell.
pub(super) fn allocate(cells: &[CellPlan], budget: u64) -> Vec<u64> {
    let rows = |lambda: f64| -> Vec<u64> {
        cells
            .iter()
            .map(|cell| {
                let wanted = (lambda * ROWS_PER_GVA[cell.class as usize] * cell.gva).floor();
                let wanted = if cell.all_single {
                    cell.count
                } else {
                    wanted as u64
                };
                wanted.clamp(1, cell.count)
            })
            .collect()
    };
    let total = |lambda: f64| rows(lambda).iter().sum::<u64>();
    let everyone: u64 = cells.iter().map(|cell| cell.count).sum();
    let mut high = 1.0;
    while total(high) < budget.min(everyone) {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..BISECTIONS {
        let middle = 0.5 * (low + high);
        if total(middle) <= budget {
            low = middle;
        } else {
            high = middle;
        }
    }
    rows(low)
}
