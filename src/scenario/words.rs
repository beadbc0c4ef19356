//! What the table of keys allows, in words: messages and `pulih explain` say the same.

use super::keys::{self, Allowed, Key, Names, Record};
use super::parameters::PARAMETERS;
use super::time;
use crate::data::SectorScheme;

/// What may stand at a key, in words.
#[must_use]
pub fn allowed_in_words(key: &Key, scheme: SectorScheme) -> String {
    match key.allowed {
        Allowed::Text => "a text in quotes, not empty".to_owned(),
        Allowed::Texts => "a list of texts in quotes".to_owned(),
        Allowed::YesNo => "true or false, without quotes".to_owned(),
        Allowed::Number(low, high) => number_in_words(low, high, key.unit),
        Allowed::Whole(low, high) => format!("a whole number from {low} to {high} ({})", key.unit),
        Allowed::Time => time::allowed_in_words(),
        Allowed::StartDate => format!("\"{}\", the first Monday of the drivers", time::START),
        Allowed::Name(names) => names.in_words(scheme),
        Allowed::NameList(names) => format!("a list, each {}", names.in_words(scheme)),
        Allowed::Record(name) => keys::record(name).map_or_else(String::new, in_braces),
        Allowed::RecordList(name) => {
            let element = keys::record(name).map_or_else(String::new, in_braces);
            format!("a list of objects, each {element}")
        }
        Allowed::KindRecord(family) | Allowed::KindList(family) => {
            let listed = matches!(key.allowed, Allowed::KindList(_));
            let form = if listed {
                "a list of objects, each"
            } else {
                "an object"
            };
            format!(
                "{form} with a \"kind\": {}",
                Names::Kinds(family).in_words(scheme)
            )
        }
        Allowed::Objects => "a list of objects".to_owned(),
        Allowed::Parameters => {
            format!(
                "an object of numbers by key, {} keys (pulih explain parameters)",
                PARAMETERS.len()
            )
        }
    }
}

/// A range of numbers in words.
#[must_use]
pub fn number_in_words(low: f64, high: f64, unit: &str) -> String {
    format!("a number from {low} to {high} ({unit})")
}

/// The keys of a record in words.
pub(crate) fn in_braces(record: &'static Record) -> String {
    let names: Vec<&str> = record.all_keys().map(|key| key.name).collect();
    format!("an object {{{}}}", names.join(", "))
}
