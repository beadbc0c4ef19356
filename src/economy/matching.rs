//! Links of one product.
//!
//! MODEL.md, section 4. Pass 1: each cooperative chooses two medium or large buyers by need x flow
//! between the provinces and places min(0.35 of its capacity, 0.25 of the need) with each; drawn by
//! buyers only, most cooperatives would get no customer, because a group of a thousand farms beside
//! them always has more room. Pass 2: buyers in falling need (ties by stable id) cut it into pieces
//! and look for suppliers: the province by the column of the flow, the supplier by its sales; of six
//! tries the first with room for the piece, else the roomiest. No supplier takes more than it has
//! left, so every enterprise sells what it makes.
//!
//! Draws are keyed by (seed, product, stable id of who chooses), so they do not depend on order.
//! Unit: bn Rp a week, all real enterprises of a family together.

use super::draft::Draft;
use super::slots::Slot;
use super::suppliers::Suppliers;
use super::{MARKET_DESTINATIONS, Rows, WEEKS_PER_YEAR};
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, Class, PROVINCES};
use ndarray::Array2;

/// Buyers that a cooperative chooses.
const BUYERS_OF_COOPERATIVE: usize = 2;
/// Most of its capacity that a cooperative places with one buyer.
const CAPACITY_PER_BUYER: f64 = 0.35;
/// Most of a buyer's need that one cooperative takes.
const NEED_PER_COOPERATIVE: f64 = 0.25;
/// Range of the number of suppliers of an input, by class. Ours: with 1 to 4 there were 38 links a row
/// at 20 thousand rows instead of 30, and the default experiment took a fifth longer.
const SUPPLIERS: [f64; CLASSES] = [1.0, 1.5, 2.0, 2.5];
/// Output from which an enterprise has more suppliers, bn Rp a year, and the exponent.
const SIZE_UNIT: f64 = 100.0;
const SIZE_EXPONENT: f64 = 0.5;
/// Most pieces of an input.
const MOST_PIECES: f64 = 64.0;
/// Draws of a supplier for one piece.
const TRIES: u64 = 6;
/// Pieces without room after which a buyer turns to the market.
const FAILURES: u32 = 3;
/// A link below this share of the need is not made (ours: no dust).
const LEAST_LINK: f64 = 1e-4;
/// What a supplier sells to a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Buying cell.
    pub cell: u32,
    /// Supplying family.
    pub supplier: u32,
    /// Sales.
    pub value: f64,
}

/// One product while its links are drawn.
pub(super) struct Product<'a> {
    draft: &'a Draft<'a>,
    /// High half of the number of a draw.
    draws: u64,
    suppliers: Suppliers,
    /// Slots in falling need, and what of each is not yet placed.
    slots: Vec<Slot>,
    left: Vec<f64>,
    /// Flow by [supplying province, using province].
    flow: Array2<f64>,
    /// Sums of the columns of the flow down to each supplying province.
    column_sums: Array2<f64>,
}

