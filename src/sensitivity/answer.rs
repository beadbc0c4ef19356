//! What would make the answer *no*: the four assumptions that stand against a programme, each at
//! three values, and all at once.

use super::labels;
use super::measured::Measured;
use super::runs::{Places, Runs, parameter};
use super::variant::{Change, Variant};
use crate::scenario::Bilingual;

/// An assumption: key and three values.
struct Against {
    key: &'static str,
    values: [f64; 3],
}

/// All of them. The values of `external_offset` and `anchor` are the ends of what is allowed, the
/// others those of the range.
const AGAINST: [Against; 4] = [
    Against {
        key: "external_offset",
        values: [0.0, 0.5, 1.0],
    },
    Against {
        key: "deadweight",
        values: [0.3, 0.5, 0.8],
    },
    Against {
        key: "import_substitutability",
        values: [0.0, 1.0, 2.0],
    },
    Against {
        key: "anchor",
        values: [0.0, 0.5, 1.0],
    },
];
/// Keys of all of them.
pub(crate) fn against_programmes() -> impl Iterator<Item = &'static str> {
    AGAINST.iter().map(|against| against.key)
}

/// Combinations of the outer values.
const CORNERS: usize = 1 << AGAINST.len();

/// A row: one assumption at one value.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    /// Key of the parameter.
    pub key: &'static str,
    /// Its short name.
    pub label: Bilingual,
    /// Its value.
    pub value: f64,
    /// The effect.
    pub measured: Measured,
}

/// The four assumptions at outer values.
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    /// Key and value of each.
    pub values: Vec<(&'static str, f64)>,
    /// The effect.
    pub measured: Measured,
}

/// What a programme does when its assumptions fail.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Each assumption at its values, in order.
    pub rows: Vec<AnswerRow>,
    /// All combinations of outer values, the least effect first.
    pub corners: Vec<Corner>,
}

impl Answer {
    /// The combination with the least effect on GDP.
    ///
    /// # Panics
    /// Never: there are combinations.
    #[must_use]
    pub fn worst(&self) -> &Corner {
        self.corners.first().expect("there are combinations")
    }

    /// The row of an assumption at a value.
    #[must_use]
    pub fn at(&self, key: &str, value: f64) -> Option<&AnswerRow> {
        let row = |row: &&AnswerRow| row.key == key && row.value == value;
        self.rows.iter().find(row)
    }
}

/// Runs that are wanted.
pub(crate) struct Wanted {
    rows: Vec<(&'static str, f64, Places)>,
    corners: Vec<(Vec<(&'static str, f64)>, Places)>,
}

impl Wanted {
    pub(crate) fn new(runs: &mut Runs) -> Wanted {
        let mut rows = Vec::new();
        for against in &AGAINST {
            for value in against.values {
                let places = runs.want(parameter(against.key, value));
                rows.push((against.key, value, places));
            }
        }
        let corners = (0..CORNERS).map(|corner| {
            let values = corner_values(corner);
            let changes = values
                .iter()
                .map(|&(key, value)| Change::Parameter(key, value));
            let places = runs.want(Variant::of(changes.collect()));
            (values, places)
        });
        let corners = corners.collect();
        Wanted { rows, corners }
    }

    pub(crate) fn answer(&self, runs: &Runs, programme: usize) -> Answer {
        let row = |(key, value, places): &(&'static str, f64, Places)| AnswerRow {
            key,
            label: labels::label(key),
            value: *value,
            measured: runs.measured(places, programme),
        };
        let corner = |(values, places): &(Vec<(&'static str, f64)>, Places)| Corner {
            values: values.clone(),
            measured: runs.measured(places, programme),
        };
        let mut corners: Vec<Corner> = self.corners.iter().map(corner).collect();
        corners.sort_by(|a, b| a.measured.gdp().total_cmp(&b.measured.gdp()));
        Answer {
            rows: self.rows.iter().map(row).collect(),
            corners,
        }
    }
}

/// Values of a combination: a bit for each assumption.
fn corner_values(corner: usize) -> Vec<(&'static str, f64)> {
    let bits = AGAINST.iter().enumerate();
    bits.map(|(bit, against)| (against.key, against.values[2 * (corner >> bit & 1)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::PARAMETERS;

    #[test]
    fn corners_are_all_combinations_of_outer_values() {
        let all: Vec<_> = (0..CORNERS).map(corner_values).collect();
        assert!((1..CORNERS).all(|n| !all[..n].contains(&all[n])));
        assert!(all.iter().flatten().all(|(key, value)| {
            let against = AGAINST.iter().find(|one| one.key == *key).unwrap();
            *value == against.values[0] || *value == against.values[2]
        }));
    }

    #[test]
    fn ranges_are_those_of_the_table_where_they_should_be() {
        for against in &AGAINST[..3] {
            let info = PARAMETERS.iter().find(|info| info.key == against.key);
            let info = info.unwrap();
            assert_eq!(
                [against.values[0], against.values[2]],
                [info.low, info.high]
            );
        }
    }
}
