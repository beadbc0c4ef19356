//! Effect of a policy on value added by sector: a dot and its interval each.

use super::canvas::text_width;
use super::frame::{LABEL, MARGIN, SMALL, Scale, WIDTH, Words, page, ticks};
use super::scene::{Anchor, BLUE, Colour, GREY, INK, PALE, Scene, VERMILION};
use super::{Subject, foot};
use crate::experiment::effects::PlaceEffect;
use crate::experiment::measures::Distribution;
use crate::report::finding::{end_of_run, title};
use crate::report::spread::{smallest, span, visible};
use crate::report::words::{Language, decimals_for};

/// Height of a row.
const ROW: f64 = 17.0;
/// Most sectors shown: the rest are those with the smallest effects.
const SHOWN: usize = 40;
/// Width of the names.
const NAMES: f64 = 290.0;
/// Width of the numbers at the right.
const NUMBERS: f64 = 90.0;

/// Least space between numbers of the axis.
const GAP: f64 = 10.0;

/// Fewest decimals of the numbers, so that the weakest effects are told apart.
const FEWEST_DECIMALS: usize = 2;

/// One row.
struct Row<'a> {
    place: &'a PlaceEffect,
    spread: Distribution,
    in_focus: bool,
}

/// Draws the chart of a policy.
pub(super) fn scene(subject: &Subject, policy: usize, language: Language) -> Scene {
    let rows = rows(subject, policy);
    let words = text(subject, policy, &rows, language);
    let (mut scene, (top, _)) = page(&words, 24.0 + ROW * rows.len() as f64);
    let left = MARGIN + NAMES;
    let bottom = top + 24.0 + ROW * rows.len() as f64;
    let x = axis(
        &mut scene,
        &rows,
        (left, WIDTH - MARGIN - NUMBERS),
        (top + 16.0, bottom),
        language,
    );
    for (index, row) in rows.iter().enumerate() {
        let y = top + 24.0 + ROW * (index as f64 + 0.5);
        draw_row(&mut scene, row, &x, y, decimals(&rows), language);
    }
    scene
}

/// Rows with the largest effects, from the best to the worst.
fn rows<'a>(subject: &'a Subject, policy: usize) -> Vec<Row<'a>> {
    let sectors = &subject.experiment.tables.sectors;
    let places = subject.effects.policies[policy]
        .by_sector
        .iter()
        .zip(sectors);
    let mut rows: Vec<Row> = places
        .filter_map(|(place, sector)| {
            Some(Row {
                place,
                spread: place.spread?,
                in_focus: sector.focus.is_some(),
            })
        })
        .collect();
    rows.sort_by(|a, b| b.spread.median.abs().total_cmp(&a.spread.median.abs()));
    rows.truncate(SHOWN);
    rows.sort_by(|a, b| b.spread.median.total_cmp(&a.spread.median));
    rows
}

fn decimals(rows: &[Row]) -> usize {
    let largest = rows
        .iter()
        .map(|row| row.spread.median.abs())
        .fold(0.0, f64::max);
    decimals_for(largest).max(FEWEST_DECIMALS)
}

/// Vertical grid with numbers above it.
fn axis(
    scene: &mut Scene,
    rows: &[Row],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    language: Language,
) -> Scale {
    let low = rows
        .iter()
        .map(|row| row.spread.range().0)
        .fold(0.0, f64::min);
    let high = rows
        .iter()
        .map(|row| row.spread.range().1)
        .fold(0.0, f64::max);
    let (values, decimals) = ticks(low, high);
    let x = Scale::new((values[0], values[values.len() - 1]), (left, right));
    let written: Vec<String> = values
        .iter()
        .map(|value| format!("{}%", language.signed(*value, decimals)))
        .collect();
    // Counted from zero, which is always one of those that are written.
    let every = every(&written, x.at(values[1]) - x.at(values[0]));
    let zero = values.iter().position(|value| *value == 0.0).unwrap_or(0);
    for (place, (value, number)) in values.iter().copied().zip(&written).enumerate() {
        let at = x.at(value);
        let (colour, width) = if value == 0.0 {
            (GREY, 1.2)
        } else {
            (PALE, 1.0)
        };
        scene.line(vec![(at, top), (at, bottom)], colour, width);
        if place.abs_diff(zero) % every == 0 {
            scene.text((at, top - 6.0), number, SMALL, INK, Anchor::Middle);
        }
    }
    x
}

/// Of how many numbers, so far apart, one can be written without touching the next.
fn every(numbers: &[String], apart: f64) -> usize {
    let widths = numbers.iter().map(|number| text_width(number, SMALL));
    ((widths.fold(0.0, f64::max) + GAP) / apart).ceil() as usize
}

fn draw_row(scene: &mut Scene, row: &Row, x: &Scale, y: f64, decimals: usize, language: Language) {
    let name = language.pick(&row.place.name_en, &row.place.name_id);
    let colour = colour(row);
    let ink = if row.in_focus { INK } else { GREY };
    let base = y + LABEL * 0.36;
    scene.text(
        (MARGIN + NAMES - 12.0, base),
        name,
        LABEL * 0.92,
        ink,
        Anchor::End,
    );
    let ends = vec![
        (x.at(row.spread.range().0), y),
        (x.at(row.spread.range().1), y),
    ];
    scene.line(ends, colour.tint(0.55), 3.0);
    scene.disc((x.at(row.spread.median), y), 4.2, colour);
    let number = language.signed(row.spread.median, decimals);
    scene.text(
        (WIDTH - MARGIN, base),
        &number,
        LABEL * 0.92,
        INK,
        Anchor::End,
    );
}

