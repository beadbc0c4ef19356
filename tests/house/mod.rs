//! The house: claims about the source and its documents, read as text.
//!
//! Where the house is not yet what it should be, a list of what is *awaited* stands beside the
//! test. The test fails when something else is missing, and also when an awaited thing is there:
//! lists only get shorter.

mod anchors;
mod files;
mod manifest;
mod messages;
mod order;
mod readme;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Text of a file, by its path in the repository.
fn read(path: &str) -> String {
    let place = root().join(path);
    fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
}

/// Files below a folder of the repository with this ending, as paths in the repository, in order.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let mut paths: Vec<String> = found
        .iter()
        .map(|place| place.strip_prefix(root()).unwrap())
        .map(|place| place.to_str().unwrap().replace('\\', "/"))
        .filter(|path| path.ends_with(ending))
        .collect();
    paths.sort();
    paths
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let place = entry.unwrap().path();
        if place.is_dir() {
            walk(&place, found);
        } else {
            found.push(place);
        }
    }
}

/// Source files of the program.
fn sources() -> Vec<String> {
    files("src", ".rs")
}

/// A file of tests inside `src`.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// Fails with both differences between what is missing and what is known to be.
fn assert_awaited(missing: impl IntoIterator<Item = String>, awaited: &[&str], what: &str) {
    let missing: BTreeSet<String> = missing.into_iter().collect();
    let awaited: BTreeSet<String> = awaited.iter().map(|&name| name.to_owned()).collect();
    let new: Vec<&String> = missing.difference(&awaited).collect();
    let there: Vec<&String> = awaited.difference(&missing).collect();
    assert!(new.is_empty(), "{what}: {new:#?}");
    assert!(
        there.is_empty(),
        "{what}: no longer awaited, take off the list: {there:#?}"
    );
}
