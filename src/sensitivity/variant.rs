//! A variant: what is changed in all scenarios of a study, and the size it runs at.

use crate::calibration::files::shipped_fit;
use crate::policy::{Action, Channels, Goal, Instrument};
use crate::scenario::{
    Bilingual, Churn, PARAMETERS, ParameterInfo, ProductionFunction, Scenario, calibrated_draws,
};

/// A mechanism that can be switched off.
pub(crate) struct Channel {
    /// Name in scenarios.
    pub(crate) name: &'static str,
    /// Label in English and Indonesian.
    pub(crate) label: (&'static str, &'static str),
    /// Whether it works through contracts alone.
    of_programmes: bool,
    switch: fn(&mut Channels) -> &mut bool,
}

/// All channels, in the order of scenarios.
pub(crate) const CHANNELS: [Channel; 7] = [
    Channel {
        name: "finance",
        label: ("channel: finance", "saluran: keuangan"),
        of_programmes: true,
        switch: |channels| &mut channels.finance,
    },
    Channel {
        name: "demand_assurance",
        label: ("channel: assured demand", "saluran: kepastian permintaan"),
        of_programmes: true,
        switch: |channels| &mut channels.demand_assurance,
    },
    Channel {
        name: "import_substitution",
        label: ("channel: import substitution", "saluran: penggantian impor"),
        of_programmes: true,
        switch: |channels| &mut channels.import_substitution,
    },
    Channel {
        name: "reliability",
        label: ("channel: reliability", "saluran: keandalan"),
        of_programmes: true,
        switch: |channels| &mut channels.reliability,
    },
    Channel {
        name: "capability",
        label: ("channel: capability", "saluran: kemampuan"),
        of_programmes: true,
        switch: |channels| &mut channels.capability,
    },
    Channel {
        name: "member_income",
        label: ("channel: members' income", "saluran: pendapatan anggota"),
        of_programmes: false,
        switch: |channels| &mut channels.member_income,
    },
    Channel {
        name: "anchor",
        label: ("channel: anchor", "saluran: jangkar"),
        of_programmes: false,
        switch: |channels| &mut channels.anchor,
    },
];

/// One change of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Change {
    /// A parameter takes a value.
    Parameter(&'static str, f64),
    /// Inputs bind output in another way.
    Function(ProductionFunction),
    /// The channel of this place in `CHANNELS` is switched off.
    ChannelOff(usize),
    /// No link and no contract ends by chance.
    ChurnOff,
    /// Bodies with a goal of imported inputs may make so many times their attempts a week.
    Attempts(f64),
    /// The pandemic is driven by the mix of this place in the calibration, with the values fitted to
    /// it.
    Driver(usize),
    /// The calibrated draw of this place holds, but for what scenarios give themselves.
    Draw(usize),
}

impl Change {
    /// Makes the change.
    pub(crate) fn apply(self, scenario: &mut Scenario) {
        match self {
            Change::Parameter(key, value) => {
                assert!(scenario.parameters.set(key, value), "no parameter `{key}`");
            }
            Change::Function(function) => scenario.production_function = function,
            Change::ChannelOff(place) => *(CHANNELS[place].switch)(&mut scenario.channels) = false,
            Change::ChurnOff => scenario.churn = Churn::Off,
            Change::Attempts(times) => most_attempts(scenario)
                .for_each(|most| *most = (f64::from(*most) * times).round() as u32),
            Change::Driver(place) => *scenario = scenario.with_draw(&shipped_fit(place)),
            Change::Draw(place) => *scenario = scenario.with_draw(&calibrated_draws()[place]),
        }
    }

    /// Whether it moves no bit of a run without a programme.
    pub(crate) fn is_of_programmes(self) -> bool {
        match self {
            Change::Parameter(key, _) => OF_PROGRAMMES.contains(&key),
            Change::ChannelOff(place) => CHANNELS[place].of_programmes,
            Change::Attempts(_) => true,
            Change::Function(_) | Change::ChurnOff | Change::Driver(_) | Change::Draw(_) => false,
        }
    }

    /// Whether the scenario is as it was after the change.
    pub(crate) fn is_none(self, scenario: &Scenario) -> bool {
        let mut changed = scenario.clone();
        self.apply(&mut changed);
        changed == *scenario
    }
}

/// Most attempts a week of the programmes with a goal of imported inputs.
fn most_attempts(scenario: &mut Scenario) -> impl Iterator<Item = &mut u32> {
    let actions = scenario.policies.iter_mut().map(|one| &mut one.action);
    actions.filter_map(|action| match action {
        Action::Integration {
            goal: Goal::ImportedInputShare { most_attempts, .. },
            ..
        } => Some(most_attempts),
        _ => None,
    })
}

