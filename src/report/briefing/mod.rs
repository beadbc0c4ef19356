//! The briefing: one printed page with the answer in its first sentence, and the charts after it.

mod html;
mod paragraphs;
mod templates;

use super::charts::Drawn;
use super::error::ReportError;
use super::finding::{Sign, answer, decimals_of, interval, title, with_interval};
use super::folder::ResultFolder;
use super::stamp::version;
use super::table::unit;
use super::words::{Language, escape};
use crate::experiment::effects::{EFFECTS, EffectMeasure as E, Effects, PolicyEffects};
use crate::experiment::measures::Experiment;
use html::Html;

/// How the page looks on a screen and on paper.
const STYLE: &str = include_str!("style.css");
/// Measures shown large at the top.
const TILES: [E; 4] = [E::WeeksGained, E::Gdp, E::LinkedEmployment, E::PublicCost];

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
        let sheet_class = if effects.policies.len() > 1 {
            "sheet many"
        } else {
            "sheet"
        };
        main.element("section", sheet_class, |sheet| {
            first_sheet(sheet, experiment, effects, charts, language, &heading);
        });
        main.element("section", "charts", |sheet| {
            let shown = charts.iter().filter(|chart| chart.language == language);
            for chart in shown.filter(|chart| belongs_on_page(chart, experiment)) {
                sheet.picture(&chart.svg, &chart.title);
            }
        });
        main.element("section", "sources", |section| {
            section.text(
                "h2",
                language.pick("What the scenarios rest on", "Dasar skenario"),
            );
            section.element("ul", "", |list| {
                for source in paragraphs::scenario_sources(experiment) {
                    list.text("li", source);
                }
            });
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

/// The page shows sectors, the linked and what bound production, for the last and largest of several
/// programmes; all other charts lie beside it.
fn belongs_on_page(chart: &Drawn, experiment: &Experiment) -> bool {
    let largest = match experiment.policies.as_slice() {
        [_, .., last] => format!(".{}", last.info.name),
        _ => String::new(),
    };
    let sectors = format!("effect_by_sector{largest}");
    let linked = format!("linked{largest}");
    [sectors.as_str(), linked.as_str(), "bound"].contains(&chart.name.as_str())
}

/// Title of the page: the programme's, or the counterfactual's when there is none.
fn heading(experiment: &Experiment, language: Language) -> String {
    let run = experiment
        .policies
        .first()
        .unwrap_or(&experiment.counterfactual);
    title(run, language).to_owned()
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
    let recovery = shown.find(|chart| chart.name == "recovery");
    let kicker = language.pick("Briefing", "Ringkasan");
    sheet.element("header", "", |header| {
        header.text("p", &format!("{kicker} · Pulih {}", version()));
        header.text("h1", heading);
    });
    let first = effects.policies.first().zip(experiment.policies.first());
    let sentence = match (first, recovery) {
        (Some((policy, run)), _) => answer(policy, run, language),
        (None, Some(chart)) => format!("{}.", chart.title),
        (None, None) => String::new(),
    };
    sheet.element("p", "answer", |p| p.raw(&escape(&sentence)));
    for (policy, run) in effects.policies.iter().zip(&experiment.policies).skip(1) {
        let sentence = answer(policy, run, language);
        sheet.element("p", "also", |p| p.raw(&escape(&sentence)));
    }
    if let Some((policy, _)) = first {
        tiles(sheet, policy, language);
    }
    if let Some(recovery) = recovery {
        sheet.picture(&recovery.svg, &recovery.title);
    }
    columns(sheet, experiment, effects, language);
    if effects.policies.len() > 1 {
        comparison(sheet, experiment, effects, language);
    }
}

fn columns(sheet: &mut Html, experiment: &Experiment, effects: &Effects, language: Language) {
    sheet.element("div", "columns", |columns| {
        for (heading, text) in paragraphs::all(experiment, effects, language) {
            columns.element("section", "", |section| {
                section.text("h2", &heading);
                section.text("p", &text);
            });
        }
    });
}

/// The main numbers with their interval.
fn tiles(sheet: &mut Html, policy: &PolicyEffects, language: Language) {
    sheet.element("div", "tiles", |tiles| {
        for measure in TILES {
            let info = &EFFECTS[measure as usize];
            let label = language.pick(info.label_en, info.label_id);
            let spread = policy.measure(measure);
            let number = spread.map_or("–".to_owned(), |spread| {
                language.signed(spread.median, decimals_of(spread))
            });
            let range = spread.map_or(String::new(), |spread| {
                let runs = language.pick("90% of runs", "90% simulasi");
                format!("{runs}: {}", interval(spread, language))
            });
            tiles.element("div", "tile", |tile| {
                tile.text("strong", &number);
                tile.text("span", &format!("{label}, {}", unit(info.unit, language)));
                tile.text("small", &range);
            });
        }
    });
}

/// All policies side by side.
fn comparison(sheet: &mut Html, experiment: &Experiment, effects: &Effects, language: Language) {
    let shown = [
        E::WeeksGained,
        E::Gdp,
        E::Employment,
        E::LinkedEmployment,
        E::PublicCost,
    ];
    sheet.element("table", "", |table| {
        let mut header = vec![language.pick("Scenario", "Skenario").to_owned()];
        header.extend(shown.map(|measure| {
            let info = &EFFECTS[measure as usize];
            let label = language.pick(info.label_en, info.label_id);
            format!("{label}, {}", unit(info.unit, language))
        }));
        table.row("th", &header);
        for (policy, run) in effects.policies.iter().zip(&experiment.policies) {
            let mut cells = vec![title(run, language).to_owned()];
            cells.extend(shown.map(|measure| {
                policy.measure(measure).map_or("–".to_owned(), |spread| {
                    with_interval(spread, Sign::Shown, "", language)
                })
            }));
            table.row("td", &cells);
        }
    });
}
