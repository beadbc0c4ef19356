//! Columns of primary rows.
//!
//! MODEL.md, section 4. Output = value added x the sector's output / value added. Members have the
//! micro mean of their cell; what is left of the cell is spread over its other micro enterprises.
//!
//! Units: real enterprises; bn Rp a week.

use super::allocation::{CellPlan, allocate, cell_plans};
use super::columns::Row;
use super::counts::Cells;
use super::frame::{Frame, cell_key};
use super::sizes;
use super::{BuildPlan, Cooperative, Rows, VentureSite, cooperatives};
use crate::draw::{Purpose, Stream};
use crate::ids::{Class, Kind, PROVINCES};

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

/// Columns of one new primary row.
struct NewRow {
    sector: usize,
    province: usize,
    class: Class,
    kind: Kind,
    weight: f64,
    output: f64,
    size_bias: f64,
}

impl NewRow {
    /// Appends it: it is its own family, and its stable id is its place at build.
    fn push_to(&self, rows: &mut Rows) -> u32 {
        let place = rows.len() as u32;
        rows.push(&Row {
            sector: self.sector as u8,
            province: self.province as u8,
            class: self.class,
            kind: self.kind,
            stable_id: u64::from(place),
            family: place,
            weight: self.weight,
            output: self.output,
            size_bias: self.size_bias,
            employment: 0.0,
            cash_months: 0.0,
            quality: 0.0,
            single: self.weight == 1.0,
        })
    }
}

/// Appends the enterprises of a cell, smallest first.
fn push_cell(rows: &mut Rows, frame: &Frame, cell: &CellPlan, number: u64, stream: &Stream) {
    let key = cell_key(cell.sector, cell.province, cell.class);
    let groups = sizes::groups(cell.class, cell.count, number, stream.uniform(key, 0));
    let raw: f64 = groups.iter().map(|g| g.weight as f64 * g.size).sum();
    let factor = cell.gva * frame.output_per_gva(cell.sector) / raw;
    for group in groups {
        NewRow {
            sector: cell.sector,
            province: cell.province,
            class: cell.class,
            kind: Kind::Enterprise,
            weight: group.weight as f64,
            output: group.size * factor,
            size_bias: group.size_bias,
        }
        .push_to(rows);
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
    let member_row = NewRow {
        sector,
        province,
        class: Class::Micro,
        kind: Kind::Member,
        weight: group.members as f64,
        output: mean_output(frame, cells, sector, province, Class::Micro),
        size_bias: 1.0,
    }
    .push_to(rows);
    let row = NewRow {
        sector,
        province,
        class: Class::Small,
        kind: Kind::Cooperative,
        weight: group.weight as f64,
        output: 0.0,
        size_bias: 1.0,
    }
    .push_to(rows);
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
    NewRow {
        sector,
        province,
        class: Class::Medium,
        kind: Kind::Venture,
        weight: 0.0,
        output,
        size_bias: 1.0,
    }
    .push_to(rows);
}
