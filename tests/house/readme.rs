//! What README.md tells users to do works.

use super::{read, root};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The program under test.
const PULIH: &str = env!("CARGO_BIN_EXE_pulih");

/// Contents of fenced blocks of this language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}");
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    for line in text.lines() {
        match &mut inside {
            Some(block) if line.starts_with("```") => {
                found.push(std::mem::take(block));
                inside = None;
            }
            Some(block) => {
                block.push_str(line);
                block.push('\n');
            }
            None if line == opening => inside = Some(String::new()),
            None => {}
        }
    }
    found
}

/// Commands that README.md tells users to type.
fn commands() -> Vec<String> {
    let readme = read("README.md");
    let lines: Vec<String> = blocks(&readme, "sh")
        .iter()
        .flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    lines
}

/// A folder for one test, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_two_commands_come_first() {
    assert_eq!(
        commands()[..2],
        ["cargo run --release -- run", "cargo test --release"]
    );
}

#[test]
fn the_checks_run_every_command_of_the_readme() {
    let output = Command::new("bash")
        .arg(root().join(".ci/run"))
        .arg("--commands")
        .output()
        .expect("bash is there");
    let listed = String::from_utf8(output.stdout).unwrap();
    let listed: Vec<&str> = listed.lines().collect();
    assert_eq!(listed, commands());
}

#[test]
fn commands_that_only_look_end_well() {
    let folder = scratch("readme_commands");
    for example in blocks(&read("README.md"), "json") {
        fs::write(folder.join("karawang.json"), example).unwrap();
    }
    let looks = |command: &&String| command.starts_with("pulih ") && !command.contains(" run ");
    let all = commands();
    let mut seen = 0;
    for command in all.iter().filter(looks) {
        let words = command.split(' ').skip(1);
        let output = Command::new(PULIH)
            .args(words)
            .current_dir(&folder)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{command}: {told}");
        assert!(!output.stdout.is_empty(), "{command} prints nothing");
        seen += 1;
    }
    assert!(seen >= 5, "README.md shows {seen} commands that look");
}

/// The default of `--out`, as `pulih run --help` tells it.
#[test]
fn the_folder_of_results_is_the_programs_own() {
    let output = Command::new(PULIH)
        .args(["run", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = help.split_once("Folder of the results [default: ").unwrap();
    let folder = rest.split(']').next().unwrap();
    let named = format!("`{folder}/default/`");
    assert!(
        read("README.md").contains(&named),
        "README.md does not name {named}"
    );
}

#[test]
fn exit_codes_are_those_of_the_help() {
    let output = Command::new(PULIH).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let (_, codes) = help.split_once("Exit codes: ").unwrap();
    let readme = read("README.md");
    for code in codes.trim().trim_end_matches('.').split(", ") {
        let number = code.split(' ').next().unwrap();
        let row = format!("| {number} | ");
        assert!(
            readme.contains(&row),
            "README.md has no row for exit code {number}"
        );
    }
}

#[test]
fn pages_that_the_readme_links_to_exist() {
    let readme = read("README.md");
    let mut missing = Vec::new();
    for (start, _) in readme.match_indices("](") {
        let target = readme[start + 2..].split(')').next().unwrap();
        let made_by_a_run = target.starts_with("output/example/");
        if !target.contains("://") && !made_by_a_run && !root().join(target).exists() {
            missing.push(target.to_owned());
        }
    }
    assert!(missing.is_empty(), "README.md links to {missing:#?}");
}

/// Numbers in a cell such as `0.07 (0.02 to 0.17)`.
fn numbers(cell: &str) -> Vec<&str> {
    let parts = cell.split([' ', '(', ')']);
    parts.filter(|part| part.contains('.')).collect()
}

/// Claims that a cell shows these parts of a measure, rounded to its decimals.
fn claim(cell: &str, measure: &serde_json::Value, parts: &[&str]) {
    let shown = numbers(cell);
    assert_eq!(shown.len(), parts.len(), "{cell}");
    for (shown, part) in shown.into_iter().zip(parts) {
        let places = shown.len() - shown.find('.').unwrap() - 1;
        let known = measure[part].as_f64().expect("a number");
        assert_eq!(shown, format!("{known:.places$}"), "{part} in {cell}");
    }
}

/// Cells of the first row of a page that begins so.
fn cells<'a>(page: &'a str, beginning: &str) -> Vec<&'a str> {
    let row = page.lines().find_map(|line| line.strip_prefix(beginning));
    row.expect(beginning).split(" | ").collect()
}

#[test]
fn headline_figures_are_those_of_the_example() {
    let effects = read("output/example/effects.json");
    let effects: serde_json::Value = serde_json::from_str(&effects).expect("JSON");
    let (readme, page) = (read("README.md"), read("docs/effects.md"));
    let programmes = [
        (
            "as announced in March 2021",
            "as announced",
            "integration_as_announced",
        ),
        (
            "the Ministry's target",
            "the Ministry's target",
            "integration_target",
        ),
        ("ambitious", "ambitious", "integration_ambitious"),
    ];
    let spread = ["median", "p5", "p95"];
    for (title, short, name) in programmes {
        let of = |measure: &str| &effects["policies"][name]["measures"][measure];
        let row = cells(&readme, &format!("| {title} | 0 | "));
        claim(row[0], of("weeks_gained"), &spread);
        claim(row[1], of("gdp_percent"), &spread);
        let row = cells(&page, &format!("| {short} | "));
        claim(row[0], of("gdp_percent"), &spread);
        claim(row[1], of("gdp_percent"), &["standard_error"]);
        claim(row[2], of("leontief_estimate_percent"), &["median"]);
    }
}
