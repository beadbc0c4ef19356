//! What all charts share: title, subtitle, foot, scales, ticks, labels that do not overlap.

use super::canvas::text_width;
use super::scene::{Anchor, Colour, GREY, INK, PALE, Point, Scene};
use crate::report::words::Language;

/// Width of a page.
pub(super) const WIDTH: f64 = 960.0;
/// Space at the left and right of a page.
pub(super) const MARGIN: f64 = 32.0;
/// Size of titles.
const TITLE: f64 = 22.0;
/// Size of subtitles and labels.
pub(super) const LABEL: f64 = 13.0;
/// Size of ticks and notes.
pub(super) const SMALL: f64 = 11.0;
/// Height of a line of text, of its size.
const LEADING: f64 = 1.3;
/// Distance from which a label needs a line to its point.
const FAR: f64 = 60.0;
/// Smallest range of an axis: its numbers have at most five decimals, as all others.
const LEAST_SPAN: f64 = 5e-5;
/// Space between an axis and its numbers.
const BESIDE_AXIS: f64 = 6.0;
/// About how many ticks an axis has.
const TICKS: f64 = 5.0;

/// Words around a chart.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The finding, with its number.
    pub(super) title: String,
    /// Unit and how to read it.
    pub(super) subtitle: String,
    /// Source and stamp.
    pub(super) foot: String,
}

/// A page with its words and room for a chart of some height between them; returns the page and
/// the top and bottom of that room.
pub(super) fn page(words: &Words, height: f64) -> (Scene, (f64, f64)) {
    let width = WIDTH - 2.0 * MARGIN;
    let mut scene = Scene::new(WIDTH, 0.0);
    scene.title.clone_from(&words.title);
    let mut y = MARGIN + TITLE * 0.6;
    for line in wrap(&words.title, TITLE, width) {
        scene.text((MARGIN, y), &line, TITLE, INK, Anchor::Start);
        y += TITLE * LEADING;
    }
    y -= TITLE * LEADING - LABEL * 1.9;
    for line in wrap(&words.subtitle, LABEL, width) {
        scene.text((MARGIN, y), &line, LABEL, GREY, Anchor::Start);
        y += LABEL * LEADING;
    }
    let room = (y + 10.0, y + 10.0 + height);
    y = room.1 + SMALL * 2.2;
    for line in wrap(&words.foot, SMALL, width) {
        scene.text((MARGIN, y), &line, SMALL, GREY, Anchor::Start);
        y += SMALL * LEADING;
    }
    scene.height = y.ceil();
    (scene, room)
}

/// Breaks a text into lines that fit a width.
pub(super) fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A linear scale from values to pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// Maps the values `from` to the pixels `to`.
    pub(super) fn new(from: (f64, f64), to: (f64, f64)) -> Scale {
        let wide = if from.1 > from.0 {
            from
        } else {
            (from.0 - 0.5, from.0 + 0.5)
        };
        Scale { from: wide, to }
    }

    /// Pixel of a value.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = (value - self.from.0) / (self.from.1 - self.from.0);
        self.to.0 + share * (self.to.1 - self.to.0)
    }
}

/// Round numbers that cover a range, and the decimals they need. A range too small to tell apart is
/// covered by one that can be.
pub(super) fn ticks(low: f64, high: f64) -> (Vec<f64>, usize) {
    let span = match high - low {
        span if span > LEAST_SPAN => span,
        span if span > 0.0 => LEAST_SPAN,
        _ => 1.0,
    };
    let rough = span / TICKS;
    let power = 10f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough)
        .unwrap_or(10.0 * power);
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    let last = last.max(first + 1);
    let decimals = usize::try_from(-(step.log10().floor() as i32)).unwrap_or(0);
    ((first..=last).map(|k| k as f64 * step).collect(), decimals)
}

/// A heading of a panel, at the left edge of the page.
pub(super) fn heading(scene: &mut Scene, text: &str, y: f64) {
    scene.text((MARGIN, y), text, LABEL, INK, Anchor::Start);
}

/// Width of the numbers of an axis, with the space beside them.
pub(super) fn axis_width((low, high): (f64, f64), language: Language) -> f64 {
    let (values, decimals) = ticks(low, high);
    let widths = values
        .iter()
        .map(|value| text_width(&language.number(*value, decimals), SMALL));
    widths.fold(0.0, f64::max) + BESIDE_AXIS
}

