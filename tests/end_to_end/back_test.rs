//! `pulih backtest`: the shipped page and the log are what the command prints.

use crate::support::binary::{done, folder, word};
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
