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
                gain += row.theta * (row.skill + row.technology + row.quality) / 3.0;
            }
            if weight == 0.0 {
                continue;
            }
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
                market.reputation[q] = f64::max(
                    0.001,
                    g + drift * g * (market.fill[q] - 1.0) + back * (1.0 - g),
                );
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

    /// [12.1] gains decay; who delivered under contract learns.
    pub(super) fn capability(&mut self) {
        let parameters = &self.scenario.parameters;
        for row in &mut self.rows {
            if row.weight == 0.0 {
                continue;
            }
            let room = 1.0 - self.economy.rows.quality[row.number];
            let learning = if row.contract_sales > 0.0 && self.scenario.channels.capability {
                parameters.learning_by_supplying / 52.0
            } else {
                0.0
            };
            for gain in [&mut row.skill, &mut row.technology, &mut row.quality] {
                let learnt = learning * f64::max(0.0, room - *gain);
                *gain += learnt - parameters.capability_decay / 52.0 * *gain;
            }
        }
    }
}
