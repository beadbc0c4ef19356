//! Independent checks on outcomes: what surveys, statistics and studies say that nothing was fitted
//! to, beside what the model gives.
//!
//! Each check has a figure of the embedded tables (`figures`), a number of the model for each draw
//! (`runs`), and a rule that was written before the number was computed (`rules`). Where the rule
//! is missed, `reasons` says why, as far as it was found out. One thing was changed after a look at
//! the outcomes: own-account workers keep their work (`[9.1]`), with a share from a survey of 2018; so
//! the checks on jobs and hours are no longer blind to the structure, and their title says so.
//!
//! The default, 12 draws at 20 thousand rows, takes under three minutes of computing (half of that on
//! two cores that nobody else uses) and 1.3 GB.

mod demand;
mod figures;
mod firms;
mod json;
mod labour;
mod manufacturers;
mod network;
mod places;
mod programme;
mod reasons;
mod rules;
mod runs;
mod small;
mod table;
#[cfg(test)]
mod tests;
mod versions;
mod watch;

pub use figures::Figure;
pub use json::json;
pub use rules::{Rule, Spread, Verdict};
pub use runs::Plan;
pub use table::text;

use crate::experiment::measures::{Better, Distribution};
use runs::Runs;

/// Draws of the default: a multiple of the three mixes of the driver.
pub const DEFAULT_SEEDS: u32 = 12;

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What firms told surveys.
    Firms,
    /// Jobs and hours.
    Labour,
    /// Demand, trade, capacity in use.
    Demand,
    /// Provinces.
    Places,
    /// Enterprises linked by the programme beside studies of others.
    Programme,
    /// Twin, engine, 80 sectors: one model in several versions.
    Versions,
    /// Supply network.
    Network,
}

impl Group {
    /// Title in tables.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Firms => "what firms reported (outside agriculture)",
            Group::Labour => "jobs and hours (structure changed after a look)",
            Group::Demand => "demand, trade and capacity in use",
            Group::Places => "provinces",
            Group::Programme => "enterprises under contract, beside studies of others",
            Group::Versions => "one model, several versions",
            Group::Network => "supply network",
        }
    }
}

/// A check before it is judged.
struct Question {
    /// Short name that does not change.
    id: String,
    group: Group,
    name: String,
    unit: &'static str,
    /// What the model gives, one number a draw.
    values: Vec<f64>,
    data: Option<Figure>,
    rule: Rule,
}

/// A check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Short name that does not change, e.g. `firms.stopped.micro_small.2020-07`.
    pub id: String,
    /// What it is about.
    pub group: Group,
    /// Name in English.
    pub name: String,
    /// Unit of model and data.
    pub unit: &'static str,
    /// What the model gives over draws; `None` where it has no such number.
    pub model: Option<Spread>,
    /// What the data say; `None` where there are none.
    pub data: Option<Figure>,
    /// The rule.
    pub rule: Rule,
    /// What became of it.
    pub verdict: Verdict,
    /// Why it was missed or cannot be compared; of a pass that only the observation error makes,
    /// that it is one; else empty.
    pub reason: String,
}

/// All checks of one size.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecksReport {
    /// Size of the runs.
    pub plan: Plan,
    /// The checks, those of a group together.
    pub checks: Vec<Check>,
}

/// Runs and judges all checks; `tell` hears of each step. The report depends on the plan alone.
///
/// # Errors
/// When the threads cannot be started: the system's words.
pub fn run(plan: Plan, tell: &dyn Fn(&str)) -> Result<ChecksReport, String> {
    let runs = Runs::new(plan, tell)?;
    let questions = [
        firms::questions(&runs),
        small::questions(&runs),
        manufacturers::questions(&runs),
        labour::questions(&runs),
        demand::questions(&runs),
        places::questions(&runs),
        programme::questions(&runs),
        versions::questions(&runs),
        network::questions(&runs),
    ];
    let checks = questions.into_iter().flatten().map(Question::judged);
    Ok(ChecksReport {
        plan,
        checks: checks.collect(),
    })
}

impl Question {
    fn judged(self) -> Check {
        let spread = Distribution::of(&self.values, Better::Neither);
        let model = spread.map(|spread| Spread {
            median: spread.median,
            p5: spread.p5,
            p95: spread.p95,
        });
        let data = self.data.as_ref().map(|figure| (figure.low, figure.high));
        let verdict = self.rule.judge(model, data);
        let reason = match verdict {
            Verdict::Pass if self.rule.strict().judge(model, data) == Verdict::Pass => "",
            Verdict::Pass => reasons::of_weak_pass(),
            Verdict::Miss | Verdict::NotComparable => reasons::of(&self.id),
        };
        let reason = reason.to_owned();
        Check {
            id: self.id,
            group: self.group,
            name: self.name,
            unit: self.unit,
            model,
            data: self.data,
            rule: self.rule,
            verdict,
            reason,
        }
    }
}

impl Check {
    /// Whether it passes only because the data have an observation error.
    #[must_use]
    pub fn is_weak_pass(&self) -> bool {
        self.verdict == Verdict::Pass && !self.reason.is_empty()
    }
}

impl ChecksReport {
    /// How many checks ended so.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        let checks = self.checks.iter();
        checks.filter(|check| check.verdict == verdict).count()
    }

    /// How many medians of the model lie in the range of the data itself, of how many that can be
    /// compared with a range; versions of the model are no data.
    #[must_use]
    pub fn medians_inside(&self) -> (usize, usize) {
        let pairs = self.checks.iter().filter_map(|check| {
            let (model, data) = (check.model?, check.data.as_ref()?);
            let compared = check.verdict != Verdict::NotComparable
                && check.group != Group::Versions
                && data.low < data.high;
            compared.then(|| (data.low..=data.high).contains(&model.median))
        });
        pairs.fold((0, 0), |(inside, all), is| {
            (inside + usize::from(is), all + 1)
        })
    }

    /// How many passes compare versions of the model with each other.
    #[must_use]
    pub fn passes_of_versions(&self) -> usize {
        self.checks
            .iter()
            .filter(|check| check.group == Group::Versions && check.verdict == Verdict::Pass)
            .count()
    }

    /// How many passes only the observation error of the data makes.
    #[must_use]
    pub fn weak_passes(&self) -> usize {
        self.checks
            .iter()
            .filter(|check| check.is_weak_pass())
            .count()
    }
}
