//! What is measured of one run: section 9 of the model.
//!
//! Growth is model over model; 2020 is compared with 2019 at its path. Levels are billion rupiah
//! at 2010 prices at the path of trend growth.

mod distribution;
mod growth;
mod regain;

pub use distribution::{Better, Distribution, RUNS_OF_90_PERCENT, RunValue, median_with_missing};
pub use growth::{GrowthOf, QuarterLevels, yearly_growth_percent};

use crate::data::{SectorScheme, Tables, tables};
use crate::economy::WEEKS_PER_YEAR;
use crate::policy::Instrument;
use crate::record::{MEAN_WEEKS, NationalSeries, Path, Records, mean_13_weeks, recorded};
use crate::scenario::{Bilingual, Scenario, Uncertainty};

/// Share of the path from which the trend counts as regained.
const TREND_REGAINED: f64 = 0.99;
/// Week at which contracts are counted besides the end of the run.
pub const CONTRACT_WEEK: i64 = 156;

/// What results say about a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioInfo {
    /// Name.
    pub name: String,
    /// Title.
    pub title: Bilingual,
    /// The question it answers.
    pub question: Bilingual,
    /// Where its figures are from.
    pub sources: Vec<String>,
    /// Hash of the scenario.
    pub fingerprint: String,
    /// Level of detail of the sectors.
    pub scheme: SectorScheme,
    /// Weeks to run.
    pub weeks: u32,
    /// Rows aimed at.
    pub enterprises: u32,
    /// Seeds of the ensemble.
    pub seeds: u32,
    /// Share of displaced imports and added exports that is taken from other exports later.
    pub external_offset: f64,
    /// Whether runs differ in their parameters.
    pub uncertainty: Uncertainty,
    /// Its policy instruments, in the order of `Records::spent`.
    pub instruments: Vec<Instrument>,
    /// Imports that its contracts are to replace by their goal, bn Rp a year at week 0, if they have
    /// such a goal.
    pub imports_to_replace: Option<f64>,
}

impl ScenarioInfo {
    /// The facts of a scenario whose hash is `fingerprint`.
    #[must_use]
    pub fn new(scenario: &Scenario, fingerprint: String) -> ScenarioInfo {
        let instruments = &scenario.policies;
        ScenarioInfo {
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            question: scenario.question.clone(),
            sources: scenario.sources.clone(),
            fingerprint,
            scheme: scenario.scheme,
            weeks: scenario.weeks,
            enterprises: scenario.enterprises,
            seeds: scenario.seeds,
            external_offset: scenario.parameters.external_offset,
            uncertainty: scenario.uncertainty,
            instruments: instruments.clone(),
            imports_to_replace: instruments
                .iter()
                .filter_map(|one| one.action.imports_to_replace(tables(scenario.scheme)))
                .reduce(|all, one| all + one),
        }
    }
}

/// The runs of one scenario, one per seed.
#[derive(Clone, Debug)]
pub struct EnsembleRun {
    /// The scenario.
    pub info: ScenarioInfo,
    /// Its path of trend growth.
    pub path: Path,
    /// One run per seed, in the order of seeds.
    pub records: Vec<Records>,
    /// What the open Leontief model says the imports displaced at the end add to value added,
    /// percent, per seed; empty when it was not computed.
    pub leontief_percent: Vec<f64>,
}

impl EnsembleRun {
    /// Place of the draw of parameters of the run with this seed; none where they are central.
    #[must_use]
    pub fn draw(&self, records: &Records) -> Option<usize> {
        self.info.uncertainty.draw_of_run(records.seed)
    }
}

/// A counterfactual and what is compared with it, seed by seed.
#[derive(Clone, Debug)]
pub struct Experiment {
    /// Embedded tables of the sectors in use.
    pub tables: &'static Tables,
    /// History without the programme.
    pub counterfactual: EnsembleRun,
    /// Scenarios with policy, may be empty.
    pub policies: Vec<EnsembleRun>,
}

