//! The one catalogue of effects: name, unit, which way is better, label in both languages, rule.

use super::pair::Pair;
use super::{cost, linked};
use crate::experiment::measures::{Better, import_content_percent};
use crate::ids::Class;
use crate::record::{NationalSeries as N, mean_13_weeks};

/// Cost of a rupiah of public money to society when raising it distorts.
const COST_OF_PUBLIC_FUNDS: f64 = 1.3;
/// A gain per rupiah says nothing of a policy that costs less, bn Rp current (ours).
const LEAST_COST: f64 = 1.0;
/// Persons of a thousand.
const THOUSAND: f64 = 1_000.0;

/// One measure of effect.
#[derive(Clone, Copy)]
pub struct EffectInfo {
    /// Name in results.
    pub name: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Which way is an improvement.
    pub better: Better,
    /// Label in English.
    pub label_en: &'static str,
    /// Label in Indonesian.
    pub label_id: &'static str,
    /// Its value for one pair of runs, if it exists.
    pub(super) value: fn(&Pair) -> Option<f64>,
}

macro_rules! effects {
    ($($variant:ident $name:literal $unit:literal $better:ident $en:literal $id:literal
       = $value:expr;)*) => {
        /// Measures of effect.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum EffectMeasure { $(#[doc = $en] $variant,)* }

        /// All measures of effect in the order of `EffectMeasure`.
        pub const EFFECTS: &[EffectInfo] = &[$(EffectInfo { name: $name, unit: $unit,
            better: Better::$better, label_en: $en, label_id: $id, value: $value },)*];
    };
}

effects! {
    WeeksGained "weeks_gained" "weeks" Higher "Weeks gained at the end" "Pemulihan lebih cepat di akhir (minggu)"
        = |pair| pair.weeks_gained_at(pair.end());
    Gdp "gdp_percent" "%" Higher "Gross domestic product" "Produk domestik bruto"
        = |pair| pair.gdp_percent_at(pair.end());
    Gva "gva_percent" "%" Higher "Gross value added" "Nilai tambah bruto"
        = |pair| pair.gva_percent();
    Employment "employment_thousand" "thousand persons" Higher "Employment" "Tenaga kerja"
        = |pair| Some(pair.national_difference(N::Employment));
    HouseholdIncome "household_income_percent" "%" Higher "Disposable income of all households" "Pendapatan disposabel seluruh rumah tangga"
        = |pair| pair.national_percent(N::HouseholdIncome);
    MemberIncome "member_income_percent" "%" Higher "Income of members and suppliers under contract" "Pendapatan anggota dan pemasok terikat kontrak"
        = linked::member_income_percent;
    ImportContent "import_content_percent" "points" Lower "Import content of all inputs" "Kandungan impor seluruh input antara"
        = |pair| Some(import_content_difference(pair));
    LinkedImportContent "linked_import_content_percent" "points" Lower "Import content of buyers under contract" "Kandungan impor pembeli terikat kontrak"
        = linked::linked_import_content_points;
    OutputLost "output_lost_percent_of_year" "% of a year's GDP" Lower "Output lost" "Output yang hilang"
        = |pair| Some(pair.output_lost_difference());
    OutputGained "output_gained_bn_rupiah" "bn Rp 2010" Higher "GDP gained over the run" "Tambahan PDB selama simulasi"
        = |pair| Some(pair.gdp_gained());
    ScarAtEnd "scar_at_end_percent" "points" Higher "Gap to the path at the end" "Kesenjangan terhadap jalur tren di akhir"
        = |pair| Some(pair.scar_difference());
    LinkedEmployment "linked_employment_thousand" "thousand persons" Higher "Jobs gained in suppliers under contract" "Tambahan tenaga kerja pemasok terikat kontrak"
        = linked::linked_employment_thousand;
    LinkedOutput "linked_output_percent" "%" Higher "Output of enterprises under contract" "Output usaha terikat kontrak"
        = linked::linked_output_percent;
    RivalsOutput "rivals_output_percent" "%" Higher "Output of the focus sectors without them" "Output sektor fokus di luar usaha terikat kontrak"
        = linked::rivals_output_percent;
    OpenShare "open_share_points" "points" Higher "Open enterprises, by value added" "Usaha yang beroperasi, menurut nilai tambah"
        = |pair| Some(100.0 * pair.national_difference(N::OpenShare));
    Exports "exports_percent" "%" Higher "Exports" "Ekspor"
        = |pair| pair.national_percent(N::Exports);
    Imports "imports_percent" "%" Neither "Imports" "Impor"
        = |pair| pair.national_percent(N::Imports);
    MicroSmallShare "micro_small_share_points" "points" Higher "Micro and small enterprises in value added" "Usaha mikro dan kecil dalam nilai tambah"
        = micro_small_share_points;
    ProvinceInequality "province_inequality_points" "points of the Gini coefficient" Lower "Inequality of income between provinces" "Ketimpangan pendapatan antarprovinsi"
        = |pair| { let (with, without) = pair.province_gini(); Some(100.0 * (with - without)) };
    ContractsSigned "contracts_signed" "number" Higher "Contracts signed" "Kontrak yang ditandatangani"
        = |pair| Some(pair.last_difference(N::ContractsSigned));
    ContractsActive "contracts_active" "number" Higher "Contracts active" "Kontrak aktif"
        = |pair| Some(pair.last_difference(N::ContractsActive));
    ContractSales "contract_sales_bn_rupiah" "bn Rp 2010" Higher "Contract sales over the run" "Penjualan kontrak selama simulasi"
        = |pair| Some(pair.total_difference(N::ContractSales));
    ImportsDisplaced "imports_displaced_bn_rupiah" "bn Rp 2010" Higher "Imports displaced by contracts" "Impor yang digantikan kontrak"
        = |pair| Some(pair.total_difference(N::ContractImportsDisplaced));
    SpotDisplaced "spot_displaced_bn_rupiah" "bn Rp 2010" Neither "Domestic spot purchases displaced by contracts" "Pembelian domestik di luar kontrak yang digantikan kontrak"
        = |pair| Some(pair.total_difference(N::ContractSpotDisplaced));
    ExternalOffset "external_offset_bn_rupiah" "bn Rp 2010" Neither "Exports taken back by the external offset" "Ekspor yang tergerus penyeimbang eksternal"
        = |pair| Some(pair.total_difference(N::ExternalOffset));
    LeontiefEstimate "leontief_estimate_percent" "%" Neither "Value added by an open Leontief estimate" "Nilai tambah menurut perkiraan Leontief terbuka"
        = |pair| pair.leontief_percent;
    PublicCost "public_cost_bn_rupiah" "bn Rp current" Neither "Public cost" "Biaya publik"
        = |pair| Some(cost::own(pair));
    InducedPublicCost "induced_public_cost_bn_rupiah" "bn Rp current" Neither "Change of public cost of instruments that the counterfactual has too" "Perubahan biaya publik instrumen yang juga ada pada skenario pembanding"
        = |pair| Some(cost::induced(pair));
    GdpPerRupiah "gdp_per_rupiah" "Rp" Neither "GDP gained per rupiah of public cost" "Tambahan PDB per rupiah biaya publik"
        = |pair| per_cost(pair, pair.gdp_gained_current());
    GdpPerRupiahOfFunds "gdp_per_rupiah_cost_of_funds_1_3" "Rp" Neither "The same when a rupiah of public money costs 1.3" "Idem, bila satu rupiah dana publik membebani masyarakat 1,3 rupiah"
        = |pair| per_cost(pair, pair.gdp_gained_current() / COST_OF_PUBLIC_FUNDS);
    LinkedJobsPerBillion "linked_jobs_per_bn_rupiah" "jobs" Higher "Suppliers' jobs gained per bn Rp of public cost" "Tambahan tenaga kerja pemasok per miliar Rp biaya publik"
        = |pair| per_cost(pair, THOUSAND * linked::linked_employment_thousand(pair)?);
    JobsPerBillion "jobs_per_bn_rupiah" "jobs" Higher "Jobs in the nation per bn Rp of public cost" "Tambahan tenaga kerja nasional per miliar Rp biaya publik"
        = |pair| per_cost(pair, THOUSAND * pair.national_difference(N::Employment));
}

