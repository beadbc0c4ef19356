//! What is known of the pandemic when a forecast is made, and what is assumed after it.

use crate::data::DriverWeek;

/// Weeks whose mean stands for the state of the pandemic at the end of what is known: a quarter, so
/// that the holidays of one week do not count for all (ours).
const WEEKS_OF_MEAN: usize = 13;

/// The course of mobility and stringency after the last week known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outlook {
    /// As they were observed: the forecast is conditional on the course of the pandemic.
    Observed,
    /// As in the last quarter known.
    Held,
    /// From there falling by half in so many weeks.
    Decaying {
        /// Weeks.
        half_life_weeks: f64,
    },
}

impl Outlook {
    /// Names in scenarios.
    pub const NAMES: [&'static str; 3] = ["observed", "held", "decaying"];
}

/// The knowledge of a day in the past: nothing after it is read but what the outlook says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vintage {
    /// Weeks of the drivers that are known, from 6 January 2020.
    pub known_weeks: u32,
    /// What is assumed after them.
    pub outlook: Outlook,
}

impl Vintage {
    /// The drivers of week `t`; `None` after the last when they are observed to the end.
    #[must_use]
    pub fn driver(&self, drivers: &[DriverWeek], t: u32) -> Option<DriverWeek> {
        let known = &drivers[..drivers.len().min(self.known_weeks as usize)];
        if (t as usize) < known.len() {
            return Some(known[t as usize]);
        }
        let weeks_since = f64::from(t) + 1.0 - known.len() as f64;
        match self.outlook {
            Outlook::Observed => drivers.get(t as usize).copied(),
            Outlook::Held => Some(last_quarter(known, 1.0)),
            Outlook::Decaying { half_life_weeks } => Some(last_quarter(
                known,
                0.5_f64.powf(weeks_since / half_life_weeks),
            )),
        }
    }

    /// Whether a week is known.
    #[must_use]
    pub fn knows(&self, week: u32) -> bool {
        week < self.known_weeks
    }
}

/// Mean of the last weeks known, times `level`.
fn last_quarter(known: &[DriverWeek], level: f64) -> DriverWeek {
    let last = &known[known.len().saturating_sub(WEEKS_OF_MEAN)..];
    let mean = |of: fn(&DriverWeek) -> f64| {
        let sum: f64 = last.iter().map(of).sum();
        level * sum / last.len().max(1) as f64
    };
    DriverWeek {
        monday: last.last().map_or(0, |week| week.monday),
        stringency: mean(|week| week.stringency),
        retail: mean(|week| week.retail),
        transit: mean(|week| week.transit),
        workplaces: mean(|week| week.workplaces),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drivers() -> Vec<DriverWeek> {
        let week = |t: i64| DriverWeek {
            monday: 7 * t,
            stringency: t as f64,
            retail: -(t as f64),
            transit: 0.0,
            workplaces: 0.0,
        };
        (0..40).map(week).collect()
    }

    fn stringency(outlook: Outlook, t: u32) -> Option<f64> {
        let vintage = Vintage {
            known_weeks: 20,
            outlook,
        };
        vintage.driver(&drivers(), t).map(|week| week.stringency)
    }

    #[test]
    fn what_is_known_is_the_same_under_every_outlook() {
        for outlook in [
            Outlook::Observed,
            Outlook::Held,
            Outlook::Decaying {
                half_life_weeks: 26.0,
            },
        ] {
            assert_eq!(stringency(outlook, 19), Some(19.0));
        }
    }

    #[test]
    fn after_it_drivers_are_observed_held_or_decay() {
        assert_eq!(stringency(Outlook::Observed, 30), Some(30.0));
        assert_eq!(stringency(Outlook::Observed, 40), None);
        // Weeks 7 to 19 have the mean 13.
        assert_eq!(stringency(Outlook::Held, 30), Some(13.0));
        let decaying = Outlook::Decaying {
            half_life_weeks: 10.0,
        };
        assert_eq!(stringency(decaying, 29), Some(6.5));
    }
}
