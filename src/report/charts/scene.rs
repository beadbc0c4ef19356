//! A chart as marks on a page, before it is drawn: lines, areas, discs, texts.

/// A colour, red green blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

/// Text and axes.
pub(super) const INK: Colour = Colour(0x1f, 0x1f, 0x1f);
/// Subtitles, feet, counterfactual.
pub(super) const GREY: Colour = Colour(0x6a, 0x6a, 0x6a);
/// Grid lines.
pub(super) const PALE: Colour = Colour(0xe2, 0xe2, 0xe2);
/// Background.
pub(super) const WHITE: Colour = Colour(0xff, 0xff, 0xff);
/// Okabe and Ito's blue: told from the others by all eyes.
pub(super) const BLUE: Colour = Colour(0x00, 0x72, 0xb2);
/// Vermilion.
pub(super) const VERMILION: Colour = Colour(0xd5, 0x5e, 0x00);
/// Green.
pub(super) const GREEN: Colour = Colour(0x00, 0x9e, 0x73);
/// Orange.
pub(super) const ORANGE: Colour = Colour(0xe6, 0x9f, 0x00);
/// Purple.
pub(super) const PURPLE: Colour = Colour(0xcc, 0x79, 0xa7);

impl Colour {
    /// Mixed with white: 0 white, 1 the colour itself.
    pub(super) fn tint(self, strength: f64) -> Colour {
        let mix = |channel: u8| {
            let strength = strength.clamp(0.0, 1.0);
            (255.0 - strength * (255.0 - f64::from(channel))).round() as u8
        };
        Colour(mix(self.0), mix(self.1), mix(self.2))
    }
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Begins at the point.
    Start,
    /// Is centred on it.
    Middle,
    /// Ends at it.
    End,
}

/// A point on the page, pixels from the upper left corner.
pub(super) type Point = (f64, f64);

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    /// A line through points.
    Line {
        points: Vec<Point>,
        colour: Colour,
        width: f64,
    },
    /// A filled area.
    Area { points: Vec<Point>, colour: Colour },
    /// A disc.
    Disc {
        centre: Point,
        radius: f64,
        colour: Colour,
    },
    /// A text.
    Text(Label),
}

/// A text on its base line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// Where its base line begins, is centred or ends.
    pub(super) at: Point,
    /// What it says.
    pub(super) text: String,
    /// Size, pixels.
    pub(super) size: f64,
    /// Colour.
    pub(super) colour: Colour,
    /// How it stands to its point.
    pub(super) anchor: Anchor,
}

/// A page with marks, drawn in order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene {
    /// Width, pixels.
    pub(super) width: f64,
    /// Height, pixels.
    pub(super) height: f64,
    /// The finding, for those who cannot see it.
    pub(super) title: String,
    /// Marks in the order of drawing.
    pub(super) marks: Vec<Mark>,
}

impl Scene {
    /// An empty page.
    pub(super) fn new(width: f64, height: f64) -> Scene {
        Scene {
            width,
            height,
            title: String::new(),
            marks: Vec::new(),
        }
    }

    pub(super) fn line(&mut self, points: Vec<Point>, colour: Colour, width: f64) {
        if points.len() > 1 {
            self.marks.push(Mark::Line {
                points,
                colour,
                width,
            });
        }
    }

    /// A broken line: `on` pixels drawn, `off` pixels left.
    pub(super) fn dashed(
        &mut self,
        points: &[Point],
        colour: Colour,
        width: f64,
        (on, off): (f64, f64),
    ) {
        for dash in dashes(points, on, off) {
            self.line(dash, colour, width);
        }
    }

    pub(super) fn area(&mut self, points: Vec<Point>, colour: Colour) {
        self.marks.push(Mark::Area { points, colour });
    }

    /// An area between two lines over the same x.
    pub(super) fn band(&mut self, lower: &[Point], upper: &[Point], colour: Colour) {
        let points = lower.iter().chain(upper.iter().rev()).copied().collect();
        self.area(points, colour);
    }

    pub(super) fn rectangle(&mut self, (left, top): Point, (right, bottom): Point, colour: Colour) {
        let points = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
        self.area(points, colour);
    }

    pub(super) fn disc(&mut self, centre: Point, radius: f64, colour: Colour) {
        self.marks.push(Mark::Disc {
            centre,
            radius,
            colour,
        });
    }

    pub(super) fn text(
        &mut self,
        at: Point,
        text: &str,
        size: f64,
        colour: Colour,
        anchor: Anchor,
    ) {
        self.marks.push(Mark::Text(Label {
            at,
            text: text.to_owned(),
            size,
            colour,
            anchor,
        }));
    }
}

/// Cuts a line into dashes.
fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let (mut drawing, mut left) = (true, on);
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.0 - from.0).hypot(to.1 - from.1);
        while length > left {
            let share = left / length;
            let cut = (
                from.0 + share * (to.0 - from.0),
                from.1 + share * (to.1 - from.1),
            );
            if drawing {
                piece.push(cut);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![cut];
            }
            length -= left;
            drawing = !drawing;
            left = if drawing { on } else { off };
            from = cut;
        }
        left -= length;
        if drawing {
            piece.push(to);
        }
    }
    if drawing && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_a_line() {
        let pieces = dashes(&[(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)], 6.0, 4.0);
        let drawn: f64 = pieces
            .iter()
            .map(|piece| piece.last().unwrap().0 - piece[0].0)
            .sum();
        assert!((drawn - 60.0).abs() < 1e-9, "{drawn}");
    }
}
