//! The enterprises under contract themselves: contracts, jobs, income, import content over time.

use super::frame::{LABEL, MARGIN, SMALL, Scale, WIDTH, Words, page, wrap, y_axis};
use super::scene::{Anchor, BLUE, Colour, GREEN, GREY, INK, PALE, PURPLE, Point, Scene, VERMILION};
use super::{Subject, foot};
use crate::experiment::effects::EffectMeasure as E;
use crate::experiment::measures::{Better, Distribution, EnsembleRun, last_week};
use crate::record::{NATIONAL_SERIES, NationalSeries as N, Records, mean_13_weeks, recorded};
use crate::report::finding::{decimals_of, title};
use crate::report::words::Language;

/// Height of the four panels.
const HEIGHT: f64 = 470.0;

/// One panel: what it shows of a run in a week.
struct Panel {
    name: String,
    colour: Colour,
    value: fn(&Records, i64) -> Option<f64>,
    /// What everybody has in the counterfactual, for comparison.
    reference: Option<fn(&Records, i64) -> Option<f64>>,
}

/// Draws the chart of a policy.
pub(super) fn scene(subject: &Subject, policy: usize, language: Language) -> Scene {
    let (mut scene, (top, bottom)) = page(&text(subject, policy, language), HEIGHT);
    let (columns, rows) = ((WIDTH - 2.0 * MARGIN) / 2.0, (bottom - top) / 2.0);
    for (index, panel) in panels(language).iter().enumerate() {
        let left = MARGIN + columns * (index % 2) as f64;
        let up = top + rows * (index / 2) as f64;
        let corner = (
            (left + 44.0, left + columns - 26.0),
            (up + 42.0, up + rows - 28.0),
        );
        draw_panel(&mut scene, (subject, policy), panel, corner, language);
    }
    scene
}

fn label(series: N, language: Language) -> &'static str {
    let info = &NATIONAL_SERIES[series as usize];
    language.pick(info.label_en, info.label_id)
}

fn panels(language: Language) -> [Panel; 4] {
    let name = |text: &str, unit: &str| format!("{text}, {unit}");
    let thousand = language.pick("thousand", "ribu");
    let against = language.pick("% against week 0", "% terhadap minggu 0");
    [
        Panel {
            name: name(
                label(N::ContractsActive, language),
                language.pick("number", "jumlah"),
            ),
            colour: BLUE,
            value: |run, week| Some(run.national(recorded(week), N::ContractsActive)),
            reference: None,
        },
        Panel {
            name: name(label(N::LinkedEmployment, language), thousand),
            colour: GREEN,
            value: |run, week| Some(smooth(run, N::LinkedEmployment, week)),
            reference: None,
        },
        Panel {
            name: name(label(N::LinkedIncome, language), against),
            colour: PURPLE,
            value: |run, week| {
                let baseline = smooth(run, N::LinkedBaselineIncome, week);
                let income = smooth(run, N::LinkedIncome, week);
                (baseline > 0.0).then(|| 100.0 * (income / baseline - 1.0))
            },
            reference: Some(|run, week| {
                Some(100.0 * (smooth(run, N::HouseholdIncome, week) - 1.0))
            }),
        },
        Panel {
            name: name(label(N::LinkedImportShare, language), "%"),
            colour: VERMILION,
            value: |run, week| {
                let share = smooth(run, N::LinkedImportShare, week);
                let active = run.national(recorded(week - 12), N::ContractsActive);
                (active > 0.0).then_some(100.0 * share)
            },
            reference: None,
        },
    ]
}

fn smooth(run: &Records, series: N, week: i64) -> f64 {
    mean_13_weeks(week, |week| run.national(recorded(week), series))
}

