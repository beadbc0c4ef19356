//! Growth by series and quarter, and the levels that follow from it.

use super::calendar::{QUARTERS, place};
use super::series::Series;
use crate::data::{GrowthTarget, Tables};
use crate::record::Quarter;
use std::collections::BTreeMap;

/// Quarters of the first year, which stand on the path.
const ON_PATH: usize = 4;

/// Growth on the same quarter of the year before, percent, by kind, series and quarter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Growth(BTreeMap<(String, String), BTreeMap<Quarter, f64>>);

impl Growth {
    /// The published growth of the quarters that `is_published` admits; no other value is read.
    pub(super) fn new(tables: &Tables, is_published: impl Fn(Quarter) -> bool) -> Growth {
        let mut growth = BTreeMap::<_, BTreeMap<_, _>>::new();
        let rows = tables.gdp_history.iter().chain(&tables.growth_targets);
        for GrowthTarget {
            series,
            kind,
            year,
            quarter,
            yoy_percent,
            ..
        } in rows.chain(&tables.agriculture)
        {
            let quarter = Quarter::new(*year, *quarter);
            if is_published(quarter) {
                let key = (kind.clone(), series.clone());
                growth.entry(key).or_default().insert(quarter, *yoy_percent);
            }
        }
        Growth(growth)
    }

    pub(super) fn yoy_percent(&self, series: &Series, quarter: Quarter) -> Option<f64> {
        self.of(series)?.get(&quarter).copied()
    }

    /// All quarters of a series in order.
    pub(super) fn all(&self, series: &Series) -> Vec<(Quarter, f64)> {
        let all = self.of(series).into_iter().flatten();
        all.map(|(quarter, yoy)| (*quarter, *yoy)).collect()
    }

    pub(super) fn level(
        &self,
        series: &Series,
        path: &[f64; QUARTERS],
        quarter: Quarter,
    ) -> Option<f64> {
        let place = place(quarter)?;
        if place < ON_PATH {
            return Some(path[place]);
        }
        let before = self.level(series, path, quarter.year_before())?;
        Some(before * (1.0 + self.yoy_percent(series, quarter)? / 100.0))
    }

    pub(super) fn gap(
        &self,
        series: &Series,
        path: &[f64; QUARTERS],
        quarter: Quarter,
    ) -> Option<f64> {
        Some(self.level(series, path, quarter)? / path[place(quarter)?] - 1.0)
    }

    fn of(&self, series: &Series) -> Option<&BTreeMap<Quarter, f64>> {
        self.0.get(&series.published)
    }
}
