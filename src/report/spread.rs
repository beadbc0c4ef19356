//! How a spread over runs is written: median, interval, sign, decimals, share of runs.

use super::words::{Language, decimals_for};
use crate::experiment::effects::{EFFECTS, EffectMeasure as E};
use crate::experiment::measures::{Distribution, RUNS_OF_90_PERCENT};

/// Measures that are amounts: counts, costs, ratios. A plus before them would say nothing.
const AMOUNTS: [E; 11] = [
    E::ContractsSigned,
    E::ContractsActive,
    E::ContractSales,
    E::ImportsDisplaced,
    E::SpotDisplaced,
    E::ExternalOffset,
    E::PublicCost,
    E::GdpPerRupiah,
    E::GdpPerRupiahOfFunds,
    E::LinkedJobsPerBillion,
    E::JobsPerBillion,
];
/// Units that the label says already.
const SAID_BY_LABEL: [&str; 3] = ["weeks", "number", "jobs"];
/// Most decimals added to tell the ends of an interval apart.
const MORE_DECIMALS: usize = 2;
/// Digits of a large number that a heading shows.
const DIGITS: i32 = 3;

/// Whether a plus is written before a gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// For effects.
    Shown,
    /// For amounts.
    Hidden,
}

impl Sign {
    /// How a measure is written: differences have a sign, counts and costs none.
    pub(super) fn of(measure: E) -> Sign {
        if AMOUNTS.contains(&measure) {
            Sign::Hidden
        } else {
            Sign::Shown
        }
    }
}

/// Label of a measure with its unit, unless the label says it: "Employment (thousand persons)".
pub(super) fn label(measure: E, language: Language) -> String {
    let info = &EFFECTS[measure as usize];
    let label = language.pick(info.label_en, info.label_id);
    if SAID_BY_LABEL.contains(&info.unit) {
        return label.to_owned();
    }
    format!("{label} ({})", unit(info.unit, language))
}

/// A unit of the catalogue in the reader's language.
fn unit(unit: &str, language: Language) -> &str {
    match language {
        Language::English => unit,
        Language::Indonesian => match unit {
            "thousand persons" => "ribu orang",
            "points" => "poin",
            "points of the Gini coefficient" => "poin koefisien Gini",
            "% of a year's GDP" => "% PDB setahun",
            "bn Rp 2010" => "miliar Rp 2010",
            "bn Rp current" => "miliar Rp harga berlaku",
            other => other,
        },
    }
}

/// A median with the decimals of its spread.
pub(super) fn median(spread: &Distribution, sign: Sign, language: Language) -> String {
    let decimals = decimals_of(spread);
    match sign {
        Sign::Shown => language.signed(spread.median, decimals),
        Sign::Hidden => language.number(spread.median, decimals),
    }
}

/// Two numbers as an interval, with decimals that show the wider of them; nothing for a single run.
pub(super) fn interval(spread: &Distribution, language: Language) -> Option<String> {
    let decimals = decimals_of(spread);
    let (low, high) = spread.range();
    (spread.runs > 1).then(|| {
        format!(
            "{} {} {}",
            language.number(low, decimals),
            language.pick("to", "sampai"),
            language.number(high, decimals)
        )
    })
}

/// A median with its interval, left out where all runs agree: "+0.06% (0.03 to 0.08)".
pub(super) fn with_interval(
    spread: &Distribution,
    sign: Sign,
    unit: &str,
    language: Language,
) -> String {
    let median = median(spread, sign, language);
    let decimals = decimals_of(spread);
    let shown = |value| language.number(value, decimals);
    let (low, high) = spread.range();
    match interval(spread, language) {
        Some(interval) if shown(low) != shown(high) => {
            format!("{median}{unit} ({interval})")
        }
        _ => format!("{median}{unit}"),
    }
}

/// What an interval spans: "90% of 16 runs", "lowest to highest of 4 runs", or nothing for a single
/// run.
pub(super) fn span(runs: usize, language: Language) -> Option<String> {
    let few = runs < RUNS_OF_90_PERCENT;
    (runs > 1).then(|| match (language, few) {
        (Language::English, true) => format!("lowest to highest of {runs} runs"),
        (Language::English, false) => format!("90% of {runs} runs"),
        (Language::Indonesian, true) => format!("terendah sampai tertinggi dari {runs} simulasi"),
        (Language::Indonesian, false) => format!("90% dari {runs} simulasi"),
    })
}

/// What the two bands around a line span, or nothing for a single run.
pub(super) fn bands(runs: usize, language: Language) -> Option<String> {
    let few = runs < RUNS_OF_90_PERCENT;
    (runs > 1).then(|| match (language, few) {
        (Language::English, true) => {
            format!("bands: middle half, lowest to highest of {runs} runs")
        }
        (Language::English, false) => format!("bands: 50 and 90% of {runs} runs"),
        (Language::Indonesian, true) => {
            format!("pita: separuh tengah, terendah sampai tertinggi dari {runs} simulasi")
        }
        (Language::Indonesian, false) => format!("pita: 50 dan 90% dari {runs} simulasi"),
    })
}

