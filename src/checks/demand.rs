//! Demand, trade, capacity in use and the direction of indices.
//!
//! Only years that were not fitted to: 2020 was (household consumption, investment, imports). The
//! model's exports of 2020 are given, so that those years check what follows.

use super::figures::{Figure, number};
use super::rules::{
    CARS_PERCENT, EXPENDITURE_PERCENT, Rule, SAME_DIRECTION_PERCENT, UTILISATION_POINTS,
};
use super::runs::{History, Runs};
use super::watch::{Facts, Scope, Window};
use super::{Group, Question};
use crate::data::{find, rows_as_text};
use crate::ids::Class;
use crate::observed::{Outcome, Series, find as find_series};
use crate::record::{NationalSeries, Quarter, SectorSeries, recorded};

/// Expenditure that was published to the end of 2022.
const EXPENDITURE: [&str; 5] = [
    "Household Consumption",
    "Government",
    "Investment (PMTB)",
    "Exports (Goods)",
    "Imports (Goods)",
];
/// Quarters of a year, and the place of 2019Q1 among those of `Measured`.
const YEAR: usize = 4;
/// An index of purchasing managers this near to 50 says nothing.
const NO_CHANGE: f64 = 0.5;

const CAPACITY: &str = "covid/capacity_utilisation.csv";
const CARS: &str = "covid/automotive_gaikindo.csv";

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let mut all = Vec::new();
    for name in EXPENDITURE {
        for year in [2021, 2022] {
            all.push(expenditure(runs, name, year));
        }
    }
    all.extend(capacity(runs));
    all.push(purchasing_managers(runs));
    all.push(business_survey(runs));
    for year in [2020, 2021, 2022] {
        all.push(cars(runs, year));
    }
    all
}

/// Level of a year against 2019, percent; quarters from 2019Q1.
fn on_2019(level: impl Fn(usize) -> f64, year: i32) -> f64 {
    let mean = |year: usize| -> f64 {
        let quarters = YEAR * year..YEAR * (year + 1);
        quarters.map(&level).sum()
    };
    100.0 * (mean((year - 2019) as usize) / mean(0) - 1.0)
}

fn expenditure(runs: &Runs, name: &str, year: i32) -> Question {
    let one = find_series(&runs.series, name).expect("the series is published");
    let place = runs.series.iter().position(|other| other.name == name);
    let place = place.expect("it was just found");
    let outcome = Outcome::of(runs.tables);
    let path = &runs.histories[0].engine.path[place];
    let published = |q: usize| {
        let quarter = crate::observed::quarters()[q];
        let level = outcome.level(one, path, quarter);
        level.expect("it is published to the end of 2022")
    };
    let data = on_2019(published, year);
    // The last days of 2022 belong to no week of the run.
    let level = |run: &History, q: usize| run.engine.level[place][q];
    Question {
        id: format!("demand.{}.{year}", id(one)),
        group: Group::Demand,
        name: format!("{}, {year}", one.label_en.to_lowercase()),
        unit: "% on 2019",
        values: runs
            .histories
            .iter()
            .map(|run| on_2019(|q| level(run, q), year))
            .collect(),
        data: Some(Figure::of(
            data,
            data,
            format!("BPS, covid/targets_quarterly.csv: {name}, compounded from 2019"),
        )),
        rule: Rule::Range {
            error: one.observation_sd.unwrap_or(EXPENDITURE_PERCENT),
        },
    }
}

fn id(series: &Series) -> String {
    series.label_en.to_lowercase().replace(' ', "_")
}

/// Output over open capacity: no level of it is comparable, its change is.
fn capacity(runs: &Runs) -> [Question; 3] {
    let used = |facts: &Facts, scope| facts.ratio(scope, &Class::ALL, |s| s.output, |s| s.capacity);
    let published = |period: &str, measure: &str| {
        let row = [("period", period), ("measure", measure)];
        number(CAPACITY, &row, "utilisation_pct")
    };
    let question = |id: &str, name: &str, values, (now, before): ((&str, &str), (&str, &str))| {
        let change = 100.0 * (published(now.0, now.1) / published(before.0, before.1) - 1.0);
        let source = format!("{CAPACITY}: {} {} on {}", now.1, now.0, before.0);
        Question {
            id: id.to_owned(),
            group: Group::Demand,
            name: name.to_owned(),
            unit: "%",
            values,
            data: Some(Figure::of(change, change, source)),
            rule: Rule::Range {
                error: UTILISATION_POINTS,
            },
        }
    };
    let between = |now: Window, before: Window| -> Vec<f64> {
        let change = |run: &History| {
            let of = |window| used(run.window(window), Scope::NonFarm);
            100.0 * (of(now) / of(before) - 1.0)
        };
        runs.histories.iter().map(change).collect()
    };
    let manufacturing = |run: &History| {
        100.0 * (used(run.window(Window::Quarter(2022, 3)), Scope::Manufacturing) - 1.0)
    };
    let all = "all_business_SKDU";
    let ministry = "manufacturing_Kemenperin";
    let summer = Window::Quarter(2021, 2);
    [
        question(
            "demand.capacity.2020Q2",
            "capacity in use, 2020Q2 on 2021Q2",
            between(Window::Quarter(2020, 2), summer),
            (("2020Q2", all), ("2021Q2", all)),
        ),
        question(
            "demand.capacity.2022Q4",
            "capacity in use, 2022Q4 on 2021Q2",
            between(Window::Quarter(2022, 4), summer),
            (("2022Q4", all), ("2021Q2", all)),
        ),
        question(
            "demand.capacity.manufacturing.2022Q3",
            "capacity in use, manufacturing, 2022Q3 on 2019",
            runs.histories.iter().map(manufacturing).collect(),
            (("2022-09", ministry), ("pre-pandemic", ministry)),
        ),
    ]
}

