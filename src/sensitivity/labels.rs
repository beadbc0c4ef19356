//! Short names of parameters for charts and sentences, in English and Indonesian.

use super::variant::bilingual;
use crate::scenario::Bilingual;

/// Key, English, Indonesian.
const LABELS: &[(&str, &str, &str)] = &[
    (
        "branch_trend_persistence",
        "own trend of branches",
        "tren sendiri cabang usaha",
    ),
    (
        "driver_stringency_weight",
        "stringency in the driver",
        "bobot pembatasan dalam pendorong",
    ),
    (
        "fading_speed",
        "fading of the pandemic",
        "laju pudarnya pandemi",
    ),
    (
        "fading_floor",
        "exposure that never fades",
        "paparan yang tidak pudar",
    ),
    (
        "labour_exposure",
        "exposure of labour",
        "paparan tenaga kerja",
    ),
    (
        "contact_scale",
        "response of demand to the pandemic",
        "tanggapan permintaan atas pandemi",
    ),
    (
        "habit_in",
        "contact avoided becomes habit",
        "penghindaran kontak jadi kebiasaan",
    ),
    ("habit_out", "habit is lost", "kebiasaan hilang"),
    (
        "restriction_contrast",
        "contrast of restrictions",
        "kontras pembatasan",
    ),
    (
        "expectation_speed",
        "speed of expected demand",
        "laju ekspektasi permintaan",
    ),
    (
        "stock_adjustment_weeks",
        "weeks to adjust finished stock",
        "minggu penyesuaian stok jadi",
    ),
    (
        "restock_weeks",
        "weeks to restock inputs",
        "minggu pengisian stok input",
    ),
    (
        "finished_stock_scale",
        "finished stock wanted",
        "stok jadi yang diinginkan",
    ),
    (
        "input_stock_scale",
        "input stock wanted",
        "stok input yang diinginkan",
    ),
    ("over_time", "over-time", "lembur"),
    (
        "import_response",
        "response of imports to activity",
        "tanggapan impor atas kegiatan",
    ),
    (
        "firing_speed",
        "hours fall to need",
        "jam kerja turun ke kebutuhan",
    ),
    ("hiring_speed", "speed of hiring", "laju perekrutan"),
    (
        "heads_speed",
        "heads follow hours",
        "jumlah pekerja mengikuti jam",
    ),
    (
        "own_account_share",
        "workers on own account",
        "pekerja usaha sendiri",
    ),
    (
        "agriculture_absorption",
        "jobs taken up by agriculture",
        "pekerja diserap pertanian",
    ),
    ("depreciation", "wear of capacity", "penyusutan kapasitas"),
    (
        "capital_expectation_speed",
        "speed of planned capacity",
        "laju rencana kapasitas",
    ),
    (
        "accelerator",
        "accelerator of investment",
        "akselerator investasi",
    ),
    (
        "investment_uncertainty",
        "investment put off",
        "investasi yang ditunda",
    ),
    (
        "investment_contact_share",
        "contact response of investment",
        "tanggapan kontak investasi",
    ),
    (
        "investment_autonomous_share",
        "autonomous investment",
        "investasi otonom",
    ),
    ("closing_speed", "speed of closing", "laju penutupan usaha"),
    (
        "reopening_speed",
        "speed of re-opening",
        "laju pembukaan kembali",
    ),
    (
        "write_off_weeks",
        "weeks to write off debts",
        "minggu penghapusan utang",
    ),
    (
        "idle_tolerance",
        "idle capacity tolerated",
        "kapasitas menganggur ditoleransi",
    ),
    (
        "consumption_current_income",
        "consumption of current income",
        "konsumsi dari pendapatan berjalan",
    ),
    (
        "consumption_permanent_income",
        "consumption of permanent income",
        "konsumsi dari pendapatan permanen",
    ),
    (
        "permanent_income_speed",
        "speed of permanent income",
        "laju pendapatan permanen",
    ),
    ("income_support", "income support", "dukungan pendapatan"),
    (
        "government_income_speed",
        "speed of government's income",
        "laju pendapatan pemerintah",
    ),
    (
        "government_income_response",
        "government follows income",
        "pemerintah mengikuti pendapatan",
    ),
    (
        "export_capacity_response",
        "exports follow capacity",
        "ekspor mengikuti kapasitas",
    ),
    (
        "product_tax_elasticity",
        "elasticity of product taxes",
        "elastisitas pajak produk",
    ),
    (
        "anchor",
        "demand anchored on capacity",
        "permintaan berjangkar kapasitas",
    ),
    ("payout_response", "payout of surplus", "pembagian surplus"),
    ("cash_scale", "cash at the start", "kas pada awal"),
    ("credit_line_weeks", "credit lines", "plafon kredit"),
    ("policy_rate", "policy rate", "suku bunga acuan"),
    ("lending_margin", "lending margin", "marjin kredit"),
    (
        "debt_instalment_weeks",
        "weeks of instalments",
        "minggu cicilan utang",
    ),
    (
        "spot_term_weeks",
        "payment term of spot sales",
        "tempo bayar penjualan nonkontrak",
    ),
    (
        "distance_decay",
        "bias to suppliers near home",
        "kecenderungan ke pemasok dekat",
    ),
    (
        "sourcing_drift",
        "buyers leave who fails",
        "pembeli meninggalkan yang gagal",
    ),
    (
        "sourcing_return",
        "buyers return to who delivers",
        "pembeli kembali ke yang memasok",
    ),
    (
        "capability_attraction",
        "pull of capability on buyers",
        "daya tarik kemampuan",
    ),
    (
        "spot_link_loss",
        "loss of spot links",
        "putusnya hubungan nonkontrak",
    ),
    (
        "productivity_of_capability",
        "productivity of capability",
        "produktivitas dari kemampuan",
    ),
    (
        "spoilage_of_quality",
        "spoilage that quality saves",
        "barang rusak yang dihemat mutu",
    ),
    (
        "capability_decay",
        "decay of capability",
        "pudarnya kemampuan",
    ),
    (
        "learning_by_supplying",
        "learning by supplying",
        "belajar dari memasok",
    ),
    (
        "conversion",
        "matches that become contracts",
        "temu usaha menjadi kontrak",
    ),
    ("deadweight", "deadweight", "kontrak yang tetap terjadi"),
    (
        "search_breadth",
        "candidates looked at",
        "calon yang dilihat",
    ),
    (
        "buyer_need_cap",
        "share of a buyer's need",
        "bagian kebutuhan pembeli",
    ),
    (
        "import_substitutability",
        "imports that can be replaced",
        "impor yang dapat diganti",
    ),
    (
        "committed_share",
        "capacity under contract",
        "kapasitas dalam kontrak",
    ),
    (
        "contract_premium",
        "price above spot",
        "harga di atas harga nonkontrak",
    ),
    (
        "contract_term_weeks",
        "payment term of contracts",
        "tempo bayar kontrak",
    ),
    ("contract_loss", "loss of contracts", "putusnya kontrak"),
    (
        "external_offset",
        "external offset",
        "penyeimbang eksternal",
    ),
    (
        "external_offset_delay_weeks",
        "delay of the offset",
        "jeda penyeimbang",
    ),
    (
        "external_offset_half_life_weeks",
        "half-life of the offset",
        "waktu paruh penyeimbang",
    ),
    (
        "baseline_partnership",
        "partnerships at the start",
        "kemitraan pada awal",
    ),
    (
        "baseline_contracted_share",
        "contracted links at the start",
        "hubungan kontrak pada awal",
    ),
    (
        "cooperative_margin",
        "margin of cooperatives",
        "marjin koperasi",
    ),
    (
        "surplus_to_members",
        "surplus to members",
        "surplus untuk anggota",
    ),
    (
        "export_rival_share",
        "exports taken from rivals",
        "ekspor diambil dari pesaing",
    ),
];

/// Label of a parameter; its key where it has none.
pub(crate) fn label(key: &str) -> Bilingual {
    match LABELS.iter().find(|(known, _, _)| *known == key) {
        Some((_, en, id)) => bilingual(*en, *id),
        None => bilingual(key, key),
    }
}

#[cfg(test)]
mod tests {
    use super::super::variant::ranged;
    use super::*;

    /// Most letters that stand beside a bar.
    const MOST: usize = 36;

    #[test]
    fn every_parameter_with_a_range_has_a_label_that_fits() {
        for info in ranged() {
            let label = label(info.key);
            assert!(label.en != info.key || label.en == "deadweight" || label.en == "anchor");
            for text in [&label.en, &label.id] {
                assert!(text.chars().count() <= MOST, "{text}");
            }
        }
        let unknown = |key: &str| ranged().all(|info| info.key != key);
        assert!(LABELS.iter().all(|(key, _, _)| !unknown(key)));
    }
}
