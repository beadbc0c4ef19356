//! Claims about what is written.

use super::*;
use crate::experiment::effects::Effects;
use crate::experiment::measures::Experiment;
use crate::experiment::measures::synthetic::{experiment, tables_30};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn stamp(experiment: &Experiment) -> Stamp {
    Stamp {
        scenarios: experiment.runs().map(|run| run.info.clone()).collect(),
        data_hash: "0123".to_owned(),
        command_line: "pulih run scenarios/integration.json".to_owned(),
        threads: 2,
    }
}

/// An empty folder of this test.
fn scratch(test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pulih-{}-{test}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn plan(experiment: &Experiment, output: &Path, format: TableFormat) -> ResultPlan {
    ResultPlan {
        output: output.to_path_buf(),
        name: "plan".to_owned(),
        format,
        overwrite: Overwrite::SameScenario,
        stamp: stamp(experiment),
        tables: tables_30(),
    }
}

fn write(experiment: &Experiment, output: &Path, format: TableFormat) -> Written {
    let mut results = Results::begin(plan(experiment, output, format)).unwrap();
    for run in experiment.runs() {
        for records in &run.records {
            results.append(&run.info, &run.path, records).unwrap();
        }
    }
    results
        .finish(experiment, &Effects::of(experiment), 1.5)
        .unwrap()
}

fn json(folder: &Path, name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (experiment, output) = (experiment(2, 60), scratch("report-bytes"));
    let first = write(&experiment, &output.join("a"), TableFormat::default());
    let second = write(&experiment, &output.join("b"), TableFormat::default());
    assert_eq!(first.files, second.files);
    for file in first.files.iter().filter(|file| *file != "run.json") {
        let read = |folder: &Path| std::fs::read(folder.join(file)).unwrap();
        assert_eq!(read(&first.folder), read(&second.folder), "{file}");
    }
    std::fs::remove_dir_all(output).unwrap();
}

#[test]
fn the_summary_has_what_readers_rely_on() {
    let experiment = experiment(3, 156);
    let scenarios = &summary(&experiment)["scenarios"];
    for name in ["covid19", "integration_as_announced"] {
        let one = &scenarios[name];
        for key in [
            "worst_accounting_residual",
            "enterprises",
            "real_enterprises",
            "cooperatives",
            "links",
            "weeks",
            "seeds",
            "weeks_to_regain_2019q4",
            "output_lost_percent_of_year",
            "scar_at_end_percent",
            "employment_thousand",
            "import_content_percent",
            "public_cost_bn_rupiah",
            "contracts_signed",
            "contracts_active",
            "contract_sales_bn_rupiah",
            "ready_share",
        ] {
            assert!(one[key].is_number(), "{name} {key}: {}", one[key]);
        }
        assert_eq!(one["weeks"], 156);
        assert_eq!(one["seeds"], 3);
        let growth = one["gdp_growth_yoy"].as_object().unwrap();
        assert_eq!(growth.keys().next().unwrap(), "2020Q1");
        assert_eq!(growth.len(), 12);
        assert!(one["gva_growth_yoy"]["2022Q4"].is_number());
        assert!(one["weeks_to_regain_trend"].is_null());
        assert_eq!(one["share_not_reached"]["trend"], 1.0);
        assert!(one["contract_volume"]["signed_week_156"].is_number());
    }
}

#[test]
fn no_json_holds_a_null_for_a_number_that_exists() {
    let experiment = experiment(3, 156);
    let value = effects(&Effects::of(&experiment));
    let policy = &value["policies"]["integration_as_announced"];
    for (name, measure) in policy["measures"].as_object().unwrap() {
        assert!(measure["median"].is_number(), "{name}");
        assert!(measure["standard_error"].is_number(), "{name}");
        let from = &measure["interval_from"];
        assert!(
            from["seeds"].is_number() || from["reason"] == "all runs give the same",
            "{name}: {from}"
        );
    }
    assert_eq!(policy["by_province"].as_object().unwrap().len(), 34);
    assert_eq!(policy["by_sector"].as_object().unwrap().len(), 30);
}

#[test]
fn effects_say_what_their_interval_comes_from_or_why_not() {
    use crate::scenario::Uncertainty;
    let from = |seeds: u64, uncertainty: Uncertainty| {
        let mut experiment = experiment(seeds, 156);
        experiment.policies[0].info.uncertainty = uncertainty;
        let value = effects(&Effects::of(&experiment));
        value["policies"]["integration_as_announced"]["measures"]["gdp_percent"]["interval_from"]
            .clone()
    };
    let known = from(16, Uncertainty::Drawn);
    let number = |key: &str| {
        known[key]
            .as_f64()
            .unwrap_or_else(|| panic!("{key}: {known}"))
    };
    assert!((number("parameters") + number("seeds") - 1.0).abs() < 1e-8);
    let squares = ["parameters", "seeds"].map(|of| {
        let deviation = number(&format!("{of}_standard_deviation"));
        deviation * deviation
    });
    let share = squares[0] / (squares[0] + squares[1]);
    assert!((share - number("parameters")).abs() < 1e-7);
    assert_eq!(known["degrees_of_freedom"]["parameters"], 11);
    assert_eq!(known["degrees_of_freedom"]["seeds"], 4);
    let [low, high] = [0, 1].map(|end| known["parameters_90"][end].as_f64().unwrap());
    assert!((0.0..=high).contains(&low) && high <= 1.0);
    let unknown = from(3, Uncertainty::Drawn);
    assert!(unknown["parameters"].is_null() && unknown["seeds"].is_null());
    assert!(unknown["reason"].as_str().unwrap().contains("takes 4"));
    let central = from(3, Uncertainty::Central);
    assert_eq!(central["parameters"], 0.0);
    assert_eq!(central["seeds"], 1.0);
    assert!(central["parameters_90"].is_null());
}

#[test]
fn other_results_are_kept_unless_forced_and_foreign_folders_always() {
    let (experiment, output) = (experiment(1, 30), scratch("force"));
    let first = write(&experiment, &output, TableFormat::Csv);
    assert_eq!(json(&first.folder, "run.json")["complete"], true);
    // The same scenarios may be run again.
    write(&experiment, &output, TableFormat::Csv);
    let mut other = plan(&experiment, &output, TableFormat::Csv);
    other.stamp.scenarios[0].fingerprint = "another".to_owned();
    let refused = Results::begin(other.clone())
        .err()
        .expect("another plan's results are kept");
    assert!(refused.to_string().contains("--force"), "{refused}");
    assert!(refused.to_string().contains("wanted another"), "{refused}");
    other.overwrite = Overwrite::Anything;
    Results::begin(other.clone())
        .unwrap()
        .interrupt(0.1)
        .unwrap();
    // A folder that is no result at all is kept even then.
    std::fs::create_dir_all(output.join("notes")).unwrap();
    other.name = "notes".to_owned();
    let refused = Results::begin(other)
        .err()
        .expect("foreign folders are kept");
    assert!(refused.to_string().contains("never replaced"), "{refused}");
    std::fs::remove_dir_all(output).unwrap();
}

#[test]
fn an_interrupted_run_stays_partial_and_says_so() {
    let (experiment, output) = (experiment(1, 30), scratch("partial"));
    let mut results = Results::begin(plan(&experiment, &output, TableFormat::Csv)).unwrap();
    let run = &experiment.counterfactual;
    results
        .append(&run.info, &run.path, &run.records[0])
        .unwrap();
    let written = results.interrupt(0.5).unwrap();
    assert!(written.folder.ends_with("plan.partial"));
    assert!(!output.join("plan").exists());
    assert_eq!(json(&written.folder, "run.json")["complete"], false);
    let text = std::fs::read_to_string(written.folder.join("series.csv")).unwrap();
    assert!(text.lines().count() > 1_000);
    std::fs::remove_dir_all(output).unwrap();
}

#[test]
fn the_table_answers_in_both_languages() {
    let experiment = experiment(4, 156);
    let effects = Effects::of(&experiment);
    let english = table(&experiment, &effects, Language::English);
    assert!(english.contains("Weeks gained at the end  "), "{english}");
    let indonesian = table(&experiment, &effects, Language::Indonesian);
    assert!(
        indonesian.contains("(terendah sampai tertinggi dari 4 simulasi:"),
        "{indonesian}"
    );
    println!("{english}\n{indonesian}");
}

#[cfg(feature = "parquet")]
mod parquet_files {
    use super::*;
    use arrow_array::{Array, Float64Array, Int32Array, RecordBatch, StringArray};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    fn column<'a, A: Array + 'static>(batch: &'a RecordBatch, name: &str) -> &'a A {
        batch
            .column_by_name(name)
            .unwrap()
            .as_any()
            .downcast_ref()
            .unwrap()
    }

    #[test]
    fn what_was_written_reads_back_with_one_row_group_a_run() {
        let (experiment, output) = (experiment(2, 30), scratch("parquet"));
        let written = write(&experiment, &output, TableFormat::Parquet);
        let file = std::fs::File::open(written.folder.join("series.parquet")).unwrap();
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        assert_eq!(builder.metadata().num_row_groups(), 4);
        let notes = builder
            .metadata()
            .file_metadata()
            .key_value_metadata()
            .unwrap();
        let gdp = notes.iter().find(|note| note.key == "nation.gdp").unwrap();
        assert!(gdp.value.as_ref().unwrap().contains("bn Rp 2010"));
        let run = &experiment.counterfactual;
        let wanted = run.path.gdp(&run.records[0], 7);
        let batches = builder.with_batch_size(1 << 20).build().unwrap();
        let batch = batches.map(Result::unwrap).next().unwrap();
        let found: Vec<f64> = (0..batch.num_rows())
            .filter(|row| column::<StringArray>(&batch, "series").value(*row) == "gdp")
            .filter(|row| column::<StringArray>(&batch, "scenario").value(*row) == "covid19")
            .filter(|row| column::<Int32Array>(&batch, "week").value(*row) == 7)
            .map(|row| column::<Float64Array>(&batch, "value").value(row))
            .collect();
        assert_eq!(found[0].to_bits(), wanted.to_bits());
        assert_eq!(found.len(), 2);
        std::fs::remove_dir_all(output).unwrap();
    }
}

/// Names of tags that a page opens and closes, in order; panics when one stays open.
fn check_tags(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap_or(page);
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("every tag ends");
        assert!(!text.contains('>'), "a bare > in {text}");
        let name = tag
            .trim_start_matches('/')
            .split_whitespace()
            .next()
            .unwrap_or("");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// A page without its style sheet, where `>` is no end of a tag.
fn without_style(page: &str) -> String {
    match (page.find("<style>"), page.find("</style>")) {
        (Some(from), Some(to)) => format!("{}{}", &page[..from], &page[to + "</style>".len()..]),
        _ => page.to_owned(),
    }
}

#[test]
fn pages_and_pictures_close_every_tag_and_escape_texts() {
    let (mut experiment, output) = (experiment(2, 156), scratch("html"));
    experiment.policies[0].info.title.en = "R&D <b>now</b>".to_owned();
    let written = write(&experiment, &output, TableFormat::Csv);
    for file in &written.files {
        if file.ends_with(".html") || file.ends_with(".svg") {
            let page = std::fs::read_to_string(written.folder.join(file)).unwrap();
            let page = without_style(&page);
            check_tags(&page);
            assert!(!page.contains("NaN") && !page.contains("<b>"), "{file}");
        }
    }
    let page = std::fs::read_to_string(written.folder.join("briefing.en.html")).unwrap();
    assert!(page.contains("R&amp;D &lt;b&gt;now"));
    std::fs::remove_dir_all(output).unwrap();
}

#[test]
fn no_is_said_plainly_in_both_languages() {
    let experiment = experiment(4, 156);
    let mut effects = Effects::of(&experiment);
    let policy = &mut effects.policies[0];
    let weeks = policy.measures[0].as_mut().unwrap();
    (weeks.median, weeks.lowest, weeks.highest) = (0.04, 0.01, 0.07);
    let run = &experiment.policies[0];
    let english = finding::answer(policy, run, Language::English);
    assert!(english.starts_with("No: by the end of 2022"), "{english}");
    assert!(
        english.contains("+0.040 weeks (lowest to highest of 4 runs: 0.010 to 0.070)"),
        "{english}"
    );
    let indonesian = finding::answer(policy, run, Language::Indonesian);
    assert!(
        indonesian.starts_with("Tidak:") && indonesian.contains("0,040"),
        "{indonesian}"
    );
    let weeks = policy.measures[0].as_mut().unwrap();
    (weeks.median, weeks.lowest, weeks.highest) = (-3.0, -4.0, -2.0);
    let delay = finding::answer(policy, run, Language::English);
    assert!(
        delay.contains("sets the recovery back by 3.0 weeks"),
        "{delay}"
    );
}

#[test]
fn a_run_without_policies_is_reported_too() {
    let (mut experiment, output) = (experiment(2, 60), scratch("alone"));
    experiment.policies.clear();
    let written = write(&experiment, &output, TableFormat::Csv);
    let page = std::fs::read_to_string(written.folder.join("briefing.id.html")).unwrap();
    assert!(page.contains("PDB"));
    assert!(
        !written
            .files
            .iter()
            .any(|file| file.starts_with("effect_by"))
    );
    std::fs::remove_dir_all(output).unwrap();
}

/// What a page or chart says, without its marks.
fn words(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let pieces = text
        .split('<')
        .map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let words: Vec<&str> = pieces.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[test]
fn a_programme_that_ends_early_says_when_and_jobs_for_money_have_their_interval() {
    let (mut experiment, output) = (experiment(3, 260), scratch("report-early"));
    let mut early = crate::experiment::measures::synthetic::experiment(3, 156).policies;
    early[0].info.name = "early".to_owned();
    early[0].info.title.en = "The early one".to_owned();
    experiment.policies.append(&mut early);
    let folder = write(&experiment, &output, TableFormat::default()).folder;
    let chart = words(&folder.join("recovery.en.svg"));
    assert!(
        chart.contains("The early one, by the end of 2022: "),
        "{chart}"
    );
    assert!(chart.contains("% at their ends"), "{chart}");
    assert!(!chart.contains("announced, by"), "{chart}");
    let briefing = words(&folder.join("briefing.en.html"));
    let said = briefing
        .split_once("per billion rupiah of public cost: ")
        .expect(&briefing);
    let jobs = said.1.split('.').next().unwrap_or_default();
    assert!(!jobs.contains('–'), "{jobs}");
    std::fs::remove_dir_all(output).unwrap();
}
