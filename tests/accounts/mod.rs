//! Accounts recomputed from what a run writes, without a line of the engine: by a Python program
//! that knows the table and its notes only, and by the same reading of the Parquet file.

mod stranger;

use crate::support::binary::{done, folder, names, word};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One seed and half a year with a programme: contracts, premiums and advances are paid by then.
fn written(name: &str, more: &[&str]) -> PathBuf {
    let out = folder(name);
    let mut words = vec![
        "run",
        "test_programme",
        "--against",
        "test_small",
        "--enterprises",
        "4500",
        "--seeds",
        "1",
        "--weeks",
        "26",
        "--quiet",
        "--out",
        word(&out),
    ];
    words.extend(more);
    done(&words);
    out.join("test_programme")
}

/// Runs the Python program on a table: whether it is content, and what it says. `None` where there
/// is no Python.
fn recomputed(table: &Path) -> Option<(bool, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accounts/recompute.py");
    let output = Command::new("python3")
        .args([script.as_path(), table])
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    Some((output.status.success(), text + &errors))
}

#[test]
fn a_stranger_recomputes_every_identity_and_misses_no_altered_number() {
    let results = written("accounts_csv", &["--csv"]);
    assert!(names(&results).contains(&"accounts_notes.csv".to_owned()));
    let table = results.join("accounts.csv");
    let Some((content, text)) = recomputed(&table) else {
        println!("no python3 here: the Parquet file is read in the other test");
        return;
    };
    println!("{text}");
    assert!(content, "{text}");

    // One number of each kind, one millionth higher: flows of one week are some 300 thousand
    // billion rupiah, the numbers altered a thousandth of that at least.
    let whole = fs::read_to_string(&table).unwrap();
    for place in [
        "product_balance,trade,intermediate_use",
        "product_balance,construction,investment",
        "gva,trade,income",
        "gdp,nation,expenditure",
        "balances,households,net_receipts",
        "balances,enterprises,opening",
        "flows,enterprises,households",
    ] {
        let start = format!("test_programme,1,20,{place},");
        let mut altered = false;
        let lines = whole.lines().map(|line| match line.strip_prefix(&start) {
            Some(number) => {
                altered = true;
                let number: f64 = number.parse().expect("a number");
                format!("{start}{:?}", number * (1.0 + 1e-6))
            }
            None => line.to_owned(),
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        assert!(altered, "there is no {start}");
        let other = results.join("altered.csv");
        fs::write(&other, text).unwrap();
        let (content, text) = recomputed(&other).expect("there is Python");
        assert!(!content, "nobody missed {place}: {text}");
    }
}
