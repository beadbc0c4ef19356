//! The runs of a study: each variant once a seed, on economies that are built once, and those that
//! share a counterfactual in one bundle.

use super::Study;
use super::measured::{Effect, Measured};
use super::variant::{Change, Size, Variant, knows_no_programme};
use crate::economy::Economy;
use crate::experiment::effects::Effects;
use crate::experiment::{ExperimentPlan, in_order};
use crate::scenario::Scenario;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How often progress is told.
const TOLD: usize = 20;
/// Most variants that share one run of their counterfactual: more would leave threads idle at the
/// end.
const BUNDLED: usize = 12;

/// A variant with a seed.
#[derive(Clone, Debug, PartialEq)]
struct Job {
    variant: Variant,
    seed: u64,
}

/// Jobs whose counterfactuals are the same bits: it is run once for all.
#[derive(Clone, Debug, PartialEq)]
struct Bundle {
    counterfactual: Variant,
    seed: u64,
    jobs: Vec<usize>,
}

/// What is to be run and what was run, without repetition.
pub(crate) struct Runs<'a> {
    study: &'a Study,
    jobs: Vec<Job>,
    /// Effects of the jobs that were run, `[job][programme]`.
    effects: Vec<Vec<Effect>>,
    economies: Economies,
}

/// Places of the runs of one variant, by seed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Places(Vec<usize>);

type Economies = BTreeMap<Built, Arc<Economy>>;

/// What tells economies apart: size, seed, and the bits of the decay of trade with distance.
type Built = (Size, u64, u64);

