//! Attempts: whom a programme's bodies approach each week, and how often, [11.1].

use super::asking::{ask, book};
use super::coaching;
use super::goals::{partnerships_a_week, volume_a_week};
use super::matching::{buyers, find};
use super::pools::Pools;
use crate::ids::PROVINCES;
use crate::policy::{Action, Goal, Instrument, Intermediary, RollOut};
use crate::week::Week;
use std::sync::Arc;

/// Most draws of one body in a week; each may stand for many equal relations.
const MOST_DRAWS: u32 = 24;

/// A programme in force and what it sets out to do.
#[derive(Clone, Copy)]
struct Programme<'a> {
    n: usize,
    instrument: &'a Instrument,
    bodies: &'a [Intermediary],
    goal: Goal,
    strength: f64,
}

/// Runs all programmes in force.
pub(super) fn run(week: &mut Week) {
    let scenario = week.scenario;
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let strength = week.flows.instrument_strength[n];
        if let Action::Integration {
            intermediaries,
            roll_out,
            goal,
            ..
        } = &instrument.action
            && strength > 0.0
        {
            let provinces = in_force(roll_out, week.state.week);
            let programme = Programme {
                n,
                instrument,
                bodies: intermediaries,
                goal: *goal,
                strength,
            };
            if provinces.iter().any(|&on| on) {
                work(week, programme, &provinces);
            }
        }
    }
}

/// Provinces that the roll-out has reached.
fn in_force(roll_out: &[RollOut], t: u32) -> [bool; PROVINCES] {
    let mut provinces = [false; PROVINCES];
    for wave in roll_out.iter().filter(|wave| wave.week <= t) {
        for (r, on) in provinces.iter_mut().enumerate() {
            *on |= wave.provinces[r];
        }
    }
    provinces
}

/// One body's work of the week.
pub(super) struct Desk<'a> {
    pub n: usize,
    pub j: usize,
    pub instrument: &'a Instrument,
    pub body: &'a Intermediary,
    pub provinces: &'a [bool; PROVINCES],
    /// The goal counts partnerships of micro and small manufacturers.
    pub counts_partners: bool,
    pub buyers: Vec<u32>,
    pub running: Vec<f64>,
}

/// A week's work of all bodies of a programme, and the bill for it.
fn work(week: &mut Week, programme: Programme, provinces: &[bool; PROVINCES]) {
    if week.state.integration.pools.is_none() {
        week.state.integration.pools = Some(Arc::new(Pools::new(week.economy)));
    }
    let Programme {
        n,
        instrument,
        bodies,
        goal,
        ..
    } = programme;
    let progress = &mut week.state.integration.progress[n];
    progress.attempts.resize(bodies.len(), 0);
    progress.carried.resize(bodies.len(), 0.0);
    for (j, body) in bodies.iter().enumerate() {
        let counts_partners = matches!(goal, Goal::PartnershipShare { .. });
        let (buyers, running, reach) = buyers(week, instrument, body, provinces, counts_partners);
        let desk = Desk {
            n,
            j,
            instrument,
            body,
            provinces,
            counts_partners,
            buyers,
            running,
        };
        approach(week, &desk, programme, reach);
    }
    coaching::pay(week, n, instrument);
}

/// What a body does towards the programme's goal; `reach` is the share of its buyers' substitutable
/// imports that lies where the roll-out is.
fn approach(week: &mut Week, desk: &Desk, programme: Programme, reach: f64) {
    let Programme {
        bodies, strength, ..
    } = programme;
    let rates: f64 = bodies.iter().map(|body| body.attempts_per_week).sum();
    let share = strength * (desk.body.attempts_per_week / rates);
    match programme.goal {
        Goal::Attempts => by_count(week, desk, desk.body.attempts_per_week * strength * reach),
        Goal::PartnershipShare { share: aim, by } => {
            let all = partnerships_a_week(week, desk.n, desk.instrument, aim, by);
            by_count(week, desk, share * all);
        }
        Goal::ImportedInputShare {
            share: aim,
            by,
            most_attempts,
        } => {
            let all = volume_a_week(week, desk, bodies, aim, by);
            by_volume(week, desk, share * all, most_attempts);
        }
    }
}

/// Attempts in whole numbers, spread over at most `MOST_DRAWS` draws.
fn by_count(week: &mut Week, desk: &Desk, attempts: f64) {
    let progress = &mut week.state.integration.progress[desk.n];
    let due = progress.carried[desk.j] + attempts;
    let whole = due.floor();
    progress.carried[desk.j] = due - whole;
    let draws = whole.min(f64::from(MOST_DRAWS));
    let mut left = whole;
    let mut remaining = draws;
    while remaining >= 1.0 {
        let count = (left / remaining).ceil();
        attempt(week, desk, count);
        left -= count;
        remaining -= 1.0;
    }
}

/// Attempts, one relation each, until the week's volume is asked for. Draws that stood for as many
/// equal relations as make up a volume would find small buyers too often.
fn by_volume(week: &mut Week, desk: &Desk, volume: f64, most_attempts: u32) {
    let mut asked = 0.0;
    for _ in 0..most_attempts {
        if asked >= volume {
            return;
        }
        asked += attempt(week, desk, 1.0);
    }
}

/// One draw that stands for `count` equal relations; the import volume asked for.
fn attempt(week: &mut Week, desk: &Desk, count: f64) -> f64 {
    match find(week, desk) {
        Some(found) => ask(week, desk, found, count),
        None => {
            book(week, desk, count);
            0.0
        }
    }
}
