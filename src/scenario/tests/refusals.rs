//! Bad scenarios and their exact messages.

use super::{read, with_policy};
use crate::scenario::{PARAMETERS, parse};

/// A text and all that is said about it.
type Case<'a> = (&'a str, &'a str);

const FORM: &str = "allowed: JSON without comments, trailing commas, NaN or numbers beyond 1.8e308";

fn claim(cases: &[Case<'_>]) {
    for (text, message) in cases {
        let refusal = read(text).expect_err(text);
        assert_eq!(refusal.to_string(), *message, "for {text}");
    }
}

#[test]
fn a_text_that_is_not_strict_json_is_refused_at_its_place() {
    let cases = [
        (
            "{\"weeks\": 1,}",
            1,
            12,
            "\",}\": trailing commas are not allowed",
        ),
        (
            "{\n  // a note\n}",
            2,
            3,
            "\"// a note\": comments are not allowed",
        ),
        ("{\"weeks\": NaN}", 1, 11, "\"NaN}\": unexpected token"),
        ("{\"weeks\": 07}", 1, 12, "\"7}\": expected comma"),
        (
            "{\"weeks\": 1} x",
            1,
            14,
            "\"x\": text cannot contain more than one JSON value",
        ),
        (
            "\u{feff}{}",
            1,
            1,
            "\"\\u{feff}{}\": a byte order mark, which UTF-8 does not need",
        ),
        ("", 1, 1, "the end of the line: EOF while parsing a value"),
    ];
    for (text, line, column, found) in cases {
        let refusal = read(text).expect_err(text);
        let (first, rest) = (&refusal.problems[0], &refusal.problems[1..]);
        assert!(rest.is_empty(), "for {text}: {refusal}");
        assert_eq!(
            first.place.line_column,
            Some((line, column)),
            "for {text}: {refusal}"
        );
        assert_eq!(first.found, found, "for {text}");
        assert!(refusal.to_string().ends_with(FORM), "for {text}");
    }
}

#[test]
fn a_number_without_end_is_one_problem_and_hides_no_other() {
    claim(&[(
        "{\"seeds\": 0, \"parameters\": {\"conversion\": 1e999}}",
        "bad.json:1:11  seeds\n  found 0: out of range\n  allowed: a whole number from 1 to 10000 (number)\n\
         bad.json:1:43  parameters.conversion\n  found 1e999: no computer number is that large\n  allowed: JSON without comments, trailing commas, NaN or numbers beyond 1.8e308",
    )]);
}

#[test]
fn unknown_keys_wrong_types_and_ranges_are_named() {
    claim(&[
        (
            "{\"weeks\": \"many\"}",
            "bad.json:1:11  weeks\n  found \"many\": not a number\n  allowed: a whole number from 1 to 1040 (weeks)",
        ),
        (
            "{\"weeks\": 1.5}",
            "bad.json:1:11  weeks\n  found 1.5: not a whole number\n  allowed: a whole number from 1 to 1040 (weeks)",
        ),
        (
            "{\"weeks\": null}",
            "bad.json:1:11  weeks\n  found null: not a number\n  allowed: a whole number from 1 to 1040 (weeks)",
        ),
        (
            "{\"enterprises\": 100}",
            "bad.json:1:17  enterprises\n  found 100: out of range\n  allowed: a whole number from 500 to 2000000 (rows)",
        ),
        (
            "{\"parameters\": {\"deadweight\": -0.3}}",
            "bad.json:1:31  parameters.deadweight\n  found -0.3: out of range\n  allowed: a number from 0 to 1 (share)",
        ),
        (
            "{\"channels\": {\"finance\": \"no\"}}",
            "bad.json:1:26  channels.finance\n  found \"no\": not true or false\n  allowed: true or false, without quotes",
        ),
        (
            "{\"start\": \"2021-01-04\"}",
            "bad.json:1:11  start\n  found \"2021-01-04\": the drivers start on another day\n  allowed: \"2020-01-06\", the first Monday of the drivers",
        ),
        (
            "{\"title\": {\"id\": \"Judul\"}}",
            "bad.json:1:11  title.en\n  found nothing: the key is missing\n  allowed: a text in quotes, not empty",
        ),
        (
            "[]",
            "bad.json:1:1\n  found a list of 0: not an object\n  allowed: an object {title, question, note, sources, extends, start, weeks, enterprises, seeds, sectors, production_function, parameters, uncertainty, vintage, churn, shocks, policies, channels}",
        ),
        (
            "{\"polices\": []}",
            "bad.json:1:2  polices\n  found \"polices\": there is no such key here\n  allowed: one of title, question, note, sources, extends, start, weeks, enterprises, seeds, sectors, production_function, parameters, uncertainty, vintage, churn, shocks, policies, channels; nearest: \"policies\"",
        ),
    ]);
}

#[test]
fn an_unknown_parameter_gets_the_nearest_key() {
    let message = format!(
        "bad.json:1:17  parameters.deadwight\n  found \"deadwight\": no parameter has this name\n  allowed: one of {} names (pulih explain parameters); nearest: \"deadweight\"",
        PARAMETERS.len()
    );
    claim(&[("{\"parameters\": {\"deadwight\": 0.3}}", &message)]);
}

#[test]
fn a_repeated_key_is_refused_and_both_values_are_checked() {
    claim(&[(
        "{\"weeks\": 0,\n \"weeks\": 52}",
        "bad.json:1:11  weeks\n  found 0: out of range\n  allowed: a whole number from 1 to 1040 (weeks)\n\
         bad.json:2:2  weeks\n  found \"weeks\" a second time: it stands at 1:2 already\n  allowed: each key once",
    )]);
}

#[test]
fn unknown_names_get_the_nearest_valid_one() {
    let scope = |scope: &str| {
        with_policy(&format!(
            "{{\"kind\": \"wage_subsidy\", \"id\": \"a\", \"share\": 0, \"window\": {{\"start\": 0}},\n\"scope\": {{{scope}}}}}"
        ))
    };
    let cases = [
        (
            "\"sectors\": [\"automotiv\"]",
            "sectors[0]",
            "no sector has this name",
            "one of 30 names (pulih explain sectors); nearest: \"automotive\"",
        ),
        (
            "\"sectors\": [\"rice_milling\"]",
            "sectors[0]",
            "a sector of \"io80\", but this scenario has \"sectors\": \"io30\"",
            "one of 30 names (pulih explain sectors); nearest: \"food_beverage\"",
        ),
        (
            "\"sectors\": [\"focus:agri\"]",
            "sectors[0]",
            "no sector has this name",
            "one of 30 names (pulih explain sectors); nearest: \"focus:agro\"",
        ),
        (
            "\"focus\": [\"maritim\"]",
            "focus[0]",
            "no focus area has this name",
            "one of \"food_beverage\", \"agro\", \"maritime\", \"automotive\", \"machinery\"; nearest: \"maritime\"",
        ),
        (
            "\"provinces\": [\"Jakarta\"]",
            "provinces[0]",
            "no province or island group has this name",
            "one of 40 names (pulih explain provinces); nearest: \"DKI Jakarta\"",
        ),
        (
            "\"provinces\": [\"Jawa\"]",
            "provinces[0]",
            "no province or island group has this name",
            "one of 40 names (pulih explain provinces); nearest: \"Java\"",
        ),
        (
            "\"classes\": [\"mikro\"]",
            "classes[0]",
            "no class has this name",
            "one of \"micro\", \"small\", \"medium\", \"large\"; nearest: \"micro\"",
        ),
    ];
    for (text, path, why, allowed) in cases {
        let text = scope(text);
        let refusal = read(&text).expect_err(&text);
        assert_eq!(refusal.problems.len(), 1, "{refusal}");
        let shown = refusal.to_string();
        assert!(
            shown.contains(&format!("  policies[0].scope.{path}\n")),
            "{shown}"
        );
        assert!(
            shown.ends_with(&format!(": {why}\n  allowed: {allowed}")),
            "{shown}"
        );
        assert_eq!(
            refusal.problems[0].place.line_column.map(|(line, _)| line),
            Some(2)
        );
    }
}

#[test]
fn the_message_of_the_style_guide_is_given_to_the_letter() {
    let text = format!(
        "{{\n\"policies\": [\n{sound},\n{sound2},\n{bad}\n]}}",
        sound = "{\"kind\": \"prompt_payment\", \"id\": \"a\", \"window\": {\"start\": 0}, \"term_weeks\": 3}",
        sound2 = "{\"kind\": \"prompt_payment\", \"id\": \"b\", \"window\": {\"start\": 0}, \"term_weeks\": 3}",
        bad = "{\"kind\": \"prompt_payment\", \"id\": \"c\", \"window\": {\"start\": 0}, \"term_weeks\": 3, \"scope\":\n    {\"sectors\": [\"automotiv\"]}}",
    );
    let refusal = parse("karawang", &text, "scenarios/karawang.json").expect_err("a bad sector");
    assert_eq!(
        refusal.to_string(),
        "scenarios/karawang.json:6:18  policies[2].scope.sectors[0]\n  found \"automotiv\": no sector has this name\n  allowed: one of 30 names (pulih explain sectors); nearest: \"automotive\""
    );
}

#[test]
fn kinds_windows_and_ids_are_checked() {
    claim(&[
        (
            "{\"policies\": [{\"kind\": \"grants\", \"id\": \"a\", \"window\": {\"start\": 0}}]}",
            "bad.json:1:24  policies[0].kind\n  found \"grants\": no kind of policy has this name\n  allowed: one of 11 names (pulih explain kinds); nearest: \"grant\"",
        ),
        (
            "{\"shocks\": [{}]}",
            "bad.json:1:13  shocks[0].kind\n  found nothing: the key is missing\n  allowed: one of \"pandemic\", \"export_path\", \"restriction_wave\", \"export_slump\", \"closure\", \"import_failure\", \"final_demand\", \"capacity_loss\"",
        ),
        (
            "{\"shocks\": [{\"kind\": \"export_slump\", \"fall\": 0.1, \"window\": {\"start\": \"2021-03-15\", \"end\": \"2021-03-01\"}}]}",
            "bad.json:1:92  shocks[0].window.end\n  found \"2021-03-01\": the end is before the start (\"2021-03-15\", week 62)\n  allowed: week 62 or later",
        ),
        (
            "{\"shocks\": [{\"kind\": \"capacity_loss\", \"week\": \"2019-12-30\", \"share_of_enterprises\": 0, \"loss\": 0}]}",
            "bad.json:1:47  shocks[0].week\n  found \"2019-12-30\": before the run starts on 2020-01-06\n  allowed: a week number from 0 (the week of 2020-01-06) to 1039, or a date such as \"2021-03-15\"",
        ),
        (
            "{\"policies\": [{\"kind\": \"wage_subsidy\", \"id\": \"a\", \"share\": 0, \"window\": {\"start\": 0}},\n{\"kind\": \"wage_subsidy\", \"id\": \"a\", \"share\": 0, \"window\": {\"start\": 0}}]}",
            "bad.json:2:32  policies[1].id\n  found \"a\": another has this id already, at bad.json:1:46\n  allowed: an id that stands once",
        ),
        (
            "{\"policies\": [{\"kind\": \"grant\", \"id\": \"a\", \"window\": {\"start\": 0}, \"million_rupiah\": 1}]}",
            "bad.json:1:54  policies[0].window.end\n  found nothing: a grant is handed out once over its window\n  allowed: a week number from 0 (the week of 2020-01-06) to 1039, or a date such as \"2021-03-15\"",
        ),
    ]);
}

#[test]
fn support_counted_twice_is_refused() {
    let text = with_policy(
        "{\"kind\": \"wage_subsidy\", \"id\": \"a\", \"share\": 0.1, \"window\": {\"start\": 0}, \"part_of_pen\": true}",
    );
    let refusal = read(&text).expect_err(&text);
    assert!(
        refusal
            .to_string()
            .contains("would count twice, because parameters.income_support is 0.2")
    );
    let sound = text.replacen('{', "{\"parameters\": {\"income_support\": 0}, ", 1);
    assert!(read(&sound).is_ok());
}

#[test]
fn buyers_of_a_programme_are_manufacturers() {
    let programme = |buyers: &str| {
        with_policy(&format!(
            "{{\"kind\": \"integration_programme\", \"id\": \"a\", \"window\": {{\"start\": 4}}, \
             \"intermediaries\": [{{\"body\": \"X\", \"attempts_per_week\": 1, \"source\": \"ours\", \"buyer_sectors\": [\"{buyers}\"]}}], \
             \"roll_out\": [{{\"week\": 4, \"provinces\": [\"all\"]}}], \
             \"goal\": {{\"kind\": \"partnership_share\", \"share\": 0.1, \"by\": 3}}}}"
        ))
    };
    let refusal = read(&programme("trade")).expect_err("trade makes nothing");
    let shown = refusal.to_string();
    assert!(
        shown.contains(
            "intermediaries[0].buyer_sectors[0]\n  found \"trade\": this is no manufacturing sector"
        ),
        "{shown}"
    );
    assert!(
        shown.contains("goal.by\n  found 3: before the programme starts in week 4"),
        "{shown}"
    );
    assert!(read(&programme("focus:agro")).is_err());
    let good = programme("focus:maritime").replace("\"by\": 3", "\"by\": 9");
    assert!(read(&good).is_ok());
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_text() {
    let refusal = read(
        "{\"weeks\": 0,\n\"weks\": 1,\n\"shocks\": [{\"kind\": \"pandemic\", \"scale\": 3}],\n\"policies\": 7,\n\"sectors\": \"io31\"}",
    )
    .expect_err("five problems");
    let lines: Vec<usize> = refusal
        .problems
        .iter()
        .filter_map(|problem| problem.place.line_column.map(|(line, _)| line))
        .collect();
    assert_eq!(lines, [1, 2, 3, 4, 5], "{refusal}");
}

#[test]
fn columns_count_letters_not_bytes() {
    let refusal = read("{\"note\": \"Rp—é\", \"weeks\": 0}").expect_err("zero weeks");
    assert_eq!(refusal.problems[0].place.line_column, Some((1, 27)));
}
