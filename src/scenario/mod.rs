//! A validated scenario: who takes a `&Scenario` never checks again.
//!
//! `scenario text -> Draft (positions kept) -> Scenario (names are ids, values in range)`.

mod parameters;

pub use parameters::{PARAMETERS, ParameterInfo, Parameters};

use crate::data::SectorScheme;
use crate::policy::{Channels, Instrument, Shock};

/// How inputs bind output, after Pichler et al. 2022.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductionFunction {
    /// Every input binds.
    Leontief,
    /// Critical and important inputs bind.
    StronglyCritical,
    /// Critical inputs bind, important ones half (default).
    HalfCritical,
    /// Critical inputs bind.
    WeaklyCritical,
    /// Inputs are perfect substitutes.
    Linear,
}

impl ProductionFunction {
    /// All of them, most binding first.
    pub const ALL: [ProductionFunction; 5] = [
        ProductionFunction::Leontief,
        ProductionFunction::StronglyCritical,
        ProductionFunction::HalfCritical,
        ProductionFunction::WeaklyCritical,
        ProductionFunction::Linear,
    ];

    /// Name in scenarios.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ProductionFunction::Leontief => "leontief",
            ProductionFunction::StronglyCritical => "strongly_critical",
            ProductionFunction::HalfCritical => "half_critical",
            ProductionFunction::WeaklyCritical => "weakly_critical",
            ProductionFunction::Linear => "linear",
        }
    }

    /// The function of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<ProductionFunction> {
        ProductionFunction::ALL
            .into_iter()
            .find(|function| function.name() == name)
    }
}

/// A text in both languages of readers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Indonesian.
    pub id: String,
}

/// Random churn of links and contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Churn {
    /// Spot links are exchanged at their loss rate.
    On,
    /// The baseline is constant to the bit of rounding.
    Off,
}

/// A scenario that has passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Name of the file without `.json`.
    pub name: String,
    /// Title.
    pub title: Bilingual,
    /// The question it answers.
    pub question: Bilingual,
    /// Note, may be empty.
    pub note: String,
    /// Where its figures are from.
    pub sources: Vec<String>,
    /// Monday of week 0's successor: the first simulated week, days from 1970-01-01.
    pub start: i64,
    /// Weeks to run.
    pub weeks: u32,
    /// Rows aimed at (contract rows come on top).
    pub enterprises: u32,
    /// Seeds of the ensemble: 1..=seeds.
    pub seeds: u32,
    /// Level of detail of the sectors.
    pub scheme: SectorScheme,
    /// How inputs bind output.
    pub production_function: ProductionFunction,
    /// Parameter values.
    pub parameters: Parameters,
    /// Churn of links.
    pub churn: Churn,
    /// Disturbances.
    pub shocks: Vec<Shock>,
    /// Policy instruments.
    pub policies: Vec<Instrument>,
    /// Channels.
    pub channels: Channels,
}
