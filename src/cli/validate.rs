//! `pulih validate`.

use super::Outcome;
use crate::scenario::{self, Scenario, fingerprint};
use std::fmt::Write as _;

/// Checks each scenario; a line for each that may run, all problems of the others.
pub(crate) fn execute(names: &[String]) -> Outcome {
    let mut good = String::new();
    let mut refusals = Vec::new();
    for name in names {
        match scenario::load(name) {
            // Writing to a text cannot fail.
            Ok(scenario) => drop(writeln!(good, "{name}: {}", summary(&scenario))),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() {
        return Outcome::Done(good);
    }
    let problems: usize = refusals.iter().map(|refusal| refusal.problems.len()).sum();
    let mut text = String::new();
    for refusal in &refusals {
        let _ = writeln!(text, "{refusal}");
    }
    let noun = if problems == 1 { "problem" } else { "problems" };
    let _ = write!(text, "{problems} {noun}");
    match good.is_empty() {
        true => Outcome::Refused(text),
        false => Outcome::RefusedInPart { good, why: text },
    }
}

fn summary(scenario: &Scenario) -> String {
    let hash = fingerprint(scenario);
    format!(
        "valid; weeks {}, rows {}, seeds {}, shocks {}, policies {}, fingerprint {}",
        scenario.weeks,
        scenario.enterprises,
        scenario.seeds,
        scenario.shocks.len(),
        scenario.policies.len(),
        hash.get(..12).unwrap_or(&hash)
    )
}
