//! From a checked draft to a scenario, and the rules between values.

use super::check::Check;
use super::draft::{Member, Node, NodeValue};
use super::inherit::id_of;
use super::keys::{self, TOP};
use super::problem::{Problem, Problems, Refusal};
use super::values::Values;
use super::{
    Bilingual, Churn, ContactResponse, Outlook, Parameters, ProductionFunction, Scenario,
    Uncertainty, Vintage,
};
use super::{build_policies, build_shocks, names, time};
use crate::data::SectorScheme;
use crate::policy::Channels;

/// Builds the scenario or refuses it with all problems.
pub(crate) fn scenario(
    name: &str,
    draft: &Node,
    mut problems: Problems,
) -> Result<Scenario, Refusal> {
    let scheme = scheme_of(draft);
    let top = keys::record(TOP).expect("the table has the record of a scenario");
    let mut check = Check {
        scheme,
        problems: &mut problems,
    };
    check.record(draft, top);
    let values = Values {
        node: draft,
        record: top,
        scheme,
    };
    let mut built = texts(name, &values);
    settings(&values, &mut built);
    relations(draft, &built, &mut problems);
    built.shocks = build_shocks::shocks(&values, &mut problems);
    built.policies = build_policies::policies(&values, &built.parameters, &mut problems);
    problems.or_refusal(built)
}

fn scheme_of(draft: &Node) -> SectorScheme {
    let named = draft.get("sectors").and_then(Node::text);
    named.and_then(names::scheme).unwrap_or(SectorScheme::Io30)
}

/// Texts, start and defaults.
fn texts(name: &str, values: &Values<'_>) -> Scenario {
    let mut title = bilingual(values, "title");
    if title.en.is_empty() {
        name.clone_into(&mut title.en);
        name.clone_into(&mut title.id);
    }
    let sources = values.get("sources").map_or(&[][..], Node::elements);
    Scenario {
        name: name.to_owned(),
        title,
        question: bilingual(values, "question"),
        note: values.text("note").to_owned(),
        sources: sources
            .iter()
            .filter_map(Node::text)
            .map(str::to_owned)
            .collect(),
        start: time::START_DAY,
        weeks: values.whole("weeks"),
        enterprises: values.whole("enterprises"),
        seeds: values.whole("seeds"),
        scheme: values.scheme,
        production_function: ProductionFunction::HalfCritical,
        parameters: Parameters::default(),
        given: Vec::new(),
        uncertainty: Uncertainty::Central,
        contact_response: ContactResponse::central(),
        vintage: None,
        churn: Churn::On,
        shocks: Vec::new(),
        policies: Vec::new(),
        channels: Channels::ALL,
    }
}

fn bilingual(values: &Values<'_>, name: &str) -> Bilingual {
    let Some(node) = values.get(name) else {
        return Bilingual::default();
    };
    let values = values.of(node, "two_languages");
    let en = values.text("en").to_owned();
    let id = Some(values.text("id")).filter(|id| !id.is_empty());
    Bilingual {
        id: id.map_or_else(|| en.clone(), str::to_owned),
        en,
    }
}

/// Writes the settings that the draft names into the scenario; what it does not name stays.
pub(crate) fn settings(values: &Values<'_>, scenario: &mut Scenario) {
    for member in values.node.members() {
        match member.name.as_str() {
            "weeks" => scenario.weeks = values.whole("weeks"),
            "enterprises" => scenario.enterprises = values.whole("enterprises"),
            "seeds" => scenario.seeds = values.whole("seeds"),
            "production_function" => {
                let named = ProductionFunction::from_name(values.text("production_function"));
                scenario.production_function = named.unwrap_or(scenario.production_function);
            }
            "churn" => {
                let off = values.text("churn") == "off";
                scenario.churn = if off { Churn::Off } else { Churn::On };
            }
            "parameters" => parameters(&member.value, scenario),
            "uncertainty" => {
                let on = values.text("uncertainty") == "on";
                scenario.uncertainty = if on {
                    Uncertainty::Drawn
                } else {
                    Uncertainty::Central
                };
            }
            "vintage" => scenario.vintage = Some(vintage(&values.of(&member.value, "vintage"))),
            "channels" => channels(&member.value, &mut scenario.channels),
            _ => {}
        }
    }
}

fn parameters(node: &Node, scenario: &mut Scenario) {
    for member in node.members() {
        // A key that is no parameter was refused by the check.
        if let NodeValue::Number(value) = member.value.value
            && scenario.parameters.set(&member.name, value)
            && !scenario.given.contains(&member.name)
        {
            scenario.given.push(member.name.clone());
        }
    }
}

