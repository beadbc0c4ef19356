//! Claims about scenarios.

mod inheritance;
mod mutations;
mod refusals;
mod settings;
mod shipped_scenarios;

use super::{Refusal, Scenario, parse};

/// The scenario of a text in a file `bad.json`.
fn read(text: &str) -> Result<Scenario, Refusal> {
    parse("bad", text, "bad.json")
}

/// A text with one policy, one line.
fn with_policy(policy: &str) -> String {
    format!("{{\"policies\": [{policy}]}}")
}
