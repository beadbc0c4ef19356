//! GDP by quarter: history with its band, the path, published figures; below it what each policy
//! adds, which is often finer than a line of the upper panel.

use super::difference::{self, POLICIES};
use super::frame::{
    EndLabel, LABEL, MARGIN, SMALL, Scale, WIDTH, Words, axis_width, end_labels, heading, page,
    y_axis,
};
use super::index::{Index, published};
use super::scene::{Anchor, Colour, GREY, INK, PALE, Point, Scene};
use super::{Subject, canvas, foot};
use crate::experiment::measures::{Better, Distribution, median_with_missing};
use crate::record::Quarter;
use crate::report::finding::{end_of_run, title};
use crate::report::spread::bands;
use crate::report::words::Language;

/// Height of the upper panel.
const UPPER: f64 = 230.0;
/// Height of a heading.
const HEADING: f64 = 24.0;
/// Height of the years below.
const AXIS: f64 = 36.0;
/// Gap between the panels.
const GAP: f64 = 20.0;
/// Width of the labels at the right.
const LABELS: f64 = 276.0;
/// Least width of an axis's numbers.
const LEAST_AXIS: f64 = 34.0;
/// Space between a panel and its labels.
pub(super) const BESIDE: f64 = 14.0;
/// Dashes of the path and of the level of 2019Q4.
const PATH_DASHES: (f64, f64) = (2.0, 4.0);
const LEVEL_DASHES: (f64, f64) = (7.0, 4.0);
/// Index of the fourth quarter of 2019.
const LEVEL: f64 = 100.0;

/// Draws the chart.
pub(super) fn scene(subject: &Subject, language: Language) -> Scene {
    let lower = difference::height(subject, LABELS - 2.0 * BESIDE, language);
    let with_lower = if lower > 0.0 {
        GAP + HEADING + lower
    } else {
        0.0
    };
    let height = HEADING + UPPER + with_lower + AXIS;
    let (mut scene, (top, _)) = page(&text(subject, language), height);
    let quarters = &subject.counterfactual[0].quarters.quarters;
    let numbers = axis_width(Index::new(subject).range(), language);
    let numbers = numbers.max(difference::axis_width(subject, language));
    let (left, right) = (MARGIN + numbers.max(LEAST_AXIS), WIDTH - LABELS);
    let x = Scale::new((-0.5, quarters.len() as f64 - 0.5), (left, right));
    let upper = Panel {
        x,
        sides: (left, right),
        ends: (top + HEADING, top + HEADING + UPPER),
    };
    levels(&mut scene, subject, &upper, language);
    let mut bottom = upper.ends.1;
    if lower > 0.0 {
        let from = bottom + GAP + HEADING;
        bottom = from + lower;
        let panel = Panel {
            ends: (from, bottom),
            ..upper
        };
        difference::draw(&mut scene, subject, &panel, language);
    }
    names_of_quarters(&mut scene, quarters, &x, (bottom, language));
    scene
}

/// Where a panel is.
#[derive(Clone, Copy)]
pub(super) struct Panel {
    /// Quarters to pixels.
    pub(super) x: Scale,
    /// Left and right.
    pub(super) sides: (f64, f64),
    /// Top and bottom.
    pub(super) ends: (f64, f64),
}

/// Quarters to the right, values upwards.
pub(super) struct Axes {
    /// Quarters to pixels.
    pub(super) x: Scale,
    /// Values to pixels.
    pub(super) y: Scale,
}

impl Axes {
    /// Place of a value.
    pub(super) fn at(&self, quarter: usize, value: f64) -> Point {
        (self.x.at(quarter as f64), self.y.at(value))
    }

    /// A line through values by quarter.
    pub(super) fn line(&self, values: impl Iterator<Item = f64>) -> Vec<Point> {
        values
            .enumerate()
            .map(|(q, value)| self.at(q, value))
            .collect()
    }
}