/// Blue gains, vermilion loses, grey when the interval holds zero.
fn colour(row: &Row) -> Colour {
    if row.spread.range().0 > 0.0 {
        BLUE
    } else if row.spread.range().1 < 0.0 {
        VERMILION
    } else {
        GREY
    }
}

fn text(subject: &Subject, policy: usize, rows: &[Row], language: Language) -> Words {
    let run = &subject.experiment.policies[policy];
    let end = end_of_run(run, language);
    let name = title(run, language);
    let bar = match (span(run.records.len(), language), language) {
        (None, _) => String::new(),
        (Some(runs), Language::English) => {
            format!("; dot: median, bar: {runs}, grey if it holds zero")
        }
        (Some(runs), Language::Indonesian) => {
            format!("; titik: median, garis: {runs}, abu-abu bila memuat nol")
        }
    };
    let subtitle = match language {
        Language::English => format!(
            "{name}: effect on value added by sector, 13 weeks to {end}, % against the counterfactual{bar}; names in black: focus sectors"
        ),
        Language::Indonesian => format!(
            "{name}: dampak terhadap nilai tambah menurut sektor, 13 minggu sampai {end}, % terhadap skenario pembanding{bar}; nama berwarna hitam: sektor fokus"
        ),
    };
    Words {
        title: finding(rows, language),
        subtitle,
        foot: foot(subject, language),
    }
}

fn finding(rows: &[Row], language: Language) -> String {
    let decimals = decimals(rows);
    let named = |row: &Row| {
        let name = language.pick(&row.place.name_en, &row.place.name_id);
        format!("{name} ({}%)", language.signed(row.spread.median, decimals))
    };
    let (Some(best), Some(worst)) = (rows.first(), rows.last()) else {
        return language
            .pick(
                "No sector could be compared",
                "Tidak ada sektor yang dapat dibandingkan",
            )
            .to_owned();
    };
    let shown = |row: &Row| visible(row.spread.median, decimals);
    let gains = best.spread.median > 0.0 && shown(best);
    let clear = rows.iter().all(|row| row.spread.range().0 >= 0.0);
    let loses = match (worst.spread.median < 0.0, shown(worst)) {
        (false, _) if clear => Loss::None,
        (false, _) => Loss::Possible,
        (true, false) => Loss::Hidden,
        (true, true) => Loss::Shown,
    };
    let unit = smallest(decimals, language);
    match language {
        Language::English => english((gains, loses), &named(best), &named(worst), &unit),
        Language::Indonesian => indonesian((gains, loses), &named(best), &named(worst), &unit),
    }
}

/// Whether some sector loses, by the median of the runs.
#[derive(Clone, Copy)]
enum Loss {
    None,
    /// In some runs only.
    Possible,
    /// Rounding hides it.
    Hidden,
    Shown,
}

fn english((gains, loses): (bool, Loss), best: &str, worst: &str, unit: &str) -> String {
    match (gains, loses) {
        (true, Loss::Shown) => format!("{best} gains most, {worst} loses most"),
        (true, Loss::Hidden) => format!("{best} gains most; no loss reaches {unit}%"),
        (true, Loss::Possible) => format!("{best} gains most; no sector clearly loses"),
        (true, Loss::None) => format!("{best} gains most; no sector loses"),
        (false, Loss::Shown) => format!("No sector gains {unit}% or more; {worst} loses most"),
        (false, Loss::Hidden | Loss::Possible | Loss::None) => {
            format!("No sector gains or loses {unit}% or more")
        }
    }
}

fn indonesian((gains, loses): (bool, Loss), best: &str, worst: &str, unit: &str) -> String {
    match (gains, loses) {
        (true, Loss::Shown) => format!("{best} paling diuntungkan, {worst} paling dirugikan"),
        (true, Loss::Hidden) => {
            format!("{best} paling diuntungkan; tidak ada penurunan hingga {unit}%")
        }
        (true, Loss::Possible) => {
            format!("{best} paling diuntungkan; tidak ada sektor yang nyata dirugikan")
        }
        (true, Loss::None) => {
            format!("{best} paling diuntungkan; tidak ada sektor yang dirugikan")
        }
        (false, Loss::Shown) => {
            format!("Tidak ada sektor yang naik {unit}% atau lebih; {worst} paling dirugikan")
        }
        (false, Loss::Hidden | Loss::Possible | Loss::None) => {
            format!("Tidak ada sektor yang naik atau turun {unit}% atau lebih")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loser_that_rounds_to_nothing_is_not_denied() {
        for text in [
            english(
                (true, Loss::Hidden),
                "Metal (+0.06%)",
                "Other (0.00%)",
                "0.01",
            ),
            indonesian(
                (true, Loss::Hidden),
                "Logam (+0,06%)",
                "Lain (0,00%)",
                "0,01",
            ),
        ] {
            assert!(
                !text.contains("no sector") && !text.contains("tidak ada sektor"),
                "{text}"
            );
            assert!(!text.contains("0.00%") && !text.contains("0,00%"), "{text}");
        }
    }
}
