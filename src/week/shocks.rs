//! Phase 1, shocks: what the pandemic and other events do to labour, demand, exports and supply.
//!
//! Equations [1.1] to [1.6] of the model. Drivers: OxCGRT stringency and Google mobility, observed
//! to October 2022; contact responses were fitted on 2020 only. Weak point: exposure by sector is
//! ours, and one strictness per province stands for many districts.

use super::Week;
use crate::data::date::{civil_from_days, days_from_civil};
use crate::data::{DriverWeek, ExportQuarter};
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, PROVINCES};
use crate::policy::{Scope, Shock};
use crate::scenario::{Outlook, Parameters};

/// Labour that always stays, share.
const LEAST_LABOUR: f64 = 0.05;
/// Demand that always stays, share.
const LEAST_DEMAND: f64 = 0.05;
/// Weight of stringency in the drivers of contact and of work (prototype, prior).
const STRINGENCY_IN_CONTACT: f64 = 0.45;
/// See `STRINGENCY_IN_CONTACT`.
const STRINGENCY_IN_WORK: f64 = 0.35;
/// Weeks after which exposure may fade.
const FADING_AFTER_WEEKS: f64 = 12.0;

/// Computes the week's shocks from neutral.
pub(crate) fn run(week: &mut Week) {
    neutral(week);
    let t = week.state.week;
    let monday = week.scenario.start + 7 * i64::from(t);
    let scenario = week.scenario;
    for shock in &scenario.shocks {
        match shock {
            Shock::Pandemic { scale } => pandemic(week, t, monday, *scale),
            Shock::ExportPath { scale } => export_path(week, monday, *scale),
            Shock::RestrictionWave {
                window,
                provinces,
                mobility_fall,
                workplace_fall,
            } => {
                wave(
                    week,
                    provinces,
                    window.strength(t),
                    *mobility_fall,
                    *workplace_fall,
                );
            }
            Shock::ExportSlump {
                window,
                products,
                fall,
            } => {
                scale_products(
                    &mut week.flows.export_factor,
                    products,
                    1.0 - fall * window.strength(t),
                );
            }
            Shock::Closure {
                window,
                scope,
                share,
            } => closure(week, scope, share * window.strength(t)),
            Shock::ImportFailure {
                window,
                products,
                share,
            } => {
                let arrives = 1.0 - share * window.strength(t);
                for (p, failure) in week.flows.import_failure.iter_mut().enumerate() {
                    if products[p] {
                        *failure = 1.0 - (1.0 - *failure) * arrives;
                    }
                }
            }
            Shock::FinalDemand {
                window,
                products,
                exports_too,
                factor,
            } => {
                let multiplier = 1.0 + (factor - 1.0) * window.strength(t);
                scale_products(&mut week.flows.demand_factor, products, multiplier);
                if *exports_too {
                    scale_products(&mut week.flows.export_factor, products, multiplier);
                }
            }
            Shock::CapacityLoss {
                week: at,
                share_of_enterprises,
                loss,
            } => {
                if *at == t {
                    capacity_loss(week, *share_of_enterprises, *loss);
                }
            }
        }
    }
    answers(week);
}

fn neutral(week: &mut Week) {
    let flows = &mut *week.flows;
    flows.contact = 0.0;
    flows.contact_of_province = [0.0; PROVINCES];
    flows.workplace_of_province = [0.0; PROVINCES];
    flows.export_factor.fill(1.0);
    flows.demand_factor.fill(1.0);
    flows.import_failure.fill(0.0);
    flows.closure.fill(0.0);
}

