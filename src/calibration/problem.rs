//! What is fitted to what: unknowns with their priors, targets with their errors.

use super::measure::Measured;
use super::priors::{Priors, Targets};
use super::twin::Twin;
use crate::data::Tables;
use crate::observed::{Known, Series, SeriesKind, find, place};
use crate::record::Quarter;
use crate::scenario::{ContactResponse, Outlook, ParameterDraw, Vintage};

/// A value to be fitted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unknown {
    /// What it is.
    pub what: What,
    /// Mean of the prior.
    pub mean: f64,
    /// Standard deviation of the prior.
    pub sd: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// What an unknown is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// A parameter of the model, by key.
    Parameter(String),
    /// The response of final demand for the products of a branch: series and sectors of `Io30`.
    Contact(String, Vec<usize>),
}

impl What {
    /// Name in files.
    pub fn name(&self) -> String {
        match self {
            What::Parameter(key) => key.clone(),
            What::Contact(series, _) => format!("contact:{series}"),
        }
    }
}

/// A value that the twin shall reach.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Target {
    /// Index of the series.
    pub series: usize,
    /// The quarter.
    pub quarter: Quarter,
    /// Gap to the path, share; by the growth that was known.
    pub growth_percent: f64,
    /// Standard deviation, share.
    pub sd: f64,
}

/// A fit to make: unknowns, targets, and what is held.
#[derive(Clone, Debug)]
pub(crate) struct Problem<'a> {
    pub twin: &'a Twin,
    pub unknowns: Vec<Unknown>,
    pub targets: Vec<Target>,
    /// Values that are not fitted: the driver's mix and those drawn from their ranges.
    pub held: Vec<(String, f64)>,
    pub vintage: Vintage,
    pub origin: Quarter,
}

impl<'a> Problem<'a> {
    /// The fit up to an origin, with drawn values at the middle of their ranges.
    pub fn new(twin: &'a Twin, tables: &Tables, priors: &Priors, origin: Quarter, b: f64) -> Self {
        let known = Known::until(tables, origin);
        let mut held = vec![("driver_stringency_weight".to_owned(), b)];
        held.extend(
            priors
                .drawn
                .iter()
                .map(|drawn| (drawn.key.clone(), drawn.at(0.5))),
        );
        Problem {
            unknowns: unknowns(twin, priors),
            targets: targets(twin, &known, &priors.targets),
            held,
            vintage: twin.vintage(origin, Outlook::Held),
            origin,
            twin,
        }
    }

    /// The draw that values of the unknowns make with those held.
    pub fn draw(&self, x: &[f64]) -> ParameterDraw {
        let mut values = self.held.clone();
        let mut contact = ContactResponse::central();
        for (unknown, &value) in self.unknowns.iter().zip(x) {
            match &unknown.what {
                What::Parameter(key) => values.push((key.clone(), value)),
                What::Contact(_, sectors) => sectors.iter().for_each(|&s| contact.0[s] = value),
            }
        }
        ParameterDraw {
            values,
            contact_response: contact,
        }
    }

    /// Residuals of the targets, in standard deviations.
    pub fn residuals(&self, x: &[f64]) -> Vec<f64> {
        self.compare(&self.twin.run(&self.draw(x), self.vintage, self.origin))
    }

    /// The same of a run that was made.
    pub fn compare(&self, run: &Measured) -> Vec<f64> {
        self.targets
            .iter()
            .map(|target| {
                (run.gap(target.series, at(target.quarter)) - self.known_gap(run, target))
                    / target.sd
            })
            .collect()
    }

    /// Gap that was known: growth compounded on the path of 2019.
    fn known_gap(&self, run: &Measured, target: &Target) -> f64 {
        let path = &run.path[target.series];
        let q = at(target.quarter);
        path[q - 4] / path[q] * (1.0 + target.growth_percent / 100.0) - 1.0
    }

    /// Values moved into their bounds.
    pub fn inside(&self, x: impl Iterator<Item = f64>) -> Vec<f64> {
        self.unknowns
            .iter()
            .zip(x)
            .map(|(unknown, x)| x.clamp(unknown.low, unknown.high))
            .collect()
    }
}

fn at(quarter: Quarter) -> usize {
    place(quarter).expect("targets are inside 2019 to 2022")
}

fn unknowns(twin: &Twin, priors: &Priors) -> Vec<Unknown> {
    let mut unknowns: Vec<Unknown> = priors
        .fitted
        .iter()
        .map(|prior| Unknown {
            what: What::Parameter(prior.key.clone()),
            mean: prior.mean,
            sd: prior.sd,
            low: prior.low,
            high: prior.high,
        })
        .collect();
    let contact = &priors.contact_response;
    let branches = twin
        .series
        .iter()
        .filter(|series| series.kind == SeriesKind::Branch);
    unknowns.extend(branches.map(|series| Unknown {
        what: What::Contact(series.name.clone(), series.sectors.clone()),
        mean: contact.at_full_contact * intensity(twin.tables(), series),
        sd: contact.sd,
        low: contact.low,
        high: contact.high,
    }));
    unknowns
}

/// Contact intensity of a branch, mean by value added.
fn intensity(tables: &Tables, series: &Series) -> f64 {
    let sum = |of: &dyn Fn(usize) -> f64| series.sectors.iter().map(|&s| of(s)).sum::<f64>();
    let gva = |s: usize| tables.sectors[s].gva;
    sum(&|s| gva(s) * tables.sectors[s].traits.contact_intensity) / sum(&gva)
}

fn targets(twin: &Twin, known: &Known, sizes: &Targets) -> Vec<Target> {
    let total: f64 = twin.tables().sectors.iter().map(|sector| sector.gva).sum();
    let mut targets = Vec::new();
    let mut add = |series: usize, sd_points: f64| {
        for quarter in (1..=4).map(|quarter| Quarter::new(2020, quarter)) {
            if let Some(growth_percent) = known.yoy_percent(&twin.series[series], quarter) {
                targets.push(Target {
                    series,
                    quarter,
                    growth_percent,
                    sd: sd_points / 100.0,
                });
            }
        }
    };
    for (index, series) in twin.series.iter().enumerate() {
        if series.kind == SeriesKind::Branch {
            let own: f64 = series
                .sectors
                .iter()
                .map(|&s| twin.tables().sectors[s].gva)
                .sum();
            let [low, high] = sizes.branch_factor;
            let factor = (sizes.branch_share * total / own).sqrt().clamp(low, high);
            add(index, sizes.branch_sd_points * factor);
        }
    }
    for other in &sizes.others {
        let series = find(&twin.series, &other.series).expect("targets name published series");
        let index = twin.series.iter().position(|known| known == series);
        add(index.expect("it was found there"), other.sd_points);
    }
    targets
}
