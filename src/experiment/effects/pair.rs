//! Two runs of one seed, with and without the policy.

use crate::data::Tables;
use crate::data::date::civil_from_days;
use crate::experiment::measures::last_week;
use crate::ids::{Class, PROVINCES};
use crate::policy::Instrument;
use crate::record::{
    ClassSeries, NationalSeries, Path, ProvinceSeries, Records, SectorSeries, mean_13_weeks,
    recorded,
};

/// A run with the policy and the run without it.
pub struct Pair<'a> {
    pub(super) tables: &'a Tables,
    pub(super) path: &'a Path,
    pub(super) policy: &'a Records,
    pub(super) counterfactual: &'a Records,
    /// Instruments of the policy scenario and of the counterfactual.
    pub(super) instruments: [&'a [Instrument]; 2],
    pub(super) leontief_percent: Option<f64>,
    /// Place of the draw of parameters that the runs have; none where they are central.
    pub(super) draw: Option<usize>,
}

/// 100 x the difference of logs; `None` unless both are positive.
pub(super) fn log_percent(with: f64, without: f64) -> Option<f64> {
    (with > 0.0 && without > 0.0).then(|| 100.0 * (with / without).ln())
}

impl Pair<'_> {
    /// Last week that both runs have.
    pub(super) fn end(&self) -> i64 {
        last_week(self.policy).min(last_week(self.counterfactual))
    }

    /// 13-week mean of a weekly number in one of the runs, at the end.
    pub(super) fn mean_at_end(&self, value: impl Fn(i64) -> f64) -> f64 {
        mean_13_weeks(self.end(), value)
    }

    /// National series over the last 13 weeks, detrended: (with, without).
    pub(super) fn national(&self, series: NationalSeries) -> (f64, f64) {
        let of = |run: &Records| self.mean_at_end(|week| run.national(recorded(week), series));
        (of(self.policy), of(self.counterfactual))
    }

    /// Effect on a national series, percent.
    pub(super) fn national_percent(&self, series: NationalSeries) -> Option<f64> {
        let (with, without) = self.national(series);
        log_percent(with, without)
    }

    /// Difference of a national series, in its unit.
    pub(super) fn national_difference(&self, series: NationalSeries) -> f64 {
        let (with, without) = self.national(series);
        with - without
    }

    /// Difference of the sums of a national series over the run, at the path.
    pub(super) fn total_difference(&self, series: NationalSeries) -> f64 {
        let of = |run: &Records, week| self.path.national_level(run, series, week);
        (1..=self.end())
            .map(|week| of(self.policy, week) - of(self.counterfactual, week))
            .sum()
    }

    /// Difference of a counter at the end of the run.
    pub(super) fn last_difference(&self, series: NationalSeries) -> f64 {
        let end = recorded(self.end());
        self.policy.national(end, series) - self.counterfactual.national(end, series)
    }

    /// Effect on GDP over the 13 weeks that end with `week`, percent.
    pub(super) fn gdp_percent_at(&self, week: i64) -> Option<f64> {
        let of = |run: &Records| mean_13_weeks(week, |w| self.path.gdp(run, w));
        log_percent(of(self.policy), of(self.counterfactual))
    }

    /// Effect on value added at the end, percent.
    pub(super) fn gva_percent(&self) -> Option<f64> {
        let of = |run: &Records| self.mean_at_end(|week| self.path.gva(run, week));
        log_percent(of(self.policy), of(self.counterfactual))
    }

    /// Weeks gained at the 13-week mean that ends with `week`: the effect on GDP in weeks of trend
    /// growth.
    pub(super) fn weeks_gained_at(&self, week: i64) -> Option<f64> {
        let effect = self.gdp_percent_at(week)? / 100.0;
        Some(effect / self.path.week_of_growth())
    }

    /// Last week of each year that the runs cover to its end, or but for less than a week: the
    /// last that starts in it.
    pub(super) fn year_ends(&self) -> Vec<(i32, i64)> {
        let year_of = |week| civil_from_days(self.path.monday(week)).0;
        let end = self.end();
        (1..=end)
            .filter(|week| {
                let next = if *week == end { week + 2 } else { week + 1 };
                year_of(*week) != year_of(next)
            })
            .map(|week| (year_of(week), week))
            .collect()
    }

    /// Effect on a sector's value added, percent.
    pub(super) fn sector_percent(&self, sector: usize) -> Option<f64> {
        let series = SectorSeries::ValueAdded;
        let of = |run: &Records| {
            self.mean_at_end(|week| self.path.sector_flow(run, series, sector, week))
        };
        log_percent(of(self.policy), of(self.counterfactual))
    }

    /// Effect on the value added of some provinces together, percent.
    pub(super) fn provinces_percent(&self, provinces: &[usize]) -> Option<f64> {
        let series = ProvinceSeries::ValueAdded;
        let of = |run: &Records| {
            self.mean_at_end(|week| {
                provinces
                    .iter()
                    .map(|r| self.path.province_flow(run, series, *r, week))
                    .sum()
            })
        };
        log_percent(of(self.policy), of(self.counterfactual))
    }

    /// Effect on the value added of a class of enterprises, percent.
    pub(super) fn class_percent(&self, class: Class) -> Option<f64> {
        let (with, without) = self.class_value_added(class);
        log_percent(with, without)
    }

    /// Value added of a class at the end, at its path: (with, without).
    pub(super) fn class_value_added(&self, class: Class) -> (f64, f64) {
        let of = |run: &Records| {
            self.mean_at_end(|week| {
                self.path.class(class as usize, week)
                    * run.class(recorded(week), ClassSeries::ValueAdded, class as usize)
            })
        };
        (of(self.policy), of(self.counterfactual))
    }

    /// Gini coefficient of disposable income per head between provinces, 0..1: (with, without).
    pub(super) fn province_gini(&self) -> (f64, f64) {
        let of = |run: &Records| {
            let income: Vec<f64> = (0..PROVINCES)
                .map(|r| {
                    let series = ProvinceSeries::HouseholdIncome;
                    self.mean_at_end(|week| run.province(recorded(week), series, r))
                })
                .collect();
            let heads: Vec<f64> = self.tables.provinces.iter().map(|p| p.population).collect();
            gini(&income, &heads)
        };
        (of(self.policy), of(self.counterfactual))
    }

    /// GDP gained over the run, bn Rp at current prices.
    pub(super) fn gdp_gained_current(&self) -> f64 {
        (1..=self.end())
            .map(|week| {
                let gained =
                    self.path.gdp(self.policy, week) - self.path.gdp(self.counterfactual, week);
                gained * self.deflator(week)
            })
            .sum()
    }

    /// Prices of a week, 2010 = 1: those of the year of its Monday.
    fn deflator(&self, week: i64) -> f64 {
        self.tables
            .deflator(civil_from_days(self.path.monday(week)).0)
    }
}

/// Gini coefficient of income per head between groups of people.
fn gini(income: &[f64], heads: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..income.len()).collect();
    order.sort_by(|a, b| (income[*a] / heads[*a]).total_cmp(&(income[*b] / heads[*b])));
    let (all_income, all_heads): (f64, f64) = (income.iter().sum(), heads.iter().sum());
    if all_income <= 0.0 {
        return 0.0;
    }
    let mut below = 0.0;
    let mut area = 0.0;
    for group in order {
        let share = income[group] / all_income;
        area += heads[group] / all_heads * (below + 0.5 * share);
        below += share;
    }
    1.0 - 2.0 * area
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_incomes_have_no_inequality_and_unequal_ones_have() {
        assert!(gini(&[2.0, 4.0], &[1.0, 2.0]).abs() < 1e-15);
        assert!((gini(&[0.0, 1.0], &[1.0, 1.0]) - 0.5).abs() < 1e-15);
    }
}
