//! Claims about rules, scores, bars and words.

use super::annual::annual_growth;
use super::scores::score;
use super::synthetic::ensemble;
use super::*;
use crate::data::{SectorScheme, find as find_file, rows_as_text, tables};
use crate::observed::{find, quarters};

fn io30() -> &'static Tables {
    tables(SectorScheme::Io30)
}

fn report_of(closing: f64) -> BacktestReport {
    run(io30(), &|origin, mode| {
        ensemble(io30(), origin, mode, closing)
    })
}

fn quarter(text: &str) -> Quarter {
    let (year, quarter) = text.split_once('Q').unwrap();
    Quarter::new(year.parse().unwrap(), quarter.parse().unwrap())
}

fn naive(pack: &str) -> Naive {
    match pack {
        "random_walk" => Naive::RandomWalk,
        "ar1_refit_bounded" => Naive::Ar1,
        "ar1_refit_unbounded" => Naive::Ar1Unbounded,
        "ar1_pre2020" => Naive::Ar1Before2020,
        "mean_2015_2019" => Naive::Mean,
        "constant_level_gap" => Naive::FixedGap,
        "gap_half_life_4q" => Naive::HalfLife,
        other => panic!("{other}"),
    }
}

/// Series of the benchmark, which has two that are not whole sectors.
fn benchmark_series(name: &str) -> Series {
    let all = series(io30());
    find(&all, name).cloned().unwrap_or_else(|| {
        let target = io30().target_series.iter();
        let target = target.clone().find(|one| one.series == name).unwrap();
        Series::published_as(&target.kind, name)
    })
}

/// Half of the last digit that the benchmark has.
const LAST_DIGIT: f64 = 0.0051;

/// The benchmark was computed with data to 2023Q4: scores that need quarters after 2022 (eight
/// quarters after an origin in 2021) cannot be recomputed; four quarters can.
#[test]
fn naive_rules_are_those_of_the_benchmark() {
    let outcome = Outcome::of(io30());
    let file = find_file("covid/benchmark_rmse_origin").unwrap();
    let (mut near, mut whole) = (0, 0);
    for row in rows_as_text(file).1 {
        let (series, origin) = (benchmark_series(&row[0]), quarter(&row[1]));
        let known = Known::until(io30(), origin);
        let forecast = naive(&row[2]).forecast(&known, &series, 8).unwrap();
        let after = quarters().into_iter().filter(|one| *one > origin);
        let published: Vec<_> = after.map(|one| outcome.yoy_percent(&series, one)).collect();
        let score = score(&forecast, &published).unwrap();
        let expected: Vec<f64> = row[4..].iter().map(|cell| cell.parse().unwrap()).collect();
        let close = |found: f64, expected: f64| {
            // The unbounded AR(1) explodes: relative there.
            let allowed = LAST_DIGIT * (1.0 + expected.abs() / 1000.0);
            assert!((found - expected).abs() < allowed, "{row:?}: {found}");
        };
        close(score.h1_4.rmse, expected[0]);
        near += 1;
        if origin <= MAIN_ORIGIN {
            close(score.h1_8.rmse, expected[1]);
            close(score.h1_8.mae, expected[2]);
            close(score.h1_8.bias, expected[3]);
            whole += 1;
        }
    }
    assert_eq!((near, whole), (378, 252));
}

#[test]
fn annual_growth_of_naive_rules_is_that_of_the_benchmark() {
    let gdp = &series(io30())[0];
    let file = find_file("covid/benchmark_annual_growth").unwrap();
    for row in rows_as_text(file).1 {
        let known = Known::until(io30(), quarter(&row[0]));
        let forecast = naive(&row[1]).forecast(&known, gdp, 12).unwrap();
        let year = row[2].parse().unwrap();
        let found = annual_growth(io30(), &known, gdp, &forecast, year).unwrap();
        let expected: f64 = row[3].parse().unwrap();
        assert!((found - expected).abs() < 0.011, "{row:?}: {found}");
    }
}

#[test]
fn annual_growth_that_came_is_what_was_published() {
    let report = report_of(0.0);
    assert_eq!(report.annual.len(), 6);
    for one in &report.annual {
        let published = if one.year == 2021 { 3.70 } else { 5.31 };
        assert!((one.published - published).abs() < 0.02, "{one:?}");
    }
}

#[test]
fn published_forecasts_knew_the_origin_and_not_the_next_quarter() {
    let report = report_of(0.0);
    let of_2021 = report
        .annual
        .iter()
        .find(|one| one.year == 2021 && one.origin == MAIN_ORIGIN);
    let who: Vec<&str> = of_2021
        .unwrap()
        .of_others
        .iter()
        .map(|one| one.who.as_str())
        .collect();
    assert!(who.contains(&"Bank Indonesia, Feb 2021"), "{who:?}");
    assert!(who.contains(&"IMF, WEO Apr 2021"), "{who:?}");
    assert!(
        !who.iter()
            .any(|one| one.contains("Jan 2021") || one.contains("Jul"))
    );
}

/// A model that keeps the gap of the origin forecasts what the fixed gap does, but for the
/// persistence of branches in the path.
#[test]
fn a_model_that_keeps_the_gap_scores_as_the_fixed_gap() {
    let report = report_of(0.0);
    let gdp = report.main("GDP").unwrap();
    let error = |rule| gdp.score(rule).unwrap().h1_8.rmse;
    let fixed = error(Rule::Naive(Naive::FixedGap));
    assert!((error(Rule::Model) - fixed).abs() < 0.01);
    assert!((error(Rule::Combination) - fixed).abs() < 0.01);
}

