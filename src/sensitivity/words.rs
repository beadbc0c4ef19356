//! What may be said of the results. Every sentence is chosen by the numbers.

use super::numbers::{comma, decimals, signed};
use super::variant::bilingual;
use super::{Bar, BarKind, Carrier, End, ProgrammeReport, SensitivityReport};
use crate::prose::Sentences;
use crate::scenario::Bilingual;

/// Parameters that are named as carrying the variance.
const CARRIERS: usize = 3;
/// Effects further apart than this, as a share of the smaller, are said to depend on the size.
const ALIKE: f64 = 0.25;
/// Standard deviation of an effect, percent of GDP, below which nothing is left to be split (ours).
const NOTHING: f64 = 1e-9;
/// Standard errors from which on a coefficient is said to be there.
const SURE: f64 = 2.0;

/// What may be said of a programme.
#[must_use]
pub fn sentences(report: &SensitivityReport, programme: &ProgrammeReport) -> Sentences {
    let mut words = Sentences::default();
    short(&mut words, report, programme);
    size(&mut words, report, programme);
    if programme.central.gdp() > 0.0 {
        one_at_a_time(&mut words, programme);
        chance(&mut words, programme);
        together(&mut words, report, programme);
    } else {
        no_gain(&mut words, programme);
        chance(&mut words, programme);
    }
    all_at_once(&mut words, programme);
    split(&mut words, programme);
    words
}

/// A percentage in both languages, with three digits.
fn percent(value: f64) -> Bilingual {
    let places = decimals(value).max(2);
    let en = format!("{}%", signed(value, places));
    Bilingual { id: comma(&en), en }
}

fn share(value: f64) -> String {
    format!("{:.0}%", 100.0 * value)
}

fn size(words: &mut Sentences, report: &SensitivityReport, programme: &ProgrammeReport) {
    let (here, large) = (programme.central.gdp(), programme.large.gdp());
    let (own, other) = (percent(here), percent(large));
    let chance = SURE * programme.error_of_size();
    let gap = (here - large).abs();
    let apart = gap > ALIKE * here.abs().min(large.abs()) && gap > chance;
    let (en, id) = if apart {
        (
            "the effect depends on the number of rows, so read shares and order here, not levels",
            "dampak bergantung pada jumlah baris: bacalah porsi dan urutannya, bukan besarnya",
        )
    } else {
        ("the two agree", "keduanya sejalan")
    };
    words.say(
        format!(
            "With all parameters at the centre the effect on GDP is {} with {} rows and {} with {}: {en}.",
            own.en, report.rows, other.en, report.large_rows
        ),
        format!(
            "Dengan semua parameter di tengah, dampak atas PDB {} dengan {} baris dan {} dengan {}: {id}.",
            own.id, report.rows, other.id, report.large_rows
        ),
    );
}

/// A run that ends early says so: what comes late cannot be seen in it.
fn short(words: &mut Sentences, report: &SensitivityReport, programme: &ProgrammeReport) {
    let (weeks, all) = (report.weeks, programme.own_weeks);
    if weeks >= all {
        return;
    }
    words.say(
        format!(
            "Only {weeks} of {all} weeks were run: what comes later, as the end of coaching or falling exports, is not in these figures."
        ),
        format!(
            "Hanya {weeks} dari {all} minggu yang dijalankan: yang datang kemudian, seperti akhir pendampingan atau turunnya ekspor, tidak termasuk dalam angka ini."
        ),
    );
}

/// The end of any parameter, structure or channel with the least effect.
fn least(programme: &ProgrammeReport) -> Option<(&Bar, &End)> {
    let inside = programme
        .bars
        .iter()
        .filter(|bar| bar.kind != BarKind::Size);
    let ends = inside.filter_map(|bar| Some((bar, bar.least()?)));
    ends.min_by(|a, b| a.1.measured.gdp().total_cmp(&b.1.measured.gdp()))
}

fn one_at_a_time(words: &mut Sentences, programme: &ProgrammeReport) {
    let Some((bar, end)) = least(programme) else {
        return;
    };
    let effect = percent(end.measured.gdp());
    let ends = ends(programme);
    if end.measured.gdp() > 0.0 {
        words.say(
            format!(
                "No single parameter at {}, no structural choice and no channel switched off takes the effect to zero; least is left with {} at {}: {}.",
                ends.en, bar.label.en, end.value.en, effect.en
            ),
            format!(
                "Tidak satu pun parameter pada {}, pilihan struktur, atau saluran yang dimatikan membuat dampak menjadi nol; paling sedikit tersisa dengan {} pada {}: {}.",
                ends.id, bar.label.id, end.value.id, effect.id
            ),
        );
    } else {
        words.say(
            format!(
                "One assumption alone changes the answer: with {} at {} the effect is {}.",
                bar.label.en, end.value.en, effect.en
            ),
            format!(
                "Satu andaian saja mengubah jawaban: dengan {} pada {} dampaknya {}.",
                bar.label.id, end.value.id, effect.id
            ),
        );
    }
}

/// Without a gain at the centre nothing can take it away: what gives most is told.
fn no_gain(words: &mut Sentences, programme: &ProgrammeReport) {
    words.say(
        "With all parameters at the centre there is no gain that an assumption could take away."
            .to_owned(),
        "Dengan semua parameter di tengah tidak ada perbaikan yang dapat dihapus oleh suatu andaian."
            .to_owned(),
    );
    let ends = programme.bars.iter().flat_map(|bar| {
        let ends = bar.ends.iter();
        ends.map(move |end| (bar, end))
    });
    let inside = ends.filter(|(bar, _)| bar.kind != BarKind::Size);
    let most = inside.max_by(|a, b| a.1.measured.gdp().total_cmp(&b.1.measured.gdp()));
    let Some((bar, end)) = most else {
        return;
    };
    let effect = percent(end.measured.gdp());
    words.say(
        format!(
            "Of single assumptions {} at {} gives most: {}.",
            bar.label.en, end.value.en, effect.en
        ),
        format!(
            "Dari andaian tunggal, {} pada {} memberi paling banyak: {}.",
            bar.label.id, end.value.id, effect.id
        ),
    );
}

