//! Effect of a policy on value added by province: 34 squares in the shape of the islands. A
//! province whose figures are doubtful shows its group of islands.

use super::frame::{LABEL, MARGIN, SMALL, Words, page};
use super::scene::{Anchor, BLUE, Colour, GREY, INK, Point, Scene, VERMILION, WHITE};
use super::{Subject, foot};
use crate::experiment::effects::{PlaceEffect, PolicyEffects};
use crate::report::finding::{end_of_run, title};
use crate::report::words::{Language, decimals_for};

/// Side of a square with the gap to the next.
const SIDE: f64 = 74.0;
/// Gap between squares.
const GAP: f64 = 5.0;
/// Rows of squares.
const ROWS: f64 = 7.0;
/// Tint of nothing, what the largest effect adds, and from where text is white.
const WEAKEST: f64 = 0.06;
const STRONGEST: f64 = 0.94;
const WHITE_TEXT: f64 = 0.6;

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
    let effects = &subject.effects.policies[policy];
    let words = text(subject, policy, language);
    let (mut scene, (top, _)) = page(&words, SIDE * ROWS + 14.0);
    let origin = (MARGIN, top + 14.0);
    let largest = largest(effects);
    let provinces = &subject.experiment.tables.provinces;
    for (code, column, row, short) in SQUARES {
        let place = provinces.iter().position(|one| one.bps_code == code);
        let Some(index) = place else {
            continue;
        };
        let corner = (
            origin.0 + SIDE * f64::from(column),
            origin.1 + SIDE * f64::from(row),
        );
        let own = &effects.by_province[index];
        let shown = shown(effects, own, &provinces[index].island_group);
        let number = shown
            .and_then(|place| place.spread)
            .map(|spread| spread.median);
        let figure = figure(number, own.show_alone, largest, language);
        square(&mut scene, corner, tint(number, largest), (short, &figure));
    }
    let key_at = (origin.0 + SIDE * 8.5, origin.1 + SIDE * 3.45);
    key(&mut scene, key_at, largest, language);
    scene
}

/// Colour of a number and how strong it is.
fn tint(number: Option<f64>, largest: f64) -> (Colour, f64) {
    let value = number.unwrap_or(0.0);
    let strength = STRONGEST * (value.abs() / largest).min(1.0);
    let hue = if value < 0.0 { VERMILION } else { BLUE };
    (hue.tint(WEAKEST + strength), strength)
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

/// Largest effect on a province that is shown, never zero.
fn largest(effects: &PolicyEffects) -> f64 {
    let shown = effects.by_province.iter().filter(|place| place.show_alone);
    let sizes = shown.filter_map(|place| place.spread.map(|spread| spread.median.abs()));
    sizes.fold(1e-9, f64::max)
}

fn square(
    scene: &mut Scene,
    corner: Point,
    (colour, strength): (Colour, f64),
    (name, figure): (&str, &str),
) {
    let side = SIDE - GAP;
    scene.rectangle(corner, (corner.0 + side, corner.1 + side), colour);
    let ink = if strength > WHITE_TEXT { WHITE } else { INK };
    let middle = corner.0 + side / 2.0;
    let size = SMALL * 0.98;
    scene.text(
        (middle, corner.1 + side * 0.44),
        name,
        size,
        ink,
        Anchor::Middle,
    );
    scene.text(
        (middle, corner.1 + side * 0.74),
        figure,
        LABEL,
        ink,
        Anchor::Middle,
    );
}

/// The key of colours: five squares from loss to gain.
fn key(scene: &mut Scene, at: Point, largest: f64, language: Language) {
    let side = 46.0;
    for (index, share) in [-1.0, -0.5, 0.0, 0.5, 1.0].into_iter().enumerate() {
        let left = at.0 + side * index as f64;
        let value = share * largest;
        let (colour, _) = tint(Some(value), largest);
        scene.rectangle((left, at.1), (left + side - 2.0, at.1 + 14.0), colour);
        let number = language.signed(value, decimals_for(largest));
        let middle = (left + side / 2.0 - 1.0, at.1 + 28.0);
        scene.text(middle, &number, SMALL * 0.9, GREY, Anchor::Middle);
    }
}

fn text(subject: &Subject, policy: usize, language: Language) -> Words {
    let run = &subject.experiment.policies[policy];
    let (end, title) = (end_of_run(run, language), title(run, language));
    let effects = &subject.effects.policies[policy];
    let doubtful = effects.by_province.iter().any(|place| !place.show_alone);
    let note = match (doubtful, language) {
        (false, _) => "",
        (true, Language::English) => {
            "; ≈: its group of islands, because its own figures are doubtful"
        }
        (true, Language::Indonesian) => "; ≈: kelompok pulaunya, karena angkanya sendiri meragukan",
    };
    let subtitle = match language {
        Language::English => format!(
            "{title}: effect on value added by province, 13 weeks to {end}, % against the counterfactual, median of runs{note}"
        ),
        Language::Indonesian => format!(
            "{title}: dampak terhadap nilai tambah per provinsi, 13 minggu sampai {end}, % terhadap skenario pembanding, median simulasi{note}"
        ),
    };
    Words {
        title: finding(effects, language),
        subtitle,
        foot: foot(subject, language),
    }
}

fn finding(effects: &PolicyEffects, language: Language) -> String {
    let mut places: Vec<(&str, f64)> = effects
        .by_province
        .iter()
        .filter(|place| place.show_alone)
        .filter_map(|place| Some((place.name_en.as_str(), place.spread?.median)))
        .collect();
    places.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (Some(best), Some(worst)) = (places.first(), places.last()) else {
        let en = "No province could be compared";
        return language
            .pick(en, "Tidak ada provinsi yang dapat dibandingkan")
            .to_owned();
    };
    let decimals = decimals_for(largest(effects));
    let named =
        |place: &(&str, f64)| format!("{} ({}%)", place.0, language.signed(place.1, decimals));
    let (best, worst, all) = (named(best), named(worst), places.len());
    let losers = places.iter().filter(|place| place.1 < 0.0).count();
    match (language, losers) {
        (Language::English, 0) => format!("{best} gains most, {worst} least; no province loses"),
        (Language::English, _) => {
            format!("{best} comes out best, {worst} worst; {losers} of {all} provinces lose")
        }
        (Language::Indonesian, 0) => format!(
            "{best} paling diuntungkan, {worst} paling sedikit; tidak ada provinsi yang dirugikan"
        ),
        (Language::Indonesian, _) => {
            format!("{best} terbaik, {worst} terburuk; {losers} dari {all} provinsi dirugikan")
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
}
