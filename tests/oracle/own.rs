//! Tests of the model by the oracle alone.

use super::Oracle;
use super::columns::{COLUMNS, DERIVED_COLUMNS};
use pulih::data::{SectorScheme, Tables, tables};
use pulih::draw::{Purpose, Stream};
use pulih::economy::{BuildPlan, Economy};
use pulih::ids::PROVINCES;
use pulih::policy::{Channels, Scope, Shock, Window};
use pulih::scenario::{
    Bilingual, Churn, ContactResponse, PARAMETERS, Parameters, ProductionFunction, Scenario,
    Uncertainty,
};

/// Monday 6 January 2020, days from 1970-01-01.
const START: i64 = 18_267;

/// A small economy.
pub fn small_economy(rows: usize, seed: u64) -> Economy {
    small_economy_of(SectorScheme::Io30, rows, seed)
}

/// A small economy at a level of detail.
pub fn small_economy_of(scheme: SectorScheme, rows: usize, seed: u64) -> Economy {
    Economy::build(tables(scheme), &BuildPlan::new(rows, seed))
}

/// A scenario without churn and policy.
pub fn scenario(shocks: Vec<Shock>) -> Scenario {
    Scenario {
        name: "oracle".to_owned(),
        title: Bilingual::default(),
        question: Bilingual::default(),
        note: String::new(),
        sources: Vec::new(),
        start: START,
        weeks: 60,
        enterprises: 800,
        seeds: 1,
        scheme: SectorScheme::Io30,
        production_function: ProductionFunction::HalfCritical,
        parameters: Parameters::default(),
        given: Vec::new(),
        uncertainty: Uncertainty::Central,
        contact_response: ContactResponse::central(),
        vintage: None,
        churn: Churn::Off,
        shocks,
        policies: Vec::new(),
        channels: Channels::ALL,
    }
}

/// Parameters drawn from their plausible ranges.
pub fn drawn_parameters(seed: u64) -> Parameters {
    let stream = Stream::new(seed, Purpose::Test, 0);
    let mut parameters = Parameters::default();
    for (number, info) in PARAMETERS.iter().enumerate() {
        let place = stream.uniform(number as u64, 0);
        assert!(parameters.set(info.key, info.low + place * (info.high - info.low)));
    }
    parameters
}

/// Which products or sectors have these codes.
fn chosen(tables: &Tables, codes: &[&str]) -> Vec<bool> {
    tables
        .sectors
        .iter()
        .map(|sector| codes.contains(&sector.code.as_str()))
        .collect()
}

/// Named sets of shocks.
pub fn shock_sets(tables: &Tables) -> Vec<(&'static str, Vec<Shock>)> {
    let window = |start, end, ramp| Window {
        start,
        end: Some(end),
        ramp,
    };
    let mut java = [false; PROVINCES];
    for (r, province) in tables.provinces.iter().enumerate() {
        java[r] = province.java_bali;
    }
    let mut scope = Scope::everybody(tables.sectors.len());
    scope.sectors = chosen(tables, &["automotive"]);
    vec![
        ("none", Vec::new()),
        (
            "pandemic",
            vec![
                Shock::Pandemic { scale: 1.0 },
                Shock::ExportPath { scale: 1.0 },
            ],
        ),
        (
            "closure",
            vec![Shock::Closure {
                window: window(4, 14, 3),
                scope,
                share: 0.6,
            }],
        ),
        (
            "final_demand",
            vec![Shock::FinalDemand {
                window: window(3, 30, 0),
                products: chosen(tables, &["textile_apparel", "construction", "transport"]),
                exports_too: true,
                factor: 0.7,
            }],
        ),
        (
            "import_failure",
            vec![Shock::ImportFailure {
                window: window(2, 12, 0),
                products: chosen(tables, &["chemical_pharma", "machinery", "food_crops"]),
                share: 0.5,
            }],
        ),
        (
            "capacity_loss",
            vec![Shock::CapacityLoss {
                week: 5,
                share_of_enterprises: 0.3,
                loss: 0.5,
            }],
        ),
        (
            "wave_and_slump",
            vec![
                Shock::RestrictionWave {
                    window: window(6, 16, 4),
                    provinces: java,
                    mobility_fall: 0.4,
                    workplace_fall: 0.3,
                },
                Shock::ExportSlump {
                    window: window(10, 40, 2),
                    products: chosen(tables, &["mining", "plantation"]),
                    fall: 0.4,
                },
            ],
        ),
    ]
}

/// Scale of each value of a column: its value in week 0 (a debt's: the row's cash, a balance's:
/// a week's GDP). Groups of small enterprises are measured by themselves, not by the large.
pub fn scales(oracle: &Oracle, name: &str) -> Vec<f64> {
    match name {
        "debt" => oracle.column("cash"),
        "government_balance" | "foreign_balance" | "bank_equity" => oracle.column("gdp"),
        "habit" => vec![1.0; oracle.column("habit").len()],
        _ => oracle.column(name),
    }
}

