//! The checks as files.

use super::error::ReportError;
use crate::checks::{ChecksReport, json, text};
use std::fs;
use std::path::Path;

/// Writes `checks.txt` and `checks.json` into a folder, which is made if it is not there; files of
/// these names are replaced. The bytes depend on the report alone.
///
/// # Errors
/// If the system refuses to write.
pub fn write_checks(report: &ChecksReport, folder: &Path) -> Result<(), ReportError> {
    fs::create_dir_all(folder).map_err(ReportError::io("create", folder))?;
    let pages = [
        ("checks.txt", text(report)),
        ("checks.json", format!("{:#}\n", json(report))),
    ];
    for (name, page) in pages {
        let path = folder.join(name);
        fs::write(&path, page).map_err(ReportError::io("write", &path))?;
    }
    Ok(())
}
