//! Phase 13, capacity: wears out and is rebuilt by investment.
//!
//! Equation [13.1]: planned capacity follows expected demand, investment moves capacity to plan with
//! an accelerator, less under uncertainty and when money is short. It holds the path in the baseline.
//! Limit: an accelerator above 2 makes a capital cycle.

use super::Week;
use super::columns::columns;
use super::production::{credit_line, purse};
use crate::blocks::positive;
use crate::economy::WEEKS_PER_YEAR;
use crate::ids::{Kind, PROVINCES};

/// Least open share that expected demand is divided by.
const LEAST_OPEN: f64 = 0.05;
/// Weeks of outlays that free an enterprise's investment plans.
const FREE_WEEKS: f64 = 2.0;

/// Plans, invests and wears out.
pub(crate) fn run(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let (state, flows, base) = (&mut *week.state, &*week.flows, week.base);
    let rows = &week.economy.rows;
    let wear = parameters.depreciation / WEEKS_PER_YEAR;
    let n = base.rows;
    columns!(n;
        read rows: kind, sector, province, output;
        read base: outlay;
        read state: weight, expected_demand, open_share, cash, debt;
        state: capital_expectation, capacity, investment;
    );
    let mut planned = 0.0;
    for i in 0..n {
        let x0 = output[i];
        if weight[i] == 0.0 || x0 == 0.0 || kind[i] == Kind::Cooperative {
            continue;
        }
        let demand = expected_demand[i] / (x0 * open_share[i].max(LEAST_OPEN));
        let expectation = &mut capital_expectation[i];
        *expectation += parameters.capital_expectation_speed * (demand - *expectation);
        let unsure =
            parameters.investment_uncertainty * flows.contact_of_province[province[i] as usize];
        let line = credit_line(base, &flows.levers, i);
        let money = purse(cash[i], line, debt[i]) / (FREE_WEEKS * outlay[i]);
        let relative = capacity[i] / x0;
        let invested = plan(relative, *expectation, parameters.accelerator)
            * positive(1.0 - unsure)
            * money.min(1.0);
        investment[i] = invested;
        capacity[i] += wear * (invested * x0 - capacity[i]);
        let s = sector[i] as usize;
        planned += weight[i] * base.value_added_rate[s] * x0 * invested;
    }
    let own = parameters.investment_autonomous_share;
    state.investment_index = own + (1.0 - own) * planned / base.value_added0;
    debug_assert!(flows.contact_of_province.len() == PROVINCES);
}

/// [13.1]: investment over week 0.
fn plan(capacity: f64, expectation: f64, accelerator: f64) -> f64 {
    (capacity + accelerator * (expectation - capacity)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::plan;

    #[test]
    fn the_baseline_replaces_what_wears_out() {
        assert_eq!(plan(1.0, 1.0, 1.3), 1.0);
        assert!(plan(1.0, 0.9, 1.3) < 0.9);
        assert_eq!(plan(1.0, 0.0, 1.3), 0.0);
    }
}
