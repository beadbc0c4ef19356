//! Claims about effects, on made-up records.

use super::*;
use crate::experiment::measures::synthetic::{
    Story, ensemble, experiment, info, tables_30, transfer,
};
use crate::experiment::measures::total_to;
use crate::policy::Instrument;
use crate::record::NationalSeries;

/// A policy that makes every sector and the taxes larger by the same share in every week.
fn with_factor(factor: f64) -> Effects {
    let covid = ensemble(info("covid19", "", ""), 4, 156, Story::COVID);
    let mut policy = covid.clone();
    policy.info = info("policy", "", "");
    for run in &mut policy.records {
        for week in 1..run.weeks() {
            run.sector[week]
                .iter_mut()
                .for_each(|value| *value *= factor);
            run.province[week]
                .iter_mut()
                .for_each(|value| *value *= factor);
            run.national[week]
                .iter_mut()
                .for_each(|value| *value *= factor);
        }
    }
    Effects::of(&Experiment {
        tables: tables_30(),
        counterfactual: covid,
        policies: vec![policy],
    })
}

#[test]
fn one_week_of_growth_is_one_week_gained() {
    let effects = with_factor(1.050_33_f64.powf(1.0 / 52.0));
    let weeks = effects.policies[0]
        .measure(EffectMeasure::WeeksGained)
        .unwrap();
    assert!((weeks.median - 1.0).abs() < 1e-3, "{}", weeks.median);
    let gdp = effects.policies[0].measure(EffectMeasure::Gdp).unwrap();
    assert!((gdp.median - 0.0944).abs() < 5e-5, "{}", gdp.median);
    assert_eq!(weeks.share_improved, Some(1.0));
    let years: Vec<i32> = effects.policies[0]
        .weeks_gained_at_year_end
        .iter()
        .map(|(year, _)| *year)
        .collect();
    assert_eq!(years, [2020, 2021, 2022]);
    for (_, spread) in &effects.policies[0].weeks_gained_at_year_end {
        assert!((spread.median - 1.0).abs() < 1e-3);
    }
}

#[test]
fn an_empty_policy_changes_nothing() {
    let effects = with_factor(1.0);
    for (info, spread) in EFFECTS.iter().zip(&effects.policies[0].measures) {
        let zero = spread.as_ref().is_none_or(|spread| spread.median == 0.0);
        assert!(
            zero || info.name == "leontief_estimate_percent",
            "{}",
            info.name
        );
    }
    let all = effects.policies[0]
        .by_sector
        .iter()
        .chain(&effects.policies[0].by_province);
    assert!(
        all.filter_map(|place| place.spread.as_ref())
            .all(|spread| spread.median == 0.0)
    );
}

#[test]
fn effects_are_paired_by_seed_not_by_place() {
    let mut experiment = experiment(4, 156);
    let straight = Effects::of(&experiment);
    experiment.counterfactual.records.reverse();
    assert_eq!(Effects::of(&experiment), straight);
}

#[test]
fn a_programme_shows_in_its_sectors_and_in_those_it_links() {
    let experiment = experiment(6, 156);
    let effects = Effects::of(&experiment);
    let policy = &effects.policies[0];
    let percent = |code: &str| {
        let place = policy
            .by_sector
            .iter()
            .find(|place| place.code == code)
            .unwrap();
        place.spread.unwrap().median
    };
    assert!(percent("automotive") > 1.5 * percent("trade"));
    let income = policy.measure(EffectMeasure::MemberIncome).unwrap().median;
    assert!((income - 100.0 * 1.12_f64.ln()).abs() < 1.0, "{income}");
    assert!(
        policy
            .measure(EffectMeasure::LinkedEmployment)
            .unwrap()
            .median
            > 0.0
    );
    assert!(policy.measure(EffectMeasure::ImportContent).unwrap().median < 0.0);
    assert_eq!(
        policy
            .measure(EffectMeasure::ImportContent)
            .unwrap()
            .share_improved,
        Some(1.0)
    );
    assert!(policy.measure(EffectMeasure::OutputLost).unwrap().median < 0.0);
}

