//! Reads one embedded table by column name. A table that cannot be read is a bug of this
//! program, not of its user: every failure ends with file, line and what was expected.

use super::date;
use super::files::{find, reader_of};
use csv::StringRecord;
use ndarray::Array2;

/// A table in memory.
pub(super) struct Table {
    path: &'static str,
    columns: StringRecord,
    records: Vec<StringRecord>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl Table {
    /// Reads the embedded table of this path.
    pub(super) fn open(path: &str) -> Table {
        let file = find(path).unwrap_or_else(|| panic!("data/{path} is not embedded"));
        let mut reader = reader_of(file.text);
        let columns = reader
            .headers()
            .unwrap_or_else(|error| panic!("data/{path}: {error}"))
            .clone();
        let records = reader
            .into_records()
            .map(|record| record.unwrap_or_else(|error| panic!("data/{path}: {error}")))
            .collect();
        Table {
            path: file.path,
            columns,
            records,
        }
    }

    /// Rows in file order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row {
            table: self,
            record,
        })
    }

    /// The numbers of a square table whose rows and columns are `codes` in this order.
    pub(super) fn square(&self, codes: &[&str]) -> Array2<f64> {
        assert!(
            self.columns.iter().skip(1).eq(codes.iter().copied()),
            "data/{}: the columns must be the sectors in table order",
            self.path
        );
        let cells: Vec<f64> = self
            .rows_in_order("sector", codes)
            .flat_map(|row| (1..=codes.len()).map(move |place| row.number_at(place)))
            .collect();
        Array2::from_shape_vec((codes.len(), codes.len()), cells)
            .expect("rows_in_order gives as many rows as there are codes")
    }

    /// One column of numbers of a table whose rows are `codes` in this order.
    pub(super) fn column(&self, name: &str, codes: &[&str]) -> Vec<f64> {
        self.rows_in_order("sector", codes)
            .map(|row| row.number(name))
            .collect()
    }

    /// Rows, after a check that column `key` holds `codes` in this order.
    pub(super) fn rows_in_order(&self, key: &str, codes: &[&str]) -> impl Iterator<Item = Row<'_>> {
        assert!(
            self.rows()
                .map(|row| row.text(key))
                .eq(codes.iter().copied()),
            "data/{}: column {key} must hold all names in table order",
            self.path
        );
        self.rows()
    }
}

impl<'a> Row<'a> {
    /// The text of a column.
    pub(super) fn text(&self, column: &str) -> &'a str {
        let place = self.table.columns.iter().position(|name| name == column);
        let place = place.unwrap_or_else(|| self.bug(&format!("the table has no column {column}")));
        self.record
            .get(place)
            .unwrap_or_else(|| self.bug(&format!("no cell in column {column}")))
    }

    /// A number.
    pub(super) fn number(&self, column: &str) -> f64 {
        self.parse_number(self.text(column))
    }

    /// A number, or `None` where the cell is empty.
    pub(super) fn optional_number(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| self.parse_number(text))
    }

    /// A whole number that is not negative.
    pub(super) fn count(&self, column: &str) -> u64 {
        let text = self.text(column);
        text.parse()
            .unwrap_or_else(|_| self.bug(&format!("`{text}` is not a whole number")))
    }

    /// 0 or 1.
    pub(super) fn flag(&self, column: &str) -> bool {
        match self.text(column) {
            "0" => false,
            "1" => true,
            text => self.bug(&format!("`{text}` is neither 0 nor 1")),
        }
    }

    /// A day, from 1970-01-01.
    pub(super) fn date(&self, column: &str) -> i64 {
        let text = self.text(column);
        date::parse_iso(text).unwrap_or_else(|| self.bug(&format!("`{text}` is not a date")))
    }

    /// Year and quarter, written `2020Q1`.
    pub(super) fn quarter(&self, column: &str) -> (i32, u32) {
        let text = self.text(column);
        let parsed = text
            .split_once('Q')
            .and_then(|(year, quarter)| Some((year.parse().ok()?, quarter.parse().ok()?)));
        parsed.unwrap_or_else(|| self.bug(&format!("`{text}` is not a quarter")))
    }

    /// The place of a cell's text in a list of names.
    pub(super) fn index_in(&self, column: &str, names: &[&str]) -> usize {
        let text = self.text(column);
        let place = names.iter().position(|&name| name == text);
        place.unwrap_or_else(|| self.bug(&format!("`{text}` is not a known {column}")))
    }

    /// Ends the program: the embedded table is wrong at this row.
    pub(super) fn bug(&self, what: &str) -> ! {
        let line = self.record.position().map_or(0, csv::Position::line);
        panic!("data/{}:{line}: {what}", self.table.path)
    }

    fn number_at(&self, place: usize) -> f64 {
        let text = self
            .record
            .get(place)
            .unwrap_or_else(|| self.bug("the row is too short"));
        self.parse_number(text)
    }

    fn parse_number(&self, text: &str) -> f64 {
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.unwrap_or_else(|| self.bug(&format!("`{text}` is not a number")))
    }
}
