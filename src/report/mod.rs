//! Results that people read: tables, summary, effects, charts, briefings.
//!
//! Everything but `run.json` depends on scenarios and seeds alone, byte for byte.

mod accounts;
mod aside;
mod backtest;
mod briefing;
mod charts;
mod checks;
mod differences;
mod error;
mod finding;
mod folder;
mod growth;
mod json;
mod origin;
#[cfg(feature = "parquet")]
mod parquet_table;
mod results;
mod sensitivity;
mod series;
mod spread;
mod stamp;
mod table;
mod tidy;
mod words;

pub use aside::replace_file;
pub use backtest::write_backtest;
pub use checks::write_checks;
pub use error::ReportError;
pub use folder::Overwrite;
pub use json::{effects, summary};
pub use results::{ResultPlan, Results, Written};
pub use sensitivity::write_sensitivity;
pub use stamp::{Stamp, commit, version};
pub use table::{rows_note, table};
pub use tidy::TableFormat;
pub use words::Language;

#[cfg(test)]
mod tests;
