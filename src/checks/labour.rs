//! Jobs and hours beside Sakernas.
//!
//! The model's economy of week 0 keeps its jobs when nothing happens, while the real one added up to
//! 2% a year (August 2018 to August 2019): what was lost lies between the published change and
//! that change less the trend, both ends of the data's range.

use super::figures::{Figure, number};
use super::rules::{NATIONAL_JOBS_PERCENT, Rule, SECTOR_JOBS_PERCENT, SHORT_TIME_POINTS};
use super::runs::{History, Runs};
use super::watch::{Scope, Window};
use super::{Group, Question};
use crate::ids::Class;
use crate::record::{NationalSeries, SectorSeries, recorded};

const HEADLINE: &str = "covid/labour_headline.csv";
const BY_SECTOR: &str = "covid/labour_employment_by_sector.csv";
/// Most that jobs grow in a year of trend, percent.
const TREND_PERCENT: f64 = 2.0;
/// Persons of a million, in thousands.
const MILLION: f64 = 1_000.0;

/// Broad sectors: name, letter, name in the table. The rest is the total less these.
const BROAD: [(&str, &str, &str); 6] = [
    ("agriculture", "A", "Agriculture, forestry and fishery"),
    ("manufacturing", "C", "Manufacturing"),
    ("construction", "F", "Construction"),
    (
        "trade",
        "G",
        "Wholesale and retail trade; car and motorcycle repair and maintenance",
    ),
    ("transport", "H", "Transportation and warehouse"),
    (
        "accommodation and food",
        "I",
        "Accommodation and food and beverage services",
    ),
];

/// A month of Sakernas, the month before the pandemic it is held against, years between.
const SURVEYS: [(Window, &str, &str, f64); 2] = [
    (Window::Month(2020, 8), "2020-08", "2019-08", 1.0),
    (Window::Month(2021, 2), "2021-02", "2020-02", 1.0),
];
/// Months with headline figures, years since August 2019.
const AUGUSTS: [(Window, &str, f64); 3] = [
    (Window::Month(2020, 8), "2020-08", 1.0),
    (Window::Month(2021, 8), "2021-08", 2.0),
    (Window::Month(2022, 8), "2022-08", 3.0),
];

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let mut all = Vec::new();
    for (window, date, before, years) in SURVEYS {
        for broad in BROAD {
            all.push(sector_jobs(runs, window, (date, before, years), broad));
        }
    }
    for (window, date, years) in AUGUSTS {
        all.push(national_jobs(runs, window, date, years));
        all.push(unemployment(runs, window, date));
        all.push(lost_work(runs, window, date));
        all.push(short_time(runs, window, date));
        all.push(short_of_affected(runs, window, date));
    }
    all
}

