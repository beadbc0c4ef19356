//! One at a time: each parameter at both ends of its range, each structural choice in its place.

use super::labels;
use super::measured::Measured;
use super::runs::{Done, Places, Runs};
use super::variant::{CHANNELS, Change, Size, Variant, bilingual, ranged};
use crate::scenario::{Bilingual, ProductionFunction, Scenario};

/// Rows of an economy with 80 sectors, the least that it has, and of the one that it is compared
/// with.
pub(crate) const DETAILED_ROWS: u32 = 11_000;
/// Rows of the default experiment.
pub(crate) const LARGE_ROWS: u32 = 20_000;

/// What a bar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// A parameter over its range.
    Parameter,
    /// How the model is built.
    Structure,
    /// A mechanism switched off.
    Channel,
    /// How large and how fine the economy is.
    Size,
}

impl BarKind {
    /// Name in results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BarKind::Parameter => "parameter",
            BarKind::Structure => "structure",
            BarKind::Channel => "channel",
            BarKind::Size => "size",
        }
    }
}

/// One end of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The value or choice.
    pub value: Bilingual,
    /// The effect there.
    pub measured: Measured,
    /// Its difference from the effect with all else at the centre and the same size, points of GDP.
    pub change: f64,
}

/// A parameter or a choice with the effects that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Key or name.
    pub name: String,
    /// What it is about.
    pub kind: BarKind,
    /// Short name.
    pub label: Bilingual,
    /// Ends other than the centre.
    pub ends: Vec<End>,
}

impl Bar {
    /// The end with the least effect.
    #[must_use]
    pub fn least(&self) -> Option<&End> {
        self.ends
            .iter()
            .min_by(|a, b| a.change.total_cmp(&b.change))
    }

    /// The end with the largest effect.
    #[must_use]
    pub fn most(&self) -> Option<&End> {
        self.ends
            .iter()
            .max_by(|a, b| a.change.total_cmp(&b.change))
    }

    /// Length, the centre included, points of GDP.
    #[must_use]
    pub fn length(&self) -> f64 {
        let change = |end: Option<&End>| end.map_or(0.0, |end| end.change);
        change(self.most()).max(0.0) - change(self.least()).min(0.0)
    }
}

/// An end that is wanted, and the run that it is compared with.
struct WantedEnd {
    value: Bilingual,
    places: Places,
    against: Places,
}

struct WantedBar {
    name: String,
    kind: BarKind,
    label: Bilingual,
    ends: Vec<WantedEnd>,
}

/// All bars that are wanted.
pub(crate) struct Wanted {
    pub(crate) central: Places,
    /// The centre with as many rows as the default experiment.
    pub(crate) large: Places,
    bars: Vec<WantedBar>,
}

impl Wanted {
    pub(crate) fn new(runs: &mut Runs, scenario: &Scenario, detailed: bool) -> Wanted {
        let central = runs.want(Variant::of(Vec::new()));
        let sized = |size| Variant {
            changes: Vec::new(),
            size,
        };
        let large = runs.want(sized(Size::Rows(LARGE_ROWS)));
        let mut wanted = Wanted {
            central: central.clone(),
            large: large.clone(),
            bars: Vec::new(),
        };
        for info in ranged() {
            let ends = [info.low, info.high].map(|value| {
                let change = Change::Parameter(info.key, value);
                (bilingual(value.to_string(), comma(value)), change)
            });
            let label = labels::label(info.key);
            wanted.add(runs, (info.key, BarKind::Parameter, label), scenario, &ends);
        }
        wanted.structure(runs, scenario);
        let rows = WantedEnd {
            value: bilingual("20,000", "20.000"),
            places: large,
            against: central,
        };
        let label = bilingual("number of rows", "jumlah baris");
        wanted.bars.push(size_bar("enterprises", label, rows));
        if detailed {
            let end = WantedEnd {
                value: bilingual("80", "80"),
                places: runs.want(sized(Size::Detailed(DETAILED_ROWS))),
                against: runs.want(sized(Size::Rows(DETAILED_ROWS))),
            };
            let label = bilingual("sectors, 80 for 30", "sektor, 80 ganti 30");
            wanted.bars.push(size_bar("sectors", label, end));
        }
        wanted
    }

    fn structure(&mut self, runs: &mut Runs, scenario: &Scenario) {
        let functions = ProductionFunction::ALL.map(|function| {
            let (en, id) = function_words(function);
            (bilingual(en, id), Change::Function(function))
        });
        let label = bilingual("how inputs bind output", "cara masukan membatasi output");
        let head = ("production_function", BarKind::Structure, label);
        self.add(runs, head, scenario, &functions);
        let label = bilingual("chance ends of links", "putus hubungan acak");
        let off = bilingual("off", "mati");
        let head = ("churn", BarKind::Structure, label);
        self.add(runs, head, scenario, &[(off.clone(), Change::ChurnOff)]);
        for (place, channel) in CHANNELS.iter().enumerate() {
            let label = bilingual(channel.label.0, channel.label.1);
            let name = format!("channels.{}", channel.name);
            let ends = [(off.clone(), Change::ChannelOff(place))];
            self.add(runs, (&name, BarKind::Channel, label), scenario, &ends);
        }
    }

    /// Adds a bar; ends that are the centre are left out.
    fn add(
        &mut self,
        runs: &mut Runs,
        (name, kind, label): (&str, BarKind, Bilingual),
        scenario: &Scenario,
        ends: &[(Bilingual, Change)],
    ) {
        let moved = ends.iter().filter(|(_, change)| !change.is_none(scenario));
        let end = |(value, change): &(Bilingual, Change)| WantedEnd {
            value: value.clone(),
            places: runs.want(Variant::of(vec![*change])),
            against: self.central.clone(),
        };
        let ends = moved.map(end).collect();
        self.bars.push(WantedBar {
            name: name.to_owned(),
            kind,
            label,
            ends,
        });
    }

    /// Bars of a programme, the longest first.
    pub(crate) fn bars(&self, done: &Done, programme: usize) -> Vec<Bar> {
        let end = |wanted: &WantedEnd| {
            let measured = done.measured(&wanted.places, programme);
            let against = done.measured(&wanted.against, programme);
            End {
                value: wanted.value.clone(),
                change: measured.gdp() - against.gdp(),
                measured,
            }
        };
        let bar = |wanted: &WantedBar| Bar {
            name: wanted.name.clone(),
            kind: wanted.kind,
            label: wanted.label.clone(),
            ends: wanted.ends.iter().map(end).collect(),
        };
        let mut bars: Vec<Bar> = self.bars.iter().map(bar).collect();
        bars.sort_by(|a, b| b.length().total_cmp(&a.length()));
        bars
    }
}

fn size_bar(name: &str, label: Bilingual, end: WantedEnd) -> WantedBar {
    WantedBar {
        name: name.to_owned(),
        kind: BarKind::Size,
        label,
        ends: vec![end],
    }
}

fn comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}

fn function_words(function: ProductionFunction) -> (&'static str, &'static str) {
    match function {
        ProductionFunction::Leontief => ("Leontief", "Leontief"),
        ProductionFunction::StronglyCritical => ("strongly critical", "sangat kritis"),
        ProductionFunction::HalfCritical => ("half critical", "setengah kritis"),
        ProductionFunction::WeaklyCritical => ("weakly critical", "agak kritis"),
        ProductionFunction::Linear => ("linear", "linear"),
    }
}
