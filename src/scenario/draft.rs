//! Scenario text as a tree of values that know their place: nothing is checked yet but the form.
//!
//! The text passes two readers. `serde_json` is the strict gate: what it refuses is not JSON.
//! `jsonc-parser`, with every relaxation off, gives the place of each key and value.

use super::problem::{Place, Problem, Problems, quote};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::sync::Arc;

/// What the form of a scenario text must be.
const STRICT: &str = "JSON without comments, trailing commas, NaN or numbers beyond 1.8e308";

/// A value with its place and path of keys.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) path: String,
    pub(crate) value: NodeValue,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NodeValue {
    Null,
    YesNo(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) value: Node,
}

impl Node {
    /// A problem at this value.
    pub(crate) fn problem(&self, why: &str, allowed: String) -> Problem {
        Problem {
            place: self.place.clone(),
            path: self.path.clone(),
            found: format!("{}: {why}", self.in_words()),
            allowed,
            nearest: None,
        }
    }

    /// The members of an object, none of anything else.
    pub(crate) fn members(&self) -> &[Member] {
        match &self.value {
            NodeValue::Object(members) => members,
            NodeValue::Null
            | NodeValue::YesNo(_)
            | NodeValue::Number(_)
            | NodeValue::Text(_)
            | NodeValue::List(_) => &[],
        }
    }

    /// The elements of a list, none of anything else.
    pub(crate) fn elements(&self) -> &[Node] {
        match &self.value {
            NodeValue::List(elements) => elements,
            NodeValue::Null
            | NodeValue::YesNo(_)
            | NodeValue::Number(_)
            | NodeValue::Text(_)
            | NodeValue::Object(_) => &[],
        }
    }

    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        if let NodeValue::Text(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    /// The value of a key of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        let member = self.members().iter().find(|member| member.name == name)?;
        Some(&member.value)
    }

    /// The value as a message shows it.
    pub(crate) fn in_words(&self) -> String {
        match &self.value {
            NodeValue::Null => "null".to_owned(),
            NodeValue::YesNo(value) => value.to_string(),
            NodeValue::Number(value) => value.to_string(),
            NodeValue::Text(text) => quote(text),
            NodeValue::List(elements) => format!("a list of {}", elements.len()),
            NodeValue::Object(_) => "an object".to_owned(),
        }
    }
}

/// Reads a text; `None` when its form is broken, and then there is a problem.
pub(crate) fn read(text: &str, source: &str, problems: &mut Problems) -> Option<Node> {
    let lines = Lines::new(text, source);
    let gate = serde_json::from_str::<serde_json::Value>(text);
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &strict()) {
        Ok(parsed) => parsed,
        Err(error) => {
            problems.add(lines.broken_form(&error));
            return None;
        }
    };
    let mut reading = Reading {
        lines: &lines,
        problems,
        endless_numbers: 0,
    };
    let root = parsed
        .value
        .as_ref()
        .map(|value| reading.node(value, String::new()));
    match gate {
        Err(error) if reading.endless_numbers == 0 => {
            problems.add(lines.refused_by_gate(&error));
            None
        }
        Err(_) | Ok(_) => root,
    }
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Turns byte offsets into places.
struct Lines<'a> {
    text: &'a str,
    source: Arc<str>,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, source: &str) -> Lines<'a> {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines {
            text,
            source: source.into(),
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |text| text.chars().count());
        Place {
            source: self.source.clone(),
            line_column: Some((line, column + 1)),
        }
    }

    fn broken_form(&self, error: &ParseError) -> Problem {
        let why = lower_first(&error.kind().to_string());
        self.form_problem(self.place(error.range().start), &why)
    }

    fn refused_by_gate(&self, error: &serde_json::Error) -> Problem {
        let start = self
            .starts
            .get(error.line().saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let mut offset = (start + error.column().saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let why = error.to_string();
        let why = why.split(" at line ").next().unwrap_or(&why).to_owned();
        self.form_problem(self.place(offset), &why)
    }

    fn form_problem(&self, place: Place, why: &str) -> Problem {
        let here = place.line_column.map_or("", |(line, column)| {
            let line = self.text.lines().nth(line - 1).unwrap_or("");
            line.char_indices()
                .nth(column - 1)
                .map_or("", |(at, _)| &line[at..])
        });
        let found = if here.is_empty() {
            "the end of the line".to_owned()
        } else {
            quote(here)
        };
        let why = if here.starts_with('\u{feff}') {
            "a byte order mark, which UTF-8 does not need".to_owned()
        } else {
            why.to_owned()
        };
        Problem {
            place,
            path: String::new(),
            found: format!("{found}: {why}"),
            allowed: STRICT.to_owned(),
            nearest: None,
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// Builds the tree and notes what only this step can see: repeated keys, endless numbers.
struct Reading<'a, 'b> {
    lines: &'a Lines<'a>,
    problems: &'b mut Problems,
    endless_numbers: usize,
}

impl Reading<'_, '_> {
    fn node(&mut self, value: &Value<'_>, path: String) -> Node {
        let place = self.lines.place(value.start());
        let value = match value {
            Value::StringLit(text) => NodeValue::Text(text.value.to_string()),
            Value::NumberLit(number) => NodeValue::Number(self.number(number.value, &place, &path)),
            Value::BooleanLit(truth) => NodeValue::YesNo(truth.value),
            Value::NullKeyword(_) => NodeValue::Null,
            Value::Array(array) => {
                let elements = array.elements.iter().enumerate();
                NodeValue::List(
                    elements
                        .map(|(index, element)| self.node(element, format!("{path}[{index}]")))
                        .collect(),
                )
            }
            Value::Object(object) => NodeValue::Object(self.members(object, &path)),
        };
        Node { place, path, value }
    }

    fn number(&mut self, digits: &str, place: &Place, path: &str) -> f64 {
        let value = digits.parse::<f64>().unwrap_or(f64::NAN);
        if value.is_finite() {
            return value;
        }
        self.endless_numbers += 1;
        self.problems.add(Problem {
            place: place.clone(),
            path: path.to_owned(),
            found: format!("{digits}: no computer number is that large"),
            allowed: STRICT.to_owned(),
            nearest: None,
        });
        f64::NAN
    }

    fn members(&mut self, object: &Object<'_>, path: &str) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for property in &object.properties {
            let name = property.name.as_str().to_owned();
            let place = self.lines.place(property.start());
            let path = if path.is_empty() {
                key_in_path(&name)
            } else {
                format!("{path}.{}", key_in_path(&name))
            };
            if let Some(first) = members.iter().find(|member| member.name == name) {
                let (line, column) = first.place.line_column.unwrap_or((1, 1));
                self.problems.add(Problem {
                    place: place.clone(),
                    path: path.clone(),
                    found: format!(
                        "{} a second time: it stands at {line}:{column} already",
                        quote(&name)
                    ),
                    allowed: "each key once".to_owned(),
                    nearest: None,
                });
            }
            let value = self.node(&property.value, path);
            members.push(Member { name, place, value });
        }
        members
    }
}

/// A key as a path shows it: in quotes when it is not a plain word.
fn key_in_path(name: &str) -> String {
    let plain = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_');
    if plain && name.len() <= 60 {
        name.to_owned()
    } else {
        quote(name)
    }
}
