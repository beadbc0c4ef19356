//! The engine against the oracle: every column, every week.

use super::Oracle;
use super::columns::{COLUMNS, DERIVED_COLUMNS};
use super::own::{
    drawn_parameters, largest_difference, scales, scenario, shock_sets, small_economy,
    small_economy_of,
};
use proptest::prelude::*;
use pulih::data::{SectorScheme, tables};
use pulih::economy::Economy;
use pulih::ids::Kind;
use pulih::scenario::{ProductionFunction, Scenario};
use pulih::week::Model;
use std::sync::Arc;

/// Largest relative difference that rounding may make.
const TOLERANCE: f64 = 1e-9;
/// Weeks compared.
const WEEKS: u32 = 60;

/// Equation that sets a column last in the week.
fn anchor(column: &str) -> &'static str {
    match column {
        "habit" => "[1.4]",
        "expected_demand" => "[3.1]",
        "mu" => "[5.2]",
        "orders" => "[7.1]-[7.4]",
        "output" => "[4.4]-[4.8], [7.5]",
        "finished_stock" => "[4.8], [7.5], [7.7]",
        "input_stock" => "[5.1], [7.6], [7.7]",
        "owed" => "[8.1]",
        "cash" => "[8.1]-[8.7], [14.2]",
        "debt" => "[8.3], [8.6], [14.2]",
        "income" | "permanent_income" | "national_income" => "[8.8]",
        "government_balance" | "foreign_balance" | "bank_equity" => "[8.9]",
        "hours" | "heads" => "[9.1], [14.2]",
        "reputation" | "market_reputation" => "[10.1]",
        "capital_expectation" | "investment" | "capacity" => "[13.1]",
        "open_share" => "[14.1]",
        _ => "[15.1]",
    }
}

/// What a place in a column is.
fn place(oracle: &Oracle, column: &str, index: usize) -> String {
    let row = match column {
        "owed" | "market_reputation" | "habit" | "income" | "permanent_income" => None,
        "input_stock" => {
            let mut left = index;
            let mut at = 0;
            while left >= oracle.rows[at].inputs.len() {
                left -= oracle.rows[at].inputs.len();
                at += 1;
            }
            Some(at)
        }
        _ if oracle.column(column).len() == 1 => None,
        _ => Some(index),
    };
    let Some(i) = row else {
        return String::new();
    };
    let row = &oracle.rows[i];
    let sector = &oracle.economy.tables.sectors[row.sector].code;
    let kind = match row.kind {
        Kind::Enterprise => "enterprise",
        Kind::Member => "member row",
        Kind::Cooperative => "cooperative",
        Kind::Venture => "venture",
    };
    format!(
        " (row {i}: {} {kind} of {sector} in province {}, weight {})",
        row.class, row.province, row.weight
    )
}

/// Runs both engines side by side on one economy up to the first week in which a column differs,
/// and tells all columns that do, in the order of the week.
fn differences(economy: Economy, scenario: &Scenario, weeks: u32) -> Result<(), String> {
    let economy = Arc::new(economy);
    let mut model = Model::new(Arc::clone(&economy), Arc::new(scenario.clone()));
    let mut oracle = Oracle::new(&economy, scenario);
    let names: Vec<&str> = COLUMNS.iter().chain(&DERIVED_COLUMNS).copied().collect();
    let scales: Vec<Vec<f64>> = names.iter().map(|name| scales(&oracle, name)).collect();
    for week in 0..=weeks {
        let mut found = Vec::new();
        for (number, name) in names.iter().enumerate() {
            if week == 0 && matches!(*name, "output" | "gva" | "gdp") {
                // Flows: the engine has none before its first week.
                continue;
            }
            let Some(engine) = model.column(name) else {
                found.push(format!("the engine has no column {name}"));
                continue;
            };
            let own = oracle.column(name);
            if engine.len() != own.len() {
                let (theirs, ours) = (engine.len(), own.len());
                found.push(format!(
                    "{name}: {theirs} values in the engine, {ours} here"
                ));
                continue;
            }
            let (difference, index) = largest_difference(&engine, &own, &scales[number]);
            if difference.is_nan() || difference > TOLERANCE {
                found.push(format!(
                    "{name}[{index}]{}, see {}: engine {}, oracle {} ({difference:e})",
                    place(&oracle, name, index),
                    anchor(name),
                    engine[index],
                    own[index]
                ));
            }
        }
        if !found.is_empty() {
            return Err(format!("after {week} weeks:\n{}", found.join("\n")));
        }
        model.step();
        oracle.step();
    }
    Ok(())
}

#[test]
fn the_engine_is_the_oracle_for_each_set_of_shocks() {
    let mut found = Vec::new();
    let sets = shock_sets(tables(SectorScheme::Io30));
    for (number, (name, shocks)) in sets.into_iter().enumerate() {
        let mut scenario = scenario(shocks);
        scenario.production_function = ProductionFunction::ALL[number % 5];
        if let Err(what) = differences(small_economy(700, number as u64 + 1), &scenario, WEEKS) {
            found.push(format!("{name} {what}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn the_engine_is_the_oracle_when_all_shocks_meet_at_either_level_of_detail() {
    for scheme in [SectorScheme::Io30, SectorScheme::Io80] {
        let economy = small_economy_of(scheme, 900, 9);
        let sets = shock_sets(economy.tables);
        let mut scenario = scenario(sets.into_iter().flat_map(|(_, shocks)| shocks).collect());
        scenario.scheme = scheme;
        scenario.parameters = drawn_parameters(77);
        let result = differences(economy, &scenario, 100);
        assert!(result.is_ok(), "{scheme:?}: {}", result.unwrap_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_engine_is_the_oracle_for_any_parameters(
        rows in 600_usize..1200,
        seed in 1_u64..1000,
        set in 0_usize..7,
        function in 0_usize..5,
        parameters in 0_u64..1_000_000,
    ) {
        let (name, shocks) =
            shock_sets(tables(SectorScheme::Io30)).swap_remove(set);
        let mut scenario = scenario(shocks);
        scenario.production_function = ProductionFunction::ALL[function];
        scenario.parameters = drawn_parameters(parameters);
        let result = differences(small_economy(rows, seed), &scenario, WEEKS);
        prop_assert!(result.is_ok(), "{}: {}", name, result.unwrap_err());
    }
}
