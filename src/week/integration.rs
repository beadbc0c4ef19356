//! Phase 11, integration: matches, coaching, contracts. (Being built.)

use crate::economy::Rows;
use crate::record::NationalSeries;
use super::Week;

/// What the programme knows between weeks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Integration {
    pub receivable_of_cooperative: Vec<f64>,
    pub receivable_at_start: Vec<f64>,
}

impl Integration {
    pub fn new(_instruments: usize, waiting: Vec<f64>) -> Integration {
        Integration { receivable_of_cooperative: waiting.clone(), receivable_at_start: waiting }
    }
    pub fn import_factor(&self, _p: usize) -> f64 { 1.0 }
    pub fn add_contract_stocks(&self, _stock: &mut [f64]) {}
    pub fn add_contract_credit(&self, _rows: &Rows, _worth: &mut [f64]) {}
    pub fn record(&self, _week: &Week, _set: &mut dyn FnMut(NationalSeries, f64)) {}
}
pub(crate) fn run(_week: &mut Week) {}
pub(crate) mod orders { use super::Week; pub(crate) fn run(_week: &mut Week) {} }
pub(crate) mod delivery { use super::Week; pub(crate) fn run(_week: &mut Week) {} }
pub(crate) mod settlement { use super::Week; pub(crate) fn run(_week: &mut Week) {} }