/// A check of this group: short name, name and unit; what a run gives; data with their error.
fn question(
    runs: &Runs,
    (id, name, unit): (String, String, &'static str),
    of: impl Fn(&History) -> f64,
    data: Figure,
    error: f64,
) -> Question {
    Question {
        id: format!("labour.{id}"),
        group: Group::Labour,
        name,
        unit,
        values: runs.histories.iter().map(of).collect(),
        data: Some(data),
        rule: Rule::Range { error },
    }
}

/// Mean of a national series over a window.
fn national(run: &History, window: Window, series: NationalSeries) -> f64 {
    let weeks = run.weeks_of(window);
    let value = |week: &i64| run.records.national(recorded(*week), series);
    weeks.iter().map(value).sum::<f64>() / weeks.len() as f64
}

/// Employment of a window against week 0, percent.
fn change_of_jobs(run: &History, window: Window) -> f64 {
    let before = run.records.national(0, NationalSeries::Employment);
    100.0 * (national(run, window, NationalSeries::Employment) / before - 1.0)
}

/// Jobs of week 0 less those of a window, thousand.
fn jobs_lost(run: &History, window: Window) -> f64 {
    let before = run.records.national(0, NationalSeries::Employment);
    before - national(run, window, NationalSeries::Employment)
}

/// From the published change less the trend to the change itself.
fn without_trend(change: f64, years: f64, source: String) -> Figure {
    Figure::of(change - TREND_PERCENT * years, change, source)
}

fn sector_jobs(
    runs: &Runs,
    window: Window,
    (date, before, years): (&str, &str, f64),
    (name, letter, published): (&str, &str, &str),
) -> Question {
    let of = |run: &History| {
        let jobs = |week: usize| -> f64 {
            let sectors = runs.tables.sectors.iter().enumerate();
            let inside = sectors.filter(|(_, sector)| sector.industry17 == letter);
            let jobs = inside.map(|(s, _)| run.records.sector(week, SectorSeries::Employment, s));
            jobs.sum()
        };
        let weeks = run.weeks_of(window);
        let sum: f64 = weeks.iter().map(|&week| jobs(recorded(week))).sum();
        100.0 * (sum / weeks.len() as f64 / jobs(0) - 1.0)
    };
    let workers = |survey: &str| {
        let row = [("sector", published), ("survey", survey)];
        number(BY_SECTOR, &row, "workers_million")
    };
    let change = 100.0 * (workers(date) / workers(before) - 1.0);
    let source = format!("Sakernas {date} on {before}, {BY_SECTOR}: {published}");
    let head = (
        format!("jobs.{}.{date}", name.replace(' ', "_")),
        format!("jobs, {name}, {date}"),
        "%",
    );
    let data = without_trend(change, years, source);
    question(runs, head, of, data, SECTOR_JOBS_PERCENT)
}

fn headline(date: &str, indicator: &str) -> f64 {
    let row = [("survey", date), ("indicator", indicator)];
    number(HEADLINE, &row, "value")
}

/// All jobs of August 2019, as the table by sectors has them, million.
fn employed_2019() -> f64 {
    super::figures::sum(BY_SECTOR, &[("survey", "2019-08")], "workers_million")
}

fn national_jobs(runs: &Runs, window: Window, date: &str, years: f64) -> Question {
    let change = 100.0 * (headline(date, "employed_million") / employed_2019() - 1.0);
    let source = format!("Sakernas {date} on 2019-08, {HEADLINE}: employed_million");
    let head = (
        format!("jobs.all.{date}"),
        format!("jobs, all, {date}"),
        "%",
    );
    let of = |run: &History| change_of_jobs(run, window);
    let data = without_trend(change, years, source);
    question(runs, head, of, data, NATIONAL_JOBS_PERCENT)
}

/// Unemployment against August 2019. The model has no labour force: all who lose work count, so
/// those who left the labour force for the pandemic are added to the high end of the data.
fn unemployment(runs: &Runs, window: Window, date: &str) -> Question {
    let rate = |date: &str| headline(date, "unemployment_rate_pct");
    let before = rate("2019-08");
    let rise = rate(date) - before;
    let left = 100.0 * headline(date, "affected_left_labour_force_million")
        / headline(date, "labour_force_million");
    let source = format!(
        "Sakernas {date} on 2019-08, {HEADLINE}: unemployment_rate_pct, affected_left_labour_force_million"
    );
    let head = (
        format!("unemployment.{date}"),
        format!("rise of unemployment, {date}"),
        "points",
    );
    let of = |run: &History| -change_of_jobs(run, window) * (1.0 - before / 100.0);
    let data = Figure::of(rise, rise + left, source);
    question(runs, head, of, data, NATIONAL_JOBS_PERCENT)
}

/// Persons without work because of the pandemic: unemployed alone, or all who did not work.
fn lost_work(runs: &Runs, window: Window, date: &str) -> Question {
    let published = |indicator: &str| headline(date, indicator);
    let unemployed = published("affected_unemployed_million");
    let all = unemployed
        + published("affected_left_labour_force_million")
        + published("affected_temporarily_not_working_million");
    let source =
        format!("Sakernas {date}, {HEADLINE}: affected_unemployed to affected, not working");
    let head = (
        format!("lost_work.{date}"),
        format!("without work for the pandemic, {date}"),
        "million",
    );
    let of = |run: &History| jobs_lost(run, window) / MILLION;
    let data = Figure::of(unemployed, all, source);
    question(runs, head, of, data, NATIONAL_JOBS_PERCENT)
}

/// Persons on shorter hours, thousand; in agriculture nobody is.
fn persons_short(runs: &Runs, run: &History, window: Window) -> f64 {
    let facts = run.window(window);
    let share = facts.ratio(
        Scope::NonFarm,
        &Class::ALL,
        |s| s.persons_short,
        |s| s.persons,
    );
    let outside = runs
        .tables
        .sectors
        .iter()
        .filter(|one| one.industry17 != "A");
    share * outside.map(|one| one.employment_thousand).sum::<f64>()
}

/// Persons on shorter hours, of all who work; those of the model outside agriculture, put on all.
fn short_time(runs: &Runs, window: Window, date: &str) -> Question {
    let of = |run: &History| {
        let all: f64 = runs
            .tables
            .sectors
            .iter()
            .map(|one| one.employment_thousand)
            .sum();
        100.0 * persons_short(runs, run, window) / all
    };
    let share = 100.0 * headline(date, "affected_reduced_hours_million")
        / headline(date, "employed_million");
    let source =
        format!("Sakernas {date}, {HEADLINE}: affected_reduced_hours_million of employed_million");
    let head = (
        format!("short_time.{date}"),
        format!("on shorter hours, {date}"),
        "% of workers",
    );
    let data = Figure::of(share, share, source);
    question(runs, head, of, data, SHORT_TIME_POINTS)
}

/// Persons on shorter hours, of all whom the pandemic hit: the others are without work.
fn short_of_affected(runs: &Runs, window: Window, date: &str) -> Question {
    let of = |run: &History| {
        let short = persons_short(runs, run, window);
        100.0 * short / (short + jobs_lost(run, window).max(0.0))
    };
    let share = 100.0 * headline(date, "affected_reduced_hours_million")
        / headline(date, "affected_total_million");
    let source =
        format!("Sakernas {date}, {HEADLINE}: affected_reduced_hours of affected_total_million");
    let head = (
        format!("short_of_hit.{date}"),
        format!("on shorter hours of those hit, {date}"),
        "%",
    );
    let data = Figure::of(share, share, source);
    question(runs, head, of, data, SHORT_TIME_POINTS)
}
