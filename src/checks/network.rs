//! Who supplies whom at week 0, beside facts on networks of other nations.
//!
//! A row of the model is a family of equal enterprises; links belong to families, so degrees are of
//! families. Tails are measured by Hill's estimator over the upper twentieth.

use super::figures::{Figure, text};
use super::rules::{NETWORK_FACTOR, Rule};
use super::runs::Runs;
use super::{Group, Question};
use crate::economy::Economy;
use crate::statistics::correlation;
use std::collections::BTreeSet;

/// Share of families that are taken for the tail.
const TAIL: f64 = 0.05;
/// Table of the facts.
const TABLE: &str = "policy/network_facts.csv";

/// Facts of one economy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct NetworkFacts {
    customers_exponent: f64,
    suppliers_exponent: f64,
    assortativity: f64,
}

impl NetworkFacts {
    /// Counts links.
    pub(super) fn of(economy: &Economy) -> NetworkFacts {
        let links = &economy.links;
        let customers: Vec<f64> = links
            .by_supplier_start
            .windows(2)
            .map(|pair| f64::from(pair[1] - pair[0]))
            .collect();
        let mut of_family = vec![BTreeSet::new(); economy.families];
        let pairs: Vec<(usize, usize)> = (0..links.supplier.len())
            .map(|link| {
                let cell = links.cell[link] as usize;
                let buyer = economy.inputs.cell_family[cell] as usize;
                (buyer, links.supplier[link] as usize)
            })
            .collect();
        for (buyer, supplier) in &pairs {
            of_family[*buyer].insert(*supplier);
        }
        let suppliers: Vec<f64> = of_family.iter().map(|set| set.len() as f64).collect();
        let ends = pairs
            .iter()
            .map(|(buyer, supplier)| (suppliers[*buyer].ln(), customers[*supplier].ln()));
        let (buyers, sellers): (Vec<f64>, Vec<f64>) = ends.unzip();
        NetworkFacts {
            customers_exponent: hill(&customers),
            suppliers_exponent: hill(&suppliers),
            assortativity: correlation(&buyers, &sellers),
        }
    }
}

/// Exponent of the cumulative distribution in its upper tail.
fn hill(values: &[f64]) -> f64 {
    let mut sorted: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| *value > 0.0)
        .collect();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let tail = ((TAIL * sorted.len() as f64) as usize).clamp(1, sorted.len() - 1);
    let least = sorted[tail];
    let sum: f64 = sorted[..tail]
        .iter()
        .map(|value| (value / least).ln())
        .sum();
    tail as f64 / sum
}

/// The checks.
pub(super) fn questions(runs: &Runs) -> Vec<Question> {
    let values = |of: fn(&NetworkFacts) -> f64| -> Vec<f64> {
        runs.histories.iter().map(|run| of(&run.network)).collect()
    };
    let source = |fact: &str| {
        let who = text(TABLE, &[("fact", fact)], "source");
        format!("{who}, {TABLE}: {fact}")
    };
    let factor = Rule::Factor {
        factor: NETWORK_FACTOR,
    };
    let question = |id: &str, name: &str, unit, values, data, rule| Question {
        id: id.to_owned(),
        group: Group::Network,
        name: name.to_owned(),
        unit,
        values,
        data,
        rule,
    };
    let tail = |fact: &str, exponent: f64| Some(Figure::of(exponent, exponent, source(fact)));
    vec![
        question(
            "network.customers",
            "customers of a family, exponent of the tail",
            "",
            values(|facts| facts.customers_exponent),
            // As printed in the table: "cumulative exponent 1.0 (Zipf)", "about 1.5".
            tail("customers per firm, tail", 1.0),
            factor,
        ),
        question(
            "network.suppliers",
            "suppliers of a family, exponent of the tail",
            "",
            values(|facts| facts.suppliers_exponent),
            tail("suppliers per firm, tail", 1.5),
            factor,
        ),
        question(
            "network.assortativity",
            "correlation of degrees of buyer and supplier",
            "",
            values(|facts| facts.assortativity),
            // "assortativity slightly negative", from memory.
            Some(Figure::of(
                -0.3,
                0.0,
                source("tail exponents, Ecuador and Hungary"),
            )),
            Rule::Limits,
        ),
        question(
            "network.survival",
            "links that survive a year",
            "%",
            Vec::new(),
            Some(Figure::of(
                45.0,
                93.0,
                format!(
                    "Mizuno et al. 2014; Reisch et al. 2025, {TABLE}: links that survive a year"
                ),
            )),
            Rule::NotComparable,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_of_a_power_law_has_its_exponent() {
        let values: Vec<f64> = (1..=10_000).map(|rank| 1e4 / f64::from(rank)).collect();
        assert!((hill(&values) - 1.0).abs() < 0.02);
        let squares: Vec<f64> = values.iter().map(|value| value.sqrt()).collect();
        assert!((hill(&squares) - 2.0).abs() < 0.04);
    }
}
