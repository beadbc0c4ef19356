//! Sectors and their traits.

use super::reader::{Row, Table};
use super::{Sector, SectorScheme, SectorTraits};
use crate::ids::Focus;

impl SectorScheme {
    /// Name in scenarios and folder under `data/`: `io30` or `io80`.
    pub fn name(self) -> &'static str {
        match self {
            SectorScheme::Io30 => "io30",
            SectorScheme::Io80 => "io80",
        }
    }

    /// The scheme of this name.
    pub fn from_name(name: &str) -> Option<SectorScheme> {
        [SectorScheme::Io30, SectorScheme::Io80]
            .into_iter()
            .find(|scheme| scheme.name() == name)
    }
}

/// Reads `<scheme>/sectors.csv` and `model/sector_traits.csv`.
pub(super) fn read_sectors(scheme: SectorScheme) -> Vec<Sector> {
    let parents = parent_codes();
    let traits = read_traits(&parents);
    Table::open(&format!("{}/sectors.csv", scheme.name()))
        .rows()
        .map(|row| {
            let parent = parent_of(&row, scheme, &parents);
            read_sector(&row, parent, &parents[parent], &traits[parent])
        })
        .collect()
}

/// Codes of the 30 sectors in table order.
pub(super) fn parent_codes() -> Vec<String> {
    let table = Table::open("io30/sectors.csv");
    table
        .rows()
        .map(|row| row.text("sector").to_owned())
        .collect()
}

/// Indices of the sectors inside each sector of `Io30`.
pub(super) fn children_of_parents(sectors: &[Sector]) -> Vec<Vec<usize>> {
    let parents = 1 + sectors
        .iter()
        .map(|sector| sector.parent)
        .max()
        .unwrap_or(0);
    let mut children = vec![Vec::new(); parents];
    for (index, sector) in sectors.iter().enumerate() {
        children[sector.parent].push(index);
    }
    children
}

fn parent_of(row: &Row<'_>, scheme: SectorScheme, parents: &[String]) -> usize {
    let column = match scheme {
        SectorScheme::Io30 => "sector",
        SectorScheme::Io80 => "sector30",
    };
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    row.index_in(column, &parents)
}

fn read_sector(row: &Row<'_>, parent: usize, parent_code: &str, traits: &SectorTraits) -> Sector {
    let focus = row.text("focus");
    Sector {
        code: row.text("sector").to_owned(),
        name_en: row.text("name_en").to_owned(),
        name_id: row.text("name_id").to_owned(),
        focus: (!focus.is_empty()).then(|| {
            Focus::from_name(focus).unwrap_or_else(|| row.bug(&format!("no focus area `{focus}`")))
        }),
        parent,
        parent_code: parent_code.to_owned(),
        industry17: row.text("industry17").to_owned(),
        gva: row.number("gva"),
        output: row.number("output"),
        employment_thousand: row.number("employment_thousand"),
        trend_growth: row.number("trend_growth_pct") / 100.0,
        traits: traits.clone(),
    }
}

fn read_traits(parents: &[String]) -> Vec<SectorTraits> {
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    Table::open("model/sector_traits.csv")
        .rows_in_order("sector", &parents)
        .map(|row| SectorTraits {
            storable: row.flag("storable"),
            finished_stock_weeks: row.number("finished_stock_weeks"),
            users_input_stock_weeks: row.number("users_input_stock_weeks"),
            contact_intensity: row.number("contact_intensity"),
            home_working_share: row.number("home_working_share"),
            essential_share: row.number("essential_share"),
            local_delivery: row.flag("local_delivery"),
            hiring_difficulty: row.number("hiring_difficulty"),
            integration_class: row.text("integration_class").to_owned(),
            quality_floor: row.number("quality_floor"),
            import_sub: ["import_sub_low", "import_sub_central", "import_sub_high"]
                .map(|column| row.number(column)),
        })
        .collect()
}
