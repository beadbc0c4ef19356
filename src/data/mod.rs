//! The embedded tables: official figures read once into typed columns.
//!
//! Money is billion rupiah a year at 2010 prices, year 2019, unless a field says otherwise.
//! Every file under `data/` starts with `#` lines that name source, year, unit and status.

mod accounts;
mod classes;
pub mod date;
mod files;
mod pandemic;
mod programme;
mod provinces;
mod published;
pub mod ras;
mod reader;
mod sectors;
mod tables;
#[cfg(test)]
mod tests;

pub use classes::largest_remainder;
pub use files::{EmbeddedFile, FILES, TableInfo, find, hash, listing, rows_as_text};
pub use published::{ForecastVintage, GrowthTarget, TargetSeries};
pub use tables::{gathered_tables, tables};

use crate::ids::Focus;
use ndarray::Array2;

/// Level of detail of the sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectorScheme {
    /// 30 sectors (default).
    Io30,
    /// 80 sectors, each inside one of the 30.
    Io80,
}

/// One sector, which makes one product of the same name.
#[derive(Clone, Debug)]
pub struct Sector {
    /// Name in data, scenarios and results, e.g. `automotive`.
    pub code: String,
    /// Label in English.
    pub name_en: String,
    /// Label in Indonesian.
    pub name_id: String,
    /// Focus area of the programme, if any.
    pub focus: Option<Focus>,
    /// Index of the sector of `Io30` that this one is or is inside of.
    pub parent: usize,
    /// Code of that sector of `Io30`.
    pub parent_code: String,
    /// Letter of the 17 industries of BPS, e.g. `A`, `C`.
    pub industry17: String,
    /// Gross value added, bn Rp a year.
    pub gva: f64,
    /// Output, bn Rp a year.
    pub output: f64,
    /// Employment, thousand persons, August 2019.
    pub employment_thousand: f64,
    /// Trend growth 2015-19, share a year (0.0336 for 3.36%).
    pub trend_growth: f64,
    /// Traits that no published table gives.
    pub traits: SectorTraits,
}

/// Traits of a sector (`model/sector_traits.csv`; a sector of `Io80` has those of its parent).
#[derive(Clone, Debug)]
pub struct SectorTraits {
    /// Made to stock (else made to order).
    pub storable: bool,
    /// Target of finished stock, weeks of baseline output.
    pub finished_stock_weeks: f64,
    /// Target of users' stock of this product before the week's use, weeks of use (at least 1).
    pub users_input_stock_weeks: f64,
    /// Contact intensity, 0..1.
    pub contact_intensity: f64,
    /// Share of work that can be done at home, 0..1.
    pub home_working_share: f64,
    /// Share of work that restrictions leave open, 0..1.
    pub essential_share: f64,
    /// Sold only inside the province.
    pub local_delivery: bool,
    /// Hiring difficulty h, 0..1: hiring speed is gH x (1.5 - h).
    pub hiring_difficulty: f64,
    /// Class of lead time (`integration_classes.csv`).
    pub integration_class: String,
    /// Quality that a contract asks for, 0..1.
    pub quality_floor: f64,
    /// Share of the imported use of this product that domestic supply can take within three
    /// years: low, central, high.
    pub import_sub: [f64; 3],
}

impl SectorTraits {
    /// Substitutable share of imports at a place in its range: 0 low, 1 central, 2 high, in
    /// proportion between them.
    #[must_use]
    pub fn substitutable(&self, place: f64) -> f64 {
        let [low, central, high] = self.import_sub;
        if place <= 1.0 {
            central + (low - central) * (1.0 - place)
        } else {
            central + (high - central) * (place - 1.0)
        }
    }
}

/// One of the 34 provinces.
#[derive(Clone, Debug)]
pub struct Province {
    /// Two-digit code of BPS.
    pub bps_code: u32,
    /// Name, e.g. `Jawa Barat`.
    pub name: String,
    /// Island group, e.g. `Sumatra`.
    pub island_group: String,
    /// In the area of the first PPKM restrictions.
    pub java_bali: bool,
    /// Persons, census 2020.
    pub population: f64,
    /// Gross regional product 2019, bn Rp at 2010 prices.
    pub grdp: f64,
    /// Latitude of the capital, degrees.
    pub latitude: f64,
    /// Longitude of the capital, degrees.
    pub longitude: f64,
}

