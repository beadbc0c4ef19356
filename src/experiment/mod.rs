//! Experiments: scenarios against a counterfactual, over seeds, in parallel.
//!
//! A seed draws one economy, and all scenarios of an experiment run on it with common random
//! numbers. A policy run forks from the counterfactual's state at the first week in which their
//! levers differ: the same bytes as a run from week 0, at less cost. Where parameters are drawn,
//! a seed has its draw, the same in all scenarios. Seeds are spread over threads; results come in
//! the order of seeds.

pub mod effects;
mod fork;
mod leontief;
pub mod measures;
mod on_economy;

pub use on_economy::in_order;

use crate::data::tables;
use crate::economy::{BuildPlan, Economy, VentureSite};
use crate::policy::Action;
use crate::record::{Path, Records};
use crate::scenario::{self, Scenario};
use crate::week::Model;
use measures::{EnsembleRun, Experiment, ScenarioInfo};
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What is to be run.
#[derive(Clone, Debug)]
pub struct ExperimentPlan {
    /// History without the programme.
    pub counterfactual: Scenario,
    /// What is compared with it, may be empty.
    pub policies: Vec<Scenario>,
    /// Threads of the pool; `None`: one a core.
    pub threads: Option<usize>,
}

/// Watches a running experiment.
pub trait Watch: Sync {
    /// Told after every simulated week of any run: weeks done and weeks in all.
    fn progress(&self, done: u64, all: u64);
    /// Whether to stop; finished seeds are kept.
    fn stopped(&self) -> bool;
}

/// A watch that does nothing.
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _done: u64, _all: u64) {}

    fn stopped(&self) -> bool {
        false
    }
}

/// The outcome of an experiment.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Runs of the finished seeds.
    pub experiment: Experiment,
    /// All seeds were finished.
    pub complete: bool,
}

impl ExperimentPlan {
    /// The scenarios, the counterfactual first.
    pub fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.counterfactual).chain(&self.policies)
    }

    /// Threads that will be used.
    #[must_use]
    pub fn threads(&self) -> usize {
        let seeds = self.counterfactual.seeds as usize;
        let wanted = self.threads.unwrap_or_else(|| {
            std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
        });
        wanted.min(seeds).max(1)
    }

    /// Runs all seeds.
    ///
    /// # Errors
    /// When the threads cannot be started: the system's words.
    pub fn run(&self, watch: &dyn Watch) -> Result<Outcome, String> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads())
            .build()
            .map_err(|error| format!("the threads could not be started: {error}"))?;
        let done = AtomicU64::new(0);
        let cancelled = AtomicBool::new(false);
        let seeds: Vec<u64> = (1..=u64::from(self.counterfactual.seeds)).collect();
        let runs: Vec<Option<Vec<Records>>> = pool.install(|| {
            seeds
                .par_iter()
                .map(|&seed| self.run_seed(seed, watch, &done, &cancelled))
                .collect()
        });
        let finished: Vec<Vec<Records>> = runs.into_iter().flatten().collect();
        let complete = finished.len() == seeds.len();
        Ok(Outcome {
            experiment: self.gather(finished),
            complete,
        })
    }

    /// All scenarios of one seed, the counterfactual first; `None` when stopped.
    fn run_seed(
        &self,
        seed: u64,
        watch: &dyn Watch,
        done: &AtomicU64,
        cancelled: &AtomicBool,
    ) -> Option<Vec<Records>> {
        self.run_economy(&Arc::new(self.economy(seed)), watch, done, cancelled)
    }

    /// The same on an economy that is there.
    fn run_economy(
        &self,
        economy: &Arc<Economy>,
        watch: &dyn Watch,
        done: &AtomicU64,
        cancelled: &AtomicBool,
    ) -> Option<Vec<Records>> {
        let seed = economy.plan.seed;
        let base = Arc::new(self.counterfactual.of_seed(seed));
        let all = self.weeks_in_all();
        let advance = |model: &mut Model, until: u32| -> Option<()> {
            while model.week() < until {
                if cancelled.load(Ordering::Relaxed) || watch.stopped() {
                    cancelled.store(true, Ordering::Relaxed);
                    return None;
                }
                model.step();
                watch.progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            }
            Some(())
        };
        let mut model = Model::new(economy.clone(), base);
        let mut records: Vec<Option<Records>> = vec![None; self.policies.len()];
        for (place, at) in self.forks() {
            let scenario = Arc::new(self.policies[place].of_seed(seed));
            let mut policy = match at {
                Some(week) => {
                    advance(&mut model, week)?;
                    model.fork(scenario)
                }
                None => Model::new(economy.clone(), scenario),
            };
            advance(&mut policy, self.policies[place].weeks)?;
            records[place] = policy.into_records();
        }
        advance(&mut model, self.counterfactual.weeks)?;
        let mut result = vec![model.into_records()?];
        for run in records {
            result.push(run?);
        }
        Some(result)
    }

    /// Policies in the order of their forks: index and week, or `None` when they share no past.
    fn forks(&self) -> Vec<(usize, Option<u32>)> {
        let mut forks: Vec<(usize, Option<u32>)> = self
            .policies
            .iter()
            .map(|policy| fork::week(&self.counterfactual, policy))
            .enumerate()
            .collect();
        forks.sort_by_key(|&(place, week)| (week.unwrap_or(0), place));
        forks
    }

    fn weeks_in_all(&self) -> u64 {
        let shared = |(place, week): (usize, Option<u32>)| {
            u64::from(self.policies[place].weeks.saturating_sub(week.unwrap_or(0)))
        };
        let a_seed = u64::from(self.counterfactual.weeks)
            + self.forks().into_iter().map(shared).sum::<u64>();
        a_seed * u64::from(self.counterfactual.seeds)
    }

    /// The economy of a seed; every venture of any scenario has its row. Trade decays with distance as
    /// in the counterfactual.
    #[must_use]
    pub fn economy(&self, seed: u64) -> Economy {
        let ventures = self
            .scenarios()
            .flat_map(|scenario| &scenario.policies)
            .filter_map(|instrument| match instrument.action {
                Action::Venture {
                    sector, province, ..
                } => Some(VentureSite { sector, province }),
                _ => None,
            })
            .collect();
        let plan = BuildPlan {
            rows: self.counterfactual.enterprises as usize,
            seed,
            ventures,
            distance_decay: self.counterfactual.parameters.distance_decay,
        };
        Economy::build(tables(self.counterfactual.scheme), &plan)
    }

    fn gather(&self, seeds: Vec<Vec<Records>>) -> Experiment {
        let tables = tables(self.counterfactual.scheme);
        let mut runs: Vec<Vec<Records>> = self.scenarios().map(|_| Vec::new()).collect();
        for seed in seeds {
            for (scenario, records) in runs.iter_mut().zip(seed) {
                scenario.push(records);
            }
        }
        let mut ensembles = self.scenarios().zip(runs).map(|(scenario, records)| {
            let leontief_percent = records
                .iter()
                .map(|run| leontief::estimate(tables, run))
                .collect();
            EnsembleRun {
                info: ScenarioInfo::new(scenario, scenario::fingerprint(scenario)),
                path: Path::new(tables, &scenario.parameters).starting(scenario.start),
                records,
                leontief_percent,
            }
        });
        let counterfactual = ensembles.next().expect("there is a counterfactual");
        let policies = ensembles.collect();
        Experiment {
            tables,
            counterfactual,
            policies,
        }
    }
}
