//! Claims about the path and the calendar.

use crate::experiment::measures::synthetic::{Story, path, records, tables_30};
use crate::record::{ProvinceSeries, Quarter, Records};

fn calm() -> Records {
    records("calm", 1, 156, Story::NOTHING)
}

#[test]
fn the_default_run_ends_with_the_last_quarter_of_2022() {
    let quarters = path().quarters(&calm());
    assert_eq!(quarters.first(), Some(&Quarter::new(2019, 1)));
    assert_eq!(quarters.last(), Some(&Quarter::new(2022, 4)));
    let short = records("short", 1, 154, Story::NOTHING);
    assert_eq!(path().quarters(&short).last(), Some(&Quarter::new(2022, 3)));
    // 260 weeks end on 29 December 2024: two days are missing, and the quarter counts.
    let long = records("long", 1, 260, Story::NOTHING);
    assert_eq!(path().quarters(&long).last(), Some(&Quarter::new(2024, 4)));
}

#[test]
fn a_week_that_straddles_two_quarters_is_split_by_days() {
    let path = path();
    // 30 March 2020 is the Monday of week 13: two days in March, five in April.
    assert_eq!(
        path.weeks_of(Quarter::new(2020, 1)).last(),
        Some(&(13, 2.0))
    );
    assert_eq!(
        path.weeks_of(Quarter::new(2020, 2)).first(),
        Some(&(13, 5.0))
    );
    // 1 to 5 January 2020 belong to the baseline week.
    assert_eq!(
        path.weeks_of(Quarter::new(2020, 1)).first(),
        Some(&(0, 5.0))
    );
    for quarter in path.quarters(&calm()) {
        let days: f64 = path.weeks_of(quarter).iter().map(|(_, days)| days).sum();
        assert_eq!(days, (quarter.last_day() - quarter.first_day() + 1) as f64);
    }
}

#[test]
fn the_path_is_one_in_the_middle_of_2019_and_grows_by_the_trend() {
    let path = path();
    let middle = 1.0 - 26.5; // week whose time is -26.5; between two weeks
    let around = 0.5 * (path.national(middle as i64) + path.national(middle as i64 - 1));
    assert!((around - 1.0).abs() < 1e-6, "{around}");
    assert!((path.national(53) / path.national(1) - 1.0 - path.growth()).abs() < 1e-12);
    assert!((path.growth() - 0.050_33).abs() < 5e-6);
    assert!((100.0 * path.week_of_growth() - 0.0944).abs() < 5e-5);
}

#[test]
fn without_a_shock_value_added_is_on_its_path_in_nation_and_provinces() {
    let (path, run) = (path(), calm());
    for week in [0, 1, 80, 156] {
        assert_eq!(
            path.gdp(&run, week).to_bits(),
            path.trend_gdp(&run, week).to_bits()
        );
        let provinces: f64 = (0..tables_30().provinces.len())
            .map(|r| path.province_flow(&run, ProvinceSeries::ValueAdded, r, week))
            .sum();
        assert!((provinces / path.gva(&run, week) - 1.0).abs() < 1e-9);
    }
}

#[test]
fn a_later_start_moves_along_the_path() {
    let later = path().starting(path().monday(53));
    assert!((later.national(1) / path().national(53) - 1.0).abs() < 1e-12);
    assert_eq!(later.monday(1), path().monday(53));
}
