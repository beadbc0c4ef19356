//! Numbers in text: as many decimals as the effect in question needs.

/// Digits that an effect of the central size shows.
const DIGITS: i32 = 3;
/// Most decimals.
const MOST: i32 = 6;

/// Decimals that show three digits of a number of this size.
pub(crate) fn decimals(size: f64) -> usize {
    if !size.is_finite() || size == 0.0 {
        return 2;
    }
    let magnitude = size.abs().log10().floor() as i32;
    usize::try_from((DIGITS - 1 - magnitude).clamp(0, MOST)).unwrap_or(0)
}

/// A number with its sign; one that is zero at these decimals has none.
pub(crate) fn signed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "none".to_owned();
    }
    let plain = format!("{:.decimals$}", value.abs());
    let zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    match (zero, value < 0.0) {
        (true, _) => plain,
        (false, true) => format!("-{plain}"),
        (false, false) => format!("+{plain}"),
    }
}

/// A share as a whole per cent.
pub(crate) fn percent(share: f64) -> String {
    let text = format!("{:.0}", 100.0 * share);
    // Minus zero is zero.
    format!("{}%", if text == "-0" { "0" } else { &text })
}

/// A text with the decimal signs of Indonesian; for single numbers.
pub(crate) fn comma(number: &str) -> String {
    let change = |letter| match letter {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    number.chars().map(change).collect()
}

/// A whole number in groups of three.
pub(crate) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_show_what_is_needed() {
        assert_eq!(decimals(0.503), 3);
        assert_eq!(decimals(-0.0081), 5);
        assert_eq!(decimals(5.3), 2);
        assert_eq!(signed(-0.0001, 2), "0.00");
        assert_eq!(signed(0.5, 1), "+0.5");
        assert_eq!(percent(-0.001), "0%");
        assert_eq!(comma(&grouped(20_000)), "20.000");
    }
}