/// Share of periods in which the model moves as published, percent.
fn same_direction<P: Copy>(periods: &[(P, bool)], rises: impl Fn(P) -> bool) -> f64 {
    let same = periods.iter().filter(|(period, up)| rises(*period) == *up);
    100.0 * same.count() as f64 / periods.len() as f64
}

fn direction(id: &str, name: &str, unit: &'static str, values: Vec<f64>, source: &str) -> Question {
    Question {
        id: id.to_owned(),
        group: Group::Demand,
        name: name.to_owned(),
        unit,
        values,
        data: Some(Figure::of(SAME_DIRECTION_PERCENT, 100.0, source)),
        rule: Rule::Limits,
    }
}

/// Output of manufacturing against the month before, at the path.
fn purchasing_managers(runs: &Runs) -> Question {
    let table = "covid/pmi_manufacturing_monthly.csv";
    let (_, rows) = rows_as_text(find(table).expect("the index is embedded"));
    let months: Vec<((i32, u32), bool)> = rows
        .iter()
        .filter_map(|row| {
            let year: i32 = row[0][..4].parse().ok()?;
            let month: u32 = row[0][5..].parse().ok()?;
            let index: f64 = row[1].parse().ok()?;
            let tells = (index - 50.0).abs() > NO_CHANGE && (year, month) > (2020, 1);
            tells.then_some(((year, month), index > 50.0))
        })
        .collect();
    let of = |run: &History| {
        let level = |(year, month)| {
            let weeks = run.weeks_of(Window::Month(year, month));
            let output = |week: i64| -> f64 {
                let sectors = runs.tables.sectors.iter().enumerate();
                let made = sectors.filter(|(_, sector)| sector.industry17 == "C");
                let flow = |s| {
                    run.path
                        .sector_flow(&run.records, SectorSeries::Output, s, week)
                };
                made.map(|(s, _)| flow(s)).sum()
            };
            weeks.iter().map(|&week| output(week)).sum::<f64>() / weeks.len() as f64
        };
        same_direction(&months, |month| level(month) > level(month_before(month)))
    };
    direction(
        "demand.pmi",
        "manufacturing moves as the PMI",
        "% of months",
        runs.histories.iter().map(of).collect(),
        &format!("IHS Markit, {table}: above or below 50 by more than 0.5"),
    )
}

fn month_before((year, month): (i32, u32)) -> (i32, u32) {
    match month {
        1 => (year - 1, 12),
        month => (year, month - 1),
    }
}

/// GDP against the quarter before, at the path, beside the net balance of Bank Indonesia.
fn business_survey(runs: &Runs) -> Question {
    let table = "covid/business_activity_skdu.csv";
    let (_, rows) = rows_as_text(find(table).expect("the survey is embedded"));
    let quarters: Vec<(Quarter, bool)> = rows
        .iter()
        .filter_map(|row| {
            let (year, quarter) = row[0].split_once('Q')?;
            let quarter = Quarter::new(year.parse().ok()?, quarter.parse().ok()?);
            Some((quarter, row[1].parse::<f64>().ok()? > 0.0))
        })
        .collect();
    let of = |run: &History| {
        let last = run.records.weeks() as i64 - 1;
        let level = |quarter: Quarter| {
            run.path.quarter_mean(quarter, last, |week| {
                run.path
                    .national_level(&run.records, NationalSeries::Gdp, week)
            })
        };
        same_direction(&quarters, |quarter| {
            level(quarter) > level(Quarter::of_day(quarter.first_day() - 1))
        })
    };
    direction(
        "demand.skdu",
        "GDP moves as the business survey says",
        "% of quarters",
        runs.histories.iter().map(of).collect(),
        &format!("Bank Indonesia, {table}: above or below 0"),
    )
}

/// Output of the automotive sector at its path beside cars sold to dealers.
fn cars(runs: &Runs, year: i32) -> Question {
    let sold = |year: i32| {
        let row = [
            ("period", year.to_string()),
            ("measure", "wholesale".to_owned()),
        ];
        let row: Vec<(&str, &str)> = row
            .iter()
            .map(|(key, cell)| (*key, cell.as_str()))
            .collect();
        number(CARS, &row, "units")
    };
    let change = 100.0 * (sold(year) / sold(2019) - 1.0);
    let sector = runs
        .tables
        .sectors
        .iter()
        .position(|one| one.code == "automotive");
    let sector = sector.expect("there is an automotive sector");
    let of = |run: &History| {
        let weeks = run.weeks_of(Window::Year(year));
        let flow = |week: i64| {
            run.path
                .sector_flow(&run.records, SectorSeries::Output, sector, week)
        };
        let mean = weeks.iter().map(|&week| flow(week)).sum::<f64>() / weeks.len() as f64;
        let before = run
            .records
            .sector(recorded(0), SectorSeries::Output, sector);
        100.0 * (mean / before - 1.0)
    };
    Question {
        id: format!("demand.cars.{year}"),
        group: Group::Demand,
        name: format!("cars and their parts, {year}"),
        unit: "% on 2019",
        values: runs.histories.iter().map(of).collect(),
        data: Some(Figure::of(
            change,
            change,
            format!("GAIKINDO, {CARS}: wholesale {year}"),
        )),
        rule: Rule::Range {
            error: CARS_PERCENT,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_held_against_2019() {
        let level = |q: usize| if q < 4 { 10.0 } else { 11.0 };
        assert!((on_2019(level, 2021) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn directions_are_counted() {
        let periods = [(1, true), (2, false), (3, true)];
        let share = same_direction(&periods, |period| period < 3);
        assert!((share - 100.0 / 3.0).abs() < 1e-9);
        assert_eq!(month_before((2021, 1)), (2020, 12));
    }
}
