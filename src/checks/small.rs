//! Small business over time: why it stops, how long its cash lasts, which way it moves.

use super::figures::{Figure, number, survey};
use super::firms::{MICRO_SMALL, MSME};
use super::rules::{CASH_MONTHS, OFFICIAL_SURVEY_POINTS, Rule, SAME_DIRECTION_PERCENT};
use super::runs::{History, Runs};
use super::watch::Window;
use super::{Group, Question};
use crate::data::{find, rows_as_text};
use crate::economy::WEEKS_PER_YEAR;
use crate::ids::Class;
use crate::record::{ClassSeries, Quarter, SectorSeries, recorded};

/// Months that the survey's open class of cash, "more", may last: 12 (ours).
const MOST_MONTHS: f64 = 12.0;
/// Months of a year.
const MONTHS: f64 = 12.0;

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    vec![
        bound_by_inputs(runs),
        cash(runs),
        small_business_index(runs),
    ]
}

/// What binds output in August 2021, beside the reason that closed firms gave.
fn bound_by_inputs(runs: &Runs) -> Question {
    let window = Window::Month(2021, 8);
    let of = |run: &History| {
        let weeks = run.weeks_of(window);
        let sectors = 0..runs.tables.sectors.len();
        let gva: f64 = runs.tables.sectors.iter().map(|sector| sector.gva).sum();
        let bound = |s: usize| {
            let sum: f64 = weeks
                .iter()
                .map(|&week| {
                    run.records
                        .sector(recorded(week), SectorSeries::BoundByInputs, s)
                })
                .sum();
            runs.tables.sectors[s].gva * sum / weeks.len() as f64
        };
        100.0 * sectors.map(bound).sum::<f64>() / gva
    };
    Question {
        id: "firms.inputs.2021-08".to_owned(),
        group: Group::Firms,
        name: "for want of inputs, 2021-08".to_owned(),
        unit: "%",
        values: runs.histories.iter().map(of).collect(),
        data: Some(survey("2021-08", "MSME closed, reason", "inputs")),
        rule: Rule::Range {
            error: OFFICIAL_SURVEY_POINTS,
        },
    }
}

/// Mean months that cash lasts in July 2021, when the survey asked; the model opens 2020 with the
/// survey's answers.
fn cash(runs: &Runs) -> Question {
    let table = "policy/cash_buffer.csv";
    let (mut low, mut high, mut all, mut before) = (0.0, 0.0, 0.0, 0.0);
    for months in ["1", "2", "3", "4", "more"] {
        let share = number(table, &[("months_up_to", months)], "share_pct");
        let upper = months.parse().unwrap_or(MOST_MONTHS);
        low += share * before;
        high += share * upper;
        all += share;
        before = upper;
    }
    let of = |run: &History| {
        let weeks = run.weeks_of(Window::Month(2021, 7));
        let mean = |class: Class| {
            let cash = |week: &i64| {
                run.records
                    .class(recorded(*week), ClassSeries::Cash, class as usize)
            };
            weeks.iter().map(cash).sum::<f64>() / weeks.len() as f64
        };
        let count = |class: Class| {
            let cells = runs.tables.classes.iter();
            cells
                .map(|cells| cells[class as usize].enterprises as f64)
                .sum::<f64>()
        };
        let weighted: f64 = MSME.iter().map(|&class| count(class) * mean(class)).sum();
        let number: f64 = MSME.iter().map(|&class| count(class)).sum();
        weighted / number * MONTHS / WEEKS_PER_YEAR
    };
    Question {
        id: "firms.cash.MSME.2021-07".to_owned(),
        group: Group::Firms,
        name: "how long cash lasts, MSME, 2021-07".to_owned(),
        unit: "months",
        values: runs.histories.iter().map(of).collect(),
        data: Some(Figure::of(
            low / all,
            high / all,
            format!("Mandiri Institute 2021-07, {table}: all rows, ends of classes"),
        )),
        rule: Rule::Range { error: CASH_MONTHS },
    }
}

/// Does value added of micro and small enterprises move against the quarter before as the index of
/// BRI says? Every quarter that was published for MSMEs counts once.
fn small_business_index(runs: &Runs) -> Question {
    let table = "policy/survey_targets.csv";
    let (_, rows) = rows_as_text(find(table).expect("surveys are embedded"));
    let published: Vec<(Quarter, bool)> = rows
        .iter()
        .filter(|row| row[3] == "MSME" && row[4] == "business_activity")
        .map(|row| {
            let year = row[0][..4].parse().expect("a year");
            let quarter = row[0][5..].parse().expect("a quarter");
            let index: f64 = row[5].parse().expect("an index");
            (Quarter::new(year, quarter), index > 100.0)
        })
        .collect();
    let of = |run: &History| {
        let last = run.records.weeks() as i64 - 1;
        let level = |quarter: Quarter| {
            run.path.quarter_mean(quarter, last, |week| {
                let class = |class: Class| {
                    run.path.class(class as usize, week)
                        * run
                            .records
                            .class(recorded(week), ClassSeries::ValueAdded, class as usize)
                };
                MICRO_SMALL.iter().map(|&one| class(one)).sum()
            })
        };
        let same = published.iter().filter(|(quarter, up)| {
            let before = Quarter::of_day(quarter.first_day() - 1);
            (level(*quarter) > level(before)) == *up
        });
        100.0 * same.count() as f64 / published.len() as f64
    };
    Question {
        id: "firms.business_activity.MSME".to_owned(),
        group: Group::Firms,
        name: "moves as BRI's index of small business".to_owned(),
        unit: "% of quarters",
        values: runs.histories.iter().map(of).collect(),
        data: Some(Figure::of(
            SAME_DIRECTION_PERCENT,
            100.0,
            format!("BRI, {table}: MSME, business_activity, above or below 100"),
        )),
        rule: Rule::Limits,
    }
}
