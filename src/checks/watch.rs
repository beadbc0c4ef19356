//! What surveys ask enterprises, asked of the rows of a running model. It looks on only.
//!
//! A row stands for equal enterprises; each counts as many as it stands for. A share of a row that
//! has closed counts as that many closed enterprises. Columns are means over the weeks of a window,
//! relative to week 0 and so to the path of trend growth.

use super::rules::FELL;
use crate::data::date::days_from_civil;
use crate::economy::Economy;
use crate::ids::{CLASSES, Class, Kind};
use crate::record::{Path, Quarter};
use crate::week::Model;

/// Sales that have fallen by 30 and by 50%.
const FELL_BY_30: f64 = 0.7;
const FELL_BY_HALF: f64 = 0.5;

/// When a survey asked, or what a year's or quarter's figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Window {
    /// A month of a year.
    Month(i32, u32),
    /// A quarter.
    Quarter(i32, u32),
    /// A year.
    Year(i32),
}

/// All windows that checks ask about.
pub(super) const WINDOWS: [Window; 17] = [
    Window::Month(2020, 4),
    Window::Month(2020, 5),
    Window::Month(2020, 6),
    Window::Month(2020, 7),
    Window::Month(2020, 8),
    Window::Month(2021, 2),
    Window::Month(2021, 7),
    Window::Month(2021, 8),
    Window::Month(2022, 8),
    Window::Month(2022, 12),
    Window::Quarter(2020, 2),
    Window::Quarter(2020, 3),
    Window::Quarter(2021, 2),
    Window::Quarter(2022, 3),
    Window::Quarter(2022, 4),
    Window::Year(2020),
    Window::Year(2021),
];

impl Window {
    /// First and last day, from 1970-01-01.
    fn days(self) -> (i64, i64) {
        match self {
            Window::Month(year, month) => {
                let next = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
                let last = days_from_civil(next.0, next.1, 1) - 1;
                (days_from_civil(year, month, 1), last)
            }
            Window::Quarter(year, quarter) => {
                let quarter = Quarter::new(year, quarter);
                (quarter.first_day(), quarter.last_day())
            }
            Window::Year(year) => (days_from_civil(year, 1, 1), days_from_civil(year, 12, 31)),
        }
    }

    /// Whether a week, told by its Monday, lies in it: by its Thursday.
    pub(super) fn holds(self, monday: i64) -> bool {
        let (first, last) = self.days();
        (first..=last).contains(&(monday + 3))
    }
}

/// Which enterprises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Scope {
    /// All outside agriculture: those that surveys reach.
    NonFarm = 0,
    /// Manufacturers.
    Manufacturing = 1,
}

/// Number of scopes.
const SCOPES: usize = 2;

/// Sums over the rows of one scope and class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sums {
    /// Enterprises.
    pub number: f64,
    /// Of them: closed.
    pub closed: f64,
    /// Of them: sales more than 5%, 30% and 50% below.
    pub fell: f64,
    /// See `fell`.
    pub fell_by_30: f64,
    /// See `fell`.
    pub fell_by_half: f64,
    /// Of them: hours more than 5% below.
    pub cut_hours: f64,
    /// Sum of sales relative to week 0, each enterprise counting once.
    pub sales_ratio: f64,
    /// Persons at week 0, thousand.
    pub persons: f64,
    /// Persons now.
    pub persons_now: f64,
    /// Persons of now in enterprises whose hours a head are more than 5% below.
    pub persons_short: f64,
    /// Output of week 0, and now at the path of its sector relative to 2019.
    pub output0: f64,
    /// See `output0`.
    pub output_at_path: f64,
    /// Output now, detrended, and open capacity.
    pub output: f64,
    /// See `output`.
    pub capacity: f64,
}

/// What a window found, by scope and class.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Facts([[Sums; CLASSES]; SCOPES]);

impl Facts {
    /// Ratio of two sums over classes.
    pub(super) fn ratio(
        &self,
        scope: Scope,
        classes: &[Class],
        over: fn(&Sums) -> f64,
        under: fn(&Sums) -> f64,
    ) -> f64 {
        let sum = |of: fn(&Sums) -> f64| -> f64 {
            let of_class = classes
                .iter()
                .map(|class| &self.0[scope as usize][*class as usize]);
            of_class.map(of).sum()
        };
        sum(over) / sum(under)
    }

    /// Percent of the enterprises of some classes.
    pub(super) fn percent(&self, scope: Scope, classes: &[Class], over: fn(&Sums) -> f64) -> f64 {
        100.0 * self.ratio(scope, classes, over, |sums| sums.number)
    }
}

/// Sums of a row over the weeks of a window.
#[derive(Clone, Copy, Default)]
struct RowSums {
    output: f64,
    hours: f64,
    employed: f64,
    open: f64,
    open_capacity: f64,
}

/// Looks at a running model in all windows.
pub(super) struct Watch {
    rows: Vec<Vec<RowSums>>,
    weeks: [f64; WINDOWS.len()],
}

impl Watch {
    /// Nothing seen yet.
    pub(super) fn new(economy: &Economy) -> Watch {
        Watch {
            rows: vec![vec![RowSums::default(); economy.rows.output.len()]; WINDOWS.len()],
            weeks: [0.0; WINDOWS.len()],
        }
    }

