//! Phase 7, delivery: stock and output meet orders; what lacks is shared in proportion.
//!
//! Equations [7.1] to [7.7]. Contract orders are served first, the rest in proportion. A family's
//! customers by link and on the market see one fill rate. Unfilled final demand is lost, unfilled
//! inputs come back through the stock gap only. Exchange of goods is three gathers over sorted
//! links (by buyer, by supplier, by buyer), so the order of every sum is fixed.

pub(crate) mod exchange;
mod links;
mod market;
mod receipts;

use super::Week;
use super::flows::Bound;
use super::integration;
use super::production::inputs::{total_use_by_product, use_inputs};
use super::state::contract_row;
use crate::ids::{Kind, NONE};

/// Delivers the week's goods.
pub(crate) fn run(week: &mut Week) {
    links::order_by_slots(week);
    links::order_by_links(week);
    market::share_out_demand(week);
    order_by_suppliers(week);
    for i in 0..week.base.rows {
        if week.state.weight[i] != 0.0 {
            spot_orders(week, i);
            supply(week, i);
        }
    }
    exports_added(week);
    fill_families(week);
    market::fill(week);
    links::fill_slots(week);
    receipts::receive(week);
    total_use_by_product(week);
    integration::delivery::run(week);
}

/// Orders that reach each family by link and on the market, [7.1] and [7.3].
fn order_by_suppliers(week: &mut Week) {
    let (state, flows, base) = (&*week.state, &mut *week.flows, week.base);
    for f in 0..week.economy.families {
        let cell = base.exchange.supplier_cell[f] as usize;
        let size = state.market_size[f] * state.reputation[f];
        let market = size * flows.market_orders_of_cell[cell];
        flows.family_orders[f] = flows.family_link_orders[f] + market;
    }
}

/// Spot orders of a row per real enterprise, members' cooperatives included, [7.4].
fn spot_orders(week: &mut Week, i: usize) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    let family = economy.rows.family[i] as usize;
    let mut orders = state.theta[i] * flows.family_orders[family] / state.weight[i];
    orders += flows.added_exports[i];
    let c = economy.cooperative_of_member[i];
    if c != NONE {
        let cooperative = economy.cooperatives[c as usize].row as usize;
        orders += flows.cooperative_order[c as usize] * state.weight[cooperative] / state.weight[i];
    }
    flows.spot_orders[i] = orders;
}

/// Delivers a row's orders from stock or output, [7.5].
fn supply(week: &mut Week, i: usize) {
    let economy = week.economy;
    let s = economy.rows.sector[i] as usize;
    let cooperative = economy.rows.kind[i] == Kind::Cooperative;
    let to_stock = week.base.storable[s] || cooperative;
    let (spot, contract) = (week.flows.spot_orders[i], week.flows.contract_orders[i]);
    let supply = if to_stock {
        week.state.finished_stock[i]
    } else {
        week.flows.can[i]
    };
    let first = week.scenario.channels.reliability;
    let [fill, contract_fill] = fills(spot, contract, supply, first);
    let contract_delivered = contract * contract_fill;
    let delivered = spot * fill + contract_delivered;
    week.flows.row_fill[i] = fill;
    week.flows.contract_fill[i] = contract_fill;
    week.flows.contract_delivered[i] = contract_delivered;
    week.flows.delivered[i] = delivered;
    let counted = if week.scenario.channels.demand_assurance {
        contract
    } else {
        0.0
    };
    week.state.orders[i] = spot + counted;
    if to_stock {
        week.state.finished_stock[i] -= delivered;
    } else {
        week.flows.output[i] = delivered;
        week.flows.inputs_used[i] = use_inputs(week, i, delivered);
        if spot + contract <= week.flows.can[i] {
            week.flows.bound[i] = Bound::Demand;
        } else if week.flows.bound[i] == Bound::Demand {
            week.flows.bound[i] = Bound::Capacity;
        }
    }
}

/// Fill rates of spot and contract orders; contract orders first while `contract_first`, [7.5].
fn fills(spot: f64, contract: f64, supply: f64, contract_first: bool) -> [f64; 2] {
    if !contract_first {
        let all = spot + contract;
        let fill = if all > 0.0 {
            (supply / all).min(1.0)
        } else {
            1.0
        };
        return [fill, fill];
    }
    let served = contract.min(supply);
    let left = supply - served;
    let fill = if spot > 0.0 {
        (left / spot).min(1.0)
    } else {
        1.0
    };
    [
        fill,
        if contract > 0.0 {
            served / contract
        } else {
            1.0
        },
    ]
}

/// Export orders won by facilitation that were delivered, [11.10].
fn exports_added(week: &mut Week) {
    let flows = &mut *week.flows;
    flows.added_exports_of_product.fill(0.0);
    if !flows.levers.on_rows {
        return;
    }
    for i in 0..week.base.rows {
        if flows.added_exports[i] > 0.0 {
            let delivered = week.state.weight[i] * flows.added_exports[i] * flows.row_fill[i];
            flows.added_exports_of_product[week.economy.rows.sector[i] as usize] += delivered;
            flows.national.exports_added += delivered;
        }
    }
}

/// Fill rate of each family: its rows' by their share of the orders, [7.6].
fn fill_families(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    for f in 0..economy.families {
        let mut fill = state.theta[f] * flows.row_fill[f];
        if state.weight[f] == 0.0 {
            fill = 0.0;
        }
        if let Some(c) = contract_row(economy, f)
            && state.weight[c] > 0.0
        {
            fill += state.theta[c] * flows.row_fill[c];
        }
        flows.family_fill[f] = fill;
        flows.reputed_fill[f] = state.reputation[f] * fill;
    }
}

#[cfg(test)]
mod tests {
    use super::fills;

    #[test]
    fn contracts_are_served_first_and_the_rest_in_proportion() {
        assert_eq!(fills(8.0, 2.0, 6.0, true), [0.5, 1.0]);
        assert_eq!(fills(8.0, 2.0, 5.0, false), [0.5, 0.5]);
        assert_eq!(fills(8.0, 2.0, 1.0, true), [0.0, 0.5]);
        assert_eq!(fills(0.0, 0.0, 0.0, true), [1.0, 1.0]);
    }
}
