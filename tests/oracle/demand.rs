//! Phase 6.

use super::{Oracle, positive};
use pulih::ids::PROVINCES;

/// ci: how much of a change of investment falls on a product.
fn investment_response(sector: &str) -> f64 {
    match sector {
        "construction" => 0.9,
        "machinery" => 1.6,
        "automotive" => 1.8,
        "metal_electronics" => 1.4,
        _ => 1.0,
    }
}

/// j of a use.
fn baseline_import_share(domestic: f64, imported: f64) -> f64 {
    if domestic > 0.0 {
        imported / (domestic + imported)
    } else {
        1.0
    }
}

impl Oracle<'_> {
    /// Whether visitors buy the product where it is made.
    pub(super) fn for_visitors(&self, product: usize) -> bool {
        matches!(
            self.economy.tables.sectors[product].parent_code.as_str(),
            "accommodation_food" | "transport" | "other_services"
        )
    }

    /// [6.1] households.
    pub(super) fn household_demand(&mut self) {
        let base = &self.economy.final_demand;
        let c1 = self.scenario.parameters.consumption_current_income;
        let c2 = self.scenario.parameters.consumption_permanent_income;
        for p in 0..self.uses.len() {
            for r in 0..PROVINCES {
                let domestic0 = base.household[[p, r]];
                let imported0 = base.imported_household[[p, r]];
                let drive = (1.0 - c1 - c2) * self.nation.anchor
                    + c1 * self.provinces[r].income
                    + c2 * self.provinces[r].permanent_income;
                let contact = if self.for_visitors(p) {
                    1.0
                } else {
                    self.shocked.demand_multiplier[p][r]
                };
                let demand =
                    (domestic0 + imported0) * drive * self.shocked.demand_factor[p] * contact;
                let share = self.import_share(p, baseline_import_share(domestic0, imported0));
                self.uses[p].household[r] = demand * (1.0 - share);
                // Visitors abroad are kept away too; at home phi acts on the flow, [7.3].
                let abroad = if self.for_visitors(p) {
                    self.shocked.demand_multiplier[p][r]
                } else {
                    1.0
                };
                self.uses[p].imported_household[r] = demand * share * abroad;
            }
        }
    }

    /// [6.2] government.
    pub(super) fn government_demand(&mut self) {
        let base = &self.economy.final_demand;
        let response = self.scenario.parameters.government_income_response;
        let anchor = self.nation.anchor;
        let drive = anchor + response * (self.nation.slow_income - anchor);
        for p in 0..self.uses.len() {
            let mut domestic0 = 0.0;
            for r in 0..PROVINCES {
                domestic0 += base.government[[p, r]];
            }
            let imported0 = base.imported_government[p];
            let demand = (domestic0 + imported0) * drive * self.shocked.demand_factor[p];
            let share = self.import_share(p, baseline_import_share(domestic0, imported0));
            self.uses[p].imported_government = demand * share;
            for r in 0..PROVINCES {
                self.uses[p].government[r] = if domestic0 > 0.0 {
                    demand * (1.0 - share) * base.government[[p, r]] / domestic0
                } else {
                    0.0
                };
            }
        }
    }

    /// [6.3] investment.
    pub(super) fn investment_demand(&mut self) {
        let base = &self.economy.final_demand;
        let kc = self.scenario.parameters.investment_contact_share;
        for p in 0..self.uses.len() {
            let mut domestic0 = 0.0;
            for r in 0..PROVINCES {
                domestic0 += base.investment[[p, r]];
            }
            let imported0 = base.imported_investment[p];
            let ci = investment_response(&self.economy.tables.sectors[p].parent_code);
            let drive = f64::max(
                0.02,
                1.0 + ci * (self.nation.investment - 1.0) - kc * self.shocked.contact[p],
            );
            let demand = (domestic0 + imported0) * drive * self.shocked.demand_factor[p];
            let share = self.import_share(p, baseline_import_share(domestic0, imported0));
            self.uses[p].imported_investment = demand * share;
            for r in 0..PROVINCES {
                self.uses[p].investment[r] = if domestic0 > 0.0 {
                    demand * (1.0 - share) * base.investment[[p, r]] / domestic0
                } else {
                    0.0
                };
            }
        }
    }

    /// [6.4] exports. The offset is [11.7].
    pub(super) fn export_demand(&mut self) {
        let response = self.scenario.parameters.export_capacity_response;
        let drive = 1.0 + response * (self.nation.anchor - 1.0);
        for p in 0..self.uses.len() {
            let exports0 = &self.economy.final_demand.export;
            let all: f64 = exports0.iter().sum();
            let offset =
                self.scenario.parameters.external_offset * self.nation.offset * exports0[p] / all;
            self.uses[p].export = positive(
                self.economy.final_demand.export[p] * self.shocked.exports[p] * drive - offset,
            );
        }
    }
}
