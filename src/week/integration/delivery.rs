//! Contract deliveries: what buyers used of the goods held, and what arrives, [11.4].

use crate::week::Week;

/// Books use and receipts of all contracts; the week's displaced imports J.
pub(crate) fn run(week: &mut Week) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let integration = &mut state.integration;
    flows.contract_received.fill(0.0);
    for contract in &mut integration.contracts {
        let cell = contract.cell as usize;
        let drawn = flows.contract_drawn[cell];
        if drawn > 0.0 {
            let left = state.contract_stock[cell];
            let used = contract.held * (drawn / (left + drawn));
            contract.held = if left == 0.0 {
                0.0
            } else {
                contract.held - used
            };
            flows.use_of_product[contract.supplied as usize] += used;
        }
    }
    for contract in &mut integration.contracts {
        flows.contract_drawn[contract.cell as usize] = 0.0;
        let fill = flows.contract_fill[contract.supplier_row as usize];
        let delivered = contract.ordered * fill;
        let buyer = contract.buyer_row as usize;
        contract.held += delivered;
        state.contract_stock[contract.cell as usize] += delivered / state.weight[buyer];
        flows.contract_received[buyer] += delivered / state.weight[buyer];
        let imports = contract.replaces_imports * fill;
        flows.national.contract_sales += delivered;
        flows.national.imports_displaced += imports;
        flows.national.spot_displaced += delivered - imports;
        let poor = contract.ordered > 0.0 && fill < POOR_FILL;
        contract.weeks_unfilled = if poor { contract.weeks_unfilled + 1 } else { 0 };
    }
}

/// A delivery below this share counts as a failure (ours).
const POOR_FILL: f64 = 0.7;
