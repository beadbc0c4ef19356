//! A validated scenario: who takes a `&Scenario` never checks again.
//!
//! `scenario text -> Draft (positions kept) -> Scenario (names are ids, values in range)`.

mod build;
mod build_policies;
mod build_shocks;
mod check;
mod contact;
mod draft;
mod draws;
mod fingerprint;
mod inherit;
pub mod keys;
mod names;
mod parameters;
mod problem;
mod province_names;
mod set;
mod shipped;
mod source;
#[cfg(test)]
mod tests;
mod time;
mod values;
mod vintage;
mod words;

pub use contact::ContactResponse;
pub use draws::{ParameterDraw, calibrated_draws};
pub use fingerprint::fingerprint;
pub use parameters::{PARAMETERS, ParameterInfo, Parameters};
pub use problem::{Place, Problem, Refusal, nearest, quote};
pub(crate) use province_names::meant as province_meant;
pub use set::apply_set;
pub use shipped::shipped;
pub use vintage::{Outlook, Vintage};
pub use words::{allowed_in_words, number_in_words};

use crate::data::SectorScheme;
use crate::policy::{Channels, Instrument, Shock};
use problem::Problems;
use source::Source;

/// The scenario of a shipped name, a path, or `-` for standard input.
///
/// # Errors
/// All that is wrong with it, each problem with its place.
pub fn load(name_or_path: &str) -> Result<Scenario, Refusal> {
    load_with(name_or_path, &[])
}

/// As [`load`], with settings of the command line: pairs of the option as typed and `KEY=VALUE`.
///
/// # Errors
/// All that is wrong with the scenario and the settings.
pub fn load_with(name_or_path: &str, settings: &[(String, String)]) -> Result<Scenario, Refusal> {
    let source = Source::named(name_or_path)?;
    let text = source.text()?;
    read(&source, &text, settings)
}

/// The scenario of a text; `file_label` is what messages call it.
///
/// # Errors
/// All that is wrong with it, each problem with its place.
pub fn parse(name: &str, text: &str, file_label: &str) -> Result<Scenario, Refusal> {
    read(&Source::given(name, file_label), text, &[])
}

fn read(source: &Source, text: &str, settings: &[(String, String)]) -> Result<Scenario, Refusal> {
    let mut problems = Problems::default();
    let mut members = Vec::new();
    for (label, key_value) in settings {
        match set::member(label, key_value) {
            Ok(member) => members.push(member),
            Err(refusal) => problems.extend(refusal),
        }
    }
    let Some(draft) = draft::read(text, &source.label, &mut problems) else {
        return Err(problems.into_refusal());
    };
    let draft = inherit::resolve(draft, source, &mut Vec::new(), &mut problems);
    let draft = build::overlay(draft, &members);
    build::scenario(&source.name, &draft, problems)
}

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

/// Whether the parameters that 2020 tells loosely or not at all differ between runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncertainty {
    /// Runs have draws of the calibrated ensemble, every fourth that of another run.
    Drawn,
    /// Run k has the k-th draw; none comes twice before all were taken.
    DrawnOnce,
    /// All runs have the scenario's parameters.
    Central,
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
    /// Keys of the parameters that the scenario gives itself: no draw replaces them.
    pub given: Vec<String>,
    /// Whether runs differ in their parameters.
    pub uncertainty: Uncertainty,
    /// Response of final demand to the pandemic.
    pub contact_response: ContactResponse,
    /// What is known of the pandemic; `None`: its whole course.
    pub vintage: Option<Vintage>,
    /// Churn of links.
    pub churn: Churn,
    /// Disturbances.
    pub shocks: Vec<Shock>,
    /// Policy instruments.
    pub policies: Vec<Instrument>,
    /// Channels.
    pub channels: Channels,
}
