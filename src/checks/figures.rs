//! Published figures, looked up in the embedded tables row by row.

use crate::data::{find, rows_as_text};

/// A published figure, or a range of them, and the row it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Low end.
    pub low: f64,
    /// High end; equal to `low` where one number was published.
    pub high: f64,
    /// Source, and table and row in `data/`.
    pub source: String,
}

impl Figure {
    /// A number computed from rows of a table.
    pub(super) fn of(low: f64, high: f64, source: impl Into<String>) -> Figure {
        Figure {
            low: low.min(high),
            high: high.max(low),
            source: source.into(),
        }
    }
}

/// The cell of the only row whose columns hold these texts.
///
/// # Panics
/// When the embedded table has no such cell, or several: a bug.
pub(super) fn text(table: &str, row: &[(&str, &str)], column: &str) -> String {
    let file = find(table).unwrap_or_else(|| panic!("data/{table} is not embedded"));
    let (columns, rows) = rows_as_text(file);
    let place = |name: &str| {
        let found = columns.iter().position(|known| known == name);
        found.unwrap_or_else(|| panic!("data/{table} has no column {name}"))
    };
    let keys: Vec<(usize, &str)> = row
        .iter()
        .map(|(name, cell)| (place(name), *cell))
        .collect();
    let mut found = rows
        .iter()
        .filter(|cells| keys.iter().all(|(at, cell)| cells[*at] == *cell));
    let cells = found.next();
    let cells = cells.unwrap_or_else(|| panic!("data/{table} has no row {row:?}"));
    assert!(
        found.next().is_none(),
        "data/{table} has several rows {row:?}"
    );
    cells[place(column)].clone()
}

/// The same as a number.
pub(super) fn number(table: &str, row: &[(&str, &str)], column: &str) -> f64 {
    let text = text(table, row, column);
    let number = text.parse().ok();
    number.unwrap_or_else(|| panic!("data/{table} {row:?}: `{text}` is not a number"))
}

/// Sum of a column over the rows whose columns hold these texts.
pub(super) fn sum(table: &str, row: &[(&str, &str)], column: &str) -> f64 {
    let file = find(table).unwrap_or_else(|| panic!("data/{table} is not embedded"));
    let (columns, rows) = rows_as_text(file);
    let place = |name: &str| {
        let found = columns.iter().position(|known| known == name);
        found.unwrap_or_else(|| panic!("data/{table} has no column {name}"))
    };
    let at = place(column);
    rows.iter()
        .filter(|cells| row.iter().all(|(name, cell)| cells[place(name)] == *cell))
        .map(|cells| {
            let number = cells[at].parse::<f64>().ok();
            number.unwrap_or_else(|| panic!("data/{table} {row:?}: no number in {column}"))
        })
        .sum()
}

/// A row of `policy/survey_targets.csv` that nothing but date, group and measure tells apart.
pub(super) fn survey(date: &str, group: &str, measure: &str) -> Figure {
    let table = "policy/survey_targets.csv";
    let row = [("date", date), ("group", group), ("measure", measure)];
    let value = number(table, &row, "value");
    let who = text(table, &row, "source");
    Figure::of(
        value,
        value,
        format!("{who} {date}, {table}: {group}, {measure}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_is_found_with_its_source() {
        let figure = survey("2020-07", "micro-small", "stopped");
        assert_eq!((figure.low, figure.high), (10.1, 10.1));
        assert!(
            figure
                .source
                .starts_with("BPS 2020-07, policy/survey_targets.csv")
        );
    }

    #[test]
    fn provinces_add_up_to_the_nation() {
        let firms = sum(
            "enterprises/imk_by_province.csv",
            &[("year", "2020")],
            "firms",
        );
        assert_eq!(firms, 4_209_817.0);
    }

    #[test]
    #[should_panic(expected = "no row")]
    fn a_row_that_is_not_there_is_a_bug() {
        survey("2020-07", "micro-small", "went_to_the_moon");
    }
}
