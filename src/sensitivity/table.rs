//! The report for a terminal, below 100 columns.

use super::answer::{AnswerRow, Combination};
use super::numbers::{decimals, grouped, percent, signed};
use super::{End, Measured, ProgrammeReport, SensitivityReport, Split, sentences};
use crate::prose::wrapped;
use std::fmt::Write;

/// Bars that are shown.
pub(crate) const SHOWN: usize = 20;
/// Parameters of the regression that are shown.
const CARRIERS: usize = 10;
/// Most characters of a line.
const LINE: usize = 96;
/// Width of the names of rows.
const NAME: usize = 44;

/// The report as text.
#[must_use]
pub fn text(report: &SensitivityReport) -> String {
    let mut text = String::new();
    for programme in &report.programmes {
        head(&mut text, report, programme);
        answer(&mut text, programme);
        bars(&mut text, programme);
        global(&mut text, programme);
        splits(&mut text, programme);
        text.push_str("\nWhat may be said\n");
        for sentence in sentences(report, programme).en {
            text.push_str(&wrapped(&sentence, LINE));
        }
        text.push('\n');
    }
    text
}

// Writing to a text cannot fail: results of `writeln!` are left.

fn head(text: &mut String, report: &SensitivityReport, programme: &ProgrammeReport) {
    let title = format!("What the effect of {} depends on", programme.scenario);
    let _ = writeln!(text, "{title}\n{}", "=".repeat(title.chars().count()));
    let size = format!(
        "Against {}, at the end of the run. Computed with {} rows and {} a variant, parameters at the centre; {} pairs of runs in all.",
        report.counterfactual,
        grouped(report.rows),
        seeds(report.seeds),
        grouped(report.pairs as u64),
    );
    text.push_str(&wrapped(&size, LINE));
    let (own, large) = (programme.central.gdp(), programme.large.gdp());
    let places = decimals(own);
    let check = format!(
        "With {} rows the central effect is {}% of GDP, here {}%.",
        grouped(u64::from(report.large_rows)),
        signed(large, places),
        signed(own, places)
    );
    text.push_str(&wrapped(&check, LINE));
    let errors = format!(
        "Standard error by who trades with whom: of the central effect {}, of a change {} points, of a change of rows or sectors {}, because there nothing of the seeds cancels.",
        error(programme.error_of_centre(), places),
        error(programme.error_of_change(), places),
        error(programme.error_of_size(), places)
    );
    text.push_str(&wrapped(&errors, LINE));
}

/// A standard error at these decimals, or that it is below them.
fn error(value: f64, places: usize) -> String {
    let shown = format!("{value:.places$}");
    if shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        shown
    } else {
        format!("below {:.places$}", 0.1_f64.powi(places as i32))
    }
}

pub(crate) fn seeds(count: u32) -> String {
    let noun = if count == 1 { "seed" } else { "seeds" };
    format!("{count} {noun}")
}

fn answer(text: &mut String, programme: &ProgrammeReport) {
    let line = NAME;
    let _ = writeln!(
        text,
        "\n{:<line$}{:>11}{:>10}{:>10}{:>13}{:>8}",
        "What would make the answer no", "GDP %", "of centre", "weeks", "Leontief %", "ratio"
    );
    let central = &programme.central;
    effect_line(text, "centre of all parameters", central, central);
    for row in &programme.answer.rows {
        effect_line(text, &row_name(row), &row.measured, central);
    }
    let worst = programme.answer.worst();
    let count = programme.answer.combinations.len();
    let worst_of = format!("the worst of {count} combinations");
    effect_line(text, &worst_of, &worst.measured, central);
    let _ = writeln!(text, "    {}", combination_words(worst));
    if let Some(best) = programme.answer.combinations.last() {
        let best_of = format!("the best of {count} combinations");
        effect_line(text, &best_of, &best.measured, central);
        let _ = writeln!(text, "    {}", combination_words(best));
    }
}

fn row_name(row: &AnswerRow) -> String {
    format!("{} {}", row.key, row.value)
}

pub(crate) fn combination_words(combination: &Combination) -> String {
    let values = combination.values.iter();
    let words: Vec<String> = values
        .map(|(key, value)| format!("{key} {value}"))
        .collect();
    words.join(", ")
}

fn effect_line(text: &mut String, name: &str, measured: &Measured, central: &Measured) {
    let (one, centre) = (measured.mean(), central.mean());
    let ratio = one
        .ratio()
        .map_or("none".to_owned(), |ratio| format!("{ratio:.2}"));
    let line = NAME;
    let _ = writeln!(
        text,
        "{name:<line$}{:>11}{:>10}{:>10}{:>13}{ratio:>8}",
        signed(one.gdp_percent, decimals(centre.gdp_percent)),
        of_centre(one.gdp_percent, centre.gdp_percent),
        signed(one.weeks_gained, decimals(centre.weeks_gained)),
        signed(one.leontief_percent, decimals(centre.leontief_percent)),
    );
}