/// National accounts of a steady year: no changes in inventories. All exactly balanced in `f64`
/// after reading (rows and columns re-closed by RAS): for each product
/// `sum of domestic_use row + domestic final demand = output`, for each sector
/// `sum of domestic_use column + imported_use column + product_taxes + value added = output`.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// Use of domestic products as inputs at basic prices, [product, using sector].
    pub domestic_use: Array2<f64>,
    /// Use of imported products as inputs (c.i.f.), [product, using sector].
    pub imported_use: Array2<f64>,
    /// Household demand (incl. non-profit bodies) for domestic products.
    pub household: Vec<f64>,
    /// Government demand for domestic products.
    pub government: Vec<f64>,
    /// Investment demand for domestic products.
    pub investment: Vec<f64>,
    /// Exports by product.
    pub export: Vec<f64>,
    /// Household demand for imported products.
    pub imported_household: Vec<f64>,
    /// Government demand for imported products.
    pub imported_government: Vec<f64>,
    /// Investment demand for imported products.
    pub imported_investment: Vec<f64>,
    /// Output by sector.
    pub output: Vec<f64>,
    /// Compensation of employees by sector.
    pub compensation: Vec<f64>,
    /// Gross operating surplus incl. mixed income by sector.
    pub operating_surplus: Vec<f64>,
    /// Taxes on production by sector.
    pub production_taxes: Vec<f64>,
    /// Product taxes less subsidies on the inputs bought, by using sector.
    pub product_taxes: Vec<f64>,
    /// Product taxes on final demand: household, government, investment, export. The tax on
    /// inventories is split over household and investment pro rata to their use (domestic and
    /// imported).
    pub final_product_taxes: [f64; 4],
}

/// Enterprises of one sector and class (`enterprises/by_sector_class.csv`). A sector of `Io80`
/// has its parent's, split by value added (largest remainder on counts).
#[derive(Clone, Copy, Debug)]
pub struct ClassCell {
    /// Number of real enterprises.
    pub enterprises: u64,
    /// Workers, thousand.
    pub workers_thousand: f64,
    /// Share of the sector's value added; the four classes of a sector sum to exactly one.
    pub value_added_share: f64,
}

/// Cooperatives of one province (`enterprises/cooperatives.csv`), expected counts of working units.
#[derive(Clone, Copy, Debug)]
pub struct ProvinceCooperatives {
    /// All working units 2019.
    pub working: f64,
    /// Field agro.
    pub agro: f64,
    /// Field maritime.
    pub maritime: f64,
    /// Field food and beverage.
    pub food_beverage: f64,
    /// Field automotive.
    pub automotive: f64,
    /// Field machinery and metal.
    pub machinery_metal: f64,
    /// Members 2019, thousand (of all working units).
    pub members_thousand: f64,
    /// Volume 2019, bn Rp current prices (of all working units).
    pub volume_bn_rupiah: f64,
}

/// One week of the drivers of the pandemic (`covid/weekly_drivers.csv`).
#[derive(Clone, Copy, Debug)]
pub struct DriverWeek {
    /// Days from 1970-01-01 to the Monday of the week.
    pub monday: i64,
    /// OxCGRT stringency, 0..100.
    pub stringency: f64,
    /// Google mobility, retail and recreation, % from baseline.
    pub retail: f64,
    /// Google mobility, transit stations, % from baseline.
    pub transit: f64,
    /// Google mobility, workplaces, % from baseline.
    pub workplaces: f64,
}

/// A restriction in force in some provinces: relative strictness against the national mean is
/// the model's (`covid/restrictions_timeline.csv`).
#[derive(Clone, Debug)]
pub struct RestrictionSpell {
    /// First day, days from 1970-01-01.
    pub start: i64,
    /// Last day.
    pub end: i64,
    /// Which provinces are under it, by index; `true` for all of them is a national measure.
    pub provinces: Vec<bool>,
    /// Name, e.g. `PSBB I Jakarta`.
    pub name: String,
}

/// Export demand relative to its path in one quarter (`model/export_path.csv`).
#[derive(Clone, Copy, Debug)]
pub struct ExportQuarter {
    /// Year.
    pub year: i32,
    /// Quarter, 1..4.
    pub quarter: u32,
    /// Goods, ratio to path.
    pub goods: f64,
    /// Services, ratio to path.
    pub services: f64,
}

/// A row of `model/cross_branch.csv`: which domestic branch can supply an imported input.
#[derive(Clone, Copy, Debug)]
pub struct CrossBranch {
    /// Buying sector.
    pub buyer: usize,
    /// Imported product that is replaced.
    pub product: usize,
    /// Supplying sector.
    pub supplier: usize,
    /// Share of candidates, sums to one over the suppliers of one (buyer, product).
    pub share: f64,
}

/// Weeks from first coaching to first delivery (`model/integration_classes.csv`).
#[derive(Clone, Debug)]
pub struct LeadTime {
    /// Class, e.g. `metal`.
    pub class: String,
    /// Low, central, high, weeks.
    pub weeks: [f64; 3],
}

