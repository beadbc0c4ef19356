//! The folder of results: written aside as `<name>.partial`, renamed when whole.
//!
//! Nothing that is not a result of this program is ever removed, and results of other scenarios
//! only when the user says so.

use super::differences::differences;
use super::error::ReportError;
use super::stamp::Stamp;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// File that says what a folder holds.
const RUN_FILE: &str = "run.json";

/// May results of other scenarios be replaced?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Only results of the same scenarios.
    SameScenario,
    /// Results of any scenario (`--force`).
    Anything,
}

/// A folder that is being filled.
#[derive(Debug)]
pub(super) struct ResultFolder {
    partial: PathBuf,
    whole: PathBuf,
}

impl ResultFolder {
    /// Makes `<output>/<name>.partial`, after checking that neither it nor `<output>/<name>` holds
    /// anything that must be kept.
    pub(super) fn create(
        output: &Path,
        name: &str,
        stamp: &Stamp,
        overwrite: Overwrite,
    ) -> Result<ResultFolder, ReportError> {
        let whole = output.join(name);
        let partial = output.join(format!("{name}.partial"));
        for path in [&whole, &partial] {
            may_replace(path, stamp, overwrite)?;
        }
        remove(&partial)?;
        fs::create_dir_all(&partial).map_err(ReportError::io("create", &partial))?;
        let folder = ResultFolder { partial, whole };
        folder.write_json(RUN_FILE, &stamp.to_json(false, None))?;
        Ok(folder)
    }

    /// Its path while it is being filled.
    pub(super) fn path(&self) -> &Path {
        &self.partial
    }

    /// Path of a file in the folder.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.partial.join(name)
    }

    /// Writes a file.
    pub(super) fn write(&self, name: &str, content: &[u8]) -> Result<(), ReportError> {
        let path = self.file(name);
        fs::write(&path, content).map_err(ReportError::io("write", &path))
    }

    /// Writes a JSON file.
    pub(super) fn write_json(&self, name: &str, value: &Value) -> Result<(), ReportError> {
        self.write(name, format!("{value:#}\n").as_bytes())
    }

    /// Ends an interrupted run: the folder keeps its partial name.
    pub(super) fn leave(self, stamp: &Stamp, seconds: f64) -> Result<PathBuf, ReportError> {
        self.write_json(RUN_FILE, &stamp.to_json(false, Some(seconds)))?;
        Ok(self.partial)
    }

    /// Ends a run: the folder gets its name, earlier results of the same name go.
    pub(super) fn complete(self, stamp: &Stamp, seconds: f64) -> Result<PathBuf, ReportError> {
        self.write_json(RUN_FILE, &stamp.to_json(true, Some(seconds)))?;
        remove(&self.whole)?;
        fs::rename(&self.partial, &self.whole).map_err(ReportError::io("rename", &self.partial))?;
        Ok(self.whole)
    }
}

/// Writes pages, each a name and a text, into a folder, which is made if it is not there; returns
/// their names. Files of these names are replaced.
pub(super) fn write_pages(
    folder: &Path,
    pages: [(&str, String); 2],
) -> Result<Vec<String>, ReportError> {
    fs::create_dir_all(folder).map_err(ReportError::io("create", folder))?;
    let mut names = Vec::new();
    for (name, page) in pages {
        let path = folder.join(name);
        fs::write(&path, page).map_err(ReportError::io("write", &path))?;
        names.push(name.to_owned());
    }
    Ok(names)
}

/// Refuses a folder whose content must be kept.
fn may_replace(path: &Path, stamp: &Stamp, overwrite: Overwrite) -> Result<(), ReportError> {
    if !path.exists() {
        return Ok(());
    }
    let refused = |found: String, force_helps| {
        Err(ReportError::OtherResults {
            path: path.to_path_buf(),
            found,
            force_helps,
        })
    };
    let Some(run) = read_run(path) else {
        return refused(
            "something that is no result of this program".to_owned(),
            false,
        );
    };
    let same = run["fingerprint"].as_str() == Some(stamp.fingerprint().as_str());
    if same || overwrite == Overwrite::Anything {
        return Ok(());
    }
    refused(another_plan(&run, &stamp.to_json(false, None)), true)
}

fn read_run(folder: &Path) -> Option<Value> {
    let text = fs::read_to_string(folder.join(RUN_FILE)).ok()?;
    let run: Value = serde_json::from_str(&text).ok()?;
    (run["program"].as_str() == Some("pulih")).then_some(run)
}

/// Says how the plan of the results that were found differs from the wanted one.
fn another_plan(found: &Value, wanted: &Value) -> String {
    let mut text = "the results of another plan".to_owned();
    for difference in differences(found, wanted) {
        text.push_str("\n  ");
        text.push_str(&difference);
    }
    if let Some(command) = found["command_line"].as_str() {
        text.push_str("\n  they were made with: ");
        text.push_str(command);
    }
    text
}

fn remove(path: &Path) -> Result<(), ReportError> {
    if path.exists() {
        fs::remove_dir_all(path).map_err(ReportError::io("remove", path))?;
    }
    Ok(())
}
