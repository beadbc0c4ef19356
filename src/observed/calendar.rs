//! The sixteen quarters that models and data are compared over.

use crate::record::Quarter;

/// Quarters from the first to the last, and length of a path.
pub const QUARTERS: usize = 16;
/// First quarter of a path.
pub const FIRST_QUARTER: Quarter = Quarter {
    year: 2019,
    quarter: 1,
};
/// Last quarter of a path. Later data are held back (`data/README.md`).
pub const LAST_QUARTER: Quarter = Quarter {
    year: 2022,
    quarter: 4,
};

/// The quarters 2019Q1 to 2022Q4 in order.
#[must_use]
pub fn quarters() -> [Quarter; QUARTERS] {
    let mut quarter = FIRST_QUARTER;
    [(); QUARTERS].map(|()| {
        let this = quarter;
        quarter = quarter.next();
        this
    })
}

/// Place of a quarter among the sixteen, 0 for 2019Q1; `None` outside.
#[must_use]
pub fn place(quarter: Quarter) -> Option<usize> {
    let years = usize::try_from(quarter.year - FIRST_QUARTER.year).ok()?;
    let place = 4 * years + quarter.quarter as usize - 1;
    (place < QUARTERS).then_some(place)
}
