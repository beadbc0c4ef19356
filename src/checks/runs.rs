//! The runs that checks look at: history draw by draw, its twins and the finer engine, and the
//! programme that reaches the Ministry's target.

use super::network::NetworkFacts;
use super::watch::{Facts, WINDOWS, Watch, Window};
use crate::calibration::files::{DRAWS, shipped_posterior};
use crate::calibration::measure::Measured;
use crate::calibration::posterior::Posterior;
use crate::calibration::twin::{ALL_WEEKS, HISTORY, Twin};
use crate::data::{SectorScheme, Tables, gathered_tables, tables};
use crate::economy::{BuildPlan, Economy};
use crate::experiment::measures::Experiment;
use crate::experiment::{ExperimentPlan, Unwatched};
use crate::observed::{LAST_QUARTER, Series, series};
use crate::record::{Path, Records};
use crate::scenario::{self, Outlook, ParameterDraw, Scenario, Uncertainty, calibrated_draws};
use crate::week::Model;
use rayon::prelude::*;
use std::sync::Arc;

/// The programme whose linked enterprises are looked at: large enough for them to be many.
const PROGRAMME: &str = "integration_target";

/// Size of the runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Rows of an economy.
    pub enterprises: u32,
    /// Draws of parameters, each with an economy of its own.
    pub seeds: u32,
}

/// History under one draw.
pub(super) struct History {
    pub records: Records,
    pub path: Path,
    /// What the windows of `watch` found, in their order.
    pub windows: Vec<Facts>,
    pub network: NetworkFacts,
    /// The engine by quarters, and with 80 sectors.
    pub engine: Measured,
    pub fine: Measured,
    /// The twin with the parameters of the engine, and with its own, before the engine's were moved.
    pub twin: Measured,
    pub twin_of_posterior: Measured,
}

impl History {
    /// What a window found.
    pub(super) fn window(&self, window: Window) -> &Facts {
        let place = WINDOWS.iter().position(|known| *known == window);
        &self.windows[place.expect("checks ask about windows of the list")]
    }

    /// Weeks of the run that lie in a window.
    pub(super) fn weeks_of(&self, window: Window) -> Vec<i64> {
        let weeks = 1..self.records.weeks() as i64;
        weeks
            .filter(|&week| window.holds(self.path.monday(week)))
            .collect()
    }
}

/// All runs.
pub(super) struct Runs {
    pub tables: &'static Tables,
    /// Series of the engine, and places of the same ones with 80 sectors.
    pub series: Vec<Series>,
    pub series_of_fine: Vec<usize>,
    pub histories: Vec<History>,
    /// The programme against history, the same draws.
    pub programme: Experiment,
}

/// What all draws need.
struct Bench {
    plan: Plan,
    twin: Twin,
    posterior: Posterior,
    numbers: Vec<usize>,
}

impl Runs {
    /// Runs everything; `tell` hears of each step.
    ///
    /// # Errors
    /// When the threads of the experiment cannot be started.
    pub(super) fn new(plan: Plan, tell: &dyn Fn(&str)) -> Result<Runs, String> {
        let io30 = tables(SectorScheme::Io30);
        let bench = Bench {
            plan,
            twin: Twin::new(gathered_tables()),
            posterior: shipped_posterior(),
            numbers: numbers_of_draws(),
        };
        tell("history, its twins and 80 sectors");
        let seeds: Vec<u64> = (1..=u64::from(plan.seeds)).collect();
        let histories = seeds.par_iter().map(|&seed| bench.history(seed)).collect();
        tell("the programme that reaches the Ministry's target");
        let programme = experiment(plan)?;
        let own = series(io30);
        let fine = series(tables(SectorScheme::Io80));
        let place = |one: &Series| fine.iter().position(|other| other.name == one.name);
        Ok(Runs {
            tables: io30,
            series_of_fine: own
                .iter()
                .map(|one| place(one).expect("80 sectors have the series of 30"))
                .collect(),
            series: own,
            histories,
            programme,
        })
    }
}

