//! What is decided before a score is computed: `data/calibration/priors.json`.

use serde::Deserialize;

/// Text of the file.
pub const PRIORS_TEXT: &str = include_str!("../../data/calibration/priors.json");
/// Hash of the file, committed before the first score was computed.
pub const PRIORS_HASH: &str = include_str!("../../data/calibration/priors.blake3");

/// The file.
#[derive(Clone, Debug, Deserialize)]
pub struct Priors {
    /// What 2020 is compared by.
    pub targets: Targets,
    /// The likelihood of draws is divided by this, because quarters are correlated.
    pub likelihood_divisor: f64,
    /// Weights of stringency in the drivers, each with as many draws.
    pub driver_stringency_weights: Vec<f64>,
    /// Draws for each of them.
    pub draws_per_driver: usize,
    /// Draws that scenarios run with.
    pub shipped_draws: usize,
    /// Seed of all draws.
    pub seed: u64,
    /// Weight of the model in the combination with the fixed gap.
    pub combination_weight_of_model: f64,
    /// Half-life in the outlook of decaying mobility, weeks.
    pub half_life_of_decaying_mobility_weeks: f64,
    /// Prior of the responses of final demand.
    pub contact_response: ContactPrior,
    /// Parameters that are fitted.
    pub fitted: Vec<FittedPrior>,
    /// Parameters that are drawn from their range and never fitted.
    pub drawn: Vec<DrawnPrior>,
}

/// Standard deviations of the targets, percentage points of the gap to the path.
#[derive(Clone, Debug, Deserialize)]
pub struct Targets {
    /// Of a branch whose share of value added is `branch_share`.
    pub branch_sd_points: f64,
    /// See there.
    pub branch_share: f64,
    /// Least and largest factor sqrt(`branch_share` / share).
    pub branch_factor: [f64; 2],
    /// Other series.
    pub others: Vec<OtherTarget>,
}

/// A target that is no branch.
#[derive(Clone, Debug, Deserialize)]
pub struct OtherTarget {
    /// Name of the series.
    pub series: String,
    /// Standard deviation, points.
    pub sd_points: f64,
}

/// Prior of the responses of final demand to the pandemic.
#[derive(Clone, Debug, Deserialize)]
pub struct ContactPrior {
    /// Mean where the contact intensity of the product is 1, in proportion elsewhere.
    pub at_full_contact: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// A parameter that is fitted.
#[derive(Clone, Debug, Deserialize)]
pub struct FittedPrior {
    /// Key of the parameter.
    pub key: String,
    /// Mean of the prior.
    pub mean: f64,
    /// Standard deviation of the prior.
    pub sd: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// A parameter that 2020 does not tell.
#[derive(Clone, Debug, Deserialize)]
pub struct DrawnPrior {
    /// Key of the parameter.
    pub key: String,
    /// Low end of the range.
    pub low: f64,
    /// High end of the range.
    pub high: f64,
    /// Whether draws are even in the value or in its logarithm.
    pub scale: Scale,
    /// Whether it is part of the scar.
    pub scar: bool,
}

/// In what draws are even.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// The value.
    Linear,
    /// Its logarithm.
    Log,
}

impl Scale {
    /// The value at a share of a range, 0..1.
    #[must_use]
    pub fn at(self, low: f64, high: f64, share: f64) -> f64 {
        match self {
            Scale::Linear => low + share * (high - low),
            Scale::Log => low * (high / low).powf(share),
        }
    }
}

impl Priors {
    /// The embedded file.
    ///
    /// # Panics
    /// When the embedded file is broken: a bug.
    #[must_use]
    pub fn shipped() -> Priors {
        serde_json::from_str(PRIORS_TEXT).expect("priors.json has the form of `Priors`")
    }

    /// Hash of the embedded file, hexadecimal.
    #[must_use]
    pub fn hash() -> String {
        blake3::hash(PRIORS_TEXT.as_bytes()).to_hex().to_string()
    }
}

impl DrawnPrior {
    /// The value at a share of the range, 0..1.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        self.scale.at(self.low, self.high, share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Parameters;

    #[test]
    fn priors_are_those_whose_hash_was_committed() {
        assert_eq!(Priors::hash(), PRIORS_HASH.trim());
    }

    #[test]
    fn every_key_is_a_parameter_and_stands_once() {
        let priors = Priors::shipped();
        let fitted = priors.fitted.iter().map(|prior| &prior.key);
        let mut keys: Vec<&String> = fitted.chain(priors.drawn.iter().map(|p| &p.key)).collect();
        let parameters = Parameters::default();
        assert!(keys.iter().all(|key| parameters.get(key).is_some()));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn ranges_are_even_in_value_or_logarithm() {
        let mut prior = Priors::shipped().drawn[0].clone();
        (prior.low, prior.high) = (1.0, 4.0);
        assert_eq!(prior.at(0.5), 2.5);
        prior.scale = Scale::Log;
        assert_eq!(prior.at(0.5), 2.0);
    }
}
