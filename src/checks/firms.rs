//! What firms told surveys, beside what surveys would hear in the model.
//!
//! Sales are output, which for goods made to stock leads or lags sales by weeks. "Fell" is more
//! than 5% below the path. A firm that stopped is a closed one: the model knows no shop that is
//! shut for a week by order and opens again.

use super::figures::{Figure, survey};
use super::rules::{OFFICIAL_SURVEY_POINTS, OTHER_SURVEY_POINTS, Rule};
use super::runs::Runs;
use super::watch::{Facts, Scope, Sums, Window};
use super::{Group, Question};
use crate::ids::Class;
use crate::record::Quarter;

pub(super) const MICRO_SMALL: &[Class] = &[Class::Micro, Class::Small];
pub(super) const MEDIUM_LARGE: &[Class] = &[Class::Medium, Class::Large];
pub(super) const MSME: &[Class] = &[Class::Micro, Class::Small, Class::Medium];
const SMALL: &[Class] = &[Class::Small];
const ALL: &[Class] = &Class::ALL;

/// A question of a survey: window, scope, classes, group and measure in the table, what the model
/// counts, error.
type Asked = (
    Window,
    Scope,
    &'static [Class],
    &'static str,
    &'static str,
    fn(&Sums) -> f64,
    f64,
);

const JULY: Window = Window::Month(2020, 7);
const AUGUST: Window = Window::Month(2020, 8);
const YEAR_LATER: Window = Window::Month(2021, 7);
const AUGUST_LATER: Window = Window::Month(2021, 8);
const BPS: f64 = OFFICIAL_SURVEY_POINTS;
const OTHER: f64 = OTHER_SURVEY_POINTS;

/// Shares of firms.
const SHARES: [Asked; 14] = [
    (
        Window::Month(2020, 4),
        Scope::NonFarm,
        MICRO_SMALL,
        "micro-small",
        "closed",
        |s| s.closed,
        OTHER,
    ),
    (
        Window::Month(2020, 5),
        Scope::NonFarm,
        SMALL,
        "small",
        "sales_halved",
        |s| s.fell_by_half,
        OTHER,
    ),
    (
        Window::Month(2020, 6),
        Scope::NonFarm,
        ALL,
        "all",
        "sales_fell",
        |s| s.fell,
        OTHER,
    ),
    (
        JULY,
        Scope::NonFarm,
        MICRO_SMALL,
        "micro-small",
        "revenue_fell",
        |s| s.fell,
        BPS,
    ),
    (
        JULY,
        Scope::NonFarm,
        MEDIUM_LARGE,
        "medium-large",
        "revenue_fell",
        |s| s.fell,
        BPS,
    ),
    (
        JULY,
        Scope::Manufacturing,
        ALL,
        "manufacturing",
        "revenue_fell",
        |s| s.fell,
        BPS,
    ),
    (
        JULY,
        Scope::NonFarm,
        MICRO_SMALL,
        "micro-small",
        "stopped",
        |s| s.closed,
        BPS,
    ),
    (
        JULY,
        Scope::NonFarm,
        MEDIUM_LARGE,
        "medium-large",
        "stopped",
        |s| s.closed,
        BPS,
    ),
    (
        JULY,
        Scope::NonFarm,
        MICRO_SMALL,
        "micro-small",
        "cut_hours",
        |s| s.cut_hours,
        BPS,
    ),
    (
        JULY,
        Scope::NonFarm,
        MEDIUM_LARGE,
        "medium-large",
        "cut_hours",
        |s| s.cut_hours,
        BPS,
    ),
    (
        AUGUST,
        Scope::NonFarm,
        MSME,
        "MSME",
        "no_longer_surviving",
        |s| s.closed,
        OTHER,
    ),
    (
        YEAR_LATER,
        Scope::NonFarm,
        MSME,
        "MSME",
        "turnover_down_over_50",
        |s| s.fell_by_half,
        OTHER,
    ),
    (
        AUGUST_LATER,
        Scope::NonFarm,
        MSME,
        "MSME",
        "stopped",
        |s| s.closed,
        OTHER,
    ),
    (
        YEAR_LATER,
        Scope::NonFarm,
        MSME,
        "MSME",
        "turnover_down_up_to_30",
        |s| s.fell - s.fell_by_30,
        OTHER,
    ),
];

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let mut all: Vec<Question> = SHARES.iter().map(|asked| share(runs, asked)).collect();
    all.push(level_of_sales(runs));
    all.extend(changes(runs));
    all.push(ratio_of_classes());
    all.push(closed_at_the_end(runs));
    all
}

