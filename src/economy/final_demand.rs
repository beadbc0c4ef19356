//! Final demand by province.
//!
//! MODEL.md, section 4. Share of province q: households half population, half compensation of
//! employees; government the value added of public services; investment that of construction.
//! The same composition everywhere. Exports are the market's (market.rs).
//!
//! Unit: bn Rp a week at basic prices.

use super::FinalDemandBase;
use super::frame::{Frame, weekly};
use crate::ids::PROVINCES;
use ndarray::Array2;

/// Weight of population in a province's share of household demand, the rest compensation.
const POPULATION_WEIGHT: f64 = 0.5;
/// Sector whose value added spreads government demand.
const GOVERNMENT_BY: &str = "public_services";
/// Sector whose value added spreads investment.
const INVESTMENT_BY: &str = "construction";

/// Final demand of each product and province; exports still 0.
pub(super) fn by_province(frame: &Frame) -> FinalDemandBase {
    let accounts = &frame.tables.accounts;
    let household = household_shares(frame);
    let government = shares_by_gva(frame, GOVERNMENT_BY);
    let investment = shares_by_gva(frame, INVESTMENT_BY);
    FinalDemandBase {
        household: spread(&weekly(&accounts.household), &household),
        government: spread(&weekly(&accounts.government), &government),
        investment: spread(&weekly(&accounts.investment), &investment),
        export: vec![0.0; frame.sectors],
        imported_household: spread(&weekly(&accounts.imported_household), &household),
        imported_government: weekly(&accounts.imported_government),
        imported_investment: weekly(&accounts.imported_investment),
    }
}

/// [product, province] = national x share.
fn spread(national: &[f64], shares: &[f64]) -> Array2<f64> {
    Array2::from_shape_fn((national.len(), shares.len()), |(p, q)| {
        national[p] * shares[q]
    })
}

/// Share of each province in household demand.
fn household_shares(frame: &Frame) -> Vec<f64> {
    let population: Vec<f64> = frame
        .tables
        .provinces
        .iter()
        .map(|of| of.population)
        .collect();
    let compensation: Vec<f64> = (0..PROVINCES)
        .map(|q| {
            (0..frame.sectors)
                .map(|s| {
                    frame.tables.accounts.compensation[s] * frame.province_gva[[q, s]]
                        / frame.gva[s]
                })
                .sum()
        })
        .collect();
    shares_of(&population)
        .iter()
        .zip(shares_of(&compensation))
        .map(|(people, wages)| POPULATION_WEIGHT * people + (1.0 - POPULATION_WEIGHT) * wages)
        .collect()
}

/// Share of each province in the value added of a sector.
fn shares_by_gva(frame: &Frame, parent_code: &str) -> Vec<f64> {
    let gva = |q: usize| {
        frame
            .children_of(parent_code)
            .map(|s| frame.province_gva[[q, s]])
            .sum()
    };
    shares_of(&(0..PROVINCES).map(gva).collect::<Vec<f64>>())
}

fn shares_of(values: &[f64]) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    values.iter().map(|value| value / sum).collect()
}