/// The ends of ranges that were run.
fn ends(programme: &ProgrammeReport) -> Bilingual {
    let (run, all) = programme.ends();
    if run == all {
        bilingual("an end of its range", "ujung kisarannya")
    } else {
        bilingual(
            format!("one of the {run} ends of ranges (of {all}) that were run"),
            format!("{run} ujung kisaran (dari {all}) yang dijalankan"),
        )
    }
}

/// External offset alone, then the worst combination of the four assumptions.
fn together(words: &mut Sentences, report: &SensitivityReport, programme: &ProgrammeReport) {
    let centre = programme.central.gdp();
    let late = programme.answer.at("external_offset", 1.0);
    if let Some(row) = late.filter(|_| report.weeks >= programme.own_weeks) {
        let left = share(row.measured.gdp() / centre);
        words.say(
            format!("Where exports lose in the end as much as imports fall, {left} of it is left."),
            format!("Bila ekspor akhirnya turun sebesar turunnya impor, {left} dampak tersisa."),
        );
    }
    let worst = programme.answer.worst();
    let effect = percent(worst.measured.gdp());
    let values: Vec<String> = worst
        .values
        .iter()
        .map(|(key, value)| format!("{key} {value}"))
        .collect();
    let values = values.join(", ");
    let combinations = programme.answer.combinations.len();
    let (en, id) = if worst.measured.gdp() > 0.0 {
        ("is small but not gone", "kecil tetapi tidak hilang")
    } else {
        ("is no gain", "bukan lagi perbaikan")
    };
    words.say(
        format!(
            "In the worst of {combinations} combinations of the four assumptions ({values}) it {en}: {}.",
            effect.en
        ),
        format!(
            "Pada yang terburuk dari {combinations} gabungan keempat andaian ({values}) dampaknya {id}: {}.",
            effect.id
        ),
    );
}

fn all_at_once(words: &mut Sentences, programme: &ProgrammeReport) {
    let global = &programme.global;
    if global.effects.is_empty() {
        return;
    }
    let (low, high) = global.spread();
    let (low, high) = (percent(low), percent(high));
    let (none, all) = (global.not_positive(), global.effects.len());
    let bound = share(global.not_ruled_out());
    let held = if global.has_few_runs() {
        bilingual(format!("all {all} runs"), format!("semua {all} simulasi"))
    } else {
        bilingual(
            format!("90% of {all} runs"),
            format!("90% dari {all} simulasi"),
        )
    };
    words.say(
        format!(
            "Over all ranges at once {} lie between {} and {}; in {none} there is no gain, which does not rule out a share of {bound}.",
            held.en, low.en, high.en
        ),
        format!(
            "Di seluruh kisaran sekaligus, {} ada di antara {} dan {}; pada {none} tidak ada perbaikan, yang tidak menyingkirkan porsi {bound}.",
            held.id, low.id, high.id
        ),
    );
    let sure = |one: &&Carrier| one.coefficient.abs() > SURE * one.error;
    let first = global.carriers.iter().filter(sure).take(CARRIERS);
    let (en, id): (Vec<&str>, Vec<&str>) = first
        .map(|one| (one.label.en.as_str(), one.label.id.as_str()))
        .unzip();
    if !en.is_empty() {
        words.say(
            format!("What moves it most: {}.", en.join(", ")),
            format!("Yang paling menggerakkannya: {}.", id.join(", ")),
        );
    }
}

/// What chance alone makes of the longest bars.
fn chance(words: &mut Sentences, programme: &ProgrammeReport) {
    let parameters = programme.bars.iter();
    let parameters = parameters.filter(|bar| bar.kind != BarKind::Size);
    let error = programme.error_of_change();
    let (sure, all) = parameters.fold((0, 0), |(sure, all), bar| {
        (sure + usize::from(bar.length() > SURE * error), all + 1)
    });
    words.say(
        format!(
            "{sure} of {all} bars are longer than {SURE} standard errors of a change; the others cannot be told from chance."
        ),
        format!(
            "{sure} dari {all} batang lebih panjang daripada {SURE} galat baku perubahan; yang lain tidak dapat dibedakan dari kebetulan."
        ),
    );
}

fn split(words: &mut Sentences, programme: &ProgrammeReport) {
    let (draws, seeds) = programme.splits.design;
    if programme.splits.gdp_percent.deviation < NOTHING {
        words.say(
            format!("Between runs of {draws} calibrated draws and {seeds} seeds nothing varies."),
            format!(
                "Antar-simulasi dengan {draws} tarikan parameter dan {seeds} benih tidak ada ragam."
            ),
        );
        return;
    }
    let [parameters, of_seeds, _] = programme.splits.gdp_percent.components.map(share);
    let freedom = seeds - 1;
    words.say(
        format!(
            "Of the variance between runs of {draws} calibrated draws and {seeds} seeds, {parameters} is of the parameters and {of_seeds} of who trades with whom; the latter rests on {freedom} degrees of freedom."
        ),
        format!(
            "Dari ragam antar-simulasi dengan {draws} tarikan parameter dan {seeds} benih, {parameters} berasal dari parameter dan {of_seeds} dari siapa berdagang dengan siapa; yang terakhir bersandar pada {freedom} derajat bebas."
        ),
    );
}

#[cfg(test)]
mod tests;
