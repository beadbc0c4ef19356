//! Draws of the parameters that 2020 tells loosely or not at all.
//!
//! Run k of an experiment has seed k. Runs come in blocks of four: three have the next three draws,
//! and the fourth repeats one of those, the first of the first block, the second of the second, and
//! so on in turn. What two runs of one draw differ by comes from the seeds, so the spread of an
//! effect can be told apart. The draws stand in an order in which three that follow each other
//! differ in the driver of the pandemic and in the depth of the lasting loss, so the repeated ones
//! are spread over both. The block of four and which draw it repeats are ours.

use super::{ContactResponse, Scenario, Uncertainty};
use crate::data::{SectorScheme, tables};
use serde_json::Value;
use std::sync::OnceLock;

/// One draw: values of some parameters by key, and all responses of final demand.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterDraw {
    /// Key and value.
    pub values: Vec<(String, f64)>,
    /// Responses of final demand.
    pub contact_response: ContactResponse,
}

/// Runs of a block: all have a draw of their own but the last.
const BLOCK: usize = 4;

impl Uncertainty {
    /// Place among [`calibrated_draws`] of the draw that run `run` (1, 2, ...) has; none where
    /// parameters are central. After the last draw it begins again. It depends on nothing but the
    /// number of the run, so a small experiment is the beginning of a large one.
    #[must_use]
    pub fn draw_of_run(self, run: u64) -> Option<usize> {
        let before = (run as usize).saturating_sub(1);
        let (block, place) = (before / BLOCK, before % BLOCK);
        let fresh = BLOCK - 1;
        let number = match self {
            Uncertainty::Central => return None,
            Uncertainty::DrawnOnce => before,
            Uncertainty::Drawn if place < fresh => block * fresh + place,
            Uncertainty::Drawn => block * fresh + block % fresh,
        };
        Some(number % calibrated_draws().len())
    }
}

impl Scenario {
    /// The scenario of one run of an experiment: with the draw of the run, if parameters are drawn.
    #[must_use]
    pub fn of_seed(&self, seed: u64) -> Scenario {
        match self.uncertainty.draw_of_run(seed) {
            Some(place) => self.with_draw(&calibrated_draws()[place]),
            None => self.clone(),
        }
    }

    /// The scenario with the values of a draw, but for parameters that it gives itself.
    ///
    /// # Panics
    /// When a key is no parameter.
    #[must_use]
    pub fn with_draw(&self, draw: &ParameterDraw) -> Scenario {
        let mut drawn = self.clone();
        for (key, value) in &draw.values {
            if !self.given.contains(key) {
                assert!(drawn.parameters.set(key, *value), "no parameter `{key}`");
            }
        }
        drawn.contact_response = draw.contact_response.clone();
        drawn
    }
}

/// Text of the draws that scenarios run with.
const DRAWS_TEXT: &str = include_str!("../../data/calibration/draws.json");

/// The draws that scenarios run with, written by `pulih calibrate`; which run has which is told by
/// [`Uncertainty::draw_of_run`].
///
/// # Panics
/// When the embedded file is broken: a bug.
pub fn calibrated_draws() -> &'static [ParameterDraw] {
    static DRAWS: OnceLock<Vec<ParameterDraw>> = OnceLock::new();
    DRAWS.get_or_init(|| read(DRAWS_TEXT).expect("draws.json has the form of draws"))
}