/// What a means of the programme costs and does (`model/means.csv`).
#[derive(Clone, Debug)]
pub struct Means {
    /// Name, e.g. `university`.
    pub name: String,
    /// Addition to the speed of coaching: low, central, high (0 when it has none).
    pub speed: [f64; 3],
    /// Gain of skill, technology, quality (0..1) when completed.
    pub gain: [f64; 3],
    /// Multiplier of the search breadth (1 = none).
    pub search_breadth: f64,
    /// Cost per enterprise, million Rp at current prices: low, high.
    pub cost_million_rupiah: [f64; 2],
    /// Classes that may use it.
    pub classes: [bool; 4],
    /// Only cooperatives may use it.
    pub cooperatives_only: bool,
    /// Skill that it needs, 0 = none.
    pub needs_skill: f64,
}

/// How fast a body matches (`policy/matching_intensity.csv`), a row a programme and period.
#[derive(Clone, Debug)]
pub struct MatchingIntensity {
    /// Programme.
    pub programme: String,
    /// Period as printed.
    pub period: String,
    /// Matches a week, if given.
    pub matches_per_week: Option<f64>,
    /// Value of one contract a year, bn Rp current, if given.
    pub contract_bn_rupiah: Option<f64>,
    /// Source.
    pub source: String,
}

/// A named body (`policy/institutions.csv`).
#[derive(Clone, Debug)]
pub struct Institution {
    /// Name, e.g. `PIKKO`.
    pub body: String,
    /// What it is.
    pub what: String,
    /// Numbers as printed.
    pub numbers: String,
    /// Source.
    pub source: String,
}

/// All embedded tables for one level of detail of the sectors.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Level of detail.
    pub scheme: SectorScheme,
    /// Sectors, in table order.
    pub sectors: Vec<Sector>,
    /// Provinces, in table order.
    pub provinces: Vec<Province>,
    /// Steady-year accounts.
    pub accounts: Accounts,
    /// Value added by [province, sector], sums over provinces equal the accounts exactly.
    pub province_gva: Array2<f64>,
    /// Quality word of each [province, sector] cell: `true` where it may be shown alone
    /// (neither doubtful nor implausible).
    pub province_gva_showable: Array2<bool>,
    /// Enterprises by sector and class.
    pub classes: Vec<[ClassCell; 4]>,
    /// Cooperatives by province.
    pub cooperatives: Vec<ProvinceCooperatives>,
    /// Members per working cooperative (national mean 2019).
    pub members_per_cooperative: f64,
    /// Survey distribution of how long money lasts: (up to months, share), normalised to one;
    /// the open class "more" is given the upper bound 12 months (ours).
    pub cash_buffer: Vec<(f64, f64)>,
    /// GDP deflator, 2010 = 1: (year, deflator), increasing years; 2017 interpolated.
    pub deflator: Vec<(i32, f64)>,
    /// Drivers by week, 156 weeks from 6 January 2020.
    pub drivers: Vec<DriverWeek>,
    /// Restrictions by province.
    pub restrictions: Vec<RestrictionSpell>,
    /// Export demand by quarter.
    pub export_path: Vec<ExportQuarter>,
    /// Sectors whose exports follow the path of services.
    pub export_services: Vec<bool>,
    /// Who can supply which import.
    pub cross_branch: Vec<CrossBranch>,
    /// Lead times.
    pub lead_times: Vec<LeadTime>,
    /// Means of the programme.
    pub means: Vec<Means>,
    /// Published growth.
    pub growth_targets: Vec<GrowthTarget>,
    /// Published growth of the parts of agriculture, with gaps, kind `agriculture`: mostly first
    /// releases (`covid/agriculture_subsector_quarterly_yoy.csv`).
    pub agriculture: Vec<GrowthTarget>,
    /// Published growth of GDP before `growth_targets`, 2010Q1-2014Q4, in the vintage of May 2021
    /// (`covid/gdp_total_quarterly.csv`).
    pub gdp_history: Vec<GrowthTarget>,
    /// Published forecasts of annual growth.
    pub forecast_vintages: Vec<ForecastVintage>,
    /// Sectors of published series.
    pub target_series: Vec<TargetSeries>,
    /// How fast bodies match.
    pub matching: Vec<MatchingIntensity>,
    /// Named bodies.
    pub institutions: Vec<Institution>,
    /// Published quarterly GDP level 2019Q1..2019Q4 relative to their mean (seasonal factor), if
    /// the pack has it, else ones.
    pub gdp_season: [f64; 4],
}