impl<'a> Runs<'a> {
    /// None yet.
    pub(crate) fn new(study: &'a Study) -> Runs<'a> {
        Runs {
            study,
            jobs: Vec::new(),
            effects: Vec::new(),
            economies: BTreeMap::new(),
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

    /// Effects of a programme in a variant that was run.
    pub(crate) fn measured(&self, places: &Places, programme: usize) -> Measured {
        let seeds = places.0.iter();
        Measured {
            seeds: seeds.map(|&run| self.effects[run][programme]).collect(),
        }
    }

    /// An economy of the size of the study.
    ///
    /// # Panics
    /// Before anything of that size was run.
    pub(crate) fn own_economy(&self) -> &Economy {
        &self.economies[&self.built(&Variant::of(Vec::new()), 1)]
    }

    /// Runs what is wanted and was not run yet, the largest economies and bundles first; the order,
    /// the bundles and the threads change no bit.
    pub(crate) fn run(&mut self, tell: &(dyn Fn(&str) + Sync)) -> Result<(), String> {
        self.build(tell)?;
        let (first, all) = (self.effects.len(), self.jobs.len());
        let bundles = self.bundles(first);
        let done = AtomicUsize::new(first);
        let work = |place: usize| {
            let bundle = &bundles[place];
            let effects = self.effects_of(bundle);
            let before = done.fetch_add(bundle.jobs.len(), Ordering::Relaxed);
            let now = before + bundle.jobs.len();
            if now * TOLD / all > before * TOLD / all {
                tell(&format!("{now} of {all} pairs of runs"));
            }
            effects
        };
        let found = in_order(self.study.threads, bundles.len(), work)?;
        self.effects.resize(all, Vec::new());
        for (bundle, effects) in bundles.iter().zip(found) {
            for (&job, effects) in bundle.jobs.iter().zip(effects) {
                self.effects[job] = effects;
            }
        }
        let (size, _, decay) = self.built(&Variant::of(Vec::new()), 1);
        self.economies
            .retain(|built, _| (built.0, built.2) == (size, decay));
        Ok(())
    }

    /// Jobs from this one on, those together that share a counterfactual.
    fn bundles(&self, first: usize) -> Vec<Bundle> {
        let apart = knows_no_programme(&self.study.counterfactual);
        let mut bundles: Vec<Bundle> = Vec::new();
        for (place, job) in self.jobs.iter().enumerate().skip(first) {
            let mut counterfactual = job.variant.clone();
            if apart {
                counterfactual
                    .changes
                    .retain(|change| !change.is_of_programmes());
            }
            let fits = |bundle: &&mut Bundle| {
                bundle.jobs.len() < BUNDLED
                    && bundle.seed == job.seed
                    && bundle.counterfactual == counterfactual
            };
            match bundles.iter_mut().find(fits) {
                Some(bundle) => bundle.jobs.push(place),
                None => bundles.push(Bundle {
                    counterfactual,
                    seed: job.seed,
                    jobs: vec![place],
                }),
            }
        }
        for bundle in &mut bundles {
            // Alone, the counterfactual takes all changes, so that the programme may leave it late.
            if let [job] = bundle.jobs[..] {
                bundle.counterfactual = self.jobs[job].variant.clone();
            }
        }
        let cost = |bundle: &Bundle| (bundle.counterfactual.size, bundle.jobs.len());
        bundles.sort_by_key(|bundle| std::cmp::Reverse(cost(bundle)));
        bundles
    }

    /// Builds every economy that a job needs and is not there.
    fn build(&mut self, tell: &(dyn Fn(&str) + Sync)) -> Result<(), String> {
        let jobs = self.jobs.iter().skip(self.effects.len());
        let wanted = jobs.map(|job| (self.built(&job.variant, job.seed), &job.variant));
        let mut wanted: BTreeMap<Built, &Variant> = wanted.collect();
        wanted.retain(|built, _| !self.economies.contains_key(built));
        if wanted.is_empty() {
            return Ok(());
        }
        tell(&format!("building {} economies", wanted.len()));
        let wanted: Vec<(Built, &Variant)> = wanted.into_iter().collect();
        let build = |place: usize| {
            let ((size, seed, _), variant) = wanted[place];
            let (counterfactual, programmes) = self.scenarios(size);
            let counterfactual = variant.applied(counterfactual);
            let plan = self.plan(size, counterfactual, programmes.to_vec());
            Arc::new(plan.economy(seed))
        };
        let economies = in_order(self.study.threads, wanted.len(), build)?;
        let built: Vec<Built> = wanted.iter().map(|(built, _)| *built).collect();
        self.economies.extend(built.into_iter().zip(economies));
        Ok(())
    }

    /// The economy that a variant runs on.
    fn built(&self, variant: &Variant, seed: u64) -> Built {
        let counterfactual = variant.applied(self.scenarios(variant.size).0);
        let decay = counterfactual.parameters.distance_decay;
        (variant.size, seed, decay.to_bits())
    }

    /// Counterfactual and programmes in the scheme of sectors of a size.
    fn scenarios(&self, size: Size) -> (&Scenario, &[Scenario]) {
        match size {
            Size::Own | Size::Rows(_) => (&self.study.counterfactual, &self.study.programmes),
            Size::Detailed(_) => {
                let detailed = self.study.detailed.as_ref();
                let (against, programmes) = detailed.expect("wanted only where it was read");
                (against, programmes)
            }
        }
    }

    fn plan(
        &self,
        size: Size,
        counterfactual: Scenario,
        programmes: Vec<Scenario>,
    ) -> ExperimentPlan {
        let rows = match size {
            Size::Own => self.study.counterfactual.enterprises,
            Size::Rows(rows) | Size::Detailed(rows) => rows,
        };
        let sized = |scenario: Scenario| Scenario {
            enterprises: rows,
            ..scenario
        };
        ExperimentPlan {
            counterfactual: sized(counterfactual),
            policies: programmes.into_iter().map(sized).collect(),
            threads: Some(1),
        }
    }

    /// Effects of a bundle, `[job][programme]`.
    fn effects_of(&self, bundle: &Bundle) -> Vec<Vec<Effect>> {
        let size = bundle.counterfactual.size;
        let (counterfactual, programmes) = self.scenarios(size);
        let variants = bundle.jobs.iter().map(|&job| &self.jobs[job].variant);
        let policies =
            variants.flat_map(|variant| programmes.iter().map(|one| variant.applied(one)));
        let plan = self.plan(
            size,
            bundle.counterfactual.applied(counterfactual),
            policies.collect(),
        );
        let built = self.built(&bundle.counterfactual, bundle.seed);
        let experiment = plan.run_on(&self.economies[&built]);
        let effects = Effects::of(&experiment);
        let effects: Vec<Effect> = effects.policies.iter().map(Effect::of).collect();
        let by_job = effects.chunks(programmes.len());
        by_job.map(<[Effect]>::to_vec).collect()
    }
}

/// The change of one parameter.
pub(crate) fn parameter(key: &'static str, value: f64) -> Variant {
    Variant::of(vec![Change::Parameter(key, value)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::tests::small_study;

    fn ran(study: &Study, variants: &[Variant]) -> Vec<Measured> {
        let mut runs = Runs::new(study);
        let places: Vec<Places> = variants.iter().map(|one| runs.want(one.clone())).collect();
        runs.run(&|_| {}).unwrap();
        places
            .iter()
            .map(|places| runs.measured(places, 0))
            .collect()
    }

    #[test]
    fn variants_that_share_a_counterfactual_have_the_effects_that_they_have_alone() {
        let study = small_study(20);
        let variants = [
            Variant::of(Vec::new()),
            parameter("deadweight", 0.8),
            parameter("import_substitutability", 2.0),
            parameter("anchor", 0.5),
            Variant::of(vec![
                Change::Parameter("anchor", 0.5),
                Change::Parameter("deadweight", 0.3),
            ]),
        ];
        let mut runs = Runs::new(&study);
        for variant in &variants {
            runs.want(variant.clone());
        }
        let together = runs.bundles(0).len();
        assert_eq!(
            together, 2,
            "one with the anchor at the centre, one without"
        );
        let bundled = ran(&study, &variants);
        for (variant, bundled) in variants.iter().zip(&bundled) {
            let alone = ran(&study, std::slice::from_ref(variant));
            assert_eq!(alone[0], *bundled, "{variant:?}");
        }
        assert_ne!(bundled[0], bundled[1], "the changes change something");
    }

    #[test]
    fn a_second_round_runs_only_what_is_new() {
        let study = small_study(8);
        let mut runs = Runs::new(&study);
        let centre = runs.want(Variant::of(Vec::new()));
        runs.run(&|_| {}).unwrap();
        let before = runs.measured(&centre, 0);
        assert_eq!(runs.want(Variant::of(Vec::new())), centre);
        let moved = runs.want(parameter("anchor", 0.5));
        assert_eq!((runs.count(), runs.bundles(1).len()), (2, 1));
        runs.run(&|_| {}).unwrap();
        assert_eq!(runs.measured(&centre, 0), before);
        assert_eq!(runs.measured(&moved, 0).seeds.len(), 1);
    }
}
