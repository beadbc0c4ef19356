//! Property 1: when nothing happens, nothing moves.

use crate::support::{advance, mean, model, series, shipped, steady, worst_ratio};
use pulih::record::{NATIONAL_SERIES, NationalSeries, Records};
use pulih::scenario::{Churn, Scenario};
use pulih::week::Model;

/// Ten years: rounding that grew by its own size each week would show as 1e-13, a mechanism that
/// pushes, however gently, as more than 1e-9.
const WEEKS: u32 = 520;
const TOLERANCE: f64 = 1e-9;

/// Columns by row, family, cell, market, province: all that enterprises and balances are.
const COLUMNS: [&str; 20] = [
    "capacity",
    "hours",
    "heads",
    "expected_demand",
    "finished_stock",
    "cash",
    "debt",
    "open_share",
    "capital_expectation",
    "investment",
    "orders",
    "weight",
    "reputation",
    "input_stock",
    "owed",
    "anchor",
    "income",
    "permanent_income",
    "market_reputation",
    "habit",
];
/// Balances that are zero at week 0, against a week of GDP.
const BALANCES: [&str; 3] = ["government_balance", "foreign_balance", "bank_equity"];

fn columns(model: &Model) -> Vec<Vec<f64>> {
    let column = |name: &&str| model.column(name).expect("a column of this name");
    COLUMNS.iter().map(column).collect()
}

#[test]
fn without_shock_and_churn_ten_years_leave_every_enterprise_and_balance_where_it_was() {
    let start = model(steady());
    let before = columns(&start);
    let mut end = start;
    for year in 1..=WEEKS / 52 {
        end = advance(end, 52);
        for ((name, now), then) in COLUMNS.iter().zip(columns(&end)).zip(&before) {
            let gap = worst_ratio(&now, then);
            assert!(
                gap < TOLERANCE,
                "{name} has moved by {gap:e} after {year} years"
            );
        }
    }
    let gdp = end.column("gdp").expect("a column of this name")[0];
    for name in BALANCES {
        let balance = end.column(name).expect("a column of this name")[0];
        assert!(
            (balance / gdp).abs() < TOLERANCE,
            "{name} is {balance:e}, GDP {gdp}"
        );
    }
    every_aggregate_is_constant(end.records().expect("a new model keeps records"));
}

fn every_aggregate_is_constant(records: &Records) {
    for week in 1..records.weeks() {
        for (number, info) in NATIONAL_SERIES.iter().enumerate() {
            // Differences of large numbers: what they are measured against is GDP.
            let [then, now] = [0, week].map(|w| records.national[w][number]);
            let small =
                records.national(0, NationalSeries::Gdp) * f64::from(info.unit.contains("Rp"));
            let scale = then.abs().max(small).max(1.0);
            assert!(
                ((now - then) / scale).abs() < TOLERANCE,
                "{} in week {week}: {now}",
                info.name
            );
        }
        for (then, now) in [
            (&records.sector[0], &records.sector[week]),
            (&records.province[0], &records.province[week]),
            (&records.class[0], &records.class[week]),
        ] {
            let gap = worst_ratio(now, then);
            assert!(
                gap < TOLERANCE,
                "a sector, province or class moved by {gap:e} in week {week}"
            );
        }
    }
}

/// Links are exchanged between neighbours by value, so a supplier's sales move by a little, some up
/// and some down: measured 3e-7 of national output after five years at 4,220 rows.
const CHURN_LEVEL: f64 = 1e-5;
/// Drift: the last year against the year before.
const CHURN_DRIFT: f64 = 1e-5;

#[test]
fn with_churn_five_years_leave_national_output_without_drift() {
    let churning = Scenario {
        churn: Churn::On,
        ..steady()
    };
    let end = advance(model(churning), 260);
    let output = series(end.records().expect("records"), NationalSeries::Output);
    let year = |n: usize| mean(&output[1 + 52 * n..1 + 52 * (n + 1)]) / output[0] - 1.0;
    let years: Vec<f64> = (0..5).map(year).collect();
    println!("output over week 0 by year, churn on: {years:?}");
    assert!(
        years.iter().all(|level| level.abs() < CHURN_LEVEL),
        "{years:?}"
    );
    assert!((years[4] - years[3]).abs() < CHURN_DRIFT, "{years:?}");
}

#[test]
fn the_shipped_scenario_without_shock_has_churn_and_no_policy() {
    let shipped = shipped("no_shock");
    assert_eq!(shipped.churn, Churn::On);
    assert!(shipped.shocks.is_empty() && shipped.policies.is_empty());
}
