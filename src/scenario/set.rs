//! `--set KEY=VALUE`: settings from the command line, checked like those of a file.

use super::Scenario;
use super::build;
use super::check::Check;
use super::draft::{Member, Node, NodeValue};
use super::keys::{self, Allowed, TOP};
use super::parameters::PARAMETERS;
use super::problem::{Place, Problem, Problems, Refusal, nearest, quote};
use super::values::Values;
use std::sync::Arc;

/// Settings of the scenario that an option may change.
const SETTINGS: [&str; 7] = [
    "weeks",
    "enterprises",
    "seeds",
    "sectors",
    "production_function",
    "churn",
    "uncertainty",
];

/// Changes one setting: `weeks=52`, `parameters.deadweight=0.3` or `deadweight=0.3`,
/// `channels.finance=false`, `production_function=leontief`, `churn=off`.
///
/// # Errors
/// The setting does not exist, its value is not allowed, or it can only be given when the scenario
/// is read (`sectors`).
pub fn apply_set(scenario: &mut Scenario, key_value: &str) -> Result<(), Refusal> {
    let member = member(&format!("--set {key_value}"), key_value)?;
    if member.name == "sectors" {
        return Err(Refusal::one(member.value.problem(
            "scopes are tied to the sectors of the scenario that was read",
            "\"sectors\" in the scenario itself".to_owned(),
        )));
    }
    let draft = Node {
        place: member.place.clone(),
        path: String::new(),
        value: NodeValue::Object(vec![member]),
    };
    let top = keys::record(TOP).expect("the table has the record of a scenario");
    let mut problems = Problems::default();
    let mut check = Check {
        scheme: scenario.scheme,
        problems: &mut problems,
    };
    check.record(&draft, top);
    let mut changed = scenario.clone();
    let values = Values {
        node: &draft,
        record: top,
        scheme: scenario.scheme,
    };
    build::settings(&values, &mut changed);
    build::relations(&draft, &changed, &mut problems);
    *scenario = problems.or_refusal(changed)?;
    Ok(())
}

/// The setting as a member of a scenario's text; `label` is the option as it was typed.
pub(crate) fn member(label: &str, key_value: &str) -> Result<Member, Refusal> {
    let Some((key, value)) = key_value.split_once('=') else {
        return Err(Refusal::one(Problem {
            place: Place::whole(label),
            path: String::new(),
            found: format!("{}: no \"=\" between key and value", quote(key_value)),
            allowed: "KEY=VALUE, e.g. weeks=52".to_owned(),
            nearest: None,
        }));
    };
    let path = full_path(key.trim()).ok_or_else(|| Refusal::one(unknown(label, key.trim())))?;
    let source: Arc<str> = label.into();
    let place = Place {
        source,
        line_column: None,
    };
    let leaf = Node {
        place: place.clone(),
        path: path.clone(),
        value: typed(&path, value.trim()),
    };
    let (name, value) = match path.split_once('.') {
        None => (path, leaf),
        Some((name, inner)) => {
            let object = NodeValue::Object(vec![Member {
                name: inner.to_owned(),
                place: place.clone(),
                value: leaf,
            }]);
            let object = Node {
                place: place.clone(),
                path: name.to_owned(),
                value: object,
            };
            (name.to_owned(), object)
        }
    };
    Ok(Member { name, place, value })
}

/// The path that a key stands for; parameters need no prefix.
fn full_path(key: &str) -> Option<String> {
    let settable = settable();
    let with_prefix = format!("parameters.{key}");
    [key, &with_prefix]
        .into_iter()
        .find(|path| settable.iter().any(|known| known == path))
        .map(str::to_owned)
}

fn settable() -> Vec<String> {
    let channels = keys::record("channels").map_or(&[][..], |record| record.keys);
    let mut paths: Vec<String> = SETTINGS.iter().map(|name| (*name).to_owned()).collect();
    paths.extend(channels.iter().map(|key| format!("channels.{}", key.name)));
    paths.extend(
        PARAMETERS
            .iter()
            .map(|info| format!("parameters.{}", info.key)),
    );
    paths
}

fn unknown(label: &str, key: &str) -> Problem {
    let mut candidates = settable();
    candidates.extend(PARAMETERS.iter().map(|info| info.key.to_owned()));
    Problem {
        place: Place::whole(label),
        path: String::new(),
        found: format!("{}: no setting has this name", quote(key)),
        allowed: format!(
            "{}, channels.NAME, or the key of a parameter (pulih explain parameters)",
            SETTINGS.join(", ")
        ),
        nearest: nearest(key, candidates.iter().map(String::as_str)),
    }
}

/// The value as the type that the key asks for, so far as it can be read as such.
fn typed(path: &str, value: &str) -> NodeValue {
    let names = match keys::find(path) {
        Some(keys::Topic::Key(key)) => matches!(key.allowed, Allowed::Name(_)),
        Some(keys::Topic::Record(_)) | None => false,
    };
    if names {
        return NodeValue::Text(value.to_owned());
    }
    match value {
        "true" | "on" => return NodeValue::YesNo(true),
        "false" | "off" => return NodeValue::YesNo(false),
        _ => {}
    }
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() => NodeValue::Number(number),
        Ok(_) | Err(_) => NodeValue::Text(value.to_owned()),
    }
}
