//! Links: who supplies whom.
//!
//! MODEL.md, section 4. Each product is a problem of its own (matching.rs); no supplier sells more by
//! link than it has room for, and what a buyer does not place is bought on the market. Share of a link
//! = value / the cell's domestic purchases.
//!
//! Unit: bn Rp a week, all real enterprises of a family together.

use super::draft::Draft;
use super::gravity;
use super::matching::{Piece, Product};
use super::slots;
use super::suppliers::Suppliers;
use super::{Links, WEEKS_PER_YEAR};
use crate::ids::{CLASSES, PROVINCES};

/// What is left of a share below this is rounding.
const ROUNDING: f64 = 1e-14;

/// Draws all links.
pub(super) fn draw(draft: &Draft) -> Links {
    let frame = draft.frame;
    let distances = gravity::distances(&frame.tables.provinces);
    let slots = slots::slots(draft.rows, draft.inputs, draft.purchases);
    let mut of_sector = vec![Vec::new(); frame.sectors];
    for family in 0..draft.sold.len() {
        of_sector[draft.rows.sector[family] as usize].push(family as u32);
    }
    let uses = uses_by_province(draft);
    let mut pieces = Vec::new();
    for (product, slots) in slots.into_iter().enumerate() {
        let suppliers = Suppliers::new(frame, draft.rows, draft.sold, product, &of_sector[product]);
        let kernel = gravity::kernel(frame, &distances, product);
        let flow = gravity::flows(&kernel, &supply(draft, &of_sector[product]), &uses[product]);
        Product::new(draft, product, suppliers, slots, &flow).draw(&mut pieces);
    }
    assemble(draft, pieces)
}

/// No link at all: everything is bought on markets.
pub(super) fn none(draft: &Draft) -> Links {
    assemble(draft, Vec::new())
}

/// Output sold by [province][class] of one product.
fn supply(draft: &Draft, of_sector: &[u32]) -> Vec<[f64; CLASSES]> {
    let mut supply = vec![[0.0; CLASSES]; PROVINCES];
    for &f in of_sector {
        let f = f as usize;
        supply[draft.rows.province[f] as usize][draft.rows.class[f] as usize] += draft.sold[f];
    }
    supply
}

/// Domestic use of each product by province, then exports.
fn uses_by_province(draft: &Draft) -> Vec<Vec<f64>> {
    let of = draft.final_demand;
    let mut uses: Vec<Vec<f64>> = (0..draft.frame.sectors)
        .map(|p| {
            let export = draft.frame.tables.accounts.export[p] / WEEKS_PER_YEAR;
            (0..PROVINCES)
                .map(|q| of.household[[p, q]] + of.government[[p, q]] + of.investment[[p, q]])
                .chain([export])
                .collect()
        })
        .collect();
    for (cell, &family) in draft.inputs.cell_family.iter().enumerate() {
        let family = family as usize;
        let k = cell - draft.inputs.cell_start[family] as usize;
        let product = draft.inputs.products[draft.rows.sector[family] as usize][k];
        uses[product as usize][draft.rows.province[family] as usize] += draft.purchases[cell];
    }
    uses
}

/// Sorts pieces by cell and supplier, adds those of one pair, and takes shares.
fn assemble(draft: &Draft, mut pieces: Vec<Piece>) -> Links {
    pieces.sort_by_key(|piece| (piece.cell, piece.supplier));
    pieces.dedup_by(|next, kept| {
        let same = (next.cell, next.supplier) == (kept.cell, kept.supplier);
        if same {
            kept.value += next.value;
        }
        same
    });
    let cells = draft.purchases.len();
    let mut market_share = vec![1.0; cells];
    let mut share = Vec::with_capacity(pieces.len());
    for piece in &pieces {
        let of = piece.value / draft.purchases[piece.cell as usize];
        share.push(of);
        market_share[piece.cell as usize] -= of;
    }
    for left in &mut market_share {
        if *left < ROUNDING {
            *left = 0.0;
        }
    }
    Links::from_columns(
        pieces.iter().map(|piece| piece.cell).collect(),
        pieces.iter().map(|piece| piece.supplier).collect(),
        share,
        market_share,
        draft.sold.len(),
    )
}

impl Links {
    /// Links from columns sorted by cell, with both indices.
    pub(super) fn from_columns(
        cell: Vec<u32>,
        supplier: Vec<u32>,
        share: Vec<f64>,
        market_share: Vec<f64>,
        families: usize,
    ) -> Links {
        let start = starts(&cell, market_share.len());
        let by_supplier_start = starts(&supplier, families);
        let mut next = by_supplier_start.clone();
        let mut by_supplier = vec![0; supplier.len()];
        for (link, &family) in supplier.iter().enumerate() {
            let place = &mut next[family as usize];
            by_supplier[*place as usize] = link as u32;
            *place += 1;
        }
        Links {
            start,
            supplier,
            share,
            cell,
            market_share,
            by_supplier_start,
            by_supplier,
        }
    }

    /// Number of links.
    #[must_use]
    pub fn len(&self) -> usize {
        self.supplier.len()
    }

    /// Whether there is no link.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.supplier.is_empty()
    }
}

/// First place of each key, then the number of keys; `keys` need not be sorted.
fn starts(keys: &[u32], number: usize) -> Vec<u32> {
    let mut start = vec![0; number + 1];
    for &key in keys {
        start[key as usize + 1] += 1;
    }
    for key in 0..number {
        start[key + 1] += start[key];
    }
    start
}
