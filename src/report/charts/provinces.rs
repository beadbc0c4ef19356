//! Effect of a policy on value added by province: 34 squares in the shape of the islands. A
//! province whose figures are doubtful shows its group of islands.

use super::canvas::text_width;
use super::frame::{LABEL, MARGIN, SMALL, Words, page};
use super::scene::{Anchor, BLUE, Colour, GREY, INK, PALE, Point, Scene, VERMILION, WHITE};
use super::{Subject, foot};
use crate::experiment::effects::{PlaceEffect, PolicyEffects};
use crate::ids::PROVINCES;
use crate::report::finding::{end_of_run, title};
use crate::report::spread::{smallest, visible};
use crate::report::words::{Language, decimals_for};

/// Side of a square with the gap to the next.
const SIDE: f64 = 74.0;
/// Gap between squares.
const GAP: f64 = 5.0;
/// Width of the line around a province in which the policy acts.
const MARK: f64 = 2.0;
/// Rows of squares.
const ROWS: f64 = 7.0;
/// Strength of a colour from where text on it is white.
const WHITE_TEXT: f64 = 0.6;
/// Squares of the key on one side of nothing, and the width of all.
const KEY_STEPS: u32 = 4;
const KEY_WIDTH: f64 = 270.0;

/// BPS code, column, row, short name.
const SQUARES: [(u32, u32, u32, &str); 34] = [
    (11, 0, 0, "Aceh"),
    (12, 0, 1, "Sumut"),
    (14, 1, 1, "Riau"),
    (21, 2, 1, "Kepri"),
    (13, 0, 2, "Sumbar"),
    (15, 1, 2, "Jambi"),
    (19, 2, 2, "Babel"),
    (17, 0, 3, "Bengkulu"),
    (16, 1, 3, "Sumsel"),
    (18, 1, 4, "Lampung"),
    (36, 2, 5, "Banten"),
    (31, 3, 5, "Jakarta"),
    (32, 3, 6, "Jabar"),
    (33, 4, 5, "Jateng"),
    (34, 4, 6, "DIY"),
    (35, 5, 5, "Jatim"),
    (51, 6, 5, "Bali"),
    (52, 7, 5, "NTB"),
    (53, 8, 5, "NTT"),
    (65, 5, 0, "Kaltara"),
    (61, 4, 1, "Kalbar"),
    (64, 5, 1, "Kaltim"),
    (62, 4, 2, "Kalteng"),
    (63, 5, 2, "Kalsel"),
    (75, 7, 0, "Gorontalo"),
    (71, 8, 0, "Sulut"),
    (72, 7, 1, "Sulteng"),
    (76, 7, 2, "Sulbar"),
    (74, 8, 2, "Sultra"),
    (73, 7, 3, "Sulsel"),
    (82, 9, 1, "Malut"),
    (81, 9, 2, "Maluku"),
    (91, 10, 1, "Pabar"),
    (94, 11, 2, "Papua"),
];

/// Draws the chart of a policy.
pub(super) fn scene(subject: &Subject, policy: usize, language: Language) -> Scene {
    let squares = squares(subject, policy);
    let words = text(subject, policy, &squares, language);
    let (mut scene, (top, _)) = page(&words, SIDE * ROWS + 14.0);
    let origin = (MARGIN, top + 14.0);
    let largest = largest(&squares);
    for square in &squares {
        let corner = (
            origin.0 + SIDE * f64::from(square.at.0),
            origin.1 + SIDE * f64::from(square.at.1),
        );
        let figure = figure(square.effect, square.own, largest, language);
        draw(&mut scene, corner, square, (&figure, largest));
        if square.active && is_regional(&squares) {
            mark(&mut scene, corner);
        }
    }
    let key_at = (origin.0 + SIDE * 8.25, origin.1 + SIDE * 3.3);
    key(&mut scene, key_at, &squares, language);
    scene
}

/// A province as the chart shows it.
struct Square<'a> {
    /// Column and row.
    at: (u32, u32),
    short: &'static str,
    name: &'a str,
    /// Percent, median of runs: its own, or its group of islands'.
    effect: Option<f64>,
    /// Whether the effect is its own.
    own: bool,
    /// Whether the policy acts there.
    active: bool,
}

/// All provinces that have a square.
fn squares<'a>(subject: &'a Subject, policy: usize) -> Vec<Square<'a>> {
    let effects = &subject.effects.policies[policy];
    let provinces = &subject.experiment.tables.provinces;
    let active = active(subject, policy);
    SQUARES
        .iter()
        .filter_map(|&(code, column, row, short)| {
            let index = provinces.iter().position(|one| one.bps_code == code)?;
            let own = &effects.by_province[index];
            let shown = shown(effects, own, &provinces[index].island_group);
            let spread = shown.and_then(|place| place.spread);
            Some(Square {
                at: (column, row),
                short,
                name: &own.name_en,
                effect: spread.map(|spread| spread.median),
                own: own.show_alone,
                active: active[index],
            })
        })
        .collect()
}

