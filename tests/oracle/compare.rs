//! The engine against the oracle: every column, every week.

use super::Oracle;
use super::columns::{COLUMNS, DERIVED_COLUMNS};
use super::contracts::{Contract, Signed};
use super::own::{
    drawn_parameters, largest_difference, scales, scenario, shock_sets, small_economy,
    small_economy_of,
};
use proptest::prelude::*;
use pulih::data::{SectorScheme, tables};
use pulih::economy::Economy;
use pulih::ids::Kind;
use pulih::policy::Action;
use pulih::scenario::{Churn, Outlook, ProductionFunction, Scenario, Vintage};
use pulih::week::Model;
use std::collections::BTreeSet;
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
        "hours" | "heads" | "employed" => "[9.1], [14.2]",
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
    let mut known = BTreeSet::new();
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
        found.extend(contracts_that_differ(&model, &oracle));
        if !found.is_empty() {
            return Err(format!("after {week} weeks:\n{}", found.join("\n")));
        }
        model.step();
        oracle.step();
        oracle.close_week(&newly_signed(&model, &economy, &mut known));
    }
    Ok(())
}

/// Long enough that food suppliers have been coached and deliver.
const COACHED_WEEKS: u32 = 60;

/// A column of the engine's contracts.
fn of_contracts(model: &Model, name: &str) -> Vec<f64> {
    let column = model.column(&format!("contract_{name}"));
    column.unwrap_or_else(|| panic!("the engine has no column contract_{name}"))
}

/// Contracts that the engine has and that are not yet known, in its order.
fn newly_signed(model: &Model, economy: &Economy, known: &mut BTreeSet<u64>) -> Vec<Signed> {
    let column = |name| of_contracts(model, name);
    let family = |row: f64| economy.rows.family[row as usize] as usize;
    let (supplier, buyer, input) = (column("supplier"), column("buyer"), column("input"));
    let (count, volume) = (column("count"), column("volume"));
    let (deadweight, coached) = (column("deadweight"), column("coached"));
    let ramp_weeks = column("ramp_weeks");
    let mut signed = Vec::new();
    for (c, id) in column("id").into_iter().enumerate() {
        if known.insert(id as u64) {
            signed.push(Signed {
                id: id as u64,
                supplier_family: family(supplier[c]),
                buyer_family: family(buyer[c]),
                input: input[c] as usize,
                count: count[c],
                volume: volume[c],
                deadweight: deadweight[c] > 0.0,
                coached: coached[c] > 0.0,
                ramp_weeks: ramp_weeks[c],
            });
        }
    }
    signed
}

/// Contracts whose goods or money differ, relative to their weekly volume.
fn contracts_that_differ(model: &Model, oracle: &Oracle) -> Vec<String> {
    let volume = of_contracts(model, "volume");
    let own = &oracle.contracts;
    if volume.len() != own.len() {
        let (theirs, ours) = (volume.len(), own.len());
        return vec![format!(
            "{theirs} contracts in the engine, {ours} here, see [11.6]"
        )];
    }
    let mut found = Vec::new();
    let mut differs = |name: &str, value: fn(&Contract) -> f64| {
        for ((engine, contract), scale) in of_contracts(model, name).iter().zip(own).zip(&volume) {
            let difference = (engine - value(contract)).abs() / scale;
            if difference > TOLERANCE {
                let (id, own) = (contract.signed.id, value(contract));
                found.push(format!(
                    "{name} of contract {id}: engine {engine}, oracle {own}"
                ));
            }
        }
    };
    differs("supplier", |c| c.supplier as f64);
    differs("buyer", |c| c.buyer as f64);
    differs("ordered", |c| c.ordered);
    differs("held", |c| c.held);
    differs("owed", |c| c.owed);
    differs("advance", |c| c.advance);
    found
}

/// A programme of firms that are ready, from week 1 on; matching and bills are not the oracle's.
fn programme(advance_share: f64, deadweight: f64) -> Scenario {
    let mut scenario = pulih::scenario::load("test_programme").expect("it is shipped");
    scenario.churn = Churn::Off;
    scenario.shocks = shock_sets(tables(SectorScheme::Io30)).swap_remove(1).1;
    scenario.parameters.deadweight = deadweight;
    scenario.parameters.contract_loss = 0.4;
    scenario.parameters.external_offset = 0.5;
    scenario.parameters.external_offset_delay_weeks = 6.0;
    scenario
        .policies
        .retain(|instrument| instrument.id == "small_programme");
    let programme = &mut scenario.policies[0];
    programme.window.start = 1;
    let Action::Integration {
        intermediaries,
        roll_out,
        cost_per_attempt_million_rupiah,
        advance_share: share,
        ..
    } = &mut programme.action
    else {
        panic!("an integration programme");
    };
    intermediaries.retain(|body| body.ready);
    roll_out.iter_mut().for_each(|wave| wave.week = 1);
    *cost_per_attempt_million_rupiah = 0.0;
    *share = advance_share;
    scenario
}

#[test]
fn the_engine_is_the_oracle_with_contracts_and_advances() {
    for (seed, advance_share, deadweight) in [(1, 0.0, 0.0), (2, 0.2, 0.5), (3, 1.0, 0.3)] {
        let scenario = programme(advance_share, deadweight);
        let result = differences(small_economy(700, seed), &scenario, WEEKS);
        assert!(
            result.is_ok(),
            "advance {advance_share} {}",
            result.unwrap_err()
        );
    }
}

#[test]
fn the_engine_is_the_oracle_when_suppliers_are_coached() {
    let mut scenario = programme(0.0, 0.3);
    // What coaching teaches and costs is not told to the oracle.
    scenario.channels.capability = false;
    let Action::Integration {
        intermediaries,
        means,
        coaching_per_week_million_rupiah,
        ..
    } = &mut scenario.policies[0].action
    else {
        panic!("an integration programme");
    };
    for body in intermediaries {
        body.ready = false;
        body.attempts_per_week = 20.0;
    }
    means.clear();
    *coaching_per_week_million_rupiah = 0.0;
    let economy = small_economy(700, 4);
    let mut model = Model::new(Arc::new(economy.clone()), Arc::new(scenario.clone()));
    (0..COACHED_WEEKS).for_each(|_| model.step());
    let coached: f64 = of_contracts(&model, "coached").iter().sum();
    assert!(coached >= 10.0, "{coached} contracts of coached suppliers");
    let result = differences(economy, &scenario, COACHED_WEEKS);
    assert!(result.is_ok(), "{}", result.unwrap_err());
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
fn the_engine_is_the_oracle_for_each_outlook_on_the_pandemic() {
    let decaying = Outlook::Decaying {
        half_life_weeks: 20.0,
    };
    for outlook in [Outlook::Observed, Outlook::Held, decaying] {
        let mut scenario = scenario(shock_sets(tables(SectorScheme::Io30)).swap_remove(1).1);
        scenario.vintage = Some(Vintage {
            known_weeks: 25,
            outlook,
        });
        let result = differences(small_economy(700, 5), &scenario, WEEKS);
        assert!(result.is_ok(), "{outlook:?}: {}", result.unwrap_err());
    }
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
