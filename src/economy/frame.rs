//! What every step of the construction reads: official tables as flows of one week.
//!
//! MODEL.md, section 4. Unit: bn Rp a week at 2010 prices (a year's figure / 52).

use super::WEEKS_PER_YEAR;
use crate::data::Tables;
use crate::ids::{CLASSES, Class, PROVINCES};
use ndarray::Array2;

/// Tables of one week.
pub(super) struct Frame {
    /// Official tables, a year.
    pub tables: &'static Tables,
    /// Number of sectors = products.
    pub sectors: usize,
    /// Value added by [province, sector].
    pub province_gva: Array2<f64>,
    /// Value added by sector.
    pub gva: Vec<f64>,
    /// Output by sector.
    pub output: Vec<f64>,
    /// Use of domestic products, [product, using sector].
    pub domestic_use: Array2<f64>,
    /// Final demand of each product, exports included.
    pub final_use: Vec<f64>,
    /// Multiplier of the decay of trade with distance.
    pub distance_decay: f64,
}

impl Frame {
    /// Flows of a week from flows of a year.
    pub fn new(tables: &'static Tables, distance_decay: f64) -> Frame {
        let accounts = &tables.accounts;
        let sectors = tables.sectors.len();
        let province_gva = &tables.province_gva / WEEKS_PER_YEAR;
        let gva = (0..sectors).map(|s| province_gva.column(s).sum()).collect();
        let final_use = (0..sectors)
            .map(|p| {
                (accounts.household[p]
                    + accounts.government[p]
                    + accounts.investment[p]
                    + accounts.export[p])
                    / WEEKS_PER_YEAR
            })
            .collect();
        Frame {
            tables,
            sectors,
            gva,
            output: weekly(&accounts.output),
            domestic_use: &accounts.domestic_use / WEEKS_PER_YEAR,
            final_use,
            distance_decay,
            province_gva,
        }
    }

    /// Output per unit of value added: one ratio a sector, so that sector totals and province
    /// totals hold together.
    pub fn output_per_gva(&self, sector: usize) -> f64 {
        self.output[sector] / self.gva[sector]
    }

    /// Sectors that are, or are inside, the sector of `Io30` with this code.
    pub fn children_of(&self, parent_code: &str) -> impl Iterator<Item = usize> + '_ {
        let parent_code = parent_code.to_owned();
        (0..self.sectors).filter(move |&s| self.tables.sectors[s].parent_code == parent_code)
    }

    /// Real enterprises of a sector and class.
    pub fn enterprises(&self, sector: usize, class: Class) -> u64 {
        self.tables.classes[sector][class as usize].enterprises
    }

    /// Share of a class in its sector's value added.
    pub fn class_share(&self, sector: usize, class: Class) -> f64 {
        self.tables.classes[sector][class as usize].value_added_share
    }
}

/// Flows of a week from flows of a year.
pub(super) fn weekly(yearly: &[f64]) -> Vec<f64> {
    yearly.iter().map(|value| value / WEEKS_PER_YEAR).collect()
}

/// Number of the cell sector x province x class: the key of draws that belong to a cell.
pub(super) fn cell_key(sector: usize, province: usize, class: Class) -> u64 {
    ((sector * PROVINCES + province) * CLASSES + class as usize) as u64
}
