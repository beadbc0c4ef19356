//! Phase 4.

use super::parts::Row;
use super::{Oracle, positive};
use pulih::ids::{Class, Kind};
use pulih::scenario::ProductionFunction;

/// Share of the credit line that is open to a class.
pub(super) fn access(class: Class) -> f64 {
    match class {
        Class::Micro => 0.2,
        Class::Small => 0.35,
        Class::Medium => 0.6,
        Class::Large => 0.9,
    }
}

/// How an input may bind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Critical,
    Important,
    Other,
}

impl Oracle<'_> {
    /// Credit line of a row, [4.5]. (No lever on access yet.)
    pub(super) fn credit_line(&self, row: &Row) -> f64 {
        self.scenario.parameters.credit_line_weeks * row.output0 * access(row.class)
    }

    /// What a row can still borrow.
    pub(super) fn unused_line(&self, row: &Row) -> f64 {
        positive(self.credit_line(row) - row.debt)
    }

    /// Rows that produce: all but cooperatives, and those that stand for somebody.
    pub(super) fn produces(row: &Row) -> bool {
        row.kind != Kind::Cooperative && row.weight > 0.0
    }

    /// [4.4] productivity, limits of labour and capacity, plan.
    pub(super) fn limits(&mut self) {
        let parameters = &self.scenario.parameters;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            let gain = (row.skill + row.technology + row.quality) / 3.0;
            row.productivity = 1.0
                + parameters.productivity_of_capability * gain
                + parameters.spoilage_of_quality * row.quality;
            let normal = row.productivity * (1.0 + parameters.over_time);
            let available = self.shocked.availability[row.sector][row.province];
            row.labour_limit = row.hours * available * normal;
            row.capacity_limit = row.capacity * row.open_share * (1.0 - row.closure) * normal;
            row.planned = row.expected_demand.min(row.capacity_limit);
        }
    }

    /// [4.5] what money can pay for.
    pub(super) fn money_limit(&mut self) {
        for i in 0..self.rows.len() {
            let row = &self.rows[i];
            if !Self::produces(row) {
                continue;
            }
            let money = positive(row.cash + self.unused_line(row));
            let limit = money / (1.0 - self.baseline.surplus_rate[row.sector]);
            self.rows[i].money_limit = limit;
        }
    }

    /// [4.7] the target of output (before `can`, which needs it).
    pub(super) fn targets(&mut self) {
        let weeks = self.scenario.parameters.stock_adjustment_weeks;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            row.target = if row.storable {
                let wanted = row.finished_stock_weeks * row.output0;
                positive(row.expected_demand + (wanted - row.finished_stock) / weeks)
            } else {
                row.expected_demand
            };
        }
    }

    /// Whether product p may bind sector s.
    fn need(&self, sector: usize, product: usize) -> Need {
        let tables = self.economy.tables;
        let accounts = &tables.accounts;
        let used =
            accounts.domestic_use[[product, sector]] + accounts.imported_use[[product, sector]];
        let coefficient = used / accounts.output[sector];
        let maker = &tables.sectors[product];
        let goods = maker.traits.storable;
        let code = maker.parent_code.as_str();
        if code == "utilities" || (goods && coefficient > 0.02) {
            Need::Critical
        } else if code == "trade"
            || code == "transport"
            || code == "information"
            || (goods && coefficient > 0.005)
        {
            Need::Important
        } else {
            Need::Other
        }
    }

    /// [4.6] the limit of inputs, and [4.7] `can`.
    pub(super) fn input_limit(&mut self) {
        for i in 0..self.rows.len() {
            let row = &self.rows[i];
            if !Self::produces(row) {
                continue;
            }
            let mut limit = f64::INFINITY;
            let mut all_stock = 0.0;
            let mut all_coefficients = 0.0;
            for (cell, input) in self.families[row.family].cells.iter().zip(&row.inputs) {
                if cell.coefficient <= 0.0 {
                    continue;
                }
                let stock = input.stock + input.contract_stock;
                let lasts = stock / cell.coefficient;
                let half = (lasts + row.target) / 2.0;
                all_stock += stock;
                all_coefficients += cell.coefficient;
                let need = self.need(row.sector, cell.product);
                let binds = match (self.scenario.production_function, need) {
                    (ProductionFunction::Leontief, _) => Some(lasts),
                    (ProductionFunction::StronglyCritical, Need::Critical | Need::Important) => {
                        Some(lasts)
                    }
                    (ProductionFunction::HalfCritical, Need::Critical) => Some(lasts),
                    (ProductionFunction::HalfCritical, Need::Important) => Some(half),
                    (ProductionFunction::WeaklyCritical, Need::Critical) => Some(lasts),
                    _ => None,
                };
                if let Some(binding) = binds {
                    limit = f64::min(limit, binding);
                }
            }
            if self.scenario.production_function == ProductionFunction::Linear
                && all_coefficients > 0.0
            {
                limit = all_stock / all_coefficients;
            }
            let can = row
                .labour_limit
                .min(row.capacity_limit)
                .min(row.money_limit)
                .min(limit);
            self.rows[i].input_limit = limit;
            self.rows[i].can = can;
        }
    }

    /// [4.8] production of storable products.
    pub(super) fn production_to_stock(&mut self) {
        self.nation.opening_stocks = self.stocks();
        for i in 0..self.rows.len() {
            let row = &mut self.rows[i];
            if !Self::produces(row) || !row.storable {
                continue;
            }
            row.output = row.target.min(row.can);
            row.finished_stock += row.output;
            self.use_inputs(i);
        }
    }

    /// Uses the inputs of the output of a row, contract stock first; [4.8] and [7.5].
    pub(super) fn use_inputs(&mut self, i: usize) {
        let row = &mut self.rows[i];
        for (cell, input) in self.families[row.family].cells.iter().zip(&mut row.inputs) {
            let used = f64::min(
                cell.coefficient * row.output,
                input.stock + input.contract_stock,
            );
            let from_contracts = used.min(input.contract_stock);
            input.contract_stock -= from_contracts;
            input.stock -= used - from_contracts;
            input.used = used;
            input.contract_used = from_contracts;
        }
    }

    /// All finished and input stocks.
    pub(super) fn stocks(&self) -> f64 {
        let mut total = 0.0;
        for row in &self.rows {
            total += row.weight * row.finished_stock;
            for input in &row.inputs {
                total += row.weight * (input.stock + input.contract_stock);
            }
        }
        total
    }
}
