//! Markets: what is not sold by link is sold on the market of the product.
//!
//! MODEL.md, section 4. A family's market sales are what it makes less its links; their sum is the
//! sum of purchases without a link and of final demand, as an identity. Between supplier cells
//! (province x class) and destinations (34 provinces and exports) they flow by RAS on the gravity
//! kernel, exports weighted by class. The fit ends on rows, and the demand of a province is *defined*
//! as its column's sum: households take the rounding. Output = links + market for every enterprise.
//!
//! Unit: bn Rp a week.

use super::draft::Draft;
use super::frame::Frame;
use super::gravity::{self, EXPORT_WEIGHT};
use super::{
    FinalDemandBase, Inputs, Links, MARKET_CELLS, MARKET_DESTINATIONS, Market, Rows,
    WEEKS_PER_YEAR, market_cell,
};
use crate::data::ras;
use crate::ids::{CLASSES, PROVINCES};
use ndarray::{Array2, Array3, Axis};

/// Closure of market demand, relative.
const TOLERANCE: f64 = 1e-13;
/// Sweeps at most: some hundreds are needed (construction).
const MAX_SWEEPS: usize = 5_000;
/// Household demand below zero by less than this share of the market's demand is rounding.
const ROUNDING: f64 = 1e-12;

/// Closes the markets. Final demand comes back with exports, and households with the rounding.
pub(super) fn close(draft: &Draft, links: &Links) -> (Market, FinalDemandBase) {
    let Draft {
        frame,
        rows,
        inputs,
        purchases,
        ..
    } = *draft;
    let sectors = frame.sectors;
    let residual = residual(draft, links);
    let mut market = Market {
        flow: Array3::zeros((sectors, MARKET_CELLS, MARKET_DESTINATIONS)),
        residual_of_cell: residual_of_cell(sectors, rows, &residual),
        residual,
        demand: Array2::zeros((sectors, PROVINCES)),
    };
    let mut final_demand = draft.final_demand.clone();
    let bought = bought_without_link(frame, rows, inputs, links, purchases);
    let distances = gravity::distances(&frame.tables.provinces);
    for product in 0..sectors {
        let kernel = gravity::kernel(frame, &distances, product);
        let targets = targets(frame, &final_demand, &bought, product);
        let supply = market.residual_of_cell.row(product).to_vec();
        let flow = close_product(&kernel, &supply, &targets);
        let demand = flow.sum_axis(Axis(0));
        for q in 0..PROVINCES {
            let others = bought[[product, q]]
                + final_demand.government[[product, q]]
                + final_demand.investment[[product, q]];
            let household = demand[q] - others;
            let noise = household < 0.0 && household > -ROUNDING * demand[q];
            final_demand.household[[product, q]] = if noise { 0.0 } else { household };
            market.demand[[product, q]] = demand[q];
        }
        final_demand.export[product] = demand[PROVINCES];
        market.flow.index_axis_mut(Axis(0), product).assign(&flow);
    }
    (market, final_demand)
}

/// Market sales by [product, supplier cell].
pub(super) fn residual_of_cell(sectors: usize, rows: &Rows, residual: &[f64]) -> Array2<f64> {
    let mut sums = Array2::zeros((sectors, MARKET_CELLS));
    for (family, &sales) in residual.iter().enumerate() {
        let cell = market_cell(rows.province[family] as usize, rows.class[family]);
        sums[[rows.sector[family] as usize, cell]] += sales;
    }
    sums
}

/// Sales of each family less its links.
fn residual(draft: &Draft, links: &Links) -> Vec<f64> {
    let mut residual = draft.sold.to_vec();
    for link in 0..links.len() {
        residual[links.supplier[link] as usize] -=
            links.share[link] * draft.purchases[links.cell[link] as usize];
    }
    residual
}

/// Purchases of families on the market by [product, province].
pub(super) fn bought_without_link(
    frame: &Frame,
    rows: &Rows,
    inputs: &Inputs,
    links: &Links,
    purchases: &[f64],
) -> Array2<f64> {
    let mut bought = Array2::zeros((frame.sectors, PROVINCES));
    for (cell, &family) in inputs.cell_family.iter().enumerate() {
        let family = family as usize;
        let k = cell - inputs.cell_start[family] as usize;
        let product = inputs.products[rows.sector[family] as usize][k] as usize;
        bought[[product, rows.province[family] as usize]] +=
            links.market_share[cell] * purchases[cell];
    }
    bought
}

/// Market demand of a product by province, then exports.
fn targets(
    frame: &Frame,
    final_demand: &FinalDemandBase,
    bought: &Array2<f64>,
    product: usize,
) -> Vec<f64> {
    (0..PROVINCES)
        .map(|q| {
            bought[[product, q]]
                + final_demand.household[[product, q]]
                + final_demand.government[[product, q]]
                + final_demand.investment[[product, q]]
        })
        .chain([frame.tables.accounts.export[product] / WEEKS_PER_YEAR])
        .collect()
}

/// Flows of one product from supplier cells to destinations.
fn close_product(kernel: &Array2<f64>, supply: &[f64], targets: &[f64]) -> Array2<f64> {
    let mut flow = Array2::from_shape_fn((MARKET_CELLS, MARKET_DESTINATIONS), |(cell, q)| {
        if q < PROVINCES {
            kernel[[cell / CLASSES, q]]
        } else {
            EXPORT_WEIGHT[cell % CLASSES]
        }
    });
    ras::ras(&mut flow, supply, targets, TOLERANCE, MAX_SWEEPS);
    flow
}
