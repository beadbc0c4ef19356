//! Numbers as each language writes them, and words that results share.

/// Language of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Indonesian.
    Indonesian,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::English, Language::Indonesian];

    /// Two-letter code, as in names of files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Indonesian => "id",
        }
    }

    /// One of two texts.
    pub fn pick<T>(self, en: T, id: T) -> T {
        match self {
            Language::English => en,
            Language::Indonesian => id,
        }
    }

    /// A number with this many decimals: 1,234.5 or 1.234,5; minus is a real minus sign.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (group, point) = self.pick((',', '.'), ('.', ','));
        let mut text = String::new();
        let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if value < 0.0 && !is_zero {
            text.push('−');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    }

    /// A number with its sign, plus included; zero has none.
    #[must_use]
    pub fn signed(self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        let is_zero = text.chars().all(|c| matches!(c, '0' | '.' | ','));
        if value > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// A count with its noun: "1 seed", "16 seeds"; Indonesian nouns have one form.
    #[must_use]
    pub fn counted(self, count: usize, (one, many): (&str, &str), id: &str) -> String {
        let noun = self.pick(if count == 1 { one } else { many }, id);
        format!("{} {noun}", self.number(count as f64, 0))
    }

    /// Seeds of an ensemble.
    #[must_use]
    pub fn seeds(self, count: usize) -> String {
        self.counted(count, ("seed", "seeds"), "benih acak")
    }

    /// Runs of an ensemble.
    #[must_use]
    pub fn runs(self, count: usize) -> String {
        self.counted(count, ("run", "runs"), "simulasi")
    }

    /// A number with decimals that show two digits of it: 0.0042, 0.13, 3.2, 140.
    #[must_use]
    pub fn short(self, value: f64) -> String {
        self.number(value, decimals_for(value))
    }

    /// The same with its sign.
    #[must_use]
    pub fn short_signed(self, value: f64) -> String {
        self.signed(value, decimals_for(value))
    }
}

/// Numbers from here on show two digits without decimals.
const TWO_DIGITS: f64 = 20.0;
/// Numbers below are zero: five decimals cannot show them.
const SMALLEST: f64 = 5e-6;

/// Decimals that show two digits of a number, at most five.
#[must_use]
pub fn decimals_for(value: f64) -> usize {
    let size = value.abs();
    if !(SMALLEST..TWO_DIGITS).contains(&size) {
        return 0;
    }
    let magnitude = size.log10().floor() as i32;
    usize::try_from(1 - magnitude).unwrap_or(0).min(5)
}

/// Text that may stand in HTML and SVG.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_point() {
        assert_eq!(Language::English.number(1_234.5, 1), "1,234.5");
        assert_eq!(Language::Indonesian.number(1_234.5, 1), "1.234,5");
        assert_eq!(Language::Indonesian.number(-0.04, 2), "−0,04");
        assert_eq!(Language::English.number(-0.0001, 2), "0.00");
        assert_eq!(Language::English.signed(0.5, 1), "+0.5");
        assert_eq!(Language::English.number(f64::NAN, 1), "–");
    }

    #[test]
    fn short_numbers_show_two_digits() {
        assert_eq!(Language::English.short(0.0042), "0.0042");
        assert_eq!(Language::English.short(3.21), "3.2");
        assert_eq!(Language::English.short(-1_400.0), "−1,400");
    }

    #[test]
    fn one_seed_is_no_seeds() {
        assert_eq!(Language::English.seeds(1), "1 seed");
        assert_eq!(Language::English.seeds(16), "16 seeds");
        assert_eq!(Language::Indonesian.seeds(1), "1 benih acak");
    }

    #[test]
    fn text_cannot_open_a_tag() {
        assert_eq!(
            escape("<a href=\"x\">&'"),
            "&lt;a href=&quot;x&quot;&gt;&amp;&#39;"
        );
    }
}