impl<'a> Product<'a> {
    /// The product with nothing placed yet.
    pub fn new(
        draft: &'a Draft<'a>,
        product: usize,
        suppliers: Suppliers,
        mut slots: Vec<Slot>,
        flow: &Array2<f64>,
    ) -> Product<'a> {
        let id = |slot: &Slot| draft.rows.stable_id[slot.family as usize];
        slots.sort_by(|a, b| b.need.total_cmp(&a.need).then(id(a).cmp(&id(b))));
        let mut column_sums = flow.clone();
        for r in 1..PROVINCES {
            for q in 0..MARKET_DESTINATIONS {
                column_sums[[r, q]] += column_sums[[r - 1, q]];
            }
        }
        Product {
            draft,
            draws: (product as u64) << 32,
            left: slots.iter().map(|slot| slot.need).collect(),
            suppliers,
            slots,
            flow: flow.clone(),
            column_sums,
        }
    }

    /// Draws the links: first cooperatives choose, then buyers.
    pub fn draw(mut self, pieces: &mut Vec<Piece>) {
        self.pass_cooperatives(pieces);
        self.pass_buyers(pieces);
    }

    /// Pass 1: cooperatives choose buyers.
    fn pass_cooperatives(&mut self, pieces: &mut Vec<Piece>) {
        let rows = self.draft.rows;
        let stream = Stream::new(self.draft.seed, Purpose::FirstPass, 0);
        let buyers = Buyers::new(rows, &self.slots);
        for place in self.suppliers.cooperatives(rows) {
            let family = self.suppliers.family[place] as usize;
            let province = rows.province[family] as usize;
            let most = CAPACITY_PER_BUYER * self.suppliers.room[place];
            let weights = buyers.weights(&self.flow, province);
            let mut found = 0;
            for attempt in 0..TRIES {
                let u = |what| stream.uniform(rows.stable_id[family], 2 * attempt + what);
                let Some(slot) = buyers.at(&weights, u(0), u(1)) else {
                    break;
                };
                let wanted = most.min(NEED_PER_COOPERATIVE * self.slots[slot].need);
                let value = wanted.min(self.left[slot]).min(self.suppliers.room[place]);
                if value <= LEAST_LINK * self.slots[slot].need.min(most) {
                    continue;
                }
                self.place(slot, place, value, pieces);
                found += 1;
                if found == BUYERS_OF_COOPERATIVE {
                    break;
                }
            }
        }
    }

    /// Pass 2: buyers choose suppliers.
    fn pass_buyers(&mut self, pieces: &mut Vec<Piece>) {
        let stream = Stream::new(self.draft.seed, Purpose::Slots, 0);
        for slot in 0..self.slots.len() {
            let Slot { family, need, .. } = self.slots[slot];
            let id = self.draft.rows.stable_id[family as usize];
            let wanted = self.wanted_suppliers(family, stream.uniform(id, self.draws));
            let most = 2 * wanted as u64 + 2;
            let mut failures = 0;
            for piece in 1..=most {
                if self.left[slot] <= 0.0 || failures == FAILURES {
                    break;
                }
                let size = need / wanted * (0.5 + stream.uniform(id, self.draws + piece));
                // A remainder too small for a link of its own goes with this piece.
                let size = if self.left[slot] - size < LEAST_LINK * need {
                    self.left[slot]
                } else {
                    size
                };
                match self.roomy_supplier(slot, piece, size) {
                    Some(place) if self.suppliers.room[place] > LEAST_LINK * need => {
                        let value = size.min(self.suppliers.room[place]);
                        self.place(slot, place, value, pieces);
                    }
                    Some(_) | None => failures += 1,
                }
            }
        }
    }

    /// Number of suppliers that a buyer looks for.
    fn wanted_suppliers(&self, family: u32, u: f64) -> f64 {
        let rows = self.draft.rows;
        let output = rows.output[family as usize] * WEEKS_PER_YEAR;
        let range = SUPPLIERS[rows.class[family as usize] as usize];
        let size = (output / SIZE_UNIT).max(1.0).powf(SIZE_EXPONENT);
        ((1.0 + u * range) * size).floor().min(MOST_PIECES)
    }

    /// The first of some drawn suppliers with room for a piece, else the roomiest.
    fn roomy_supplier(&self, slot: usize, piece: u64, size: f64) -> Option<usize> {
        let rows = self.draft.rows;
        let stream = Stream::new(self.draft.seed, Purpose::Supplier, 0);
        let buyer = self.slots[slot].family;
        let id = rows.stable_id[buyer as usize];
        let to = rows.province[buyer as usize] as usize;
        let mut best = None;
        let mut best_room = 0.0;
        for attempt in 0..TRIES {
            let draw = self.draws + 2 * (piece * TRIES + attempt);
            let from = self.supplying_province(to, stream.uniform(id, draw));
            let Some(place) = self.suppliers.at(from, stream.uniform(id, draw + 1)) else {
                continue;
            };
            let itself = self.suppliers.family[place] == buyer;
            if itself && rows.weight[buyer as usize] <= 1.0 {
                continue;
            }
            let room = self.suppliers.room[place];
            if room > best_room {
                (best, best_room) = (Some(place), room);
            }
            if room >= size {
                return Some(place);
            }
        }
        best
    }

    /// The province at `u` of the flow into a province.
    fn supplying_province(&self, to: usize, u: f64) -> usize {
        let column = self.column_sums.column(to);
        let target = u * column[PROVINCES - 1];
        (0..PROVINCES)
            .find(|&r| column[r] > target)
            .unwrap_or(PROVINCES - 1)
    }

    fn place(&mut self, slot: usize, place: usize, value: f64, pieces: &mut Vec<Piece>) {
        self.left[slot] -= value;
        self.suppliers.room[place] -= value;
        pieces.push(Piece {
            cell: self.slots[slot].cell,
            supplier: self.suppliers.family[place],
            value,
        });
    }
}

/// Medium and large buyers of a product by province.
struct Buyers {
    /// Slots of each province and the sum of needs up to each.
    slots: Vec<Vec<(usize, f64)>>,
}

impl Buyers {
    fn new(rows: &Rows, slots: &[Slot]) -> Buyers {
        let mut by_province = vec![Vec::new(); PROVINCES];
        for (place, slot) in slots.iter().enumerate() {
            let family = slot.family as usize;
            if rows.class[family] >= Class::Medium {
                let of: &mut Vec<(usize, f64)> = &mut by_province[rows.province[family] as usize];
                let sum = of.last().map_or(0.0, |(_, sum)| *sum);
                of.push((place, sum + slot.need));
            }
        }
        Buyers { slots: by_province }
    }

    /// Need x flow from a province, summed over the provinces up to each.
    fn weights(&self, flow: &Array2<f64>, from: usize) -> Vec<f64> {
        let mut sum = 0.0;
        self.slots
            .iter()
            .enumerate()
            .map(|(q, of)| {
                sum += flow[[from, q]] * of.last().map_or(0.0, |(_, need)| *need);
                sum
            })
            .collect()
    }

    /// The buyer at `u` of the weights and `v` of its province's needs.
    fn at(&self, weights: &[f64], u: f64, v: f64) -> Option<usize> {
        let total = *weights.last()?;
        let q = weights.partition_point(|&sum| sum <= u * total);
        let of = self.slots.get(q)?;
        let target = v * of.last()?.1;
        let place = of.partition_point(|&(_, sum)| sum <= target);
        Some(of[place.min(of.len() - 1)].0)
    }
}
