//! The series that models are compared with: totals, 25 branches, focus areas, expenditure.

use crate::data::{Sector, Tables};
use crate::ids::Focus;
use std::collections::BTreeSet;

/// What kind of series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeriesKind {
    /// GDP, or gross value added of all sectors.
    Total,
    /// One of the 25 branches that together are all sectors, none twice.
    Branch,
    /// A focus area of the programme; repeats a branch or a part of one.
    Focus,
    /// Final demand or imports.
    Expenditure,
}

/// How a published series fits what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Same contents.
    Exact,
    /// The published series holds more: the model is summed over as much.
    Wider,
    /// The published series holds a part only: the model is taken for that part.
    Part,
}

/// A published series and what the model sums to be compared with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Name in results, unique: that of `covid/targets_quarterly.csv`, or `focus:agro`.
    pub name: String,
    /// Label in English.
    pub label_en: String,
    /// Label in Indonesian.
    pub label_id: String,
    /// Kind.
    pub kind: SeriesKind,
    /// How the published series fits.
    pub fit: Fit,
    /// Sectors of the scheme whose value added is summed; none for expenditure.
    pub sectors: Vec<usize>,
    /// Standard deviation of the observation error of growth and of the gap, percentage points;
    /// `None` where the project has none. GDP 0.3, household consumption 1.0, investment 1.5,
    /// imports of goods 4.0; branches 2.5 x sqrt(0.04 / share of value added), the factor between
    /// 0.6 and 2.5 (ours; what the prototype was fitted with). GVA as GDP.
    pub observation_sd: Option<f64>,
    /// Kind and name in the published table.
    pub(super) published: (String, String),
}

#[cfg(test)]
impl Series {
    /// A published series that is no branch, for tests of naive rules.
    pub(crate) fn published_as(kind: &str, name: &str) -> Series {
        Series {
            name: name.to_owned(),
            label_en: name.to_owned(),
            label_id: name.to_owned(),
            kind: SeriesKind::Branch,
            fit: Fit::Part,
            sectors: Vec::new(),
            observation_sd: None,
            published: (kind.to_owned(), name.to_owned()),
        }
    }
}

/// Standard deviations of observation errors, points (see `Series::observation_sd`).
const TOTAL_SD: f64 = 0.3;
const BRANCH_SD: f64 = 2.5;
const BRANCH_SHARE: f64 = 0.04;
const BRANCH_FACTOR: (f64, f64) = (0.6, 2.5);

/// Kinds of published series that branches are taken from.
const BRANCH_KINDS: [&str; 3] = ["industry17", "mfg_branch", "combined"];
/// The sum of other branches.
const MANUFACTURING: &str = "Manufacturing";

/// Published expenditure: name, label in both languages, observation error.
const EXPENDITURE: [(&str, &str, &str, Option<f64>); 7] = [
    (
        "Household Consumption",
        "Household consumption",
        "Konsumsi rumah tangga",
        Some(1.0),
    ),
    (
        "Government",
        "Government consumption",
        "Konsumsi pemerintah",
        None,
    ),
    ("Investment (PMTB)", "Investment", "Investasi", Some(1.5)),
    (
        "Exports of goods and services",
        "Exports of goods and services",
        "Ekspor barang dan jasa",
        None,
    ),
    (
        "Imports of goods and services",
        "Imports of goods and services",
        "Impor barang dan jasa",
        None,
    ),
    ("Exports (Goods)", "Exports of goods", "Ekspor barang", None),
    (
        "Imports (Goods)",
        "Imports of goods",
        "Impor barang",
        Some(4.0),
    ),
];

/// Focus areas: published kind and series, and how it fits.
///
/// Agro has all of agriculture, with forestry and fisheries, because its parts have gaps by
/// quarter. Of maritime only fisheries are published, from 2019Q1; fish processing is inside food,
/// so that food and beverages has it.
const FOCUS: [(Focus, &str, &str, Fit); 5] = [
    (
        Focus::FoodBeverage,
        "mfg_branch",
        "Food & Beverages",
        Fit::Wider,
    ),
    (Focus::Agro, "industry17", "Agriculture", Fit::Wider),
    (Focus::Maritime, "agriculture", "fishery", Fit::Part),
    (
        Focus::Automotive,
        "mfg_branch",
        "Transport Equipment",
        Fit::Exact,
    ),
    (Focus::Machinery, "mfg_branch", "Machinery", Fit::Exact),
];

/// All series in a fixed order: GDP, GVA, 25 branches in the order of the sectors, focus areas,
/// expenditure. Exports and imports of goods and services end with 2021Q1, the others with 2022Q4.
#[must_use]
pub fn series(tables: &Tables) -> Vec<Series> {
    let mut all: Vec<Series> = ["GDP", "GVA"].map(|name| total(tables, name)).into();
    all.extend(branches(tables));
    all.extend(FOCUS.iter().map(|row| focus(tables, row)));
    all.extend(EXPENDITURE.iter().map(expenditure));
    all
}

/// The series of this name.
#[must_use]
pub fn find<'a>(all: &'a [Series], name: &str) -> Option<&'a Series> {
    all.iter().find(|series| series.name == name)
}