/// Drivers of contact M and of work W in one week, [1.1].
pub(crate) fn drivers(
    driver: &DriverWeek,
    monday: i64,
    t: u32,
    parameters: &Parameters,
) -> (f64, f64) {
    let mobility = (-(driver.retail + driver.transit) / 200.0).max(0.0);
    let presence = (-driver.workplaces / 100.0).max(0.0);
    let first_restriction = days_from_civil(2020, 3, 9);
    let strict = if monday < first_restriction {
        0.0
    } else {
        (driver.stringency - 5.0).max(0.0) / 100.0
    };
    let b = parameters.driver_stringency_weight;
    let since = (f64::from(t) - FADING_AFTER_WEEKS).max(0.0);
    let floor = parameters.fading_floor;
    let fading = floor + (1.0 - floor) * (-parameters.fading_speed * since).exp();
    let contact = fading * ((1.0 - b) * mobility + STRINGENCY_IN_CONTACT * b * strict);
    let work = fading * ((1.0 - b) * presence + STRINGENCY_IN_WORK * b * strict);
    (contact, work)
}

fn pandemic(week: &mut Week, t: u32, monday: i64, scale: f64) {
    let Some(driver) = driver(week, t) else {
        return;
    };
    let (contact, work) = drivers(&driver, monday, t, &week.scenario.parameters);
    let strictness = strictness(week, monday);
    week.flows.contact += scale * contact;
    for (r, strict) in strictness.iter().enumerate() {
        week.flows.contact_of_province[r] += scale * contact * strict;
        week.flows.workplace_of_province[r] += scale * work * strict;
    }
}

/// [1.7]: the drivers of a week, observed or what the scenario's vintage makes of them.
fn driver(week: &Week, t: u32) -> Option<DriverWeek> {
    let observed = &week.economy.tables.drivers;
    match &week.scenario.vintage {
        Some(vintage) => vintage.driver(observed, t),
        None => observed.get(t as usize).copied(),
    }
}

/// Whether the restrictions of this week may be read.
fn restrictions_are_known(week: &Week) -> bool {
    week.scenario.vintage.as_ref().is_none_or(|vintage| {
        vintage.knows(week.state.week) || vintage.outlook == Outlook::Observed
    })
}

/// Relative strictness of provinces, GRDP-weighted mean one, [1.2]; even where restrictions are not
/// known.
fn strictness(week: &Week, monday: i64) -> [f64; PROVINCES] {
    let tables = week.economy.tables;
    let mut strict = [1.0; PROVINCES];
    if !restrictions_are_known(week) {
        return strict;
    }
    for spell in &tables.restrictions {
        let everywhere = spell.provinces.iter().all(|&inside| inside);
        if everywhere || monday < spell.start || monday > spell.end {
            continue;
        }
        for (r, &inside) in spell.provinces.iter().enumerate() {
            if inside {
                strict[r] = week.scenario.parameters.restriction_contrast;
            }
        }
    }
    let total: f64 = tables.provinces.iter().map(|p| p.grdp).sum();
    let mean: f64 = tables
        .provinces
        .iter()
        .zip(&strict)
        .map(|(p, s)| p.grdp / total * s)
        .sum();
    strict.map(|s| s / mean)
}

fn wave(week: &mut Week, provinces: &[bool; PROVINCES], strength: f64, contact: f64, work: f64) {
    let tables = week.economy.tables;
    let total: f64 = tables.provinces.iter().map(|p| p.grdp).sum();
    for (r, &inside) in provinces.iter().enumerate() {
        if inside {
            week.flows.contact_of_province[r] += contact * strength;
            week.flows.workplace_of_province[r] += work * strength;
            week.flows.contact += contact * strength * tables.provinces[r].grdp / total;
        }
    }
}

/// Exports against their path in the quarter of the week's Thursday, [1.5].
fn export_path(week: &mut Week, monday: i64, scale: f64) {
    let tables = week.economy.tables;
    let now = quarter_number(monday);
    let last_known = week.scenario.vintage.as_ref().map_or(i32::MAX, |vintage| {
        quarter_number(week.scenario.start + 7 * (i64::from(vintage.known_weeks) - 1))
    });
    let number = |q: &ExportQuarter| q.year * 4 + i32::try_from(q.quarter).expect("1..4") - 1;
    let held = tables
        .export_path
        .iter()
        .rev()
        .find(|q| number(q) <= now.min(last_known));
    let Some(quarter) = held else { return };
    let follows = services_gap(week, number(quarter), now);
    for (p, factor) in week.flows.export_factor.iter_mut().enumerate() {
        let level = if tables.export_services[p] {
            1.0 + follows * (quarter.services - 1.0)
        } else {
            quarter.goods
        };
        *factor *= 1.0 + scale * (level - 1.0);
    }
}

