//! The enterprises under contract themselves: contracts, jobs, income, import content over time.

use super::frame::{LABEL, MARGIN, SMALL, Scale, WIDTH, Words, page, wrap, y_axis};
use super::scene::{Anchor, BLUE, Colour, GREEN, GREY, INK, PALE, PURPLE, Point, Scene, VERMILION};
use super::{Subject, foot};
use crate::experiment::effects::EffectMeasure as E;
use crate::experiment::measures::{Better, Distribution, EnsembleRun, last_week};
use crate::record::{
    MEAN_WEEKS, NATIONAL_SERIES, NationalSeries as N, Records, mean_13_weeks, recorded,
};
use crate::report::finding::{end_of_run, title};
use crate::report::spread::{bands, rounded};
use crate::report::words::Language;

/// Height of the four panels.
const HEIGHT: f64 = 520.0;
/// Height of a panel's heading of two lines, and of the line that says what is compared.
const HEADING: f64 = 44.0;
const COMPARED: f64 = 20.0;
/// Width of an axis's numbers.
const AXIS: f64 = 52.0;
/// Length of the dashes in a heading.
const SAMPLE: f64 = 24.0;
/// Dashes of what everybody has.
const DASHES: (f64, f64) = (6.0, 3.0);
/// Weeks of a year that must be in the run for its name to be written.
const NAMED_YEAR_WEEKS: i64 = 8;

/// A weekly number of a run, if it exists.
type Value = fn(&Records, i64) -> Option<f64>;

/// One panel: what it shows of a run in a week.
struct Panel {
    series: N,
    unit: (&'static str, &'static str),
    colour: Colour,
    value: Value,
    /// What it is compared with.
    reference: Option<Reference>,
}

/// A dashed line for comparison.
struct Reference {
    run: Whose,
    value: Value,
    label: (&'static str, &'static str),
}

/// Whose run a comparison is taken from.
#[derive(Clone, Copy)]
enum Whose {
    Policy,
    Counterfactual,
}

const PANELS: [Panel; 4] = [
    Panel {
        series: N::ContractsActive,
        unit: ("number", "jumlah"),
        colour: BLUE,
        value: |run, week| Some(run.national(recorded(week), N::ContractsActive)),
        reference: None,
    },
    Panel {
        series: N::LinkedEmployment,
        unit: ("thousand", "ribu"),
        colour: GREEN,
        value: |run, week| Some(smooth(run, N::LinkedEmployment, week)),
        reference: None,
    },
    Panel {
        series: N::LinkedIncome,
        unit: ("% against week 0", "% terhadap minggu ke-0"),
        colour: PURPLE,
        value: |run, week| {
            let baseline = smooth(run, N::LinkedBaselineIncome, week);
            let income = smooth(run, N::LinkedIncome, week);
            (baseline > 0.0).then(|| 100.0 * (income / baseline - 1.0))
        },
        reference: Some(Reference {
            run: Whose::Counterfactual,
            value: |run, week| Some(100.0 * (smooth(run, N::HouseholdIncome, week) - 1.0)),
            label: (
                "all households without it",
                "seluruh rumah tangga tanpa program",
            ),
        }),
    },
    Panel {
        series: N::LinkedImportShare,
        unit: ("%", "%"),
        colour: VERMILION,
        value: |run, week| of_buyers(run, N::LinkedImportShare, week),
        reference: Some(Reference {
            run: Whose::Policy,
            value: |run, week| {
                let share = of_buyers(run, N::LinkedBaselineImportShare, week);
                share.filter(|share| *share > 0.0)
            },
            label: (
                "the same buyers at week 0",
                "pembeli yang sama pada minggu ke-0",
            ),
        }),
    },
];

fn smooth(run: &Records, series: N, week: i64) -> f64 {
    mean_13_weeks(week, |week| run.national(recorded(week), series))
}

/// A share of buyers under contract, percent, from when there have been some for 13 weeks.
fn of_buyers(run: &Records, series: N, week: i64) -> Option<f64> {
    let before = recorded(week - MEAN_WEEKS + 1);
    let active = run.national(before, N::ContractsActive);
    (active > 0.0).then(|| 100.0 * smooth(run, series, week))
}

