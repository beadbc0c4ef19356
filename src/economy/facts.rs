//! Facts about an economy, for the doctor's printout.

use super::{Economy, slots};
use crate::ids::{CLASSES, Kind, NONE};

/// What an economy consists of.
#[derive(Clone, Debug, PartialEq)]
pub struct EconomyReport {
    /// Primary rows.
    pub rows: usize,
    /// Contract rows.
    pub contract_rows: usize,
    /// Rows built as a single real enterprise or cooperative.
    pub single_rows: usize,
    /// Links.
    pub links: usize,
    /// Links per primary row.
    pub links_per_row: f64,
    /// Share of domestic inputs bought by link.
    pub share_by_link: f64,
    /// Share of purchases by link whose supplier is in the buyer's province.
    pub share_same_province: f64,
    /// Most customers (links) of one family.
    pub most_customers: usize,
    /// Real enterprises by class.
    pub real_enterprises: [u64; CLASSES],
    /// Real cooperatives.
    pub cooperatives: u64,
    /// Their members.
    pub members: u64,
    /// Cooperatives' sales, bn Rp a week at 2010 prices.
    pub cooperative_sales: f64,
    /// Share of cooperatives' sales that go by link.
    pub cooperative_share_by_link: f64,
}

impl Economy {
    /// Facts about this economy.
    #[must_use]
    pub fn report(&self) -> EconomyReport {
        let rows = &self.rows;
        let sum_of = |kind: Kind| -> f64 {
            (0..self.families)
                .filter(|&f| rows.kind[f] == kind)
                .map(|f| rows.weight[f])
                .sum()
        };
        let mut real_enterprises = [0.0; CLASSES];
        for f in (0..self.families).filter(|&f| rows.kind[f] != Kind::Cooperative) {
            real_enterprises[rows.class[f] as usize] += rows.weight[f];
        }
        let sales = LinkSales::of(self);
        let cooperative_sales: f64 = self
            .cooperatives
            .iter()
            .map(|of| rows.weight[of.row as usize] * of.volume)
            .sum();
        let customers = self
            .links
            .by_supplier_start
            .windows(2)
            .map(|pair| pair[1] - pair[0]);
        EconomyReport {
            rows: self.families,
            contract_rows: self.contract_row.iter().filter(|&&row| row != NONE).count(),
            single_rows: rows.single.iter().filter(|&&single| single).count(),
            links: self.links.len(),
            links_per_row: self.links.len() as f64 / self.families as f64,
            share_by_link: sales.all / sales.purchases,
            share_same_province: sales.same_province / sales.all,
            most_customers: customers.max().unwrap_or(0) as usize,
            real_enterprises: real_enterprises.map(|count: f64| count as u64),
            cooperatives: sum_of(Kind::Cooperative) as u64,
            members: sum_of(Kind::Member) as u64,
            cooperative_sales,
            cooperative_share_by_link: sales.by_cooperatives / cooperative_sales,
        }
    }
}

/// Sums over links, bn Rp a week.
struct LinkSales {
    purchases: f64,
    all: f64,
    same_province: f64,
    by_cooperatives: f64,
}

impl LinkSales {
    fn of(economy: &Economy) -> LinkSales {
        let (rows, links) = (&economy.rows, &economy.links);
        let purchases = slots::purchases(rows, &economy.inputs);
        let mut sales = LinkSales {
            purchases: purchases.iter().sum(),
            all: 0.0,
            same_province: 0.0,
            by_cooperatives: 0.0,
        };
        for link in 0..links.len() {
            let cell = links.cell[link] as usize;
            let buyer = economy.inputs.cell_family[cell] as usize;
            let supplier = links.supplier[link] as usize;
            let value = links.share[link] * purchases[cell];
            sales.all += value;
            if rows.province[buyer] == rows.province[supplier] {
                sales.same_province += value;
            }
            if rows.kind[supplier] == Kind::Cooperative {
                sales.by_cooperatives += value;
            }
        }
        sales
    }
}
