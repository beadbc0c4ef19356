//! Places to write to, looked at before the work that takes minutes.

use crate::scenario::{Place, Problem, Refusal, quote};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Makes the folder of an option, with those above it.
pub(super) fn make_folder(option: &str, path: &Path) -> Result<(), Refusal> {
    fs::create_dir_all(path).map_err(|error| {
        refusal(
            option,
            path,
            &error,
            "a folder that is there or can be made",
        )
    })
}

/// What a file holds that is to be written anew; nothing if it is not there yet.
pub(super) fn earlier_text(option: &str, path: &Path) -> Result<String, Refusal> {
    let allowed = "a text file, or a new one in a folder that is there";
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(refusal(option, path, &"its folder is not there", allowed));
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(refusal(option, path, &error, allowed)),
    }
}

/// Refuses the place that an option names.
pub(super) fn refusal(option: &str, path: &Path, found: &dyn ToString, allowed: &str) -> Refusal {
    let path = path.display().to_string();
    Refusal::one(Problem {
        place: Place::whole(&format!("{option} {path}")),
        path: String::new(),
        found: format!("{}: {}", quote(&path), found.to_string()),
        allowed: allowed.to_owned(),
        nearest: None,
    })
}
