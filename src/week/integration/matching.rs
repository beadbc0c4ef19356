//! Matching: each paid attempt draws a buyer, looks at candidates and asks the best, [11.1] to [11.3].

use super::pools::{DrawnBy, Pools, Wanted};
use super::{Candidate, Progress};
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, Class, Kind, PROVINCES};
use crate::policy::{Action, Goal, Instrument, Intermediary, MeansInForce, RollOut};
use crate::week::Week;
use crate::week::policy::current_rupiah;
use crate::week::state::contract_row;
use rand_distr::{Beta, Distribution};
use std::sync::Arc;

/// Million rupiah in a billion.
const MILLION_PER_BILLION: f64 = 1000.0;
/// Most draws of one body in a week; each may stand for many equal relations.
const MOST_DRAWS: u32 = 24;
/// Most draws of one body in a week when it must ask for a volume.
const MOST_DRAWS_BY_VOLUME: u32 = 240;
/// Most equal relations that one draw may stand for when it asks for a volume (ours: a village).
const MOST_ALIKE: f64 = 50.0;
/// A goal that lags catches up at no more than this times its steady rate (ours).
const MOST_CATCHING_UP: f64 = 2.0;
/// Kilometres over which a candidate's nearness falls by half (ours, after network facts).
const NEAR_KM: f64 = 100.0;
/// Most that means add to the speed of coaching.
const MOST_SPEED: f64 = 0.8;
/// Range of a lead time around the central one of its class.
const LEAD_RANGE: (f64, f64) = (0.7, 1.4);
/// Mean of quality at week 0 by class, and its standard deviation (ours).
const QUALITY: ([f64; CLASSES], f64) = ([0.25, 0.38, 0.58, 0.75], 0.15);

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
            if provinces.iter().any(|&on| on) {
                programme(
                    week,
                    n,
                    instrument,
                    intermediaries,
                    *goal,
                    &provinces,
                    strength,
                );
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
struct Desk<'a> {
    n: usize,
    j: usize,
    instrument: &'a Instrument,
    body: &'a Intermediary,
    provinces: &'a [bool; PROVINCES],
    /// The goal counts partnerships of micro and small manufacturers.
    counts_partners: bool,
    buyers: Vec<u32>,
    running: Vec<f64>,
}

fn programme(
    week: &mut Week,
    n: usize,
    instrument: &Instrument,
    bodies: &[Intermediary],
    goal: Goal,
    provinces: &[bool; PROVINCES],
    strength: f64,
) {
    if week.state.integration.pools.is_none() {
        week.state.integration.pools = Some(Arc::new(Pools::new(week.economy)));
    }
    let progress = &mut week.state.integration.progress[n];
    progress.attempts.resize(bodies.len(), 0);
    progress.carried.resize(bodies.len(), 0.0);
    let rates: f64 = bodies.iter().map(|body| body.attempts_per_week).sum();
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
        let share = body.attempts_per_week / rates;
        match goal {
            Goal::Attempts => {
                let attempts = body.attempts_per_week * strength * reach;
                by_count(week, &desk, attempts);
            }
            Goal::PartnershipShare { share: aim, by } => {
                by_count(
                    week,
                    &desk,
                    strength * share * partnerships_a_week(week, n, instrument, aim, by),
                );
            }
            Goal::ImportedInputShare { share: aim, by } => {
                by_volume(
                    week,
                    &desk,
                    strength * share * volume_a_week(week, &desk, bodies, aim, by),
                );
            }
        }
    }
    pay(week, n, instrument);
}

/// Buyers within reach with running sums of their imported purchases in scope, and the share of all
/// such purchases that is within reach.
fn buyers(
    week: &Week,
    instrument: &Instrument,
    body: &Intermediary,
    provinces: &[bool; PROVINCES],
    counts_partners: bool,
) -> (Vec<u32>, Vec<f64>, f64) {
    let pools = week
        .state
        .integration
        .pools
        .as_ref()
        .expect("built before the first programme");
    let (mut families, mut running, mut all, mut sum) = (Vec::new(), Vec::new(), 0.0, 0.0);
    for (s, _) in body.buyer_sectors.iter().enumerate().filter(|(_, on)| **on) {
        let per_output: f64 = products_in_scope(week, instrument, s, counts_partners)
            .map(|(_, value)| value)
            .sum();
        for &f in pools.buyers(s) {
            let value =
                family_weight(week, f as usize) * week.economy.rows.output[f as usize] * per_output;
            all += value;
            if provinces[week.economy.rows.province[f as usize] as usize] && value > 0.0 {
                sum += value;
                families.push(f);
                running.push(sum);
            }
        }
    }
    (families, running, if all > 0.0 { sum / all } else { 0.0 })
}

