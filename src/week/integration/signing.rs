//! Signing: candidates that are ready get a contract, and the weight of those concerned moves,
//! [11.4], [11.5] and [11.14].

use super::matching::family_weight;
use super::weight::move_weight;
use super::{Advance, Candidate, Contract, Stage};
use crate::draw::{Purpose, Stream};
use crate::ids::{Kind, NONE};
use crate::policy::Action;
use crate::week::Week;
use crate::week::state::contract_row;

/// A volume below this is no contract, bn Rp a week.
pub(super) const LEAST_VOLUME: f64 = 1e-9;

/// Signs all candidates whose time has come.
pub(super) fn run(week: &mut Week) {
    let t = week.state.week;
    let coaching = std::mem::take(&mut week.state.integration.coaching);
    let mut waiting = Vec::with_capacity(coaching.len());
    for candidate in coaching {
        if candidate.ready_week <= t {
            sign(week, &candidate);
        } else {
            waiting.push(candidate);
        }
    }
    week.state.integration.coaching = waiting;
}

/// Volume of one relation, bn Rp a week: what the buyer needs, the supplier can commit, and imports
/// leave room for, [11.4].
pub(super) fn volume(week: &Week, supplier: usize, buyer: usize, input: usize, count: f64) -> f64 {
    let parameters = &week.scenario.parameters;
    let (state, base, rows) = (&*week.state, week.base, &week.economy.rows);
    let integration = &state.integration;
    let sellers = family_weight(week, supplier);
    let buyers = family_weight(week, buyer);
    let capacity = if rows.kind[supplier] == Kind::Cooperative {
        match base.cooperative_of_row[supplier] {
            NONE => 0.0,
            c => week.economy.cooperatives[c as usize].volume,
        }
    } else {
        state.capacity[supplier] * state.open_share[supplier]
    };
    let free = parameters.committed_share * capacity - integration.committed[supplier] / sellers;
    let cell = week.economy.inputs.cell_start[buyer] as usize + input;
    let x0 = rows.output[buyer];
    let part = buyers_of_mean_size(week, buyer, count) / count;
    let need = parameters.buyer_need_cap * base.alpha[cell] * x0 * part;
    let p = week.economy.inputs.products[rows.sector[buyer] as usize][input] as usize;
    let traits = &week.economy.tables.sectors[p].traits;
    let sub = traits.substitutable(parameters.import_substitutability);
    let imported = base.alpha[cell] * base.import_share[cell] * x0 * sub;
    let left = (imported - integration.displaced_of_cell[cell] / buyers).max(0.0) * part;
    // The same bounds whether it would have come anyway or not: net is gross less deadweight.
    free.min(need).min(left).max(0.0)
}

/// Enterprises of its row's mean size that the buyers of `count` relations make up: who buys is drawn
/// by what he buys, so he is larger than the mean. Several sellers share one buyer when there are
/// fewer buyers than relations.
fn buyers_of_mean_size(week: &Week, buyer: usize, count: f64) -> f64 {
    let size = week.economy.rows.size_bias[buyer];
    (count * size).min(family_weight(week, buyer))
}

fn sign(week: &mut Week, candidate: &Candidate) {
    let (supplier, buyer) = (
        candidate.supplier_family as usize,
        candidate.buyer_family as usize,
    );
    let input = candidate.input as usize;
    let cell = week.economy.inputs.cell_start[buyer] as usize + input;
    release(week, candidate, supplier, cell);
    let volume = volume(week, supplier, buyer, input, candidate.count);
    if volume < LEAST_VOLUME {
        return;
    }
    let total = volume * candidate.count;
    let integration = &mut week.state.integration;
    integration.committed[supplier] += total;
    if !candidate.deadweight {
        integration.displaced_of_cell[cell] += total;
        integration.progress[candidate.instrument as usize].asked_volume += total;
    }
    integration.progress[candidate.instrument as usize].signed += candidate.count;
    let partners = if candidate.coached {
        Partners::New
    } else {
        Partners::Any
    };
    let supplier_row = take_part(week, supplier, candidate.count, partners);
    let buyers = buyers_of_mean_size(week, buyer, candidate.count);
    let buyer_row = take_part(week, buyer, buyers, Partners::Any);
    improve(week, supplier_row, candidate);
    let rows = [supplier_row, buyer_row];
    let contract = new_contract(week, candidate, [total, buyers], rows);
    let integration = &mut week.state.integration;
    integration.supplies[supplier_row] += 1;
    integration.buys[buyer_row] += 1;
    integration.suppliers[supplier_row] += candidate.count;
    integration.buyers[buyer_row] += buyers;
    integration.contracts.push(contract);
}

