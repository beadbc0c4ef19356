//! The Parquet file of the accounts, recomputed.
#![cfg(feature = "parquet")]

use super::written;
use arrow_array::{Array, Float64Array, Int32Array, RecordBatch, StringArray};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

/// Relative to the supply of a product, output of a branch, GDP, or money that changed hands.
const TOLERANCE: f64 = 1e-9;

/// The table of one week of one run: (table, row, column) -> value.
type Week = BTreeMap<(String, String, String), f64>;

fn read(path: &Path) -> BTreeMap<(String, i32), Week> {
    let file = File::open(path).expect("the file is there");
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).and_then(|builder| builder.build());
    let mut weeks: BTreeMap<(String, i32), Week> = BTreeMap::new();
    for batch in reader.expect("it is Parquet") {
        let batch = batch.expect("it can be read to its end");
        let text = |name: &str| column::<StringArray>(&batch, name);
        let (scenario, table) = (text("scenario"), text("table"));
        let (row, of) = (text("row"), text("column"));
        let week = column::<Int32Array>(&batch, "week");
        let value = column::<Float64Array>(&batch, "value");
        for n in 0..batch.num_rows() {
            let key = [table, row, of].map(|column| column.value(n).to_owned());
            let run = (scenario.value(n).to_owned(), week.value(n));
            weeks
                .entry(run)
                .or_default()
                .insert(key.into(), value.value(n));
        }
    }
    weeks
}

fn column<'a, T: Array + 'static>(batch: &'a RecordBatch, name: &str) -> &'a T {
    let column = batch
        .column_by_name(name)
        .unwrap_or_else(|| panic!("no column {name}"));
    column
        .as_any()
        .downcast_ref()
        .unwrap_or_else(|| panic!("{name} has another type"))
}

/// Values of a table by row, summed over the columns and rows that are wanted.
fn sum(week: &Week, table: &str, wanted: impl Fn(&str, &str) -> bool) -> f64 {
    let values = week
        .iter()
        .filter(|((t, row, column), _)| t == table && wanted(row, column));
    values.map(|(_, value)| value).sum()
}

fn rows(week: &Week, table: &str) -> Vec<String> {
    let mut rows: Vec<String> = week
        .keys()
        .filter(|(t, _, _)| t == table)
        .map(|(_, row, _)| row.clone())
        .collect();
    rows.dedup();
    rows
}

/// Worst relative gap of a week, and where.
fn worst(week: &Week) -> (f64, String) {
    let cell = |table, row: &str, column: &str| sum(week, table, |r, c| r == row && c == column);
    let mut gaps = Vec::new();
    for row in rows(week, "product_balance") {
        let supply =
            cell("product_balance", &row, "output") + cell("product_balance", &row, "imports");
        let all = sum(week, "product_balance", |r, _| r == row);
        gaps.push((
            (all - 2.0 * supply).abs() / supply,
            format!("product {row}"),
        ));
        let difference = cell("gva", &row, "production") - cell("gva", &row, "income");
        let output = cell("product_balance", &row, "output");
        gaps.push((difference.abs() / output, format!("value added of {row}")));
    }
    let [production, expenditure] =
        ["production", "expenditure"].map(|of| cell("gdp", "nation", of));
    gaps.push(((production / expenditure - 1.0).abs(), "GDP".to_owned()));
    let transfers = sum(week, "gva", |_, column| column == "transfers");
    gaps.push((transfers.abs() / production, "transfers".to_owned()));

    let turnover = sum(week, "flows", |_, _| true);
    let agents = rows(week, "balances");
    assert_eq!(agents.len(), pulih::record::AGENTS.len());
    let mut change = 0.0;
    let mut held: f64 = turnover;
    for agent in agents {
        let [opening, net, closing] =
            ["opening", "net_receipts", "closing"].map(|of| cell("balances", &agent, of));
        let size = turnover.max(closing.abs());
        gaps.push((
            (opening + net - closing).abs() / size,
            format!("balance of {agent}"),
        ));
        let received = sum(week, "flows", |_, payee| payee == agent);
        let paid = sum(week, "flows", |payer, _| payer == agent);
        gaps.push((
            (received - paid - net).abs() / turnover,
            format!("ledger of {agent}"),
        ));
        change += closing - opening;
        held += closing.abs();
    }
    gaps.push((change.abs() / held, "all changes".to_owned()));
    gaps.into_iter()
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .expect("there are gaps")
}

#[test]
fn the_parquet_file_holds_every_identity_every_week_and_an_altered_number_shows() {
    let weeks = read(&written("accounts_parquet", &[]).join("accounts.parquet"));
    assert_eq!(weeks.len(), 2 * 27, "two scenarios, week 0 and 26 weeks");
    for (run, week) in &weeks {
        let (gap, place) = worst(week);
        assert!(gap < TOLERANCE, "{place} in {run:?}: {gap:e}");
    }
    let mut week = weeks[&("test_programme".to_owned(), 20)].clone();
    let exports = ["product_balance", "food_beverage", "exports"]
        .map(str::to_owned)
        .into();
    *week.get_mut(&exports).expect("food is exported") *= 1.0 + 1e-6;
    assert!(
        worst(&week).0 > TOLERANCE,
        "nobody missed a millionth of the exports of food"
    );
}