/// Imported inputs of a sector in a programme's scope: k and substitutable import per unit of
/// output. A goal that counts manufacturers as partners looks at manufactured products only.
fn products_in_scope<'a>(
    week: &'a Week,
    instrument: &'a Instrument,
    s: usize,
    manufactured_only: bool,
) -> impl Iterator<Item = (usize, f64)> + 'a {
    let tables = week.economy.tables;
    week.economy.inputs.products[s]
        .iter()
        .enumerate()
        .filter_map(move |(k, &p)| {
            let p = p as usize;
            let crosses = tables
                .cross_branch
                .iter()
                .any(|c| c.buyer == s && c.product == p);
            let sub = tables.sectors[p].traits.import_sub[1];
            let value = week.economy.inputs.imported[s][k] * sub;
            let fits = !manufactured_only || tables.sectors[p].industry17 == "C";
            (value > 0.0 && fits && (instrument.scope.sectors[p] || crosses)).then_some((k, value))
        })
}

fn family_weight(week: &Week, f: usize) -> f64 {
    week.state.weight[f] + contract_row(week.economy, f).map_or(0.0, |c| week.state.weight[c])
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

/// Attempts until the week's volume is asked for.
fn by_volume(week: &mut Week, desk: &Desk, volume: f64) {
    let mut asked = 0.0;
    for draw in 0..MOST_DRAWS_BY_VOLUME {
        if asked >= volume {
            return;
        }
        let left = f64::from(MOST_DRAWS_BY_VOLUME - draw);
        let size = (volume - asked) / (0.5 * left).max(1.0);
        asked += attempt_of_volume(week, desk, size);
    }
}

/// New partnerships a week that lead from the baseline share to the aim, in attempts.
fn partnerships_a_week(week: &Week, n: usize, instrument: &Instrument, aim: f64, by: u32) -> f64 {
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
fn volume_a_week(week: &Week, desk: &Desk, bodies: &[Intermediary], aim: f64, by: u32) -> f64 {
    let t = week.state.week;
    if t > by {
        return 0.0;
    }
    let accounts = &week.economy.tables.accounts;
    let sectors = week.base.sectors;
    let bought: f64 = (0..sectors)
        .filter(|&s| bodies.iter().any(|body| body.buyer_sectors[s]))
        .map(|s| accounts.imported_use.column(s).sum())
        .sum();
    let target = aim * bought / crate::economy::WEEKS_PER_YEAR;
    let asked = week.state.integration.progress[desk.n].asked_volume;
    let weeks = f64::from((by - t).max(1));
    // Asked for evenly over the first half of the time, so that coaching can end.
    (target - asked).max(0.0) / (0.5 * weeks).max(1.0)
}

/// One draw that stands for `count` equal relations.
fn attempt(week: &mut Week, desk: &Desk, count: f64) -> f64 {
    match find(week, desk) {
        Some(found) => ask(week, desk, found, count),
        None => miss(week, desk, count),
    }
}

/// One draw for as many equal relations as make up a volume.
fn attempt_of_volume(week: &mut Week, desk: &Desk, volume: f64) -> f64 {
    let Some(found) = find(week, desk) else {
        return miss(week, desk, 1.0);
    };
    let count = (volume / found.volume)
        .ceil()
        .clamp(1.0, found.most.min(MOST_ALIKE));
    ask(week, desk, found, count)
}

fn miss(week: &mut Week, desk: &Desk, count: f64) -> f64 {
    let progress = &mut week.state.integration.progress[desk.n];
    progress.attempts_paid += count;
    progress.attempts_of_week += count;
    week.flows.national.attempts += count;
    0.0
}

/// The best candidate of an attempt.
#[derive(Clone, Copy, Debug)]
struct Found {
    attempt: u64,
    buyer: u32,
    supplier: u32,
    input: usize,
    quality: f64,
    /// Expected volume of one relation, bn Rp a week.
    volume: f64,
    /// Real suppliers in the family.
    most: f64,
}

/// Draws a buyer, a product and candidates; the best of them, [11.2].
fn find(week: &mut Week, desk: &Desk) -> Option<Found> {
    let progress = &mut week.state.integration.progress[desk.n];
    let attempt = (desk.n as u64) << 52 | (desk.j as u64) << 40 | progress.attempts[desk.j];
    progress.attempts[desk.j] += 1;
    let seed = week.economy.plan.seed;
    let total = *desk.running.last()?;
    let stream = Stream::new(seed, Purpose::MatchBuyer, 0);
    let target = stream.uniform(attempt, 0) * total;
    let buyer = desk.buyers[desk
        .running
        .partition_point(|&sum| sum <= target)
        .min(desk.buyers.len() - 1)];
    let (input, product) = choose_product(week, desk, buyer as usize, stream.uniform(attempt, 1))?;
    let breadth = week.scenario.parameters.search_breadth * week.flows.levers.search_breadth;
    let stream = Stream::new(seed, Purpose::MatchCandidate, 0);
    let mut best: Option<(f64, Found)> = None;
    for candidate in 0..breadth.round() as u64 {
        let draw = |n: u64| stream.uniform(attempt, 4 * candidate + n);
        let Some(supplier) = draw_supplier(week, desk, buyer, product, [draw(0), draw(1), draw(2)])
        else {
            continue;
        };
        let quality = quality(week, supplier as usize, attempt * 64 + candidate);
        let volume = super::signing::volume(week, supplier as usize, buyer as usize, input, 1.0);
        let near = nearness(week, supplier as usize, buyer as usize);
        let score = quality * volume * near;
        let most = family_weight(week, supplier as usize).floor().max(1.0);
        let found = Found {
            attempt,
            buyer,
            supplier,
            input,
            quality,
            volume,
            most,
        };
        if volume > 0.0 && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, found));
        }
    }
    best.map(|(_, found)| found)
}

