//! The paragraphs of the briefing: what the numbers mean, in both languages.

use crate::data::date::days_from_civil;
use crate::experiment::effects::{EffectMeasure as E, Effects, PlaceEffect, PolicyEffects};
use crate::experiment::measures::{Distribution, EnsembleRun, Experiment, last_week};
use crate::report::finding::{decimals_of, interval};
use crate::report::words::Language;

/// Places named on each side.
const NAMED: usize = 3;
/// Size below which a place counts as untouched, percent.
const UNTOUCHED: f64 = 5e-4;
/// Million rupiah of a billion.
const MILLION_IN_BILLION: f64 = 1_000.0;

/// Headings and texts of all paragraphs.
pub(super) fn all(
    experiment: &Experiment,
    effects: &Effects,
    language: Language,
) -> Vec<(String, String)> {
    let mut paragraphs = Vec::new();
    if let (Some(policy), Some(run)) = (effects.policies.first(), experiment.policies.first()) {
        paragraphs.push(sureness(policy, run, language));
        paragraphs.push(places(policy, language));
        paragraphs.push(linked(policy, run, language));
        paragraphs.push(cost(policy, language));
        paragraphs.push(offset(policy, run, language));
    }
    paragraphs.push(sources(experiment, language));
    paragraphs
}

fn paragraph(language: Language, en: &str, id: &str, text: String) -> (String, String) {
    (language.pick(en, id).to_owned(), text)
}

/// A number with its interval.
fn spread(spread: &Distribution, language: Language) -> String {
    format!(
        "{} ({})",
        language.signed(spread.median, decimals_of(spread)),
        interval(spread, language)
    )
}

fn sureness(policy: &PolicyEffects, run: &EnsembleRun, language: Language) -> (String, String) {
    let weeks = policy.measure(E::WeeksGained);
    let share = weeks.and_then(|weeks| weeks.share_improved).unwrap_or(0.0);
    let share = language.number(100.0 * share, 0);
    let seeds = run.records.len();
    let years: Vec<String> = policy
        .weeks_gained_at_year_end
        .iter()
        .map(|(year, weeks)| format!("{year}: {}", spread(weeks, language)))
        .collect();
    let years = years.join("; ");
    let text = match language {
        Language::English => format!(
            "{share}% of {seeds} runs show a gain. Runs differ in who trades with whom, sizes and matches; both scenarios of a pair share them. Weeks gained at the end of each year: {years}. One week is {} of GDP. Parameters that no data identify stay at the scenario's values and add to this.",
            one_week(run, language)
        ),
        Language::Indonesian => format!(
            "{share}% dari {seeds} simulasi menunjukkan perbaikan. Simulasi berbeda dalam siapa berdagang dengan siapa, ukuran dan penjodohan; kedua skenario satu pasangan berbagi hal itu. Minggu yang dimenangkan pada akhir tiap tahun: {years}. Satu minggu adalah {} PDB. Parameter yang tidak teridentifikasi oleh data tetap pada nilai skenario dan menambah ketidakpastian.",
            one_week(run, language)
        ),
    };
    paragraph(language, "How sure is this?", "Seberapa pasti?", text)
}

fn one_week(run: &EnsembleRun, language: Language) -> String {
    format!("{}%", language.number(100.0 * run.path.week_of_growth(), 4))
}

fn places(policy: &PolicyEffects, language: Language) -> (String, String) {
    let sectors = sides(&policy.by_sector, language);
    let provinces = sides(&policy.by_province, language);
    let rivals = policy
        .measure(E::RivalsOutput)
        .map(|rivals| spread(rivals, language));
    let mut text = match language {
        Language::English => {
            format!("Value added, %. Sectors: {sectors}. Provinces: {provinces}.")
        }
        Language::Indonesian => {
            format!("Nilai tambah, %. Sektor: {sectors}. Provinsi: {provinces}.")
        }
    };
    if let Some(rivals) = rivals {
        text.push_str(&match language {
            Language::English => format!(
                " Enterprises of the focus sectors that are not under contract: output {rivals}%."
            ),
            Language::Indonesian => {
                format!(" Usaha sektor fokus yang tidak terikat kontrak: output {rivals}%.")
            }
        });
    }
    paragraph(
        language,
        "Who gains, who loses?",
        "Siapa untung, siapa rugi?",
        text,
    )
}

