//! The economy of week 0: rows, input mixes, links and markets, balanced to the last enterprise.
//!
//! Columns are *per real enterprise* and a week: billion rupiah at 2010 prices a week (a year's
//! figure / 52). A row stands for `weight` equal real enterprises.
//!
//! A **family** is one primary row and, where it may hold contracts, one contract row of weight 0
//! beside it. Links and market places belong to families; family f's primary row is row f, contract
//! rows follow after all primary rows.

mod allocation;
mod bodies;
mod build;
mod columns;
mod cooperatives;
mod counts;
mod doctor;
mod doctor_market;
mod draft;
mod endowments;
mod facts;
mod final_demand;
mod frame;
mod gather;
mod gravity;
mod links;
mod market;
mod matching;
mod mixes;
mod numbers;
mod rows;
mod sizes;
mod slots;
mod suppliers;
#[cfg(test)]
mod tests;
mod twin;

pub use build::CONTRACT_ROW_BIT;
pub use doctor::Check;
pub use facts::EconomyReport;

use crate::data::Tables;
use crate::ids::{CLASSES, Class, Kind, PROVINCES};
use ndarray::{Array2, Array3};

/// Weeks of a year of flows.
pub const WEEKS_PER_YEAR: f64 = 52.0;
/// Supplier cells of a product's market: province x class.
pub const MARKET_CELLS: usize = PROVINCES * CLASSES;
/// Destinations of a product's market: 34 provinces, then exports.
pub const MARKET_DESTINATIONS: usize = PROVINCES + 1;

/// Index of the market cell of a province and class.
#[must_use]
pub fn market_cell(province: usize, class: Class) -> usize {
    province * CLASSES + class as usize
}

/// Where a venture may be founded by one of the experiment's scenarios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VentureSite {
    /// Sector.
    pub sector: usize,
    /// Province.
    pub province: usize,
}

/// What the construction depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildPlan {
    /// Primary rows aimed at, cooperatives and their members included.
    pub rows: usize,
    /// Seed of sizes, mixes, links.
    pub seed: u64,
    /// Rows of weight 0 for ventures.
    pub ventures: Vec<VentureSite>,
    /// Multiplier of the decay of trade with distance, ratio: above 1 buyers stay nearer home.
    pub distance_decay: f64,
}

impl BuildPlan {
    /// A plan without ventures, with the central decay of trade with distance.
    #[must_use]
    pub const fn new(rows: usize, seed: u64) -> BuildPlan {
        BuildPlan {
            rows,
            seed,
            ventures: Vec::new(),
            distance_decay: 1.0,
        }
    }
}

/// Columns of rows, length `primary rows + contract rows`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Sector = product made (cooperative: product sold).
    pub sector: Vec<u8>,
    /// Province.
    pub province: Vec<u8>,
    /// Class (cooperatives: small).
    pub class: Vec<Class>,
    /// What it is.
    pub kind: Vec<Kind>,
    /// Identity that survives renumbering; keys all draws. A contract row's is its primary row's
    /// with the highest bit set.
    pub stable_id: Vec<u64>,
    /// Family, an index below `families`.
    pub family: Vec<u32>,
    /// Real enterprises (cooperatives) it stands for; contract rows and ventures 0.
    pub weight: Vec<f64>,
    /// Baseline output per real enterprise, bn Rp a week. Cooperative: 0; member row: all its
    /// output, also what its cooperative sells. A contract row has its primary row's.
    pub output: Vec<f64>,
    /// Size of the real enterprise that a unit of its output comes from, on average, over the mean
    /// size: 1 for a single one, above 1 where a row gathers unequal ones.
    pub size_bias: Vec<f64>,
    /// Persons working per real enterprise at week 0, thousand.
    pub employment: Vec<f64>,
    /// How long cash lasts at week 0, months of outlays (survey scale, before `cash_scale`):
    /// a draw for single enterprises, the survey's mean for groups.
    pub cash_months: Vec<f64>,
    /// Quality at week 0, 0..1: a draw for single enterprises, the class mean for groups.
    pub quality: Vec<f64>,
    /// Built as a single real enterprise.
    pub single: Vec<bool>,
}

