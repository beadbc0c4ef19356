//! One week of the economy, phase by phase.
//!
//! `PHASES` is the model's week in its order; the same list runs, times and prints it. A phase reads
//! the state that last week left and the flows that earlier phases of this week wrote.

mod baseline;
mod bytes;
mod capability;
mod capacity;
mod columns;
mod delivery;
mod entry_exit;
mod expectation;
mod final_demand;
mod flows;
mod integration;
mod labour;
mod ledger;
#[doc(hidden)]
pub mod mutation;
mod orders;
mod policy;
mod production;
mod recording;
mod settlement;
mod shocks;
mod sourcing;
mod state;
mod tables;

pub use bytes::Bytes;

use crate::blocks::Threading;
use crate::economy::Economy;
use crate::record::{EconomyFacts, Records};
use crate::scenario::Scenario;
use baseline::Baseline;
use flows::Flows;
use recording::holdings::Holdings;
use state::State;
use std::sync::Arc;

/// A phase of the week.
#[derive(Clone, Copy)]
pub struct Phase {
    /// Number in the model, 1..15.
    pub number: u8,
    /// Name.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub meaning: &'static str,
    run: fn(&mut Week),
}

macro_rules! phases {
    ($($number:literal $name:literal $run:path, $meaning:literal;)*) => {
        /// The week, in the order of the model.
        pub const PHASES: &[Phase] = &[$(Phase { number: $number, name: $name, meaning: $meaning, run: $run },)*];
    };
}

phases! {
    1 "shocks" shocks::run, "restrictions, exports, closures: what happens to the economy";
    2 "policy" policy::run, "levers from the instruments in force";
    3 "expectation" expectation::run, "expected demand follows orders";
    4 "production" production::run, "what each enterprise can make, and makes to stock";
    5 "orders" orders::run, "inputs ordered at home and abroad, contracts first";
    6 "final demand" final_demand::run, "households, government, investors and the world order";
    7 "delivery" delivery::run, "stock and output meet orders";
    8 "settlement" settlement::run, "who pays whom";
    9 "labour" labour::run, "hours follow need, heads follow hours";
    10 "sourcing" sourcing::run, "buyers turn to those who deliver";
    11 "integration" integration::run, "matches, coaching, contracts";
    12 "capability" capability::run, "gains are learnt and decay";
    13 "capacity" capacity::run, "wears out and is rebuilt";
    14 "entry and exit" entry_exit::run, "who is idle and short of money closes";
    15 "record" recording::run, "accounts and series";
}

/// What a phase may see and change.
pub(crate) struct Week<'a> {
    pub economy: &'a Economy,
    pub scenario: &'a Scenario,
    pub base: &'a Baseline,
    pub state: &'a mut State,
    pub flows: &'a mut Flows,
    /// What everyone held when the week opened; counted for the records only.
    pub opening: Holdings,
    pub threading: Threading,
    pub records: Option<Records>,
}

/// A running model: one economy under one scenario.
#[derive(Clone)]
pub struct Model {
    economy: Arc<Economy>,
    scenario: Arc<Scenario>,
    base: Arc<Baseline>,
    state: State,
    flows: Flows,
    records: Option<Records>,
    /// What everyone held at the end of the last recorded week.
    holdings: Option<Holdings>,
    mutation: Option<mutation::Mutation>,
    threading: Threading,
}

/// Spending by instrument in another order: place of each among the old ones, none if it is new.
fn adopt_spending(spent: &mut Vec<f64>, places: &[Option<usize>]) {
    // Week 0 is recorded without instruments.
    let of = |place: &Option<usize>| place.and_then(|n| spent.get(n).copied()).unwrap_or(0.0);
    *spent = places.iter().map(of).collect();
}

impl Model {
    /// A model at week 0 that keeps records.
    #[must_use]
    pub fn new(economy: Arc<Economy>, scenario: Arc<Scenario>) -> Model {
        let base = Arc::new(Baseline::new(&economy, &scenario));
        let state = State::new(&economy, &base, &scenario);
        let flows = Flows::new(&economy, &base, scenario.policies.len());
        let mut model = Model {
            economy,
            scenario,
            base,
            state,
            flows,
            records: None,
            holdings: None,
            mutation: None,
            threading: Threading::Single,
        };
        model.records = Some(model.first_records());
        model
    }

    /// The same without records, for measurements of speed.
    #[must_use]
    pub fn without_records(mut self) -> Model {
        self.records = None;
        self
    }

    /// Whether one week is spread over the thread pool: pays from about a hundred thousand rows. The
    /// results are the same bits.
    pub fn set_threading(&mut self, threading: Threading) {
        self.threading = if self.base.exchange.disjoint {
            threading
        } else {
            Threading::Single
        };
    }

    /// Goes on under another scenario from the present state. The two must not differ before this
    /// week: same economy, parameters, shocks, and no lever that acted.
    #[must_use]
    pub fn fork(&self, scenario: Arc<Scenario>) -> Model {
        let mut fork = self.clone();
        fork.adopt_instruments(&scenario);
        if let Some(records) = &mut fork.records {
            records.scenario.clone_from(&scenario.name);
        }
        fork.scenario = scenario;
        fork
    }

