//! What bound production over time in the counterfactual: shares of value added.

use super::frame::{LABEL, MARGIN, SMALL, Scale, WIDTH, Words, page, y_axis};
use super::scene::{
    Anchor, BLUE, Colour, GREEN, GREY, INK, ORANGE, PALE, PURPLE, Point, Scene, VERMILION,
};
use super::{Subject, foot};
use crate::experiment::measures::{EnsembleRun, last_week};
use crate::record::{Quarter, Records, SECTOR_SERIES, SectorSeries as S, recorded};
use crate::report::finding::title;
use crate::report::words::Language;

/// Height of the chart with its axis.
const HEIGHT: f64 = 420.0;
/// Width of the labels at the right.
const LABELS: f64 = 268.0;
/// What may bind, from the bottom of the chart.
const BOUNDS: [(S, Colour); 5] = [
    (S::BoundByDemand, BLUE),
    (S::BoundByLabour, VERMILION),
    (S::BoundByCapacity, GREEN),
    (S::BoundByInputs, ORANGE),
    (S::BoundByMoney, PURPLE),
];
/// Areas are paler than lines of their colour.
const TINT: f64 = 0.7;
/// Height of a line of the key, and side of its squares.
const LINE: f64 = 26.0;
const SWATCH: f64 = 12.0;

/// Draws the chart.
pub(super) fn scene(subject: &Subject, language: Language) -> Scene {
    let run = &subject.experiment.counterfactual;
    let (mut scene, (top, bottom)) = page(&text(subject, language), HEIGHT);
    let (left, right) = (MARGIN + 34.0, WIDTH - LABELS);
    let bottom = bottom - 20.0;
    let y = y_axis(
        &mut scene,
        (left, right),
        (top, bottom),
        (0.0, 100.0),
        language,
    );
    let weeks = run.records.first().map_or(0, last_week);
    let x = Scale::new((1.0, weeks.max(2) as f64), (left, right));
    let shares: Vec<[f64; BOUNDS.len()]> = (1..=weeks).map(|week| shares(run, week)).collect();
    let edge = |bound: usize| -> Vec<Point> {
        let sums = shares
            .iter()
            .map(|share| share[..bound].iter().sum::<f64>());
        sums.zip(1..)
            .map(|(sum, week)| (x.at(f64::from(week)), y.at(sum.min(100.0))))
            .collect()
    };
    for (index, (_, colour)) in BOUNDS.iter().enumerate() {
        scene.band(&edge(index), &edge(index + 1), colour.tint(TINT));
    }
    years(&mut scene, run, weeks, &x, (top, bottom));
    key(&mut scene, &shares, (right + 18.0, top), language);
    scene
}

/// What each colour is, in the order of the bands from the top, with its mean share: at a distance
/// from the bands, which may be too thin to stand beside.
fn key(scene: &mut Scene, shares: &[[f64; BOUNDS.len()]], (left, top): Point, language: Language) {
    let heading = language.pick("mean over the run", "rata-rata selama simulasi");
    scene.text((left, top + SMALL), heading, SMALL, GREY, Anchor::Start);
    for (line, (index, (series, colour))) in BOUNDS.iter().enumerate().rev().enumerate() {
        let base = top + LINE * (line as f64 + 1.4);
        let corner = (left, base - SWATCH);
        scene.rectangle(corner, (left + SWATCH, base), colour.tint(TINT));
        let words = bound_label(*series, index, shares, language);
        let at = (left + SWATCH + 8.0, base - 1.0);
        scene.text(at, &words, LABEL, INK, Anchor::Start);
    }
}

/// Name of what binds, with its mean share.
fn bound_label(
    series: S,
    bound: usize,
    shares: &[[f64; BOUNDS.len()]],
    language: Language,
) -> String {
    let info = &SECTOR_SERIES[series as usize];
    let mean = mean(bound, shares);
    format!(
        "{}: {}%",
        language.pick(info.label_en, info.label_id),
        language.number(mean, 1)
    )
}

fn mean(bound: usize, shares: &[[f64; BOUNDS.len()]]) -> f64 {
    shares.iter().map(|share| share[bound]).sum::<f64>() / shares.len().max(1) as f64
}

/// Shares of value added in a week, percent, mean of runs; sectors by value added at week 0.
fn shares(run: &EnsembleRun, week: i64) -> [f64; BOUNDS.len()] {
    let mut all = [0.0; BOUNDS.len()];
    for records in &run.records {
        for (share, (series, _)) in all.iter_mut().zip(BOUNDS) {
            *share += 100.0 * national(records, series, week) / run.records.len() as f64;
        }
    }
    all
}

fn national(records: &Records, series: S, week: i64) -> f64 {
    let weight = |s: usize| records.sector(0, S::ValueAdded, s);
    let value = |s: usize| records.sector(recorded(week), series, s);
    let all: f64 = (0..records.sectors).map(weight).sum();
    let sum: f64 = (0..records.sectors).map(|s| weight(s) * value(s)).sum();
    if all > 0.0 { sum / all } else { 0.0 }
}

/// Years under the axis.
fn years(scene: &mut Scene, run: &EnsembleRun, weeks: i64, x: &Scale, (top, bottom): (f64, f64)) {
    for week in 1..=weeks {
        let quarter = Quarter::of_day(run.path.monday(week));
        let first = week == 1 || Quarter::of_day(run.path.monday(week - 1)).year != quarter.year;
        if first && week > 1 {
            let edge = x.at(week as f64);
            scene.line(vec![(edge, top), (edge, bottom + 8.0)], PALE, 1.0);
        }
        if first {
            let year = quarter.year.to_string();
            scene.text(
                (x.at(week as f64) + 4.0, bottom + 18.0),
                &year,
                SMALL,
                GREY,
                Anchor::Start,
            );
        }
    }
}

fn text(subject: &Subject, language: Language) -> Words {
    let run = &subject.experiment.counterfactual;
    let weeks = run.records.first().map_or(0, last_week);
    let shares: Vec<[f64; BOUNDS.len()]> = (1..=weeks).map(|week| shares(run, week)).collect();
    let name = title(run, language);
    let subtitle = match language {
        Language::English => {
            format!("{name}: what bound production, % of value added, mean of runs")
        }
        Language::Indonesian => {
            format!("{name}: apa yang membatasi produksi, % nilai tambah, rata-rata simulasi")
        }
    };
    Words {
        title: finding(&shares, language),
        subtitle,
        foot: foot(subject, language),
    }
}

fn finding(shares: &[[f64; BOUNDS.len()]], language: Language) -> String {
    let means: Vec<f64> = (0..BOUNDS.len()).map(|bound| mean(bound, shares)).collect();
    let largest = (0..BOUNDS.len())
        .max_by(|a, b| means[*a].total_cmp(&means[*b]))
        .unwrap_or(0);
    let info = &SECTOR_SERIES[BOUNDS[largest].0 as usize];
    let label = language.pick(info.label_en, info.label_id).to_lowercase();
    let share = language.number(means[largest], 0);
    match language {
        Language::English => {
            format!("Production of {share}% of value added is {label}, on average over the run")
        }
        Language::Indonesian => {
            format!("Produksi pada {share}% nilai tambah {label}, rata-rata selama simulasi")
        }
    }
}
