//! `pulih sensitivity`: what the effect of a programme depends on.

use super::Outcome;
use super::arguments::{RunArguments, SensitivityArguments};
use super::places::make_folder;
use super::run::{DEFAULT_AGAINST, RunRequest};
use crate::policy::Instrument;
use crate::report::write_sensitivity;
use crate::scenario::{self, ParameterInfo, Place, Problem, Refusal, Scenario, nearest, quote};
use crate::sensitivity::{self, Depth, Study};
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
    let depth = if arguments.thorough {
        Depth::Thorough
    } else {
        Depth::Usual
    };
    let (request, parameters, large_rows) = checked(arguments, depth)?;
    if let Some(out) = &arguments.out {
        make_folder("--out", out)?;
    }
    let threads = request.threads;
    let own_weeks = own_weeks(arguments);
    let (counterfactual, programmes) = parts(request);
    Ok(Study {
        counterfactual,
        programmes,
        detailed: detailed(arguments, depth, tell),
        depth,
        parameters,
        hypercube: usize::from(arguments.draws.unwrap_or(depth.hypercube())),
        large_rows,
        own_weeks,
        threads,
    })
}

type Checked = (RunRequest, Vec<&'static ParameterInfo>, u32);

/// What was typed, with all problems at once.
fn checked(arguments: &SensitivityArguments, depth: Depth) -> Result<Checked, Refusal> {
    let request = request(arguments, depth, &["uncertainty=off"]);
    let parameters = parameters(&arguments.parameter);
    let large = &arguments.large_enterprises;
    let setting = (
        format!("--large-enterprises {large}"),
        format!("enterprises={large}"),
    );
    let large = scenario::load_with(DEFAULT_AGAINST, &[setting]);
    match (request, parameters, large) {
        (Ok(request), Ok(parameters), Ok(large)) => {
            larger(large.enterprises, request.scenarios[0].enterprises)?;
            begun(&request)?;
            Ok((request, parameters, large.enterprises))
        }
        (request, parameters, large) => {
            let refusals = [request.err(), parameters.err(), large.err()];
            let problems = refusals.into_iter().flatten();
            Err(Refusal {
                problems: problems.flat_map(|refusal| refusal.problems).collect(),
            })
        }
    }
}

/// The check on the number of rows needs more of them than the study has.
fn larger(large: u32, own: u32) -> Result<(), Refusal> {
    if large > own {
        return Ok(());
    }
    let problem = Problem {
        place: Place::whole(&format!("--large-enterprises {large}")),
        path: String::new(),
        found: format!("{large} rows, but the study has {own}"),
        allowed: format!("more than {own}, the rows of --enterprises"),
        nearest: None,
    };
    Err(Refusal {
        problems: vec![problem],
    })
}

/// A programme that begins after the run has no effect to look into.
fn begun(request: &RunRequest) -> Result<(), Refusal> {
    let shared = request.against.iter().flat_map(|one| &one.policies);
    let shared: Vec<&Instrument> = shared.collect();
    let late = request.scenarios.iter().filter_map(|programme| {
        let own = programme
            .policies
            .iter()
            .filter(|one| !shared.contains(one));
        let first = own.map(|one| one.window.start).min()?;
        (programme.weeks <= first).then(|| Problem {
            place: Place::whole(&format!("--weeks {}", programme.weeks)),
            path: String::new(),
            found: format!(
                "{} weeks, but {} begins in week {first}",
                programme.weeks, programme.name
            ),
            allowed: format!("more than {first}"),
            nearest: None,
        })
    });
    let problems: Vec<Problem> = late.collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Refusal { problems })
    }
}

/// Parameters of these keys, or all that have a range.
fn parameters(keys: &[String]) -> Result<Vec<&'static ParameterInfo>, Refusal> {
    let all: Vec<&'static ParameterInfo> = sensitivity::ranged().collect();
    let unknown = keys
        .iter()
        .filter(|key| all.iter().all(|info| info.key != key.as_str()));
    let problems: Vec<Problem> = unknown
        .map(|key| Problem {
            place: Place::whole(&format!("--parameter {key}")),
            path: String::new(),
            found: format!("{}: no parameter with a range", quote(key)),
            allowed: "a parameter with a range (pulih explain parameters)".to_owned(),
            nearest: nearest(key, all.iter().map(|info| info.key)),
        })
        .collect();
    if !problems.is_empty() {
        return Err(Refusal { problems });
    }
    let wanted = |info: &&ParameterInfo| keys.is_empty() || keys.iter().any(|key| key == info.key);
    Ok(all.into_iter().filter(wanted).collect())
}

/// The scenarios with 80 sectors, where a study looks at them.
fn detailed(
    arguments: &SensitivityArguments,
    depth: Depth,
    tell: &dyn Fn(&str),
) -> Option<(Scenario, Vec<Scenario>)> {
    if depth == Depth::Usual {
        return None;
    }
    let detailed = request(arguments, depth, &["uncertainty=off", "sectors=io80"]);
    if detailed.is_err() {
        tell("a scenario cannot be read with 80 sectors, so their bar is left out");
    }
    detailed.ok().map(parts)
}

/// Programmes that were named, or the one that is looked at when none is.
fn programmes(arguments: &SensitivityArguments) -> Vec<String> {
    if arguments.scenarios.is_empty() {
        vec![DEFAULT_SCENARIO.to_owned()]
    } else {
        arguments.scenarios.clone()
    }
}

/// Weeks of each programme when none are given; the programmes have been read without a problem.
fn own_weeks(arguments: &SensitivityArguments) -> Vec<u32> {
    let programmes = programmes(arguments).into_iter();
    let weeks = |name: String| scenario::load(&name).map_or(0, |scenario| scenario.weeks);
    programmes.map(weeks).collect()
}

/// The scenarios, checked like those of `pulih run`.
fn request(
    arguments: &SensitivityArguments,
    depth: Depth,
    settings: &[&str],
) -> Result<RunRequest, Refusal> {
    let seeds = arguments.seeds.clone();
    let run = RunArguments {
        scenarios: programmes(arguments),
        against: Some(arguments.against.clone()),
        out: arguments.out.clone().unwrap_or_default(),
        seeds: Some(seeds.unwrap_or_else(|| depth.seeds().to_string())),
        enterprises: Some(arguments.enterprises.clone()),
        weeks: arguments.weeks.clone(),
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
