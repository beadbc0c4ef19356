//! Phase 14, entry and exit: enterprises with idle capacity and short money close, and come back.
//!
//! Equations [14.1] to [14.3]. Every row closes by its expected share, single enterprises too: one
//! drawn failure of a large enterprise is ten times a small programme's effect. How close the money
//! is to its end comes from the survey of July and August 2021. Limit: idle capacity and cash are
//! means of a row, so very uneven groups close too little.

use super::Week;
use super::production::{credit_line, purse};
use crate::ids::{Class, Kind};

/// Hazard by class: in July 2020 10.1% of micro and small and 5.0% of medium and large firms had
/// stopped (BPS, n 34,559); mean 0.94 by value added.
const CLASS_FACTOR: [f64; 4] = [1.25, 1.25, 0.625, 0.625];
/// Most pressure that short money adds to the hazard.
const MOST_PRESSURE: f64 = 4.0;

/// Closes and re-opens shares of rows.
pub(crate) fn run(week: &mut Week) {
    let distribution = &week.economy.tables.cash_buffer;
    let scale = week.scenario.parameters.cash_scale;
    let usual = within_a_month(distribution, scale);
    for i in 0..week.base.rows {
        week.state.closed_now[i] = 0.0;
        week.state.reopened_now[i] = 0.0;
        let x0 = week.economy.rows.output[i];
        let enterprise = week.economy.rows.kind[i] != Kind::Cooperative;
        if week.state.weight[i] == 0.0 || x0 == 0.0 || !enterprise {
            continue;
        }
        let (closing, opening) = shares(week, i, usual);
        if closing != 0.0 || opening != 0.0 {
            move_shares(week, i, closing, opening);
        }
    }
}

/// Shares of the row that close and re-open this week, [14.1].
fn shares(week: &Week, i: usize, usual: f64) -> (f64, f64) {
    let parameters = &week.scenario.parameters;
    let (state, base) = (&*week.state, week.base);
    let (x0, open) = (week.economy.rows.output[i], state.open_share[i]);
    let able = state.capacity[i] / x0 * open;
    let made = week.flows.output[i] / x0;
    let idle = (able - made - parameters.idle_tolerance).max(0.0);
    let money = purse(
        state.cash[i],
        credit_line(base, &week.flows.levers, i),
        state.debt[i],
    );
    let closing = if idle > 0.0 && open > 0.0 {
        let relative = money / ((base.cash0[i] + base.line0[i]) * open);
        let scale = parameters.cash_scale * relative;
        let short = within_a_month(&week.economy.tables.cash_buffer, scale);
        let pressure = (short / usual).min(MOST_PRESSURE);
        let factor = CLASS_FACTOR[week.economy.rows.class[i] as usize];
        (parameters.closing_speed * factor * pressure * idle * open).min(open)
    } else {
        0.0
    };
    let opening = if open < 1.0 && state.cash[i] >= 0.0 && able > 0.0 {
        parameters.reopening_speed * (1.0 - open) * (made / able).min(1.0)
    } else {
        0.0
    };
    (closing, opening)
}

/// Share of firms whose money lasts at most one month when all money is multiplied by `scale`.
fn within_a_month(distribution: &[(f64, f64)], scale: f64) -> f64 {
    if scale <= 0.0 {
        return 1.0;
    }
    let limit = 1.0 / scale;
    let (mut from, mut below) = (0.0, 0.0);
    for &(to, share) in distribution {
        if limit <= to {
            return below + share * (limit - from) / (to - from);
        }
        below += share;
        from = to;
    }
    1.0
}

/// Freezes what closes, frees what re-opens, [14.2].
fn move_shares(week: &mut Week, i: usize, closing: f64, opening: f64) {
    let state = &mut *week.state;
    let closed = closing / state.open_share[i].max(f64::MIN_POSITIVE);
    let reopened = if opening > 0.0 {
        opening / (1.0 - state.open_share[i])
    } else {
        0.0
    };
    state.closed_now[i] = closed;
    state.reopened_now[i] = reopened;
    state.hours[i] -= closed * state.hours[i];
    for (free, frozen) in [
        (&mut state.cash[i], &mut state.cash_frozen[i]),
        (&mut state.debt[i], &mut state.debt_frozen[i]),
    ] {
        let moved = closed * *free - reopened * *frozen;
        *free -= moved;
        *frozen += moved;
    }
    state.open_share[i] = (state.open_share[i] - closing + opening).clamp(0.0, 1.0);
}

/// Class names are the order of `CLASS_FACTOR`.
const _: () = assert!(Class::ALL.len() == CLASS_FACTOR.len());

#[cfg(test)]
mod tests {
    use super::*;

    const SURVEY: &[(f64, f64)] = &[(1.0, 0.2), (2.0, 0.2), (4.0, 0.3), (12.0, 0.3)];

    #[test]
    fn a_fifth_lasts_a_month_and_half_the_money_makes_it_two_fifths() {
        assert_eq!(within_a_month(SURVEY, 1.0), 0.2);
        assert_eq!(within_a_month(SURVEY, 0.5), 0.4);
        assert_eq!(within_a_month(SURVEY, 2.0), 0.1);
        assert_eq!(within_a_month(SURVEY, 0.0), 1.0);
    }
}
