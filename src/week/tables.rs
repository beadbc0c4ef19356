//! Small tables of the week: which inputs bind a sector, how final demand answers the pandemic.

use crate::economy::Economy;
use crate::scenario::ProductionFunction;

/// How an input binds output, `[4.6]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputRole {
    /// Output stops without it.
    Binds,
    /// Half of the shortfall is felt.
    Half,
    /// Output goes on without it.
    Free,
    /// All inputs are substitutes (linear).
    Pooled,
}

/// Coefficient above which a good is critical, share of the user's output (ours, after Pichler et
/// al. 2022, who asked experts sector by sector).
const CRITICAL_SHARE: f64 = 0.02;
/// Coefficient above which a good is important.
const IMPORTANT_SHARE: f64 = 0.005;

/// Importance of an input whatever the production function.
#[derive(Clone, Copy, PartialEq)]
enum Importance {
    Critical,
    Important,
    Other,
}

/// Roles of each sector's inputs under a production function, by sector and k.
pub(crate) fn input_roles(economy: &Economy, function: ProductionFunction) -> Vec<Vec<InputRole>> {
    let accounts = &economy.tables.accounts;
    (0..economy.tables.sectors.len())
        .map(|s| {
            economy.inputs.products[s]
                .iter()
                .map(|&p| {
                    let p = p as usize;
                    let used = accounts.domestic_use[[p, s]] + accounts.imported_use[[p, s]];
                    role(function, importance(economy, p, used / accounts.output[s]))
                })
                .collect()
        })
        .collect()
}

fn importance(economy: &Economy, product: usize, share: f64) -> Importance {
    let sector = &economy.tables.sectors[product];
    match sector.parent_code.as_str() {
        "utilities" => Importance::Critical,
        "trade" | "transport" | "information" => Importance::Important,
        _ if !sector.traits.storable => Importance::Other,
        _ if share > CRITICAL_SHARE => Importance::Critical,
        _ if share >= IMPORTANT_SHARE => Importance::Important,
        _ => Importance::Other,
    }
}

fn role(function: ProductionFunction, importance: Importance) -> InputRole {
    match (function, importance) {
        (ProductionFunction::Linear, _) => InputRole::Pooled,
        (ProductionFunction::Leontief, _) | (_, Importance::Critical) => InputRole::Binds,
        (ProductionFunction::StronglyCritical, Importance::Important) => InputRole::Binds,
        (ProductionFunction::HalfCritical, Importance::Important) => InputRole::Half,
        (ProductionFunction::WeaklyCritical, Importance::Important) => InputRole::Free,
        (_, Importance::Other) => InputRole::Free,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_critical_takes_half_of_important_inputs_only() {
        let half = ProductionFunction::HalfCritical;
        assert_eq!(role(half, Importance::Critical), InputRole::Binds);
        assert_eq!(role(half, Importance::Important), InputRole::Half);
        assert_eq!(role(half, Importance::Other), InputRole::Free);
    }
}
