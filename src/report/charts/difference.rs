//! What each policy adds to GDP, by quarter: the lower panel of the recovery.

use super::Subject;
use super::frame::{self, EndLabel, LABEL, end_labels, heading, wrap, y_axis};
use super::recovery::{Axes, BESIDE, Panel, lines_between_years};
use super::scene::{BLUE, Colour, GREEN, GREY, ORANGE, PURPLE, Scene, VERMILION};
use crate::experiment::effects::EffectMeasure;
use crate::experiment::measures::{Better, Distribution, RunMeasures};
use crate::report::finding::{end_of_run, title};
use crate::report::spread::{Sign, median, span, with_interval};
use crate::report::words::Language;

/// Colours of policies.
pub(super) const POLICIES: [Colour; 5] = [BLUE, VERMILION, GREEN, PURPLE, ORANGE];
/// Least height of the panel.
const LEAST: f64 = 150.0;
/// Height of a line of a label, and of the space around one.
const OF_LINE: f64 = LABEL * 1.2;
const AROUND: f64 = 5.0;
/// Losses smaller than this share of the largest gain take no room below zero: they are thinner than
/// the line of zero. Likewise gains.
const UNSEEN: f64 = 0.02;

/// Height of the panel, so that labels of this width have room; 0 when there is no policy.
pub(super) fn height(subject: &Subject, width: f64, language: Language) -> f64 {
    let labels = (0..subject.policies.len()).map(|policy| {
        let lines = wrap(&label_text(subject, policy, language), LABEL, width);
        OF_LINE * lines.len() as f64 + AROUND
    });
    match subject.policies.len() {
        0 => 0.0,
        _ => labels.sum::<f64>().max(LEAST),
    }
}

/// Draws the panel.
pub(super) fn draw(scene: &mut Scene, subject: &Subject, panel: &Panel, language: Language) {
    heading(scene, &text(subject, language), panel.ends.0 - 10.0);
    let all = all_added(subject);
    let y = y_axis(scene, panel.sides, panel.ends, range(&all), language);
    let quarters = &subject.counterfactual[0].quarters.quarters;
    lines_between_years(scene, quarters, panel);
    let zero = y.at(0.0);
    let (left, right) = panel.sides;
    scene.line(vec![(left, zero), (right, zero)], GREY, 1.2);
    let axes = Axes { x: panel.x, y };
    for (policy, spreads) in all.iter().enumerate() {
        let edge = |pick: fn(&Distribution) -> f64| axes.line(spreads.iter().map(pick));
        scene.band(
            &edge(|s| s.range().0),
            &edge(|s| s.range().1),
            colour(policy).tint(0.3),
        );
    }
    let mut labels: Vec<EndLabel> = Vec::new();
    for (policy, spreads) in all.iter().enumerate() {
        let line = axes.line(spreads.iter().map(|spread| spread.median));
        let text = label_text(subject, policy, language);
        if let Some(end) = line.last() {
            labels.push(EndLabel {
                at: (right, end.1),
                text,
                colour: colour(policy),
                // A leader from a line that ends early would look like its continuation.
                led: !ends_early(subject, policy),
            });
            scene.disc(*end, 3.0, colour(policy));
        }
        scene.line(line, colour(policy), 2.2);
    }
    end_labels(scene, labels, right + BESIDE, panel.ends);
}

fn colour(policy: usize) -> Colour {
    POLICIES[policy % POLICIES.len()]
}

/// Difference of GDP, percent, by quarter, over the pairs of runs.
fn added(runs: &[RunMeasures], counterfactual: &[RunMeasures]) -> Vec<Distribution> {
    let quarters = runs[0].quarters.gdp.len();
    let quarters = quarters.min(counterfactual[0].quarters.gdp.len());
    let pairs = || runs.iter().zip(counterfactual);
    (0..quarters)
        .filter_map(|q| {
            let values: Vec<f64> = pairs()
                .map(|(with, without)| {
                    100.0 * (with.quarters.gdp[q] / without.quarters.gdp[q]).ln()
                })
                .collect();
            Distribution::of(&values, Better::Neither)
        })
        .collect()
}

