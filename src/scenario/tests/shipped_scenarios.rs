//! The scenarios that come with the program.

use super::read;
use crate::data::{self, SectorScheme};
use crate::policy::{Action, Goal, Instrument, Shock};
use crate::scenario::{Churn, Scenario, keys, load, load_with, shipped};
use std::collections::BTreeSet;
use std::path::Path;

fn programme(scenario: &Scenario) -> &Instrument {
    let is_programme = |policy: &&Instrument| matches!(policy.action, Action::Integration { .. });
    scenario.policies.iter().find(is_programme).unwrap()
}

#[test]
fn every_shipped_scenario_loads_under_its_name() {
    for (name, _) in shipped() {
        let scenario = load(name).unwrap_or_else(|refusal| panic!("{refusal}"));
        assert_eq!(scenario.name, *name);
    }
}

#[test]
fn every_shipped_scenario_loads_with_80_sectors() {
    let setting = ("--set sectors=io80".to_owned(), "sectors=io80".to_owned());
    for (name, _) in shipped() {
        let loaded = load_with(name, std::slice::from_ref(&setting));
        let scenario = loaded.unwrap_or_else(|refusal| panic!("{refusal}"));
        assert_eq!(scenario.scheme, SectorScheme::Io80);
    }
}

#[test]
fn every_file_of_the_folder_is_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let json = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let found: BTreeSet<String> = json
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let named: BTreeSet<String> = shipped()
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(found, named);
}

#[test]
fn title_and_question_stand_in_both_languages() {
    for (name, _) in shipped() {
        let scenario = load(name).unwrap();
        for text in [&scenario.title, &scenario.question] {
            assert!(!text.en.is_empty() && !text.id.is_empty(), "{name}");
            assert_ne!(text.en, text.id, "{name}");
        }
        assert!(!scenario.note.is_empty(), "{name}");
    }
}

#[test]
fn every_kind_of_shock_and_policy_is_shown_by_an_example() {
    for family in ["shocks", "policies"] {
        for kind in keys::kinds(family) {
            let written = format!("\"kind\": \"{kind}\"");
            assert!(
                shipped().iter().any(|(_, text)| text.contains(&written)),
                "{kind}"
            );
        }
    }
}

#[test]
fn the_counterfactual_is_history_without_the_programme() {
    let scenario = load("covid19").unwrap();
    let size = |one: &Scenario| (one.weeks, one.enterprises, one.seeds);
    assert_eq!(size(&scenario), (156, 20_000, 24));
    let silent = read("{}").unwrap();
    assert_eq!(size(&silent), size(&scenario), "who does not say");
    assert_eq!(scenario.churn, Churn::On);
    assert_eq!(
        scenario.shocks,
        [
            Shock::Pandemic { scale: 1.0 },
            Shock::ExportPath { scale: 1.0 }
        ]
    );
    let windows: Vec<(u32, Option<u32>)> = scenario
        .policies
        .iter()
        .map(|policy| (policy.window.start, policy.window.end))
        .collect();
    // 1 March 2021 is Monday of week 60, 30 September 2022 falls in week 142; no week twice.
    assert_eq!(
        windows,
        [
            (60, Some(103)),
            (104, Some(116)),
            (117, Some(129)),
            (130, Some(142))
        ]
    );
}

#[test]
fn the_announced_programme_starts_in_the_week_of_15_march_2021() {
    let scenario = load("integration_as_announced").unwrap();
    let policy = programme(&scenario);
    assert_eq!(policy.window.start, 62);
    let Action::Integration {
        intermediaries,
        roll_out,
        goal,
        ..
    } = &policy.action
    else {
        unreachable!("programme finds integration only");
    };
    let total: f64 = intermediaries
        .iter()
        .map(|body| body.attempts_per_week)
        .sum();
    assert!((total - 9.8).abs() < 1e-9, "{total}");
    let weeks: Vec<u32> = roll_out.iter().map(|wave| wave.week).collect();
    assert_eq!(weeks, [62, 62 + 26, 62 + 52]);
    let reached = |wave: usize| {
        roll_out[wave]
            .provinces
            .iter()
            .filter(|named| **named)
            .count()
    };
    assert_eq!((reached(0), reached(1), reached(2)), (3, 6, 34));
    assert_eq!(*goal, Goal::Attempts);
    assert!(
        scenario
            .sources
            .iter()
            .any(|source| source.contains("11 March 2021"))
    );
    let tables = data::tables(SectorScheme::Io30);
    for (sector, reached) in tables.sectors.iter().zip(&policy.scope.sectors) {
        assert_eq!(*reached, sector.focus.is_some(), "{}", sector.code);
    }
}

#[test]
fn goals_of_the_larger_programmes_are_reached_before_the_run_ends() {
    let target = load("integration_target").unwrap();
    let ambitious = load("integration_ambitious").unwrap();
    assert_eq!((target.weeks, ambitious.weeks), (260, 260));
    let Action::Integration { goal, .. } = &programme(&target).action else {
        unreachable!("programme finds integration only");
    };
    assert_eq!(
        *goal,
        Goal::PartnershipShare {
            share: 0.1,
            by: 259
        }
    );
    let Action::Integration { goal, .. } = &programme(&ambitious).action else {
        unreachable!("programme finds integration only");
    };
    let Goal::ImportedInputShare { share, by, .. } = *goal else {
        panic!("the goal is a share of imported inputs");
    };
    assert_eq!(share, 0.1);
    let slowest_delivery = by + 120 + 26;
    assert!(slowest_delivery < ambitious.weeks);
}

#[test]
fn the_three_programmes_keep_the_policies_of_the_counterfactual() {
    let counterfactual = load("covid19").unwrap();
    for name in [
        "integration_as_announced",
        "integration_target",
        "integration_ambitious",
    ] {
        let scenario = load(name).unwrap();
        assert_eq!(
            scenario.policies[..4],
            counterfactual.policies[..],
            "{name}"
        );
        assert_eq!(scenario.policies.len(), 5, "{name}");
        assert_eq!(scenario.parameters, counterfactual.parameters, "{name}");
    }
}

#[test]
fn the_example_of_the_readme_is_valid() {
    let readme = include_str!("../../../scenarios/README.md");
    let (_, rest) = readme.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let scenario = super::read(example).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(scenario.policies.len(), 4);
}
