//! The engine with one enterprise per sector and class, as a function of its parameters.

use super::measure::Measured;
use crate::data::Tables;
use crate::economy::Economy;
use crate::observed::{Series, series};
use crate::record::{Path, Quarter};
use crate::scenario::{self, Outlook, ParameterDraw, Scenario, Vintage};
use crate::week::Model;
use std::sync::Arc;

/// Days of a week.
const WEEK: i64 = 7;
/// Weeks of the drivers, 2020 to 2022.
pub(crate) const ALL_WEEKS: u32 = 156;
/// The course without the programme.
pub(crate) const HISTORY: &str = "covid19";

/// An economy ready to run under draws of parameters.
#[derive(Clone, Debug)]
pub struct Twin {
    economy: Arc<Economy>,
    scenario: Scenario,
    /// The published series it is measured by.
    pub series: Vec<Series>,
}

impl Twin {
    /// The twin on tables of one place (`data::gathered_tables`).
    #[must_use]
    pub fn new(tables: &'static Tables) -> Twin {
        Twin::of(Economy::twin(tables))
    }

    /// The same interface on any economy.
    ///
    /// # Panics
    /// When the shipped scenario is broken: a bug.
    #[must_use]
    pub fn of(economy: Economy) -> Twin {
        let mut scenario = scenario::load(HISTORY).expect("the shipped scenario is valid");
        scenario.weeks = ALL_WEEKS;
        scenario.scheme = economy.tables.scheme;
        Twin {
            series: series(economy.tables),
            economy: Arc::new(economy),
            scenario,
        }
    }

    /// The same without the reliefs of 2021-22, which no one knew at the end of 2020.
    #[must_use]
    pub fn without_relief(&self) -> Twin {
        let mut twin = self.clone();
        twin.scenario.policies.clear();
        twin
    }

    /// The official tables behind it.
    #[must_use]
    pub fn tables(&self) -> &'static Tables {
        self.economy.tables
    }

    /// What is known at the end of a quarter: whole weeks of drivers.
    #[must_use]
    pub fn vintage(&self, origin: Quarter, outlook: Outlook) -> Vintage {
        let days = origin.last_day() + 1 - self.scenario.start;
        Vintage {
            known_weeks: u32::try_from(days / WEEK).expect("origins are after 2019"),
            outlook,
        }
    }

    /// Runs to the end of a quarter and measures it.
    ///
    /// The reliefs of 2021-22 are part of history; with an outlook that is not observed they are
    /// not known and left out.
    #[must_use]
    pub fn run(&self, draw: &ParameterDraw, vintage: Vintage, last: Quarter) -> Measured {
        let mut scenario = self.scenario.with_draw(draw);
        scenario.vintage = Some(vintage);
        if vintage.outlook != Outlook::Observed {
            scenario.policies.clear();
        }
        let days = last.last_day() - scenario.start;
        let weeks = u32::try_from(days / WEEK + 1).expect("quarters are after 2019");
        scenario.weeks = weeks.min(ALL_WEEKS);
        let path = Path::new(self.economy.tables, &scenario.parameters).starting(scenario.start);
        let weeks = scenario.weeks;
        let mut model = Model::new(self.economy.clone(), Arc::new(scenario));
        while model.week() < weeks {
            model.step();
        }
        let records = model.into_records().expect("the model keeps records");
        Measured::new(&records, &path, &self.series)
    }
}
