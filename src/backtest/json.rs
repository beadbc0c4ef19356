//! The report for programs.

use super::bars::Comparison;
use super::scores::{Cell, Errors, Rule, Score};
use super::{BacktestReport, Mode, sentences};
use crate::data::date::format_iso;
use crate::record::Quarter;
use serde_json::{Map, Value, json as value};

/// Digits after the point: ten thousandths of a point.
const ROUNDING: f64 = 1e4;

/// The report as JSON: `series` is the mode of observed mobility, by series and origin; `modes` has
/// the others (`without_relief`, `mobility_held`, `mobility_decaying`) in the same form, without
/// intervals. Errors are percentage points of growth; a rule that could not
/// forecast is absent, a number that does not exist is null.
#[must_use]
pub fn json(report: &BacktestReport) -> Value {
    let modes = Mode::ALL.into_iter().skip(1);
    let modes: Map<String, Value> = modes
        .map(|mode| (mode.name().to_owned(), by_series(report, mode)))
        .collect();
    let words = sentences(report);
    value!({
        "series": by_series(report, Mode::ObservedMobility),
        "modes": modes,
        "bars": report.bars.iter().map(|bar| value!({
            "bar": bar.bar,
            "what": bar.what,
            "found": number(bar.found),
            "comparison": match bar.comparison {
                Comparison::AtMost => "at most",
                Comparison::Below => "below",
                Comparison::AtLeast => "at least",
            },
            "allowed": number(bar.allowed),
            "met": bar.met,
            "reason": bar.reason,
        })).collect::<Vec<_>>(),
        "annual": annual(report),
        "employment": report.employment.iter().map(|one| value!({
            "origin": one.origin.to_string(),
            "survey": one.survey.to_string(),
            "published": number(one.published),
            "model": number(one.model),
            "interval_90": one.interval.map(number),
            "fixed_gap": number(one.fixed_gap),
            "last_known": number(one.last),
        })).collect::<Vec<_>>(),
        "words": {"en": words.en, "id": words.id},
    })
}

fn number(value: f64) -> Value {
    let rounded = (value * ROUNDING).round() / ROUNDING;
    // Minus zero is zero.
    serde_json::Number::from_f64(rounded + 0.0).map_or(Value::Null, Value::Number)
}

fn by_series(report: &BacktestReport, mode: Mode) -> Value {
    let mut all = Map::new();
    for cell in report.cells.iter().filter(|cell| cell.mode == mode) {
        let name = report.series[cell.series].name.clone();
        let origins = all.entry(name).or_insert_with(|| value!({}));
        let mut found = of_cell(cell);
        if let Some(ends) = cell
            .intervals
            .as_ref()
            .filter(|_| mode == Mode::ObservedMobility)
        {
            found["forecast_90"] = intervals(&cell.quarters, &ends.yoy);
            found["gap_90"] = intervals(&cell.quarters, &ends.gap);
        }
        origins[cell.origin.to_string()] = found;
    }
    Value::Object(all)
}

fn of_cell(cell: &Cell) -> Value {
    let errors = |of: fn(Score) -> Errors, pick: fn(Errors) -> f64| -> Value {
        let rules = Rule::all().into_iter().filter_map(|rule| {
            let score = cell.score(rule)?;
            Some((rule.name().to_owned(), number(pick(of(score)))))
        });
        Value::Object(rules.collect())
    };
    let (near, whole) = (|score: Score| score.h1_4, |score: Score| score.h1_8);
    let quarters = cell.score(Rule::Model).map(|score| score.h1_8.quarters);
    let forecast = |rule: Rule| by_quarter(&cell.quarters, cell.forecast(rule));
    value!({
        "quarters": quarters,
        "h1_4": errors(near, |errors| errors.rmse),
        "h1_8": errors(whole, |errors| errors.rmse),
        "mae_h1_4": errors(near, |errors| errors.mae),
        "mae_h1_8": errors(whole, |errors| errors.mae),
        "bias_h1_4": errors(near, |errors| errors.bias),
        "bias_h1_8": errors(whole, |errors| errors.bias),
        "crps": cell.crps.map(number),
        "coverage_90": cell.coverage_90.map(number),
        "forecast": forecast(Rule::Model),
        "gap": by_quarter(&cell.quarters, Some(&cell.gap)),
    })
}

fn by_quarter(quarters: &[Quarter], values: Option<&[f64]>) -> Value {
    let pairs = quarters.iter().zip(values.unwrap_or_default());
    Value::Object(
        pairs
            .map(|(quarter, value)| (quarter.to_string(), number(*value)))
            .collect(),
    )
}

fn intervals(quarters: &[Quarter], ends: &[(f64, f64)]) -> Value {
    let pairs = quarters.iter().zip(ends);
    Value::Object(
        pairs
            .map(|(quarter, (low, high))| {
                (quarter.to_string(), value!([number(*low), number(*high)]))
            })
            .collect(),
    )
}

fn annual(report: &BacktestReport) -> Vec<Value> {
    let years = report.annual.iter();
    years
        .map(|one| {
            let forecasts = one.forecasts.iter();
            let forecasts: Map<String, Value> = forecasts
                .map(|(rule, percent)| (rule.name().to_owned(), number(*percent)))
                .collect();
            let others = one.of_others.iter();
            let others: Vec<Value> = others
                .map(|other| {
                    value!({
                        "who": other.who,
                        "published": format_iso(other.published),
                        "percent": number(other.percent),
                    })
                })
                .collect();
            value!({
                "origin": one.origin.to_string(),
                "year": one.year,
                "published": number(one.published),
                "forecasts": forecasts,
                "model_in_other_modes": one.other_modes.iter().map(|(mode, percent)| {
                    (mode.name().to_owned(), number(*percent))
                }).collect::<Map<String, Value>>(),
                "published_forecasts": others,
            })
        })
        .collect()
}
