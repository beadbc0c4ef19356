//! The short table of the answer for the terminal.

use super::finding::{answer, decimals_of, interval, title};
use super::json::measures;
use super::words::Language;
use crate::experiment::effects::{EFFECTS, EffectMeasure as E, Effects, PolicyEffects};
use crate::experiment::measures::{
    Better, Distribution, EnsembleRun, Experiment, median_with_missing, yearly_growth_percent,
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
/// Width of the labels with their unit.
const LABEL: usize = 66;

/// The answer of an experiment as text: a sentence and a table per policy, and how the
/// counterfactual recovers.
#[must_use]
pub fn table(experiment: &Experiment, effects: &Effects, language: Language) -> String {
    let mut text = String::new();
    recovery(&mut text, experiment, language);
    for (policy, run) in effects.policies.iter().zip(&experiment.policies) {
        text.push('\n');
        text.push_str(&answer(policy, run, language));
        text.push_str("\n\n");
        policy_table(&mut text, policy, language);
    }
    text
}

fn line(text: &mut String, cells: [&str; 4]) {
    let [label, median, interval, better] = cells;
    let pad = " ".repeat(LABEL.saturating_sub(label.chars().count()));
    let row = format!("{label}{pad}{median:>12}  {interval:<26}{better:>7}");
    text.push_str(row.trim_end());
    text.push('\n');
}

fn policy_table(text: &mut String, policy: &PolicyEffects, language: Language) {
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
    line(text, header);
    for measure in SHOWN {
        let info = &EFFECTS[measure as usize];
        let label = language.pick(info.label_en, info.label_id);
        let label = format!("{label} ({})", unit(info.unit, language));
        match policy.measure(measure) {
            Some(spread) => line(
                text,
                [
                    &label,
                    &language.signed(spread.median, decimals_of(spread)),
                    &interval(spread, language),
                    &improved(spread, language),
                ],
            ),
            None => line(text, [&label, "–", "", ""]),
        }
    }
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
            "jobs per bn Rp public cost" => "pekerjaan per miliar Rp",
            "Rp GDP per Rp public cost" => "Rp PDB per Rp",
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
    for (label, value) in recovery_lines(experiment, run, language) {
        line(text, [&label, &value, "", ""]);
    }
}

fn recovery_lines(
    experiment: &Experiment,
    run: &EnsembleRun,
    language: Language,
) -> Vec<(String, String)> {
    let measures = measures(experiment, run);
    let mut lines = Vec::new();
    let Some(first) = measures.first() else {
        return lines;
    };
    let years = first.quarters.years(&first.quarters.gdp);
    for (index, (year, _)) in yearly_growth_percent(&years).iter().enumerate() {
        let growth: Vec<f64> = measures
            .iter()
            .map(|one| yearly_growth_percent(&one.quarters.years(&one.quarters.gdp))[index].1)
            .collect();
        let label = language.pick("GDP growth", "Pertumbuhan PDB");
        if let Some(spread) = Distribution::of(&growth, Better::Neither) {
            lines.push((
                format!("{label} {year} (%)"),
                language.signed(spread.median, 2),
            ));
        }
    }
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
    let scar: Vec<f64> = measures.iter().map(|one| one.scar_at_end_percent).collect();
    let label = language.pick(
        "Gap to the path at the end (%)",
        "Jarak ke jalur tren di akhir (%)",
    );
    if let Some(spread) = Distribution::of(&scar, Better::Neither) {
        lines.push((label.to_owned(), language.signed(spread.median, 1)));
    }
    lines
}