/// An imported input of the buyer in scope, drawn by its substitutable value.
fn choose_product(week: &Week, desk: &Desk, buyer: usize, place: f64) -> Option<(usize, usize)> {
    let s = week.economy.rows.sector[buyer] as usize;
    let products = || products_in_scope(week, desk.instrument, s, desk.counts_partners);
    let total: f64 = products().map(|(_, value)| value).sum();
    let mut target = place * total;
    let mut last = None;
    for (k, value) in products() {
        last = Some(k);
        if target < value {
            break;
        }
        target -= value;
    }
    last.map(|k| (k, week.economy.inputs.products[s][k] as usize))
}

/// A supplier drawn by branch, then province by capacity and nearness, then capacity.
fn draw_supplier(
    week: &Week,
    desk: &Desk,
    buyer: u32,
    product: usize,
    draws: [f64; 3],
) -> Option<u32> {
    let rows = &week.economy.rows;
    let pools = week
        .state
        .integration
        .pools
        .as_ref()
        .expect("built before the first programme");
    let mut branch = supplier_sector(
        week,
        rows.sector[buyer as usize] as usize,
        product,
        draws[0],
    );
    let wanted = wanted(desk);
    if desk.counts_partners && week.economy.tables.sectors[branch].industry17 != "C" {
        branch = product;
    }
    let home = rows.province[buyer as usize] as usize;
    let pull = |r: usize| {
        if desk.provinces[r] && desk.instrument.scope.provinces[r] {
            pools.capacity(branch, r, wanted) / (1.0 + pools.km(home, r) / NEAR_KM).powi(2)
        } else {
            0.0
        }
    };
    let total: f64 = (0..PROVINCES).map(pull).sum();
    if total <= 0.0 {
        return None;
    }
    let mut target = draws[1] * total;
    let mut chosen = home;
    for r in 0..PROVINCES {
        let value = pull(r);
        if value > 0.0 {
            chosen = r;
            if target < value {
                break;
            }
            target -= value;
        }
    }
    let supplier = pools.supplier(branch, chosen, wanted, draws[2])?;
    (supplier != buyer && family_weight(week, supplier as usize) > 0.0).then_some(supplier)
}

