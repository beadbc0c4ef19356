//! GDP by quarter: counterfactual with its band, policies, path, published figures.

use super::frame::{EndLabel, LABEL, MARGIN, SMALL, Scale, WIDTH, Words, end_labels, page, y_axis};
use super::scene::{
    Anchor, BLUE, Colour, GREEN, GREY, INK, ORANGE, PALE, PURPLE, Point, Scene, VERMILION,
};
use super::{Subject, foot};
use crate::experiment::effects::EffectMeasure;
use crate::experiment::measures::{Better, Distribution, RunMeasures, median_with_missing};
use crate::record::Quarter;
use crate::report::finding::{decimals_of, end_of_run, title};
use crate::report::words::Language;

/// Height of the chart with its axis.
const HEIGHT: f64 = 450.0;
/// Width of the labels at the right.
const LABELS: f64 = 220.0;
/// Colours of policies.
const POLICIES: [Colour; 5] = [BLUE, VERMILION, GREEN, PURPLE, ORANGE];
/// Dashes of the path and of the counterfactual.
const PATH_DASHES: (f64, f64) = (2.0, 4.0);
const COUNTERFACTUAL_DASHES: (f64, f64) = (9.0, 4.0);

/// Draws the chart.
pub(super) fn scene(subject: &Subject, language: Language) -> Scene {
    let (mut scene, (top, bottom)) = page(&text(subject, language), HEIGHT);
    let index = Index::new(subject);
    let (left, right) = (MARGIN + 34.0, WIDTH - LABELS);
    let bottom = bottom - 32.0;
    let quarters = &subject.counterfactual[0].quarters.quarters;
    let range = index.range();
    let y = y_axis(&mut scene, (left, right), (top, bottom), range, language);
    let x = Scale::new((-0.5, quarters.len() as f64 - 0.5), (left, right));
    years(&mut scene, quarters, &x, (top, bottom));
    let axes = Axes { x, y };
    let mut labels = Vec::new();
    bands(&mut scene, &axes, &index);
    lines(&mut scene, &axes, subject, &index, &mut labels);
    let published = published(subject, &index);
    for (q, value) in &published {
        scene.disc(axes.at(*q, *value), 3.6, INK);
    }
    if let Some((q, value)) = published.last() {
        let text = language.pick("Published by BPS", "Publikasi BPS");
        label(&mut labels, &[axes.at(*q, *value)], text, INK);
    }
    end_labels(&mut scene, labels, right + 14.0, (top, bottom));
    scene
}

/// Quarters to the right, index upwards.
struct Axes {
    x: Scale,
    y: Scale,
}

impl Axes {
    fn at(&self, quarter: usize, value: f64) -> Point {
        (self.x.at(quarter as f64), self.y.at(value))
    }

    fn line(&self, values: impl Iterator<Item = f64>) -> Vec<Point> {
        values
            .enumerate()
            .map(|(q, value)| self.at(q, value))
            .collect()
    }
}

/// Where 50 and 90% of the counterfactual's runs lie.
fn bands(scene: &mut Scene, axes: &Axes, index: &Index) {
    let edge = |pick: fn(&Distribution) -> f64| axes.line(index.counterfactual.iter().map(pick));
    scene.band(&edge(|s| s.p5), &edge(|s| s.p95), GREY.tint(0.22));
    scene.band(&edge(|s| s.p25), &edge(|s| s.p75), GREY.tint(0.45));
}

/// The path, the policies, and the counterfactual's dashes over them.
fn lines(
    scene: &mut Scene,
    axes: &Axes,
    subject: &Subject,
    index: &Index,
    labels: &mut Vec<EndLabel>,
) {
    let language = subject.language;
    let path = axes.line(index.path.iter().copied());
    scene.dashed(&path, INK, 1.6, PATH_DASHES);
    let text = language.pick("Path of 2015–19", "Jalur 2015–19");
    label(labels, &path, text, INK);
    for (policy, (values, name)) in index.policies.iter().enumerate() {
        let line = axes.line(values.iter().copied());
        let colour = POLICIES[policy % POLICIES.len()];
        let text = policy_label(subject, policy, name, language);
        label(labels, &line, &text, colour);
        scene.line(line, colour, 3.0);
    }
    let median = axes.line(index.counterfactual.iter().map(|spread| spread.median));
    scene.dashed(&median, GREY, 2.0, COUNTERFACTUAL_DASHES);
    let name = title(&subject.experiment.counterfactual, language);
    let bands = language.pick("bands: 50 and 90% of runs", "pita: 50 dan 90% simulasi");
    label(labels, &median, &format!("{name} ({bands})"), GREY);
}

fn label(labels: &mut Vec<EndLabel>, line: &[Point], text: &str, colour: Colour) {
    if let Some(at) = line.last() {
        labels.push(EndLabel {
            at: *at,
            text: text.to_owned(),
            colour,
        });
    }
}

/// The line of a policy may lie on the counterfactual's: its label says by how much it differs.
fn policy_label(subject: &Subject, policy: usize, name: &str, language: Language) -> String {
    let effects = subject.effects.policies.get(policy);
    let effect = effects.and_then(|effects| effects.measure(EffectMeasure::Gdp));
    match effect {
        Some(effect) => {
            let size = language.signed(effect.median, decimals_of(effect));
            format!("{name}: {size}%")
        }
        None => name.to_owned(),
    }
}

/// GDP by quarter, fourth quarter of the year before the run = 100.
struct Index {
    counterfactual: Vec<Distribution>,
    policies: Vec<(Vec<f64>, String)>,
    path: Vec<f64>,
}

/// Place of the quarter that is 100.
const BASE: usize = 3;

