//! What buyers receive: fill of each cell, goods into input stocks and into cooperatives' stocks,
//! [7.6] and [7.7].

use crate::blocks::{self, BLOCK};
use crate::economy::Economy;
use crate::ids::{Kind, NONE};
use crate::week::Week;
use crate::week::baseline::Baseline;
use crate::week::production::inputs::cells;

/// Moves received goods into stocks and totals the purchases of each row.
pub(super) fn receive(week: &mut Week) {
    arrivals(week);
    receive_inputs(week);
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

/// Rows receive by blocks: each has its own part of every column that it writes.
fn receive_inputs(week: &mut Week) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let task = Receipts {
        base: week.base,
        economy: week.economy,
        weight: &state.weight,
        domestic_order: &flows.domestic_order,
        import_order: &flows.import_order,
        arrives: &flows.arrives_of_input,
        slot_fill: &flows.slot_fill,
        first_row: 0,
        stock: &mut state.input_stock,
        domestic_received: &mut flows.domestic_received,
        imports_received: &mut flows.imports_received,
    };
    let blocks = blocks::count(week.base.rows);
    blocks::each_part(
        week.threading,
        task,
        0..blocks,
        &Receipts::split,
        &Receipts::run,
    );
}

/// Receipts of some neighbouring rows.
struct Receipts<'a> {
    base: &'a Baseline,
    economy: &'a Economy,
    weight: &'a [f64],
    domestic_order: &'a [f64],
    import_order: &'a [f64],
    arrives: &'a [f64],
    slot_fill: &'a [f64],
    /// Where the parts begin.
    first_row: usize,
    stock: &'a mut [f64],
    domestic_received: &'a mut [f64],
    imports_received: &'a mut [f64],
}

impl<'a> Receipts<'a> {
    /// Parts before and from a block.
    fn split(self, block: usize) -> (Receipts<'a>, Receipts<'a>) {
        let start = &self.base.row_cell_start;
        let row = block * BLOCK;
        let cells = (start[row] - start[self.first_row]) as usize;
        let (stock, stock_after) = self.stock.split_at_mut(cells);
        let rows = row - self.first_row;
        let (domestic_received, domestic_after) = self.domestic_received.split_at_mut(rows);
        let (imports_received, imports_after) = self.imports_received.split_at_mut(rows);
        let after = Receipts {
            first_row: row,
            stock: stock_after,
            domestic_received: domestic_after,
            imports_received: imports_after,
            ..self
        };
        (
            Receipts {
                stock,
                domestic_received,
                imports_received,
                ..self
            },
            after,
        )
    }

    fn run(mut self, _block: usize) {
        for place in 0..self.domestic_received.len() {
            let i = self.first_row + place;
            if self.weight[i] != 0.0 && self.economy.rows.kind[i] != Kind::Cooperative {
                self.receive_row(i);
            }
        }
    }

    fn receive_row(&mut self, i: usize) {
        let [row, family] = cells(self.base, self.economy, i);
        let first = self.economy.rows.sector[i] as usize * self.base.most_inputs;
        let arrives = &self.arrives[first..first + row.len()];
        let shares = self.base.exchange.slot[family].iter().zip(arrives);
        let orders = self.domestic_order[row.clone()]
            .iter()
            .zip(&self.import_order[row.clone()]);
        let before = self.base.row_cell_start[self.first_row] as usize;
        let stock = &mut self.stock[row.start - before..row.end - before];
        let (mut domestic, mut imports) = (0.0, 0.0);
        for ((stock, (ordered, import)), (&slot, arrives)) in
            stock.iter_mut().zip(orders).zip(shares)
        {
            let home = ordered * self.slot_fill[slot as usize];
            let abroad = import * arrives;
            *stock += home + abroad;
            domestic += home;
            imports += abroad;
        }
        self.domestic_received[i - self.first_row] = domestic;
        self.imports_received[i - self.first_row] = imports;
    }
}
