//! Where a policy run may leave its counterfactual.

use crate::scenario::Scenario;

/// The first week in which the levers of two scenarios can differ; `None` when they differ in
/// anything but instruments, so that they share no past.
pub(super) fn week(counterfactual: &Scenario, policy: &Scenario) -> Option<u32> {
    let same = counterfactual.start == policy.start
        && counterfactual.enterprises == policy.enterprises
        && counterfactual.scheme == policy.scheme
        && counterfactual.production_function == policy.production_function
        && counterfactual.parameters == policy.parameters
        && counterfactual.given == policy.given
        && counterfactual.uncertainty == policy.uncertainty
        && counterfactual.contact_response == policy.contact_response
        && counterfactual.vintage == policy.vintage
        && counterfactual.churn == policy.churn
        && counterfactual.shocks == policy.shocks
        && counterfactual.channels == policy.channels;
    if !same {
        return None;
    }
    let only_in = |a: &Scenario, b: &Scenario| {
        a.policies
            .iter()
            .filter(|instrument| !b.policies.contains(instrument))
            .map(|instrument| instrument.window.start)
            .min()
    };
    let differences = [
        only_in(counterfactual, policy),
        only_in(policy, counterfactual),
    ];
    let last = counterfactual.weeks.min(policy.weeks);
    Some(
        differences
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(last)
            .min(last),
    )
}
