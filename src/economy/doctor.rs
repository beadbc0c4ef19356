//! The doctor: is the economy of week 0 exact?
//!
//! MODEL.md, section 4. Recomputes every identity from the finished economy, not from what the
//! construction remembers. All errors are relative.

use super::frame::Frame;
use super::{Economy, market, slots, suppliers};
use crate::ids::{CLASSES, Class, Kind, PROVINCES};
use ndarray::Array2;

/// What the identities must hold to, relative.
pub(super) const EXACT: f64 = 1e-12;

/// One identity and how far the economy is from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What is checked.
    pub name: &'static str,
    /// Largest relative error.
    pub worst: f64,
    /// What is allowed.
    pub tolerance: f64,
    /// Where the largest error is.
    pub place: String,
}

impl Check {
    /// Whether the identity holds. An error that is not a number does not pass.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.worst <= self.tolerance
    }
}

/// Keeps the largest error and its place.
pub(super) struct Worst {
    /// The check so far.
    pub check: Check,
}

impl Worst {
    /// Nothing wrong yet.
    pub fn of(name: &'static str, tolerance: f64) -> Worst {
        Worst {
            check: Check {
                name,
                worst: 0.0,
                tolerance,
                place: String::new(),
            },
        }
    }

    /// Compares with what is expected, relative to it; `place` is made only for a new worst.
    pub fn compare(&mut self, found: f64, expected: f64, place: impl FnOnce() -> String) {
        let scale = expected.abs();
        let error = if found == expected {
            0.0
        } else {
            (found - expected).abs() / scale
        };
        self.error(error, place);
    }

    /// Takes an error; one that is not a number is infinite.
    pub fn error(&mut self, error: f64, place: impl FnOnce() -> String) {
        if error > self.check.worst || error.is_nan() {
            self.check.worst = if error.is_nan() { f64::INFINITY } else { error };
            self.check.place = place();
        }
    }
}

/// An economy with the quantities that its checks share.
pub(super) struct Examined<'a> {
    /// What is checked.
    pub economy: &'a Economy,
    /// Tables.
    pub frame: Frame,
    /// Domestic purchases of each cell.
    purchases: Vec<f64>,
    /// What each family sells to others than its cooperative.
    pub sold: Vec<f64>,
    /// Purchases without a link, [product, province].
    pub bought: Array2<f64>,
}

impl Economy {
    /// Checks every identity of week 0.
    #[must_use]
    pub fn doctor(&self) -> Vec<Check> {
        let frame = Frame::new(self.tables, self.plan.distance_decay);
        let purchases = slots::purchases(&self.rows, &self.inputs);
        let bought =
            market::bought_without_link(&frame, &self.rows, &self.inputs, &self.links, &purchases);
        let examined = Examined {
            sold: suppliers::sold(&self.rows, &self.cooperatives, self.families),
            economy: self,
            frame,
            purchases,
            bought,
        };
        vec![
            examined.enterprises(),
            examined.sectors(),
            examined.value_added(),
            examined.table_cells(),
            examined.counts(),
            examined.buyers(),
            examined.market_places(),
            examined.market_flows(),
            examined.market_demand(),
            examined.final_totals(),
            examined.final_demand_not_negative(),
        ]
    }
}

