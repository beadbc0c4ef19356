//! The model as a forecaster: an ensemble of the twin, fitted on what each origin knew.

use super::{BacktestReport, GAP_QUARTERS, GapEnsemble, MAIN_ORIGIN, Mode, run};
use crate::calibration::files::shipped_posterior;
use crate::calibration::measure::Measured;
use crate::calibration::posterior::Posterior;
use crate::calibration::priors::Priors;
use crate::calibration::twin::Twin;
use crate::data::{Tables, gathered_tables};
use crate::observed::QUARTERS;
use crate::record::Quarter;
use crate::scenario::Outlook;
use std::cell::RefCell;

/// Runs the back-test of the model. At 2020Q4 its ensemble is the shipped one, at earlier origins it
/// is fitted anew to what was known there. `known` is read up to each origin for forecasts, and
/// after it by scores only; `tell` hears of each step.
#[must_use]
pub fn of_model(known: &'static Tables, tell: &dyn Fn(&str)) -> BacktestReport {
    let twin = Twin::new(gathered_tables());
    let bare = twin.without_relief();
    let priors = Priors::shipped();
    let fitted: RefCell<Option<Posterior>> = RefCell::new(None);
    run(known, &|origin, mode| {
        let mut fitted = fitted.borrow_mut();
        if fitted
            .as_ref()
            .is_none_or(|posterior| posterior.origin != origin)
        {
            tell(&format!("origin {origin}: parameters"));
            *fitted = Some(posterior_of(&twin, known, &priors, origin));
        }
        tell(&format!("origin {origin}: forecasts, {}", mode.name()));
        let posterior = fitted.as_ref().expect("it was just fitted");
        let twin = match mode {
            Mode::WithoutRelief => &bare,
            Mode::ObservedMobility | Mode::MobilityHeld | Mode::MobilityDecaying => &twin,
        };
        ensemble(&posterior.measure(twin, outlook(mode, &priors)))
    })
}

fn posterior_of(twin: &Twin, known: &Tables, priors: &Priors, origin: Quarter) -> Posterior {
    if origin == MAIN_ORIGIN {
        shipped_posterior()
    } else {
        Posterior::new(twin, known, priors, origin)
    }
}

/// What a mode of the back-test assumes of mobility after the origin.
fn outlook(mode: Mode, priors: &Priors) -> Outlook {
    match mode {
        Mode::ObservedMobility | Mode::WithoutRelief => Outlook::Observed,
        Mode::MobilityHeld => Outlook::Held,
        Mode::MobilityDecaying => Outlook::Decaying {
            half_life_weeks: priors.half_life_of_decaying_mobility_weeks,
        },
    }
}

fn ensemble(runs: &[Measured]) -> GapEnsemble {
    let path = runs[0].path.clone();
    let first = QUARTERS - GAP_QUARTERS;
    let gaps = |run: &Measured| {
        (0..path.len())
            .map(|series| std::array::from_fn(|q| run.gap(series, first + q)))
            .collect()
    };
    GapEnsemble {
        draws: runs.iter().map(gaps).collect(),
        path,
        employment: runs
            .iter()
            .map(|run| std::array::from_fn(|q| run.employment[first + q]))
            .collect(),
    }
}
