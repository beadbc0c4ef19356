//! `pulih sensitivity`, on a small economy over few weeks.

use crate::support::binary::{done, folder, names, pulih, talk, word};
use serde_json::Value;
use std::fs;
use std::path::Path;

const SMALL: &str = "sensitivity test_programme --against test_small --enterprises 4500 \
     --large-enterprises 5000 --weeks 16 --draws 6 --parameter deadweight --parameter accelerator \
     --quiet";
/// Bars of a small study: two parameters, the production function, churn, the driver, seven channels,
/// rows.
const BARS: usize = 13;

fn small<'a>(threads: &'a str, out: &'a Path) -> Vec<&'a str> {
    let mut words: Vec<&str> = SMALL.split_whitespace().collect();
    words.extend(["--threads", threads, "--out", word(out)]);
    words
}

#[test]
fn a_study_is_the_same_bytes_for_any_number_of_threads_and_in_every_form() {
    let (one, two) = (folder("sensitivity_1"), folder("sensitivity_2"));
    let table = done(&small("1", &one));
    let mut in_json = small("2", &two);
    in_json.push("--json");
    let json = done(&in_json);

    let files = names(&one);
    let charts = ["en.png", "en.svg", "id.png", "id.svg"];
    let mut known = vec!["sensitivity.json".to_owned(), "sensitivity.txt".to_owned()];
    known.extend(charts.map(|ending| format!("tornado.test_programme.{ending}")));
    assert_eq!(files, known);
    for name in &files {
        let read = |place: &Path| fs::read(place.join(name)).unwrap();
        assert!(read(&one) == read(&two), "{name}");
    }
    let text = |name: &str| fs::read_to_string(one.join(name)).unwrap();
    assert_eq!(
        (table.as_str(), json.as_str()),
        (
            text("sensitivity.txt").as_str(),
            text("sensitivity.json").as_str()
        )
    );
    all_sections_stand_in_order(&table);
    let study: Value = serde_json::from_str(&json).unwrap();
    numbers_fit_together(&study);
    let chart = text("tornado.test_programme.en.svg");
    assert!(chart.contains("deadweight") && chart.contains("channel: capability"));
}

fn all_sections_stand_in_order(table: &str) {
    let mut from = 0;
    for section in [
        "What the effect of test_programme depends on\n",
        "Standard error by who trades with whom",
        "\nWhat would make the answer no ",
        "\nOne at a time",
        "\nAll ranges at once, 6 runs",
        " all runs ",
        "too few runs to tell what carries the variance",
        "\nVariance, 6 draws x 4 seeds",
        "\nWhat may be said\n",
    ] {
        let found = table[from..].find(section);
        from += found.unwrap_or_else(|| panic!("{section} is not in its place: {table}"));
    }
}

fn numbers_fit_together(study: &Value) {
    let programme = &study["programmes"][0];
    let gdp = |effect: &Value| effect["gdp_percent"].as_f64().unwrap();
    let centre = gdp(&programme["central"]);
    let bars = programme["one_at_a_time"].as_array().unwrap();
    assert_eq!(bars.len(), BARS);
    let lengths: Vec<f64> = bars
        .iter()
        .map(|bar| bar["length_gdp_points"].as_f64().unwrap())
        .collect();
    assert!(lengths.is_sorted_by(|a, b| a >= b) && lengths[0] > 0.0);
    let against_centre = bars.iter().filter(|bar| bar["kind"] != "size");
    for end in against_centre.flat_map(|bar| bar["ends"].as_array().unwrap()) {
        let change = end["change_gdp_points"].as_f64().unwrap();
        // Both numbers are rounded to a millionth.
        assert!(
            (centre + change - gdp(&end["effect"])).abs() < 2e-6,
            "{end}"
        );
    }
    let rows = &programme["what_would_make_it_no"]["one_assumption"];
    let central = rows.as_array().unwrap().iter();
    let central = central.filter(|row| row["parameter"] == "deadweight" && row["value"] == 0.5);
    assert!(central.map(|row| gdp(&row["effect"])).eq([centre]));
    let together = &programme["all_at_once"];
    assert_eq!(together["gdp_percent"].as_array().unwrap().len(), 6);
    assert_eq!(together["parameters"].as_array().unwrap().len(), 0);
    let said = programme["words"].to_string();
    assert!(said.contains("all 6 runs lie") && said.contains("semua 6 simulasi"));
    assert!(said.contains("Only 16 of 52 weeks were run"), "{said}");
}

#[test]
fn a_study_of_bad_words_is_refused_with_all_problems_and_writes_nothing() {
    let place = folder("sensitivity_refused");
    let out = place.join("results");
    let words = [
        "sensitivity",
        "integration_ambitius",
        "--enterprises",
        "12",
        "--large-enterprises",
        "-3",
        "--parameter",
        "deadwait",
        "--out",
        word(&out),
    ];
    let refused = pulih(&words);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty(), "problems are talk, not data");
    let text = talk(&refused);
    for hint in [
        "nearest: \"integration_ambitious\"",
        "--large-enterprises -3",
        "--parameter deadwait",
        "nearest: \"deadweight\"",
    ] {
        assert!(text.contains(hint), "{hint} is not in {text}");
    }
    assert_eq!(names(&place), [""; 0]);
    let few = [
        "sensitivity",
        "--enterprises",
        "6000",
        "--large-enterprises",
        "5000",
    ];
    let text = talk(&pulih(&few));
    assert!(text.contains("more than 6000"), "{text}");
    // 15 March 2021 is week 62; the relief of the car tax, in week 60, is history as well.
    let text = talk(&pulih(&["sensitivity", "--weeks", "62"]));
    assert!(
        text.contains("integration_ambitious begins in week 62") && text.contains("more than 62"),
        "{text}"
    );
}
