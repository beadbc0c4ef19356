//! Forecasts of one series beside each other, and their errors.

use super::ensemble::{GapEnsemble, Mode};
use super::forecast::{ModelForecast, model_forecast};
use super::mixture::Mixture;
use super::naive::Naive;
use crate::calibration::priors::Priors;
use crate::observed::{FIRST_QUARTER, Known, Outcome, QUARTERS, Series, quarters};
use crate::record::Quarter;

/// Quarters of the near score.
const NEAR: usize = 4;
/// Quarters of the whole score.
const WHOLE: usize = 8;

/// Who forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The model alone.
    Model,
    /// A rule without a model.
    Naive(Naive),
    /// The plain mean of the model and the fixed gap.
    Combination,
}

impl Rule {
    /// All, the model first, the combination last.
    #[must_use]
    pub fn all() -> Vec<Rule> {
        let mut all = vec![Rule::Model];
        all.extend(Naive::ALL.map(Rule::Naive));
        all.push(Rule::Combination);
        all
    }

    /// Name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rule::Model => "model",
            Rule::Naive(naive) => naive.name(),
            Rule::Combination => "combination",
        }
    }
}

/// Errors over some quarters, percentage points of growth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// Quarters for which growth was published.
    pub quarters: usize,
    /// Root of the mean squared error.
    pub rmse: f64,
    /// Mean absolute error.
    pub mae: f64,
    /// Mean of forecast less published.
    pub bias: f64,
}

/// Errors one to four and one to eight quarters after the origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// One to four quarters.
    pub h1_4: Errors,
    /// One to eight quarters, or as many of them as are published.
    pub h1_8: Errors,
}

/// Ends of 90% intervals with observation error, by quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervals {
    /// Of growth, percent.
    pub yoy: Vec<(f64, f64)>,
    /// Of the gap, percent of the path.
    pub gap: Vec<(f64, f64)>,
}

/// A quarter that was known at the origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Past {
    /// The quarter.
    pub quarter: Quarter,
    /// Growth on the same quarter of the year before, percent.
    pub yoy: f64,
    /// Gap to the model's path, percent.
    pub gap: f64,
}

/// One series at one origin in one mode. Vectors by quarter go from the first after the origin to
/// 2022Q4.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Place of the series in the report.
    pub series: usize,
    /// Last known quarter.
    pub origin: Quarter,
    /// Mode.
    pub mode: Mode,
    /// What was known: 2020Q1 to the origin.
    pub past: Vec<Past>,
    /// The quarters that are forecast.
    pub quarters: Vec<Quarter>,
    /// Published growth on the same quarter of the year before, percent.
    pub published_yoy: Vec<Option<f64>>,
    /// Gap of published levels to the model's path, percent.
    pub published_gap: Vec<Option<f64>>,
    /// Growth forecast by each rule that could, percent.
    pub forecasts: Vec<(Rule, Vec<f64>)>,
    /// The model's gap to the path, percent.
    pub gap: Vec<f64>,
    /// 90% intervals; `None` for a series without an observation error.
    pub intervals: Option<Intervals>,
    /// Errors of each rule that could forecast.
    pub scores: Vec<(Rule, Score)>,
    /// Mean continuous ranked probability score of growth over up to eight quarters, points.
    pub crps: Option<f64>,
    /// Share of up to eight quarters whose growth lies in its interval.
    pub coverage_90: Option<f64>,
}

impl Cell {
    /// Score of a rule.
    #[must_use]
    pub fn score(&self, rule: Rule) -> Option<Score> {
        let found = self.scores.iter().find(|(one, _)| *one == rule);
        found.map(|(_, score)| *score)
    }

    /// Forecast of a rule.
    #[must_use]
    pub fn forecast(&self, rule: Rule) -> Option<&[f64]> {
        let found = self.forecasts.iter().find(|(one, _)| *one == rule);
        found.map(|(_, yoy)| yoy.as_slice())
    }