impl Index {
    fn new(subject: &Subject) -> Index {
        let index = |levels: &[f64]| -> Vec<f64> {
            let base = levels[BASE.min(levels.len() - 1)];
            levels.iter().map(|level| 100.0 * level / base).collect()
        };
        let spread = |runs: &[RunMeasures]| -> Vec<Distribution> {
            let runs: Vec<Vec<f64>> = runs.iter().map(|one| index(&one.quarters.gdp)).collect();
            (0..runs[0].len())
                .filter_map(|q| {
                    let values: Vec<f64> = runs.iter().map(|run| run[q]).collect();
                    Distribution::of(&values, Better::Neither)
                })
                .collect()
        };
        let policies = subject.policies.iter().zip(&subject.experiment.policies);
        Index {
            counterfactual: spread(&subject.counterfactual),
            policies: policies
                .map(|(runs, run)| {
                    let medians = spread(runs).iter().map(|spread| spread.median).collect();
                    (medians, title(run, subject.language).to_owned())
                })
                .collect(),
            path: index(&subject.counterfactual[0].quarters.trend_gdp),
        }
    }

    fn range(&self) -> (f64, f64) {
        let bands = self
            .counterfactual
            .iter()
            .flat_map(|spread| [spread.p5, spread.p95]);
        let policies = self
            .policies
            .iter()
            .flat_map(|(values, _)| values.iter().copied());
        bands
            .chain(policies)
            .chain(self.path.iter().copied())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
    }
}

/// Published growth chained on the quarters of 2019 at their path: (quarter's place, index).
fn published(subject: &Subject, index: &Index) -> Vec<(usize, f64)> {
    let quarters = &subject.counterfactual[0].quarters.quarters;
    let mut levels: Vec<Option<f64>> = index.path.iter().take(4).copied().map(Some).collect();
    for (q, quarter) in quarters.iter().enumerate().skip(4) {
        let growth =
            subject
                .experiment
                .tables
                .growth("total", "GDP", quarter.year, quarter.quarter);
        let before = levels[q - 4];
        levels.push(
            before
                .zip(growth)
                .map(|(level, growth)| level * (1.0 + growth / 100.0)),
        );
    }
    let known = levels.into_iter().enumerate();
    known.filter_map(|(q, level)| Some((q, level?))).collect()
}

/// Years under the axis, with a line between them.
fn years(scene: &mut Scene, quarters: &[Quarter], x: &Scale, (top, bottom): (f64, f64)) {
    for (place, quarter) in quarters.iter().enumerate() {
        if quarter.quarter == 1 && place > 0 {
            let edge = x.at(place as f64 - 0.5);
            scene.line(vec![(edge, top), (edge, bottom + 20.0)], PALE, 1.0);
        }
        let of_year = quarters
            .iter()
            .filter(|one| one.year == quarter.year)
            .count();
        if quarter.quarter == 1 {
            let middle = x.at(place as f64 + (of_year as f64 - 1.0) / 2.0);
            let year = quarter.year.to_string();
            scene.text((middle, bottom + 30.0), &year, LABEL, INK, Anchor::Middle);
        }
        let name = format!("Q{}", quarter.quarter);
        let at = (x.at(place as f64), bottom + 14.0);
        scene.text(at, &name, SMALL * 0.85, GREY, Anchor::Middle);
    }
}

fn text(subject: &Subject, language: Language) -> Words {
    let subtitle = match language {
        Language::English => {
            "Gross domestic product by quarter, 2010 prices, fourth quarter of 2019 = 100; no seasonal pattern"
        }
        Language::Indonesian => {
            "Produk domestik bruto per triwulan, harga 2010, triwulan IV 2019 = 100; tanpa pola musiman"
        }
    };
    Words {
        title: finding(subject, language),
        subtitle: subtitle.to_owned(),
        foot: foot(subject, language),
    }
}

/// When the level of 2019Q4 came back, and how far from its path GDP ended.
fn finding(subject: &Subject, language: Language) -> String {
    let runs = &subject.counterfactual;
    let weeks: Vec<Option<f64>> = runs.iter().map(|one| one.weeks_to_regain_2019q4).collect();
    let scars: Vec<f64> = runs.iter().map(|one| one.scar_at_end_percent).collect();
    let scar = Distribution::of(&scars, Better::Neither).map_or(0.0, |spread| spread.median);
    let regained = regained(median_with_missing(&weeks), language);
    let gap = language.number(scar.abs(), 1);
    let end = end_of_run(&subject.experiment.counterfactual, language);
    match (language, scar < 0.0) {
        (Language::English, true) => format!("{regained}; by {end} it is {gap}% below its path"),
        (Language::English, false) => format!("{regained}; by {end} it is {gap}% above its path"),
        (Language::Indonesian, true) => {
            format!("{regained}; pada {end} masih {gap}% di bawah jalurnya")
        }
        (Language::Indonesian, false) => {
            format!("{regained}; pada {end} sudah {gap}% di atas jalurnya")
        }
    }
}

fn regained(weeks: Option<f64>, language: Language) -> String {
    let number = language.number(weeks.unwrap_or(0.0), 0);
    match (language, weeks) {
        (Language::English, Some(0.0)) => "GDP never falls below its level of 2019Q4".to_owned(),
        (Language::English, Some(_)) => {
            format!("GDP regains its level of 2019Q4 after {number} weeks")
        }
        (Language::English, None) => "GDP does not regain its level of 2019Q4 for good".to_owned(),
        (Language::Indonesian, Some(0.0)) => "PDB tidak pernah di bawah tingkat 2019Q4".to_owned(),
        (Language::Indonesian, Some(_)) => {
            format!("PDB kembali ke tingkat 2019Q4 setelah {number} minggu")
        }
        (Language::Indonesian, None) => {
            "PDB belum kembali ke tingkat 2019Q4 secara tetap".to_owned()
        }
    }
}
