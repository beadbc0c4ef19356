//! Claims about the economy of week 0.

use super::*;
use crate::data::{SectorScheme, tables};

/// Rows and seeds at which the baseline is checked.
const SIZES: [usize; 3] = [2_000, 5_000, 20_000];
const SEEDS: [u64; 2] = [1, 7];

fn plan(rows: usize, seed: u64) -> BuildPlan {
    BuildPlan { rows, seed, ventures: Vec::new() }
}

fn build(rows: usize, seed: u64) -> Economy {
    Economy::build(tables(SectorScheme::Io30), &plan(rows, seed))
}

fn assert_healthy(economy: &Economy, what: &str) {
    let failed: Vec<Check> = economy.doctor().into_iter().filter(|check| !check.passed()).collect();
    assert!(failed.is_empty(), "{what}: {failed:#?}");
}

#[test]
fn the_baseline_is_exact_at_every_size_and_seed() {
    for rows in SIZES {
        for seed in SEEDS {
            assert_healthy(&build(rows, seed), &format!("{rows} rows, seed {seed}"));
        }
    }
}

#[test]
#[ignore = "prints measured figures; run by hand"]
fn figures() {
    for scheme in [SectorScheme::Io30, SectorScheme::Io80] {
        let tables = tables(scheme);
        for rows in [2_000, 5_000, 20_000, 50_000] {
            let start = std::time::Instant::now();
            let economy = Economy::build(tables, &plan(rows, 1));
            println!("{rows} rows: {:.2} s\n{:#?}", start.elapsed().as_secs_f64(), economy.report());
            for check in economy.doctor() {
                println!("  {:60} {:.1e}  {}", check.name, check.worst, check.place);
            }
        }
    }
}
