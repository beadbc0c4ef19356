//! Who sells a product, how much, and what of it is still free for links.
//!
//! MODEL.md, section 4. A supplier may sell by link its output less a quarter of the share that
//! final users have in the product's output; the rest, at least, is sold on the market. A member
//! sells what its cooperative does not.
//!
//! Unit: bn Rp a week, all real enterprises of a family together.

use super::frame::Frame;
use super::{Cooperative, Rows};
use crate::ids::{Kind, PROVINCES};

/// Part of the final users' share that is kept for the market (MODEL.md, section 4).
const MARKET_PART: f64 = 0.25;
/// Least share of output kept for the market, so that no family is without (ours: a few products
/// of `Io80` have no final users).
const LEAST_MARKET_SHARE: f64 = 0.001;

/// What each family sells to others than its own cooperative.
pub(super) fn sold(rows: &Rows, cooperatives: &[Cooperative], families: usize) -> Vec<f64> {
    let mut sold: Vec<f64> = (0..families)
        .map(|f| rows.weight[f] * rows.output[f])
        .collect();
    for cooperative in cooperatives {
        let volume = rows.weight[cooperative.row as usize] * cooperative.volume;
        sold[cooperative.member_row as usize] -= volume;
        sold[cooperative.row as usize] = volume;
    }
    sold
}

/// Suppliers of one product, by province.
pub(super) struct Suppliers {
    /// Families, by province and place.
    pub family: Vec<u32>,
    /// First supplier of each province, then the number of suppliers.
    province_start: [usize; PROVINCES + 1],
    /// Sum of sales from the first supplier of the province up to this one.
    cumulative: Vec<f64>,
    /// What each may still sell by link.
    pub room: Vec<f64>,
}

impl Suppliers {
    /// Suppliers of `product` among the families of `of_sector`.
    pub fn new(
        frame: &Frame,
        rows: &Rows,
        sold: &[f64],
        product: usize,
        of_sector: &[u32],
    ) -> Suppliers {
        let mut family: Vec<u32> = of_sector
            .iter()
            .copied()
            .filter(|&f| sold[f as usize] > 0.0)
            .collect();
        family.sort_by_key(|&f| (rows.province[f as usize], rows.stable_id[f as usize]));
        let final_share = frame.final_use[product] / frame.output[product];
        let by_link = 1.0 - (MARKET_PART * final_share).max(LEAST_MARKET_SHARE);
        let mut province_start = [0; PROVINCES + 1];
        for &f in &family {
            province_start[rows.province[f as usize] as usize + 1] += 1;
        }
        for r in 0..PROVINCES {
            province_start[r + 1] += province_start[r];
        }
        let room = family.iter().map(|&f| sold[f as usize] * by_link).collect();
        let mut cumulative = Vec::with_capacity(family.len());
        let mut sum = 0.0;
        for (place, &f) in family.iter().enumerate() {
            if province_start.contains(&place) {
                sum = 0.0;
            }
            sum += sold[f as usize];
            cumulative.push(sum);
        }
        Suppliers {
            family,
            province_start,
            cumulative,
            room,
        }
    }

    /// The supplier of a province at `u` of its sales, if it has one.
    pub fn at(&self, province: usize, u: f64) -> Option<usize> {
        let (from, to) = (
            self.province_start[province],
            self.province_start[province + 1],
        );
        let of_province = &self.cumulative[from..to];
        let target = u * of_province.last()?;
        let place = of_province.partition_point(|&sum| sum <= target);
        Some(from + place.min(of_province.len() - 1))
    }

    /// Places of cooperatives, by stable id.
    pub fn cooperatives(&self, rows: &Rows) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.family.len())
            .filter(|&place| rows.kind[self.family[place] as usize] == Kind::Cooperative)
            .collect();
        places.sort_by_key(|&place| rows.stable_id[self.family[place] as usize]);
        places
    }
}