impl Experiment {
    /// All runs, the counterfactual first.
    pub fn runs(&self) -> impl Iterator<Item = &EnsembleRun> {
        std::iter::once(&self.counterfactual).chain(&self.policies)
    }
}

/// The measures of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct RunMeasures {
    /// Quarterly levels and growth.
    pub quarters: QuarterLevels,
    /// Weeks until the 13-week mean of GDP regains the level of 2019Q4 for good.
    pub weeks_to_regain_2019q4: Option<f64>,
    /// Weeks until it regains 99% of its path for good.
    pub weeks_to_regain_trend: Option<f64>,
    /// GDP lost against the path from week 1 to the end, percent of a year's GDP.
    pub output_lost_percent_of_year: f64,
    /// Gap of GDP to its path over the last 13 weeks, percent, negative below it.
    pub scar_at_end_percent: f64,
    /// Employment over the last 13 weeks, thousand persons.
    pub employment_thousand: f64,
    /// Imported in all inputs bought over the last 13 weeks, percent.
    pub import_content_percent: f64,
    /// Public cost of the instruments over the run, bn Rp at current prices.
    pub public_cost_bn_rupiah: f64,
    /// What was signed and delivered.
    pub contracts: ContractMeasures,
    /// Worst accounting residual of all weeks.
    pub worst_accounting_residual: f64,
}

/// Contracts of the programme in one run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ContractMeasures {
    /// Attempts paid over the run.
    pub attempts: f64,
    /// Signed over the run.
    pub signed: f64,
    /// Active at the end.
    pub active: f64,
    /// Share of candidates ready at once.
    pub ready_share: f64,
    /// Sales under contract over the run, bn Rp 2010.
    pub sales_bn_rupiah: f64,
    /// Of them: imports displaced, bn Rp 2010.
    pub imports_displaced_bn_rupiah: f64,
    /// Of them: domestic spot purchases displaced, bn Rp 2010.
    pub spot_displaced_bn_rupiah: f64,
    /// Imports that candidates and active contracts are to replace in week 156, bn Rp 2010 a year.
    pub asked_volume_week_156: Option<f64>,
    /// The same at the end.
    pub asked_volume_at_end: f64,
    /// Volume signed in active contracts in week 156, bn Rp 2010 a year, if the run is that long.
    pub signed_volume_week_156: Option<f64>,
    /// Volume signed in active contracts at the end, bn Rp 2010 a year.
    pub signed_volume_at_end: f64,
    /// Delivered under contract around week 156 (13-week mean), bn Rp 2010 a year.
    pub delivered_volume_week_156: Option<f64>,
    /// Delivered under contract at the end (13-week mean), bn Rp 2010 a year.
    pub delivered_volume_at_end: f64,
}

/// Weekly numbers from the first week that a 13-week mean of week 1 needs.
struct Weekly(Vec<f64>);

impl Weekly {
    fn new(end: i64, value: impl Fn(i64) -> f64) -> Weekly {
        Weekly((2 - MEAN_WEEKS..=end).map(value).collect())
    }

    fn at(&self, week: i64) -> f64 {
        let place = usize::try_from(week + MEAN_WEEKS - 2);
        self.0[place.expect("no mean begins before that of week 1")]
    }
}

