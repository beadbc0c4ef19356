//! The course of the pandemic: drivers, restrictions, exports, published growth.

use super::reader::{Row, Table};
use super::{
    DriverWeek, ExportQuarter, ForecastVintage, GrowthTarget, Province, RestrictionSpell, Sector,
    SectorScheme, TargetSeries,
};

/// Sectors of `Io30` whose exports follow the path of services (`model/export_path.csv`).
const EXPORT_SERVICES: [&str; 4] = [
    "accommodation_food",
    "transport",
    "business_realestate",
    "information",
];

/// Reads `covid/weekly_drivers.csv`.
pub(super) fn read_drivers() -> Vec<DriverWeek> {
    Table::open("covid/weekly_drivers.csv")
        .rows()
        .map(|row| DriverWeek {
            monday: row.date("week_start_monday"),
            stringency: row.number("stringency"),
            retail: row.number("retail"),
            transit: row.number("transit"),
            workplaces: row.number("workplaces"),
        })
        .collect()
}

/// Reads `covid/restrictions_timeline.csv`.
///
/// Rows of a single day are events (first cases, the end of PPKM), not restrictions, and are
/// left out. Spells may overlap: who asks how strict a week is in a province takes the mean or
/// the strictest, not the sum.
pub(super) fn read_restrictions(provinces: &[Province]) -> Vec<RestrictionSpell> {
    Table::open("covid/restrictions_timeline.csv")
        .rows()
        .filter(|row| row.date("start") < row.date("end"))
        .map(|row| RestrictionSpell {
            start: row.date("start"),
            end: row.date("end"),
            provinces: provinces_under(&row, provinces),
            name: row.text("measure").to_owned(),
        })
        .collect()
}

/// The provinces that the words of an area mean. The sources name Jakarta, Java and Bali, the
/// nation, or only how many provinces. A number says not which: 30 and 34 of 34 are taken as all;
/// 10 to 25, which began as and always held Java and Bali, as Java and Bali. Level 4 or tighter
/// rules in single districts outside Java and Bali are left out.
fn provinces_under(row: &Row<'_>, provinces: &[Province]) -> Vec<bool> {
    let area = row.text("area");
    let begins = |words: &[&str]| words.iter().any(|word| area.starts_with(word));
    let includes: fn(&Province) -> bool = if begins(&["DKI Jakarta"]) {
        |province| province.name == "DKI Jakarta"
    } else if begins(&[
        "national",
        "34 provinces",
        "30 provinces",
        "Java-Bali and outside",
    ]) {
        |_| true
    } else if begins(&["Java-Bali", "10 provinces", "15 provinces"]) {
        |province| province.java_bali
    } else {
        row.bug(&format!("no provinces are known for the area `{area}`"))
    };
    provinces.iter().map(includes).collect()
}

/// Reads `model/export_path.csv`.
pub(super) fn read_export_path() -> Vec<ExportQuarter> {
    Table::open("model/export_path.csv")
        .rows()
        .map(|row| {
            let (year, quarter) = row.quarter("quarter");
            ExportQuarter {
                year,
                quarter,
                goods: row.number("goods"),
                services: row.number("services"),
            }
        })
        .collect()
}

/// Which sectors export services.
pub(super) fn export_services(sectors: &[Sector]) -> Vec<bool> {
    sectors
        .iter()
        .map(|sector| EXPORT_SERVICES.contains(&sector.parent_code.as_str()))
        .collect()
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
