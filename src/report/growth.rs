//! Growth of GDP by year, beside what BPS published.

use super::words::Language;
use crate::data::Tables;
use crate::experiment::measures::{Better, Distribution, RunMeasures, yearly_growth_percent};
use crate::observed::published_growth_of_year;

/// Decimals of growth: years are compounded from published quarters, so a second one may be off.
const DECIMALS: usize = 1;

/// Growth of GDP in one year, percent.
pub(super) struct YearGrowth {
    /// The year.
    pub(super) year: i32,
    /// Median of the runs.
    pub(super) simulated: f64,
    /// By BPS, if it is in the tables.
    pub(super) published: Option<f64>,
}

/// Growth in each whole year of the runs.
pub(super) fn years(measures: &[RunMeasures], tables: &Tables) -> Vec<YearGrowth> {
    let of = |one: &RunMeasures| yearly_growth_percent(&one.quarters.years(&one.quarters.gdp));
    let runs: Vec<Vec<(i32, f64)>> = measures.iter().map(of).collect();
    let years = runs.first().map_or(0, Vec::len);
    (0..years)
        .filter_map(|index| {
            let values: Vec<f64> = runs.iter().map(|run| run[index].1).collect();
            let year = runs[0][index].0;
            Some(YearGrowth {
                year,
                simulated: Distribution::of(&values, Better::Neither)?.median,
                published: published_growth_of_year(tables, year),
            })
        })
        .collect()
}

/// The years that BPS has published, each with its figure: "2020 −2.0 (−2.1), 2021 ...".
pub(super) fn beside_published(years: &[YearGrowth], language: Language) -> Option<String> {
    let pair = |year: &YearGrowth| {
        let [own, published] =
            [year.simulated, year.published?].map(|growth| language.signed(growth, DECIMALS));
        Some(format!("{} {own} ({published})", year.year))
    };
    let pairs: Vec<String> = years.iter().filter_map(pair).collect();
    let label = language.pick(
        "GDP growth, % (BPS published)",
        "Pertumbuhan PDB, % (rilis BPS)",
    );
    (!pairs.is_empty()).then(|| format!("{label}: {}", pairs.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_a_published_figure_are_left_out() {
        let year = |year, published| YearGrowth {
            year,
            simulated: 4.0,
            published,
        };
        let years = [year(2022, Some(5.31)), year(2023, None)];
        let text = beside_published(&years, Language::Indonesian).unwrap();
        assert_eq!(text, "Pertumbuhan PDB, % (rilis BPS): 2022 +4,0 (+5,3)");
        assert_eq!(beside_published(&years[1..], Language::English), None);
    }
}
