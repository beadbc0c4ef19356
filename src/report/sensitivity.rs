//! The study of sensitivity as files: table, JSON, charts.

use super::charts;
use super::error::ReportError;
use super::folder::write_pages;
use crate::sensitivity::{SensitivityReport, json, text};
use std::path::Path;

/// Writes `sensitivity.txt`, `sensitivity.json` and a chart `tornado` a programme, as SVG and PNG in
/// both languages, into a folder, which is made if it is not there; files of these names are
/// replaced. Returns their names. The bytes depend on the report alone.
///
/// # Errors
/// If the system refuses to write or a chart cannot be drawn.
pub fn write_sensitivity(
    report: &SensitivityReport,
    folder: &Path,
) -> Result<Vec<String>, ReportError> {
    let pages = [
        ("sensitivity.txt", text(report)),
        ("sensitivity.json", format!("{:#}\n", json(report))),
    ];
    let mut names = write_pages(folder, pages)?;
    names.extend(charts::tornado::write(report, folder)?);
    Ok(names)
}
