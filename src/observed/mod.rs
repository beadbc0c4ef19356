//! What BPS published, by quarter, and what may be known of it when.
//!
//! `Known` is made for an *origin*, the last quarter that has been published, and holds nothing
//! after it: calibration and forecasts see the data through it alone. `Outcome` is the whole
//! record, for scores. Both answer the same questions about a `Series`: growth on the same
//! quarter of the year before, level, and gap to a path that the model gives.
//!
//! A *level* is built as the comparison with a path needs it: the four quarters of 2019 stand on
//! the path, later ones are compounded from them with published growth,
//! `L(2020Qi) = L(2019Qi) (1 + growth)`. It has no seasonal pattern and no unit but the path's.
//! Growth is that of the latest revision, not of the first release (`covid/targets_quarterly.csv`).

mod calendar;
mod employed;
mod growth;
mod known;
mod series;
#[cfg(test)]
mod tests;
mod yearly;

pub use calendar::{FIRST_QUARTER, LAST_QUARTER, QUARTERS, place, quarters};
pub use employed::employed_million;
pub use known::{Known, Outcome};
pub use series::{Fit, Series, SeriesKind, find, series};
pub use yearly::{growth_of_year, published_growth_of_year};