impl RunMeasures {
    /// Measures a run on its path.
    #[must_use]
    pub fn new(records: &Records, path: &Path, tables: &Tables) -> RunMeasures {
        let end = last_week(records);
        let gdp = Weekly::new(end, |week| path.gdp(records, week));
        let trend = Weekly::new(end, |week| path.trend_gdp(records, week));
        let gdp_13 = |week| mean_13_weeks(week, |week| gdp.at(week));
        let trend_13 = |week| mean_13_weeks(week, |week| trend.at(week));
        let level_2019q4 = path.gdp_2019q4(records);
        let lost: f64 = (1..=end)
            .map(|week| 1.0 - gdp.at(week) / trend.at(week))
            .sum();
        RunMeasures {
            quarters: QuarterLevels::new(records, path, tables),
            weeks_to_regain_2019q4: regain::regained(end, gdp_13, |_| level_2019q4),
            weeks_to_regain_trend: regain::regained(end, gdp_13, |week| {
                TREND_REGAINED * trend_13(week)
            }),
            output_lost_percent_of_year: 100.0 * lost / WEEKS_PER_YEAR,
            scar_at_end_percent: 100.0 * (gdp_13(end) / trend_13(end) - 1.0),
            employment_thousand: mean_to(records, NationalSeries::Employment, end),
            import_content_percent: import_content_percent(records, end),
            public_cost_bn_rupiah: total_to(records, NationalSeries::PublicCost, end),
            contracts: ContractMeasures::new(records, path),
            worst_accounting_residual: (0..records.weeks())
                .map(|week| {
                    records
                        .national(week, NationalSeries::AccountingResidual)
                        .abs()
                })
                .fold(0.0, f64::max),
        }
    }
}

impl ContractMeasures {
    fn new(records: &Records, path: &Path) -> ContractMeasures {
        use NationalSeries as N;
        let end = last_week(records);
        let last = |series| records.national(recorded(end), series);
        let sum = |series| -> f64 {
            (1..=end)
                .map(|week| path.national_level(records, series, week))
                .sum()
        };
        let asked_in = |week| path.national_level(records, N::ImportsAskedFor, week);
        let signed_in = |week| path.national_level(records, N::ContractVolume, week);
        let delivered = |end_week| {
            WEEKS_PER_YEAR
                * mean_13_weeks(end_week, |week| {
                    path.national_level(records, N::ContractSales, week)
                })
        };
        let reached = end >= CONTRACT_WEEK;
        ContractMeasures {
            attempts: total_to(records, N::Attempts, end),
            signed: last(N::ContractsSigned),
            active: last(N::ContractsActive),
            ready_share: last(N::ReadyShare),
            sales_bn_rupiah: sum(N::ContractSales),
            imports_displaced_bn_rupiah: sum(N::ContractImportsDisplaced),
            spot_displaced_bn_rupiah: sum(N::ContractSpotDisplaced),
            asked_volume_week_156: reached.then(|| asked_in(CONTRACT_WEEK)),
            asked_volume_at_end: asked_in(end),
            signed_volume_week_156: reached.then(|| signed_in(CONTRACT_WEEK)),
            signed_volume_at_end: signed_in(end),
            delivered_volume_week_156: reached.then(|| delivered(CONTRACT_WEEK)),
            delivered_volume_at_end: delivered(end),
        }
    }
}

/// Last week of a run, week 0 being the baseline.
#[must_use]
pub fn last_week(records: &Records) -> i64 {
    records.weeks() as i64 - 1
}

/// Mean of a national series over the 13 weeks that end with `week`, detrended.
#[must_use]
pub fn mean_to(records: &Records, series: NationalSeries, week: i64) -> f64 {
    mean_13_weeks(week, |week| records.national(recorded(week), series))
}

/// Imported in all inputs bought over the 13 weeks that end with `week`, percent.
#[must_use]
pub fn import_content_percent(records: &Records, week: i64) -> f64 {
    let imported = mean_to(records, NationalSeries::ImportedInputs, week);
    let domestic = mean_to(records, NationalSeries::DomesticInputs, week);
    if imported + domestic > 0.0 {
        100.0 * imported / (imported + domestic)
    } else {
        0.0
    }
}

/// Sum of a national series that has no trend over the simulated weeks to `week`.
#[must_use]
pub fn total_to(records: &Records, series: NationalSeries, week: i64) -> f64 {
    (1..=week)
        .map(|week| records.national(recorded(week), series))
        .sum()
}

#[cfg(test)]
pub(crate) mod synthetic;
#[cfg(test)]
mod tests;
