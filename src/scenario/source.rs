//! Where a scenario text comes from: shipped with the program, a file, standard input, a caller.

use super::problem::{Place, Problem, Refusal, nearest, quote};
use super::shipped::shipped;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The argument that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// A source of scenario text.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Name of the scenario.
    pub(crate) name: String,
    /// The source as messages show it.
    pub(crate) label: String,
    origin: Origin,
}

#[derive(Clone, Debug)]
enum Origin {
    Shipped(&'static str),
    File(PathBuf),
    StandardInput,
    Given,
}

impl Source {
    /// The source that an argument names.
    pub(crate) fn named(name_or_path: &str) -> Result<Source, Refusal> {
        if name_or_path == STANDARD_INPUT {
            return Ok(Source {
                name: "standard_input".to_owned(),
                label: "(standard input)".to_owned(),
                origin: Origin::StandardInput,
            });
        }
        if let Some(found) = Source::shipped(name_or_path) {
            return Ok(found);
        }
        let path = Path::new(name_or_path);
        if looks_like_path(name_or_path) || path.is_file() {
            return Ok(Source::file(path));
        }
        Err(Refusal::one(unknown(name_or_path)))
    }

    /// A text that a caller holds.
    pub(crate) fn given(name: &str, label: &str) -> Source {
        Source {
            name: name.to_owned(),
            label: label.to_owned(),
            origin: Origin::Given,
        }
    }

    fn shipped(name: &str) -> Option<Source> {
        let (name, text) = shipped().iter().find(|(shipped, _)| *shipped == name)?;
        Some(Source {
            name: (*name).to_owned(),
            label: format!("scenarios/{name}.json"),
            origin: Origin::Shipped(text),
        })
    }

    fn file(path: &Path) -> Source {
        let stem = path.file_stem().unwrap_or(path.as_os_str());
        Source {
            name: stem.to_string_lossy().into_owned(),
            label: path.display().to_string(),
            origin: Origin::File(path.to_owned()),
        }
    }

    /// The source that `extends` names in this one.
    pub(crate) fn relative(&self, name: &str) -> Result<Source, Refusal> {
        if !looks_like_path(name) {
            return Source::shipped(name).ok_or_else(|| Refusal::one(unknown(name)));
        }
        let folder = match &self.origin {
            Origin::File(path) => path.parent(),
            Origin::Shipped(_) | Origin::StandardInput | Origin::Given => None,
        };
        let path = folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name));
        if path.is_file() {
            Ok(Source::file(&path))
        } else {
            Err(Refusal::one(Problem {
                found: format!("{}: there is no such file", quote(name)),
                nearest: nearest_file(name, &path),
                ..unknown(name)
            }))
        }
    }

    /// Whether both are one text.
    pub(crate) fn is_same(&self, other: &Source) -> bool {
        match (&self.origin, &other.origin) {
            (Origin::File(path), Origin::File(other)) => {
                match (path.canonicalize(), other.canonicalize()) {
                    (Ok(path), Ok(other)) => path == other,
                    (Err(_), _) | (_, Err(_)) => path == other,
                }
            }
            (Origin::Shipped(_), Origin::Shipped(_)) => self.name == other.name,
            (Origin::Given, Origin::Shipped(_) | Origin::File(_))
            | (Origin::Shipped(_) | Origin::File(_), Origin::Given) => self.label == other.label,
            (Origin::StandardInput, _) | (_, Origin::StandardInput) => false,
            (Origin::Shipped(_), Origin::File(_))
            | (Origin::File(_), Origin::Shipped(_))
            | (Origin::Given, Origin::Given) => false,
        }
    }

    /// Reads the text.
    pub(crate) fn text(&self) -> Result<String, Refusal> {
        let mut bytes = Vec::new();
        let outcome = match &self.origin {
            Origin::Shipped(text) => return Ok((*text).to_owned()),
            Origin::Given => return Ok(String::new()),
            Origin::File(path) => std::fs::read(path).map(|read| bytes = read),
            Origin::StandardInput => std::io::stdin().read_to_end(&mut bytes).map(|_| ()),
        };
        match outcome {
            Ok(()) => self.decode(bytes),
            Err(error) => Err(Refusal::one(Problem {
                found: format!("no readable file: {error}"),
                nearest: match &self.origin {
                    Origin::File(path) if !path.exists() => nearest_file(&self.label, path),
                    _ => None,
                },
                ..unknown(&self.label)
            })),
        }
    }

    fn decode(&self, bytes: Vec<u8>) -> Result<String, Refusal> {
        String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let good = String::from_utf8_lossy(good);
            let line = good.matches('\n').count() + 1;
            let column = good
                .rsplit('\n')
                .next()
                .map_or(0, |text| text.chars().count())
                + 1;
            Refusal::one(Problem {
                place: Place {
                    source: self.label.as_str().into(),
                    line_column: Some((line, column)),
                },
                path: String::new(),
                found: "a byte that is no UTF-8 text".to_owned(),
                allowed: "a text file in UTF-8".to_owned(),
                nearest: None,
            })
        })
    }
}

fn looks_like_path(name: &str) -> bool {
    name.ends_with(".json") || name.contains(['/', '\\'])
}

/// What a path that is not there may mean: the file beside it with the most similar name, as one
/// would have to write it, or a shipped scenario. `written` is the path as it stands in the text,
/// `meant` where it leads.
fn nearest_file(written: &str, meant: &Path) -> Option<String> {
    let stem = |path: &Path| {
        path.file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
    };
    let folder = meant
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok();
    let files = entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let json = |path: &PathBuf| path.is_file() && path.extension().is_some_and(|end| end == "json");
    let mut names: Vec<String> = files.filter(json).filter_map(|path| stem(&path)).collect();
    names.sort();
    let all = names.iter().map(String::as_str);
    let near = nearest(
        &stem(meant)?,
        all.chain(shipped().iter().map(|(name, _)| *name)),
    )?;
    let beside = Path::new(written).with_file_name(format!("{near}.json"));
    if names.contains(&near) {
        Some(beside.display().to_string())
    } else {
        Some(near)
    }
}

/// The problem of a name that is no scenario.
fn unknown(name: &str) -> Problem {
    let names = shipped().iter().map(|(name, _)| *name);
    Problem {
        place: Place::whole(name),
        path: String::new(),
        found: format!("{}: no shipped scenario has this name", quote(name)),
        allowed: format!(
            "one of {} names (pulih explain scenarios) or the path of a file that ends in .json",
            shipped().len()
        ),
        nearest: nearest(name, names),
    }
}