/// Provinces in which an instrument acts by the end that the counterfactual has not.
fn active(subject: &Subject, policy: usize) -> [bool; PROVINCES] {
    let run = &subject.experiment.policies[policy].info;
    let others = &subject.experiment.counterfactual.info.instruments;
    let own = run.instruments.iter().filter(|one| !others.contains(one));
    own.map(|instrument| instrument.provinces(run.weeks))
        .fold([false; PROVINCES], |all, one| {
            std::array::from_fn(|r| all[r] || one[r])
        })
}

/// Whether the policy acts in some provinces only, so that they are marked.
fn is_regional(squares: &[Square]) -> bool {
    let active = squares.iter().filter(|square| square.active).count();
    active > 0 && active < squares.len()
}

/// Colour of a number and how strong it is: nothing is white.
fn tint(number: Option<f64>, largest: f64) -> (Colour, f64) {
    let value = number.unwrap_or(0.0);
    let strength = (value.abs() / largest).min(1.0);
    let hue = if value < 0.0 { VERMILION } else { BLUE };
    (hue.tint(strength), strength)
}

/// A number as a square shows it.
fn figure(number: Option<f64>, own: bool, largest: f64, language: Language) -> String {
    let decimals = decimals_for(largest);
    let text = number.map_or("–".to_owned(), |value| language.signed(value, decimals));
    if own { text } else { format!("≈ {text}") }
}

/// What a province shows: itself, or its group of islands.
fn shown<'a>(
    effects: &'a PolicyEffects,
    own: &'a PlaceEffect,
    group: &str,
) -> Option<&'a PlaceEffect> {
    if own.show_alone {
        return Some(own);
    }
    effects
        .by_island_group
        .iter()
        .find(|place| place.code == group)
}

/// Largest effect that is shown, never zero.
fn largest(squares: &[Square]) -> f64 {
    let sizes = squares.iter().filter_map(|square| square.effect);
    sizes.map(f64::abs).fold(1e-9, f64::max)
}

fn draw(scene: &mut Scene, corner: Point, square: &Square, (figure, largest): (&str, f64)) {
    let side = SIDE - GAP;
    let (colour, strength) = tint(square.effect, largest);
    framed(scene, corner, (side, side), colour);
    let ink = if strength > WHITE_TEXT { WHITE } else { INK };
    let middle = corner.0 + side / 2.0;
    let at = |share: f64| (middle, corner.1 + side * share);
    let name = SMALL * 0.98;
    scene.text(at(0.44), square.short, name, ink, Anchor::Middle);
    let fitting = LABEL * (side - 6.0) / text_width(figure, LABEL);
    let size = LABEL.min(fitting);
    scene.text(at(0.74), figure, size, ink, Anchor::Middle);
}

/// A line along the inside of the square of a province in which the policy acts.
fn mark(scene: &mut Scene, corner: Point) {
    let inside = |x: f64, y: f64| (corner.0 + x, corner.1 + y);
    let (near, far) = (MARK / 2.0, SIDE - GAP - MARK / 2.0);
    let line = [
        (near, near),
        (far, near),
        (far, far),
        (near, far),
        (near, near),
    ];
    let line = line.map(|(x, y)| inside(x, y));
    scene.line(line.to_vec(), INK, MARK);
}

/// A rectangle with a thin frame, so that white shows.
fn framed(scene: &mut Scene, corner: Point, (width, height): (f64, f64), colour: Colour) {
    let (right, bottom) = (corner.0 + width, corner.1 + height);
    scene.rectangle(corner, (right, bottom), colour);
    let frame = [
        corner,
        (right, corner.1),
        (right, bottom),
        (corner.0, bottom),
        corner,
    ];
    scene.line(frame.to_vec(), PALE, 1.0);
}

/// The key of colours: from nothing to the largest effect, on both sides if both occur.
fn key(scene: &mut Scene, at: Point, squares: &[Square], language: Language) {
    let largest = largest(squares);
    let decimals = decimals_for(largest);
    let occurs = |sign: f64| {
        let effects = squares.iter().filter_map(|square| square.effect);
        effects
            .map(|effect| sign * effect)
            .any(|effect| effect > 0.0 && visible(effect, decimals))
    };
    let (loss, gain) = (occurs(-1.0), occurs(1.0));
    let steps = i64::from(KEY_STEPS);
    let first = if loss { -steps } else { 0 };
    let last = if gain || !loss { steps } else { 0 };
    let title = language.pick(
        "Effect on value added, %",
        "Dampak terhadap nilai tambah, %",
    );
    scene.text((at.0, at.1 - 8.0), title, SMALL, INK, Anchor::Start);
    let width = KEY_WIDTH / (last - first + 1) as f64;
    for step in first..=last {
        let value = step as f64 / steps as f64 * largest;
        let left = at.0 + width * (step - first) as f64;
        let (colour, _) = tint(Some(value), largest);
        framed(scene, (left, at.1), (width, 14.0), colour);
        if step % (steps / 2) == 0 {
            let number = language.signed(value, decimals);
            let middle = (left + width / 2.0, at.1 + 28.0);
            scene.text(middle, &number, SMALL, GREY, Anchor::Middle);
        }
    }
}

