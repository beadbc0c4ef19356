//! Quarters of the calendar: which days they hold, their name, the one after.

use crate::data::date::{civil_from_days, days_from_civil};
use std::fmt;

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// Year.
    pub year: i32,
    /// 1 to 4.
    pub quarter: u32,
}

impl Quarter {
    /// The quarter of a year.
    #[must_use]
    pub fn new(year: i32, quarter: u32) -> Quarter {
        Quarter { year, quarter }
    }

    /// The quarter that a day (counted from 1970-01-01) lies in.
    #[must_use]
    pub fn of_day(day: i64) -> Quarter {
        let (year, month, _) = civil_from_days(day);
        Quarter::new(year, (month - 1) / 3 + 1)
    }

    /// First day, from 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> i64 {
        days_from_civil(self.year, 3 * self.quarter - 2, 1)
    }

    /// Last day, from 1970-01-01.
    #[must_use]
    pub fn last_day(self) -> i64 {
        self.next().first_day() - 1
    }

    /// The quarter after this one.
    #[must_use]
    pub fn next(self) -> Quarter {
        match self.quarter {
            4 => Quarter::new(self.year + 1, 1),
            quarter => Quarter::new(self.year, quarter + 1),
        }
    }

    /// The same quarter of the year before.
    #[must_use]
    pub fn year_before(self) -> Quarter {
        Quarter::new(self.year - 1, self.quarter)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Q{}", self.year, self.quarter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_follow_each_other_without_a_gap() {
        let mut quarter = Quarter::new(2019, 1);
        for _ in 0..20 {
            assert_eq!(quarter.last_day() + 1, quarter.next().first_day());
            assert_eq!(Quarter::of_day(quarter.first_day()), quarter);
            assert_eq!(Quarter::of_day(quarter.last_day()), quarter);
            quarter = quarter.next();
        }
        assert_eq!(Quarter::new(2020, 2).to_string(), "2020Q2");
    }
}
