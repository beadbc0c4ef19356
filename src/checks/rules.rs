//! When a check passes: one rule for each kind of figure, written down before anything was computed.

/// Deviations of a normal error that hold 90% of it on both sides.
const NINETY_PERCENT: f64 = 1.645;

/// Observation error of the survey of BPS (34,559 firms): definitions and who answered, not the
/// draw; points, ours.
pub(super) const OFFICIAL_SURVEY_POINTS: f64 = 3.0;
/// Observation error of surveys by telephone and on-line, 500 to 3,000 firms; points, ours.
pub(super) const OTHER_SURVEY_POINTS: f64 = 8.0;
/// Observation error of Sakernas by broad sector; percent, ours.
pub(super) const SECTOR_JOBS_PERCENT: f64 = 1.5;
/// Observation error of Sakernas for the nation; percent or points, ours.
pub(super) const NATIONAL_JOBS_PERCENT: f64 = 0.5;
/// Observation error of persons as answered in Sakernas, that hours were cut; points, ours.
pub(super) const SHORT_TIME_POINTS: f64 = 3.0;
/// Observation error of manufacturing surveys (IMK, IBS) between years; percent, ours.
pub(super) const MANUFACTURING_SURVEY_PERCENT: f64 = 1.5;
/// Observation error of expenditure series for which `observed::series` has none; percent, ours.
pub(super) const EXPENDITURE_PERCENT: f64 = 3.0;
/// Cars sold at home are a part of what the sector makes: error of one for the other; percent, ours.
pub(super) const CARS_PERCENT: f64 = 10.0;
/// Observation error of capacity in use; points, ours.
pub(super) const UTILISATION_POINTS: f64 = 2.0;
/// Observation error of growth of an island group in a quarter; points, ours.
pub(super) const ISLANDS_POINTS: f64 = 1.0;
/// Months that money lasts: error of the survey's mean; months, ours.
pub(super) const CASH_MONTHS: f64 = 0.5;
/// A fall that a firm would report: more than 5% below its path (ours).
pub(super) const FELL: f64 = 0.95;
/// Two versions of the model agree on GDP within twice its observation error of 0.3 points.
pub(super) const VERSIONS_GDP_POINTS: f64 = 0.6;
/// They agree on branches when differences are on average no larger than the observation errors.
pub(super) const VERSIONS_BRANCHES: f64 = 1.0;
/// Exponents and other facts of networks of other nations hold within this factor (ours).
pub(super) const NETWORK_FACTOR: f64 = 1.5;
/// Least share of periods in which the model moves as an index says, percent (ours).
pub(super) const SAME_DIRECTION_PERCENT: f64 = 66.7;

/// How a model's spread is held against data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// The model's 90% range, widened by 1.645 observation errors at both ends, meets the data.
    Range {
        /// Standard deviation of the observation error, in the unit of the check.
        error: f64,
    },
    /// The model's median lies within a factor of the data; all are positive.
    Factor {
        /// The factor, above 1.
        factor: f64,
    },
    /// The model's median lies in the range itself: limits that were set, not measured.
    Limits,
    /// No rule: what is there cannot be compared, or is not there.
    NotComparable,
}

/// What became of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The rule is met.
    Pass,
    /// It is not.
    Miss,
    /// There is no rule, or no number.
    NotComparable,
}

impl Verdict {
    /// Word in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Miss => "miss",
            Verdict::NotComparable => "not comparable",
        }
    }
}

/// Median and 90% range over draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Median.
    pub median: f64,
    /// 5th percentile.
    pub p5: f64,
    /// 95th percentile.
    pub p95: f64,
}

impl Rule {
    /// Holds a spread against data from `low` to `high`.
    #[must_use]
    pub fn judge(self, model: Option<Spread>, data: Option<(f64, f64)>) -> Verdict {
        let (Some(model), Some((low, high))) = (model, data) else {
            return Verdict::NotComparable;
        };
        let met = match self {
            Rule::Range { error } => {
                let wider = NINETY_PERCENT * error;
                model.p5 - wider <= high && low <= model.p95 + wider
            }
            Rule::Factor { factor } => {
                low / factor <= model.median && model.median <= high * factor
            }
            Rule::Limits => (low..=high).contains(&model.median),
            Rule::NotComparable => return Verdict::NotComparable,
        };
        if met { Verdict::Pass } else { Verdict::Miss }
    }

    /// The same rule for data without an observation error.
    #[must_use]
    pub fn strict(self) -> Rule {
        match self {
            Rule::Range { .. } => Rule::Range { error: 0.0 },
            other @ (Rule::Factor { .. } | Rule::Limits | Rule::NotComparable) => other,
        }
    }

    /// The rule in words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Rule::Range { error: 0.0 } => "the model's 90% range meets the data".to_owned(),
            Rule::Range { error } => format!(
                "the model's 90% range, widened by 1.645 x {error} (observation error), meets the data"
            ),
            Rule::Factor { factor } => {
                format!("the model's median is within a factor of {factor} of the data")
            }
            Rule::Limits => "the model's median lies within the limits".to_owned(),
            Rule::NotComparable => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: Option<Spread> = Some(Spread {
        median: 5.0,
        p5: 4.0,
        p95: 8.0,
    });

    #[test]
    fn a_range_passes_when_the_observation_error_reaches_the_data() {
        let rule = |error| Rule::Range { error };
        assert_eq!(rule(0.0).judge(MODEL, Some((8.0, 9.0))), Verdict::Pass);
        assert_eq!(rule(0.0).judge(MODEL, Some((8.1, 9.0))), Verdict::Miss);
        assert_eq!(rule(0.1).judge(MODEL, Some((8.1, 9.0))), Verdict::Pass);
        assert_eq!(rule(0.1).judge(MODEL, Some((3.0, 3.8))), Verdict::Miss);
        assert_eq!(rule(1.0).judge(MODEL, Some((3.0, 3.8))), Verdict::Pass);
    }

    #[test]
    fn a_factor_is_about_the_median_in_both_directions() {
        let rule = Rule::Factor { factor: 2.0 };
        assert_eq!(rule.judge(MODEL, Some((2.5, 2.5))), Verdict::Pass);
        assert_eq!(rule.judge(MODEL, Some((2.4, 2.4))), Verdict::Miss);
        assert_eq!(rule.judge(MODEL, Some((10.0, 12.0))), Verdict::Pass);
        assert_eq!(rule.judge(MODEL, Some((10.1, 12.0))), Verdict::Miss);
    }

    #[test]
    fn limits_are_about_the_median_alone() {
        assert_eq!(Rule::Limits.judge(MODEL, Some((0.0, 5.0))), Verdict::Pass);
        assert_eq!(Rule::Limits.judge(MODEL, Some((6.0, 9.0))), Verdict::Miss);
    }

    #[test]
    fn without_a_number_or_a_rule_nothing_is_compared() {
        let range = Rule::Range { error: 1.0 };
        for (rule, model, data) in [
            (range, None, Some((0.0, 1.0))),
            (range, MODEL, None),
            (Rule::NotComparable, MODEL, Some((0.0, 9.0))),
        ] {
            assert_eq!(rule.judge(model, data), Verdict::NotComparable);
        }
    }
}
