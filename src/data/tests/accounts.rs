//! Claims about the accounts: they close, and they are the published ones.

use super::{SCHEMES, relative};
use crate::data::*;
use crate::ids::PROVINCES;

#[test]
fn rows_and_columns_of_the_accounts_close_to_rounding() {
    for scheme in SCHEMES {
        let accounts = &tables(scheme).accounts;
        let value_added = accounts.value_added();
        let final_demand = accounts.final_demand();
        for s in 0..accounts.output.len() {
            let row = accounts.domestic_use.row(s).sum() + final_demand[s];
            assert!(
                relative(row, accounts.output[s]) < 1e-15 * 4.0,
                "{scheme:?} row {s}"
            );
            let column = accounts.domestic_use.column(s).sum()
                + accounts.imported_use.column(s).sum()
                + accounts.product_taxes[s]
                + value_added[s];
            assert!(
                relative(column, accounts.output[s]) < 1e-13,
                "{scheme:?} column {s}"
            );
        }
    }
}

#[test]
fn closing_moves_no_cell_of_the_files_by_more_than_their_rounding() {
    for scheme in SCHEMES {
        let tables = tables(scheme);
        let codes: Vec<&str> = tables
            .sectors
            .iter()
            .map(|sector| sector.code.as_str())
            .collect();
        let path = format!("{}/balanced/domestic_use.csv", scheme.name());
        let file = reader::Table::open(&path).square(&codes);
        for (closed, read) in tables.accounts.domestic_use.iter().zip(&file) {
            assert!(
                (closed - read).abs() <= 1e-9 * read.abs(),
                "{read} became {closed}"
            );
        }
    }
}

#[test]
fn no_use_is_negative() {
    for scheme in SCHEMES {
        let accounts = &tables(scheme).accounts;
        let matrices = accounts.domestic_use.iter().chain(&accounts.imported_use);
        let demand = [
            &accounts.household,
            &accounts.government,
            &accounts.investment,
            &accounts.export,
            &accounts.imported_household,
            &accounts.imported_government,
            &accounts.imported_investment,
        ];
        assert!(
            matrices
                .chain(demand.into_iter().flatten())
                .all(|&cell| cell >= 0.0)
        );
    }
}

#[test]
fn gva_and_gdp_are_the_known_numbers() {
    for scheme in SCHEMES {
        let accounts = &tables(scheme).accounts;
        // 10,498,611 in whole billions; the sum of the published sub-sectors is 10,498,610.5.
        assert!((accounts.gross_value_added() - 10_498_610.5).abs() < 0.01);
        assert_eq!(accounts.gross_domestic_product().round(), 10_902_693.0);
        // Final use of imported products adds to demand and to imports alike: left out of both.
        let by_expenditure = accounts.final_demand().iter().sum::<f64>()
            + accounts.final_product_taxes.iter().sum::<f64>()
            - accounts.imported_use.sum();
        assert!(relative(by_expenditure, accounts.gross_domestic_product()) < 1e-11);
    }
}

/// Receipts and payments of week 0 by sector of the economy, bn Rp a year: enterprises,
/// households, government, rest of the world in rows; domestic goods, exports, imports, wages,
/// production tax, product tax, payout, direct tax, foreign transfer in columns.
fn flow_of_funds(accounts: &Accounts) -> [[f64; 9]; 4] {
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let [tax_household, tax_government, tax_investment, tax_export] = accounts.final_product_taxes;
    let household = sum(&accounts.household);
    let government = sum(&accounts.government);
    let export = sum(&accounts.export);
    let import_household = sum(&accounts.imported_household);
    let import_government = sum(&accounts.imported_government);
    let import_investment = sum(&accounts.imported_investment);
    let import_enterprises = accounts.imported_use.sum() + import_investment;
    let wages = sum(&accounts.compensation);
    let production_tax = sum(&accounts.production_taxes);
    let enterprise_tax = sum(&accounts.product_taxes) + tax_investment;
    // Enterprises invest at purchaser prices and pay out the rest of their surplus.
    let investment = sum(&accounts.investment) + import_investment + tax_investment;
    let payout = sum(&accounts.operating_surplus) - investment;
    let product_tax = enterprise_tax + tax_household + tax_government + tax_export;
    let imports = import_enterprises + import_household + import_government;
    // What government lacks is direct tax; what the world has over is sent to households.
    let direct_tax = government + import_government + tax_government - production_tax - product_tax;
    let transfer = imports - export - tax_export;
    let government_tax = product_tax - tax_government;
    [
        [
            household + government,
            export,
            -import_enterprises,
            -wages,
            -production_tax,
            -enterprise_tax,
            -payout,
            0.0,
            0.0,
        ],
        [
            -household,
            0.0,
            -import_household,
            wages,
            0.0,
            -tax_household,
            payout,
            -direct_tax,
            transfer,
        ],
        [
            -government,
            0.0,
            -import_government,
            0.0,
            production_tax,
            government_tax,
            0.0,
            direct_tax,
            0.0,
        ],
        [
            0.0,
            -export,
            imports,
            0.0,
            0.0,
            -tax_export,
            0.0,
            0.0,
            -transfer,
        ],
    ]
}

