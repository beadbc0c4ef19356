//! `pulih checks`: outcomes beside figures that nothing was fitted to.

use super::Outcome;
use super::arguments::ChecksArguments;
use super::places::make_folder;
use crate::checks::{self, DEFAULT_SEEDS, Plan};
use crate::report::write_checks;
use crate::scenario::{self, Refusal};

/// Runs the checks and prints their table, or JSON.
#[must_use]
pub fn execute(arguments: &ChecksArguments) -> Outcome {
    let plan = match plan(arguments) {
        Ok(plan) => plan,
        Err(refusal) => return refusal.into(),
    };
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("checks: {step}");
        }
    };
    let report = match checks::run(plan, &tell) {
        Ok(report) => report,
        Err(why) => return Outcome::Failed(why),
    };
    if let Some(out) = &arguments.out
        && let Err(error) = write_checks(&report, out)
    {
        return Outcome::Failed(error.to_string());
    }
    if arguments.json {
        Outcome::Done(format!("{:#}\n", checks::json(&report)))
    } else {
        Outcome::Done(checks::text(&report))
    }
}

/// The size, with the bounds that scenarios have.
fn plan(arguments: &ChecksArguments) -> Result<Plan, Refusal> {
    let seeds = arguments.seeds.clone();
    let seeds = seeds.unwrap_or_else(|| DEFAULT_SEEDS.to_string());
    let mut settings = vec![(format!("--seeds {seeds}"), format!("seeds={seeds}"))];
    if let Some(rows) = &arguments.enterprises {
        settings.push((
            format!("--enterprises {rows}"),
            format!("enterprises={rows}"),
        ));
    }
    let scenario = scenario::load_with("covid19", &settings)?;
    if let Some(out) = &arguments.out {
        make_folder("--out", out)?;
    }
    Ok(Plan {
        enterprises: scenario.enterprises,
        seeds: scenario.seeds,
    })
}
