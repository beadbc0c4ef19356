//! The rows of `series`: every series of the catalogue, every week, at the path of trend growth.

use super::tidy::{Rows, TableSpec};
use crate::data::Tables;
use crate::experiment::measures::ScenarioInfo;
use crate::ids::Class;
use crate::record::{
    Aggregate, CLASS_SERIES, NATIONAL_SERIES, NationalSeries, PROVINCE_SERIES, Path, Quarter,
    Records, SECTOR_SERIES, SeriesInfo,
};

/// Text columns of the table.
const TEXTS: [&str; 5] = ["quarter", "series", "sector", "province", "class"];
/// No sector, no province, no class.
const NONE: &str = "";
/// National series that are also written without the path.
const DETRENDED: [(&str, NationalSeries); 2] = [
    ("gva_detrended", NationalSeries::Gva),
    ("gdp_detrended", NationalSeries::Gdp),
];

/// What the table holds, with the unit of every series.
pub(super) fn spec() -> TableSpec {
    let mut notes = vec![
        (
            "about".to_owned(),
            "One value a row. Flows are a week's, at the path of trend growth; series that end in \
             _detrended are relative to it. Empty sector, province and class: the nation."
                .to_owned(),
        ),
        (
            "week".to_owned(),
            "0 is the week before the run, k the k-th simulated week; quarter is the one the week \
             lies in as a whole, empty when it straddles two."
                .to_owned(),
        ),
    ];
    let mut list = |place: &str, catalogue: &[SeriesInfo]| {
        for info in catalogue {
            notes.push((format!("{place}.{}", info.name), describe(info)));
        }
    };
    list("nation", NATIONAL_SERIES);
    list("sector", SECTOR_SERIES);
    list("province", PROVINCE_SERIES);
    list("class", CLASS_SERIES);
    for (name, series) in DETRENDED {
        let info = &NATIONAL_SERIES[series as usize];
        notes.push((format!("nation.{name}"), describe(info)));
    }
    TableSpec {
        name: "series",
        texts: &TEXTS,
        notes,
    }
}

fn describe(info: &SeriesInfo) -> String {
    let how = match info.aggregate {
        Aggregate::Sum => "add weeks up",
        Aggregate::Mean => "average weeks",
        Aggregate::Last => "take the last week",
    };
    format!("{} [{}; {how}]", info.label_en, info.unit)
}

/// The names that rows borrow.
pub(super) struct Names<'a> {
    sectors: Vec<&'a str>,
    provinces: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(tables: &'a Tables) -> Names<'a> {
        Names {
            sectors: tables.sectors.iter().map(|s| s.code.as_str()).collect(),
            provinces: tables.provinces.iter().map(|p| p.name.as_str()).collect(),
        }
    }
}

/// The rows of one run.
pub(super) fn rows<'a>(
    info: &'a ScenarioInfo,
    path: &Path,
    records: &Records,
    names: &Names<'a>,
    quarters: &'a [String],
) -> Rows<'a> {
    let mut rows = Rows::new(&info.name, records.seed, TEXTS.len());
    for (week, quarter) in quarters.iter().enumerate() {
        national(&mut rows, path, records, week, quarter);
        sectors(&mut rows, path, records, names, week, quarter);
        provinces(&mut rows, path, records, names, week, quarter);
        classes(&mut rows, path, records, week, quarter);
    }
    rows
}

/// The quarter of each week as it is written.
pub(super) fn quarter_labels(path: &Path, records: &Records) -> Vec<String> {
    (0..records.weeks() as i64)
        .map(|week| {
            let monday = path.monday(week);
            let quarter = Quarter::of_day(monday);
            let whole = week > 0 && quarter == Quarter::of_day(path.monday(week + 1) - 1);
            if whole {
                quarter.to_string()
            } else {
                String::new()
            }
        })
        .collect()
}

fn national<'a>(
    rows: &mut Rows<'a>,
    path: &Path,
    records: &Records,
    week: usize,
    quarter: &'a str,
) {
    for (index, info) in NATIONAL_SERIES.iter().enumerate() {
        let value = if index == NationalSeries::Gva as usize {
            path.gva(records, week as i64)
        } else if index == NationalSeries::Gdp as usize {
            path.gdp(records, week as i64)
        } else {
            at_path(info, records.national[week][index], || {
                path.national(week as i64)
            })
        };
        rows.push(week, [quarter, info.name, NONE, NONE, NONE], value);
    }
    for (name, series) in DETRENDED {
        let value = records.national(week, series);
        rows.push(week, [quarter, name, NONE, NONE, NONE], value);
    }
}

fn sectors<'a>(
    rows: &mut Rows<'a>,
    path: &Path,
    records: &Records,
    names: &Names<'a>,
    week: usize,
    quarter: &'a str,
) {
    let paths = path.sectors(week as i64);
    for (index, info) in SECTOR_SERIES.iter().enumerate() {
        for (s, name) in names.sectors.iter().enumerate() {
            let recorded = records.sector[week][index * records.sectors + s];
            let value = at_path(info, recorded, || paths[s]);
            rows.push(week, [quarter, info.name, name, NONE, NONE], value);
        }
    }
}

fn provinces<'a>(
    rows: &mut Rows<'a>,
    path: &Path,
    records: &Records,
    names: &Names<'a>,
    week: usize,
    quarter: &'a str,
) {
    for (r, name) in names.provinces.iter().enumerate() {
        let trend = path.province(r, week as i64);
        for (index, info) in PROVINCE_SERIES.iter().enumerate() {
            let recorded = records.province[week][index * names.provinces.len() + r];
            let value = at_path(info, recorded, || trend);
            rows.push(week, [quarter, info.name, NONE, name, NONE], value);
        }
    }
}

fn classes<'a>(rows: &mut Rows<'a>, path: &Path, records: &Records, week: usize, quarter: &'a str) {
    for class in Class::ALL {
        let trend = path.class(class as usize, week as i64);
        for (index, info) in CLASS_SERIES.iter().enumerate() {
            let recorded = records.class[week][index * Class::ALL.len() + class as usize];
            let value = at_path(info, recorded, || trend);
            rows.push(week, [quarter, info.name, NONE, NONE, class.name()], value);
        }
    }
}

fn at_path(info: &SeriesInfo, value: f64, path: impl FnOnce() -> f64) -> f64 {
    if info.trended { value * path() } else { value }
}
