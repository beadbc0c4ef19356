//! Sentences of the briefing in both languages. `{name}` is replaced by a number or a list.

use crate::report::words::Language;

/// A sentence in English and Indonesian.
pub(super) type Sentence = (&'static str, &'static str);

/// A sentence with its gaps filled.
pub(super) fn fill(sentence: Sentence, gaps: &[(&str, String)], language: Language) -> String {
    let mut text = language.pick(sentence.0, sentence.1).to_owned();
    for (name, value) in gaps {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

pub(super) const SURE: Sentence = ("How sure is this?", "Seberapa pasti hasil ini?");
pub(super) const WHO: Sentence = (
    "Who gains, who loses?",
    "Siapa diuntungkan, siapa dirugikan?",
);
pub(super) const UNDER_CONTRACT: Sentence = ("Those under contract", "Usaha yang terikat kontrak");
pub(super) const COSTS: Sentence = ("What it costs", "Berapa biayanya?");
pub(super) const CHANGES: Sentence = (
    "What would change the answer",
    "Apa yang dapat mengubah jawaban",
);
pub(super) const SOURCES_HEADING: Sentence = ("Sources", "Sumber");
pub(super) const GROWTH: Sentence = (
    "Growth beside the statistics",
    "Pertumbuhan dibandingkan data BPS",
);
pub(super) const NOT_TOLD: Sentence = ("What it does not tell", "Yang tidak dijawab");

pub(super) const ABOUT: Sentence = (
    "In detail: “{title}”, which changes GDP most",
    "Rincian: “{title}”, dampak PDB terbesar",
);

pub(super) const ON_A_SCREEN: Sentence = ("(others: on a screen)", "(kebijakan lain: di layar)");

pub(super) const ALL_WITH: Sentence = (
    "Weeks are gained in all {all} runs.",
    "Percepatan pemulihan terlihat pada seluruh simulasi ({all} dari {all}).",
);

pub(super) const SOME_WITH: Sentence = (
    "Weeks are gained in {better} of the {all} runs.",
    "Percepatan pemulihan terlihat pada {better} dari {all} simulasi.",
);

pub(super) const NONE_WITH: Sentence = (
    "Weeks are gained in none of the {all} runs.",
    "Tidak satu pun dari {all} simulasi menunjukkan percepatan pemulihan.",
);

pub(super) const ONE_WITH: Sentence = (
    "There is one run only; it gains weeks.",
    "Hanya ada satu simulasi; hasilnya menunjukkan percepatan pemulihan.",
);

pub(super) const ONE_WITHOUT: Sentence = (
    "There is one run only; it gains no weeks.",
    "Hanya ada satu simulasi; hasilnya tidak menunjukkan percepatan pemulihan.",
);

pub(super) const SURENESS_DRAWN: Sentence = (
    " Runs differ in who trades with whom, in sizes, in matches, and in the parameters that the data of 2020 tell loosely or not at all; both scenarios of a pair share them.{origin} Weeks gained at the end of each year: {years}. One week is {week}% of GDP. Not in the interval: {outside}.",
    " Antarsimulasi, yang berbeda adalah mitra dagang, ukuran usaha, hasil temu mitra, dan parameter yang kurang atau tidak dapat ditentukan dari data 2020; kedua skenario dalam satu pasangan memakai hal yang sama.{origin} Percepatan pemulihan pada akhir setiap tahun (minggu): {years}. Satu minggu setara dengan {week}% PDB. Tidak tercakup dalam selang: {outside}.",
);

pub(super) const SURENESS_CENTRAL: Sentence = (
    " Runs differ in who trades with whom, in sizes and in matches; both scenarios of a pair share them. Weeks gained at the end of each year: {years}. One week is {week}% of GDP. Not in the interval: parameters that no data identify, which stay at the scenario's values.",
    " Antarsimulasi, yang berbeda adalah mitra dagang, ukuran usaha, dan hasil temu mitra; kedua skenario dalam satu pasangan memakai hal yang sama. Percepatan pemulihan pada akhir setiap tahun (minggu): {years}. Satu minggu setara dengan {week}% PDB. Tidak tercakup dalam selang: parameter yang tidak dapat ditentukan dari data, yang tetap pada nilai skenario.",
);

pub(super) const OUTSIDE_CONTRACTS: Sentence = (
    "the external offset, the share of contracts that would have come anyway, and other values of the programme itself",
    "penyeimbang eksternal, porsi kontrak yang akan tetap terjadi tanpa program, dan nilai lain dari program itu sendiri",
);

pub(super) const OUTSIDE: Sentence = (
    "the values of the policy itself",
    "nilai-nilai kebijakan itu sendiri",
);

pub(super) const PLACES: Sentence = (
    "Value added, %. Sectors: {sectors}. Provinces: {provinces}.",
    "Nilai tambah, %. Sektor: {sectors}. Provinsi: {provinces}.",
);

pub(super) const GAIN: Sentence = ("gain most: {list}", "paling diuntungkan: {list}");

pub(super) const NO_GAIN: Sentence = (
    "none gains as much as {least}",
    "tidak ada kenaikan hingga {least}",
);

pub(super) const LOSE: Sentence = ("lose most: {list}", "paling dirugikan: {list}");

pub(super) const NO_LOSS: Sentence = (
    "none loses as much as {least}",
    "tidak ada penurunan hingga {least}",
);

pub(super) const RIVALS: Sentence = (
    " Enterprises of the focus sectors that are not under contract: output {rivals}.",
    " Usaha sektor fokus yang tidak terikat kontrak: output {rivals}.",
);

pub(super) const NO_CONTRACT: Sentence = (
    "No contract was signed.",
    "Tidak ada kontrak yang ditandatangani.",
);

pub(super) const LINKED: Sentence = (
    "Contracts signed: {signed}, active at the end: {active}. Sales of Rp {sales} bn at 2010 prices: Rp {imports} bn displace imports, Rp {spot} bn other domestic suppliers. Jobs gained in the suppliers: {jobs}; in the nation: {national}. Income of members and suppliers against other households: {income}. Their output against their sectors: {output}.",
    "Kontrak yang ditandatangani: {signed}; masih aktif di akhir simulasi: {active}. Penjualan melalui kontrak Rp {sales} miliar (harga konstan 2010): Rp {imports} miliar menggantikan impor, Rp {spot} miliar menggantikan pemasok domestik lain. Tambahan tenaga kerja pada pemasok: {jobs} orang; secara nasional: {national} orang. Pendapatan anggota dan pemasok dibandingkan rumah tangga lain: {income}. Output mereka dibandingkan sektornya: {output}.",
);

pub(super) const GOAL: Sentence = (
    " Its goal is to replace imports of Rp {goal} bn a year at the size of the economy of week 0; at the end contracts are to replace {reached} of that (median of the runs).",
    " Sasarannya adalah menggantikan impor senilai Rp {goal} miliar per tahun pada ukuran perekonomian minggu ke-0; di akhir simulasi, kontrak yang berjalan mencakup {reached} dari nilai itu (median simulasi).",
);

pub(super) const METAL: Sentence = (
    " Metal work coached from March 2021 delivers only in mid-2023, outside this run.",
    " Usaha pengerjaan logam yang dibina sejak Maret 2021 baru dapat memasok pada pertengahan 2023, di luar periode simulasi ini.",
);

pub(super) const NO_COST: Sentence = (
    "The policy's own instruments spend no public money.",
    "Instrumen kebijakan ini tidak membelanjakan dana publik.",
);

pub(super) const COST: Sentence = (
    "Rp {total} bn at current prices over the run.",
    "Rp {total} miliar (harga berlaku) selama simulasi.",
);

pub(super) const COST_GAIN: Sentence = (
    " GDP gained per rupiah of public cost: {gdp}; when raising a rupiah costs society 1.3: {funds}.",
    " Tambahan PDB per rupiah biaya publik: {gdp}; bila penghimpunan satu rupiah membebani masyarakat 1,3 rupiah: {funds}.",
);

pub(super) const JOBS_FOR_MONEY: Sentence = (
    " Jobs gained in suppliers under contract per billion rupiah of public cost: {jobs}.",
    " Tambahan tenaga kerja pada pemasok terikat kontrak per miliar rupiah biaya publik: {jobs}.",
);

pub(super) const NO_JOB: Sentence = (
    " No job was gained in suppliers under contract.",
    " Tidak ada tambahan tenaga kerja pada pemasok terikat kontrak.",
);

pub(super) const NO_OFFSET: Sentence = (
    "This result takes no external offset (0): nothing pushes back when imports fall. In practice the currency and scarce resources take exports away again: at 0.5 the effect on GDP is smaller, at 1 smaller still. Read it with the same run at an offset of 0.5.",
    "Hasil ini tidak memperhitungkan penyeimbang eksternal (0): penurunan impor tidak menimbulkan efek balik. Pada kenyataannya, penguatan nilai tukar dan keterbatasan sumber daya menekan ekspor: pada nilai 0,5 dampak terhadap PDB lebih kecil, pada nilai 1 lebih kecil lagi. Bacalah bersama hasil simulasi yang sama dengan penyeimbang 0,5.",
);

pub(super) const OFFSET: Sentence = (
    "External offset {share}: that share of displaced imports and added exports is taken from other exports after a year, because the currency and scarce resources push back. Without it the effect on GDP is larger; at 1 it is smallest.",
    "Penyeimbang eksternal {share}: sebesar itulah bagian dari impor yang digantikan dan ekspor tambahan yang setelah setahun mengurangi ekspor lain, karena nilai tukar menguat dan sumber daya terbatas. Tanpa penyeimbang ini dampak terhadap PDB lebih besar; pada nilai 1 paling kecil.",
);

pub(super) const LEONTIEF: Sentence = (
    " A plain input-output estimate of the imports displaced gives {estimate} of value added.",
    " Menurut perkiraan input-output sederhana, impor yang digantikan setara dengan {estimate} nilai tambah.",
);

pub(super) const GAP: Sentence = (
    "Gap to the path of 2015–19 by {end}: {gap}.",
    "Kesenjangan terhadap jalur 2015–19 pada {end}: {gap}.",
);

pub(super) const HISTORY_DRAWN: Sentence = (
    "{runs}, of which medians are shown. Runs differ in who trades with whom, in sizes, and in the parameters that the data of 2020 tell loosely or not at all.",
    "{runs}; yang ditampilkan adalah mediannya. Antarsimulasi, yang berbeda adalah mitra dagang, ukuran usaha, dan parameter yang kurang atau tidak dapat ditentukan dari data 2020.",
);

pub(super) const HISTORY_CENTRAL: Sentence = (
    "{runs}, of which medians are shown. Runs differ in who trades with whom and in sizes; parameters stay at the scenario's values.",
    "{runs}; yang ditampilkan adalah mediannya. Antarsimulasi, yang berbeda adalah mitra dagang dan ukuran usaha; parameter tetap pada nilai skenario.",
);

pub(super) const ALONE: Sentence = (
    "No policy is compared here, so the page tells of no effect. “pulih run SCENARIO --against covid19” compares one; “pulih explain scenarios” lists those that come with the program.",
    "Halaman ini tidak membandingkan kebijakan apa pun, sehingga tidak ada dampak yang ditampilkan. “pulih run SKENARIO --against covid19” membandingkan satu kebijakan; “pulih explain scenarios” menampilkan daftar skenario yang tersedia.",
);

pub(super) const SOURCES: Sentence = (
    "BPS: national accounts, input-output table, growth by quarter. Simulated figures are not BPS figures.{compared} More charts and the basis of each scenario: in this file, on a screen. The command that repeats this: run.json.",
    "BPS: neraca nasional, tabel input-output, pertumbuhan triwulanan. Angka simulasi bukan angka BPS.{compared} Grafik lainnya dan dasar setiap skenario tersedia dalam berkas ini bila dibuka di layar. Perintah untuk mengulangi simulasi: run.json.",
);

pub(super) const COMPARED: Sentence = (
    " Counterfactual: “{counterfactual}”, without the policy.",
    " Skenario pembanding: “{counterfactual}”, tanpa kebijakan tersebut.",
);
