//! Property 3: every good has a source and a use, every payment a payer and a payee.

use crate::properties::random::scenarios;
use crate::support::{advance, model, shipped, small, worst_residual};
use proptest::prelude::*;
use pulih::experiment::measures::Experiment;
use pulih::experiment::{ExperimentPlan, Unwatched};
use pulih::policy::Shock;
use pulih::scenario::{self, Scenario};
use pulih::week::Model;
use pulih::week::mutation::Mutation;
use std::sync::Arc;

/// Sums of 73 thousand links are exact to about 1e-13.
const TOLERANCE: f64 = 1e-9;
/// The programmes begin in week 62 (15 March 2021), deliver from week 75 on.
const WEEKS: u32 = 110;

fn short(name: &str) -> Scenario {
    Scenario {
        weeks: WEEKS,
        enterprises: 2_000,
        seeds: 1,
        ..shipped(name)
    }
}

/// Runs scenarios next to their counterfactual, forked where they share a past.
fn run(counterfactual: &str, names: &[&str]) -> Experiment {
    let plan = ExperimentPlan {
        counterfactual: short(counterfactual),
        policies: names.iter().map(|name| short(name)).collect(),
        threads: Some(1),
    };
    plan.run(&Unwatched)
        .expect("threads can be started")
        .experiment
}

fn accounts_close(experiment: &Experiment) {
    for run in experiment.runs() {
        let (residual, week) = worst_residual(&run.records[0]);
        let name = &run.info.name;
        println!("{name}: worst residual {residual:e} in week {week}");
        assert!(
            residual < TOLERANCE,
            "{name}: residual {residual:e} in week {week}"
        );
    }
}

/// A scenario whose instruments or shocks are others than its counterfactual's has another result.
fn all_of_them_matter(experiment: &Experiment) {
    let base = &experiment.counterfactual;
    let idle: Vec<&str> = experiment
        .policies
        .iter()
        .filter(|run| run.records[0].national == base.records[0].national)
        .map(|run| run.info.name.as_str())
        // The same scenario in small, and a shock in the year after these weeks.
        .filter(|name| *name != "test_small" && short(name).shocks == short("covid19").shocks)
        .collect();
    assert!(idle.is_empty(), "{idle:?} do nothing in {WEEKS} weeks");
}

/// The shipped scenarios but counterfactuals: with the recovery programme in reduced form or not.
fn shipped_with_support(support: bool) -> Vec<&'static str> {
    let names = scenario::shipped().iter().map(|(name, _)| *name);
    names
        .filter(|name| !name.starts_with("covid19"))
        .filter(|name| (shipped(name).parameters.income_support > 0.0) == support)
        .collect()
}

#[test]
fn accounts_close_every_week_in_every_scenario_with_support_and_all_matter() {
    let experiment = run("covid19", &shipped_with_support(true));
    accounts_close(&experiment);
    all_of_them_matter(&experiment);
}

#[test]
fn accounts_close_every_week_in_every_scenario_without_support_and_all_matter() {
    let experiment = run("covid19_without_support", &shipped_with_support(false));
    accounts_close(&experiment);
    all_of_them_matter(&experiment);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accounts_close_every_week_in_random_valid_scenarios(scenario in scenarios()) {
        let model = Model::new(small(), Arc::new(scenario));
        let records = advance(model, 26).into_records().expect("a new model keeps records");
        let (residual, week) = worst_residual(&records);
        prop_assert!(residual < TOLERANCE, "residual {residual:e} in week {week}");
    }
}

/// A pandemic so strong that nobody plans to invest: what investors without plans of their own still
/// order is paid all the same, and no enterprise is paid for not investing.
#[test]
fn accounts_close_where_nobody_plans_to_invest() {
    let mut scenario = shipped("covid19");
    (scenario.weeks, scenario.seeds) = (26, 1);
    scenario.parameters.investment_uncertainty = 1.0;
    for shock in &mut scenario.shocks {
        if let Shock::Pandemic { scale, .. } = shock {
            *scale = 4.0;
        }
    }
    let run = advance(Model::new(small(), Arc::new(scenario)), 26);
    let investment = run.column("investment").expect("a column");
    assert!(investment.iter().all(|plan| *plan >= 0.0));
    let records = run.into_records().expect("a new model keeps records");
    let (residual, week) = worst_residual(&records);
    assert!(residual < TOLERANCE, "{residual:e} in week {week}");
}

#[test]
fn a_payment_that_is_dropped_shows_in_the_residual() {
    let broken = model(shipped("test_small")).with_mutation(Mutation::PaymentDropped);
    let records = advance(broken, 3)
        .into_records()
        .expect("a new model keeps records");
    // A thousandth of one province's week of consumption, over all payments of the nation.
    let (residual, _) = worst_residual(&records);
    assert!(
        residual > TOLERANCE,
        "nobody missed the money: {residual:e}"
    );
}
