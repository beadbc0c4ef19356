//! `pulih phases`.

use super::Outcome;
pub use super::arguments::PhasesArguments;

/// Prints the phases of a week, with their times if asked.
#[must_use]
pub fn execute(arguments: &PhasesArguments) -> Outcome {
    let what = if arguments.timing {
        "timing the phases"
    } else {
        "listing the phases"
    };
    Outcome::Failed(format!(
        "{what} needs the engine, which this build does not have"
    ))
}
