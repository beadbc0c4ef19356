//! Property 12: integration can hurt: who lives off one buyer falls with it, and where capacity is
//! short other customers lose.

use crate::support::{advance, economy, given_final_demand, mean, model, shipped, steady};
use pulih::economy::Economy;
use pulih::policy::{Scope, Shock, Window};
use pulih::record::{Records, SectorSeries};
use pulih::scenario::{Churn, Scenario};
use pulih::week::Model;
use std::sync::Arc;

/// Sales by link to buyers in a sector, share of baseline output, by family.
fn dependence(economy: &Economy, sector: usize) -> Vec<f64> {
    let mut sold = vec![0.0; economy.families];
    for (link, &supplier) in economy.links.supplier.iter().enumerate() {
        let cell = economy.links.cell[link] as usize;
        let buyer = economy.inputs.cell_family[cell] as usize;
        if usize::from(economy.rows.sector[buyer]) == sector {
            let bought = economy.rows.weight[buyer] * economy.rows.output[buyer];
            sold[supplier as usize] +=
                economy.links.share[link] * economy.inputs.domestic[cell] * bought;
        }
    }
    let made = |f: usize| economy.rows.weight[f] * economy.rows.output[f];
    // Cooperatives make nothing themselves.
    let share = |f: usize| {
        if made(f) > 0.0 {
            sold[f] / made(f)
        } else {
            0.0
        }
    };
    (0..economy.families).map(share).collect()
}

/// 20,000 rows are the fewest with single suppliers that sell most of what they make to one branch.
#[test]
fn the_shock_to_a_buyer_costs_those_who_live_off_it_more_than_others_of_their_branch() {
    let economy = economy(20_000, 1);
    let tables = economy.tables;
    for (buyer, supplier) in [
        ("metal_electronics", "basic_metal"),
        ("petroleum_coal", "mining"),
        ("construction", "nonmetal_mineral"),
    ] {
        let [buying, selling] =
            [buyer, supplier].map(|code| tables.sector(code).expect("a sector"));
        let mut sectors = vec![false; tables.sectors.len()];
        sectors[buying] = true;
        let closure = Shock::Closure {
            window: Window {
                start: 1,
                end: None,
                ramp: 0,
            },
            scope: Scope {
                sectors,
                ..Scope::everybody(30)
            },
            share: 0.8,
        };
        let mut scenario = Scenario {
            shocks: vec![closure],
            ..steady()
        };
        given_final_demand(&mut scenario.parameters);
        let after = advance(Model::new(economy.clone(), Arc::new(scenario)), 13);
        let after = after.column("output").expect("a column");
        let rows = &economy.rows;
        let share = dependence(&economy, buying);
        let change = |wanted: &dyn Fn(f64) -> bool| {
            let own = |f: &usize| usize::from(rows.sector[*f]) == selling && wanted(share[*f]);
            let own: Vec<usize> = (0..economy.families).filter(own).collect();
            let sum = |column: &[f64]| own.iter().map(|&f| rows.weight[f] * column[f]).sum::<f64>();
            assert!(own.len() > 2, "{supplier}: {} of a kind", own.len());
            sum(&after) / sum(&rows.output) - 1.0
        };
        let [dependent, diversified] = [change(&|share| share > 0.5), change(&|share| share < 0.1)];
        println!(
            "{buyer} closed: {supplier} with more than half of its sales there {dependent:.3}, with less than a tenth {diversified:.3}"
        );
        // Four fifths of the buyer are closed: who lives off it loses a fifth of output and more.
        assert!(
            dependent < diversified - 0.1,
            "{supplier}: {dependent} and {diversified}"
        );
    }
}

/// A year of contracts, all of them new demand for domestic suppliers, in an economy at rest.
fn with_contracts(over_time: f64) -> Records {
    let mut scenario = Scenario {
        shocks: Vec::new(),
        churn: Churn::Off,
        ..shipped("test_programme")
    };
    scenario
        .policies
        .retain(|instrument| instrument.id == "small_programme");
    scenario.channels.capability = false;
    given_final_demand(&mut scenario.parameters);
    scenario.parameters.over_time = over_time;
    scenario.parameters.deadweight = 0.0;
    advance(model(scenario), 52)
        .into_records()
        .expect("a new model keeps records")
}

#[test]
fn without_spare_capacity_other_customers_lose_in_the_first_year_and_with_it_they_do_not() {
    // What sectors deliver to others than contract buyers, mean of the last quarter over week 0.
    let others = |over_time: f64| {
        let records = with_contracts(over_time);
        let all = |series: SectorSeries, week: usize| -> f64 {
            (0..records.sectors)
                .map(|s| records.sector(week, series, s))
                .sum()
        };
        let weeks: Vec<usize> = (records.weeks() - 13..records.weeks()).collect();
        let late = |of: SectorSeries| mean(&weeks.iter().map(|&w| all(of, w)).collect::<Vec<_>>());
        let contracts = late(SectorSeries::ContractSales);
        let others = late(SectorSeries::Output) - contracts - all(SectorSeries::Output, 0);
        println!(
            "over-time {over_time}: contracts {contracts:.3}, change to others {others:.3} bn Rp a week"
        );
        others / contracts
    };
    let [short, spare] = [0.0, 0.5].map(others);
    assert!(short < -0.1, "others lose {short} of what contracts take");
    assert!(
        spare > 0.0,
        "others lose {spare} although there is capacity"
    );
}
