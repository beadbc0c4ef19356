//! A file is one thought.

use super::{assert_awaited, is_test, read, sources};

/// Most lines of a file.
const MOST_LINES: usize = 400;
/// Files that are one long table.
const TABLES: &[&str] = &[
    "src/data/files.rs",
    "src/experiment/effects/catalogue.rs",
    "src/record/catalogue.rs",
    "src/scenario/keys.rs",
    "src/scenario/parameters.rs",
];
/// Files that are still to be cut.
const AWAITED: &[&str] = &[];

#[test]
fn no_file_is_long() {
    let long = |path: &String| read(path).lines().count() > MOST_LINES;
    let counted = |path: &String| !is_test(path) && !TABLES.contains(&path.as_str());
    let found = sources().into_iter().filter(counted).filter(long);
    assert_awaited(found, AWAITED, "files over 400 lines");
}

#[test]
fn every_file_says_what_it_is() {
    let silent = |path: &String| !read(path).starts_with("//!");
    let found: Vec<String> = sources().into_iter().filter(silent).collect();
    assert!(
        found.is_empty(),
        "files that do not begin with a comment: {found:#?}"
    );
}
