//! Persons in work by survey of Sakernas, February and August.

use crate::data::{find, rows_as_text};
use crate::record::Quarter;
use std::collections::BTreeMap;

const BY_SECTOR: &str = "covid/labour_employment_by_sector.csv";
const HEADLINE: &str = "covid/labour_headline.csv";
const TOTAL: &str = "employed_million";

/// Million persons in work by the quarter of the survey (February the first, August the third): the
/// headline where there is one, else the sum of the sectors.
///
/// # Panics
/// When an embedded table is broken: a bug.
#[must_use]
pub fn employed_million() -> BTreeMap<Quarter, f64> {
    let mut all: BTreeMap<Quarter, f64> = BTreeMap::new();
    for [survey, million] in columns(BY_SECTOR, ["survey", "workers_million"]) {
        *all.entry(quarter(&survey)).or_default() += number(&million);
    }
    for [survey, indicator, value] in columns(HEADLINE, ["survey", "indicator", "value"]) {
        if indicator == TOTAL {
            all.insert(quarter(&survey), number(&value));
        }
    }
    all
}

/// Cells of these columns, row by row.
fn columns<const N: usize>(table: &str, names: [&str; N]) -> Vec<[String; N]> {
    let (head, rows) = rows_as_text(find(table).expect("the table is embedded"));
    let places = names.map(|name| {
        let place = head.iter().position(|column| column == name);
        place.expect("the table has this column")
    });
    let cells = |row: Vec<String>| places.map(|place| row[place].clone());
    rows.into_iter().map(cells).collect()
}

/// `2020-08` -> 2020Q3.
fn quarter(survey: &str) -> Quarter {
    let (year, month) = survey.split_once('-').expect("a survey is year-month");
    let month: u32 = month.parse().expect("a month is a number");
    Quarter::new(year.parse().expect("a year is a number"), month.div_ceil(3))
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("the column holds numbers")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 128.755 million: the sum of 17 rounded sectors (data/README.md).
    #[test]
    fn surveys_are_those_of_sakernas() {
        let all = employed_million();
        assert!((all[&Quarter::new(2019, 3)] - 128.755).abs() < 0.02);
        assert_eq!(all[&Quarter::new(2021, 3)], 131.05);
        assert_eq!(all.keys().next(), Some(&Quarter::new(2018, 1)));
    }
}
