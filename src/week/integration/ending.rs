//! How contracts end: by chance, or when deliveries fail; then weight goes back, [11.6].

use super::weight::move_weight;
use super::{Contract, Stage};
use crate::draw::{Purpose, Stream};
use crate::economy::WEEKS_PER_YEAR;
use crate::week::Week;

/// A buyer leaves after so many weeks of poor deliveries (ours).
const PATIENCE_WEEKS: u32 = 8;
/// What is held or owed below this is nothing, bn Rp.
const NOTHING: f64 = 1e-12;

/// Ends contracts and clears those that have wound up.
pub(super) fn run(week: &mut Week) {
    if week.state.integration.contracts.is_empty() {
        return;
    }
    let t = week.state.week;
    let yearly = week.scenario.parameters.contract_loss;
    let ends = 1.0 - (1.0 - yearly).powf(1.0 / WEEKS_PER_YEAR);
    let stream = Stream::new(week.economy.plan.seed, Purpose::ContractEnd, u64::from(t));
    for contract in &mut week.state.integration.contracts {
        let lost = stream.uniform(contract.id, 0) < ends;
        let lived = contract.signed < t;
        if lived && (lost || contract.weeks_unfilled >= PATIENCE_WEEKS) {
            contract.stage = Stage::Winding;
        }
    }
    // One by one: what each gives back depends on who is left.
    let done = |c: &Contract| {
        c.stage == Stage::Winding
            && [c.held, c.owed, c.advance.open]
                .iter()
                .all(|&x| x <= NOTHING)
    };
    let mut place = 0;
    while place < week.state.integration.contracts.len() {
        if done(&week.state.integration.contracts[place]) {
            let contract = week.state.integration.contracts.remove(place);
            close(week, &contract);
        } else {
            place += 1;
        }
    }
}

fn close(week: &mut Week, contract: &Contract) {
    let (supplier, buyer) = (contract.supplier_row as usize, contract.buyer_row as usize);
    let family = week.economy.rows.family[supplier] as usize;
    let integration = &mut week.state.integration;
    integration.committed[family] -= contract.volume;
    if !contract.deadweight {
        integration.displaced_of_cell[contract.family_cell as usize] -= contract.volume;
        integration.progress[contract.instrument as usize].asked_volume -= contract.volume;
    }
    integration.supplies[supplier] -= 1;
    integration.suppliers[supplier] -= contract.count;
    give_back(week, supplier, contract.count);
    let integration = &mut week.state.integration;
    integration.buys[buyer] -= 1;
    integration.buyers[buyer] -= contract.buyers;
    give_back(week, buyer, contract.buyers);
}

/// Moves the share of the weight that left back to the primary row.
fn give_back(week: &mut Week, row: usize, left: f64) {
    let family = week.economy.rows.family[row] as usize;
    if row == family {
        return;
    }
    let integration = &week.state.integration;
    let others = integration.suppliers[row] + integration.buyers[row];
    let last = integration.supplies[row] == 0 && integration.buys[row] == 0;
    let share = if last { 1.0 } else { left / (left + others) };
    let moved = week.state.weight[row] * share;
    move_weight(week.economy, week.base, week.state, row, family, moved);
}