#[test]
fn the_flow_of_funds_closes_and_is_the_published_table() {
    let published: [[f64; 9]; 4] = [
        [
            6_680_781.,
            2_067_829.,
            -1_705_165.,
            -4_251_293.,
            -69_139.,
            -191_345.,
            -2_531_668.,
            0.,
            0.,
        ],
        [
            -5_762_558.,
            0.,
            -372_377.,
            4_251_293.,
            0.,
            -210_100.,
            2_531_668.,
            -446_678.,
            8_752.,
        ],
        [
            -918_223., 0., -1_643., 0., 69_139., 404_049., 0., 446_678., 0.,
        ],
        [
            0.,
            -2_067_829.,
            2_079_184.,
            0.,
            0.,
            -2_603.,
            0.,
            0.,
            -8_752.,
        ],
    ];
    let flows = flow_of_funds(&tables(SectorScheme::Io30).accounts);
    for (row, expected) in flows.iter().zip(&published) {
        for (flow, expected) in row.iter().zip(expected) {
            // The table is printed in whole billions: half a unit is all that may differ.
            assert!((flow - expected).abs() <= 0.51, "{flow} is not {expected}");
        }
        // Every sector spends what it gets. The files hold 14 digits and were balanced to 1e-11;
        // 1e-6 of the largest flow is far above their rounding and far below any real gap.
        assert!(
            row.iter().sum::<f64>().abs() < 1e-6 * 6_680_781.0,
            "{row:?}"
        );
    }
    for column in 0..9 {
        let sum: f64 = flows.iter().map(|row| row[column]).sum();
        assert!(
            sum.abs() < 1e-6 * 6_680_781.0,
            "column {column} sums to {sum}"
        );
    }
}

#[test]
fn sectors_of_io80_sum_to_their_parents() {
    let (parents, children) = (tables(SectorScheme::Io30), tables(SectorScheme::Io80));
    let sum_inside = |parent: usize, value: &dyn Fn(usize) -> f64| -> f64 {
        let inside = |&s: &usize| children.sectors[s].parent == parent;
        (0..80).filter(inside).map(value).sum()
    };
    for p in 0..30 {
        let output = sum_inside(p, &|s| children.accounts.output[s]);
        assert!(relative(output, parents.accounts.output[p]) < 1e-12);
        let gva = sum_inside(p, &|s| children.sectors[s].gva);
        assert!(relative(gva, parents.sectors[p].gva) < 1e-12);
        let imports = sum_inside(p, &|s| children.accounts.imported_use.column(s).sum());
        assert!(relative(imports, parents.accounts.imported_use.column(p).sum()) < 1e-9);
        for class in 0..4 {
            let cell = parents.classes[p][class];
            let count = sum_inside(p, &|s| children.classes[s][class].enterprises as f64);
            assert_eq!(count, cell.enterprises as f64);
            let workers = sum_inside(p, &|s| children.classes[s][class].workers_thousand);
            assert!((workers - cell.workers_thousand).abs() < 1e-9 * (1.0 + workers));
        }
        for province in 0..PROVINCES {
            let gva = sum_inside(p, &|s| children.province_gva[[province, s]]);
            assert!((gva - parents.province_gva[[province, p]]).abs() < 1e-9 * (1.0 + gva));
        }
    }
}

#[test]
fn provinces_sum_to_the_accounts_in_every_bit() {
    for scheme in SCHEMES {
        let tables = tables(scheme);
        assert_eq!(tables.province_gva.dim(), (PROVINCES, tables.sectors.len()));
        for (column, total) in tables
            .province_gva
            .columns()
            .into_iter()
            .zip(tables.accounts.value_added())
        {
            assert_eq!(column.iter().sum::<f64>(), total);
            assert!(column.iter().all(|&cell| cell >= 0.0));
        }
    }
}

#[test]
fn tables_of_io80_before_balancing_sum_to_those_of_io30_in_every_cell() {
    let codes = |scheme| -> Vec<&'static str> {
        tables(scheme)
            .sectors
            .iter()
            .map(|sector| sector.code.as_str())
            .collect()
    };
    let parent = |s: usize| tables(SectorScheme::Io80).sectors[s].parent;
    for name in ["domestic_use", "imported_use"] {
        let coarse =
            reader::Table::open(&format!("io30/{name}.csv")).square(&codes(SectorScheme::Io30));
        let fine =
            reader::Table::open(&format!("io80/{name}.csv")).square(&codes(SectorScheme::Io80));
        let mut sums = ndarray::Array2::<f64>::zeros(coarse.dim());
        for ((product, user), cell) in fine.indexed_iter() {
            sums[[parent(product), parent(user)]] += cell;
        }
        for (sum, cell) in sums.iter().zip(&coarse) {
            // Both files are printed with 14 digits.
            assert!(
                (sum - cell).abs() <= 1e-9 * cell.abs(),
                "{name}: {sum} is not {cell}"
            );
        }
    }
}
