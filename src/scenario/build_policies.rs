//! Policy instruments of a scenario.

use super::Parameters;
use super::build::{unique_ids, window_order};
use super::draft::Node;
use super::names;
use super::problem::{Problem, Problems};
use super::values::Values;
use super::{keys, keys::Names};
use crate::ids::Class;
use crate::policy::{Action, Goal, Instrument, Intermediary, MeansInForce, RollOut, Window};

/// The policies of the scenario.
pub(crate) fn policies(
    top: &Values<'_>,
    parameters: &Parameters,
    problems: &mut Problems,
) -> Vec<Instrument> {
    let list = top.get("policies").map_or(&[][..], Node::elements);
    unique_ids(list, problems);
    let mut instruments = Vec::new();
    for node in list {
        let kind = node.get("kind").and_then(Node::text).unwrap_or_default();
        let Some(record) = keys::record_of_kind("policies", kind) else {
            continue;
        };
        let values = Values {
            node,
            record,
            scheme: top.scheme,
        };
        window_order(&values, problems);
        support_counted_once(&values, parameters, problems);
        instruments.extend(instrument(kind, &values, problems));
    }
    instruments
}

/// PEN is either in reduced form or explicit, never both.
fn support_counted_once(values: &Values<'_>, parameters: &Parameters, problems: &mut Problems) {
    if !values.yes("part_of_pen") || parameters.income_support == 0.0 {
        return;
    }
    if let Some(node) = values.get("part_of_pen") {
        let why = format!(
            "the recovery programme would count twice, because parameters.income_support is {}",
            parameters.income_support
        );
        problems.add(node.problem(
            &why,
            "true with \"parameters\": {\"income_support\": 0}, or false".to_owned(),
        ));
    }
}

fn instrument(kind: &str, values: &Values<'_>, problems: &mut Problems) -> Option<Instrument> {
    let window = values.window()?;
    let budget = values.get("budget_bn_rupiah");
    Some(Instrument {
        id: values.text("id").to_owned(),
        window,
        scope: values.scope(),
        action: action(kind, values, window, problems)?,
        budget_bn_rupiah: budget.map(|_| values.number("budget_bn_rupiah")),
    })
}

fn action(
    kind: &str,
    values: &Values<'_>,
    window: Window,
    problems: &mut Problems,
) -> Option<Action> {
    Some(match kind {
        "integration_programme" => integration(values, window, problems),
        "prompt_payment" => Action::PromptPayment {
            term_weeks: values.number("term_weeks"),
        },
        "credit" => Action::Credit {
            access: values.number("access"),
            interest_subsidy: values.number("interest_subsidy"),
        },
        "grant" => grant(values, window, problems),
        "wage_subsidy" => Action::WageSubsidy {
            share: values.number("share"),
        },
        "cash_transfer" => Action::CashTransfer {
            bn_rupiah_per_week: values.number("bn_rupiah_per_week"),
        },
        "purchase_tax_relief" => Action::PurchaseTaxRelief {
            demand_rise: values.number("demand_rise"),
            tax_share: values.number("tax_share"),
        },
        "export_facilitation" => Action::ExportFacilitation {
            rise: values.number("rise"),
        },
        "market_place" => Action::MarketPlace {
            breadth: values.number("breadth"),
        },
        "means" => Action::Means {
            means: means_index(values)?,
            enterprises_per_week: values.number("enterprises_per_week"),
        },
        "venture" => venture(values)?,
        _ => return None,
    })
}

fn grant(values: &Values<'_>, window: Window, problems: &mut Problems) -> Action {
    if window.end.is_none()
        && let Some(node) = values.get("window")
    {
        problems.add(Problem {
            place: node.place.clone(),
            path: format!("{}.end", node.path),
            found: "nothing: a grant is handed out once over its window".to_owned(),
            allowed: super::time::allowed_in_words(),
            nearest: None,
        });
    }
    Action::Grant {
        million_rupiah: values.number("million_rupiah"),
    }
}

fn venture(values: &Values<'_>) -> Option<Action> {
    let provinces = Names::Province.list(values.scheme);
    let province = values.text("province");
    Some(Action::Venture {
        sector: names::sector_index(values.text("sector"), values.scheme)?,
        province: provinces.iter().position(|name| name == province)?,
        capacity_bn_rupiah: values.number("capacity_bn_rupiah"),
        build_weeks: values.whole("build_weeks"),
        grant_share: values.number("grant_share"),
    })
}

fn means_index(values: &Values<'_>) -> Option<usize> {
    let name = values.text("means");
    let means = Names::Means.list(values.scheme);
    means.iter().position(|known| known == name)
}

fn integration(values: &Values<'_>, window: Window, problems: &mut Problems) -> Action {
    let elements = |name: &str| values.get(name).map_or(&[][..], Node::elements).iter();
    let mut roll_out: Vec<RollOut> = elements("roll_out")
        .filter_map(|node| wave(&values.of(node, "roll_out")))
        .collect();
    roll_out.sort_by_key(|wave| wave.week);
    Action::Integration {
        intermediaries: elements("intermediaries")
            .map(|node| intermediary(&values.of(node, "intermediary")))
            .collect(),
        roll_out,
        goal: goal(values, window, problems),
        cost_per_attempt_million_rupiah: values.number("cost_per_attempt_million_rupiah"),
        coaching_per_week_million_rupiah: values.number("coaching_per_week_million_rupiah"),
        advance_share: values.number("advance_share"),
        means: elements("means")
            .filter_map(|node| {
                let means = values.of(node, "means_in_force");
                window_order(&means, problems);
                means_in_force(&means, window)
            })
            .collect(),
    }
}

fn wave(values: &Values<'_>) -> Option<RollOut> {
    Some(RollOut {
        week: values.week("week")?,
        provinces: values.provinces("provinces"),
    })
}

fn means_in_force(values: &Values<'_>, programme: Window) -> Option<MeansInForce> {
    Some(MeansInForce {
        means: means_index(values)?,
        window: values.window().unwrap_or(programme),
        coverage: values.number("coverage"),
    })
}

fn intermediary(values: &Values<'_>) -> Intermediary {
    let usual = Class::ALL.map(|class| class < Class::Large);
    Intermediary {
        body: values.text("body").to_owned(),
        attempts_per_week: values.number("attempts_per_week"),
        buyer_sectors: values.manufacturers("buyer_sectors"),
        supplier_classes: values.classes("supplier_classes").unwrap_or(usual),
        cooperatives: values.yes("cooperatives"),
        ready: values.yes("ready"),
        source: values.text("source").to_owned(),
    }
}

fn goal(values: &Values<'_>, window: Window, problems: &mut Problems) -> Goal {
    let Some(node) = values.get("goal") else {
        return Goal::Attempts;
    };
    let kind = node.get("kind").and_then(Node::text).unwrap_or_default();
    let Some(record) = keys::record_of_kind("goal", kind) else {
        return Goal::Attempts;
    };
    let values = Values {
        node,
        record,
        ..*values
    };
    if record.key("by").is_none() {
        return Goal::Attempts;
    }
    let by = values.week("by").unwrap_or(window.start);
    if by < window.start
        && let Some(node) = values.get("by")
    {
        let why = format!("before the programme starts in week {}", window.start);
        problems.add(node.problem(&why, format!("week {} or later", window.start)));
    }
    let share = values.number("share");
    match kind {
        "partnership_share" => Goal::PartnershipShare { share, by },
        "imported_input_share" => Goal::ImportedInputShare {
            share,
            by,
            most_attempts: values.whole("most_attempts_per_week"),
        },
        _ => Goal::Attempts,
    }
}
