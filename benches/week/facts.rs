//! What criterion does not print: a table of the phases in ns a row-week and a link-week, bytes a
//! row and a link, and the promise that a week allocates nothing.

use crate::allocations::during;
use crate::reference::Reference;
use crate::{START, model};
use pulih::economy::Economy;
use pulih::week::{Model, PHASES};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

/// Weeks that hold two exchanges of links.
const ALLOCATION_WEEKS: u32 = 8;
/// Share of a fork's bytes that `Model::bytes` may leave out: columns of sectors and provinces.
const UNCOUNTED: f64 = 0.05;

/// Prints the facts of one economy.
///
/// # Panics
/// If a week without records allocates, or `Model::bytes` has forgotten a column.
pub fn print(name: &str, economy: &Arc<Economy>, weeks: usize) {
    println!(
        "\n{name} rows: {} families, {} rows, {} inputs, {} links ({:.1} a family)",
        economy.families,
        economy.rows.len(),
        economy.inputs.domestic.len(),
        economy.links.len(),
        economy.links.len() as f64 / economy.families as f64,
    );
    phases(economy, weeks);
    bytes(economy);
    allocations(economy);
}

/// Median time of each phase over some weeks, with records as an experiment keeps them.
fn phases(economy: &Arc<Economy>, weeks: usize) {
    let mut model = model(economy);
    let mut times = vec![Vec::with_capacity(weeks); PHASES.len() + 1];
    for _ in 0..weeks {
        let start = Instant::now();
        model.step_observed(|phase, time| {
            times[phase.number as usize].push(time.as_secs_f64());
        });
        times[0].push(start.elapsed().as_secs_f64());
    }
    println!(
        "{:<26}{:>10}{:>14}{:>14}",
        "phase", "ms", "ns/row-week", "ns/link-week"
    );
    for (phase, times) in PHASES.iter().zip(&mut times[1..]) {
        line(
            economy,
            &format!("{:>2} {}", phase.number, phase.name),
            median(times),
        );
    }
    line(economy, "whole week, with records", median(&mut times[0]));
    let mut bare = crate::model(economy).without_records();
    line(economy, "whole week", time_of(weeks, || bare.step()));
    let mut reference = Reference::new(economy);
    let plain = time_of(weeks, || {
        black_box(reference.week());
    });
    line(economy, "plain loop over links", plain);
}

fn time_of(weeks: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..weeks)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .collect();
    median(&mut times)
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn line(economy: &Economy, label: &str, seconds: f64) {
    let per = |count: usize| seconds * 1e9 / count as f64;
    let (rows, links) = (per(economy.rows.len()), per(economy.links.len()));
    println!(
        "{label:<26}{:>10.3}{rows:>14.1}{links:>14.1}",
        seconds * 1e3
    );
}

fn bytes(economy: &Arc<Economy>) {
    let model = model(economy).without_records();
    let (fork, _, allocated) = during(|| model.clone());
    let bytes = fork.bytes();
    let missing = 1.0 - bytes.copied() as f64 / allocated as f64;
    let rows = economy.rows.len() as f64;
    println!(
        "a fork copies {:.0} MB: {:.0} bytes a row, {:.0} a row for its inputs, {:.1} a link; \
         shared by forks {:.0} MB",
        bytes.copied() as f64 / 1e6,
        bytes.rows as f64 / rows,
        bytes.inputs as f64 / rows,
        bytes.links as f64 / economy.links.len() as f64,
        bytes.shared as f64 / 1e6,
    );
    assert!(
        missing.abs() < UNCOUNTED,
        "Model::bytes counts {} bytes, a fork allocates {allocated}",
        bytes.copied(),
    );
}

fn allocations(economy: &Arc<Economy>) {
    let mut model = model(economy).without_records();
    let ((), calls, bytes) = during(|| weeks(&mut model));
    println!(
        "allocations in weeks {START} to {}: {calls}",
        START + ALLOCATION_WEEKS - 1
    );
    assert_eq!(
        calls, 0,
        "a week allocates: {bytes} bytes in {ALLOCATION_WEEKS} weeks"
    );
}

fn weeks(model: &mut Model) {
    for _ in 0..ALLOCATION_WEEKS {
        model.step();
    }
}
