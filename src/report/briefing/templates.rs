//! Sentences of the briefing in both languages. `{name}` is replaced by a number or a list.

/// A sentence in English and Indonesian.
pub(super) type Sentence = (&'static str, &'static str);

pub(super) const SURENESS: Sentence = (
    "{share}% of the {seeds} runs show a gain. Runs differ in who trades with whom, in sizes and in matches; both scenarios of a pair share them. Weeks gained at the end of each year: {years}. One week is {week}% of GDP. Parameters that no data identify stay at the scenario's values: what they add is not in the interval.",
    "{share}% dari {seeds} simulasi menunjukkan perbaikan. Simulasi berbeda dalam siapa berdagang dengan siapa, ukuran dan penjodohan; kedua skenario satu pasangan berbagi hal itu. Minggu yang dimenangkan pada akhir tiap tahun: {years}. Satu minggu adalah {week}% PDB. Parameter yang tidak teridentifikasi oleh data tetap pada nilai skenario: tambahannya tidak ada dalam selang.",
);

pub(super) const PLACES: Sentence = (
    "Value added, %. Sectors: {sectors}. Provinces: {provinces}.",
    "Nilai tambah, %. Sektor: {sectors}. Provinsi: {provinces}.",
);

pub(super) const SIDES: Sentence = (
    "gain most {up}; lose most {down}",
    "paling untung {up}; paling rugi {down}",
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
    "This result takes no external offset (0): nothing pushes back when imports fall. In practice the currency and scarce resources take exports away again: at 0.5 the effect on GDP is smaller, at 1 it may vanish; the same run with --set external_offset=0.5 tells.",
    "Hasil ini tanpa penyeimbang eksternal (0): tidak ada dorongan balik ketika impor turun. Kenyataannya nilai tukar dan sumber daya yang terbatas mengurangi ekspor: pada 0,5 dampak PDB lebih kecil, pada 1 dapat hilang; simulasi yang sama dengan --set external_offset=0.5 memberitahukannya.",
);

pub(super) const OFFSET: Sentence = (
    "External offset {share}: that share of displaced imports and added exports is taken from other exports after a year, because the currency and scarce resources push back. Without it the effect on GDP is larger; at 1 it may vanish.",
    "Penyeimbang eksternal {share}: bagian itu dari impor yang digantikan dan ekspor tambahan diambil dari ekspor lain setelah setahun, karena nilai tukar dan sumber daya yang terbatas mendorong balik. Tanpanya dampak PDB lebih besar; pada 1 dampaknya dapat hilang.",
);

pub(super) const LEONTIEF: Sentence = (
    " A plain input-output estimate of the imports displaced gives {estimate} of value added.",
    " Taksiran input-output sederhana atas impor yang digantikan: {estimate} nilai tambah.",
);

pub(super) const SOURCES: Sentence = (
    "BPS: national accounts, input-output table, growth by quarter; what each scenario rests on is listed on the last page. Counterfactual: “{counterfactual}”, without the programme. The command that repeats this is in run.json; definitions are in the model document.",
    "BPS: neraca nasional, tabel input-output, pertumbuhan triwulanan; dasar tiap skenario ada di halaman terakhir. Skenario pembanding: “{counterfactual}”, tanpa program. Perintah untuk mengulanginya ada di run.json; definisi ada di dokumen model.",
);
