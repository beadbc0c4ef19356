//! `summary.json` and `effects.json`.

use crate::experiment::effects::{
    Components, EFFECTS, Effects, PlaceEffect, PolicyEffects, Untold,
};
use crate::experiment::measures::{
    Better, Distribution, EnsembleRun, Experiment, RunMeasures, RunValue, median_with_missing,
    yearly_growth_percent,
};
use crate::scenario::Uncertainty;
use serde_json::{Map, Value, json};

/// Digits of numbers in results.
const DIGITS: usize = 9;

/// A measure of a run with its name.
type Named<T> = (&'static str, fn(&RunMeasures) -> T);

/// A number with nine digits; none if it is not finite.
pub(super) fn number(value: f64) -> Value {
    let rounded: f64 = format!("{value:.*e}", DIGITS - 1)
        .parse()
        .expect("a number that was printed reads back");
    if rounded.is_finite() {
        json!(rounded)
    } else {
        Value::Null
    }
}

fn maybe(value: Option<f64>) -> Value {
    value.map_or(Value::Null, number)
}

fn median_of(measures: &[RunMeasures], value: impl Fn(&RunMeasures) -> f64) -> Value {
    let values: Vec<f64> = measures.iter().map(value).collect();
    maybe(Distribution::of(&values, Better::Neither).map(|spread| spread.median))
}

/// The content of `summary.json`.
#[must_use]
pub fn summary(experiment: &Experiment) -> Value {
    let mut scenarios = Map::new();
    for run in experiment.runs() {
        let measures = measures(experiment, run);
        scenarios.insert(run.info.name.clone(), scenario(run, &measures));
    }
    json!({ "scenarios": scenarios })
}

/// Measures of every run of a scenario.
pub(super) fn measures(experiment: &Experiment, run: &EnsembleRun) -> Vec<RunMeasures> {
    run.records
        .iter()
        .map(|records| RunMeasures::new(records, &run.path, experiment.tables))
        .collect()
}

fn scenario(run: &EnsembleRun, measures: &[RunMeasures]) -> Value {
    let mut map = Map::new();
    facts(&mut map, run, measures);
    growth(&mut map, measures);
    regain(&mut map, measures);
    for (key, value) in scalars() {
        map.insert(key.to_owned(), median_of(measures, value));
    }
    contract_volumes(&mut map, run, measures);
    map.insert("spread".to_owned(), spreads(run, measures));
    Value::Object(map)
}

fn facts(map: &mut Map<String, Value>, run: &EnsembleRun, measures: &[RunMeasures]) {
    let worst = measures
        .iter()
        .map(|one| one.worst_accounting_residual)
        .fold(0.0, f64::max);
    map.insert("worst_accounting_residual".to_owned(), number(worst));
    let facts = run.records.first().map(|records| records.facts);
    let facts = facts.unwrap_or_default();
    map.insert("enterprises".to_owned(), json!(facts.enterprises));
    map.insert("real_enterprises".to_owned(), json!(facts.real_enterprises));
    map.insert("cooperatives".to_owned(), json!(facts.cooperatives));
    map.insert("links".to_owned(), json!(facts.links));
    let weeks = run
        .records
        .first()
        .map_or(0, |records| records.weeks().saturating_sub(1));
    map.insert("weeks".to_owned(), json!(weeks));
    map.insert("seeds".to_owned(), json!(run.records.len()));
    map.insert(
        "external_offset".to_owned(),
        number(run.info.external_offset),
    );
    let parameters = match run.info.uncertainty {
        Uncertainty::Drawn => "drawn, every fourth seed with the draw of one of the three before",
        Uncertainty::DrawnOnce => "drawn, one draw a seed",
        Uncertainty::Central => "central",
    };
    map.insert("parameters".to_owned(), json!(parameters));
}

/// Medians over seeds by quarter and year.
fn growth(map: &mut Map<String, Value>, measures: &[RunMeasures]) {
    let Some(first) = measures.first() else {
        return;
    };
    let levels: [Named<Vec<f64>>; 2] = [
        ("gdp", |one| one.quarters.gdp.clone()),
        ("gva", |one| one.quarters.gva.clone()),
    ];
    for (name, level) in levels {
        let yoy = |one: &RunMeasures| one.quarters.yoy_percent(&level(one));
        map.insert(format!("{name}_growth_yoy"), by_quarter(measures, &yoy));
        let years = |one: &RunMeasures| yearly_growth_percent(&one.quarters.years(&level(one)));
        map.insert(format!("{name}_growth_yearly"), by_year(measures, &years));
    }
    let gap = |one: &RunMeasures| {
        one.quarters
            .gap_to_path_percent()
            .into_iter()
            .map(Some)
            .collect()
    };
    map.insert("gap_to_path_percent".to_owned(), by_quarter(measures, &gap));
    let mut published = Map::new();
    for (index, series) in first.quarters.published.iter().enumerate() {
        let yoy = |one: &RunMeasures| one.quarters.published[index].yoy_percent.clone();
        let name = format!("{}: {}", series.kind, series.series);
        published.insert(name, by_quarter(measures, &yoy));
    }
    map.insert(
        "published_series_growth_yoy".to_owned(),
        Value::Object(published),
    );
}

fn by_quarter(
    measures: &[RunMeasures],
    values: &dyn Fn(&RunMeasures) -> Vec<Option<f64>>,
) -> Value {
    let all: Vec<Vec<Option<f64>>> = measures.iter().map(values).collect();
    let mut map = Map::new();
    for (q, quarter) in measures[0].quarters.quarters.iter().enumerate() {
        let of_quarter: Vec<f64> = all.iter().filter_map(|one| one[q]).collect();
        let first_year = measures[0].quarters.quarters[0].year;
        if let Some(spread) = Distribution::of(&of_quarter, Better::Neither) {
            if quarter.year > first_year {
                map.insert(quarter.to_string(), number(spread.median));
            }
        }
    }
    Value::Object(map)
}

fn by_year(measures: &[RunMeasures], values: &dyn Fn(&RunMeasures) -> Vec<(i32, f64)>) -> Value {
    let all: Vec<Vec<(i32, f64)>> = measures.iter().map(values).collect();
    let mut map = Map::new();
    for (index, (year, _)) in all[0].iter().enumerate() {
        let of_year: Vec<f64> = all.iter().map(|one| one[index].1).collect();
        let spread = Distribution::of(&of_year, Better::Neither);
        map.insert(year.to_string(), maybe(spread.map(|spread| spread.median)));
    }
    Value::Object(map)
}

fn regain(map: &mut Map<String, Value>, measures: &[RunMeasures]) {
    let targets: [Named<Option<f64>>; 2] = [
        ("2019q4", |one| one.weeks_to_regain_2019q4),
        ("trend", |one| one.weeks_to_regain_trend),
    ];
    let mut not_reached = Map::new();
    for (name, weeks) in targets {
        let weeks: Vec<Option<f64>> = measures.iter().map(weeks).collect();
        map.insert(
            format!("weeks_to_regain_{name}"),
            maybe(median_with_missing(&weeks)),
        );
        let missing = weeks.iter().filter(|weeks| weeks.is_none()).count();
        let share = missing as f64 / weeks.len().max(1) as f64;
        not_reached.insert(name.to_owned(), number(share));
    }
    map.insert("share_not_reached".to_owned(), Value::Object(not_reached));
}

/// Numbers of one run whose medians and spreads are written.
fn scalars() -> Vec<Named<f64>> {
    vec![
        ("output_lost_percent_of_year", |one| {
            one.output_lost_percent_of_year
        }),
        ("scar_at_end_percent", |one| one.scar_at_end_percent),
        ("employment_thousand", |one| one.employment_thousand),
        ("import_content_percent", |one| one.import_content_percent),
        ("public_cost_bn_rupiah", |one| one.public_cost_bn_rupiah),
        ("match_attempts", |one| one.contracts.attempts),
        ("ready_share", |one| one.contracts.ready_share),
        ("contracts_signed", |one| one.contracts.signed),
        ("contracts_active", |one| one.contracts.active),
        ("contract_sales_bn_rupiah", |one| {
            one.contracts.sales_bn_rupiah
        }),
        ("imports_displaced_bn_rupiah", |one| {
            one.contracts.imports_displaced_bn_rupiah
        }),
        ("spot_displaced_bn_rupiah", |one| {
            one.contracts.spot_displaced_bn_rupiah
        }),
    ]
}

/// Imports asked for, volume signed in active contracts and delivered, bn Rp 2010 a year.
fn contract_volumes(map: &mut Map<String, Value>, run: &EnsembleRun, measures: &[RunMeasures]) {
    let optional = |value: fn(&RunMeasures) -> Option<f64>| {
        let values: Vec<f64> = measures.iter().filter_map(value).collect();
        maybe(Distribution::of(&values, Better::Neither).map(|spread| spread.median))
    };
    let volumes = json!({
        "unit": "bn Rp 2010 a year",
        "about": "At the size of the economy of the week. Goal and asked: imports to be replaced, \
                  by candidates in coaching too; signed and delivered: active contracts, those \
                  that would have come anyway too.",
        "goal_at_week_0": maybe(run.info.imports_to_replace),
        "asked_week_156": optional(|one| one.contracts.asked_volume_week_156),
        "asked_at_end": median_of(measures, |one| one.contracts.asked_volume_at_end),
        "signed_week_156": optional(|one| one.contracts.signed_volume_week_156),
        "signed_at_end": median_of(measures, |one| one.contracts.signed_volume_at_end),
        "delivered_week_156": optional(|one| one.contracts.delivered_volume_week_156),
        "delivered_at_end": median_of(measures, |one| one.contracts.delivered_volume_at_end),
    });
    map.insert("contract_volume".to_owned(), volumes);
}

fn spreads(run: &EnsembleRun, measures: &[RunMeasures]) -> Value {
    let mut map = Map::new();
    for (key, value) in scalars() {
        let of = |(records, one)| RunValue {
            draw: run.draw(records),
            value: value(one),
        };
        let values: Vec<RunValue> = run.records.iter().zip(measures).map(of).collect();
        if let Some(spread) = Distribution::of_runs(&values, Better::Neither) {
            map.insert(key.to_owned(), spread_json(&spread));
        }
    }
    Value::Object(map)
}

/// The content of `effects.json`.
#[must_use]
pub fn effects(effects: &Effects) -> Value {
    let mut policies = Map::new();
    for policy in &effects.policies {
        policies.insert(policy.scenario.clone(), policy_json(policy));
    }
    json!({
        "counterfactual": effects.counterfactual,
        "about": "Policy less counterfactual of the same seed; percentages are 100 x the \
                  difference of logs, over the last 13 weeks unless the name says otherwise.",
        "about_interval_from": "Shares of the variance between runs, 0 to 1, by one-way analysis \
                  of variance of the runs by their draw of parameters; parameters_90 is a 90% \
                  confidence interval, the standard deviations are in the unit of the measure, \
                  degrees of freedom are draws less one and runs less draws. Seeds: who trades \
                  with whom, sizes, matches, and what they do together with parameters.",
        "policies": policies,
    })
}

fn policy_json(policy: &PolicyEffects) -> Value {
    let mut measures = Map::new();
    let spreads = policy.measures.iter().zip(&policy.components);
    for (info, (spread, components)) in EFFECTS.iter().zip(spreads) {
        let mut entry = Map::new();
        entry.insert("label".to_owned(), json!(info.label_en));
        entry.insert("unit".to_owned(), json!(info.unit));
        entry.insert("better".to_owned(), json!(info.better.name()));
        match spread {
            Some(spread) => {
                append_spread(&mut entry, spread);
                entry.insert("interval_from".to_owned(), interval_from(components));
            }
            None => {
                entry.insert("runs".to_owned(), json!(0));
                entry.insert("median".to_owned(), Value::Null);
            }
        }
        measures.insert(info.name.to_owned(), Value::Object(entry));
    }
    let mut years = Map::new();
    for (year, spread) in &policy.weeks_gained_at_year_end {
        years.insert(year.to_string(), spread_json(spread));
    }
    json!({
        "measures": measures,
        "weeks_gained_at_year_end": years,
        "by_sector": places(&policy.by_sector),
        "by_province": places(&policy.by_province),
        "by_island_group": places(&policy.by_island_group),
        "by_class": places(&policy.by_class),
    })
}

/// What a spread comes from; nulls with the reason where it cannot be told.
fn interval_from(components: &Result<Components, Untold>) -> Value {
    match components {
        Ok(components) => {
            let share = components.share_of_parameters();
            let (draws, runs) = components.degrees_of_freedom;
            json!({
                "parameters": number(share),
                "parameters_90": components.range.map(|(low, high)| [number(low), number(high)]),
                "seeds": number(1.0 - share),
                "parameters_standard_deviation": number(components.parameters.sqrt()),
                "seeds_standard_deviation": number(components.seeds.sqrt()),
                "degrees_of_freedom": {"parameters": draws, "seeds": runs},
            })
        }
        Err(why) => json!({"parameters": null, "seeds": null, "reason": why.reason()}),
    }
}

/// Effects on value added, percent.
fn places(places: &[PlaceEffect]) -> Value {
    let mut map = Map::new();
    for place in places {
        let mut entry = Map::new();
        entry.insert("unit".to_owned(), json!("%"));
        if !place.show_alone {
            entry.insert(
                "note".to_owned(),
                json!("do not show alone, use its island group"),
            );
        }
        if let Some(spread) = &place.spread {
            append_spread(&mut entry, spread);
        }
        map.insert(place.code.clone(), Value::Object(entry));
    }
    Value::Object(map)
}

fn spread_json(spread: &Distribution) -> Value {
    let mut map = Map::new();
    append_spread(&mut map, spread);
    Value::Object(map)
}

fn append_spread(map: &mut Map<String, Value>, spread: &Distribution) {
    map.insert("runs".to_owned(), json!(spread.runs));
    let numbers = [
        ("median", Some(spread.median)),
        ("p5", Some(spread.p5)),
        ("p25", Some(spread.p25)),
        ("p75", Some(spread.p75)),
        ("p95", Some(spread.p95)),
        ("mean", Some(spread.mean)),
        ("standard_error", spread.standard_error),
        ("share_improved", spread.share_improved),
    ];
    for (key, value) in numbers {
        map.insert(key.to_owned(), maybe(value));
    }
}
