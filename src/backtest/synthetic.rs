//! Ensembles made up for tests.

use super::ensemble::{GAP_QUARTERS, GapEnsemble, Mode};
use crate::data::Tables;
use crate::observed::{Known, QUARTERS, place, quarters, series};
use crate::record::Quarter;

/// Half of the spread of gaps at the end, as a share of the path.
const SPREAD: f64 = 0.02;
/// Draws.
const DRAWS: usize = 21;
/// What the mode of held mobility adds to the gaps of a quarter, as a share.
const HELD: f64 = -0.002;

/// Gaps that stay as they are at the origin but for a slow `closing` a quarter, fanned out over the
/// draws; every series has the path of GDP; the last series is one the model does not have.
pub(crate) fn ensemble(tables: &Tables, origin: Quarter, mode: Mode, closing: f64) -> GapEnsemble {
    let all = series(tables);
    let known = Known::until(tables, origin);
    let growth = tables.trend_growth_total();
    let path: [f64; QUARTERS] = std::array::from_fn(|q| (1.0 + growth).powf(q as f64 / 4.0));
    let last = place(origin).expect("origins are among the quarters");
    let held = match mode {
        Mode::ObservedMobility | Mode::WithoutRelief => 0.0,
        Mode::MobilityHeld | Mode::MobilityDecaying => HELD,
    };
    let gaps = |one: &crate::observed::Series, side: f64| -> [f64; GAP_QUARTERS] {
        std::array::from_fn(|q| {
            let at = q + QUARTERS - GAP_QUARTERS;
            let quarter = quarters()[at.min(last)];
            let gap = known.gap(one, &path, quarter).unwrap_or(0.0);
            let later = at.saturating_sub(last) as f64;
            // The model is a little off at the origin, so that the nudge has something to do.
            gap + 0.01 + later * (closing + held + side * SPREAD / GAP_QUARTERS as f64)
        })
    };
    let sides = (0..DRAWS).map(|draw| 2.0 * draw as f64 / (DRAWS - 1) as f64 - 1.0);
    let mut paths = vec![path; all.len()];
    *paths.last_mut().expect("there are series") = [f64::NAN; QUARTERS];
    GapEnsemble {
        draws: sides
            .map(|side| all.iter().map(|one| gaps(one, side)).collect())
            .collect(),
        path: paths,
        employment: Vec::new(),
    }
}
