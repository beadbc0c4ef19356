//! Phase 9, labour: hours follow need, heads follow hours.
//!
//! Equation [9.1]: hours fall to need at the firing speed; short time of those still in work ends at
//! the same speed, new hands come at the hiring speed times 1.5 less hiring difficulty; a wage subsidy
//! keeps its share of those who would go. Who works on the own account or in the family has less to do
//! when demand falls, but keeps the work, so those hours come back like short time. Agriculture takes
//! up a share of the jobs lost elsewhere as heads, not hours (Sakernas 2020).

use super::Week;
use super::columns::columns;
use crate::ids::{Class, Kind};

/// Most hours an enterprise plans for, over week 0 (prototype).
const MOST_HOURS: f64 = 1.5;

/// Moves hours and heads.
pub(crate) fn run(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    let rows = &week.economy.rows;
    let (n, levers) = (base.rows, &flows.levers);
    columns!(n;
        read rows: kind, sector, class, output, employment;
        read state: weight, open_share;
        read flows: target, capacity_limit, money_limit, productivity;
        read levers: wage_subsidy;
        state: hours, heads;
        flows: employed;
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
        let own_account = if class[i] == Class::Micro {
            parameters.own_account_share
        } else {
            0.0
        };
        let open = output[i] * open_share[i];
        let recallable = in_work(heads[i], open, own_account);
        hours[i] = adjusted(hours[i], need, recallable, speeds);
        heads[i] += parameters.heads_speed * (hours[i] - heads[i]);
        if output[i] == 0.0 {
            continue;
        }
        employed[i] = in_work(heads[i], open, own_account) / output[i];
        if !base.agriculture[s] {
            lost += weight[i] * employment[i] * (1.0 - employed[i]);
        }
    }
    state.agriculture_heads = parameters.agriculture_absorption * lost.max(0.0);
}

/// [9.1]: persons in work, in goods a week like `heads` and `open`, the output at week 0 of those open.
/// Hired hands follow `heads`; those on own account stay while their enterprise is open, and what
/// needs more hands than that hires.
fn in_work(heads: f64, open: f64, own_account: f64) -> f64 {
    (1.0 - own_account) * heads + own_account * heads.max(open)
}

/// Speeds of hours, 1/week.
#[derive(Clone, Copy)]
struct Speeds {
    firing: f64,
    /// Of those still in work who work short time.
    recall: f64,
    hiring: f64,
}

/// [9.1], goods a week: short time ends fast, hiring beyond the persons in work is slow.
fn adjusted(hours: f64, need: f64, persons: f64, speeds: Speeds) -> f64 {
    if need < hours {
        return hours + speeds.firing * (need - hours);
    }
    let recalled = speeds.recall * (need.min(persons) - hours).max(0.0);
    let hired = speeds.hiring * (need - persons.max(hours)).max(0.0);
    hours + recalled + hired
}

#[cfg(test)]
mod tests {
    use super::{Speeds, adjusted, in_work};

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
    fn who_works_on_own_account_goes_only_when_the_enterprise_closes() {
        assert!((in_work(0.8, 1.0, 0.5) - 0.9).abs() < 1e-12);
        assert!((in_work(0.8, 0.9, 0.5) - 0.85).abs() < 1e-12);
        assert_eq!(in_work(1.3, 1.0, 0.5), 1.3);
        assert_eq!(in_work(0.8, 1.0, 0.0), 0.8);
    }

    #[test]
    fn short_time_ends_as_fast_as_it_began() {
        assert!((adjusted(8.0, 10.0, 10.0, SPEEDS) - 8.2).abs() < 1e-12);
        assert!((adjusted(8.0, 10.0, 9.0, SPEEDS) - (8.1 + 0.01)).abs() < 1e-12);
    }
}
