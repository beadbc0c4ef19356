//! Random valid scenarios, written as a user would write them: text that the gate must accept.

use proptest::collection::vec;
use proptest::prelude::*;
use pulih::scenario::{self, PARAMETERS, ProductionFunction, Scenario};
use serde_json::{Map, Value, json};

/// Weeks that random windows lie in.
const HORIZON: u32 = 26;
const PRODUCTS: [&str; 6] = [
    "automotive",
    "textile_apparel",
    "food_beverage",
    "utilities",
    "basic_metal",
    "transport",
];
const CLASSES: [&str; 4] = ["micro", "small", "medium", "large"];
const CHANNELS: [&str; 7] = [
    "finance",
    "demand_assurance",
    "import_substitution",
    "reliability",
    "capability",
    "member_income",
    "anchor",
];

/// A scenario with drawn parameters, shocks, instruments and channels.
pub fn scenarios() -> impl Strategy<Value = Scenario> {
    (
        0..ProductionFunction::ALL.len(),
        vec(0.0..1.0_f64, PARAMETERS.len()),
        vec((0..PARAMETERS.len(), any::<bool>()), 3),
        vec(shock(), 0..4),
        vec(instrument(), 0..4),
        vec(0.0..1.0_f64, CHANNELS.len()),
        any::<bool>(),
    )
        .prop_map(
            |(function, places, extremes, shocks, policies, channels, churn)| {
                let text = json!({
                    "title": {"en": "Random"},
                    "question": {"en": "Do the accounts close?"},
                    "extends": "no_shock",
                    "weeks": HORIZON,
                    "enterprises": 2000,
                    "seeds": 1,
                    "churn": if churn { "on" } else { "off" },
                    "production_function": ProductionFunction::ALL[function].name(),
                    "parameters": parameters(&places, &extremes),
                    "shocks": numbered(shocks),
                    "policies": numbered(policies),
                    "channels": switches(&channels),
                });
                scenario::parse("random", &text.to_string(), "random.json")
                    .unwrap_or_else(|refusal| panic!("a valid scenario: {refusal}\n{text:#}"))
            },
        )
}

/// Each parameter inside its plausible range, three of them at the end of what is allowed at all.
fn parameters(places: &[f64], extremes: &[(usize, bool)]) -> Value {
    let mut values: Map<String, Value> = PARAMETERS
        .iter()
        .zip(places)
        .map(|(info, place)| {
            (
                info.key.to_owned(),
                json!(info.low + place * (info.high - info.low)),
            )
        })
        .collect();
    // The upper ends of the two weights of consumption add to 1.05, and the gate refuses more than
    // one: current income gives way.
    let weight = |key: &str| values[key].as_f64().expect("a parameter is a number");
    let current = weight("consumption_current_income");
    let room = 1.0 - weight("consumption_permanent_income");
    values.insert(
        "consumption_current_income".to_owned(),
        json!(current.min(room)),
    );
    for &(number, upper) in extremes {
        let info = &PARAMETERS[number];
        // The two relations that the gate keeps: order of ramps, weights of consumption.
        if info.key.starts_with("ramp_weeks") || info.key.starts_with("consumption_") {
            continue;
        }
        let (least, most) = info.allowed;
        values.insert(info.key.to_owned(), json!(if upper { most } else { least }));
    }
    Value::Object(values)
}

fn switches(draws: &[f64]) -> Value {
    let on = |draw: f64| Value::Bool(draw > 0.2);
    CHANNELS
        .iter()
        .zip(draws)
        .map(|(name, draw)| ((*name).to_owned(), on(*draw)))
        .collect::<Map<_, _>>()
        .into()
}

fn numbered(list: Vec<Value>) -> Value {
    let with_id = |(number, mut item): (usize, Value)| {
        item["id"] = json!(format!("number_{number}"));
        item
    };
    list.into_iter().enumerate().map(with_id).collect()
}

fn window() -> impl Strategy<Value = Value> {
    (0..HORIZON, 0..HORIZON, 0..8_u32).prop_map(
        |(start, length, ramp)| json!({"start": start, "end": start + length, "ramp_weeks": ramp}),
    )
}

