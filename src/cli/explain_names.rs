//! Explanations of names: sectors, provinces, classes, focus areas, means, scenarios.

use crate::data::{self, Means, Sector, SectorScheme, Tables};
use crate::ids::{Class, Focus};
use crate::scenario::{self, ProductionFunction, shipped};
use std::fmt::Write as _;

const THOUSAND: f64 = 1000.0;

fn tables() -> &'static Tables {
    data::tables(SectorScheme::Io30)
}

/// Shipped scenarios with their titles.
pub(crate) fn scenarios() -> String {
    let mut text = String::new();
    for (name, _) in shipped() {
        let title =
            scenario::load(name).map_or_else(|_| String::new(), |scenario| scenario.title.en);
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{name:26} {title}");
    }
    text
}

/// Production functions, most binding first.
pub(crate) fn production_functions() -> String {
    let mut text = String::from(
        "production_function: how missing inputs bind output (Pichler et al. 2022). Default: half_critical.\n",
    );
    for function in ProductionFunction::ALL {
        let meaning = match function {
            ProductionFunction::Leontief => "every input binds",
            ProductionFunction::StronglyCritical => "critical and important inputs bind",
            ProductionFunction::HalfCritical => "critical inputs bind, important ones half",
            ProductionFunction::WeaklyCritical => "critical inputs bind",
            ProductionFunction::Linear => "inputs replace each other",
        };
        let _ = writeln!(text, "{:18} {meaning}", function.name());
    }
    text
}

/// Sectors of both levels of detail.
pub(crate) fn sectors() -> String {
    let detailed = &data::tables(SectorScheme::Io80).sectors;
    let mut text = String::new();
    for sector in &tables().sectors {
        let focus = sector
            .focus
            .map_or_else(String::new, |focus| format!(" [focus:{}]", focus.name()));
        let made = if sector.industry17 == "C" {
            " [manufacturing]"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "{:20} {} / {}{made}{focus}",
            sector.code, sector.name_en, sector.name_id
        );
        let inside = detailed
            .iter()
            .filter(|inside| inside.parent_code == sector.code);
        let inside: Vec<&str> = inside.map(|inside| inside.code.as_str()).collect();
        let _ = writeln!(text, "{:20}   io80: {}", "", inside.join(", "));
    }
    text
}

/// Focus areas with their sectors.
pub(crate) fn focus() -> String {
    Focus::ALL.iter().map(|area| focus_text(*area)).collect()
}

fn focus_text(area: Focus) -> String {
    let inside = tables()
        .sectors
        .iter()
        .filter(|sector| sector.focus == Some(area));
    let codes: Vec<&str> = inside.map(|sector| sector.code.as_str()).collect();
    format!("focus:{:14} {}\n", area.name(), codes.join(", "))
}

/// Provinces by island group.
pub(crate) fn provinces() -> String {
    island_groups()
        .iter()
        .map(|group| island_group_text(group))
        .collect()
}

fn island_groups() -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for province in &tables().provinces {
        if !groups.contains(&province.island_group) {
            groups.push(province.island_group.clone());
        }
    }
    groups
}

fn island_group_text(group: &str) -> String {
    let inside = tables()
        .provinces
        .iter()
        .filter(|province| province.island_group == group);
    let names: Vec<&str> = inside.map(|province| province.name.as_str()).collect();
    format!("{group}\n    {}\n", names.join(", "))
}

/// Size classes.
pub(crate) fn classes() -> String {
    Class::ALL.iter().map(|class| class_text(*class)).collect()
}

fn class_text(class: Class) -> String {
    let workers = match class {
        Class::Micro => "1-4 workers",
        Class::Small => "5-19 workers",
        Class::Medium => "20-99 workers",
        Class::Large => "100 workers and more",
    };
    format!(
        "{:8} {workers} in manufacturing; elsewhere the turnover class of the Ministry\n",
        class.name()
    )
}

/// Means of the programme.
pub(crate) fn means() -> String {
    tables().means.iter().map(means_text).collect()
}

fn means_text(means: &Means) -> String {
    let allowed = Class::ALL
        .iter()
        .zip(means.classes)
        .filter(|(_, allowed)| *allowed);
    let classes: Vec<&str> = allowed.map(|(class, _)| class.name()).collect();
    let [low, speed, high] = means.speed;
    let [skill, technology, quality] = means.gain;
    let [cheap, dear] = means.cost_million_rupiah;
    let who = if means.cooperatives_only {
        "cooperatives".to_owned()
    } else {
        classes.join(", ")
    };
    format!(
        "{}\n    coaching speed +{speed} ({low} to {high}); gain of skill {skill}, technology {technology}, quality {quality}; search breadth x {}\n    million rupiah an enterprise: {cheap} to {dear}; for {who}; source: model/means.csv (ours)\n",
        means.name, means.search_breadth
    )
}

