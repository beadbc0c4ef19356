//! Briefing.
use super::error::ReportError;
use super::folder::ResultFolder;
use super::stamp::Stamp;
use crate::experiment::effects::Effects;
use crate::experiment::measures::Experiment;

/// Writes the briefings.
pub(super) fn write(
    _folder: &ResultFolder,
    _experiment: &Experiment,
    _effects: &Effects,
    _stamp: &Stamp,
) -> Result<Vec<String>, ReportError> {
    Ok(Vec::new())
}
