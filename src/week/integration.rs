//! Phase 11, integration: matches, coaching, contracts, and how they end.
//!
//! Section 6 of the model, equations [11.1] to [11.14]. A match, a coaching place and a contract are one real relation between one
//! real supplier and one real buyer at any number of rows; a contract moves the weight of those
//! concerned to their families' contract rows, so that all nonlinear state is theirs. What follows
//! follows through state only. Weak points: candidates are drawn by capacity and nearness, a supplier
//! from a group has its mean size and a drawn quality, and one volume stands for a contract's whole
//! life.

mod advance;
mod asking;
mod attempts;
mod coaching;
mod contract;
pub(crate) mod delivery;
mod ending;
mod goals;
mod inspection;
mod linked;
mod matching;
mod means;
pub(crate) mod orders;
mod pools;
pub(crate) mod settlement;
mod signing;
pub(crate) mod venture;
pub(crate) mod weight;

pub(crate) use advance::Advance;
pub(crate) use contract::{Candidate, Contract, Stage};

use super::Week;
use crate::economy::Rows;
use crate::ids::Kind;
use pools::Pools;
use std::sync::Arc;

/// What programmes know between weeks.
#[derive(Clone, Debug)]
pub(crate) struct Integration {
    pub contracts: Vec<Contract>,
    pub coaching: Vec<Candidate>,
    /// By instrument.
    pub progress: Vec<Progress>,
    /// Volume committed by suppliers and imports displaced by signed contracts, bn Rp a week.
    pub committed: Vec<f64>,
    pub displaced_of_cell: Vec<f64>,
    pub receivable_of_cooperative: Vec<f64>,
    pub receivable_at_start: Vec<f64>,
    /// Gain of capability of each product's suppliers, by product.
    pub product_gain: Vec<f64>,
    /// Real enterprises of each family that are in coaching, and that have been coached.
    pub in_coaching: Vec<f64>,
    pub was_coached: Vec<f64>,
    /// Contracts each row supplies under and buys under.
    pub supplies: Vec<u32>,
    pub buys: Vec<u32>,
    /// Enterprises of each row that they concern, those with several counted as often.
    pub suppliers: Vec<f64>,
    pub buyers: Vec<f64>,
    pub next_contract: u64,
    pools: Option<Arc<Pools>>,
    /// Capability elasticity and lower bound of the import factor by product.
    import_floor: Vec<f64>,
    attraction: f64,
}

/// How far one programme is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Progress {
    /// Attempts made so far by intermediary; keys their draws.
    pub attempts: Vec<u64>,
    /// Fractions of an attempt carried to the next week.
    pub carried: Vec<f64>,
    pub attempts_paid: f64,
    /// Attempts of this week that are not billed yet.
    pub attempts_of_week: f64,
    pub candidates: f64,
    pub ready: f64,
    pub signed: f64,
    /// Volume of imports in the pipeline and under contract, bn Rp a week.
    pub asked_volume: f64,
    /// Real enterprises that means outside a programme have reached.
    pub reached: f64,
    /// What the programme will be billed for next week, bn Rp of the model.
    pub bill: f64,
}

impl Integration {
    /// Before the first match.
    pub fn new(
        instruments: usize,
        waiting: Vec<f64>,
        economy: &crate::economy::Economy,
        cells: usize,
        substitutability: f64,
    ) -> Integration {
        let rows = economy.rows.sector.len();
        let sectors = economy.tables.sectors.len();
        Integration {
            contracts: Vec::new(),
            coaching: Vec::new(),
            progress: vec![Progress::default(); instruments],
            committed: vec![0.0; rows],
            displaced_of_cell: vec![0.0; cells],
            receivable_of_cooperative: waiting.clone(),
            receivable_at_start: waiting,
            product_gain: vec![0.0; sectors],
            in_coaching: vec![0.0; economy.families],
            was_coached: vec![0.0; economy.families],
            supplies: vec![0; rows],
            buys: vec![0; rows],
            suppliers: vec![0.0; rows],
            buyers: vec![0.0; rows],
            next_contract: 0,
            pools: None,
            import_floor: economy
                .tables
                .sectors
                .iter()
                .map(|s| 1.0 - s.traits.substitutable(substitutability))
                .collect(),
            attraction: 0.0,
        }
    }

    /// Factor of a product's import share from capability gained at home, [11.9].
    pub fn import_factor(&self, p: usize) -> f64 {
        let gain = self.product_gain[p];
        if gain == 0.0 {
            1.0
        } else {
            (-self.attraction * gain).exp().max(self.import_floor[p])
        }
    }

    /// Whether a row has a contract, as supplier or buyer.
    pub fn is_linked(&self, row: usize) -> bool {
        self.supplies[row] > 0 || self.buys[row] > 0
    }

    /// Who may buy and supply.
    fn pools(&self) -> &Pools {
        let built = self.pools.as_ref();
        built.expect("built before the first programme")
    }

    /// What the programme owes for last week's work; handed out once.
    pub fn take_bill(&mut self, instrument: usize) -> f64 {
        std::mem::take(&mut self.progress[instrument].bill)
    }

    /// All bills of last week.
    pub fn bills(&self) -> f64 {
        self.progress.iter().map(|progress| progress.bill).sum()
    }

    /// Adds goods held under contract to the stocks of their products.
    pub fn add_contract_stocks(&self, stock: &mut [f64]) {
        for contract in &self.contracts {
            stock[contract.supplied as usize] += contract.held;
        }
    }

    /// Adds what the two ends of contracts owe each other to the worth of sectors.
    pub fn add_contract_credit(&self, rows: &Rows, worth: &mut [f64]) {
        for contract in &self.contracts {
            let (supplier, buyer) = (contract.supplier_row as usize, contract.buyer_row as usize);
            let owed = contract.owed - contract.advance.open;
            if rows.kind[supplier] != Kind::Cooperative {
                worth[rows.sector[supplier] as usize] += owed;
            }
            worth[rows.sector[buyer] as usize] -= owed;
        }
    }
}

/// Matches and coaches.
pub(crate) fn run(week: &mut Week) {
    week.state.integration.attraction = week.scenario.parameters.capability_attraction;
    attempts::run(week);
    means::run(week);
    linked::product_gains(week);
    external_offset(week);
}

/// [11.7]: what pushes back on exports follows displaced imports and added exports after a delay.
fn external_offset(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let national = &week.flows.national;
    let state = &mut *week.state;
    // Grows by doubling: no allocation in most weeks.
    state
        .displaced_history
        .push(national.imports_displaced + national.exports_added);
    let delay = parameters.external_offset_delay_weeks.round() as usize;
    let now = state.displaced_history.len() - 1;
    let then = now
        .checked_sub(delay)
        .map_or(0.0, |week| state.displaced_history[week]);
    let speed = 1.0 - 0.5f64.powf(1.0 / parameters.external_offset_half_life_weeks);
    state.offset += speed * (then - state.offset);
}

/// Signs and ends contracts once the week is recorded, so that the weight that they move does not
/// change what the week's flows per real enterprise stand for.
pub(crate) fn close_week(week: &mut Week) {
    signing::run(week);
    ending::run(week);
    venture::open(week);
}

pub(crate) use inspection::column;
pub(crate) use linked::{income_of_supplier, record};