#[test]
fn the_forecast_begins_at_the_known_gap_of_each_draw() {
    let report = report_of(0.0);
    for cell in &report.cells {
        let yoy = cell.forecast(Rule::Model).unwrap();
        assert_eq!(yoy.len(), cell.quarters.len());
        assert!(yoy.iter().all(|growth| growth.is_finite()));
        if let Some(intervals) = &cell.intervals {
            let width = |(low, high): (f64, f64)| high - low;
            let (first, last) = (intervals.gap[0], intervals.gap.last().unwrap());
            assert!(width(first) < width(*last));
        }
    }
}

#[test]
fn a_series_that_the_model_does_not_have_is_left_out() {
    let report = report_of(0.0);
    let last = &report.series.last().unwrap().name;
    assert!(report.main(last).is_none());
    assert!(report.main("Government").unwrap().coverage_90.is_none());
    let short = report.main("Exports of goods and services").unwrap();
    assert_eq!(short.score(Rule::Model).unwrap().h1_8.quarters, 1);
}

/// Poison after the origin reaches scores, never a forecast.
#[test]
fn no_forecast_sees_what_came_later() {
    let mut poisoned = io30().clone();
    for row in poisoned
        .growth_targets
        .iter_mut()
        .chain(&mut poisoned.agriculture)
    {
        if row.year > 2020 {
            row.yoy_percent = -1e99;
        }
    }
    for one in series(io30()) {
        let known = |tables: &Tables| Known::until(tables, MAIN_ORIGIN);
        for rule in Naive::ALL {
            let forecast = |tables: &Tables| rule.forecast(&known(tables), &one, 8);
            assert_eq!(forecast(&poisoned), forecast(io30()), "{}", one.name);
        }
    }
    let clean = report_of(0.001);
    let dirty = run(&poisoned, &|origin, mode| {
        ensemble(&poisoned, origin, mode, 0.001)
    });
    for (one, other) in clean.cells.iter().zip(&dirty.cells) {
        assert_eq!(one.forecasts, other.forecasts);
        assert_eq!(one.gap, other.gap);
        assert_eq!(one.intervals, other.intervals);
    }
}

#[test]
fn bars_have_their_letters_and_miss_what_was_not_forecast() {
    let report = report_of(0.0);
    let letters: Vec<&str> = report.bars.iter().map(|bar| bar.bar).collect();
    let expected = [
        "a", "b1", "b2", "c1", "c2", "d", "e1", "e2", "f1", "f2", "g1", "g2", "g3",
    ];
    assert_eq!(letters, expected);
    let none = run(io30(), &|origin, mode| {
        let mut nothing = ensemble(io30(), origin, mode, 0.0);
        nothing.path.fill([f64::NAN; crate::observed::QUARTERS]);
        nothing
    });
    assert!(none.cells.is_empty() && none.bars.iter().all(|bar| !bar.met));
}

#[test]
fn a_reason_stays_with_its_bar() {
    let mut report = report_of(0.0);
    report.explain("a", "a reason");
    assert_eq!(report.bars[0].reason, "a reason");
    assert!(text(&report).contains("a reason"));
    assert_eq!(json(&report)["bars"][0]["reason"], "a reason");
}

/// A gap that closes fast is a bad forecast, and the words have to say so.
#[test]
fn words_follow_the_scores() {
    let said = |closing: f64| sentences(&report_of(closing)).en.join(" ");
    let (bad, same) = (said(0.01), said(0.0));
    assert!(bad.contains("worse than the best naive rule"), "{bad}");
    assert!(
        bad.contains("worse alone than assuming a fixed gap"),
        "{bad}"
    );
    assert!(
        bad.contains("is not better than the better of them"),
        "{bad}"
    );
    assert!(
        same.contains("no better alone than assuming a fixed gap"),
        "{same}"
    );
    for words in [bad, same] {
        assert!(words.contains("nothing of this is statistically significant"));
        assert!(words.contains("not a forecast"));
    }
}

#[test]
fn nobody_says_that_the_model_beats_the_naive_rules() {
    for closing in [-0.004, -0.002, 0.0, 0.002, 0.01] {
        let report = report_of(closing);
        let words = sentences(&report);
        assert_eq!(words.en.len(), words.id.len());
        let shown = text(&report);
        for forbidden in ["beats the naive rules", "mengalahkan aturan naif"] {
            assert!(!shown.contains(forbidden), "{closing}");
        }
    }
}

#[test]
fn the_json_has_the_form_that_was_promised() {
    let json = json(&report_of(0.0));
    let gdp = &json["series"]["GDP"]["2020Q4"];
    for rule in [
        "model",
        "fixed_gap",
        "half_life",
        "ar1",
        "mean",
        "random_walk",
        "combination",
    ] {
        assert!(
            gdp["h1_4"][rule].is_number() && gdp["h1_8"][rule].is_number(),
            "{rule}"
        );
    }
    assert!(gdp["crps"].is_number() && gdp["coverage_90"].is_number());
    assert!(json["modes"]["mobility_held"]["GDP"]["2020Q2"]["h1_8"]["model"].is_number());
    assert!(json["bars"].is_array() && json["annual"].is_array());
    let fixed = gdp["h1_4"]["fixed_gap"].as_f64().unwrap();
    assert!((fixed - 1.66).abs() < 0.005, "{fixed}");
}
