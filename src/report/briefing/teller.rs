//! What a briefing tells about one policy.

use super::templates as words;
use super::templates::{Sentence, fill};
use crate::data::date::days_from_civil;
use crate::experiment::effects::{EffectMeasure as E, PlaceEffect, PolicyEffects};
use crate::experiment::measures::{Better, Distribution, EnsembleRun, last_week};
use crate::policy::Action;
use crate::record::{NationalSeries, Records, recorded};
use crate::report::origin::origin;
use crate::report::spread::{
    Sign, is_seen, median, runs_improved, scaled, smallest, visible, with_interval,
};
use crate::report::table::few_rows;
use crate::report::words::Language;
use crate::scenario::Uncertainty;

/// Places named on each side.
const NAMED: usize = 3;
/// Decimals below which a place counts as untouched, percent.
const UNTOUCHED: usize = 3;
/// Jobs of a thousand.
const THOUSAND: f64 = 1_000.0;
/// First day (year, month, day) on which metal work coached from March 2021 delivers.
const METAL_DELIVERS: (i32, u32, u32) = (2023, 7, 1);

/// Tells about one policy in one language.
pub(super) struct Teller<'a> {
    pub(super) policy: &'a PolicyEffects,
    pub(super) run: &'a EnsembleRun,
    pub(super) language: Language,
}

