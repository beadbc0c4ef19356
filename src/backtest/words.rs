//! What may be said of the scores of GDP at 2020Q4. Every sentence is chosen by the scores, and
//! where they do not bear it, another is.

use super::scores::{Rule, Score};
use super::{BacktestReport, MAIN_ORIGIN, Mode, Naive, ORIGINS};
use crate::observed::SeriesKind;
use crate::prose::Sentences;
use crate::record::Quarter;

/// An error of at most this share of another is *clearly* less.
const CLEARLY: f64 = 0.75;
/// Errors that differ by less than this share are alike.
const ALIKE: f64 = 0.05;
/// Share of quarters that intervals are to hold, percent.
const NOMINAL: f64 = 90.0;

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
            value_added(&mut words, report);
            earlier(&mut words, report);
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
    coverage(&mut words, report);
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

/// Whether the average is better than a fixed gap for value added too.
fn value_added(words: &mut Sentences, report: &BacktestReport) {
    let Some((both, fixed)) = report.main("GVA").and_then(|cell| {
        let fixed = cell.score(Rule::Naive(Naive::FixedGap))?;
        Some((cell.score(Rule::Combination)?.h1_8.rmse, fixed.h1_8.rmse))
    }) else {
        return;
    };
    let (en, id) = match stand(both, fixed) {
        Stand::ClearlyLess | Stand::Less => ("better", "lebih baik"),
        Stand::Alike => ("no better", "tidak lebih baik"),
        Stand::More => ("worse", "lebih buruk"),
    };
    words.say(
        format!(
            "For value added the average is {en} than a fixed gap ({both:.2} against {fixed:.2})."
        ),
        format!(
            "Untuk nilai tambah rata-rata itu {id} daripada selisih tetap ({} berbanding {}).",
            comma(both),
            comma(fixed)
        ),
    );
}

/// The model alone against a fixed gap at the earlier origins, over one year and over two.
fn earlier(words: &mut Sentences, report: &BacktestReport) {
    let pairs = |origin: Quarter| -> Option<[(f64, f64); 2]> {
        let cell = report.cell("GDP", origin, Mode::ObservedMobility)?;
        let own = cell.score(Rule::Model)?;
        let fixed = cell.score(Rule::Naive(Naive::FixedGap))?;
        Some([
            (own.h1_4.rmse, fixed.h1_4.rmse),
            (own.h1_8.rmse, fixed.h1_8.rmse),
        ])
    };
    let origins = ORIGINS.into_iter().filter(|one| *one != MAIN_ORIGIN);
    let found: Vec<(Quarter, [(f64, f64); 2])> =
        origins.filter_map(|one| Some((one, pairs(one)?))).collect();
    let all: Vec<(f64, f64)> = found.iter().flat_map(|(_, pairs)| *pairs).collect();
    if all.is_empty() {
        return;
    }
    let worse = all.iter().filter(|(own, fixed)| own > fixed).count();
    let told = |text: fn(f64) -> String, against: &str| -> String {
        let of = |(origin, pairs): &(Quarter, [(f64, f64); 2])| {
            let [near, whole] =
                pairs.map(|(own, fixed)| format!("{} {against} {}", text(own), text(fixed)));
            format!("{origin}: {near}; {whole}")
        };
        found.iter().map(of).collect::<Vec<_>>().join("; ")
    };
    let (en, id) = if worse == all.len() {
        (
            "worse than a fixed gap throughout",
            "selalu lebih buruk daripada selisih tetap",
        )
    } else if worse == 0 {
        (
            "nowhere worse than a fixed gap",
            "tidak pernah lebih buruk daripada selisih tetap",
        )
    } else {
        (
            "partly worse than a fixed gap",
            "sebagian lebih buruk daripada selisih tetap",
        )
    };
    words.say(
        format!(
            "At the earlier origins the model alone was {en} (over one year and two, {}).",
            told(|value| format!("{value:.2}"), "against")
        ),
        format!(
            "Pada titik awal yang lebih dini model saja {id} (setahun dan dua tahun, {}).",
            told(comma, "berbanding")
        ),
    );
}

/// How many quarters of growth lie in the intervals of 90%.
fn coverage(words: &mut Sentences, report: &BacktestReport) {
    let Some(gdp) = report.main("GDP").and_then(|cell| cell.coverage_90) else {
        return;
    };
    let branches = report.cells.iter().filter(|cell| {
        let kind = report.series[cell.series].kind;
        let main = (cell.origin, cell.mode) == (MAIN_ORIGIN, Mode::ObservedMobility);
        main && kind == SeriesKind::Branch
    });
    let shares: Vec<f64> = branches.filter_map(|cell| cell.coverage_90).collect();
    let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
    let [gdp, mean] = [gdp, mean].map(|share| 100.0 * share);
    let (en, id) = if gdp < NOMINAL && mean < NOMINAL {
        ("too few", "terlalu sedikit")
    } else {
        (
            "as many as should or more",
            "sebanyak seharusnya atau lebih",
        )
    };
    words.say(
        format!(
            "Of the quarters of growth {gdp:.0}% lie in the interval of {NOMINAL:.0}% for GDP and {mean:.0}% on average for branches: {en}."
        ),
        format!(
            "Dari triwulan pertumbuhan, {gdp:.0}% ada di dalam rentang {NOMINAL:.0}% untuk PDB dan rata-rata {mean:.0}% untuk lapangan usaha: {id}."
        ),
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
