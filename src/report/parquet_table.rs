//! A long table as Parquet: the only file that names the Parquet crates.

use super::error::ReportError;
use super::tidy::{Rows, TableSpec, file_name};
use arrow_array::{ArrayRef, Float64Array, Int32Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows that a row group may hold at most: more than any run has.
const ROW_GROUP_ROWS: usize = 1 << 30;

/// A Parquet file that is being written, one row group a run.
pub(super) struct ParquetTable {
    path: PathBuf,
    schema: Arc<Schema>,
    writer: ArrowWriter<File>,
}

impl ParquetTable {
    pub(super) fn create(folder: &Path, spec: &TableSpec) -> Result<ParquetTable, ReportError> {
        let path = folder.join(format!("{}.parquet", spec.name));
        let file = File::create(&path).map_err(ReportError::io("create", &path))?;
        let schema = Arc::new(schema(spec));
        let properties = properties(spec);
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties))
            .map_err(|error| failed(&path, &error))?;
        Ok(ParquetTable {
            path,
            schema,
            writer,
        })
    }

    pub(super) fn append(&mut self, rows: &Rows) -> Result<(), ReportError> {
        let count = rows.value.len();
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from(vec![rows.scenario; count])),
            Arc::new(UInt64Array::from(vec![rows.seed; count])),
            Arc::new(Int32Array::from(rows.week.clone())),
        ];
        for texts in &rows.texts {
            columns.push(Arc::new(StringArray::from(texts.clone())));
        }
        columns.push(Arc::new(Float64Array::from(rows.value.clone())));
        let path = &self.path;
        let batch = RecordBatch::try_new(self.schema.clone(), columns)
            .map_err(|error| failed(path, &error))?;
        self.writer
            .write(&batch)
            .and_then(|()| self.writer.flush())
            .map_err(|error| failed(path, &error))
    }

    pub(super) fn close(self) -> Result<String, ReportError> {
        let path = self.path;
        self.writer.close().map_err(|error| failed(&path, &error))?;
        Ok(file_name(&path))
    }
}

fn schema(spec: &TableSpec) -> Schema {
    let mut fields = vec![
        Field::new("scenario", DataType::Utf8, false),
        Field::new("seed", DataType::UInt64, false),
        Field::new("week", DataType::Int32, false),
    ];
    for text in spec.texts {
        fields.push(Field::new(*text, DataType::Utf8, false));
    }
    fields.push(Field::new("value", DataType::Float64, false));
    Schema::new(fields)
}

fn properties(spec: &TableSpec) -> WriterProperties {
    let notes = spec
        .notes
        .iter()
        .map(|(key, note)| KeyValue::new(key.clone(), note.clone()))
        .collect();
    WriterProperties::builder()
        .set_created_by("pulih".to_owned())
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_column_dictionary_enabled(ColumnPath::from("value"), false)
        .set_key_value_metadata(Some(notes))
        .build()
}

fn failed(path: &Path, error: &dyn std::fmt::Display) -> ReportError {
    ReportError::Table {
        path: path.to_path_buf(),
        reason: error.to_string(),
    }
}
