//! Long tables, one value a row: Parquet, or CSV where that feature is off or not wanted.
//!
//! Columns are scenario, seed, week, some texts, value. Bytes depend on the content only: one row
//! group per scenario and seed, a fixed writer's name, no date and no host.

use super::error::ReportError;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Format of the long tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Parquet (needs the feature `parquet`; CSV without it).
    Parquet,
    /// CSV.
    Csv,
}

impl Default for TableFormat {
    /// Parquet where it is built in.
    fn default() -> TableFormat {
        if cfg!(feature = "parquet") {
            TableFormat::Parquet
        } else {
            TableFormat::Csv
        }
    }
}

/// What a long table holds.
pub(super) struct TableSpec {
    /// Name of the file without ending.
    pub(super) name: &'static str,
    /// Names of the text columns between week and value.
    pub(super) texts: &'static [&'static str],
    /// Notes for readers: (key, text).
    pub(super) notes: Vec<(String, String)>,
}

/// Rows of one run.
pub(super) struct Rows<'a> {
    pub(super) scenario: &'a str,
    pub(super) seed: u64,
    pub(super) week: Vec<i32>,
    /// One vector per text column.
    pub(super) texts: Vec<Vec<&'a str>>,
    pub(super) value: Vec<f64>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(scenario: &'a str, seed: u64, texts: usize) -> Rows<'a> {
        Rows {
            scenario,
            seed,
            week: Vec::new(),
            texts: vec![Vec::new(); texts],
            value: Vec::new(),
        }
    }

    pub(super) fn push<const N: usize>(&mut self, week: usize, texts: [&'a str; N], value: f64) {
        let week = i32::try_from(week).expect("a run has fewer weeks than 32 bits hold");
        self.week.push(week);
        for (column, text) in self.texts.iter_mut().zip(texts) {
            column.push(text);
        }
        self.value.push(value);
    }
}

/// A long table that is being written.
pub(super) enum TidyTable {
    Csv(Box<CsvTable>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet_table::ParquetTable>),
}

impl TidyTable {
    /// Creates the file in a folder.
    pub(super) fn create(
        folder: &Path,
        format: TableFormat,
        spec: &TableSpec,
    ) -> Result<TidyTable, ReportError> {
        match format {
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => Ok(TidyTable::Parquet(Box::new(
                super::parquet_table::ParquetTable::create(folder, spec)?,
            ))),
            #[cfg(not(feature = "parquet"))]
            TableFormat::Parquet => Ok(TidyTable::Csv(Box::new(CsvTable::create(folder, spec)?))),
            TableFormat::Csv => Ok(TidyTable::Csv(Box::new(CsvTable::create(folder, spec)?))),
        }
    }

    /// Appends the rows of one run.
    pub(super) fn append(&mut self, rows: &Rows) -> Result<(), ReportError> {
        match self {
            TidyTable::Csv(table) => table.append(rows),
            #[cfg(feature = "parquet")]
            TidyTable::Parquet(table) => table.append(rows),
        }
    }

    /// Ends the file; returns its name.
    pub(super) fn close(self) -> Result<String, ReportError> {
        match self {
            TidyTable::Csv(table) => table.close(),
            #[cfg(feature = "parquet")]
            TidyTable::Parquet(table) => table.close(),
        }
    }
}

/// A long table as CSV; its notes stand in a file beside it.
pub(super) struct CsvTable {
    path: PathBuf,
    writer: csv::Writer<File>,
}

impl CsvTable {
    fn create(folder: &Path, spec: &TableSpec) -> Result<CsvTable, ReportError> {
        write_notes(folder, spec)?;
        let path = folder.join(format!("{}.csv", spec.name));
        let writer = csv::Writer::from_path(&path).map_err(|error| failed(&path, &error))?;
        let mut table = CsvTable { path, writer };
        let header = ["scenario", "seed", "week"].into_iter();
        let header = header.chain(spec.texts.iter().copied()).chain(["value"]);
        table.write(header)?;
        Ok(table)
    }

    fn append(&mut self, rows: &Rows) -> Result<(), ReportError> {
        let seed = rows.seed.to_string();
        for (index, value) in rows.value.iter().enumerate() {
            let (week, value) = (rows.week[index].to_string(), format!("{value:?}"));
            let head = [rows.scenario, seed.as_str(), week.as_str()].into_iter();
            let texts = rows.texts.iter().map(|column| column[index]);
            self.write(head.chain(texts).chain([value.as_str()]))?;
        }
        self.writer
            .flush()
            .map_err(ReportError::io("write", &self.path))
    }

    fn write<'t>(&mut self, fields: impl Iterator<Item = &'t str>) -> Result<(), ReportError> {
        let path = &self.path;
        self.writer
            .write_record(fields)
            .map_err(|error| failed(path, &error))
    }

    fn close(mut self) -> Result<String, ReportError> {
        self.writer
            .flush()
            .map_err(ReportError::io("write", &self.path))?;
        Ok(file_name(&self.path))
    }
}

fn write_notes(folder: &Path, spec: &TableSpec) -> Result<(), ReportError> {
    let path = folder.join(format!("{}_notes.csv", spec.name));
    let mut writer = csv::Writer::from_path(&path).map_err(|error| failed(&path, &error))?;
    let header = [("key".to_owned(), "note".to_owned())];
    for (key, note) in header.iter().chain(&spec.notes) {
        writer
            .write_record([key, note])
            .map_err(|error| failed(&path, &error))?;
    }
    writer.flush().map_err(ReportError::io("write", &path))
}

fn failed(path: &Path, error: &csv::Error) -> ReportError {
    ReportError::Table {
        path: path.to_path_buf(),
        reason: error.to_string(),
    }
}

/// Last part of a path.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