impl Examined<'_> {
    pub fn row_name(&self, row: usize) -> String {
        let rows = &self.economy.rows;
        format!(
            "{:?} {row}: {}",
            rows.kind[row],
            self.cell_name(
                rows.sector[row] as usize,
                rows.province[row] as usize,
                rows.class[row],
            )
        )
    }

    pub fn cell_name(&self, sector: usize, province: usize, class: Class) -> String {
        format!("{}, {class}", self.place_name(sector, province))
    }

    pub fn place_name(&self, sector: usize, province: usize) -> String {
        let name = self
            .frame
            .tables
            .provinces
            .get(province)
            .map_or("exports", |of| of.name.as_str());
        format!("{}, {name}", self.sector_name(sector))
    }

    pub fn sector_name(&self, sector: usize) -> &str {
        &self.frame.tables.sectors[sector].code
    }

    /// Links + market (+ its cooperative's sales, for members) = what a family makes or collects.
    fn enterprises(&self) -> Check {
        let economy = self.economy;
        let mut sales = economy.market.residual.clone();
        for link in 0..economy.links.len() {
            let bought = self.purchases[economy.links.cell[link] as usize];
            sales[economy.links.supplier[link] as usize] += economy.links.share[link] * bought;
        }
        let mut makes: Vec<f64> = (0..economy.families)
            .map(|f| economy.rows.weight[f] * economy.rows.output[f])
            .collect();
        for cooperative in &economy.cooperatives {
            let volume = economy.rows.weight[cooperative.row as usize] * cooperative.volume;
            sales[cooperative.member_row as usize] += volume;
            makes[cooperative.row as usize] = volume;
        }
        let mut worst = Worst::of("enterprise: links + market = output", EXACT);
        for f in 0..economy.families {
            worst.compare(sales[f], makes[f], || self.row_name(f));
        }
        worst.check
    }

    fn sectors(&self) -> Check {
        let mut made = vec![0.0; self.frame.sectors];
        let rows = &self.economy.rows;
        for i in 0..rows.len() {
            made[rows.sector[i] as usize] += rows.weight[i] * rows.output[i];
        }
        let mut worst = Worst::of("sector: output = table", EXACT);
        for (s, &output) in made.iter().enumerate() {
            worst.compare(output, self.frame.output[s], || {
                self.sector_name(s).to_owned()
            });
        }
        worst.check
    }

    /// Output less inputs and their product taxes, by province and sector.
    fn value_added(&self) -> Check {
        let (rows, inputs) = (&self.economy.rows, &self.economy.inputs);
        let accounts = &self.frame.tables.accounts;
        let mut gva = Array2::<f64>::zeros((PROVINCES, self.frame.sectors));
        for f in 0..self.economy.families {
            let s = rows.sector[f] as usize;
            let domestic: f64 = inputs.domestic[inputs.cells(f)].iter().sum();
            let imported: f64 = inputs.imported[s].iter().sum();
            let taxes = accounts.product_taxes[s] / accounts.output[s];
            gva[[rows.province[f] as usize, s]] +=
                rows.weight[f] * rows.output[f] * (1.0 - domestic - imported - taxes);
        }
        let mut worst = Worst::of("province x sector: value added = table", EXACT);
        for ((q, s), &expected) in self.frame.province_gva.indexed_iter() {
            worst.compare(gva[[q, s]], expected, || self.place_name(s, q));
        }
        worst.check
    }

    fn table_cells(&self) -> Check {
        let (rows, inputs) = (&self.economy.rows, &self.economy.inputs);
        let mut used = Array2::<f64>::zeros(self.frame.domestic_use.dim());
        for (cell, &family) in inputs.cell_family.iter().enumerate() {
            let family = family as usize;
            let s = rows.sector[family] as usize;
            let k = cell - inputs.cell_start[family] as usize;
            used[[inputs.products[s][k] as usize, s]] += self.purchases[cell];
        }
        let mut worst = Worst::of("table: domestic use of each product by each sector", EXACT);
        for ((p, s), &expected) in self.frame.domestic_use.indexed_iter() {
            worst.compare(used[[p, s]], expected, || {
                format!("{} used by {}", self.sector_name(p), self.sector_name(s))
            });
        }
        worst.check
    }

    /// Real enterprises of each sector and class.
    fn counts(&self) -> Check {
        let rows = &self.economy.rows;
        let mut count = vec![[0.0; CLASSES]; self.frame.sectors];
        for i in 0..rows.len() {
            if rows.kind[i] != Kind::Cooperative {
                count[rows.sector[i] as usize][rows.class[i] as usize] += rows.weight[i];
            }
        }
        let mut worst = Worst::of("counts: real enterprises by sector and class", 0.0);
        for (s, counted) in count.iter().enumerate() {
            for class in Class::ALL {
                let expected = self.frame.enterprises(s, class) as f64;
                worst.compare(counted[class as usize], expected, || {
                    format!("{}, {class}", self.sector_name(s))
                });
            }
        }
        worst.check
    }

    /// Shares of links and market add to one, none is negative, nobody supplies itself alone.
    fn buyers(&self) -> Check {
        let (economy, links) = (self.economy, &self.economy.links);
        let mut worst = Worst::of("buyer: shares of links and market = 1", EXACT);
        for cell in 0..links.market_share.len() {
            let of = links.start[cell] as usize..links.start[cell + 1] as usize;
            let family = economy.inputs.cell_family[cell] as usize;
            let itself = economy.rows.single[family]
                && links.supplier[of.clone()].contains(&(family as u32));
            let negative = links.market_share[cell] < 0.0
                || links.share[of.clone()].iter().any(|&share| share <= 0.0);
            let sum = links.market_share[cell] + links.share[of].iter().sum::<f64>();
            let error = if itself || negative {
                f64::INFINITY
            } else {
                (sum - 1.0).abs()
            };
            worst.error(error, || self.row_name(family));
        }
        worst.check
    }
}