fn draw_panel(
    scene: &mut Scene,
    (subject, policy): (&Subject, usize),
    panel: &Panel,
    ((left, right), (top, bottom)): (Point, Point),
    language: Language,
) {
    let name = wrap(&panel.name, LABEL, right - left + 40.0);
    for (line, words) in name.iter().rev().enumerate() {
        let at = (left - 36.0, top - 14.0 - LABEL * 1.25 * line as f64);
        scene.text(at, words, LABEL, INK, Anchor::Start);
    }
    let run = &subject.experiment.policies[policy];
    let weeks = run
        .records
        .first()
        .map_or(0, |records| records.weeks() as i64 - 1);
    let spreads = spreads(run, weeks, panel.value);
    let everybody = panel
        .reference
        .map(|value| spreads_of_reference(subject, weeks, value))
        .unwrap_or_default();
    let x = Scale::new((1.0, weeks.max(2) as f64), (left, right));
    year_marks(scene, run, weeks, &x, (top, bottom));
    let all = || spreads.iter().chain(&everybody);
    let low = all()
        .map(|(_, spread)| spread.p5)
        .fold(f64::INFINITY, f64::min);
    let high = all()
        .map(|(_, spread)| spread.p95)
        .fold(f64::NEG_INFINITY, f64::max);
    if spreads.is_empty() || (high == 0.0 && low == 0.0) {
        let none = language.pick("no contract in this run", "tidak ada kontrak");
        let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
        scene.text(middle, none, LABEL, GREY, Anchor::Middle);
        return;
    }
    let y = y_axis(
        scene,
        (left, right),
        (top, bottom),
        (low.min(high - 1e-6), high),
        language,
    );
    let points = |spreads: &Spreads, pick: fn(&Distribution) -> f64| -> Vec<Point> {
        let all = spreads.iter();
        all.map(|(week, spread)| (x.at(*week as f64), y.at(pick(spread))))
            .collect()
    };
    scene.band(
        &points(&spreads, |s| s.p5),
        &points(&spreads, |s| s.p95),
        panel.colour.tint(0.2),
    );
    scene.band(
        &points(&spreads, |s| s.p25),
        &points(&spreads, |s| s.p75),
        panel.colour.tint(0.4),
    );
    let reference = points(&everybody, |s| s.median);
    scene.dashed(&reference, GREY, 1.6, (6.0, 3.0));
    if let Some(end) = reference.last() {
        let words = language.pick("all households without it", "semua rumah tangga tanpanya");
        scene.text(
            (end.0, end.1 + SMALL * 1.5),
            words,
            SMALL,
            GREY,
            Anchor::End,
        );
    }
    scene.line(points(&spreads, |s| s.median), panel.colour, 2.4);
}

/// Spread over the runs, by week.
type Spreads = Vec<(i64, Distribution)>;

fn spreads(run: &EnsembleRun, weeks: i64, value: fn(&Records, i64) -> Option<f64>) -> Spreads {
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

fn spreads_of_reference(
    subject: &Subject,
    weeks: i64,
    value: fn(&Records, i64) -> Option<f64>,
) -> Spreads {
    let counterfactual = &subject.experiment.counterfactual;
    let recorded = counterfactual.records.first().map_or(0, last_week);
    let mut spreads = spreads(counterfactual, weeks.min(recorded), value);
    // The median is drawn, so the axis needs no room for its spread.
    for (_, spread) in &mut spreads {
        (spread.p5, spread.p95) = (spread.median, spread.median);
    }
    spreads
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
        if week - from > 8 {
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
    let name = title(&subject.experiment.policies[policy], language);
    let subtitle = match language {
        Language::English => format!(
            "{name}: those under contract themselves; line: median of runs, bands: 50 and 90% of runs; means of 13 weeks except contracts"
        ),
        Language::Indonesian => format!(
            "{name}: mereka yang terikat kontrak; garis: median simulasi, pita: 50 dan 90% simulasi; rata-rata 13 minggu kecuali kontrak"
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
    let number = |measure: E, scale: f64| {
        effects.measure(measure).map(|spread| {
            let scaled = Distribution {
                median: scale * spread.median,
                p5: scale * spread.p5,
                p95: scale * spread.p95,
                ..*spread
            };
            language.signed(scaled.median, decimals_of(&scaled))
        })
    };
    let active = effects
        .measure(E::ContractsActive)
        .map_or(0.0, |spread| spread.median);
    if active < 0.5 {
        return language
            .pick(
                "No contract is active at the end",
                "Tidak ada kontrak aktif di akhir",
            )
            .to_owned();
    }
    let active = language.number(active, 0);
    let jobs = number(E::LinkedEmployment, 1_000.0).unwrap_or_default();
    let income = number(E::MemberIncome, 1.0);
    match (language, income) {
        (Language::English, Some(income)) => format!(
            "{active} contracts at the end: {jobs} jobs in their suppliers and {income}% income of their members and suppliers"
        ),
        (Language::English, None) => {
            format!("{active} contracts at the end: {jobs} jobs in their suppliers")
        }
        (Language::Indonesian, Some(income)) => format!(
            "{active} kontrak di akhir: {jobs} pekerjaan di pemasoknya dan {income}% pendapatan anggota dan pemasoknya"
        ),
        (Language::Indonesian, None) => {
            format!("{active} kontrak di akhir: {jobs} pekerjaan di pemasoknya")
        }
    }
}
