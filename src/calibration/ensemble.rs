//! Draws as the twin runs them, and the few of them that scenarios run with.

use super::measure::Measured;
use super::posterior::Posterior;
use super::shift::Shift;
use super::twin::Twin;
use crate::observed::SeriesKind;
use crate::observed::{LAST_QUARTER, place};
use crate::scenario::{ContactResponse, Outlook, ParameterDraw};
use rayon::prelude::*;

/// Prefix of responses of final demand in the names of values.
const CONTACT: &str = "contact:";

impl Posterior {
    /// A draw as values of parameters; `shift` is added for the full engine.
    #[must_use]
    pub fn parameter_draw(&self, twin: &Twin, draw: usize, shift: Option<&Shift>) -> ParameterDraw {
        let names = self.held.iter().chain(&self.fitted);
        let mut values = Vec::new();
        let mut contact = ContactResponse::central();
        for (name, &value) in names.zip(&self.draws[draw]) {
            let value = value + shift.map_or(0.0, |shift| shift.of(name));
            match name.strip_prefix(CONTACT) {
                Some(series) => {
                    for s in sectors_of(twin, series) {
                        contact.0[s] = value;
                    }
                }
                None => values.push((name.clone(), inside(name, value))),
            }
        }
        ParameterDraw {
            values,
            contact_response: contact,
        }
    }

    /// Draws for each mix of the driver.
    #[must_use]
    pub fn draws_per_driver(&self) -> usize {
        self.draws.len() / self.fits.len()
    }

    /// A stratified choice of `count` draws: for each mix of the driver its draws are sorted by
    /// `gaps` (see `held_gaps`) and cut in equal strata, whose middle draws are taken. In an order in
    /// which every beginning is spread over mixes and strata: each mix begins one stratum later.
    #[must_use]
    pub fn stratified(&self, gaps: &[f64], count: usize) -> Vec<usize> {
        let drivers = self.fits.len();
        let per_driver = self.draws_per_driver();
        let strata = count.div_ceil(drivers);
        let mut chosen = Vec::with_capacity(count);
        let turns = spread(strata);
        for turn in 0..strata {
            for driver in 0..drivers {
                let stratum = turns[(turn + driver) % strata];
                let from = driver * per_driver;
                let mut order: Vec<usize> = (from..from + per_driver).collect();
                order.sort_by(|&a, &b| gaps[a].total_cmp(&gaps[b]));
                let middle = (2 * stratum + 1) * per_driver / (2 * strata);
                chosen.push(order[middle]);
            }
        }
        chosen.truncate(count);
        chosen
    }

    /// Every draw run on the twin to the end of 2022, in order.
    #[must_use]
    pub fn measure(&self, twin: &Twin, outlook: Outlook) -> Vec<Measured> {
        let vintage = twin.vintage(self.origin, outlook);
        (0..self.draws.len())
            .into_par_iter()
            .map(|draw| {
                let draw = self.parameter_draw(twin, draw, None);
                twin.run(&draw, vintage, LAST_QUARTER)
            })
            .collect()
    }

    /// Gap of GDP at the end of 2022 with mobility held, draw by draw; nothing after the origin is
    /// read.
    #[must_use]
    pub fn held_gaps(&self, twin: &Twin) -> Vec<f64> {
        let gdp = twin
            .series
            .iter()
            .position(|series| series.kind == SeriesKind::Total);
        let gdp = gdp.expect("GDP is a series");
        let last = place(LAST_QUARTER).expect("the last quarter is a quarter");
        self.measure(twin, Outlook::Held)
            .iter()
            .map(|run| run.gap(gdp, last))
            .collect()
    }
}

impl Shift {
    /// What is added to a value; 0 if it is not shifted.
    #[must_use]
    pub fn of(&self, name: &str) -> f64 {
        let found = self.by.iter().find(|(known, _)| known == name);
        found.map_or(0.0, |(_, by)| *by)
    }
}

/// Sectors of the branch of this name.
fn sectors_of<'a>(twin: &'a Twin, series: &str) -> impl Iterator<Item = usize> + 'a {
    let found = twin.series.iter().find(|known| known.name == series);
    found
        .map_or(&[][..], |found| &found.sectors)
        .iter()
        .copied()
}

/// A value that a shift took out of what scenarios may give is put on the bound.
fn inside(key: &str, value: f64) -> f64 {
    let info = crate::scenario::PARAMETERS
        .iter()
        .find(|info| info.key == key);
    let (low, high) = info.expect("posteriors name parameters").allowed;
    value.clamp(low, high)
}

/// Numbers below `count` in an order in which every beginning is spread: by halves from the middle
/// of the lower half, each with its mirror, so that the mean of a pair is that of all.
fn spread(count: usize) -> Vec<usize> {
    let half = count / 2;
    let pairs = by_halves(half).into_iter().flat_map(|n| [n, count - 1 - n]);
    pairs.chain((count % 2 == 1).then_some(half)).collect()
}

/// Numbers below `count`: the middle, then the middles of the halves, and so on.
fn by_halves(count: usize) -> Vec<usize> {
    let all = count.next_power_of_two();
    let bits = all.trailing_zeros();
    let reversed = |n: usize| {
        n.reverse_bits()
            .checked_shr(usize::BITS - bits)
            .unwrap_or(0)
    };
    let order = (0..all).map(|n| reversed(n) ^ (all / 2));
    order.filter(|&n| n < count).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn every_beginning_is_spread_and_every_pair_is_balanced() {
        assert_eq!(spread(8), [2, 5, 0, 7, 3, 4, 1, 6]);
        for count in 1..12 {
            let order = spread(count);
            let mut all = order.clone();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..count));
            let pairs = order[..count - count % 2].chunks(2);
            pairs.for_each(|pair| assert_eq!(pair[0] + pair[1], count - 1));
        }
    }
}
