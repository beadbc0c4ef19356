//! Coaching: how long it takes, which means speed it up, and what is paid for it, [11.3].

use super::attempts::Desk;
use crate::draw::{Purpose, Stream};
use crate::ids::{Class, Kind};
use crate::policy::{Action, Instrument, MeansInForce};
use crate::week::Week;
use crate::week::policy::current_rupiah;

/// Million rupiah in a billion.
const MILLION_PER_BILLION: f64 = 1000.0;
/// Most that means add to the speed of coaching.
const MOST_SPEED: f64 = 0.8;
/// Range of a lead time around the central one of its class.
const LEAD_RANGE: (f64, f64) = (0.7, 1.4);

/// Weeks of coaching: the class's central lead time, spread, over the speed of means, [11.3].
pub(super) fn lead_weeks(week: &Week, desk: &Desk, supplier: usize, attempt: u64) -> u32 {
    let rows = &week.economy.rows;
    let sector = &week.economy.tables.sectors[rows.sector[supplier] as usize];
    let central = week
        .economy
        .tables
        .lead_time(&sector.traits.integration_class)
        .map_or(0.0, |lead| lead.weeks[1]);
    let speed: f64 = means_for(week, desk, supplier)
        .map(|(means, coverage)| week.economy.tables.means[means].speed[1] * coverage)
        .sum();
    let draw = Stream::new(week.economy.plan.seed, Purpose::LeadTime, 0).uniform(attempt, 0);
    let spread = LEAD_RANGE.0 + (LEAD_RANGE.1 - LEAD_RANGE.0) * draw;
    (central * spread / (1.0 + speed.min(MOST_SPEED))).ceil() as u32
}

/// Means in force that a supplier may use: index and coverage.
pub(super) fn means_for<'a>(
    week: &'a Week,
    desk: &'a Desk,
    supplier: usize,
) -> impl Iterator<Item = (usize, f64)> + 'a {
    let Action::Integration { means, .. } = &desk.instrument.action else {
        unreachable!("a desk belongs to an integration programme")
    };
    means_in_force(week, means, supplier)
}

/// Means in force for a supplier: index into the table and coverage.
pub(super) fn means_in_force<'a>(
    week: &'a Week,
    means: &'a [MeansInForce],
    supplier: usize,
) -> impl Iterator<Item = (usize, f64)> + 'a {
    let rows = &week.economy.rows;
    let cooperative = rows.kind[supplier] == Kind::Cooperative;
    let class: Class = rows.class[supplier];
    means.iter().filter_map(move |item| {
        let info = &week.economy.tables.means[item.means];
        let may = if info.cooperatives_only {
            cooperative
        } else {
            info.classes[class as usize]
        };
        let strength = item.window.strength(week.state.week);
        (may && strength > 0.0).then_some((item.means, item.coverage * strength))
    })
}

/// The programme pays for the means of those it begins to coach.
pub(super) fn pay_means(week: &mut Week, desk: &Desk, supplier: usize, count: f64) {
    let million: f64 = means_for(week, desk, supplier)
        .map(|(means, coverage)| {
            let [low, high] = week.economy.tables.means[means].cost_million_rupiah;
            coverage * 0.5 * (low + high)
        })
        .sum();
    let rupiah = current_rupiah(week);
    week.state.integration.progress[desk.n].bill += million * count / MILLION_PER_BILLION / rupiah;
}

/// Attempts and coaching weeks are paid.
pub(super) fn pay(week: &mut Week, n: usize, instrument: &Instrument) {
    let Action::Integration {
        cost_per_attempt_million_rupiah: per_attempt,
        coaching_per_week_million_rupiah: per_week,
        ..
    } = instrument.action
    else {
        return;
    };
    let coached: f64 = week
        .state
        .integration
        .coaching
        .iter()
        .filter(|candidate| candidate.coached && candidate.instrument as usize == n)
        .map(|candidate| candidate.count)
        .sum();
    let rupiah = current_rupiah(week);
    let progress = &mut week.state.integration.progress[n];
    let attempts = std::mem::take(&mut progress.attempts_of_week);
    let million = per_attempt * attempts + per_week * coached;
    progress.bill += million / MILLION_PER_BILLION / rupiah;
}
