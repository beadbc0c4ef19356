//! Sentences of the briefing in both languages. `{name}` is replaced by a number or a list.

/// A sentence in English and Indonesian.
pub(super) type Sentence = (&'static str, &'static str);

pub(super) const ALL_WITH: Sentence = (
    "All {all} runs show a gain.",
    "Semua {all} simulasi menunjukkan perbaikan.",
);

pub(super) const SOME_WITH: Sentence = (
    "{better} of the {all} runs show a gain.",
    "{better} dari {all} simulasi menunjukkan perbaikan.",
);

pub(super) const NONE_WITH: Sentence = (
    "None of the {all} runs shows a gain.",
    "Tidak satu pun dari {all} simulasi menunjukkan perbaikan.",
);

pub(super) const ONE_WITH: Sentence = (
    "There is one run only; it shows a gain.",
    "Hanya ada satu simulasi; hasilnya menunjukkan perbaikan.",
);

pub(super) const ONE_WITHOUT: Sentence = (
    "There is one run only; it shows no gain.",
    "Hanya ada satu simulasi; hasilnya tidak menunjukkan perbaikan.",
);

pub(super) const SURENESS_DRAWN: Sentence = (
    " Runs differ in who trades with whom, in sizes, in matches, and in the parameters that the data of 2020 tell loosely or not at all; both scenarios of a pair share them.{origin} Weeks gained at the end of each year: {years}. One week is {week}% of GDP. Not in the interval: the external offset, the share of contracts that would have come anyway, and other values of the programme itself.",
    " Simulasi berbeda dalam siapa berdagang dengan siapa, ukuran, penjodohan, dan parameter yang hanya sedikit atau sama sekali tidak terungkap oleh data 2020; kedua skenario dalam satu pasangan memakai hal yang sama.{origin} Minggu yang dimenangkan pada akhir tiap tahun: {years}. Satu minggu setara {week}% PDB. Di luar selang: penyeimbang eksternal, porsi kontrak yang tetap akan terjadi tanpa program, dan nilai lain dari program itu sendiri.",
);

pub(super) const SURENESS_CENTRAL: Sentence = (
    " Runs differ in who trades with whom, in sizes and in matches; both scenarios of a pair share them. Weeks gained at the end of each year: {years}. One week is {week}% of GDP. Not in the interval: parameters that no data identify, which stay at the scenario's values.",
    " Simulasi berbeda dalam siapa berdagang dengan siapa, ukuran dan penjodohan; kedua skenario dalam satu pasangan memakai hal yang sama. Minggu yang dimenangkan pada akhir tiap tahun: {years}. Satu minggu setara {week}% PDB. Di luar selang: parameter yang tidak teridentifikasi oleh data, yang tetap pada nilai skenario.",
);

pub(super) const PLACES: Sentence = (
    "Value added, %. Sectors: {sectors}. Provinces: {provinces}.",
    "Nilai tambah, %. Sektor: {sectors}. Provinsi: {provinces}.",
);

pub(super) const GAIN: Sentence = ("gain most: {list}", "paling untung: {list}");

pub(super) const NO_GAIN: Sentence = (
    "none gains as much as {least}",
    "tidak ada yang untung sampai {least}",
);

pub(super) const LOSE: Sentence = ("lose most: {list}", "paling rugi: {list}");

pub(super) const NO_LOSS: Sentence = (
    "none loses as much as {least}",
    "tidak ada yang rugi sampai {least}",
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
    "Contracts signed: {signed}, active at the end: {active}. Sales of Rp {sales} bn at 2010 prices: Rp {imports} bn displace imports, Rp {spot} bn other domestic suppliers. Jobs gained in the suppliers: {jobs}. Income of members and suppliers against other households: {income}. Their output against their sectors: {output}.",
    "Kontrak ditandatangani: {signed}, aktif di akhir: {active}. Penjualan Rp {sales} miliar harga 2010: Rp {imports} miliar menggantikan impor, Rp {spot} miliar pemasok domestik lain. Tambahan pekerjaan di pemasok: {jobs}. Pendapatan anggota dan pemasok terhadap rumah tangga lain: {income}. Output mereka terhadap sektornya: {output}.",
);

