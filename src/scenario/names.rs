//! Valid names and what they stand for.

use super::keys::{self, Names};
use super::problem::nearest;
use super::province_names;
use super::{Outlook, ProductionFunction};
use crate::data::{self, Sector, SectorScheme, Tables};
use crate::ids::{CLASSES, Class, Focus, PROVINCES};

/// The word for every sector, province or class.
pub(crate) const ALL: &str = "all";
/// Prefix of a focus area in a list of sectors.
const FOCUS_PREFIX: &str = "focus:";
/// Letter of manufacturing among the 17 industries.
const MANUFACTURING: &str = "C";
/// Number of names that a message still lists.
const LISTED_NAMES: usize = 8;

impl Names {
    /// What one of these names is called.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Names::Sectors => "sector",
            Names::Manufacturers | Names::Manufacturer => "manufacturing sector",
            Names::Focus => "focus area",
            Names::Provinces => "province or island group",
            Names::Province => "province",
            Names::Classes => "class",
            Names::Means => "means",
            Names::Schemes => "level of detail",
            Names::ProductionFunctions => "production function",
            Names::OnOff => "switch",
            Names::Outlooks => "outlook",
            Names::Kinds("shocks") => "kind of shock",
            Names::Kinds("policies") => "kind of policy",
            Names::Kinds(_) => "kind",
        }
    }

    /// The topic of `pulih explain` that lists them.
    #[must_use]
    pub fn topic(self) -> &'static str {
        match self {
            Names::Sectors | Names::Manufacturers | Names::Manufacturer | Names::Schemes => {
                "sectors"
            }
            Names::Focus => "focus",
            Names::Provinces | Names::Province => "provinces",
            Names::Classes => "classes",
            Names::Means => "means",
            Names::ProductionFunctions => "production_function",
            Names::OnOff => "churn",
            Names::Outlooks => "vintage",
            Names::Kinds(_) => "kinds",
        }
    }

    /// The plain names, in their order.
    #[must_use]
    pub fn list(self, scheme: SectorScheme) -> Vec<String> {
        let tables = data::tables(scheme);
        match self {
            Names::Sectors => codes(tables, |_| true),
            Names::Manufacturers | Names::Manufacturer => {
                codes(tables, |sector| sector.industry17 == MANUFACTURING)
            }
            Names::Focus => owned(&Focus::ALL.map(Focus::name)),
            Names::Provinces => {
                let mut names = Names::Province.list(scheme);
                names.extend(island_groups(tables));
                names
            }
            Names::Province => {
                let provinces = tables.provinces.iter();
                provinces.map(|province| province.name.clone()).collect()
            }
            Names::Classes => owned(&Class::ALL.map(Class::name)),
            Names::Means => tables
                .means
                .iter()
                .map(|means| means.name.clone())
                .collect(),
            Names::Schemes => owned(&["io30", "io80"]),
            Names::ProductionFunctions => {
                owned(&ProductionFunction::ALL.map(ProductionFunction::name))
            }
            Names::OnOff => owned(&["on", "off"]),
            Names::Outlooks => owned(&Outlook::NAMES),
            Names::Kinds(family) => keys::kinds(family).map(str::to_owned).collect(),
        }
    }

    /// Whether the word `all` may stand for the whole list.
    #[must_use]
    pub fn know_all(self) -> bool {
        matches!(self, Names::Sectors | Names::Provinces | Names::Classes)
    }

    /// Names that are accepted besides the plain ones.
    fn further(self, scheme: SectorScheme) -> Vec<String> {
        let mut further: Vec<String> = Vec::new();
        let many_sectors = matches!(self, Names::Sectors | Names::Manufacturers);
        if many_sectors {
            let areas = Focus::ALL
                .iter()
                .map(|focus| format!("{FOCUS_PREFIX}{}", focus.name()));
            further.extend(areas.filter(|area| self.accept(area, scheme)));
        }
        if many_sectors && scheme == SectorScheme::Io80 {
            further.extend(self.list(SectorScheme::Io30));
        }
        if self.know_all() {
            further.push(ALL.to_owned());
        }
        further
    }

    /// Every name that is accepted.
    #[must_use]
    pub fn accepted(self, scheme: SectorScheme) -> Vec<String> {
        let mut names = self.list(scheme);
        names.extend(self.further(scheme));
        names
    }

    /// Whether this name is accepted.
    #[must_use]
    pub fn accept(self, name: &str, scheme: SectorScheme) -> bool {
        match self {
            Names::Sectors => sector_mask(name, scheme).is_some(),
            Names::Manufacturers => {
                manufacturer_mask(name, scheme).is_some_and(|mask| mask.contains(&true))
            }
            Names::Manufacturer
            | Names::Focus
            | Names::Provinces
            | Names::Province
            | Names::Classes
            | Names::Means
            | Names::Schemes
            | Names::ProductionFunctions
            | Names::OnOff
            | Names::Outlooks
            | Names::Kinds(_) => self.accepted(scheme).iter().any(|known| known == name),
        }
    }

    /// The allowed names in words.
    #[must_use]
    pub fn in_words(self, scheme: SectorScheme) -> String {
        let names = self.list(scheme);
        if names.len() > LISTED_NAMES {
            return format!(
                "one of {} names (pulih explain {})",
                names.len(),
                self.topic()
            );
        }
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        format!("one of {}", quoted.join(", "))
    }

    /// Why a name that is not accepted is none of these.
    #[must_use]
    pub fn refusal(self, name: &str, scheme: SectorScheme) -> String {
        let plain = format!("no {} has this name", self.noun());
        if !matches!(
            self,
            Names::Sectors | Names::Manufacturers | Names::Manufacturer
        ) {
            return plain;
        }
        if self != Names::Sectors && sector_mask(name, scheme).is_some() {
            return if self == Names::Manufacturer
                && manufacturer_mask(name, scheme).is_some_and(|mask| mask.contains(&true))
            {
                "this is more than one sector".to_owned()
            } else {
                "this is no manufacturing sector".to_owned()
            };
        }
        if scheme == SectorScheme::Io30 && sector_index(name, SectorScheme::Io80).is_some() {
            return "a sector of \"io80\", but this scenario has \"sectors\": \"io30\"".to_owned();
        }
        plain
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Codes of the sectors that are kept.
fn codes(tables: &Tables, keep: impl Fn(&Sector) -> bool) -> Vec<String> {
    let kept = tables.sectors.iter().filter(|sector| keep(sector));
    kept.map(|sector| sector.code.clone()).collect()
}

/// The valid name nearest to one that is not accepted: the sector of `io30` that one of `io80` is
/// inside of, else the most alike.
pub(crate) fn nearest_name(names: Names, given: &str, scheme: SectorScheme) -> Option<String> {
    let accepted = names.accepted(scheme);
    if accepted.iter().any(|name| name == given) {
        return None;
    }
    let detailed = data::tables(SectorScheme::Io80);
    let inside = detailed.sectors.iter().find(|sector| sector.code == given);
    let around = inside.map(|sector| &sector.parent_code);
    if let Some(parent) = around.filter(|parent| accepted.contains(parent)) {
        return Some(parent.clone());
    }
    let province = province_names::meant(given).filter(|province| accepted.contains(province));
    province.or_else(|| nearest(given, accepted.iter().map(String::as_str)))
}

/// The island groups, in the order of the provinces.
pub(crate) fn island_groups(tables: &Tables) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for province in &tables.provinces {
        if !groups.contains(&province.island_group) {
            groups.push(province.island_group.clone());
        }
    }
    groups
}

