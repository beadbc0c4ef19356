//! Money of contracts: premium, advance, payment term, programme bills, [11.4] and
//! [11.14].

use super::Stage;
use crate::ids::{Kind, NONE, PROVINCES};
use crate::week::Week;
use crate::week::ledger::Agent;

/// Pays what contracts owe and books what they delivered.
pub(crate) fn run(week: &mut Week) {
    members(week);
    contracts(week);
    programmes(week);
}

/// Members are paid the buyer's price less the cooperative's margin, [4.1].
fn members(week: &mut Week) {
    let margin = week.base.cooperative_margin;
    for (c, cooperative) in week.economy.cooperatives.iter().enumerate() {
        if cooperative.member_row == NONE {
            continue;
        }
        let (row, member) = (cooperative.row as usize, cooperative.member_row as usize);
        let sold = week.flows.cooperative_delivered[c] * week.state.weight[row];
        week.flows.margin_lost[member] = margin * sold / week.state.weight[member];
    }
}

fn contracts(week: &mut Week) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let integration = &mut state.integration;
    let parameters = &week.scenario.parameters;
    let term = if week.scenario.channels.finance {
        parameters.contract_term_weeks
    } else {
        parameters.spot_term_weeks
    };
    for column in [
        &mut flows.premium,
        &mut flows.contract_receipts,
        &mut flows.contract_payments,
    ] {
        column.fill(0.0);
    }
    for contract in &mut integration.contracts {
        let (supplier, buyer) = (contract.supplier_row as usize, contract.buyer_row as usize);
        let delivered = contract.ordered * flows.contract_fill[supplier];
        let premium = delivered * parameters.contract_premium;
        let settled = if contract.stage == Stage::Winding {
            contract.advance.wind_up(&mut contract.owed)
        } else {
            let worth = delivered + premium;
            contract.advance.settle(&mut contract.owed, worth, term)
        };
        let wait = settled.received() - delivered - premium;
        flows.premium[supplier] += premium / state.weight[supplier];
        flows.premium[buyer] -= premium / state.weight[buyer];
        flows.contract_receipts[supplier] += wait / state.weight[supplier];
        flows.contract_payments[buyer] += wait / state.weight[buyer];
        if week.economy.rows.kind[supplier] == Kind::Cooperative {
            let c = week.base.cooperative_of_row[supplier] as usize;
            integration.receivable_of_cooperative[c] += contract.owed;
        }
    }
}

/// Programmes pay their staff and coaches: households of all provinces.
fn programmes(week: &mut Week) {
    let bill = week.state.integration.bills();
    if bill == 0.0 {
        return;
    }
    let money = &week.base.money;
    for r in 0..PROVINCES {
        week.flows.levers.transfer[r] += bill * money.consumption[r] / money.consumption_total;
    }
    week.flows.levers.active = true;
    debug_assert!(Agent::Government as usize == 3);
}
