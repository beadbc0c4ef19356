//! Phase 14.

use super::{Oracle, positive};
use pulih::ids::Class;

/// How much more readily a class closes than the mean.
fn class_factor(class: Class) -> f64 {
    match class {
        Class::Micro | Class::Small => 1.25,
        Class::Medium | Class::Large => 0.625,
    }
}

impl Oracle<'_> {
    /// G: share of enterprises whose money lasts no longer than this many months.
    pub(super) fn share_out_of_money(&self, months: f64) -> f64 {
        let mut lower = 0.0;
        let mut below = 0.0;
        for &(upper, share) in &self.economy.tables.cash_buffer {
            if months < upper {
                return below + share * (months - lower) / (upper - lower);
            }
            below += share;
            lower = upper;
        }
        1.0
    }

    /// [14.1] and [14.2]: closing and re-opening by share; write-off of frozen debt.
    pub(super) fn entry_and_exit(&mut self) {
        let parameters = &self.scenario.parameters;
        let mut written_off = 0.0;
        for i in 0..self.rows.len() {
            let row = &self.rows[i];
            if !Self::produces(row) {
                continue;
            }
            let o = row.open_share;

            // [14.1]
            let used = row.output / row.output0;
            let idle = positive(o * row.capacity / row.output0 - used - parameters.idle_tolerance);
            let money = row.cash + self.unused_line(row);
            let money0 = row.cash0 + self.credit_line(row);
            let zeta = money / money0 / o;
            let pressed = if zeta > 0.0 {
                self.share_out_of_money(1.0 / (parameters.cash_scale * zeta))
            } else {
                1.0
            };
            let normal = self.share_out_of_money(1.0 / parameters.cash_scale);
            let pressure = f64::min(4.0, pressed / normal);
            let close = parameters.closing_speed * class_factor(row.class) * pressure * idle * o;
            let reopen = if row.cash >= 0.0 {
                let busy = f64::min(1.0, row.output / (row.capacity * o));
                parameters.reopening_speed * (1.0 - o) * busy
            } else {
                0.0
            };

            // [14.2]
            // What was frozen before this week is written off first.
            let row = &mut self.rows[i];
            row.write_off = row.frozen_debt / parameters.write_off_weeks;
            row.frozen_debt -= row.write_off;
            written_off += row.weight * row.write_off;
            row.closed = close / o;
            row.reopened = if o < 1.0 { reopen / (1.0 - o) } else { 0.0 };
            row.open_share = o - close + reopen;
            row.hours -= row.closed * row.hours;
            let freezing_cash = row.closed * row.cash;
            let freezing_debt = row.closed * row.debt;
            let returning_cash = row.reopened * row.frozen_cash;
            let returning_debt = row.reopened * row.frozen_debt;
            row.cash += returning_cash - freezing_cash;
            row.debt += returning_debt - freezing_debt;
            row.frozen_cash += freezing_cash - returning_cash;
            row.frozen_debt += freezing_debt - returning_debt;
        }
        self.balances.bank -= written_off;
        self.nation.bank_result -= written_off;
    }
}
