//! The yardstick: what the open Leontief model says that delivered, net contracts add.
//!
//! Displaced imports become demand for the products supplied; output follows from the inverse of
//! domestic coefficients, value added from its share in output. No income, no anchor, no offset.

use crate::data::Tables;
use crate::economy::WEEKS_PER_YEAR;
use crate::record::{NationalSeries, Records, SectorSeries};

/// Weeks at the end of a run over which deliveries are averaged.
const LAST_WEEKS: usize = 13;
/// Rounds of the power series; the spectral radius of domestic coefficients is below 0.6.
const ROUNDS: usize = 200;

/// Effect on value added, percent, of the imports that contracts displaced at the end of a run.
pub(super) fn estimate(tables: &Tables, records: &Records) -> f64 {
    let weeks = records.weeks();
    let from = weeks.saturating_sub(LAST_WEEKS);
    let sectors = records.sectors;
    let mut demand = vec![0.0; sectors];
    for week in from..weeks {
        let sales = records.national(week, NationalSeries::ContractSales);
        if sales <= 0.0 {
            continue;
        }
        let net = records.national(week, NationalSeries::ContractImportsDisplaced) / sales;
        for (s, value) in demand.iter_mut().enumerate() {
            *value +=
                net * records.sector(week, SectorSeries::ContractSales, s) / (weeks - from) as f64;
        }
    }
    let output = output_for(tables, &demand);
    let accounts = &tables.accounts;
    let added = accounts.value_added();
    let gained: f64 = (0..sectors)
        .map(|s| output[s] * added[s] / accounts.output[s])
        .sum();
    100.0 * gained * WEEKS_PER_YEAR / added.iter().sum::<f64>()
}

/// Solves x = A x + f by its power series.
fn output_for(tables: &Tables, demand: &[f64]) -> Vec<f64> {
    let accounts = &tables.accounts;
    let mut output = demand.to_vec();
    for _ in 0..ROUNDS {
        output = (0..demand.len())
            .map(|p| {
                let used: f64 = (0..demand.len())
                    .map(|s| accounts.domestic_use[[p, s]] / accounts.output[s] * output[s])
                    .sum();
                demand[p] + used
            })
            .collect();
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{SectorScheme, tables};

    #[test]
    fn final_demand_of_week_0_gives_back_output() {
        let tables = tables(SectorScheme::Io30);
        let output = output_for(tables, &tables.accounts.final_demand());
        for (solved, known) in output.iter().zip(&tables.accounts.output) {
            assert!((solved / known - 1.0).abs() < 1e-9);
        }
    }
}
