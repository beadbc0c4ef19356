//! What is said of a study, and what is not.

use super::*;
use crate::sensitivity::{Answer, AnswerRow, Combination, Effect, Global, Measured, Split, Splits};

fn measured(gdp_percent: f64) -> Measured {
    let effect = Effect {
        gdp_percent,
        weeks_gained: 0.0,
        employment_thousand: 0.0,
        leontief_percent: 0.1,
    };
    Measured {
        seeds: vec![effect],
    }
}

fn text(en: &str) -> Bilingual {
    Bilingual {
        en: en.to_owned(),
        id: en.to_owned(),
    }
}

/// A programme whose effect is 0.5 at the centre and `least` at the end of one bar.
fn programme(least: f64) -> ProgrammeReport {
    let split = Split {
        mean: 0.5,
        deviation: 0.1,
        parameters: 0.9,
        seeds: 0.1,
        rest: 0.0,
        components: [0.9, 0.1, 0.0],
        seed_deviation: 0.03,
        change_deviation: 0.01,
    };
    ProgrammeReport {
        scenario: "made_up".to_owned(),
        title: text("Made up"),
        own_weeks: 261,
        central: measured(0.5),
        large: measured(0.52),
        answer: Answer {
            rows: Vec::new(),
            combinations: vec![Combination {
                values: vec![("anchor", 0.0)],
                measured: measured(least),
            }],
        },
        bars: vec![Bar {
            name: "deadweight".to_owned(),
            kind: BarKind::Parameter,
            label: text("deadweight"),
            ends: vec![End {
                value: text("0.8"),
                measured: measured(least),
                change: least - 0.5,
            }],
            not_run: Some(text("0.3")),
        }],
        global: Global {
            effects: vec![0.1, least, 0.3],
            carriers: Vec::new(),
            r2: 0.0,
            adjusted_r2: 0.0,
        },
        splits: Splits {
            design: (6, 4),
            gdp_percent: split,
            weeks_gained: split,
            employment_thousand: split,
        },
    }
}

fn report() -> SensitivityReport {
    SensitivityReport {
        counterfactual: "history".to_owned(),
        rows: 4_500,
        large_rows: 20_000,
        real_enterprises: 1,
        seeds: 1,
        weeks: 261,
        pairs: 1,
        programmes: Vec::new(),
    }
}

fn said(least: f64) -> String {
    sentences(&report(), &programme(least)).en.join("\n")
}

#[test]
fn a_single_assumption_that_ends_the_gain_is_named() {
    let gone = said(-0.1);
    assert!(gone.contains("One assumption alone changes the answer: with deadweight at 0.8"));
    assert!(gone.contains("is no gain") && gone.contains("in 1 there is no gain"));
    assert!(gone.contains("does not rule out a share of 86%"), "{gone}");
}

#[test]
fn no_more_is_claimed_than_the_numbers_say() {
    let left = said(0.2);
    assert!(left.contains("one of the 1 ends of ranges (of 2)") && left.contains("+0.200%"));
    assert!(left.contains("small but not gone") && left.contains("the two agree"));
}

#[test]
fn a_short_run_says_so_and_nothing_of_what_comes_late() {
    let mut made = programme(0.2);
    made.answer.rows.push(AnswerRow {
        key: "external_offset",
        label: text("external offset"),
        value: 1.0,
        measured: measured(0.5),
    });
    let mut study = report();
    let whole = sentences(&study, &made).en.join(" ");
    assert!(whole.contains("100% of it is left") && !whole.contains("weeks were run"));
    study.weeks = 70;
    let short = sentences(&study, &made).en.join(" ");
    assert!(short.contains("Only 70 of 261 weeks were run"), "{short}");
    assert!(!short.contains("exports lose"), "{short}");
}

#[test]
fn without_a_gain_at_the_centre_nothing_is_said_to_take_it_away() {
    let mut none = programme(0.1);
    none.central = measured(-0.2);
    let said = sentences(&report(), &none).en.join(" ");
    assert!(said.contains("there is no gain"), "{said}");
    assert!(
        said.contains("deadweight at 0.8 gives most: +0.1"),
        "{said}"
    );
    assert!(
        !said.contains("changes the answer") && !said.contains("is left"),
        "{said}"
    );
}
