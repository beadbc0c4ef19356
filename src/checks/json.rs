//! The checks for programs.

use super::{Check, ChecksReport};
use serde_json::{Value, json as value};

/// Digits after the point.
const ROUNDING: f64 = 1e4;

/// The report as a list: name, model, data with its source, verdict, reason, and the rule. What does
/// not exist is null.
#[must_use]
pub fn json(report: &ChecksReport) -> Value {
    report.checks.iter().map(one).collect()
}

fn one(check: &Check) -> Value {
    let model = check.model.map(|spread| {
        value!({
            "median": number(spread.median),
            "p5": number(spread.p5),
            "p95": number(spread.p95),
        })
    });
    let data = check.data.as_ref().map(|figure| {
        value!({
            "low": number(figure.low),
            "high": number(figure.high),
            "source": figure.source,
        })
    });
    value!({
        "check": check.name,
        "id": check.id,
        "group": check.group.title(),
        "unit": check.unit,
        "model": model,
        "data": data,
        "verdict": check.verdict.name(),
        "reason": check.reason,
        "rule": check.rule.words(),
    })
}

fn number(value: f64) -> Value {
    let rounded = (value * ROUNDING).round() / ROUNDING;
    // Minus zero is zero.
    serde_json::Number::from_f64(rounded + 0.0).map_or(Value::Null, Value::Number)
}
