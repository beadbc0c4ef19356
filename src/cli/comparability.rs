//! Warnings of comparisons that tell of more than the policy.

use crate::experiment::ExperimentPlan;
use crate::scenario::{PARAMETERS, Scenario};

/// A warning for each policy scenario whose parameters are not those of its counterfactual.
pub(super) fn warnings(plan: &ExperimentPlan) -> Vec<String> {
    let against = &plan.counterfactual;
    let warning = |policy| warning(policy, against);
    plan.policies.iter().filter_map(warning).collect()
}

fn warning(policy: &Scenario, against: &Scenario) -> Option<String> {
    let of = |scenario: &Scenario, key| scenario.parameters.get(key);
    let differing: Vec<String> = PARAMETERS
        .iter()
        .filter_map(|info| Some((info.key, of(policy, info.key)?, of(against, info.key)?)))
        .filter(|(_, own, other)| own.to_bits() != other.to_bits())
        .map(|(key, own, other)| format!("  {key}: {own} against {other}"))
        .collect();
    let first = PARAMETERS
        .iter()
        .find(|info| of(policy, info.key) != of(against, info.key))?;
    Some(format!(
        "warning: {} and its counterfactual {} differ in parameters, so that the effect is not of the policy alone\n{}\n  choose a counterfactual with the same parameters (--against), or set them for both (--set {}=VALUE)",
        policy.name,
        against.name,
        differing.join("\n"),
        first.key
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;

    fn plan(policy: &str, against: &str) -> ExperimentPlan {
        let load = |name| scenario::load(name).unwrap();
        ExperimentPlan {
            counterfactual: load(against),
            policies: vec![load(policy)],
            threads: None,
        }
    }

    #[test]
    fn parameters_that_differ_are_named_and_equal_ones_are_not() {
        let told = warnings(&plan("kur_credit", "covid19"));
        assert_eq!(told.len(), 1);
        assert!(
            told[0].contains("  income_support: 0 against "),
            "{}",
            told[0]
        );
        assert!(told[0].contains("--set income_support="), "{}", told[0]);
        assert!(warnings(&plan("kur_credit", "covid19_without_support")).is_empty());
        assert!(warnings(&plan("integration_target", "covid19")).is_empty());
    }
}
