//! Experiments on economies that were built before: many variants of a scenario on one economy.

use super::measures::Experiment;
use super::{ExperimentPlan, Unwatched};
use crate::economy::Economy;
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

impl ExperimentPlan {
    /// Runs all scenarios on the economy of one seed, built by [`ExperimentPlan::economy`] of a plan
    /// with the same rows, sectors and ventures.
    ///
    /// # Panics
    /// Never: nothing stops a run that nobody watches.
    #[must_use]
    pub fn run_on(&self, economy: &Arc<Economy>) -> Experiment {
        let (done, cancelled) = (AtomicU64::new(0), AtomicBool::new(false));
        let records = self.run_economy(economy, &Unwatched, &done, &cancelled);
        self.gather(vec![records.expect("nobody stops it")])
    }
}

/// What `work` makes of 0, 1, ... `count` - 1, in that order, spread over threads (`None`: one a
/// core).
///
/// # Errors
/// When the threads cannot be started: the system's words.
pub fn in_order<T: Send>(
    threads: Option<usize>,
    count: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Result<Vec<T>, String> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build()
        .map_err(|error| format!("the threads could not be started: {error}"))?;
    let results = pool.install(|| {
        let all = (0..count).into_par_iter().with_max_len(1);
        all.map(&work).collect()
    });
    Ok(results)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;

    #[test]
    fn an_economy_that_was_built_before_gives_the_same_run() {
        let scenario = |name| {
            let mut scenario = scenario::load(name).unwrap();
            scenario.weeks = 12;
            scenario.seeds = 1;
            scenario.enterprises = 4_500;
            scenario
        };
        let plan = ExperimentPlan {
            counterfactual: scenario("test_small"),
            policies: vec![scenario("test_programme")],
            threads: Some(1),
        };
        let usual = plan.run(&Unwatched).unwrap().experiment;
        let economy = Arc::new(plan.economy(1));
        for _ in 0..2 {
            let again = plan.run_on(&economy);
            for (a, b) in usual.runs().zip(again.runs()) {
                assert!(a.records == b.records && a.leontief_percent == b.leontief_percent);
            }
        }
    }

    #[test]
    fn results_stand_in_the_order_of_the_work() {
        let squares = in_order(Some(3), 5, |n| n * n).unwrap();
        assert_eq!(squares, [0, 1, 4, 9, 16]);
    }
}
