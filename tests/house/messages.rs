//! Messages send nobody to an option that does not exist.

use super::{assert_awaited, is_test, read, sources};
use std::collections::BTreeSet;
use std::process::Command;

/// Options that messages name and the program does not have.
const AWAITED: &[&str] = &[];
/// Commands with options of their own.
const COMMANDS: &[&str] = &[
    "run",
    "validate",
    "phases",
    "data",
    "doctor",
    "calibrate",
    "backtest",
    "checks",
    "sensitivity",
    "explain",
];

/// Words of the form `--option` in a text.
fn options(text: &str) -> BTreeSet<String> {
    let starts = text.match_indices("--").map(|(at, _)| &text[at + 2..]);
    let letters = |rest: &str| -> String {
        rest.chars()
            .take_while(|letter| letter.is_ascii_lowercase() || *letter == '-')
            .collect()
    };
    let words = starts.map(letters);
    words
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .map(|word| format!("--{word}"))
        .collect()
}

fn known() -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for command in COMMANDS {
        let output = Command::new(env!("CARGO_BIN_EXE_pulih"))
            .args([command, "--help"])
            .output()
            .unwrap();
        assert!(output.status.success(), "there is no command {command}");
        known.extend(options(&String::from_utf8(output.stdout).unwrap()));
    }
    known
}

#[test]
fn every_option_that_a_message_names_exists() {
    let code = sources().into_iter().filter(|path| !is_test(path));
    let named: BTreeSet<String> = code.flat_map(|path| options(&read(&path))).collect();
    let missing = named.difference(&known()).cloned().collect::<Vec<_>>();
    assert_awaited(missing, AWAITED, "options named in src that no command has");
}

#[test]
fn every_option_that_a_page_names_exists() {
    let own = known();
    let pages = [
        "README.md",
        "output/README.md",
        "scenarios/README.md",
        "data/README.md",
        "MODEL.md",
    ];
    for page in pages {
        for line in read(page).lines().filter(|line| line.contains("pulih ")) {
            let command = line.split("pulih ").nth(1).unwrap();
            let unknown: Vec<String> = options(command).difference(&own).cloned().collect();
            assert!(unknown.is_empty(), "{page} names {unknown:?}: {line}");
        }
    }
}
