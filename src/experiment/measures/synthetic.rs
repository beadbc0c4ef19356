//! Made-up but consistent records for tests: a fall and a partial recovery, and a programme.

use super::{EnsembleRun, Experiment, ScenarioInfo, total_to};
use crate::data::{SectorScheme, Tables, tables};
use crate::economy::WEEKS_PER_YEAR;
use crate::ids::{CLASSES, PROVINCES};
use crate::policy::{Action, Instrument, Scope, Window};
use crate::record::{
    ACCOUNT_COLUMNS, AGENTS, AccountsWeek, CLASS_SERIES, ClassSeries, EconomyFacts,
    NATIONAL_SERIES, NationalSeries as N, PROVINCE_SERIES, Path, ProvinceSeries, Records,
    SECTOR_SERIES, SectorSeries,
};
use crate::scenario::{Bilingual, Parameters};

/// What happens to a made-up economy.
#[derive(Clone, Copy)]
pub(crate) struct Story {
    /// Fall in the spring of 2020 and at the end of the run, share of the path.
    pub(crate) fall: f64,
    pub(crate) scar: f64,
    /// Effect of a programme on every sector at the end, in logs; focus sectors get twice that.
    pub(crate) effect: f64,
    /// Contracts signed by the programme at the end.
    pub(crate) contracts: f64,
}

impl Story {
    pub(crate) const NOTHING: Story = Story {
        fall: 0.0,
        scar: 0.0,
        effect: 0.0,
        contracts: 0.0,
    };
    pub(crate) const COVID: Story = Story {
        fall: 0.10,
        scar: 0.07,
        effect: 0.0,
        contracts: 0.0,
    };
    pub(crate) const PROGRAMME: Story = Story {
        fall: 0.10,
        scar: 0.07,
        effect: 0.0005,
        contracts: 700.0,
    };

    /// Activity relative to the path, without the programme.
    fn activity(&self, week: usize, seed: u64) -> f64 {
        let week = week as f64;
        let spread = 1.0 + 0.08 * ((seed as f64 * 2.3).sin());
        if week < 10.0 {
            return 1.0;
        }
        let onset = ((week - 10.0) / 5.0).min(1.0);
        let fading = (-(week - 15.0).max(0.0) / 25.0).exp();
        1.0 - spread * onset * (self.scar + (self.fall - self.scar) * fading)
    }

    /// How far the programme has come, 0..1.
    fn progress(week: usize) -> f64 {
        ((week as f64 - 62.0) / 94.0).clamp(0.0, 1.0)
    }
}

/// Embedded tables of 30 sectors.
pub(crate) fn tables_30() -> &'static Tables {
    tables(SectorScheme::Io30)
}

/// Path of the default parameters.
pub(crate) fn path() -> Path {
    Path::new(tables_30(), &Parameters::default())
}

/// Records of a made-up run.
pub(crate) fn records(scenario: &str, seed: u64, weeks: usize, story: Story) -> Records {
    let tables = tables_30();
    let mut run = Records {
        scenario: scenario.to_owned(),
        seed,
        sectors: tables.sectors.len(),
        national: Vec::new(),
        sector: Vec::new(),
        province: Vec::new(),
        class: Vec::new(),
        spent: Vec::new(),
        accounts: Vec::new(),
        facts: EconomyFacts {
            enterprises: 50_000,
            real_enterprises: 64_194_057,
            cooperatives: 4_273,
            links: 1_360_000,
        },
    };
    for week in 0..=weeks {
        let factor = |s: usize| {
            let focus = if tables.sectors[s].focus.is_some() {
                2.0
            } else {
                1.0
            };
            let effect = story.effect * focus * Story::progress(week);
            story.activity(week, seed) * effect.exp()
        };
        run.sector.push(sector_row(tables, &factor));
        run.province.push(province_row(tables, &factor));
        run.class.push(class_row(tables, &factor));
        run.national
            .push(national_row(tables, story, week, seed, &factor));
        run.accounts.push(accounts(tables, &factor));
    }
    run.spent = (0..=weeks).map(|week| spent(&run, story, week)).collect();
    run
}

/// Spent so far by the instrument of a story that has one.
fn spent(run: &Records, story: Story, week: usize) -> Vec<f64> {
    let total = total_to(run, N::PublicCost, week as i64);
    (story.contracts > 0.0)
        .then_some(total)
        .into_iter()
        .collect()
}