/// Draws the chart of a policy.
pub(super) fn scene(subject: &Subject, policy: usize, language: Language) -> Scene {
    let (mut scene, (top, bottom)) = page(&text(subject, policy, language), HEIGHT);
    let (columns, rows) = ((WIDTH - 2.0 * MARGIN) / 2.0, (bottom - top) / 2.0);
    for (index, panel) in PANELS.iter().enumerate() {
        let left = MARGIN + columns * (index % 2) as f64;
        let up = top + rows * (index / 2) as f64;
        let frame = Frame {
            x: (left + AXIS, left + columns - 26.0),
            y: (up + heading_height(index / 2), up + rows - 28.0),
        };
        let run = &subject.experiment.policies[policy];
        let everybody = &subject.experiment.counterfactual;
        heading(&mut scene, panel, &frame, language);
        draw(&mut scene, (run, everybody), panel, &frame, language);
    }
    scene
}

/// Height of the headings of a row of panels.
fn heading_height(row: usize) -> f64 {
    let mut panels = PANELS.iter().skip(2 * row).take(2);
    let compared = panels.any(|panel| panel.reference.is_some());
    HEADING + if compared { COMPARED } else { 0.0 }
}

/// Where the lines of a panel may be: left and right, top and bottom.
struct Frame {
    x: (f64, f64),
    y: (f64, f64),
}

fn heading(scene: &mut Scene, panel: &Panel, frame: &Frame, language: Language) {
    let info = &NATIONAL_SERIES[panel.series as usize];
    let label = language.pick(info.label_en, info.label_id);
    let text = format!("{label}, {}", language.pick(panel.unit.0, panel.unit.1));
    let (left, width) = (frame.x.0 - AXIS, frame.x.1 - frame.x.0 + AXIS);
    let mut base = frame.y.0 - 12.0;
    if let Some(reference) = &panel.reference {
        let words = language.pick(reference.label.0, reference.label.1);
        let y = base - SMALL * 0.36;
        scene.dashed(&[(left, y), (left + SAMPLE, y)], GREY, 1.6, DASHES);
        let at = (left + SAMPLE + 6.0, base);
        scene.text(at, words, SMALL, GREY, Anchor::Start);
        base -= SMALL * 1.6;
    }
    let lines = wrap(&text, LABEL, width);
    for (line, words) in lines.iter().rev().enumerate() {
        let at = (left, base - LABEL * 1.25 * line as f64);
        scene.text(at, words, LABEL, INK, Anchor::Start);
    }
}

fn draw(
    scene: &mut Scene,
    (run, everybody): (&EnsembleRun, &EnsembleRun),
    panel: &Panel,
    frame: &Frame,
    language: Language,
) {
    let weeks = run.records.first().map_or(0, last_week);
    let x = Scale::new((1.0, weeks.max(2) as f64), frame.x);
    year_marks(scene, run, weeks, &x, frame.y);
    let spreads = spreads(run, weeks, panel.value);
    let compared = comparison(panel, (run, everybody), weeks);
    let (low, high) = range(&spreads, &compared);
    if spreads.is_empty() || (high == 0.0 && low == 0.0) {
        nothing(scene, frame, language);
        return;
    }
    let y = y_axis(scene, frame.x, frame.y, (low, high), language);
    let at = |week: i64, value: f64| (x.at(week as f64), y.at(value));
    let edge = |pick: fn(&Distribution) -> f64| -> Vec<Point> {
        let all = spreads.iter();
        all.map(|(week, spread)| at(*week, pick(spread))).collect()
    };
    scene.band(
        &edge(|s| s.range().0),
        &edge(|s| s.range().1),
        panel.colour.tint(0.2),
    );
    scene.band(&edge(|s| s.p25), &edge(|s| s.p75), panel.colour.tint(0.4));
    if panel.reference.is_some() {
        let line = compared.iter().map(|(week, value)| at(*week, *value));
        scene.dashed(&line.collect::<Vec<Point>>(), GREY, 1.6, DASHES);
    }
    scene.line(edge(|s| s.median), panel.colour, 2.4);
}

/// What a panel is compared with, by week.
fn comparison(
    panel: &Panel,
    (run, everybody): (&EnsembleRun, &EnsembleRun),
    weeks: i64,
) -> Vec<(i64, f64)> {
    match &panel.reference {
        Some(reference) => match reference.run {
            Whose::Policy => medians(run, weeks, reference.value),
            Whose::Counterfactual => medians(everybody, weeks, reference.value),
        },
        None => Vec::new(),
    }
}

/// Says that there is nothing to draw.
fn nothing(scene: &mut Scene, frame: &Frame, language: Language) {
    let words = language.pick(
        "no contract in this run",
        "tidak ada kontrak dalam simulasi ini",
    );
    let x = (frame.x.0 + frame.x.1) / 2.0;
    let y = (frame.y.0 + frame.y.1) / 2.0;
    scene.text((x, y), words, LABEL, GREY, Anchor::Middle);
}

