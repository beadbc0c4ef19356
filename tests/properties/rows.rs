//! Property 5: how the economy is cut into rows changes aggregates by rounding only.

use crate::support::{advance, pandemic, series, small, worst_difference};
use pulih::economy::Economy;
use pulih::record::{NationalSeries, Records};
use pulih::week::Model;
use std::sync::Arc;

/// Through the spring of 2020 and a year of recovery.
const WEEKS: u32 = 60;
/// Sums in another order differ by 1e-15 each; over sixty weeks of feedback by far less than this.
const ROUNDING: f64 = 1e-9;
/// Weight on the contract rows changes no sum but by its rounding.
const FAMILY_ROUNDING: f64 = 1e-12;

const AGGREGATES: [NationalSeries; 12] = [
    NationalSeries::Output,
    NationalSeries::Gva,
    NationalSeries::Gdp,
    NationalSeries::Consumption,
    NationalSeries::Investment,
    NationalSeries::Exports,
    NationalSeries::Imports,
    NationalSeries::Employment,
    NationalSeries::Hours,
    NationalSeries::HouseholdIncome,
    NationalSeries::OpenShare,
    NationalSeries::Cash,
];

fn records(economy: Arc<Economy>) -> Records {
    let model = Model::new(economy, Arc::new(pandemic()));
    advance(model, WEEKS)
        .into_records()
        .expect("a new model keeps records")
}

fn worst_aggregate(one: &Records, other: &Records) -> (f64, String) {
    let gap = |s: &NationalSeries| worst_difference(&series(one, *s), &series(other, *s));
    let gaps = AGGREGATES.iter().map(|s| (gap(s), format!("{s:?}")));
    let sectors = one.sector.concat();
    let by_sector = (
        worst_difference(&sectors, &other.sector.concat()),
        "sectors".to_owned(),
    );
    let provinces = one.province.concat();
    let by_province = (
        worst_difference(&provinces, &other.province.concat()),
        "provinces".into(),
    );
    gaps.chain([by_sector, by_province])
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .expect("there are aggregates")
}

#[test]
fn renumbering_moves_aggregates_by_rounding_only() {
    let economy = small();
    // A stride that is prime to the number of families visits each once.
    let families = economy.families as u64;
    let stride = (families / 3..)
        .find(|n| gcd(*n, families) == 1)
        .expect("a prime is near");
    let permutation: Vec<u32> = (0..families)
        .map(|f| (f * stride % families) as u32)
        .collect();
    let renumbered = Arc::new(economy.renumbered(&permutation));
    let (gap, what) = worst_aggregate(&records(renumbered), &records(economy));
    println!("renumbered: {what} differs by {gap:e}");
    assert!(gap < ROUNDING, "{what} differs by {gap:e}");
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[test]
fn splitting_every_row_in_two_moves_aggregates_by_rounding_only() {
    let economy = small();
    let split = Arc::new(economy.split_rows());
    let (gap, what) = worst_aggregate(&records(split), &records(economy));
    println!("split: {what} differs by {gap:e}");
    assert!(gap < ROUNDING, "{what} differs by {gap:e}");
}

#[test]
fn weight_on_contract_rows_without_a_contract_changes_no_aggregate_in_ten_years() {
    let run = |move_at: Option<u32>| {
        let mut model = Model::new(small(), Arc::new(pandemic()));
        for week in 0..520 {
            if move_at == Some(week) {
                model.move_to_contract_rows(0.1);
            }
            model.step();
        }
        model.into_records().expect("a new model keeps records")
    };
    let untouched = run(None);
    // At the start, at the bottom of the crisis and in the recovery.
    for week in [0, 15, 70] {
        let (gap, what) = worst_aggregate(&run(Some(week)), &untouched);
        println!("moved in week {week}: {what} differs by {gap:e}");
        assert!(
            gap < FAMILY_ROUNDING,
            "moved in week {week}: {what} differs by {gap:e}"
        );
    }
}
