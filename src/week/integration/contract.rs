//! A contract and a candidate for one.

use super::Advance;

/// Where a contract is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Orders and delivers.
    Active,
    /// Orders no more; what is held is used up and what is owed is paid, then it is gone.
    Winding,
}

/// `count` equal contracts, each between one real supplier and one real buyer.
#[derive(Clone, Debug)]
pub(crate) struct Contract {
    /// Keys its draws.
    pub id: u64,
    pub instrument: u32,
    pub supplier_row: u32,
    pub buyer_row: u32,
    /// Row cell of the buyer whose orders it replaces.
    pub cell: u32,
    /// Family cell of the same.
    pub family_cell: u32,
    /// Product supplied.
    pub supplied: u8,
    pub count: f64,
    /// Enterprises of the mean size of the buyer's row that the buyers make up.
    pub buyers: f64,
    /// Full volume of all `count` together, bn Rp a week.
    pub volume: f64,
    /// Takes domestic spot purchases that would have come anyway, never imports.
    pub deadweight: bool,
    /// Its suppliers were coached for it; for tests and inspection.
    pub coached: bool,
    pub signed: u32,
    pub ramp_weeks: f64,
    pub stage: Stage,
    /// Ordered this week, and how much of it replaces imports.
    pub ordered: f64,
    pub replaces_imports: f64,
    /// Goods with the buyer, not yet used.
    pub held: f64,
    pub owed: f64,
    pub advance: Advance,
    pub weeks_unfilled: u32,
}

impl Contract {
    /// Share of the full volume that is ordered in week t: linear over the ramp.
    pub fn ramp(&self, t: u32) -> f64 {
        (f64::from(t - self.signed) / self.ramp_weeks).min(1.0)
    }
}

/// A converted match that is coached until its supplier can deliver.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub attempt: u64,
    pub instrument: u32,
    pub supplier_family: u32,
    pub buyer_family: u32,
    /// k of the product among the buyer's inputs.
    pub input: u8,
    pub count: f64,
    pub deadweight: bool,
    /// Quality that coaching adds.
    pub gap: f64,
    pub ready_week: u32,
    /// Volume of all `count` together that is kept free for it, bn Rp a week.
    pub reserved: f64,
    /// Coached, as against ready at once.
    pub coached: bool,
}
