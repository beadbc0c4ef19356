//! Dates as days from 1 January 1970 (Gregorian calendar, carried back before its start).
//!
//! The year is counted from March, so that the leap day is the last of the year and the months
//! before it follow one pattern of 153 days in five months; 400 years always have 146,097 days.

/// Days in 400 years.
const DAYS_IN_ERA: i64 = 146_097;
/// Days from 1 March of year 0 to 1 January 1970.
const DAYS_BEFORE_1970: i64 = 719_468;

/// Days from 1970-01-01 to the date `year`-`month`-`day` (month 1..12, day 1..31).
pub fn days_from_civil(year: i32, month: u32, day: u32) -> i64 {
    let years = i64::from(year) - i64::from(month <= 2);
    let era = years.div_euclid(400);
    let year_of_era = years.rem_euclid(400);
    let month_from_march = i64::from((month + 9) % 12);
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * DAYS_IN_ERA + day_of_era - DAYS_BEFORE_1970
}

/// Year, month (1..12) and day (1..31) of a number of days from 1970-01-01.
pub fn civil_from_days(days: i64) -> (i32, u32, u32) {
    let shifted = days + DAYS_BEFORE_1970;
    let era = shifted.div_euclid(DAYS_IN_ERA);
    let day_of_era = shifted.rem_euclid(DAYS_IN_ERA);
    // Take out the leap days passed so far, then whole years remain.
    let leap_days = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (
        i32::try_from(year).expect("a year of the calendar fits 32 bits"),
        u32::try_from(month).expect("a month is 1 to 12"),
        u32::try_from(day).expect("a day is 1 to 31"),
    )
}

/// Days from 1970-01-01 of a date written `YYYY-MM-DD`; `None` if it is written otherwise or is
/// no day of the calendar (30 February).
pub fn parse_iso(text: &str) -> Option<i64> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !well_formed {
        return None;
    }
    let year: i32 = text[0..4].parse().ok()?;
    let month: u32 = text[5..7].parse().ok()?;
    let day: u32 = text[8..10].parse().ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days_from_civil(year, month, day);
    (civil_from_days(days) == (year, month, day)).then_some(days)
}

/// `YYYY-MM-DD` of a number of days from 1970-01-01 (years 0 to 9999).
pub fn format_iso(days: i64) -> String {
    let (year, month, day) = civil_from_days(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Day of the week of a number of days from 1970-01-01: 0 = Monday to 6 = Sunday.
pub fn weekday(days: i64) -> i64 {
    // 1 January 1970 was a Thursday.
    (days + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates_have_their_known_day_numbers() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(1969, 12, 31), -1);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
        assert_eq!(days_from_civil(2020, 1, 6), 18_267);
        assert_eq!(weekday(days_from_civil(2020, 1, 6)), 0);
    }

    #[test]
    fn every_day_of_five_centuries_round_trips_in_order() {
        let first = days_from_civil(1800, 1, 1);
        let last = days_from_civil(2300, 12, 31);
        for days in first..=last {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
            assert_eq!(parse_iso(&format_iso(days)), Some(days));
        }
    }

    #[test]
    fn text_that_is_no_date_is_refused() {
        for text in [
            "2020-02-30",
            "2021-02-29",
            "2020-13-01",
            "2020-1-1",
            "20200101",
            "",
            "2020-0a-01",
            "2020-00-10",
            "２020-1-1",
        ] {
            assert_eq!(parse_iso(text), None, "{text}");
        }
        assert!(parse_iso("2020-02-29").is_some());
    }
}
