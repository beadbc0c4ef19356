//! Property 4: the same bits for any number of threads, alone or in an ensemble, forked or not.

use crate::support::{advance, economy, shipped, small};
use pulih::experiment::{ExperimentPlan, Unwatched};
use pulih::record::Records;
use pulih::scenario::Scenario;
use pulih::week::Model;
use std::sync::Arc;

const WEEKS: u32 = 30;

fn plan(threads: usize) -> ExperimentPlan {
    let short = |name: &str, seeds: u32| Scenario {
        weeks: WEEKS,
        seeds,
        ..shipped(name)
    };
    ExperimentPlan {
        counterfactual: short("test_small", 3),
        policies: vec![short("test_programme", 3)],
        threads: Some(threads),
    }
}

fn runs(threads: usize) -> [Vec<Records>; 2] {
    let outcome = plan(threads)
        .run(&Unwatched)
        .expect("threads can be started");
    assert!(outcome.complete);
    let mut policies = outcome.experiment.policies;
    [
        outcome.experiment.counterfactual.records,
        policies.remove(0).records,
    ]
}

#[test]
fn one_two_and_three_threads_and_runs_alone_give_the_same_bits() {
    let one = runs(1);
    for threads in [2, 3] {
        assert!(
            runs(threads) == one,
            "{threads} threads give another result"
        );
    }
    // Alone and from week 0: seed 2 of the ensemble, whose programme run was forked.
    let plan = plan(1);
    for (scenario, ensemble) in plan.scenarios().zip(&one) {
        let model = Model::new(economy(2_000, 2), Arc::new(scenario.of_seed(2)));
        let alone = advance(model, WEEKS)
            .into_records()
            .expect("a new model keeps records");
        assert!(
            alone == ensemble[1],
            "{} alone differs from the ensemble",
            scenario.name
        );
    }
}

#[test]
fn a_run_forked_in_any_week_before_the_levers_differ_equals_one_from_week_0() {
    let base = Arc::new(shipped("test_small"));
    let policy = Arc::new(shipped("test_programme"));
    let from_start = advance(Model::new(small(), policy.clone()), WEEKS);
    for at in [0, 1, 4] {
        let trunk = advance(Model::new(small(), base.clone()), at);
        let forked = advance(trunk.fork(policy.clone()), WEEKS - at);
        assert!(
            forked.records() == from_start.records(),
            "forked in week {at}"
        );
        assert!(
            forked.column("cash") == from_start.column("cash"),
            "forked in week {at}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_bits_and_another_seed_does_not() {
    let scenario = Arc::new(shipped("test_small"));
    let run = |seed| advance(Model::new(economy(2_000, seed), scenario.clone()), 8);
    assert!(run(1).records() == run(1).records());
    assert!(run(1).column("output") != run(2).column("output"));
}
