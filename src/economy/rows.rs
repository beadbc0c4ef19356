//! Rows: how many a cell gets, and their columns.
//!
//! MODEL.md, section 4. A cell of `count` real enterprises and value added V gets
//! n = min(count, max(1, floor(lambda m V))) rows, m = 1, 1, 4, 4 from micro to large; lambda by
//! bisection, so that all rows, cooperatives and their members included, come as near as possible
//! to what the plan asks for from below. Every non-empty cell needs one row, so there is a least
//! number (about 4,000 for `Io30`): a plan below it gets it. From 50,000 rows on all medium and
//! large enterprises of the focus branches are single rows, from 500,000 their small ones too
//! (food excepted: 62 thousand).
//!
//! Output = value added x the sector's output / value added. Members have the micro mean of their
//! cell; what is left of the cell is spread over its other micro enterprises.
//! Units: real enterprises; bn Rp a week.

use super::counts::Cells;
use super::frame::{Frame, cell_key};
use super::sizes;
use super::{BuildPlan, Cooperative, Rows, VentureSite, cooperatives};
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, Class, Kind, PROVINCES};

/// Rows per unit of value added, by class (MODEL.md, section 4).
const ROWS_PER_GVA: [f64; CLASSES] = [1.0, 1.0, 4.0, 4.0];
/// Branches whose medium and large enterprises are the programme's buyers.
pub(super) const FOCUS_MANUFACTURING: [&str; 7] = [
    "food_beverage",
    "fish_processing",
    "automotive",
    "machinery",
    "metal_electronics",
    "rubber_plastic",
    "basic_metal",
];
/// The branch whose small enterprises are too many to be single rows.
const MANY_SMALL: &str = "food_beverage";
/// Rows from which medium and large enterprises of the focus branches are single.
const ROWS_FOR_SINGLE_BUYERS: usize = 50_000;
/// Rows from which small enterprises of the focus branches are single.
const ROWS_FOR_SINGLE_SMALL: usize = 500_000;
/// Halvings of the bracket of lambda: far below one row.
const BISECTIONS: usize = 80;

/// The enterprises of a cell that are no members.
#[derive(Clone, Copy)]
struct CellPlan {
    sector: usize,
    province: usize,
    class: Class,
    count: u64,
    gva: f64,
    all_single: bool,
}

/// Builds all primary rows: cells in the order sector, province, class, then ventures.
pub(super) fn rows(
    frame: &Frame,
    cells: &Cells,
    groups: &[cooperatives::Group],
    plan: &BuildPlan,
) -> (Rows, Vec<Cooperative>) {
    let cell_plans = cell_plans(frame, cells, groups, plan.rows);
    let budget = plan.rows.saturating_sub(2 * groups.len()) as u64;
    let allocation = allocate(&cell_plans, budget);
    let mut rows = Rows::default();
    let mut made = Vec::with_capacity(groups.len());
    let stream = Stream::new(plan.seed, Purpose::Size, 0);
    let mut next_group = 0;
    let mut next_cell = 0;
    for sector in 0..frame.sectors {
        for province in 0..PROVINCES {
            while let Some(cell) = cell_plans.get(next_cell) {
                if (cell.sector, cell.province) != (sector, province) {
                    break;
                }
                push_cell(&mut rows, frame, cell, allocation[next_cell], &stream);
                next_cell += 1;
            }
            while let Some(group) = groups.get(next_group) {
                if (group.sector, group.province) != (sector, province) {
                    break;
                }
                made.push(push_cooperative(&mut rows, frame, cells, group));
                next_group += 1;
            }
        }
    }
    for site in &plan.ventures {
        push_venture(&mut rows, frame, cells, site);
    }
    (rows, made)
}

/// Cells with enterprises that are no members of a cooperative.
fn cell_plans(
    frame: &Frame,
    cells: &Cells,
    groups: &[cooperatives::Group],
    rows: usize,
) -> Vec<CellPlan> {
    let mut members = vec![0; frame.sectors * PROVINCES];
    for group in groups {
        members[group.sector * PROVINCES + group.province] += group.members;
    }
    let mut plans = Vec::new();
    for sector in 0..frame.sectors {
        for province in 0..PROVINCES {
            for class in Class::ALL {
                let all = cells.count(sector, province, class);
                let in_cooperatives = match class {
                    Class::Micro => members[sector * PROVINCES + province],
                    Class::Small | Class::Medium | Class::Large => 0,
                };
                let count = all - in_cooperatives;
                if count > 0 {
                    let gva = cells.gva(sector, province, class) * count as f64 / all as f64;
                    let all_single = all_single(frame, sector, class, rows);
                    plans.push(CellPlan { sector, province, class, count, gva, all_single });
                }
            }
        }
    }
    plans
}

