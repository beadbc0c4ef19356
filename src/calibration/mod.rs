//! Calibration on 2020 alone, and the ensemble of parameters that it leaves open.

mod fit;
mod linear;
pub mod measure;
pub mod priors;
mod problem;
pub mod twin;

