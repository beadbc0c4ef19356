//! `pulih phases`: the week, printed from the list that runs it.

use super::Outcome;
pub use super::arguments::PhasesArguments;
use crate::data::{SectorScheme, tables};
use crate::economy::{BuildPlan, Economy};
use crate::scenario;
use crate::week::{Model, PHASES};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

/// Rows of the economy that is timed.
const ROWS: usize = 5000;
/// Weeks over which times are averaged.
const WEEKS: u32 = 20;

/// Prints the phases of a week, with their times if asked.
#[must_use]
pub fn execute(arguments: &PhasesArguments) -> Outcome {
    let times = if arguments.timing {
        match measure() {
            Ok(times) => Some(times),
            Err(why) => return Outcome::Failed(why),
        }
    } else {
        None
    };
    let mut text = String::new();
    for (n, phase) in PHASES.iter().enumerate() {
        let time = times.as_ref().map_or(String::new(), |times| {
            format!(
                "{:9.1} us  ",
                times[n].as_secs_f64() * 1e6 / f64::from(WEEKS)
            )
        });
        let line = format!(
            "{:2}  {:<15} {time}{}",
            phase.number, phase.name, phase.meaning
        );
        writeln!(text, "{line}").expect("a string takes all text");
    }
    Outcome::Done(text)
}

/// Time of each phase over some weeks of the pandemic.
fn measure() -> Result<Vec<Duration>, String> {
    let covid = scenario::load("covid19").map_err(|refusal| refusal.to_string())?;
    let plan = BuildPlan::new(ROWS, 1);
    let economy = Economy::build(tables(SectorScheme::Io30), &plan);
    let mut model = Model::new(Arc::new(economy), Arc::new(covid)).without_records();
    let mut times = vec![Duration::ZERO; PHASES.len()];
    for _ in 0..WEEKS {
        let mut place = 0;
        model.step_observed(|_, time| {
            times[place] += time;
            place += 1;
        });
    }
    Ok(times)
}
