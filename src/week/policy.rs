//! Phase 2, policy. (Being built.)
use super::Week;
pub(crate) fn run(week: &mut Week) { week.flows.levers.neutral(); }
