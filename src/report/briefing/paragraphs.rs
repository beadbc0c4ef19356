//! The paragraphs of the briefing: what the numbers mean.

use super::teller::Teller;
use super::templates as words;
use super::templates::{Sentence, fill};
use crate::experiment::effects::{EffectMeasure, Effects, PolicyEffects};
use crate::experiment::measures::{Better, Distribution, EnsembleRun, Experiment, RunMeasures};
use crate::report::finding::{end_of_run, title};
use crate::report::growth;
use crate::report::spread::{Sign, with_interval};
use crate::report::table::few_rows;
use crate::report::words::Language;
use crate::scenario::Uncertainty;

/// Where a paragraph is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Medium {
    /// On a screen and on paper.
    Both,
    /// On a screen only: on paper a table beside it says enough.
    Screen,
}

/// A heading with its text.
pub(super) struct Paragraph {
    pub(super) heading: &'static str,
    pub(super) text: String,
    pub(super) medium: Medium,
}

impl Paragraph {
    fn new(heading: Sentence, text: String, language: Language) -> Paragraph {
        Paragraph {
            heading: language.pick(heading.0, heading.1),
            text,
            medium: Medium::Both,
        }
    }
}

/// A policy with its runs.
pub(super) type Told<'a> = (&'a PolicyEffects, &'a EnsembleRun);

/// All policies with their runs.
pub(super) fn policies<'a>(experiment: &'a Experiment, effects: &'a Effects) -> Vec<Told<'a>> {
    effects.policies.iter().zip(&experiment.policies).collect()
}

/// The policy that the page is about: the one that changes GDP most.
pub(super) fn foremost<'a>(policies: &[Told<'a>]) -> Option<Told<'a>> {
    let size = |(effects, _): &Told| {
        let gdp = effects.measure(EffectMeasure::Gdp);
        gdp.map_or(0.0, |gdp| gdp.median.abs())
    };
    let larger = |best: Told<'a>, one: Told<'a>| if size(&one) > size(&best) { one } else { best };
    policies.iter().copied().reduce(larger)
}

/// Paragraphs of the first page.
pub(super) fn of_sheet(
    experiment: &Experiment,
    effects: &Effects,
    measures: &[RunMeasures],
    language: Language,
) -> Vec<Paragraph> {
    let policies = policies(experiment, effects);
    let mut paragraphs = match foremost(&policies) {
        Some((policy, run)) => of_policy(policy, run, language),
        None => of_history(experiment, measures, language),
    };
    if policies.len() > 1 {
        for paragraph in &mut paragraphs {
            if paragraph.heading == language.pick(words::COSTS.0, words::COSTS.1) {
                paragraph.medium = Medium::Screen;
            }
        }
    }
    let text = sources(experiment, language);
    paragraphs.push(Paragraph::new(words::SOURCES_HEADING, text, language));
    paragraphs
}

/// Paragraphs about one policy.
pub(super) fn of_policy(
    policy: &PolicyEffects,
    run: &EnsembleRun,
    language: Language,
) -> Vec<Paragraph> {
    let teller = Teller {
        policy,
        run,
        language,
    };
    let told = [
        (words::SURE, Some(teller.sureness())),
        (words::WHO, Some(teller.places())),
        (words::UNDER_CONTRACT, teller.linked()),
        (words::COSTS, Some(teller.cost())),
        (words::CHANGES, teller.offset()),
    ];
    let paragraph = |(heading, text)| Some(Paragraph::new(heading, text?, language));
    told.into_iter().filter_map(paragraph).collect()
}

/// Paragraphs of an experiment without policies.
fn of_history(
    experiment: &Experiment,
    measures: &[RunMeasures],
    language: Language,
) -> Vec<Paragraph> {
    let run = &experiment.counterfactual;
    let scars: Vec<f64> = measures.iter().map(|one| one.scar_at_end_percent).collect();
    let gap = Distribution::of(&scars, Better::Neither).map_or(String::new(), |spread| {
        with_interval(&spread, Sign::Shown, "%", language)
    });
    let gap = fill(
        words::GAP,
        &[("end", end_of_run(run, language)), ("gap", gap)],
        language,
    );
    let growth = growth::years(measures, experiment.tables);
    let growth = growth::beside_published(&growth, language);
    let growth = growth.map_or(String::new(), |growth| format!("{growth}. "));
    let runs = match run.info.uncertainty {
        Uncertainty::Drawn | Uncertainty::DrawnOnce => words::HISTORY_DRAWN,
        Uncertainty::Central => words::HISTORY_CENTRAL,
    };
    let runs = fill(runs, &[("runs", language.runs(measures.len()))], language);
    let few = few_rows(&run.info, language).map_or(String::new(), |note| format!(" {note}"));
    let alone = fill(words::ALONE, &[], language);
    [
        (words::GROWTH, growth + &gap),
        (words::SURE, runs + &few),
        (words::NOT_TOLD, alone),
    ]
    .map(|(heading, text)| Paragraph::new(heading, text, language))
    .into()
}

fn sources(experiment: &Experiment, language: Language) -> String {
    let counterfactual = title(&experiment.counterfactual, language).to_owned();
    let compared = match experiment.policies.is_empty() {
        true => String::new(),
        false => fill(
            words::COMPARED,
            &[("counterfactual", counterfactual)],
            language,
        ),
    };
    fill(words::SOURCES, &[("compared", compared)], language)
}

/// What the scenarios rest on, each source once.
pub(super) fn scenario_sources(experiment: &Experiment) -> Vec<&str> {
    let mut sources: Vec<&str> = Vec::new();
    for source in experiment.runs().flat_map(|run| &run.info.sources) {
        if !sources.contains(&source.as_str()) {
            sources.push(source);
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::measures::synthetic::experiment;
    use crate::report::json::measures;

    #[test]
    fn no_gap_stays_open_in_either_language() {
        let experiment = experiment(3, 156);
        let effects = Effects::of(&experiment);
        for language in Language::ALL {
            let measures = measures(&experiment, &experiment.counterfactual);
            for one in of_sheet(&experiment, &effects, &measures, language) {
                let Paragraph { heading, text, .. } = one;
                assert!(
                    !text.contains('{') && !text.contains("–"),
                    "{heading}: {text}"
                );
            }
        }
    }
}
