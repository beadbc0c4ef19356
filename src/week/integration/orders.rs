//! Contract orders: they take the place of imports, or of domestic spot purchases, [11.4].

use super::Stage;
use crate::week::Week;

/// Writes the orders of all contracts and takes them out of the buyers' spot and import orders.
pub(crate) fn run(week: &mut Week) {
    week.flows.contract_orders.fill(0.0);
    if week.state.integration.contracts.is_empty() {
        return;
    }
    total_by_cell(week);
    let replaces = week.scenario.channels.import_substitution;
    for n in 0..week.state.integration.contracts.len() {
        order(week, n, replaces);
    }
    for contract in &week.state.integration.contracts {
        week.flows.contract_wanted[contract.cell as usize] = 0.0;
    }
}

/// Sums what the contracts on one cell want, so that none takes more than its share of the need.
fn total_by_cell(week: &mut Week) {
    let t = week.state.week;
    for contract in &week.state.integration.contracts {
        if contract.stage == Stage::Active {
            let cell = contract.cell as usize;
            let flows = &mut *week.flows;
            flows.contract_wanted[cell] += contract.volume * contract.ramp(t);
            flows.contract_need[cell] = flows.import_order[cell] + flows.domestic_order[cell];
        }
    }
}

fn order(week: &mut Week, n: usize, replaces: bool) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let t = state.week;
    let contract = &mut state.integration.contracts[n];
    contract.ordered = 0.0;
    contract.replaces_imports = 0.0;
    if contract.stage != Stage::Active {
        return;
    }
    let cell = contract.cell as usize;
    let buyers = state.weight[contract.buyer_row as usize];
    let need = buyers * flows.contract_need[cell];
    let wanted = flows.contract_wanted[cell];
    let scale = if wanted > need && wanted > 0.0 {
        need / wanted
    } else {
        1.0
    };
    let quantity = contract.volume * contract.ramp(t) * scale;
    let imports = if replaces && !contract.deadweight {
        quantity.min(buyers * flows.import_order[cell])
    } else {
        0.0
    };
    let spot = (quantity - imports).min(buyers * flows.domestic_order[cell]);
    flows.import_order[cell] -= imports / buyers;
    flows.domestic_order[cell] -= spot / buyers;
    contract.replaces_imports = imports;
    contract.ordered = imports + spot;
    let supplier = contract.supplier_row as usize;
    flows.contract_orders[supplier] += contract.ordered / state.weight[supplier];
}
