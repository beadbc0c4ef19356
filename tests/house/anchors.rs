//! MODEL.md and the code name the same equations.

use super::{assert_awaited, read, sources};
use std::collections::BTreeSet;

/// Anchors that the code has and the model's page does not.
const AWAITED_IN_MODEL: &[&str] = &[];
/// Anchors that the model's page has and no comment of the code.
const AWAITED_IN_CODE: &[&str] = &[];

/// `[7.3]` as two numbers.
type Anchor = (u32, u32);

/// Anchors of a text, a range such as `[4.4] to [4.8]` in full.
fn anchors(text: &str) -> BTreeSet<Anchor> {
    let mut found = BTreeSet::new();
    let mut last: Option<(Anchor, usize)> = None;
    for (start, _) in text.match_indices('[') {
        let Some(length) = text[start..].find(']') else {
            break;
        };
        let Some(anchor) = anchor(&text[start + 1..start + length]) else {
            continue;
        };
        if let Some(((section, first), end)) = last
            && section == anchor.0
            && text[end..start].trim() == "to"
        {
            found.extend((first..anchor.1).map(|number| (section, number)));
        }
        found.insert(anchor);
        last = Some((anchor, start + length + 1));
    }
    found
}

fn anchor(text: &str) -> Option<Anchor> {
    let (section, number) = text.split_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(section) && digits(number))
        .then(|| Some((section.parse().ok()?, number.parse().ok()?)))?
}

/// Comments of a source text, line ends and comment signs gone: a range may be broken by them.
fn comments(text: &str) -> String {
    let line = |line: &str| {
        let at = line.find("//")?;
        Some(line[at..].trim_start_matches(['/', '!']).trim().to_owned())
    };
    text.lines().filter_map(line).collect::<Vec<_>>().join(" ")
}

fn in_code() -> BTreeSet<Anchor> {
    sources()
        .iter()
        .flat_map(|path| anchors(&comments(&read(path))))
        .collect()
}

/// Those that stand at an equation: in backticks.
fn in_model() -> BTreeSet<Anchor> {
    let model = read("MODEL.md");
    let parts = model.split('`').skip(1).step_by(2);
    parts
        .filter_map(|part| anchor(part.strip_prefix('[')?.strip_suffix(']')?))
        .collect()
}

fn names(anchors: impl IntoIterator<Item = Anchor>) -> Vec<String> {
    let name = |(section, number)| format!("[{section}.{number}]");
    anchors.into_iter().map(name).collect()
}

#[test]
fn a_range_of_anchors_names_all_between() {
    let found = anchors("Equations [4.4] to [4.6] and [7.1], not [2] nor [x.1] nor [1.5, 2.0]");
    assert_eq!(found, BTreeSet::from([(4, 4), (4, 5), (4, 6), (7, 1)]));
}

#[test]
fn every_equation_of_the_model_is_named_by_the_code() {
    let missing = names(in_model().difference(&in_code()).copied());
    assert_awaited(
        missing,
        AWAITED_IN_CODE,
        "in MODEL.md, in no comment of src",
    );
}

#[test]
fn every_equation_named_by_the_code_stands_in_the_model() {
    let missing = names(in_code().difference(&in_model()).copied());
    assert_awaited(
        missing,
        AWAITED_IN_MODEL,
        "in a comment of src, not in MODEL.md",
    );
}

#[test]
fn the_model_refers_only_to_anchors_that_it_has() {
    let defined = in_model();
    let broken = names(anchors(&read("MODEL.md")).difference(&defined).copied());
    assert!(broken.is_empty(), "MODEL.md refers to {broken:#?}");
}

#[test]
fn no_anchor_begins_two_equations() {
    let model = read("MODEL.md");
    let mut twice = Vec::new();
    for (section, number) in in_model() {
        let sign = format!("- `[{section}.{number}]`");
        if model.matches(&sign).count() > 1 {
            twice.push(sign);
        }
    }
    assert!(twice.is_empty(), "twice in MODEL.md: {twice:#?}");
}
