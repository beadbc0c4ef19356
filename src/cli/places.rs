//! Places to write to, looked at before the work that takes minutes.

use crate::scenario::{Place, Problem, Refusal, quote};
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, is_separator};

/// Makes the folder of an option, with those above it; it must take files.
pub(super) fn make_folder(option: &str, path: &Path) -> Result<(), Refusal> {
    let allowed = "a folder that takes files, there or to be made";
    if path.is_file() {
        return Err(refusal(option, path, "a file", allowed));
    }
    takes_files(path).map_err(|error| refusal(option, path, error, allowed))
}

/// Makes a folder, and in it a file that is removed again, with a name that nobody else has.
fn takes_files(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let probe = folder.join(format!("pulih_{}.partial", std::process::id()));
    File::create_new(&probe)?;
    fs::remove_file(probe)
}

/// What a file holds that is to be written anew; nothing if it is not there yet.
pub(super) fn earlier_text(option: &str, path: &Path) -> Result<String, Refusal> {
    let allowed = "a text file, there or to be made";
    if path.to_string_lossy().ends_with(is_separator) {
        return Err(refusal(option, path, "a folder", allowed));
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(refusal(option, path, error, allowed)),
    }
}

/// Refuses the place that an option names.
pub(super) fn refusal(option: &str, path: &Path, found: impl Display, allowed: &str) -> Refusal {
    let path = path.display().to_string();
    Refusal::one(Problem {
        place: Place::whole(&format!("{option} {path}")),
        path: String::new(),
        found: format!("{}: {found}", quote(&path)),
        allowed: allowed.to_owned(),
        nearest: None,
    })
}
