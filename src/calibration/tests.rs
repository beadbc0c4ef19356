//! Claims about the calibration: it reads 2020 only, and gives the shipped files again.

use super::files::{DRAWS, POSTERIOR, draws_text, posterior_text, shipped_posterior};
use super::posterior::Posterior;
use super::priors::Priors;
use super::twin::Twin;
use super::{Calibration, ORIGIN};
use crate::data::{SectorScheme, Tables, gathered_tables, tables};
use crate::observed::SeriesKind;
use crate::record::Quarter;
use crate::scenario::{ContactResponse, Outlook, Parameters};

/// Value that no result may show.
const POISON: f64 = -1e99;

/// The tables of the twin with poison after a quarter.
fn poisoned_after(origin: Quarter) -> &'static Tables {
    poisoned(gathered_tables(), origin)
}

/// Tables whose every value after a quarter is poison: growth, mobility, stringency, exports,
/// restrictions.
fn poisoned(tables: &Tables, origin: Quarter) -> &'static Tables {
    let mut tables = tables.clone();
    for target in &mut tables.growth_targets {
        if Quarter::new(target.year, target.quarter) > origin {
            target.yoy_percent = POISON;
        }
    }
    for week in tables
        .drivers
        .iter_mut()
        .filter(|week| week.monday + 6 > origin.last_day())
    {
        (week.stringency, week.retail) = (POISON, POISON);
        (week.transit, week.workplaces) = (POISON, POISON);
    }
    for quarter in &mut tables.export_path {
        if Quarter::new(quarter.year, quarter.quarter) > origin {
            (quarter.goods, quarter.services) = (POISON, POISON);
        }
    }
    for spell in tables
        .restrictions
        .iter_mut()
        .filter(|spell| spell.start > origin.last_day())
    {
        spell.provinces.fill(false);
    }
    Box::leak(Box::new(tables))
}

/// The priors with two draws of one mix of the driver.
fn quick() -> Priors {
    let mut priors = Priors::shipped();
    priors.driver_stringency_weights = vec![0.5];
    priors.draws_per_driver = 2;
    priors
}

#[test]
fn nothing_after_the_origin_moves_a_bit_of_fit_or_forecast() {
    for origin in [ORIGIN, Quarter::new(2020, 2)] {
        let made = |tables: &'static Tables| {
            let twin = Twin::new(tables);
            let posterior = Posterior::new(&twin, tables, &quick(), origin);
            let held = posterior.measure(&twin, Outlook::Held);
            (posterior, held)
        };
        let (clean, poisoned) = (made(gathered_tables()), made(poisoned_after(origin)));
        assert_eq!(clean.0, poisoned.0);
        assert!(clean.1 == poisoned.1);
    }
}

/// The whole calibration, three drivers, all draws, the move of the engine and the choice of draws:
/// from poisoned tables come the shipped bytes.
#[test]
fn poison_after_the_origin_moves_no_byte_of_the_shipped_files() {
    let nation = poisoned(tables(SectorScheme::Io30), ORIGIN);
    let priors = Priors::shipped();
    let calibration = Calibration::new(poisoned_after(ORIGIN), nation, &priors, &|_| {});
    assert!(posterior_text(&calibration) == POSTERIOR.text);
    assert!(draws_text(gathered_tables(), &calibration.draws) == DRAWS.text);
}

#[test]
fn poison_before_the_origin_is_noticed() {
    let twin = Twin::new(gathered_tables());
    let origin = Quarter::new(2020, 2);
    let of = |tables: &Tables| Posterior::new(&twin, tables, &quick(), origin).fits;
    assert_ne!(
        of(gathered_tables()),
        of(poisoned_after(Quarter::new(2020, 1)))
    );
}

#[test]
fn the_calibration_gives_the_shipped_files_again() {
    let nation = tables(SectorScheme::Io30);
    let calibration = Calibration::new(gathered_tables(), nation, &Priors::shipped(), &|_| {});
    assert!(
        posterior_text(&calibration) == POSTERIOR.text,
        "{}",
        POSTERIOR.name
    );
    assert!(
        draws_text(gathered_tables(), &calibration.draws) == DRAWS.text,
        "{}",
        DRAWS.name
    );
    let page = include_str!("../../docs/calibration.txt");
    assert!(calibration.table() == page, "docs/calibration.txt");
    // What is read back is what was written.
    assert_eq!(shipped_posterior(), calibration.posterior);
}

/// Gap of the full engine less that of the twin, 2020: a tenth of a point for branches, less than a
/// tenth for GDP.
#[test]
fn the_engine_stands_where_the_twin_does() {
    let file: serde_json::Value = serde_json::from_str(POSTERIOR.text).unwrap();
    for fit in file["fits"].as_array().unwrap() {
        let engine = &fit["engine"];
        assert!(engine["branches_rms_points_after"].as_f64().unwrap() < 0.2);
        for points in engine["gdp_points_by_quarter_after"].as_array().unwrap() {
            assert!(points.as_f64().unwrap().abs() < 0.1);
        }
    }
}

/// Central values are the fit with half weight of stringency, moved for the full engine, to three
/// digits; those of drawn parameters are the middle of their ranges.
#[test]
fn central_values_are_those_of_the_calibration() {
    let (posterior, priors) = (shipped_posterior(), Priors::shipped());
    let file: serde_json::Value = serde_json::from_str(POSTERIOR.text).unwrap();
    let shift = &file["fits"][1]["engine"]["shift"];
    let central = |name: &str| {
        let place = posterior
            .fitted
            .iter()
            .position(|known| known == name)
            .unwrap();
        posterior.fits[1].values[place] + shift[name].as_f64().unwrap_or(0.0)
    };
    let defaults = Parameters::default();
    let agree = |name: &str, a: f64, b: f64| {
        assert!(
            (a - b).abs() < 0.006 * b.abs().max(0.1),
            "{name}: {a} against {b}"
        );
    };
    for prior in &priors.fitted {
        agree(
            &prior.key,
            defaults.get(&prior.key).unwrap(),
            central(&prior.key),
        );
    }
    for prior in &priors.drawn {
        agree(&prior.key, defaults.get(&prior.key).unwrap(), prior.at(0.5));
    }
    let response = ContactResponse::central().0;
    for series in Twin::new(gathered_tables()).series {
        if series.kind == SeriesKind::Branch {
            let name = format!("contact:{}", series.name);
            let of_branch = series.sectors.iter().map(|&s| response[s]);
            of_branch.for_each(|value| agree(&name, value, central(&name)));
        }
    }
}
