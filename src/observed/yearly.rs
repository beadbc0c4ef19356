//! Growth of GDP by year from growth by quarter.

use super::calendar::{QUARTERS, place, quarters};
use crate::data::Tables;
use crate::record::Quarter;

/// Growth of a year, percent, from growth of quarters on the same quarter of the year before (by
/// place in `quarters()`), the quarters of 2019 weighed with their level; `None` where one is missing.
pub fn growth_of_year(
    tables: &Tables,
    year: i32,
    yoy_percent: impl Fn(usize) -> Option<f64>,
) -> Option<f64> {
    let mut levels = [0.0; QUARTERS];
    levels[..4].copy_from_slice(&tables.gdp_season);
    let last = place(Quarter::new(year, 4))?;
    for at in 4..=last {
        levels[at] = levels[at - 4] * (1.0 + yoy_percent(at)? / 100.0);
    }
    let sum = |last: usize| levels[last - 3..=last].iter().sum::<f64>();
    (last > 4).then(|| 100.0 * (sum(last) / sum(last - 4) - 1.0))
}

/// Growth of GDP in a year as BPS published it, percent; `None` outside 2020 to 2022.
#[must_use]
pub fn published_growth_of_year(tables: &Tables, year: i32) -> Option<f64> {
    growth_of_year(tables, year, |at| {
        let Quarter { year, quarter } = quarters()[at];
        tables.growth("total", "GDP", year, quarter)
    })
}
