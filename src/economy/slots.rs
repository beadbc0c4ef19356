//! Which inputs a family buys by link.
//!
//! MODEL.md, section 4. Medium and large enterprises buy their largest inputs by link until 95% of
//! all are covered, small ones their first six, micro ones their first three; the rest comes from
//! the market.
//!
//! Unit: bn Rp a week, all real enterprises of a family together.

use super::{Inputs, Rows};
use crate::ids::{Class, Kind};

/// Share of inputs that medium and large enterprises buy by link (MODEL.md, section 4).
const COVERED: f64 = 0.95;
/// Inputs that small enterprises buy by link.
const SLOTS_SMALL: usize = 6;
/// Inputs that micro enterprises buy by link.
const SLOTS_MICRO: usize = 3;

/// One input that a family wants to buy by link.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Cell of the input.
    pub cell: u32,
    /// Buying family.
    pub family: u32,
    /// Domestic purchases.
    pub need: f64,
}

/// Domestic purchases of each cell at week 0.
pub(super) fn purchases(rows: &Rows, inputs: &Inputs) -> Vec<f64> {
    inputs
        .cell_family
        .iter()
        .zip(&inputs.domestic)
        .map(|(&f, coefficient)| rows.weight[f as usize] * rows.output[f as usize] * coefficient)
        .collect()
}

/// Slots of each product, in the order of families.
pub(super) fn slots(rows: &Rows, inputs: &Inputs, purchases: &[f64]) -> Vec<Vec<Slot>> {
    let mut by_product = vec![Vec::new(); inputs.products.len()];
    for family in 0..inputs.cell_start.len() - 1 {
        if rows.kind[family] == Kind::Cooperative || rows.weight[family] == 0.0 {
            continue;
        }
        let start = inputs.cell_start[family] as usize;
        let products = &inputs.products[rows.sector[family] as usize];
        for k in chosen(rows.class[family], &purchases[inputs.cells(family)]) {
            by_product[products[k] as usize].push(Slot {
                cell: (start + k) as u32,
                family: family as u32,
                need: purchases[start + k],
            });
        }
    }
    by_product
}

/// Inputs to buy by link, largest first.
fn chosen(class: Class, purchases: &[f64]) -> Vec<usize> {
    let mut order = super::numbers::descending(purchases);
    order.retain(|&k| purchases[k] > 0.0);
    match class {
        Class::Micro => order.truncate(SLOTS_MICRO),
        Class::Small => order.truncate(SLOTS_SMALL),
        Class::Medium | Class::Large => {
            let goal = COVERED * purchases.iter().sum::<f64>();
            let mut covered = 0.0;
            order.retain(|&k| {
                let wanted = covered < goal;
                covered += purchases[k];
                wanted
            });
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_choose_their_largest_inputs() {
        let purchases = [1.0, 40.0, 0.0, 3.0, 50.0, 2.5, 0.5, 2.0, 1.0];
        assert_eq!(chosen(Class::Micro, &purchases), vec![4, 1, 3]);
        assert_eq!(chosen(Class::Small, &purchases).len(), 6);
        // 95 of 100 are covered by 50 + 40 + 3 + 2.5.
        assert_eq!(chosen(Class::Large, &purchases), vec![4, 1, 3, 5]);
    }
}
