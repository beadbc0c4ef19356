//! The one table of scenario keys: parser, validation, `pulih explain` and documents read it.
//!
//! A *record* is an object of a scenario with its keys. Records whose form depends on `kind` are a
//! *family*: `policies.credit` is the record of that kind, `policies` holds what all kinds share.
//! Nothing about a key is written anywhere else.

mod policies;
mod records;
mod shocks;

use super::parameters::PARAMETERS;

/// What may stand at a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Allowed {
    /// A text that is not empty.
    Text,
    /// A list of texts.
    Texts,
    /// `true` or `false`.
    YesNo,
    /// A number in a range, both ends included.
    Number(f64, f64),
    /// A whole number in a range, both ends included.
    Whole(u32, u32),
    /// A week number or an ISO date.
    Time,
    /// The Monday a run starts.
    StartDate,
    /// One name.
    Name(Names),
    /// A list of names, or the word `all` where the names know it.
    NameList(Names),
    /// An object with the keys of this record.
    Record(&'static str),
    /// A list of objects with the keys of this record.
    RecordList(&'static str),
    /// An object whose keys depend on its `kind`.
    KindRecord(&'static str),
    /// A list of objects whose keys depend on their `kind`.
    KindList(&'static str),
    /// A list of objects that are checked once their list is known.
    Objects,
    /// An object of numbers by parameter key.
    Parameters,
}

/// What is below a key.
enum Below {
    /// Nothing.
    Nothing,
    /// The keys of a record.
    Record(&'static str),
    /// The kinds of a family.
    Family(&'static str),
}

impl Allowed {
    /// The range of a number.
    pub(crate) fn range(self) -> Option<(f64, f64)> {
        if let Allowed::Whole(low, high) = self {
            return Some((f64::from(low), f64::from(high)));
        }
        if let Allowed::Number(low, high) = self {
            return Some((low, high));
        }
        None
    }

    fn below(self) -> Below {
        match self {
            Allowed::Record(name) | Allowed::RecordList(name) => Below::Record(name),
            Allowed::KindRecord(family) | Allowed::KindList(family) => Below::Family(family),
            Allowed::Text
            | Allowed::Texts
            | Allowed::YesNo
            | Allowed::Number(..)
            | Allowed::Whole(..)
            | Allowed::Time
            | Allowed::StartDate
            | Allowed::Name(_)
            | Allowed::NameList(_)
            | Allowed::Objects
            | Allowed::Parameters => Below::Nothing,
        }
    }
}

/// A set of valid names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Sectors of the scheme and `focus:AREA`.
    Sectors,
    /// Manufacturing sectors of the scheme, and `focus:AREA` for the manufacturers of an area.
    Manufacturers,
    /// One manufacturing sector of the scheme.
    Manufacturer,
    /// Focus areas.
    Focus,
    /// Provinces and island groups.
    Provinces,
    /// One province.
    Province,
    /// Size classes.
    Classes,
    /// Means of the programme.
    Means,
    /// Levels of detail of the sectors.
    Schemes,
    /// Production functions.
    ProductionFunctions,
    /// `on` and `off`.
    OnOff,
    /// Outlooks on the pandemic.
    Outlooks,
    /// Kinds of a family.
    Kinds(&'static str),
}

/// What holds when a key is absent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absent {
    /// The scenario is refused.
    Refused,
    /// This number.
    Number(f64),
    /// This truth value.
    YesNo(bool),
    /// This word.
    Word(&'static str),
    /// What this phrase says.
    Means(&'static str),
}

/// One key of a record.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Key in the JSON object.
    pub name: &'static str,
    /// What may stand there.
    pub allowed: Allowed,
    /// Unit, or what the value is.
    pub unit: &'static str,
    /// Default.
    pub absent: Absent,
    /// How the default and the range are known.
    pub source: &'static str,
    /// Meaning in a sentence.
    pub meaning: &'static str,
}

/// The keys of one object.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// Name, e.g. `window` or `policies.credit`.
    pub name: &'static str,
    /// What the object is.
    pub meaning: &'static str,
    /// Its own keys.
    pub keys: &'static [Key],
}

/// Rows of the table: `"name" Allowed "unit" = default; "source" "meaning";`.
macro_rules! keys {
    ($($name:literal $allowed:expr, $unit:literal = $absent:expr; $source:literal $meaning:literal;)*) => {
        &[$($crate::scenario::keys::Key {
            name: $name, allowed: $allowed, unit: $unit, absent: $absent, source: $source,
            meaning: $meaning,
        },)*]
    };
}
use keys;

/// Name of the record of a whole scenario.
pub const TOP: &str = "scenario";

/// All records in the order of documents.
pub fn records() -> impl Iterator<Item = &'static Record> {
    records::RECORDS
        .iter()
        .chain(shocks::RECORDS)
        .chain(policies::RECORDS)
}

/// The record of this name.
#[must_use]
pub fn record(name: &str) -> Option<&'static Record> {
    records().find(|record| record.name == name)
}

/// The kinds of a family, e.g. of `policies`.
pub fn kinds(family: &str) -> impl Iterator<Item = &'static str> {
    records().filter_map(move |record| record.name.strip_prefix(family)?.strip_prefix('.'))
}

/// The record of one kind of a family.
#[must_use]
pub fn record_of_kind(family: &str, kind: &str) -> Option<&'static Record> {
    record(&format!("{family}.{kind}"))
}

