//! Moving real enterprises between a family's two rows: extensive columns are mixed, so no total
//! changes, [11.5].

use crate::economy::Economy;
use crate::week::baseline::Baseline;
use crate::week::state::State;

/// A smaller remainder than this share of the family moves along: rounding must not keep a row.
const LEAST_REMAINDER: f64 = 1e-9;

/// Moves `count` real enterprises from one row of a family to the other.
pub(crate) fn move_weight(
    economy: &Economy,
    base: &Baseline,
    state: &mut State,
    from: usize,
    to: usize,
    count: f64,
) {
    debug_assert_eq!(economy.rows.family[from], economy.rows.family[to]);
    if count <= 0.0 {
        return;
    }
    let (source, target) = (state.weight[from], state.weight[to]);
    let remains = source - count > LEAST_REMAINDER * (source + target);
    let count = if remains { count } else { source };
    let mix = |column: &mut [f64]| {
        column[to] = (target * column[to] + count * column[from]) / (target + count);
    };
    for column in [
        &mut state.capacity,
        &mut state.hours,
        &mut state.heads,
        &mut state.expected_demand,
        &mut state.finished_stock,
        &mut state.orders,
        &mut state.cash,
        &mut state.debt,
        &mut state.cash_frozen,
        &mut state.debt_frozen,
        &mut state.open_share,
        &mut state.closed_now,
        &mut state.reopened_now,
        &mut state.capital_expectation,
        &mut state.investment,
    ] {
        mix(column);
    }
    let (gain_to, gain_from) = (state.gain[to], state.gain[from]);
    for n in 0..gain_to.len() {
        state.gain[to][n] = (target * gain_to[n] + count * gain_from[n]) / (target + count);
    }
    let length = (base.row_cell_start[from + 1] - base.row_cell_start[from]) as usize;
    let (a, b) = (
        base.row_cell_start[from] as usize,
        base.row_cell_start[to] as usize,
    );
    let stock = &mut state.input_stock;
    for k in 0..length {
        stock[b + k] = (target * stock[b + k] + count * stock[a + k]) / (target + count);
    }
    // Goods of contracts stay on the row that holds the contracts, whoever joins or leaves it.
    let left = if remains {
        source / (source - count)
    } else {
        0.0
    };
    for k in 0..length {
        state.contract_stock[a + k] *= left;
        state.contract_stock[b + k] *= target / (target + count);
    }
    let share = state.theta[from] * (count / source);
    state.theta[to] += share;
    state.theta[from] -= share;
    state.weight[to] = target + count;
    state.weight[from] = source - count;
}
