//! Whatever is done to a text: no panic, and either a scenario or problems with a place.

use super::read;
use crate::scenario::{Refusal, Scenario, shipped};
use proptest::prelude::*;

/// One change of a text; places are shares of its length.
#[derive(Clone, Debug)]
enum Change {
    Delete(usize, usize),
    Insert(usize, String),
    Repeat(usize, usize),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0..4000_usize;
    let piece = prop_oneof![
        "[\\PC]{0,6}",
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "-",
            "1e999",
            "NaN",
            "0.5",
            "-1",
            "true",
            "//",
            "\"weeks\": 3,",
            "\\ud800",
            "\u{0}",
            "é",
            "\n",
            "\"kind\": \"grant\",",
            "\u{feff}",
            "[[[[[[[[",
        ])
        .prop_map(str::to_owned),
    ];
    prop_oneof![
        (place.clone(), 1..12_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        (place.clone(), piece).prop_map(|(at, text)| Change::Insert(at, text)),
        (place.clone(), 1..60_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (place.clone(), place).prop_map(|(at, other)| Change::Swap(at, other)),
    ]
}

fn apply(letters: &mut Vec<char>, change: &Change) {
    if letters.is_empty() {
        return;
    }
    let inside = |at: usize| at % letters.len();
    match change {
        Change::Delete(at, length) => {
            let at = inside(*at);
            letters.drain(at..(at + length).min(letters.len()));
        }
        Change::Insert(at, text) => {
            let at = inside(*at);
            letters.splice(at..at, text.chars());
        }
        Change::Repeat(at, length) => {
            let at = inside(*at);
            let piece = letters[at..(at + length).min(letters.len())].to_vec();
            letters.splice(at..at, piece);
        }
        Change::Swap(at, other) => {
            let (at, other) = (inside(*at), inside(*other));
            letters.swap(at, other);
        }
    }
}

fn sound(outcome: &Result<Scenario, Refusal>) -> bool {
    match outcome {
        Ok(scenario) => scenario.weeks > 0 && scenario.seeds > 0,
        Err(refusal) => {
            let placed = |place: Option<(usize, usize)>| {
                place.is_some_and(|(line, column)| line > 0 && column > 0)
            };
            !refusal.problems.is_empty()
                && refusal.problems.iter().all(|problem| {
                    placed(problem.place.line_column)
                        && !problem.found.is_empty()
                        && !problem.allowed.is_empty()
                })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_text_is_read_or_refused_with_a_place(
        which in 0..shipped().len(),
        changes in prop::collection::vec(change(), 1..5),
    ) {
        let mut letters: Vec<char> = shipped()[which].1.chars().collect();
        for change in &changes {
            apply(&mut letters, change);
        }
        let text: String = letters.into_iter().collect();
        let outcome = read(&text);
        prop_assert!(sound(&outcome), "{text}\n{outcome:?}");
    }

    #[test]
    fn a_replaced_value_is_read_or_refused_with_a_place(
        which in 0..shipped().len(),
        at in 0..200_usize,
        value in prop::sample::select(vec!["null", "[]", "{}", "\"\"", "-1", "1e308", "0.5", "true", "\"all\"", "[null]", "[[]]", "{\"kind\": 3}"]),
    ) {
        let mut root: serde_json::Value = serde_json::from_str(shipped()[which].1).unwrap();
        let mut places = Vec::new();
        pointers(&root, String::new(), &mut places);
        let place = &places[at % places.len()];
        *root.pointer_mut(place).unwrap() = serde_json::from_str(value).unwrap();
        let text = serde_json::to_string_pretty(&root).unwrap();
        let outcome = read(&text);
        prop_assert!(sound(&outcome), "{place} = {value}\n{outcome:?}");
    }
}

/// The place of each value.
fn pointers(value: &serde_json::Value, here: String, places: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, format!("{here}/{index}"), places);
            }
        }
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                pointers(member, format!("{here}/{name}"), places);
            }
        }
        _ => {}
    }
    places.push(here);
}