impl Teller<'_> {
    fn fill(&self, sentence: Sentence, gaps: &[(&str, String)]) -> String {
        fill(sentence, gaps, self.language)
    }

    /// A measure with its interval, an effect with its sign.
    fn effect(&self, measure: E, unit: &str) -> String {
        let sign = Sign::of(measure);
        let spread = self.policy.measure(measure);
        spread.map_or("–".to_owned(), |spread| {
            with_interval(spread, sign, unit, self.language)
        })
    }

    /// An amount with its interval.
    fn amount(&self, measure: E) -> String {
        self.effect(measure, "")
    }

    pub(super) fn sureness(&self) -> String {
        let years = self
            .policy
            .weeks_gained_at_year_end
            .iter()
            .map(|(year, weeks)| {
                format!(
                    "{year}: {}",
                    with_interval(weeks, Sign::Shown, "", self.language)
                )
            });
        let week = 100.0 * self.run.path.week_of_growth();
        let (sentence, origin) = match self.run.info.uncertainty {
            Uncertainty::Drawn | Uncertainty::DrawnOnce => {
                (words::SURENESS_DRAWN, origin(self.policy, self.language))
            }
            Uncertainty::Central => (words::SURENESS_CENTRAL, None),
        };
        let outside = match self.policy.has_contracts() {
            true => words::OUTSIDE_CONTRACTS,
            false => words::OUTSIDE,
        };
        let gaps = [
            (
                "origin",
                origin.map_or(String::new(), |one| format!(" {one}")),
            ),
            ("years", years.collect::<Vec<String>>().join("; ")),
            ("week", self.language.number(week, 4)),
            ("outside", self.fill(outside, &[])),
        ];
        let few = few_rows(&self.run.info, self.language);
        let few = few.map_or(String::new(), |note| format!(" {note}"));
        self.runs_with_a_gain() + &self.fill(sentence, &gaps) + &few
    }

    /// In how many of the runs there is a gain.
    fn runs_with_a_gain(&self) -> String {
        let weeks = self.policy.measure(E::WeeksGained);
        let weeks = weeks.filter(|weeks| is_seen(weeks));
        let Some((all, better)) = weeks.and_then(|weeks| Some((weeks.runs, runs_improved(weeks)?)))
        else {
            return String::new();
        };
        let sentence = match (all, better) {
            (1, 0) => words::ONE_WITHOUT,
            (1, _) => words::ONE_WITH,
            (_, 0) => words::NONE_WITH,
            (all, better) if better == all => words::ALL_WITH,
            _ => words::SOME_WITH,
        };
        self.fill(
            sentence,
            &[("all", all.to_string()), ("better", better.to_string())],
        )
    }

    pub(super) fn places(&self) -> String {
        let gaps = [
            ("sectors", self.sides(&self.policy.by_sector)),
            ("provinces", self.sides(&self.policy.by_province)),
            ("rivals", self.effect(E::RivalsOutput, "%")),
        ];
        let mut text = self.fill(words::PLACES, &gaps);
        if self.policy.has_contracts() && self.policy.measure(E::RivalsOutput).is_some() {
            text.push_str(&self.fill(words::RIVALS, &gaps));
        }
        text
    }

    /// The best and the worst places.
    fn sides(&self, places: &[PlaceEffect]) -> String {
        let mut known: Vec<(&PlaceEffect, Distribution)> = places
            .iter()
            .filter(|place| place.show_alone)
            .filter_map(|place| Some((place, place.spread?)))
            .collect();
        known.sort_by(|a, b| b.1.median.total_cmp(&a.1.median));
        let shown = |one: &&(&PlaceEffect, Distribution)| visible(one.1.median, UNTOUCHED);
        let gains = |one: &&(&PlaceEffect, Distribution)| one.1.median > 0.0;
        let up: Vec<_> = known
            .iter()
            .filter(shown)
            .filter(gains)
            .take(NAMED)
            .collect();
        let down = known.iter().rev().filter(shown);
        let down: Vec<_> = down.filter(|one| !gains(one)).take(NAMED).collect();
        let side = |places: &[&(&PlaceEffect, Distribution)], some: Sentence, none: Sentence| {
            let sentence = if places.is_empty() { none } else { some };
            let least = smallest(UNTOUCHED, self.language);
            self.fill(sentence, &[("list", self.list(places)), ("least", least)])
        };
        let up = side(&up, words::GAIN, words::NO_GAIN);
        let down = side(&down, words::LOSE, words::NO_LOSS);
        format!("{up}; {down}")
    }

    fn list(&self, places: &[&(&PlaceEffect, Distribution)]) -> String {
        let named = places.iter().map(|(place, spread)| {
            let name = self.language.pick(&place.name_en, &place.name_id);
            format!("{name} {}", median(spread, Sign::Shown, self.language))
        });
        named.collect::<Vec<String>>().join(", ")
    }

    /// What the enterprises under contract gain; nothing where no programme looks for contracts.
    pub(super) fn linked(&self) -> Option<String> {
        let signed = self.policy.measure(E::ContractsSigned);
        if signed.is_none_or(|signed| signed.median < 0.5) {
            let looks = self.has(|action| matches!(action, Action::Integration { .. }));
            return looks.then(|| self.fill(words::NO_CONTRACT, &[]));
        }
        let mut text = self.fill(
            words::LINKED,
            &[
                ("signed", self.amount(E::ContractsSigned)),
                ("active", self.amount(E::ContractsActive)),
                ("sales", self.amount(E::ContractSales)),
                ("imports", self.amount(E::ImportsDisplaced)),
                ("spot", self.amount(E::SpotDisplaced)),
                ("jobs", self.persons(E::LinkedEmployment)),
                ("national", self.persons(E::Employment)),
                ("income", self.effect(E::MemberIncome, "%")),
                ("output", self.effect(E::LinkedOutput, "%")),
            ],
        );
        text.push_str(&self.goal());
        if self.ends_before_metal_delivers() {
            text.push_str(&self.fill(words::METAL, &[]));
        }
        Some(text)
    }

    /// A measure of thousand persons, in persons.
    fn persons(&self, measure: E) -> String {
        let spread = self.policy.measure(measure);
        spread.map_or("–".to_owned(), |spread| {
            let persons = scaled(spread, THOUSAND);
            with_interval(&persons, Sign::Hidden, "", self.language)
        })
    }

    /// Whether an instrument acts in this way.
    fn has(&self, acts: impl Fn(&Action) -> bool) -> bool {
        let mut instruments = self.run.info.instruments.iter();
        instruments.any(|instrument| acts(&instrument.action))
    }

    /// How much of a goal of replaced imports the programme reaches by the end.
    fn goal(&self) -> String {
        let Some(goal) = self.run.info.imports_to_replace else {
            return String::new();
        };
        let asked = |records: &Records| {
            let end = recorded(last_week(records));
            100.0 * records.national(end, NationalSeries::ImportsAskedFor) / goal
        };
        let reached: Vec<f64> = self.run.records.iter().map(asked).collect();
        let reached = Distribution::of(&reached, Better::Neither).map(|spread| spread.median);
        let percent = |share| format!("{}%", self.language.number(share, 0));
        self.fill(
            words::GOAL,
            &[
                ("goal", self.language.number(goal, 0)),
                ("reached", reached.map_or("–".to_owned(), percent)),
            ],
        )
    }

    fn ends_before_metal_delivers(&self) -> bool {
        let (year, month, day) = METAL_DELIVERS;
        let first = self.run.records.first();
        let last = first.map_or(0, |records| self.run.path.monday(last_week(records)));
        last < days_from_civil(year, month, day)
    }

    pub(super) fn cost(&self) -> String {
        let cost = self.policy.measure(E::PublicCost);
        if cost.is_none_or(|cost| cost.median <= 0.0) {
            return self.fill(words::NO_COST, &[]);
        }
        let total = self.amount(E::PublicCost);
        let mut text = self.fill(words::COST, &[("total", total)]);
        if self.policy.measure(E::GdpPerRupiah).is_some() {
            let gdp = self.amount(E::GdpPerRupiah);
            let funds = self.amount(E::GdpPerRupiahOfFunds);
            let gaps = [("gdp", gdp), ("funds", funds)];
            text.push_str(&self.fill(words::COST_GAIN, &gaps));
        }
        if self.policy.has_contracts() {
            text.push_str(&self.jobs_for_money());
        }
        text
    }

    fn jobs_for_money(&self) -> String {
        let jobs = self.policy.measure(E::LinkedEmployment);
        if jobs.is_none_or(|jobs| jobs.median <= 0.0) {
            return self.fill(words::NO_JOB, &[]);
        }
        if self.policy.measure(E::LinkedJobsPerBillion).is_none() {
            return String::new();
        }
        let jobs = self.amount(E::LinkedJobsPerBillion);
        self.fill(words::JOBS_FOR_MONEY, &[("jobs", jobs)])
    }

    /// What pushes back when imports fall or exports rise; nothing where neither is aimed at.
    pub(super) fn offset(&self) -> Option<String> {
        let exports = self.has(|action| matches!(action, Action::ExportFacilitation { .. }));
        if !exports && !self.policy.has_contracts() {
            return None;
        }
        let offset = self.run.info.external_offset;
        let sentence = if offset > 0.0 {
            words::OFFSET
        } else {
            words::NO_OFFSET
        };
        let mut text = self.fill(sentence, &[("share", self.language.short(offset))]);
        if self.policy.measure(E::LeontiefEstimate).is_some() {
            let estimate = self.effect(E::LeontiefEstimate, "%");
            text.push_str(&self.fill(words::LEONTIEF, &[("estimate", estimate)]));
        }
        Some(text)
    }
}
