//! Claims about measures, on made-up records.

use super::synthetic::{Story, path, records, tables_30};
use super::*;

fn measure(weeks: usize, story: Story) -> RunMeasures {
    RunMeasures::new(&records("run", 2, weeks, story), &path(), tables_30())
}

#[test]
fn without_a_shock_gdp_grows_by_its_trend_and_nothing_is_lost() {
    let measures = measure(156, Story::NOTHING);
    let yoy = measures.quarters.yoy_percent(&measures.quarters.gdp);
    assert_eq!(yoy[..4], [None; 4]);
    for growth in yoy.iter().skip(4).flatten() {
        assert!((4.75..5.05).contains(growth), "{growth}");
    }
    assert!(measures.output_lost_percent_of_year.abs() < 1e-12);
    assert!(measures.scar_at_end_percent.abs() < 1e-12);
    assert_eq!(measures.weeks_to_regain_2019q4, Some(0.0));
    assert_eq!(measures.weeks_to_regain_trend, Some(0.0));
}

#[test]
fn a_fall_of_a_tenth_in_every_sector_is_a_fall_of_a_tenth_of_growth() {
    let mut run = records("run", 1, 156, Story::NOTHING);
    for week in 27..run.weeks() {
        run.sector[week].iter_mut().for_each(|value| *value *= 0.9);
        run.national[week]
            .iter_mut()
            .for_each(|value| *value *= 0.9);
    }
    let measures = RunMeasures::new(&run, &path(), tables_30());
    let calm = measure(156, Story::NOTHING);
    let levels = |one: &RunMeasures| one.quarters.gdp.clone();
    // Week 27 starts on 6 July 2020: the quarter from October is wholly below.
    let (q, fallen, whole) = (7, levels(&measures), levels(&calm));
    assert_eq!(
        measures.quarters.quarters[q],
        crate::record::Quarter::new(2020, 4)
    );
    assert!((fallen[q] / whole[q] - 0.9).abs() < 1e-12);
    let gap = measures.quarters.gap_to_path_percent();
    assert!((gap[q] + 10.0).abs() < 1e-9);
    assert!((measures.scar_at_end_percent + 10.0).abs() < 1e-9);
    let lost = 10.0 * (156.0 - 26.0) / 52.0;
    assert!((measures.output_lost_percent_of_year - lost).abs() < 1e-9);
}

#[test]
fn the_level_of_2019_is_regained_but_the_trend_is_not() {
    let measures = measure(156, Story::COVID);
    let weeks = measures
        .weeks_to_regain_2019q4
        .expect("growth overtakes the scar");
    assert!((40.0..110.0).contains(&weeks), "{weeks}");
    assert_eq!(measures.weeks_to_regain_trend, None);
    assert!((-7.6..-6.4).contains(&measures.scar_at_end_percent));
}

#[test]
fn years_are_sums_of_their_quarters() {
    let measures = measure(156, Story::COVID);
    let years = measures.quarters.years(&measures.quarters.gdp);
    assert_eq!(
        years.iter().map(|(year, _)| *year).collect::<Vec<_>>(),
        [2019, 2020, 2021, 2022]
    );
    let growth = yearly_growth_percent(&years);
    assert!(growth[0].1 < 0.0 && growth[1].1 > 0.0);
    assert!(
        (years[0].1 / 10_902_693.0 - 1.0).abs() < 0.002,
        "{}",
        years[0].1
    );
}

#[test]
fn published_series_add_up_their_sectors() {
    let measures = measure(156, Story::COVID);
    let find = |name: &str| {
        let published = &measures.quarters.published;
        published
            .iter()
            .find(|one| one.series == name)
            .unwrap()
            .yoy_percent
            .clone()
    };
    assert_eq!(
        find("GDP"),
        measures.quarters.yoy_percent(&measures.quarters.gdp)
    );
    let gva = measures.quarters.yoy_percent(&measures.quarters.gva);
    for (summed, direct) in find("GVA").iter().zip(&gva) {
        let difference = summed.unwrap_or(0.0) - direct.unwrap_or(0.0);
        assert!(difference.abs() < 1e-9);
    }
    assert!(find("Household Consumption")[4].is_some());
}

#[test]
fn volumes_of_week_156_exist_only_when_the_run_gets_there() {
    assert_eq!(
        measure(100, Story::PROGRAMME)
            .contracts
            .signed_volume_week_156,
        None
    );
    let contracts = measure(156, Story::PROGRAMME).contracts;
    assert!((contracts.signed - 700.0).abs() < 1e-9);
    assert_eq!(
        contracts.signed_volume_week_156,
        Some(contracts.signed_volume_at_end)
    );
}
