//! Phase 13.

use super::{Oracle, clip, positive};

impl Oracle<'_> {
    /// [13.1] capital expectation, investment, capacity.
    pub(super) fn capacity(&mut self) {
        let parameters = &self.scenario.parameters;
        for i in 0..self.rows.len() {
            if !Self::produces(&self.rows[i]) {
                continue;
            }
            let money = self.rows[i].cash + self.unused_line(&self.rows[i]);
            let row = &mut self.rows[i];
            let wanted = row.expected_demand / (row.output0 * row.open_share.max(0.05));
            row.capital_expectation +=
                parameters.capital_expectation_speed * (wanted - row.capital_expectation);
            let k = row.capacity / row.output0;
            let mobility = self.shocked.mobility_of_province[row.province];
            row.investment = positive(k + parameters.accelerator * (row.capital_expectation - k))
                * positive(1.0 - parameters.investment_uncertainty * mobility)
                * clip(money / (2.0 * row.outlays), 0.0, 1.0);
            row.capacity +=
                parameters.depreciation / 52.0 * (row.investment * row.output0 - row.capacity);
        }
        let mut planned = 0.0;
        let mut planned0 = 0.0;
        for row in &self.rows {
            if !Self::produces(row) {
                continue;
            }
            let value = row.weight * row.output0 * self.baseline.value_added[row.sector];
            planned += value * row.investment;
            // w0 is w as long as weights do not move (section 6).
            planned0 += value;
        }
        let autonomous = parameters.investment_autonomous_share;
        self.nation.investment = autonomous + (1.0 - autonomous) * planned / planned0;
    }
}
