//! The integration tests, one binary.

mod mutations;
mod oracle;
mod properties;
mod support;
