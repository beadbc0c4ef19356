//! What was published: growth by series and quarter, forecasts of others.

use super::reader::{Row, Table};
use super::{Sector, SectorScheme};

/// One published growth rate (`covid/targets_quarterly.csv`).
#[derive(Clone, Debug)]
pub struct GrowthTarget {
    /// Series, e.g. `GDP`, `Transport & Storage`.
    pub series: String,
    /// Kind: `total`, `industry17`, `mfg_branch`, `expenditure`, `combined`.
    pub kind: String,
    /// Year.
    pub year: i32,
    /// Quarter, 1..4.
    pub quarter: u32,
    /// Growth on the same quarter of the year before, %.
    pub yoy_percent: f64,
    /// Status word and note.
    pub status: String,
}

/// One published forecast of the growth of GDP in a year (`covid/forecast_vintages.csv`).
#[derive(Clone, Debug)]
pub struct ForecastVintage {
    /// Who made it, e.g. `IMF`.
    pub institution: String,
    /// Name of the vintage, e.g. `WEO Apr 2021`.
    pub vintage: String,
    /// Day of publication, from 1970-01-01; partly approximate.
    pub published: i64,
    /// Year that is forecast.
    pub target_year: i32,
    /// Growth, %, the middle where a range was published.
    pub percent: f64,
    /// Status word.
    pub status: String,
}

/// Which sectors add up to a published series (`covid/target_series.csv`).
#[derive(Clone, Debug)]
pub struct TargetSeries {
    /// Series.
    pub series: String,
    /// Kind.
    pub kind: String,
    /// Sectors (of the scheme) that add up to it; empty when the scheme cannot.
    pub sectors: Vec<usize>,
}

/// Reads `covid/targets_quarterly.csv`.
pub(super) fn read_growth_targets() -> Vec<GrowthTarget> {
    Table::open("covid/targets_quarterly.csv")
        .rows()
        .map(|row| {
            let (year, quarter) = row.quarter("quarter");
            GrowthTarget {
                series: row.text("series").to_owned(),
                kind: row.text("kind").to_owned(),
                year,
                quarter,
                yoy_percent: row.number("yoy_pct"),
                status: row.text("status").to_owned(),
            }
        })
        .collect()
}

/// Reads `covid/agriculture_subsector_quarterly_yoy.csv`.
pub(super) fn read_agriculture() -> Vec<GrowthTarget> {
    Table::open("covid/agriculture_subsector_quarterly_yoy.csv")
        .rows()
        .map(|row| {
            let (year, quarter) = row.quarter("quarter");
            GrowthTarget {
                series: row.text("subsector").to_owned(),
                kind: "agriculture".to_owned(),
                year,
                quarter,
                yoy_percent: row.number("yoy_pct"),
                status: row.text("status").to_owned(),
            }
        })
        .collect()
}

/// Reads what `covid/gdp_total_quarterly.csv` has of the years before the targets.
pub(super) fn read_gdp_history() -> Vec<GrowthTarget> {
    Table::open("covid/gdp_total_quarterly.csv")
        .rows()
        .filter(|row| row.optional_number("yoy_pct_latest").is_none())
        .map(|row| {
            let (year, quarter) = row.quarter("quarter");
            GrowthTarget {
                series: "GDP".to_owned(),
                kind: "total".to_owned(),
                year,
                quarter,
                yoy_percent: row.number("yoy_pct_vintage_may2021"),
                status: "found, vintage of May 2021".to_owned(),
            }
        })
        .collect()
}

/// Reads `covid/forecast_vintages.csv`.
pub(super) fn read_forecast_vintages() -> Vec<ForecastVintage> {
    Table::open("covid/forecast_vintages.csv")
        .rows()
        .map(|row| ForecastVintage {
            institution: row.text("institution").to_owned(),
            vintage: row.text("vintage").to_owned(),
            published: row.date("published"),
            target_year: i32::try_from(row.count("target_year"))
                .unwrap_or_else(|_| row.bug("the target year is no year")),
            percent: row.number("mid_pct"),
            status: row.text("status").to_owned(),
        })
        .collect()
}

/// Reads `covid/target_series.csv` for the sectors of a scheme.
pub(super) fn read_target_series(scheme: SectorScheme, sectors: &[Sector]) -> Vec<TargetSeries> {
    let column = match scheme {
        SectorScheme::Io30 => "io30_sectors",
        SectorScheme::Io80 => "io80_sectors",
    };
    let index_of = |code: &str, row: &Row<'_>| {
        let place = sectors.iter().position(|sector| sector.code == code);
        place.unwrap_or_else(|| row.bug(&format!("`{code}` is no sector")))
    };
    Table::open("covid/target_series.csv")
        .rows()
        .map(|row| TargetSeries {
            series: row.text("series").to_owned(),
            kind: row.text("kind").to_owned(),
            sectors: match row.text(column) {
                "all" => (0..sectors.len()).collect(),
                codes => codes
                    .split_whitespace()
                    .map(|code| index_of(code, &row))
                    .collect(),
            },
        })
        .collect()
}

/// GDP of the four quarters of 2019 relative to their mean (`covid/gdp_total_quarterly.csv`).
pub(super) fn read_gdp_season() -> [f64; 4] {
    let table = Table::open("covid/gdp_total_quarterly.csv");
    let levels = [1, 2, 3, 4].map(|quarter| {
        let row = table
            .rows()
            .find(|row| row.quarter("quarter") == (2019, quarter));
        row.expect("the table has all quarters of 2019")
            .number("level_trn_rp_2010p_derived")
    });
    let mean = levels.iter().sum::<f64>() / 4.0;
    levels.map(|level| level / mean)
}
