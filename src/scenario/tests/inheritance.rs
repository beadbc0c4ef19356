//! `extends`.

use super::read;
use crate::policy::Shock;
use crate::scenario::load;
use std::fs;
use std::path::PathBuf;

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pulih-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_child_overrides_values_and_merges_parameters_and_channels() {
    let parent = load("covid19_without_support").unwrap();
    let child = read(
        "{\"extends\": \"covid19_without_support\", \"weeks\": 60, \"parameters\": {\"deadweight\": 0.4}, \"channels\": {\"anchor\": false}}",
    )
    .unwrap();
    assert_eq!(child.weeks, 60);
    assert_eq!(child.parameters.deadweight, 0.4);
    assert_eq!(child.parameters.income_support, 0.0);
    assert!(child.channels.finance && !child.channels.anchor);
    assert_eq!(child.shocks, parent.shocks);
    assert_eq!(child.policies, parent.policies);
    assert_eq!(child.sources, parent.sources);
}

#[test]
fn title_and_question_are_never_inherited() {
    let child = read("{\"extends\": \"covid19\"}").unwrap();
    assert_eq!(
        (child.title.en.as_str(), child.title.id.as_str()),
        ("bad", "bad")
    );
    assert!(child.question.en.is_empty() && child.note.is_empty());
}

#[test]
fn a_list_replaces_the_parents_list() {
    let child = read(
        "{\"extends\": \"covid19\", \"policies\": [], \"shocks\": [{\"kind\": \"pandemic\"}]}",
    )
    .unwrap();
    assert!(child.policies.is_empty());
    assert_eq!(child.shocks, [Shock::Pandemic { scale: 1.0 }]);
}

#[test]
fn an_edit_removes_by_id_and_adds_at_the_end() {
    let child = read(
        "{\"extends\": \"covid19\", \"shocks\": {\"remove\": [\"export_path\"]}, \
         \"policies\": {\"remove\": [\"car_tax_relief_2021\"], \"add\": [{\"kind\": \"prompt_payment\", \"id\": \"p\", \"window\": {\"start\": 1}, \"term_weeks\": 2}]}}",
    )
    .unwrap();
    assert_eq!(child.shocks.len(), 1);
    assert_eq!(child.policies.len(), 4);
    assert_eq!(child.policies[3].id, "p");
}

#[test]
fn an_edit_of_what_is_not_there_is_refused() {
    let refusal = read(
        "{\"extends\": \"covid19\",\n\"policies\": {\"remove\": [\"car_tax_relief_2023\"], \"ad\": []}}",
    )
    .unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "bad.json:2:25  policies.remove[0]\n  found \"car_tax_relief_2023\": the parent has nothing of this id\n  \
         allowed: one of \"car_tax_relief_2021\", \"car_tax_relief_2022_first_quarter\", \"car_tax_relief_2022_second_quarter\", \"car_tax_relief_2022_third_quarter\"; nearest: \"car_tax_relief_2021\"\n\
         bad.json:2:49  policies.ad\n  found \"ad\": there is no such key here\n  allowed: one of add, remove; nearest: \"add\""
    );
}

#[test]
fn an_unknown_parent_is_refused_with_the_nearest_name() {
    let refusal = read("{\"extends\": \"covid91\"}").unwrap_err();
    let shown = refusal.to_string();
    assert!(
        shown.starts_with(
            "bad.json:1:13  extends\n  found \"covid91\": no shipped scenario has this name"
        ),
        "{shown}"
    );
    assert!(shown.ends_with("nearest: \"covid19\""), "{shown}");
    assert!(load("covid91").is_err());
    assert!(load("nowhere/covid19.json").is_err());
}

#[test]
fn a_circle_of_parents_is_refused() {
    let folder = folder("circle");
    fs::write(folder.join("a.json"), "{\"extends\": \"b.json\"}").unwrap();
    fs::write(
        folder.join("b.json"),
        "{\"extends\": \"./a.json\", \"weeks\": 0}",
    )
    .unwrap();
    let refusal = load(&folder.join("a.json").display().to_string()).unwrap_err();
    let shown = refusal.to_string();
    fs::remove_dir_all(&folder).unwrap();
    assert!(shown.contains("b.json:1:13  extends"), "{shown}");
    assert!(
        shown.contains("a scenario cannot extend itself ("),
        "{shown}"
    );
    assert!(shown.contains("weeks\n  found 0: out of range"), "{shown}");
}

#[test]
fn a_file_may_extend_a_file_beside_it_and_bears_its_own_name() {
    let folder = folder("beside");
    fs::write(
        folder.join("parent.json"),
        "{\"extends\": \"covid19\", \"weeks\": 30}",
    )
    .unwrap();
    fs::write(
        folder.join("child.json"),
        "{\"extends\": \"parent.json\", \"seeds\": 3}",
    )
    .unwrap();
    let child = load(&folder.join("child.json").display().to_string()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(
        (child.name.as_str(), child.weeks, child.seeds),
        ("child", 30, 3)
    );
}

#[test]
fn a_file_that_is_no_utf8_is_refused_at_its_first_bad_byte() {
    let folder = folder("bytes");
    let path = folder.join("bytes.json");
    fs::write(&path, b"{\n \"note\": \"\xff\"}").unwrap();
    let refusal = load(&path.display().to_string()).unwrap_err();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(refusal.problems[0].place.line_column, Some((2, 11)));
}
