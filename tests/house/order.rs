//! Data flows one way.

use super::{is_test, read, sources};

/// The modules from left to right; those of one group may use each other.
const ORDER: &[&[&str]] = &[
    &["ids", "draw", "blocks", "prose", "statistics"],
    &["data"],
    &["policy"],
    &["scenario"],
    &["economy"],
    &["record"],
    &["week"],
    &["experiment"],
    &["observed"],
    &["calibration"],
    &["backtest"],
    &["checks"],
    &["sensitivity"],
    &["report"],
    &["cli"],
];

fn place(module: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&module))
}

/// Module of a file: `src/week/orders.rs` -> `week`.
fn module(path: &str) -> &str {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap()
}

/// Modules that a text names after `crate::`, in `use` lines and elsewhere, not in comments.
fn used(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap())
        .collect();
    let code = code.join("\n");
    let mut names = Vec::new();
    for (start, found) in code.match_indices("crate::") {
        let rest = &code[start + found.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(heads(list)),
            None => names.push(word(rest)),
        }
    }
    names
}

/// First words of a list up to its closing brace: `a::{b, c}, d}` -> `a`, `d`.
fn heads(list: &str) -> Vec<String> {
    let (mut depth, mut at_head, mut names) = (0, true, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            _ if at_head && letter.is_alphabetic() => {
                names.push(word(&list[at..]));
                at_head = false;
            }
            _ => {}
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

#[test]
fn the_scan_sees_every_form_of_a_use() {
    let text = "use crate::week::{a, b};\nuse crate::{data::{x, y}, ids::Class};\n// crate::cli\nlet z = crate::record::Path;";
    assert_eq!(used(text), ["week", "data", "ids", "record"]);
}

/// Tests of a module may use those on its right to make their input.
#[test]
fn a_module_uses_only_those_on_its_left() {
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| !is_test(path)) {
        let Some(own) = place(module(path)) else {
            continue;
        };
        for name in used(&read(path)) {
            if place(&name).is_some_and(|other| other > own) {
                wrong.push(format!("{path} uses crate::{name}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "modules use those on their right: {wrong:#?}"
    );
}

#[test]
fn every_module_has_its_place_and_stands_in_that_order() {
    let declared: Vec<String> = read("src/lib.rs")
        .lines()
        .filter_map(|line| {
            line.trim_start_matches("pub ")
                .strip_prefix("mod ")?
                .strip_suffix(';')
        })
        .map(str::to_owned)
        .collect();
    let order: Vec<&str> = ORDER
        .iter()
        .flat_map(|group| group.iter().copied())
        .collect();
    assert_eq!(declared, order);
}
