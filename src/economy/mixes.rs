//! Input mixes: what each family buys per unit of output.
//!
//! MODEL.md, section 4. Family j of sector s starts from a_ps x_j exp(sigma eps), sigma 0.3, and a
//! RAS takes the sector's families to the table: each product sums to the table's cell, each family
//! keeps the sector's total of domestic inputs. So the ratio of value added is the sector's for every
//! family, and value added by province holds. Imported inputs have the sector's coefficient.
//!
//! Unit: per unit of output.

use super::build::Detail;
use super::frame::Frame;
use super::numbers::normal_quantile;
use super::{Inputs, Rows};
use crate::data::ras;
use crate::draw::{Purpose, Stream};
use crate::ids::Kind;
use ndarray::Array2;

/// Spread of mixes, standard deviation of the logarithm (MODEL.md, section 4).
const SIGMA: f64 = 0.3;
/// Closure on the table's cells, relative.
const TOLERANCE: f64 = 2e-14;
/// Sweeps: 8 to 10 are needed; more only if rounding hides the tolerance.
const MAX_SWEEPS: usize = 40;

/// Input coefficients of all families.
pub(super) fn inputs(frame: &Frame, seed: u64, rows: &Rows, detail: Detail) -> Inputs {
    let products: Vec<Vec<u8>> = (0..frame.sectors).map(|s| used(frame, s)).collect();
    let imported = products
        .iter()
        .enumerate()
        .map(|(s, used)| {
            let output = frame.tables.accounts.output[s];
            used.iter()
                .map(|&p| frame.tables.accounts.imported_use[[p as usize, s]] / output)
                .collect()
        })
        .collect();
    let mut inputs = Inputs {
        products,
        imported,
        ..cells(frame, rows)
    };
    let draws = Draws {
        stream: Stream::new(seed, Purpose::Mix, 0),
        sigma: match detail {
            Detail::Full => SIGMA,
            Detail::Representative => 0.0,
        },
    };
    for sector in 0..frame.sectors {
        mix_sector(frame, &draws, rows, sector, &mut inputs);
    }
    inputs
}

/// Products that a sector uses, domestic or imported.
fn used(frame: &Frame, sector: usize) -> Vec<u8> {
    let accounts = &frame.tables.accounts;
    (0..frame.sectors)
        .filter(|&p| {
            accounts.domestic_use[[p, sector]] > 0.0 || accounts.imported_use[[p, sector]] > 0.0
        })
        .map(|p| p as u8)
        .collect()
}

/// Cells of all families, domestic coefficients still 0.
fn cells(frame: &Frame, rows: &Rows) -> Inputs {
    let width: Vec<u32> = (0..frame.sectors)
        .map(|s| used(frame, s).len() as u32)
        .collect();
    let mut cell_start = Vec::with_capacity(rows.len() + 1);
    let mut cell_family = Vec::new();
    cell_start.push(0);
    for family in 0..rows.len() {
        let cells = match rows.kind[family] {
            Kind::Cooperative => 0,
            Kind::Enterprise | Kind::Member | Kind::Venture => width[rows.sector[family] as usize],
        };
        cell_family.extend((0..cells).map(|_| family as u32));
        cell_start.push(cell_family.len() as u32);
    }
    Inputs {
        domestic: vec![0.0; cell_family.len()],
        cell_start,
        cell_family,
        ..Inputs::default()
    }
}

/// What families' mixes are drawn with.
struct Draws {
    stream: Stream,
    /// Standard deviation of the logarithm.
    sigma: f64,
}

/// Draws and closes the domestic coefficients of one sector's families.
fn mix_sector(frame: &Frame, draws: &Draws, rows: &Rows, sector: usize, inputs: &mut Inputs) {
    let products = &inputs.products[sector];
    let table: Vec<f64> = products
        .iter()
        .map(|&p| frame.domestic_use[[p as usize, sector]])
        .collect();
    let coefficients: Vec<f64> = table
        .iter()
        .map(|use_| use_ / frame.output[sector])
        .collect();
    let of_sector =
        |f: &usize| rows.sector[*f] as usize == sector && rows.kind[*f] != Kind::Cooperative;
    let makes = |f: &usize| rows.weight[*f] > 0.0;
    let families: Vec<usize> = (0..rows.len()).filter(of_sector).filter(makes).collect();
    let made: Vec<f64> = families
        .iter()
        .map(|&f| rows.weight[f] * rows.output[f])
        .collect();
    let mut use_ = Array2::from_shape_fn((families.len(), products.len()), |(j, k)| {
        let eps = normal_quantile(
            draws
                .stream
                .uniform(rows.stable_id[families[j]], u64::from(products[k])),
        );
        coefficients[k] * made[j] * (draws.sigma * eps).exp()
    });
    let total: f64 = coefficients.iter().sum();
    let family_totals: Vec<f64> = made.iter().map(|x| x * total).collect();
    ras::ras(&mut use_, &family_totals, &table, TOLERANCE, MAX_SWEEPS);
    for (j, &family) in families.iter().enumerate() {
        let start = inputs.cell_start[family] as usize;
        for k in 0..products.len() {
            inputs.domestic[start + k] = use_[[j, k]] / made[j];
        }
    }
    for venture in (0..rows.len()).filter(of_sector).filter(|f| !makes(f)) {
        let start = inputs.cell_start[venture] as usize;
        inputs.domestic[start..start + coefficients.len()].copy_from_slice(&coefficients);
    }
}

impl Inputs {
    /// Cells of a family.
    #[must_use]
    pub fn cells(&self, family: usize) -> std::ops::Range<usize> {
        self.cell_start[family] as usize..self.cell_start[family + 1] as usize
    }
}
