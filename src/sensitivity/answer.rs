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
    /// Which of the values are combined with those of the others.
    combined: &'static [usize],
}

/// Places of the outer values, where the effect runs one way from one to the other.
const OUTER: &[usize] = &[0, 2];
/// All, where the most may lie between: more goods that replace imports also bring in smaller buyers.
const EACH: &[usize] = &[0, 1, 2];

/// All of them. The values of `external_offset` and `anchor` are the ends of what is allowed, the
/// others those of the range.
const AGAINST: [Against; 4] = [
    Against {
        key: "external_offset",
        values: [0.0, 0.5, 1.0],
        combined: OUTER,
    },
    Against {
        key: "deadweight",
        values: [0.3, 0.5, 0.8],
        combined: OUTER,
    },
    Against {
        key: "import_substitutability",
        values: [0.0, 1.0, 2.0],
        combined: EACH,
    },
    Against {
        key: "anchor",
        values: [0.0, 0.5, 1.0],
        combined: OUTER,
    },
];

/// Keys of all of them.
pub(crate) fn against_programmes() -> impl Iterator<Item = &'static str> {
    AGAINST.iter().map(|against| against.key)
}

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

/// The four assumptions together, each at a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Combination {
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
    /// All combinations, the least effect first.
    pub combinations: Vec<Combination>,
}

impl Answer {
    /// The combination with the least effect on GDP.
    ///
    /// # Panics
    /// Never: there are combinations.
    #[must_use]
    pub fn worst(&self) -> &Combination {
        self.combinations.first().expect("there are combinations")
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
    combinations: Vec<(Vec<(&'static str, f64)>, Places)>,
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
        let combinations = combinations().into_iter().map(|values| {
            let changes = values
                .iter()
                .map(|&(key, value)| Change::Parameter(key, value));
            let places = runs.want(Variant::of(changes.collect()));
            (values, places)
        });
        let combinations = combinations.collect();
        Wanted { rows, combinations }
    }

    pub(crate) fn answer(&self, runs: &Runs, programme: usize) -> Answer {
        let row = |(key, value, places): &(&'static str, f64, Places)| AnswerRow {
            key,
            label: labels::label(key),
            value: *value,
            measured: runs.measured(places, programme),
        };
        let combination = |(values, places): &(Vec<(&'static str, f64)>, Places)| Combination {
            values: values.clone(),
            measured: runs.measured(places, programme),
        };
        let mut combinations: Vec<Combination> =
            self.combinations.iter().map(combination).collect();
        combinations.sort_by(|a, b| a.measured.gdp().total_cmp(&b.measured.gdp()));
        Answer {
            rows: self.rows.iter().map(row).collect(),
            combinations,
        }
    }
}

/// All combinations.
fn combinations() -> Vec<Vec<(&'static str, f64)>> {
    AGAINST.iter().fold(vec![Vec::new()], |before, against| {
        let with = |values: &Vec<(&'static str, f64)>| {
            let values = values.clone();
            against.combined.iter().map(move |&place| {
                let mut values = values.clone();
                values.push((against.key, against.values[place]));
                values
            })
        };
        before.iter().flat_map(with).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::PARAMETERS;

    #[test]
    fn combinations_are_all_of_the_outer_values_and_three_of_imports() {
        let all = combinations();
        assert_eq!(all.len(), 2 * 2 * 3 * 2);
        assert!((1..all.len()).all(|n| !all[..n].contains(&all[n])));
        let against = |key: &str| AGAINST.iter().find(|one| one.key == key).unwrap();
        let inner = all.iter().flatten().filter(|(key, value)| {
            let [low, _, high] = against(key).values;
            *value != low && *value != high
        });
        assert!(inner.clone().count() == 8);
        assert!(
            inner
                .into_iter()
                .all(|one| one.0 == "import_substitutability")
        );
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
