//! The arguments as typed.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Economic recovery simulation: how fast does Indonesia recover, and does bringing cooperatives
/// and small enterprises into manufacturers' supply chains change that?
#[derive(Debug, Parser)]
#[command(
    name = "pulih",
    version,
    before_help = "Example: pulih run karawang.json --against covid19 --out output",
    after_help = "Exit codes: 0 done, 1 failed, 2 refused input (nothing written), 130 interrupted.",
    arg_required_else_help = true
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run scenarios and report their effects.
    Run(RunArguments),
    /// Check scenarios and report all problems, without running them.
    Validate(ValidateArguments),
    /// Print the phases of a week.
    Phases(PhasesArguments),
    /// List the embedded tables, or print one.
    Data(DataArguments),
    /// Check the embedded data and the economy of week 0.
    #[command(before_help = "Example: pulih doctor")]
    Doctor,
    /// Fit the model on 2020 and write the parameters that 2020 leaves open.
    Calibrate(CalibrateArguments),
    /// Forecast 2021-22 from 2020 and score it beside naive rules and published forecasts.
    Backtest(BacktestArguments),
    /// Hold outcomes against surveys, statistics and studies that nothing was fitted to: about two
    /// minutes on two cores.
    Checks(ChecksArguments),
    /// Tell what the effect of a programme depends on, and what would make it nothing.
    Sensitivity(SensitivityArguments),
    /// Explain a key, a parameter, a name or a list of names.
    Explain(ExplainArguments),
}

/// Arguments of `pulih run`.
#[derive(Clone, Debug, Args)]
#[command(
    before_help = "Example: pulih run integration_target --against covid19 --seeds 50 --set deadweight=0.3"
)]
pub struct RunArguments {
    /// Scenarios: shipped names (pulih explain scenarios), paths, or - for standard input. None:
    /// covid19 against the three integration scenarios.
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Counterfactual that the scenarios are compared with, seed by seed.
    #[arg(long, value_name = "SCENARIO")]
    pub against: Option<String>,
    /// Folder of the results.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub out: PathBuf,
    /// Seeds of the ensemble, in place of the scenario's.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seeds: Option<String>,
    /// Rows of the economy, in place of the scenario's.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub enterprises: Option<String>,
    /// Weeks, in place of the scenario's.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub weeks: Option<String>,
    /// Threads; results are the same bits for any number.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub threads: Option<String>,
    /// Change a setting of every scenario, e.g. weeks=52, deadweight=0.3, channels.finance=false,
    /// churn=off. May be repeated.
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// No progress and no summary.
    #[arg(long)]
    pub quiet: bool,
    /// Replace the results of another plan in the folder.
    #[arg(long)]
    pub force: bool,
    /// Write the long tables as CSV instead of Parquet.
    #[arg(long)]
    pub csv: bool,
}

/// Arguments of `pulih validate`.
#[derive(Debug, Args)]
#[command(before_help = "Example: pulih validate karawang.json")]
pub(crate) struct ValidateArguments {
    /// Scenarios: shipped names, paths, or - for standard input.
    #[arg(value_name = "SCENARIO", required = true)]
    pub(crate) scenarios: Vec<String>,
}

/// Arguments of `pulih phases`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example: pulih phases --timing")]
pub struct PhasesArguments {
    /// Run a short simulation and print how long each phase takes.
    #[arg(long)]
    pub timing: bool,
}

/// Arguments of `pulih data`.
#[derive(Debug, Args)]
#[command(before_help = "Example: pulih data model/means.csv")]
pub(crate) struct DataArguments {
    /// Table to print; none lists them.
    #[arg(value_name = "TABLE")]
    pub(crate) table: Option<String>,
}

/// Arguments of `pulih calibrate`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example: pulih calibrate --out data/calibration")]
pub struct CalibrateArguments {
    /// Folder of posterior.json and draws.json.
    #[arg(long, value_name = "DIR", default_value = "output/calibration")]
    pub out: PathBuf,
    /// No progress.
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `pulih backtest`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example: pulih backtest --json")]
pub struct BacktestArguments {
    /// Print the report as JSON in place of the table.
    #[arg(long)]
    pub json: bool,
    /// Also write backtest.json, backtest.txt and the charts into this folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Append the scores to this file, if they are not in it yet.
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// No progress.
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `pulih checks`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example: pulih checks --json")]
pub struct ChecksArguments {
    /// Print the checks as JSON, with rules and sources, in place of the table.
    #[arg(long)]
    pub json: bool,
    /// Also write checks.txt and checks.json into this folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Rows of the economies, in place of 20000.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub enterprises: Option<String>,
    /// Draws of the parameters, in place of 12.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seeds: Option<String>,
    /// No progress.
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `pulih sensitivity`.
#[derive(Clone, Debug, Args)]
#[command(before_help = "Example: pulih sensitivity integration_target --out output/sensitivity")]
pub struct SensitivityArguments {
    /// Programmes: shipped names or paths. None: integration_ambitious.
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Counterfactual that the programmes are compared with.
    #[arg(long, value_name = "SCENARIO", default_value = "covid19")]
    pub against: String,
    /// Two seeds, both ends of every range, 80 sectors beside 30, 160 draws, 8 seeds in the split of
    /// the variance: four times the work or more.
    #[arg(long)]
    pub thorough: bool,
    /// Parameter to move, in place of all that have a range. May be repeated.
    #[arg(long, value_name = "KEY")]
    pub parameter: Vec<String>,
    /// Rows of the economy.
    #[arg(
        long,
        value_name = "N",
        default_value = "4500",
        allow_negative_numbers = true
    )]
    pub enterprises: String,
    /// Rows of the larger economy that the central effect is checked on.
    #[arg(
        long,
        value_name = "N",
        default_value = "20000",
        allow_negative_numbers = true
    )]
    pub large_enterprises: String,
    /// Weeks, in place of the scenario's.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub weeks: Option<String>,
    /// Seeds of each variant, in place of 1 (2 if thorough).
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seeds: Option<String>,
    /// Runs in which all parameters are drawn at once, in place of 32 (160 if thorough).
    #[arg(long, value_name = "N")]
    pub draws: Option<u16>,
    /// Threads; results are the same bits for any number.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub threads: Option<String>,
    /// Also write sensitivity.json, sensitivity.txt and the charts into this folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print the report as JSON in place of the table.
    #[arg(long)]
    pub json: bool,
    /// No progress.
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `pulih explain`.
#[derive(Debug, Args)]
#[command(before_help = "Example: pulih explain policies.credit.access")]
pub(crate) struct ExplainArguments {
    /// A key, a parameter, a name, or a list such as sectors; none lists the topics.
    #[arg(value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
}
