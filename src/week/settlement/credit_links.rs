//! Trade credit on spot links: pay what is due, then owe what was delivered, [8.1].

use crate::ids::{Kind, NONE};
use crate::week::Week;
use crate::week::state::contract_row;

/// Pays and books all credit links; leaves each family's balance of the week in the flows.
pub(super) fn run(week: &mut Week) {
    week.flows.written_off_of_sector.fill(0.0);
    week.flows.credit_received.fill(0.0);
    week.flows.credit_paid.fill(0.0);
    pay_and_owe(week);
    receivables(week);
    per_real_enterprise(week);
}

fn pay_and_owe(week: &mut Week) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let term = week.scenario.parameters.spot_term_weeks;
    let write_off = 1.0 / week.scenario.parameters.write_off_weeks;
    let linked_order = &flows.slot_order[week.base.exchange.markets..];
    let credit = &mut state.sourcing.credit;
    let balances = credit.owed.iter_mut().zip(&mut credit.frozen);
    let sold = credit.cell.iter().zip(&credit.share);
    let parties = credit.supplier.iter().zip(&credit.buyer);
    for (((owed, frozen), (&cell, share)), (&supplier, &buyer)) in balances.zip(sold).zip(parties) {
        let (supplier, buyer) = (supplier as usize, buyer as usize);
        let delivered = linked_order[cell as usize] * share * flows.reputed_fill[supplier];
        let moved = state.closed_now[buyer] * *owed - state.reopened_now[buyer] * *frozen;
        *owed -= moved;
        *frozen += moved;
        if *frozen != 0.0 {
            let forgiven = write_off * *frozen;
            *frozen -= forgiven;
            let rows = &week.economy.rows;
            flows.written_off_of_sector[rows.sector[buyer] as usize] += forgiven;
            if rows.kind[supplier] != Kind::Cooperative {
                flows.written_off_of_sector[rows.sector[supplier] as usize] -= forgiven;
            }
        }
        let paid = due(*owed, term.min(flows.levers.term_cap[supplier]));
        *owed += delivered - paid;
        flows.credit_received[supplier] += paid - delivered;
        flows.credit_paid[buyer] += paid - delivered;
    }
}

/// What is paid of a debt this week: its share of the term, all of it when the term is a week or
/// less.
pub(crate) fn due(owed: f64, term_weeks: f64) -> f64 {
    if term_weeks <= 1.0 { owed } else { owed / term_weeks }
}

/// What cooperatives' customers by link owe them.
fn receivables(week: &mut Week) {
    let waiting = &mut week.state.integration.receivable_of_cooperative;
    waiting.fill(0.0);
    let credit = &week.state.sourcing.credit;
    for (&supplier, owed) in credit.supplier.iter().zip(&credit.owed) {
        let c = week.base.cooperative_of_row[supplier as usize];
        if c != NONE {
            waiting[c as usize] += owed;
        }
    }
}

/// Turns family totals into money per real enterprise.
fn per_real_enterprise(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    for f in 0..economy.families {
        let contract = contract_row(economy, f).map_or(0.0, |c| state.weight[c]);
        let weight = state.weight[f] + contract;
        if weight > 0.0 {
            flows.credit_received[f] /= weight;
            flows.credit_paid[f] /= weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::due;

    #[test]
    fn a_term_of_eight_weeks_pays_an_eighth_and_one_week_pays_all() {
        assert_eq!(due(16.0, 8.0), 2.0);
        assert_eq!(due(16.0, 1.0), 16.0);
    }
}