    /// The naive rule with the least error, and that error; `whole` or near.
    pub(super) fn best_naive(&self, of: impl Fn(Score) -> f64) -> Option<(Naive, f64)> {
        let errors = Naive::ALL.into_iter().filter_map(|naive| {
            let score = self.score(Rule::Naive(naive))?;
            Some((naive, of(score)))
        });
        errors.min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// What is asked: what is known, what came, and what the model says.
pub(super) struct Question<'a> {
    pub(super) known: &'a Known,
    pub(super) outcome: &'a Outcome,
    pub(super) ensemble: &'a GapEnsemble,
    pub(super) mode: Mode,
}

impl Question<'_> {
    /// The answer for one series; `None` where the model does not have it.
    pub(super) fn cell(&self, series: &Series, index: usize) -> Option<Cell> {
        let origin = self.known.origin();
        let model = model_forecast(self.ensemble, self.known, series, index)?;
        let path = &self.ensemble.path[index];
        let after = quarters().into_iter().filter(|quarter| *quarter > origin);
        let quarters: Vec<Quarter> = after.collect();
        let published = |value: &dyn Fn(Quarter) -> Option<f64>| -> Vec<Option<f64>> {
            quarters.iter().map(|quarter| value(*quarter)).collect()
        };
        let published_yoy = published(&|quarter| self.outcome.yoy_percent(series, quarter));
        let published_gap =
            published(&|quarter| Some(100.0 * self.outcome.gap(series, path, quarter)?));
        let forecasts = self.forecasts(series, &model, quarters.len());
        let scored = forecasts.iter().filter_map(|(rule, yoy)| {
            let score = score(yoy, &published_yoy)?;
            Some((*rule, score))
        });
        let spread = series
            .observation_sd
            .map(|sd| Spread::new(&model, sd, &published_yoy));
        Some(Cell {
            series: index,
            origin,
            mode: self.mode,
            past: self.past(series, path),
            scores: scored.collect(),
            forecasts,
            gap: model.gap,
            crps: spread.as_ref().and_then(|spread| spread.crps),
            coverage_90: spread.as_ref().and_then(|spread| spread.coverage_90),
            intervals: spread.map(|spread| spread.intervals),
            quarters,
            published_yoy,
            published_gap,
        })
    }

    fn past(&self, series: &Series, path: &[f64; QUARTERS]) -> Vec<Past> {
        let past = quarters().into_iter().filter_map(|quarter| {
            Some(Past {
                quarter,
                yoy: self.known.yoy_percent(series, quarter)?,
                gap: 100.0 * self.known.gap(series, path, quarter)?,
            })
        });
        past.filter(|past| past.quarter.year > FIRST_QUARTER.year)
            .collect()
    }

    fn forecasts(
        &self,
        series: &Series,
        model: &ModelForecast,
        horizons: usize,
    ) -> Vec<(Rule, Vec<f64>)> {
        let mut forecasts = vec![(Rule::Model, model.yoy.clone())];
        for naive in Naive::ALL {
            if let Some(yoy) = naive.forecast(self.known, series, horizons) {
                forecasts.push((Rule::Naive(naive), yoy));
            }
        }
        let fixed = forecasts
            .iter()
            .find(|(rule, _)| *rule == Rule::Naive(Naive::FixedGap));
        if let Some((_, fixed)) = fixed {
            let weight = Priors::shipped().combination_weight_of_model;
            let pairs = model.yoy.iter().zip(fixed);
            let mean = pairs.map(|(model, fixed)| weight * model + (1.0 - weight) * fixed);
            let mean = mean.collect();
            forecasts.push((Rule::Combination, mean));
        }
        forecasts
    }
}

/// What the draws say with observation error.
struct Spread {
    intervals: Intervals,
    crps: Option<f64>,
    coverage_90: Option<f64>,
}

impl Spread {
    fn new(model: &ModelForecast, sd: f64, published: &[Option<f64>]) -> Spread {
        let ends = |by_quarter: &[Vec<f64>]| -> Vec<(f64, f64)> {
            let mixtures = by_quarter.iter().map(|draws| Mixture::new(draws, sd));
            mixtures.map(|mixture| mixture.interval_90()).collect()
        };
        let intervals = Intervals {
            yoy: ends(&model.yoy_draws),
            gap: ends(&model.gap_draws),
        };
        let scored = published.iter().take(WHOLE).enumerate();
        let known: Vec<(usize, f64)> = scored.filter_map(|(h, yoy)| Some((h, (*yoy)?))).collect();
        let mean = |value: &dyn Fn(usize, f64) -> f64| {
            let sum: f64 = known.iter().map(|(h, yoy)| value(*h, *yoy)).sum();
            (!known.is_empty()).then(|| sum / known.len() as f64)
        };
        let inside = |h: usize, yoy: f64| {
            let (low, high) = intervals.yoy[h];
            f64::from(u8::from((low..=high).contains(&yoy)))
        };
        Spread {
            crps: mean(&|h, yoy| Mixture::new(&model.yoy_draws[h], sd).crps(yoy)),
            coverage_90: mean(&inside),
            intervals,
        }
    }
}

/// Errors of a forecast; `None` where nothing was published.
pub(super) fn score(forecast: &[f64], published: &[Option<f64>]) -> Option<Score> {
    Some(Score {
        h1_4: errors(forecast, published, NEAR)?,
        h1_8: errors(forecast, published, WHOLE)?,
    })
}

fn errors(forecast: &[f64], published: &[Option<f64>], horizons: usize) -> Option<Errors> {
    let pairs = forecast.iter().zip(published).take(horizons);
    let errors: Vec<f64> = pairs
        .filter_map(|(forecast, published)| Some(forecast - (*published)?))
        .collect();
    if errors.is_empty() {
        return None;
    }
    let count = errors.len() as f64;
    let mean =
        |value: fn(f64) -> f64| errors.iter().map(|error| value(*error)).sum::<f64>() / count;
    Some(Errors {
        quarters: errors.len(),
        rmse: mean(|error| error * error).sqrt(),
        mae: mean(f64::abs),
        bias: mean(|error| error),
    })
}
