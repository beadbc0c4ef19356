//! Claims about what is known when, and about levels and gaps.

use super::*;
use crate::data::{SectorScheme, Tables, tables};
use crate::record::Quarter;

/// Value that no result may show.
const POISON: f64 = -1e99;

fn io30() -> &'static Tables {
    tables(SectorScheme::Io30)
}

/// A path that grows by this share a year, 1 in 2019Q1.
fn path(growth: f64) -> [f64; QUARTERS] {
    std::array::from_fn(|q| (1.0 + growth).powf(q as f64 / 4.0))
}

fn poisoned_after(origin: Quarter) -> Tables {
    let mut poisoned = io30().clone();
    let rows = poisoned.growth_targets.iter_mut();
    for row in rows.chain(&mut poisoned.agriculture) {
        if Quarter::new(row.year, row.quarter) > origin {
            row.yoy_percent = POISON;
        }
    }
    poisoned
}

#[test]
fn the_branches_are_all_sectors_once() {
    for scheme in [SectorScheme::Io30, SectorScheme::Io80] {
        let tables = tables(scheme);
        let all = series(tables);
        let branches = all
            .iter()
            .filter(|series| series.kind == SeriesKind::Branch);
        assert_eq!(branches.clone().count(), 25);
        let mut sectors: Vec<usize> = branches
            .flat_map(|series| series.sectors.iter().copied())
            .collect();
        sectors.sort_unstable();
        assert_eq!(sectors, (0..tables.sectors.len()).collect::<Vec<_>>());
    }
}

#[test]
fn names_are_unique_and_every_series_is_published_in_2020() {
    let known = Known::until(io30(), Quarter::new(2020, 4));
    let all = series(io30());
    for one in &all {
        assert_eq!(find(&all, &one.name), Some(one));
        for quarter in 1..=4 {
            let growth = known.yoy_percent(one, Quarter::new(2020, quarter));
            assert!(growth.is_some(), "{} 2020Q{quarter}", one.name);
        }
    }
}

#[test]
fn nothing_after_the_origin_is_known() {
    let origin = Quarter::new(2020, 4);
    let known = Known::until(io30(), origin);
    let path = path(0.05);
    for one in series(io30()) {
        for quarter in quarters().into_iter().filter(|quarter| *quarter > origin) {
            assert_eq!(known.yoy_percent(&one, quarter), None);
            assert_eq!(known.level(&one, &path, quarter), None);
            assert_eq!(known.gap(&one, &path, quarter), None);
        }
        assert!(known.growth(&one).iter().all(|(q, _)| *q <= origin));
    }
}

#[test]
fn poison_after_the_origin_changes_nothing_that_is_known() {
    for origin in [2, 3, 4].map(|quarter| Quarter::new(2020, quarter)) {
        let poisoned = Known::until(&poisoned_after(origin), origin);
        assert_eq!(poisoned, Known::until(io30(), origin));
    }
    let origin = Quarter::new(2020, 4);
    assert_ne!(Outcome::of(&poisoned_after(origin)), Outcome::of(io30()));
}

#[test]
fn a_series_that_grows_as_its_path_has_no_gap() {
    let mut steady = io30().clone();
    for row in &mut steady.growth_targets {
        row.yoy_percent = 5.0;
    }
    let gdp = &series(io30())[0];
    let outcome = Outcome::of(&steady);
    for quarter in quarters() {
        let gap = outcome.gap(gdp, &path(0.05), quarter).unwrap();
        assert!(gap.abs() < 1e-12, "{quarter}: {gap}");
    }
}

/// Some 6.9% below the path at the end of 2022.
#[test]
fn gdp_ends_2022_below_its_path_by_what_is_published() {
    let gdp = &series(io30())[0];
    let path = path(io30().trend_growth_total());
    let gap = Outcome::of(io30()).gap(gdp, &path, LAST_QUARTER).unwrap();
    assert!((100.0 * gap + 6.9).abs() < 0.05, "{gap}");
}

#[test]
fn small_branches_are_observed_with_larger_errors() {
    let all = series(io30());
    let sd = |name: &str| find(&all, name).unwrap().observation_sd.unwrap();
    assert!((sd("Trade") - 2.5 * 0.6).abs() < 1e-12);
    assert!((sd("Other Manufacturing") - 2.5 * 2.5).abs() < 1e-12);
    assert!(sd("Transport & Storage") > 2.3 && sd("Transport & Storage") < 2.5);
}

#[test]
fn quarters_have_their_places() {
    for (at, quarter) in quarters().into_iter().enumerate() {
        assert_eq!(place(quarter), Some(at));
    }
    assert_eq!(place(Quarter::new(2018, 4)), None);
    assert_eq!(place(Quarter::new(2023, 1)), None);
    assert_eq!(quarters()[QUARTERS - 1], LAST_QUARTER);
}

#[test]
fn growth_of_years_is_what_was_published_and_unknown_outside_the_tables() {
    let tables = crate::data::tables(crate::data::SectorScheme::Io30);
    for (year, published) in [(2020, -2.07), (2021, 3.70), (2022, 5.31)] {
        let found = published_growth_of_year(tables, year).unwrap();
        assert!((found - published).abs() < 0.02, "{year}: {found}");
    }
    assert_eq!(published_growth_of_year(tables, 2019), None);
    assert_eq!(published_growth_of_year(tables, 2023), None);
}
