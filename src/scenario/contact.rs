//! How final demand answers the pandemic, by sector of `Io30`.

use crate::data::{SectorScheme, tables};

/// Response kap of final demand for each product of `Io30` to the driver M, in the order of its
/// sectors: share of demand lost at M = 1, negative when more is bought, `[1.4]`.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactResponse(pub Vec<f64>);

impl ContactResponse {
    /// The central values, `data/model/contact_response.csv`.
    ///
    /// # Panics
    /// When the embedded table has no such sector: a bug.
    #[must_use]
    pub fn central() -> ContactResponse {
        let of = |code: &str| -> f64 {
            include_str!("../../data/model/contact_response.csv")
                .lines()
                .find_map(|line| line.strip_prefix(code)?.strip_prefix(','))
                .and_then(|rest| rest.split(',').next()?.parse().ok())
                .expect("contact_response.csv has a number for each of the 30 sectors")
        };
        let sectors = &tables(SectorScheme::Io30).sectors;
        ContactResponse(sectors.iter().map(|sector| of(&sector.code)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transport_loses_and_information_gains() {
        let tables = tables(SectorScheme::Io30);
        let response = ContactResponse::central().0;
        let of = |code: &str| response[tables.sector(code).unwrap()];
        assert!(of("transport") > 0.5);
        assert!(of("information") < -0.2);
    }
}
