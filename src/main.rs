//! The command `pulih`.

use std::process::ExitCode;

fn main() -> ExitCode {
    pulih::cli::main(std::env::args_os())
}
