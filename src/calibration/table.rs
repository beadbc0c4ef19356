//! What `pulih calibrate` prints.

use super::Calibration;
use crate::observed::SeriesKind;
use std::fmt::Write;

impl Calibration {
    /// The fits, what the twin misses of 2020, and the move of the engine, as lines of text.
    #[must_use]
    pub fn table(&self) -> String {
        let mut text = String::new();
        self.write(&mut text).expect("a string takes all text");
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let posterior = &self.posterior;
        writeln!(
            text,
            "Fitted on the quarters to {}; mean and standard deviation of the draws by weight of stringency in the driver:",
            posterior.origin
        )?;
        write!(text, "{:<36}", "")?;
        for fit in &posterior.fits {
            write!(
                text,
                "{:>20}",
                format!("b = {}", fit.driver_stringency_weight)
            )?;
        }
        writeln!(text)?;
        for name in &posterior.fitted {
            self.write_value(text, name)?;
        }
        write!(text, "{:<36}", "sum of squares (steps, runs)")?;
        for fit in &posterior.fits {
            let cell = format!("{:.1} ({}, {})", fit.objective, fit.steps, fit.runs);
            write!(text, "{cell:>20}")?;
        }
        writeln!(text, "\n")?;
        self.write_openness(text)?;
        self.write_misses(text)?;
        self.write_shifts(text)
    }

    fn write_value(&self, text: &mut String, name: &str) -> std::fmt::Result {
        let posterior = &self.posterior;
        let place = posterior.place(name).expect("fitted values have places");
        write!(text, "{name:<36}")?;
        for draws in posterior.draws.chunks(posterior.draws_per_driver()) {
            let count = draws.len() as f64;
            let mean = draws.iter().map(|draw| draw[place]).sum::<f64>() / count;
            let squares = draws.iter().map(|draw| (draw[place] - mean).powi(2));
            let deviation = (squares.sum::<f64>() / (count - 1.0)).sqrt();
            write!(text, "{:>20}", format!("{mean:.3} ± {deviation:.3}"))?;
        }
        writeln!(text)
    }

    fn write_openness(&self, text: &mut String) -> std::fmt::Result {
        writeln!(
            text,
            "Does 2020 tell the lasting loss? Draws, 5%, median and 95%: square of a target's miss over its variance,\ngap of GDP at 2022Q4 with mobility held (%), and the correlation of the two:"
        )?;
        for (fit, of) in self.posterior.fits.iter().zip(&self.openness) {
            let [a, b, c] = of.mean_square;
            let [d, e, f] = of.gap_percent;
            writeln!(
                text,
                "b = {:<6}{a:>8.2}{b:>8.2}{c:>8.2}{d:>12.1}{e:>8.1}{f:>8.1}{:>14.2}",
                fit.driver_stringency_weight, of.correlation
            )?;
        }
        writeln!(text)
    }

    fn write_misses(&self, text: &mut String) -> std::fmt::Result {
        writeln!(
            text,
            "Gap to the path, percentage points, twin less data, by quarter (b = {}):",
            self.posterior.fits[self.misses_of].driver_stringency_weight
        )?;
        for miss in &self.misses {
            let quarters: Vec<String> = miss.points.iter().map(|p| format!("{p:>7.1}")).collect();
            let kind = if miss.kind == SeriesKind::Branch {
                ""
            } else {
                "*"
            };
            writeln!(
                text,
                "{:<36}{}",
                format!("{}{kind}", miss.series),
                quarters.concat()
            )?;
        }
        writeln!(text)
    }

    fn write_shifts(&self, text: &mut String) -> std::fmt::Result {
        writeln!(
            text,
            "Full engine less twin, gaps of the fitted quarters, percentage points:"
        )?;
        for (fit, shift) in self.posterior.fits.iter().zip(&self.shifts) {
            let gdp: Vec<String> = shift
                .gdp_points
                .iter()
                .map(|p| format!("{p:+.2}"))
                .collect();
            writeln!(
                text,
                "b = {:<4} branches, root mean square: {:.2} before the move, {:.2} after; GDP after: {}",
                fit.driver_stringency_weight,
                shift.before_points,
                shift.after_points,
                gdp.join(" ")
            )?;
        }
        writeln!(text)
    }
}
