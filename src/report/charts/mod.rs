//! Charts: the title is the finding with its number, labels stand at their lines, the foot says
//! where it comes from. Each is written as SVG and PNG in both languages.

pub(super) mod backtest;
mod bound;
mod canvas;
mod difference;
mod frame;
mod index;
mod linked;
mod provinces;
mod recovery;
mod scene;
mod sectors;
pub(super) mod tornado;

use super::error::ReportError;
use super::folder::ResultFolder;
use super::json::measures;
use super::stamp::version;
use super::words::Language;
use crate::experiment::effects::Effects;
use crate::experiment::measures::{Experiment, RunMeasures};
use scene::Scene;
use std::fs;
use std::path::Path;

/// Characters of a hash that a foot shows.
const SHORT_HASH: usize = 8;
/// Name of the chart that shows all scenarios.
pub(super) const RECOVERY: &str = "recovery";

/// What charts are about.
pub(super) struct Subject<'a> {
    pub(super) experiment: &'a Experiment,
    pub(super) effects: &'a Effects,
    /// Measures of the counterfactual, by seed.
    pub(super) counterfactual: Vec<RunMeasures>,
    /// Measures of each policy, by seed.
    pub(super) policies: Vec<Vec<RunMeasures>>,
    pub(super) language: Language,
}

impl<'a> Subject<'a> {
    pub(super) fn new(
        experiment: &'a Experiment,
        effects: &'a Effects,
        language: Language,
    ) -> Subject<'a> {
        Subject {
            counterfactual: measures(experiment, &experiment.counterfactual),
            policies: experiment
                .policies
                .iter()
                .map(|run| measures(experiment, run))
                .collect(),
            experiment,
            effects,
            language,
        }
    }
}

/// All charts of an experiment with their names, in one language. A chart about one scenario carries
/// its name.
fn scenes(subject: &Subject, language: Language) -> Vec<(String, Scene)> {
    if subject.counterfactual.is_empty() {
        return Vec::new();
    }
    let counterfactual = &subject.experiment.counterfactual.info.name;
    let mut scenes = vec![
        (RECOVERY.to_owned(), recovery::scene(subject, language)),
        (
            format!("bound.{counterfactual}"),
            bound::scene(subject, language),
        ),
    ];
    for (index, policy) in subject.effects.policies.iter().enumerate() {
        let name = |chart: &str| format!("{chart}.{}", policy.scenario);
        scenes.push((
            name("effect_by_sector"),
            sectors::scene(subject, index, language),
        ));
        scenes.push((
            name("effect_by_province"),
            provinces::scene(subject, index, language),
        ));
        if policy.has_contracts() {
            scenes.push((name("linked"), linked::scene(subject, index, language)));
        }
    }
    scenes
}

/// A chart that was drawn.
pub(super) struct Drawn {
    /// Its language.
    pub(super) language: Language,
    /// Its name, e.g. `linked.integration_target`.
    pub(super) name: String,
    /// Its finding.
    pub(super) title: String,
    /// The picture.
    pub(super) svg: String,
}

/// Draws all charts into a folder; returns them and the names of the files.
pub(super) fn write(
    folder: &ResultFolder,
    experiment: &Experiment,
    effects: &Effects,
) -> Result<(Vec<Drawn>, Vec<String>), ReportError> {
    let (mut charts, mut files) = (Vec::new(), Vec::new());
    let mut subject = Subject::new(experiment, effects, Language::English);
    for language in Language::ALL {
        subject.language = language;
        for (name, scene) in scenes(&subject, language) {
            let (svg, names) = draw(&scene, &name, language, folder.path())?;
            files.extend(names);
            let title = scene.title.clone();
            charts.push(Drawn {
                language,
                name,
                title,
                svg,
            });
        }
    }
    Ok((charts, files))
}

/// Draws a scene into a folder as SVG and PNG; returns the SVG and the names of both files.
fn draw(
    scene: &Scene,
    name: &str,
    language: Language,
    folder: &Path,
) -> Result<(String, [String; 2]), ReportError> {
    let names = ["svg", "png"].map(|ending| format!("{name}.{}.{ending}", language.code()));
    let [svg, png] = [&names[0], &names[1]].map(|name| folder.join(name));
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |reason| ReportError::Chart { path, reason }
    };
    let picture = canvas::svg(scene).map_err(failed(&svg))?;
    fs::write(&svg, &picture).map_err(ReportError::io("write", &svg))?;
    canvas::png(scene, &png).map_err(failed(&png))?;
    Ok((picture, names))
}

/// Source and stamp: version, scenarios, seeds, enterprises.
fn foot(subject: &Subject, language: Language) -> String {
    let run = &subject.experiment.counterfactual;
    let facts = run
        .records
        .first()
        .map(|records| records.facts)
        .unwrap_or_default();
    let scenarios: Vec<String> = subject
        .experiment
        .runs()
        .map(|run| {
            let hash: String = run.info.fingerprint.chars().take(SHORT_HASH).collect();
            format!("{} {hash}", run.info.name)
        })
        .collect();
    let rows = language.number(facts.enterprises as f64, 0);
    let enterprises = language.number(facts.real_enterprises as f64 / 1e6, 1);
    let (scenarios, seeds) = (scenarios.join(", "), language.seeds(run.records.len()));
    match language {
        Language::English => format!(
            "Source: Pulih {} on BPS national accounts; {scenarios}; {seeds}; {rows} rows for {enterprises} million enterprises",
            version()
        ),
        Language::Indonesian => format!(
            "Sumber: Pulih {} berdasarkan neraca nasional BPS; {scenarios}; {seeds}; {rows} baris untuk {enterprises} juta usaha",
            version()
        ),
    }
}
