//! What tells the plan of earlier results from the one that is wanted, as `run.json` knows both.

use serde_json::Value;
use std::collections::BTreeSet;

/// Letters of a hash that are shown.
const SHORT: usize = 12;
/// What a scenario's entry says, with the word for it.
const SETTINGS: [(&str, &str); 2] = [("weeks", "weeks"), ("enterprises_planned", "rows")];

/// A line for each difference: where, what was found, what is wanted.
pub(super) fn differences(found: &Value, wanted: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    let (old, new) = (names(found), names(wanted));
    if old != new {
        lines.push(line("scenarios", &old.join(", "), &new.join(", ")));
    }
    let common: BTreeSet<&str> = old.iter().copied().collect();
    for name in new.iter().filter(|name| common.contains(**name)) {
        if let (Some(old), Some(new)) = (scenario(found, name), scenario(wanted, name)) {
            lines.extend(of_scenario(name, old, new));
        }
    }
    for key in ["version", "data_hash"] {
        let (old, new) = (short(&found[key]), short(&wanted[key]));
        if old != new {
            lines.push(line(key, &old, &new));
        }
    }
    lines
}

/// Differences of one scenario; its hash is told when no number explains it.
fn of_scenario(name: &str, found: &Value, wanted: &Value) -> Vec<String> {
    let place = |word: &str| format!("{name}: {word}");
    let mut lines = Vec::new();
    for (key, word) in SETTINGS {
        if found[key] != wanted[key] {
            let (old, new) = (found[key].to_string(), wanted[key].to_string());
            lines.push(line(&place(word), &old, &new));
        }
    }
    let [old, new] = [found, wanted].map(|one| one["seeds"].as_array().map_or(0, Vec::len));
    if old != new {
        lines.push(line(&place("seeds"), &old.to_string(), &new.to_string()));
    }
    if found["hash"] != wanted["hash"] && lines.is_empty() {
        let (old, new) = (short(&found["hash"]), short(&wanted["hash"]));
        let word = "hash of the settings (scenario file or --set)";
        lines.push(line(&place(word), &old, &new));
    }
    lines
}

fn line(place: &str, found: &str, wanted: &str) -> String {
    format!("{place}: found {found}, wanted {wanted}")
}

fn short(value: &Value) -> String {
    let text = value.as_str().unwrap_or("nothing");
    text.chars().take(SHORT).collect()
}

fn names(run: &Value) -> Vec<&str> {
    let scenarios = run["scenarios"].as_array().into_iter().flatten();
    scenarios.filter_map(|one| one["name"].as_str()).collect()
}

fn scenario<'a>(run: &'a Value, name: &str) -> Option<&'a Value> {
    let mut scenarios = run["scenarios"].as_array()?.iter();
    scenarios.find(|one| one["name"].as_str() == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(name: &str, hash: &str, weeks: u32, seeds: &[u32]) -> Value {
        let scenario = json!({"name": name, "hash": hash, "weeks": weeks, "seeds": seeds,
            "enterprises_planned": 500});
        json!({"version": "1", "data_hash": "d", "scenarios": [scenario]})
    }

    #[test]
    fn numbers_that_differ_are_told_and_the_hash_when_none_does() {
        let old = run("a", "h1", 14, &[1]);
        assert_eq!(
            differences(&old, &run("a", "h2", 15, &[1, 2])),
            [
                "a: weeks: found 14, wanted 15",
                "a: seeds: found 1, wanted 2"
            ]
        );
        let lines = differences(&old, &run("a", "h2", 14, &[1]));
        assert_eq!(lines.len(), 1);
        assert!(lines[0].ends_with("found h1, wanted h2"), "{lines:?}");
    }

    #[test]
    fn other_scenarios_are_named() {
        let lines = differences(&run("a", "h", 1, &[1]), &run("b", "h", 1, &[1]));
        assert_eq!(lines, ["scenarios: found a, wanted b"]);
    }
}
