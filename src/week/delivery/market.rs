//! The provincial markets of each product: demand is shared among supplier cells by baseline flow
//! and attraction; what arrives is the mean fill of those who supply, [7.2], [7.3], [7.6].

use crate::economy::{Economy, MARKET_CELLS, MARKET_DESTINATIONS, market_cell};
use crate::ids::{CLASSES, PROVINCES};
use crate::week::Week;
use crate::week::flows::Flows;
use crate::week::state::State;

/// Column of exports in a product's market.
const EXPORTS: usize = PROVINCES;

/// Attraction of supplier cells and their orders, for all products.
pub(super) fn share_out_demand(week: &mut Week) {
    attraction(week);
    for p in 0..week.base.sectors {
        weights(week, p);
        let demand = demand_by_destination(week, p);
        orders_of_cells(week, p, &demand);
    }
}

/// [7.3]: sum of R_f g_f by supplier cell.
fn attraction(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    flows.attraction.fill(0.0);
    for f in 0..economy.families {
        let place = supplier_place(economy, f);
        flows.attraction[place] += state.market_size[f] * state.reputation[f];
    }
}

fn supplier_place(economy: &Economy, family: usize) -> usize {
    let rows = &economy.rows;
    rows.sector[family] as usize * MARKET_CELLS
        + market_cell(rows.province[family] as usize, rows.class[family])
}

/// Weights of the flows of one product: baseline flow times relative attraction.
fn weights(week: &mut Week, p: usize) {
    let (flows, economy) = (&mut *week.flows, week.economy);
    for c in 0..MARKET_CELLS {
        let base = economy.market.residual_of_cell[[p, c]];
        let relative = if base > 0.0 { flows.attraction[p * MARKET_CELLS + c] / base } else { 0.0 };
        for q in 0..MARKET_DESTINATIONS {
            flows.weight_of_flow[c * MARKET_DESTINATIONS + q] =
                economy.market.flow[[p, c, q]] * relative;
        }
    }
}

/// Demand of households and of all others by destination, over the sum of weights, [7.2].
fn demand_by_destination(week: &Week, p: usize) -> [[f64; MARKET_DESTINATIONS]; 2] {
    let flows = &*week.flows;
    let mut demand = [[0.0; MARKET_DESTINATIONS]; 2];
    for q in 0..MARKET_DESTINATIONS {
        let norm = norm(flows, q);
        if norm == 0.0 {
            continue;
        }
        let place = p * PROVINCES + q;
        let [households, others] = if q == EXPORTS {
            [0.0, flows.export_order[p]]
        } else {
            [
                flows.household_order[place],
                flows.family_market_order[place]
                    + flows.government_order[place]
                    + flows.investment_order[place],
            ]
        };
        demand[0][q] = households / norm;
        demand[1][q] = others / norm;
    }
    demand
}

fn norm(flows: &Flows, q: usize) -> f64 {
    (0..MARKET_CELLS).map(|c| flows.weight_of_flow[c * MARKET_DESTINATIONS + q]).sum()
}

/// Orders to each supplier cell over its attraction; households that travel meet the restrictions
/// of the supplier's province.
fn orders_of_cells(week: &mut Week, p: usize, demand: &[[f64; MARKET_DESTINATIONS]; 2]) {
    let flows = &mut *week.flows;
    for c in 0..MARKET_CELLS {
        let travel = travel(flows, week.base.visitor[p], p, c);
        let row = &flows.weight_of_flow[c * MARKET_DESTINATIONS..(c + 1) * MARKET_DESTINATIONS];
        let mut orders = 0.0;
        for q in 0..MARKET_DESTINATIONS {
            orders += row[q] * (demand[0][q] * travel + demand[1][q]);
        }
        let attraction = flows.attraction[p * MARKET_CELLS + c];
        flows.market_orders_of_cell[p * MARKET_CELLS + c] =
            if attraction > 0.0 { orders / attraction } else { 0.0 };
    }
}

/// Demand multiplier phi of visitors in the supplier cell's province, one for other products.
fn travel(flows: &Flows, visitor: bool, p: usize, cell: usize) -> f64 {
    if visitor { flows.contact_demand[p * PROVINCES + cell / CLASSES] } else { 1.0 }
}

/// Market orders of one family, [7.3].
pub(super) fn orders_of_family(economy: &Economy, state: &State, flows: &Flows, f: usize) -> f64 {
    state.market_size[f]
        * state.reputation[f]
        * flows.market_orders_of_cell[supplier_place(economy, f)]
}

/// Fill of supplier cells, then of destinations, [7.6].
pub(super) fn fill(week: &mut Week) {
    fill_of_cells(week);
    for p in 0..week.base.sectors {
        weights(week, p);
        let flows = &mut *week.flows;
        for q in 0..MARKET_DESTINATIONS {
            let (mut all, mut travelled, mut norm) = (0.0, 0.0, 0.0);
            for c in 0..MARKET_CELLS {
                let weight = flows.weight_of_flow[c * MARKET_DESTINATIONS + q];
                let filled = weight * flows.fill_of_market_cell[p * MARKET_CELLS + c];
                norm += weight;
                all += filled;
                travelled += filled * travel(flows, week.base.visitor[p], p, c);
            }
            let [all, travelled] =
                if norm > 0.0 { [all / norm, travelled / norm] } else { [0.0, 0.0] };
            if q == EXPORTS {
                flows.export_fill[p] = all;
            } else {
                flows.market_fill[p * PROVINCES + q] = all;
                flows.household_fill[p * PROVINCES + q] = travelled;
            }
        }
    }
}

fn fill_of_cells(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    flows.fill_of_market_cell.fill(0.0);
    for f in 0..economy.families {
        let place = supplier_place(economy, f);
        flows.fill_of_market_cell[place] += state.market_size[f] * flows.reputed_fill[f];
    }
    for (fill, &attraction) in flows.fill_of_market_cell.iter_mut().zip(&flows.attraction) {
        *fill = if attraction > 0.0 { *fill / attraction } else { 1.0 };
    }
}
