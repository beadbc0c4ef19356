//! The week as a whole and phase by phase, the build of the economy, and a plain reference loop
//! over the same links, in one run on one machine.
//!
//! Throughput is in links, so criterion's time per element is ns per link-week; ns per row-week,
//! bytes per row and the check that a week allocates nothing are printed first.
//! `PULIH_BENCH_ROWS=5000` leaves the large economy out.

use criterion::{BenchmarkId, Criterion, Throughput};
use pulih::blocks::Threading;
use pulih::data::{SectorScheme, tables};
use pulih::economy::{BuildPlan, Economy};
use pulih::scenario;
use pulih::week::{Model, PHASES};
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Counts allocations, so that a week can be shown to make none.
struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// The counter changes nothing about what the system's allocator does.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn economy(rows: usize) -> Economy {
    let plan = BuildPlan {
        rows,
        seed: 1,
        ventures: Vec::new(),
    };
    Economy::build(tables(SectorScheme::Io30), &plan)
}

fn model(economy: &Arc<Economy>) -> Model {
    let covid = scenario::load("covid19").expect("a shipped scenario loads");
    let mut model = Model::new(economy.clone(), Arc::new(covid)).without_records();
    // Into the pandemic: fills and reputations differ from one.
    for _ in 0..16 {
        model.step();
    }
    model
}

/// Links, naively: orders to suppliers, rationing, receipts, with no order of memory in mind.
fn reference(economy: &Economy, orders: &mut [f64], received: &mut [f64]) -> f64 {
    let links = &economy.links;
    orders.fill(0.0);
    for link in 0..links.len() {
        let cell = links.cell[link] as usize;
        let buyer = economy.inputs.cell_family[cell] as usize;
        let demand = economy.rows.weight[buyer] * economy.rows.output[buyer];
        orders[links.supplier[link] as usize] +=
            demand * economy.inputs.domestic[cell] * links.share[link];
    }
    for link in 0..links.len() {
        let supplier = links.supplier[link] as usize;
        let able = economy.rows.weight[supplier] * economy.rows.output[supplier];
        let fill = if orders[supplier] > 0.0 {
            (able / orders[supplier]).min(1.0)
        } else {
            1.0
        };
        received[links.cell[link] as usize] += links.share[link] * fill;
    }
    received[0]
}

fn whole_week(criterion: &mut Criterion, name: &str, economy: &Arc<Economy>) {
    let mut group = criterion.benchmark_group(format!("week of {name} rows"));
    group.throughput(Throughput::Elements(economy.links.len() as u64));
    for (label, threading) in [("one thread", Threading::Single), ("pool", Threading::Pool)] {
        let mut model = model(economy);
        model.set_threading(threading);
        group.bench_function(BenchmarkId::new("whole", label), |bencher| {
            bencher.iter(|| model.step());
        });
    }
    let (mut orders, mut received) = (
        vec![0.0; economy.families],
        vec![0.0; economy.inputs.domestic.len()],
    );
    group.bench_function("reference loop over links", |bencher| {
        bencher.iter(|| black_box(reference(economy, &mut orders, &mut received)));
    });
    for phase in PHASES {
        let mut model = model(economy);
        let label = format!("{:02} {}", phase.number, phase.name);
        group.bench_function(label, |bencher| {
            bencher.iter_custom(|weeks| {
                let mut total = Duration::ZERO;
                for _ in 0..weeks {
                    model.step_observed(|done, time| {
                        if done.number == phase.number {
                            total += time;
                        }
                    });
                }
                total
            });
        });
    }
    group.finish();
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

/// Facts that criterion does not print.
fn facts(name: &str, economy: &Arc<Economy>) {
    let mut model = model(economy);
    let before = ALLOCATIONS.load(Ordering::Relaxed);
    let start = Instant::now();
    // Three weeks between two exchanges of links.
    for _ in 0..3 {
        model.step();
    }
    let time = start.elapsed().as_secs_f64() / 3.0;
    let allocated = ALLOCATIONS.load(Ordering::Relaxed) - before;
    let rows = economy.rows.len() as f64;
    let links = economy.links.len() as f64;
    println!(
        "{name} rows: {:.0} ns a row-week, {:.1} ns a link-week, {:.1} links a row, {allocated} \
         allocations in three weeks",
        time * 1e9 / rows,
        time * 1e9 / links,
        links / economy.families as f64,
    );
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let large = std::env::var_os("PULIH_BENCH_ROWS").is_none();
    for (name, rows) in [("5 thousand", 5_000), ("500 thousand", 500_000)] {
        if rows > 5_000 && !large {
            continue;
        }
        let economy = Arc::new(economy(rows));
        facts(name, &economy);
        whole_week(&mut criterion, name, &economy);
    }
    builds(&mut criterion);
    criterion.final_summary();
}
