//! Property 11: no collapse. A passing shock passes, a lasting one costs about what was lost, under
//! every production function.

use crate::support::{advance, economy, given_final_demand, run, series, small, steady};
use pulih::data::{SectorScheme, tables};
use pulih::economy::Economy;
use pulih::policy::{Scope, Shock, Window};
use pulih::record::NationalSeries;
use pulih::scenario::{ProductionFunction, Scenario};
use pulih::week::Model;
use std::sync::Arc;

/// 45 days in whole weeks.
const SHOCK_WEEKS: u32 = 6;
/// A passing shock is over when output is 1% below where it began.
const REGAINED: f64 = 0.99;

fn closed(codes: &[&str]) -> Shock {
    let tables = tables(SectorScheme::Io30);
    let mut sectors = vec![false; tables.sectors.len()];
    codes
        .iter()
        .for_each(|code| sectors[tables.sector(code).expect("a sector")] = true);
    Shock::Closure {
        window: Window {
            start: 1,
            end: Some(SHOCK_WEEKS),
            ramp: 0,
        },
        scope: Scope {
            sectors,
            ..Scope::everybody(30)
        },
        share: 0.6,
    }
}

/// Output over week 0 by week, the behaviour of everybody as shipped or demand given.
fn output(function: ProductionFunction, shock: &Shock, given: bool, weeks: u32) -> Vec<f64> {
    let mut scenario = Scenario {
        production_function: function,
        shocks: vec![shock.clone()],
        ..steady()
    };
    if given {
        given_final_demand(&mut scenario.parameters);
        scenario.parameters.over_time = 0.05;
    }
    let output = series(&run(scenario, weeks), NationalSeries::Output);
    output.iter().map(|week| week / output[0]).collect()
}

fn trough(level: &[f64]) -> f64 {
    level.iter().copied().fold(f64::INFINITY, f64::min)
}

/// First week from which output stays above.
fn regained(level: &[f64]) -> Option<usize> {
    let last_below = level.iter().rposition(|value| *value < REGAINED);
    let week = last_below.map_or(0, |week| week + 1);
    (week < level.len()).then_some(week)
}

/// Weeks of a year after the start of the shock, and of the two years that power may take: all
/// need it, so that all restock at once.
const YEAR: usize = 53;
const POWER: usize = 108;

#[test]
fn a_passing_shock_to_two_sectors_passes_within_a_year_under_every_production_function() {
    for (codes, within) in [
        (["chemical_pharma", "metal_electronics"], YEAR),
        (["mining", "utilities"], POWER),
    ] {
        let shock = closed(&codes);
        for given in [true, false] {
            let mut troughs = Vec::new();
            for function in ProductionFunction::ALL {
                let level = output(function, &shock, given, 120);
                let week = regained(&level);
                let name = format!("{codes:?}, demand given: {given}, {}", function.name());
                println!(
                    "{name}: trough {:.4}, regained in week {week:?}",
                    trough(&level)
                );
                assert!(week.is_some_and(|week| week <= within), "{name}: {week:?}");
                troughs.push(trough(&level));
            }
            order_of(&troughs, &format!("{codes:?}, demand given: {given}"));
        }
    }
}

/// The more inputs bind the deeper: Leontief, strongly, half, weakly critical; linear is beside
/// these, above Leontief. Equal where nobody runs short of what does not bind; another path of
/// stocks may lift a trough by a hair.
fn order_of(troughs: &[f64], name: &str) {
    let [leontief, strongly, half, weakly, linear] = troughs else {
        panic!("five functions");
    };
    let hair = 1e-3;
    for (deep, shallow) in [
        (leontief, strongly),
        (strongly, half),
        (half, weakly),
        (leontief, linear),
    ] {
        assert!(*deep <= shallow + hair, "{name}: {troughs:?}");
    }
}

/// Cost in week 20 and after a year over the capacity that was lost, 3% of all.
fn cost_of_loss(
    economy: &Arc<Economy>,
    function: ProductionFunction,
    drift: f64,
    given: bool,
) -> [f64; 2] {
    let mut scenario = Scenario {
        production_function: function,
        shocks: vec![Shock::CapacityLoss {
            week: 1,
            share_of_enterprises: 0.1,
            loss: 0.3,
        }],
        ..steady()
    };
    if given {
        given_final_demand(&mut scenario.parameters);
        scenario.parameters.over_time = 0.05;
    }
    scenario.parameters.sourcing_drift = drift;
    scenario.parameters.anchor = 0.0;
    let model = advance(Model::new(economy.clone(), Arc::new(scenario)), 60);
    let records = model.into_records().expect("a new model keeps records");
    let fall = |of, week| 1.0 - records.national(week, of) / records.national(0, of);
    let lost = fall(NationalSeries::Capacity, 2);
    assert!(
        (0.025..0.035).contains(&lost),
        "a tenth of rows lose 30%: {lost}"
    );
    [20, YEAR].map(|week| fall(NationalSeries::Output, week) / lost)
}

/// Functions under which each input binds, or each that is important.
const ALL_BIND: [ProductionFunction; 2] = [
    ProductionFunction::Leontief,
    ProductionFunction::StronglyCritical,
];

fn costs_at_most(economy: &Arc<Economy>, function: ProductionFunction, drift: f64, most: f64) {
    for given in [true, false] {
        let [soon, later] = cost_of_loss(economy, function, drift, given);
        let name = format!("drift {drift}, demand given: {given}, {}", function.name());
        println!("{name}: {soon:.2} times the lost capacity in week 20, {later:.2} after a year");
        assert!(later < 1.0, "{name}: {later} after a year");
        assert!(soon < most, "{name}: {soon} in week 20");
    }
}

#[test]
fn a_lasting_loss_of_capacity_costs_less_than_was_lost_after_a_year_and_three_times_at_most_before()
{
    for drift in [0.1, 0.2] {
        for function in ProductionFunction::ALL {
            // In the smallest economy a row is a whole cell: who sells a service in a province has
            // nobody beside it, so the tenth that is hit is a tenth of the cells, not of the
            // enterprises. Where each input binds and buyers turn to others slowly, week 20 then
            // costs up to 5.4 times what was lost (2.4 to 5.4 by seed).
            let coarse = ALL_BIND.contains(&function) && drift < 0.2;
            costs_at_most(&small(), function, drift, if coarse { 6.0 } else { 3.0 });
        }
    }
}

#[test]
fn where_a_cell_has_several_rows_a_lasting_loss_costs_three_times_at_most_when_every_input_binds() {
    let several = economy(20_000, 1);
    for function in ALL_BIND {
        costs_at_most(&several, function, 0.1, 3.0);
    }
}
