//! What a policy changes: differences of log levels to the counterfactual, paired by seed.
//!
//! The same seed draws the same network, sizes and matches in every scenario, so the difference of
//! two runs of one seed is the policy's. Percentages are 100 x the difference of logs; points are
//! differences of percentages. Unless a measure says otherwise it is taken over the last 13 weeks.

mod catalogue;
mod components;
mod cost;
mod f_distribution;
mod linked;
mod pair;

pub use catalogue::{EFFECTS, EffectInfo, EffectMeasure};
pub use components::{Components, Untold};

use crate::data::Tables;
use crate::experiment::measures::{Better, Distribution, EnsembleRun, Experiment, RunValue};
use crate::ids::{CLASSES, Class};
use pair::Pair;

/// Share of a province's value added that must lie in cells which may be shown alone.
const SHOWN_ALONE: f64 = 0.8;

/// Effects of all policies of an experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// The scenario all others are compared with.
    pub counterfactual: String,
    /// One entry per policy scenario.
    pub policies: Vec<PolicyEffects>,
}

/// Effects of one policy scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyEffects {
    /// Scenario.
    pub scenario: String,
    /// Spread of each measure over the seeds, in the order of `EFFECTS`; none when it exists in no
    /// run (no contract, no cost).
    pub measures: Vec<Option<Distribution>>,
    /// What the variance of each measure over the runs comes from, in the order of `EFFECTS`, or
    /// why that cannot be told.
    pub components: Vec<Result<Components, Untold>>,
    /// Weeks gained at the end of each year that the run covers.
    pub weeks_gained_at_year_end: Vec<(i32, Distribution)>,
    /// Effect on value added by sector, percent.
    pub by_sector: Vec<PlaceEffect>,
    /// Effect on value added by province, percent.
    pub by_province: Vec<PlaceEffect>,
    /// Effect on value added by group of islands, percent.
    pub by_island_group: Vec<PlaceEffect>,
    /// Effect on value added by class of enterprise, percent.
    pub by_class: Vec<PlaceEffect>,
}

/// The effect on one sector, province, group of islands or class.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceEffect {
    /// Name in data.
    pub code: String,
    /// Label in English.
    pub name_en: String,
    /// Label in Indonesian.
    pub name_id: String,
    /// May be shown alone; otherwise show its group of islands.
    pub show_alone: bool,
    /// Spread over the seeds, if the place has value added.
    pub spread: Option<Distribution>,
}

impl PolicyEffects {
    /// The spread of a measure.
    #[must_use]
    pub fn measure(&self, measure: EffectMeasure) -> Option<&Distribution> {
        self.measures[measure as usize].as_ref()
    }

    /// Whether the policy signs other contracts than the counterfactual in any run.
    #[must_use]
    pub fn has_contracts(&self) -> bool {
        let signed = self.measure(EffectMeasure::ContractsSigned);
        signed.is_some_and(|signed| signed.lowest != 0.0 || signed.highest != 0.0)
    }

    /// What the variance of a measure over the runs comes from.
    ///
    /// # Errors
    /// Why that cannot be told.
    pub fn components(&self, measure: EffectMeasure) -> Result<Components, Untold> {
        self.components[measure as usize]
    }
}

impl Effects {
    /// Compares each policy of an experiment with its counterfactual.
    #[must_use]
    pub fn of(experiment: &Experiment) -> Effects {
        Effects {
            counterfactual: experiment.counterfactual.info.name.clone(),
            policies: experiment
                .policies
                .iter()
                .map(|policy| policy_effects(experiment.tables, &experiment.counterfactual, policy))
                .collect(),
        }
    }
}

fn policy_effects(
    tables: &Tables,
    counterfactual: &EnsembleRun,
    policy: &EnsembleRun,
) -> PolicyEffects {
    let pairs = pairs(tables, counterfactual, policy);
    PolicyEffects {
        scenario: policy.info.name.clone(),
        measures: EFFECTS
            .iter()
            .map(|info| spread(&pairs, info.better, |pair| (info.value)(pair)))
            .collect(),
        components: EFFECTS
            .iter()
            .map(|info| Components::of(&values(&pairs, info.value)))
            .collect(),
        weeks_gained_at_year_end: year_ends(&pairs),
        by_sector: by_sector(tables, &pairs),
        by_province: by_province(tables, &pairs),
        by_island_group: by_island_group(tables, &pairs),
        by_class: by_class(&pairs),
    }
}

