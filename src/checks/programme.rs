//! Enterprises under contract in the model beside effects that studies found elsewhere.
//!
//! The model's are those of `integration_target`, last quarter of 2024, against the same enterprises
//! at week 0 moved as the nation moved without the programme. Low and high of a study are those of
//! the table, which has taken off for selection.

use super::figures::{Figure, number, text};
use super::rules::Rule;
use super::runs::Runs;
use super::{Group, Question};
use crate::experiment::measures::EnsembleRun;
use crate::record::{NationalSeries as N, Records, SectorSeries, mean_13_weeks, recorded};

const TABLE: &str = "policy/effect_sizes.csv";
/// Week in which the first year of the programme ends (it starts in week 63).
const FIRST_YEAR: i64 = 63 + 52;

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let end = runs.programme.policies[0].records[0].weeks() as i64 - 1;
    let asked: [(&str, &str, &str, i64, Ratio); 7] = [
        ("E01", "jobs", "jobs in linked suppliers", end, jobs),
        (
            "E02",
            "productivity",
            "output a job of linked suppliers",
            end,
            productivity,
        ),
        (
            "E03",
            "other_sales_first_year",
            "their sales to others, first year",
            FIRST_YEAR,
            other_sales,
        ),
        (
            "E04",
            "other_sales",
            "their sales to others, at the end",
            end,
            other_sales,
        ),
        (
            "E07",
            "income_contract_farming",
            "income of linked, beside contract farming",
            end,
            income,
        ),
        (
            "E12",
            "income_cooperatives",
            "income of linked, beside cooperatives",
            end,
            income,
        ),
        (
            "E18",
            "sales",
            "sales of linked, beside business meetings",
            end,
            sales,
        ),
    ];
    let mut all: Vec<Question> = asked
        .into_iter()
        .map(|(effect, id, name, week, ratio)| Question {
            id: format!("programme.{id}"),
            group: Group::Programme,
            name: name.to_owned(),
            unit: "%",
            values: values(runs, week, ratio),
            data: Some(figure(effect)),
            rule: Rule::Range { error: 0.0 },
        })
        .collect();
    for (effect, id, name, unit) in [
        (
            "E26",
            "grant",
            "closed recipients of a grant who re-opened",
            "%",
        ),
        (
            "E34",
            "cooperatives_survive",
            "hazard of cooperatives against others",
            "ratio",
        ),
        ("E31", "chains", "sign of being in global chains", "sign"),
    ] {
        all.push(Question {
            id: format!("programme.{id}"),
            group: Group::Programme,
            name: name.to_owned(),
            unit,
            values: Vec::new(),
            data: Some(figure(effect)),
            rule: Rule::NotComparable,
        });
    }
    all
}

fn figure(effect: &str) -> Figure {
    let row = [("id", effect)];
    let of = |column| number(TABLE, &row, column);
    let who = text(TABLE, &row, "citation");
    let where_ = text(TABLE, &row, "country");
    Figure::of(
        of("low"),
        of("high"),
        format!("{who} ({where_}), {TABLE}: {effect}"),
    )
}

/// Two runs of one draw.
struct Pair<'a> {
    with: &'a Records,
    without: &'a Records,
    week: i64,
}

type Ratio = fn(&Runs, &Pair) -> Option<f64>;

/// Percent by which a ratio is above one, draw by draw; none where nobody is linked.
fn values(runs: &Runs, week: i64, ratio: Ratio) -> Vec<f64> {
    let with: &EnsembleRun = &runs.programme.policies[0];
    let without = &runs.programme.counterfactual;
    let pairs = with.records.iter().zip(&without.records);
    pairs
        .filter_map(|(with, without)| {
            let pair = Pair {
                with,
                without,
                week,
            };
            Some(100.0 * (ratio(runs, &pair)? - 1.0))
        })
        .collect()
}

impl Pair<'_> {
    fn mean(&self, series: N) -> f64 {
        mean_13_weeks(self.week, |week| self.with.national(recorded(week), series))
    }

    /// A national series without the programme, relative to week 0.
    fn nation(&self, series: N) -> f64 {
        let now = mean_13_weeks(self.week, |week| {
            self.without.national(recorded(week), series)
        });
        now / self.without.national(0, series)
    }

    /// Something of the linked over the same at week 0 and over how the nation moved.
    fn linked(&self, now: f64, before: N, nation: f64) -> Option<f64> {
        let before = self.mean(before);
        (before > 0.0 && nation > 0.0).then(|| now / before / nation)
    }
}

/// Output of the focus sectors without the programme, relative to week 0.
fn focus(runs: &Runs, pair: &Pair) -> f64 {
    let output = |week: usize| -> f64 {
        let sectors = runs.tables.sectors.iter().enumerate();
        let focus = sectors.filter(|(_, sector)| sector.focus.is_some());
        focus
            .map(|(s, _)| pair.without.sector(week, SectorSeries::Output, s))
            .sum()
    };
    mean_13_weeks(pair.week, |week| output(recorded(week))) / output(0)
}

fn jobs(_: &Runs, pair: &Pair) -> Option<f64> {
    let now = pair.mean(N::LinkedEmployment);
    pair.linked(now, N::LinkedBaselineEmployment, pair.nation(N::Employment))
}

fn sales(runs: &Runs, pair: &Pair) -> Option<f64> {
    let now = pair.mean(N::LinkedOutput);
    pair.linked(now, N::LinkedBaselineOutput, focus(runs, pair))
}

fn productivity(runs: &Runs, pair: &Pair) -> Option<f64> {
    Some(sales(runs, pair)? / jobs(runs, pair)?)
}

/// Output that is not sold under contract.
fn other_sales(runs: &Runs, pair: &Pair) -> Option<f64> {
    let now = pair.mean(N::LinkedOutput) - pair.mean(N::ContractSales);
    pair.linked(now, N::LinkedBaselineOutput, focus(runs, pair))
}

fn income(_: &Runs, pair: &Pair) -> Option<f64> {
    let now = pair.mean(N::LinkedIncome);
    pair.linked(
        now,
        N::LinkedBaselineIncome,
        pair.nation(N::HouseholdIncome),
    )
}
