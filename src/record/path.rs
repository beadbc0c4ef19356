//! The path of trend growth that reporting multiplies back, and the way from weeks to quarters.
//!
//! A run is *detrended*: each sector relative to its path. With t weeks since 6 January 2020,
//! `path_s(t) = (1 + g_s)^((t + 26.5) / 52)` on the mean of 2019, where
//! `g_s = g + persistence (gbar_s - g)`, g the mean growth of GDP 2015-19 and gbar_s the sector's
//! own. Expenditure and taxes use g. Reported `GVA = sum of path_s gva_s`, `GDP = GVA + path T`.
//!
//! Provinces and classes have the path of their own sectors in the mix of 2019: the same in every
//! scenario, so that a difference between scenarios is never one of paths.
//!
//! Weeks are those of `Records`: week 0 and all before it are the baseline, week k the k-th
//! simulated. A quarter's level is the mean of its weeks by days (a week that straddles two
//! quarters is split) times a quarter of 52 weeks: the day more of a leap year counts nothing.

use super::quarter::Quarter;
use super::{NationalSeries, ProvinceSeries, Records, SectorSeries};
use crate::data::Tables;
use crate::data::date::days_from_civil;
use crate::economy::WEEKS_PER_YEAR;
use crate::scenario::Parameters;

/// Weeks from the middle of 2019 to 6 January 2020.
const WEEKS_SINCE_MEAN_OF_2019: f64 = 26.5;
/// Week (since 6 January 2020) whose path is the level of the fourth quarter of 2019.
const WEEK_OF_2019Q4: f64 = -7.5;
/// Days of a week.
const WEEK_DAYS: i64 = 7;
/// Weeks of the means that levels are compared by.
pub const MEAN_WEEKS: i64 = 13;

/// The path of trend growth of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Monday of week 1, days from 1970-01-01.
    monday: i64,
    /// Weeks from 6 January 2020 to week 1.
    offset: f64,
    national_growth: f64,
    sector_growth: Vec<f64>,
    /// Shares of the sectors in each province's value added of 2019.
    province_mix: Vec<Vec<f64>>,
    /// Shares of the sectors in each class's value added of 2019.
    class_mix: Vec<Vec<f64>>,
}

impl Path {
    /// The path for runs whose first week is that of 6 January 2020.
    #[must_use]
    pub fn new(tables: &Tables, parameters: &Parameters) -> Path {
        let growth = tables.trend_growth_total();
        let persistence = parameters.branch_trend_persistence;
        let sectors = &tables.sectors;
        let province_mix = (0..tables.provinces.len())
            .map(|r| normalised(tables.province_gva.row(r).iter().copied()))
            .collect();
        let class_mix = (0..crate::ids::CLASSES)
            .map(|c| {
                let cells = sectors.iter().zip(&tables.classes);
                normalised(cells.map(|(sector, cells)| sector.gva * cells[c].value_added_share))
            })
            .collect();
        Path {
            monday: first_monday(),
            offset: 0.0,
            national_growth: growth,
            sector_growth: sectors
                .iter()
                .map(|sector| growth + persistence * (sector.trend_growth - growth))
                .collect(),
            province_mix,
            class_mix,
        }
    }

    /// The same path for runs whose first week starts on another Monday (days from 1970-01-01).
    #[must_use]
    pub fn starting(mut self, monday: i64) -> Path {
        self.monday = monday;
        self.offset = (monday - first_monday()) as f64 / WEEK_DAYS as f64;
        self
    }

    /// Monday of a week, days from 1970-01-01.
    #[must_use]
    pub fn monday(&self, week: i64) -> i64 {
        self.monday + WEEK_DAYS * (week - 1)
    }