/// Horizontal grid lines with their numbers; returns the scale of y.
pub(super) fn y_axis(
    scene: &mut Scene,
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    (low, high): (f64, f64),
    language: Language,
) -> Scale {
    let (values, decimals) = ticks(low, high);
    let range = (values[0], values[values.len() - 1]);
    let scale = Scale::new(range, (bottom, top));
    for value in values {
        let y = scale.at(value);
        scene.line(vec![(left, y), (right, y)], PALE, 1.0);
        let number = language.number(value, decimals);
        scene.text(
            (left - BESIDE_AXIS, y + SMALL * 0.36),
            &number,
            SMALL,
            GREY,
            Anchor::End,
        );
    }
    scale
}

/// A label that belongs to a point at the right end of a line.
pub(super) struct EndLabel {
    /// Where its line ends.
    pub(super) at: Point,
    /// What it says.
    pub(super) text: String,
    /// Colour of its line.
    pub(super) colour: Colour,
    /// Whether a line leads to it where it is moved away.
    pub(super) led: bool,
}

/// Writes labels at the right of their lines, moved apart where they would overlap.
pub(super) fn end_labels(
    scene: &mut Scene,
    mut labels: Vec<EndLabel>,
    x: f64,
    (top, bottom): (f64, f64),
) {
    let width = scene.width - x - 14.0;
    let line = LABEL * 1.2;
    labels.sort_by(|a, b| a.at.1.total_cmp(&b.at.1));
    let texts: Vec<Vec<String>> = labels
        .iter()
        .map(|label| wrap(&label.text, LABEL, width))
        .collect();
    let heights: Vec<f64> = texts
        .iter()
        .map(|text| text.len() as f64 * line + 4.0)
        .collect();
    let wanted: Vec<f64> = labels.iter().map(|label| label.at.1).collect();
    let centres = apart(&wanted, &heights, (top, bottom));
    for ((label, text), centre) in labels.iter().zip(&texts).zip(centres) {
        let first = centre - line * (text.len() as f64 - 1.0) / 2.0;
        if label.led && ((centre - label.at.1).abs() > 2.0 || label.at.0 < x - FAR) {
            let knee = (x - 5.0, centre);
            scene.line(
                vec![(label.at.0 + 2.0, label.at.1), knee],
                label.colour,
                0.75,
            );
        }
        for (index, words) in text.iter().enumerate() {
            let at = (x, first + line * index as f64 + LABEL * 0.36);
            scene.text(at, words, LABEL, label.colour, Anchor::Start);
        }
    }
}

/// Moves sorted centres apart so that boxes of these heights do not overlap.
fn apart(wanted: &[f64], heights: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut centres = wanted.to_vec();
    let mut floor = top;
    for (centre, height) in centres.iter_mut().zip(heights) {
        *centre = centre.max(floor + height / 2.0);
        floor = *centre + height / 2.0;
    }
    let mut ceiling = bottom;
    for (centre, height) in centres.iter_mut().zip(heights).rev() {
        *centre = centre.min(ceiling - height / 2.0);
        ceiling = *centre - height / 2.0;
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_the_range() {
        assert_eq!(
            ticks(88.3, 109.0).0,
            [85.0, 90.0, 95.0, 100.0, 105.0, 110.0]
        );
        let (values, decimals) = ticks(-0.01, 0.11);
        assert!(values[0] <= -0.01 && *values.last().unwrap() >= 0.11);
        assert_eq!(decimals, 2);
        let (values, decimals) = ticks(-1e-9, 2e-9);
        assert!(values.len() < 10 && decimals == 5, "{values:?}");
        assert!(ticks(0.0, 0.0).0.len() > 1);
    }

    #[test]
    fn a_line_leads_to_a_moved_label_only_where_it_is_led() {
        let marks = |led: bool| {
            let label = |text: &str| EndLabel {
                at: (100.0, 50.0),
                text: text.to_owned(),
                colour: INK,
                led,
            };
            let mut scene = Scene::new(400.0, 200.0);
            let labels = vec![label("one"), label("two")];
            end_labels(&mut scene, labels, 110.0, (0.0, 200.0));
            scene.marks.len()
        };
        assert_eq!(marks(true), marks(false) + 1, "the second is moved");
    }

    #[test]
    fn labels_that_would_overlap_are_moved_apart() {
        let centres = apart(&[10.0, 11.0, 12.0], &[10.0; 3], (0.0, 100.0));
        assert!(
            centres
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= 10.0 - 1e-9)
        );
        let low = apart(&[98.0, 99.0], &[10.0; 2], (0.0, 100.0));
        assert!(low[1] <= 95.0 && low[1] - low[0] >= 10.0 - 1e-9);
    }
}
