//! Quarterly and yearly levels and growth: national, by sector, by published series.

use super::last_week;
use crate::data::Tables;
use crate::economy::WEEKS_PER_YEAR;
use crate::record::{NationalSeries, Path, Quarter, Records, SectorSeries};

/// Growth of one published series, percent on the same quarter of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthOf {
    /// Series, e.g. `Transport & Storage`.
    pub series: String,
    /// Kind, e.g. `industry17`.
    pub kind: String,
    /// One number per quarter of `QuarterLevels::quarters`; none in the year before the run.
    pub yoy_percent: Vec<Option<f64>>,
}

/// Levels by quarter, bn Rp 2010 a quarter, from the year before the run to its last whole quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct QuarterLevels {
    /// The quarters.
    pub quarters: Vec<Quarter>,
    /// Gross domestic product.
    pub gdp: Vec<f64>,
    /// Gross value added.
    pub gva: Vec<f64>,
    /// Gross domestic product had nothing happened.
    pub trend_gdp: Vec<f64>,
    /// Value added by sector, `[sector][quarter]`.
    pub sector_gva: Vec<Vec<f64>>,
    /// Growth of the published series that the sectors can add up to, and of expenditure.
    pub published: Vec<GrowthOf>,
}

/// Published expenditure series and what the model calls them.
const EXPENDITURE: [(&str, NationalSeries); 5] = [
    ("Household Consumption", NationalSeries::Consumption),
    ("Government", NationalSeries::Government),
    ("Investment (PMTB)", NationalSeries::Investment),
    ("Exports of goods and services", NationalSeries::Exports),
    ("Imports of goods and services", NationalSeries::Imports),
];

impl QuarterLevels {
    /// Levels of a run on its path.
    #[must_use]
    pub fn new(records: &Records, path: &Path, tables: &Tables) -> QuarterLevels {
        let quarters = path.quarters(records);
        let levels = |value: &dyn Fn(i64) -> f64| -> Vec<f64> {
            let weeks_of_quarter = WEEKS_PER_YEAR / 4.0;
            quarters
                .iter()
                .map(|quarter| {
                    weeks_of_quarter * path.quarter_mean(*quarter, last_week(records), value)
                })
                .collect()
        };
        let sector_gva: Vec<Vec<f64>> = (0..records.sectors)
            .map(|s| levels(&|week| path.sector_flow(records, SectorSeries::ValueAdded, s, week)))
            .collect();
        let gdp = levels(&|week| path.gdp(records, week));
        let mut published = by_published_series(tables, &quarters, &sector_gva, &gdp);
        published.extend(EXPENDITURE.iter().map(|(name, series)| GrowthOf {
            series: (*name).to_owned(),
            kind: "expenditure".to_owned(),
            yoy_percent: growth_percent(
                &quarters,
                &levels(&|week| path.national_level(records, *series, week)),
            ),
        }));
        QuarterLevels {
            gva: levels(&|week| path.gva(records, week)),
            trend_gdp: levels(&|week| path.trend_gdp(records, week)),
            quarters,
            gdp,
            sector_gva,
            published,
        }
    }

    /// Growth of these levels on the same quarter of the year before, percent.
    #[must_use]
    pub fn yoy_percent(&self, levels: &[f64]) -> Vec<Option<f64>> {
        growth_percent(&self.quarters, levels)
    }

    /// Sums of whole years: (year, level).
    #[must_use]
    pub fn years(&self, levels: &[f64]) -> Vec<(i32, f64)> {
        self.quarters
            .chunks(4)
            .zip(levels.chunks(4))
            .filter(|(quarters, _)| quarters.len() == 4)
            .map(|(quarters, levels)| (quarters[0].year, levels.iter().sum()))
            .collect()
    }

    /// Gap of GDP to its path by quarter, percent, negative below it.
    #[must_use]
    pub fn gap_to_path_percent(&self) -> Vec<f64> {
        self.gdp
            .iter()
            .zip(&self.trend_gdp)
            .map(|(gdp, trend)| 100.0 * (gdp / trend - 1.0))
            .collect()
    }
}

/// Growth of whole years on the year before, percent.
#[must_use]
pub fn yearly_growth_percent(years: &[(i32, f64)]) -> Vec<(i32, f64)> {
    years
        .windows(2)
        .map(|pair| (pair[1].0, 100.0 * (pair[1].1 / pair[0].1 - 1.0)))
        .collect()
}

fn growth_percent(quarters: &[Quarter], levels: &[f64]) -> Vec<Option<f64>> {
    (0..quarters.len())
        .map(|q| {
            let before = levels[q.checked_sub(4)?];
            (before > 0.0).then(|| 100.0 * (levels[q] / before - 1.0))
        })
        .collect()
}

fn by_published_series(
    tables: &Tables,
    quarters: &[Quarter],
    sector_gva: &[Vec<f64>],
    gdp: &[f64],
) -> Vec<GrowthOf> {
    let summed = |sectors: &[usize]| -> Vec<f64> {
        (0..quarters.len())
            .map(|q| sectors.iter().map(|s| sector_gva[*s][q]).sum())
            .collect()
    };
    tables
        .target_series
        .iter()
        .filter(|target| !target.sectors.is_empty())
        .map(|target| {
            let is_gdp = target.kind == "total" && target.series == "GDP";
            let levels = if is_gdp {
                gdp.to_vec()
            } else {
                summed(&target.sectors)
            };
            GrowthOf {
                series: target.series.clone(),
                kind: target.kind.clone(),
                yoy_percent: growth_percent(quarters, &levels),
            }
        })
        .collect()
}
