//! Draws of the parameters that 2020 tells loosely or not at all.

use super::{ContactResponse, Scenario};

/// One draw: values of some parameters by key, and all responses of final demand.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterDraw {
    /// Key and value.
    pub values: Vec<(String, f64)>,
    /// Responses of final demand.
    pub contact_response: ContactResponse,
}

impl Scenario {
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
