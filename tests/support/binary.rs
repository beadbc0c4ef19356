//! The program itself, as a user starts it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program with these words, to be started.
pub fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pulih"));
    command.args(words);
    command
}

/// Starts the program and waits for its end.
pub fn pulih(words: &[&str]) -> Output {
    command(words).output().expect("the program can be started")
}

/// The same, and it must end with code 0; what it wrote to standard output.
pub fn done(words: &[&str]) -> String {
    let output = pulih(words);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{words:?}: {}",
        talk(&output)
    );
    String::from_utf8(output.stdout).expect("text is UTF-8")
}

/// What it wrote to standard error.
pub fn talk(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder of this name for one test, empty.
pub fn folder(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if place.exists() {
        fs::remove_dir_all(&place).expect("a folder of an earlier run can be removed");
    }
    fs::create_dir_all(&place).expect("a folder can be made");
    place
}

/// A path as a word of a command.
pub fn word(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

/// Names of the files in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}
