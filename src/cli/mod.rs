//! The command line: what was typed -> checked requests -> calls.
//!
//! Data goes to standard output, talk to standard error; nothing is ever asked. Exit codes: 0 done,
//! 1 failed, 2 refused input and nothing written, 130 interrupted.

mod arguments;
mod backtest;
mod calibrate;
mod checks;
mod comparability;
mod data;
pub mod doctor;
mod experiment;
mod explain;
mod explain_key;
mod explain_names;
pub mod phases;
mod places;
pub mod run;
mod sensitivity;
#[cfg(test)]
mod tests;
mod validate;

use crate::scenario::Refusal;
use arguments::{Arguments, Command};
use clap::Parser;
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Done; this text goes to standard output.
    Done(String),
    /// The input was refused, nothing was written; why.
    Refused(String),
    /// A part of the input was refused, nothing was written.
    RefusedInPart {
        /// What holds of the rest; goes to standard output.
        good: String,
        /// Why.
        why: String,
    },
    /// It failed on the way; why.
    Failed(String),
    /// Ended by the user.
    Interrupted,
}

impl Outcome {
    /// The exit code.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Outcome::Done(_) => 0,
            Outcome::Failed(_) => 1,
            Outcome::Refused(_) | Outcome::RefusedInPart { .. } => 2,
            Outcome::Interrupted => 130,
        }
    }
}

impl From<Refusal> for Outcome {
    fn from(refusal: Refusal) -> Outcome {
        Outcome::Refused(refusal.to_string())
    }
}

/// Runs the command that the arguments ask for, the first being the program's name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let typed: Vec<OsString> = arguments.into_iter().collect();
    let command_line = command_line(&typed);
    let parsed = match Arguments::try_parse_from(&typed) {
        Ok(parsed) => parsed,
        Err(error) => {
            // Nobody is left to tell when even this cannot be written.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = execute(parsed.command, command_line);
    let code = outcome.exit_code();
    match outcome {
        Outcome::Done(text) => return ExitCode::from(write_out(&text)),
        Outcome::Refused(why) | Outcome::Failed(why) => eprintln!("{}", why.trim_end()),
        Outcome::RefusedInPart { good, why } => {
            write_out(&good);
            eprintln!("{}", why.trim_end());
        }
        Outcome::Interrupted => eprintln!("interrupted"),
    }
    ExitCode::from(code)
}

fn execute(command: Command, command_line: String) -> Outcome {
    match command {
        Command::Run(arguments) => match run::RunRequest::from_arguments(arguments, command_line) {
            Ok(request) => experiment::execute(request),
            Err(refusal) => refusal.into(),
        },
        Command::Validate(arguments) => validate::execute(&arguments.scenarios),
        Command::Phases(arguments) => phases::execute(&arguments),
        Command::Data(arguments) => data::execute(arguments.table.as_deref()),
        Command::Backtest(arguments) => backtest::execute(&arguments),
        Command::Checks(arguments) => checks::execute(&arguments),
        Command::Calibrate(arguments) => calibrate::execute(&arguments),
        Command::Sensitivity(arguments) => sensitivity::execute(arguments),
        Command::Doctor => doctor::execute(),
        Command::Explain(arguments) => explain::execute(arguments.topic.as_deref()),
    }
}

/// Writes to standard output; a reader that has gone away is no failure.
fn write_out(text: &str) -> u8 {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => 0,
        Err(error) => {
            eprintln!("cannot write to standard output: {error}");
            1
        }
    }
}

/// The command as it can be typed again: words with other signs than these in quotes.
fn command_line(typed: &[OsString]) -> String {
    let mut words = vec!["pulih".to_owned()];
    for word in typed.iter().skip(1) {
        let word = word.to_string_lossy();
        let plain = |letter: char| letter.is_alphanumeric() || "-_=./:,+".contains(letter);
        if !word.is_empty() && word.chars().all(plain) {
            words.push(word.into_owned());
        } else {
            words.push(format!("'{}'", word.replace('\'', "'\\''")));
        }
    }
    words.join(" ")
}
