//! When a level is regained for good.

use crate::record::MEAN_WEEKS;

/// First week from which `level` (a 13-week mean) stays at or above `target` for 13 weeks, after
/// it has first fallen below. Zero when it never falls below; `None` when the run ends first.
pub(super) fn regained(
    weeks: i64,
    level: impl Fn(i64) -> f64,
    target: impl Fn(i64) -> f64,
) -> Option<f64> {
    let above: Vec<bool> = (1..=weeks)
        .map(|week| level(week) >= target(week))
        .collect();
    let Some(lost) = above.iter().position(|above| !above) else {
        return Some(0.0);
    };
    let window = MEAN_WEEKS as usize;
    above[lost..]
        .windows(window)
        .position(|span| span.iter().all(|above| *above))
        .map(|after| (lost + after + 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week_of(levels: &[f64]) -> Option<f64> {
        regained(
            levels.len() as i64,
            |week| levels[week as usize - 1],
            |_| 1.0,
        )
    }

    #[test]
    fn a_level_that_is_never_lost_is_regained_at_once() {
        assert_eq!(week_of(&[1.0; 30]), Some(0.0));
    }

    #[test]
    fn thirteen_weeks_above_are_needed() {
        let mut levels = vec![2.0; 10];
        levels.extend(vec![0.5; 10]); // weeks 11 to 20
        levels.extend(vec![1.5; 12]); // weeks 21 to 32: too short
        levels.push(0.9); // week 33
        levels.extend(vec![1.5; 13]); // from week 34
        assert_eq!(week_of(&levels), Some(34.0));
    }

    #[test]
    fn the_horizon_is_never_reported_as_the_week() {
        let mut levels = vec![0.5; 30];
        levels.extend(vec![1.5; 12]);
        assert_eq!(week_of(&levels), None);
    }
}
