//! The short table of the answer for the terminal.

use super::finding::{answer, end_of_run, title};
use super::growth::{self, YearGrowth};
use super::json::measures;
use super::origin::origin;
use super::spread::{Sign, improved, interval, label, median, span};
use super::words::Language;
use crate::experiment::effects::{EffectMeasure as E, Effects, PolicyEffects};
use crate::experiment::measures::{
    Better, Distribution, EnsembleRun, Experiment, RunMeasures, ScenarioInfo, median_with_missing,
};
use crate::prose::lines;
use std::fmt::Write;

/// Rows from which contracts and effects hardly change (docs/effects.md).
const FEW_ROWS: u32 = 20_000;
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
/// Those that say nothing of a policy without contracts.
pub(super) const OF_CONTRACTS: [E; 8] = [
    E::ContractsSigned,
    E::ContractSales,
    E::ImportsDisplaced,
    E::LinkedEmployment,
    E::MemberIncome,
    E::LinkedOutput,
    E::RivalsOutput,
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
        if let Some(origin) = origin(policy, language) {
            text.push_str(&wrapped(&origin));
            text.push('\n');
        }
    }
    text
}

/// Breaks a sentence into lines of the terminal.
fn wrapped(sentence: &str) -> String {
    lines(sentence, COLUMNS).join("\n")
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
    let runs = policy.measure(E::WeeksGained).map_or(0, |weeks| weeks.runs);
    let against = language.pick(
        "Effect against the counterfactual",
        "Dampak dibandingkan skenario pembanding",
    );
    let (middle, better) = match runs {
        1 => (language.pick("one run", "satu simulasi"), ""),
        _ => ("median", language.pick("better in", "membaik pada")),
    };
    let range = span(runs, language).unwrap_or_default();
    let mut rows = vec![[
        against.to_owned(),
        middle.to_owned(),
        range,
        better.to_owned(),
    ]];
    let shown = SHOWN
        .iter()
        .filter(|measure| policy.has_contracts() || !OF_CONTRACTS.contains(measure));
    rows.extend(shown.map(|measure| row(policy, *measure, language)));
    rows
}

fn row(policy: &PolicyEffects, measure: E, language: Language) -> Row {
    let label = label(measure, language);
    let Some(spread) = policy.measure(measure) else {
        return [label, "–".to_owned(), String::new(), String::new()];
    };
    let sign = Sign::of(measure);
    let is_effect = spread.runs > 1 && sign == Sign::Shown;
    let better = improved(spread, language).filter(|_| is_effect);
    [
        label,
        median(spread, sign, language),
        interval(spread, language).unwrap_or_default(),
        better.unwrap_or_default(),
    ]
}

fn recovery(text: &mut String, experiment: &Experiment, language: Language) {
    let run = &experiment.counterfactual;
    let facts = run
        .records
        .first()
        .map(|records| records.facts)
        .unwrap_or_default();
    let seeds = language.seeds(run.records.len());
    let rows = language.number(facts.enterprises as f64, 0);
    let enterprises = language.number(facts.real_enterprises as f64, 0);
    let heading = match language {
        Language::English => format!(
            "{}: {seeds}, {rows} rows for {enterprises} enterprises",
            title(run, language)
        ),
        Language::Indonesian => format!(
            "{}: {seeds}, {rows} baris untuk {enterprises} usaha",
            title(run, language)
        ),
    };
    writeln!(text, "{heading}").expect("a string takes all text");
    let measures = measures(experiment, run);
    let growth = growth::years(&measures, experiment.tables);
    let notes = [
        rows_note(experiment, language),
        few_rows(&run.info, language),
        growth::beside_published(&growth, language),
    ];
    for note in notes.into_iter().flatten() {
        writeln!(text, "{}", wrapped(&note)).expect("a string takes all text");
    }
    let rows: Vec<Row> = growth_lines(&growth, language)
        .into_iter()
        .chain(recovery_lines(&measures, run, language))
        .map(|(label, value)| [label, value, String::new(), String::new()])
        .collect();
    text.push_str(&aligned(&rows));
}

/// Tells that the economy has more rows than were asked for, and why.
#[must_use]
pub fn rows_note(experiment: &Experiment, language: Language) -> Option<String> {
    let run = &experiment.counterfactual;
    let (built, asked) = (
        run.records.first()?.facts.enterprises,
        u64::from(run.info.enterprises),
    );
    let [few, many] = [asked, built].map(|rows| language.number(rows as f64, 0));
    (built > asked).then(|| match language {
        Language::English => format!(
            "Rows: {few} were asked for, {many} built, the least: every sector, province and size class with enterprises has a row of its own, every cooperative and its members too."
        ),
        Language::Indonesian => format!(
            "Baris: diminta {few}, dibentuk {many}, yaitu jumlah minimum: setiap sektor, provinsi, dan kelas ukuran yang memiliki usaha mendapat baris tersendiri, demikian pula setiap koperasi beserta anggotanya."
        ),
    })
}

/// Tells that figures of a small economy are not to be quoted.
#[must_use]
pub fn few_rows(scenario: &ScenarioInfo, language: Language) -> Option<String> {
    let few = language.number(f64::from(FEW_ROWS), 0);
    (scenario.enterprises < FEW_ROWS).then(|| match language {
        Language::English => format!(
            "A small run: read its shape, not its figures. Contracts, costs and effects fall as rows are added, most of it up to about {few} rows."
        ),
        Language::Indonesian => format!(
            "Simulasi berskala kecil: perhatikan polanya, bukan angkanya. Kontrak, biaya, dan dampak menurun bila baris bertambah, sebagian besar sampai sekitar {few} baris."
        ),
    })
}

/// Years of which no published growth is known.
fn growth_lines(years: &[YearGrowth], language: Language) -> Vec<(String, String)> {
    let label = language.pick("GDP growth", "Pertumbuhan PDB");
    let line = |one: &YearGrowth| {
        let growth = language.signed(one.simulated, 2);
        (format!("{label} {} (%)", one.year), growth)
    };
    let unknown = years.iter().filter(|one| one.published.is_none());
    unknown.map(line).collect()
}

fn recovery_lines(
    measures: &[RunMeasures],
    run: &EnsembleRun,
    language: Language,
) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let weeks: Vec<Option<f64>> = measures
        .iter()
        .map(|one| one.weeks_to_regain_2019q4)
        .collect();
    let label = language.pick(
        "Weeks until the level of 2019Q4 is regained",
        "Minggu hingga tingkat triwulan IV 2019 tercapai kembali",
    );
    let never = language.pick("not in the run", "tidak tercapai");
    let weeks = median_with_missing(&weeks).map(|weeks| language.number(weeks, 0));
    lines.push((label.to_owned(), weeks.unwrap_or_else(|| never.to_owned())));
    let end = end_of_run(run, language);
    let label = match language {
        Language::English => format!("Gap to the path by {end} (%)"),
        Language::Indonesian => format!("Kesenjangan terhadap jalur tren pada {end} (%)"),
    };
    let scar: Vec<f64> = measures.iter().map(|one| one.scar_at_end_percent).collect();
    if let Some(spread) = Distribution::of(&scar, Better::Neither) {
        lines.push((label, language.signed(spread.median, 1)));
    }
    lines
}