/// Whatever bears this name.
pub(crate) fn named(topic: &str) -> Option<String> {
    sector(topic)
        .or_else(|| province(topic))
        .or_else(|| {
            island_groups()
                .iter()
                .find(|group| *group == topic)
                .map(|group| island_group_text(group))
        })
        .or_else(|| Class::from_name(topic).map(class_text))
        .or_else(|| Focus::from_name(topic.strip_prefix("focus:").unwrap_or(topic)).map(focus_text))
        .or_else(|| {
            tables()
                .means
                .iter()
                .find(|means| means.name == topic)
                .map(means_text)
        })
        .or_else(|| shipped_scenario(topic))
}

fn sector(code: &str) -> Option<String> {
    let schemes = [("io30", SectorScheme::Io30), ("io80", SectorScheme::Io80)];
    schemes.iter().find_map(|(scheme, value)| {
        let found = data::tables(*value)
            .sectors
            .iter()
            .find(|sector| sector.code == code)?;
        Some(sector_text(found, scheme))
    })
}

fn sector_text(sector: &Sector, scheme: &str) -> String {
    let traits = &sector.traits;
    let [low, central, high] = traits.import_sub;
    let focus = sector.focus.map_or("none", Focus::name);
    format!(
        "{} ({scheme})\n  {} / {}\n  focus area:             {focus}\n  industry of BPS:        {}\n  output 2019:            {:.0} trillion rupiah at 2010 prices\n  value added 2019:       {:.0} trillion rupiah at 2010 prices\n  trend growth:           {:.1}% a year\n  quality asked:          {}\n  imports to be replaced: {central} ({low} to {high}) of imported use, ours\n  class of lead time:     {}\n",
        sector.code,
        sector.name_en,
        sector.name_id,
        sector.industry17,
        sector.output / THOUSAND,
        sector.gva / THOUSAND,
        sector.trend_growth * 100.0,
        traits.quality_floor,
        traits.integration_class,
    )
}

fn province(name: &str) -> Option<String> {
    let province = tables()
        .provinces
        .iter()
        .find(|province| province.name == name)?;
    Some(format!(
        "{} (BPS {})\n  island group:  {}\n  population:    {:.1} million, census 2020\n  gross product: {:.0} trillion rupiah at 2010 prices, 2019\n",
        province.name,
        province.bps_code,
        province.island_group,
        province.population / (THOUSAND * THOUSAND),
        province.grdp / THOUSAND,
    ))
}

fn shipped_scenario(topic: &str) -> Option<String> {
    let (name, _) = shipped().iter().find(|(name, _)| *name == topic)?;
    let scenario = scenario::load(name).ok()?;
    let mut text = format!("{name}: {}\n  {}\n", scenario.title.en, scenario.title.id);
    let _ = writeln!(
        text,
        "  question: {}\n            {}",
        scenario.question.en, scenario.question.id
    );
    let _ = writeln!(
        text,
        "  weeks {}, rows {}, seeds {}",
        scenario.weeks, scenario.enterprises, scenario.seeds
    );
    if !scenario.note.is_empty() {
        let _ = writeln!(text, "  note: {}", scenario.note);
    }
    for source in &scenario.sources {
        let _ = writeln!(text, "  source: {source}");
    }
    Some(text)
}

/// Sources of shipped scenarios, each once, under the first scenario that states it.
pub(crate) fn scenario_sources() -> String {
    let mut stated: Vec<String> = Vec::new();
    let mut text = String::new();
    for (name, _) in shipped() {
        let sources = scenario::load(name).map_or_else(|_| Vec::new(), |found| found.sources);
        let new: Vec<String> = sources
            .into_iter()
            .filter(|source| !stated.contains(source))
            .collect();
        if !new.is_empty() {
            let _ = writeln!(text, "{name}\n    {}", new.join("\n    "));
        }
        stated.extend(new);
    }
    text
}

/// All names that [`named`] knows, for nearest names.
pub(crate) fn all_names() -> Vec<String> {
    let mut names: Vec<String> = island_groups();
    names.extend(tables().sectors.iter().map(|sector| sector.code.clone()));
    names.extend(
        data::tables(SectorScheme::Io80)
            .sectors
            .iter()
            .map(|sector| sector.code.clone()),
    );
    names.extend(
        tables()
            .provinces
            .iter()
            .map(|province| province.name.clone()),
    );
    names.extend(Class::ALL.map(|class| class.name().to_owned()));
    names.extend(Focus::ALL.map(|focus| focus.name().to_owned()));
    names.extend(tables().means.iter().map(|means| means.name.clone()));
    names
}

/// Words for the sectors of io30 in both languages, with their codes.
pub(crate) fn sector_words() -> Vec<(String, String)> {
    let sectors = tables().sectors.iter();
    sectors
        .flat_map(|sector| {
            [&sector.name_en, &sector.name_id].map(|name| (name.clone(), sector.code.clone()))
        })
        .collect()
}
