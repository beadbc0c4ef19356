//! Pulih: how fast does an economy recover, and does bringing cooperatives and small enterprises
//! into manufacturers' supply chains change that?
//!
//! The library is the engine behind the command `pulih`. Data flows one way, each module uses
//! only those before it:
//! `ids draw blocks prose statistics` -> `data` -> `policy` -> `scenario` -> `economy` -> `record` -> `week` ->
//! `experiment` -> `observed` -> `calibration` -> `backtest` -> `checks` -> `sensitivity` ->
//! `report` -> `cli`.

pub mod ids;
pub mod draw;
pub mod blocks;
pub mod prose;
mod statistics;
pub mod data;
pub mod policy;
pub mod scenario;
pub mod economy;
pub mod record;
pub mod week;
pub mod experiment;
pub mod observed;
pub mod calibration;
pub mod backtest;
pub mod checks;
pub mod sensitivity;
pub mod report;
pub mod cli;
