//! The embedded files: one list, in a fixed order, that everything else reads.

use csv::StringRecord;

/// One file of `data/`, as it was when the program was built.
#[derive(Clone, Copy, Debug)]
pub struct EmbeddedFile {
    /// Path under `data/`, e.g. `io30/sectors.csv`.
    pub path: &'static str,
    /// Whole text, with its `#` lines.
    pub text: &'static str,
}

/// What the command `pulih data` tells about a table.
#[derive(Clone, Debug)]
pub struct TableInfo {
    /// Name to ask for: the path without `.csv`, e.g. `io30/sectors`.
    pub name: String,
    /// Path under `data/`.
    pub path: &'static str,
    /// Number of rows, without the `#` lines and the line of column names.
    pub lines: usize,
    /// The `#` lines without their `#`: unit, year, source and status.
    pub header: Vec<String>,
}

macro_rules! embed {
    ($($path:literal)*) => {
        &[$(EmbeddedFile { path: $path, text: include_str!(concat!("../../data/", $path)) }),*]
    };
}

/// All tables, ordered by path.
pub static FILES: &[EmbeddedFile] = embed![
    "covid/agriculture_annual_yoy.csv"
    "covid/agriculture_subsector_quarterly_yoy.csv"
    "covid/automotive_gaikindo.csv"
    "covid/benchmark_annual_growth.csv"
    "covid/benchmark_rmse_origin.csv"
    "covid/bi_policy_rate.csv"
    "covid/business_activity_skdu.csv"
    "covid/capacity_utilisation.csv"
    "covid/covid_cases_weekly.csv"
    "covid/forecast_errors_summary.csv"
    "covid/forecast_vintages.csv"
    "covid/gdp_annual_subsector_levels.csv"
    "covid/gdp_quarterly_yoy_expenditure.csv"
    "covid/gdp_quarterly_yoy_industry.csv"
    "covid/gdp_total_quarterly.csv"
    "covid/kur_disbursement.csv"
    "covid/labour_covid_affected_breakdown_2020_2021.csv"
    "covid/labour_employment_by_sector.csv"
    "covid/labour_headline.csv"
    "covid/mobility_national_weekly.csv"
    "covid/mobility_province_weekly_2022.csv"
    "covid/oxcgrt_weekly.csv"
    "covid/pen_budget_realisation.csv"
    "covid/pen_instruments.csv"
    "covid/pmi_manufacturing_monthly.csv"
    "covid/ppnbm_car_tax_relief.csv"
    "covid/restriction_area_gdp_share.csv"
    "covid/restrictions_timeline.csv"
    "covid/retail_sales_index_bi.csv"
    "covid/target_series.csv"
    "covid/targets_quarterly.csv"
    "covid/weekly_drivers.csv"
    "enterprises/by_sector_class.csv"
    "enterprises/cooperatives.csv"
    "enterprises/cooperatives_by_type.csv"
    "enterprises/cooperatives_national.csv"
    "enterprises/enterprises_by_class.csv"
    "enterprises/firm_size_exponents.csv"
    "enterprises/imk_by_province.csv"
    "enterprises/manufacturing_by_kbli.csv"
    "enterprises/manufacturing_class_shares.csv"
    "io30/balanced/domestic_use.csv"
    "io30/balanced/final_demand.csv"
    "io30/balanced/imported_use.csv"
    "io30/domestic_use.csv"
    "io30/final_demand.csv"
    "io30/final_demand_taxes.csv"
    "io30/imported_use.csv"
    "io30/primary_inputs.csv"
    "io30/sectors.csv"
    "io80/balanced/domestic_use.csv"
    "io80/balanced/final_demand.csv"
    "io80/balanced/imported_use.csv"
    "io80/domestic_use.csv"
    "io80/final_demand.csv"
    "io80/final_demand_taxes.csv"
    "io80/imported_use.csv"
    "io80/primary_inputs.csv"
    "io80/sectors.csv"
    "model/cross_branch.csv"
    "model/deflator.csv"
    "model/export_path.csv"
    "model/integration_classes.csv"
    "model/means.csv"
    "model/sector_traits.csv"
    "policy/cash_buffer.csv"
    "policy/effect_sizes.csv"
    "policy/institutions.csv"
    "policy/matching_intensity.csv"
    "policy/mechanisms.csv"
    "policy/network_facts.csv"
    "policy/programmes.csv"
    "policy/survey_targets.csv"
    "province_sector_gva.csv"
    "provinces.csv"
];

/// All tables with name, path, number of rows and header, in the order of `FILES`.
pub fn listing() -> Vec<TableInfo> {
    FILES
        .iter()
        .map(|file| TableInfo {
            name: name_of(file.path).to_owned(),
            path: file.path,
            lines: records(file).len(),
            header: header_of(file.text),
        })
        .collect()
}

/// The file of this path (`io30/sectors.csv`), of this name (`io30/sectors`), or, if only one
/// table ends so, of this last part (`provinces`, `mechanisms`).
pub fn find(name: &str) -> Option<&'static EmbeddedFile> {
    let exact = FILES
        .iter()
        .find(|file| file.path == name || name_of(file.path) == name);
    exact.or_else(|| {
        let ending = format!("/{}", name_of(name));
        let mut matches = FILES
            .iter()
            .filter(|file| name_of(file.path).ends_with(&ending));
        let first = matches.next()?;
        matches.next().is_none().then_some(first)
    })
}

/// Column names and rows of a table as text, for showing it.
pub fn rows_as_text(file: &EmbeddedFile) -> (Vec<String>, Vec<Vec<String>>) {
    let owned = |record: &StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let mut reader = reader_of(file.text);
    let columns = reader
        .headers()
        .map(owned)
        .unwrap_or_else(|error| broken(file, &error));
    (columns, records(file).iter().map(owned).collect())
}

/// BLAKE3 hash, in hexadecimal, over paths and texts of all files in the order of `FILES`: tells
/// which data a run was made with.
pub fn hash() -> String {
    let mut hasher = blake3::Hasher::new();
    for file in FILES {
        // Lengths keep the end of one part and the start of the next apart.
        for part in [file.path, file.text] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    hasher.finalize().to_hex().to_string()
}

/// A reader that skips the `#` lines.
pub(super) fn reader_of(text: &'static str) -> csv::Reader<&'static [u8]> {
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
}

fn records(file: &EmbeddedFile) -> Vec<StringRecord> {
    reader_of(file.text)
        .into_records()
        .map(|record| record.unwrap_or_else(|error| broken(file, &error)))
        .collect()
}

fn broken(file: &EmbeddedFile, error: &csv::Error) -> ! {
    panic!("data/{}: {error}", file.path)
}

fn name_of(path: &str) -> &str {
    path.strip_suffix(".csv").unwrap_or(path)
}

fn header_of(text: &str) -> Vec<String> {
    text.lines()
        .map_while(|line| line.strip_prefix('#'))
        .map(|line| line.trim().to_owned())
        .collect()
}
