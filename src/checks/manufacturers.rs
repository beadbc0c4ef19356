//! Surveys of manufacturers by year: IMK of the micro and small, IBS of the others.

use super::figures::{Figure, number, sum, survey};
use super::firms::{MEDIUM_LARGE, MICRO_SMALL, of_window};
use super::rules::{MANUFACTURING_SURVEY_PERCENT, Rule};
use super::runs::Runs;
use super::watch::{Scope, Sums, Window};
use super::{Group, Question};
use crate::ids::Class;

/// Surveys of manufacturers: output and number of the micro and small, workers of the others.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let mut all = Vec::new();
    for year in [2020, 2021] {
        let window = Window::Year(year);
        let question = |what: &str, name: &str, values, data| Question {
            id: format!("firms.{what}.{year}"),
            group: Group::Firms,
            name: format!("{name}, {year}"),
            unit: "% on 2019",
            values,
            data: Some(data),
            rule: Rule::Range {
                error: MANUFACTURING_SURVEY_PERCENT,
            },
        };
        let change =
            |over: fn(&Sums) -> f64, under: fn(&Sums) -> f64, classes: &'static [Class]| {
                of_window(runs, window, move |facts| {
                    100.0 * facts.ratio(Scope::Manufacturing, classes, over, under) - 100.0
                })
            };
        let output = change(|s| s.output_at_path, |s| s.output0, MICRO_SMALL);
        let workers = change(|s| s.persons_now, |s| s.persons, MEDIUM_LARGE);
        let open = change(|s| s.number - s.closed, |s| s.number, MICRO_SMALL);
        all.push(question(
            "imk_output",
            "output, micro-small manufacturers",
            output,
            imk_output(year),
        ));
        all.push(question(
            "imk_firms",
            "number of micro-small manufacturers",
            open,
            imk_firms(year),
        ));
        all.push(question(
            "ibs_workers",
            "workers, medium-large manufacturers",
            workers,
            ibs_workers(year),
        ));
    }
    all
}

/// Output at current prices: deflated by GDP's deflator, or not at all.
fn imk_output(year: i32) -> Figure {
    let change = percent_on_2019(year, |date| {
        survey(date, "micro-small manufacturing", "output").low
    });
    let deflator = |year: &str| number("model/deflator.csv", &[("year", year)], "deflator");
    let prices = deflator(&year.to_string()) / deflator("2019");
    let real = 100.0 * ((1.0 + change / 100.0) / prices - 1.0);
    let source =
        "BPS IMK, policy/survey_targets.csv: micro-small manufacturing, output; deflated or not";
    Figure::of(change, real, source)
}

fn imk_firms(year: i32) -> Figure {
    let table = "enterprises/imk_by_province.csv";
    let change = percent_on_2019(year, |year| sum(table, &[("year", year)], "firms"));
    Figure::of(change, change, format!("BPS IMK, {table}: sum of firms"))
}

fn ibs_workers(year: i32) -> Figure {
    let group = "medium-large manufacturing";
    let change = percent_on_2019(year, |date| survey(date, group, "workers").low);
    let source = format!("BPS IBS, policy/survey_targets.csv: {group}, workers");
    Figure::of(change, change, source)
}

fn percent_on_2019(year: i32, of: impl Fn(&str) -> f64) -> f64 {
    100.0 * (of(&year.to_string()) / of("2019") - 1.0)
}
