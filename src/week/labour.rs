//! Phase 9, labour: hours follow need, heads follow hours.
//!
//! Equation [9.1]: hours fall to need at the firing speed; short time of those still employed ends at
//! the same speed, new hands come at the hiring speed times 1.5 less hiring difficulty; a wage subsidy keeps its share of those who would go. Agriculture takes up a
//! share of the jobs lost elsewhere as heads, not hours (Sakernas 2020).

use super::Week;
use super::columns::columns;
use crate::ids::Kind;

/// Most hours an enterprise plans for, over week 0 (prototype).
const MOST_HOURS: f64 = 1.5;

/// Moves hours and heads.
pub(crate) fn run(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let (state, flows, base) = (&mut *week.state, &*week.flows, week.base);
    let rows = &week.economy.rows;
    let (n, levers) = (base.rows, &flows.levers);
    columns!(n;
        read rows: kind, sector, output, employment;
        read state: weight, open_share;
        read flows: target, capacity_limit, money_limit, productivity;
        read levers: wage_subsidy;
        state: hours, heads;
    );
    let mut lost = 0.0;
    for i in 0..n {
        if weight[i] == 0.0 || kind[i] == Kind::Cooperative {
            continue;
        }
        let s = sector[i] as usize;
        let wanted = target[i].min(capacity_limit[i]).min(money_limit[i]);
        let most = MOST_HOURS * output[i] * open_share[i];
        let need = (wanted / productivity[i]).min(most);
        let kept = wage_subsidy[i];
        let firing = parameters.firing_speed * (1.0 - kept);
        let hiring = parameters.hiring_speed * base.hiring[s];
        let speeds = Speeds {
            firing,
            recall: parameters.firing_speed,
            hiring,
        };
        hours[i] = adjusted(hours[i], need, heads[i], speeds);
        heads[i] += parameters.heads_speed * (hours[i] - heads[i]);
        if !base.agriculture[s] && output[i] > 0.0 {
            let change = 1.0 - heads[i] / output[i];
            lost += weight[i] * employment[i] * change;
        }
    }
    state.agriculture_heads = parameters.agriculture_absorption * lost.max(0.0);
}

/// Speeds of hours, 1/week.
#[derive(Clone, Copy)]
struct Speeds {
    firing: f64,
    /// Of those still employed who work short time.
    recall: f64,
    hiring: f64,
}

/// [9.1], goods a week: short time ends fast, hiring beyond the heads is slow.
fn adjusted(hours: f64, need: f64, heads: f64, speeds: Speeds) -> f64 {
    if need < hours {
        return hours + speeds.firing * (need - hours);
    }
    let recalled = speeds.recall * (need.min(heads) - hours).max(0.0);
    let hired = speeds.hiring * (need - heads.max(hours)).max(0.0);
    hours + recalled + hired
}

#[cfg(test)]
mod tests {
    use super::{Speeds, adjusted};

    const SPEEDS: Speeds = Speeds {
        firing: 0.1,
        recall: 0.1,
        hiring: 0.01,
    };

    #[test]
    fn hours_fall_fast_and_new_hands_come_slowly() {
        assert!((adjusted(10.0, 8.0, 10.0, SPEEDS) - 9.8).abs() < 1e-12);
        assert!((adjusted(8.0, 10.0, 8.0, SPEEDS) - 8.02).abs() < 1e-12);
        assert_eq!(adjusted(5.0, 5.0, 5.0, SPEEDS), 5.0);
    }

    #[test]
    fn short_time_ends_as_fast_as_it_began() {
        assert!((adjusted(8.0, 10.0, 10.0, SPEEDS) - 8.2).abs() < 1e-12);
        assert!((adjusted(8.0, 10.0, 9.0, SPEEDS) - (8.1 + 0.01)).abs() < 1e-12);
    }
}
