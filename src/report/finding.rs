//! The answer in one sentence. The words depend on the numbers, and "no" is said plainly.

use super::spread::{Sign, decimals_of, interval, median, span, with_interval};
use super::words::Language;
use crate::data::date::civil_from_days;
use crate::experiment::effects::{EffectMeasure, PolicyEffects};
use crate::experiment::measures::{Distribution, EnsembleRun, last_week};

/// Weeks gained below which an effect is nothing in practice.
const NOTHING_WEEKS: f64 = 0.5;
/// Weeks gained below which an effect is small.
const SMALL_WEEKS: f64 = 2.0;
/// Weeks gained below which an effect is moderate.
const MODERATE_WEEKS: f64 = 6.0;

/// How large an effect is in practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// No run could be compared.
    Unknown,
    /// The recovery comes later.
    Delay,
    /// Nothing in practice.
    Nothing,
    /// The runs do not agree on the sign.
    Unsure,
    /// Small.
    Small,
    /// Moderate.
    Moderate,
    /// Large.
    Large,
}

/// Judges the spread of weeks gained.
pub(super) fn verdict(weeks: Option<&Distribution>) -> Verdict {
    let Some(weeks) = weeks else {
        return Verdict::Unknown;
    };
    let (low, high) = weeks.range();
    if low.abs().max(high.abs()) < NOTHING_WEEKS {
        return Verdict::Nothing;
    }
    if low < 0.0 && high > 0.0 {
        return Verdict::Unsure;
    }
    if weeks.median.abs() < NOTHING_WEEKS {
        return Verdict::Nothing;
    }
    match weeks.median {
        median if median < 0.0 => Verdict::Delay,
        median if median < SMALL_WEEKS => Verdict::Small,
        median if median < MODERATE_WEEKS => Verdict::Moderate,
        _ => Verdict::Large,
    }
}

/// Title of a scenario, its name if it has none.
pub(super) fn title(run: &EnsembleRun, language: Language) -> &str {
    let title = language.pick(&run.info.title.en, &run.info.title.id);
    if title.is_empty() {
        &run.info.name
    } else {
        title
    }
}

/// "the end of 2022", or the day a run ends.
pub(super) fn end_of_run(run: &EnsembleRun, language: Language) -> String {
    let Some(records) = run.records.first() else {
        return language.pick("the end", "akhir simulasi").to_owned();
    };
    let last_day = run.path.monday(last_week(records) + 1) - 1;
    let (year, month, day) = civil_from_days(last_day);
    match (month, day) {
        (12, 25..) => end_of_year(year, language),
        (1, ..=4) => end_of_year(year - 1, language),
        _ => format!("{day} {} {year}", month_name(month, language)),
    }
}

fn end_of_year(year: i32, language: Language) -> String {
    match language {
        Language::English => format!("the end of {year}"),
        Language::Indonesian => format!("akhir {year}"),
    }
}

fn month_name(month: u32, language: Language) -> &'static str {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const ID: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    language.pick(EN, ID)[(month as usize - 1) % 12]
}

/// The answer to the question of a policy scenario.
pub(super) fn answer(policy: &PolicyEffects, run: &EnsembleRun, language: Language) -> String {
    let weeks = policy.measure(EffectMeasure::WeeksGained);
    let gdp = policy.measure(EffectMeasure::Gdp);
    let (Some(weeks), Some(gdp)) = (weeks, gdp) else {
        let en = "No run could be compared with its counterfactual.";
        let id = "Tidak ada simulasi yang dapat dibandingkan dengan skenario pembandingnya.";
        return language.pick(en, id).to_owned();
    };
    let facts = Facts {
        end: end_of_run(run, language),
        title: title(run, language).to_owned(),
        weeks: language.number(weeks.median.abs(), decimals_of(weeks)),
        signed_weeks: median(weeks, Sign::Shown, language),
        range: range(weeks, language),
        gdp: with_interval(gdp, Sign::Shown, "%", language),
    };
    match language {
        Language::English => english(verdict(Some(weeks)), &facts),
        Language::Indonesian => indonesian(verdict(Some(weeks)), &facts),
    }
}

