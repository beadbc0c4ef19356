//! The integration tests, one binary.

mod house;
mod mutations;
mod oracle;
mod properties;
mod support;