/// The best and the worst places.
fn sides(places: &[PlaceEffect], language: Language) -> String {
    let mut known: Vec<(&PlaceEffect, Distribution)> = places
        .iter()
        .filter(|place| place.show_alone)
        .filter_map(|place| Some((place, place.spread?)))
        .collect();
    known.sort_by(|a, b| b.1.median.total_cmp(&a.1.median));
    let list = |places: Vec<&(&PlaceEffect, Distribution)>| -> String {
        let named = places.iter().map(|(place, spread)| {
            let number = language.signed(spread.median, decimals_of(spread));
            format!("{} {number}", language.pick(&place.name_en, &place.name_id))
        });
        named.collect::<Vec<String>>().join(", ")
    };
    let up: Vec<_> = known
        .iter()
        .filter(|one| one.1.median > UNTOUCHED)
        .take(NAMED)
        .collect();
    let down: Vec<_> = known
        .iter()
        .rev()
        .filter(|one| one.1.median < -UNTOUCHED)
        .take(NAMED)
        .collect();
    let none = language.pick("none", "tidak ada").to_owned();
    let (up, down) = (
        if up.is_empty() {
            none.clone()
        } else {
            list(up)
        },
        if down.is_empty() { none } else { list(down) },
    );
    match language {
        Language::English => format!("gain most {up}; lose most {down}"),
        Language::Indonesian => format!("paling untung {up}; paling rugi {down}"),
    }
}

fn linked(policy: &PolicyEffects, run: &EnsembleRun, language: Language) -> (String, String) {
    let heading = ("Those under contract", "Yang terikat kontrak");
    let value = |measure: E| {
        policy
            .measure(measure)
            .map_or("–".to_owned(), |one| spread(one, language))
    };
    let signed = policy
        .measure(E::ContractsSigned)
        .map_or(0.0, |signed| signed.median);
    if signed < 0.5 {
        let en = "No contract was signed.";
        let text = language
            .pick(en, "Tidak ada kontrak yang ditandatangani.")
            .to_owned();
        return paragraph(language, heading.0, heading.1, text);
    }
    let jobs = policy
        .measure(E::LinkedEmployment)
        .map_or("–".to_owned(), |jobs| {
            language.signed(MILLION_IN_BILLION * jobs.median, 0)
        });
    let mut text = match language {
        Language::English => format!(
            "{} contracts signed, {} active at the end; sales of Rp {} bn (2010 prices), of which Rp {} bn displace imports and Rp {} bn other domestic suppliers. Jobs in the suppliers: {jobs}. Income of members and suppliers against other households: {}%. Their output: {}%.",
            value(E::ContractsSigned),
            value(E::ContractsActive),
            value(E::ContractSales),
            value(E::ImportsDisplaced),
            value(E::SpotDisplaced),
            value(E::MemberIncome),
            value(E::LinkedOutput)
        ),
        Language::Indonesian => format!(
            "{} kontrak ditandatangani, {} aktif di akhir; penjualan Rp {} miliar (harga 2010), di antaranya Rp {} miliar menggantikan impor dan Rp {} miliar pemasok domestik lain. Pekerjaan di pemasok: {jobs}. Pendapatan anggota dan pemasok terhadap rumah tangga lain: {}%. Output mereka: {}%.",
            value(E::ContractsSigned),
            value(E::ContractsActive),
            value(E::ContractSales),
            value(E::ImportsDisplaced),
            value(E::SpotDisplaced),
            value(E::MemberIncome),
            value(E::LinkedOutput)
        ),
    };
    if ends_before_metal_delivers(run) {
        text.push_str(language.pick(
            " Metal work coached from March 2021 delivers only in mid-2023, outside this run.",
            " Pekerjaan logam yang dibina sejak Maret 2021 baru memasok pertengahan 2023, di luar simulasi ini.",
        ));
    }
    paragraph(language, heading.0, heading.1, text)
}

/// Coaching of metal work takes about two years: a run to the end of 2022 does not see it.
fn ends_before_metal_delivers(run: &EnsembleRun) -> bool {
    let last = run
        .records
        .first()
        .map_or(0, |records| run.path.monday(last_week(records)));
    last < days_from_civil(2023, 7, 1)
}