/// Input coefficients of families. Cell `cell_start[f] + k` is family f's input of product
/// `products[sector][k]`. A cooperative has no cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// Products used by each sector (domestic or imported use positive), ascending.
    pub products: Vec<Vec<u8>>,
    /// First cell of each family, length families + 1.
    pub cell_start: Vec<u32>,
    /// Family of each cell.
    pub cell_family: Vec<u32>,
    /// Domestic input per unit of output, by cell (differs between families).
    pub domestic: Vec<f64>,
    /// Imported input per unit of output, by sector and k (the sector's, no spread).
    pub imported: Vec<Vec<f64>>,
}

/// Links: supplier -> (buyer family, product). Sorted by cell; shares are of the family's domestic
/// purchases of the product.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// First link of each cell, length cells + 1.
    pub start: Vec<u32>,
    /// Supplying family of each link.
    pub supplier: Vec<u32>,
    /// Share of the cell's domestic purchases.
    pub share: Vec<f64>,
    /// Cell of each link.
    pub cell: Vec<u32>,
    /// Share of the cell's domestic purchases made on the market: 1 - sum of its links' shares.
    pub market_share: Vec<f64>,
    /// First entry of each supplying family in `by_supplier`, length families + 1.
    pub by_supplier_start: Vec<u32>,
    /// Link ids sorted by supplier, then by link id.
    pub by_supplier: Vec<u32>,
}

/// Provincial markets of each product, bn Rp a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Market {
    /// Baseline sales, [product, supplier cell, destination].
    pub flow: Array3<f64>,
    /// Baseline sales on the market of each family, all its real enterprises together.
    pub residual: Vec<f64>,
    /// Sum of `residual` by [product, supplier cell].
    pub residual_of_cell: Array2<f64>,
    /// Baseline market demand by [product, province] (purchases without a link and final users):
    /// column sums of `flow`.
    pub demand: Array2<f64>,
}

/// Final demand at week 0, bn Rp a week at basic prices.
#[derive(Clone, Debug, PartialEq)]
pub struct FinalDemandBase {
    /// Households, domestic products, [product, province]; never negative.
    pub household: Array2<f64>,
    /// Government, domestic products, [product, province].
    pub government: Array2<f64>,
    /// Investment, domestic products, [product, province where it is built].
    pub investment: Array2<f64>,
    /// Exports by product: export column of `Market::flow`.
    pub export: Vec<f64>,
    /// Households, imported products, [product, province].
    pub imported_household: Array2<f64>,
    /// Government, imported products.
    pub imported_government: Vec<f64>,
    /// Investment, imported products.
    pub imported_investment: Vec<f64>,
}

/// One cooperative and its members.
#[derive(Clone, Debug, PartialEq)]
pub struct Cooperative {
    /// Row of the cooperative (= its family).
    pub row: u32,
    /// Row of its members; weight = number of members (of `weight` cooperatives).
    pub member_row: u32,
    /// Baseline sales per real cooperative at buyers' prices, bn Rp a week.
    pub volume: f64,
    /// Body of the programme (KITA, GMB, TMI, Batur Jaya), if it is one.
    pub body: Option<String>,
}

/// The economy of week 0.
#[derive(Clone, Debug)]
pub struct Economy {
    /// How it was built.
    pub plan: BuildPlan,
    /// Official tables behind it.
    pub tables: &'static Tables,
    /// Number of families = primary rows.
    pub families: usize,
    /// Contract row of each family or `ids::NONE`.
    pub contract_row: Vec<u32>,
    /// Rows.
    pub rows: Rows,
    /// Input mixes.
    pub inputs: Inputs,
    /// Links.
    pub links: Links,
    /// Markets.
    pub market: Market,
    /// Final demand.
    pub final_demand: FinalDemandBase,
    /// Cooperatives.
    pub cooperatives: Vec<Cooperative>,
    /// Cooperative (index) that a member row belongs to, by row, or `ids::NONE`.
    pub cooperative_of_member: Vec<u32>,
    /// Real enterprises in all (cooperatives not counted).
    pub real_enterprises: u64,
}
