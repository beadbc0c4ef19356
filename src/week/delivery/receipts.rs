//! What buyers receive: fill of each cell, goods into input stocks and into cooperatives' stocks,
//! [7.6] and [7.7].

use crate::ids::{Kind, NONE};
use crate::week::Week;
use crate::week::production::inputs::cells;

/// Moves received goods into stocks and totals the purchases of each row.
pub(super) fn receive(week: &mut Week) {
    arrivals(week);
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

/// Share of imports that arrives, by sector and input.
fn arrivals(week: &mut Week) {
    let flows = &mut *week.flows;
    let sectors = flows
        .arrives_of_input
        .chunks_exact_mut(week.base.most_inputs);
    for (products, arrives) in week.economy.inputs.products.iter().zip(sectors) {
        for (&p, arrives) in products.iter().zip(arrives) {
            *arrives = 1.0 - flows.import_failure[p as usize];
        }
    }
}

fn receive_row(week: &mut Week, i: usize) {
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    let [row, family] = cells(base, week.economy, i);
    let first = week.economy.rows.sector[i] as usize * base.most_inputs;
    let orders = flows.domestic_order[row.clone()]
        .iter()
        .zip(&flows.import_order[row.clone()]);
    let arrives = &flows.arrives_of_input[first..first + row.len()];
    let shares = base.exchange.slot[family].iter().zip(arrives);
    let (mut domestic, mut imports) = (0.0, 0.0);
    for ((stock, (ordered, import)), (&slot, arrives)) in
        state.input_stock[row].iter_mut().zip(orders).zip(shares)
    {
        let home = ordered * flows.slot_fill[slot as usize];
        let abroad = import * arrives;
        *stock += home + abroad;
        domestic += home;
        imports += abroad;
    }
    flows.domestic_received[i] = domestic;
    flows.imports_received[i] = imports;
}