/// The upper panel.
fn levels(scene: &mut Scene, subject: &Subject, panel: &Panel, language: Language) {
    let index = Index::new(subject);
    let y = y_axis(scene, panel.sides, panel.ends, index.range(), language);
    let quarters = &subject.counterfactual[0].quarters.quarters;
    lines_between_years(scene, quarters, panel);
    let axes = Axes { x: panel.x, y };
    let mut labels = Vec::new();
    lines(scene, &axes, subject, &index, &mut labels);
    let edge = panel.sides.1;
    let level = [(panel.sides.0, y.at(LEVEL)), (edge, y.at(LEVEL))];
    scene.dashed(&level, GREY, 1.2, LEVEL_DASHES);
    let text = language.pick("Level of 2019Q4", "Tingkat triwulan IV 2019");
    label(&mut labels, &level, text, GREY);
    let published = published(subject, &index);
    for (q, value) in &published {
        scene.disc(axes.at(*q, *value), 3.6, INK);
    }
    key(scene, panel, published.is_empty(), language);
    let ends = (panel.ends.0 - HEADING, panel.ends.1);
    end_labels(scene, labels, edge + BESIDE, ends);
}

/// Heading of the upper panel, with what the dots are.
fn key(scene: &mut Scene, panel: &Panel, no_dots: bool, language: Language) {
    let base = panel.ends.0 - 10.0;
    let text = language.pick(
        "Level: fourth quarter of 2019 = 100",
        "Indeks: triwulan IV 2019 = 100",
    );
    heading(scene, text, base);
    if no_dots {
        return;
    }
    let left = MARGIN + canvas::text_width(text, LABEL) + 24.0;
    scene.disc((left, base - LABEL * 0.36), 3.6, INK);
    let dots = language.pick("published by BPS", "publikasi BPS");
    scene.text((left + 9.0, base), dots, LABEL, INK, Anchor::Start);
}

/// The path, the policies, and history with its bands over them.
fn lines(
    scene: &mut Scene,
    axes: &Axes,
    subject: &Subject,
    index: &Index,
    labels: &mut Vec<EndLabel>,
) {
    let language = subject.language;
    let edge = |pick: fn(&Distribution) -> f64| axes.line(index.counterfactual.iter().map(pick));
    scene.band(
        &edge(|s| s.range().0),
        &edge(|s| s.range().1),
        GREY.tint(0.22),
    );
    scene.band(&edge(|s| s.p25), &edge(|s| s.p75), GREY.tint(0.45));
    let path = axes.line(index.path.iter().copied());
    scene.dashed(&path, INK, 1.6, PATH_DASHES);
    let text = language.pick("Path of 2015–19", "Jalur tren 2015–19");
    label(labels, &path, text, INK);
    for (policy, values) in index.policies.iter().enumerate() {
        let line = axes.line(values.iter().copied());
        scene.line(line, POLICIES[policy % POLICIES.len()], 1.6);
    }
    let median = edge(|s| s.median);
    let name = title(&subject.experiment.counterfactual, language);
    let text = match bands(subject.counterfactual.len(), language) {
        None => name.to_owned(),
        Some(bands) => format!("{name} ({bands})"),
    };
    label(labels, &median, &text, INK);
    scene.line(median, INK, 2.4);
}

/// A label at the end of a line.
fn label(labels: &mut Vec<EndLabel>, line: &[Point], text: &str, colour: Colour) {
    if let Some(at) = line.last() {
        labels.push(EndLabel {
            at: *at,
            text: text.to_owned(),
            colour,
            led: true,
        });
    }
}

/// Lines between the years of a panel.
pub(super) fn lines_between_years(scene: &mut Scene, quarters: &[Quarter], panel: &Panel) {
    for (place, quarter) in quarters.iter().enumerate().skip(1) {
        if quarter.quarter == 1 {
            let edge = panel.x.at(place as f64 - 0.5);
            scene.line(vec![(edge, panel.ends.0), (edge, panel.ends.1)], PALE, 1.0);
        }
    }
}

