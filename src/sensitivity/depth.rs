//! How much a study runs.

/// What is run by default, and what more when certainty is worth its hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// One seed, the far end of each range and the other of the longest bars, a small hypercube.
    Usual,
    /// Two seeds, both ends of every range, 80 sectors beside 30, a large hypercube, eight seeds beside
    /// six draws.
    Thorough,
}

impl Depth {
    /// Parameters of each programme whose other end is run too: about as many as a chart shows.
    pub(crate) const OTHER_ENDS: usize = 12;

    /// Seeds of each variant, unless given.
    #[must_use]
    pub fn seeds(self) -> u32 {
        match self {
            Depth::Usual => 1,
            Depth::Thorough => 2,
        }
    }

    /// Runs of the hypercube, unless given.
    #[must_use]
    pub fn hypercube(self) -> u16 {
        match self {
            Depth::Usual => 32,
            Depth::Thorough => 160,
        }
    }

    /// Seeds that parameters are held against.
    pub(crate) fn seeds_of_variance(self) -> u64 {
        match self {
            Depth::Usual => 4,
            Depth::Thorough => 8,
        }
    }
}
