//! The economy before anybody trades: what links and markets are made from.
//!
//! MODEL.md, section 4. Unit: bn Rp a week, all real enterprises of a family together.

use super::frame::Frame;
use super::{FinalDemandBase, Inputs, Rows};

/// Rows, inputs and final demand before anybody trades.
pub(super) struct Draft<'a> {
    /// Tables of one week.
    pub frame: &'a Frame,
    /// Seed of the plan.
    pub seed: u64,
    /// Primary rows.
    pub rows: &'a Rows,
    /// Input mixes.
    pub inputs: &'a Inputs,
    /// Final demand as the tables give it.
    pub final_demand: &'a FinalDemandBase,
    /// What each family sells.
    pub sold: &'a [f64],
    /// Domestic purchases of each cell.
    pub purchases: &'a [f64],
}
