//! Whose variance is it: a crossed design of parameter draws and seeds, a run in each cell.

use super::measured::Effect;
use super::runs::{Places, Runs};
use super::variant::{Change, Variant};
use crate::scenario::calibrated_draws;

/// Calibrated draws that are taken: the first, which are spread over drivers and depths of the loss.
const DRAWS: usize = 6;

/// Two-way analysis of variance without replication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Mean of all cells.
    pub mean: f64,
    /// Standard deviation of all cells.
    pub deviation: f64,
    /// Share of the sum of squares between rows: parameters.
    pub parameters: f64,
    /// Between columns: seeds.
    pub seeds: f64,
    /// What neither explains: both together, and chance.
    pub rest: f64,
    /// The three shares as components of variance, free of the size of the design.
    pub components: [f64; 3],
    /// Standard deviation between seeds of an effect with the parameters given.
    pub seed_deviation: f64,
    /// Standard deviation between seeds of a *change* of the effect when parameters change: a bar of
    /// one seed has it as its standard error.
    pub change_deviation: f64,
}

/// The split of three effects of a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Splits {
    /// Draws and seeds of the design.
    pub design: (usize, usize),
    /// Of the effect on GDP, percent.
    pub gdp_percent: Split,
    /// Of the weeks gained.
    pub weeks_gained: Split,
    /// Of the effect on employment, thousand persons.
    pub employment_thousand: Split,
}

/// Splits the variance of a table with rows and columns of one length each, at least two.
pub(crate) fn split(table: &[Vec<f64>]) -> Split {
    let (rows, columns) = (table.len() as f64, table[0].len() as f64);
    let mean = table.iter().flatten().sum::<f64>() / (rows * columns);
    let square = |value: f64| (value - mean).powi(2);
    let total: f64 = table.iter().flatten().map(|value| square(*value)).sum();
    let of_rows: f64 = table
        .iter()
        .map(|row| columns * square(row.iter().sum::<f64>() / columns))
        .sum();
    let of_columns: f64 = (0..table[0].len())
        .map(|c| rows * square(table.iter().map(|row| row[c]).sum::<f64>() / rows))
        .sum();
    let rest = (total - of_rows - of_columns).max(0.0);
    let per_rest = rest / ((rows - 1.0) * (columns - 1.0));
    let components = [
        ((of_rows / (rows - 1.0) - per_rest) / columns).max(0.0),
        ((of_columns / (columns - 1.0) - per_rest) / rows).max(0.0),
        per_rest,
    ];
    let share = |part: f64, of: f64| if of > 0.0 { part / of } else { 0.0 };
    let all: f64 = components.iter().sum();
    Split {
        mean,
        deviation: (total / (rows * columns - 1.0)).sqrt(),
        parameters: share(of_rows, total),
        seeds: share(of_columns, total),
        rest: share(rest, total),
        components: components.map(|part| share(part, all)),
        seed_deviation: (components[1] + per_rest).sqrt(),
        // A change is the difference of two cells of one column.
        change_deviation: (2.0 * per_rest).sqrt(),
    }
}

/// Runs that are wanted, by draw.
pub(crate) struct Wanted {
    places: Vec<Places>,
    seeds: u64,
}

impl Wanted {
    /// Calibrated draws against this many seeds, at least two.
    pub(crate) fn new(runs: &mut Runs, seeds: u64) -> Wanted {
        let draws = 0..DRAWS.min(calibrated_draws().len());
        let places = draws.map(|draw| {
            let variant = Variant::of(vec![Change::Draw(draw)]);
            runs.want_seeds(variant, 1..=seeds)
        });
        Wanted {
            places: places.collect(),
            seeds,
        }
    }

    pub(crate) fn splits(&self, runs: &Runs, programme: usize) -> Splits {
        let measured: Vec<_> = self
            .places
            .iter()
            .map(|places| runs.measured(places, programme))
            .collect();
        let of = |value: fn(&Effect) -> f64| {
            let row = |one: &super::Measured| one.seeds.iter().map(value).collect();
            split(&measured.iter().map(row).collect::<Vec<Vec<f64>>>())
        };
        Splits {
            design: (self.places.len(), self.seeds as usize),
            gdp_percent: of(|one| one.gdp_percent),
            weeks_gained: of(|one| one.weeks_gained),
            employment_thousand: of(|one| one.employment_thousand),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_interaction_has_no_rest() {
        let table: Vec<Vec<f64>> = (0..3)
            .map(|row| {
                (0..4)
                    .map(|c| 10.0 * f64::from(row) + f64::from(c))
                    .collect()
            })
            .collect();
        let split = split(&table);
        // Sums of squares: rows 4 x (100 + 0 + 100), columns 3 x (2.25 + .25 + .25 + 2.25).
        assert!((split.parameters - 800.0 / 815.0).abs() < 1e-12);
        assert!((split.seeds - 15.0 / 815.0).abs() < 1e-12);
        assert!(split.rest < 1e-12 && (split.mean - 11.5).abs() < 1e-12);
    }

    #[test]
    fn components_of_a_made_up_table_are_those_of_the_book() {
        let table = vec![vec![1.0, 3.0], vec![5.0, 11.0]];
        let split = split(&table);
        // Mean 5; rows 36, columns 16, rest 4; one degree of freedom each.
        assert!((split.parameters - 36.0 / 56.0).abs() < 1e-12);
        assert!((split.seeds - 16.0 / 56.0).abs() < 1e-12);
        assert!((split.rest - 4.0 / 56.0).abs() < 1e-12);
        let components = [16.0 / 26.0, 6.0 / 26.0, 4.0 / 26.0];
        assert!((split.seed_deviation - 10.0_f64.sqrt()).abs() < 1e-12);
        assert!((split.change_deviation - 8.0_f64.sqrt()).abs() < 1e-12);
        for (found, known) in split.components.iter().zip(components) {
            assert!((found - known).abs() < 1e-12);
        }
    }

    #[test]
    fn a_constant_table_has_nothing_to_split() {
        let split = split(&[vec![2.0, 2.0], vec![2.0, 2.0]]);
        assert_eq!((split.parameters, split.seeds, split.rest), (0.0, 0.0, 0.0));
    }
}
