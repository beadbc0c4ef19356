//! Where results come from: version, commit, hashes, seeds, threads, time, command line.
//!
//! Only `run.json` knows the machine; every other file depends on scenario and seeds alone.

use crate::experiment::measures::ScenarioInfo;
use serde_json::{Value, json};

/// The part of the stamp that is known before a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// Scenarios, the counterfactual first.
    pub scenarios: Vec<ScenarioInfo>,
    /// Hash of the embedded data.
    pub data_hash: String,
    /// Command that reproduces the results.
    pub command_line: String,
    /// Threads used.
    pub threads: usize,
}

/// Version of the program.
#[must_use]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Commit it was built from, if the build knew.
#[must_use]
pub fn commit() -> &'static str {
    option_env!("PULIH_COMMIT").unwrap_or("unknown")
}

impl Stamp {
    /// Hash of all scenarios together: what tells one folder's results from another's.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for scenario in &self.scenarios {
            for text in [&scenario.name, &scenario.fingerprint] {
                hasher.update(&(text.len() as u64).to_le_bytes());
                hasher.update(text.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The content of `run.json`. `machine_seconds` is none while the run goes on.
    pub(super) fn to_json(&self, complete: bool, machine_seconds: Option<f64>) -> Value {
        let scenarios: Vec<Value> = self.scenarios.iter().map(scenario_json).collect();
        json!({
            "program": "pulih",
            "version": version(),
            "commit": commit(),
            "complete": complete,
            "fingerprint": self.fingerprint(),
            "data_hash": self.data_hash,
            "scenarios": scenarios,
            "threads": self.threads,
            "machine_seconds": machine_seconds,
            "command_line": self.command_line,
        })
    }
}

fn scenario_json(scenario: &ScenarioInfo) -> Value {
    json!({
        "name": scenario.name,
        "hash": scenario.fingerprint,
        "seeds": (1..=scenario.seeds).collect::<Vec<u32>>(),
        "enterprises_planned": scenario.enterprises,
        "weeks": scenario.weeks,
    })
}
