//! Input orders of rows, [5.1] and [5.2].
//!
//! Rows order by blocks: each has its own part of the two columns that it writes.

use crate::blocks::{self, BLOCK, least, positive};
use crate::economy::Economy;
use crate::ids::Kind;
use crate::week::Week;
use crate::week::baseline::Baseline;
use crate::week::production::inputs::cells;
use crate::week::state::State;

/// Writes the input orders of all rows.
pub(super) fn order(week: &mut Week) {
    let flows = &mut *week.flows;
    let task = Orders {
        base: week.base,
        economy: week.economy,
        state: week.state,
        import_factor: &flows.import_factor_of_input,
        planned: &flows.planned,
        restock_weeks: week.scenario.parameters.restock_weeks,
        first_row: 0,
        domestic: &mut flows.domestic_order,
        imports: &mut flows.import_order,
    };
    let blocks = blocks::count(week.base.rows);
    blocks::each_part(
        week.threading,
        task,
        0..blocks,
        &Orders::split,
        &Orders::run,
    );
}

/// Orders of some neighbouring rows.
struct Orders<'a> {
    base: &'a Baseline,
    economy: &'a Economy,
    state: &'a State,
    import_factor: &'a [f64],
    planned: &'a [f64],
    restock_weeks: f64,
    /// Where the parts begin.
    first_row: usize,
    domestic: &'a mut [f64],
    imports: &'a mut [f64],
}

impl<'a> Orders<'a> {
    /// Parts before and from a block.
    fn split(self, block: usize) -> (Orders<'a>, Orders<'a>) {
        let start = &self.base.row_cell_start;
        let row = block * BLOCK;
        let cells = (start[row] - start[self.first_row]) as usize;
        let (domestic, domestic_after) = self.domestic.split_at_mut(cells);
        let (imports, imports_after) = self.imports.split_at_mut(cells);
        let after = Orders {
            first_row: row,
            domestic: domestic_after,
            imports: imports_after,
            ..self
        };
        (
            Orders {
                domestic,
                imports,
                ..self
            },
            after,
        )
    }

    fn run(mut self, block: usize) {
        for i in block * BLOCK..((block + 1) * BLOCK).min(self.base.rows) {
            if self.state.weight[i] != 0.0 && self.economy.rows.kind[i] != Kind::Cooperative {
                self.order_inputs(i);
            }
        }
    }

    fn order_inputs(&mut self, i: usize) {
        let (state, base) = (self.state, self.base);
        let s = self.economy.rows.sector[i] as usize;
        let [row, family] = cells(base, self.economy, i);
        let first = s * base.most_inputs;
        let ordering = Ordering {
            alpha: &base.alpha[family.clone()],
            import_share: &base.import_share[family],
            target_weeks: &base.sector_inputs[s].target_weeks,
            import_factor: &self.import_factor[first..first + row.len()],
            planned: self.planned[i],
            use_ahead: if base.storable[s] {
                0.0
            } else {
                self.planned[i]
            },
            restock_weeks: self.restock_weeks,
        };
        let before = base.row_cell_start[self.first_row] as usize;
        let own = row.start - before..row.end - before;
        let (domestic, imports) = (&mut self.domestic[own.clone()], &mut self.imports[own]);
        let stock = &state.input_stock[row.clone()];
        if state.contract_goods[i] {
            let held = &state.contract_stock[row];
            let before_use = stock.iter().zip(held).map(|(stock, held)| stock + held);
            ordering.write(before_use, domestic, imports);
        } else {
            ordering.write(stock.iter().copied(), domestic, imports);
        }
    }
}

/// What a row's orders depend on, by input.
struct Ordering<'a> {
    alpha: &'a [f64],
    import_share: &'a [f64],
    target_weeks: &'a [f64],
    /// 1 for what has no domestic source, so that it stays imported.
    import_factor: &'a [f64],
    planned: f64,
    /// Use that the stock has not yet been charged with.
    use_ahead: f64,
    restock_weeks: f64,
}

impl Ordering<'_> {
    /// Writes the orders of a row from its stocks before use.
    fn write(&self, stock: impl Iterator<Item = f64>, domestic: &mut [f64], imports: &mut [f64]) {
        let shares = self.import_share.iter().zip(self.import_factor);
        let targets = self.alpha.iter().zip(self.target_weeks).zip(shares);
        let orders = domestic.iter_mut().zip(imports);
        for ((before, ((alpha, target), (&share, &factor))), (domestic, imports)) in
            stock.zip(targets).zip(orders)
        {
            let after = positive(before - alpha * self.use_ahead);
            let order = wanted(alpha * self.planned, *target, after, self.restock_weeks);
            *imports = order * least(share * factor, 1.0);
            *domestic = order - *imports;
        }
    }
}

/// Import share of a use with this share at week 0; what has no domestic source stays imported,
/// [5.2].
pub(crate) fn import_share(baseline: f64, factor: f64) -> f64 {
    let moved = least(baseline * factor, 1.0);
    if baseline >= 1.0 { 1.0 } else { moved }
}

/// [5.1]: planned use + gap of the stock after use / restocking time, goods a week.
fn wanted(planned_use: f64, target_weeks: f64, after_use: f64, restock_weeks: f64) -> f64 {
    positive(planned_use + (target_weeks * planned_use - after_use) / restock_weeks)
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn a_full_stock_orders_just_the_use() {
        assert_eq!(wanted(2.0, 4.0, 8.0, 8.0), 2.0);
        assert_eq!(wanted(2.0, 4.0, 0.0, 8.0), 3.0);
        assert_eq!(wanted(2.0, 4.0, 100.0, 4.0), 0.0);
    }
}
