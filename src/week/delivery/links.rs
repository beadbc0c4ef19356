//! Orders and fills along links, [7.1] and [7.6].
//!
//! Rows put their orders into slots; then each product walks its own links. A product's task owns
//! its part of every column that it writes, so products can be walked side by side; the order of
//! every sum is the order of exchange.

use super::exchange::Exchange;
use crate::blocks;
use crate::ids::{Kind, PROVINCES};
use crate::week::Week;
use crate::week::production::inputs::cells;

/// Sums the domestic spot orders of rows by slot.
pub(super) fn order_by_slots(week: &mut Week) {
    let (flows, base, economy) = (&mut *week.flows, week.base, week.economy);
    let slot_order = flows.slot_order.as_mut_slice();
    slot_order.fill(0.0);
    for (i, &weight) in week.state.weight.iter().enumerate() {
        if weight == 0.0 || economy.rows.kind[i] == Kind::Cooperative {
            continue;
        }
        let [row, family] = cells(base, economy, i);
        let orders = &flows.domestic_order[row];
        for (&slot, order) in base.exchange.slot[family].iter().zip(orders) {
            slot_order[slot as usize] += weight * order;
        }
    }
}

/// Turns orders of linked cells into orders over the cell's norm, and adds them up by market and by
/// supplier.
pub(super) fn order_by_links(week: &mut Week) {
    let (state, flows, base) = (&*week.state, &mut *week.flows, week.base);
    flows.family_link_orders.fill(0.0);
    let exchange = &base.exchange;
    let (market_order, linked_order) = flows.slot_order.split_at_mut(exchange.markets);
    let task = Orders {
        exchange,
        supplier: &state.sourcing.supplier,
        reputation: &state.reputation,
        market_reputation: &state.market_reputation,
        first_supplier: 0,
        first_cell: 0,
        first_market: 0,
        linked_order,
        norm: &mut flows.linked_norm,
        market_order,
        supplier_order: &mut flows.family_link_orders,
    };
    if exchange.disjoint {
        blocks::each_part(
            week.threading,
            task,
            0..base.sectors,
            &Orders::split,
            &Orders::run,
        );
    } else {
        // Suppliers of two products lie between each other (a renumbered economy): no parts.
        let mut task = task;
        (0..base.sectors).for_each(|product| task.take_orders(product));
    }
    for (orders, reputation) in flows.family_link_orders.iter_mut().zip(&state.reputation) {
        *orders *= reputation;
    }
}

/// Orders of some neighbouring products: what they read, and their own parts of what they write.
struct Orders<'a> {
    exchange: &'a Exchange,
    supplier: &'a [u32],
    reputation: &'a [f64],
    market_reputation: &'a [f64],
    /// Where the parts begin.
    first_supplier: usize,
    first_cell: usize,
    first_market: usize,
    linked_order: &'a mut [f64],
    norm: &'a mut [f64],
    market_order: &'a mut [f64],
    supplier_order: &'a mut [f64],
}

impl<'a> Orders<'a> {
    /// Parts before and from a product.
    fn split(self, product: usize) -> (Orders<'a>, Orders<'a>) {
        let of = &self.exchange.products[product];
        let (cell, market) = (of.cells.start, product * PROVINCES);
        let (linked_order, linked_order_after) =
            self.linked_order.split_at_mut(cell - self.first_cell);
        let (norm, norm_after) = self.norm.split_at_mut(cell - self.first_cell);
        let (market_order, market_order_after) =
            self.market_order.split_at_mut(market - self.first_market);
        let (supplier_order, supplier_order_after) = self
            .supplier_order
            .split_at_mut(of.suppliers.start - self.first_supplier);
        let after = Orders {
            first_supplier: of.suppliers.start,
            first_cell: cell,
            first_market: market,
            linked_order: linked_order_after,
            norm: norm_after,
            market_order: market_order_after,
            supplier_order: supplier_order_after,
            ..self
        };
        (
            Orders {
                linked_order,
                norm,
                market_order,
                supplier_order,
                ..self
            },
            after,
        )
    }

    fn run(mut self, product: usize) {
        self.take_orders(product);
    }

