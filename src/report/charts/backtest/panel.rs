//! One panel: what was published, the model with its band, and the fixed gap, over 2020 to 2022.

use super::super::frame::{SMALL, Scale, y_axis};
use super::super::scene::{Anchor, BLUE, GREY, INK, PALE, Scene};
use crate::backtest::{Cell, Naive, Past, Rule};
use crate::record::Quarter;
use crate::report::words::Language;

/// Quarters shown: 2020Q1 to 2022Q4.
const SHOWN: usize = 12;
/// First year shown.
const FIRST_YEAR: i32 = 2020;
/// Dashes of the fixed gap.
const DASHES: (f64, f64) = (5.0, 3.0);
/// Strength of a band's colour.
const BAND: f64 = 0.25;

/// What one panel shows, by place from 2020Q1.
pub(super) struct Lines {
    published: Vec<(usize, f64)>,
    /// The model from the origin on.
    model: Vec<(usize, f64)>,
    fixed: Vec<(usize, f64)>,
    band: Vec<(usize, (f64, f64))>,
}

/// Growth or gap.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// On the same quarter of the year before, percent.
    Growth,
    /// To the path, percent.
    Gap,
}

/// Values of a cell for one measure.
struct Values<'a> {
    past: Vec<(usize, f64)>,
    model: &'a [f64],
    came: &'a [Option<f64>],
    ends: Option<&'a Vec<(f64, f64)>>,
    fixed: Vec<f64>,
}

impl<'a> Values<'a> {
    fn new(cell: &'a Cell, measure: Measure) -> Values<'a> {
        let past = |value: fn(&Past) -> f64| -> Vec<(usize, f64)> {
            let past = cell.past.iter();
            past.map(|past| (place(past.quarter), value(past)))
                .collect()
        };
        match measure {
            Measure::Growth => Values {
                past: past(|past| past.yoy),
                model: cell.forecast(Rule::Model).unwrap_or_default(),
                came: &cell.published_yoy,
                ends: cell.intervals.as_ref().map(|ends| &ends.yoy),
                fixed: cell
                    .forecast(Rule::Naive(Naive::FixedGap))
                    .unwrap_or_default()
                    .to_vec(),
            },
            Measure::Gap => Values {
                past: past(|past| past.gap),
                model: &cell.gap,
                came: &cell.published_gap,
                ends: cell.intervals.as_ref().map(|ends| &ends.gap),
                // The gap of the origin, whatever the path of the rule.
                fixed: vec![cell.past.last().map_or(0.0, |past| past.gap); cell.gap.len()],
            },
        }
    }
}

impl Lines {
    /// What a cell has to show.
    pub(super) fn new(cell: &Cell, measure: Measure) -> Lines {
        let values = Values::new(cell, measure);
        let places: Vec<usize> = cell.quarters.iter().map(|one| place(*one)).collect();
        let origin = values.past.last().copied();
        let after = |later: &[f64]| -> Vec<(usize, f64)> {
            let later = places.iter().copied().zip(later.iter().copied());
            origin.into_iter().chain(later).collect()
        };
        let came = places.iter().zip(values.came);
        let came = came.filter_map(|(place, value)| Some((*place, (*value)?)));
        let ends = values.ends.into_iter().flatten().copied();
        Lines {
            model: after(values.model),
            fixed: after(&values.fixed),
            band: places.iter().copied().zip(ends).collect(),
            published: values.past.iter().copied().chain(came).collect(),
        }
    }

    /// Least and largest value, zero included.
    pub(super) fn range(&self) -> (f64, f64) {
        let lines = [&self.published, &self.model, &self.fixed];
        let values = lines.into_iter().flatten().map(|(_, value)| *value);
        let ends = self.band.iter().flat_map(|(_, (low, high))| [*low, *high]);
        values.chain(ends).fold((0.0, 0.0), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    }
}

/// Place of a quarter from 2020Q1.
fn place(quarter: Quarter) -> usize {
    let years = usize::try_from(quarter.year - FIRST_YEAR).unwrap_or(0);
    4 * years + quarter.quarter as usize - 1
}

/// Left, right, top and bottom of a panel, its axis included.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
}

/// Draws a panel whose axis holds `range`.
pub(super) fn panel(
    scene: &mut Scene,
    room: Room,
    lines: &Lines,
    range: (f64, f64),
    language: Language,
) {
    let y = y_axis(scene, room.x, room.y, range, language);
    let x = Scale::new((-0.5, SHOWN as f64 - 0.5), room.x);
    years(scene, &x, room.y);
    let zero = y.at(0.0);
    scene.line(vec![(room.x.0, zero), (room.x.1, zero)], GREY, 0.75);
    let at = |place: usize, value: f64| (x.at(place as f64), y.at(value));
    let line = |values: &[(usize, f64)]| values.iter().map(|(q, v)| at(*q, *v)).collect::<Vec<_>>();
    let low: Vec<_> = lines.band.iter().map(|(q, ends)| at(*q, ends.0)).collect();
    let high: Vec<_> = lines.band.iter().map(|(q, ends)| at(*q, ends.1)).collect();
    if !low.is_empty() {
        scene.band(&low, &high, BLUE.tint(BAND));
    }
    scene.dashed(&line(&lines.fixed), GREY, 1.4, DASHES);
    scene.line(line(&lines.model), BLUE, 2.2);
    for (place, value) in &lines.published {
        scene.disc(at(*place, *value), 2.4, INK);
    }
}

/// Years under a panel, with lines between them.
fn years(scene: &mut Scene, x: &Scale, (top, bottom): (f64, f64)) {
    for year in 0..SHOWN / 4 {
        let first = 4.0 * year as f64;
        if year > 0 {
            let edge = x.at(first - 0.5);
            scene.line(vec![(edge, top), (edge, bottom)], PALE, 1.0);
        }
        let name = (FIRST_YEAR + year as i32).to_string();
        let at = (x.at(first + 1.5), bottom + SMALL * 1.4);
        scene.text(at, &name, SMALL, GREY, Anchor::Middle);
    }
}