fn text(subject: &Subject, policy: usize, squares: &[Square], language: Language) -> Words {
    let run = &subject.experiment.policies[policy];
    let (end, title) = (end_of_run(run, language), title(run, language));
    let doubtful = squares.iter().any(|square| !square.own);
    let note = match (doubtful, language) {
        (false, _) => "",
        (true, Language::English) => {
            "; ≈: its group of islands, because its own figures are too doubtful"
        }
        (true, Language::Indonesian) => {
            "; ≈: angka kelompok pulaunya, karena angka provinsi itu sendiri kurang andal"
        }
    };
    let marked = match (is_regional(squares), language) {
        (false, _) => "",
        (true, Language::English) => {
            "; black frame: the policy acts there, elsewhere by trade only"
        }
        (true, Language::Indonesian) => {
            "; bingkai hitam: kebijakan berlaku di sana, provinsi lain hanya melalui perdagangan"
        }
    };
    let subtitle = match language {
        Language::English => format!(
            "{title}: effect on value added by province, 13 weeks to {end}, % against the counterfactual, median of runs; the paler, the smaller{marked}{note}"
        ),
        Language::Indonesian => format!(
            "{title}: dampak terhadap nilai tambah menurut provinsi, 13 minggu sampai {end}, % terhadap skenario pembanding, median simulasi; makin pucat, makin kecil{marked}{note}"
        ),
    };
    Words {
        title: finding(squares, language),
        subtitle,
        foot: foot(subject, language),
    }
}

fn finding(squares: &[Square], language: Language) -> String {
    let mut known: Vec<(&str, f64)> = squares
        .iter()
        .filter(|square| square.own)
        .filter_map(|square| Some((square.name, square.effect?)))
        .collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (Some(best), Some(worst)) = (known.first(), known.last()) else {
        let en = "No province could be compared";
        return language
            .pick(en, "Tidak ada provinsi yang dapat dibandingkan")
            .to_owned();
    };
    let decimals = decimals_for(largest(squares));
    let named =
        |place: &(&str, f64)| format!("{} ({}%)", place.0, language.signed(place.1, decimals));
    let losses = || {
        let effects = squares.iter().filter_map(|square| square.effect);
        effects.filter(|effect| *effect < 0.0)
    };
    let losers = losses().filter(|loss| visible(*loss, decimals)).count();
    let hidden = losers == 0 && losses().count() > 0;
    let (best, worst, all) = (named(best), named(worst), squares.len());
    let unit = smallest(decimals, language);
    match (language, losers, hidden) {
        (Language::English, 0, false) => {
            format!("{best} gains most, {worst} least; no province loses")
        }
        (Language::English, _, true) => format!("{best} gains most; no loss reaches {unit}%"),
        (Language::English, _, false) => {
            format!("{best} comes out best, {worst} worst; {losers} of {all} provinces lose")
        }
        (Language::Indonesian, 0, false) => format!(
            "{best} paling diuntungkan, {worst} paling sedikit; tidak ada provinsi yang dirugikan"
        ),
        (Language::Indonesian, _, true) => {
            format!("{best} paling diuntungkan; tidak ada penurunan hingga {unit}%")
        }
        (Language::Indonesian, _, false) => {
            format!("{best} tertinggi, {worst} terendah; {losers} dari {all} provinsi dirugikan")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_province_has_a_square_of_its_own() {
        let tables = crate::experiment::measures::synthetic::tables_30();
        for province in &tables.provinces {
            assert!(
                SQUARES.iter().any(|square| square.0 == province.bps_code),
                "{}",
                province.name
            );
        }
        for (index, one) in SQUARES.iter().enumerate() {
            let taken = SQUARES[..index]
                .iter()
                .any(|other| (other.1, other.2) == (one.1, one.2));
            assert!(!taken, "{}", one.3);
        }
    }

    fn square(name: &'static str, effect: f64) -> Square<'static> {
        Square {
            at: (0, 0),
            short: name,
            name,
            effect: Some(effect),
            own: name != "Kepri",
            active: name == "Aceh",
        }
    }

    #[test]
    fn provinces_without_figures_of_their_own_are_counted_too() {
        let all = [
            square("Aceh", 0.3),
            square("Papua", -0.2),
            square("Kepri", -0.1),
        ];
        let text = finding(&all, Language::English);
        assert!(text.ends_with("2 of 3 provinces lose"), "{text}");
    }

    #[test]
    fn a_province_whose_loss_rounds_to_nothing_is_not_denied() {
        let all = [square("Aceh", 0.3), square("Papua", -0.0001)];
        let text = finding(&all, Language::English);
        assert_eq!(text, "Aceh (+0.30%) gains most; no loss reaches 0.01%");
    }

    #[test]
    fn no_effect_is_white() {
        assert_eq!(tint(Some(0.0), 0.5).0, WHITE);
        assert_eq!(tint(Some(0.5), 0.5).0, BLUE);
        assert_eq!(tint(Some(-0.5), 0.5).0, VERMILION);
    }
}
