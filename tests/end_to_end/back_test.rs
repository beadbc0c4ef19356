//! `pulih backtest`: the shipped page and the log are what the command prints.

use crate::support::binary::{done, folder, names, pulih, talk, word};
use std::fs;

#[test]
fn the_page_of_the_back_test_and_the_last_score_in_the_log_are_what_the_command_prints() {
    let log = folder("back_test").join("scores.csv");
    let printed = done(&["backtest", "--quiet", "--log", word(&log)]);
    assert!(
        printed == include_str!("../../docs/back-test.txt"),
        "docs/back-test.txt"
    );
    let shipped = include_str!("../../data/calibration/scores.csv");
    let written = fs::read_to_string(&log).expect("the log was written");
    assert_eq!(shipped.lines().last(), written.lines().last());
}

#[test]
fn a_place_that_cannot_be_written_is_refused_before_the_work() {
    let place = folder("back_test_refused");
    let text = place.join("notes.txt");
    let (inside, closed) = (text.join("log.csv"), "/proc");
    fs::write(&text, "no scores").unwrap();
    let file = word(&text);
    let cases = [
        (vec!["backtest", "--log", file], "a file that is no log"),
        (vec!["backtest", "--log", word(&inside)], "Not a directory"),
        (
            vec!["backtest", "--out", closed],
            "a folder that takes files",
        ),
        (vec!["backtest", "--out", file], "a folder that takes files"),
        (
            vec!["run", "test_small", "--out", file],
            "a folder that takes files",
        ),
        (vec!["checks", "--out", file], "a folder that takes files"),
        (
            vec!["calibrate", "--out", file],
            "a folder that takes files",
        ),
        (
            vec!["sensitivity", "--out", file],
            "a folder that takes files",
        ),
    ];
    for (words, said) in cases {
        let refused = pulih(&words);
        assert_eq!(refused.status.code(), Some(2), "{words:?}");
        let told = talk(&refused);
        assert!(told.contains(said) && told.lines().count() == 3, "{told}");
    }
    assert_eq!(names(&place), ["notes.txt"], "nothing was written");
    assert_eq!(fs::read_to_string(&text).unwrap(), "no scores");
}
