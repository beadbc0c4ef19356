//! The back-test: forecasts of GDP from each origin, and of the branches from the last, against what
//! came. Points are published, the line is the model, the band its 90% interval with observation
//! error, dashes the fixed gap.

mod panel;

use super::draw;
use super::frame::{LABEL, MARGIN, SMALL, WIDTH, Words, page, wrap};
use super::scene::{Anchor, INK, Scene};
use crate::backtest::{BacktestReport, Cell, MAIN_ORIGIN, Mode, Naive, ORIGINS, Rule};
use crate::observed::{Series, SeriesKind};
use crate::record::Quarter;
use crate::report::error::ReportError;
use crate::report::stamp::version;
use crate::report::words::Language;
use panel::{Lines, Measure, Room, panel};
use std::path::Path;

/// Height of a panel of GDP, of a branch, and of what stands under its axis.
const GDP_PANEL: f64 = 230.0;
const BRANCH_PANEL: f64 = 118.0;
const UNDER: f64 = 26.0;
/// Height of the names above panels.
const NAME: f64 = 34.0;
/// Width of the numbers left of a panel.
const NUMBERS: f64 = 34.0;
/// Branches beside each other.
const COLUMNS: usize = 5;

/// Writes all charts into a folder, in both languages; returns the names of the files.
pub(in crate::report) fn write(
    report: &BacktestReport,
    folder: &Path,
) -> Result<Vec<String>, ReportError> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let scenes = [
            ("backtest_gdp", gdp(report, language)),
            ("backtest_branches", branches(report, language)),
        ];
        for (name, scene) in scenes {
            let (_, names) = draw(&scene, name, language, folder)?;
            files.extend(names);
        }
    }
    Ok(files)
}

/// GDP: a column an origin, growth above, gap below; one scale for each row.
fn gdp(report: &BacktestReport, language: Language) -> Scene {
    let row = NAME + GDP_PANEL + UNDER;
    let (mut scene, (top, _)) = page(&gdp_words(report, language), 2.0 * row);
    let width = (WIDTH - 2.0 * MARGIN) / ORIGINS.len() as f64;
    for (below, measure) in [Measure::Growth, Measure::Gap].into_iter().enumerate() {
        let cells = ORIGINS.map(|origin| report.cell("GDP", origin, Mode::ObservedMobility));
        let lines = cells.map(|cell| cell.map(|cell| Lines::new(cell, measure)));
        let ranges = lines.iter().flatten().map(Lines::range);
        let range = ranges.fold((0.0, 0.0), |all: (f64, f64), one| {
            (all.0.min(one.0), all.1.max(one.1))
        });
        let top = top + row * below as f64 + NAME;
        for (column, lines) in lines.iter().enumerate() {
            let left = MARGIN + width * column as f64 + NUMBERS;
            let room = Room {
                x: (left, left + width - NUMBERS - 8.0),
                y: (top, top + GDP_PANEL),
            };
            let name = panel_name(measure, ORIGINS[column], language);
            scene.text((left, top - 12.0), &name, LABEL, INK, Anchor::Start);
            if let Some(lines) = lines {
                panel(&mut scene, room, lines, range, language);
            }
        }
    }
    scene
}

fn panel_name(measure: Measure, origin: Quarter, language: Language) -> String {
    match (measure, language) {
        (Measure::Growth, Language::English) => format!("Growth, % a year, known to {origin}"),
        (Measure::Growth, Language::Indonesian) => {
            format!("Pertumbuhan, % setahun, diketahui s.d. {origin}")
        }
        (Measure::Gap, Language::English) => "Gap to the path, %".to_owned(),
        (Measure::Gap, Language::Indonesian) => "Selisih dari jalur, %".to_owned(),
    }
}

/// The branches from the last origin, each with its own scale.
fn branches(report: &BacktestReport, language: Language) -> Scene {
    let cells: Vec<(&Series, &Cell)> = report
        .series
        .iter()
        .filter(|series| series.kind == SeriesKind::Branch)
        .filter_map(|series| {
            let cell = report.cell(&series.name, MAIN_ORIGIN, Mode::ObservedMobility)?;
            Some((series, cell))
        })
        .collect();
    let row = NAME + BRANCH_PANEL + UNDER;
    let rows = cells.len().div_ceil(COLUMNS);
    let words = branch_words(&cells, language);
    let (mut scene, (top, _)) = page(&words, row * rows as f64);
    let width = (WIDTH - 2.0 * MARGIN) / COLUMNS as f64;
    for (index, (series, cell)) in cells.iter().enumerate() {
        let left = MARGIN + width * (index % COLUMNS) as f64 + NUMBERS;
        let top = top + row * (index / COLUMNS) as f64 + NAME;
        let room = Room {
            x: (left, left + width - NUMBERS - 6.0),
            y: (top, top + BRANCH_PANEL),
        };
        let name = language.pick(&series.label_en, &series.label_id);
        let lines = wrap(name, SMALL, width - 12.0);
        let first = top - 8.0 - SMALL * 1.2 * (lines.len() as f64 - 1.0);
        for (line, words) in lines.iter().enumerate() {
            let at = (left - NUMBERS + 10.0, first + SMALL * 1.2 * line as f64);
            scene.text(at, words, SMALL, INK, Anchor::Start);
        }
        let lines = Lines::new(cell, Measure::Growth);
        let range = lines.range();
        panel(&mut scene, room, &lines, range, language);
    }
    scene
}

