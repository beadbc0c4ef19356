//! Phase 8.

use super::{Oracle, clip, positive};
use pulih::ids::{Kind, PROVINCES};

impl Oracle<'_> {
    /// [8.1] weeks until a delivery by credit link is paid.
    pub(super) fn credit_term(&self) -> f64 {
        let parameters = &self.scenario.parameters;
        let contracted = parameters.baseline_contracted_share;
        let term = parameters.spot_term_weeks
            - contracted * (parameters.spot_term_weeks - parameters.contract_term_weeks);
        f64::max(term, 1.0)
    }

    /// [8.1] payments on credit links.
    pub(super) fn credit_links(&mut self) {
        let parameters = &self.scenario.parameters;
        let term = self.credit_term();
        for family in &mut self.families {
            family.credit_given = 0.0;
            family.credit_taken = 0.0;
        }
        for f in 0..self.families.len() {
            // What closed and re-opened of the buyer last week.
            let mut weight = 0.0;
            let mut closed = 0.0;
            let mut reopened = 0.0;
            for &i in &self.families[f].rows {
                weight += self.rows[i].weight;
                closed += self.rows[i].weight * self.rows[i].closed;
                reopened += self.rows[i].weight * self.rows[i].reopened;
            }
            if weight == 0.0 {
                continue;
            }
            closed /= weight;
            reopened /= weight;
            for k in 0..self.families[f].cells.len() {
                for l in 0..self.families[f].cells[k].links.len() {
                    let supplier = self.families[f].cells[k].links[l].supplier;
                    let fill = self.families[supplier].fill;
                    let link = &mut self.families[f].cells[k].links[l];
                    if !link.credit {
                        continue;
                    }
                    let freezing = closed * link.owed;
                    let returning = reopened * link.frozen;
                    link.owed += returning - freezing;
                    link.frozen += freezing - returning;
                    link.frozen -= link.frozen / parameters.write_off_weeks;
                    let paid = link.owed / term;
                    let delivered = link.order * fill;
                    link.owed += delivered - paid;
                    self.families[supplier].credit_given += paid - delivered;
                    self.families[f].credit_taken += paid - delivered;
                }
            }
        }
    }

    /// [8.2] product taxes: rates of week 0 scaled to the revenue that follows consumption.
    pub(super) fn product_taxes(&mut self) {
        let mut consumption = 0.0;
        let mut at_rates_of_week_0 = 0.0;
        for product in &self.uses {
            consumption += product.household_received;
            at_rates_of_week_0 += self.baseline.household_tax * product.household_received
                + self.baseline.government_tax * product.government_received
                + self.baseline.investment_tax * product.investment_received
                + self.baseline.export_tax * product.export_received;
        }
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            row.inputs_bought = 0.0;
            for input in &row.inputs {
                row.inputs_bought +=
                    input.domestic_received + input.imports_received + input.contract_received;
            }
            at_rates_of_week_0 +=
                row.weight * self.baseline.input_tax[row.sector] * row.inputs_bought;
        }
        let elasticity = self.scenario.parameters.product_tax_elasticity;
        let change = consumption / self.baseline.consumption - 1.0;
        let revenue = self.baseline.product_taxes * f64::max(0.2, 1.0 + elasticity * change);
        let multiplier = revenue / at_rates_of_week_0;
        self.nation.consumption = consumption;
        self.nation.product_taxes = revenue;
        self.nation.tax_multiplier = multiplier;
        self.nation.input_taxes = 0.0;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            row.input_taxes = multiplier * self.baseline.input_tax[row.sector] * row.inputs_bought;
            self.nation.input_taxes += row.weight * row.input_taxes;
        }
    }

    /// [8.3] wages, production tax, interest and instalment.
    pub(super) fn wages_taxes_interest(&mut self) {
        let parameters = &self.scenario.parameters;
        // The subsidy of interest is a lever of phase 2.
        let rate = parameters.policy_rate + parameters.lending_margin;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            row.wages = row.wage_rate * row.hours;
            row.production_tax = self.baseline.production_tax[row.sector] * row.output;
            row.interest = row.debt * rate / 52.0;
            row.instalment = row.debt / parameters.debt_instalment_weeks;
        }
    }

    /// [8.4] the bill of investment.
    pub(super) fn investment_bill(&mut self) {
        let rate = self.baseline.investment_tax * self.nation.tax_multiplier;
        let mut total = 0.0;
        for product in &self.uses {
            total += product.investment_received * (1.0 + rate);
        }
        self.nation.investment_at_purchaser_prices = total;
        let mut planned = 0.0;
        let mut usual = 0.0;
        for row in &self.rows {
            if Self::produces(row) {
                planned += row.weight * row.investment0 * row.investment;
                usual += row.weight * row.investment0;
            }
        }
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            row.investment_bill = if planned > 0.0 {
                total * row.investment0 * row.investment / planned
            } else {
                total * row.investment0 / usual
            };
        }
    }

    /// [8.5] surplus and payout. Cash is that of the end of last week.
    pub(super) fn surplus_and_payout(&mut self) {
        let theta = self.scenario.parameters.payout_response;
        let margin = self.baseline.cooperative_margin;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            let through = if row.kind == Kind::Member {
                row.through_cooperative
            } else {
                0.0
            };
            let deliveries_at_their_prices = row.delivered - margin * through;
            row.surplus = deliveries_at_their_prices + row.premium
                - row.inputs_bought
                - row.input_taxes
                - row.wages
                - row.production_tax
                - row.interest;
            let change = row.surplus - row.surplus0 - (row.investment_bill - row.investment0);
            let cautious = clip(row.cash / (2.0 * row.outlays), 0.5, 1.0);
            row.payout = row.open_share * positive(row.payout0 + theta * change) * cautious;
        }
    }

    /// [8.7] cooperatives.
    pub(super) fn cooperative_surplus(&mut self) {
        let to_members = self.scenario.parameters.surplus_to_members;
        let margin = self.baseline.cooperative_margin;
        for row in &mut self.rows {
            if row.kind != Kind::Cooperative || row.weight == 0.0 {
                continue;
            }
            row.staff = margin / 2.0 * row.delivered;
            row.surplus =
                row.delivered + row.premium - row.through_cooperative * (1.0 - margin) - row.staff;
            row.paid_to_members =
                positive(row.surplus0 + to_members * (row.surplus - row.surplus0));
        }
    }

    /// Cash of rows: [8.1] credit given and taken, [8.3] to [8.7], and [8.6] the draw.
    pub(super) fn pay_rows(&mut self) {
        for i in 0..self.rows.len() {
            let row = &self.rows[i];
            if row.weight == 0.0 {
                continue;
            }
            let family = &self.families[row.family];
            let mut family_weight = 0.0;
            for &j in &family.rows {
                family_weight += self.rows[j].weight;
            }
            let credit = (family.credit_given - family.credit_taken) / family_weight;
            // The line that is open after this week's instalment; a cooperative has none.
            let unused_line = positive(self.credit_line(row) - (row.debt - row.instalment));
            let margin = self.baseline.cooperative_margin;
            let row = &mut self.rows[i];
            // The surplus counts contracts by what was delivered; cash by what was paid.
            let mut waiting = row.contract_cash - row.premium - row.contract_sales;
            for input in &row.inputs {
                waiting += input.contract_received;
            }
            if row.kind == Kind::Cooperative {
                row.cash += row.delivered + row.premium + credit + waiting
                    - row.through_cooperative * (1.0 - margin)
                    - row.staff
                    - row.paid_to_members;
            } else {
                row.cash += row.surplus + credit + waiting
                    - row.investment_bill
                    - row.payout
                    - row.instalment;
                row.debt -= row.instalment;
            }
            row.draw = if row.cash < 0.0 {
                f64::min(-row.cash, unused_line)
            } else {
                0.0
            };
            row.cash += row.draw;
            row.debt += row.draw;
        }
    }

    /// [8.8] households.
    pub(super) fn households(&mut self) {
        let parameters = &self.scenario.parameters;
        let direct_tax = self.baseline.direct_tax;
        for province in &mut self.provinces {
            province.wages = 0.0;
            province.payouts = 0.0;
            province.paid_to_members = 0.0;
        }
        for row in &self.rows {
            let province = &mut self.provinces[row.province];
            province.wages += row.weight * (row.wages + row.staff);
            province.payouts += row.weight * row.payout;
            province.paid_to_members += row.weight * row.paid_to_members;
        }
        let mut income = 0.0;
        for r in 0..PROVINCES {
            let spending0 = self.baseline.spending[r];
            let share = spending0 / self.baseline.total_spending;
            let province = &mut self.provinces[r];
            let before_tax = province.wages
                + province.payouts
                + province.paid_to_members
                + self.baseline.foreign_transfer * share;
            province.direct_tax = direct_tax * before_tax;
            // Transfers of policy come here, before support.
            let rest = before_tax - province.direct_tax
                + self.baseline.provincial_transfer[r]
                + self.nation.bank_result * share;
            province.support = parameters.income_support * positive(spending0 - rest);
            province.income_in_money = rest + province.support;
            province.income = province.income_in_money / spending0;
            province.permanent_income +=
                parameters.permanent_income_speed * (province.income - province.permanent_income);
            income += province.income_in_money;
        }
        self.nation.income = income / self.baseline.total_spending;
        self.nation.slow_income +=
            parameters.government_income_speed * (self.nation.income - self.nation.slow_income);
    }

    /// [8.9] balances of those who keep no rows, each from its own receipts and payments.
    pub(super) fn settle_balances(&mut self) {
        let mut household = 0.0;
        let mut government = 0.0;
        let mut export = 0.0;
        let mut imports = 0.0;
        for product in &self.uses {
            household += product.household_received;
            government += product.government_received;
            export += product.export_received;
            imports += product.imports_received;
        }
        let mut production_taxes = 0.0;
        let mut interest = 0.0;
        for row in &self.rows {
            production_taxes += row.weight * row.production_tax;
            interest += row.weight * row.interest;
            for input in &row.inputs {
                imports += row.weight * input.imports_received;
            }
        }
        let mut incomes = 0.0;
        let mut support = 0.0;
        let mut direct_taxes = 0.0;
        for province in &self.provinces {
            incomes += province.income_in_money;
            support += province.support;
            direct_taxes += province.direct_tax;
        }
        let multiplier = self.nation.tax_multiplier;
        let baseline = &self.baseline;
        let balances = &mut self.balances;
        balances.households += incomes - household * (1.0 + baseline.household_tax * multiplier);
        balances.government += direct_taxes + production_taxes + self.nation.product_taxes
            - government * (1.0 + baseline.government_tax * multiplier)
            - support;
        balances.world +=
            imports - export * (1.0 + baseline.export_tax * multiplier) - baseline.foreign_transfer;
        balances.bank += interest - self.nation.bank_result;
        // From here on the result is this week's; [14.2] takes the write-offs off.
        self.nation.bank_result = interest;
    }
}
