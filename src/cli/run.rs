//! `pulih run`: from arguments to a checked request.

pub use super::arguments::RunArguments;
use crate::report::Language;
use crate::scenario::{self, Place, Problem, Refusal, Scenario, quote};
use std::path::PathBuf;

/// The scenarios of `pulih run` without arguments.
pub const DEFAULT_SCENARIOS: [&str; 3] = [
    "integration_as_announced",
    "integration_target",
    "integration_ambitious",
];
/// Their counterfactual.
pub const DEFAULT_AGAINST: &str = "covid19";
/// Most threads that may be asked for.
const MOST_THREADS: usize = 1024;

/// A run that has passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRequest {
    /// What to run, at least one, names unique.
    pub scenarios: Vec<Scenario>,
    /// Counterfactual, as many weeks as the longest scenario, same rows and seeds. A shorter
    /// scenario is compared over its own weeks.
    pub against: Option<Scenario>,
    /// Folder of the results.
    pub out: PathBuf,
    /// Threads, if chosen.
    pub threads: Option<usize>,
    /// No progress and no summary.
    pub quiet: bool,
    /// Results of another plan may be replaced.
    pub force: bool,
    /// Long tables as CSV.
    pub csv: bool,
    /// The command that gives this request again.
    pub command_line: String,
}

impl RunRequest {
    /// Checks the arguments.
    ///
    /// # Errors
    /// All that is wrong with scenarios, options and how they fit together.
    pub fn from_arguments(
        arguments: RunArguments,
        command_line: String,
    ) -> Result<RunRequest, Refusal> {
        let mut problems = Vec::new();
        let threads = threads(arguments.threads.as_deref(), &mut problems);
        let settings = settings(&arguments);
        let (names, against) = names(&arguments);
        let mut load = |name: &str| match scenario::load_with(name, &settings) {
            Ok(scenario) => Some(scenario),
            Err(refusal) => {
                for problem in refusal.problems {
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                }
                None
            }
        };
        let scenarios: Vec<Scenario> = names.iter().filter_map(|name| load(name)).collect();
        let mut against = against.as_deref().and_then(load);
        fit(&scenarios, &mut against, &mut problems);
        if !problems.is_empty() {
            return Err(Refusal { problems });
        }
        Ok(RunRequest {
            scenarios,
            against,
            out: arguments.out,
            threads,
            quiet: arguments.quiet,
            force: arguments.force,
            csv: arguments.csv,
            command_line,
        })
    }
}

/// Names of the scenarios and of the counterfactual.
fn names(arguments: &RunArguments) -> (Vec<String>, Option<String>) {
    if !arguments.scenarios.is_empty() {
        return (arguments.scenarios.clone(), arguments.against.clone());
    }
    let scenarios = DEFAULT_SCENARIOS.map(str::to_owned).to_vec();
    let against = arguments.against.clone();
    (
        scenarios,
        against.or_else(|| Some(DEFAULT_AGAINST.to_owned())),
    )
}

/// Options as settings, with the option as it was typed; `--set` comes last and wins.
fn settings(arguments: &RunArguments) -> Vec<(String, String)> {
    let options = [
        ("seeds", &arguments.seeds),
        ("enterprises", &arguments.enterprises),
        ("weeks", &arguments.weeks),
    ];
    let mut settings = Vec::new();
    for (key, value) in options {
        if let Some(value) = value {
            settings.push((format!("--{key} {value}"), format!("{key}={value}")));
        }
    }
    for key_value in &arguments.set {
        settings.push((format!("--set {key_value}"), key_value.clone()));
    }
    settings
}

fn threads(typed: Option<&str>, problems: &mut Vec<Problem>) -> Option<usize> {
    let typed = typed?;
    let number = typed.parse::<usize>().ok();
    let number = number.filter(|number| (1..=MOST_THREADS).contains(number));
    if number.is_none() {
        problems.push(Problem {
            place: Place::whole(&format!("--threads {typed}")),
            path: String::new(),
            found: format!("{}: no number of threads", quote(typed)),
            allowed: format!("a whole number from 1 to {MOST_THREADS}"),
            nearest: None,
        });
    }
    number
}

/// Rules between the scenarios of one run; the counterfactual takes their size and length.
fn fit(scenarios: &[Scenario], against: &mut Option<Scenario>, problems: &mut Vec<Problem>) {
    for (index, scenario) in scenarios.iter().enumerate() {
        let mut earlier = scenarios.iter().take(index);
        if earlier.any(|earlier| earlier.name == scenario.name) {
            let why = "another scenario of this run has this name";
            let allowed = "scenarios whose files have different names";
            problems.push(misfit(scenario, why, allowed));
        }
    }
    let Some((first, others)) = scenarios.split_first() else {
        return;
    };
    let Some(against) = against else {
        // The first scenario is the counterfactual of the rest.
        let apart = others.iter().filter(|other| other.name != first.name);
        apart.for_each(|other| pair(other, first, first, problems));
        return;
    };
    for scenario in scenarios {
        pair(scenario, first, against, problems);
    }
    let weeks = scenarios.iter().map(|scenario| scenario.weeks).max();
    against.enterprises = first.enterprises;
    against.seeds = first.seeds;
    against.weeks = weeks.unwrap_or(against.weeks);
}

/// Rules between a scenario, the first of the run and their counterfactual.
fn pair(scenario: &Scenario, first: &Scenario, against: &Scenario, problems: &mut Vec<Problem>) {
    if scenario.name == against.name {
        let why = "it is its own counterfactual";
        let allowed = "another scenario after --against";
        problems.push(misfit(scenario, why, allowed));
    }
    if (scenario.enterprises, scenario.seeds) != (first.enterprises, first.seeds) {
        let (own, other) = (size(scenario), size(first));
        let why = format!("{own}, but {} has {other}", first.name);
        let allowed = "one size for all; give --enterprises and --seeds";
        problems.push(misfit(scenario, &why, allowed));
    }
    if scenario.scheme != against.scheme {
        let why = format!("its sectors are not those of {}", against.name);
        let allowed = "the same \"sectors\" for all; give --set sectors=NAME";
        problems.push(misfit(scenario, &why, allowed));
    }
    let [own, other] = [scenario, against].map(|one| one.parameters.distance_decay);
    if own.to_bits() != other.to_bits() {
        let why = format!(
            "its network is drawn with distance_decay {own}, that of {} with {other}",
            against.name
        );
        let allowed = "one network for all; give --set distance_decay=NUMBER";
        problems.push(misfit(scenario, &why, allowed));
    }
}

fn size(scenario: &Scenario) -> String {
    let seeds = Language::English.seeds(scenario.seeds as usize);
    format!("{} rows and {seeds}", scenario.enterprises)
}

fn misfit(scenario: &Scenario, why: &str, allowed: &str) -> Problem {
    Problem {
        place: Place::whole(&scenario.name),
        path: String::new(),
        found: format!("{}: {why}", quote(&scenario.name)),
        allowed: allowed.to_owned(),
        nearest: None,
    }
}
