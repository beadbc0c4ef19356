//! The back-test as files: table, JSON, charts.

use super::charts;
use super::error::ReportError;
use super::folder::write_pages;
use crate::backtest::{BacktestReport, json, text};
use std::path::Path;

/// Writes `backtest.txt`, `backtest.json` and the charts `backtest_gdp` and `backtest_branches`, as
/// SVG and PNG in both languages, into a folder, which is made if it is not there; files of these
/// names are replaced. Returns their names. The bytes depend on the report alone.
///
/// # Errors
/// If the system refuses to write or a chart cannot be drawn.
pub fn write_backtest(report: &BacktestReport, folder: &Path) -> Result<Vec<String>, ReportError> {
    let pages = [
        ("backtest.txt", text(report)),
        ("backtest.json", format!("{:#}\n", json(report))),
    ];
    let mut names = write_pages(folder, pages)?;
    names.extend(charts::backtest::write(report, folder)?);
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backtest::{run, synthetic::ensemble};
    use crate::data::{SectorScheme, tables};
    use std::fs;

    #[test]
    fn the_back_test_is_written_whole_and_alike_twice() {
        let io30 = tables(SectorScheme::Io30);
        let report = run(io30, &|origin, mode| ensemble(io30, origin, mode, 0.001));
        let folder = std::env::temp_dir().join(format!("pulih-{}-backtest", std::process::id()));
        let names = write_backtest(&report, &folder).unwrap();
        assert_eq!(names.len(), 2 + 2 * 2 * 2);
        let read = |name: &String| fs::read(folder.join(name)).unwrap();
        let first: Vec<Vec<u8>> = names.iter().map(read).collect();
        write_backtest(&report, &folder).unwrap();
        let second: Vec<Vec<u8>> = names.iter().map(read).collect();
        assert!(first == second && first.iter().all(|bytes| bytes.len() > 1_000));
        fs::remove_dir_all(&folder).unwrap();
    }
}