fn products() -> impl Strategy<Value = Value> {
    proptest::sample::subsequence(&PRODUCTS[..], 1..=PRODUCTS.len()).prop_map(|some| json!(some))
}

fn scope() -> impl Strategy<Value = Value> {
    let classes = proptest::sample::subsequence(&CLASSES[..], 1..=CLASSES.len());
    (classes, products(), any::<bool>()).prop_map(|(classes, sectors, everywhere)| {
        let provinces = if everywhere {
            json!("all")
        } else {
            json!(["Java"])
        };
        json!({"classes": classes, "sectors": sectors, "provinces": provinces})
    })
}

fn shock() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0.0..2.0_f64).prop_map(|scale| json!({"kind": "pandemic", "scale": scale})),
        (0.0..2.0_f64).prop_map(|scale| json!({"kind": "export_path", "scale": scale})),
        (window(), 0.0..1.0_f64, 0.0..1.0_f64).prop_map(|(window, a, b)| json!({
            "kind": "restriction_wave", "window": window, "provinces": ["Java"],
            "mobility_fall": a, "workplace_fall": b
        })),
        (window(), products(), 0.0..1.0_f64).prop_map(
            |(w, p, fall)| json!({"kind": "export_slump", "window": w, "products": p, "fall": fall})
        ),
        (window(), scope(), 0.0..1.0_f64).prop_map(
            |(w, s, share)| json!({"kind": "closure", "window": w, "scope": s, "share": share})
        ),
        (window(), products(), 0.0..1.0_f64).prop_map(|(w, p, share)| json!({
            "kind": "import_failure", "window": w, "products": p, "share": share
        })),
        (window(), products(), 0.0..2.0_f64, any::<bool>()).prop_map(|(w, p, factor, too)| json!({
            "kind": "final_demand", "window": w, "products": p, "factor": factor, "exports_too": too
        })),
        (0..HORIZON, 0.0..1.0_f64, 0.0..1.0_f64).prop_map(|(week, hit, loss)| json!({
            "kind": "capacity_loss", "week": week, "share_of_enterprises": hit, "loss": loss
        })),
    ]
}

fn instrument() -> impl Strategy<Value = Value> {
    let money = (window(), scope(), 0.0..1.0_f64, 0..4_usize).prop_map(|(w, s, size, kind)| match kind {
        0 => json!({"kind": "prompt_payment", "window": w, "scope": s, "term_weeks": 1.0 + 10.0 * size}),
        1 => json!({"kind": "credit", "window": w, "scope": s, "access": size,
            "interest_subsidy": 0.2 * size, "budget_bn_rupiah": 500.0}),
        2 => json!({"kind": "grant", "window": w, "scope": s, "million_rupiah": 5.0 * size,
            "budget_bn_rupiah": 1000.0}),
        _ => json!({"kind": "wage_subsidy", "window": w, "scope": s, "share": size}),
    });
    let demand = (window(), scope(), 0.0..1.0_f64, 0..4_usize).prop_map(|(w, s, size, kind)| match kind {
        0 => json!({"kind": "cash_transfer", "window": w, "bn_rupiah_per_week": 3000.0 * size}),
        1 => json!({"kind": "purchase_tax_relief", "window": w, "scope": s, "demand_rise": size,
            "tax_share": 0.1 * size}),
        2 => json!({"kind": "export_facilitation", "window": w, "scope": s, "rise": size}),
        _ => json!({"kind": "market_place", "window": w, "scope": s, "breadth": 1.0 + 5.0 * size}),
    });
    prop_oneof![
        money,
        demand,
        (window(), 0.0..300.0_f64, any::<bool>()).prop_map(programme)
    ]
}

fn programme((window, attempts, ready): (Value, f64, bool)) -> Value {
    json!({
        "kind": "integration_programme",
        "window": window,
        "scope": {"focus": ["food_beverage", "agro", "maritime", "automotive", "machinery"]},
        "intermediaries": [{
            "body": "somebody",
            "attempts_per_week": attempts,
            "buyer_sectors": ["food_beverage", "fish_processing", "automotive", "machinery"],
            "ready": ready,
            "source": "for tests"
        }],
        "roll_out": [{"week": 0, "provinces": ["all"]}],
        "means": [{"means": "university", "coverage": 0.5}]
    })
}
