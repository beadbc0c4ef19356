//! The files of a calibration: `data/calibration/posterior.json` and `draws.json`.

use super::Calibration;
use super::posterior::{DriverFit, Posterior};
use super::priors::Priors;
use super::shift::Shift;
use super::twin::Twin;
use crate::data::{Tables, gathered_tables, hash};
use crate::record::Quarter;
use crate::scenario::ParameterDraw;
use serde_json::{Map, Value, json};

/// A file of the calibration, as it was when the program was built.
#[derive(Clone, Copy, Debug)]
pub struct CalibrationFile {
    /// Name of the file.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The ensemble of the twin.
pub const POSTERIOR: CalibrationFile = CalibrationFile {
    name: "posterior.json",
    text: include_str!("../../data/calibration/posterior.json"),
};
/// The draws that scenarios run with.
pub const DRAWS: CalibrationFile = CalibrationFile {
    name: "draws.json",
    text: include_str!("../../data/calibration/draws.json"),
};

/// What a calibration was made from, for both files.
fn stamp() -> Value {
    json!({
        "program": concat!("pulih ", env!("CARGO_PKG_VERSION")),
        "priors_blake3": Priors::hash(),
        "data_blake3": hash(),
    })
}

/// Text of `posterior.json`: a line a draw.
#[must_use]
pub fn posterior_text(calibration: &Calibration) -> String {
    let posterior = &calibration.posterior;
    let fits: Vec<Value> = posterior
        .fits
        .iter()
        .zip(&calibration.shifts)
        .map(|(fit, shift)| fit_value(posterior, fit, shift))
        .collect();
    let head = json!({
        "note": "What 2020 leaves open, for the twin: held values (mix of the driver, ranges), then fitted ones. Written by `pulih calibrate`; units and meaning: `pulih explain parameters`.",
        "made_from": stamp(),
        "origin": posterior.origin.to_string(),
        "held": posterior.held,
        "fitted": posterior.fitted,
        "fits": fits,
    });
    with_rows(
        &head,
        "draws",
        posterior.draws.iter().map(|draw| json!(draw)),
    )
}

fn fit_value(posterior: &Posterior, fit: &DriverFit, shift: &Shift) -> Value {
    let by_name = |values: &[f64]| -> Map<String, Value> {
        let names = posterior.fitted.iter().cloned();
        names.zip(values.iter().map(|value| json!(value))).collect()
    };
    json!({
        "driver_stringency_weight": fit.driver_stringency_weight,
        "sum_of_squares": fit.objective,
        "steps": fit.steps,
        "runs_of_the_twin": fit.runs,
        "values": by_name(&fit.values),
        "standard_deviations": by_name(&fit.deviations),
        "engine": {
            "shift": shift.by.iter().map(|(name, by)| (name.clone(), json!(by))).collect::<Map<String, Value>>(),
            "branches_rms_points_before": shift.before_points,
            "branches_rms_points_after": shift.after_points,
            "gdp_points_by_quarter_after": shift.gdp_points,
        },
    })
}

/// Text of `draws.json`: the draws that scenarios run with, moved for the full engine.
#[must_use]
pub fn draws_text(tables: &Tables, draws: &[(usize, ParameterDraw)]) -> String {
    let head = json!({
        "note": "A stratified choice from posterior.json, moved onto the full engine. Written by `pulih calibrate`.",
        "made_from": stamp(),
    });
    let rows = draws.iter().map(|(number, draw)| {
        let values: Map<String, Value> = draw
            .values
            .iter()
            .map(|(key, value)| (key.clone(), number_of(*value)))
            .collect();
        let contact: Map<String, Value> = tables
            .sectors
            .iter()
            .zip(&draw.contact_response.0)
            .map(|(sector, value)| (sector.code.clone(), number_of(*value)))
            .collect();
        json!({ "draw": number, "parameters": values, "contact_response": contact })
    });
    with_rows(&head, "draws", rows)
}

fn number_of(value: f64) -> Value {
    json!(super::posterior::rounded(value))
}

/// An object whose last key holds a list with one line an element.
fn with_rows(head: &Value, name: &str, rows: impl Iterator<Item = Value>) -> String {
    let head = serde_json::to_string_pretty(head).expect("a value is text");
    let head = head.trim_end().trim_end_matches('}').trim_end();
    let rows: Vec<String> = rows.map(|row| format!("    {row}")).collect();
    format!("{head},\n  \"{name}\": [\n{}\n  ]\n}}\n", rows.join(",\n"))
}

/// The embedded posterior.
///
/// # Panics
/// When the embedded file is broken: a bug.
#[must_use]
pub fn shipped_posterior() -> Posterior {
    read_posterior(POSTERIOR.text).expect("posterior.json has the form of a posterior")
}

/// The fit of a mix of the driver (its place in `Posterior::fits`) as the full engine runs it: moved
/// onto the twin, drawn parameters at the middle of their ranges.
///
/// # Panics
/// When the embedded file is broken: a bug.
#[must_use]
pub fn shipped_fit(number: usize) -> ParameterDraw {
    let mut posterior = shipped_posterior();
    let fit = &posterior.fits[number];
    let priors = Priors::shipped();
    let middle = priors.drawn.iter().map(|drawn| drawn.at(0.5));
    let held = std::iter::once(fit.driver_stringency_weight).chain(middle);
    posterior.draws = vec![held.chain(fit.values.iter().copied()).collect()];
    let shift = read_shift(number).expect("posterior.json has a shift for each fit");
    posterior.parameter_draw(&Twin::new(gathered_tables()), 0, Some(&shift))
}

fn read_shift(fit: usize) -> Option<Shift> {
    let file: Value = serde_json::from_str(POSTERIOR.text).ok()?;
    let engine = &file["fits"][fit]["engine"];
    let by = engine["shift"].as_object()?.iter();
    let gdp = engine["gdp_points_by_quarter_after"].as_array()?.iter();
    Some(Shift {
        by: by
            .map(|(name, by)| Some((name.clone(), by.as_f64()?)))
            .collect::<Option<_>>()?,
        before_points: engine["branches_rms_points_before"].as_f64()?,
        after_points: engine["branches_rms_points_after"].as_f64()?,
        gdp_points: gdp.map(Value::as_f64).collect::<Option<_>>()?,
    })
}

fn read_posterior(text: &str) -> Option<Posterior> {
    let file: Value = serde_json::from_str(text).ok()?;
    let texts = |value: &Value| -> Option<Vec<String>> {
        value
            .as_array()?
            .iter()
            .map(|text| Some(text.as_str()?.to_owned()))
            .collect()
    };
    let numbers = |value: &Value| -> Option<Vec<f64>> {
        value.as_array()?.iter().map(Value::as_f64).collect()
    };
    let fitted = texts(&file["fitted"])?;
    let by_name = |value: &Value| -> Option<Vec<f64>> {
        fitted.iter().map(|name| value[name].as_f64()).collect()
    };
    let whole = |value: &Value| -> Option<usize> { usize::try_from(value.as_u64()?).ok() };
    let fits = file["fits"].as_array()?.iter().map(|fit| {
        Some(DriverFit {
            driver_stringency_weight: fit["driver_stringency_weight"].as_f64()?,
            objective: fit["sum_of_squares"].as_f64()?,
            steps: whole(&fit["steps"])?,
            runs: whole(&fit["runs_of_the_twin"])?,
            values: by_name(&fit["values"])?,
            deviations: by_name(&fit["standard_deviations"])?,
        })
    });
    let (year, quarter) = file["origin"].as_str()?.split_once('Q')?;
    Some(Posterior {
        origin: Quarter::new(year.parse().ok()?, quarter.parse().ok()?),
        held: texts(&file["held"])?,
        fits: fits.collect::<Option<_>>()?,
        draws: file["draws"]
            .as_array()?
            .iter()
            .map(numbers)
            .collect::<Option<_>>()?,
        fitted,
    })
}
