//! Growth of GDP by year, beside published forecasts of the same vintage.

use super::scores::Rule;
use super::{BacktestReport, Mode, ORIGINS};
use crate::data::Tables;
use crate::data::date::days_from_civil;
use crate::observed::{Known, Outcome, Series, growth_of_year, place, quarters};
use crate::record::Quarter;

/// Years that are forecast.
const YEARS: [i32; 2] = [2021, 2022];
/// Day of the second month after a quarter on which BPS publishes GDP, within a few days.
const RELEASE_DAY: u32 = 5;

/// A forecast that was published.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedForecast {
    /// Who made it and its vintage, e.g. `IMF, WEO Apr 2021`.
    pub who: String,
    /// Day of publication, from 1970-01-01; partly approximate.
    pub published: i64,
    /// Growth, percent; the middle of a range.
    pub percent: f64,
}

/// Growth of GDP in one year as forecast at one origin.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnualGrowth {
    /// Last known quarter.
    pub origin: Quarter,
    /// Year.
    pub year: i32,
    /// Published in the end, percent.
    pub published: f64,
    /// Forecast of each rule, percent; of the model with observed mobility.
    pub forecasts: Vec<(Rule, f64)>,
    /// Forecast of the model in the other modes, percent.
    pub other_modes: Vec<(Mode, f64)>,
    /// Forecasts that others published with the same knowledge: from the release of the origin's
    /// figures (the 5th of the second month after it) to that of the next quarter's.
    pub of_others: Vec<PublishedForecast>,
}

/// All origins and years.
pub(super) fn annual(tables: &Tables, report: &BacktestReport) -> Vec<AnnualGrowth> {
    let outcome = Outcome::of(tables);
    let mut all = Vec::new();
    for origin in ORIGINS {
        let Some(cell) = report.cell("GDP", origin, Mode::ObservedMobility) else {
            continue;
        };
        let series = &report.series[cell.series];
        let known = Known::until(tables, origin);
        for year in YEARS {
            let growth = |yoy: &[f64]| annual_growth(tables, &known, series, yoy, year);
            let forecasts = cell.forecasts.iter();
            let found = growth_of_year(tables, year, |at| {
                outcome.yoy_percent(series, quarters()[at])
            });
            let Some(found) = found else {
                continue;
            };
            let of_mode = |mode: Mode| {
                let yoy = report.cell("GDP", origin, mode)?.forecast(Rule::Model)?;
                Some((mode, growth(yoy)?))
            };
            all.push(AnnualGrowth {
                origin,
                year,
                published: found,
                other_modes: Mode::ALL[1..]
                    .iter()
                    .filter_map(|mode| of_mode(*mode))
                    .collect(),
                forecasts: forecasts
                    .filter_map(|(rule, yoy)| Some((*rule, growth(yoy)?)))
                    .collect(),
                of_others: of_others(tables, origin, year),
            });
        }
    }
    all
}

/// Growth of a year, percent, from known growth up to the origin and `yoy` after it; `None` where
/// either is missing.
pub(super) fn annual_growth(
    tables: &Tables,
    known: &Known,
    series: &Series,
    yoy: &[f64],
    year: i32,
) -> Option<f64> {
    let origin = place(known.origin())?;
    growth_of_year(tables, year, |at| match at.checked_sub(origin + 1) {
        None => known.yoy_percent(series, quarters()[at]),
        Some(h) => yoy.get(h).copied(),
    })
}

fn of_others(tables: &Tables, origin: Quarter, year: i32) -> Vec<PublishedForecast> {
    let window = release(origin)..release(origin.next());
    let mut found: Vec<PublishedForecast> = tables
        .forecast_vintages
        .iter()
        .filter(|one| one.target_year == year && window.contains(&one.published))
        .map(|one| PublishedForecast {
            who: format!("{}, {}", one.institution, one.vintage),
            published: one.published,
            percent: one.percent,
        })
        .collect();
    found.sort_by_key(|one| one.published);
    found
}

/// Day on which a quarter's GDP is published, from 1970-01-01.
fn release(quarter: Quarter) -> i64 {
    let next = quarter.next();
    days_from_civil(next.year, 3 * next.quarter - 1, RELEASE_DAY)
}
