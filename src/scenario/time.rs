//! Weeks of a run: a number from 0, or a date that stands for the week that holds it.

use super::draft::{Node, NodeValue};
use crate::data::date;

/// The only day a run may start: the first Monday of the drivers.
pub(crate) const START: &str = "2020-01-06";
/// [`START`] in days from 1970-01-01.
pub(crate) const START_DAY: i64 = 18_267;
/// Last week that a window may name: the longest run is as long.
pub(crate) const LAST_WEEK: u32 = 1039;
const DAYS_PER_WEEK: i64 = 7;

/// The week that a value names, or why it names none.
pub(crate) fn week(node: &Node) -> Result<u32, String> {
    match &node.value {
        NodeValue::Number(number) if number.fract() != 0.0 => Err("not a whole number".to_owned()),
        NodeValue::Number(number) if *number < 0.0 => Err("before the first week".to_owned()),
        NodeValue::Number(number) if *number > f64::from(LAST_WEEK) => {
            Err("after the longest run ends".to_owned())
        }
        NodeValue::Number(number) => Ok(*number as u32),
        NodeValue::Text(text) => week_of_date(text),
        NodeValue::Null | NodeValue::YesNo(_) | NodeValue::List(_) | NodeValue::Object(_) => {
            Err("neither a week number nor a date".to_owned())
        }
    }
}

fn week_of_date(text: &str) -> Result<u32, String> {
    let day = date::parse_iso(text).ok_or("not a date of the calendar")?;
    let week = (day - START_DAY).div_euclid(DAYS_PER_WEEK);
    if week < 0 {
        return Err(format!("before the run starts on {START}"));
    }
    u32::try_from(week)
        .ok()
        .filter(|week| *week <= LAST_WEEK)
        .ok_or_else(|| "after the longest run ends".to_owned())
}

/// What may stand where a time is asked.
pub(crate) fn allowed_in_words() -> String {
    format!(
        "a week number from 0 (the week of {START}) to {LAST_WEEK}, or a date such as \"2021-03-15\""
    )
}
