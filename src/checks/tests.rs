//! The report, without a run.

use super::*;

fn judged(values: Vec<f64>, data: Option<(f64, f64)>, rule: Rule) -> Check {
    let question = Question {
        id: "tests.one".to_owned(),
        group: Group::Firms,
        name: "a name that is longer than the column of names may be, by far".to_owned(),
        unit: "% of firms",
        values,
        data: data.map(|(low, high)| Figure::of(low, high, "somebody, some/table.csv: a row")),
        rule,
    };
    question.judged()
}

fn report() -> ChecksReport {
    let range = Rule::Range { error: 1.0 };
    ChecksReport {
        plan: Plan {
            enterprises: 5_000,
            seeds: 3,
        },
        checks: vec![
            judged(vec![1.0, 2.0, 3.0], Some((4.0, 4.0)), range),
            judged(vec![1.0, 2.0, 3.0], Some((-900.0, -800.0)), range),
            judged(Vec::new(), None, Rule::NotComparable),
            judged(vec![1.0, 2.0, 3.0], Some((2.0, 2.5)), range),
        ],
    }
}

#[test]
fn a_pass_needs_no_reason_unless_the_observation_error_makes_it() {
    let report = report();
    let verdicts: Vec<Verdict> = report.checks.iter().map(|check| check.verdict).collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Pass,
            Verdict::Miss,
            Verdict::NotComparable,
            Verdict::Pass
        ]
    );
    assert_eq!(report.checks[0].model.unwrap().median, 2.0);
    let reasons: Vec<bool> = report
        .checks
        .iter()
        .map(|check| check.reason.is_empty())
        .collect();
    assert_eq!(reasons, [false, false, false, true]);
    assert_eq!((report.weak_passes(), report.count(Verdict::Pass)), (1, 2));
}

#[test]
fn versions_of_the_model_are_counted_apart_and_are_no_data() {
    let mut report = report();
    let (inside, ranges) = report.medians_inside();
    assert!(ranges > 0 && report.passes_of_versions() == 0);
    for check in &mut report.checks {
        check.group = Group::Versions;
    }
    assert_eq!(report.medians_inside(), (0, 0), "{inside} of {ranges}");
    assert_eq!(report.passes_of_versions(), 2);
}

#[test]
fn the_table_is_narrower_than_100_columns() {
    for line in text(&report()).lines() {
        assert!(line.chars().count() < 100, "{line}");
    }
}

#[test]
fn json_says_null_where_there_is_no_number() {
    let json = json(&report());
    assert_eq!(json[0]["model"]["p95"], 2.9);
    assert_eq!(json[0]["data"]["source"], "somebody, some/table.csv: a row");
    assert!(json[2]["model"].is_null() && json[2]["data"].is_null());
    assert_eq!(json[2]["verdict"], "not comparable");
}
