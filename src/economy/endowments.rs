//! What enterprises have at week 0 besides output: workers, cash, quality.
//!
//! MODEL.md, sections 4 and 6. Workers of a sector and class by the enterprise statistics, scaled to
//! the sector's employment, spread inside the class by output; members carry those of their product,
//! cooperatives none. Cash: months that money lasts (survey of small firms, policy/cash_buffer.csv),
//! a draw for single rows, the mean for groups. Quality: Beta with mean .25, .38, .58, .75 from micro
//! to large and standard deviation .15, likewise.
//!
//! Units: thousand persons per real enterprise; months of outlays; 0..1.

use super::Rows;
use super::frame::Frame;
use crate::draw::{Purpose, Stream};
use crate::ids::{CLASSES, Class, Kind};
use rand_distr::{Beta, Distribution};

/// Mean quality by class (MODEL.md, section 6).
const QUALITY_MEAN: [f64; CLASSES] = [0.25, 0.38, 0.58, 0.75];
/// Standard deviation of quality (MODEL.md, section 6).
const QUALITY_SD: f64 = 0.15;

/// Fills the columns employment, cash and quality of primary rows.
pub(super) fn fill(frame: &Frame, seed: u64, rows: &mut Rows) {
    employment(frame, rows);
    cash(&frame.tables.cash_buffer, seed, rows);
    quality(seed, rows);
}

/// Workers per unit of output by [sector][class], then by row.
fn employment(frame: &Frame, rows: &mut Rows) {
    let mut output = vec![[0.0; CLASSES]; frame.sectors];
    for i in 0..rows.len() {
        output[rows.sector[i] as usize][rows.class[i] as usize] += rows.weight[i] * rows.output[i];
    }
    let workers_per_output = |sector: usize, class: Class| {
        let classes = &frame.tables.classes[sector];
        let surveyed: f64 = classes.iter().map(|cell| cell.workers_thousand).sum();
        let workers = classes[class as usize].workers_thousand / surveyed
            * frame.tables.sectors[sector].employment_thousand;
        let made = output[sector][class as usize];
        if made > 0.0 { workers / made } else { 0.0 }
    };
    for i in 0..rows.len() {
        rows.employment[i] = match rows.kind[i] {
            Kind::Cooperative => 0.0,
            Kind::Enterprise | Kind::Member | Kind::Venture => {
                rows.output[i] * workers_per_output(rows.sector[i] as usize, rows.class[i])
            }
        };
    }
}

/// Months that money lasts: even inside each bracket of the survey.
fn cash(brackets: &[(f64, f64)], seed: u64, rows: &mut Rows) {
    let stream = Stream::new(seed, Purpose::Cash, 0);
    let mean = mean_months(brackets);
    for i in 0..rows.len() {
        rows.cash_months[i] = if rows.single[i] {
            months_at(brackets, stream.uniform(rows.stable_id[i], 0))
        } else {
            mean
        };
    }
}

/// Mean of the survey's distribution, months.
fn mean_months(brackets: &[(f64, f64)]) -> f64 {
    let mut from = 0.0;
    let mut mean = 0.0;
    for &(to, share) in brackets {
        mean += share * 0.5 * (from + to);
        from = to;
    }
    mean
}

/// Quantile of the survey's distribution, months.
fn months_at(brackets: &[(f64, f64)], u: f64) -> f64 {
    let mut from = 0.0;
    let mut below = 0.0;
    for &(to, share) in brackets {
        if u < below + share {
            return from + (to - from) * (u - below) / share;
        }
        (from, below) = (to, below + share);
    }
    from
}

fn quality(seed: u64, rows: &mut Rows) {
    let stream = Stream::new(seed, Purpose::Quality, 0);
    let beta = QUALITY_MEAN.map(beta_of_mean);
    for i in 0..rows.len() {
        let class = rows.class[i] as usize;
        rows.quality[i] = if rows.single[i] {
            beta[class].sample(&mut stream.generator(rows.stable_id[i]))
        } else {
            QUALITY_MEAN[class]
        };
    }
}

/// The Beta distribution with this mean and the standard deviation of quality.
fn beta_of_mean(mean: f64) -> Beta<f64> {
    let total = mean * (1.0 - mean) / (QUALITY_SD * QUALITY_SD) - 1.0;
    Beta::new(mean * total, (1.0 - mean) * total)
        .expect("mean and deviation of quality are those of a Beta distribution")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRACKETS: [(f64, f64); 2] = [(1.0, 0.25), (5.0, 0.75)];

    #[test]
    fn months_follow_the_brackets() {
        assert_eq!(mean_months(&BRACKETS), 0.125 + 2.25);
        assert_eq!(months_at(&BRACKETS, 0.125), 0.5);
        assert_eq!(months_at(&BRACKETS, 0.25), 1.0);
        assert_eq!(months_at(&BRACKETS, 0.625), 3.0);
    }

    #[test]
    fn drawn_quality_has_its_mean_and_spread() {
        let stream = Stream::new(3, Purpose::Test, 0);
        let beta = beta_of_mean(QUALITY_MEAN[2]);
        let drawn: Vec<f64> = (0..20_000)
            .map(|id| beta.sample(&mut stream.generator(id)))
            .collect();
        let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
        let variance = drawn.iter().map(|q| (q - mean).powi(2)).sum::<f64>() / drawn.len() as f64;
        assert!((mean - QUALITY_MEAN[2]).abs() < 0.005);
        assert!((variance.sqrt() - QUALITY_SD).abs() < 0.005);
    }
}
