//! Shocks of a scenario.

use super::build::{unique_ids, window_order};
use super::draft::Node;
use super::keys;
use super::problem::Problems;
use super::values::Values;
use crate::policy::{Shock, Window};

/// The shocks of the scenario.
pub(crate) fn shocks(top: &Values<'_>, problems: &mut Problems) -> Vec<Shock> {
    let list = top.get("shocks").map_or(&[][..], Node::elements);
    unique_ids(list, problems);
    list.iter()
        .filter_map(|node| {
            let kind = node.get("kind").and_then(Node::text)?;
            let record = keys::record_of_kind("shocks", kind)?;
            let values = Values {
                node,
                record,
                scheme: top.scheme,
            };
            window_order(&values, problems);
            shock(kind, &values)
        })
        .collect()
}

fn shock(kind: &str, values: &Values<'_>) -> Option<Shock> {
    Some(match kind {
        "pandemic" => Shock::Pandemic {
            scale: values.number("scale"),
        },
        "export_path" => Shock::ExportPath {
            scale: values.number("scale"),
        },
        "restriction_wave" => Shock::RestrictionWave {
            window: values.window()?,
            provinces: values.provinces("provinces"),
            mobility_fall: values.number("mobility_fall"),
            workplace_fall: values.number("workplace_fall"),
        },
        "export_slump" => Shock::ExportSlump {
            window: values.window()?,
            products: values.sectors("products"),
            fall: values.number("fall"),
        },
        "closure" => Shock::Closure {
            window: values.window()?,
            scope: values.scope(),
            share: values.number("share"),
        },
        "import_failure" => Shock::ImportFailure {
            window: values.window()?,
            products: values.sectors("products"),
            share: values.number("share"),
        },
        "final_demand" => final_demand(values.window()?, values),
        "capacity_loss" => Shock::CapacityLoss {
            week: values.week("week")?,
            share_of_enterprises: values.number("share_of_enterprises"),
            loss: values.number("loss"),
        },
        _ => return None,
    })
}

fn final_demand(window: Window, values: &Values<'_>) -> Shock {
    Shock::FinalDemand {
        window,
        products: values.sectors("products"),
        exports_too: values.yes("exports_too"),
        factor: values.number("factor"),
    }
}
