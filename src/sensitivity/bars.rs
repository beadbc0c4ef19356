//! One at a time: each parameter at both ends of its range, each structural choice in its place.

use super::answer::against_programmes;
use super::labels;
use super::measured::Measured;
use super::numbers::{comma, grouped};
use super::runs::{Places, Runs, parameter};
use super::variant::{CHANNELS, Change, Size, Variant, bilingual};
use super::{Depth, Study};
use crate::scenario::{Bilingual, ParameterInfo, ProductionFunction, Scenario};

/// Rows of an economy with 80 sectors, the least that it has, and of the one that it is compared
/// with.
const DETAILED_ROWS: u32 = 11_000;
/// The mix of the driver: other values were fitted to each, so it is a structure with its own fit.
const DRIVER: &str = "driver_stringency_weight";

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
    /// Ends other than the centre that were run.
    pub ends: Vec<End>,
    /// The value of an end that was not run.
    pub not_run: Option<Bilingual>,
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

    /// The ends below and above the centre: where both lie on one side, the other is none.
    #[must_use]
    pub fn sides(&self) -> (Option<&End>, Option<&End>) {
        let least = self.least().filter(|end| end.change < 0.0);
        let most = self.most().filter(|end| end.change > 0.0);
        (least, most)
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

/// An end of a parameter that is run only when the other makes a long bar.
struct OtherEnd {
    key: &'static str,
    at: f64,
}

struct WantedBar {
    name: String,
    kind: BarKind,
    label: Bilingual,
    ends: Vec<WantedEnd>,
    other: Option<OtherEnd>,
}

/// All bars that are wanted.
pub(crate) struct Wanted {
    pub(crate) central: Places,
    /// The centre with more rows.
    pub(crate) large: Places,
    bars: Vec<WantedBar>,
}

impl Wanted {
    pub(crate) fn new(runs: &mut Runs, study: &Study) -> Wanted {
        let central = runs.want(Variant::of(Vec::new()));
        let large = runs.want(sized(Size::Rows(study.large_rows)));
        let mut wanted = Wanted {
            central,
            large,
            bars: Vec::new(),
        };
        for info in study.parameters.iter().filter(|info| info.key != DRIVER) {
            wanted.parameter(runs, study, info);
        }
        wanted.structure(runs, study);
        wanted.sizes(runs, study);
        wanted
    }

    /// The end of the range that lies farther from the centre by ratio, or both ends.
    fn parameter(&mut self, runs: &mut Runs, study: &Study, info: &'static ParameterInfo) {
        let centre = study.counterfactual.parameters.get(info.key);
        let centre = centre.expect("a parameter of the table has a value");
        let [first, second] = far_end_first(info, centre);
        let ends = [first, second].map(|at| (value(at), Change::Parameter(info.key, at)));
        let ends = match study.depth {
            Depth::Usual => &ends[..1],
            Depth::Thorough => &ends[..],
        };
        let head = (info.key, BarKind::Parameter, labels::label(info.key));
        self.add(runs, head, study, ends);
        let left = study.depth == Depth::Usual && second != centre;
        let bar = self.bars.last_mut().expect("a bar was just added");
        bar.other = left.then_some(OtherEnd {
            key: info.key,
            at: second,
        });
    }

    fn structure(&mut self, runs: &mut Runs, study: &Study) {
        let functions = ProductionFunction::ALL.map(|function| {
            let (en, id) = function_words(function);
            (bilingual(en, id), Change::Function(function))
        });
        let label = bilingual("how inputs bind output", "cara input membatasi output");
        let head = ("production_function", BarKind::Structure, label);
        self.add(runs, head, study, &functions);
        let label = bilingual("chance ends of links", "putus hubungan acak");
        let off = bilingual("off", "mati");
        let head = ("churn", BarKind::Structure, label);
        self.add(runs, head, study, &[(off.clone(), Change::ChurnOff)]);
        let drivers = [("0", 0), ("1", 2)];
        let drivers =
            drivers.map(|(weight, place)| (bilingual(weight, weight), Change::Driver(place)));
        let label = bilingual(
            "stringency in the driver, fitted anew",
            "bobot keketatan, dikalibrasi ulang",
        );
        self.add(runs, (DRIVER, BarKind::Structure, label), study, &drivers);
        self.attempts(runs, study);
        for (place, channel) in CHANNELS.iter().enumerate() {
            let label = bilingual(channel.label.0, channel.label.1);
            let name = format!("channels.{}", channel.name);
            let ends = [(off.clone(), Change::ChannelOff(place))];
            self.add(runs, (&name, BarKind::Channel, label), study, &ends);
        }
    }

    /// The bound on matches of programmes with a goal of imported inputs.
    fn attempts(&mut self, runs: &mut Runs, study: &Study) {
        let bound = |one: &Scenario| !Change::Attempts(4.0).is_none(one);
        if !study.programmes.iter().any(bound) {
            return;
        }
        let attempts = [
            (bilingual("a quarter", "seperempat"), 0.25),
            (bilingual("four times", "empat kali"), 4.0),
        ];
        let attempts = attempts.map(|(words, times)| (words, Change::Attempts(times)));
        let label = bilingual("most matches a week", "pencocokan terbanyak per minggu");
        let head = ("most_attempts_per_week", BarKind::Structure, label);
        self.add(runs, head, study, &attempts);
    }

    fn sizes(&mut self, runs: &mut Runs, study: &Study) {
        let rows = grouped(u64::from(study.large_rows));
        let end = WantedEnd {
            value: bilingual(rows.clone(), comma(&rows)),
            places: self.large.clone(),
            against: self.central.clone(),
        };
        let label = bilingual("number of rows", "jumlah baris");
        self.bars.push(size_bar("enterprises", label, end));
        if study.detailed.is_some() {
            let end = WantedEnd {
                value: bilingual("80", "80"),
                places: runs.want(sized(Size::Detailed(DETAILED_ROWS))),
                against: runs.want(sized(Size::Rows(DETAILED_ROWS))),
            };
            let label = bilingual("sectors, 80 for 30", "sektor, 80 ganti 30");
            self.bars.push(size_bar("sectors", label, end));
        }
    }

    /// Adds a bar; ends that change nothing are left out.
    fn add(
        &mut self,
        runs: &mut Runs,
        (name, kind, label): (&str, BarKind, Bilingual),
        study: &Study,
        ends: &[(Bilingual, Change)],
    ) {
        let changes = |change: &Change| study.scenarios().any(|one| !change.is_none(one));
        let moved = ends.iter().filter(|(_, change)| changes(change));
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
            other: None,
        });
    }

    /// Wants the other end of the parameters whose first makes the longest bars, this many for each
    /// programme, and of those that are against the programme: these are run in any case.
    pub(crate) fn other_ends(&mut self, runs: &mut Runs, programmes: usize, most: usize) {
        let mut longest: Vec<String> = against_programmes().map(str::to_owned).collect();
        for programme in 0..programmes {
            let bars = self.bars(runs, programme).into_iter();
            let parameters = bars.filter(|bar| bar.kind == BarKind::Parameter);
            longest.extend(parameters.take(most).map(|bar| bar.name));
        }
        let against = self.central.clone();
        for bar in &mut self.bars {
            if !longest.contains(&bar.name) {
                continue;
            }
            if let Some(OtherEnd { key, at }) = bar.other.take() {
                bar.ends.push(WantedEnd {
                    value: value(at),
                    places: runs.want(parameter(key, at)),
                    against: against.clone(),
                });
            }
        }
    }

    /// Bars of a programme, the longest first.
    pub(crate) fn bars(&self, runs: &Runs, programme: usize) -> Vec<Bar> {
        let end = |wanted: &WantedEnd| {
            let measured = runs.measured(&wanted.places, programme);
            let against = runs.measured(&wanted.against, programme);
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
            not_run: wanted.other.as_ref().map(|other| value(other.at)),
        };
        let mut bars: Vec<Bar> = self.bars.iter().map(bar).collect();
        bars.sort_by(|a, b| b.length().total_cmp(&a.length()));
        bars
    }
}

