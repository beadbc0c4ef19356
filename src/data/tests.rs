//! Claims about the embedded data as a whole.

use super::*;
use crate::ids::{Class, PROVINCES};

const SCHEMES: [SectorScheme; 2] = [SectorScheme::Io30, SectorScheme::Io80];

fn relative(a: f64, b: f64) -> f64 {
    (a - b).abs() / b.abs()
}

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
fn shares_of_classes_sum_to_one_in_every_bit() {
    for scheme in SCHEMES {
        for cells in &tables(scheme).classes {
            assert_eq!(
                cells.iter().map(|cell| cell.value_added_share).sum::<f64>(),
                1.0
            );
            for cell in cells {
                assert!(cell.value_added_share >= 0.0);
                assert_eq!(cell.enterprises == 0, cell.value_added_share == 0.0);
            }
        }
    }
}

#[test]
fn counts_of_classes_are_the_ministrys_in_both_schemes() {
    for scheme in SCHEMES {
        let tables = tables(scheme);
        let count = |class: Class| -> u64 {
            tables
                .classes
                .iter()
                .map(|cells| cells[class as usize].enterprises)
                .sum()
        };
        assert_eq!(Class::ALL.map(count), [64_599_999, 798_698, 65_497, 33_759]);
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
fn thirteen_cells_are_not_shown_alone() {
    let showable = &tables(SectorScheme::Io30).province_gva_showable;
    assert_eq!(showable.iter().filter(|&&cell| !cell).count(), 13);
}

#[test]
fn population_and_cooperatives_are_the_known_totals() {
    let tables = tables(SectorScheme::Io30);
    let population: f64 = tables
        .provinces
        .iter()
        .map(|province| province.population)
        .sum();
    assert!(relative(population, 270_203_917.0) < 2e-4);
    let working: f64 = tables
        .cooperatives
        .iter()
        .map(|province| province.working)
        .sum();
    assert!((working - 45_489.0).abs() < 2.0);
    assert_eq!(tables.members_per_cooperative.round(), 494.0);
}

#[test]
fn driver_weeks_are_156_contiguous_mondays() {
    let drivers = &tables(SectorScheme::Io30).drivers;
    assert_eq!(drivers.len(), 156);
    assert_eq!(date::format_iso(drivers[0].monday), "2020-01-06");
    assert_eq!(date::weekday(drivers[0].monday), 0);
    assert!(
        drivers
            .windows(2)
            .all(|pair| pair[1].monday - pair[0].monday == 7)
    );
    assert!(
        drivers
            .iter()
            .all(|week| (0.0..=100.0).contains(&week.stringency))
    );
}

#[test]
fn restrictions_cover_jakarta_java_and_bali_or_all_provinces() {
    let tables = tables(SectorScheme::Io30);
    assert_eq!(tables.restrictions.len(), 19);
    for spell in &tables.restrictions {
        assert!(spell.start < spell.end, "{}", spell.name);
        let under = spell.provinces.iter().filter(|&&under| under).count();
        assert!([1, 7, 34].contains(&under), "{}: {under}", spell.name);
        let jakarta = tables.province("Jakarta").unwrap();
        assert!(
            spell.provinces[jakarta],
            "every spell so far held in the capital"
        );
    }
    let darurat = tables
        .restrictions
        .iter()
        .find(|spell| spell.name == "PPKM Darurat")
        .unwrap();
    assert_eq!(date::format_iso(darurat.start), "2021-07-03");
    assert!(!darurat.provinces[tables.province("Aceh").unwrap()]);
}

#[test]
fn shares_of_cross_branch_suppliers_sum_to_one() {
    for scheme in SCHEMES {
        let rows = &tables(scheme).cross_branch;
        let pair = |row: &CrossBranch| (row.buyer, row.product);
        for group in rows.chunk_by(|a, b| pair(a) == pair(b)) {
            assert!((group.iter().map(|row| row.share).sum::<f64>() - 1.0).abs() < 1e-15);
        }
        let mut pairs: Vec<_> = rows
            .chunk_by(|a, b| pair(a) == pair(b))
            .map(|g| pair(&g[0]))
            .collect();
        let groups = pairs.len();
        pairs.sort_unstable();
        pairs.dedup();
        assert_eq!(pairs.len(), groups, "rows of one pair stand together");
    }
    assert_eq!(tables(SectorScheme::Io30).cross_branch.len(), 15);
}

#[test]
fn every_sector_has_a_class_of_lead_time() {
    for scheme in SCHEMES {
        let tables = tables(scheme);
        for sector in &tables.sectors {
            let class = &sector.traits.integration_class;
            assert!(
                tables.lead_time(class).is_some(),
                "{} has {class}",
                sector.code
            );
        }
        assert_eq!(
            tables.lead_time("metal").unwrap().weeks,
            [52.0, 120.0, 160.0]
        );
        assert!(tables.lead_time("metals").is_none());
    }
}

#[test]
fn means_are_read_with_their_conditions() {
    let means = &tables(SectorScheme::Io30).means;
    let named = |name: &str| means.iter().find(|means| means.name == name).unwrap();
    assert_eq!(means.len(), 8);
    assert_eq!(named("incubator").gain, [0.05, 0.05, 0.0]);
    assert_eq!(named("incubator").classes, [true, true, false, false]);
    assert_eq!(named("advanced_technology").needs_skill, 0.5);
    assert_eq!(named("certification").speed, [0.0; 3]);
    assert_eq!(named("certification").gain, [0.0, 0.0, 0.1]);
    assert_eq!(named("start_up_market_place").search_breadth, 2.0);
    assert!(named("shared_production_house").cooperatives_only);
    assert_eq!(
        means.iter().filter(|means| means.cooperatives_only).count(),
        1
    );
}

#[test]
fn trend_and_growth_are_those_of_bps() {
    let tables = tables(SectorScheme::Io30);
    assert!((tables.trend_growth_total() - 0.05033).abs() < 5e-6);
    assert_eq!(tables.growth("total", "GDP", 2020, 2), Some(-5.32));
    assert_eq!(tables.growth("total", "GDP", 2023, 1), None);
    assert_eq!(tables.growth("expenditure", "GDP", 2020, 2), None);
}

#[test]
fn series_of_the_17_industries_split_the_80_sectors() {
    let tables = tables(SectorScheme::Io80);
    let industries = tables
        .target_series
        .iter()
        .filter(|series| series.kind == "industry17");
    let mut sectors: Vec<usize> = industries
        .flat_map(|series| series.sectors.clone())
        .collect();
    sectors.sort_unstable();
    assert_eq!(sectors, (0..80).collect::<Vec<_>>());
}

#[test]
fn the_deflator_is_held_outside_its_years_and_straight_inside() {
    let tables = tables(SectorScheme::Io30);
    assert_eq!(tables.deflator(2019), 1.446);
    assert_eq!(tables.deflator(2010), tables.deflator(2016));
    assert_eq!(tables.deflator(2026), tables.deflator(2022));
    assert!((tables.deflator(2017) - (1.3145 + 1.4233) / 2.0).abs() < 1e-12);
    assert!(
        tables
            .deflator
            .windows(2)
            .all(|pair| pair[1].0 == pair[0].0 + 1)
    );
}

#[test]
fn seasons_average_to_one_and_cash_shares_sum_to_one() {
    let tables = tables(SectorScheme::Io30);
    assert!((tables.gdp_season.iter().sum::<f64>() - 4.0).abs() < 1e-12);
    assert_eq!(
        tables
            .cash_buffer
            .iter()
            .map(|(_, share)| share)
            .sum::<f64>(),
        1.0
    );
    assert_eq!(tables.cash_buffer.last().unwrap().0, 12.0);
}

#[test]
fn exports_of_services_are_four_sectors() {
    let count = |scheme| {
        tables(scheme)
            .export_services
            .iter()
            .filter(|&&s| s)
            .count()
    };
    assert_eq!(count(SectorScheme::Io30), 4);
    assert_eq!(count(SectorScheme::Io80), 9);
}

#[test]
fn provinces_are_found_by_any_of_their_names() {
    let tables = tables(SectorScheme::Io30);
    for (index, province) in tables.provinces.iter().enumerate() {
        assert_eq!(tables.province(&province.name.to_uppercase()), Some(index));
    }
    let name = |name: &str| {
        tables
            .province(name)
            .map(|r| tables.provinces[r].name.as_str())
    };
    assert_eq!(name("Jakarta"), Some("DKI Jakarta"));
    assert_eq!(name("Yogyakarta"), Some("DI Yogyakarta"));
    assert_eq!(name("West Java"), Some("Jawa Barat"));
    assert_eq!(name("Atlantis"), None);
    for (alias, full) in super::tables::PROVINCE_ALIASES {
        assert_eq!(name(alias), Some(full));
    }
}

#[test]
fn sectors_are_found_by_code_only() {
    let tables = tables(SectorScheme::Io80);
    assert_eq!(
        tables.sectors[tables.sector("motor_vehicles").unwrap()].parent_code,
        "automotive"
    );
    assert_eq!(tables.sector("automotive"), None);
}

#[test]
fn sectors_of_both_schemes_have_their_focus() {
    for (scheme, expected) in SCHEMES
        .into_iter()
        .zip([[1, 3, 2, 1, 1], [12, 15, 4, 3, 1]])
    {
        let count = |focus| {
            tables(scheme)
                .sectors
                .iter()
                .filter(|sector| sector.focus == Some(focus))
                .count()
        };
        assert_eq!(crate::ids::Focus::ALL.map(count), expected, "{scheme:?}");
    }
}

#[test]
fn every_file_has_a_header_and_a_row_in_the_readme() {
    let readme = include_str!("../../data/README.md");
    for info in listing() {
        assert!(!info.header.is_empty(), "{} has no `#` line", info.path);
        assert!(info.lines > 0, "{} has no rows", info.path);
        assert!(
            readme.contains(&format!("`{}`", info.path)),
            "{} is not in README",
            info.path
        );
        assert_eq!(find(&info.name).map(|file| file.path), Some(info.path));
        let (columns, rows) = rows_as_text(find(info.path).unwrap());
        assert!(rows.iter().all(|row| row.len() == columns.len()));
    }
    assert_eq!(listing().len(), 75);
    assert!(FILES.windows(2).all(|pair| pair[0].path < pair[1].path));
}

#[test]
fn a_table_is_found_by_its_last_name_if_only_one_has_it() {
    assert_eq!(
        find("mechanisms").map(|file| file.path),
        Some("policy/mechanisms.csv")
    );
    assert!(find("sectors").is_none(), "both schemes have one");
}

#[test]
fn the_hash_is_64_hexadecimal_digits_and_stays() {
    assert_eq!(hash().len(), 64);
    assert_eq!(hash(), hash());
}

#[test]
fn largest_remainder_keeps_the_total() {
    assert_eq!(largest_remainder(10, &[1.0, 1.0, 1.0]), [4, 3, 3]);
    assert_eq!(largest_remainder(0, &[1.0, 2.0]), [0, 0]);
    assert_eq!(
        largest_remainder(7, &[0.0, 1.0, 2.5]).iter().sum::<u64>(),
        7
    );
}
