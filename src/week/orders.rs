//! Phase 5, orders: enterprises order inputs, cooperatives order from their members.
//!
//! Equations [5.1] to [5.4]: planned use plus the gap of input stock over the restocking time;
//! imports take their share, contracts theirs (phase 11 signs them). Stock targets count the stock
//! *before* the week's use, so at least one week.

mod inputs;

pub(crate) use inputs::import_share;

use super::Week;
use super::integration;
use crate::ids::{Kind, NONE};

/// Bounds of the response of imports to activity (prototype).
const IMPORT_FACTOR_RANGE: (f64, f64) = (0.2, 2.0);
/// Central share of members' delivery to the cooperative and its response to late payment:
/// share, per week late, lowest, highest, weeks late at week 0 (side-selling; direction found).
const DELIVERY: (f64, f64, f64, f64, f64) = (0.65, 0.02, 0.4, 0.9, 2.0);

/// Writes the orders of all rows.
pub(crate) fn run(week: &mut Week) {
    import_factors(week);
    inputs::order(week);
    for c in 0..week.economy.cooperatives.len() {
        week.flows.cooperative_order[c] = cooperative_order(week, c);
    }
    integration::orders::run(week);
}

/// Factor of the import share of every use, by product, and by sector and input, [5.2].
fn import_factors(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let fall = week.state.activity - 1.0;
    let (low, high) = IMPORT_FACTOR_RANGE;
    let national = (1.0 + parameters.import_response * fall).clamp(low, high);
    let flows = &mut *week.flows;
    for (p, factor) in flows.import_factor.iter_mut().enumerate() {
        *factor = national * week.state.integration.import_factor(p);
    }
    let sectors = flows
        .import_factor_of_input
        .chunks_exact_mut(week.base.most_inputs);
    let domestic = &week.economy.tables.accounts.domestic_use;
    for (s, (products, factors)) in week.economy.inputs.products.iter().zip(sectors).enumerate() {
        for (&p, factor) in products.iter().zip(factors) {
            let p = p as usize;
            let at_home = domestic[[p, s]] > 0.0;
            *factor = if at_home { flows.import_factor[p] } else { 1.0 };
        }
    }
}

/// [5.4]: what one real cooperative orders from its members.
fn cooperative_order(week: &Week, c: usize) -> f64 {
    let cooperative = &week.economy.cooperatives[c];
    let i = cooperative.row as usize;
    if week.state.weight[i] == 0.0 || cooperative.member_row == NONE {
        return 0.0;
    }
    let s = week.economy.rows.sector[i] as usize;
    let target = week.base.stock_weeks_of(s, Kind::Cooperative) * cooperative.volume;
    let gap = target - week.state.finished_stock[i];
    let parameters = &week.scenario.parameters;
    let wanted = week.state.expected_demand[i] + gap / parameters.stock_adjustment_weeks;
    let member = cooperative.member_row as usize;
    // Members deliver their share of what they make.
    let made = week.flows.output[member] / week.economy.rows.output[member];
    wanted
        .max(0.0)
        .min(cooperative.volume * made * intake(weeks_late(week, c)))
}

/// Weeks that members wait for their money, 2 at week 0.
fn weeks_late(week: &Week, c: usize) -> f64 {
    let cooperative = &week.economy.cooperatives[c];
    let (family, weight) = (
        cooperative.row as usize,
        week.state.weight[cooperative.row as usize],
    );
    let sales = week.state.expected_demand[family].max(cooperative.volume / 100.0);
    let waiting = week.state.integration.receivable_of_cooperative[c] / (weight * sales);
    let at_start = week.state.integration.receivable_at_start[c] / (weight * cooperative.volume);
    DELIVERY.4 + waiting - at_start
}

/// Intake that side-selling leaves, relative to week 0, [5.4].
fn intake(weeks_late: f64) -> f64 {
    let (share, slope, low, high, usual) = DELIVERY;
    (share - slope * (weeks_late - usual)).clamp(low, high) / share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_pay_makes_members_sell_on_the_side() {
        assert_eq!(intake(2.0), 1.0);
        assert!(intake(12.0) < 0.7);
        assert_eq!(intake(100.0), 0.4 / 0.65);
    }
}
