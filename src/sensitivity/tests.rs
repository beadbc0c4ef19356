//! A small study, and what holds for whole ones.

use super::variant::ranged;
use super::*;
use crate::scenario::load;

/// `test_programme` against `test_small` on one economy, two parameters, no hypercube.
pub(super) fn small_study(weeks: u32) -> Study {
    let scenario = |name| {
        let mut scenario = load(name).unwrap();
        (scenario.weeks, scenario.enterprises, scenario.seeds) = (weeks, 4_500, 1);
        scenario.uncertainty = crate::scenario::Uncertainty::Central;
        scenario
    };
    let wanted = |info: &&ParameterInfo| matches!(info.key, "over_time" | "accelerator");
    Study {
        counterfactual: scenario("test_small"),
        programmes: vec![scenario("test_programme")],
        detailed: None,
        depth: Depth::Usual,
        parameters: ranged().filter(wanted).collect(),
        hypercube: 0,
        large_rows: 5_000,
        own_weeks: vec![weeks],
        threads: None,
    }
}

#[test]
fn other_ends_are_run_for_the_longest_bars_and_named_where_they_are_not() {
    let study = small_study(12);
    let mut runs = Runs::new(&study);
    let mut bars = bars::Wanted::new(&mut runs, &study);
    runs.run(&|_| {}).unwrap();
    let parameters = |bars: Vec<Bar>| -> Vec<Bar> {
        let all = bars.into_iter();
        all.filter(|bar| bar.kind == BarKind::Parameter).collect()
    };
    let before = parameters(bars.bars(&runs, 0));
    for bar in &before {
        assert!(bar.ends.len() == 1 && bar.not_run.is_some(), "{bar:?}");
    }
    bars.other_ends(&mut runs, 1, 1);
    runs.run(&|_| {}).unwrap();
    let after = parameters(bars.bars(&runs, 0));
    let whole = |bar: &&Bar| bar.ends.len() == 2 && bar.not_run.is_none();
    let found: Vec<&Bar> = after.iter().filter(whole).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].name, before[0].name, "the longest");
    assert_eq!(found[0].ends[0], before[0].ends[0]);
}

#[test]
fn a_thorough_study_wants_both_ends_of_every_range_at_once() {
    let wanted = |depth| {
        let mut study = small_study(12);
        study.depth = depth;
        let mut runs = Runs::new(&study);
        bars::Wanted::new(&mut runs, &study);
        runs.count()
    };
    let parameters = small_study(12).parameters.len();
    assert_eq!(wanted(Depth::Thorough), wanted(Depth::Usual) + parameters);
}
