//! Claims about the list of files and about look-ups.

use crate::data::*;

#[test]
fn trend_and_growth_are_those_of_bps() {
    let tables = tables(SectorScheme::Io30);
    assert!((tables.trend_growth_total() - 0.05033).abs() < 5e-6);
    assert_eq!(tables.growth("total", "GDP", 2020, 2), Some(-5.32));
    assert_eq!(tables.growth("total", "GDP", 2023, 1), None);
    assert_eq!(tables.growth("expenditure", "GDP", 2020, 2), None);
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
    for (alias, full) in crate::data::tables::PROVINCE_ALIASES {
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
fn every_file_has_a_header_and_a_row_in_the_readme() {
    let readme = include_str!("../../../data/README.md");
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
