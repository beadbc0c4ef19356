//! The briefing: one printed page with the answer in its first sentence; on a screen all charts and
//! sources follow.

mod html;
mod paragraphs;
mod teller;
mod templates;

use super::charts::{Drawn, RECOVERY};
use super::error::ReportError;
use super::finding::{answer, in_a_word, title};
use super::folder::ResultFolder;
use super::json::measures;
use super::spread::{Sign, interval, label, median, span, with_interval};
use super::stamp::version;
use super::table::OF_CONTRACTS;
use super::words::{Language, escape};
use crate::experiment::effects::{EffectMeasure as E, Effects, PolicyEffects};
use crate::experiment::measures::Experiment;
use html::Html;
use paragraphs::{Medium, Paragraph};
use templates::fill;

/// How the page looks on a screen and on paper.
const STYLE: &str = include_str!("style.css");
/// Measures shown large at the top.
const TILES: [E; 4] = [E::WeeksGained, E::Gdp, E::LinkedEmployment, E::PublicCost];

/// Measures of the table of several policies.
const COMPARED: [E; 4] = [E::WeeksGained, E::Gdp, E::LinkedEmployment, E::PublicCost];

/// Writes the briefing in both languages; returns the names of the files.
pub(super) fn write(
    folder: &ResultFolder,
    experiment: &Experiment,
    effects: &Effects,
    charts: &[Drawn],
) -> Result<Vec<String>, ReportError> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let name = format!("briefing.{}.html", language.code());
        let page = page(experiment, effects, charts, language);
        folder.write(&name, page.as_bytes())?;
        files.push(name);
    }
    Ok(files)
}

/// The whole page.
pub(super) fn page(
    experiment: &Experiment,
    effects: &Effects,
    charts: &[Drawn],
    language: Language,
) -> String {
    let heading = heading(experiment, language);
    let mut body = Html::default();
    body.element("main", "", |main| {
        let sheet = match experiment.policies.len() {
            0 | 1 => "sheet",
            _ => "sheet several",
        };
        main.element("section", sheet, |sheet| {
            first_sheet(sheet, experiment, effects, charts, language, &heading);
        });
        main.element("section", "charts", |section| {
            further(section, experiment, effects, charts, language);
        });
        main.element("section", "sources", |section| {
            sources(section, experiment, language);
        });
    });
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        language.code(),
        escape(&heading),
        body.into_string(),
    )
}

/// What only a screen shows: the other charts, and each policy that the first page is not about.
fn further(
    section: &mut Html,
    experiment: &Experiment,
    effects: &Effects,
    charts: &[Drawn],
    language: Language,
) {
    let shown: Vec<&Drawn> = charts
        .iter()
        .filter(|chart| chart.language == language && chart.name != RECOVERY)
        .collect();
    let about = |chart: &Drawn| {
        chart
            .name
            .split_once('.')
            .map(|(_, scenario)| scenario.to_owned())
    };
    let pictures = |section: &mut Html, scenario: &str| {
        let of = shown
            .iter()
            .filter(|one| about(one).as_deref() == Some(scenario));
        for chart in of {
            section.picture(&chart.svg, &chart.title);
        }
    };
    if !experiment.policies.is_empty() {
        pictures(section, &experiment.counterfactual.info.name);
    }
    let policies = paragraphs::policies(experiment, effects);
    let foremost = paragraphs::foremost(&policies).map(|(one, _)| one.scenario.as_str());
    for &(policy, run) in &policies {
        if Some(policy.scenario.as_str()) != foremost {
            section.text("h1", title(run, language));
            columns(section, paragraphs::of_policy(policy, run, language));
        } else if policies.len() > 1 {
            section.text("h1", title(run, language));
        }
        pictures(section, &policy.scenario);
    }
}

fn sources(section: &mut Html, experiment: &Experiment, language: Language) {
    section.text(
        "h2",
        language.pick("What the scenarios rest on", "Dasar skenario"),
    );
    section.element("ul", "", |list| {
        for source in paragraphs::scenario_sources(experiment) {
            list.text("li", source);
        }
    });
}

/// Title of the page: the programme's, how many there are, or the counterfactual's when there is
/// none.
fn heading(experiment: &Experiment, language: Language) -> String {
    let counterfactual = title(&experiment.counterfactual, language);
    match (experiment.policies.as_slice(), language) {
        ([], _) => counterfactual.to_owned(),
        ([one], _) => title(one, language).to_owned(),
        (several, Language::English) => {
            format!("{} policies against “{counterfactual}”", several.len())
        }
        (several, Language::Indonesian) => {
            format!("{} kebijakan terhadap “{counterfactual}”", several.len())
        }
    }
}

