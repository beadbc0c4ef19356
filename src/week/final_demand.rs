//! Phase 6, final demand: what households, government, investors and the world order.
//!
//! Equations [6.1] to [6.4]. Household demand is anchored on open capacity B, current income and
//! permanent income with weights that sum to one; investment follows last week's plans. Places are
//! product x province.

use super::Week;
use super::integration;
use super::orders::import_share;
use crate::economy::{Economy, market_cell};
use crate::ids::PROVINCES;

/// Investment never falls below this share of week 0 (prototype).
const LEAST_INVESTMENT: f64 = 0.02;

/// Quality above the floor that foreign buyers ask for (ours).
const EXPORT_QUALITY_MARGIN: f64 = 0.1;

/// Writes the final orders of the week.
pub(crate) fn run(week: &mut Week) {
    let rule = household_rule(week);
    let parameters = &week.scenario.parameters;
    let (state, flows, base) = (&*week.state, &mut *week.flows, week.base);
    let demand = &week.economy.final_demand;
    let anchor = state.anchor;
    let government =
        anchor + parameters.government_income_response * (state.government_income - anchor);
    for p in 0..base.sectors {
        let factor = flows.demand_factor[p] * flows.levers.demand[p];
        let mu = flows.import_factor[p];
        let investment = investment_level(
            base.investment_response[p],
            state.investment_index,
            parameters.investment_contact_share * flows.national_response[p],
        ) * factor;
        let public = government * flows.demand_factor[p];
        let [government_ratio, government_imports] = split(
            demand.government.row(p).sum(),
            demand.imported_government[p],
            public,
            mu,
        );
        let [investment_ratio, investment_imports] = split(
            demand.investment.row(p).sum(),
            demand.imported_investment[p],
            investment,
            mu,
        );
        flows.government_imports[p] = government_imports;
        flows.investment_imports[p] = investment_imports;
        for (r, rule) in rule.iter().enumerate() {
            let place = p * PROVINCES + r;
            let contact = if base.visitor[p] {
                1.0
            } else {
                flows.contact_demand[place]
            };
            let [ratio, imports] = split(
                demand.household[[p, r]],
                demand.imported_household[[p, r]],
                rule * factor * contact,
                mu,
            );
            flows.household_order[place] = demand.household[[p, r]] * ratio;
            // Those who do not travel at home do not travel abroad either.
            let abroad = if base.visitor[p] {
                flows.contact_demand[place]
            } else {
                1.0
            };
            flows.household_imports[place] = imports * abroad;
            flows.government_order[place] = demand.government[[p, r]] * government_ratio;
            flows.investment_order[place] = demand.investment[[p, r]] * investment_ratio;
        }
        flows.export_order[p] = demand.export[p]
            * flows.export_factor[p]
            * (1.0 + parameters.export_capacity_response * (anchor - 1.0));
    }
    build_ventures(week);
    facilitate_exports(week);
    offset_exports(week);
}

/// [11.13]: building of ventures raises investment demand in the national mix.
fn build_ventures(week: &mut Week) {
    let cost = integration::venture::plan(week);
    let flows = &mut *week.flows;
    flows.venture_share = 0.0;
    if cost == 0.0 {
        return;
    }
    let planned =
        flows.investment_order.iter().sum::<f64>() + flows.investment_imports.iter().sum::<f64>();
    let factor = 1.0 + cost / planned;
    flows
        .investment_order
        .iter_mut()
        .for_each(|order| *order *= factor);
    flows
        .investment_imports
        .iter_mut()
        .for_each(|imports| *imports *= factor);
    flows.venture_share = cost / (planned + cost);
}

/// [11.10]: those in scope whose quality is well above the floor win export orders, a part of them
/// from rivals' exports.
fn facilitate_exports(week: &mut Week) {
    week.flows.added_exports.fill(0.0);
    if !week.flows.levers.on_rows {
        return;
    }
    let (state, flows, economy) = (&*week.state, &mut *week.flows, week.economy);
    let rivals = week.scenario.parameters.export_rival_share;
    for i in 0..week.base.rows {
        let rise = flows.levers.export_rise[i];
        let family = economy.rows.family[i] as usize;
        let p = economy.rows.sector[i] as usize;
        let floor = economy.tables.sectors[p].traits.quality_floor + EXPORT_QUALITY_MARGIN;
        if rise == 0.0 || economy.rows.quality[i] + state.gain[i][2] < floor {
            continue;
        }
        let own = exports_of_family(economy, family) * state.theta[i] / state.weight[i];
        flows.added_exports[i] = own * rise;
        let lost = rivals * own * rise * state.weight[i];
        flows.export_order[p] = (flows.export_order[p] - lost).max(0.0);
    }
}

/// Exports of a family at week 0, all its enterprises together, bn Rp a week.
fn exports_of_family(economy: &Economy, family: usize) -> f64 {
    let rows = &economy.rows;
    let p = rows.sector[family] as usize;
    let cell = market_cell(rows.province[family] as usize, rows.class[family]);
    let sold = economy.market.residual_of_cell[[p, cell]];
    if sold == 0.0 {
        return 0.0;
    }
    economy.market.residual[family] / sold * economy.market.flow[[p, cell, PROVINCES]]
}

/// [6.1] without contact: consumption of a province over its week 0.
fn household_rule(week: &Week) -> [f64; PROVINCES] {
    let parameters = &week.scenario.parameters;
    let (c1, c2) = (
        parameters.consumption_current_income,
        parameters.consumption_permanent_income,
    );
    std::array::from_fn(|r| {
        (1.0 - c1 - c2) * week.state.anchor
            + c1 * week.state.income[r]
            + c2 * week.state.permanent_income[r]
    })
}

/// [6.3]: investment use of a product over its week 0.
fn investment_level(response: f64, index: f64, contact: f64) -> f64 {
    (1.0 + response * (index - 1.0) - contact).max(LEAST_INVESTMENT)
}

/// Splits a use by its import share: [domestic over its week 0, imports], [5.2].
fn split(domestic: f64, imported: f64, level: f64, import_factor: f64) -> [f64; 2] {
    let total = domestic + imported;
    if total == 0.0 {
        return [0.0, 0.0];
    }
    let imports = total * level * import_share(imported / total, import_factor);
    let home = total * level - imports;
    [if domestic > 0.0 { home / domestic } else { 0.0 }, imports]
}

/// [6.4]: the external offset is taken from exports in proportion to week 0.
fn offset_exports(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let taken = parameters.external_offset * week.state.offset;
    week.flows.national.offset = taken;
    if taken == 0.0 {
        return;
    }
    let exports = &week.economy.final_demand.export;
    let total: f64 = exports.iter().sum();
    for (order, base) in week.flows.export_order.iter_mut().zip(exports) {
        *order = (*order - taken * base / total).max(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_baseline_splits_into_itself() {
        assert_eq!(split(3.0, 1.0, 1.0, 1.0), [1.0, 1.0]);
        assert_eq!(split(0.0, 0.0, 1.0, 1.0), [0.0, 0.0]);
    }

    #[test]
    fn a_higher_import_factor_moves_demand_abroad_and_leaves_the_total() {
        let [home, abroad] = split(3.0, 1.0, 1.0, 1.5);
        assert!((3.0 * home + abroad - 4.0).abs() < 1e-12 && abroad > 1.0);
    }

    #[test]
    fn investment_never_vanishes() {
        assert_eq!(investment_level(1.8, 0.2, 0.5), LEAST_INVESTMENT);
        assert_eq!(investment_level(1.0, 1.0, 0.0), 1.0);
    }
}
