//! What is said beside bars, from the forecasts themselves: of one that is missed which part of demand
//! errs, by how much the scar is too small, which quarters lie outside their interval.

use super::scores::{Cell, Rule};
use super::{BacktestReport, MAIN_ORIGIN, Mode};
use crate::data::Tables;

/// Year whose errors are looked into.
const YEAR: i32 = 2022;
/// Whose error is below this, points, shows every try.
const SHOW_THE_TRIES: f64 = 0.9;

/// Puts a reason beside each missed bar that has one, and a demand beside one that is met too well.
pub(super) fn explain(report: &mut BacktestReport, tables: &Tables) {
    let level = level(report, tables);
    let outlook = outlook(report);
    for bar in ["b1", "b2", "c1"] {
        explain_missed(report, bar, &level);
    }
    explain_missed(report, "d", &outlook);
    let alone = report.bars.iter().find(|one| one.bar == "c1");
    if alone.is_some_and(|one| one.found < SHOW_THE_TRIES) {
        report.explain("c1", "below 0.9: every try has to be shown");
    }
    let outside = outside(report);
    for bar in ["g1", "g3"] {
        explain_missed(report, bar, &outside);
    }
}

fn explain_missed(report: &mut BacktestReport, bar: &str, reason: &str) {
    if report.bars.iter().any(|one| one.bar == bar && !one.met) {
        report.explain(bar, reason);
    }
}

/// Growth of GDP in the second year, and by how much each part of demand errs.
fn level(report: &BacktestReport, tables: &Tables) -> String {
    let Some(gdp) = report.main("GDP") else {
        return String::new();
    };
    let Some((forecast, published)) = of_year(gdp, YEAR) else {
        return String::new();
    };
    let errors = shares(tables).into_iter().filter_map(|(name, share)| {
        let (own, came) = of_year(report.main(name)?, YEAR)?;
        Some((name, share * (own - came)))
    });
    let errors: Vec<(&str, f64)> = errors.collect();
    let rest = forecast - published - errors.iter().map(|(_, error)| error).sum::<f64>();
    let all = errors
        .iter()
        .copied()
        .chain([("stocks and the rest", rest)]);
    let parts: Vec<String> = all
        .map(|(name, error)| format!("{name} {error:+.1}"))
        .collect();
    let gap = gdp
        .gap
        .last()
        .zip(gdp.published_gap.last().copied().flatten());
    let scar = gap.map_or(String::new(), |(own, came)| {
        format!("; gap to the path at the end {own:.1}% against {came:.1}%, as if the middle of the ranges of the scar were too mild")
    });
    format!(
        "growth of {YEAR} is forecast at {forecast:.1}% and came at {published:.1}%; points of GDP by which parts of demand err, imports with the opposite sign: {}{scar}",
        parts.join(", ")
    )
}

/// What happens where mobility is not known.
fn outlook(report: &BacktestReport) -> String {
    let mode = |mode: Mode, words: &str| {
        let cell = report.cell("GDP", MAIN_ORIGIN, mode)?;
        let (forecast, published) = of_year(cell, MAIN_ORIGIN.year + 1)?;
        let error = cell.score(Rule::Model)?.h1_8.rmse;
        Some(format!(
            "{words}: error {error:.2}, {} forecast at {forecast:.1}% against {published:.1}%",
            MAIN_ORIGIN.year + 1
        ))
    };
    let both = [
        mode(Mode::MobilityHeld, "mobility held"),
        mode(Mode::MobilityDecaying, "mobility decaying"),
    ];
    let both: Vec<String> = both.into_iter().flatten().collect();
    format!("{}; nobody knew the wave of July 2021", both.join("; "))
}

/// Quarters whose published gap lies outside the interval of the forecast gap.
fn outside(report: &BacktestReport) -> String {
    let Some((cell, intervals)) = report
        .main("GDP")
        .and_then(|cell| Some((cell, cell.intervals.as_ref()?)))
    else {
        return String::new();
    };
    let published = cell.quarters.iter().zip(&cell.published_gap);
    let compared = published.zip(&intervals.gap);
    let compared = compared
        .filter_map(|((quarter, came), interval)| Some((quarter.to_string(), (*came)?, *interval)));
    of_outside(&compared.collect::<Vec<_>>())
}

