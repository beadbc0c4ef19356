//! Property 2: under a lasting small change of given final demand, output converges to what Leontief
//! computes with the inverse.

use crate::support::{given_final_demand, run, steady, worst_ratio};
use pulih::data::{SectorScheme, tables};
use pulih::policy::{Shock, Window};
use pulih::record::ACCOUNT_COLUMNS;
use pulih::scenario::Scenario;

/// Five years: stocks and expectations follow within months.
const WEEKS: u32 = 260;
/// Every use grows alike, so enterprises' different mixes do not matter, and sectors should be
/// within 1e-6. A measured miss: a cooperative never buys more from its members than at week 0
/// `[5.4]`, so what it sells above that leaves its stock for years. Its members make 0.1% less than
/// they would, which is 7.5e-5 of food crops and 3.4e-5 of plantation crops, and buy less.
const COOPERATIVE_TOLERANCE: f64 = 1e-4;
/// All but the cooperatives' stocks: the inputs that their members do not buy, measured 8.6e-6.
const ALL_TOLERANCE: f64 = 2e-5;
/// The suppliers of one product have other mixes than their branch; who serves the added demand is
/// not the average, so that some sectors differ by up to a ten-thousandth of their level.
const ONE_TOLERANCE: f64 = 1e-3;

/// Over week 0, by product: output, and what was used of it at home and abroad.
struct Rise {
    output: Vec<f64>,
    used: Vec<f64>,
}

/// After final demand for the products has risen for good. Hands are not short, because over-time of
/// a half is allowed, so the speed of hiring stays as shipped: any other gives the same digits.
fn risen(products: &[bool], factor: f64) -> Rise {
    let shock = Shock::FinalDemand {
        window: Window {
            start: 1,
            end: None,
            ramp: 0,
        },
        products: products.to_vec(),
        exports_too: true,
        factor,
    };
    let mut scenario = Scenario {
        shocks: vec![shock],
        ..steady()
    };
    given_final_demand(&mut scenario.parameters);
    let records = run(scenario, WEEKS);
    let n = records.sectors;
    let over = |goods: &dyn Fn(&[f64], usize) -> f64| -> Vec<f64> {
        let [then, now] = [0, WEEKS as usize].map(|week| &records.accounts[week].product);
        (0..n).map(|p| goods(now, p) / goods(then, p)).collect()
    };
    let column = |name| {
        ACCOUNT_COLUMNS
            .iter()
            .position(|of| *of == name)
            .expect("a column")
    };
    let [output, imports, stocks] = ["output", "imports", "stock_change"].map(column);
    Rise {
        output: over(&|goods, p| goods[output * n + p]),
        used: over(&|goods, p| {
            goods[output * n + p] + goods[imports * n + p] - goods[stocks * n + p]
        }),
    }
}

/// The same from the input-output table: f + A f + A A f + ... of domestic coefficients.
fn leontief(products: &[bool], factor: f64) -> Vec<f64> {
    let accounts = &tables(SectorScheme::Io30).accounts;
    let sectors = accounts.output.len();
    let used = |p: usize| -> f64 { (0..sectors).map(|s| accounts.domestic_use[[p, s]]).sum() };
    let mut round: Vec<f64> = (0..sectors)
        .map(|p| f64::from(u8::from(products[p])) * (factor - 1.0) * (accounts.output[p] - used(p)))
        .collect();
    let mut rise = round.clone();
    // Less than six tenths of output are inputs, so 200 rounds leave nothing.
    for _ in 0..200 {
        round = (0..sectors)
            .map(|p| {
                let use_of =
                    |s: usize| accounts.domestic_use[[p, s]] / accounts.output[s] * round[s];
                (0..sectors).map(use_of).sum()
            })
            .collect();
        rise.iter_mut().zip(&round).for_each(|(all, r)| *all += r);
    }
    (0..sectors)
        .map(|p| 1.0 + rise[p] / accounts.output[p])
        .collect()
}

#[test]
fn all_final_demand_one_hundredth_up_raises_every_sector_by_one_hundredth() {
    let all = [true; 30];
    let expected = leontief(&all, 1.01);
    assert!(
        expected.iter().all(|rise| (rise - 1.01).abs() < 1e-9),
        "the table closes"
    );
    let rise = risen(&all, 1.01);
    let [made, used] = [&rise.output, &rise.used].map(|rise| worst_ratio(rise, &expected));
    println!("all +1%: worst sector {made:e} from Leontief, worst use of a product {used:e}");
    assert!(made < COOPERATIVE_TOLERANCE, "worst sector {made:e}");
    assert!(used < ALL_TOLERANCE, "worst use of a product {used:e}");
}

#[test]
fn final_demand_for_one_product_up_raises_each_sector_as_leontief_computes() {
    for code in ["food_beverage", "automotive", "construction"] {
        let mut one = [false; 30];
        one[tables(SectorScheme::Io30).sector(code).expect("a sector")] = true;
        let gap = worst_ratio(&risen(&one, 1.04).output, &leontief(&one, 1.04));
        println!("{code} +4%: worst sector {gap:e} from Leontief");
        assert!(gap < ONE_TOLERANCE, "{code}: worst sector {gap:e}");
    }
}
