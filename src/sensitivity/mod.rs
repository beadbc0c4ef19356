//! Model risk: how far the *effect of a policy* depends on what is not known.
//!
//! Four looks at one number, the effect of a programme on GDP: the assumptions that would make the
//! answer no; each parameter and each structural choice in its turn; all parameters at once; and
//! parameters against seeds. All variants run on the same economies with the same seeds, and each
//! changes the counterfactual as well as the programmes. What a study leaves out to be affordable
//! (`Depth`) it says, with the standard errors that follow.

mod answer;
mod bars;
mod depth;
mod hypercube;
mod json;
mod labels;
mod measured;
mod numbers;
mod regression;
mod runs;
mod table;
#[cfg(test)]
mod tests;
mod variance;
mod variant;
mod words;

pub use answer::{Answer, AnswerRow, Combination};
pub use bars::{Bar, BarKind, End};
pub use depth::Depth;
pub use hypercube::{Carrier, Global};
pub use json::json;
pub use measured::{Effect, Measured};
pub use table::text;
pub use variance::{Split, Splits};
pub use variant::ranged;
pub use words::sentences;

use crate::scenario::{Bilingual, ParameterInfo, Scenario};
use runs::Runs;

/// What is studied.
#[derive(Clone, Debug)]
pub struct Study {
    /// History without the programmes; its rows and seeds hold for all.
    pub counterfactual: Scenario,
    /// Programmes, at least one, with parameters at the centre like the counterfactual.
    pub programmes: Vec<Scenario>,
    /// The same scenarios in the finer scheme of sectors, if they can be read so.
    pub detailed: Option<(Scenario, Vec<Scenario>)>,
    /// How much is run.
    pub depth: Depth,
    /// Parameters that are moved, each with a range.
    pub parameters: Vec<&'static ParameterInfo>,
    /// Runs of the hypercube.
    pub hypercube: usize,
    /// Rows of the larger economies that the centre is checked on.
    pub large_rows: u32,
    /// Weeks that each programme has by itself; fewer may be run.
    pub own_weeks: Vec<u32>,
    /// Threads; `None`: one a core.
    pub threads: Option<usize>,
}

impl Study {
    /// The counterfactual and the programmes.
    fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.counterfactual).chain(&self.programmes)
    }

    /// Runs the study. Results do not depend on the number of threads.
    ///
    /// # Errors
    /// When the threads cannot be started: the system's words.
    pub fn run(&self, tell: &(dyn Fn(&str) + Sync)) -> Result<SensitivityReport, String> {
        let mut runs = Runs::new(self);
        let mut bars = bars::Wanted::new(&mut runs, self);
        let answer = answer::Wanted::new(&mut runs);
        let hypercube = hypercube::Wanted::new(&mut runs, self);
        let variance = variance::Wanted::new(&mut runs, self.depth.seeds_of_variance());
        runs.run(tell)?;
        bars.other_ends(&mut runs, self.programmes.len(), Depth::OTHER_ENDS);
        runs.run(tell)?;
        let of_programme = |(programme, scenario): (usize, &Scenario)| {
            let bars_found = bars.bars(&runs, programme);
            ProgrammeReport {
                scenario: scenario.name.clone(),
                title: scenario.title.clone(),
                own_weeks: self.own_weeks[programme],
                central: runs.measured(&bars.central, programme),
                large: runs.measured(&bars.large, programme),
                answer: answer.answer(&runs, programme),
                global: hypercube.global(&runs, programme, &bars_found),
                splits: variance.splits(&runs, programme),
                bars: bars_found,
            }
        };
        Ok(SensitivityReport {
            counterfactual: self.counterfactual.name.clone(),
            rows: runs.own_economy().families as u64,
            large_rows: self.large_rows,
            real_enterprises: runs.own_economy().real_enterprises,
            seeds: self.counterfactual.seeds,
            weeks: self.counterfactual.weeks,
            pairs: runs.count(),
            programmes: self
                .programmes
                .iter()
                .enumerate()
                .map(of_programme)
                .collect(),
        })
    }
}

/// What a study found.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityReport {
    /// The scenario all programmes are compared with.
    pub counterfactual: String,
    /// Rows of the economies.
    pub rows: u64,
    /// Rows of the larger economies that the centre is checked on.
    pub large_rows: u32,
    /// Enterprises that the rows stand for.
    pub real_enterprises: u64,
    /// Seeds of each variant.
    pub seeds: u32,
    /// Weeks that were run at most.
    pub weeks: u32,
    /// Variants times seeds that were run.
    pub pairs: usize,
    /// Each programme.
    pub programmes: Vec<ProgrammeReport>,
}

/// What a study found of one programme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgrammeReport {
    /// Scenario.
    pub scenario: String,
    /// Its title.
    pub title: Bilingual,
    /// Weeks that it has by itself, when none are given.
    pub own_weeks: u32,
    /// The effect with everything at the centre.
    pub central: Measured,
    /// The same on the larger economies.
    pub large: Measured,
    /// What would make the answer no.
    pub answer: Answer,
    /// One at a time, the longest bar first.
    pub bars: Vec<Bar>,
    /// All at once.
    pub global: Global,
    /// Parameters against seeds.
    pub splits: Splits,
}

impl ProgrammeReport {
    /// Standard error of the central effect on GDP by who trades with whom, percent.
    #[must_use]
    pub fn error_of_centre(&self) -> f64 {
        self.splits.gdp_percent.seed_deviation / (self.central.seeds.len() as f64).sqrt()
    }

    /// Standard error of the change that a bar shows, points of GDP.
    #[must_use]
    pub fn error_of_change(&self) -> f64 {
        self.splits.gdp_percent.change_deviation / (self.central.seeds.len() as f64).sqrt()
    }

    /// Standard error of a change of rows or sectors, points of GDP: other rows are other economies,
    /// so that nothing of the seeds cancels.
    #[must_use]
    pub fn error_of_size(&self) -> f64 {
        std::f64::consts::SQRT_2 * self.error_of_centre()
    }

    /// Ends of ranges that were run, and all that there are.
    #[must_use]
    pub fn ends(&self) -> (usize, usize) {
        let parameters = self.bars.iter();
        let parameters = parameters.filter(|bar| bar.kind == BarKind::Parameter);
        parameters.fold((0, 0), |(run, all), bar| {
            let left = usize::from(bar.not_run.is_some());
            (run + bar.ends.len(), all + bar.ends.len() + left)
        })
    }
}
