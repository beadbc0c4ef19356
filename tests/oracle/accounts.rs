//! Phase 15.

use super::Oracle;

impl Oracle<'_> {
    /// [15.1] value added, GDP from both sides, anchor.
    pub(super) fn record(&mut self) {
        let mut output = 0.0;
        let mut used = 0.0;
        let mut imports = 0.0;
        for row in &self.rows {
            output += row.weight * row.output;
            for input in &row.inputs {
                used += row.weight * input.used;
                imports += row.weight * input.imports_received;
            }
        }
        self.nation.gva = output - used - self.nation.input_taxes;
        self.nation.gdp = self.nation.gva + self.nation.product_taxes;

        let multiplier = self.nation.tax_multiplier;
        let mut expenditure = self.stocks() - self.nation.opening_stocks;
        for product in &self.uses {
            expenditure += product.household_received
                * (1.0 + self.baseline.household_tax * multiplier)
                + product.government_received * (1.0 + self.baseline.government_tax * multiplier)
                + product.investment_received * (1.0 + self.baseline.investment_tax * multiplier)
                + product.export_received * (1.0 + self.baseline.export_tax * multiplier);
            imports += product.imports_received;
        }
        self.nation.gdp_by_expenditure = expenditure - imports;

        self.nation.anchor = 1.0 + self.scenario.parameters.anchor * (self.open_capacity() - 1.0);
    }

    /// Capacity that is open, relative to week 0.
    fn open_capacity(&self) -> f64 {
        let mut now = 0.0;
        let mut then = 0.0;
        for row in &self.rows {
            if !Self::produces(row) {
                continue;
            }
            let value = row.weight * self.baseline.value_added[row.sector];
            now += value * row.open_share * row.capacity;
            then += value * row.output0;
        }
        now / then
    }
}
