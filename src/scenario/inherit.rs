//! `extends`: a scenario takes what its parent says and changes some of it.
//!
//! Values replace the parent's. `parameters`, `channels` and `vintage` merge by key. `sources` follow the
//! parent's. `shocks` and `policies` replace the parent's list, unless given as
//! `{"add": [...], "remove": ["id"]}`. `title`, `question` and `note` are never inherited: they
//! describe one scenario.

use super::check::Check;
use super::draft::{Member, Node, NodeValue};
use super::keys;
use super::problem::{Problem, Problems, nearest, quote};
use super::source::Source;
use crate::data::SectorScheme;

const OWN: [&str; 4] = ["title", "question", "note", "extends"];
const MERGED: [&str; 3] = ["parameters", "channels", "vintage"];
const LISTS: [&str; 2] = ["shocks", "policies"];

/// The draft with all that its ancestors say; `chain` holds the sources that lead here.
pub(crate) fn resolve(
    draft: Node,
    source: &Source,
    chain: &mut Vec<Source>,
    problems: &mut Problems,
) -> Node {
    chain.push(source.clone());
    let parent = parent_of(&draft, source, chain, problems);
    let known = parent.is_some() || draft.get("extends").is_none();
    let parent_members = match parent.map(|node| node.value) {
        Some(NodeValue::Object(members)) => members,
        Some(_) | None => Vec::new(),
    };
    let mut inheritance = Inheritance { known, problems };
    Node {
        value: match draft.value {
            NodeValue::Object(members) => {
                NodeValue::Object(inheritance.members(parent_members, members))
            }
            other => other,
        },
        ..draft
    }
}

fn parent_of(
    draft: &Node,
    source: &Source,
    chain: &mut Vec<Source>,
    problems: &mut Problems,
) -> Option<Node> {
    let node = draft.get("extends")?;
    let name = node.text()?;
    let parent = match source.relative(name) {
        Ok(parent) => parent,
        Err(refusal) => {
            for problem in refusal.problems {
                problems.add(Problem {
                    place: node.place.clone(),
                    path: node.path.clone(),
                    ..problem
                });
            }
            return None;
        }
    };
    if chain.iter().any(|earlier| earlier.is_same(&parent)) {
        let mut labels: Vec<&str> = chain.iter().map(|source| source.label.as_str()).collect();
        labels.push(&parent.label);
        let why = format!("a scenario cannot extend itself ({})", labels.join(" -> "));
        let allowed = "a shipped scenario (pulih explain scenarios) or the path of another file";
        problems.add(node.problem(&why, allowed.to_owned()));
        return None;
    }
    let text = match parent.text() {
        Ok(text) => text,
        Err(refusal) => {
            problems.extend(refusal);
            return None;
        }
    };
    let parent_draft = super::draft::read(&text, &parent.label, problems)?;
    Some(resolve(parent_draft, &parent, chain, problems))
}

struct Inheritance<'a> {
    /// The parent could be read.
    known: bool,
    problems: &'a mut Problems,
}

impl Inheritance<'_> {
    fn members(&mut self, parent: Vec<Member>, child: Vec<Member>) -> Vec<Member> {
        let kept = parent
            .into_iter()
            .filter(|member| !OWN.contains(&member.name.as_str()));
        let mut inherited: Vec<Member> = kept.collect();
        let mut own = Vec::new();
        for member in child {
            let earlier = inherited
                .iter()
                .position(|earlier| earlier.name == member.name);
            let earlier = earlier.map(|index| inherited.remove(index).value);
            let value = self.value(earlier, member.value, &member.name);
            own.push(Member { value, ..member });
        }
        inherited.extend(own);
        inherited
    }

    fn value(&mut self, parent: Option<Node>, child: Node, name: &str) -> Node {
        let is_object = matches!(child.value, NodeValue::Object(_));
        if LISTS.contains(&name) && is_object {
            let list = match parent.map(|node| node.value) {
                Some(NodeValue::List(elements)) => elements,
                Some(_) | None => Vec::new(),
            };
            return self.edited(list, child);
        }
        let Some(parent) = parent else { return child };
        if MERGED.contains(&name) && is_object {
            return by_key(parent, child);
        }
        if name == "sources" && matches!(child.value, NodeValue::List(_)) {
            let mut sources = parent.elements().to_vec();
            sources.extend(child.elements().iter().cloned());
            return with(child, NodeValue::List(sources));
        }
        child
    }

    fn edited(&mut self, mut list: Vec<Node>, edit: Node) -> Node {
        if let Some(record) = keys::record("edit") {
            let mut check = Check {
                scheme: SectorScheme::Io30,
                problems: self.problems,
            };
            check.record(&edit, record);
        }
        for removed in edit.get("remove").map_or(&[][..], Node::elements) {
            self.remove(&mut list, removed);
        }
        if let Some(added) = edit.get("add") {
            list.extend(added.elements().iter().cloned());
            if !matches!(added.value, NodeValue::List(_)) {
                self.problems
                    .add(added.problem("not a list", "a list of objects".to_owned()));
            }
        }
        with(edit, NodeValue::List(list))
    }

    fn remove(&mut self, list: &mut Vec<Node>, removed: &Node) {
        let Some(id) = removed.text() else { return };
        let before = list.len();
        let ids: Vec<String> = list.iter().filter_map(id_of).map(str::to_owned).collect();
        list.retain(|node| id_of(node) != Some(id));
        if list.len() == before && self.known {
            let allowed: Vec<String> = ids.iter().map(|id| quote(id)).collect();
            self.problems.add(Problem {
                nearest: nearest(id, ids.iter().map(String::as_str)),
                ..removed.problem(
                    "the parent has nothing of this id",
                    if allowed.is_empty() {
                        "nothing: the parent's list is empty".to_owned()
                    } else {
                        format!("one of {}", allowed.join(", "))
                    },
                )
            });
        }
    }
}

/// The id of a shock or policy: its `id`, else its `kind`.
pub(crate) fn id_of(node: &Node) -> Option<&str> {
    node.get("id")
        .or_else(|| node.get("kind"))
        .and_then(Node::text)
}

/// The child's object over the parent's.
pub(crate) fn by_key(parent: Node, child: Node) -> Node {
    let mut members = parent.members().to_vec();
    for member in child.members() {
        members.retain(|earlier| earlier.name != member.name);
        members.push(member.clone());
    }
    with(child, NodeValue::Object(members))
}

fn with(node: Node, value: NodeValue) -> Node {
    Node { value, ..node }
}