fn sector_row(tables: &Tables, factor: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let count = tables.sectors.len();
    let mut row = vec![0.0; SECTOR_SERIES.len() * count];
    for (s, sector) in tables.sectors.iter().enumerate() {
        let mut set = |series: SectorSeries, value: f64| row[series as usize * count + s] = value;
        let idle = (1.0 - factor(s)).max(0.0);
        set(
            SectorSeries::Output,
            sector.output / WEEKS_PER_YEAR * factor(s),
        );
        set(
            SectorSeries::ValueAdded,
            sector.gva / WEEKS_PER_YEAR * factor(s),
        );
        set(
            SectorSeries::Employment,
            sector.employment_thousand * factor(s).sqrt(),
        );
        set(SectorSeries::OpenShare, 1.0 - 0.3 * idle);
        set(SectorSeries::FillRate, 0.99);
        set(SectorSeries::BoundByDemand, 0.9 - idle);
        set(SectorSeries::BoundByLabour, 0.05 + 0.8 * idle);
        set(SectorSeries::BoundByCapacity, 0.03);
        set(SectorSeries::BoundByInputs, 0.01);
        set(SectorSeries::BoundByMoney, 0.01 + 0.2 * idle);
    }
    row
}

fn province_row(tables: &Tables, factor: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let mut row = vec![0.0; PROVINCE_SERIES.len() * PROVINCES];
    for r in 0..PROVINCES {
        let cells = tables.province_gva.row(r);
        let gva: f64 = cells
            .iter()
            .enumerate()
            .map(|(s, gva)| gva * factor(s))
            .sum();
        row[ProvinceSeries::ValueAdded as usize * PROVINCES + r] = gva / WEEKS_PER_YEAR;
        row[ProvinceSeries::HouseholdIncome as usize * PROVINCES + r] = 0.6 * gva / WEEKS_PER_YEAR;
    }
    row
}

fn class_row(tables: &Tables, factor: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let mut row = vec![0.0; CLASS_SERIES.len() * CLASSES];
    for c in 0..CLASSES {
        let cells = tables.sectors.iter().zip(&tables.classes).enumerate();
        row[ClassSeries::ValueAdded as usize * CLASSES + c] = cells
            .map(|(s, (sector, cell))| {
                sector.gva * cell[c].value_added_share * factor(s) / WEEKS_PER_YEAR
            })
            .sum();
    }
    row
}

fn national_row(
    tables: &Tables,
    story: Story,
    week: usize,
    seed: u64,
    factor: &dyn Fn(usize) -> f64,
) -> Vec<f64> {
    let mut row = vec![0.0; NATIONAL_SERIES.len()];
    let mut set = |series: N, value: f64| row[series as usize] = value;
    let sum = |of: &dyn Fn(usize) -> f64| -> f64 {
        (0..tables.sectors.len()).map(|s| of(s) * factor(s)).sum()
    };
    let gva = sum(&|s| tables.sectors[s].gva) / WEEKS_PER_YEAR;
    let activity = story.activity(week, seed);
    let taxes =
        404_082.0 / WEEKS_PER_YEAR * activity * (story.effect * Story::progress(week)).exp();
    let done = Story::progress(week) * story.contracts;
    set(N::Gva, gva);
    set(N::ProductTaxes, taxes);
    set(N::Gdp, gva + taxes);
    set(
        N::Output,
        sum(&|s| tables.sectors[s].output) / WEEKS_PER_YEAR,
    );
    uses(&mut set, gva);
    set(N::ImportedInputs, 0.15 * gva - 2e-4 * done);
    set(N::DomesticInputs, 0.85 * gva + 2e-4 * done);
    set(N::Employment, 128_755.0 * activity.sqrt() + 0.01 * done);
    set(N::HouseholdIncome, activity.powf(0.8));
    set(N::OpenShare, 1.0 - 0.3 * (1.0 - activity));
    linked(
        &mut set,
        activity,
        done,
        if story.contracts > 0.0 {
            Story::progress(week)
        } else {
            0.0
        },
    );
    row
}

/// Expenditure as fixed shares of value added.
fn uses(set: &mut dyn FnMut(N, f64), gva: f64) {
    set(N::Consumption, 0.55 * gva);
    set(N::Government, 0.08 * gva);
    set(N::Investment, 0.32 * gva);
    set(N::Exports, 0.2 * gva);
    set(N::Imports, 0.15 * gva);
}