/// Width of the numbers of the panel's axis; 0 when there is no policy.
pub(super) fn axis_width(subject: &Subject, language: Language) -> f64 {
    match subject.policies.len() {
        0 => 0.0,
        _ => frame::axis_width(range(&all_added(subject)), language),
    }
}

/// The difference that each policy makes.
fn all_added(subject: &Subject) -> Vec<Vec<Distribution>> {
    let policies = subject.policies.iter();
    policies
        .map(|runs| added(runs, &subject.counterfactual))
        .collect()
}

/// What the axis covers, zero among its lines.
fn range(all: &[Vec<Distribution>]) -> (f64, f64) {
    let spreads = || all.iter().flatten();
    let low = spreads().map(|spread| spread.range().0).fold(0.0, f64::min);
    let high = spreads().map(|spread| spread.range().1).fold(0.0, f64::max);
    let low = if -low < UNSEEN * high { 0.0 } else { low };
    let high = if high < -UNSEEN * low { 0.0 } else { high };
    (low, high)
}

fn text(subject: &Subject, language: Language) -> String {
    let name = title(&subject.experiment.counterfactual, language);
    let bands = span(subject.counterfactual.len(), language);
    let bands = bands.map_or(String::new(), |runs| {
        format!("; {}: {runs}", language.pick("bands", "pita"))
    });
    match language {
        Language::English => format!("Difference of GDP from “{name}”, %{bands}"),
        Language::Indonesian => format!("Selisih PDB terhadap “{name}”, %{bands}"),
    }
}

/// Whether a policy is run for fewer quarters than history.
fn ends_early(subject: &Subject, policy: usize) -> bool {
    let quarters = |runs: &[RunMeasures]| runs[0].quarters.gdp.len();
    quarters(&subject.policies[policy]) < quarters(&subject.counterfactual)
}

/// A policy's name with its effect at the end, and when that is if it ends before history does.
fn label_text(subject: &Subject, policy: usize, language: Language) -> String {
    let run = &subject.experiment.policies[policy];
    let mut name = title(run, language).to_owned();
    if ends_early(subject, policy) {
        let until = language.pick("by", "pada");
        name = format!("{name}, {until} {}", end_of_run(run, language));
    }
    let effects = subject.effects.policies.get(policy);
    match effects.and_then(|effects| effects.measure(EffectMeasure::Gdp)) {
        Some(effect) => {
            let size = with_interval(effect, Sign::Shown, "%", language);
            format!("{name}: {size}")
        }
        None => name,
    }
}

/// What the policies add, for the title: "; the policy changes GDP by +0.27%".
pub(super) fn finding(subject: &Subject, language: Language) -> String {
    let effects = subject.effects.policies.iter();
    let effects: Vec<&Distribution> = effects
        .filter_map(|effects| effects.measure(EffectMeasure::Gdp))
        .collect();
    let by_size = |a: &&&Distribution, b: &&&Distribution| a.median.total_cmp(&b.median);
    let (Some(least), Some(most)) = (
        effects.iter().min_by(by_size),
        effects.iter().max_by(by_size),
    ) else {
        return String::new();
    };
    let [least, most] = [least, most].map(|one| median(one, Sign::Shown, language));
    let early = (0..effects.len()).any(|policy| ends_early(subject, policy));
    let ends = match early {
        true => language.pick(
            " at their ends",
            " pada akhir periode simulasi masing-masing",
        ),
        false => "",
    };
    match (language, effects.len()) {
        (Language::English, 1) => format!("; the policy changes GDP by {most}%"),
        (Language::English, _) => format!("; the policies change GDP by {least} to {most}%{ends}"),
        (Language::Indonesian, 1) => format!("; dampak kebijakan terhadap PDB {most}%"),
        (Language::Indonesian, _) => {
            format!("; dampak kebijakan terhadap PDB {least} sampai {most}%{ends}")
        }
    }
}
