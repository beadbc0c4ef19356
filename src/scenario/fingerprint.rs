//! One short text that is the same for scenarios that compute the same.

use super::parameters::PARAMETERS;
use super::{Churn, Scenario};
use crate::data::SectorScheme;
use std::fmt::Write as _;

/// Version of the canonical text: raise it when the meaning of a scenario changes.
const VERSION: u32 = 2;

/// Hash of what is computed: settings, parameters, shocks, policies, channels. Name, title,
/// question, note and sources are left out.
#[must_use]
pub fn fingerprint(scenario: &Scenario) -> String {
    blake3::hash(canonical(scenario).as_bytes())
        .to_hex()
        .to_string()
}

/// A line for each value; numbers as the shortest text that reads back to the same bits.
fn canonical(scenario: &Scenario) -> String {
    let scheme = match scenario.scheme {
        SectorScheme::Io30 => "io30",
        SectorScheme::Io80 => "io80",
    };
    let churn = match scenario.churn {
        Churn::On => "on",
        Churn::Off => "off",
    };
    let mut lines = format!(
        "pulih scenario {VERSION}\nstart {}\nweeks {}\nenterprises {}\nseeds {}\nsectors {scheme}\nproduction_function {}\nchurn {churn}\n",
        scenario.start,
        scenario.weeks,
        scenario.enterprises,
        scenario.seeds,
        scenario.production_function.name(),
    );
    let mut line = |name: &str, value: String| {
        // Writing to a text cannot fail.
        let _ = writeln!(lines, "{name} {value}");
    };
    for info in PARAMETERS {
        line(info.key, format!("{:?}", scenario.parameters.get(info.key)));
    }
    line(
        "contact_response",
        format!("{:?}", scenario.contact_response.0),
    );
    line("uncertainty", format!("{:?}", scenario.uncertainty));
    line("given", format!("{:?}", scenario.given));
    line("vintage", format!("{:?}", scenario.vintage));
    line("channels", format!("{:?}", scenario.channels));
    for shock in &scenario.shocks {
        line("shock", format!("{shock:?}"));
    }
    for policy in &scenario.policies {
        line("policy", format!("{policy:?}"));
    }
    lines
}
