//! What a forecaster hands in: gaps to the path by draw, series and quarter.

use crate::observed::QUARTERS;

/// Quarters of gaps: 2020Q1 to 2022Q4.
pub const GAP_QUARTERS: usize = 12;

/// What a forecaster is told of the time after the origin. Up to it, mobility is as observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Mobility as it was observed later, and the reliefs: tests the economy, not the forecaster of
    /// the pandemic.
    ObservedMobility,
    /// Mobility likewise, but without the reliefs of 2021-22, which no one knew at the end of 2020.
    WithoutRelief,
    /// Mobility held as at the origin: what somebody could have assumed then.
    MobilityHeld,
    /// Fading from the origin: likewise.
    MobilityDecaying,
}

impl Mode {
    /// All modes, the main one first.
    pub const ALL: [Mode; 4] = [
        Mode::ObservedMobility,
        Mode::WithoutRelief,
        Mode::MobilityHeld,
        Mode::MobilityDecaying,
    ];

    /// Name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Mode::ObservedMobility => "observed_mobility",
            Mode::WithoutRelief => "without_relief",
            Mode::MobilityHeld => "mobility_held",
            Mode::MobilityDecaying => "mobility_decaying",
        }
    }
}

/// Gaps to the path of an ensemble of runs, for the series of `observed::series` in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct GapEnsemble {
    /// `[draw][series][quarter]`, quarters 2020Q1 to 2022Q4: gap as a share of the path, negative
    /// below it, above -1.
    pub draws: Vec<Vec<[f64; GAP_QUARTERS]>>,
    /// `[series][quarter]`, quarters 2019Q1 to 2022Q4: level of the path in any unit, positive. A
    /// series that the model does not have is not finite here and is left out.
    pub path: Vec<[f64; QUARTERS]>,
    /// `[draw][quarter]`, quarters as in `draws`: persons in work over their path; empty when the
    /// forecaster does not tell them.
    pub employment: Vec<[f64; GAP_QUARTERS]>,
}

impl GapEnsemble {
    /// The model has this series.
    #[must_use]
    pub fn has(&self, series: usize) -> bool {
        self.path[series].iter().all(|level| level.is_finite())
    }

    /// Gaps of one series by draw.
    pub(super) fn gaps(&self, series: usize) -> Vec<[f64; GAP_QUARTERS]> {
        self.draws.iter().map(|draw| draw[series]).collect()
    }

    /// Ends the program where the ensemble does not fit the series: a bug of who made it.
    pub(super) fn check(&self, series: usize) {
        assert!(!self.draws.is_empty(), "an ensemble has no draw");
        assert_eq!(self.path.len(), series, "an ensemble has a path a series");
        for draw in &self.draws {
            assert_eq!(draw.len(), series, "a draw has gaps of every series");
        }
    }
}
