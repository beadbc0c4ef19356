//! placeholder
use super::{ProgrammeReport, SensitivityReport};
/// The sentences in both languages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentences {
    /// English.
    pub en: Vec<String>,
    /// Indonesian.
    pub id: Vec<String>,
}
/// x
#[must_use]
pub fn sentences(_report: &SensitivityReport, _programme: &ProgrammeReport) -> Sentences {
    Sentences::default()
}
