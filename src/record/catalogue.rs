//! The one catalogue of series: name, symbol, unit, how to aggregate, label in both languages.
//! Charts, tables and headers read it; no unit or label is written twice.

/// How weeks make a quarter or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Flows add up.
    Sum,
    /// Levels and ratios are averaged.
    Mean,
    /// Stocks and counters keep their last value.
    Last,
}

/// One series.
#[derive(Clone, Copy, Debug)]
pub struct SeriesInfo {
    /// Name in results.
    pub name: &'static str,
    /// Symbol in the model document, may be empty.
    pub symbol: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// How weeks aggregate.
    pub aggregate: Aggregate,
    /// The path of trend growth multiplies it.
    pub trended: bool,
    /// Label in English.
    pub label_en: &'static str,
    /// Label in Indonesian.
    pub label_id: &'static str,
}

macro_rules! catalogue {
    ($(#[$doc:meta])* $enumeration:ident $table:ident
     $($variant:ident $name:literal $symbol:literal $unit:literal $aggregate:ident $trended:literal
       $en:literal $id:literal;)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum $enumeration { $(#[doc = $en] $variant,)* }

        $(#[$doc])*
        pub const $table: &[SeriesInfo] = &[$(SeriesInfo { name: $name, symbol: $symbol, unit: $unit,
            aggregate: Aggregate::$aggregate, trended: $trended, label_en: $en, label_id: $id },)*];
    };
}

catalogue! {
    /// National series.
    NationalSeries NATIONAL_SERIES
    Output "output" "x" "bn Rp 2010" Sum true "Output" "Output";
    Gva "gva" "GVA" "bn Rp 2010" Sum true "Gross value added" "Nilai tambah bruto";
    ProductTaxes "product_taxes" "T" "bn Rp 2010" Sum true "Net product taxes" "Pajak produk neto";
    Gdp "gdp" "GDP" "bn Rp 2010" Sum true "Gross domestic product" "Produk domestik bruto";
    Consumption "household_consumption" "C" "bn Rp 2010" Sum true "Household consumption" "Konsumsi rumah tangga";
    Government "government_consumption" "G" "bn Rp 2010" Sum true "Government consumption" "Konsumsi pemerintah";
    Investment "investment" "I" "bn Rp 2010" Sum true "Investment" "Investasi";
    Exports "exports" "E" "bn Rp 2010" Sum true "Exports" "Ekspor";
    Imports "imports" "M" "bn Rp 2010" Sum true "Imports" "Impor";
    StockChange "stock_change" "" "bn Rp 2010" Sum true "Change in stocks" "Perubahan inventori";
    ImportedInputs "imported_inputs" "" "bn Rp 2010" Sum true "Imported inputs bought" "Input antara impor yang dibeli";
    DomesticInputs "domestic_inputs" "" "bn Rp 2010" Sum true "Domestic inputs bought" "Input antara domestik yang dibeli";
    Employment "employment" "" "thousand persons" Mean false "Employment" "Tenaga kerja";
    Hours "hours" "l" "share of week 0" Mean false "Hours worked" "Jam kerja";
    Wages "wages" "" "bn Rp 2010" Sum true "Wages" "Upah";
    HouseholdIncome "household_income" "Y" "share of week 0" Mean false "Disposable income" "Pendapatan disposabel";
    PermanentIncome "permanent_income" "Yp" "share of week 0" Mean false "Permanent income" "Pendapatan permanen";
    Anchor "anchor" "B" "share of week 0" Mean false "Capacity that anchors demand" "Kapasitas yang menjadi jangkar permintaan";
    OpenShare "open_share" "o" "share" Mean false "Open enterprises, by value added" "Usaha yang beroperasi, menurut nilai tambah";
    Capacity "capacity" "K" "share of week 0" Mean false "Capacity" "Kapasitas";
    Cash "enterprise_cash" "" "bn Rp 2010" Last true "Cash of enterprises" "Kas usaha";
    Debt "enterprise_debt" "" "bn Rp 2010" Last true "Debt of enterprises" "Utang usaha";
    TradeCredit "trade_credit" "" "bn Rp 2010" Last true "Trade credit owed" "Utang dagang";
    GovernmentBalance "government_balance" "" "bn Rp 2010" Last true "Balance of government" "Saldo pemerintah";
    ForeignBalance "foreign_balance" "" "bn Rp 2010" Last true "Balance of the rest of the world" "Saldo luar negeri";
    PublicCost "public_cost" "" "bn Rp current" Sum false "Public cost of the policy instruments" "Biaya publik instrumen kebijakan";
    Attempts "match_attempts" "" "number" Sum false "Matching attempts paid" "Upaya temu mitra";
    Coached "enterprises_coached" "" "number" Last false "Enterprises in coaching" "Usaha dalam pembinaan";
    ReadyShare "ready_share" "" "share" Last false "Candidates ready at once, share so far" "Calon pemasok yang langsung siap, porsi kumulatif";
    ContractsSigned "contracts_signed" "" "number, total so far" Last false "Contracts signed" "Kontrak yang ditandatangani";
    ContractsActive "contracts_active" "" "number" Last false "Contracts active" "Kontrak aktif";
    ContractVolume "contract_volume" "" "bn Rp 2010 a year" Last true "Volume signed in active contracts" "Volume kontrak aktif";
    ContractSales "contract_sales" "" "bn Rp 2010" Sum true "Contract sales" "Penjualan kontrak";
    ContractImportsDisplaced "contract_imports_displaced" "J" "bn Rp 2010" Sum true "Imports displaced by contracts" "Impor yang digantikan kontrak";
    ContractSpotDisplaced "contract_spot_displaced" "" "bn Rp 2010" Sum true "Spot purchases displaced by contracts" "Pembelian di luar kontrak yang digantikan kontrak";
    ExportsAdded "exports_added" "" "bn Rp 2010" Sum true "Exports added by facilitation, gross" "Tambahan ekspor, bruto";
    LinkedEnterprises "linked_enterprises" "" "number" Last false "Enterprises under contract" "Usaha terikat kontrak";
    LinkedOutput "linked_output" "" "bn Rp 2010" Sum true "Output of enterprises under contract" "Output usaha terikat kontrak";
    LinkedBaselineOutput "linked_baseline_output" "" "bn Rp 2010" Sum true "Their output at week 0" "Output mereka pada minggu ke-0";
    LinkedEmployment "linked_employment" "" "thousand persons" Mean false "Jobs in suppliers under contract" "Tenaga kerja pada pemasok terikat kontrak";
    LinkedBaselineEmployment "linked_baseline_employment" "" "thousand persons" Mean false "Their jobs at week 0" "Tenaga kerja mereka pada minggu ke-0";
    LinkedIncome "linked_income" "" "bn Rp 2010" Sum true "Income of members and suppliers under contract" "Pendapatan anggota dan pemasok terikat kontrak";
    LinkedBaselineIncome "linked_baseline_income" "" "bn Rp 2010" Sum true "Their income at week 0" "Pendapatan mereka pada minggu ke-0";
    LinkedImportShare "linked_import_share" "" "share" Mean false "Import share of inputs of buyers under contract" "Pangsa impor dalam input antara pembeli terikat kontrak";
    LinkedOpenShare "linked_open_share" "" "share" Mean false "Open share of suppliers under contract" "Pemasok terikat kontrak yang beroperasi";
    ExternalOffset "external_offset" "phiX Z" "bn Rp 2010" Sum true "Exports taken back by the external offset" "Ekspor yang tergerus penyeimbang eksternal";
    AccountingResidual "accounting_residual" "" "relative" Last false "Worst accounting residual" "Residual neraca terbesar";
    ImportsAskedFor "imports_asked_for" "" "bn Rp 2010 a year" Last true "Imports that candidates and active contracts are to replace" "Impor yang akan digantikan oleh calon pemasok dan kontrak aktif";
    LinkedBaselineImportShare "linked_baseline_import_share" "" "share" Mean false "Their import share at week 0" "Pangsa impor mereka pada minggu ke-0";
}

catalogue! {
    /// Series by sector.
    SectorSeries SECTOR_SERIES
    Output "output" "x" "bn Rp 2010" Sum true "Output" "Output";
    ValueAdded "value_added" "" "bn Rp 2010" Sum true "Value added" "Nilai tambah";
    Employment "employment" "" "thousand persons" Mean false "Employment" "Tenaga kerja";
    OpenShare "open_share" "o" "share" Mean false "Open enterprises" "Usaha yang beroperasi";
    FillRate "fill_rate" "" "share" Mean false "Orders filled" "Pesanan terpenuhi";
    BoundByDemand "bound_by_demand" "" "share of value added" Mean false "Bound by demand" "Dibatasi permintaan";
    BoundByLabour "bound_by_labour" "" "share of value added" Mean false "Bound by labour" "Dibatasi tenaga kerja";
    BoundByCapacity "bound_by_capacity" "" "share of value added" Mean false "Bound by capacity" "Dibatasi kapasitas";
    BoundByInputs "bound_by_inputs" "" "share of value added" Mean false "Bound by inputs" "Dibatasi input antara";
    BoundByMoney "bound_by_money" "" "share of value added" Mean false "Bound by working capital" "Dibatasi modal kerja";
    ContractSales "contract_sales" "" "bn Rp 2010" Sum true "Contract sales" "Penjualan kontrak";
    ImportsOfProduct "imports" "" "bn Rp 2010" Sum true "Imports of the product" "Impor produk";
}

catalogue! {
    /// Series by province.
    ProvinceSeries PROVINCE_SERIES
    ValueAdded "value_added" "" "bn Rp 2010" Sum true "Value added" "Nilai tambah";
    Employment "employment" "" "thousand persons" Mean false "Employment" "Tenaga kerja";
    HouseholdIncome "household_income" "" "bn Rp 2010" Sum true "Disposable income" "Pendapatan disposabel";
    ContractSales "contract_sales" "" "bn Rp 2010" Sum true "Contract sales of suppliers" "Penjualan kontrak pemasok";
}

catalogue! {
    /// Series by class of enterprise.
    ClassSeries CLASS_SERIES
    ValueAdded "value_added" "" "bn Rp 2010" Sum true "Value added" "Nilai tambah";
    Employment "employment" "" "thousand persons" Mean false "Employment" "Tenaga kerja";
    OpenShare "open_share" "o" "share" Mean false "Open enterprises" "Usaha yang beroperasi";
    Cash "cash" "" "weeks of outlays" Mean false "Cash" "Kas";
}

/// Columns of the product balance of `AccountsWeek`:
/// output + imports = intermediate use + household + government + investment + exports + change
/// in stocks.
pub const ACCOUNT_COLUMNS: [&str; 8] = [
    "output",
    "imports",
    "intermediate_use",
    "household",
    "government",
    "investment",
    "exports",
    "stock_change",
];

/// Kinds of agents in the balance sheets.
pub const AGENTS: [&str; 6] = [
    "enterprises",
    "cooperatives",
    "households",
    "government",
    "bank",
    "rest_of_world",
];
