//! A run as the published series see it: levels and paths by quarter.

use crate::observed::{LAST_QUARTER, QUARTERS, Series, SeriesKind, quarters};
use crate::record::{NationalSeries, Path, Records, SectorSeries, recorded};

/// Sixteen quarters, 2019Q1 to 2022Q4.
pub type Quarters = [f64; QUARTERS];

/// Levels and paths of series, bn Rp 2010 a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Level of the run, `[series]`; not a number in quarters after the run.
    pub level: Vec<Quarters>,
    /// Level of the path, `[series]`.
    pub path: Vec<Quarters>,
    /// Persons in work over those of week 0, relative to their path.
    pub employment: Quarters,
}

impl Measured {
    /// Measures a run.
    #[must_use]
    pub fn new(records: &Records, path: &Path, series: &[Series]) -> Measured {
        let view = |weeks| View::new(records, path, weeks);
        let (run, steady) = (view(Weeks::OfRun), view(Weeks::Baseline));
        Measured {
            level: series.iter().map(|series| run.of(series)).collect(),
            path: series.iter().map(|series| steady.of(series)).collect(),
            employment: run.employment(),
        }
    }

    /// Gap of a series to its path in a quarter (by place), share.
    #[must_use]
    pub fn gap(&self, series: usize, quarter: usize) -> f64 {
        self.level[series][quarter] / self.path[series][quarter] - 1.0
    }
}

/// Which weeks of the records are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weeks {
    /// Those of the run.
    OfRun,
    /// Week 0 for all, as if nothing had happened.
    Baseline,
}

/// Records with their trend multiplied back, by quarter.
struct View<'a> {
    records: &'a Records,
    path: &'a Path,
    weeks: Weeks,
    value_added: Vec<Quarters>,
}

impl<'a> View<'a> {
    fn new(records: &'a Records, path: &'a Path, weeks: Weeks) -> View<'a> {
        let mut view = View {
            records,
            path,
            weeks,
            value_added: Vec::new(),
        };
        view.value_added = (0..records.sectors)
            .map(|s| {
                view.means(|week, row| {
                    path.sector(s, week) * records.sector(row, SectorSeries::ValueAdded, s)
                })
            })
            .collect();
        view
    }

    /// Means of a week's value by quarter; not a number in quarters after the run.
    fn means(&self, value: impl Fn(i64, usize) -> f64) -> Quarters {
        let (last_week, last_quarter) = match self.weeks {
            Weeks::OfRun => (
                self.records.weeks() as i64 - 1,
                self.path.quarters(self.records).last().copied(),
            ),
            Weeks::Baseline => (i64::MAX, Some(LAST_QUARTER)),
        };
        quarters().map(|quarter| {
            if last_quarter.is_none_or(|last| quarter > last) {
                return f64::NAN;
            }
            self.path.quarter_mean(quarter, last_week, |week| {
                let row = match self.weeks {
                    Weeks::OfRun => recorded(week),
                    Weeks::Baseline => 0,
                };
                value(week, row)
            })
        })
    }

    fn national(&self, of: NationalSeries) -> Quarters {
        self.means(|week, row| self.path.national(week) * self.records.national(row, of))
    }

    fn employment(&self) -> Quarters {
        let jobs = |row: usize| self.records.national(row, NationalSeries::Employment);
        self.means(|_, row| jobs(row) / jobs(0))
    }

    fn of(&self, series: &Series) -> Quarters {
        if series.kind == SeriesKind::Expenditure {
            return self.national(expenditure(&series.name));
        }
        let mut sum = [0.0; QUARTERS];
        for &s in &series.sectors {
            add(&mut sum, &self.value_added[s]);
        }
        if series.name == GDP {
            add(&mut sum, &self.national(NationalSeries::ProductTaxes));
        }
        sum
    }
}

/// The series that holds product taxes beside value added.
const GDP: &str = "GDP";

fn add(sum: &mut Quarters, more: &Quarters) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// What the model calls an expenditure series; goods are taken for goods and services, because the
/// model's demand totals are of both.
fn expenditure(name: &str) -> NationalSeries {
    match name {
        "Household Consumption" => NationalSeries::Consumption,
        "Government" => NationalSeries::Government,
        "Investment (PMTB)" => NationalSeries::Investment,
        "Exports of goods and services" | "Exports (Goods)" => NationalSeries::Exports,
        "Imports of goods and services" | "Imports (Goods)" => NationalSeries::Imports,
        _ => unreachable!("an expenditure series that the model does not know: {name}"),
    }
}
