//! Effects of a programme in one variant, seed by seed.

use crate::experiment::effects::{EffectMeasure, PolicyEffects};

/// The effect of a programme in one pair of runs, over the last 13 weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Effect on GDP, percent.
    pub gdp_percent: f64,
    /// The same in weeks of trend growth.
    pub weeks_gained: f64,
    /// Effect on employment, thousand persons.
    pub employment_thousand: f64,
    /// What the open Leontief model makes of the imports that contracts displaced, percent of value
    /// added.
    pub leontief_percent: f64,
}

impl Effect {
    /// Of a programme that was run with one seed.
    pub(crate) fn of(effects: &PolicyEffects) -> Effect {
        let value = |measure| effects.measure(measure).map_or(f64::NAN, |one| one.median);
        Effect {
            gdp_percent: value(EffectMeasure::Gdp),
            weeks_gained: value(EffectMeasure::WeeksGained),
            employment_thousand: value(EffectMeasure::Employment),
            leontief_percent: value(EffectMeasure::LeontiefEstimate),
        }
    }

    /// Effect over the Leontief estimate; none where the estimate is not above zero.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (self.leontief_percent > 0.0).then(|| self.gdp_percent / self.leontief_percent)
    }
}

/// Effects of a programme in one variant, by seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// In the order of seeds, at least one.
    pub seeds: Vec<Effect>,
}

impl Measured {
    /// Means over the seeds.
    #[must_use]
    pub fn mean(&self) -> Effect {
        let mean = |value: fn(&Effect) -> f64| {
            self.seeds.iter().map(value).sum::<f64>() / self.seeds.len() as f64
        };
        Effect {
            gdp_percent: mean(|one| one.gdp_percent),
            weeks_gained: mean(|one| one.weeks_gained),
            employment_thousand: mean(|one| one.employment_thousand),
            leontief_percent: mean(|one| one.leontief_percent),
        }
    }

    /// Effect on GDP, percent, mean over the seeds.
    #[must_use]
    pub fn gdp(&self) -> f64 {
        self.mean().gdp_percent
    }

    /// The least effect on GDP of any seed, percent.
    #[must_use]
    pub fn least_gdp(&self) -> f64 {
        let all = self.seeds.iter().map(|one| one.gdp_percent);
        all.fold(f64::INFINITY, f64::min)
    }
}
