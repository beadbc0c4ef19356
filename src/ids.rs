//! Names of things that are counted: classes of enterprises, kinds of rows, focus areas.
//!
//! Sectors, provinces, rows and families are plain indices (`usize` in code, `u8`/`u32` stored):
//! sector and product share one index, because each sector makes one product.

use std::fmt;

/// Number of provinces in the data (34, before the split of Papua in 2022).
pub const PROVINCES: usize = 34;
/// Number of size classes.
pub const CLASSES: usize = 4;
/// "No row": the family has no contract row, the cooperative has no member row.
pub const NONE: u32 = u32::MAX;

/// Size class of an enterprise: micro 1-4, small 5-19, medium 20-99, large 100 and more workers
/// (BPS, manufacturing); elsewhere the Ministry's turnover classes are taken as if they were these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Class {
    /// 1-4 workers.
    Micro = 0,
    /// 5-19 workers.
    Small = 1,
    /// 20-99 workers.
    Medium = 2,
    /// 100 workers and more.
    Large = 3,
}

impl Class {
    /// All classes, smallest first.
    pub const ALL: [Class; CLASSES] = [Class::Micro, Class::Small, Class::Medium, Class::Large];

    /// Name in data, scenarios and results.
    pub fn name(self) -> &'static str {
        match self {
            Class::Micro => "micro",
            Class::Small => "small",
            Class::Medium => "medium",
            Class::Large => "large",
        }
    }

    /// The class of this name.
    pub fn from_name(name: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|class| class.name() == name)
    }

    /// Medium and large enterprises: the programme's buyers.
    pub fn is_medium_or_large(self) -> bool {
        self >= Class::Medium
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a row of the economy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// An enterprise, or a group of equal ones.
    Enterprise = 0,
    /// The members of one cooperative: a group of micro producers that sell a part of their
    /// product through it.
    Member = 1,
    /// A cooperative: collects members' product, has no output and no inputs of its own.
    Cooperative = 2,
    /// A manufacturer that a programme may found: weight 0 until it is built.
    Venture = 3,
}

/// The five focus areas of the programme of March 2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Focus {
    /// Food and beverage.
    FoodBeverage = 0,
    /// Crops, livestock, plantations.
    Agro = 1,
    /// Capture fisheries, aquaculture and fish processing.
    Maritime = 2,
    /// Automotive and components.
    Automotive = 3,
    /// Machinery and tools.
    Machinery = 4,
}

impl Focus {
    /// All focus areas in the order of the programme.
    pub const ALL: [Focus; 5] = [
        Focus::FoodBeverage,
        Focus::Agro,
        Focus::Maritime,
        Focus::Automotive,
        Focus::Machinery,
    ];

    /// Name in data, scenarios and results.
    pub fn name(self) -> &'static str {
        match self {
            Focus::FoodBeverage => "food_beverage",
            Focus::Agro => "agro",
            Focus::Maritime => "maritime",
            Focus::Automotive => "automotive",
            Focus::Machinery => "machinery",
        }
    }

    /// The focus area of this name.
    pub fn from_name(name: &str) -> Option<Focus> {
        Focus::ALL.into_iter().find(|focus| focus.name() == name)
    }
}
