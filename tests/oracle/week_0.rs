//! Week 0 of credit, markets, uses, the nation and its households: section 4.

use super::baseline::YEAR;
use super::parts::{MarketOfProduct, ProductUse, Province};
use super::{Oracle, positive};
use pulih::economy::{MARKET_CELLS, MARKET_DESTINATIONS, market_cell};
use pulih::ids::{Kind, PROVINCES};

impl Oracle<'_> {
    /// Owed on credit links: the weekly flow x the credit term.
    pub(super) fn build_credit(&mut self) {
        let term = self.credit_term();
        for f in 0..self.families.len() {
            let mut output = 0.0;
            for &i in &self.families[f].rows {
                output += self.rows[i].weight * self.rows[i].output0;
            }
            for k in 0..self.families[f].cells.len() {
                for l in 0..self.families[f].cells[k].links.len() {
                    let supplier = self.families[f].cells[k].links[l].supplier;
                    let credit = self.on_credit(supplier, f);
                    let domestic = self.families[f].cells[k].domestic;
                    let link = &mut self.families[f].cells[k].links[l];
                    link.credit = credit;
                    if credit {
                        let flow = output * domestic * link.share;
                        link.owed = flow * term;
                    }
                }
            }
        }
        let owed = self.receivables();
        for row in &mut self.rows {
            if row.kind == Kind::Cooperative && row.weight > 0.0 {
                row.receivables0 = owed[row.family] / row.weight;
            }
        }
    }

    /// Markets with their supplier cells.
    pub(super) fn build_markets(&mut self) {
        for p in 0..self.economy.tables.sectors.len() {
            let mut families = vec![Vec::new(); MARKET_CELLS];
            for (f, family) in self.families.iter().enumerate() {
                if family.sector == p {
                    families[market_cell(family.province, family.class)].push(f);
                }
            }
            self.markets.push(MarketOfProduct {
                families,
                reputation: vec![1.0; PROVINCES],
                orders_of_cells: vec![0.0; PROVINCES],
                demand: vec![0.0; MARKET_DESTINATIONS],
                household_demand: vec![0.0; MARKET_DESTINATIONS],
                attraction: vec![0.0; MARKET_CELLS],
                weight: vec![vec![0.0; MARKET_DESTINATIONS]; MARKET_CELLS],
                norm: vec![0.0; MARKET_DESTINATIONS],
                orders: vec![0.0; MARKET_CELLS],
                fill_of_cell: vec![1.0; MARKET_CELLS],
                fill: vec![1.0; MARKET_DESTINATIONS],
                household_fill: vec![1.0; MARKET_DESTINATIONS],
            });
        }
    }

    /// Final uses, empty until phase 6.
    pub(super) fn build_uses(&mut self) {
        for _ in 0..self.economy.tables.sectors.len() {
            self.uses.push(ProductUse {
                household: vec![0.0; PROVINCES],
                government: vec![0.0; PROVINCES],
                investment: vec![0.0; PROVINCES],
                imported_household: vec![0.0; PROVINCES],
                ..ProductUse::default()
            });
        }
    }

    /// Value added, product taxes and the foreign transfer of week 0.
    pub(super) fn baseline_of_the_nation(&mut self) {
        let base = &self.economy.final_demand;
        let mut output = 0.0;
        let mut used = 0.0;
        let mut input_taxes = 0.0;
        let mut imports = base.imported_household.sum()
            + base.imported_government.iter().sum::<f64>()
            + base.imported_investment.iter().sum::<f64>();
        for row in &self.rows {
            output += row.weight * row.output0;
            for cell in &self.families[row.family].cells {
                let bought = row.weight * cell.coefficient * row.output0;
                used += bought;
                input_taxes += self.baseline.input_tax[row.sector] * bought;
                imports += row.weight * cell.imported * row.output0;
            }
        }
        let taxes = self.economy.tables.accounts.final_product_taxes;
        let final_taxes = (taxes[0] + taxes[1] + taxes[2] + taxes[3]) / YEAR;
        let exports = base.export.iter().sum::<f64>();
        let baseline = &mut self.baseline;
        baseline.product_taxes = input_taxes + final_taxes;
        baseline.consumption = base.household.sum() + base.imported_household.sum();
        baseline.gva = output - used - input_taxes;
        baseline.foreign_transfer = imports - exports * (1.0 + baseline.export_tax);
        self.nation.gva = baseline.gva;
        self.nation.gdp = baseline.gva + baseline.product_taxes;
        self.nation.gdp_by_expenditure = self.nation.gdp;
        self.nation.product_taxes = baseline.product_taxes;
        self.nation.input_taxes = input_taxes;
        self.nation.consumption = baseline.consumption;
    }

    /// [4.3] income and spending of households by province.
    pub(super) fn baseline_of_households(&mut self) {
        let base = &self.economy.final_demand;
        let mut total_spending = 0.0;
        for r in 0..PROVINCES {
            let mut spending = 0.0;
            for p in 0..self.economy.tables.sectors.len() {
                spending += base.household[[p, r]] + base.imported_household[[p, r]];
            }
            spending *= 1.0 + self.baseline.household_tax;
            self.baseline.spending.push(spending);
            total_spending += spending;
        }
        let mut before_tax = vec![0.0; PROVINCES];
        for row in &self.rows {
            before_tax[row.province] +=
                row.weight * (row.wages + row.staff + row.payout + row.paid_to_members);
        }
        let mut total_income = 0.0;
        for r in 0..PROVINCES {
            before_tax[r] +=
                self.baseline.foreign_transfer * self.baseline.spending[r] / total_spending;
            total_income += before_tax[r];
        }
        self.baseline.total_spending = total_spending;
        self.baseline.direct_tax = positive(1.0 - total_spending / total_income);
        for r in 0..PROVINCES {
            let disposable = (1.0 - self.baseline.direct_tax) * before_tax[r];
            self.baseline
                .provincial_transfer
                .push(self.baseline.spending[r] - disposable);
            self.provinces.push(Province {
                income: 1.0,
                permanent_income: 1.0,
                income_in_money: self.baseline.spending[r],
                ..Province::default()
            });
        }
    }
}