/// The answer in a word or two, with the end that it is about: "no, by the end of 2022".
pub(super) fn in_a_word(policy: &PolicyEffects, run: &EnsembleRun, language: Language) -> String {
    let word = match verdict(policy.measure(EffectMeasure::WeeksGained)) {
        Verdict::Unknown => return "–".to_owned(),
        Verdict::Delay => language.pick("no, later", "tidak, lebih lambat"),
        Verdict::Nothing => language.pick("no", "tidak"),
        Verdict::Unsure => language.pick("cannot be told", "tidak pasti"),
        Verdict::Small => language.pick("a little", "sedikit"),
        Verdict::Moderate | Verdict::Large => language.pick("yes", "ya"),
    };
    let until = language.pick("by", "sampai");
    format!("{word}, {until} {}", end_of_run(run, language))
}

/// How far the runs lie apart: "(90% of 16 runs: 0.06 to 0.10)", "(lowest to highest of 4 runs: ...)".
fn range(weeks: &Distribution, language: Language) -> String {
    match span(weeks.runs, language).zip(interval(weeks, language)) {
        Some((runs, interval)) => format!("({runs}: {interval})"),
        None => language
            .pick(
                "(a single run: how sure is unknown)",
                "(hanya satu simulasi: tingkat kepastiannya tidak diketahui)",
            )
            .to_owned(),
    }
}

/// Numbers of the answer, written in its language.
struct Facts {
    end: String,
    title: String,
    weeks: String,
    signed_weeks: String,
    range: String,
    gdp: String,
}

fn english(verdict: Verdict, facts: &Facts) -> String {
    let Facts {
        end,
        title,
        weeks,
        signed_weeks,
        range,
        gdp,
    } = facts;
    match verdict {
        Verdict::Unknown => String::new(),
        Verdict::Nothing => format!(
            "No: by {end}, “{title}” does not bring the recovery forward in any way that matters: {signed_weeks} weeks {range}; GDP {gdp}, for practical purposes nothing."
        ),
        Verdict::Delay => format!(
            "No: by {end}, “{title}” sets the recovery back by {weeks} weeks {range}; GDP {gdp}."
        ),
        Verdict::Unsure => format!(
            "It cannot be told: by {end}, the runs of “{title}” do not agree whether the recovery comes sooner or later: {signed_weeks} weeks {range}; GDP {gdp}."
        ),
        Verdict::Small => format!(
            "A little: by {end}, “{title}” brings the recovery forward by {weeks} weeks {range}; GDP {gdp}, a small effect."
        ),
        Verdict::Moderate => format!(
            "Yes: by {end}, “{title}” brings the recovery forward by {weeks} weeks {range}; GDP {gdp}, a moderate effect."
        ),
        Verdict::Large => format!(
            "Yes: by {end}, “{title}” brings the recovery forward by {weeks} weeks {range}; GDP {gdp}, a large effect: check what drives it."
        ),
    }
}

fn indonesian(verdict: Verdict, facts: &Facts) -> String {
    let Facts {
        end,
        title,
        weeks,
        signed_weeks,
        range,
        gdp,
    } = facts;
    match verdict {
        Verdict::Unknown => String::new(),
        Verdict::Nothing => format!(
            "Tidak: sampai {end}, “{title}” tidak mempercepat pemulihan secara berarti: {signed_weeks} minggu {range}; PDB {gdp}, praktis tanpa dampak."
        ),
        Verdict::Delay => format!(
            "Tidak: sampai {end}, “{title}” memperlambat pemulihan {weeks} minggu {range}; PDB {gdp}."
        ),
        Verdict::Unsure => format!(
            "Tidak dapat dipastikan: sampai {end}, simulasi “{title}” memberi arah yang berbeda, sebagian lebih cepat dan sebagian lebih lambat: {signed_weeks} minggu {range}; PDB {gdp}."
        ),
        Verdict::Small => format!(
            "Sedikit: sampai {end}, “{title}” mempercepat pemulihan {weeks} minggu {range}; PDB {gdp}, dampak kecil."
        ),
        Verdict::Moderate => format!(
            "Ya: sampai {end}, “{title}” mempercepat pemulihan {weeks} minggu {range}; PDB {gdp}, dampak sedang."
        ),
        Verdict::Large => format!(
            "Ya: sampai {end}, “{title}” mempercepat pemulihan {weeks} minggu {range}; PDB {gdp}, dampak besar: telusuri penyebabnya."
        ),
    }
}
