//! What may be said of the scores of GDP at 2020Q4. Every sentence is chosen by the scores, and
//! where they do not bear it, another is.

use super::scores::{Rule, Score};
use super::{BacktestReport, Naive};
use crate::prose::Sentences;

/// An error of at most this share of another is *clearly* less.
const CLEARLY: f64 = 0.75;
/// Errors that differ by less than this share are alike.
const ALIKE: f64 = 0.05;

/// How one error stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    ClearlyLess,
    Less,
    Alike,
    More,
}

fn stand(own: f64, other: f64) -> Stand {
    if own <= CLEARLY * other {
        Stand::ClearlyLess
    } else if own < (1.0 - ALIKE) * other {
        Stand::Less
    } else if own <= (1.0 + ALIKE) * other {
        Stand::Alike
    } else {
        Stand::More
    }
}

/// What the scores allow to be said, one sentence an entry.
#[must_use]
pub fn sentences(report: &BacktestReport) -> Sentences {
    let mut words = Sentences::default();
    let gdp = report.main("GDP");
    let scores = gdp.and_then(|cell| {
        Some(Scores {
            model: cell.score(Rule::Model)?,
            fixed: cell.score(Rule::Naive(Naive::FixedGap))?,
            both: cell.score(Rule::Combination)?,
            best_near: cell.best_naive(|score| score.h1_4.rmse)?,
        })
    });
    match scores {
        Some(scores) => {
            near(&mut words, &scores);
            whole(&mut words, &scores);
            both(&mut words, &scores);
        }
        None => words.say(
            "GDP was not forecast at 2020Q4: there is nothing to compare.".to_owned(),
            "PDB tidak diramalkan pada 2020Q4: tidak ada yang dapat dibandingkan.".to_owned(),
        ),
    }
    words.say(
        "Eight errors of one episode: nothing of this is statistically significant.".to_owned(),
        "Delapan galat dari satu peristiwa: tidak satu pun bermakna secara statistik.".to_owned(),
    );
    scar(&mut words, report);
    words
}

/// Scores that the sentences are about.
struct Scores {
    model: Score,
    fixed: Score,
    both: Score,
    best_near: (Naive, f64),
}

/// Name of a rule in running text, English and Indonesian.
fn rule_words(rule: Naive) -> (&'static str, &'static str) {
    match rule {
        Naive::FixedGap => ("a fixed gap", "selisih tetap"),
        Naive::HalfLife => (
            "a gap that halves in a year",
            "selisih yang menyusut separuh setahun",
        ),
        Naive::Ar1 => ("AR(1)", "AR(1)"),
        Naive::Ar1Unbounded => ("unbounded AR(1)", "AR(1) tanpa batas"),
        Naive::Ar1Before2020 => (
            "AR(1) of the years before 2020",
            "AR(1) dari masa sebelum 2020",
        ),
        Naive::Mean => ("the mean of 2015-19", "rata-rata 2015-19"),
        Naive::RandomWalk => ("growth as it was last", "pertumbuhan terakhir"),
    }
}

/// A number as Indonesian writes it.
fn comma(value: f64) -> String {
    format!("{value:.2}").replace('.', ",")
}

fn near(words: &mut Sentences, scores: &Scores) {
    let (own, (rule, best)) = (scores.model.h1_4.rmse, scores.best_near);
    let (rule_en, rule_id) = rule_words(rule);
    let (en, id) = match stand(own, best) {
        Stand::ClearlyLess => (
            "clearly better than any naive rule",
            "jelas lebih baik daripada aturan naif mana pun",
        ),
        Stand::Less => (
            "somewhat better than any naive rule",
            "agak lebih baik daripada aturan naif mana pun",
        ),
        Stand::Alike => (
            "no better than the best naive rule",
            "tidak lebih baik daripada aturan naif terbaik",
        ),
        Stand::More => (
            "worse than the best naive rule",
            "lebih buruk daripada aturan naif terbaik",
        ),
    };
    words.say(
        format!(
            "In 2021 the model alone was {en} (error {own:.2} points; best, {rule_en}: {best:.2})."
        ),
        format!(
            "Pada 2021 model saja {id} (galat {} poin; terbaik, {rule_id}: {}).",
            comma(own),
            comma(best)
        ),
    );
}

fn whole(words: &mut Sentences, scores: &Scores) {
    let (own, fixed) = (scores.model.h1_8.rmse, scores.fixed.h1_8.rmse);
    let (en, id) = match stand(own, fixed) {
        Stand::ClearlyLess => (
            "clearly better alone than assuming a fixed gap",
            "sendirian jelas lebih baik daripada mengandaikan selisih tetap",
        ),
        Stand::Less => (
            "somewhat better alone than assuming a fixed gap",
            "sendirian agak lebih baik daripada mengandaikan selisih tetap",
        ),
        Stand::Alike => (
            "no better alone than assuming a fixed gap",
            "sendirian tidak lebih baik daripada mengandaikan selisih tetap",
        ),
        Stand::More => (
            "worse alone than assuming a fixed gap",
            "sendirian lebih buruk daripada mengandaikan selisih tetap",
        ),
    };
    words.say(
        format!("Over two years it was {en} ({own:.2} against {fixed:.2})."),
        format!(
            "Selama dua tahun model {id} ({} berbanding {}).",
            comma(own),
            comma(fixed)
        ),
    );
}

fn both(words: &mut Sentences, scores: &Scores) {
    let (own, fixed) = (scores.model.h1_8.rmse, scores.fixed.h1_8.rmse);
    let mean = scores.both.h1_8.rmse;
    let (en, id) = if mean < own.min(fixed) {
        ("is better than either", "lebih baik daripada masing-masing")
    } else {
        (
            "is not better than the better of them",
            "tidak lebih baik daripada yang terbaik di antaranya",
        )
    };
    words.say(
        format!("The average of both {en} ({mean:.2})."),
        format!("Rata-rata keduanya {id} ({}).", comma(mean)),
    );
}

fn scar(words: &mut Sentences, report: &BacktestReport) {
    let met = |name: &str| report.bars.iter().any(|bar| bar.bar == name && bar.met);
    let (en, id) = if met("g1") && met("g2") {
        (
            "The interval of the gap at the end of 2022 holds the published one",
            "Rentang selisih pada akhir 2022 memuat angka terbitan",
        )
    } else if met("g1") {
        (
            "The interval of the gap at the end of 2022 holds the published one but claims to know the scar too well",
            "Rentang selisih pada akhir 2022 memuat angka terbitan tetapi terlalu sempit",
        )
    } else {
        (
            "The interval of the gap at the end of 2022 does not hold the published one",
            "Rentang selisih pada akhir 2022 tidak memuat angka terbitan",
        )
    };
    words.say(
        format!(
            "{en}: a check of consistency, not a forecast, because the ranges of the scar were set by people who knew 2022."
        ),
        format!(
            "{id}: ini uji konsistensi, bukan ramalan, karena kisaran luka ekonomi ditetapkan oleh orang yang sudah tahu tahun 2022."
        ),
    );
}