/// An effect as a share of the central one.
pub(crate) fn of_centre(effect: f64, centre: f64) -> String {
    if centre > 0.0 {
        percent(effect / centre)
    } else {
        "none".to_owned()
    }
}

fn bars(text: &mut String, programme: &ProgrammeReport) {
    let line = NAME;
    let _ = writeln!(
        text,
        "\n{:<line$}{:>26}{:>26}",
        format!("One at a time, the {SHOWN} longest, % of GDP"),
        "least at",
        "most at"
    );
    let places = decimals(programme.central.gdp());
    let shown = || programme.bars.iter().take(SHOWN);
    for bar in shown() {
        let end = |end: Option<&End>| match (end, &bar.not_run) {
            (Some(end), _) => {
                let effect = signed(end.measured.gdp(), places);
                format!("{} {effect:>9}", end.value.en)
            }
            (None, Some(value)) => format!("{} {:>9}", value.en, "not run"),
            (None, None) => "none".to_owned(),
        };
        let (least, most) = bar.sides();
        let _ = writeln!(
            text,
            "{:<line$}{:>26}{:>26}",
            bar.name,
            end(least),
            end(most)
        );
    }
    if shown().any(|bar| matches!(bar.sides(), (None, _) | (_, None)) && bar.not_run.is_none()) {
        text.push_str("none: nothing tried moves the effect to that side\n");
    }
    let (run, all) = programme.ends();
    if run < all {
        let left = format!(
            "{run} of {all} ends of ranges were run: of each parameter the end farther from the centre by ratio, of those that moved the effect most both. All: --thorough."
        );
        text.push_str(&wrapped(&left, LINE));
    }
}

fn global(text: &mut String, programme: &ProgrammeReport) {
    let global = &programme.global;
    if global.effects.is_empty() {
        return;
    }
    let places = decimals(programme.central.gdp());
    let at = |share| signed(global.quantile(share), places);
    let (low, high) = global.spread();
    let runs = if global.has_few_runs() {
        "all runs"
    } else {
        "90% of runs"
    };
    let _ = writeln!(
        text,
        "\nAll ranges at once, {} runs (Latin hypercube): median {}%, {runs} {} to {}%\nnot above zero in {}; a share below {} is not ruled out (95%)",
        global.effects.len(),
        at(0.5),
        signed(low, places),
        signed(high, places),
        global.not_positive(),
        percent(global.not_ruled_out()),
    );
    if global.carriers.is_empty() {
        text.push_str("too few runs to tell what carries the variance\n");
        return;
    }
    let _ = writeln!(
        text,
        "rank regression on the {} longest parameters: R2 {:.2}, corrected {:.2}",
        global.carriers.len(),
        global.r2,
        global.adjusted_r2
    );
    let line = NAME;
    let _ = writeln!(
        text,
        "{:<line$}{:>11}{:>10}{:>10}{:>18}",
        "", "SRRC", "error", "SRRC2", "rank correlation"
    );
    for carrier in global.carriers.iter().take(CARRIERS) {
        let _ = writeln!(
            text,
            "{:<line$}{:>11}{:>10.2}{:>10}{:>18}",
            carrier.key,
            signed(carrier.coefficient, 2),
            carrier.error,
            percent(carrier.coefficient.powi(2)),
            signed(carrier.correlation, 2)
        );
    }
}

fn splits(text: &mut String, programme: &ProgrammeReport) {
    let splits = &programme.splits;
    let (draws, columns) = splits.design;
    let line = NAME;
    let _ = writeln!(
        text,
        "\n{:<line$}{:>11}{:>10}{:>10}{:>8}{:>7}",
        format!("Variance, {draws} draws x {columns} seeds"),
        "mean",
        "sd",
        "draws",
        "seeds",
        "rest"
    );
    let rows: [(&str, &Split); 3] = [
        ("GDP, %", &splits.gdp_percent),
        ("weeks gained", &splits.weeks_gained),
        ("employment, thousand", &splits.employment_thousand),
    ];
    for (name, split) in rows {
        let places = decimals(split.mean);
        let _ = writeln!(
            text,
            "{name:<line$}{:>11}{:>10.places$}{:>10}{:>8}{:>7}",
            signed(split.mean, places),
            split.deviation,
            percent(split.parameters),
            percent(split.seeds),
            percent(split.rest)
        );
        let [parameters, seeds, rest] = split.components.map(percent);
        let _ = writeln!(
            text,
            "{:<line$}{:>31}{seeds:>8}{rest:>7}",
            "    as components of variance", parameters
        );
    }
}
