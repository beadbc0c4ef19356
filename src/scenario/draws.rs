//! Draws of the parameters that 2020 tells loosely or not at all.

use super::{ContactResponse, Scenario, Uncertainty};
use crate::data::{SectorScheme, tables};
use serde_json::Value;
use std::sync::OnceLock;

/// One draw: values of some parameters by key, and all responses of final demand.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterDraw {
    /// Key and value.
    pub values: Vec<(String, f64)>,
    /// Responses of final demand.
    pub contact_response: ContactResponse,
}

impl Scenario {
    /// The scenario of one run of an experiment: with its own draw, if parameters are drawn.
    #[must_use]
    pub fn of_seed(&self, seed: u64) -> Scenario {
        match self.uncertainty {
            Uncertainty::Central => self.clone(),
            Uncertainty::Drawn => {
                let draws = calibrated_draws();
                self.with_draw(&draws[(seed as usize).saturating_sub(1) % draws.len()])
            }
        }
    }

    /// The scenario with the values of a draw, but for parameters that it gives itself.
    ///
    /// # Panics
    /// When a key is no parameter.
    #[must_use]
    pub fn with_draw(&self, draw: &ParameterDraw) -> Scenario {
        let mut drawn = self.clone();
        for (key, value) in &draw.values {
            if !self.given.contains(key) {
                assert!(drawn.parameters.set(key, *value), "no parameter `{key}`");
            }
        }
        drawn.contact_response = draw.contact_response.clone();
        drawn
    }
}

/// Text of the draws that scenarios run with.
const DRAWS_TEXT: &str = include_str!("../../data/calibration/draws.json");

/// The draws that scenarios run with, written by `pulih calibrate`; run k of an experiment has the
/// k-th, and after the last it begins again.
///
/// # Panics
/// When the embedded file is broken: a bug.
pub fn calibrated_draws() -> &'static [ParameterDraw] {
    static DRAWS: OnceLock<Vec<ParameterDraw>> = OnceLock::new();
    DRAWS.get_or_init(|| read(DRAWS_TEXT).expect("draws.json has the form of draws"))
}

fn read(text: &str) -> Option<Vec<ParameterDraw>> {
    let file: Value = serde_json::from_str(text).ok()?;
    let sectors = &tables(SectorScheme::Io30).sectors;
    let draw = |draw: &Value| -> Option<ParameterDraw> {
        let contact = sectors
            .iter()
            .map(|sector| draw["contact_response"][&sector.code].as_f64());
        let values = draw["parameters"].as_object()?.iter();
        Some(ParameterDraw {
            values: values
                .map(|(key, value)| Some((key.clone(), value.as_f64()?)))
                .collect::<Option<_>>()?,
            contact_response: ContactResponse(contact.collect::<Option<_>>()?),
        })
    };
    file["draws"].as_array()?.iter().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{PARAMETERS, load};

    #[test]
    fn drawn_values_are_allowed() {
        for draw in calibrated_draws() {
            for (key, value) in &draw.values {
                let info = PARAMETERS.iter().find(|info| info.key == key).unwrap();
                let (low, high) = info.allowed;
                assert!((low..=high).contains(value), "{key} {value}");
            }
            let value = |key: &str| {
                draw.values
                    .iter()
                    .find(|(known, _)| known == key)
                    .unwrap()
                    .1
            };
            let weights =
                value("consumption_current_income") + value("consumption_permanent_income");
            assert!(weights <= 1.0);
        }
    }

    #[test]
    fn what_a_scenario_gives_no_draw_replaces() {
        let mut scenario = load("covid19").unwrap();
        scenario.parameters.set("anchor", 0.0);
        scenario.given.push("anchor".to_owned());
        let drawn = scenario.with_draw(&calibrated_draws()[0]);
        assert_eq!(drawn.parameters.anchor, 0.0);
        assert_ne!(drawn.parameters.habit_in, scenario.parameters.habit_in);
    }
}
