//! The plain loop to measure against: orders, rationing and receipts of all links, written down as
//! one would first, with no order of memory in mind. It does a part of what phases 5 and 7 do: no
//! stocks, no markets, no reputation.

use pulih::economy::Economy;

/// One week of links at the demand of week 0.
pub struct Reference<'a> {
    economy: &'a Economy,
    /// Orders that reach each family.
    orders: Vec<f64>,
    /// What each family sends of what was ordered.
    fill: Vec<f64>,
    /// Goods received by input.
    received: Vec<f64>,
}

impl<'a> Reference<'a> {
    pub fn new(economy: &'a Economy) -> Reference<'a> {
        Reference {
            economy,
            orders: vec![0.0; economy.families],
            fill: vec![1.0; economy.families],
            received: vec![0.0; economy.inputs.domestic.len()],
        }
    }

    /// Orders, rations, receives; the sum of what arrived.
    pub fn week(&mut self) -> f64 {
        self.order();
        self.ration();
        self.receive()
    }

    fn order(&mut self) {
        self.orders.fill(0.0);
        for family in 0..self.economy.families {
            for cell in cells(self.economy, family) {
                for link in links(self.economy, cell) {
                    let supplier = self.economy.links.supplier[link] as usize;
                    self.orders[supplier] += self.ordered(family, cell, link);
                }
            }
        }
    }

    fn ration(&mut self) {
        let rows = &self.economy.rows;
        for family in 0..self.economy.families {
            let able = rows.weight[family] * rows.output[family];
            let orders = self.orders[family];
            self.fill[family] = if orders > able { able / orders } else { 1.0 };
        }
    }

    fn receive(&mut self) -> f64 {
        let mut all = 0.0;
        for family in 0..self.economy.families {
            for cell in cells(self.economy, family) {
                self.received[cell] = 0.0;
                for link in links(self.economy, cell) {
                    let supplier = self.economy.links.supplier[link] as usize;
                    self.received[cell] += self.ordered(family, cell, link) * self.fill[supplier];
                }
                all += self.received[cell];
            }
        }
        all
    }

    fn ordered(&self, family: usize, cell: usize, link: usize) -> f64 {
        let rows = &self.economy.rows;
        let use_of_input =
            rows.weight[family] * rows.output[family] * self.economy.inputs.domestic[cell];
        use_of_input * self.economy.links.share[link]
    }
}

fn cells(economy: &Economy, family: usize) -> std::ops::Range<usize> {
    let start = &economy.inputs.cell_start;
    start[family] as usize..start[family + 1] as usize
}

fn links(economy: &Economy, cell: usize) -> std::ops::Range<usize> {
    let start = &economy.links.start;
    start[cell] as usize..start[cell + 1] as usize
}
