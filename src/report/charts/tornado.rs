//! The tornado: a bar for each parameter and choice, from the least effect that it leads to, to the
//! largest; the line is the effect with everything at the centre.

use super::draw;
use super::frame::{LABEL, MARGIN, SMALL, Scale, WIDTH, Words, page, ticks};
use super::scene::{Anchor, BLUE, GREY, INK, PALE, Scene, VERMILION};
use crate::report::error::ReportError;
use crate::report::stamp::version;
use crate::report::words::{Language, decimals_for};
use crate::sensitivity::{Bar, End, ProgrammeReport, SensitivityReport};
use std::path::Path;

/// Bars that are shown.
const SHOWN: usize = 20;
/// Height of a row, and of its bar.
const ROW: f64 = 24.0;
const THICK: f64 = 13.0;
/// Width of the names.
const NAMES: f64 = 270.0;
/// Space beside the longest bar for the values at its ends.
const VALUES: f64 = 100.0;
/// Space above the bars for the numbers of the axis and the name of the line.
const ABOVE: f64 = 46.0;

/// Writes the charts of all programmes into a folder, in both languages; returns the names of the
/// files.
pub(in crate::report) fn write(
    report: &SensitivityReport,
    folder: &Path,
) -> Result<Vec<String>, ReportError> {
    let mut files = Vec::new();
    for programme in &report.programmes {
        for language in Language::ALL {
            let scene = scene(report, programme, language);
            let name = format!("tornado.{}", programme.scenario);
            let (_, names) = draw(&scene, &name, language, folder)?;
            files.extend(names);
        }
    }
    Ok(files)
}

/// A bar with its ends as effects around the centre.
struct Row<'a> {
    bar: &'a Bar,
    least: Option<(f64, &'a End)>,
    most: Option<(f64, &'a End)>,
}

fn scene(report: &SensitivityReport, programme: &ProgrammeReport, language: Language) -> Scene {
    let centre = programme.central.gdp();
    let rows = rows(programme);
    let height = ABOVE + ROW * rows.len() as f64 + 6.0;
    let words = words(report, programme, &rows, language);
    let (mut scene, (top, bottom)) = page(&words, height);
    let sides = (MARGIN + NAMES, WIDTH - MARGIN);
    let x = axis(&mut scene, &rows, centre, (sides, (top, bottom)), language);
    for (index, row) in rows.iter().enumerate() {
        let y = top + ABOVE + ROW * (index as f64 + 0.5);
        draw_row(&mut scene, row, &x, (centre, y), language);
    }
    let at = x.at(centre);
    scene.line(vec![(at, top + ABOVE - 8.0), (at, bottom)], INK, 1.4);
    scene
}

fn rows<'a>(programme: &'a ProgrammeReport) -> Vec<Row<'a>> {
    let centre = programme.central.gdp();
    let row = |bar: &'a Bar| {
        let place = |end: &End| centre + end.change;
        let (least, most) = bar.sides();
        Row {
            bar,
            least: least.map(|end| (place(end), end)),
            most: most.map(|end| (place(end), end)),
        }
    };
    programme.bars.iter().take(SHOWN).map(row).collect()
}

/// The grid with its numbers, and the name of the line at the centre.
fn axis(
    scene: &mut Scene,
    rows: &[Row],
    centre: f64,
    ((left, right), (top, bottom)): ((f64, f64), (f64, f64)),
    language: Language,
) -> Scale {
    let ends = || rows.iter().flat_map(|row| [row.least, row.most]).flatten();
    let low = ends()
        .map(|(value, _)| value)
        .fold(centre.min(0.0), f64::min);
    let high = ends()
        .map(|(value, _)| value)
        .fold(centre.max(0.0), f64::max);
    let (values, decimals) = ticks(low, high);
    let scale = Scale::new((low, high), (left + VALUES, right - VALUES));
    let inside = |at: &f64| (left..=right).contains(at);
    for value in values {
        let at = scale.at(value);
        if !inside(&at) {
            continue;
        }
        let (colour, width) = if value == 0.0 {
            (GREY, 1.2)
        } else {
            (PALE, 1.0)
        };
        scene.line(vec![(at, top + ABOVE - 8.0), (at, bottom)], colour, width);
        let number = format!("{}%", language.signed(value, decimals));
        scene.text(
            (at, top + ABOVE - 14.0),
            &number,
            SMALL,
            GREY,
            Anchor::Middle,
        );
    }
    let name = match language {
        Language::English => format!("centre: {}%", language.short_signed(centre)),
        Language::Indonesian => format!("tengah: {}%", language.short_signed(centre)),
    };
    scene.text(
        (scale.at(centre), top + 10.0),
        &name,
        LABEL,
        INK,
        Anchor::Middle,
    );
    scale
}

