//! What a policy costs the public: its own instruments, and apart from them what it changes in the
//! cost of instruments that the counterfactual has as well.
//!
//! An instrument is the policy's own when the counterfactual has none that is the same in every
//! respect. One that was changed costs what it spends less what the counterfactual's spends; one
//! that was removed saves what it would have spent.

use super::pair::Pair;
use crate::policy::Instrument;
use crate::record::{Records, recorded};

/// Instruments of a scenario and a run of it.
type Spender<'a> = (&'a [Instrument], &'a Records);

/// Spent by the policy's own instruments over the run, bn Rp current.
pub(super) fn own(pair: &Pair) -> f64 {
    let (policy, counterfactual) = spenders(pair);
    let not_in = |others: Spender, one: &Instrument| !others.0.contains(one);
    spent(pair, policy, |one| not_in(counterfactual, one))
        - spent(pair, counterfactual, |one| not_in(policy, one))
}

/// Change of what instruments spend that both scenarios have, bn Rp current.
pub(super) fn induced(pair: &Pair) -> f64 {
    let (policy, counterfactual) = spenders(pair);
    let of_both = |one: &Instrument| policy.0.contains(one) && counterfactual.0.contains(one);
    spent(pair, policy, of_both) - spent(pair, counterfactual, of_both)
}

fn spenders<'a>(pair: &Pair<'a>) -> (Spender<'a>, Spender<'a>) {
    let [policy, counterfactual] = pair.instruments;
    ((policy, pair.policy), (counterfactual, pair.counterfactual))
}

/// Spent up to the end that both runs have by instruments of this kind.
fn spent(pair: &Pair, (instruments, run): Spender, of_kind: impl Fn(&Instrument) -> bool) -> f64 {
    let week = recorded(pair.end());
    let counted = instruments.iter().enumerate();
    counted
        .filter(|(_, one)| of_kind(one))
        .map(|(place, _)| run.spent[week][place])
        .sum()
}
