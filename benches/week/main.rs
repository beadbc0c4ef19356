//! The week as a whole and phase by phase, the build of the economy, and a plain loop over the same
//! links, in one run on one machine.
//!
//! Throughput is in links (the build: in rows), so criterion's time per element is ns a link-week. A
//! table of all phases, bytes, and the check that a week allocates nothing come first.
//! `PULIH_BENCH_ROWS=5000` leaves the large economy out.

mod allocations;
mod facts;
mod reference;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use pulih::blocks::Threading;
use pulih::data::{SectorScheme, tables};
use pulih::economy::{BuildPlan, Economy};
use pulih::scenario;
use pulih::week::{Model, PHASES, Phase};
use reference::Reference;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Weeks before anything is measured: into the pandemic, where fills and reputations differ from
/// one.
const START: u32 = 16;
/// Phases below this share of the week are in the table only.
const LEAST_SHARE: f64 = 0.01;

fn economy(rows: usize) -> Economy {
    let plan = BuildPlan::new(rows, 1);
    Economy::build(tables(SectorScheme::Io30), &plan)
}

fn model(economy: &Arc<Economy>) -> Model {
    let covid = scenario::load("covid19").expect("a shipped scenario loads");
    let mut model = Model::new(economy.clone(), Arc::new(covid));
    for _ in 0..START {
        model.step();
    }
    model
}

fn week(criterion: &mut Criterion, name: &str, economy: &Arc<Economy>) {
    let mut group = criterion.benchmark_group(format!("week of {name} rows"));
    group.throughput(Throughput::Elements(economy.links.len() as u64));
    let mut model = model(economy).without_records();
    for (label, threading) in [("one thread", Threading::Single), ("pool", Threading::Pool)] {
        model.set_threading(threading);
        group.bench_function(BenchmarkId::new("whole", label), |bencher| {
            bencher.iter(|| model.step());
        });
    }
    model.set_threading(Threading::Single);
    let mut reference = Reference::new(economy);
    group.bench_function("plain loop over links", |bencher| {
        bencher.iter(|| black_box(reference.week()));
    });
    let start = Instant::now();
    model.step();
    let whole = start.elapsed();
    for phase in PHASES {
        if time_of(&mut model, phase, 1) > whole.mul_f64(LEAST_SHARE) {
            bench_phase(&mut group, &mut model, phase);
        }
    }
    group.finish();
}

fn bench_phase(group: &mut BenchmarkGroup<WallTime>, model: &mut Model, phase: &Phase) {
    group.bench_function(format!("{:02} {}", phase.number, phase.name), |bencher| {
        bencher.iter_custom(|weeks| time_of(model, phase, weeks));
    });
}

/// Time of one phase in some weeks.
fn time_of(model: &mut Model, phase: &Phase, weeks: u64) -> Duration {
    let mut total = Duration::ZERO;
    for _ in 0..weeks {
        model.step_observed(|done, time| {
            if done.number == phase.number {
                total += time;
            }
        });
    }
    total
}

fn builds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build of the economy");
    for rows in [5_000, 50_000] {
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| {
            bencher.iter(|| economy(rows));
        });
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let small_only = std::env::var_os("PULIH_BENCH_ROWS").is_some();
    for (name, rows, weeks) in [("5 thousand", 5_000, 100), ("500 thousand", 500_000, 12)] {
        if rows > 5_000 && small_only {
            continue;
        }
        let economy = Arc::new(economy(rows));
        facts::print(name, &economy, weeks);
        week(&mut criterion, name, &economy);
    }
    builds(&mut criterion);
    criterion.final_summary();
}