/// Lowest and highest number of a panel.
fn range(spreads: &[(i64, Distribution)], compared: &[(i64, f64)]) -> (f64, f64) {
    let others = || compared.iter().map(|(_, median)| *median);
    let lows = spreads.iter().map(|(_, spread)| spread.range().0);
    let highs = spreads.iter().map(|(_, spread)| spread.range().1);
    (
        lows.chain(others()).fold(f64::INFINITY, f64::min),
        highs.chain(others()).fold(f64::NEG_INFINITY, f64::max),
    )
}

/// Spread over the runs, by week.
fn spreads(run: &EnsembleRun, weeks: i64, value: Value) -> Vec<(i64, Distribution)> {
    (1..=weeks)
        .filter_map(|week| {
            let values: Vec<f64> = run
                .records
                .iter()
                .filter_map(|one| value(one, week))
                .collect();
            Some((week, Distribution::of(&values, Better::Neither)?))
        })
        .collect()
}

/// Medians over the runs, by week.
fn medians(run: &EnsembleRun, weeks: i64, value: Value) -> Vec<(i64, f64)> {
    let weeks = weeks.min(run.records.first().map_or(0, last_week));
    let spreads = spreads(run, weeks, value).into_iter();
    spreads
        .map(|(week, spread)| (week, spread.median))
        .collect()
}

/// Years under a panel.
fn year_marks(
    scene: &mut Scene,
    run: &EnsembleRun,
    weeks: i64,
    x: &Scale,
    (top, bottom): (f64, f64),
) {
    let year_of = |week: i64| crate::record::Quarter::of_day(run.path.monday(week)).year;
    let mut from = 1;
    for week in 2..=weeks + 1 {
        if week <= weeks && year_of(week) == year_of(from) {
            continue;
        }
        let middle = x.at((from + week - 1) as f64 / 2.0);
        if week - from > NAMED_YEAR_WEEKS {
            let year = year_of(from).to_string();
            scene.text((middle, bottom + 16.0), &year, SMALL, GREY, Anchor::Middle);
        }
        if week <= weeks {
            let edge = x.at(week as f64 - 0.5);
            scene.line(vec![(edge, top), (edge, bottom + 6.0)], PALE, 1.0);
        }
        from = week;
    }
}

fn text(subject: &Subject, policy: usize, language: Language) -> Words {
    let run = &subject.experiment.policies[policy];
    let name = title(run, language);
    let bands = bands(run.records.len(), language).map(|bands| match language {
        Language::English => format!("; line: median of runs, {bands}"),
        Language::Indonesian => format!("; garis: median simulasi, {bands}"),
    });
    let bands = bands.unwrap_or_default();
    let subtitle = match language {
        Language::English => format!(
            "{name}: those under contract themselves{bands}; means of 13 weeks except contracts; the title compares with the same run without the programme"
        ),
        Language::Indonesian => format!(
            "{name}: usaha yang terikat kontrak{bands}; rata-rata 13 minggu kecuali jumlah kontrak; judul membandingkan dengan simulasi yang sama tanpa program"
        ),
    };
    Words {
        title: finding(subject, policy, language),
        subtitle,
        foot: foot(subject, language),
    }
}

fn finding(subject: &Subject, policy: usize, language: Language) -> String {
    let effects = &subject.effects.policies[policy];
    let median = |measure: E| effects.measure(measure).map(|spread| spread.median);
    let active = median(E::ContractsActive).unwrap_or(0.0);
    if active < 0.5 {
        let en = "No contract is active at the end";
        return language
            .pick(en, "Tidak ada kontrak aktif di akhir simulasi")
            .to_owned();
    }
    let active = rounded(active, language);
    let jobs = median(E::LinkedEmployment).unwrap_or(0.0);
    let end = end_of_run(&subject.experiment.policies[policy], language);
    let more = match jobs < 0.0 {
        false => language.pick("more", "bertambah"),
        true => language.pick("fewer", "berkurang"),
    };
    let jobs = rounded(1_000.0 * jobs.abs(), language);
    let mut text = match language {
        Language::English => {
            format!("{active} contracts at {end}: {jobs} {more} jobs in their suppliers")
        }
        Language::Indonesian => {
            format!("{active} kontrak pada {end}: tenaga kerja pemasoknya {more} {jobs} orang")
        }
    };
    if let Some(income) = median(E::MemberIncome) {
        let income = language.short_signed(income);
        text.push_str(&match language {
            Language::English => format!(", income of members and suppliers {income}%"),
            Language::Indonesian => format!(", pendapatan anggota dan pemasok {income}%"),
        });
    }
    text
}
