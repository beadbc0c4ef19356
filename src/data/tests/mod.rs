//! Claims about the embedded data as a whole.

mod accounts;
mod columns;
mod files;

use super::SectorScheme;

const SCHEMES: [SectorScheme; 2] = [SectorScheme::Io30, SectorScheme::Io80];

fn relative(a: f64, b: f64) -> f64 {
    (a - b).abs() / b.abs()
}
