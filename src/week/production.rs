//! Phase 4, production: what each enterprise can make, and what it makes to stock.
//!
//! Equations [4.4] to [4.8]: hours, capacity, money and inputs limit output; how inputs bind is the
//! scenario's production function (Pichler et al. 2022). Storable products are made to stock here,
//! others to order in phase 7. Symbols: H hours, a availability, A productivity, K capacity, o open
//! share, Z' input stock with contract stock, alpha input coefficient, x* target.

pub(crate) mod inputs;

use super::Week;
use super::flows::Bound;
use crate::ids::{Kind, PROVINCES};
use inputs::{input_limit, note_contract_goods, use_inputs};

/// Computes limits, targets and the output of storable products.
pub(crate) fn run(week: &mut Week) {
    note_contract_goods(week);
    week.flows.used_of_input.fill(0.0);
    for i in 0..week.base.rows {
        if week.state.weight[i] == 0.0 || week.economy.rows.kind[i] == Kind::Cooperative {
            continue;
        }
        limits(week, i);
        let s = week.economy.rows.sector[i] as usize;
        if week.base.storable[s] {
            let output = week.flows.target[i].min(week.flows.can[i]);
            week.flows.output[i] = output;
            week.state.finished_stock[i] += output;
            week.flows.inputs_used[i] = use_inputs(week, i, output);
        }
    }
}

fn limits(week: &mut Week, i: usize) {
    let parameters = &week.scenario.parameters;
    let (state, flows, base) = (&*week.state, &mut *week.flows, week.base);
    let rows = &week.economy.rows;
    let (s, r) = (rows.sector[i] as usize, rows.province[i] as usize);
    let [_, _, quality] = state.gain[i];
    let productivity = 1.0
        + parameters.productivity_of_capability * state.mean_gain(i)
        + parameters.spoilage_of_quality * quality;
    let over_time = 1.0 + parameters.over_time;
    let closed = flows.closure[base.lever_cell[i] as usize];
    let labour = state.hours[i] * flows.availability[s * PROVINCES + r] * productivity * over_time;
    let capacity =
        state.capacity[i] * state.open_share[i] * (1.0 - closed) * productivity * over_time;
    let line = credit_line(week.base, &flows.levers, i);
    let money = purse(state.cash[i], line, state.debt[i]) / (1.0 - base.surplus_rate[s]);
    let target = if base.storable[s] {
        let gap = base.stock_weeks[s] * rows.output[i] - state.finished_stock[i];
        (state.expected_demand[i] + gap / parameters.stock_adjustment_weeks).max(0.0)
    } else {
        state.expected_demand[i]
    };
    flows.productivity[i] = productivity;
    flows.labour_limit[i] = labour;
    flows.capacity_limit[i] = capacity;
    flows.money_limit[i] = money;
    flows.target[i] = target;
    flows.planned[i] = state.expected_demand[i].min(capacity);
    let inputs = input_limit(week, i, target);
    let flows = &mut *week.flows;
    let (can, bound) = tightest(labour, capacity, inputs, money);
    flows.can[i] = can;
    flows.bound[i] = if target <= can { Bound::Demand } else { bound };
}

/// Credit line open to a row, bn Rp, [4.5].
pub(crate) fn credit_line(
    base: &super::baseline::Baseline,
    levers: &super::flows::Levers,
    i: usize,
) -> f64 {
    let added = levers.credit_access[i];
    base.line_full[i] * (base.access[i] + added).min(1.0)
}

/// Money at hand: cash and what is left of the credit line, not below zero, [4.5].
pub(crate) fn purse(cash: f64, line: f64, debt: f64) -> f64 {
    (cash + (line - debt).max(0.0)).max(0.0)
}

/// The smallest limit and its name; ties go to the first.
fn tightest(labour: f64, capacity: f64, inputs: f64, money: f64) -> (f64, Bound) {
    let mut best = (labour, Bound::Labour);
    for candidate in [
        (capacity, Bound::Capacity),
        (inputs, Bound::Inputs),
        (money, Bound::Money),
    ] {
        if candidate.0 < best.0 {
            best = candidate;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tightest_limit_binds_and_is_named() {
        assert_eq!(tightest(5.0, 4.0, 3.0, 9.0), (3.0, Bound::Inputs));
        assert_eq!(tightest(3.0, 3.0, 3.0, 3.0), (3.0, Bound::Labour));
    }

    #[test]
    fn the_purse_counts_the_open_credit_line_and_never_falls_below_zero() {
        assert_eq!(purse(2.0, 3.0, 1.0), 4.0);
        assert_eq!(purse(-9.0, 3.0, 1.0), 0.0);
        assert_eq!(purse(2.0, 3.0, 5.0), 2.0);
    }
}
