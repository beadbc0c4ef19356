//! The same economy in other rows: split in two, or renumbered.
//!
//! MODEL.md, section 10 (properties): neither may change an aggregate by more than rounding. Both
//! gather families: each new family is one of `copies` equal parts of an old one.

use super::build::{CONTRACT_ROW_BIT, cooperative_of_member};
use super::columns::Row;
use super::{Cooperative, Economy, Inputs, Links, Market, Rows};
use crate::ids::NONE;

/// Where new families come from.
struct Origin {
    /// Old family of each new one.
    old: Vec<u32>,
    /// Which of the old family's parts it is.
    part: Vec<u32>,
    /// New families of each old one, `copies` apiece.
    new: Vec<u32>,
    /// Parts of each old family.
    copies: u32,
}

impl Origin {
    /// `old` names each old family `copies` times.
    fn new(old: Vec<u32>, copies: u32) -> Origin {
        let families = old.len() / copies as usize;
        let mut found = vec![0; families];
        let mut new = vec![NONE; old.len()];
        let part: Vec<u32> = old
            .iter()
            .enumerate()
            .map(|(place, &family)| {
                let part = found[family as usize];
                found[family as usize] += 1;
                assert!(
                    part < copies,
                    "family {family} is named more than {copies} times"
                );
                new[(family * copies + part) as usize] = place as u32;
                part
            })
            .collect();
        Origin {
            old,
            part,
            new,
            copies,
        }
    }

    /// New families of an old one.
    fn new_of(&self, family: u32) -> &[u32] {
        let first = (family * self.copies) as usize;
        &self.new[first..first + self.copies as usize]
    }

    /// Share of the old family that each part has.
    fn share(&self) -> f64 {
        1.0 / f64::from(self.copies)
    }
}

impl Economy {
    /// The economy with every row split in two of half the weight. Their stable ids are twice the
    /// row's and twice the row's plus one.
    #[must_use]
    pub fn split_rows(&self) -> Economy {
        let old = (0..self.families as u32).flat_map(|family| [family, family]);
        self.gathered(&Origin::new(old.collect(), 2))
    }

    /// The economy with primary rows in another order: row i is the old row `permutation[i]`.
    /// Stable ids move along.
    ///
    /// # Panics
    /// If `permutation` does not name each family once.
    #[must_use]
    pub fn renumbered(&self, permutation: &[u32]) -> Economy {
        assert_eq!(
            permutation.len(),
            self.families,
            "a permutation names each family once"
        );
        self.gathered(&Origin::new(permutation.to_vec(), 1))
    }

    fn gathered(&self, origin: &Origin) -> Economy {
        let (rows, contract_row) = self.gathered_rows(origin);
        let inputs = self.gathered_inputs(origin);
        let links = self.gathered_links(origin, &inputs);
        let cooperatives = self.gathered_cooperatives(origin);
        let residual = |&old: &u32| self.market.residual[old as usize] * origin.share();
        Economy {
            plan: self.plan.clone(),
            tables: self.tables,
            families: origin.old.len(),
            cooperative_of_member: cooperative_of_member(&cooperatives, rows.len()),
            real_enterprises: self.real_enterprises,
            market: Market {
                residual: origin.old.iter().map(residual).collect(),
                ..self.market.clone()
            },
            final_demand: self.final_demand.clone(),
            contract_row,
            rows,
            inputs,
            links,
            cooperatives,
        }
    }

    fn gathered_rows(&self, origin: &Origin) -> (Rows, Vec<u32>) {
        let mut rows = Rows::default();
        let part_of = |old_row: usize, new: usize| {
            let old = self.rows.get(old_row);
            let id = old.stable_id & !CONTRACT_ROW_BIT;
            let bit = old.stable_id & CONTRACT_ROW_BIT;
            Row {
                stable_id: (id * u64::from(origin.copies) + u64::from(origin.part[new])) | bit,
                family: new as u32,
                weight: old.weight * origin.share(),
                ..old
            }
        };
        for (new, &old) in origin.old.iter().enumerate() {
            rows.push(&part_of(old as usize, new));
        }
        let contract_row = origin
            .old
            .iter()
            .enumerate()
            .map(|(new, &old)| match self.contract_row[old as usize] {
                NONE => NONE,
                old_row => rows.push(&part_of(old_row as usize, new)),
            })
            .collect();
        (rows, contract_row)
    }

    fn gathered_inputs(&self, origin: &Origin) -> Inputs {
        let old = &self.inputs;
        let mut inputs = Inputs {
            products: old.products.clone(),
            imported: old.imported.clone(),
            cell_start: vec![0],
            ..Inputs::default()
        };
        for (new, &family) in origin.old.iter().enumerate() {
            for cell in old.cells(family as usize) {
                inputs.cell_family.push(new as u32);
                inputs.domestic.push(old.domestic[cell]);
            }
            inputs.cell_start.push(inputs.cell_family.len() as u32);
        }
        inputs
    }

    fn gathered_links(&self, origin: &Origin, inputs: &Inputs) -> Links {
        let old = &self.links;
        let (mut cell, mut supplier, mut share) = (Vec::new(), Vec::new(), Vec::new());
        let mut market_share = Vec::with_capacity(inputs.domestic.len());
        for &family in &origin.old {
            for old_cell in self.inputs.cells(family as usize) {
                for link in old.start[old_cell] as usize..old.start[old_cell + 1] as usize {
                    for &new_supplier in origin.new_of(old.supplier[link]) {
                        cell.push(market_share.len() as u32);
                        supplier.push(new_supplier);
                        share.push(old.share[link] * origin.share());
                    }
                }
                market_share.push(old.market_share[old_cell]);
            }
        }
        Links::from_columns(cell, supplier, share, market_share, origin.old.len())
    }

    fn gathered_cooperatives(&self, origin: &Origin) -> Vec<Cooperative> {
        self.cooperatives
            .iter()
            .flat_map(|of| {
                let rows = origin.new_of(of.row).iter();
                rows.zip(origin.new_of(of.member_row))
                    .map(|(&row, &member_row)| Cooperative {
                        row,
                        member_row,
                        ..of.clone()
                    })
            })
            .collect()
    }
}