/// Gives back what was kept free for a candidate, whose coaching is over.
fn release(week: &mut Week, candidate: &Candidate, supplier: usize, cell: usize) {
    let integration = &mut week.state.integration;
    integration.committed[supplier] -= candidate.reserved;
    if candidate.coached {
        integration.in_coaching[supplier] -= candidate.count;
        integration.was_coached[supplier] += candidate.count;
    }
    if !candidate.deadweight {
        integration.displaced_of_cell[cell] -= candidate.reserved;
        integration.progress[candidate.instrument as usize].asked_volume -= candidate.reserved;
    }
}

/// Which enterprises of a family sign.
#[derive(Clone, Copy)]
enum Partners {
    /// Any: some may hold contracts already.
    Any,
    /// Those who were coached hold none yet.
    New,
}

/// Moves the real enterprises concerned to the contract row, if the family has one; the row that
/// holds the contract.
fn take_part(week: &mut Week, family: usize, count: f64, partners: Partners) -> usize {
    let Some(contract) = contract_row(week.economy, family) else {
        return family;
    };
    let (own, other) = (week.state.weight[family], week.state.weight[contract]);
    let moved = match partners {
        // The rest of the count falls on enterprises that hold contracts already.
        Partners::Any => count * own / (own + other),
        Partners::New => count,
    };
    let moved = moved.min(own);
    move_weight(week.economy, week.base, week.state, family, contract, moved);
    if week.state.weight[contract] > 0.0 {
        contract
    } else {
        family
    }
}

/// Coaching and means have raised what those who sign can do, [12.1].
fn improve(week: &mut Week, row: usize, candidate: &Candidate) {
    if !week.scenario.channels.capability || !candidate.coached {
        return;
    }
    let instrument = &week.scenario.policies[candidate.instrument as usize];
    let Action::Integration { means, .. } = &instrument.action else {
        return;
    };
    let mut gain = [0.0, 0.0, candidate.gap];
    for (index, coverage) in super::coaching::means_in_force(week, means, row) {
        for (total, part) in gain.iter_mut().zip(week.economy.tables.means[index].gain) {
            *total += coverage * part;
        }
    }
    let share = (candidate.count / week.state.weight[row]).min(1.0);
    let room = (1.0 - week.economy.rows.quality[row]).max(0.0);
    for (current, added) in week.state.gain[row].iter_mut().zip(gain) {
        *current += share * (added.min(room - *current)).max(0.0);
    }
}

/// Advance that the programme provides for, [11.14]; none with the channel finance off.
fn advance(week: &Week, candidate: &Candidate, total: f64) -> Advance {
    let instrument = &week.scenario.policies[candidate.instrument as usize];
    match instrument.action {
        Action::Integration { advance_share, .. } if week.scenario.channels.finance => {
            Advance::agreed(
                advance_share,
                total,
                week.scenario.parameters.contract_premium,
            )
        }
        _ => Advance::default(),
    }
}

/// The record of what is signed: the volume and the buyers of all relations together.
fn new_contract(
    week: &mut Week,
    candidate: &Candidate,
    [total, buyers]: [f64; 2],
    rows: [usize; 2],
) -> Contract {
    let parameters = &week.scenario.parameters;
    let [supplier_row, buyer_row] = rows;
    let economy = week.economy;
    let supplied = economy.rows.sector[supplier_row];
    let inputs = &economy.inputs.products[economy.rows.sector[buyer_row] as usize];
    // A contract that would have come anyway takes domestic purchases of what is supplied.
    let k = if candidate.deadweight {
        inputs
            .iter()
            .position(|&p| p == supplied)
            .unwrap_or(candidate.input as usize)
    } else {
        candidate.input as usize
    };
    let place = |start: u32| start + u32::try_from(k).expect("at most 80 inputs");
    let draw = Stream::new(economy.plan.seed, Purpose::Ramp, 0).uniform(candidate.attempt, 0);
    let (short, long) = (parameters.ramp_weeks_low, parameters.ramp_weeks_high);
    let id = candidate.attempt;
    week.state.integration.next_contract += 1;
    Contract {
        id,
        instrument: candidate.instrument,
        supplier_row: u32::try_from(supplier_row).expect("rows are u32"),
        buyer_row: u32::try_from(buyer_row).expect("rows are u32"),
        cell: place(week.base.row_cell_start[buyer_row]),
        family_cell: economy.inputs.cell_start[candidate.buyer_family as usize]
            + u32::from(candidate.input),
        supplied,
        count: candidate.count,
        buyers,
        volume: total,
        deadweight: candidate.deadweight,
        coached: candidate.coached,
        signed: week.state.week,
        ramp_weeks: short + (long - short) * draw,
        stage: Stage::Active,
        ordered: 0.0,
        replaces_imports: 0.0,
        held: 0.0,
        owed: 0.0,
        advance: advance(week, candidate, total),
        weeks_unfilled: 0,
    }
}