/// The ends of a range, the one farther from the centre first: by ratio, since what doubles or
/// halves a speed moves as much, and what ends a mechanism, at zero or below, moves most.
fn far_end_first(info: &ParameterInfo, centre: f64) -> [f64; 2] {
    let distance = |at: f64| {
        if at == centre {
            0.0
        } else if at > 0.0 && centre > 0.0 {
            (at / centre).ln().abs()
        } else {
            f64::INFINITY
        }
    };
    if distance(info.low) >= distance(info.high) {
        [info.low, info.high]
    } else {
        [info.high, info.low]
    }
}

fn size_bar(name: &str, label: Bilingual, end: WantedEnd) -> WantedBar {
    WantedBar {
        name: name.to_owned(),
        kind: BarKind::Size,
        label,
        ends: vec![end],
        other: None,
    }
}

/// All else at the centre, at another size.
fn sized(size: Size) -> Variant {
    Variant {
        changes: Vec::new(),
        size,
    }
}

fn value(at: f64) -> Bilingual {
    let en = at.to_string();
    bilingual(en.clone(), comma(&en))
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

#[cfg(test)]
mod tests {
    use super::super::variant::ranged;
    use super::*;

    #[test]
    fn the_end_that_stops_a_mechanism_or_is_farther_by_ratio_comes_first() {
        for (key, first) in [
            ("over_time", 0.0),
            ("external_offset", 1.0),
            ("search_breadth", 20.0),
            ("capital_expectation_speed", 0.003),
            ("contract_premium", -0.05),
        ] {
            let info = ranged().find(|info| info.key == key).unwrap();
            assert_eq!(far_end_first(info, info.default)[0], first, "{key}");
        }
    }
}
