//! What is known at an origin, and what became of it.

use super::calendar::QUARTERS;
use super::growth::Growth;
use super::series::Series;
use crate::data::Tables;
use crate::record::Quarter;

/// What had been published for the quarters up to an origin. Later values are never read, so
/// whatever is computed from it cannot depend on them.
///
/// Figures are those of the latest revision: nobody had them at the time. First releases of GDP
/// differ by up to 0.1 point (`covid/gdp_total_quarterly.csv`).
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    origin: Quarter,
    growth: Growth,
}

impl Known {
    /// The quarters up to and with `origin`.
    #[must_use]
    pub fn until(tables: &Tables, origin: Quarter) -> Known {
        let growth = Growth::new(tables, |quarter| quarter <= origin);
        Known { origin, growth }
    }

    /// The last quarter that is known.
    #[must_use]
    pub fn origin(&self) -> Quarter {
        self.origin
    }

    /// Growth on the same quarter of the year before, percent; `None` after the origin and where
    /// nothing was published.
    #[must_use]
    pub fn yoy_percent(&self, series: &Series, quarter: Quarter) -> Option<f64> {
        self.growth.yoy_percent(series, quarter)
    }

    /// Growth of all known quarters, in order: from 2015Q1, or the first published; GDP from 2010Q1
    /// (until 2014 in the vintage of May 2021).
    #[must_use]
    pub fn growth(&self, series: &Series) -> Vec<(Quarter, f64)> {
        self.growth.all(series)
    }

    /// Level in the unit of `path` (levels 2019Q1 to 2022Q4, positive): the path's in 2019, then
    /// compounded; `None` after the origin, outside 2019 to 2022, and where growth is missing on
    /// the way.
    #[must_use]
    pub fn level(&self, series: &Series, path: &[f64; QUARTERS], quarter: Quarter) -> Option<f64> {
        if quarter > self.origin {
            return None;
        }
        self.growth.level(series, path, quarter)
    }

    /// Gap to the path, a share of it, negative below; `None` as in `level`.
    #[must_use]
    pub fn gap(&self, series: &Series, path: &[f64; QUARTERS], quarter: Quarter) -> Option<f64> {
        if quarter > self.origin {
            return None;
        }
        self.growth.gap(series, path, quarter)
    }
}

/// All that was published, to the last quarter: for scores, never for a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    growth: Growth,
}

impl Outcome {
    /// All quarters of the tables.
    #[must_use]
    pub fn of(tables: &Tables) -> Outcome {
        Outcome {
            growth: Growth::new(tables, |_| true),
        }
    }

    /// Growth on the same quarter of the year before, percent; `None` where nothing was published.
    #[must_use]
    pub fn yoy_percent(&self, series: &Series, quarter: Quarter) -> Option<f64> {
        self.growth.yoy_percent(series, quarter)
    }

    /// Level in the unit of `path`, as `Known::level` without an origin.
    #[must_use]
    pub fn level(&self, series: &Series, path: &[f64; QUARTERS], quarter: Quarter) -> Option<f64> {
        self.growth.level(series, path, quarter)
    }

    /// Gap to the path, a share of it, negative below; `None` as in `level`.
    #[must_use]
    pub fn gap(&self, series: &Series, path: &[f64; QUARTERS], quarter: Quarter) -> Option<f64> {
        self.growth.gap(series, path, quarter)
    }
}