    /// Instruments that both scenarios have keep what they have spent.
    fn adopt_instruments(&mut self, scenario: &Scenario) {
        let known = |id: &str| self.scenario.policies.iter().position(|old| old.id == id);
        let places: Vec<_> = scenario.policies.iter().map(|new| known(&new.id)).collect();
        adopt_spending(&mut self.state.spent, &places);
        for week in self.records.iter_mut().flat_map(|run| &mut run.spent) {
            adopt_spending(week, &places);
        }
        let progress = |place: &Option<usize>| {
            place
                .map(|n| self.state.integration.progress[n].clone())
                .unwrap_or_default()
        };
        self.state.integration.progress = places.iter().map(progress).collect();
        self.flows
            .adopt_instruments(&self.base, scenario.policies.len());
    }

    /// Records of week 0: a week without shocks and policy, from which nothing is kept.
    fn first_records(&self) -> Records {
        let mut neutral = (*self.scenario).clone();
        neutral.shocks.clear();
        neutral.policies.clear();
        neutral.churn = crate::scenario::Churn::Off;
        let sectors = self.base.sectors;
        let empty = recording::empty(
            &self.scenario.name,
            self.economy.plan.seed,
            sectors,
            self.facts(),
        );
        let mut model = Model {
            economy: self.economy.clone(),
            scenario: Arc::new(neutral),
            base: self.base.clone(),
            state: self.state.clone(),
            flows: Flows::new(&self.economy, &self.base, 0),
            records: Some(empty),
            holdings: None,
            mutation: None,
            threading: self.threading,
        };
        model.step();
        model.records.take().expect("records were just given")
    }

    /// Size of the economy.
    #[must_use]
    pub fn facts(&self) -> EconomyFacts {
        let cooperatives: f64 = self
            .economy
            .cooperatives
            .iter()
            .map(|c| self.economy.rows.weight[c.row as usize])
            .sum();
        EconomyFacts {
            enterprises: self.economy.families as u64,
            real_enterprises: self.economy.real_enterprises,
            cooperatives: cooperatives.round() as u64,
            links: self.economy.links.supplier.len() as u64,
        }
    }

    /// Simulates one week.
    pub fn step(&mut self) {
        self.step_observed(|_, _| {});
    }

    /// Simulates one week and tells each phase and its duration.
    pub fn step_observed(&mut self, mut observe: impl FnMut(&Phase, std::time::Duration)) {
        self.flows.national = flows::National::default();
        let mut week = Week {
            economy: &self.economy,
            scenario: &self.scenario,
            base: &self.base,
            state: &mut self.state,
            flows: &mut self.flows,
            opening: Holdings::default(),
            threading: self.threading,
            records: self.records.take(),
        };
        if week.records.is_some() {
            week.opening = self
                .holdings
                .take()
                .unwrap_or_else(|| Holdings::count(&week));
        }
        for phase in PHASES {
            let start = std::time::Instant::now();
            (phase.run)(&mut week);
            if let Some(mutation) = self.mutation {
                mutation.after(phase, &mut week);
            }
            observe(phase, start.elapsed());
        }
        integration::close_week(&mut week);
        self.records = week.records.take();
        self.holdings = self.records.is_some().then_some(week.opening);
        self.state.week += 1;
    }

    /// Weeks simulated so far.
    #[must_use]
    pub fn week(&self) -> u32 {
        self.state.week
    }

    /// The records so far.
    #[must_use]
    pub fn records(&self) -> Option<&Records> {
        self.records.as_ref()
    }

    /// Ends the run and hands out its records.
    #[must_use]
    pub fn into_records(self) -> Option<Records> {
        self.records
    }

    /// The economy behind it.
    #[must_use]
    pub fn economy(&self) -> &Economy {
        &self.economy
    }

    /// A column of the state by name, for tests and inspection; `None` when there is no such name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<Vec<f64>> {
        let state = &self.state;
        let gva: f64 = self.flows.gva_of_sector.iter().sum();
        Some(match name {
            "capacity" => state.capacity.clone(),
            "hours" => state.hours.clone(),
            "heads" => state.heads.clone(),
            "employed" => self.flows.employed.clone(),
            "expected_demand" => state.expected_demand.clone(),
            "finished_stock" => state.finished_stock.clone(),
            "cash" => state.cash.clone(),
            "debt" => state.debt.clone(),
            "open_share" => state.open_share.clone(),
            "capital_expectation" => state.capital_expectation.clone(),
            "investment" => state.investment.clone(),
            "orders" => state.orders.clone(),
            "weight" => state.weight.clone(),
            "output" => self.flows.output.clone(),
            "reputation" => state.reputation.clone(),
            "input_stock" => state.input_stock.clone(),
            "owed" => state.sourcing.credit.owed_by_link(),
            "gva" => vec![gva],
            "gdp" => vec![gva + self.flows.national.product_taxes],
            "anchor" => vec![state.anchor],
            "national_income" => vec![state.national_income],
            "government_balance" => vec![state.government_balance],
            "foreign_balance" => vec![state.foreign_balance],
            "bank_equity" => vec![state.bank_equity],
            "income" => state.income.to_vec(),
            "permanent_income" => state.permanent_income.to_vec(),
            "market_reputation" => state.market_reputation.clone(),
            "habit" => state.habit.clone(),
            _ => return integration::column(&state.integration, &self.base, name),
        })
    }
}
