//! Columns by name.

use super::Oracle;
use super::parts::Row;
use pulih::ids::PROVINCES;

/// Names of columns (`mu`, which follows from `gva`, aside) in an order in which the first difference between two
/// engines is found where it arises rather than where it shows.
pub const COLUMNS: [&str; 25] = [
    "habit",
    "expected_demand",
    "orders",
    "output",
    "finished_stock",
    "input_stock",
    "owed",
    "cash",
    "debt",
    "income",
    "permanent_income",
    "national_income",
    "government_balance",
    "foreign_balance",
    "bank_equity",
    "hours",
    "heads",
    "employed",
    "reputation",
    "market_reputation",
    "capital_expectation",
    "investment",
    "capacity",
    "open_share",
    "gva",
];

/// Columns that follow from the others.
pub const DERIVED_COLUMNS: [&str; 2] = ["gdp", "anchor"];

impl Oracle<'_> {
    /// The values of a column, see `COLUMNS`. Rows in the order of the economy (contract rows after
    /// primary rows); input stocks by row, then product; `owed` by credit link in the order of
    /// links; `market_reputation` at product x 34 + province.
    pub fn column(&self, name: &str) -> Vec<f64> {
        let by_row = |value: fn(&Row) -> f64| self.rows.iter().map(value).collect();
        match name {
            "capacity" => by_row(|row| row.capacity),
            "hours" => by_row(|row| row.hours),
            "heads" => by_row(|row| row.heads),
            "employed" => by_row(|row| row.employed),
            "expected_demand" => by_row(|row| row.expected_demand),
            "finished_stock" => by_row(|row| row.finished_stock),
            "cash" => by_row(|row| row.cash),
            "debt" => by_row(|row| row.debt),
            "open_share" => by_row(|row| row.open_share),
            "capital_expectation" => by_row(|row| row.capital_expectation),
            "investment" => by_row(|row| row.investment),
            "orders" => by_row(|row| row.orders),
            "output" => by_row(|row| row.output),
            "reputation" => self.families.iter().map(|f| f.reputation).collect(),
            "input_stock" => {
                let mut stocks = Vec::new();
                for row in &self.rows {
                    for input in &row.inputs {
                        stocks.push(input.stock);
                    }
                }
                stocks
            }
            "owed" => {
                let mut owed = Vec::new();
                for family in &self.families {
                    for cell in &family.cells {
                        for link in &cell.links {
                            if link.credit {
                                owed.push(link.owed);
                            }
                        }
                    }
                }
                owed
            }
            "gva" => vec![self.nation.gva],
            "gdp" => vec![self.nation.gdp],
            "anchor" => vec![self.nation.anchor],
            "mu" => vec![self.nation.mu],
            "national_income" => vec![self.nation.income],
            "government_balance" => vec![self.balances.government],
            "foreign_balance" => vec![self.balances.world],
            "bank_equity" => vec![self.balances.bank],
            "income" => self.provinces.iter().map(|p| p.income).collect(),
            "permanent_income" => self.provinces.iter().map(|p| p.permanent_income).collect(),
            "market_reputation" => {
                let mut reputations = Vec::new();
                for market in &self.markets {
                    for q in 0..PROVINCES {
                        reputations.push(market.reputation[q]);
                    }
                }
                reputations
            }
            "habit" => self.shocked.habit.clone(),
            other => panic!("no column {other}"),
        }
    }

    /// Money of everybody: cash less debt of rows, and the balances of the others.
    pub(super) fn all_money(&self) -> f64 {
        let mut total = self.balances.households
            + self.balances.government
            + self.balances.bank
            + self.balances.world;
        for row in &self.rows {
            total += row.weight * (row.cash + row.frozen_cash - row.debt - row.frozen_debt);
        }
        total
    }
}