/// In how many runs it is better than zero, if one way is better and anything of it can be seen:
/// "15 of 16".
pub(super) fn improved(spread: &Distribution, language: Language) -> Option<String> {
    let better = runs_improved(spread).filter(|_| is_seen(spread))?;
    let of = language.pick("of", "dari");
    Some(format!("{better} {of} {}", spread.runs))
}

/// Number of runs in which it is better than zero.
pub(super) fn runs_improved(spread: &Distribution) -> Option<usize> {
    let share = spread.share_improved?;
    Some((share * spread.runs as f64).round() as usize)
}

/// Decimals that suit a spread as a whole and tell the ends of its interval apart.
pub(super) fn decimals_of(spread: &Distribution) -> usize {
    let (low, high) = spread.range();
    let width = high - low;
    let fewest = decimals_for(spread.median.abs().max(width / 4.0));
    let rounded = |value: f64, decimals: usize| (value * power(decimals)).round();
    let apart = |decimals: &usize| rounded(low, *decimals) != rounded(high, *decimals);
    let most = fewest + MORE_DECIMALS;
    (fewest..=most).find(apart).unwrap_or(fewest)
}

/// Whether its median or an end of its interval is written as more than zero.
pub(super) fn is_seen(spread: &Distribution) -> bool {
    let (low, high) = spread.range();
    let decimals = decimals_of(spread);
    [low, spread.median, high]
        .iter()
        .any(|&value| visible(value, decimals))
}

/// Whether a number is more than zero when written with these decimals.
pub(super) fn visible(value: f64, decimals: usize) -> bool {
    (value.abs() * power(decimals)).round() >= 1.0
}

/// The smallest number that these decimals can show.
pub(super) fn smallest(decimals: usize, language: Language) -> String {
    language.number(1.0 / power(decimals), decimals)
}

fn power(decimals: usize) -> f64 {
    10f64.powi(i32::try_from(decimals).unwrap_or(0))
}

/// A large number as a heading shows it: three digits, then zeros.
pub(super) fn rounded(value: f64, language: Language) -> String {
    let size = value.abs().max(1.0).log10().floor() as i32 + 1;
    let unit = 10f64.powi((size - DIGITS).max(0));
    language.number((value / unit).round() * unit, 0)
}

/// The same spread in another unit.
pub(super) fn scaled(spread: &Distribution, factor: f64) -> Distribution {
    Distribution {
        median: factor * spread.median,
        lowest: factor * spread.lowest,
        p5: factor * spread.p5,
        p25: factor * spread.p25,
        p75: factor * spread.p75,
        p95: factor * spread.p95,
        highest: factor * spread.highest,
        mean: factor * spread.mean,
        standard_error: spread.standard_error.map(|error| factor * error),
        ..*spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::measures::Better;

    fn spread(values: &[f64]) -> Distribution {
        Distribution::of(values, Better::Higher).unwrap()
    }

    #[test]
    fn counts_and_costs_have_no_plus_and_effects_have() {
        let one = spread(&[12.0, 12.0]);
        let text = |measure| with_interval(&one, Sign::of(measure), "", Language::English);
        assert_eq!(text(E::PublicCost), "12");
        assert_eq!(text(E::ContractsSigned), "12");
        assert_eq!(text(E::Gdp), "+12");
    }

    #[test]
    fn the_ends_of_an_interval_are_told_apart() {
        let close = spread(&[10.31, 10.35, 10.39]);
        let text = with_interval(&close, Sign::Shown, "%", Language::English);
        assert_eq!(text, "+10.3% (10.3 to 10.4)");
    }

    #[test]
    fn a_single_run_has_no_interval() {
        let one = spread(&[0.5]);
        assert_eq!(interval(&one, Language::English), None);
        assert_eq!(span(1, Language::Indonesian), None);
    }

    #[test]
    fn few_runs_are_shown_from_the_lowest_to_the_highest() {
        let few = spread(&[1.0, 2.0, 3.0, 4.0]);
        assert_eq!(interval(&few, Language::English).unwrap(), "1.0 to 4.0");
        assert_eq!(
            span(4, Language::Indonesian).unwrap(),
            "terendah sampai tertinggi dari 4 simulasi"
        );
        assert_eq!(
            span(9, Language::English).unwrap(),
            "lowest to highest of 9 runs"
        );
        assert_eq!(span(10, Language::English).unwrap(), "90% of 10 runs");
        assert_eq!(
            bands(10, Language::Indonesian).unwrap(),
            "pita: 50 dan 90% dari 10 simulasi"
        );
    }

    #[test]
    fn what_cannot_be_seen_is_not_better_in_any_run() {
        let better = |values: &[f64]| improved(&spread(values), Language::English);
        assert_eq!(better(&[1e-8, 2e-8, 3e-8]), None);
        assert_eq!(better(&[-1e-8, 2e-8, 0.3]).as_deref(), Some("2 of 3"));
    }

    #[test]
    fn units_that_a_label_says_are_not_said_twice() {
        assert_eq!(
            label(E::WeeksGained, Language::English),
            "Weeks gained at the end"
        );
        assert!(label(E::Gdp, Language::Indonesian).ends_with("(%)"));
    }

    #[test]
    fn headings_show_three_digits() {
        assert_eq!(rounded(227_635.0, Language::English), "228,000");
        assert_eq!(rounded(-456.4, Language::Indonesian), "−456");
    }
}
