//! What buyers receive: fill of each cell, goods into input stocks and into cooperatives' stocks,
//! [7.6] and [7.7].

use crate::ids::{Kind, NONE, PROVINCES};
use crate::week::Week;

/// Fill rate of each family cell's domestic spot orders.
pub(super) fn fill_cells(week: &mut Week) {
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    let links = &economy.links;
    for f in 0..economy.families {
        let s = economy.rows.sector[f] as usize;
        let r = economy.rows.province[f] as usize;
        let first = economy.inputs.cell_start[f] as usize;
        let count = economy.inputs.cell_start[f + 1] as usize - first;
        for (k, &p) in economy.inputs.products[s][..count].iter().enumerate() {
            let cell = first + k;
            let place = p as usize * PROVINCES + r;
            let mut filled = links.market_share[cell]
                * state.market_reputation[place]
                * flows.market_fill[place];
            for l in links.start[cell] as usize..links.start[cell + 1] as usize {
                filled +=
                    links.share[l] * flows.reputed_fill[state.sourcing.supplier[l] as usize];
            }
            let norm = flows.cell_norm[cell];
            flows.cell_fill[cell] = if norm > 0.0 { filled / norm } else { 1.0 };
        }
    }
}

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
        let home = flows.domestic_order[row + k] * flows.cell_fill[cell + k];
        let abroad = flows.import_order[row + k] * (1.0 - flows.import_failure[p as usize]);
        state.input_stock[row + k] += home + abroad;
        domestic += home;
        imports += abroad;
    }
    flows.domestic_received[i] = domestic;
    flows.imports_received[i] = imports;
}
