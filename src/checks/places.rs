//! Provinces: what little is embedded of their growth in 2020.

use super::figures::{Figure, number, text};
use super::rules::{ISLANDS_POINTS, Rule};
use super::runs::{History, Runs};
use super::watch::Window;
use super::{Group, Question};
use crate::record::{ProvinceSeries, Quarter};

const TABLE: &str = "covid/restriction_area_gdp_share.csv";
/// Growth in 2020Q2 as printed beside the share of Java of that quarter (BPS, 5 August 2020).
const IN_2020Q2: [(&str, f64); 2] = [("Java", -6.69), ("Maluku & Papua", 2.36)];

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let mut all: Vec<Question> = IN_2020Q2
        .iter()
        .map(|&(islands, growth)| growth_2020q2(runs, islands, growth))
        .collect();
    for islands in ["Java", "Bali & Nusa Tenggara"] {
        all.push(share_2020(runs, islands));
    }
    all.push(Question {
        id: "places.growth.2020".to_owned(),
        group: Group::Places,
        name: "growth of single provinces, 2020".to_owned(),
        unit: "%",
        values: Vec::new(),
        data: None,
        rule: Rule::NotComparable,
    });
    all
}

/// Value added of an island group in a week at its path.
fn value_added(runs: &Runs, run: &History, islands: &str, week: i64) -> f64 {
    let provinces = runs.tables.provinces.iter().enumerate();
    let inside = provinces.filter(|(_, province)| province.island_group == islands);
    let flow = |r| {
        run.path
            .province_flow(&run.records, ProvinceSeries::ValueAdded, r, week)
    };
    inside.map(|(r, _)| flow(r)).sum()
}

fn growth_2020q2(runs: &Runs, islands: &str, growth: f64) -> Question {
    let quarter = Quarter::new(2020, 2);
    let of = |run: &History| {
        let level = |quarter: Quarter| {
            run.path.quarter_mean(quarter, i64::MAX, |week| {
                value_added(runs, run, islands, week)
            })
        };
        100.0 * (level(quarter) / level(quarter.year_before()) - 1.0)
    };
    let row = [("area", "Java"), ("period", "2020Q2")];
    let printed = text(TABLE, &row, "source");
    let figure = Figure::of(growth, growth, format!("{TABLE}: Java, 2020Q2: {printed}"));
    Question {
        id: format!(
            "places.{}.2020Q2",
            islands.to_lowercase().replace(" & ", "_")
        ),
        group: Group::Places,
        name: format!("growth of {islands}, 2020Q2"),
        unit: "% y/y",
        values: runs.histories.iter().map(of).collect(),
        data: Some(figure),
        rule: Rule::Range {
            error: ISLANDS_POINTS,
        },
    }
}

/// Change of the share of an island group in GDP. Published at current prices: prices of mining
/// and plantation fell a little in 2020.
fn share_2020(runs: &Runs, islands: &str) -> Question {
    let groups: Vec<&str> = {
        let all = runs.tables.provinces.iter();
        let mut groups: Vec<&str> = all.map(|province| province.island_group.as_str()).collect();
        groups.dedup();
        groups
    };
    let of = |run: &History| {
        let share = |week: i64| {
            let all: f64 = groups
                .iter()
                .map(|one| value_added(runs, run, one, week))
                .sum();
            value_added(runs, run, islands, week) / all
        };
        let weeks = run.weeks_of(Window::Year(2020));
        let now = weeks.iter().map(|&week| share(week)).sum::<f64>() / weeks.len() as f64;
        // Week 0 at the middle of 2019.
        100.0 * (now / share(-26) - 1.0)
    };
    let published = |year: &str| {
        number(
            TABLE,
            &[("area", islands), ("period", year)],
            "share_of_gdp_pct",
        )
    };
    let change = 100.0 * (published("2020") / published("2019") - 1.0);
    Question {
        id: format!(
            "places.share.{}.2020",
            islands.to_lowercase().replace(" & ", "_").replace(' ', "_")
        ),
        group: Group::Places,
        name: format!("share of {islands} in GDP, 2020"),
        unit: "%",
        values: runs.histories.iter().map(of).collect(),
        data: Some(Figure::of(
            change,
            change,
            format!("BPS, {TABLE}: {islands}, current prices"),
        )),
        rule: Rule::Range {
            error: ISLANDS_POINTS,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_of_islands_is_what_the_table_prints() {
        let row = [("area", "Java"), ("period", "2020Q2")];
        let printed = text(TABLE, &row, "source");
        for (islands, growth) in IN_2020Q2 {
            assert!(printed.contains(&format!("{islands} ")), "{printed}");
            assert!(printed.contains(&growth.to_string()), "{printed}");
        }
    }
}
