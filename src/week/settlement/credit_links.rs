//! Trade credit on spot links: pay what is due, then owe what was delivered, [8.1].

use crate::ids::Kind;
use crate::week::Week;
use crate::week::state::{contract_row, receivables};

/// Pays and books all credit links; leaves each family's balance of the week in the flows.
pub(super) fn run(week: &mut Week) {
    let (state, flows, economy) = (&mut *week.state, &mut *week.flows, week.economy);
    let term = week.scenario.parameters.spot_term_weeks;
    let write_off = 1.0 / week.scenario.parameters.write_off_weeks;
    flows.written_off_of_sector.fill(0.0);
    flows.credit_received.fill(0.0);
    flows.credit_paid.fill(0.0);
    let links = &economy.links;
    let credit = &mut state.sourcing.credit;
    for n in 0..credit.link.len() {
        let (supplier, buyer) = (credit.supplier[n] as usize, credit.buyer[n] as usize);
        let link = credit.link[n] as usize;
        let delivered = flows.cell_order[links.cell[link] as usize]
            * links.share[link]
            * flows.reputed_fill[supplier];
        let closed = state.closed_now[buyer];
        let reopened = state.reopened_now[buyer];
        let moved = closed * credit.owed[n] - reopened * credit.frozen[n];
        credit.owed[n] -= moved;
        credit.frozen[n] += moved;
        let forgiven = write_off * credit.frozen[n];
        credit.frozen[n] -= forgiven;
        if forgiven != 0.0 {
            let rows = &economy.rows;
            flows.written_off_of_sector[rows.sector[buyer] as usize] += forgiven;
            if rows.kind[supplier] != Kind::Cooperative {
                flows.written_off_of_sector[rows.sector[supplier] as usize] -= forgiven;
            }
        }
        let cap = flows.levers.term_cap[supplier];
        let paid = due(credit.owed[n], term.min(cap));
        credit.owed[n] += delivered - paid;
        flows.credit_received[supplier] += paid - delivered;
        flows.credit_paid[buyer] += paid - delivered;
    }
    let cooperatives = economy.cooperatives.len();
    state.integration.receivable_of_cooperative =
        receivables(&state.sourcing.credit, week.base, cooperatives);
    per_real_enterprise(week);
}

/// What is paid of a debt this week: its share of the term, all of it when the term is a week or
/// less.
pub(crate) fn due(owed: f64, term_weeks: f64) -> f64 {
    if term_weeks <= 1.0 { owed } else { owed / term_weeks }
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
