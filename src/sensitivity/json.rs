//! The report for programs.

use super::{
    Bar, Combination, Effect, Global, Measured, ProgrammeReport, SensitivityReport, Split,
    sentences,
};
use serde_json::{Map, Value, json as value};

/// Digits after the point: a millionth of a per cent.
const ROUNDING: f64 = 1e6;

/// The report as JSON. Effects are differences of logarithms in percent, means over the seeds, with
/// the value of each seed beside; a number that does not exist is null.
#[must_use]
pub fn json(report: &SensitivityReport) -> Value {
    let programmes = report.programmes.iter();
    let programmes: Vec<Value> = programmes.map(|one| programme(report, one)).collect();
    value!({
        "against": report.counterfactual,
        "rows": report.rows,
        "real_enterprises": report.real_enterprises,
        "seeds": report.seeds,
        "weeks": report.weeks,
        "pairs_of_runs": report.pairs,
        "rows_of_check": report.large_rows,
        "programmes": programmes,
    })
}

fn programme(report: &SensitivityReport, one: &ProgrammeReport) -> Value {
    let words = sentences(report, one);
    let rows = one.answer.rows.iter().map(|row| {
        value!({
            "parameter": row.key,
            "value": number(row.value),
            "effect": measured(&row.measured),
        })
    });
    let carriers = one.global.carriers.iter().map(|carrier| {
        value!({
            "parameter": carrier.key,
            "srrc": number(carrier.coefficient),
            "srrc_error": number(carrier.error),
            "rank_correlation": number(carrier.correlation),
        })
    });
    let splits = &one.splits;
    value!({
        "scenario": one.scenario,
        "title": {"en": one.title.en, "id": one.title.id},
        "weeks_of_scenario": one.own_weeks,
        "words": {"en": words.en, "id": words.id},
        "central": measured(&one.central),
        "error_of_centre_gdp_percent": number(one.error_of_centre()),
        "error_of_change_gdp_points": number(one.error_of_change()),
        "error_of_change_of_size_gdp_points": number(one.error_of_size()),
        "ends_of_ranges": {"run": one.ends().0, "all": one.ends().1},
        "central_at_rows_of_check": measured(&one.large),
        "what_would_make_it_no": {
            "one_assumption": rows.collect::<Vec<_>>(),
            "combinations": one.answer.combinations.iter().map(combination).collect::<Vec<_>>(),
        },
        "one_at_a_time": one.bars.iter().map(bar).collect::<Vec<_>>(),
        "all_at_once": {
            "gdp_percent": one.global.effects.iter().map(|one| number(*one)).collect::<Vec<_>>(),
            "not_above_zero": one.global.not_positive(),
            "share_not_ruled_out": not_ruled_out(&one.global),
            "r2": number(one.global.r2),
            "adjusted_r2": number(one.global.adjusted_r2),
            "parameters": carriers.collect::<Vec<_>>(),
        },
        "variance": {
            "draws": splits.design.0,
            "seeds": splits.design.1,
            "gdp_percent": split(&splits.gdp_percent),
            "weeks_gained": split(&splits.weeks_gained),
            "employment_thousand": split(&splits.employment_thousand),
        },
    })
}

fn number(value: f64) -> Value {
    let rounded = (value * ROUNDING).round() / ROUNDING;
    // Minus zero is zero.
    serde_json::Number::from_f64(rounded + 0.0).map_or(Value::Null, Value::Number)
}

/// Null without runs.
fn not_ruled_out(global: &Global) -> Value {
    if global.effects.is_empty() {
        Value::Null
    } else {
        number(global.not_ruled_out())
    }
}

fn measured(measured: &Measured) -> Value {
    let mean = measured.mean();
    let seeds = measured.seeds.iter().map(|one| number(one.gdp_percent));
    let mut all = effect(&mean);
    all["gdp_percent_by_seed"] = seeds.collect::<Vec<_>>().into();
    all
}

fn effect(effect: &Effect) -> Value {
    value!({
        "gdp_percent": number(effect.gdp_percent),
        "weeks_gained": number(effect.weeks_gained),
        "employment_thousand": number(effect.employment_thousand),
        "leontief_percent": number(effect.leontief_percent),
        "ratio_to_leontief": effect.ratio().map_or(Value::Null, number),
    })
}

fn combination(combination: &Combination) -> Value {
    let values = combination.values.iter();
    let values: Map<String, Value> = values
        .map(|(key, value)| ((*key).to_owned(), number(*value)))
        .collect();
    value!({"values": values, "effect": measured(&combination.measured)})
}

fn bar(bar: &Bar) -> Value {
    let ends = bar.ends.iter().map(|end| {
        value!({
            "value": end.value.en,
            "change_gdp_points": number(end.change),
            "effect": measured(&end.measured),
        })
    });
    value!({
        "name": bar.name,
        "kind": bar.kind.name(),
        "label": {"en": bar.label.en, "id": bar.label.id},
        "length_gdp_points": number(bar.length()),
        "ends": ends.collect::<Vec<_>>(),
        "end_not_run": bar.not_run.as_ref().map(|value| value.en.clone()),
    })
}

fn split(split: &Split) -> Value {
    let [parameters, seeds, rest] = split.components;
    value!({
        "mean": number(split.mean),
        "standard_deviation": number(split.deviation),
        "standard_deviation_between_seeds": number(split.seed_deviation),
        "standard_deviation_of_a_change_between_seeds": number(split.change_deviation),
        "share_of_squares": {
            "parameters": number(split.parameters),
            "seeds": number(split.seeds),
            "rest": number(split.rest),
        },
        "components": {
            "parameters": number(parameters),
            "seeds": number(seeds),
            "rest": number(rest),
        },
    })
}