/// Quarters and years under the lowest panel.
fn names_of_quarters(
    scene: &mut Scene,
    quarters: &[Quarter],
    x: &Scale,
    (bottom, language): (f64, Language),
) {
    for (place, quarter) in quarters.iter().enumerate() {
        let in_year = |one: &&Quarter| one.year == quarter.year;
        let of_year = quarters.iter().filter(in_year).count();
        if quarter.quarter == 1 {
            let middle = x.at(place as f64 + (of_year as f64 - 1.0) / 2.0);
            let year = quarter.year.to_string();
            scene.text((middle, bottom + 30.0), &year, LABEL, INK, Anchor::Middle);
        }
        let name = name_of_quarter(quarter.quarter, language);
        let at = (x.at(place as f64), bottom + 14.0);
        scene.text(at, &name, SMALL * 0.85, GREY, Anchor::Middle);
    }
}

/// Short name of a quarter, as each language numbers them.
fn name_of_quarter(quarter: u32, language: Language) -> String {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    match language {
        Language::English => format!("Q{quarter}"),
        Language::Indonesian => ROMAN[(quarter as usize - 1) % 4].to_owned(),
    }
}

fn text(subject: &Subject, language: Language) -> Words {
    let subtitle = language.pick(
        "Gross domestic product by quarter, 2010 prices, no seasonal pattern",
        "Produk domestik bruto triwulanan, harga konstan 2010, tanpa pola musiman",
    );
    Words {
        title: finding(subject, language),
        subtitle: subtitle.to_owned(),
        foot: foot(subject, language),
    }
}

/// When the level of 2019Q4 came back, how far from its path GDP ended, and what policies add.
fn finding(subject: &Subject, language: Language) -> String {
    let runs = &subject.counterfactual;
    let weeks: Vec<Option<f64>> = runs.iter().map(|one| one.weeks_to_regain_2019q4).collect();
    let scars: Vec<f64> = runs.iter().map(|one| one.scar_at_end_percent).collect();
    let scar = Distribution::of(&scars, Better::Neither).map_or(0.0, |spread| spread.median);
    let regained = regained(median_with_missing(&weeks), language);
    let gap = language.number(scar.abs(), 1);
    let end = end_of_run(&subject.experiment.counterfactual, language);
    let added = difference::finding(subject, language);
    match (language, scar < 0.0) {
        (Language::English, true) => {
            format!("{regained} and is {gap}% below its path by {end}{added}")
        }
        (Language::English, false) => {
            format!("{regained} and is {gap}% above its path by {end}{added}")
        }
        (Language::Indonesian, true) => {
            format!("{regained} dan berada {gap}% di bawah jalur trennya pada {end}{added}")
        }
        (Language::Indonesian, false) => {
            format!("{regained} dan berada {gap}% di atas jalur trennya pada {end}{added}")
        }
    }
}

fn regained(weeks: Option<f64>, language: Language) -> String {
    let weeks = weeks.map(|weeks| weeks.round() as usize);
    let after = language.counted(weeks.unwrap_or(0), ("week", "weeks"), "minggu");
    match (language, weeks) {
        (Language::English, Some(0)) => "GDP never falls below its level of 2019Q4".to_owned(),
        (Language::English, Some(_)) => format!("GDP regains its level of 2019Q4 after {after}"),
        (Language::English, None) => "GDP does not regain its level of 2019Q4 for good".to_owned(),
        (Language::Indonesian, Some(0)) => {
            "PDB tidak pernah turun di bawah tingkat triwulan IV 2019".to_owned()
        }
        (Language::Indonesian, Some(_)) => {
            format!("PDB kembali ke tingkat triwulan IV 2019 setelah {after}")
        }
        (Language::Indonesian, None) => {
            "PDB belum kembali ke tingkat triwulan IV 2019 secara tetap".to_owned()
        }
    }
}
