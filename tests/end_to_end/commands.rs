//! The commands but `run`, and input that is refused.

use crate::support::binary::{done, folder, names, pulih, talk, word};
use std::fs;

/// Five errors of five kinds; line and column are those of the text below.
const BAD: &str = r#"{
  "extends": "covid18",
  "weks": 70,
  "seeds": 0,
  "parameters": {"deadwait": 0.5, "conversion": 1.5}
}
"#;
const PROBLEMS: [(&str, &str); 5] = [
    (":2:14  extends", "nearest: \"covid19\""),
    (":3:3  weks", "nearest: \"weeks\""),
    (":4:12  seeds", "found 0"),
    (":5:18  parameters.deadwait", "nearest: \"deadweight\""),
    (":5:49  parameters.conversion", "a number from 0 to 1"),
];

#[test]
fn a_bad_scenario_is_refused_with_all_problems_their_places_and_nearest_names() {
    let place = folder("refused");
    let scenario = place.join("bad.json");
    fs::write(&scenario, BAD).unwrap();
    let out = place.join("results");
    for words in [
        vec!["validate", word(&scenario)],
        vec![
            "run",
            word(&scenario),
            "--against",
            "covid19",
            "--out",
            word(&out),
        ],
    ] {
        let refused = pulih(&words);
        assert_eq!(refused.status.code(), Some(2), "{words:?}");
        assert!(refused.stdout.is_empty(), "problems are talk, not data");
        let text = talk(&refused);
        for (at, hint) in PROBLEMS {
            let from = text.find(&format!("bad.json{at}"));
            let from = from.unwrap_or_else(|| panic!("{at} is not named: {text}"));
            let entry: Vec<&str> = text[from..].lines().take(3).collect();
            assert!(
                entry.join("\n").contains(hint),
                "{at}: {hint} not in {entry:?}"
            );
        }
    }
    assert_eq!(names(&place), ["bad.json"], "nothing was written");
}

#[test]
fn a_missing_file_is_refused_with_the_nearest_of_its_folder_as_it_has_to_be_written() {
    let place = folder("missing");
    fs::write(place.join("karawang.json"), "{}").unwrap();
    let parent = "{\"extends\": \"karawagn.json\"}";
    fs::write(place.join("credit.json"), parent).unwrap();
    let beside = |name: &str| word(&place.join(name)).to_owned();
    let cases = [
        (beside("karawagn.json"), Some(beside("karawang.json"))),
        (beside("covid91.json"), Some("covid19".to_owned())),
        (beside("credit.json"), Some("karawang.json".to_owned())),
        (beside("xyzzy.json"), None),
        (beside(""), None),
    ];
    for (typed, nearest) in cases {
        let refused = pulih(&["validate", &typed]);
        assert_eq!(refused.status.code(), Some(2), "{typed}");
        let told = talk(&refused);
        let after = told.split_once("nearest: ").map(|(_, after)| after);
        let found = after.and_then(|after| after.lines().next());
        let nearest = nearest.map(|name| format!("\"{name}\""));
        assert_eq!(found, nearest.as_deref(), "{told}");
    }
}

#[test]
fn bad_options_are_refused_too_and_nothing_is_written() {
    let place = folder("bad_options");
    let out = place.join("results");
    let words = [
        "run",
        "test_small",
        "--seeds",
        "-1",
        "--threads",
        "0",
        "--set",
        "deadwait=1",
        "--out",
        word(&out),
    ];
    let refused = pulih(&words);
    assert_eq!(refused.status.code(), Some(2));
    for typed in [
        "--seeds -1",
        "--threads 0",
        "--set deadwait=1",
        "deadweight",
    ] {
        assert!(
            talk(&refused).contains(typed),
            "{typed} is not in {}",
            talk(&refused)
        );
    }
    assert_eq!(names(&place), [""; 0]);
}

/// Without --against the first scenario is the counterfactual: what does not fit it is refused too.
#[test]
fn scenarios_on_different_networks_or_sectors_are_refused_without_against() {
    let place = folder("misfits");
    let write = |name: &str, difference: &str| {
        let file = place.join(name);
        let head = r#""title": {"en": "A"}, "question": {"en": "Q?"}, "extends": "covid19""#;
        fs::write(&file, format!("{{{head}, {difference}}}")).unwrap();
        file
    };
    let far = write("far.json", r#""parameters": {"distance_decay": 0.5}"#);
    let near = write("near.json", r#""parameters": {"distance_decay": 1.5}"#);
    let fine = write("fine.json", r#""sectors": "io80""#);
    for (first, second, hint) in [
        (&far, &near, "distance_decay 1.5, that of far with 0.5"),
        (&near, &fine, "its sectors are not those of near"),
    ] {
        let refused = pulih(&["run", word(first), word(second), "--enterprises", "12000"]);
        assert_eq!(refused.status.code(), Some(2));
        let text = talk(&refused);
        assert!(text.contains(hint), "{hint} is not in {text}");
    }
}

#[test]
fn every_shipped_scenario_is_valid() {
    for (name, _) in pulih::scenario::shipped() {
        assert!(done(&["validate", name]).contains("valid"), "{name}");
    }
}

#[test]
fn explain_knows_parameters_keys_and_lists() {
    let text = done(&["explain", "deadweight"]);
    assert!(
        text.contains("0.5") && text.contains("0.3 to 0.8"),
        "{text}"
    );
    assert!(done(&["explain", "scenarios"]).contains("integration_as_announced"));
    assert!(done(&["explain", "sectors"]).contains("automotive"));
    assert!(!done(&["explain"]).is_empty());
    let refused = pulih(&["explain", "deadwait"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        talk(&refused).contains("deadweight"),
        "the nearest name: {}",
        talk(&refused)
    );
}

#[test]
fn data_lists_the_tables_and_prints_one() {
    let list = done(&["data"]);
    assert!(list.contains("model/means"), "{list}");
    assert!(done(&["data", "model/means.csv"]).lines().count() > 3);
    assert_eq!(pulih(&["data", "model/mean"]).status.code(), Some(2));
}

#[test]
fn phases_prints_the_fifteen_phases_in_their_order() {
    let text = done(&["phases"]);
    for phase in pulih::week::PHASES {
        let line = text
            .lines()
            .nth(usize::from(phase.number) - 1)
            .unwrap_or_default();
        assert!(line.contains(phase.name), "{line} is not {}", phase.name);
    }
}

#[test]
fn the_doctor_finds_the_shipped_data_and_its_economy_well() {
    let text = done(&["doctor"]);
    let checks: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("allowed"))
        .collect();
    assert!(checks.len() > 5, "{text}");
    assert!(checks.iter().all(|line| line.starts_with("ok")), "{text}");
}
