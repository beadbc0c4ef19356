//! A variant: what is changed in all scenarios of a study, and the size it runs at.

use crate::policy::Channels;
use crate::scenario::{
    Bilingual, Churn, PARAMETERS, ParameterInfo, ProductionFunction, Scenario, calibrated_draws,
};

/// A mechanism that can be switched off.
pub(crate) struct Channel {
    /// Name in scenarios.
    pub(crate) name: &'static str,
    /// Label in English and Indonesian.
    pub(crate) label: (&'static str, &'static str),
    switch: fn(&mut Channels) -> &mut bool,
}

/// All channels, in the order of scenarios.
pub(crate) const CHANNELS: [Channel; 7] = [
    Channel {
        name: "finance",
        label: ("channel: finance", "saluran: keuangan"),
        switch: |channels| &mut channels.finance,
    },
    Channel {
        name: "demand_assurance",
        label: ("channel: assured demand", "saluran: kepastian permintaan"),
        switch: |channels| &mut channels.demand_assurance,
    },
    Channel {
        name: "import_substitution",
        label: ("channel: import substitution", "saluran: penggantian impor"),
        switch: |channels| &mut channels.import_substitution,
    },
    Channel {
        name: "reliability",
        label: ("channel: reliability", "saluran: keandalan"),
        switch: |channels| &mut channels.reliability,
    },
    Channel {
        name: "capability",
        label: ("channel: capability", "saluran: kemampuan"),
        switch: |channels| &mut channels.capability,
    },
    Channel {
        name: "member_income",
        label: ("channel: members' income", "saluran: pendapatan anggota"),
        switch: |channels| &mut channels.member_income,
    },
    Channel {
        name: "anchor",
        label: ("channel: anchor", "saluran: jangkar"),
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
            Change::Draw(place) => *scenario = scenario.with_draw(&calibrated_draws()[place]),
        }
    }

    /// Whether the scenario is as it was after the change.
    pub(crate) fn is_none(self, scenario: &Scenario) -> bool {
        let mut changed = scenario.clone();
        self.apply(&mut changed);
        changed == *scenario
    }
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
pub(crate) fn ranged() -> impl Iterator<Item = &'static ParameterInfo> {
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
    use crate::scenario::load;

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
        assert!(!Change::Draw(0).is_none(&scenario));
        assert!(Change::Function(ProductionFunction::HalfCritical).is_none(&scenario));
    }

    #[test]
    fn both_ends_of_a_range_may_be_set() {
        for info in ranged() {
            let (low, high) = info.allowed;
            assert!(low <= info.low && info.high <= high, "{}", info.key);
        }
    }
}
