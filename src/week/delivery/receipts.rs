//! What buyers receive: fill of each cell, goods into input stocks and into cooperatives' stocks,
//! [7.6] and [7.7].

use crate::ids::{Kind, NONE};
use crate::week::Week;

/// Moves received goods into stocks and totals the purchases of each row.
pub(super) fn receive(week: &mut Week) {
    for i in 0..week.base.rows {
        if week.state.weight[i] != 0.0 && week.economy.rows.kind[i] != Kind::Cooperative {
            receive_row(week, i);
        }
    }
    for c in 0..week.economy.cooperatives.len() {
        let cooperative = &week.economy.cooperatives[c];
        if cooperative.member_row == NONE {
            continue;
        }
        let received =
            week.flows.cooperative_order[c] * week.flows.row_fill[cooperative.member_row as usize];
        week.flows.cooperative_delivered[c] = received;
        week.state.finished_stock[cooperative.row as usize] += received;
    }
}

fn receive_row(week: &mut Week, i: usize) {
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    let s = week.economy.rows.sector[i] as usize;
    let products = &week.economy.inputs.products[s];
    let row = base.row_cell_start[i] as usize;
    let cell = week.economy.inputs.cell_start[week.economy.rows.family[i] as usize] as usize;
    let (mut domestic, mut imports) = (0.0, 0.0);
    for (k, &p) in products.iter().enumerate() {
        let home = flows.domestic_order[row + k]
            * flows.slot_fill[base.exchange.slot[cell + k] as usize];
        let abroad = flows.import_order[row + k] * (1.0 - flows.import_failure[p as usize]);
        state.input_stock[row + k] += home + abroad;
        domestic += home;
        imports += abroad;
    }
    flows.domestic_received[i] = domestic;
    flows.imports_received[i] = imports;
}
