//! The twin: the nation as one enterprise per sector and class, for fitting.
//!
//! The construction is the same, on tables whose every enterprise and household lives in one place;
//! there are no cooperatives and no links, all purchases go through the market, and every family
//! has its sector's input mix. One class more than one enterprise per sector: classes differ in cash,
//! credit and closing. The engine runs it as it is, some thousand times faster than 20 thousand rows.

use super::build::{self, Detail};
use super::{BuildPlan, Economy};
use crate::data::Tables;

impl Economy {
    /// Builds the twin from tables of one place (`Tables::gathered`). No draw enters it.
    #[must_use]
    pub fn twin(tables: &'static Tables) -> Economy {
        let plan = BuildPlan::new(0, 0);
        build::assemble(tables, &plan, Detail::Representative)
    }
}