/// Whether each enterprise of this sector and class is a row of its own.
fn all_single(frame: &Frame, sector: usize, class: Class, rows: usize) -> bool {
    let branch = frame.tables.sectors[sector].parent_code.as_str();
    let focus = FOCUS_MANUFACTURING.contains(&branch);
    match class {
        Class::Micro => false,
        Class::Small => focus && rows >= ROWS_FOR_SINGLE_SMALL && branch != MANY_SMALL,
        Class::Medium | Class::Large => focus && rows >= ROWS_FOR_SINGLE_BUYERS,
    }
}

/// Rows of each cell.
fn allocate(cells: &[CellPlan], budget: u64) -> Vec<u64> {
    let rows = |lambda: f64| -> Vec<u64> {
        cells
            .iter()
            .map(|cell| {
                let wanted = (lambda * ROWS_PER_GVA[cell.class as usize] * cell.gva).floor();
                let wanted = if cell.all_single { cell.count } else { wanted as u64 };
                wanted.clamp(1, cell.count)
            })
            .collect()
    };
    let total = |lambda: f64| rows(lambda).iter().sum::<u64>();
    let everyone: u64 = cells.iter().map(|cell| cell.count).sum();
    let mut high = 1.0;
    while total(high) < budget.min(everyone) {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..BISECTIONS {
        let middle = 0.5 * (low + high);
        if total(middle) <= budget {
            low = middle;
        } else {
            high = middle;
        }
    }
    rows(low)
}

/// Columns of one new primary row.
struct NewRow {
    sector: usize,
    province: usize,
    class: Class,
    kind: Kind,
    weight: f64,
    output: f64,
}

impl Rows {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weight.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weight.is_empty()
    }

    /// Appends a primary row: it is its own family and its stable id is its place at build.
    fn push(&mut self, row: &NewRow) -> u32 {
        let place = self.len() as u32;
        self.sector.push(row.sector as u8);
        self.province.push(row.province as u8);
        self.class.push(row.class);
        self.kind.push(row.kind);
        self.stable_id.push(u64::from(place));
        self.family.push(place);
        self.weight.push(row.weight);
        self.output.push(row.output);
        self.employment.push(0.0);
        self.cash_months.push(0.0);
        self.quality.push(0.0);
        self.single.push(row.weight == 1.0);
        place
    }
}

/// Appends the enterprises of a cell, smallest first.
fn push_cell(rows: &mut Rows, frame: &Frame, cell: &CellPlan, number: u64, stream: &Stream) {
    let key = cell_key(cell.sector, cell.province, cell.class);
    let groups = sizes::groups(cell.class, cell.count, number, stream.uniform(key, 0));
    let raw: f64 = groups.iter().map(|g| g.weight as f64 * g.size).sum();
    let factor = cell.gva * frame.output_per_gva(cell.sector) / raw;
    for group in groups {
        rows.push(&NewRow {
            sector: cell.sector,
            province: cell.province,
            class: cell.class,
            kind: Kind::Enterprise,
            weight: group.weight as f64,
            output: group.size * factor,
        });
    }
}

/// Output per real micro enterprise, or another class, of a cell.
fn mean_output(frame: &Frame, cells: &Cells, sector: usize, province: usize, class: Class) -> f64 {
    cells.gva(sector, province, class) / cells.count(sector, province, class) as f64
        * frame.output_per_gva(sector)
}

/// Appends a cooperative and its members.
fn push_cooperative(
    rows: &mut Rows,
    frame: &Frame,
    cells: &Cells,
    group: &cooperatives::Group,
) -> Cooperative {
    let (sector, province) = (group.sector, group.province);
    let member_row = rows.push(&NewRow {
        sector,
        province,
        class: Class::Micro,
        kind: Kind::Member,
        weight: group.members as f64,
        output: mean_output(frame, cells, sector, province, Class::Micro),
    });
    let row = rows.push(&NewRow {
        sector,
        province,
        class: Class::Small,
        kind: Kind::Cooperative,
        weight: group.weight as f64,
        output: 0.0,
    });
    Cooperative {
        row,
        member_row,
        volume: group.volume,
        body: group.body.map(str::to_owned),
    }
}

/// Appends a venture: a medium enterprise of the mean size that nobody has founded yet.
fn push_venture(rows: &mut Rows, frame: &Frame, cells: &Cells, site: &VentureSite) {
    let VentureSite { sector, province } = *site;
    let output = if cells.count(sector, province, Class::Medium) > 0 {
        mean_output(frame, cells, sector, province, Class::Medium)
    } else {
        let enterprises = frame.enterprises(sector, Class::Medium).max(1) as f64;
        frame.class_share(sector, Class::Medium) * frame.output[sector] / enterprises
    };
    rows.push(&NewRow {
        sector,
        province,
        class: Class::Medium,
        kind: Kind::Venture,
        weight: 0.0,
        output,
    });
}
