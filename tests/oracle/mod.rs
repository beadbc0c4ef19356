//! The oracle: a second, slow engine, written from `MODEL.md` alone.
//!
//! One struct per row, one function per equation, nested loops over families, inputs, links and
//! markets. It shares no code with the engine beyond the types of the economy and of the scenario;
//! `compare` holds the two against each other, `own` tests the model by itself: the baseline stays
//! where it is, money is neither made nor lost, product is counted the same from both sides.

// Loops over provinces and products read as the equations do.
#![allow(clippy::needless_range_loop)]

mod accounts;
mod baseline;
mod capacity;
mod columns;
mod compare;
mod contracts;
mod delivery;
mod demand;
mod entry_exit;
mod labour;
mod orders;
mod own;
mod parts;
mod production;
mod settlement;
mod shocks;
mod sourcing;
mod week_0;

use baseline::Baseline;
use contracts::Contract;
use parts::{Balances, Family, MarketOfProduct, Nation, ProductUse, Province, Row, Shocked};
use pulih::economy::Economy;
use pulih::scenario::Scenario;

/// The second engine and all it knows between two weeks.
pub struct Oracle<'a> {
    economy: &'a Economy,
    scenario: &'a Scenario,
    /// Week that `step` simulates next; 0 is the first.
    week: u32,
    /// What week 0 fixes for good.
    baseline: Baseline,
    /// All rows, primary rows first.
    rows: Vec<Row>,
    /// All families.
    families: Vec<Family>,
    /// Drivers and shocks of the week.
    shocked: Shocked,
    /// Final use of each product.
    uses: Vec<ProductUse>,
    /// The market of each product.
    markets: Vec<MarketOfProduct>,
    /// Households of each province.
    provinces: Vec<Province>,
    /// National figures.
    nation: Nation,
    /// Cumulated money of those who keep no rows.
    balances: Balances,
    /// Contracts in the order of signing.
    contracts: Vec<Contract>,
    /// J of the weeks so far.
    displaced: Vec<f64>,
    /// G by product.
    product_gain: Vec<f64>,
}

impl Oracle<'_> {
    /// One week, phases 1 to 15 of section 5. (The levers of phase 2 stay
    /// neutral; of phase 11 the oracle is told who signs, see `close_week`.)
    pub fn step(&mut self) {
        // Phase 1: shocks.
        self.drivers();
        self.provincial_drivers();
        self.labour_availability();
        self.contact();
        self.exports_path();
        self.closures_and_failures();
        // Phase 2: policy. All levers neutral until [2.1] has instruments.
        // Phase 3: expectation.
        self.expected_demand();
        // Phase 4: production.
        self.limits();
        self.money_limit();
        self.targets();
        self.input_limit();
        self.production_to_stock();
        // Phase 5: orders.
        self.input_orders();
        self.import_shares();
        self.cooperative_orders();
        // [5.3]
        self.contract_orders();
        // Phase 6: final demand.
        self.household_demand();
        self.government_demand();
        self.investment_demand();
        self.export_demand();
        // Phase 7: delivery.
        self.spot_orders_of_cells();
        self.market_demand();
        self.orders_on_markets();
        self.orders_of_rows();
        self.supply();
        self.fills();
        self.receipts();
        self.contract_deliveries();
        // Phase 8: settlement.
        self.credit_links();
        self.contract_money();
        self.product_taxes();
        self.wages_taxes_interest();
        self.investment_bill();
        self.surplus_and_payout();
        self.cooperative_surplus();
        self.pay_rows();
        self.households();
        self.settle_balances();
        // Phase 9: labour.
        self.labour();
        // Phase 10: sourcing. [10.2] churn is left out: compare with `Churn::Off`.
        self.reputation();
        self.spot_share_of_contract_row();
        // Phase 11: integration; signing and ending wait until the week is recorded.
        self.offset_and_gains();
        // Phase 12: capability.
        self.capability();
        // Phase 13: capacity.
        self.capacity();
        // Phase 14: entry and exit.
        self.entry_and_exit();
        // Phase 15: record.
        self.record();
        self.week += 1;
    }
}

/// `[u]+`.
fn positive(u: f64) -> f64 {
    if u > 0.0 { u } else { 0.0 }
}

/// `clip(u, a, b)`.
fn clip(u: f64, a: f64, b: f64) -> f64 {
    if u < a {
        a
    } else if u > b {
        b
    } else {
        u
    }
}
