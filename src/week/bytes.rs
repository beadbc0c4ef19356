//! What a model takes in memory, counted from its columns.
//!
//! Scratch of the size of sectors, provinces and contracts is left out; the bench holds the sum
//! against the allocator, so a new column cannot be forgotten for long.

use super::Model;
use super::baseline::Baseline;
use super::flows::Flows;
use super::state::State;

/// Bytes of the columns of a model. A fork copies `rows`, `inputs` and `links`; `shared` is held
/// once for all forks, the economy not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bytes {
    /// Columns of rows and families.
    pub rows: usize,
    /// Columns of inputs (cells of rows, linked cells).
    pub inputs: usize,
    /// Columns of links and credit links.
    pub links: usize,
    /// Constants of the scenario's parameters and the order of exchange.
    pub shared: usize,
}

impl Bytes {
    /// All that a fork copies.
    #[must_use]
    pub fn copied(&self) -> usize {
        self.rows + self.inputs + self.links
    }
}

impl Model {
    /// Bytes of the model's columns.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        Bytes {
            rows: rows_of_state(&self.state) + rows_of_flows(&self.flows),
            inputs: inputs_of_state(&self.state) + inputs_of_flows(&self.flows),
            links: links_of_state(&self.state) + bytes(&self.flows.ended_links),
            shared: shared(&self.base),
        }
    }
}

/// Bytes of a column with its spare room.
fn bytes<T>(column: &Vec<T>) -> usize {
    column.capacity() * size_of::<T>()
}

fn all(columns: &[&Vec<f64>]) -> usize {
    columns.iter().map(|column| bytes(column)).sum()
}

#[rustfmt::skip]
fn rows_of_state(state: &State) -> usize {
    let integration = &state.integration;
    all(&[
        &state.weight, &state.theta, &state.capacity, &state.hours, &state.heads,
        &state.expected_demand, &state.finished_stock, &state.orders, &state.cash, &state.debt,
        &state.cash_frozen, &state.debt_frozen, &state.open_share, &state.closed_now,
        &state.reopened_now, &state.capital_expectation, &state.investment, &state.reputation,
        &state.market_size, &integration.committed, &integration.in_coaching,
        &integration.was_coached, &integration.suppliers, &integration.buyers,
    ]) + bytes(&state.gain) + bytes(&state.contract_goods) + bytes(&integration.supplies)
        + bytes(&integration.buys)
}

#[rustfmt::skip]
fn rows_of_flows(flows: &Flows) -> usize {
    let levers = &flows.levers;
    all(&[
        &levers.wage_subsidy, &levers.credit_access, &levers.interest_subsidy, &levers.grant,
        &levers.term_cap, &levers.export_rise,
        &flows.productivity, &flows.target, &flows.labour_limit, &flows.capacity_limit,
        &flows.money_limit, &flows.can, &flows.planned, &flows.output, &flows.inputs_used,
        &flows.added_exports, &flows.family_orders, &flows.family_link_orders, &flows.family_fill,
        &flows.reputed_fill, &flows.spot_orders, &flows.contract_orders, &flows.row_fill,
        &flows.contract_fill, &flows.delivered, &flows.contract_delivered,
        &flows.domestic_received, &flows.imports_received, &flows.contract_received,
        &flows.contract_receipts, &flows.contract_payments, &flows.premium,
        &flows.credit_received, &flows.credit_paid, &flows.interest_subsidised,
        &flows.outside_money, &flows.margin_lost, &flows.wages, &flows.payout, &flows.bill,
        &flows.employed,
    ]) + bytes(&flows.bound) + bytes(&flows.sellers) + bytes(&flows.buyers)
}

fn inputs_of_state(state: &State) -> usize {
    let displaced = &state.integration.displaced_of_cell;
    all(&[&state.input_stock, &state.contract_stock, displaced])
}

#[rustfmt::skip]
fn inputs_of_flows(flows: &Flows) -> usize {
    all(&[
        &flows.domestic_order, &flows.import_order, &flows.slot_order, &flows.linked_norm,
        &flows.slot_fill, &flows.contract_drawn, &flows.contract_wanted, &flows.contract_need,
    ])
}

fn links_of_state(state: &State) -> usize {
    let credit = &state.sourcing.credit;
    let numbers = [&credit.link, &credit.cell, &credit.supplier, &credit.buyer];
    bytes(&state.sourcing.supplier)
        + numbers.map(bytes).iter().sum::<usize>()
        + bytes(&credit.pair)
        + all(&[&credit.share, &credit.owed, &credit.frozen])
}

#[rustfmt::skip]
fn shared(base: &Baseline) -> usize {
    let exchange = &base.exchange;
    let numbers = [
        &base.row_cell_start, &base.lever_cell, &base.cooperative_of_row, &exchange.slot,
        &exchange.market, &exchange.start, &exchange.linked_cell, &exchange.place,
        &exchange.supplier_cell,
    ];
    all(&[
        &base.alpha, &base.import_share, &base.wage_rate, &base.surplus0, &base.investment0,
        &base.payout0, &base.outlay, &base.cash0, &base.line0, &base.line_full, &base.access,
        &base.member_sales, &exchange.market_share, &exchange.share,
    ]) + numbers.map(bytes).iter().sum::<usize>()
        + base.exchangeable_links.iter().map(bytes).sum::<usize>()
}
