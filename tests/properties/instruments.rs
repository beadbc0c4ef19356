//! Every shipped instrument does something, and one of size 0 does nothing, to the bit.

use crate::support::{advance, model, shipped};
use pulih::record::Records;
use pulih::scenario::{self, Scenario};

fn records(scenario: Scenario, weeks: u32) -> Records {
    advance(model(scenario), weeks).into_records().expect("a new model keeps records")
}

#[test]
fn every_shipped_instrument_moves_something() {
    let mut idle = Vec::new();
    for (name, _) in scenario::shipped() {
        let with = shipped(name);
        let Some(first) = with.policies.iter().map(|one| one.window.start).max() else { continue };
        // Without the instrument that starts last; half a year after its start all must show.
        let keep = |one: &&pulih::policy::Instrument| one.window.start != first;
        let without = Scenario { policies: with.policies.iter().filter(keep).cloned().collect(), ..with.clone() };
        let weeks = first + 70;
        let trunk = advance(model(without), first);
        let forked = advance(trunk.fork(std::sync::Arc::new(with)), weeks - first);
        let plain = advance(trunk, weeks - first);
        let [a, b] = [forked, plain].map(|run| run.into_records().expect("records"));
        if a.national == b.national {
            idle.push(*name);
        }
    }
    assert!(idle.is_empty(), "the last instrument of {idle:?} does nothing in seventy weeks");
}
