//! Forecasts that need no model: what a model has to be compared with.
//!
//! All see growth up to the origin only, percent on the same quarter of the year before. With
//! `mean` the arithmetic mean of 2015-19, the *path* of the rules of gaps grows by `mean` from the
//! year 2019, and a quarter's gap is its compounded level against that path:
//!
//! | rule | growth forecast |
//! |---|---|
//! | random walk | the last known |
//! | mean | `mean` |
//! | fixed gap | that of a level that stays as far from the path as at the origin |
//! | half-life | the same, the gap halved every 4 quarters |
//! | AR(1) | `m + phi^h (last - m)`, phi by least squares on all known quarters, kept in 0 to 0.95, m their mean |
//! | AR(1) unbounded | `c + phi y` iterated, both by least squares: explodes at 2020Q2 |
//! | AR(1) before 2020 | the same, estimated on the quarters to 2019Q4 |
//!
//! These definitions reproduce `covid/benchmark_rmse_origin.csv` and
//! `covid/benchmark_annual_growth.csv`, which were computed elsewhere (tests below). AR(1) of GDP
//! begins in 2010, of other series in 2015.

use crate::observed::{Known, QUARTERS, Series, place};

/// Quarters in which half of a gap closes.
const HALF_LIFE_QUARTERS: f64 = 4.0;
/// Bounds of the coefficient of AR(1).
const PHI: (f64, f64) = (0.0, 0.95);
/// Years of the mean.
const MEAN_YEARS: std::ops::RangeInclusive<i32> = 2015..=2019;
/// Quarters of those years: rules but the random walk need them all.
const MEAN_QUARTERS: usize = 20;

/// A forecast without a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naive {
    /// The level stays as far below its path as at the origin.
    FixedGap,
    /// The gap halves every four quarters.
    HalfLife,
    /// First-order autoregression of growth, refitted at the origin, its coefficient bounded.
    Ar1,
    /// The same, unbounded.
    Ar1Unbounded,
    /// The same, estimated before 2020.
    Ar1Before2020,
    /// Mean growth of 2015-19.
    Mean,
    /// Growth stays as it was last.
    RandomWalk,
}

impl Naive {
    /// All rules.
    pub const ALL: [Naive; 7] = [
        Naive::FixedGap,
        Naive::HalfLife,
        Naive::Ar1,
        Naive::Ar1Unbounded,
        Naive::Ar1Before2020,
        Naive::Mean,
        Naive::RandomWalk,
    ];

    /// Growth of the quarters after the origin, percent, the first first; `None` when too little
    /// of the series is known (fisheries have no mean of 2015-19).
    #[must_use]
    pub fn forecast(self, known: &Known, series: &Series, horizons: usize) -> Option<Vec<f64>> {
        let history = known.growth(series);
        let growth_in = |counts: &dyn Fn(i32) -> bool| -> Vec<f64> {
            let chosen = history.iter().filter(|(quarter, _)| counts(quarter.year));
            chosen.map(|(_, yoy)| *yoy).collect()
        };
        let (all, base) = (
            growth_in(&|_| true),
            growth_in(&|year| MEAN_YEARS.contains(&year)),
        );
        let last = *all.last()?;
        if self == Naive::RandomWalk {
            return Some(vec![last; horizons]);
        }
        if base.len() < MEAN_QUARTERS {
            return None;
        }
        match self {
            Naive::RandomWalk => Some(vec![last; horizons]),
            Naive::Mean => Some(vec![mean_of(&base); horizons]),
            Naive::FixedGap => gap_rule(known, series, mean_of(&base), horizons, |_| 1.0),
            Naive::HalfLife => gap_rule(known, series, mean_of(&base), horizons, |h| {
                0.5_f64.powf(h as f64 / HALF_LIFE_QUARTERS)
            }),
            Naive::Ar1 => {
                let phi = least_squares(&all).0.clamp(PHI.0, PHI.1);
                Some(iterated(phi, (1.0 - phi) * mean_of(&all), last, horizons))
            }
            Naive::Ar1Unbounded => {
                let (phi, constant) = least_squares(&all);
                Some(iterated(phi, constant, last, horizons))
            }
            Naive::Ar1Before2020 => {
                let (phi, constant) = least_squares(&growth_in(&|year| year < 2020));
                Some(iterated(phi, constant, last, horizons))
            }
        }
    }

    /// Name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Naive::FixedGap => "fixed_gap",
            Naive::HalfLife => "half_life",
            Naive::Ar1 => "ar1",
            Naive::Ar1Unbounded => "ar1_unbounded",
            Naive::Ar1Before2020 => "ar1_before_2020",
            Naive::Mean => "mean",
            Naive::RandomWalk => "random_walk",
        }
    }
}

fn mean_of(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Growth of a level whose gap is that of the origin times `share(h)`, h quarters later.
fn gap_rule(
    known: &Known,
    series: &Series,
    mean: f64,
    horizons: usize,
    share: impl Fn(usize) -> f64,
) -> Option<Vec<f64>> {
    let path = yearly_path(mean);
    let origin = known.origin();
    let gap = known.gap(series, &path, origin)?;
    let mut levels = path;
    for (level, quarter) in levels.iter_mut().zip(crate::observed::quarters()) {
        if quarter <= origin {
            *level = known.level(series, &path, quarter)?;
        }
    }
    let first = place(origin)? + 1;
    let last = (first + horizons).min(QUARTERS);
    for (h, at) in (first..last).enumerate() {
        levels[at] = path[at] * (1.0 + gap * share(h + 1));
    }
    let growth = |at: usize| 100.0 * (levels[at] / levels[at - 4] - 1.0);
    Some((first..last).map(growth).collect())
}

/// A path that grows by `mean` percent a year, the same in the four quarters of a year.
fn yearly_path(mean: f64) -> [f64; QUARTERS] {
    std::array::from_fn(|at| (1.0 + mean / 100.0).powi((at / 4) as i32))
}

/// Slope and constant of each value on the one before.
fn least_squares(values: &[f64]) -> (f64, f64) {
    let (before, after) = (&values[..values.len() - 1], &values[1..]);
    let (mean_before, mean_after) = (mean_of(before), mean_of(after));
    let (mut together, mut squares) = (0.0, 0.0);
    for (x, y) in before.iter().zip(after) {
        together += (x - mean_before) * (y - mean_after);
        squares += (x - mean_before).powi(2);
    }
    let slope = if squares > 0.0 {
        together / squares
    } else {
        0.0
    };
    (slope, mean_after - slope * mean_before)
}

fn iterated(slope: f64, constant: f64, last: f64, horizons: usize) -> Vec<f64> {
    let next = |growth: &f64| Some(constant + slope * growth);
    let all = std::iter::successors(Some(last), next);
    all.skip(1).take(horizons).collect()
}