/// Quarters since the year 0 at the Thursday of a week.
fn quarter_number(monday: i64) -> i32 {
    let (year, month, _) = civil_from_days(monday + 3);
    year * 4 + i32::try_from((month - 1) / 3).expect("a quarter is 0..3")
}

/// After the last quarter known the gap of services moves with stringency, over its mean in that
/// quarter; after the last driver week it holds.
fn services_gap(week: &Week, last_quarter: i32, quarter: i32) -> f64 {
    if quarter <= last_quarter {
        return 1.0;
    }
    let all = &week.economy.tables.drivers;
    let last = u32::try_from(all.len()).expect("some hundred weeks") - 1;
    let stringency = |t: u32| driver(week, t.min(last)).map_or(0.0, |driver| driver.stringency);
    let in_last = (0..=last)
        .filter(|&t| quarter_number(week.scenario.start + 7 * i64::from(t)) == last_quarter);
    let (sum, count) = in_last.fold((0.0, 0.0), |(sum, n), t| (sum + stringency(t), n + 1.0));
    if sum > 0.0 {
        stringency(week.state.week) / (sum / count)
    } else {
        1.0
    }
}

fn scale_products(factors: &mut [f64], products: &[bool], multiplier: f64) {
    for (factor, &hit) in factors.iter_mut().zip(products) {
        if hit {
            *factor *= multiplier;
        }
    }
}

fn closure(week: &mut Week, scope: &Scope, share: f64) {
    for (cell, closed) in week.flows.closure.iter_mut().enumerate() {
        if in_scope(scope, cell) {
            *closed = 1.0 - (1.0 - *closed) * (1.0 - share);
        }
    }
}

/// Whether a lever cell (sector x province x class) lies in a scope.
pub(crate) fn in_scope(scope: &Scope, cell: usize) -> bool {
    let (class, place) = (cell % CLASSES, cell / CLASSES);
    scope.classes[class] && scope.provinces[place % PROVINCES] && scope.sectors[place / PROVINCES]
}

fn capacity_loss(week: &mut Week, share: f64, loss: f64) {
    let stream = Stream::new(
        week.economy.plan.seed,
        Purpose::CapacityLoss,
        u64::from(week.state.week),
    );
    for i in 0..week.base.rows {
        let family = week.economy.rows.family[i] as usize;
        if stream.uniform(week.economy.rows.stable_id[family], 0) < share {
            week.state.capacity[i] *= 1.0 - loss;
        }
    }
}

/// Labour availability and demand multipliers, [1.3] and [1.4].
fn answers(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let (flows, state, base) = (&mut *week.flows, &mut *week.state, week.base);
    for s in 0..base.sectors {
        let kappa = parameters.contact_scale * base.contact_response[s];
        let national = kappa * flows.contact;
        flows.national_response[s] = national;
        state.habit[s] += parameters.habit_in * (national - state.habit[s]).max(0.0)
            - parameters.habit_out * state.habit[s];
        for r in 0..PROVINCES {
            let lost = parameters.labour_exposure * base.labour_exposure[s];
            flows.availability[s * PROVINCES + r] =
                (1.0 - lost * flows.workplace_of_province[r]).max(LEAST_LABOUR);
            flows.contact_demand[s * PROVINCES + r] =
                (1.0 - kappa * flows.contact_of_province[r] - state.habit[s]).max(LEAST_DEMAND);
        }
    }
}
