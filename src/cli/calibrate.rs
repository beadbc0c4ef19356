//! `pulih calibrate`: fits the twin on 2020 and writes what 2020 leaves open.

use super::Outcome;
use super::arguments::CalibrateArguments;
use super::places::make_folder;
use crate::calibration::priors::Priors;
use crate::calibration::{Calibration, files};
use crate::data::{SectorScheme, gathered_tables, tables};
use crate::report::replace_file;
use std::fmt::Write;

/// Calibrates, prints the fit and the move of the engine, writes the files.
#[must_use]
pub fn execute(arguments: &CalibrateArguments) -> Outcome {
    let out = &arguments.out;
    if let Err(refusal) = make_folder("--out", out) {
        return refusal.into();
    }
    let tell = |step: &str| {
        if !arguments.quiet {
            eprintln!("calibrate: {step}");
        }
    };
    let calibration = Calibration::new(
        gathered_tables(),
        tables(SectorScheme::Io30),
        &Priors::shipped(),
        &tell,
    );
    let texts = [
        (files::POSTERIOR, files::posterior_text(&calibration)),
        (
            files::DRAWS,
            files::draws_text(gathered_tables(), &calibration.draws),
        ),
    ];
    let mut text = calibration.table();
    for (file, content) in texts {
        let path = out.join(file.name);
        if let Err(error) = replace_file(&path, content.as_bytes()) {
            return Outcome::Failed(format!("{} cannot be written: {error}", path.display()));
        }
        let same = if file.text == content {
            "the same bytes as the one that the program was built with"
        } else {
            "differs from the one that the program was built with"
        };
        writeln!(text, "{}: {same}", path.display()).expect("a string takes all text");
    }
    Outcome::Done(text)
}