    /// Trend growth of GDP, share a year.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.national_growth
    }

    /// One week of growth, in logs.
    #[must_use]
    pub fn week_of_growth(&self) -> f64 {
        self.national_growth.ln_1p() / WEEKS_PER_YEAR
    }

    /// Path of national expenditure and taxes, relative to the mean of 2019.
    #[must_use]
    pub fn national(&self, week: i64) -> f64 {
        compound(self.national_growth, self.weeks_since_2020(week))
    }

    /// Path of a sector.
    #[must_use]
    pub fn sector(&self, sector: usize, week: i64) -> f64 {
        compound(self.sector_growth[sector], self.weeks_since_2020(week))
    }

    /// Paths of all sectors.
    #[must_use]
    pub fn sectors(&self, week: i64) -> Vec<f64> {
        (0..self.sector_growth.len())
            .map(|s| self.sector(s, week))
            .collect()
    }

    /// Path of a province: of its sectors in the mix of 2019.
    #[must_use]
    pub fn province(&self, province: usize, week: i64) -> f64 {
        self.mixed(&self.province_mix[province], week)
    }

    /// Path of a class of enterprises: of its sectors in the mix of 2019.
    #[must_use]
    pub fn class(&self, class: usize, week: i64) -> f64 {
        self.mixed(&self.class_mix[class], week)
    }

    /// Gross value added at the path, bn Rp 2010 a week.
    #[must_use]
    pub fn gva(&self, records: &Records, week: i64) -> f64 {
        let at = self.weeks_since_2020(week);
        self.gva_of(records, recorded(week), at)
    }

    /// Gross domestic product at the path, bn Rp 2010 a week.
    #[must_use]
    pub fn gdp(&self, records: &Records, week: i64) -> f64 {
        let at = self.weeks_since_2020(week);
        self.gdp_of(records, recorded(week), at)
    }

    /// Gross value added had nothing happened: the baseline at its path.
    #[must_use]
    pub fn trend_gva(&self, records: &Records, week: i64) -> f64 {
        self.gva_of(records, 0, self.weeks_since_2020(week))
    }

    /// Gross domestic product had nothing happened: the baseline at its path.
    #[must_use]
    pub fn trend_gdp(&self, records: &Records, week: i64) -> f64 {
        self.gdp_of(records, 0, self.weeks_since_2020(week))
    }

    /// Gross domestic product of the fourth quarter of 2019, bn Rp 2010 a week.
    #[must_use]
    pub fn gdp_2019q4(&self, records: &Records) -> f64 {
        self.gdp_of(records, 0, WEEK_OF_2019Q4)
    }

    /// A sector's flow at its path, bn Rp 2010 a week.
    #[must_use]
    pub fn sector_flow(
        &self,
        records: &Records,
        series: SectorSeries,
        sector: usize,
        week: i64,
    ) -> f64 {
        self.sector(sector, week) * records.sector(recorded(week), series, sector)
    }

    /// A province's flow at its path, bn Rp 2010 a week.
    #[must_use]
    pub fn province_flow(
        &self,
        records: &Records,
        series: ProvinceSeries,
        province: usize,
        week: i64,
    ) -> f64 {
        self.province(province, week) * records.province(recorded(week), series, province)
    }

    /// A national series at its path if it has one; GVA and GDP are sums over sectors.
    #[must_use]
    pub fn national_level(&self, records: &Records, series: NationalSeries, week: i64) -> f64 {
        match series {
            NationalSeries::Gva => self.gva(records, week),
            NationalSeries::Gdp => self.gdp(records, week),
            _ => {
                let value = records.national(recorded(week), series);
                let trended = super::NATIONAL_SERIES[series as usize].trended;
                value * if trended { self.national(week) } else { 1.0 }
            }
        }
    }

    /// Quarters from the first of the year before the run to the last that the run covers, but for
    /// less than a week.
    #[must_use]
    pub fn quarters(&self, records: &Records) -> Vec<Quarter> {
        let last_day = self.monday(records.weeks() as i64) - 1;
        let first = Quarter::new(Quarter::of_day(self.monday).year - 1, 1);
        std::iter::successors(Some(first), |quarter| Some(quarter.next()))
            .take_while(|quarter| quarter.last_day() < last_day + WEEK_DAYS)
            .collect()
    }

    /// Weeks of a quarter with the days of each.
    #[must_use]
    pub fn weeks_of(&self, quarter: Quarter) -> Vec<(i64, f64)> {
        let week_of = |day: i64| (day - self.monday).div_euclid(WEEK_DAYS) + 1;
        let (first, last) = (quarter.first_day(), quarter.last_day());
        (week_of(first)..=week_of(last))
            .map(|week| {
                let monday = self.monday(week);
                let days = (monday + WEEK_DAYS - 1).min(last) - monday.max(first) + 1;
                (week, days as f64)
            })
            .collect()
    }

    /// Mean of a weekly value over the weeks of a quarter up to the last of the run, by days.
    pub fn quarter_mean(
        &self,
        quarter: Quarter,
        last_week: i64,
        value: impl Fn(i64) -> f64,
    ) -> f64 {
        let (mut sum, mut days) = (0.0, 0.0);
        for (week, share) in self.weeks_of(quarter) {
            if week <= last_week {
                sum += share * value(week);
                days += share;
            }
        }
        sum / days
    }

    /// Weeks since 6 January 2020 of a week of `Records`.
    fn weeks_since_2020(&self, week: i64) -> f64 {
        (week - 1) as f64 + self.offset
    }

    fn gva_of(&self, records: &Records, row: usize, at: f64) -> f64 {
        (0..records.sectors)
            .map(|s| {
                compound(self.sector_growth[s], at)
                    * records.sector(row, SectorSeries::ValueAdded, s)
            })
            .sum()
    }

    fn gdp_of(&self, records: &Records, row: usize, at: f64) -> f64 {
        self.gva_of(records, row, at)
            + compound(self.national_growth, at)
                * records.national(row, NationalSeries::ProductTaxes)
    }

    fn mixed(&self, mix: &[f64], week: i64) -> f64 {
        let at = self.weeks_since_2020(week);
        mix.iter()
            .zip(&self.sector_growth)
            .map(|(share, growth)| share * compound(*growth, at))
            .sum()
    }
}

/// Row of `Records` that holds a week: everything before the run is week 0.
#[must_use]
pub fn recorded(week: i64) -> usize {
    usize::try_from(week).unwrap_or(0)
}

/// Mean of a weekly value over the 13 weeks that end with `week`.
pub fn mean_13_weeks(week: i64, value: impl Fn(i64) -> f64) -> f64 {
    (week - MEAN_WEEKS + 1..=week).map(value).sum::<f64>() / MEAN_WEEKS as f64
}

fn first_monday() -> i64 {
    days_from_civil(2020, 1, 6)
}

fn compound(growth: f64, weeks_since_2020: f64) -> f64 {
    (1.0 + growth).powf((weeks_since_2020 + WEEKS_SINCE_MEAN_OF_2019) / WEEKS_PER_YEAR)
}

fn normalised(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let sum: f64 = values.iter().sum();
    values.into_iter().map(|value| value / sum).collect()
}

#[cfg(test)]
mod tests;
