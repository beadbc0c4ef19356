//! How near is near enough: the gravity kernel of each product and its flows between provinces.
//!
//! MODEL.md, section 4. k = f + (1 - f)(1 + d/100 km)^-(z beta), z the multiplier of the plan, d the distance between capitals
//! (great circle), 0 inside a province. The floor f keeps every fit feasible: with f = 0 local
//! services do not close. Flows: RAS of k to each province's output (rows) and to domestic use by
//! province and exports (columns). They tell where a buyer looks for a supplier, so six digits do.
//!
//! Unit: bn Rp a week.

use super::MARKET_DESTINATIONS;
use super::frame::Frame;
use crate::data::{Province, ras};
use crate::ids::{CLASSES, PROVINCES};
use ndarray::Array2;

/// Floor of the kernel (MODEL.md, section 4).
const FLOOR: f64 = 0.003;
/// Unit of distance of the kernel, km.
const DISTANCE_UNIT_KM: f64 = 100.0;
/// Mean radius of the Earth, km (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0;
/// Decay with distance of goods (MODEL.md, section 4).
const BETA_GOODS: f64 = 1.2;
/// Decay with distance of services, by sector of `Io30` (MODEL.md, section 4).
const BETA_SERVICES: [(&str, f64); 10] = [
    ("information", 1.2),
    ("transport", 1.5),
    ("finance", 1.5),
    ("trade", 2.5),
    ("business_realestate", 2.5),
    ("utilities", 3.0),
    ("accommodation_food", 3.0),
    ("other_services", 3.0),
    ("construction", 4.0),
    ("public_services", 4.0),
];
/// Weight of exports by class of the supplier, micro to large (MODEL.md, section 4).
pub(super) const EXPORT_WEIGHT: [f64; CLASSES] = [0.05, 0.2, 0.6, 1.0];
/// Closure of flows and sweeps at most.
const TOLERANCE: f64 = 1e-6;
const MAX_SWEEPS: usize = 400;

/// Great-circle distances between capitals, km.
pub(super) fn distances(provinces: &[Province]) -> Array2<f64> {
    Array2::from_shape_fn((PROVINCES, PROVINCES), |(a, b)| {
        if a == b {
            0.0
        } else {
            haversine(&provinces[a], &provinces[b])
        }
    })
}

fn haversine(a: &Province, b: &Province) -> f64 {
    let half_angle = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let h = half_angle(a.latitude, b.latitude)
        + a.latitude.to_radians().cos()
            * b.latitude.to_radians().cos()
            * half_angle(a.longitude, b.longitude);
    2.0 * EARTH_RADIUS_KM * h.sqrt().asin()
}

/// Decay of trade in a product with distance.
fn beta(frame: &Frame, product: usize) -> f64 {
    let code = frame.tables.sectors[product].parent_code.as_str();
    BETA_SERVICES
        .iter()
        .find(|(service, _)| *service == code)
        .map_or(BETA_GOODS, |(_, beta)| *beta)
}

/// Kernel of a product between provinces.
pub(super) fn kernel(frame: &Frame, distances: &Array2<f64>, product: usize) -> Array2<f64> {
    let beta = frame.distance_decay * beta(frame, product);
    distances.mapv(|km| FLOOR + (1.0 - FLOOR) * (1.0 + km / DISTANCE_UNIT_KM).powf(-beta))
}

/// Flows of a product, [supplying province, using province or exports].
///
/// `supply`: output by [province][class]; `use_`: domestic use by province, then exports.
pub(super) fn flows(kernel: &Array2<f64>, supply: &[[f64; CLASSES]], use_: &[f64]) -> Array2<f64> {
    let rows: Vec<f64> = supply.iter().map(|classes| classes.iter().sum()).collect();
    let mut flow = Array2::from_shape_fn((PROVINCES, MARKET_DESTINATIONS), |(r, q)| {
        if q < PROVINCES {
            kernel[[r, q]]
        } else {
            let weighted: f64 = supply[r]
                .iter()
                .zip(EXPORT_WEIGHT)
                .map(|(x, w)| x * w)
                .sum();
            weighted / rows[r].max(f64::MIN_POSITIVE)
        }
    });
    ras::ras(&mut flow, &rows, use_, TOLERANCE, MAX_SWEEPS);
    flow
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capital(latitude: f64, longitude: f64) -> Province {
        Province {
            bps_code: 0,
            name: String::new(),
            island_group: String::new(),
            java_bali: true,
            population: 0.0,
            grdp: 0.0,
            latitude,
            longitude,
        }
    }

    #[test]
    fn jakarta_is_some_660_km_from_surabaya() {
        let km = haversine(&capital(-6.2, 106.8), &capital(-7.3, 112.7));
        assert!((km - 663.0).abs() < 5.0, "{km}");
    }
}
