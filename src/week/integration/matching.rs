//! Matching: a paid attempt draws a buyer and a product, looks at candidates and finds the best,
//! [11.2].

use super::asking::quality;
use super::attempts::Desk;
use super::pools::{DrawnBy, Wanted};
use super::signing;
use crate::draw::{Purpose, Stream};
use crate::ids::PROVINCES;
use crate::policy::{Instrument, Intermediary};
use crate::week::Week;
use crate::week::state::contract_row;

/// Kilometres over which a candidate's nearness falls by half (ours, after network facts).
const NEAR_KM: f64 = 100.0;

/// The best candidate of an attempt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub attempt: u64,
    pub buyer: u32,
    pub supplier: u32,
    pub input: usize,
    pub quality: f64,
    /// Real suppliers in the family.
    pub suppliers: f64,
}

/// Draws a buyer, a product and candidates; the best of them, [11.2].
pub(super) fn find(week: &mut Week, desk: &Desk) -> Option<Found> {
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
        let key = attempt * 64 + candidate;
        let Some(quality) = quality(week, supplier as usize, draw(3), key) else {
            continue;
        };
        let volume = signing::volume(week, supplier as usize, buyer as usize, input, 1.0);
        let near = nearness(week, supplier as usize, buyer as usize);
        let score = quality * volume * near;
        let suppliers = family_weight(week, supplier as usize).floor().max(1.0);
        let found = Found {
            attempt,
            buyer,
            supplier,
            input,
            quality,
            suppliers,
        };
        if volume >= signing::LEAST_VOLUME && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, found));
        }
    }
    best.map(|(_, found)| found)
}

/// Buyers within reach with running sums of their imported purchases in scope, and the share of all
/// such purchases that is within reach.
pub(super) fn buyers(
    week: &Week,
    instrument: &Instrument,
    body: &Intermediary,
    provinces: &[bool; PROVINCES],
    counts_partners: bool,
) -> (Vec<u32>, Vec<f64>, f64) {
    let pools = week.state.integration.pools();
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
pub(super) fn products_in_scope<'a>(
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
            let traits = &tables.sectors[p].traits;
            let sub = traits.substitutable(week.scenario.parameters.import_substitutability);
            let value = week.economy.inputs.imported[s][k] * sub;
            let fits = !manufactured_only || tables.sectors[p].industry17 == "C";
            (value > 0.0 && fits && (instrument.scope.sectors[p] || crosses)).then_some((k, value))
        })
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
    let pools = week.state.integration.pools();
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

pub(super) fn nearness(week: &Week, a: usize, b: usize) -> f64 {
    let pools = week.state.integration.pools();
    let rows = &week.economy.rows;
    1.0 / (1.0 + pools.km(rows.province[a] as usize, rows.province[b] as usize) / NEAR_KM)
}

pub(super) fn family_weight(week: &Week, f: usize) -> f64 {
    week.state.weight[f] + contract_row(week.economy, f).map_or(0.0, |c| week.state.weight[c])
}
