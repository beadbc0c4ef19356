//! `pulih sensitivity`: what the effect of a programme depends on.

use super::Outcome;
use super::arguments::{RunArguments, SensitivityArguments};
use super::run::RunRequest;
use crate::report::write_sensitivity;
use crate::scenario::{Refusal, Scenario};
use crate::sensitivity::{self, Study};
use std::time::Instant;

/// The programme that is looked at when none is named.
const DEFAULT_SCENARIO: &str = "integration_ambitious";

/// Runs the study and prints its table, or JSON.
#[must_use]
pub(super) fn execute(arguments: SensitivityArguments) -> Outcome {
    let start = Instant::now();
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!(
                "sensitivity: {step}, {:.0} s",
                start.elapsed().as_secs_f64()
            );
        }
    };
    let study = match study(&arguments, &tell) {
        Ok(study) => study,
        Err(refusal) => return refusal.into(),
    };
    let report = match study.run(&tell) {
        Ok(report) => report,
        Err(why) => return Outcome::Failed(why),
    };
    if let Some(out) = &arguments.out
        && let Err(error) = write_sensitivity(&report, out)
    {
        return Outcome::Failed(error.to_string());
    }
    if arguments.json {
        Outcome::Done(format!("{:#}\n", sensitivity::json(&report)))
    } else {
        Outcome::Done(sensitivity::text(&report))
    }
}

fn study(arguments: &SensitivityArguments, tell: &dyn Fn(&str)) -> Result<Study, Refusal> {
    let request = request(arguments, &["uncertainty=off"])?;
    let detailed = match self::request(arguments, &["uncertainty=off", "sectors=io80"]) {
        Ok(detailed) => Some(parts(detailed)),
        Err(_) => {
            tell("a scenario cannot be read with 80 sectors, so their bar is left out");
            None
        }
    };
    let threads = request.threads;
    let (counterfactual, programmes) = parts(request);
    Ok(Study {
        counterfactual,
        programmes,
        detailed,
        hypercube: usize::from(arguments.draws),
        threads,
    })
}

/// The scenarios, checked like those of `pulih run`.
fn request(arguments: &SensitivityArguments, settings: &[&str]) -> Result<RunRequest, Refusal> {
    let mut scenarios = arguments.scenarios.clone();
    if scenarios.is_empty() {
        scenarios.push(DEFAULT_SCENARIO.to_owned());
    }
    let run = RunArguments {
        scenarios,
        against: Some(arguments.against.clone()),
        out: arguments.out.clone().unwrap_or_default(),
        seeds: Some(arguments.seeds.clone()),
        enterprises: Some(arguments.enterprises.clone()),
        weeks: None,
        threads: arguments.threads.clone(),
        set: settings.iter().map(|&setting| setting.to_owned()).collect(),
        quiet: arguments.quiet,
        force: false,
        csv: false,
    };
    RunRequest::from_arguments(run, String::new())
}

fn parts(request: RunRequest) -> (Scenario, Vec<Scenario>) {
    let against = request.against.expect("a counterfactual was named");
    (against, request.scenarios)
}