fn import_content_difference(pair: &Pair) -> f64 {
    let of = |run| import_content_percent(run, pair.end());
    of(pair.policy) - of(pair.counterfactual)
}

fn per_cost(pair: &Pair, benefit: f64) -> Option<f64> {
    let cost = cost::own(pair);
    (cost >= LEAST_COST).then(|| benefit / cost)
}

fn micro_small_share_points(pair: &Pair) -> Option<f64> {
    let classes = Class::ALL.map(|class| pair.class_value_added(class));
    let share = |with: fn(&(f64, f64)) -> f64| -> Option<f64> {
        let all: f64 = classes.iter().map(with).sum();
        let small: f64 = classes[..2].iter().map(with).sum();
        (all > 0.0).then(|| 100.0 * small / all)
    };
    Some(share(|pair| pair.0)? - share(|pair| pair.1)?)
}

impl Pair<'_> {
    /// GDP gained over the run, bn Rp 2010.
    fn gdp_gained(&self) -> f64 {
        (1..=self.end())
            .map(|week| self.path.gdp(self.policy, week) - self.path.gdp(self.counterfactual, week))
            .sum()
    }

    /// Difference of the output lost, percent of a year's GDP at the path.
    fn output_lost_difference(&self) -> f64 {
        let lost = |week| {
            let gained =
                self.path.gdp(self.policy, week) - self.path.gdp(self.counterfactual, week);
            -gained / self.path.trend_gdp(self.counterfactual, week)
        };
        100.0 * (1..=self.end()).map(lost).sum::<f64>() / crate::economy::WEEKS_PER_YEAR
    }

    /// Difference of the gap to the path at the end, points.
    fn scar_difference(&self) -> f64 {
        let end = self.end();
        let with = mean_13_weeks(end, |week| self.path.gdp(self.policy, week));
        let without = mean_13_weeks(end, |week| self.path.gdp(self.counterfactual, week));
        let trend = mean_13_weeks(end, |week| self.path.trend_gdp(self.counterfactual, week));
        100.0 * (with - without) / trend
    }
}
