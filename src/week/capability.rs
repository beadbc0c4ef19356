//! Phase 12, capability: gains of skill, technology and quality are learnt and decay.
//!
//! Equation [12.1]. Gains come from coaching and means (phase 11) and from delivering under contract;
//! without them nothing moves. They act only through hours, capacity, sourcing and spoilage.

use super::Week;
use crate::economy::WEEKS_PER_YEAR;

/// Learns and forgets.
pub(crate) fn run(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let decay = parameters.capability_decay / WEEKS_PER_YEAR;
    let learning = parameters.learning_by_supplying / WEEKS_PER_YEAR;
    let on = week.scenario.channels.capability;
    let (state, flows) = (&mut *week.state, &*week.flows);
    for i in 0..week.base.rows {
        if state.weight[i] == 0.0 {
            continue;
        }
        let under_contract = flows.contract_delivered[i] > 0.0;
        if !under_contract && state.gain[i] == [0.0; 3] {
            continue;
        }
        let room = (1.0 - week.economy.rows.quality[i]).max(0.0);
        for gain in &mut state.gain[i] {
            let learnt = if on && under_contract { learning } else { 0.0 };
            *gain = learnt_and_decayed(*gain, room, learnt, decay);
        }
    }
}

/// [12.1]: a gain of 0..room after one week.
fn learnt_and_decayed(gain: f64, room: f64, learning: f64, decay: f64) -> f64 {
    gain + learning * (room - gain).max(0.0) - decay * gain
}

#[cfg(test)]
mod tests {
    use super::learnt_and_decayed;

    #[test]
    fn without_learning_a_gain_fades() {
        assert_eq!(learnt_and_decayed(0.1, 0.5, 0.0, 0.1), 0.09);
        assert_eq!(learnt_and_decayed(0.0, 0.5, 0.1, 0.1), 0.05);
    }
}