/// Whom a body brings; a goal that counts partnerships of micro and small manufacturers draws them
/// by number.
fn wanted(desk: &Desk) -> Wanted {
    let mut wanted = Wanted {
        classes: desk.body.supplier_classes,
        cooperatives: desk.body.cooperatives,
        drawn_by: DrawnBy::Capacity,
    };
    if desk.counts_partners {
        wanted.classes = [true, true, false, false];
        wanted.cooperatives = false;
        wanted.drawn_by = DrawnBy::Number;
    }
    wanted
}

/// The branch that supplies an import; the product's own where no other is named.
fn supplier_sector(week: &Week, buyer_sector: usize, product: usize, place: f64) -> usize {
    let mut target = place;
    let mut last = product;
    for cross in &week.economy.tables.cross_branch {
        if cross.buyer == buyer_sector && cross.product == product {
            last = cross.supplier;
            if target < cross.share {
                break;
            }
            target -= cross.share;
        }
    }
    last
}

fn nearness(week: &Week, a: usize, b: usize) -> f64 {
    let pools = week
        .state
        .integration
        .pools
        .as_ref()
        .expect("built before the first programme");
    let rows = &week.economy.rows;
    1.0 / (1.0 + pools.km(rows.province[a] as usize, rows.province[b] as usize) / NEAR_KM)
}

/// Quality of one real enterprise: its own when it is a row of its own, else drawn, [11.3].
fn quality(week: &Week, supplier: usize, key: u64) -> f64 {
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

/// Conversion, deadweight and readiness of the best candidate; the import volume asked for.
fn ask(week: &mut Week, desk: &Desk, found: Found, count: f64) -> f64 {
    let parameters = &week.scenario.parameters;
    let seed = week.economy.plan.seed;
    miss(week, desk, count);
    let draw = |purpose| Stream::new(seed, purpose, 0).uniform(found.attempt, 0);
    if draw(Purpose::Conversion) >= parameters.conversion {
        return 0.0;
    }
    let deadweight = draw(Purpose::Deadweight) < parameters.deadweight;
    let supplier = found.supplier as usize;
    let count = count.min(found.most);
    let sector = week.economy.rows.sector[supplier] as usize;
    let floor = week.economy.tables.sectors[sector].traits.quality_floor;
    let ready = desk.body.ready || found.quality >= floor;
    let weeks = if ready {
        0
    } else {
        lead_weeks(week, desk, supplier, found.attempt)
    };
    let buyer = found.buyer as usize;
    let per_relation = super::signing::volume(week, supplier, buyer, found.input, count);
    let reserved = per_relation * count;
    let asked = if deadweight { 0.0 } else { reserved };
    let cell = week.economy.inputs.cell_start[buyer] as usize + found.input;
    let integration = &mut week.state.integration;
    // Kept free until it is signed, so that no other attempt counts on the same room.
    integration.committed[supplier] += reserved;
    integration.displaced_of_cell[cell] += asked;
    let progress: &mut Progress = &mut integration.progress[desk.n];
    progress.candidates += count;
    progress.ready += if ready { count } else { 0.0 };
    progress.asked_volume += asked;
    integration.coaching.push(Candidate {
        attempt: found.attempt,
        instrument: u32::try_from(desk.n).expect("few instruments"),
        supplier_family: found.supplier,
        buyer_family: found.buyer,
        input: u8::try_from(found.input).expect("at most 80 inputs"),
        count,
        deadweight,
        gap: (floor - found.quality).max(0.0),
        ready_week: week.state.week + weeks,
        reserved,
        coached: !ready,
    });
    if !ready {
        pay_means(week, desk, supplier, count);
    }
    asked
}

/// Weeks of coaching: the class's central lead time, spread, over the speed of means, [11.3].
fn lead_weeks(week: &Week, desk: &Desk, supplier: usize, attempt: u64) -> u32 {
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
fn means_for<'a>(
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
fn pay_means(week: &mut Week, desk: &Desk, supplier: usize, count: f64) {
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
fn pay(week: &mut Week, n: usize, instrument: &Instrument) {
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