    /// Sees the week that a model has just finished.
    pub(super) fn see(&mut self, model: &Model, path: &Path) {
        let monday = path.monday(i64::from(model.week()));
        let within: Vec<usize> = (0..WINDOWS.len())
            .filter(|&w| WINDOWS[w].holds(monday))
            .collect();
        if within.is_empty() {
            return;
        }
        let column = |name: &str| model.column(name).expect("models have this column");
        let [output, hours, employed, open, capacity] =
            ["output", "hours", "employed", "open_share", "capacity"].map(column);
        for w in within {
            self.weeks[w] += 1.0;
            for (i, row) in self.rows[w].iter_mut().enumerate() {
                row.output += output[i];
                row.hours += hours[i];
                row.employed += employed[i];
                row.open += open[i];
                row.open_capacity += open[i] * capacity[i];
            }
        }
    }

    /// What all windows found, in their order.
    pub(super) fn facts(&self, economy: &Economy, path: &Path) -> Vec<Facts> {
        (0..WINDOWS.len())
            .map(|w| self.facts_of(w, economy, path))
            .collect()
    }

    fn facts_of(&self, w: usize, economy: &Economy, path: &Path) -> Facts {
        let mut facts = Facts([[Sums::default(); CLASSES]; SCOPES]);
        let trends = trends(WINDOWS[w], economy, path);
        let rows = &economy.rows;
        for (i, row) in self.rows[w].iter().enumerate() {
            let of = |sum: f64| sum / self.weeks[w] / rows.output[i];
            if rows.weight[i] == 0.0 || rows.kind[i] == Kind::Cooperative || rows.output[i] == 0.0 {
                continue;
            }
            let s = rows.sector[i] as usize;
            let seen = Seen {
                output: of(row.output),
                hours: of(row.hours),
                employed: row.employed / self.weeks[w],
                open: row.open / self.weeks[w],
                open_capacity: of(row.open_capacity),
                trend: trends[s],
            };
            let class = rows.class[i] as usize;
            for scope in scopes(&economy.tables.sectors[s].industry17) {
                seen.add_to(&mut facts.0[*scope as usize][class], economy, i);
            }
        }
        facts
    }
}

fn scopes(industry17: &str) -> &'static [Scope] {
    match industry17 {
        "A" => &[],
        "C" => &[Scope::NonFarm, Scope::Manufacturing],
        _ => &[Scope::NonFarm],
    }
}

/// Mean path of each sector over a window, relative to 2019.
fn trends(window: Window, economy: &Economy, path: &Path) -> Vec<f64> {
    let weeks: Vec<i64> = (1..=crate::calibration::twin::ALL_WEEKS)
        .map(i64::from)
        .filter(|&week| window.holds(path.monday(week)))
        .collect();
    (0..economy.tables.sectors.len())
        .map(|s| {
            let sum: f64 = weeks.iter().map(|&week| path.sector(s, week)).sum();
            sum / weeks.len() as f64
        })
        .collect()
}

/// A row relative to week 0.
struct Seen {
    output: f64,
    hours: f64,
    employed: f64,
    open: f64,
    open_capacity: f64,
    trend: f64,
}

impl Seen {
    fn add_to(&self, sums: &mut Sums, economy: &Economy, i: usize) {
        let rows = &economy.rows;
        let number = rows.weight[i];
        let when = |holds: bool| if holds { number } else { 0.0 };
        sums.number += number;
        sums.closed += number * (1.0 - self.open);
        sums.fell += when(self.output < FELL);
        sums.fell_by_30 += when(self.output < FELL_BY_30);
        sums.fell_by_half += when(self.output < FELL_BY_HALF);
        sums.cut_hours += when(self.hours < FELL);
        sums.sales_ratio += number * self.output;
        let persons = number * rows.employment[i];
        sums.persons += persons;
        sums.persons_now += persons * self.employed;
        if self.hours < FELL * self.employed {
            sums.persons_short += persons * self.employed;
        }
        let output0 = number * rows.output[i];
        sums.output0 += output0;
        sums.output += output0 * self.output;
        sums.output_at_path += output0 * self.output * self.trend;
        sums.capacity += output0 * self.open_capacity;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_week_of_a_year_lies_in_it_and_no_other() {
        let monday = |year, month, day| days_from_civil(year, month, day);
        let year = Window::Year(2020);
        assert!(
            year.holds(monday(2019, 12, 30)),
            "its Thursday is 2 January"
        );
        assert!(
            year.holds(monday(2020, 12, 28)),
            "its Thursday is 31 December"
        );
        assert!(!year.holds(monday(2021, 1, 4)));
        let december = Window::Month(2022, 12);
        assert!(december.holds(monday(2022, 12, 26)));
        assert!(!december.holds(monday(2023, 1, 2)));
    }

    #[test]
    fn farms_are_in_no_scope_and_manufacturers_in_both() {
        assert!(scopes("A").is_empty());
        assert_eq!(scopes("C").len(), SCOPES);
        assert_eq!(scopes("MN"), [Scope::NonFarm]);
    }
}
