//! The short table of the answer for the terminal.

use super::finding::{answer, decimals_of, end_of_run, interval, title};
use super::json::measures;
use super::words::Language;
use crate::experiment::effects::{EFFECTS, EffectMeasure as E, Effects, PolicyEffects};
use crate::experiment::measures::{
    Better, Distribution, EnsembleRun, Experiment, RunMeasures, median_with_missing,
    yearly_growth_percent,
};
use std::fmt::Write;

/// Measures of the table.
const SHOWN: [E; 14] = [
    E::WeeksGained,
    E::Gdp,
    E::Employment,
    E::OutputLost,
    E::ImportContent,
    E::ContractsSigned,
    E::ContractSales,
    E::ImportsDisplaced,
    E::LinkedEmployment,
    E::MemberIncome,
    E::LinkedOutput,
    E::RivalsOutput,
    E::PublicCost,
    E::LinkedJobsPerBillion,
];
/// Columns of a terminal that a sentence fills.
const COLUMNS: usize = 90;

/// The answer of an experiment as text: a sentence and a table per policy, and how the
/// counterfactual recovers.
#[must_use]
pub fn table(experiment: &Experiment, effects: &Effects, language: Language) -> String {
    let mut text = String::new();
    recovery(&mut text, experiment, language);
    for (policy, run) in effects.policies.iter().zip(&experiment.policies) {
        text.push('\n');
        text.push_str(&wrapped(&answer(policy, run, language)));
        text.push_str("\n\n");
        text.push_str(&aligned(&policy_rows(policy, language)));
    }
    text
}

/// Breaks a sentence into lines of the terminal.
fn wrapped(sentence: &str) -> String {
    let mut lines = vec![String::new()];
    for word in sentence.split_whitespace() {
        let last = lines.last_mut().expect("there is a first line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > COLUMNS {
            lines.push(word.to_owned());
        } else {
            last.push_str(if last.is_empty() { "" } else { " " });
            last.push_str(word);
        }
    }
    lines.join("\n")
}

/// A row: label, median, interval, share improved.
type Row = [String; 4];

/// Rows under each other: labels and intervals begin, numbers end in a column.
fn aligned(rows: &[Row]) -> String {
    let width = |column: usize| -> usize {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            let numbers = column % 2 == 1;
            line.push_str(&if numbers {
                format!("{pad}{cell}  ")
            } else {
                format!("{cell}{pad}  ")
            });
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn policy_rows(policy: &PolicyEffects, language: Language) -> Vec<Row> {
    let header = language.pick(
        [
            "Effect against the counterfactual",
            "median",
            "90% of runs",
            "better",
        ],
        [
            "Dampak terhadap skenario pembanding",
            "median",
            "90% simulasi",
            "membaik",
        ],
    );
    let mut rows = vec![header.map(str::to_owned)];
    for measure in SHOWN {
        let info = &EFFECTS[measure as usize];
        let label = language.pick(info.label_en, info.label_id);
        let label = format!("{label} ({})", unit(info.unit, language));
        let spread = policy.measure(measure);
        rows.push(spread.map_or_else(
            || [label.clone(), "–".to_owned(), String::new(), String::new()],
            |spread| {
                let median = language.signed(spread.median, decimals_of(spread));
                let (range, better) = (interval(spread, language), improved(spread, language));
                [label.clone(), median, range, better]
            },
        ));
    }
    rows
}

/// Share of runs with an improvement.
fn improved(spread: &Distribution, language: Language) -> String {
    spread
        .share_improved
        .map(|share| format!("{}%", language.number(100.0 * share, 0)))
        .unwrap_or_default()
}

/// A unit of the catalogue in the reader's language.
pub(super) fn unit(unit: &str, language: Language) -> &str {
    match language {
        Language::English => unit,
        Language::Indonesian => match unit {
            "weeks" => "minggu",
            "thousand persons" => "ribu orang",
            "points" => "poin",
            "points of the Gini coefficient" => "poin koefisien Gini",
            "% of a year's GDP" => "% PDB setahun",
            "bn Rp 2010" => "miliar Rp 2010",
            "bn Rp current" => "miliar Rp harga berlaku",
            "number" => "jumlah",
            "jobs" => "pekerjaan",
            other => other,
        },
    }
}

fn recovery(text: &mut String, experiment: &Experiment, language: Language) {
    let run = &experiment.counterfactual;
    let facts = run
        .records
        .first()
        .map(|records| records.facts)
        .unwrap_or_default();
    let heading = match language {
        Language::English => format!(
            "{}: {} seeds, {} rows for {} enterprises",
            title(run, language),
            run.records.len(),
            language.number(facts.enterprises as f64, 0),
            language.number(facts.real_enterprises as f64, 0),
        ),
        Language::Indonesian => format!(
            "{}: {} benih, {} baris untuk {} usaha",
            title(run, language),
            run.records.len(),
            language.number(facts.enterprises as f64, 0),
            language.number(facts.real_enterprises as f64, 0),
        ),
    };
    writeln!(text, "{heading}").expect("a string takes all text");
    let rows: Vec<Row> = recovery_lines(experiment, run, language)
        .into_iter()
        .map(|(label, value)| [label, value, String::new(), String::new()])
        .collect();
    text.push_str(&aligned(&rows));
}

fn recovery_lines(
    experiment: &Experiment,
    run: &EnsembleRun,
    language: Language,
) -> Vec<(String, String)> {
    let measures = measures(experiment, run);
    let mut lines = growth_lines(&measures, language);
    let weeks: Vec<Option<f64>> = measures
        .iter()
        .map(|one| one.weeks_to_regain_2019q4)
        .collect();
    let label = language.pick(
        "Weeks until the level of 2019Q4 is regained",
        "Minggu sampai tingkat 2019Q4 tercapai lagi",
    );
    let never = language.pick("not in the run", "tidak tercapai");
    let weeks = median_with_missing(&weeks).map(|weeks| language.number(weeks, 0));
    lines.push((label.to_owned(), weeks.unwrap_or_else(|| never.to_owned())));
    let end = end_of_run(run, language);
    let label = match language {
        Language::English => format!("Gap to the path by {end} (%)"),
        Language::Indonesian => format!("Jarak ke jalur tren pada {end} (%)"),
    };
    let scar: Vec<f64> = measures.iter().map(|one| one.scar_at_end_percent).collect();
    if let Some(spread) = Distribution::of(&scar, Better::Neither) {
        lines.push((label, language.signed(spread.median, 1)));
    }
    lines
}

/// Growth of GDP by year, median of the runs.
fn growth_lines(measures: &[RunMeasures], language: Language) -> Vec<(String, String)> {
    let growth: Vec<Vec<(i32, f64)>> = measures
        .iter()
        .map(|one| yearly_growth_percent(&one.quarters.years(&one.quarters.gdp)))
        .collect();
    let years = growth.first().map_or(0, Vec::len);
    let label = language.pick("GDP growth", "Pertumbuhan PDB");
    (0..years)
        .filter_map(|index| {
            let values: Vec<f64> = growth.iter().map(|run| run[index].1).collect();
            let spread = Distribution::of(&values, Better::Neither)?;
            let year = growth[0][index].0;
            Some((
                format!("{label} {year} (%)"),
                language.signed(spread.median, 2),
            ))
        })
        .collect()
}
