//! What is wrong with a scenario: where, what was found, what is allowed, what is nearest.

use std::fmt;
use std::sync::Arc;

/// Weight of a likeness to the first words of a name alone, and what it has to be at least (ours).
const FIRST_WORDS: f64 = 0.7;
const LIKE_FIRST_WORDS: f64 = 0.75;
/// Likeness below which no name is suggested, 0..1 (ours).
const LIKENESS_FLOOR: f64 = 0.45;
/// Longest piece of a reader's text that a message repeats, characters.
const LONGEST_QUOTE: usize = 60;

/// A place in a text; line and column count characters from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// File or option, as the reader knows it.
    pub source: Arc<str>,
    /// Line and column; none where a whole file or an option is meant.
    pub line_column: Option<(usize, usize)>,
}

impl Place {
    /// A whole file or an option of the command line.
    #[must_use]
    pub fn whole(source: &str) -> Place {
        Place {
            source: source.into(),
            line_column: None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line_column {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.source),
            None => f.write_str(&self.source),
        }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Path of keys, e.g. `policies[2].scope.sectors[0]`; empty where none applies.
    pub path: String,
    /// What was found and why it does not do.
    pub found: String,
    /// What is allowed.
    pub allowed: String,
    /// The nearest valid choice, if one is near.
    pub nearest: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if !self.path.is_empty() {
            write!(f, "  {}", self.path)?;
        }
        write!(f, "\n  found {}\n  allowed: {}", self.found, self.allowed)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; nearest: \"{nearest}\"")?;
        }
        Ok(())
    }
}

/// A refused scenario: all its problems, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// At least one.
    pub problems: Vec<Problem>,
}

impl Refusal {
    /// A refusal for one reason.
    #[must_use]
    pub fn one(problem: Problem) -> Refusal {
        Refusal {
            problems: vec![problem],
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// Adds a problem.
    pub(crate) fn add(&mut self, problem: Problem) {
        if !self.list.contains(&problem) {
            self.list.push(problem);
        }
    }

    /// Adds the problems of a refusal.
    pub(crate) fn extend(&mut self, refusal: Refusal) {
        for problem in refusal.problems {
            self.add(problem);
        }
    }

    /// The value, if there was no problem; else the refusal.
    pub(crate) fn or_refusal<T>(self, value: T) -> Result<T, Refusal> {
        if self.list.is_empty() {
            Ok(value)
        } else {
            Err(self.into_refusal())
        }
    }

    /// The refusal, in the order of the text.
    pub(crate) fn into_refusal(mut self) -> Refusal {
        self.list.sort_by(|a, b| {
            (&a.place.source, a.place.line_column).cmp(&(&b.place.source, b.place.line_column))
        });
        Refusal {
            problems: self.list,
        }
    }
}

/// The valid name most like the one given, if any is near.
#[must_use]
pub fn nearest<'a>(given: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let given = given.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in valid {
        let likeness = likeness(&given, &name.to_lowercase());
        if likeness >= LIKENESS_FLOOR && best.is_none_or(|(highest, _)| likeness > highest) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

/// How like two names are, 0 to 1. What was typed may be the first words of a longer name; that
/// counts a little less than the whole name.
fn likeness(given: &str, name: &str) -> f64 {
    let like = strsim::normalized_damerau_levenshtein;
    let ends = name.match_indices(['_', ' ', '.']).map(|(at, _)| at);
    let beginnings = ends
        .map(|end| like(given, &name[..end]))
        .filter(|likeness| *likeness >= LIKE_FIRST_WORDS)
        .map(|likeness| FIRST_WORDS * likeness);
    beginnings.fold(like(given, name), f64::max)
}

/// A reader's text in quotes, shortened, on one line.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST_QUOTE).collect();
    if text.chars().nth(LONGEST_QUOTE).is_some() {
        shown.push('…');
    }
    format!(
        "\"{}\"",
        shown.escape_debug().to_string().replace("\\'", "'")
    )
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_first_words_of_a_name_count_less_than_a_whole_name() {
        let names = ["finance", "distance_decay", "Jawa Barat", "Java"];
        let near = |given| nearest(given, names);
        assert_eq!(near("distnace").as_deref(), Some("distance_decay"));
        assert_eq!(near("finanse").as_deref(), Some("finance"));
        assert_eq!(near("Jawa").as_deref(), Some("Java"));
        assert_eq!(near("dist"), None);
    }
}