/// `2020-07` for the window, as the table has it.
fn date(window: Window) -> String {
    match window {
        Window::Month(year, month) => format!("{year}-{month:02}"),
        Window::Quarter(year, quarter) => Quarter::new(year, quarter).to_string(),
        Window::Year(year) => year.to_string(),
    }
}

/// What a window found in each draw.
pub(super) fn of_window(runs: &Runs, window: Window, of: impl Fn(&Facts) -> f64) -> Vec<f64> {
    let histories = runs.histories.iter();
    histories.map(|run| of(run.window(window))).collect()
}

fn share(runs: &Runs, asked: &Asked) -> Question {
    let &(window, scope, classes, group, measure, counted, error) = asked;
    let date = date(window);
    Question {
        id: format!("firms.{measure}.{}.{date}", group.replace('-', "_")),
        group: Group::Firms,
        name: format!("{}, {group}, {date}", measure.replace('_', " ")),
        unit: "% of firms",
        values: of_window(runs, window, |facts| facts.percent(scope, classes, counted)),
        data: Some(survey(&date, group, measure)),
        rule: Rule::Range { error },
    }
}

fn level_of_sales(runs: &Runs) -> Question {
    let window = Window::Month(2020, 4);
    Question {
        id: "firms.revenue_level.micro_small.2020-04".to_owned(),
        group: Group::Firms,
        name: "revenue, micro-small, 2020-04".to_owned(),
        unit: "% of normal",
        values: of_window(runs, window, |facts| {
            facts.percent(Scope::NonFarm, MICRO_SMALL, |sums| sums.sales_ratio)
        }),
        data: Some(survey("2020-04", "micro-small", "revenue_level")),
        rule: Rule::Range { error: OTHER },
    }
}

/// Mean changes of MSMEs in August 2020.
fn changes(runs: &Runs) -> [Question; 2] {
    let question = |measure: &str, name: &str, values| Question {
        id: format!("firms.{measure}.MSME.2020-08"),
        group: Group::Firms,
        name: name.to_owned(),
        unit: "%",
        values,
        data: Some(survey("2020-08", "MSME", measure)),
        rule: Rule::Range { error: OTHER },
    };
    let sales = of_window(runs, AUGUST, |facts| {
        facts.percent(Scope::NonFarm, MSME, |sums| sums.sales_ratio) - 100.0
    });
    let workers = of_window(runs, AUGUST, |facts| {
        let ratio = facts.ratio(Scope::NonFarm, MSME, |s| s.persons_now, |s| s.persons);
        100.0 * ratio - 100.0
    });
    [
        question("monthly_income_change", "sales, MSME, 2020-08", sales),
        question("workers_change", "workers, MSME, 2020-08", workers),
    ]
}

fn ratio_of_classes() -> Question {
    let of = |group: &str| survey("2020-07", group, "stopped").low;
    let ratio = of("micro-small") / of("medium-large");
    Question {
        id: "firms.stopped.ratio.2020-07".to_owned(),
        group: Group::Firms,
        name: "stopped, micro-small over medium-large".to_owned(),
        unit: "ratio",
        values: Vec::new(),
        data: Some(Figure::of(
            ratio,
            ratio,
            "BPS 2020-07, policy/survey_targets.csv: stopped",
        )),
        rule: Rule::NotComparable,
    }
}

/// Those that are closed at the end of 2022: who has re-opened by then nobody has counted.
fn closed_at_the_end(runs: &Runs) -> Question {
    Question {
        id: "firms.stopped.MSME.2022-12".to_owned(),
        group: Group::Firms,
        name: "stopped, MSME, 2022-12".to_owned(),
        unit: "% of firms",
        values: of_window(runs, Window::Month(2022, 12), |facts| {
            facts.percent(Scope::NonFarm, MSME, |sums| sums.closed)
        }),
        data: None,
        rule: Rule::NotComparable,
    }
}
