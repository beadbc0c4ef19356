//! Asking the best candidate: conversion, deadweight, readiness, [11.3].

use super::attempts::Desk;
use super::coaching::{lead_weeks, pay_means};
use super::matching::{Found, family_weight};
use super::{Candidate, signing};
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, Kind};
use crate::week::Week;
use rand_distr::{Beta, Distribution};

/// Mean of quality at week 0 by class, and its standard deviation (ours).
const QUALITY: ([f64; CLASSES], f64) = ([0.25, 0.38, 0.58, 0.75], 0.15);

/// Books attempts made, whatever comes of them.
pub(super) fn book(week: &mut Week, desk: &Desk, count: f64) {
    let progress = &mut week.state.integration.progress[desk.n];
    progress.attempts_paid += count;
    progress.attempts_of_week += count;
    week.flows.national.attempts += count;
}

/// Conversion, deadweight and readiness of the best candidate; the import volume asked for.
pub(super) fn ask(week: &mut Week, desk: &Desk, found: Found, count: f64) -> f64 {
    let parameters = &week.scenario.parameters;
    let seed = week.economy.plan.seed;
    book(week, desk, count);
    let draw = |purpose| Stream::new(seed, purpose, 0).uniform(found.attempt, 0);
    if draw(Purpose::Conversion) >= parameters.conversion {
        return 0.0;
    }
    let deadweight = draw(Purpose::Deadweight) < parameters.deadweight;
    let (supplier, buyer) = (found.supplier as usize, found.buyer as usize);
    let floor = quality_floor(week, supplier);
    let ready = desk.body.ready || found.quality >= floor;
    let count = count.min(if ready {
        (found.suppliers - week.state.integration.in_coaching[supplier]).max(1.0)
    } else {
        uncoached(week, supplier)
    });
    let weeks = if ready {
        0
    } else {
        lead_weeks(week, desk, supplier, found.attempt)
    };
    let per_relation = signing::volume(week, supplier, buyer, found.input, count);
    let candidate = Candidate {
        attempt: found.attempt,
        instrument: u32::try_from(desk.n).expect("few instruments"),
        supplier_family: found.supplier,
        buyer_family: found.buyer,
        input: u8::try_from(found.input).expect("at most 80 inputs"),
        count,
        deadweight,
        gap: (floor - found.quality).max(0.0),
        ready_week: week.state.week + weeks,
        reserved: per_relation * count,
        coached: !ready,
    };
    if !ready {
        pay_means(week, desk, supplier, count);
    }
    reserve(week, candidate)
}

/// Real enterprises of a family that nobody has begun to coach.
fn uncoached(week: &Week, family: usize) -> f64 {
    let integration = &week.state.integration;
    let begun = integration.in_coaching[family] + integration.was_coached[family];
    (family_weight(week, family) - begun).max(0.0)
}

/// Keeps the volume free until it is signed, so that no other attempt counts on the same room; the
/// import volume asked for.
fn reserve(week: &mut Week, candidate: Candidate) -> f64 {
    let asked = if candidate.deadweight {
        0.0
    } else {
        candidate.reserved
    };
    let buyer = candidate.buyer_family as usize;
    let cell = week.economy.inputs.cell_start[buyer] as usize + candidate.input as usize;
    let integration = &mut week.state.integration;
    integration.committed[candidate.supplier_family as usize] += candidate.reserved;
    integration.displaced_of_cell[cell] += asked;
    if candidate.coached {
        integration.in_coaching[candidate.supplier_family as usize] += candidate.count;
    }
    let progress = &mut integration.progress[candidate.instrument as usize];
    progress.candidates += candidate.count;
    progress.ready += if candidate.coached {
        0.0
    } else {
        candidate.count
    };
    progress.asked_volume += asked;
    integration.coaching.push(candidate);
    asked
}

/// Quality of one real enterprise of a family, at `place` 0..1 of its members; none while it is
/// coached. Who has been coached is at the floor of its branch at least, [11.3].
pub(super) fn quality(week: &Week, supplier: usize, place: f64, key: u64) -> Option<f64> {
    let integration = &week.state.integration;
    let rank = place * family_weight(week, supplier);
    let coached_from = integration.in_coaching[supplier];
    if rank < coached_from {
        return None;
    }
    let own = untaught_quality(week, supplier, key);
    let was_coached = rank < coached_from + integration.was_coached[supplier];
    Some(if was_coached {
        own.max(quality_floor(week, supplier))
    } else {
        own
    })
}

/// Quality that the branch of a supplier asks for.
fn quality_floor(week: &Week, supplier: usize) -> f64 {
    let sector = week.economy.rows.sector[supplier] as usize;
    week.economy.tables.sectors[sector].traits.quality_floor
}

/// Quality of an enterprise that nobody coached: its own when it is a row of its own, else drawn.
fn untaught_quality(week: &Week, supplier: usize, key: u64) -> f64 {
    let rows = &week.economy.rows;
    let gained = week.state.gain[supplier][2];
    if rows.single[supplier] || rows.kind[supplier] == Kind::Cooperative {
        return rows.quality[supplier] + gained;
    }
    let class = rows.class[supplier];
    let (mean, deviation) = (QUALITY.0[class as usize], QUALITY.1);
    let strength = mean * (1.0 - mean) / (deviation * deviation) - 1.0;
    let beta = Beta::new(mean * strength, (1.0 - mean) * strength)
        .expect("mean and deviation of quality are inside (0, 1)");
    let mut generator =
        Stream::new(week.economy.plan.seed, Purpose::CandidateQuality, 0).generator(key);
    beta.sample(&mut generator) + gained
}
