//! Phase 9.

use super::Oracle;
use pulih::ids::Class;

impl Oracle<'_> {
    /// [9.1] hours follow need, heads follow hours, persons both.
    pub(super) fn labour(&mut self) {
        let parameters = &self.scenario.parameters;
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            let wanted = row.target.min(row.capacity_limit).min(row.money_limit);
            let need = f64::min(
                1.5 * row.output0 * row.open_share,
                wanted / row.productivity,
            );
            // Who is in work this morning: hired hands, and who works on the own account.
            let mut persons = row.heads;
            if row.class == Class::Micro {
                let stay = row.open_share * row.output0;
                if stay > row.heads {
                    persons += parameters.own_account_share * (stay - row.heads);
                }
            }
            if need < row.hours {
                // The wage subsidy of phase 2 slows this down.
                row.hours += parameters.firing_speed * (need - row.hours);
            } else {
                let difficulty = self.economy.tables.sectors[row.sector]
                    .traits
                    .hiring_difficulty;
                // Short time of those ends, new hands come.
                let short_time = f64::max(0.0, need.min(persons) - row.hours);
                let new_hands = f64::max(0.0, need - persons.max(row.hours));
                row.hours += parameters.firing_speed * short_time
                    + parameters.hiring_speed * (1.5 - difficulty) * new_hands;
            }
            // Hired hands go when hours fall below them, and come with hours beyond all persons.
            if row.hours < row.heads {
                row.heads -= parameters.heads_speed * (row.heads - row.hours);
            } else if row.hours > persons {
                row.heads += parameters.heads_speed * (row.hours - persons);
            }
            // Persons: hired hands by heads; own account while open, or more where more are needed.
            let hired = row.heads / row.output0;
            row.employed = hired;
            if row.class == Class::Micro {
                let own_account = f64::max(hired, row.open_share);
                row.employed += parameters.own_account_share * (own_account - hired);
            }
        }
    }
}