fn first_sheet(
    sheet: &mut Html,
    experiment: &Experiment,
    effects: &Effects,
    charts: &[Drawn],
    language: Language,
    heading: &str,
) {
    let mut shown = charts.iter().filter(|chart| chart.language == language);
    let recovery = shown.find(|chart| chart.name == RECOVERY);
    let kicker = language.pick("Briefing", "Ringkasan");
    sheet.element("header", "", |header| {
        header.text("p", &format!("{kicker} · Pulih {}", version()));
        header.text("h1", heading);
    });
    answers(sheet, experiment, effects, recovery, language);
    match effects.policies.as_slice() {
        [] => {}
        [one] => tiles(sheet, one, language),
        _ => comparison(sheet, experiment, effects, language),
    }
    if let Some(recovery) = recovery {
        sheet.picture(&recovery.svg, &recovery.title);
    }
    what_follows(sheet, experiment, effects, charts, language);
    let measures = measures(experiment, &experiment.counterfactual);
    let text = paragraphs::of_sheet(experiment, effects, &measures, language);
    columns(sheet, text);
}

/// Below the chart of the recovery: of which policy the page tells more, or, without policies, the
/// other charts.
fn what_follows(
    sheet: &mut Html,
    experiment: &Experiment,
    effects: &Effects,
    charts: &[Drawn],
    language: Language,
) {
    let policies = paragraphs::policies(experiment, effects);
    match (paragraphs::foremost(&policies), policies.len()) {
        (None, _) => {
            let bound = charts.iter().filter(|chart| chart.language == language);
            for chart in bound.filter(|chart| chart.name != RECOVERY) {
                sheet.picture(&chart.svg, &chart.title);
            }
        }
        (Some((_, run)), 2..) => {
            let name = [("title", title(run, language).to_owned())];
            let about = fill(templates::ABOUT, &name, language);
            let others = fill(templates::ON_A_SCREEN, &[], language);
            sheet.element("p", "more", |p| {
                p.raw(&escape(&about));
                p.element("span", "paper", |span| span.raw(&escape(&others)));
            });
        }
        (Some(_), _) => {}
    }
}

/// A sentence for each policy; the first one large. Without policies, what the recovery is like.
fn answers(
    sheet: &mut Html,
    experiment: &Experiment,
    effects: &Effects,
    recovery: Option<&Drawn>,
    language: Language,
) {
    let policies = effects.policies.iter().zip(&experiment.policies);
    let mut sentences: Vec<String> = policies
        .map(|(policy, run)| answer(policy, run, language))
        .collect();
    if let (true, Some(chart)) = (sentences.is_empty(), recovery) {
        sentences.push(format!("{}.", chart.title));
    }
    for (place, sentence) in sentences.iter().enumerate() {
        let class = if place == 0 { "answer" } else { "also" };
        sheet.element("p", class, |p| p.raw(&escape(sentence)));
    }
}

fn columns(sheet: &mut Html, paragraphs: Vec<Paragraph>) {
    sheet.element("div", "columns", |columns| {
        for paragraph in paragraphs {
            let class = match paragraph.medium {
                Medium::Both => "",
                Medium::Screen => "screen",
            };
            columns.element("section", class, |section| {
                section.text("h2", paragraph.heading);
                section.text("p", &paragraph.text);
            });
        }
    });
}

/// The main numbers with their interval.
fn tiles(sheet: &mut Html, policy: &PolicyEffects, language: Language) {
    sheet.element("div", "tiles", |tiles| {
        for measure in TILES {
            let measure = match measure {
                E::LinkedEmployment if !policy.has_contracts() => E::Employment,
                other => other,
            };
            let spread = policy.measure(measure);
            let number = spread.map_or("–".to_owned(), |spread| {
                median(spread, Sign::of(measure), language)
            });
            let range = spread.and_then(|spread| {
                let runs = span(spread.runs, language)?;
                Some(format!("{runs}: {}", interval(spread, language)?))
            });
            tiles.element("div", "tile", |tile| {
                tile.text("strong", &number);
                tile.text("span", &label(measure, language));
                tile.text("small", &range.unwrap_or_default());
            });
        }
    });
}

/// All policies side by side, each with its answer in a word.
fn comparison(sheet: &mut Html, experiment: &Experiment, effects: &Effects, language: Language) {
    let contracts = effects.policies.iter().any(PolicyEffects::has_contracts);
    let shown: Vec<E> = COMPARED
        .into_iter()
        .filter(|measure| contracts || !OF_CONTRACTS.contains(measure))
        .collect();
    sheet.element("table", "", |table| {
        let mut header = vec![
            language.pick("Scenario", "Skenario").to_owned(),
            language.pick("Sooner?", "Lebih cepat?").to_owned(),
        ];
        header.extend(shown.iter().map(|measure| label(*measure, language)));
        table.row("th", &header);
        for (policy, run) in effects.policies.iter().zip(&experiment.policies) {
            let mut cells = vec![
                title(run, language).to_owned(),
                in_a_word(policy, run, language),
            ];
            cells.extend(shown.iter().map(|measure| {
                policy.measure(*measure).map_or("–".to_owned(), |spread| {
                    with_interval(spread, Sign::of(*measure), "", language)
                })
            }));
            table.row("td", &cells);
        }
    });
}