impl Record {
    /// The record with what all kinds of its family share, if it belongs to one.
    #[must_use]
    pub fn shared(&self) -> Option<&'static Record> {
        self.name
            .split_once('.')
            .and_then(|(family, _)| record(family))
    }

    /// Own keys, then those that all kinds of its family share.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static Key> {
        let shared = self.shared().map_or(&[][..], |record| record.keys);
        shared.iter().chain(self.keys)
    }

    /// The key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.all_keys().find(|key| key.name == name)
    }
}

/// What a path of keys leads to.
#[derive(Clone, Copy, Debug)]
pub enum Topic {
    /// A key that holds a value.
    Key(&'static Key),
    /// A key that holds an object, or one kind of a family.
    Record(&'static Record),
}

/// Follows a path such as `policies.credit.access`, `policies[0].scope` or `weeks`.
#[must_use]
pub fn find(path: &str) -> Option<Topic> {
    let mut here = record(TOP)?;
    let mut topic = None;
    let mut family: Option<&'static str> = None;
    for segment in path.split('.') {
        let segment = segment.split('[').next().unwrap_or(segment);
        if let Some(name) = family.take()
            && let Some(found) = record_of_kind(name, segment)
        {
            here = found;
            topic = Some(Topic::Record(found));
            continue;
        }
        let key = here.key(segment)?;
        topic = Some(Topic::Key(key));
        here = match key.allowed.below() {
            Below::Nothing => &records::NOTHING,
            Below::Record(name) => record(name)?,
            Below::Family(name) => {
                family = Some(name);
                record(name)?
            }
        };
    }
    topic
}

/// Every path that `find` knows, kinds spelt out, for nearest names and reference pages.
#[must_use]
pub fn paths() -> Vec<String> {
    let mut found = Vec::new();
    if let Some(top) = record(TOP) {
        collect(top, "", &mut found);
    }
    found.extend(
        PARAMETERS
            .iter()
            .map(|info| format!("parameters.{}", info.key)),
    );
    found
}

fn collect(record_here: &'static Record, prefix: &str, found: &mut Vec<String>) {
    for key in record_here.all_keys() {
        let path = if prefix.is_empty() {
            key.name.to_owned()
        } else {
            format!("{prefix}.{}", key.name)
        };
        match key.allowed.below() {
            Below::Nothing => {}
            Below::Record(name) => {
                if let Some(inner) = record(name) {
                    collect(inner, &path, found);
                }
            }
            Below::Family(family) => {
                for kind in kinds(family) {
                    let path = format!("{path}.{kind}");
                    if let Some(inner) = record_of_kind(family, kind) {
                        collect(inner, &path, found);
                    }
                    found.push(path);
                }
            }
        }
        found.push(path);
    }
}

impl Key {
    /// The default in words, as `explain` prints it.
    #[must_use]
    pub fn default_in_words(&self) -> String {
        match self.absent {
            Absent::Refused => "none, the key must be given".to_owned(),
            Absent::Number(value) => value.to_string(),
            Absent::YesNo(value) => value.to_string(),
            Absent::Word(word) => format!("\"{word}\""),
            Absent::Means(phrase) => phrase.to_owned(),
        }
    }
}
