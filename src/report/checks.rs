//! The checks as files.

use super::error::ReportError;
use super::folder::write_pages;
use crate::checks::{ChecksReport, json, text};
use std::path::Path;

/// Writes `checks.txt` and `checks.json` into a folder, which is made if it is not there; files of
/// these names are replaced. The bytes depend on the report alone.
///
/// # Errors
/// If the system refuses to write.
pub fn write_checks(report: &ChecksReport, folder: &Path) -> Result<(), ReportError> {
    let pages = [
        ("checks.txt", text(report)),
        ("checks.json", format!("{:#}\n", json(report))),
    ];
    write_pages(folder, pages).map(|_| ())
}
