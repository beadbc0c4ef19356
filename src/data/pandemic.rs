//! The course of the pandemic: drivers, restrictions, exports.

use super::reader::{Row, Table};
use super::{DriverWeek, ExportQuarter, Province, RestrictionSpell, Sector};

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