pub(super) const GOAL: Sentence = (
    " Its goal is to replace imports of Rp {goal} bn a year at the size of the economy of week 0; at the end contracts are to replace {reached} of that (median of the runs).",
    " Sasarannya menggantikan impor Rp {goal} miliar setahun pada ukuran perekonomian minggu 0; di akhir, kontrak hendak menggantikan {reached} dari itu (median simulasi).",
);

pub(super) const METAL: Sentence = (
    " Metal work coached from March 2021 delivers only in mid-2023, outside this run.",
    " Pekerjaan logam yang dibina sejak Maret 2021 baru memasok pertengahan 2023, di luar simulasi ini.",
);

pub(super) const NO_COST: Sentence = (
    "No public cost beyond the counterfactual's is booked.",
    "Tidak ada biaya publik tambahan yang dibukukan.",
);

pub(super) const COST: Sentence = (
    "Rp {total} bn at current prices over the run. GDP gained per rupiah of public cost: {gdp}; when raising a rupiah costs society 1.3: {funds}.",
    "Rp {total} miliar harga berlaku selama simulasi. PDB yang diperoleh per rupiah biaya publik: {gdp}; bila menghimpun satu rupiah berbiaya 1,3 bagi masyarakat: {funds}.",
);

pub(super) const COST_OF_JOB: Sentence = (
    " Cost of a job gained in a supplier under contract: Rp {cost} million.",
    " Biaya satu pekerjaan tambahan di pemasok terikat kontrak: Rp {cost} juta.",
);

pub(super) const NO_JOB: Sentence = (
    " No job was gained in suppliers under contract.",
    " Tidak ada pekerjaan tambahan di pemasok terikat kontrak.",
);

pub(super) const NO_OFFSET: Sentence = (
    "This result takes no external offset (0): nothing pushes back when imports fall. In practice the currency and scarce resources take exports away again: at 0.5 the effect on GDP is smaller, at 1 smaller still. Read it with the same run at an offset of 0.5.",
    "Hasil ini tanpa penyeimbang eksternal (0): tidak ada dorongan balik ketika impor turun. Kenyataannya nilai tukar dan sumber daya yang terbatas mengurangi ekspor: pada 0,5 dampak PDB lebih kecil, pada 1 lebih kecil lagi. Bacalah bersama simulasi yang sama dengan penyeimbang 0,5.",
);

pub(super) const OFFSET: Sentence = (
    "External offset {share}: that share of displaced imports and added exports is taken from other exports after a year, because the currency and scarce resources push back. Without it the effect on GDP is larger; at 1 it is smallest.",
    "Penyeimbang eksternal {share}: bagian itu dari impor yang digantikan dan ekspor tambahan diambil dari ekspor lain setelah setahun, karena nilai tukar dan sumber daya yang terbatas mendorong balik. Tanpanya dampak PDB lebih besar; pada 1 paling kecil.",
);

pub(super) const LEONTIEF: Sentence = (
    " A plain input-output estimate of the imports displaced gives {estimate} of value added.",
    " Taksiran input-output sederhana atas impor yang digantikan: {estimate} nilai tambah.",
);

pub(super) const SOURCES: Sentence = (
    "BPS: national accounts, input-output table, growth by quarter. Simulated figures are not BPS figures. Counterfactual: “{counterfactual}”, without the programme. Charts by sector and province and the basis of each scenario: in this file, on a screen. The command that repeats this: run.json.",
    "BPS: neraca nasional, tabel input-output, pertumbuhan triwulanan. Angka simulasi bukan angka BPS. Skenario pembanding: “{counterfactual}”, tanpa program. Grafik per sektor dan provinsi serta dasar tiap skenario: dalam berkas ini, di layar. Perintah untuk mengulanginya: run.json.",
);
