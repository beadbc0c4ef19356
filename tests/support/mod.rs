//! What all tests share: small economies, variants of scenarios, comparisons.

pub mod binary;

use pulih::data::{SectorScheme, tables};
use pulih::economy::{BuildPlan, Economy};
use pulih::record::{NationalSeries, Records};
use pulih::scenario::{self, Churn, Parameters, Scenario};
use pulih::week::Model;
use std::sync::{Arc, OnceLock};

/// An economy of io30 with about this many rows; one row a cell at least, so 4,220 is the smallest.
pub fn economy(rows: usize, seed: u64) -> Arc<Economy> {
    let plan = BuildPlan::new(rows, seed);
    Arc::new(Economy::build(tables(SectorScheme::Io30), &plan))
}

/// The smallest economy of seed 1, built once.
pub fn small() -> Arc<Economy> {
    static SMALL: OnceLock<Arc<Economy>> = OnceLock::new();
    SMALL.get_or_init(|| economy(2_000, 1)).clone()
}

/// A shipped scenario.
pub fn shipped(name: &str) -> Scenario {
    scenario::load(name).unwrap_or_else(|refusal| panic!("{name} is shipped: {refusal}"))
}

/// No shock, no churn, no policy.
pub fn steady() -> Scenario {
    shipped("test_steady")
}

/// The pandemic without churn, so that two runs differ by what a test changes and by nothing else.
pub fn pandemic() -> Scenario {
    Scenario {
        churn: Churn::Off,
        ..shipped("test_small")
    }
}

/// A model of the smallest economy.
pub fn model(scenario: Scenario) -> Model {
    Model::new(small(), Arc::new(scenario))
}

/// Simulates this many weeks.
pub fn advance(mut model: Model, weeks: u32) -> Model {
    for _ in 0..weeks {
        model.step();
    }
    model
}

/// The records of a run on the smallest economy.
pub fn run(scenario: Scenario, weeks: u32) -> Records {
    advance(model(scenario), weeks)
        .into_records()
        .expect("a new model keeps records")
}

/// Largest |a - b| over the largest |b|.
pub fn worst_difference(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len(), "columns of one length");
    let scale = b.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    let gap = a
        .iter()
        .zip(b)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0_f64, f64::max);
    if gap == 0.0 {
        0.0
    } else {
        gap / scale.max(f64::MIN_POSITIVE)
    }
}

/// Largest |a / b - 1| over entries, |a| where b is 0.
pub fn worst_ratio(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len(), "columns of one length");
    let gap = |a: &f64, b: &f64| {
        if *b == 0.0 {
            a.abs()
        } else {
            (a / b - 1.0).abs()
        }
    };
    a.iter().zip(b).map(|(a, b)| gap(a, b)).fold(0.0, f64::max)
}

/// A national series of all weeks.
pub fn series(records: &Records, series: NationalSeries) -> Vec<f64> {
    (0..records.weeks())
        .map(|week| records.national(week, series))
        .collect()
}

/// Mean of a slice.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Worst accounting residual of all weeks, and its week.
pub fn worst_residual(records: &Records) -> (f64, usize) {
    let residuals = series(records, NationalSeries::AccountingResidual);
    let worst = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0);
    residuals
        .into_iter()
        .enumerate()
        .map(|(week, r)| (r, week))
        .max_by(worst)
        .expect("a week")
}

/// Final demand stands still but for shocks: no response of households, government, exports,
/// investment or imports to the state of the economy, money and hands for all that is asked.
pub fn given_final_demand(parameters: &mut Parameters) {
    parameters.consumption_current_income = 0.0;
    parameters.consumption_permanent_income = 0.0;
    parameters.anchor = 0.0;
    parameters.government_income_response = 0.0;
    parameters.export_capacity_response = 0.0;
    parameters.import_response = 0.0;
    parameters.capital_expectation_speed = 0.0;
    parameters.accelerator = 0.0;
    parameters.depreciation = 0.0;
    parameters.closing_speed = 0.0;
    parameters.over_time = 0.5;
    parameters.cash_scale = 10.0;
}
