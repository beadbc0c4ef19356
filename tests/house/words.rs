//! The text that is shipped belongs to the project: no paths of somebody's machine, no notes to
//! oneself.

use super::{files, read};

/// What no file may hold. Cut in two, so that this file does not hold it either.
const FORBIDDEN: &[(&str, &str)] = &[
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/wo", "rk/"),
    ("/t", "mp/"),
    ("/Us", "ers/"),
    ("C:", "\\"),
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X"),
    ("work", "tree"),
    ("lorem", " ipsum"),
];

/// Folders and files of text.
fn texts() -> Vec<String> {
    let mut paths: Vec<String> = ["src", "tests", "scenarios", "data", "docs", ".ci", ".cargo"]
        .iter()
        .flat_map(|folder| files(folder, ""))
        .collect();
    let pages = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "MODEL.md",
        "output/README.md",
    ];
    let settings = ["Cargo.toml", "clippy.toml", "rustfmt.toml"];
    paths.extend(pages.iter().chain(&settings).map(|&path| path.to_owned()));
    paths
}

#[test]
fn no_text_holds_a_path_of_a_machine_or_a_note_to_oneself() {
    let mut found = Vec::new();
    for path in texts() {
        let text = read(&path);
        for (number, line) in text.lines().enumerate() {
            for (first, second) in FORBIDDEN {
                if line.contains(&format!("{first}{second}")) {
                    found.push(format!("{path}:{}: {first}{second}", number + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn licences_are_whole() {
    let apache = read("LICENSE-APACHE");
    assert!(apache.contains("Version 2.0, January 2004"));
    assert!(apache.contains("9. Accepting Warranty or Additional Liability."));
    assert!(read("LICENSE-MIT").contains("THE SOFTWARE IS PROVIDED \"AS IS\""));
}
