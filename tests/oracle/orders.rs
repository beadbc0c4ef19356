//! Phase 5.

use super::{Oracle, clip, positive};
use pulih::ids::Kind;

impl Oracle<'_> {
    /// [5.1] what rows order of each input.
    pub(super) fn input_orders(&mut self) {
        let weeks = self.scenario.parameters.restock_weeks;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            for (cell, input) in self.families[row.family].cells.iter().zip(&mut row.inputs) {
                let stock = input.stock + input.contract_stock;
                let use_of_plan = cell.coefficient * row.planned;
                let after_use = if row.storable {
                    stock
                } else {
                    positive(stock - use_of_plan)
                };
                let wanted = (cell.stock_weeks - 1.0) * use_of_plan;
                input.order = positive(use_of_plan + (wanted - after_use) / weeks);
            }
        }
    }

    /// Import share of a use of product p with baseline import share j, [5.2], [11.9].
    pub(super) fn import_share(&self, p: usize, j: f64) -> f64 {
        if j >= 1.0 {
            1.0
        } else {
            let parameters = &self.scenario.parameters;
            let [low, central, high] = self.economy.tables.sectors[p].traits.import_sub;
            // Along the line from the low column to the central one, and on to the high one.
            let u = parameters.import_substitutability;
            let (end, share) = if u < 1.0 {
                (low, 1.0 - u)
            } else {
                (high, u - 1.0)
            };
            let lowest = 1.0 - (central + share * (end - central));
            let eta = parameters.capability_attraction;
            let capability = f64::max(lowest, (-eta * self.product_gain[p]).exp());
            f64::min(1.0, j * self.nation.mu * capability)
        }
    }

    /// [5.2] response of imports to activity, and the split of orders.
    pub(super) fn import_shares(&mut self) {
        let parameters = &self.scenario.parameters;
        let gap = self.nation.gva / self.baseline.gva - 1.0;
        self.nation.mu = clip(1.0 + parameters.import_response * gap, 0.2, 2.0);
        for i in 0..self.rows.len() {
            if !Self::produces(&self.rows[i]) {
                continue;
            }
            let family = self.rows[i].family;
            for k in 0..self.rows[i].inputs.len() {
                let cell = &self.families[family].cells[k];
                let j = if cell.domestic > 0.0 {
                    cell.imported / (cell.domestic + cell.imported)
                } else {
                    1.0
                };
                let share = self.import_share(cell.product, j);
                let input = &mut self.rows[i].inputs[k];
                input.import_order = input.order * share;
                input.domestic_order = input.order * (1.0 - share);
            }
        }
    }

    /// [5.4] cooperatives order from their members.
    pub(super) fn cooperative_orders(&mut self) {
        let weeks = self.scenario.parameters.stock_adjustment_weeks;
        let owed = self.receivables();
        for c in 0..self.economy.cooperatives.len() {
            let i = self.economy.cooperatives[c].row as usize;
            let member = self.economy.cooperatives[c].member_row as usize;
            let row = &self.rows[i];
            if row.weight == 0.0 || self.rows[member].weight == 0.0 {
                continue;
            }
            let receivables = owed[row.family] / row.weight;
            let volume = row.volume0;
            let late = 2.0 + receivables / row.expected_demand.max(volume / 100.0)
                - row.receivables0 / volume;
            let intake = clip(0.65 - 0.02 * (late - 2.0), 0.4, 0.9) / 0.65;
            let wanted_stock = row.finished_stock_weeks * volume;
            let wanted =
                positive(row.expected_demand + (wanted_stock - row.finished_stock) / weeks);
            // Members deliver their share of what they make this week.
            let made = self.rows[member].output / self.rows[member].output0;
            let order = wanted.min(volume * made * intake);
            let per_member = order * row.weight / self.rows[member].weight;
            self.rows[i].cooperative_order = order;
            self.rows[member].order_of_cooperative = per_member;
        }
    }

    /// What buyers owe each family on credit links.
    pub(super) fn receivables(&self) -> Vec<f64> {
        let mut owed = vec![0.0; self.families.len()];
        for family in &self.families {
            for cell in &family.cells {
                for link in &cell.links {
                    if link.credit {
                        owed[link.supplier] += link.owed;
                    }
                }
            }
        }
        for contract in &self.contracts {
            owed[self.rows[contract.supplier].family] += contract.owed;
        }
        owed
    }

    /// Whether what a seller sells to this buyer is on credit, [8.1].
    pub(super) fn on_credit(&self, supplier: usize, buyer: usize) -> bool {
        let seller = &self.families[supplier];
        let small = seller.kind == Kind::Cooperative || !seller.class.is_medium_or_large();
        small && self.families[buyer].class.is_medium_or_large()
    }
}
