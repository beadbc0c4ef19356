//! Claims about the command line.

use super::Outcome;
use super::arguments::{Arguments, Command};
use super::run::RunRequest;
use crate::scenario::{PARAMETERS, Refusal, keys, shipped};
use clap::{CommandFactory, Parser};

fn request(words: &[&str]) -> Result<RunRequest, Refusal> {
    let typed = ["pulih", "run"].iter().chain(words);
    let Command::Run(arguments) = Arguments::try_parse_from(typed).unwrap().command else {
        panic!("the command is run");
    };
    RunRequest::from_arguments(arguments, "pulih run".to_owned())
}

fn explain(topic: &str) -> Outcome {
    super::explain::execute(Some(topic))
}

#[test]
fn the_definition_of_the_arguments_is_sound() {
    Arguments::command().debug_assert();
}

#[test]
fn help_of_every_command_begins_with_an_example() {
    let mut command = Arguments::command();
    assert!(
        command
            .render_help()
            .to_string()
            .starts_with("Example: pulih ")
    );
    let own = |inner: &&mut clap::Command| inner.get_name() != "help";
    for inner in command.get_subcommands_mut().filter(own) {
        let help = inner.render_help().to_string();
        assert!(help.starts_with("Example: pulih "), "{help}");
    }
}

#[test]
fn run_alone_is_the_default_experiment() {
    let request = request(&[]).unwrap();
    let names: Vec<&str> = request
        .scenarios
        .iter()
        .map(|scenario| scenario.name.as_str())
        .collect();
    assert_eq!(names, super::run::DEFAULT_SCENARIOS);
    let against = request.against.unwrap();
    assert_eq!((against.name.as_str(), against.weeks), ("covid19", 260));
}

#[test]
fn options_reach_every_scenario_and_set_wins() {
    let words = [
        "test_small",
        "--against",
        "no_shock",
        "--weeks",
        "9",
        "--set",
        "weeks=8",
        "--enterprises",
        "700",
    ];
    let request = request(&words).unwrap();
    assert_eq!(
        (request.scenarios[0].weeks, request.scenarios[0].enterprises),
        (8, 700)
    );
    let against = request.against.unwrap();
    assert_eq!(
        (against.weeks, against.enterprises, against.seeds),
        (8, 700, 2)
    );
}

#[test]
fn all_refusals_of_a_run_come_at_once() {
    let words = [
        "covid91",
        "--weeks",
        "0",
        "--threads",
        "0",
        "--set",
        "deadwight=1",
        "--against",
        "covid19",
    ];
    let refusal = request(&words).unwrap_err();
    let shown = refusal.to_string();
    for part in [
        "--threads 0\n  found \"0\": no number of threads",
        "covid91\n  found \"covid91\": no shipped scenario has this name",
        "--weeks 0  weeks\n  found 0: out of range",
        "--set deadwight=1\n  found \"deadwight\": no setting has this name",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn scenarios_that_cannot_be_paired_are_refused() {
    assert!(request(&["covid19", "--against", "covid19"]).is_err());
    assert!(request(&["test_small", "test_small"]).is_err());
    assert!(request(&["test_small", "closure", "--against", "covid19"]).is_err());
}

#[test]
fn every_key_parameter_kind_and_scenario_can_be_explained() {
    let mut topics = keys::paths();
    topics.extend(PARAMETERS.iter().map(|info| info.key.to_owned()));
    topics.extend(shipped().iter().map(|(name, _)| (*name).to_owned()));
    topics.extend(super::explain_names::all_names());
    topics.extend(super::explain_key::record_names());
    for topic in topics {
        assert_eq!(explain(&topic).exit_code(), 0, "{topic}");
    }
}

#[test]
fn names_are_found_in_any_case() {
    let cases = [
        ("jawa barat", "Jawa Barat (BPS 32)"),
        ("DKI  JAKARTA", "DKI Jakarta (BPS 31)"),
        ("Automotive", "automotive (io30)"),
        ("basic metals", "basic_metal (io30)"),
        ("Integration-Target", "integration_target: "),
        ("Deadweight", "parameters.deadweight"),
    ];
    for (topic, beginning) in cases {
        let outcome = explain(topic);
        let Outcome::Done(text) = &outcome else {
            panic!("{topic}: {outcome:?}");
        };
        assert!(text.starts_with(beginning), "{topic}: {text}");
    }
}

#[test]
fn an_unknown_topic_is_refused_with_the_nearest() {
    let cases = [
        ("policies.credit.acess", "policies.credit.access"),
        ("sektors", "sectors"),
        ("deadwight", "deadweight"),
        ("Jawa Barrat", "Jawa Barat"),
        ("jawa barrat", "Jawa Barat"),
        ("West Java", "Jawa Barat"),
        ("distnace", "distance_decay"),
    ];
    for (topic, nearest) in cases {
        let Outcome::Refused(why) = explain(topic) else {
            panic!("{topic} is no topic");
        };
        assert!(why.ends_with(&format!("nearest: \"{nearest}\"")), "{why}");
    }
}

#[test]
fn a_word_that_is_no_name_leads_to_the_parameters_that_speak_of_it() {
    let cases = [
        (
            "Hiring",
            "; spoken of in: own_account_share; nearest: \"hiring_speed\"",
        ),
        (
            "sector",
            "; spoken of in: finished_stock_scale; nearest: \"sectors\"",
        ),
        ("of", "a list, key, parameter or name (pulih explain)"),
    ];
    for (topic, end) in cases {
        let Outcome::Refused(why) = explain(topic) else {
            panic!("{topic} is no topic");
        };
        assert!(why.ends_with(end), "{why}");
    }
}

#[test]
fn an_unknown_table_is_refused_with_the_nearest() {
    let Outcome::Refused(why) = super::data::execute(Some("model/meens")) else {
        panic!("there is no such table");
    };
    assert!(why.ends_with("nearest: \"model/means\""), "{why}");
    assert_eq!(super::data::execute(Some("means")).exit_code(), 0);
    assert_eq!(super::data::execute(None).exit_code(), 0);
}

#[test]
fn validate_tells_the_problems_of_all_scenarios_and_which_are_valid() {
    let names = ["covid91", "no_shok", "covid19"].map(str::to_owned);
    let Outcome::RefusedInPart { good, why } = super::validate::execute(&names) else {
        panic!("two of the names are wrong");
    };
    assert!(good.starts_with("covid19: valid; "), "{good}");
    assert_eq!(good.lines().count(), 1);
    assert!(
        why.contains("\"covid91\"") && why.contains("\"no_shok\"") && why.ends_with("2 problems"),
        "{why}"
    );
}

#[test]
fn exit_codes_are_those_of_the_help() {
    let text = String::new;
    let codes = [
        Outcome::Done(text()).exit_code(),
        Outcome::Failed(text()).exit_code(),
        Outcome::Refused(text()).exit_code(),
        Outcome::RefusedInPart {
            good: text(),
            why: text(),
        }
        .exit_code(),
        Outcome::Interrupted.exit_code(),
    ];
    assert_eq!(codes, [0, 1, 2, 2, 130]);
}

#[test]
fn the_command_line_can_be_typed_again() {
    let typed = ["/usr/bin/pulih", "run", "my file.json", "--set", "weeks=3"].map(Into::into);
    assert_eq!(
        super::command_line(&typed),
        "pulih run 'my file.json' --set weeks=3"
    );
}
