//! Explanations of keys, kinds and parameters, all from the table of keys.

use crate::data::SectorScheme;
use crate::scenario::keys::{self, Allowed, Key, Record, Topic};
use crate::scenario::{PARAMETERS, ParameterInfo, allowed_in_words, number_in_words};
use std::fmt::Write as _;

const FAMILIES: [&str; 3] = ["shocks", "policies", "goal"];

/// Every key of a scenario, a line each.
pub(crate) fn keys() -> String {
    let mut text = String::new();
    for path in keys::paths() {
        let meaning = match keys::find(&path) {
            Some(Topic::Key(key)) => key.meaning,
            Some(Topic::Record(record)) => record.meaning,
            None => parameter_info(&path).map_or("", |info| info.meaning),
        };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{path}\n    {meaning}");
    }
    text
}

/// Kinds of shocks, policies and goals.
pub(crate) fn kinds() -> String {
    let mut text = String::new();
    for family in FAMILIES {
        let _ = writeln!(text, "{family}");
        for kind in keys::kinds(family) {
            let meaning = keys::record_of_kind(family, kind).map_or("", |record| record.meaning);
            let _ = writeln!(text, "  {kind:22} {meaning}");
        }
    }
    text
}

/// Channels.
pub(crate) fn channels() -> String {
    let mut text = String::new();
    for key in keys::record("channels").map_or(&[][..], |record| record.keys) {
        let _ = writeln!(text, "{:20} {}", key.name, key.meaning);
    }
    text
}

/// All parameters, a line each.
pub(crate) fn parameters() -> String {
    let mut text = String::new();
    for info in PARAMETERS {
        let _ = writeln!(
            text,
            "{:32} {} ({} to {}) {}: {}",
            info.key, info.default, info.low, info.high, info.unit, info.meaning
        );
    }
    text
}

/// One parameter, with or without `parameters.` before it.
pub(crate) fn parameter(topic: &str) -> Option<String> {
    let info = parameter_info(topic)?;
    let (low, high) = info.allowed;
    let mut text = format!("parameters.{}\n  {}\n", info.key, info.meaning);
    if !info.symbol.is_empty() {
        let _ = writeln!(text, "  symbol:  {}", info.symbol);
    }
    let _ = write!(
        text,
        "  unit:    {}\n  default: {} (plausible: {} to {})\n  allowed: {}\n  source:  {}\n",
        info.unit,
        info.default,
        info.low,
        info.high,
        number_in_words(low, high, info.unit),
        info.source
    );
    Some(text)
}

fn parameter_info(topic: &str) -> Option<&'static ParameterInfo> {
    let key = topic.strip_prefix("parameters.").unwrap_or(topic);
    PARAMETERS.iter().find(|info| info.key == key)
}

/// One key or kind by its path.
pub(crate) fn path(topic: &str) -> Option<String> {
    match keys::find(topic)? {
        Topic::Key(key) => Some(key_text(topic, key)),
        Topic::Record(record) => Some(record_text(topic, record)),
    }
}

/// A kind or an object such as `scope` by its name alone.
pub(crate) fn kind(topic: &str) -> Option<String> {
    let families = FAMILIES
        .iter()
        .map(|family| keys::record_of_kind(family, topic));
    let alone = keys::record(topic).filter(|record| keys::find(record.name).is_none());
    let mut found = families.chain([alone]).flatten();
    found.next().map(|record| record_text(record.name, record))
}

/// Names that [`kind`] knows.
pub(crate) fn record_names() -> Vec<String> {
    let last_part = |record: &Record| record.name.rsplit('.').next().map(str::to_owned);
    keys::records().filter_map(last_part).collect()
}

/// A word in the meaning of more parameters than this says nothing about any of them.
const TELLING_AT_MOST: usize = 6;

/// Parameters whose meaning has this word; none for a word that many have.
pub(crate) fn speak_of(word: &str) -> Vec<&'static str> {
    let word = word.to_lowercase();
    let has = |meaning: &str| {
        let meaning = meaning.to_lowercase();
        let mut words = meaning.split(|c: char| !c.is_alphanumeric());
        words.any(|one| one == word)
    };
    let named = PARAMETERS.iter().filter(|info| has(info.meaning));
    let named: Vec<&str> = named.map(|info| info.key).collect();
    if named.len() > TELLING_AT_MOST {
        Vec::new()
    } else {
        named
    }
}

fn key_text(path: &str, key: &'static Key) -> String {
    let mut text = format!(
        "{path}\n  {}\n  unit:    {}\n  default: {}\n  allowed: {}\n",
        key.meaning,
        key.unit,
        key.default_in_words(),
        allowed_in_words(key, SectorScheme::Io30),
    );
    if key.source != "-" {
        let _ = writeln!(text, "  source:  {}", key.source);
    }
    if let Allowed::Record(name) | Allowed::RecordList(name) = key.allowed
        && let Some(record) = keys::record(name)
    {
        list_keys(record, &mut text);
    }
    text
}

fn record_text(path: &str, record: &'static Record) -> String {
    let mut text = format!("{path}\n  {}\n", record.meaning);
    list_keys(record, &mut text);
    text
}

fn list_keys(record: &'static Record, text: &mut String) {
    text.push_str("  keys:\n");
    for key in record.all_keys() {
        let _ = writeln!(
            text,
            "    {:34} {} Default: {}.",
            key.name,
            key.meaning,
            key.default_in_words()
        );
    }
}
