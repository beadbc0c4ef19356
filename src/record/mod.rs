//! What a run remembers: one value per series and week, week 0 included.
//!
//! Everything here is *detrended* (relative to the path of trend growth) and a week's flow in
//! billion rupiah at 2010 prices, unless its unit says otherwise. `Path` multiplies the trend back.

mod catalogue;
mod path;
mod quarter;

pub use catalogue::{
    ACCOUNT_COLUMNS, AGENTS, Aggregate, CLASS_SERIES, ClassSeries, NATIONAL_SERIES, NationalSeries,
    PROVINCE_SERIES, ProvinceSeries, SECTOR_SERIES, SectorSeries, SeriesInfo,
};

pub use path::{MEAN_WEEKS, Path, mean_13_weeks, recorded};
pub use quarter::Quarter;

use crate::ids::{CLASSES, PROVINCES};

/// The records of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    /// Scenario.
    pub scenario: String,
    /// Seed.
    pub seed: u64,
    /// Number of sectors.
    pub sectors: usize,
    /// National series, `[week][series]`.
    pub national: Vec<Vec<f64>>,
    /// Sector series, `[week][series * sectors + sector]`.
    pub sector: Vec<Vec<f64>>,
    /// Province series, `[week][series * 34 + province]`.
    pub province: Vec<Vec<f64>>,
    /// Class series, `[week][series * 4 + class]`.
    pub class: Vec<Vec<f64>>,
    /// Public money spent up to and with the week, `[week][instrument]`, in the order of the
    /// scenario's instruments, bn Rp at current prices.
    pub spent: Vec<Vec<f64>>,
    /// Accounts, `[week]`.
    pub accounts: Vec<AccountsWeek>,
    /// Facts about the economy: rows, real enterprises, cooperatives, links.
    pub facts: EconomyFacts,
}

/// Size of the simulated economy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EconomyFacts {
    /// Rows, contract rows not counted.
    pub enterprises: u64,
    /// Real enterprises they stand for.
    pub real_enterprises: u64,
    /// Real cooperatives.
    pub cooperatives: u64,
    /// Links.
    pub links: u64,
}

/// The accounts of one week: enough to recompute every identity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountsWeek {
    /// Product balance, [column * sectors + product] in the order of `ACCOUNT_COLUMNS`.
    pub product: Vec<f64>,
    /// Gross value added by sector measured three ways: production (output less inputs used and
    /// their product taxes), income (wages, production taxes, surplus from the balance sheets),
    /// expenditure (final uses and stocks less imports, by product, moved to sectors through uses).
    pub gva_production: Vec<f64>,
    /// See `gva_production`.
    pub gva_income: Vec<f64>,
    /// Transfers between sectors by premiums and margins, sum 0.
    pub transfers: Vec<f64>,
    /// Financial balances, [agent * 3 + {opening, net receipts of the ledger, closing}] in the
    /// order of `AGENTS`.
    pub balances: Vec<f64>,
    /// Money flows between kinds of agents, [payer * AGENTS + payee].
    pub flows: Vec<f64>,
    /// GDP by production and by expenditure.
    pub gdp: [f64; 2],
}

impl Records {
    /// Weeks recorded, week 0 included.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.national.len()
    }

    /// A national series in one week.
    #[must_use]
    pub fn national(&self, week: usize, series: NationalSeries) -> f64 {
        self.national[week][series as usize]
    }

    /// A sector series in one week.
    #[must_use]
    pub fn sector(&self, week: usize, series: SectorSeries, sector: usize) -> f64 {
        self.sector[week][series as usize * self.sectors + sector]
    }

    /// A province series in one week.
    #[must_use]
    pub fn province(&self, week: usize, series: ProvinceSeries, province: usize) -> f64 {
        self.province[week][series as usize * PROVINCES + province]
    }

    /// A class series in one week.
    #[must_use]
    pub fn class(&self, week: usize, series: ClassSeries, class: usize) -> f64 {
        self.class[week][series as usize * CLASSES + class]
    }
}
