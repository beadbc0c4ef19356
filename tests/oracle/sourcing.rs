//! Phases 10 and 12.

use super::Oracle;
use pulih::ids::PROVINCES;

impl Oracle<'_> {
    /// [10.1] reputation of families and of markets.
    pub(super) fn reputation(&mut self) {
        let parameters = &self.scenario.parameters;
        let drift = parameters.sourcing_drift;
        let back = parameters.sourcing_return;
        for family in &mut self.families {
            let mut weight = 0.0;
            let mut gain = 0.0;
            for &i in &family.rows {
                let row = &self.rows[i];
                weight += row.weight;
                gain += row.weight * (row.skill + row.technology + row.quality) / 3.0;
            }
            if weight == 0.0 {
                continue;
            }
            gain /= weight;
            let g = family.reputation;
            let natural = (parameters.capability_attraction * gain).exp();
            family.reputation = f64::max(
                0.001,
                g + drift * g * (family.fill - 1.0) + back * (natural - g),
            );
        }
        for market in &mut self.markets {
            for q in 0..PROVINCES {
                let g = market.reputation[q];
                market.reputation[q] = g + drift * g * (market.fill[q] - 1.0) + back * (1.0 - g);
            }
        }
    }

    /// [10.3] spot orders move within a family to the row that delivers.
    pub(super) fn spot_share_of_contract_row(&mut self) {
        let parameters = &self.scenario.parameters;
        for family in &self.families {
            if family.rows.len() < 2 {
                continue;
            }
            let primary = &self.rows[family.rows[0]];
            let contract = &self.rows[family.rows[1]];
            if contract.weight == 0.0 {
                continue;
            }
            let by_weight = contract.weight / (contract.weight + primary.weight);
            let theta = contract.theta;
            let drift = theta * (1.0 - theta) * (contract.fill - primary.fill);
            let now = theta
                + parameters.sourcing_drift * drift
                + parameters.sourcing_return * (by_weight - theta);
            self.rows[family.rows[1]].theta = now;
            self.rows[family.rows[0]].theta = 1.0 - now;
        }
    }

    /// [12.1] decay of gains; what raises them belongs to section 6.
    pub(super) fn capability(&mut self) {
        let kept = 1.0 - self.scenario.parameters.capability_decay / 52.0;
        for row in &mut self.rows {
            row.skill *= kept;
            row.technology *= kept;
            row.quality *= kept;
        }
    }
}
