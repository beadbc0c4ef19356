//! Settings of the command line, fingerprints, the table of keys.

use crate::data::SectorScheme;
use crate::policy::Shock;
use crate::scenario::keys::Allowed;
use crate::scenario::{
    Churn, PARAMETERS, Parameters, ProductionFunction, apply_set, fingerprint, keys, load,
    load_with, parse,
};

#[test]
fn each_form_of_setting_is_applied() {
    let mut scenario = load("covid19").unwrap();
    for setting in [
        "parameters.deadweight=0.3",
        "conversion=0.6",
        "weeks=52",
        "channels.finance=false",
        "production_function=leontief",
        "churn=off",
    ] {
        apply_set(&mut scenario, setting).unwrap();
    }
    assert_eq!(
        (
            scenario.parameters.deadweight,
            scenario.parameters.conversion
        ),
        (0.3, 0.6)
    );
    assert_eq!(scenario.weeks, 52);
    assert!(!scenario.channels.finance && scenario.channels.anchor);
    assert_eq!(scenario.production_function, ProductionFunction::Leontief);
    assert_eq!(scenario.churn, Churn::Off);
}

#[test]
fn a_bad_setting_changes_nothing_and_says_why() {
    let before = load("covid19").unwrap();
    let cases = [
        (
            "deadwight=0.3",
            "--set deadwight=0.3\n  found \"deadwight\": no setting has this name\n  allowed: weeks, enterprises, seeds, sectors, production_function, churn, uncertainty, channels.NAME, or the key of a parameter (pulih explain parameters); nearest: \"deadweight\"",
        ),
        (
            "deadweight=3",
            "--set deadweight=3  parameters.deadweight\n  found 3: out of range\n  allowed: a number from 0 to 1 (share)",
        ),
        (
            "weeks",
            "--set weeks\n  found \"weeks\": no \"=\" between key and value\n  allowed: KEY=VALUE, e.g. weeks=52",
        ),
        (
            "churn=of",
            "--set churn=of  churn\n  found \"of\": no switch has this name\n  allowed: one of \"on\", \"off\"; nearest: \"off\"",
        ),
        (
            "sectors=io80",
            "--set sectors=io80  sectors\n  found \"io80\": scopes are tied to the sectors of the scenario that was read\n  allowed: \"sectors\" in the scenario itself",
        ),
        (
            "weeks=inf",
            "--set weeks=inf  weeks\n  found \"inf\": not a number\n  allowed: a whole number from 1 to 1040 (weeks)",
        ),
    ];
    for (setting, message) in cases {
        let mut scenario = before.clone();
        let refusal = apply_set(&mut scenario, setting).unwrap_err();
        assert_eq!(refusal.to_string(), message);
        assert_eq!(scenario, before);
    }
}

#[test]
fn settings_given_when_reading_may_change_the_level_of_detail() {
    let setting = ("--set sectors=io80".to_owned(), "sectors=io80".to_owned());
    let scenario = load_with("closure", &[setting]).unwrap();
    assert_eq!(scenario.scheme, SectorScheme::Io80);
    let Some(Shock::Closure { scope, .. }) = scenario.shocks.last() else {
        panic!("the closure is the last shock");
    };
    assert_eq!(scope.sectors.iter().filter(|reached| **reached).count(), 3);
}

#[test]
fn relations_between_parameters_are_kept() {
    let mut scenario = load("covid19").unwrap();
    assert!(apply_set(&mut scenario, "ramp_weeks_low=30").is_err());
    assert!(apply_set(&mut scenario, "consumption_current_income=0.9").is_err());
}

#[test]
fn what_computes_the_same_has_the_same_fingerprint() {
    let titled = parse(
        "a",
        "{\"title\": {\"en\": \"A\"}, \"extends\": \"covid19\"}",
        "a",
    )
    .unwrap();
    let plain = parse("b", "{\"extends\": \"covid19\", \"weeks\": 156}", "b").unwrap();
    assert_eq!(fingerprint(&titled), fingerprint(&plain));
    assert_eq!(fingerprint(&titled), fingerprint(&load("covid19").unwrap()));
}

#[test]
fn each_parameter_changes_the_fingerprint() {
    let base = load("no_shock").unwrap();
    for info in PARAMETERS {
        let mut changed = base.clone();
        let moved = if info.default == info.allowed.1 {
            info.allowed.0
        } else {
            info.allowed.1
        };
        assert!(changed.parameters.set(info.key, moved));
        assert_ne!(fingerprint(&changed), fingerprint(&base), "{}", info.key);
    }
}

#[test]
fn defaults_of_parameters_lie_in_their_ranges() {
    let defaults = Parameters::default();
    for info in PARAMETERS {
        let value = defaults.get(info.key).unwrap();
        assert!(info.low <= value && value <= info.high, "{}", info.key);
        assert!(
            info.allowed.0 <= info.low && info.high <= info.allowed.1,
            "{}",
            info.key
        );
    }
}

#[test]
fn the_table_of_keys_is_closed() {
    for record in keys::records() {
        for key in record.keys {
            let below = match key.allowed {
                Allowed::Record(name) | Allowed::RecordList(name) => keys::record(name).is_some(),
                Allowed::KindRecord(family) | Allowed::KindList(family) => {
                    keys::kinds(family).count() > 0
                }
                _ => true,
            };
            assert!(below, "{}.{}", record.name, key.name);
            assert!(key.meaning.ends_with('.'), "{}.{}", record.name, key.name);
        }
    }
    for path in keys::paths() {
        let known = keys::find(&path).is_some() || path.starts_with("parameters.");
        assert!(known, "{path}");
    }
}
