//! Means outside a programme: each week some real enterprises in scope are reached and gain
//! capability, [11.12].

use crate::policy::{Action, Instrument};
use crate::week::Week;
use crate::week::policy::{current_rupiah, row_in_scope};

/// Runs all means in force.
pub(super) fn run(week: &mut Week) {
    let scenario = week.scenario;
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let strength = week.flows.instrument_strength[n];
        if let Action::Means {
            means,
            enterprises_per_week,
        } = instrument.action
            && strength > 0.0
        {
            reach(week, n, instrument, means, enterprises_per_week * strength);
        }
    }
}

/// Reaches enterprises that were not reached before, in expected shares of the rows in scope.
fn reach(week: &mut Week, n: usize, instrument: &Instrument, means: usize, number: f64) {
    let info = &week.economy.tables.means[means];
    let rows = &week.economy.rows;
    let may = |week: &Week, i: usize| {
        let cooperative = rows.kind[i] == crate::ids::Kind::Cooperative;
        let class = if info.cooperatives_only {
            cooperative
        } else {
            info.classes[rows.class[i] as usize]
        };
        class && row_in_scope(week.economy, week.state, &instrument.scope, i)
    };
    let all: f64 = (0..week.base.rows)
        .filter(|&i| may(week, i))
        .map(|i| week.state.weight[i])
        .sum();
    let before = week.state.integration.progress[n].reached;
    let reached = number.min(all - before);
    if reached <= 0.0 {
        return;
    }
    week.state.integration.progress[n].reached += reached;
    if week.scenario.channels.capability {
        let share = reached / all;
        for i in 0..week.base.rows {
            if may(week, i) {
                for (gain, added) in week.state.gain[i].iter_mut().zip(info.gain) {
                    *gain += share * added;
                }
            }
        }
    }
    let [low, high] = info.cost_million_rupiah;
    let cost = reached * 0.5 * (low + high) / 1000.0 / current_rupiah(week);
    week.state.integration.progress[n].bill += cost;
}