/// Parameters that nothing but contracts, coaching and matches reads: without a programme they move
/// no bit.
const OF_PROGRAMMES: [&str; 18] = [
    "capability_attraction",
    "productivity_of_capability",
    "spoilage_of_quality",
    "capability_decay",
    "learning_by_supplying",
    "conversion",
    "deadweight",
    "search_breadth",
    "buyer_need_cap",
    "import_substitutability",
    "committed_share",
    "contract_premium",
    "contract_loss",
    "external_offset",
    "external_offset_delay_weeks",
    "external_offset_half_life_weeks",
    "baseline_partnership",
    "export_rival_share",
];

/// Whether a scenario has no instrument that matches, coaches, contracts, lends or sells abroad, so
/// that nothing reads `OF_PROGRAMMES` in it.
pub(crate) fn knows_no_programme(scenario: &Scenario) -> bool {
    let plain = |instrument: &Instrument| match instrument.action {
        Action::PurchaseTaxRelief { .. }
        | Action::WageSubsidy { .. }
        | Action::CashTransfer { .. } => true,
        Action::Integration { .. }
        | Action::PromptPayment { .. }
        | Action::Credit { .. }
        | Action::Grant { .. }
        | Action::ExportFacilitation { .. }
        | Action::MarketPlace { .. }
        | Action::Means { .. }
        | Action::Venture { .. } => false,
    };
    scenario.policies.iter().all(plain)
}

/// How large the economy is that a variant runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Size {
    /// That of the study.
    Own,
    /// This many rows.
    Rows(u32),
    /// This many rows in the finer scheme of sectors.
    Detailed(u32),
}

/// Changes and a size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) changes: Vec<Change>,
    pub(crate) size: Size,
}

impl Variant {
    /// At the size of the study.
    pub(crate) fn of(changes: Vec<Change>) -> Variant {
        Variant {
            changes,
            size: Size::Own,
        }
    }

    /// The scenario with all changes.
    pub(crate) fn applied(&self, scenario: &Scenario) -> Scenario {
        let mut changed = scenario.clone();
        for change in &self.changes {
            change.apply(&mut changed);
        }
        changed
    }
}

/// Parameters that have a range, in the order of the model.
pub fn ranged() -> impl Iterator<Item = &'static ParameterInfo> {
    PARAMETERS.iter().filter(|info| info.low < info.high)
}

/// A text in both languages.
pub(crate) fn bilingual(en: impl Into<String>, id: impl Into<String>) -> Bilingual {
    Bilingual {
        en: en.into(),
        id: id.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::ExperimentPlan;
    use crate::scenario::{Uncertainty, load};
    use std::sync::Arc;

    #[test]
    fn every_change_changes_and_the_central_value_does_not() {
        let scenario = load("covid19").unwrap();
        for info in ranged() {
            let ends = [info.low, info.high];
            let moved = ends.map(|end| !Change::Parameter(info.key, end).is_none(&scenario));
            assert!(moved[0] || moved[1], "{}", info.key);
            assert!(Change::Parameter(info.key, info.default).is_none(&scenario));
        }
        for place in 0..CHANNELS.len() {
            assert!(!Change::ChannelOff(place).is_none(&scenario));
        }
        assert!(!Change::ChurnOff.is_none(&scenario));
        assert!(Change::Attempts(4.0).is_none(&scenario));
        assert!(!Change::Attempts(4.0).is_none(&load("integration_ambitious").unwrap()));
        assert!(!Change::Draw(0).is_none(&scenario));
        for driver in [0, 2] {
            assert!(!Change::Driver(driver).is_none(&scenario));
        }
        assert!(Change::Function(ProductionFunction::HalfCritical).is_none(&scenario));
    }

    #[test]
    fn what_is_of_programmes_moves_no_bit_of_history() {
        let plan = |changes: Vec<Change>| {
            let mut history = load("covid19").unwrap();
            (history.weeks, history.enterprises, history.seeds) = (66, 4_500, 1);
            history.uncertainty = Uncertainty::Central;
            assert!(knows_no_programme(&history));
            ExperimentPlan {
                counterfactual: Variant::of(changes).applied(&history),
                policies: Vec::new(),
                threads: Some(1),
            }
        };
        let economy = Arc::new(plan(Vec::new()).economy(1));
        let records = |changes| {
            let run = plan(changes).run_on(&economy).counterfactual;
            (run.records, run.leontief_percent)
        };
        let ends = |end: fn(&ParameterInfo) -> f64| -> Vec<Change> {
            let of_programmes = ranged().map(|info| Change::Parameter(info.key, end(info)));
            let off = (0..CHANNELS.len()).map(Change::ChannelOff);
            let all = of_programmes.chain(off);
            all.filter(|change| change.is_of_programmes()).collect()
        };
        let centre = records(Vec::new());
        for changes in [ends(|info| info.low), ends(|info| info.high)] {
            assert!(changes.len() > OF_PROGRAMMES.len());
            assert!(records(changes) == centre);
        }
        assert!(records(vec![Change::Parameter("anchor", 0.5)]) != centre);
    }

    #[test]
    fn both_ends_of_a_range_may_be_set() {
        for info in ranged() {
            let (low, high) = info.allowed;
            assert!(low <= info.low && info.high <= high, "{}", info.key);
        }
    }
}