fn vintage(values: &Values<'_>) -> Vintage {
    let outlook = match values.text("outlook") {
        "held" => Outlook::Held,
        "decaying" => Outlook::Decaying {
            half_life_weeks: values.number("half_life_weeks"),
        },
        _ => Outlook::Observed,
    };
    Vintage {
        known_weeks: values.week("known_until").map_or(0, |week| week + 1),
        outlook,
    }
}

fn channels(node: &Node, channels: &mut Channels) {
    for member in node.members() {
        let NodeValue::YesNo(value) = member.value.value else {
            continue;
        };
        match member.name.as_str() {
            "finance" => channels.finance = value,
            "demand_assurance" => channels.demand_assurance = value,
            "import_substitution" => channels.import_substitution = value,
            "reliability" => channels.reliability = value,
            "capability" => channels.capability = value,
            "member_income" => channels.member_income = value,
            "anchor" => channels.anchor = value,
            _ => {}
        }
    }
}

/// Rules between settings.
pub(crate) fn relations(draft: &Node, scenario: &Scenario, problems: &mut Problems) {
    let values = &scenario.parameters;
    if values.ramp_weeks_low > values.ramp_weeks_high {
        problems.add(parameter_problem(
            draft,
            "ramp_weeks_high",
            values.ramp_weeks_high,
            "below `ramp_weeks_low`",
            format!(
                "a number from {} (ramp_weeks_low) on",
                values.ramp_weeks_low
            ),
        ));
    }
    let weights = values.consumption_current_income + values.consumption_permanent_income;
    if weights > 1.0 {
        problems.add(parameter_problem(
            draft,
            "consumption_permanent_income",
            values.consumption_permanent_income,
            "with `consumption_current_income` more than all of consumption",
            format!("a number up to {}", 1.0 - values.consumption_current_income),
        ));
    }
}

fn parameter_problem(draft: &Node, key: &str, value: f64, why: &str, allowed: String) -> Problem {
    let parameters = draft.get("parameters");
    let node = parameters
        .and_then(|node| node.get(key))
        .or(parameters)
        .unwrap_or(draft);
    Problem {
        place: node.place.clone(),
        path: format!("parameters.{key}"),
        found: format!("{value}: {why}"),
        allowed,
        nearest: None,
    }
}

/// A window that ends before it starts.
pub(crate) fn window_order(values: &Values<'_>, problems: &mut Problems) {
    let (Some(node), Some(window)) = (values.get("window"), values.window()) else {
        return;
    };
    if window.end.is_some_and(|end| end < window.start)
        && let (Some(start), Some(end)) = (node.get("start"), node.get("end"))
    {
        let why = format!(
            "the end is before the start ({}, week {})",
            start.in_words(),
            window.start
        );
        problems.add(end.problem(&why, format!("week {} or later", window.start)));
    }
}

/// Refuses an id that stands twice in a list.
pub(crate) fn unique_ids(list: &[Node], problems: &mut Problems) {
    for (index, node) in list.iter().enumerate() {
        let Some(id_node) = node.get("id") else {
            continue;
        };
        let first = list.iter().take(index).find(|earlier| {
            earlier.get("id").is_some() && id_of(earlier).is_some() && id_of(earlier) == id_of(node)
        });
        if let Some(first) = first {
            let place = first.get("id").map_or(&first.place, |id| &id.place);
            let why = format!("another has this id already, at {place}");
            problems.add(id_node.problem(&why, "an id that stands once".to_owned()));
        }
    }
}

/// An object that a caller puts over a draft, as `--set` does.
pub(crate) fn overlay(base: Node, members: &[Member]) -> Node {
    if !matches!(base.value, NodeValue::Object(_)) {
        return base;
    }
    let mut merged = base.members().to_vec();
    for member in members {
        let earlier = merged
            .iter()
            .position(|earlier| earlier.name == member.name);
        let earlier = earlier.map(|index| merged.remove(index).value);
        let value = match (earlier, &member.value.value) {
            (Some(earlier), NodeValue::Object(_)) => {
                super::inherit::by_key(earlier, member.value.clone())
            }
            (Some(_) | None, _) => member.value.clone(),
        };
        merged.push(Member {
            value,
            ..member.clone()
        });
    }
    Node {
        value: NodeValue::Object(merged),
        ..base
    }
}