/// The level of detail of this name.
pub(crate) fn scheme(name: &str) -> Option<SectorScheme> {
    match name {
        "io30" => Some(SectorScheme::Io30),
        "io80" => Some(SectorScheme::Io80),
        _ => None,
    }
}

/// The number of sectors of a level of detail.
pub(crate) fn number_of_sectors(scheme: SectorScheme) -> usize {
    data::tables(scheme).sectors.len()
}

/// The sector of this code.
pub(crate) fn sector_index(name: &str, scheme: SectorScheme) -> Option<usize> {
    let sectors = &data::tables(scheme).sectors;
    sectors.iter().position(|sector| sector.code == name)
}

/// The sectors that a name stands for: one, those of a focus area, those inside one of `io30`.
pub(crate) fn sector_mask(name: &str, scheme: SectorScheme) -> Option<Vec<bool>> {
    let sectors = &data::tables(scheme).sectors;
    if name == ALL {
        return Some(vec![true; sectors.len()]);
    }
    if let Some(area) = name.strip_prefix(FOCUS_PREFIX) {
        return Focus::from_name(area).map(|focus| focus_mask(focus, scheme));
    }
    if let Some(index) = sector_index(name, scheme) {
        return Some((0..sectors.len()).map(|sector| sector == index).collect());
    }
    let inside: Vec<bool> = sectors
        .iter()
        .map(|sector| sector.parent_code == name)
        .collect();
    inside.contains(&true).then_some(inside)
}

/// As [`sector_mask`], manufacturing sectors only.
pub(crate) fn manufacturer_mask(name: &str, scheme: SectorScheme) -> Option<Vec<bool>> {
    let sectors = &data::tables(scheme).sectors;
    let mask = sector_mask(name, scheme)?;
    let made = sectors
        .iter()
        .map(|sector| sector.industry17 == MANUFACTURING);
    Some(
        mask.iter()
            .zip(made)
            .map(|(named, made)| *named && made)
            .collect(),
    )
}

/// The sectors of a focus area.
pub(crate) fn focus_mask(focus: Focus, scheme: SectorScheme) -> Vec<bool> {
    let sectors = &data::tables(scheme).sectors;
    sectors
        .iter()
        .map(|sector| sector.focus == Some(focus))
        .collect()
}

/// The provinces that a name stands for: one, those of an island group, or all.
pub(crate) fn province_mask(name: &str) -> Option<[bool; PROVINCES]> {
    let mut mask = [false; PROVINCES];
    let provinces = &data::tables(SectorScheme::Io30).provinces;
    for (reached, province) in mask.iter_mut().zip(provinces) {
        *reached = name == ALL || province.name == name || province.island_group == name;
    }
    mask.contains(&true).then_some(mask)
}

/// The classes that a name stands for.
pub(crate) fn class_mask(name: &str) -> Option<[bool; CLASSES]> {
    if name == ALL {
        return Some([true; CLASSES]);
    }
    let class = Class::from_name(name)?;
    Some(Class::ALL.map(|each| each == class))
}
