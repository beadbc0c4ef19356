//! Trade credit on spot links: pay what is due, then owe what was delivered, [8.1].

use crate::economy::Economy;
use crate::ids::Kind;
use crate::scenario::Parameters;
use crate::week::Week;
use crate::week::state::{State, contract_row};

/// A family as seller: what a link needs of it side by side.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(crate) struct Seller {
    /// Reputation x fill.
    reputed_fill: f64,
    /// Payment term, weeks, at least one.
    term: f64,
    /// Received less delivered, and frozen debts given up.
    received: f64,
    forgiven: f64,
}

/// A family as buyer.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(crate) struct Buyer {
    /// Share of the open that closed, and of the closed that re-opened, last week.
    closed: f64,
    reopened: f64,
    /// Paid less received, and frozen debts forgiven.
    paid: f64,
    forgiven: f64,
}

/// Pays and books all credit links; leaves each family's balance of the week in the flows.
pub(super) fn run(week: &mut Week) {
    prepare(week);
    pay_and_owe(week);
    receivables(week);
    per_real_enterprise(week);
}

/// Lays out what links look up by family.
fn prepare(week: &mut Week) {
    let (state, flows) = (&*week.state, &mut *week.flows);
    let parameters = &week.scenario.parameters;
    for (f, seller) in flows.sellers.iter_mut().enumerate() {
        *seller = Seller {
            reputed_fill: flows.reputed_fill[f],
            term: term(parameters, flows.levers.term_cap[f]),
            ..Seller::default()
        };
    }
    for (f, buyer) in flows.buyers.iter_mut().enumerate() {
        let closed = of_family(week.economy, state, f, &state.closed_now);
        let reopened = of_family(week.economy, state, f, &state.reopened_now);
        *buyer = Buyer {
            closed,
            reopened,
            ..Buyer::default()
        };
    }
}

/// A family's mean of a column of its rows, by weight.
fn of_family(economy: &Economy, state: &State, f: usize, column: &[f64]) -> f64 {
    let other = contract_row(economy, f).filter(|&c| state.weight[c] > 0.0);
    let Some(c) = other else {
        return column[f];
    };
    let (own, other) = (state.weight[f], state.weight[c]);
    (own * column[f] + other * column[c]) / (own + other)
}

fn pay_and_owe(week: &mut Week) {
    let flows = &mut *week.flows;
    let write_off = 1.0 / week.scenario.parameters.write_off_weeks;
    let linked_order = &flows.slot_order[week.base.exchange.markets..];
    let (sellers, buyers) = (flows.sellers.as_mut_slice(), flows.buyers.as_mut_slice());
    let credit = &mut week.state.sourcing.credit;
    let balances = credit.owed.iter_mut().zip(&mut credit.frozen);
    let sold = credit.cell.iter().zip(&credit.share);
    let parties = credit.supplier.iter().zip(&credit.buyer);
    for (((owed, frozen), (&cell, share)), (&seller, &buyer)) in balances.zip(sold).zip(parties) {
        let (seller, buyer) = (&mut sellers[seller as usize], &mut buyers[buyer as usize]);
        let delivered = linked_order[cell as usize] * share * seller.reputed_fill;
        let moved = buyer.closed * *owed - buyer.reopened * *frozen;
        let forgiven = write_off * (*frozen + moved);
        *frozen += moved - forgiven;
        seller.forgiven += forgiven;
        buyer.forgiven += forgiven;
        let due = (*owed - moved) / seller.term;
        *owed += delivered - moved - due;
        seller.received += due - delivered;
        buyer.paid += due - delivered;
    }
}

/// [8.1]: mean term of what is sold by link on credit, spot and under the contracts of week 0, with
/// no term above `cap`; weeks, at least one.
pub(crate) fn term(parameters: &Parameters, cap: f64) -> f64 {
    let contracted = parameters.baseline_contracted_share;
    let spot = parameters.spot_term_weeks.min(cap);
    let contract = parameters.contract_term_weeks.min(cap);
    ((1.0 - contracted) * spot + contracted * contract).max(1.0)
}

/// What cooperatives' customers by link owe them.
fn receivables(week: &mut Week) {
    let waiting = &mut week.state.integration.receivable_of_cooperative;
    waiting.fill(0.0);
    let credit = &week.state.sourcing.credit;
    for &(link, cooperative) in &credit.of_cooperatives {
        waiting[cooperative as usize] += credit.owed[link as usize];
    }
}

/// Turns family totals into money per real enterprise, and sums what was given up by sector.
fn per_real_enterprise(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    flows.written_off_of_sector.fill(0.0);
    for f in 0..economy.families {
        let contract = contract_row(economy, f).map_or(0.0, |c| state.weight[c]);
        let weight = state.weight[f] + contract;
        let (seller, buyer) = (&flows.sellers[f], &flows.buyers[f]);
        let per_enterprise = |total: f64| if weight > 0.0 { total / weight } else { total };
        flows.credit_received[f] = per_enterprise(seller.received);
        flows.credit_paid[f] = per_enterprise(buyer.paid);
        let lost = if economy.rows.kind[f] == Kind::Cooperative {
            0.0
        } else {
            seller.forgiven
        };
        let s = economy.rows.sector[f] as usize;
        flows.written_off_of_sector[s] += buyer.forgiven - lost;
    }
}

#[cfg(test)]
mod tests {
    use super::term;
    use crate::scenario::Parameters;

    #[test]
    fn contracts_of_week_0_shorten_the_mean_term_and_a_cap_binds_both() {
        let parameters = Parameters {
            spot_term_weeks: 8.0,
            contract_term_weeks: 3.0,
            baseline_contracted_share: 0.1,
            ..Parameters::default()
        };
        assert_eq!(term(&parameters, f64::INFINITY), 7.5);
        assert_eq!(term(&parameters, 5.0), 4.8);
        assert_eq!(term(&parameters, 2.0), 2.0);
        assert_eq!(term(&parameters, 0.5), 1.0);
    }
}
