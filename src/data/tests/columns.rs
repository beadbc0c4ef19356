//! Claims about the typed columns: enterprises, provinces, pandemic, programme.

use super::{SCHEMES, relative};
use crate::data::*;
use crate::ids::Class;

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
