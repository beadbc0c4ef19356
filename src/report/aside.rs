//! Single files: written aside and renamed, so that there is never half a file.

use std::path::Path;
use std::{fs, io};

/// Writes a file in place of the one that stands there.
///
/// # Errors
/// What the system says when it cannot be written or renamed.
pub fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".partial");
    fs::write(&aside, content)?;
    fs::rename(&aside, path)
}
