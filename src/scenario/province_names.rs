//! English names of provinces, for who types one: names in scenarios are the Indonesian ones.

use crate::data::{SectorScheme, tables};

/// Last words of names, and what goes before the island in English.
const DIRECTIONS: [(&str, &str); 6] = [
    (" Barat", "West"),
    (" Timur", "East"),
    (" Tengah", "Central"),
    (" Utara", "North"),
    (" Selatan", "South"),
    (" Tenggara", "Southeast"),
];
/// Islands with another name in English.
const ISLANDS: [(&str, &str); 2] = [("Jawa", "Java"), ("Sumatera", "Sumatra")];

/// The province that is meant by an English name, if one is.
pub(crate) fn meant(given: &str) -> Option<String> {
    let provinces = &tables(SectorScheme::Io30).provinces;
    let english: Vec<String> = provinces.iter().map(|one| english(&one.name)).collect();
    let given = given.to_lowercase();
    let slips = |name: &String| strsim::damerau_levenshtein(&name.to_lowercase(), &given);
    // The same words but for a slip, and no other name as near.
    let mut near = english
        .iter()
        .zip(provinces)
        .filter(|(name, _)| slips(name) <= 1);
    let (_, province) = near.next()?;
    (near.next().is_none() && province.name.to_lowercase() != given).then(|| province.name.clone())
}

/// "Jawa Barat" is "West Java".
fn english(name: &str) -> String {
    for (last, direction) in DIRECTIONS {
        if let Some(island) = name.strip_suffix(last) {
            let known = ISLANDS.iter().find(|(indonesian, _)| *indonesian == island);
            return format!(
                "{direction} {}",
                known.map_or(island, |(_, english)| english)
            );
        }
    }
    if let Some(islands) = name.strip_prefix("Kepulauan ") {
        return format!("{islands} Islands");
    }
    let region = name.strip_prefix("DKI ").or(name.strip_prefix("DI "));
    region.unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{english, meant};

    #[test]
    fn provinces_have_their_english_names() {
        for (indonesian, known) in [
            ("Jawa Barat", "West Java"),
            ("Sulawesi Tenggara", "Southeast Sulawesi"),
            ("Nusa Tenggara Timur", "East Nusa Tenggara"),
            ("Kepulauan Riau", "Riau Islands"),
            ("Kepulauan Bangka Belitung", "Bangka Belitung Islands"),
            ("DKI Jakarta", "Jakarta"),
            ("DI Yogyakarta", "Yogyakarta"),
            ("Papua", "Papua"),
        ] {
            assert_eq!(english(indonesian), known);
        }
    }

    #[test]
    fn who_types_an_english_name_is_told_the_one_of_scenarios() {
        for (typed, known) in [
            ("West Java", Some("Jawa Barat")),
            ("north sumatra", Some("Sumatera Utara")),
            ("Riau Island", Some("Kepulauan Riau")),
            ("Papua", None),
            ("Jawa Barat", None),
            ("Westphalia", None),
            ("Est Java", None),
        ] {
            assert_eq!(meant(typed).as_deref(), known, "{typed}");
        }
    }
}
