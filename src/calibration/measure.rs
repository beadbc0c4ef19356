//! A run as the published series see it: levels and paths by quarter.

use crate::observed::{QUARTERS, Series, SeriesKind, quarters};
use crate::record::{NationalSeries, Path, Quarter, Records, SectorSeries};

/// Sixteen quarters, 2019Q1 to 2022Q4.
pub type Quarters = [f64; QUARTERS];

/// Levels and paths of series, bn Rp 2010 a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Level of the run, `[series]`; not a number in quarters after the run.
    pub level: Vec<Quarters>,
    /// Level of the path, `[series]`.
    pub path: Vec<Quarters>,
}

impl Measured {
    /// Measures a run.
    #[must_use]
    pub fn new(records: &Records, path: &Path, series: &[Series]) -> Measured {
        let last_week = records.weeks() as i64 - 1;
        let covered = path.quarters(records);
        let ends = covered.last().copied();
        let within = |quarter: Quarter| ends.is_some_and(|last| quarter <= last);
        let sector = |s: usize, from: &dyn Fn(i64) -> i64, last_week: i64| -> Quarters {
            means(path, last_week, |week| {
                path.sector(s, week)
                    * records.sector(
                        crate::record::recorded(from(week)),
                        SectorSeries::ValueAdded,
                        s,
                    )
            })
        };
        let run_of_sector: Vec<Quarters> = (0..records.sectors)
            .map(|s| sector(s, &|week| week, last_week))
            .collect();
        let path_of_sector: Vec<Quarters> = (0..records.sectors)
            .map(|s| sector(s, &|_| 0, i64::MAX))
            .collect();
        let national = |of: NationalSeries, from: &dyn Fn(i64) -> i64, last_week: i64| {
            means(path, last_week, |week| {
                path.national(week) * records.national(crate::record::recorded(from(week)), of)
            })
        };
        let one =
            |series: &Series, by_sector: &[Quarters], from: &dyn Fn(i64) -> i64, last: i64| {
                let mut sum = [0.0; QUARTERS];
                for &s in &series.sectors {
                    add(&mut sum, &by_sector[s]);
                }
                if series.name == "GDP" {
                    add(
                        &mut sum,
                        &national(NationalSeries::ProductTaxes, from, last),
                    );
                }
                if series.kind == SeriesKind::Expenditure {
                    sum = national(expenditure(&series.name), from, last);
                }
                sum
            };
        let mut level: Vec<Quarters> = series
            .iter()
            .map(|series| one(series, &run_of_sector, &|week| week, last_week))
            .collect();
        for (q, quarter) in quarters().into_iter().enumerate() {
            if !within(quarter) {
                level.iter_mut().for_each(|level| level[q] = f64::NAN);
            }
        }
        Measured {
            level,
            path: series
                .iter()
                .map(|series| one(series, &path_of_sector, &|_| 0, i64::MAX))
                .collect(),
        }
    }

    /// Gap of a series to its path in a quarter (by place), share.
    #[must_use]
    pub fn gap(&self, series: usize, quarter: usize) -> f64 {
        self.level[series][quarter] / self.path[series][quarter] - 1.0
    }
}

fn means(path: &Path, last_week: i64, value: impl Fn(i64) -> f64) -> Quarters {
    quarters().map(|quarter| path.quarter_mean(quarter, last_week, &value))
}

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