/// Words on quarters with their published gap and the interval of the forecast one, percent.
fn of_outside(compared: &[(String, f64, (f64, f64))]) -> String {
    let below = compared.iter().filter(|(_, came, (low, _))| came < low);
    let above = compared.iter().filter(|(_, came, (_, high))| came > high);
    let sense = match (below.clone().count(), above.clone().count()) {
        (0, 0) => {
            return "on the model's path no published gap lies outside; the bar takes that of the rule"
                .to_owned();
        }
        (_, 0) => ": the model comes back further than the economy did",
        (0, _) => ": the economy came back further than the model does",
        _ => "",
    };
    let quarters = below.chain(above).map(|(quarter, came, (low, high))| {
        format!("{quarter} at {came:.1}% ({low:.1} to {high:.1})")
    });
    format!(
        "published gaps outside their interval: {}{sense}; the ranges of the scar are not moved after a score",
        quarters.collect::<Vec<_>>().join(", ")
    )
}

/// Means of the quarters of a year: growth forecast by the model and growth published.
fn of_year(cell: &Cell, year: i32) -> Option<(f64, f64)> {
    let forecast = cell.forecast(Rule::Model)?;
    let (mut own, mut came, mut count) = (0.0, 0.0, 0.0);
    for (q, quarter) in cell.quarters.iter().enumerate() {
        if quarter.year == year {
            own += forecast[q];
            came += cell.published_yoy[q]?;
            count += 1.0;
        }
    }
    (count > 0.0).then(|| (own / count, came / count))
}

/// Shares of demand in value added, 2019; that of imports is negative. Trade in services was not
/// published to the end: its growth is taken for that of goods.
fn shares(tables: &Tables) -> [(&'static str, f64); 5] {
    let accounts = &tables.accounts;
    let gva: f64 = accounts.value_added().iter().sum();
    let sum = |domestic: &[f64], imported: &[f64]| {
        (domestic.iter().sum::<f64>() + imported.iter().sum::<f64>()) / gva
    };
    [
        (
            "Household Consumption",
            sum(&accounts.household, &accounts.imported_household),
        ),
        (
            "Investment (PMTB)",
            sum(&accounts.investment, &accounts.imported_investment),
        ),
        (
            "Government",
            sum(&accounts.government, &accounts.imported_government),
        ),
        ("Exports (Goods)", accounts.export.iter().sum::<f64>() / gva),
        ("Imports (Goods)", -imports(tables) / gva),
    ]
}

/// Imports of all users, 2019.
fn imports(tables: &Tables) -> f64 {
    let accounts = &tables.accounts;
    let final_users = [
        &accounts.imported_household,
        &accounts.imported_investment,
        &accounts.imported_government,
    ];
    let final_use: f64 = final_users
        .iter()
        .map(|use_| use_.iter().sum::<f64>())
        .sum();
    accounts.imported_use.iter().sum::<f64>() + final_use
}

#[cfg(test)]
mod tests {
    use super::of_outside;

    fn said(gaps: &[f64]) -> String {
        let compared = gaps
            .iter()
            .map(|&came| ("Q".to_owned(), came, (-6.0, -2.0)));
        of_outside(&compared.collect::<Vec<_>>())
    }

    #[test]
    fn which_side_the_published_gaps_lie_on_is_said_where_it_is_one() {
        assert!(said(&[-7.0, -4.0]).contains("Q at -7.0% (-6.0 to -2.0): the model comes back"));
        assert!(said(&[-1.0, -4.0]).contains("Q at -1.0% (-6.0 to -2.0): the economy came back"));
        let both = said(&[-1.0, -7.0]);
        assert!(
            both.contains("Q at -7.0% (-6.0 to -2.0), Q at -1.0%") && !both.contains("further")
        );
        assert!(said(&[-4.0]).starts_with("on the model's path no published gap lies outside"));
    }
}
