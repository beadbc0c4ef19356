//! Product taxes: the total follows consumption, every rate is scaled by one national factor,
//! [8.2].

use crate::week::Week;
use crate::week::ledger::Agent;

/// Product taxes never fall below this share of week 0 (prototype).
const LEAST_TAX: f64 = 0.2;

/// Sets the factor and books the taxes of final users and the world; those on inputs and
/// investment are booked with the enterprises.
pub(super) fn run(week: &mut Week) {
    let input_taxes = input_taxes_at_baseline_rates(week);
    let money = &week.base.money;
    let elasticity = week.scenario.parameters.product_tax_elasticity;
    let national = &mut week.flows.national;
    let consumption = national.consumption_basic / money.consumption_basic;
    let total = money.product_taxes * tax_level(consumption, elasticity);
    let household = money.household_tax_rate * national.consumption_basic;
    let investment = money.investment_tax_rate * national.investment_basic;
    let export = money.export_tax_rate * national.exports;
    let government = money.government_tax_rate * national.government_basic;
    let factor = total / (input_taxes + household + investment + export + government);
    national.tax_factor = factor;
    national.product_taxes = total;
    national.input_taxes = factor * input_taxes;
    let ledger = &mut week.flows.ledger;
    ledger.pay(Agent::Households, Agent::Government, factor * household);
    ledger.pay(Agent::World, Agent::Government, factor * export);
    ledger.pay(
        Agent::Enterprises,
        Agent::Government,
        factor * (investment + input_taxes),
    );
}

/// [8.2]: product taxes over their week 0.
fn tax_level(consumption: f64, elasticity: f64) -> f64 {
    (1.0 + elasticity * (consumption - 1.0)).max(LEAST_TAX)
}

fn input_taxes_at_baseline_rates(week: &Week) -> f64 {
    let (state, flows, base) = (&*week.state, &*week.flows, week.base);
    (0..base.rows)
        .filter(|&i| state.weight[i] != 0.0)
        .map(|i| {
            let s = week.economy.rows.sector[i] as usize;
            let bought =
                flows.domestic_received[i] + flows.imports_received[i] + flows.contract_received[i];
            state.weight[i] * base.input_tax_rate[s] * bought
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::tax_level;

    #[test]
    fn taxes_fall_twice_as_fast_as_consumption_at_elasticity_two() {
        assert!((tax_level(0.95, 2.0) - 0.9).abs() < 1e-12);
        assert_eq!(tax_level(0.1, 2.0), 0.2);
    }
}