fn linked(set: &mut dyn FnMut(N, f64), activity: f64, done: f64, progress: f64) {
    set(N::PublicCost, 0.4 * progress);
    set(N::Attempts, if progress > 0.0 { 9.0 } else { 0.0 });
    set(N::ReadyShare, 0.41);
    set(N::ContractsSigned, done);
    set(N::ContractsActive, 0.8 * done);
    set(N::ContractVolume, 0.007 * done);
    set(N::ContractSales, 0.0001 * done);
    set(N::ContractImportsDisplaced, 0.00005 * done);
    set(N::ContractSpotDisplaced, 0.00005 * done);
    set(N::LinkedEnterprises, done);
    set(
        N::LinkedOutput,
        0.0004 * done * activity * (1.0 + 0.2 * progress),
    );
    set(N::LinkedBaselineOutput, 0.0004 * done);
    set(
        N::LinkedEmployment,
        0.02 * done * activity.sqrt() * (1.0 + 0.1 * progress),
    );
    set(N::LinkedBaselineEmployment, 0.02 * done);
    set(
        N::LinkedIncome,
        0.0001 * done * activity.powf(0.8) * (1.0 + 0.12 * progress),
    );
    set(N::LinkedBaselineIncome, 0.0001 * done);
    set(
        N::LinkedImportShare,
        if done > 0.0 {
            0.30 - 0.01 * progress
        } else {
            0.0
        },
    );
    set(
        N::LinkedBaselineImportShare,
        if done > 0.0 { 0.30 } else { 0.0 },
    );
    set(N::AccountingResidual, 1e-13);
}

fn accounts(tables: &Tables, factor: &dyn Fn(usize) -> f64) -> AccountsWeek {
    let count = tables.sectors.len();
    let gva: Vec<f64> = (0..count)
        .map(|s| tables.sectors[s].gva / WEEKS_PER_YEAR * factor(s))
        .collect();
    AccountsWeek {
        product: (0..ACCOUNT_COLUMNS.len() * count)
            .map(|index| index as f64)
            .collect(),
        gva_income: gva.clone(),
        gva_production: gva,
        transfers: vec![0.0; count],
        balances: vec![0.0; AGENTS.len() * 3],
        flows: vec![0.0; AGENTS.len() * AGENTS.len()],
        gdp: [1.0, 1.0],
    }
}

/// Facts of a made-up scenario.
pub(crate) fn info(name: &str, en: &str, id: &str) -> ScenarioInfo {
    ScenarioInfo {
        name: name.to_owned(),
        title: Bilingual {
            en: en.to_owned(),
            id: id.to_owned(),
        },
        question: Bilingual::default(),
        sources: vec!["BPS, Input-Output Table 2016".to_owned()],
        fingerprint: blake3::hash(name.as_bytes()).to_hex().to_string(),
        scheme: SectorScheme::Io30,
        weeks: 156,
        enterprises: 50_000,
        seeds: 8,
        external_offset: 0.0,
        uncertainty: crate::scenario::Uncertainty::Central,
        instruments: Vec::new(),
        imports_to_replace: None,
    }
}

/// An instrument that pays everybody in every week.
pub(crate) fn transfer(id: &str, bn_rupiah_per_week: f64) -> Instrument {
    Instrument {
        id: id.to_owned(),
        window: Window {
            start: 1,
            end: None,
            ramp: 0,
        },
        scope: Scope::everybody(tables_30().sectors.len()),
        action: Action::CashTransfer { bn_rupiah_per_week },
        budget_bn_rupiah: None,
    }
}

/// An ensemble of made-up runs.
pub(crate) fn ensemble(info: ScenarioInfo, seeds: u64, weeks: usize, story: Story) -> EnsembleRun {
    let run = |seed: u64| {
        let spread = 1.0 + 0.5 * (seed as f64 * 1.7).sin();
        let story = Story {
            effect: story.effect * spread,
            ..story
        };
        records(&info.name, seed, weeks, story)
    };
    EnsembleRun {
        records: (1..=seeds).map(run).collect(),
        leontief_percent: vec![0.03; seeds as usize],
        path: path(),
        info,
    }
}

/// An experiment of history and a programme.
pub(crate) fn experiment(seeds: u64, weeks: usize) -> Experiment {
    let covid = info(
        "covid19",
        "Covid-19 as it was",
        "Covid-19 sebagaimana adanya",
    );
    let mut programme = info(
        "integration_as_announced",
        "Supply-chain programme as announced",
        "Program rantai pasok sesuai pengumuman",
    );
    programme.instruments = vec![transfer("programme", 1.0)];
    Experiment {
        tables: tables_30(),
        counterfactual: ensemble(covid, seeds, weeks, Story::COVID),
        policies: vec![ensemble(programme, seeds, weeks, Story::PROGRAMME)],
    }
}