fn draw_row(scene: &mut Scene, row: &Row, x: &Scale, (centre, y): (f64, f64), language: Language) {
    let base = y + LABEL * 0.36;
    let label = language.pick(&row.bar.label.en, &row.bar.label.id);
    let at = (MARGIN + NAMES - 4.0, base);
    scene.text(at, label, LABEL * 0.92, INK, Anchor::End);
    let middle = x.at(centre);
    for (end, colour) in [(row.least, VERMILION), (row.most, BLUE)] {
        let Some((value, end)) = end else { continue };
        let at = x.at(value);
        let (left, right) = (at.min(middle), at.max(middle));
        let half = THICK / 2.0;
        scene.rectangle((left, y - half), (right, y + half), colour.tint(0.75));
        let text = language.pick(&end.value.en, &end.value.id);
        let (place, anchor) = if at < middle {
            ((at - 5.0, y + SMALL * 0.36), Anchor::End)
        } else {
            ((at + 5.0, y + SMALL * 0.36), Anchor::Start)
        };
        scene.text(place, text, SMALL, GREY, anchor);
    }
}

fn words(
    report: &SensitivityReport,
    programme: &ProgrammeReport,
    rows: &[Row],
    language: Language,
) -> Words {
    let centre = programme.central.gdp();
    let least = rows.iter().filter_map(|row| row.least);
    let most = rows.iter().filter_map(|row| row.most);
    let low = least.map(|(value, _)| value).fold(centre, f64::min);
    let high = most.map(|(value, _)| value).fold(centre, f64::max);
    let decimals = decimals_for(centre);
    let number = |value| language.signed(value, decimals);
    let title = match language {
        Language::English => format!(
            "Changed one at a time, assumptions move the effect on GDP between {} and {}%; at the centre it is {}%",
            number(low),
            number(high),
            number(centre)
        ),
        Language::Indonesian => format!(
            "Bila diubah satu per satu, asumsi menggeser dampak terhadap PDB antara {} dan {}%; di tengah {}%",
            number(low),
            number(high),
            number(centre)
        ),
    };
    Words {
        title,
        subtitle: subtitle(programme, language),
        foot: foot(report, programme, language),
    }
}

fn subtitle(programme: &ProgrammeReport, language: Language) -> String {
    let name = language.pick(&programme.title.en, &programme.title.id);
    match language {
        Language::English => format!(
            "{name}: effect on GDP over the last 13 weeks, % against the counterfactual, at the ends of each range or under another choice; the {SHOWN} longest bars, their values beside them"
        ),
        Language::Indonesian => format!(
            "{name}: dampak terhadap PDB pada 13 minggu terakhir, % terhadap skenario pembanding, di kedua ujung kisaran atau dengan pilihan lain; {SHOWN} batang terpanjang, nilainya di samping"
        ),
    }
}

fn foot(report: &SensitivityReport, programme: &ProgrammeReport, language: Language) -> String {
    let rows = language.number(report.rows as f64, 0);
    let large = language.number(f64::from(report.large_rows), 0);
    let seeds = language.seeds(report.seeds as usize);
    let check = language.short_signed(programme.large.gdp());
    let version = version();
    let (run, all) = programme.ends();
    let left = if run < all {
        language.pick(
            " Of short bars only the end farther from the centre by ratio was run.",
            " Untuk batang pendek hanya ujung yang nisbahnya lebih jauh dari nilai tengah yang dijalankan.",
        )
    } else {
        ""
    };
    match language {
        Language::English => format!(
            "Source: Pulih {version} on BPS national accounts; {} against {}; {rows} rows, {seeds}; with {large} rows the centre is {check}%. Size: difference from a run of the same size, drawn from the centre.{left}",
            programme.scenario, report.counterfactual
        ),
        Language::Indonesian => format!(
            "Sumber: Pulih {version} atas neraca nasional BPS; {} terhadap {}; {rows} baris, {seeds}; dengan {large} baris nilai tengahnya {check}%. Ukuran: selisih dari simulasi berukuran sama, digambar dari nilai tengah.{left}",
            programme.scenario, report.counterfactual
        ),
    }
}
