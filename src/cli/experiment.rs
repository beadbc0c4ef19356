//! `pulih run`: from a checked request to results on disk and the table of the answer.

use super::places::make_folder;
use super::run::{DEFAULT_SCENARIOS, RunRequest};
use super::{Outcome, comparability};
use crate::data;
use crate::experiment::effects::Effects;
use crate::experiment::measures::{Experiment, ScenarioInfo};
use crate::experiment::{self, ExperimentPlan, Watch};
use crate::report::{
    Language, Overwrite, ReportError, ResultPlan, Results, Stamp, TableFormat, Written, rows_note,
    table,
};
use crate::scenario;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

/// Name of the results of the default experiment.
const DEFAULT_NAME: &str = "default";

/// Runs the experiment and writes its results.
#[must_use]
pub(super) fn execute(request: RunRequest) -> Outcome {
    let start = Instant::now();
    let plan = plan(&request);
    for warning in comparability::warnings(&plan) {
        eprintln!("{warning}");
    }
    let stopped = Arc::new(AtomicBool::new(false));
    let flag = stopped.clone();
    // A second run in one process (tests) finds the handler in place already.
    let _ = ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed));
    if let Err(refusal) = make_folder("--out", &request.out) {
        return refusal.into();
    }
    let results = match Results::begin(result_plan(&request, &plan)) {
        Ok(results) => results,
        Err(error) => return refused_or_failed(error),
    };
    let watch = Progress::new(&request, stopped);
    let outcome = match plan.run(&watch) {
        Ok(outcome) => outcome,
        Err(why) => return Outcome::Failed(why),
    };
    watch.finish();
    match write(results, &outcome, start) {
        Ok((written, text)) => {
            if !request.quiet {
                report_end(&written, &outcome, &request, start);
            }
            if outcome.complete {
                Outcome::Done(if request.quiet { String::new() } else { text })
            } else {
                Outcome::Interrupted
            }
        }
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// The counterfactual and what is compared with it: without `--against` the first scenario.
fn plan(request: &RunRequest) -> ExperimentPlan {
    let mut scenarios = request.scenarios.clone();
    let counterfactual = match &request.against {
        Some(against) => against.clone(),
        None => scenarios.remove(0),
    };
    scenarios.retain(|scenario| scenario.name != counterfactual.name);
    ExperimentPlan {
        counterfactual,
        policies: scenarios,
        threads: request.threads,
    }
}

fn result_plan(request: &RunRequest, plan: &ExperimentPlan) -> ResultPlan {
    let info = |scenario| ScenarioInfo::new(scenario, scenario::fingerprint(scenario));
    ResultPlan {
        output: request.out.clone(),
        name: name(request),
        format: if request.csv {
            TableFormat::Csv
        } else {
            TableFormat::default()
        },
        overwrite: if request.force {
            Overwrite::Anything
        } else {
            Overwrite::SameScenario
        },
        stamp: Stamp {
            scenarios: plan.scenarios().map(info).collect(),
            data_hash: data::hash(),
            command_line: request.command_line.clone(),
            threads: plan.threads(),
        },
        tables: data::tables(plan.counterfactual.scheme),
    }
}

/// Name of the folder of results.
fn name(request: &RunRequest) -> String {
    let names: Vec<&str> = request.scenarios.iter().map(|s| s.name.as_str()).collect();
    if names == DEFAULT_SCENARIOS {
        DEFAULT_NAME.to_owned()
    } else {
        names.join("+")
    }
}

fn refused_or_failed(error: ReportError) -> Outcome {
    if error.is_refusal() {
        Outcome::Refused(error.to_string())
    } else {
        Outcome::Failed(error.to_string())
    }
}

/// Writes the long tables run by run, then all that is computed from them.
fn write(
    mut results: Results,
    outcome: &experiment::Outcome,
    start: Instant,
) -> Result<(Written, String), ReportError> {
    let experiment: &Experiment = &outcome.experiment;
    for run in experiment.runs() {
        for records in &run.records {
            results.append(&run.info, &run.path, records)?;
        }
    }
    let seconds = || start.elapsed().as_secs_f64();
    if !outcome.complete {
        return Ok((results.interrupt(seconds())?, String::new()));
    }
    let effects = Effects::of(experiment);
    let text = table(experiment, &effects, Language::English);
    Ok((results.finish(experiment, &effects, seconds())?, text))
}

fn report_end(
    written: &Written,
    outcome: &experiment::Outcome,
    request: &RunRequest,
    start: Instant,
) {
    let finished = outcome.experiment.counterfactual.records.len();
    if !outcome.complete {
        report_interrupt(written, finished, request);
        return;
    }
    let seeds = Language::English.seeds(finished);
    let seconds = start.elapsed().as_secs_f64();
    let folder = written.folder.display();
    eprintln!(
        "wrote {} files to {folder}: {seeds} in {seconds:.1} s",
        written.files.len()
    );
    if let Some(note) = rows_note(&outcome.experiment, Language::English) {
        eprintln!("{note}");
    }
    eprintln!("again with: {}", request.command_line);
    if outcome.experiment.policies.is_empty() {
        eprintln!("compared with nothing; to see an effect add --against covid19");
    }
}

/// What an interrupted run leaves, and how to go on.
fn report_interrupt(written: &Written, finished: usize, request: &RunRequest) {
    let folder = written.folder.display();
    let all = request.scenarios.first().map_or(0, |first| first.seeds);
    match finished {
        0 => eprintln!("no seed of {all} was finished; {folder} holds no run"),
        _ => eprintln!(
            "{finished} of {all} seeds were finished: their series and accounts are in {folder}, without summary, effects, charts and briefing"
        ),
    }
    eprintln!(
        "a run is not taken up where it stopped; from the start, in place of that folder: {}",
        request.command_line
    );
    if finished > 0 {
        eprintln!("a whole answer from fewer seeds: the same with --seeds {finished} --force");
    }
}

/// One line on a terminal: weeks done, rate, time left.
struct Progress {
    start: Instant,
    shown: AtomicU64,
    stopped: Arc<AtomicBool>,
    visible: bool,
}

/// Time between two updates of the line, milliseconds.
const UPDATE_MILLISECONDS: u64 = 200;

impl Progress {
    fn new(request: &RunRequest, stopped: Arc<AtomicBool>) -> Progress {
        let visible = !request.quiet && std::io::stderr().is_terminal();
        Progress {
            start: Instant::now(),
            shown: AtomicU64::new(0),
            stopped,
            visible,
        }
    }

    fn finish(&self) {
        if self.visible {
            eprint!("\r\x1b[2K");
        }
    }
}

impl Watch for Progress {
    fn progress(&self, done: u64, all: u64) {
        if !self.visible {
            return;
        }
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        let last = self.shown.load(Ordering::Relaxed);
        let due = now >= last + UPDATE_MILLISECONDS || done == all;
        let won = self
            .shown
            .compare_exchange(last, now, Ordering::Relaxed, Ordering::Relaxed);
        if !due || won.is_err() {
            return;
        }
        let rate = done as f64 / (now.max(1) as f64 / 1000.0);
        let left = (all - done) as f64 / rate;
        let percent = 100.0 * done as f64 / all as f64;
        eprint!(
            "\r\x1b[2K{percent:3.0}%  {done} of {all} weeks, {rate:.0} a second, {left:.0} s left"
        );
        // The line is talk: a terminal that has gone away is no failure.
        let _ = std::io::stderr().flush();
    }

    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
