//! Checks a draft against the table of keys: unknown and missing keys, types, ranges, names.

use super::draft::{Member, Node, NodeValue};
use super::keys::{self, Absent, Allowed, Key, Names, Record};
use super::names;
use super::parameters::PARAMETERS;
use super::problem::{Problem, Problems, nearest, quote};
use super::time;
use super::words::{allowed_in_words, in_braces, number_in_words};
use crate::data::SectorScheme;

/// Checks values of one level of detail of the sectors.
pub(crate) struct Check<'a> {
    /// Level of detail whose names are valid.
    pub(crate) scheme: SectorScheme,
    /// Where problems go.
    pub(crate) problems: &'a mut Problems,
}

impl Check<'_> {
    /// Checks an object against a record.
    pub(crate) fn record(&mut self, node: &Node, record: &'static Record) {
        if !matches!(node.value, NodeValue::Object(_)) {
            self.problems
                .add(node.problem("not an object", in_braces(record)));
            return;
        }
        for member in node.members() {
            match record.key(&member.name) {
                Some(key) => self.value(&member.value, key),
                None => self.unknown_key(member, record),
            }
        }
        self.missing_keys(node, record);
    }

    fn unknown_key(&mut self, member: &Member, record: &'static Record) {
        let names: Vec<&str> = record.all_keys().map(|key| key.name).collect();
        self.problems.add(Problem {
            place: member.place.clone(),
            path: member.value.path.clone(),
            found: format!("{}: there is no such key here", quote(&member.name)),
            allowed: format!("one of {}", names.join(", ")),
            nearest: nearest(&member.name, names),
        });
    }

    fn missing_keys(&mut self, node: &Node, record: &'static Record) {
        for key in record.all_keys() {
            if key.absent == Absent::Refused && node.get(key.name).is_none() {
                self.problems.add(Problem {
                    place: node.place.clone(),
                    path: join(&node.path, key.name),
                    found: "nothing: the key is missing".to_owned(),
                    allowed: self.allowed_in_words(key),
                    nearest: None,
                });
            }
        }
    }

    /// Checks the value at a key.
    pub(crate) fn value(&mut self, node: &Node, key: &'static Key) {
        match key.allowed {
            Allowed::Text => self.text(node, key),
            Allowed::Texts => self.texts(node, key),
            Allowed::YesNo => {
                self.must(
                    matches!(node.value, NodeValue::YesNo(_)),
                    node,
                    "not true or false",
                    key,
                );
            }
            Allowed::Number(low, high) => self.number(node, low, high, key),
            Allowed::Whole(low, high) => self.whole(node, low, high, key),
            Allowed::Time => self.time(node, key),
            Allowed::StartDate => self.start(node, key),
            Allowed::Name(names) => self.name(node, names),
            Allowed::NameList(names) => self.name_list(node, names),
            Allowed::Record(name) => self.inner(node, keys::record(name)),
            Allowed::RecordList(name) => {
                if self.filled_list(node, key) {
                    for element in node.elements() {
                        self.inner(element, keys::record(name));
                    }
                }
            }
            Allowed::KindRecord(family) => self.kind_record(node, family),
            Allowed::KindList(family) => self.kind_list(node, family, key),
            Allowed::Objects => {}
            Allowed::Parameters => self.parameters(node, key),
        }
    }

    fn must(&mut self, holds: bool, node: &Node, why: &str, key: &'static Key) {
        if !holds {
            let allowed = self.allowed_in_words(key);
            self.problems.add(node.problem(why, allowed));
        }
    }

    fn inner(&mut self, node: &Node, record: Option<&'static Record>) {
        if let Some(record) = record {
            self.record(node, record);
        }
    }

    fn text(&mut self, node: &Node, key: &'static Key) {
        match node.text() {
            Some(text) => self.must(!text.trim().is_empty(), node, "empty", key),
            None => self.must(false, node, "not a text", key),
        }
    }

    fn texts(&mut self, node: &Node, key: &'static Key) {
        if !matches!(node.value, NodeValue::List(_)) {
            self.must(false, node, "not a list", key);
        }
        for element in node.elements() {
            self.text(element, key);
        }
    }

    fn number(&mut self, node: &Node, low: f64, high: f64, key: &'static Key) {
        match node.value {
            NodeValue::Number(value) => {
                let outside = value < low || value > high;
                self.must(!outside, node, "out of range", key);
            }
            NodeValue::Null
            | NodeValue::YesNo(_)
            | NodeValue::Text(_)
            | NodeValue::List(_)
            | NodeValue::Object(_) => self.must(false, node, "not a number", key),
        }
    }

    fn whole(&mut self, node: &Node, low: u32, high: u32, key: &'static Key) {
        self.number(node, f64::from(low), f64::from(high), key);
        if let NodeValue::Number(value) = node.value {
            let inside = value >= f64::from(low) && value <= f64::from(high);
            self.must(
                !inside || value.fract() == 0.0,
                node,
                "not a whole number",
                key,
            );
        }
    }

    fn time(&mut self, node: &Node, key: &'static Key) {
        if matches!(node.value, NodeValue::Number(value) if value.is_nan()) {
            return;
        }
        if let Err(why) = time::week(node) {
            self.must(false, node, &why, key);
        }
    }

    fn start(&mut self, node: &Node, key: &'static Key) {
        let only = node.text() == Some(time::START);
        self.must(only, node, "the drivers start on another day", key);
    }

    fn name(&mut self, node: &Node, names: Names) {
        let Some(name) = node.text() else {
            let allowed = names.in_words(self.scheme);
            self.problems
                .add(node.problem("not a name in quotes", allowed));
            return;
        };
        if names.accept(name, self.scheme) {
            return;
        }
        let mut problem = node.problem(
            &names.refusal(name, self.scheme),
            names.in_words(self.scheme),
        );
        problem.nearest = names::nearest_name(names, name, self.scheme);
        self.problems.add(problem);
    }

    fn name_list(&mut self, node: &Node, names: Names) {
        if names.know_all() && node.text() == Some(names::ALL) {
            return;
        }
        let allowed = format!("a list, each {}", names.in_words(self.scheme));
        match &node.value {
            NodeValue::List(elements) if elements.is_empty() => {
                let why = "an empty list reaches nobody";
                self.problems
                    .add(node.problem(why, format!("{allowed}; or leave the key out")));
            }
            NodeValue::List(elements) => elements
                .iter()
                .for_each(|element| self.name(element, names)),
            NodeValue::Null
            | NodeValue::YesNo(_)
            | NodeValue::Number(_)
            | NodeValue::Text(_)
            | NodeValue::Object(_) => self.problems.add(node.problem("not a list", allowed)),
        }
    }

    fn filled_list(&mut self, node: &Node, key: &'static Key) -> bool {
        let is_list = matches!(node.value, NodeValue::List(_));
        self.must(is_list, node, "not a list", key);
        let may_be_empty = key.absent != Absent::Refused;
        let filled = may_be_empty || !node.elements().is_empty();
        self.must(!is_list || filled, node, "empty", key);
        is_list
    }

    fn kind_list(&mut self, node: &Node, family: &'static str, key: &'static Key) {
        if self.filled_list(node, key) {
            for element in node.elements() {
                self.kind_record(element, family);
            }
        }
    }

    fn kind_record(&mut self, node: &Node, family: &'static str) {
        let Some(shared) = keys::record(family) else {
            return;
        };
        let kind = node.get("kind").and_then(Node::text).unwrap_or_default();
        if let Some(record) = keys::record_of_kind(family, kind) {
            self.record(node, record);
            return;
        }
        let is_object = matches!(node.value, NodeValue::Object(_));
        if !is_object {
            self.problems
                .add(node.problem("not an object", in_braces(shared)));
            return;
        }
        // The kind is unknown: only what all kinds share can be checked.
        for member in node.members() {
            if let Some(key) = shared.key(&member.name) {
                self.value(&member.value, key);
            }
        }
        self.missing_keys(node, shared);
    }

    fn parameters(&mut self, node: &Node, key: &'static Key) {
        if !matches!(node.value, NodeValue::Object(_)) {
            self.must(false, node, "not an object", key);
        }
        for member in node.members() {
            match PARAMETERS.iter().find(|info| info.key == member.name) {
                Some(info) => {
                    let (low, high) = info.allowed;
                    let allowed = number_in_words(low, high, info.unit);
                    self.parameter(&member.value, low, high, allowed);
                }
                None => self.problems.add(Problem {
                    place: member.place.clone(),
                    path: member.value.path.clone(),
                    found: format!("{}: no parameter has this name", quote(&member.name)),
                    allowed: format!(
                        "one of {} names (pulih explain parameters)",
                        PARAMETERS.len()
                    ),
                    nearest: nearest(&member.name, PARAMETERS.iter().map(|info| info.key)),
                }),
            }
        }
    }

    fn parameter(&mut self, node: &Node, low: f64, high: f64, allowed: String) {
        match node.value {
            NodeValue::Number(value) if value < low || value > high => {
                self.problems.add(node.problem("out of range", allowed));
            }
            NodeValue::Number(_) => {}
            NodeValue::Null
            | NodeValue::YesNo(_)
            | NodeValue::Text(_)
            | NodeValue::List(_)
            | NodeValue::Object(_) => self.problems.add(node.problem("not a number", allowed)),
        }
    }

    fn allowed_in_words(&self, key: &Key) -> String {
        allowed_in_words(key, self.scheme)
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