/// Largest difference of two columns, relative to the larger of the value and its scale, and
/// where it is.
pub fn largest_difference(left: &[f64], right: &[f64], scales: &[f64]) -> (f64, usize) {
    let mut worst = (0.0, 0);
    for index in 0..right.len() {
        let (a, b) = (left[index], right[index]);
        if a == b {
            continue;
        }
        let scale = b.abs().max(scales[index].abs());
        let difference = (a - b).abs() / scale;
        if difference.is_nan() || difference > worst.0 {
            worst = (difference, index);
        }
    }
    worst
}

/// Weeks without shocks change nothing.
fn assert_steady(rows: usize, seed: u64, scenario: &Scenario, weeks: u32) {
    let economy = small_economy(rows, seed);
    let mut oracle = Oracle::new(&economy, scenario);
    let names = COLUMNS.iter().chain(&DERIVED_COLUMNS);
    let before: Vec<(&str, Vec<f64>, Vec<f64>)> = names
        .map(|&name| (name, oracle.column(name), scales(&oracle, name)))
        .collect();
    let mut wrong = Vec::new();
    for week in 0..weeks {
        oracle.step();
        for (name, then, scale) in &before {
            let now = oracle.column(name);
            let (difference, index) = largest_difference(&now, then, scale);
            if difference.is_nan() || difference > 1e-9 {
                wrong.push(format!(
                    "{name}[{index}] off by {difference:e} in week {week}: {} -> {}",
                    then[index], now[index]
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn the_baseline_stays_where_it_is() {
    assert_steady(800, 1, &scenario(Vec::new()), 52);
}

#[test]
fn the_baseline_stays_where_it_is_for_every_production_function() {
    for function in ProductionFunction::ALL {
        let mut scenario = scenario(Vec::new());
        scenario.production_function = function;
        assert_steady(600, 2, &scenario, 20);
    }
}

#[test]
fn the_baseline_stays_where_it_is_for_any_parameters() {
    for seed in 0..4 {
        let mut scenario = scenario(Vec::new());
        scenario.parameters = drawn_parameters(seed);
        assert_steady(600, seed, &scenario, 20);
    }
}

#[test]
fn the_baseline_stays_where_it_is_at_the_ends_of_the_ranges() {
    for upper in [false, true] {
        let mut scenario = scenario(Vec::new());
        for info in PARAMETERS {
            let value = if upper { info.high } else { info.low };
            assert!(scenario.parameters.set(info.key, value));
        }
        assert_steady(600, 5, &scenario, 20);
    }
}

#[test]
fn money_is_neither_made_nor_lost_and_product_counts_the_same_from_both_sides() {
    let economy = small_economy(600, 3);
    for (name, shocks) in shock_sets(economy.tables) {
        let mut scenario = scenario(shocks);
        scenario.parameters = drawn_parameters(17);
        let mut oracle = Oracle::new(&economy, &scenario);
        let mut before = oracle.all_money();
        for week in 0..52 {
            oracle.step();
            let after = oracle.all_money();
            let gdp = oracle.nation.gdp;
            let made = (after - before) / gdp;
            assert!(
                made.abs() < 1e-9,
                "{name}, week {week}: {made:e} of GDP made"
            );
            before = after;
            let gap = oracle.nation.gdp_by_expenditure / gdp - 1.0;
            assert!(
                gap.abs() < 1e-9,
                "{name}, week {week}: {gap:e} between sides"
            );
        }
    }
}

#[test]
fn the_direct_tax_is_that_of_the_table() {
    let economy = small_economy(600, 1);
    let scenario = scenario(Vec::new());
    let oracle = Oracle::new(&economy, &scenario);
    let rate = oracle.baseline.direct_tax;
    assert!((rate - 446_678.0 / 6_791_714.0).abs() < 1e-6, "{rate}");
}

#[test]
fn a_pandemic_costs_output_and_recovers_in_part() {
    let economy = small_economy(600, 4);
    let scenario = scenario(vec![
        Shock::Pandemic { scale: 1.0 },
        Shock::ExportPath { scale: 1.0 },
    ]);
    let mut oracle = Oracle::new(&economy, &scenario);
    let gdp0 = oracle.nation.gdp;
    let mut lowest = f64::INFINITY;
    for _ in 0..52 {
        oracle.step();
        lowest = lowest.min(oracle.nation.gdp / gdp0);
    }
    let last = oracle.nation.gdp / gdp0;
    assert!(lowest > 0.7 && lowest < 0.97, "lowest {lowest}");
    assert!(last > lowest, "lowest {lowest}, last {last}");
}