    fn take_orders(&mut self, product: usize) {
        let exchange = self.exchange;
        let cells = exchange.products[product].cells.clone();
        let own = cells.start - self.first_cell..cells.end - self.first_cell;
        let columns = exchange.market[cells.clone()]
            .iter()
            .zip(&exchange.market_share[cells.clone()])
            .zip(&mut self.linked_order[own.clone()])
            .zip(&mut self.norm[own]);
        for ((((&market, market_share), order), cell_norm), ends) in
            columns.zip(exchange.start[cells.start..=cells.end].windows(2))
        {
            let links = ends[0] as usize..ends[1] as usize;
            let (shares, suppliers) = (&exchange.share[links.clone()], &self.supplier[links]);
            let market = market as usize;
            let on_market = market_share * self.market_reputation[market];
            let mut norm = on_market;
            for (share, &supplier) in shares.iter().zip(suppliers) {
                norm += share * self.reputation[supplier as usize];
            }
            let per_norm = if norm > 0.0 { *order / norm } else { 0.0 };
            *cell_norm = norm;
            *order = per_norm;
            self.market_order[market - self.first_market] += per_norm * on_market;
            for (share, &supplier) in shares.iter().zip(suppliers) {
                self.supplier_order[supplier as usize - self.first_supplier] += share * per_norm;
            }
        }
    }
}

/// Fill rate of each slot's domestic spot orders.
pub(super) fn fill_slots(week: &mut Week) {
    let (state, flows, base) = (&*week.state, &mut *week.flows, week.base);
    let (market_fill, linked_fill) = flows.slot_fill.split_at_mut(base.exchange.markets);
    market_fill.copy_from_slice(&flows.market_fill);
    let task = Fills {
        exchange: &base.exchange,
        supplier: &state.sourcing.supplier,
        reputed_fill: &flows.reputed_fill,
        market_reputation: &state.market_reputation,
        market_fill: &flows.market_fill,
        norm: &flows.linked_norm,
        first_cell: 0,
        linked_fill,
    };
    blocks::each_part(
        week.threading,
        task,
        0..base.sectors,
        &Fills::split,
        &Fills::run,
    );
}

/// Fills of some neighbouring products.
struct Fills<'a> {
    exchange: &'a Exchange,
    supplier: &'a [u32],
    reputed_fill: &'a [f64],
    market_reputation: &'a [f64],
    market_fill: &'a [f64],
    norm: &'a [f64],
    first_cell: usize,
    linked_fill: &'a mut [f64],
}

impl<'a> Fills<'a> {
    /// Parts before and from a product.
    fn split(self, product: usize) -> (Fills<'a>, Fills<'a>) {
        let cell = self.exchange.products[product].cells.start;
        let (linked_fill, after) = self.linked_fill.split_at_mut(cell - self.first_cell);
        let after = Fills {
            first_cell: cell,
            linked_fill: after,
            ..self
        };
        (
            Fills {
                linked_fill,
                ..self
            },
            after,
        )
    }

    fn run(self, product: usize) {
        let exchange = self.exchange;
        let cells = exchange.products[product].cells.clone();
        let own = cells.start - self.first_cell..cells.end - self.first_cell;
        let columns = exchange.market[cells.clone()]
            .iter()
            .zip(&exchange.market_share[cells.clone()])
            .zip(&self.norm[cells.clone()])
            .zip(&mut self.linked_fill[own]);
        for ((((&market, market_share), &norm), fill), ends) in
            columns.zip(exchange.start[cells.start..=cells.end].windows(2))
        {
            let links = ends[0] as usize..ends[1] as usize;
            let (shares, suppliers) = (&exchange.share[links.clone()], &self.supplier[links]);
            let market = market as usize;
            let mut filled =
                market_share * self.market_reputation[market] * self.market_fill[market];
            for (share, &supplier) in shares.iter().zip(suppliers) {
                filled += share * self.reputed_fill[supplier as usize];
            }
            *fill = if norm > 0.0 { filled / norm } else { 1.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::blocks::Threading;
    use crate::data::{SectorScheme, tables};
    use crate::economy::{BuildPlan, Economy};
    use crate::scenario;
    use crate::week::Model;
    use std::sync::Arc;

    #[test]
    fn a_week_has_the_same_bits_on_one_thread_and_on_the_pool() {
        let plan = BuildPlan::new(9_000, 2);
        let economy = Arc::new(Economy::build(tables(SectorScheme::Io30), &plan));
        let covid = Arc::new(scenario::load("covid19").expect("a shipped scenario"));
        let mut single = Model::new(economy, covid);
        let mut pool = single.clone();
        pool.set_threading(Threading::Pool);
        for _ in 0..20 {
            single.step();
            pool.step();
        }
        assert_eq!(single.records(), pool.records());
        for column in ["input_stock", "cash", "reputation", "owed", "orders"] {
            let bits = |model: &Model| -> Vec<u64> {
                let values = model.column(column).expect("a column of the state");
                values.into_iter().map(f64::to_bits).collect()
            };
            assert!(bits(&single) == bits(&pool), "{column} differs");
        }
    }
}