/// Own and induced public cost of a policy, each instrument with what it spends in all.
fn costs(policy: &[(Instrument, f64)], counterfactual: &[(Instrument, f64)]) -> [Option<f64>; 2] {
    let mut experiment = experiment(2, 156);
    let spend = |ensemble: &mut EnsembleRun, all: &[(Instrument, f64)]| {
        ensemble.info.instruments = all.iter().map(|(one, _)| one.clone()).collect();
        for run in &mut ensemble.records {
            run.spent = vec![all.iter().map(|(_, spent)| *spent).collect(); run.weeks()];
        }
    };
    spend(&mut experiment.policies[0], policy);
    spend(&mut experiment.counterfactual, counterfactual);
    let effects = Effects::of(&experiment);
    [EffectMeasure::PublicCost, EffectMeasure::InducedPublicCost]
        .map(|measure| effects.policies[0].measure(measure).map(|one| one.median))
}

#[test]
fn a_policy_costs_what_its_own_instruments_spend_and_the_rest_is_induced() {
    let (relief, own) = (transfer("relief", 1.0), transfer("own", 2.0));
    let without = [(relief.clone(), 40.0)];
    let with = [(own, 7.0), (relief.clone(), 43.0)];
    assert_eq!(costs(&with, &without), [Some(7.0), Some(3.0)]);
    // Changed: the difference is the policy's; removed: saved.
    let larger = [(transfer("relief", 2.0), 90.0)];
    assert_eq!(costs(&larger, &without), [Some(50.0), Some(0.0)]);
    assert_eq!(costs(&[], &without), [Some(-40.0), Some(0.0)]);
}

#[test]
fn every_measure_has_a_name_of_its_own() {
    let mut names: Vec<&str> = EFFECTS.iter().map(|info| info.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), EFFECTS.len());
}

#[test]
fn a_longer_counterfactual_changes_no_effect() {
    let mut experiment = experiment(3, 156);
    let mut same = Effects::of(&experiment);
    let story = Story::COVID;
    experiment.counterfactual = ensemble(experiment.counterfactual.info.clone(), 3, 260, story);
    for run in &mut experiment.counterfactual.records {
        for week in 157..run.weeks() {
            run.national[week]
                .iter_mut()
                .for_each(|value| *value *= 3.0);
            run.sector[week].iter_mut().for_each(|value| *value *= 3.0);
        }
    }
    let longer = Effects::of(&experiment);
    same.counterfactual.clone_from(&longer.counterfactual);
    assert_eq!(longer, same);
}

#[test]
fn own_and_induced_public_cost_of_a_run_are_all_that_it_costs_more() {
    let load = |name: &str| {
        let settings = ["weeks=80", "seeds=1", "enterprises=4220"];
        let settings: Vec<_> = settings.map(|one| (one.to_owned(), one.to_owned())).into();
        crate::scenario::load_with(name, &settings).unwrap()
    };
    let plan = crate::experiment::ExperimentPlan {
        counterfactual: load("covid19"),
        policies: vec![load("integration_as_announced")],
        threads: Some(1),
    };
    let outcome = plan.run(&crate::experiment::Unwatched).unwrap();
    let of = |run: &EnsembleRun| total_to(&run.records[0], NationalSeries::PublicCost, 80);
    let experiment = &outcome.experiment;
    let all = of(&experiment.policies[0]) - of(&experiment.counterfactual);
    let effects = Effects::of(experiment);
    let [own, induced] = [EffectMeasure::PublicCost, EffectMeasure::InducedPublicCost]
        .map(|measure| effects.policies[0].measure(measure).unwrap().median);
    assert!(own > 0.0 && induced != 0.0, "{own} {induced}");
    assert!(
        (own + induced - all).abs() < 1e-6,
        "{own} + {induced} {all}"
    );
}