fn cost(policy: &PolicyEffects, language: Language) -> (String, String) {
    let heading = ("What it costs", "Berapa biayanya");
    let cost = policy
        .measure(E::PublicCost)
        .filter(|cost| cost.median > 0.0);
    let Some(cost) = cost else {
        let en = "No public cost beyond the counterfactual's is booked.";
        let id = "Tidak ada biaya publik tambahan yang dibukukan.";
        return paragraph(
            language,
            heading.0,
            heading.1,
            language.pick(en, id).to_owned(),
        );
    };
    let total = language.number(cost.median, decimals_of(cost));
    let per_job = policy
        .measure(E::LinkedEmployment)
        .filter(|jobs| jobs.median > 0.0)
        // Billion rupiah per thousand jobs is million rupiah per job.
        .map(|jobs| language.short(cost.median / jobs.median));
    let value = |measure: E| {
        policy
            .measure(measure)
            .map_or("–".to_owned(), |one| spread(one, language))
    };
    let (gdp, funds) = (value(E::GdpPerRupiah), value(E::GdpPerRupiahOfFunds));
    let mut text = match language {
        Language::English => format!(
            "Rp {total} bn at current prices over the run. GDP per rupiah of public cost: {gdp}; when raising a rupiah costs society 1.3: {funds}."
        ),
        Language::Indonesian => format!(
            "Rp {total} miliar harga berlaku selama simulasi. PDB per rupiah biaya publik: {gdp}; bila menghimpun satu rupiah berbiaya 1,3 bagi masyarakat: {funds}."
        ),
    };
    text.push_str(&match (language, per_job) {
        (Language::English, Some(cost)) => {
            format!(" Cost of a job gained in a supplier under contract: Rp {cost} million.")
        }
        (Language::English, None) => " No job was gained in suppliers under contract.".to_owned(),
        (Language::Indonesian, Some(cost)) => {
            format!(" Biaya satu pekerjaan tambahan di pemasok terikat kontrak: Rp {cost} juta.")
        }
        (Language::Indonesian, None) => {
            " Tidak ada pekerjaan tambahan di pemasok terikat kontrak.".to_owned()
        }
    });
    paragraph(language, heading.0, heading.1, text)
}

fn offset(policy: &PolicyEffects, run: &EnsembleRun, language: Language) -> (String, String) {
    let share = language.number(run.info.external_offset, 2);
    let taken = run.info.external_offset > 0.0;
    let mut text = match (language, taken) {
        (Language::English, false) => "This result takes no external offset (0): nothing pushes back when imports fall. In practice the currency and scarce resources take exports away again: at 0.5 expect about half of the effect on GDP, at 1 it may vanish.".to_owned(),
        (Language::English, true) => format!("External offset {share}: that share of displaced imports and added exports is taken from other exports after a year, because the currency and scarce resources push back. Without it the effect on GDP is larger; at 1 it may vanish."),
        (Language::Indonesian, false) => "Hasil ini tanpa penyeimbang eksternal (0): tidak ada dorongan balik ketika impor turun. Kenyataannya nilai tukar dan sumber daya yang terbatas mengurangi ekspor: pada 0,5 harapkan sekitar setengah dampak PDB, pada 1 dampaknya dapat hilang.".to_owned(),
        (Language::Indonesian, true) => format!("Penyeimbang eksternal {share}: bagian itu dari impor yang digantikan dan ekspor tambahan diambil dari ekspor lain setelah setahun, karena nilai tukar dan sumber daya mendorong balik. Tanpanya dampak PDB lebih besar; pada 1 dampaknya dapat hilang."),
    };
    if let Some(estimate) = policy.measure(E::LeontiefEstimate) {
        let number = language.signed(estimate.median, decimals_of(estimate));
        text.push_str(&match language {
            Language::English => format!(" A plain input-output estimate of the imports displaced gives {number}% of value added."),
            Language::Indonesian => format!(" Taksiran input-output sederhana atas impor yang digantikan: {number}% nilai tambah."),
        });
    }
    paragraph(
        language,
        "What would change the answer",
        "Apa yang dapat mengubah jawaban",
        text,
    )
}

fn sources(experiment: &Experiment, language: Language) -> (String, String) {
    let mut sources: Vec<&str> = Vec::new();
    for run in experiment.runs() {
        for source in &run.info.sources {
            if !sources.contains(&source.as_str()) {
                sources.push(source);
            }
        }
    }
    let listed = match sources.as_slice() {
        [] => String::new(),
        sources => format!(" {}.", sources.join("; ")),
    };
    let text = match language {
        Language::English => format!(
            "BPS: national accounts, input-output table, growth by quarter.{listed} Counterfactual: “{}”, without the programme. The command that repeats this is in run.json; definitions are in the model document.",
            crate::report::finding::title(&experiment.counterfactual, language)
        ),
        Language::Indonesian => format!(
            "BPS: neraca nasional, tabel input-output, pertumbuhan triwulanan.{listed} Skenario pembanding: “{}”, tanpa program. Perintah untuk mengulanginya ada di run.json; definisi ada di dokumen model.",
            crate::report::finding::title(&experiment.counterfactual, language)
        ),
    };
    paragraph(language, "Sources", "Sumber", text)
}
