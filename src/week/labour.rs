//! Phase 9, labour: hours follow need, heads follow hours.
//!
//! Equation [9.1]: hours fall to need at the firing speed; short time of those still in work ends at
//! the same speed, new hands come at the hiring speed times 1.5 less hiring difficulty; a wage subsidy
//! keeps its share of those who would go. Who works on the own account or in the family has less to do
//! when demand falls, but keeps the work, so those hours come back like short time, and bring no hired
//! hand with them. Agriculture takes up a share of the jobs lost elsewhere as heads, not hours
//! (Sakernas 2020).

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
        let speeds = Speeds {
            firing: parameters.firing_speed * (1.0 - wage_subsidy[i]),
            recall: parameters.firing_speed,
            hiring: parameters.hiring_speed * base.hiring[s],
        };
        let own_account = if class[i] == Class::Micro {
            parameters.own_account_share
        } else {
            0.0
        };
        let open = output[i] * open_share[i];
        let persons = in_work(heads[i], open, own_account);
        hours[i] = adjusted(hours[i], need, persons, speeds);
        heads[i] += parameters.heads_speed * pull_on_heads(hours[i], heads[i], persons);
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

/// [9.1]: how far hired hands are from the hours, goods a week: above them by what hours fall short,
/// below them by hours beyond all `persons`. Without own account, hours less heads.
fn pull_on_heads(hours: f64, heads: f64, persons: f64) -> f64 {
    (hours - persons).max(0.0) - (heads - hours).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::{Speeds, adjusted, in_work, pull_on_heads};

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
    fn lost_hours_of_who_works_on_own_account_come_back_without_hiring() {
        // Two tenths of the heads are gone, half of them never left: one tenth has to be hired.
        let persons = in_work(8.0, 10.0, 0.5);
        assert!((adjusted(8.0, 10.0, persons, SPEEDS) - (8.1 + 0.01)).abs() < 1e-12);
        let hired_alone = in_work(8.0, 10.0, 0.0);
        assert!((adjusted(8.0, 10.0, hired_alone, SPEEDS) - 8.02).abs() < 1e-12);
    }

    #[test]
    fn heads_follow_hours_and_hours_on_own_account_bring_no_hired_hand() {
        for (hours, heads, persons, known) in [
            (7.0, 8.0, 8.0, -1.0),
            (9.0, 8.0, 8.0, 1.0),
            (7.0, 8.0, 9.0, -1.0),
            (8.5, 8.0, 9.0, 0.0),
            (9.5, 8.0, 9.0, 0.5),
        ] {
            assert_eq!(pull_on_heads(hours, heads, persons), known);
        }
    }

    #[test]
    fn without_hiring_no_hired_hand_comes_back() {
        let speeds = Speeds {
            hiring: 0.0,
            ..SPEEDS
        };
        let (mut hours, mut heads, mut least) = (10.0, 10.0, 10.0);
        for week in 0..500 {
            let need = if week < 26 { 8.0 } else { 10.0 };
            let persons = in_work(heads, 10.0, 0.655);
            hours = adjusted(hours, need, persons, speeds);
            heads += 0.04 * pull_on_heads(hours, heads, persons);
            assert!(heads <= least, "week {week}");
            least = heads;
        }
        assert!(heads < 9.0 && (hours - in_work(heads, 10.0, 0.655)).abs() < 1e-6);
    }

    #[test]
    fn short_time_ends_as_fast_as_it_began() {
        assert!((adjusted(8.0, 10.0, 10.0, SPEEDS) - 8.2).abs() < 1e-12);
        assert!((adjusted(8.0, 10.0, 9.0, SPEEDS) - (8.1 + 0.01)).abs() < 1e-12);
    }
}
