//! The integration tests, one binary.

mod accounts;
mod end_to_end;
mod house;
mod mutations;
mod oracle;
mod properties;
mod support;