fn gdp_words(report: &BacktestReport, language: Language) -> Words {
    let cell = report.cell("GDP", MAIN_ORIGIN, Mode::ObservedMobility);
    let error = |rule: Rule| {
        let score = cell.and_then(|cell| cell.score(rule));
        let number = |value: Option<f64>| language.number(value.unwrap_or(f64::NAN), 2);
        (
            number(score.map(|score| score.h1_4.rmse)),
            number(score.map(|score| score.h1_8.rmse)),
        )
    };
    let (own, fixed) = (error(Rule::Model), error(Rule::Naive(Naive::FixedGap)));
    let title = match language {
        Language::English => format!(
            "Growth of GDP after {MAIN_ORIGIN} is missed by {} points in 2021 and {} over two years; by a fixed gap, {} and {}",
            own.0, own.1, fixed.0, fixed.1
        ),
        Language::Indonesian => format!(
            "Pertumbuhan PDB setelah {MAIN_ORIGIN} meleset {} poin pada 2021 dan {} selama dua tahun; dengan selisih tetap {} dan {}",
            own.0, own.1, fixed.0, fixed.1
        ),
    };
    words(title, language)
}

fn branch_words(cells: &[(&Series, &Cell)], language: Language) -> Words {
    let nearer = |rule: Rule| {
        let errors = cells.iter().filter_map(|(_, cell)| {
            let own = cell.score(rule)?.h1_8.rmse;
            Some(own < cell.score(Rule::Naive(Naive::FixedGap))?.h1_8.rmse)
        });
        errors.filter(|nearer| *nearer).count()
    };
    let (own, both, all) = (nearer(Rule::Model), nearer(Rule::Combination), cells.len());
    let title = match language {
        Language::English => format!(
            "In {own} of {all} branches the model alone comes nearer than a fixed gap, the mean of both in {both}"
        ),
        Language::Indonesian => format!(
            "Di {own} dari {all} cabang model saja lebih dekat daripada selisih tetap, rata-rata keduanya di {both}"
        ),
    };
    words(title, language)
}

fn words(title: String, language: Language) -> Words {
    let subtitle = language.pick(
        "Points: published, growth on the same quarter of the year before. Line: model, told mobility but no figure after the origin. Band: 90% with observation error. Dashes: the gap of the origin stays",
        "Titik: angka terbitan, pertumbuhan terhadap triwulan yang sama tahun sebelumnya. Garis: model, diberi mobilitas tetapi tidak angka setelah titik awal. Pita: 90% dengan galat pengamatan. Putus-putus: selisih pada titik awal bertahan",
    );
    let foot = match language {
        Language::English => format!(
            "Source: Pulih {}; BPS, GDP by industry and expenditure, latest revision. Eight errors of one episode prove nothing.",
            version()
        ),
        Language::Indonesian => format!(
            "Sumber: Pulih {}; BPS, PDB menurut lapangan usaha dan pengeluaran, revisi terakhir. Delapan galat dari satu peristiwa tidak membuktikan apa pun.",
            version()
        ),
    };
    Words {
        title,
        subtitle: subtitle.to_owned(),
        foot,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backtest::{run, synthetic::ensemble};
    use crate::data::{SectorScheme, tables};
    use crate::report::charts::scene::Mark;

    #[test]
    fn every_mark_is_on_its_page() {
        let io30 = tables(SectorScheme::Io30);
        let report = run(io30, &|origin, mode| ensemble(io30, origin, mode, 0.001));
        for language in Language::ALL {
            for scene in [gdp(&report, language), branches(&report, language)] {
                let inside = |(x, y): &(f64, f64)| {
                    (0.0..=scene.width).contains(x) && (0.0..=scene.height).contains(y)
                };
                for mark in &scene.marks {
                    let all = match mark {
                        Mark::Line { points, .. } | Mark::Area { points, .. } => {
                            points.iter().all(inside)
                        }
                        Mark::Disc { centre, .. } => inside(centre),
                        Mark::Text(label) => inside(&label.at),
                    };
                    assert!(all, "{mark:?}");
                }
            }
        }
    }

    #[test]
    fn all_branches_have_their_panel() {
        let io30 = tables(SectorScheme::Io30);
        let report = run(io30, &|origin, mode| ensemble(io30, origin, mode, 0.0));
        let scene = branches(&report, Language::English);
        let texts = scene
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Text(label) if label.text == "2021"));
        assert_eq!(texts.count(), 25);
    }
}
