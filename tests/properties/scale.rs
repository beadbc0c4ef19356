//! The programme in the pandemic: its effect grows with its size and is small at its true size.

use crate::support::{economy, mean, run, series, shipped};
use pulih::policy::{Action, Instrument};
use pulih::record::{NationalSeries, Records};
use pulih::scenario::{Churn, Scenario};
use pulih::week::Model;
use std::sync::Arc;

const LAST_WEEKS: usize = 13;

fn last(records: &Records, of: NationalSeries) -> f64 {
    mean(&series(records, of)[records.weeks() - LAST_WEEKS..])
}

/// Value added, contract sales and contracts of a scenario whose programme makes this many times its
/// attempts. The matching that goes on in every scenario stays as it is.
fn outcome(name: &str, attempts: f64, weeks: u32) -> [f64; 3] {
    let mut scenario = Scenario {
        churn: Churn::Off,
        ..shipped(name)
    };
    let background = shipped("covid19").policies;
    let own =
        |instrument: &&mut Instrument| background.iter().all(|other| other.id != instrument.id);
    for instrument in scenario.policies.iter_mut().filter(own) {
        if let Action::Integration { intermediaries, .. } = &mut instrument.action {
            let bodies = intermediaries.iter_mut();
            bodies.for_each(|body| body.attempts_per_week *= attempts);
        }
    }
    let records = run(scenario, weeks);
    [
        NationalSeries::Gva,
        NationalSeries::ContractSales,
        NationalSeries::ContractsActive,
    ]
    .map(|of| last(&records, of))
}

/// How many times effect, sales and contracts of `more` attempts are those of `fewer`.
fn times(name: &str, [fewer, more]: [f64; 2], weeks: u32) -> [f64; 3] {
    let [none, few, many] = [0.0, fewer, more].map(|attempts| outcome(name, attempts, weeks));
    std::array::from_fn(|n| (many[n] - none[n]) / (few[n] - none[n]))
}

/// Three attempts a week against thirty.
#[test]
fn ten_times_the_attempts_give_about_ten_times_the_effect_while_buyers_are_not_used_up() {
    let times = times("test_programme", [0.1, 1.0], 104);
    println!("3 and 30 attempts a week: value added, sales, contracts {times:.2?} times");
    assert!(
        times.iter().all(|times| (8.0..12.0).contains(times)),
        "{times:?}"
    );
}

/// Thirty and three hundred a week: as many contracts as attempts, but the largest buyers have
/// replaced what can be replaced, and those left buy less. Measured 4.5 times the sales.
#[test]
fn three_hundred_attempts_a_week_meet_smaller_buyers_than_thirty() {
    let times = times("test_programme", [1.0, 10.0], 104);
    println!("30 and 300 attempts a week: value added, sales, contracts {times:.2?} times");
    assert!((8.0..12.0).contains(&times[2]), "contracts {times:?}");
    assert!((2.0..8.0).contains(&times[1]), "sales {times:?}");
}

/// The rates of the bodies that were named in 2021 sign a few hundred contracts a year: an effect
/// that can be told from zero, and no more. 0.03% of GDP is a tenth of a quarter's growth.
#[test]
fn the_programme_as_announced_has_an_effect_above_zero_and_below_three_hundredths_of_a_per_cent() {
    let effects: Vec<f64> = (1..=3)
        .map(|seed| {
            let economy = economy(4_220, seed);
            let [without, with] = ["covid19", "integration_as_announced"].map(|name| {
                let mut model = Model::new(economy.clone(), Arc::new(shipped(name)));
                (0..156).for_each(|_| model.step());
                last(
                    model.records().expect("a new model keeps records"),
                    NationalSeries::Gdp,
                )
            });
            100.0 * (with / without).ln()
        })
        .collect();
    println!("effect on GDP in the last quarter of 2022 by seed, %: {effects:.5?}");
    let effect = mean(&effects);
    assert!((0.0..0.03).contains(&effect), "{effects:?}");
    assert!(effect > 0.0, "{effects:?}");
}
