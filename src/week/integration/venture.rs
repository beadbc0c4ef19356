//! Ventures: a manufacturer owned by a cooperative is built, then opens as an ordinary enterprise,
//! [11.13].
//!
//! Its building is investment demand, paid by a grant and by members' capital; its payout goes to
//! households of its province as any payout does. Until it opens it has weight 0 and no place on the
//! market; then it takes its place by capacity, at the cost of others.

use crate::economy::WEEKS_PER_YEAR;
use crate::ids::Kind;
use crate::policy::{Action, Instrument};
use crate::week::Week;
use crate::week::baseline::Baseline;

/// Expected demand of a venture in its first week, share of its capacity (ours).
const FIRST_DEMAND: f64 = 0.5;
/// Cash that members leave in the venture, weeks of its outlays; paid out of their deposits (ours).
const FIRST_CASH_WEEKS: f64 = 4.0;

/// What building costs this week by instrument, bn Rp; all together.
pub(crate) fn plan(week: &mut Week) -> f64 {
    let scenario = week.scenario;
    let mut total = 0.0;
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let cost = weekly_cost(week, instrument);
        week.flows.venture_cost[n] = cost;
        total += cost;
    }
    total
}

/// Capital that the capacity stands for, spread over the weeks of building. What investment of week
/// 0 maintains is the yardstick: capital = investment / wear.
fn weekly_cost(week: &Week, instrument: &Instrument) -> f64 {
    let Action::Venture {
        capacity_bn_rupiah,
        build_weeks,
        ..
    } = instrument.action
    else {
        return 0.0;
    };
    let Some(row) = row(week, instrument) else {
        return 0.0;
    };
    let since = week.state.week.checked_sub(instrument.window.start);
    if since.is_none_or(|weeks| weeks >= build_weeks) {
        return 0.0;
    }
    let maintained = week.base.investment0[row] / week.economy.rows.output[row];
    let wear = week.scenario.parameters.depreciation / WEEKS_PER_YEAR;
    let capacity = capacity_bn_rupiah / WEEKS_PER_YEAR;
    maintained * capacity / wear / f64::from(build_weeks.max(1))
}

/// Money that members put into a venture in its first week: its row and the sum per real enterprise.
pub(crate) fn first_cash(week: &Week, instrument: &Instrument) -> Option<(usize, f64)> {
    let Action::Venture { build_weeks, .. } = instrument.action else {
        return None;
    };
    let row = row(week, instrument)?;
    let opens = week.state.week == instrument.window.start + build_weeks;
    opens.then_some((row, FIRST_CASH_WEEKS * week.base.outlay[row]))
}

/// The row kept for a venture: the first of its sector and province.
fn row(week: &Week, instrument: &Instrument) -> Option<usize> {
    let Action::Venture {
        sector, province, ..
    } = instrument.action
    else {
        return None;
    };
    let rows = &week.economy.rows;
    (0..week.economy.families).find(|&f| {
        rows.kind[f] == Kind::Venture
            && rows.sector[f] as usize == sector
            && rows.province[f] as usize == province
    })
}

/// Opens ventures whose building has ended; once the week is recorded.
pub(crate) fn open(week: &mut Week) {
    let scenario = week.scenario;
    for instrument in &scenario.policies {
        let Action::Venture {
            capacity_bn_rupiah,
            build_weeks,
            ..
        } = instrument.action
        else {
            continue;
        };
        let Some(row) = row(week, instrument) else {
            continue;
        };
        if week.state.week + 1 == instrument.window.start + build_weeks {
            found(week, row, capacity_bn_rupiah / WEEKS_PER_YEAR);
        }
    }
}

/// The venture's first state: full capacity and staff, empty stocks, members' cash.
fn found(week: &mut Week, row: usize, capacity: f64) {
    let base: &Baseline = week.base;
    let state = &mut *week.state;
    let x0 = week.economy.rows.output[row];
    let weight = capacity / x0;
    state.weight[row] += weight;
    state.theta[row] = 1.0;
    state.capacity[row] = x0;
    state.hours[row] = x0;
    state.heads[row] = x0;
    state.expected_demand[row] = FIRST_DEMAND * x0;
    state.orders[row] = FIRST_DEMAND * x0;
    state.finished_stock[row] = 0.0;
    let cells = base.row_cell_start[row] as usize..base.row_cell_start[row + 1] as usize;
    state.input_stock[cells].fill(0.0);
    state.reputation[row] = 1.0;
    state.market_size[row] = state.weight[row] * x0;
}
