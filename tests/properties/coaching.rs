//! Coaching and matching stand for real enterprises at any number of rows.

use crate::support::{advance, economy, shipped, small};
use pulih::economy::Economy;
use pulih::record::NationalSeries;
use pulih::scenario::{Scenario, Uncertainty};
use pulih::week::Model;
use std::sync::Arc;

/// Past the last week of matching, so that every attempt has been made.
const WEEKS: u32 = 130;

fn ambitious(economy: Arc<Economy>) -> Model {
    let scenario = Scenario {
        uncertainty: Uncertainty::Central,
        ..shipped("integration_ambitious")
    };
    advance(Model::new(economy, Arc::new(scenario)), WEEKS)
}

fn families(model: &Model, name: &str) -> Vec<f64> {
    model.column(name).expect("a column of families")
}

#[test]
fn no_enterprise_is_coached_twice() {
    let economy = small();
    let model = ambitious(economy.clone());
    let begun: Vec<f64> = families(&model, "enterprises_in_coaching")
        .into_iter()
        .zip(families(&model, "enterprises_once_coached"))
        .map(|(now, before)| now + before)
        .collect();
    let all: f64 = begun.iter().sum();
    println!("{all:.0} enterprises are or were coached");
    assert!(all > 1_000.0, "{all}");
    let weights = begun.iter().zip(&economy.rows.weight);
    for (family, (begun, real)) in weights.enumerate() {
        assert!(
            (0.0..=*real).contains(begun),
            "{begun} coached of {real} enterprises of family {family}"
        );
    }
}

#[test]
fn twice_the_rows_change_contracts_and_their_volume_by_less_than_a_third() {
    let [few, many] = [4_500, 9_000].map(|rows| {
        let records = ambitious(economy(rows, 1))
            .into_records()
            .expect("a new model keeps records");
        [
            NationalSeries::ContractsSigned,
            NationalSeries::ContractVolume,
        ]
        .map(|of| records.national(WEEKS as usize, of))
    });
    println!("contracts and volume: {few:?}, with twice the rows {many:?}");
    for (few, many) in few.iter().zip(many) {
        // Fewer rows never let the largest buyers run out of imports to replace, so they give more.
        assert!(
            (0.95..4.0 / 3.0).contains(&(few / many)),
            "{few} against {many}"
        );
    }
}
