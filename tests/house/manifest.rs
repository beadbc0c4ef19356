//! Every dependency has its reason.

use super::{assert_awaited, read};

/// Dependencies without a reason.
const AWAITED: &[&str] = &[];

/// Names of dependencies with no comment above them; one comment holds for the lines that follow
/// it without a break.
fn without_reason(manifest: &str) -> Vec<String> {
    let (mut inside, mut reason, mut found) = (false, false, Vec::new());
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
            reason = false;
        } else if line.trim().is_empty() {
            reason = false;
        } else if line.starts_with('#') {
            reason = true;
        } else if let Some((name, _)) = line.split_once(" = ")
            && inside
            && !reason
        {
            found.push(name.to_owned());
        }
    }
    found
}

#[test]
fn a_dependency_without_a_comment_is_seen() {
    let manifest = "[dependencies]\n# Why.\na = \"1\"\nb = \"1\"\n\nc = \"1\"\n[profile.bench]\nd = 1\n[dev-dependencies]\ne = \"1\"\n";
    assert_eq!(without_reason(manifest), ["c", "e"]);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let found = without_reason(&read("Cargo.toml"));
    assert_awaited(
        found,
        AWAITED,
        "dependencies of Cargo.toml without a comment above",
    );
}
