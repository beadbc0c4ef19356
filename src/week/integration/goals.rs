//! Goals that replace a body's rate of attempts: partnerships, or imported inputs, [11.1].

use super::attempts::Desk;
use crate::economy::WEEKS_PER_YEAR;
use crate::policy::{Instrument, Intermediary, imported_inputs};
use crate::week::Week;

/// A goal that lags catches up at no more than this times its steady rate (ours).
const MOST_CATCHING_UP: f64 = 2.0;

/// New partnerships a week that lead from the baseline share to the aim, in attempts.
pub(super) fn partnerships_a_week(
    week: &Week,
    n: usize,
    instrument: &Instrument,
    aim: f64,
    by: u32,
) -> f64 {
    let parameters = &week.scenario.parameters;
    let manufacturers: f64 = week
        .economy
        .tables
        .sectors
        .iter()
        .zip(&week.economy.tables.classes)
        .filter(|(sector, _)| sector.industry17 == "C")
        .map(|(_, classes)| (classes[0].enterprises + classes[1].enterprises) as f64)
        .sum();
    let t = week.state.week;
    if t > by {
        return 0.0;
    }
    let weeks = f64::from(by.saturating_sub(instrument.window.start).max(1));
    let wanted = (aim - parameters.baseline_partnership).max(0.0) * manufacturers;
    let due = wanted * f64::from(t + 1 - instrument.window.start) / weeks;
    let integration = &week.state.integration;
    let waiting: f64 = integration
        .coaching
        .iter()
        .filter(|candidate| candidate.instrument as usize == n)
        .map(|candidate| candidate.count)
        .sum();
    let missing = (due - waiting - integration.progress[n].signed).max(0.0);
    missing.min(MOST_CATCHING_UP * wanted / weeks) / parameters.conversion
}

/// Import volume to ask for this week so that the aim is reached, bn Rp a week.
pub(super) fn volume_a_week(
    week: &Week,
    desk: &Desk,
    bodies: &[Intermediary],
    aim: f64,
    by: u32,
) -> f64 {
    let t = week.state.week;
    if t > by {
        return 0.0;
    }
    let target = aim * imported_inputs(week.economy.tables, bodies) / WEEKS_PER_YEAR;
    let asked = week.state.integration.progress[desk.n].asked_volume;
    let weeks = f64::from((by - t).max(1));
    // Asked for evenly over the first half of the time, so that coaching can end.
    (target - asked).max(0.0) / (0.5 * weeks).max(1.0)
}
