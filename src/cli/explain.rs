//! `pulih explain`: meaning, unit, range, default and source of whatever a scenario may name.

use super::Outcome;
use super::{explain_key, explain_names};
use crate::scenario::{PARAMETERS, keys, nearest, province_meant, quote, shipped};
use std::fmt::Write as _;

/// A topic that lists something.
struct List {
    topic: &'static str,
    about: &'static str,
    print: fn() -> String,
}

const LISTS: [List; 12] = [
    List {
        topic: "scenarios",
        about: "shipped scenarios",
        print: explain_names::scenarios,
    },
    List {
        topic: "keys",
        about: "every key of a scenario",
        print: explain_key::keys,
    },
    List {
        topic: "kinds",
        about: "kinds of shocks, policies and goals",
        print: explain_key::kinds,
    },
    List {
        topic: "parameters",
        about: "parameters of the model",
        print: explain_key::parameters,
    },
    List {
        topic: "channels",
        about: "channels that can be switched off",
        print: explain_key::channels,
    },
    List {
        topic: "production_function",
        about: "how inputs bind output",
        print: explain_names::production_functions,
    },
    List {
        topic: "sectors",
        about: "sectors of io30 and the sectors of io80 inside them",
        print: explain_names::sectors,
    },
    List {
        topic: "focus",
        about: "focus areas of the programme",
        print: explain_names::focus,
    },
    List {
        topic: "provinces",
        about: "provinces and island groups",
        print: explain_names::provinces,
    },
    List {
        topic: "classes",
        about: "size classes",
        print: explain_names::classes,
    },
    List {
        topic: "means",
        about: "means of the programme",
        print: explain_names::means,
    },
    List {
        topic: "sources",
        about: "sources of the shipped scenarios",
        print: sources,
    },
];

/// Explains a topic, or lists the topics.
pub(crate) fn execute(topic: Option<&str>) -> Outcome {
    let Some(topic) = topic else {
        return Outcome::Done(topics());
    };
    match explain(topic) {
        Some(text) => Outcome::Done(text),
        None => Outcome::Refused(unknown(topic)),
    }
}

/// As typed, or else as a name that is written in another way.
fn explain(topic: &str) -> Option<String> {
    exactly(topic).or_else(|| exactly(&same_name(topic)?))
}

/// The name that differs in case, spaces, hyphens and underscores only; a sector also by its words.
fn same_name(topic: &str) -> Option<String> {
    let wanted = plain(topic);
    let mut words = explain_names::sector_words().into_iter();
    let named = candidates().into_iter().find(|name| plain(name) == wanted);
    named.or_else(|| words.find_map(|(words, code)| (plain(&words) == wanted).then_some(code)))
}

/// A name without what typing varies.
fn plain(name: &str) -> String {
    let letters = name.to_lowercase().replace(['_', '-'], " ");
    letters.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn exactly(topic: &str) -> Option<String> {
    if let Some(list) = LISTS.iter().find(|list| list.topic == topic) {
        return Some((list.print)());
    }
    // A name may stand for several things, as `closure` for a kind of shock and a scenario.
    let first = explain_key::parameter(topic).or_else(|| explain_key::path(topic));
    let others = [explain_key::kind(topic), explain_names::named(topic)];
    let found: Vec<String> = first
        .into_iter()
        .chain(others.into_iter().flatten())
        .collect();
    (!found.is_empty()).then(|| found.join("\n"))
}

/// Sources of scenarios, where those of all else are, and the key of a scenario of that name.
fn sources() -> String {
    let key = explain_key::path("sources").unwrap_or_default();
    format!(
        "{}\nOf a table: pulih data TABLE. Of a key or a parameter: pulih explain NAME.\n\nAs a key of a scenario:\n{key}",
        explain_names::scenario_sources()
    )
}

fn topics() -> String {
    let mut text = String::from("pulih explain TOPIC\n\nLists:\n");
    for list in &LISTS {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {:20} {}", list.topic, list.about);
    }
    text.push_str("\nOr one thing: a key (policies.credit.access), a parameter (deadweight), a kind (credit),\na sector (automotive), a province (\"Jawa Barat\"), a class, a focus area, a means, a scenario.\n");
    text
}

/// All that can be explained.
fn candidates() -> Vec<String> {
    let mut candidates: Vec<String> = LISTS.iter().map(|list| list.topic.to_owned()).collect();
    candidates.extend(explain_names::all_names());
    candidates.extend(PARAMETERS.iter().map(|info| info.key.to_owned()));
    candidates.extend(shipped().iter().map(|(name, _)| (*name).to_owned()));
    candidates.extend(keys::paths());
    candidates.extend(explain_key::record_names());
    candidates
}

fn unknown(topic: &str) -> String {
    let candidates = candidates();
    let mut text = format!(
        "pulih explain {topic}\n  found {}: there is no such topic\n  allowed: a list, key, parameter or name (pulih explain)",
        quote(topic)
    );
    let names = candidates.iter().map(String::as_str);
    let nearest = province_meant(topic).or_else(|| nearest(topic, names));
    let mut speaking = explain_key::speak_of(topic);
    speaking.retain(|key| nearest.as_deref() != Some(key));
    if !speaking.is_empty() {
        let _ = write!(text, "; spoken of in: {}", speaking.join(", "));
    }
    if let Some(nearest) = nearest {
        let _ = write!(text, "; nearest: \"{nearest}\"");
    }
    text
}
