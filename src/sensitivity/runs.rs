//! The runs of a study: each variant once a seed, on economies that are built once.

use super::Study;
use super::measured::{Effect, Measured};
use super::variant::{Size, Variant};
use crate::economy::Economy;
use crate::experiment::effects::Effects;
use crate::experiment::{ExperimentPlan, in_order};
use crate::scenario::Scenario;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How often progress is told.
const TOLD: usize = 20;

/// A variant with a seed.
#[derive(Clone, Debug, PartialEq)]
struct Job {
    variant: Variant,
    seed: u64,
}

/// What is to be run, without repetition.
pub(crate) struct Runs<'a> {
    study: &'a Study,
    jobs: Vec<Job>,
}

/// Places of the runs of one variant, by seed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Places(Vec<usize>);

/// Effects of all runs, `[run][programme]`.
pub(crate) struct Done {
    effects: Vec<Vec<Effect>>,
    /// Rows of the economies at the size of the study, contract rows not counted.
    pub(crate) rows: u64,
    /// Enterprises that they stand for.
    pub(crate) real_enterprises: u64,
}

impl Done {
    /// Effects of a programme in a variant.
    pub(crate) fn measured(&self, places: &Places, programme: usize) -> Measured {
        let seeds = places.0.iter();
        Measured {
            seeds: seeds.map(|&run| self.effects[run][programme]).collect(),
        }
    }
}

type Economies = BTreeMap<(Size, u64), Arc<Economy>>;

impl<'a> Runs<'a> {
    /// None yet.
    pub(crate) fn new(study: &'a Study) -> Runs<'a> {
        Runs {
            study,
            jobs: Vec::new(),
        }
    }

    /// Wants a variant with the seeds of the study.
    pub(crate) fn want(&mut self, variant: Variant) -> Places {
        let seeds = u64::from(self.study.counterfactual.seeds);
        self.want_seeds(variant, 1..=seeds)
    }

    /// Wants a variant with these seeds; what changes nothing is left out, what is wanted already is
    /// not run again.
    pub(crate) fn want_seeds(
        &mut self,
        mut variant: Variant,
        seeds: impl IntoIterator<Item = u64>,
    ) -> Places {
        let study = self.study;
        variant
            .changes
            .retain(|change| study.scenarios().any(|one| !change.is_none(one)));
        let mut places = Vec::new();
        for seed in seeds {
            let job = Job {
                variant: variant.clone(),
                seed,
            };
            let known = self.jobs.iter().position(|known| *known == job);
            places.push(known.unwrap_or(self.jobs.len()));
            if known.is_none() {
                self.jobs.push(job);
            }
        }
        Places(places)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.jobs.len()
    }

    /// Runs all, the largest economies first; the order and the threads change no bit.
    pub(crate) fn run(&self, tell: &(dyn Fn(&str) + Sync)) -> Result<Done, String> {
        let economies = self.economies(tell)?;
        let mut order: Vec<usize> = (0..self.jobs.len()).collect();
        order.sort_by_key(|&run| std::cmp::Reverse(self.jobs[run].variant.size));
        let (all, done) = (order.len(), AtomicUsize::new(0));
        let work = |place: usize| {
            let job = &self.jobs[order[place]];
            let effects = self.effects(job, &economies[&(job.variant.size, job.seed)]);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if done * TOLD / all > (done - 1) * TOLD / all {
                tell(&format!("{done} of {all} pairs of runs"));
            }
            effects
        };
        let ordered = in_order(self.study.threads, all, work)?;
        let mut effects = vec![Vec::new(); all];
        for (run, found) in order.into_iter().zip(ordered) {
            effects[run] = found;
        }
        let own = economies.get(&(Size::Own, 1));
        let own = own.ok_or("no run has the size of the study")?;
        Ok(Done {
            effects,
            rows: own.families as u64,
            real_enterprises: own.real_enterprises,
        })
    }

    /// Every economy that a run needs.
    fn economies(&self, tell: &(dyn Fn(&str) + Sync)) -> Result<Economies, String> {
        let keys = self
            .jobs
            .iter()
            .map(|job| ((job.variant.size, job.seed), ()));
        let keys: Vec<(Size, u64)> = keys.collect::<BTreeMap<_, _>>().into_keys().collect();
        tell(&format!("building {} economies", keys.len()));
        let build = |place: usize| {
            let (size, seed) = keys[place];
            Arc::new(
                self.plan(&Variant {
                    changes: Vec::new(),
                    size,
                })
                .economy(seed),
            )
        };
        let built = in_order(self.study.threads, keys.len(), build)?;
        Ok(keys.iter().copied().zip(built).collect())
    }

    /// Counterfactual and programmes of a variant.
    fn plan(&self, variant: &Variant) -> ExperimentPlan {
        let own = (&self.study.counterfactual, &self.study.programmes);
        let detailed = self.study.detailed.as_ref();
        let ((counterfactual, programmes), rows) = match variant.size {
            Size::Own => (own, self.study.counterfactual.enterprises),
            Size::Rows(rows) => (own, rows),
            Size::Detailed(rows) => {
                let detailed = detailed.map(|(against, programmes)| (against, programmes));
                (detailed.expect("wanted only where it was read"), rows)
            }
        };
        let sized = |scenario: &Scenario| Scenario {
            enterprises: rows,
            ..variant.applied(scenario)
        };
        ExperimentPlan {
            counterfactual: sized(counterfactual),
            policies: programmes.iter().map(sized).collect(),
            threads: Some(1),
        }
    }

    fn effects(&self, job: &Job, economy: &Arc<Economy>) -> Vec<Effect> {
        let experiment = self.plan(&job.variant).run_on(economy);
        let effects = Effects::of(&experiment);
        effects.policies.iter().map(Effect::of).collect()
    }
}
