//! From gaps to growth: the forecast of one series at one origin.
//!
//! Each draw is *nudged*: its gaps are shifted by one number so that at the origin it has the gap
//! that is known there. The level is path x (1 + gap); growth divides by the level of the year
//! before, which is the published one up to the origin and the draw's own after it. The forecast is
//! that of the mean gap over draws; the draws give its interval.

use super::ensemble::{GAP_QUARTERS, GapEnsemble};
use crate::observed::{Known, QUARTERS, Series, place};
use crate::record::Quarter;

/// Quarters of 2019, which the gaps do not have.
const BEFORE_GAPS: usize = QUARTERS - GAP_QUARTERS;

/// Forecast of a series after an origin, to 2022Q4, the first quarter first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelForecast {
    /// Growth on the same quarter of the year before, percent.
    pub(super) yoy: Vec<f64>,
    /// Gap to the path, percent of it.
    pub(super) gap: Vec<f64>,
    /// Growth by quarter and draw.
    pub(super) yoy_draws: Vec<Vec<f64>>,
    /// Gap by quarter and draw.
    pub(super) gap_draws: Vec<Vec<f64>>,
}

/// The forecast of a series; `None` where the model does not have it or the gap at the origin is
/// not known.
pub(super) fn model_forecast(
    ensemble: &GapEnsemble,
    known: &Known,
    series: &Series,
    index: usize,
) -> Option<ModelForecast> {
    if !ensemble.has(index) {
        return None;
    }
    let base = Base::new(known, series, &ensemble.path[index])?;
    let draws = ensemble.gaps(index);
    let mean: [f64; GAP_QUARTERS] = std::array::from_fn(|q| {
        // A fixed order: draw by draw.
        draws.iter().map(|gaps| gaps[q]).sum::<f64>() / draws.len() as f64
    });
    let nudged: Vec<[f64; QUARTERS]> = draws.iter().map(|gaps| base.levels(gaps)).collect();
    let central = base.levels(&mean);
    let after = base.origin + 1..QUARTERS;
    let by_draw = |value: &dyn Fn(&[f64; QUARTERS], usize) -> f64| -> Vec<Vec<f64>> {
        let quarters = after.clone();
        quarters
            .map(|at| nudged.iter().map(|levels| value(levels, at)).collect())
            .collect()
    };
    Some(ModelForecast {
        yoy: after.clone().map(|at| growth(&central, at)).collect(),
        gap: after.clone().map(|at| base.gap(&central, at)).collect(),
        yoy_draws: by_draw(&growth),
        gap_draws: by_draw(&|levels, at| base.gap(levels, at)),
    })
}

/// What all draws of a series share.
struct Base<'a> {
    path: &'a [f64; QUARTERS],
    /// Place of the origin.
    origin: usize,
    /// Published levels up to the origin.
    known: Vec<f64>,
}

impl Base<'_> {
    fn new<'a>(known: &Known, series: &Series, path: &'a [f64; QUARTERS]) -> Option<Base<'a>> {
        let origin = place(known.origin()).filter(|at| *at >= BEFORE_GAPS)?;
        let until = crate::observed::quarters().into_iter().take(origin + 1);
        let levels = until.map(|quarter: Quarter| known.level(series, path, quarter));
        Some(Base {
            path,
            origin,
            known: levels.collect::<Option<Vec<f64>>>()?,
        })
    }

    /// Published levels up to the origin, then those of the nudged gaps.
    fn levels(&self, gaps: &[f64; GAP_QUARTERS]) -> [f64; QUARTERS] {
        let known_gap = self.known[self.origin] / self.path[self.origin] - 1.0;
        let nudge = known_gap - gaps[self.origin - BEFORE_GAPS];
        std::array::from_fn(|at| match self.known.get(at) {
            Some(level) => *level,
            None => self.path[at] * (1.0 + gaps[at - BEFORE_GAPS] + nudge),
        })
    }

    fn gap(&self, levels: &[f64; QUARTERS], at: usize) -> f64 {
        100.0 * (levels[at] / self.path[at] - 1.0)
    }
}

/// Growth on the same quarter of the year before, percent.
fn growth(levels: &[f64; QUARTERS], at: usize) -> f64 {
    100.0 * (levels[at] / levels[at - 4] - 1.0)
}
