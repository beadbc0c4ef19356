//! Property 8: twenty years after a passing shock nothing grows, swings or peaks again.

use crate::support::{advance, mean, model, pandemic, series};
use pulih::record::NationalSeries;
use pulih::scenario::Scenario;

/// Twenty years: drivers end in 2022, so the last seventeen have no shock but the held export gap.
const WEEKS: u32 = 1_040;
const YEAR: usize = 52;

#[test]
fn twenty_years_are_bounded_without_growing_swings_or_a_second_peak() {
    let end = advance(
        model(Scenario {
            weeks: WEEKS,
            ..pandemic()
        }),
        WEEKS,
    );
    let gdp = series(end.records().expect("records"), NationalSeries::Gdp);
    let level: Vec<f64> = gdp.iter().map(|value| value / gdp[0]).collect();
    let years: Vec<f64> = level[1..].chunks(YEAR).map(mean).collect();
    println!("GDP over its path by year: {years:.4?}");
    let least = level.iter().copied().fold(f64::INFINITY, f64::min);
    let most = level.iter().copied().fold(0.0, f64::max);
    println!("lowest week {least:.4}, highest {most:.4}");
    assert!(
        level.iter().all(|value| value.is_finite() && *value > 0.5),
        "lowest {least}"
    );
    assert!(
        most < 1.05,
        "highest {most}: restocking may overshoot, but not by this"
    );

    // No second peak: from the fourth year on the path has no hump, up and down again, above 1%.
    let late = &years[4..];
    let hump = (1..late.len() - 1)
        .map(|n| {
            let before = late[..n].iter().copied().fold(f64::INFINITY, f64::min);
            let after = late[n + 1..].iter().copied().fold(f64::INFINITY, f64::min);
            (late[n] - before).min(late[n] - after)
        })
        .fold(0.0, f64::max);
    println!("largest hump of yearly means after year 4: {hump:.5}");
    assert!(hump < 0.01, "a second peak of {hump}");

    // No growing swing: the spread of weeks inside a year falls to nothing.
    let spread = |n: usize| {
        let year = &level[1 + YEAR * n..1 + YEAR * (n + 1)];
        let (low, high) = year
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(l, h), v| (l.min(*v), h.max(*v)));
        high - low
    };
    let spreads: Vec<f64> = (0..years.len()).map(spread).collect();
    println!("spread of weeks inside each year: {spreads:.5?}");
    assert!(spreads[4..].iter().all(|s| *s < 0.02), "{spreads:?}");
    assert!(spreads[19] < spreads[5] + 1e-3, "swings grow: {spreads:?}");
}
