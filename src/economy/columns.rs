//! Rows as columns: append and copy single rows.

use super::Rows;
use crate::ids::{Class, Kind};

/// All columns of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub sector: u8,
    pub province: u8,
    pub class: Class,
    pub kind: Kind,
    pub stable_id: u64,
    pub family: u32,
    pub weight: f64,
    pub output: f64,
    pub size_bias: f64,
    pub employment: f64,
    pub cash_months: f64,
    pub quality: f64,
    pub single: bool,
}

impl Rows {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weight.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weight.is_empty()
    }

    /// Columns of row `i`.
    pub(super) fn get(&self, i: usize) -> Row {
        Row {
            sector: self.sector[i],
            province: self.province[i],
            class: self.class[i],
            kind: self.kind[i],
            stable_id: self.stable_id[i],
            family: self.family[i],
            weight: self.weight[i],
            output: self.output[i],
            size_bias: self.size_bias[i],
            employment: self.employment[i],
            cash_months: self.cash_months[i],
            quality: self.quality[i],
            single: self.single[i],
        }
    }

    /// Appends a row and gives its place.
    pub(super) fn push(&mut self, row: &Row) -> u32 {
        let place = self.len() as u32;
        self.sector.push(row.sector);
        self.province.push(row.province);
        self.class.push(row.class);
        self.kind.push(row.kind);
        self.stable_id.push(row.stable_id);
        self.family.push(row.family);
        self.weight.push(row.weight);
        self.output.push(row.output);
        self.size_bias.push(row.size_bias);
        self.employment.push(row.employment);
        self.cash_months.push(row.cash_months);
        self.quality.push(row.quality);
        self.single.push(row.single);
        place
    }
}
