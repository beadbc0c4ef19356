//! Results on disk: all files, the same bytes, and nothing lost that somebody else made.

use super::{small_run, stamp, with};
use crate::support::binary::{command, done, folder, names, pulih, talk, word};
use std::fs;

/// Charts of the briefing, each in two languages and as vector and bitmap, named after their scenario.
const CHARTS: [&str; 5] = [
    "bound.test_small",
    "effect_by_province.test_programme",
    "effect_by_sector.test_programme",
    "linked.test_programme",
    "recovery",
];

#[test]
fn one_and_two_threads_write_all_files_and_the_same_bytes_but_for_the_stamp() {
    let [one, two] = ["1", "2"].map(|threads| {
        let out = folder(&format!("threads_{threads}"));
        let words = small_run(&out);
        let text = done(&with(&words, &["--threads", threads]));
        assert!(
            text.contains("Weeks gained at the end"),
            "the answer is printed: {text}"
        );
        out.join("test_programme")
    });
    let mut expected: Vec<String> = [
        "briefing.en.html",
        "briefing.id.html",
        "effects.json",
        "run.json",
        "summary.json",
    ]
    .map(str::to_owned)
    .to_vec();
    let tables = ["accounts", "series"];
    if cfg!(feature = "parquet") {
        expected.extend(tables.map(|table| format!("{table}.parquet")));
    } else {
        expected.extend(tables.map(|table| format!("{table}.csv")));
        expected.extend(tables.map(|table| format!("{table}_notes.csv")));
    }
    for chart in CHARTS {
        for ending in ["en.svg", "en.png", "id.svg", "id.png"] {
            expected.push(format!("{chart}.{ending}"));
        }
    }
    expected.sort();
    assert_eq!(names(&one), expected);
    assert_eq!(names(&two), expected);
    for name in expected.iter().filter(|name| *name != "run.json") {
        let [a, b] = [&one, &two].map(|place| fs::read(place.join(name)).unwrap());
        assert!(!a.is_empty(), "{name} is empty");
        assert!(a == b, "{name} differs between one and two threads");
    }
    for (place, threads) in [(&one, 1), (&two, 2)] {
        let stamp = stamp(place);
        assert_eq!(stamp["complete"], true);
        assert_eq!(stamp["threads"], threads);
    }
    assert_eq!(stamp(&one)["fingerprint"], stamp(&two)["fingerprint"]);
}

/// Fewer rows than cells cannot be built: the program says how many it built instead.
#[test]
fn too_few_rows_are_raised_and_the_table_and_the_talk_say_so() {
    let out = folder("few_rows");
    let words = [
        "run",
        "test_steady",
        "--enterprises",
        "600",
        "--weeks",
        "14",
        "--seeds",
        "1",
        "--out",
        word(&out),
    ];
    let output = pulih(&words);
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    let table = String::from_utf8(output.stdout.clone()).expect("the table is text");
    for text in [table.as_str(), &talk(&output)] {
        assert!(text.contains("600 were asked for"), "{text}");
        assert!(!text.contains("1 seeds"), "{text}");
    }
}

#[test]
fn without_out_results_go_to_the_folder_output() {
    let place = folder("default_out");
    let words = [
        "run",
        "test_steady",
        "--enterprises",
        "4500",
        "--weeks",
        "14",
        "--quiet",
    ];
    let output = command(&words)
        .current_dir(&place)
        .output()
        .expect("the program can be started");
    assert_eq!(output.status.code(), Some(0), "{}", talk(&output));
    assert!(
        output.stdout.is_empty() && output.stderr.is_empty(),
        "quiet is quiet"
    );
    assert_eq!(names(&place), ["output"]);
    assert_eq!(names(&place.join("output")), ["test_steady"]);
}

#[test]
fn results_of_another_plan_are_kept_unless_forced_and_strange_files_always() {
    let out = folder("other_plan");
    let words = |weeks: &'static str| {
        [
            "run",
            "test_steady",
            "--enterprises",
            "4500",
            "--quiet",
            "--out",
            word(&out),
            "--weeks",
            weeks,
        ]
    };
    done(&words("14"));
    let results = out.join("test_steady");
    let before = fs::read(results.join("run.json")).unwrap();

    // The same plan may be run again, another plan of the same name may not.
    done(&words("14"));
    let refused = pulih(&words("15"));
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        talk(&refused).contains("--force"),
        "says what helps: {}",
        talk(&refused)
    );
    assert!(
        talk(&refused).contains("test_steady: weeks: found 14, wanted 15"),
        "says what differs: {}",
        talk(&refused)
    );
    assert_eq!(names(&out), ["test_steady"], "nothing was written");
    assert_eq!(stamp(&results)["scenarios"][0]["weeks"], 14);
    assert_ne!(before, b"", "the first results were there");

    let mut forced = words("15").to_vec();
    forced.push("--force");
    done(&forced);
    assert_eq!(stamp(&results)["scenarios"][0]["weeks"], 15);

    // What is no result of this program is not removed even with force.
    fs::write(results.join("run.json"), "{}").unwrap();
    fs::write(results.join("mine.txt"), "mine").unwrap();
    let refused = pulih(&forced);
    assert_eq!(refused.status.code(), Some(2), "{}", talk(&refused));
    assert_eq!(
        fs::read_to_string(results.join("mine.txt")).unwrap(),
        "mine"
    );
}
