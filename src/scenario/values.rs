//! Reads values of an object through the table of keys: what is absent takes the table's default.
//!
//! Values were checked before. A value that did not pass reads as its default here; the scenario
//! is refused all the same, but relations between values can still be looked at.

use super::draft::{Node, NodeValue};
use super::keys::{Absent, Key, Record};
use super::{names, time};
use crate::data::SectorScheme;
use crate::ids::{CLASSES, Focus, PROVINCES};
use crate::policy::{Scope, Window};

/// An object read as a record.
#[derive(Clone, Copy)]
pub(crate) struct Values<'a> {
    pub(crate) node: &'a Node,
    pub(crate) record: &'static Record,
    pub(crate) scheme: SectorScheme,
}

impl<'a> Values<'a> {
    /// Another object of the same scenario.
    pub(crate) fn of(&self, node: &'a Node, record_name: &str) -> Values<'a> {
        Values {
            node,
            record: super::keys::record(record_name).unwrap_or(self.record),
            scheme: self.scheme,
        }
    }

    /// The value at a key, if there is one.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Node> {
        self.node.get(name)
    }

    fn key(&self, name: &str) -> &'static Key {
        self.record
            .key(name)
            .expect("values are read only at keys of the table")
    }

    /// A number.
    pub(crate) fn number(&self, name: &str) -> f64 {
        let key = self.key(name);
        let (low, high) = key.allowed.range().unwrap_or((0.0, 0.0));
        if let Some(NodeValue::Number(value)) = self.get(name).map(|node| &node.value)
            && (low..=high).contains(value)
        {
            return *value;
        }
        if let Absent::Number(value) = key.absent {
            return value;
        }
        low
    }

    /// A whole number.
    pub(crate) fn whole(&self, name: &str) -> u32 {
        self.number(name) as u32
    }

    /// A truth value.
    pub(crate) fn yes(&self, name: &str) -> bool {
        if let Some(NodeValue::YesNo(value)) = self.get(name).map(|node| &node.value) {
            return *value;
        }
        self.key(name).absent == Absent::YesNo(true)
    }

    /// A text or name, empty if there is none.
    pub(crate) fn text(&self, name: &str) -> &'a str {
        if let Some(text) = self.get(name).and_then(Node::text) {
            return text;
        }
        if let Absent::Word(word) = self.key(name).absent {
            return word;
        }
        ""
    }

    /// A week.
    pub(crate) fn week(&self, name: &str) -> Option<u32> {
        self.get(name).and_then(|node| time::week(node).ok())
    }

    /// The names of a list.
    fn names(&self, name: &str) -> Option<Vec<&'a str>> {
        let node = self.get(name)?;
        if let Some(word) = node.text() {
            return Some(vec![word]);
        }
        Some(node.elements().iter().filter_map(Node::text).collect())
    }

    /// The provinces of a list, all if there is none.
    pub(crate) fn provinces(&self, name: &str) -> [bool; PROVINCES] {
        let Some(listed) = self.names(name) else {
            return [true; PROVINCES];
        };
        let mut reached = [false; PROVINCES];
        for mask in listed.iter().filter_map(|name| names::province_mask(name)) {
            add(&mut reached, &mask);
        }
        reached
    }

    /// The classes of a list, if there is one.
    pub(crate) fn classes(&self, name: &str) -> Option<[bool; CLASSES]> {
        let listed = self.names(name)?;
        let mut reached = [false; CLASSES];
        for mask in listed.iter().filter_map(|name| names::class_mask(name)) {
            add(&mut reached, &mask);
        }
        Some(reached)
    }

    /// The sectors of a list, all if there is none.
    pub(crate) fn sectors(&self, name: &str) -> Vec<bool> {
        self.listed_sectors(name)
            .unwrap_or_else(|| vec![true; names::number_of_sectors(self.scheme)])
    }

    /// The manufacturing sectors of a list.
    pub(crate) fn manufacturers(&self, name: &str) -> Vec<bool> {
        let mut reached = vec![false; names::number_of_sectors(self.scheme)];
        for listed in self.names(name).unwrap_or_default() {
            if let Some(mask) = names::manufacturer_mask(listed, self.scheme) {
                add(&mut reached, &mask);
            }
        }
        reached
    }

    fn listed_sectors(&self, name: &str) -> Option<Vec<bool>> {
        let listed = self.names(name)?;
        let mut reached = vec![false; names::number_of_sectors(self.scheme)];
        for mask in listed
            .iter()
            .filter_map(|name| names::sector_mask(name, self.scheme))
        {
            add(&mut reached, &mask);
        }
        Some(reached)
    }

    /// The window at `window`.
    pub(crate) fn window(&self) -> Option<Window> {
        let values = self.of(self.get("window")?, "window");
        Some(Window {
            start: values.week("start").unwrap_or(0),
            end: values.week("end"),
            ramp: values.whole("ramp_weeks"),
        })
    }

    /// The scope at `scope`.
    pub(crate) fn scope(&self) -> Scope {
        let everybody = Scope::everybody(names::number_of_sectors(self.scheme));
        let Some(node) = self.get("scope") else {
            return everybody;
        };
        let values = self.of(node, "scope");
        Scope {
            sectors: values.sectors_and_focus().unwrap_or(everybody.sectors),
            provinces: values.provinces("provinces"),
            classes: values.classes("classes").unwrap_or(everybody.classes),
            cooperatives_only: values.yes("cooperatives_only"),
            contracted_only: values.yes("contracted_only"),
        }
    }

    fn sectors_and_focus(&self) -> Option<Vec<bool>> {
        let mut reached = self.listed_sectors("sectors");
        for area in self.names("focus").unwrap_or_default() {
            let focus = Focus::from_name(area);
            let mask = focus.map(|focus| names::focus_mask(focus, self.scheme));
            if let (Some(reached), Some(mask)) = (&mut reached, &mask) {
                add(reached, mask);
            } else {
                reached = reached.or(mask);
            }
        }
        reached
    }
}

fn add(reached: &mut [bool], mask: &[bool]) {
    for (reached, named) in reached.iter_mut().zip(mask) {
        *reached |= named;
    }
}