impl Bench {
    fn history(&self, seed: u64) -> History {
        let all = calibrated_draws();
        let place = (seed as usize - 1) % all.len();
        let draw = &all[place];
        let io30 = tables(SectorScheme::Io30);
        let scenario = history_scenario(SectorScheme::Io30, draw);
        let path = Path::new(io30, &scenario.parameters).starting(scenario.start);
        let economy = Arc::new(self.economy(SectorScheme::Io30, seed));
        let mut watch = Watch::new(&economy);
        let mut model = Model::new(economy.clone(), Arc::new(scenario));
        while model.week() < ALL_WEEKS {
            model.step();
            watch.see(&model, &path);
        }
        let records = model.into_records().expect("the model keeps records");
        let own = self
            .posterior
            .parameter_draw(&self.twin, self.numbers[place], None);
        History {
            windows: watch.facts(&economy, &path),
            network: NetworkFacts::of(&economy),
            engine: Measured::new(&records, &path, &series(io30)),
            fine: self.fine(seed, draw),
            twin: self.twin_run(draw),
            twin_of_posterior: self.twin_run(&own),
            records,
            path,
        }
    }

    fn economy(&self, scheme: SectorScheme, seed: u64) -> Economy {
        let plan = BuildPlan::new(self.plan.enterprises as usize, seed);
        Economy::build(tables(scheme), &plan)
    }

    fn fine(&self, seed: u64, draw: &ParameterDraw) -> Measured {
        let engine = Twin::of(self.economy(SectorScheme::Io80, seed));
        engine.run(
            draw,
            engine.vintage(LAST_QUARTER, Outlook::Observed),
            LAST_QUARTER,
        )
    }

    fn twin_run(&self, draw: &ParameterDraw) -> Measured {
        let vintage = self.twin.vintage(LAST_QUARTER, Outlook::Observed);
        self.twin.run(draw, vintage, LAST_QUARTER)
    }
}

fn shipped(name: &str) -> Scenario {
    scenario::load(name).expect("the shipped scenario is valid")
}

fn history_scenario(scheme: SectorScheme, draw: &ParameterDraw) -> Scenario {
    let mut scenario = shipped(HISTORY);
    scenario.weeks = ALL_WEEKS;
    scenario.scheme = scheme;
    scenario.with_draw(draw)
}

fn experiment(plan: Plan) -> Result<Experiment, String> {
    let sized = |name: &str| {
        let mut scenario = shipped(name);
        scenario.enterprises = plan.enterprises;
        scenario.seeds = plan.seeds;
        scenario.uncertainty = Uncertainty::DrawnOnce;
        scenario
    };
    let policy = sized(PROGRAMME);
    let mut counterfactual = sized(HISTORY);
    counterfactual.weeks = policy.weeks;
    let plan = ExperimentPlan {
        counterfactual,
        policies: vec![policy],
        threads: None,
    };
    Ok(plan.run(&Unwatched)?.experiment)
}

/// Place in the posterior of each draw that scenarios run with.
fn numbers_of_draws() -> Vec<usize> {
    let file: serde_json::Value =
        serde_json::from_str(DRAWS.text).expect("draws.json is JSON: calibrated_draws reads it");
    let draws = file["draws"].as_array().expect("draws.json has draws");
    let number = |draw: &serde_json::Value| draw["draw"].as_u64().map(|number| number as usize);
    draws
        .iter()
        .map(|draw| number(draw).expect("a draw has its number"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_draw_that_scenarios_run_with_is_one_of_the_posterior() {
        let numbers = numbers_of_draws();
        assert_eq!(numbers.len(), calibrated_draws().len());
        let draws = shipped_posterior().draws.len();
        assert!(numbers.iter().all(|&number| number < draws));
    }
}
