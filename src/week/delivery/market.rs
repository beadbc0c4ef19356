//! The provincial markets of each product: demand is shared among supplier cells by baseline flow
//! and attraction; what arrives is the mean fill of those who supply, [7.2], [7.3], [7.6].
//!
//! A weight is baseline flow x relative attraction of its supplier cell. It is never stored: the
//! attraction multiplies what the row of flows is summed with. Rows of flows are walked in the order
//! of memory; supplier cells without sales are left out.

use crate::blocks::dot;
use crate::economy::{Economy, MARKET_CELLS, MARKET_DESTINATIONS};
use crate::ids::{CLASSES, PROVINCES};
use crate::week::Week;
use crate::week::flows::Flows;

/// Column of exports in a product's market.
const EXPORTS: usize = PROVINCES;

/// A value for each destination.
type Destinations = [f64; MARKET_DESTINATIONS];

/// Attraction of supplier cells and their orders, for all products.
pub(super) fn share_out_demand(week: &mut Week) {
    attraction(week);
    for p in 0..week.base.sectors {
        norms(week.economy, week.flows, p);
        let demand = demand_by_destination(week.flows, p);
        orders_of_cells(week, p, &demand);
    }
}

/// [7.3]: sum of R_f g_f by supplier cell, and the same over week 0.
fn attraction(week: &mut Week) {
    let (state, flows) = (&*week.state, &mut *week.flows);
    flows.attraction.fill(0.0);
    let families = week
        .base
        .exchange
        .supplier_cell
        .iter()
        .zip(&state.market_size);
    for ((&cell, residual), reputation) in families.zip(&state.reputation) {
        flows.attraction[cell as usize] += residual * reputation;
    }
    let cells = flows
        .attraction
        .iter()
        .zip(&week.economy.market.residual_of_cell);
    for (relative, (attraction, &base)) in flows.relative_attraction.iter_mut().zip(cells) {
        *relative = if base > 0.0 { attraction / base } else { 0.0 };
    }
}

/// Baseline flows of one product out of each supplier cell with sales: (cell, flows).
fn flows_out(economy: &Economy, p: usize) -> impl Iterator<Item = (usize, &[f64])> {
    let of_product = MARKET_CELLS * MARKET_DESTINATIONS;
    let all = economy
        .market
        .flow
        .as_slice()
        .expect("flows are stored in standard order");
    let sold = economy.market.residual_of_cell.row(p);
    all[p * of_product..(p + 1) * of_product]
        .chunks_exact(MARKET_DESTINATIONS)
        .enumerate()
        .filter(move |&(cell, _)| sold[cell] > 0.0)
}

/// Adds `factor` x a row of flows to the destinations.
fn add_row(sum: &mut [f64], row: &[f64], factor: f64) {
    for (sum, flow) in sum.iter_mut().zip(row) {
        *sum += flow * factor;
    }
}

/// norm_q: sum of the weights into each destination.
fn norms(economy: &Economy, flows: &mut Flows, p: usize) {
    let norm = &mut flows.market_norm[p * MARKET_DESTINATIONS..(p + 1) * MARKET_DESTINATIONS];
    norm.fill(0.0);
    let relative = &flows.relative_attraction[p * MARKET_CELLS..(p + 1) * MARKET_CELLS];
    for (cell, row) in flows_out(economy, p) {
        add_row(norm, row, relative[cell]);
    }
}

/// Demand of households and of all others by destination, over the sum of weights, [7.2].
fn demand_by_destination(flows: &Flows, p: usize) -> [Destinations; 2] {
    let [mut of_households, mut of_others] = [[0.0; MARKET_DESTINATIONS]; 2];
    for (q, (to_households, to_others)) in of_households.iter_mut().zip(&mut of_others).enumerate()
    {
        let norm = flows.market_norm[p * MARKET_DESTINATIONS + q];
        if norm == 0.0 {
            continue;
        }
        let place = p * PROVINCES + q;
        let [households, others] = if q == EXPORTS {
            [0.0, flows.export_order[p]]
        } else {
            [
                flows.household_order[place],
                flows.slot_order[place]
                    + flows.government_order[place]
                    + flows.investment_order[place],
            ]
        };
        *to_households = households / norm;
        *to_others = others / norm;
    }
    [of_households, of_others]
}

/// Orders to each supplier cell over its attraction; households that travel meet the restrictions
/// of the supplier's province.
fn orders_of_cells(week: &mut Week, p: usize, [households, others]: &[Destinations; 2]) {
    let flows = &mut *week.flows;
    let visitor = week.base.visitor[p];
    let all: Destinations = std::array::from_fn(|q| households[q] + others[q]);
    let sold = week.economy.market.residual_of_cell.row(p);
    for (cell, row) in flows_out(week.economy, p) {
        let place = p * MARKET_CELLS + cell;
        let per_weight = if visitor {
            dot(row, households) * travel(flows, p, cell) + dot(row, others)
        } else {
            dot(row, &all)
        };
        // Orders to the cell are this x attraction; families share them by attraction.
        flows.market_orders_of_cell[place] = per_weight / sold[cell];
    }
}

/// Demand multiplier phi of visitors in the supplier cell's province.
fn travel(flows: &Flows, p: usize, cell: usize) -> f64 {
    flows.contact_demand[p * PROVINCES + cell / CLASSES]
}

/// Fill of supplier cells, then of destinations, [7.6].
pub(super) fn fill(week: &mut Week) {
    fill_of_cells(week);
    for p in 0..week.base.sectors {
        fill_of_destinations(week, p);
    }
}

/// FC_c: mean fill of the families of a supplier cell by attraction.
fn fill_of_cells(week: &mut Week) {
    let (state, flows) = (&*week.state, &mut *week.flows);
    flows.fill_of_market_cell.fill(0.0);
    let families = week
        .base
        .exchange
        .supplier_cell
        .iter()
        .zip(&state.market_size);
    for ((&cell, residual), reputed_fill) in families.zip(&flows.reputed_fill) {
        flows.fill_of_market_cell[cell as usize] += residual * reputed_fill;
    }
    for (fill, &attraction) in flows.fill_of_market_cell.iter_mut().zip(&flows.attraction) {
        *fill = if attraction > 0.0 {
            *fill / attraction
        } else {
            1.0
        };
    }
}

/// MF_pq, and what arrives of households' orders.
fn fill_of_destinations(week: &mut Week, p: usize) {
    let flows = &mut *week.flows;
    let visitor = week.base.visitor[p];
    let (mut all, mut travelled) = ([0.0; MARKET_DESTINATIONS], [0.0; MARKET_DESTINATIONS]);
    for (cell, row) in flows_out(week.economy, p) {
        let place = p * MARKET_CELLS + cell;
        let filled = flows.relative_attraction[place] * flows.fill_of_market_cell[place];
        add_row(&mut all, row, filled);
        if visitor {
            add_row(&mut travelled, row, filled * travel(flows, p, cell));
        }
    }
    let households = if visitor { &travelled } else { &all };
    let norm = &flows.market_norm[p * MARKET_DESTINATIONS..(p + 1) * MARKET_DESTINATIONS];
    let mean = |sum: f64, norm: f64| if norm > 0.0 { sum / norm } else { 0.0 };
    for q in 0..PROVINCES {
        flows.market_fill[p * PROVINCES + q] = mean(all[q], norm[q]);
        flows.household_fill[p * PROVINCES + q] = mean(households[q], norm[q]);
    }
    flows.export_fill[p] = mean(all[EXPORTS], norm[EXPORTS]);
}
