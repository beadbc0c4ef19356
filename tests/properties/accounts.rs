//! Property 3: every good has a source and a use, every payment a payer and a payee.

use crate::properties::random::scenarios;
use crate::support::{advance, model, shipped, small, worst_residual};
use proptest::prelude::*;
use pulih::experiment::{ExperimentPlan, Unwatched};
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

/// Runs some of the shipped scenarios next to each other, forked where they share a past.
fn check(names: &[&str]) {
    let plan = ExperimentPlan {
        counterfactual: short("covid19"),
        policies: names.iter().map(|name| short(name)).collect(),
        threads: Some(1),
    };
    let outcome = plan.run(&Unwatched).expect("threads can be started");
    for run in outcome.experiment.runs() {
        let (residual, week) = worst_residual(&run.records[0]);
        println!("{}: {residual:e} in week {week}", run.info.name);
    }
    for run in outcome.experiment.runs() {
        let (residual, week) = worst_residual(&run.records[0]);
        let name = &run.info.name;
        assert!(
            residual < TOLERANCE,
            "{name}: residual {residual:e} in week {week}"
        );
    }
}

/// Every shipped scenario but the counterfactual, dealt to two tests that run side by side.
fn dealt(hand: usize) -> Vec<&'static str> {
    let all = scenario::shipped().iter().map(|(name, _)| *name);
    all.filter(|name| *name != "covid19")
        .skip(hand)
        .step_by(2)
        .collect()
}

#[test]
fn accounts_close_every_week_in_one_half_of_the_shipped_scenarios() {
    check(&dealt(0));
}

#[test]
fn accounts_close_every_week_in_the_other_half_of_the_shipped_scenarios() {
    check(&dealt(1));
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
