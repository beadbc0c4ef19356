//! Property 6: what more of something may do and may not: restrictions, stocks, instruments.

use crate::support::{given_final_demand, pandemic, run, series, shipped, steady};
use pulih::data::{SectorScheme, tables};
use pulih::ids::PROVINCES;
use pulih::policy::{Action, Goal, Instrument, Scope, Shock, Window};
use pulih::record::NationalSeries;
use pulih::scenario::{Churn, Scenario};

/// Output of four weeks from this one on (1 is the first that is simulated).
fn month(scenario: Scenario, from: usize) -> f64 {
    let weeks = u32::try_from(from + 4).expect("a small number");
    let records = run(scenario, weeks);
    series(&records, NationalSeries::Output)[from..from + 4]
        .iter()
        .sum()
}

fn window(start: u32, end: Option<u32>) -> Window {
    Window {
        start,
        end,
        ramp: 0,
    }
}

/// Flags of products.
fn products(codes: &[&str]) -> Vec<bool> {
    let tables = tables(SectorScheme::Io30);
    let mut flags = vec![false; tables.sectors.len()];
    codes
        .iter()
        .for_each(|code| flags[tables.sector(code).expect("a sector")] = true);
    flags
}

#[test]
fn harder_restrictions_never_raise_output_of_their_first_month() {
    let falls = |name: &str, outputs: Vec<f64>| {
        println!(
            "{name}: {:?}",
            outputs.iter().map(|o| o / outputs[0]).collect::<Vec<_>>()
        );
        assert!(
            outputs.windows(2).all(|pair| pair[1] <= pair[0]),
            "{name}: {outputs:?}"
        );
    };
    // The week of 9 March 2020, the first with restrictions, is the tenth.
    let pandemics = [0.0, 0.25, 0.5, 1.0, 1.5, 2.0];
    let of_pandemic = |scale: f64| {
        let shocks = vec![Shock::Pandemic { scale }];
        month(
            Scenario {
                shocks,
                ..pandemic()
            },
            10,
        )
    };
    falls(
        "the pandemic by its scale",
        pandemics.map(of_pandemic).to_vec(),
    );

    let java: [bool; PROVINCES] = std::array::from_fn(|p| {
        ["DKI Jakarta", "Jawa Barat", "Jawa Timur"]
            .iter()
            .any(|name| tables(SectorScheme::Io30).province(name) == Some(p))
    });
    for (name, provinces) in [
        ("everywhere", [true; PROVINCES]),
        ("in three provinces", java),
    ] {
        let waves = [0.0, 0.1, 0.3, 0.5, 0.8, 1.0];
        let of_wave = |fall: f64| {
            let wave = Shock::RestrictionWave {
                window: window(2, None),
                provinces,
                mobility_fall: fall,
                workplace_fall: fall,
            };
            let with = Scenario {
                shocks: vec![wave],
                ..pandemic()
            };
            month(with, 3)
        };
        falls(
            &format!("a wave {name} by its fall"),
            waves.map(of_wave).to_vec(),
        );
    }
}

/// Fall of output of the first month, share of four weeks of week 0, by the scale of input stocks.
fn falls_by_stocks(shock: &Shock) -> Vec<f64> {
    let fall = |scale: f64| {
        let mut with = Scenario {
            shocks: vec![shock.clone()],
            ..steady()
        };
        given_final_demand(&mut with.parameters);
        with.parameters.input_stock_scale = scale;
        let without = Scenario {
            shocks: Vec::new(),
            ..with.clone()
        };
        1.0 - month(with, 2) / month(without, 2)
    };
    [0.25, 0.5, 1.0, 2.0].map(fall).to_vec()
}

/// Rounding of sums of output, relative.
const ROUNDING: f64 = 1e-12;

fn never_deepens(falls: &[f64]) -> bool {
    falls.windows(2).all(|pair| pair[1] <= pair[0] + ROUNDING)
}

fn closed(code: &str) -> Shock {
    Shock::Closure {
        window: window(1, None),
        scope: Scope {
            sectors: products(&[code]),
            ..Scope::everybody(30)
        },
        share: 1.0,
    }
}

