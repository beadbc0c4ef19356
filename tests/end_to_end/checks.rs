//! `pulih checks`, on a small economy.

use crate::support::binary::{command, done, folder, pulih, talk, word};
use std::fs;

const SMALL: [&str; 6] = ["checks", "--enterprises", "4500", "--seeds", "2", "--quiet"];

#[test]
fn checks_are_the_same_bytes_for_any_number_of_threads_and_in_both_forms() {
    let place = folder("checks");
    let mut words = SMALL.to_vec();
    words.extend(["--json", "--out", word(&place)]);
    let printed = done(&words);
    let read = |name: &str| fs::read_to_string(place.join(name)).unwrap();
    assert_eq!(printed, read("checks.json"));

    let mut alone = command(&SMALL);
    let alone = alone.env("RAYON_NUM_THREADS", "1").output().unwrap();
    assert_eq!(String::from_utf8(alone.stdout).unwrap(), read("checks.txt"));
    assert!(alone.stderr.is_empty());
    let table = read("checks.txt");

    let checks: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let checks = checks.as_array().unwrap();
    assert!(checks.len() > 80);
    for check in checks {
        let verdict = check["verdict"].as_str().unwrap();
        let compared = check["model"].is_object() && check["data"].is_object();
        assert!(compared || verdict == "not comparable", "{check}");
        if compared {
            let of = |name: &str| check["model"][name].as_f64().unwrap();
            assert!(
                of("p5") <= of("median") && of("median") <= of("p95"),
                "{check}"
            );
            assert!(
                check["data"]["low"].as_f64() <= check["data"]["high"].as_f64(),
                "{check}"
            );
            assert!(
                check["data"]["source"].as_str().unwrap().len() > 10,
                "{check}"
            );
        }
        assert!(table.contains(check["check"].as_str().unwrap()), "{check}");
        let reason = check["reason"].as_str().unwrap();
        assert!(verdict == "pass" || !reason.is_empty(), "{check}");
    }
}

#[test]
fn checks_of_no_draw_are_refused() {
    let refused = pulih(&["checks", "--seeds", "0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(talk(&refused).contains("--seeds 0"), "{}", talk(&refused));
}
