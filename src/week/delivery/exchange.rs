//! The order in which links are walked: by product, then by the number of suppliers of a cell.
//!
//! The suppliers of one product are neighbours, so what its links look up stays in the nearest
//! cache; cells with equally few suppliers follow each other, so the length of their loops is
//! foreseen. Only who supplies a link changes during a run (phase 10), and it stays within the
//! product.

use crate::economy::{Economy, Links, MARKET_CELLS, market_cell};
use crate::ids::PROVINCES;
use std::ops::Range;

/// Suppliers from which their number no longer counts in the order: long loops are foreseen anyway,
/// and rows reach their slots faster when these lie in few sequences.
const MANY: usize = 12;

/// Links and cells in the order of exchange; never changes during a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Exchange {
    /// Number of markets: products x 34.
    pub markets: usize,
    /// Slot of each family cell: its market when it has no link, else `markets` + its linked cell.
    pub slot: Vec<u32>,
    /// Market (product * 34 + province) and share bought there, by linked cell.
    pub market: Vec<u32>,
    pub market_share: Vec<f64>,
    /// First link of each linked cell, then the number of links.
    pub start: Vec<u32>,
    /// Share of the cell's purchases, by link in this order.
    pub share: Vec<f64>,
    /// Linked cell of each link in this order.
    pub linked_cell: Vec<u32>,
    /// Place in this order of each link of the economy.
    pub place: Vec<u32>,
    /// Market cell (product * 136 + cell) of each family as a supplier.
    pub supplier_cell: Vec<u32>,
    pub products: Vec<Product>,
    /// No family lies between suppliers of another product, as `Economy::build` sorts them.
    pub disjoint: bool,
}

/// What belongs to one product.
#[derive(Clone, Debug, Default)]
pub(crate) struct Product {
    /// Linked cells.
    pub cells: Range<usize>,
    /// Families among which all its suppliers by link are.
    pub suppliers: Range<usize>,
}

/// A linked cell before it has its place.
struct Linked {
    product: usize,
    suppliers: usize,
    cell: usize,
    market: usize,
}

impl Exchange {
    /// Sorts the links of an economy.
    pub fn new(economy: &Economy) -> Exchange {
        let sectors = economy.tables.sectors.len();
        let mut exchange = Exchange {
            markets: sectors * PROVINCES,
            place: vec![0; economy.links.len()],
            supplier_cell: (0..economy.families)
                .map(|f| supplier_cell(economy, f))
                .collect(),
            products: vec![Product::default(); sectors],
            start: vec![0],
            ..Exchange::default()
        };
        let mut linked = exchange.slots(economy);
        linked.sort_by_key(|cell| (cell.product, cell.suppliers.min(MANY), cell.cell));
        for cell in &linked {
            exchange.append(&economy.links, cell);
        }
        exchange.close();
        exchange
    }

    /// Gives cells without links the slot of their market; the others.
    fn slots(&mut self, economy: &Economy) -> Vec<Linked> {
        let (inputs, links) = (&economy.inputs, &economy.links);
        let mut linked = Vec::new();
        for f in 0..economy.families {
            let province = economy.rows.province[f] as usize;
            let first = inputs.cell_start[f] as usize;
            let count = inputs.cell_start[f + 1] as usize - first;
            let products = &inputs.products[economy.rows.sector[f] as usize][..count];
            for (cell, &product) in (first..).zip(products) {
                let product = product as usize;
                let market = product * PROVINCES + province;
                let suppliers = (links.start[cell + 1] - links.start[cell]) as usize;
                self.slot.push(index(market));
                if suppliers > 0 {
                    linked.push(Linked {
                        product,
                        suppliers,
                        cell,
                        market,
                    });
                }
            }
        }
        linked
    }

    fn append(&mut self, links: &Links, cell: &Linked) {
        let at = self.market.len();
        self.slot[cell.cell] = index(self.markets + at);
        self.market.push(index(cell.market));
        self.market_share.push(links.market_share[cell.cell]);
        let from = links.start[cell.cell] as usize;
        for link in from..from + cell.suppliers {
            self.place[link] = index(self.share.len());
            self.share.push(links.share[link]);
            let own = &mut self.products[cell.product].suppliers;
            let supplier = links.supplier[link] as usize;
            let known = if own.start >= own.end {
                supplier..supplier + 1
            } else {
                own.clone()
            };
            *own = known.start.min(supplier)..known.end.max(supplier + 1);
            self.linked_cell.push(index(at));
        }
        self.start.push(index(self.share.len()));
        self.products[cell.product].cells = at + 1..at + 1;
    }

    /// Ranges of cells and suppliers of products, those without links included.
    fn close(&mut self) {
        let (mut end, mut after) = (0, 0);
        self.disjoint = true;
        for product in &mut self.products {
            let start = end;
            end = product.cells.end.max(start);
            product.cells = start..end;
            if product.suppliers.is_empty() {
                product.suppliers = after..after;
            }
            self.disjoint &= product.suppliers.start >= after;
            after = product.suppliers.end;
        }
    }

    /// Links of the economy in this order.
    pub fn links(&self) -> Vec<u32> {
        let mut links = vec![0; self.place.len()];
        for (link, &place) in self.place.iter().enumerate() {
            links[place as usize] = index(link);
        }
        links
    }
}

fn supplier_cell(economy: &Economy, family: usize) -> u32 {
    let rows = &economy.rows;
    let cell = market_cell(rows.province[family] as usize, rows.class[family]);
    index(rows.sector[family] as usize * MARKET_CELLS + cell)
}

fn index(value: usize) -> u32 {
    u32::try_from(value).expect("cells and links are counted in u32")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{SectorScheme, tables};
    use crate::economy::BuildPlan;

    fn economy() -> Economy {
        let plan = BuildPlan::new(4_000, 3);
        Economy::build(tables(SectorScheme::Io30), &plan)
    }

    #[test]
    fn every_link_has_one_place_and_keeps_its_share_and_cell() {
        let economy = economy();
        let exchange = Exchange::new(&economy);
        let links = exchange.links();
        assert_eq!(links.len(), economy.links.len());
        for (place, &link) in links.iter().enumerate() {
            let link = link as usize;
            assert_eq!(exchange.place[link] as usize, place);
            assert_eq!(exchange.share[place], economy.links.share[link]);
            let cell = economy.links.cell[link] as usize;
            let linked = exchange.slot[cell] as usize - exchange.markets;
            assert_eq!(exchange.linked_cell[place] as usize, linked);
            let own = exchange.start[linked] as usize..exchange.start[linked + 1] as usize;
            assert!(own.contains(&place));
        }
    }

    #[test]
    fn suppliers_of_a_product_lie_in_its_range_and_ranges_do_not_overlap() {
        let economy = economy();
        let exchange = Exchange::new(&economy);
        assert!(exchange.disjoint);
        let links = exchange.links();
        for product in &exchange.products {
            let first = exchange.start[product.cells.start] as usize;
            let last = exchange.start[product.cells.end] as usize;
            for &link in &links[first..last] {
                let supplier = economy.links.supplier[link as usize] as usize;
                assert!(product.suppliers.contains(&supplier));
            }
        }
    }
}