fn total(tables: &Tables, name: &str) -> Series {
    let (label_en, label_id) = match name {
        "GDP" => ("Gross domestic product", "Produk domestik bruto"),
        _ => ("Gross value added", "Nilai tambah bruto"),
    };
    Series {
        name: name.to_owned(),
        label_en: label_en.to_owned(),
        label_id: label_id.to_owned(),
        kind: SeriesKind::Total,
        fit: Fit::Exact,
        sectors: (0..tables.sectors.len()).collect(),
        observation_sd: Some(TOTAL_SD),
        published: ("total".to_owned(), name.to_owned()),
    }
}

/// Published series that are whole sectors of the 30, in the order of their first sector: the
/// other series of the table are parts of one, and have a combined series.
fn branches(tables: &Tables) -> Vec<Series> {
    let mut branches: Vec<Series> = tables
        .target_series
        .iter()
        .filter(|target| BRANCH_KINDS.contains(&target.kind.as_str()))
        .filter(|target| target.series != MANUFACTURING)
        .filter(|target| is_whole(&tables.sectors, &target.sectors))
        .map(|target| {
            let (label_en, label_id) = labels(tables, &target.series, &target.sectors);
            Series {
                name: target.series.clone(),
                label_en,
                label_id,
                kind: SeriesKind::Branch,
                fit: Fit::Exact,
                observation_sd: Some(branch_sd(tables, &target.sectors)),
                sectors: target.sectors.clone(),
                published: (target.kind.clone(), target.series.clone()),
            }
        })
        .collect();
    branches.sort_by_key(|series| series.sectors.first().copied());
    branches
}

/// Every sector of the 30 that these belong to is in whole.
fn is_whole(sectors: &[Sector], of_series: &[usize]) -> bool {
    let parents: BTreeSet<usize> = of_series.iter().map(|&s| sectors[s].parent).collect();
    let all_of_them = (0..sectors.len()).filter(|&s| parents.contains(&sectors[s].parent));
    !of_series.is_empty() && all_of_them.count() == of_series.len()
}

/// Labels of a branch: those of its sector, or its own if it has several.
fn labels(tables: &Tables, name: &str, sectors: &[usize]) -> (String, String) {
    match name {
        "Agriculture" => (
            "Agriculture, forestry and fisheries".to_owned(),
            "Pertanian, kehutanan dan perikanan".to_owned(),
        ),
        "Food & Beverages" => (
            "Food, beverage and fish-processing industry".to_owned(),
            "Industri makanan, minuman dan pengolahan ikan".to_owned(),
        ),
        _ => match sectors {
            [only] => {
                let sector = &tables.sectors[*only];
                (sector.name_en.clone(), sector.name_id.clone())
            }
            _ => (name.to_owned(), name.to_owned()),
        },
    }
}

fn branch_sd(tables: &Tables, sectors: &[usize]) -> f64 {
    let total: f64 = tables.sectors.iter().map(|sector| sector.gva).sum();
    let own: f64 = sectors.iter().map(|&s| tables.sectors[s].gva).sum();
    let (low, high) = BRANCH_FACTOR;
    BRANCH_SD * (BRANCH_SHARE * total / own).sqrt().clamp(low, high)
}

fn focus(tables: &Tables, row: &(Focus, &str, &str, Fit)) -> Series {
    let (area, kind, published, fit) = *row;
    let target = tables
        .target_series
        .iter()
        .find(|target| target.kind == kind && target.series == published);
    let sectors = match target {
        Some(target) => target.sectors.clone(),
        None => fisheries(tables),
    };
    let (label_en, label_id) = match area {
        Focus::FoodBeverage => ("Food and beverage", "Makanan dan minuman"),
        Focus::Agro => ("Agro", "Agro"),
        Focus::Maritime => ("Maritime: fisheries", "Maritim: perikanan"),
        Focus::Automotive => ("Automotive and components", "Otomotif dan komponen"),
        Focus::Machinery => ("Machinery and tools", "Mesin dan perkakas"),
    };
    Series {
        name: format!("focus:{}", area.name()),
        label_en: label_en.to_owned(),
        label_id: label_id.to_owned(),
        kind: SeriesKind::Focus,
        fit,
        observation_sd: Some(branch_sd(tables, &sectors)),
        sectors,
        published: (kind.to_owned(), published.to_owned()),
    }
}

/// Capture fisheries and aquaculture.
fn fisheries(tables: &Tables) -> Vec<usize> {
    let sectors = tables.sectors.iter().enumerate();
    sectors
        .filter(|(_, sector)| sector.parent_code == "fisheries")
        .map(|(s, _)| s)
        .collect()
}

fn expenditure(row: &(&str, &str, &str, Option<f64>)) -> Series {
    let (name, label_en, label_id, observation_sd) = *row;
    Series {
        name: name.to_owned(),
        label_en: label_en.to_owned(),
        label_id: label_id.to_owned(),
        kind: SeriesKind::Expenditure,
        fit: Fit::Exact,
        sectors: Vec::new(),
        observation_sd,
        published: ("expenditure".to_owned(), name.to_owned()),
    }
}
