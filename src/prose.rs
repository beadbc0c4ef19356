//! Prose of reports: sentences in both languages of readers, and lines of a width.

/// Sentences in both languages, as many in one as in the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentences {
    /// English.
    pub en: Vec<String>,
    /// Indonesian.
    pub id: Vec<String>,
}

impl Sentences {
    /// Adds a sentence in both languages.
    pub fn say(&mut self, en: String, id: String) {
        self.en.push(en);
        self.id.push(id);
    }
}

/// Breaks a text between words into lines of at most `width` characters; a longer word has a line
/// of its own.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The same as one text, each line ended.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> String {
    let mut ended = lines(text, width).join("\n");
    ended.push('\n');
    ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_full_but_never_longer_than_the_width() {
        assert_eq!(lines("a bc def g", 4), ["a bc", "def", "g"]);
        assert_eq!(lines("a bc def g", 5), ["a bc", "def g"]);
    }

    #[test]
    fn a_word_longer_than_the_width_stands_alone_and_letters_count_not_bytes() {
        assert_eq!(lines("a longest b", 4), ["a", "longest", "b"]);
        assert_eq!(lines("é é é", 3), ["é é", "é"]);
    }

    #[test]
    fn every_line_of_a_wrapped_text_is_ended() {
        assert_eq!(wrapped("a b", 1), "a\nb\n");
        assert_eq!(wrapped("", 9), "\n");
    }
}
