//! Jobs beside Sakernas, which asks twice a year: growth on the same survey of the year before.
//!
//! Jobs of the model are relative to a path without the pandemic; the path is the mean growth of
//! the surveys before it (February 2019 to February 2020).

use super::{GAP_QUARTERS, GapEnsemble};
use crate::observed::{QUARTERS, employed_million, place};
use crate::record::Quarter;
use crate::statistics::{quantile, sorted};
use std::collections::BTreeMap;

/// Last survey before the pandemic.
const LAST_OF_PATH: Quarter = Quarter {
    year: 2020,
    quarter: 1,
};
/// Ends of the interval of 90%.
const ENDS: [f64; 2] = [0.05, 0.95];

/// Growth of employment up to one survey, percent a year.
#[derive(Clone, Debug, PartialEq)]
pub struct EmploymentGrowth {
    /// Last known quarter.
    pub origin: Quarter,
    /// Quarter of the survey: February the first, August the third.
    pub survey: Quarter,
    /// Published in the end.
    pub published: f64,
    /// The mean of the draws.
    pub model: f64,
    /// 90% of the draws, without observation error.
    pub interval: [f64; 2],
    /// A fixed gap to the path: the path's growth.
    pub fixed_gap: f64,
    /// Growth up to the last survey that was known.
    pub last: f64,
}

/// All surveys after an origin; none where the ensemble does not tell jobs.
pub(super) fn employment(origin: Quarter, ensemble: &GapEnsemble) -> Vec<EmploymentGrowth> {
    let million = employed_million();
    let growth = |survey: Quarter| growth(&million, survey);
    let before: Vec<f64> = million
        .keys()
        .filter(|survey| **survey <= LAST_OF_PATH)
        .filter_map(|survey| growth(*survey))
        .collect();
    let path = before.iter().sum::<f64>() / before.len() as f64;
    let mut known = million.keys().rev().filter(|survey| **survey <= origin);
    let last = known.find_map(|survey| growth(*survey));
    let after = million.keys().filter(|survey| **survey > origin);
    after
        .filter_map(|&survey| {
            let forecasts = forecasts(ensemble, survey, path)?;
            Some(EmploymentGrowth {
                origin,
                survey,
                published: growth(survey)?,
                model: forecasts.iter().sum::<f64>() / forecasts.len() as f64,
                interval: ENDS.map(|share| quantile(&forecasts, share)),
                fixed_gap: path,
                last: last?,
            })
        })
        .collect()
}

/// Growth on the same survey of the year before, percent.
fn growth(million: &BTreeMap<Quarter, f64>, survey: Quarter) -> Option<f64> {
    let before = Quarter::new(survey.year - 1, survey.quarter);
    Some(100.0 * (million.get(&survey)? / million.get(&before)? - 1.0))
}

/// Growth by draw, in rising order: the path's times the change of jobs relative to it.
fn forecasts(ensemble: &GapEnsemble, survey: Quarter, path: f64) -> Option<Vec<f64>> {
    let at = place(survey)?.checked_sub(QUARTERS - GAP_QUARTERS)?;
    let before = at.checked_sub(4)?;
    let of = |jobs: &[f64; GAP_QUARTERS]| (100.0 + path) * jobs[at] / jobs[before] - 100.0;
    let all: Vec<f64> = ensemble.employment.iter().map(of).collect();
    (!all.is_empty()).then(|| sorted(&all))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ensemble(jobs: [f64; GAP_QUARTERS]) -> GapEnsemble {
        GapEnsemble {
            draws: Vec::new(),
            path: Vec::new(),
            employment: vec![jobs; 3],
        }
    }

    #[test]
    fn jobs_on_their_path_grow_as_before_the_pandemic() {
        let origin = Quarter::new(2020, 4);
        let found = employment(origin, &ensemble([1.0; GAP_QUARTERS]));
        let surveys: Vec<String> = found.iter().map(|one| one.survey.to_string()).collect();
        assert_eq!(surveys, ["2021Q1", "2021Q3", "2022Q3"]);
        for one in &found {
            assert!((one.model - one.fixed_gap).abs() < 1e-12);
            assert!((1.0..2.5).contains(&one.fixed_gap), "{}", one.fixed_gap);
        }
        // August 2021: 131.05 million against 128.45 (Sakernas).
        assert!((found[1].published - 2.02).abs() < 0.01);
    }

    #[test]
    fn a_tenth_of_the_jobs_lost_for_good_is_lost_once() {
        let mut jobs = [1.0; GAP_QUARTERS];
        jobs[4..].fill(0.9);
        let found = employment(Quarter::new(2020, 4), &ensemble(jobs));
        let path = found[0].fixed_gap;
        assert!((found[0].model - (90.0 + 0.9 * path - 100.0)).abs() < 1e-9);
        assert!((found[2].model - path).abs() < 1e-9);
    }
}