/// Pairs the runs by seed; a seed without its counterfactual is left out.
fn pairs<'a>(
    tables: &'a Tables,
    counterfactual: &'a EnsembleRun,
    policy: &'a EnsembleRun,
) -> Vec<Pair<'a>> {
    let partner = |seed: u64| counterfactual.records.iter().find(|one| one.seed == seed);
    let runs = policy.records.iter().enumerate();
    runs.filter_map(|(index, records)| {
        Some(Pair {
            tables,
            path: &policy.path,
            policy: records,
            counterfactual: partner(records.seed)?,
            instruments: [&policy.info.instruments, &counterfactual.info.instruments],
            leontief_percent: policy.leontief_percent.get(index).copied(),
            draw: policy.draw(records).or(counterfactual.draw(records)),
        })
    })
    .collect()
}

fn spread(
    pairs: &[Pair],
    better: Better,
    value: impl Fn(&Pair) -> Option<f64>,
) -> Option<Distribution> {
    Distribution::of_runs(&values(pairs, value), better)
}

/// What each pair gives, where it exists.
fn values(pairs: &[Pair], value: impl Fn(&Pair) -> Option<f64>) -> Vec<RunValue> {
    let of = |pair: &Pair| {
        Some(RunValue {
            draw: pair.draw,
            value: value(pair).filter(|value| value.is_finite())?,
        })
    };
    pairs.iter().filter_map(of).collect()
}

fn year_ends(pairs: &[Pair]) -> Vec<(i32, Distribution)> {
    let Some(first) = pairs.first() else {
        return Vec::new();
    };
    first
        .year_ends()
        .into_iter()
        .filter_map(|(year, week)| {
            let gained = spread(pairs, Better::Higher, |pair| pair.weeks_gained_at(week));
            gained.map(|gained| (year, gained))
        })
        .collect()
}

fn by_sector(tables: &Tables, pairs: &[Pair]) -> Vec<PlaceEffect> {
    let sectors = tables.sectors.iter().enumerate();
    sectors
        .map(|(s, sector)| PlaceEffect {
            code: sector.code.clone(),
            name_en: sector.name_en.clone(),
            name_id: sector.name_id.clone(),
            show_alone: true,
            spread: spread(pairs, Better::Higher, |pair| pair.sector_percent(s)),
        })
        .collect()
}

fn by_province(tables: &Tables, pairs: &[Pair]) -> Vec<PlaceEffect> {
    let provinces = tables.provinces.iter().enumerate();
    provinces
        .map(|(r, province)| PlaceEffect {
            code: province.name.clone(),
            name_en: province.name.clone(),
            name_id: province.name.clone(),
            show_alone: shown_alone(tables, r),
            spread: spread(pairs, Better::Higher, |pair| pair.provinces_percent(&[r])),
        })
        .collect()
}

/// Whether most of a province's value added lies in cells that may be shown alone.
fn shown_alone(tables: &Tables, province: usize) -> bool {
    let cells = tables.province_gva.row(province);
    let marks = tables.province_gva_showable.row(province);
    let shown: f64 = cells
        .iter()
        .zip(marks)
        .filter(|(_, may_be_shown)| **may_be_shown)
        .map(|(gva, _)| gva)
        .sum();
    shown >= SHOWN_ALONE * cells.sum()
}

/// Groups of islands in the order of their first province, with their provinces.
#[must_use]
pub fn island_groups(tables: &Tables) -> Vec<(String, Vec<usize>)> {
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (r, province) in tables.provinces.iter().enumerate() {
        match groups
            .iter_mut()
            .find(|(name, _)| *name == province.island_group)
        {
            Some((_, members)) => members.push(r),
            None => groups.push((province.island_group.clone(), vec![r])),
        }
    }
    groups
}

fn by_island_group(tables: &Tables, pairs: &[Pair]) -> Vec<PlaceEffect> {
    island_groups(tables)
        .into_iter()
        .map(|(name, provinces)| PlaceEffect {
            code: name.clone(),
            name_id: island_group_id(&name),
            name_en: name,
            show_alone: true,
            spread: spread(pairs, Better::Higher, |pair| {
                pair.provinces_percent(&provinces)
            }),
        })
        .collect()
}

/// Indonesian name of a group of islands.
fn island_group_id(name: &str) -> String {
    name.replace("Sumatra", "Sumatera")
        .replace("Java", "Jawa")
        .replace('&', "dan")
}

fn by_class(pairs: &[Pair]) -> Vec<PlaceEffect> {
    let labels: [(Class, &str, &str); CLASSES] = [
        (Class::Micro, "Micro", "Mikro"),
        (Class::Small, "Small", "Kecil"),
        (Class::Medium, "Medium", "Menengah"),
        (Class::Large, "Large", "Besar"),
    ];
    labels
        .into_iter()
        .map(|(class, en, id)| PlaceEffect {
            code: class.name().to_owned(),
            name_en: en.to_owned(),
            name_id: id.to_owned(),
            show_alone: true,
            spread: spread(pairs, Better::Higher, |pair| pair.class_percent(class)),
        })
        .collect()
}

#[cfg(test)]
mod tests;