#[test]
fn more_input_stocks_never_deepen_the_first_month_when_users_run_short_of_a_supplier() {
    let imports = Shock::ImportFailure {
        window: window(1, None),
        products: vec![true; 30],
        share: 1.0,
    };
    let sectors = [
        "livestock",
        "fisheries",
        "utilities",
        "trade",
        "transport",
        "information",
    ];
    let closures = sectors.map(|code| (code, closed(code)));
    for (name, shock) in [("imports", imports)].into_iter().chain(closures) {
        let falls = falls_by_stocks(&shock);
        println!("{name} closed, input stocks x 0.25 to 2: output falls by {falls:.6?}");
        assert!(never_deepens(&falls), "{name}: {falls:?}");
    }
}

/// Where nobody runs short in a month, what is left is that the closed sector buys less: to its own
/// suppliers that is a fall of demand, and stocks deepen it, by up to 2.4% of the fall at eight times
/// the stocks.
#[test]
fn where_users_are_not_short_stocks_deepen_the_fall_by_what_the_closed_sector_stops_buying() {
    for code in ["chemical_pharma", "basic_metal", "mining", "food_beverage"] {
        let falls = falls_by_stocks(&closed(code));
        println!("{code} closed, input stocks x 0.25 to 2: output falls by {falls:.6?}");
        assert!(
            !never_deepens(&falls),
            "{code}: the fall of demand does not show: {falls:?}"
        );
        assert!(falls[3] < 1.03 * falls[0], "{code}: {falls:?}");
    }
}

#[test]
fn under_a_fall_of_demand_more_input_stocks_do_deepen_the_first_month() {
    let fall = Shock::FinalDemand {
        window: window(1, None),
        products: vec![true; 30],
        exports_too: true,
        factor: 0.9,
    };
    let falls = falls_by_stocks(&fall);
    println!("demand falls by 10%, input stocks x 0.25 to 2: output falls by {falls:.6?}");
    // Who has more in stock than he now needs buys less than he uses.
    assert!(falls.windows(2).all(|pair| pair[1] > pair[0]), "{falls:?}");
}

#[test]
fn an_instrument_of_size_0_changes_nothing_to_the_bit() {
    let spot = pandemic().parameters.spot_term_weeks;
    let mut idle = vec![
        Action::PromptPayment { term_weeks: spot },
        Action::Credit {
            access: 0.0,
            interest_subsidy: 0.0,
        },
        Action::Grant {
            million_rupiah: 0.0,
        },
        Action::WageSubsidy { share: 0.0 },
        Action::CashTransfer {
            bn_rupiah_per_week: 0.0,
        },
        Action::PurchaseTaxRelief {
            demand_rise: 0.0,
            tax_share: 0.0,
        },
        Action::ExportFacilitation { rise: 0.0 },
        Action::MarketPlace { breadth: 1.0 },
        Action::Means {
            means: 0,
            enterprises_per_week: 0.0,
        },
    ];
    let programme = shipped("test_programme").policies;
    let programme = programme
        .iter()
        .find(|i| i.id == "small_programme")
        .expect("it is there");
    let mut without_attempts = programme.action.clone();
    if let Action::Integration {
        intermediaries,
        goal,
        ..
    } = &mut without_attempts
    {
        intermediaries
            .iter_mut()
            .for_each(|body| body.attempts_per_week = 0.0);
        assert_eq!(*goal, Goal::Attempts, "attempts set its size");
    }
    idle.push(without_attempts);

    // On top of the instruments of the pandemic, through its first restrictions.
    let churning = Scenario {
        churn: Churn::On,
        ..pandemic()
    };
    let without = run(churning.clone(), 26);
    for action in idle {
        let mut with = churning.clone();
        with.policies.push(Instrument {
            id: "idle".to_owned(),
            window: window(1, Some(24)),
            scope: Scope::everybody(30),
            action: action.clone(),
            budget_bn_rupiah: None,
        });
        let mut run = run(with, 26);
        // What it spent has a place of its own, and is nothing.
        let idle = |spent: &Vec<f64>| spent.last() == Some(&0.0);
        assert!(run.spent[1..].iter().all(idle), "{action:?} spends");
        run.spent.clone_from(&without.spent);
        assert!(run == without, "{action:?} acts");
    }
}
