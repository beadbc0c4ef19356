//! What an interval comes from, in words: parameters or seeds.

use super::spread::is_seen;
use super::words::Language;
use crate::experiment::effects::{Components, EffectMeasure, PolicyEffects, Untold};

/// A share below is written with a decimal.
const SMALL_SHARE: f64 = 0.005;

/// A confidence interval of a share that is wider tells nothing.
const WIDEST: f64 = 0.9;

/// How much of the spread of weeks gained comes from the parameters and how much from the seeds, or
/// why that is not known; nothing where there is no spread that can be seen.
pub(super) fn origin(policy: &PolicyEffects, language: Language) -> Option<String> {
    let weeks = policy.measure(EffectMeasure::WeeksGained)?;
    if !is_seen(weeks) {
        return None;
    }
    let runs = weeks.runs;
    match policy.components(EffectMeasure::WeeksGained) {
        Ok(components) if is_open(&components) => Some(untold(runs, language)),
        Ok(components) => Some(shares(&components, language)),
        Err(Untold::TooFewRuns) if runs > 1 => Some(unknown(language).to_owned()),
        Err(Untold::TooFewRuns | Untold::NoSpread) => None,
    }
}

/// Whether the share of the parameters may be nearly anything.
fn is_open(components: &Components) -> bool {
    let range = components.range;
    range.is_some_and(|(low, high)| high - low > WIDEST)
}

fn shares(components: &Components, language: Language) -> String {
    let share = components.share_of_parameters();
    // Where one of them would be written as 0, a decimal more tells that it is not.
    let decimals = usize::from(0.5 - (share - 0.5).abs() < SMALL_SHARE);
    let percent = |share: f64| language.number(100.0 * share, decimals);
    let [parameters, seeds] = [share, 1.0 - share].map(percent);
    let Some((low, high)) = components.range else {
        let en =
            "Parameters are central: the whole spread comes from the seeds (who trades with whom).";
        let id = "Parameter ditetapkan pada nilai tengah: seluruh sebaran berasal dari benih acak (siapa berdagang dengan siapa).";
        return language.pick(en, id).to_owned();
    };
    let [low, high] = [low, high].map(percent);
    match language {
        Language::English => format!(
            "Of the variance of weeks gained between runs, {parameters}% comes from the parameters (90% confidence interval: {low} to {high}%), {seeds}% from the seeds (who trades with whom)."
        ),
        Language::Indonesian => format!(
            "Dari ragam percepatan pemulihan antarsimulasi, {parameters}% berasal dari parameter (selang kepercayaan 90%: {low} sampai {high}%), {seeds}% dari benih acak (siapa berdagang dengan siapa)."
        ),
    }
}

fn untold(runs: usize, language: Language) -> String {
    let runs = language.runs(runs);
    match language {
        Language::English => format!(
            "How much of the spread comes from the parameters and how much from the seeds cannot be told from {runs}."
        ),
        Language::Indonesian => format!(
            "Bagian sebaran yang berasal dari parameter dan yang berasal dari benih acak tidak dapat ditentukan berdasarkan {runs}."
        ),
    }
}

fn unknown(language: Language) -> &'static str {
    language.pick(
        "How much of the spread comes from the parameters and how much from the seeds is not known: that takes at least 4 seeds, better 16.",
        "Tidak diketahui berapa bagian sebaran yang berasal dari parameter dan berapa dari benih acak: untuk itu diperlukan sedikitnya 4 benih acak, sebaiknya 16.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::effects::Effects;
    use crate::experiment::measures::synthetic::experiment;
    use crate::scenario::Uncertainty;

    fn told(seeds: u64, uncertainty: Uncertainty) -> Option<String> {
        let mut experiment = experiment(seeds, 100);
        experiment.counterfactual.info.uncertainty = uncertainty;
        experiment.policies[0].info.uncertainty = uncertainty;
        origin(&Effects::of(&experiment).policies[0], Language::English)
    }

    #[test]
    fn a_small_share_is_not_written_as_none() {
        let text = |seeds| {
            let components = Components {
                parameters: 1.0 - seeds,
                seeds,
                degrees_of_freedom: (11, 4),
                range: Some((0.9, 0.999)),
            };
            shares(&components, Language::Indonesian)
        };
        assert!(text(0.003).contains("99,7%") && text(0.003).contains(" 0,3% dari benih"));
        assert!(text(0.06).contains("94%") && text(0.06).contains(" 6% dari benih"));
    }

    #[test]
    fn shares_are_told_when_a_draw_repeats_and_why_not_otherwise() {
        let known = told(8, Uncertainty::Drawn).unwrap();
        assert!(
            known.contains("% comes from the parameters (90%"),
            "{known}"
        );
        let few = told(3, Uncertainty::Drawn).unwrap();
        assert!(few.contains("is not known: that takes at least 4"), "{few}");
        let central = told(3, Uncertainty::Central).unwrap();
        assert!(central.contains("the whole spread"), "{central}");
        assert_eq!(told(1, Uncertainty::Drawn), None);
    }

    #[test]
    fn a_share_that_may_be_anything_is_not_told() {
        let components = |range| Components {
            parameters: 0.9,
            seeds: 0.1,
            degrees_of_freedom: (2, 1),
            range,
        };
        assert!(is_open(&components(Some((0.0, 0.999)))));
        assert!(!is_open(&components(Some((0.42, 1.0)))));
        assert!(!is_open(&components(None)));
        let said = untold(4, Language::English);
        assert!(said.ends_with("cannot be told from 4 runs."), "{said}");
    }
}