fn read(text: &str) -> Option<Vec<ParameterDraw>> {
    let file: Value = serde_json::from_str(text).ok()?;
    let sectors = &tables(SectorScheme::Io30).sectors;
    let draw = |draw: &Value| -> Option<ParameterDraw> {
        let contact = sectors
            .iter()
            .map(|sector| draw["contact_response"][&sector.code].as_f64());
        let values = draw["parameters"].as_object()?.iter();
        Some(ParameterDraw {
            values: values
                .map(|(key, value)| Some((key.clone(), value.as_f64()?)))
                .collect::<Option<_>>()?,
            contact_response: ContactResponse(contact.collect::<Option<_>>()?),
        })
    };
    file["draws"].as_array()?.iter().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{PARAMETERS, load};
    use std::collections::BTreeSet;

    #[test]
    fn drawn_values_are_allowed() {
        for draw in calibrated_draws() {
            for (key, value) in &draw.values {
                let info = PARAMETERS.iter().find(|info| info.key == key).unwrap();
                let (low, high) = info.allowed;
                assert!((low..=high).contains(value), "{key} {value}");
            }
            let value = |key: &str| {
                draw.values
                    .iter()
                    .find(|(known, _)| known == key)
                    .unwrap()
                    .1
            };
            let weights =
                value("consumption_current_income") + value("consumption_permanent_income");
            assert!(weights <= 1.0);
        }
    }

    /// Draws of the runs 1 to `runs`, counted from 1.
    fn draws_of(runs: u64) -> Vec<usize> {
        (1..=runs)
            .map(|run| Uncertainty::Drawn.draw_of_run(run).unwrap() + 1)
            .collect()
    }

    #[test]
    fn every_fourth_run_repeats_a_draw_of_the_three_before_it_in_turn() {
        let sixteen = [1, 2, 3, 1, 4, 5, 6, 5, 7, 8, 9, 9, 10, 11, 12, 10];
        assert_eq!(draws_of(16), sixteen);
        let default: BTreeSet<usize> = draws_of(24).into_iter().collect();
        assert!(
            default.into_iter().eq(1..=18),
            "18 draws, six of them twice"
        );
        let all = draws_of(32);
        assert_eq!(all[..16], sixteen, "a small experiment begins a large one");
        for draw in 1..=calibrated_draws().len() {
            assert!(all.contains(&draw), "draw {draw} is in 32 runs");
        }
        let next = [1, 2, 3, 3, 4, 5, 6, 4];
        assert_eq!(draws_of(40)[32..], next, "after the last it begins again");
    }

    #[test]
    fn repeated_draws_are_of_all_drivers_and_strata() {
        let repeated: Vec<usize> = draws_of(32).into_iter().skip(3).step_by(4).collect();
        let driver = |draw: &usize| (draw - 1) % 3;
        let stratum = |draw: &usize| (draw - 1) / 3;
        for kind in 0..3 {
            let of = repeated.iter().filter(|draw| driver(draw) == kind).count();
            assert!((2..=3).contains(&of), "driver {kind}: {of} of 8");
        }
        let strata: Vec<usize> = repeated.iter().map(stratum).collect();
        assert_eq!(strata, [0, 1, 2, 3, 4, 5, 6, 7]);
        let weight = |place: usize| {
            let values = &calibrated_draws()[place].values;
            let found = values
                .iter()
                .find(|(key, _)| key == "driver_stringency_weight");
            found.unwrap().1
        };
        for place in 0..calibrated_draws().len() {
            assert_eq!(
                weight(place),
                0.5 * (place % 3) as f64,
                "the order of draws.json"
            );
        }
    }

    #[test]
    fn draws_that_are_taken_once_come_in_their_order() {
        let all = 1..=calibrated_draws().len() as u64;
        let taken = all.map(|run| Uncertainty::DrawnOnce.draw_of_run(run).unwrap());
        assert!(taken.eq(0..calibrated_draws().len()));
        assert_eq!(Uncertainty::Central.draw_of_run(3), None);
    }

    #[test]
    fn what_a_scenario_gives_no_draw_replaces() {
        let mut scenario = load("covid19").unwrap();
        scenario.parameters.set("anchor", 0.0);
        scenario.given.push("anchor".to_owned());
        let drawn = scenario.with_draw(&calibrated_draws()[0]);
        assert_eq!(drawn.parameters.anchor, 0.0);
        assert_ne!(drawn.parameters.habit_in, scenario.parameters.habit_in);
    }
}
