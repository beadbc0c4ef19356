//! Effects on those under contract themselves, and on their rivals.
//!
//! The records keep what the enterprises under contract make, earn and employ now and what the
//! *same* enterprises did at week 0. What they would do without the programme is not observed in
//! the run; it is taken to follow the counterfactual from week 0: output as all enterprises of the
//! focus sectors, income as the nation's households, jobs as national employment.

use super::pair::{Pair, log_percent};
use crate::record::{NationalSeries as N, Records, SectorSeries, recorded};

/// Members' and suppliers' income against week 0, in percent above the nation's households in the
/// counterfactual.
pub(super) fn member_income_percent(pair: &Pair) -> Option<f64> {
    let ratio = ratio(pair, N::LinkedIncome, N::LinkedBaselineIncome)?;
    let (_, households) = pair.national(N::HouseholdIncome);
    log_percent(ratio, households)
}

/// Output of enterprises under contract against week 0, in percent above the focus sectors in the
/// counterfactual.
pub(super) fn linked_output_percent(pair: &Pair) -> Option<f64> {
    let ratio = ratio(pair, N::LinkedOutput, N::LinkedBaselineOutput)?;
    log_percent(ratio, focus_ratio(pair)?)
}

/// Jobs of suppliers under contract above what they had at week 0, that moved with national
/// employment in the counterfactual; thousand persons.
pub(super) fn linked_employment_thousand(pair: &Pair) -> Option<f64> {
    let (jobs, _) = pair.national(N::LinkedEmployment);
    let (baseline, _) = pair.national(N::LinkedBaselineEmployment);
    let (_, employment) = pair.national(N::Employment);
    let employment_week_0 = pair.counterfactual.national(0, N::Employment);
    (employment_week_0 > 0.0).then(|| jobs - baseline * employment / employment_week_0)
}

/// Output of the focus sectors without those under contract, percent against the counterfactual
/// (their own part of it taken out too).
pub(super) fn rivals_output_percent(pair: &Pair) -> Option<f64> {
    let (linked, _) = pair.national(N::LinkedOutput);
    let (baseline, _) = pair.national(N::LinkedBaselineOutput);
    let with = focus_output(pair, pair.policy) - linked;
    let without = focus_output(pair, pair.counterfactual) - baseline * focus_ratio(pair)?;
    log_percent(with, without)
}

/// Change of the import share of inputs of buyers under contract since week 0, less the same of
/// all buyers in the counterfactual; points.
pub(super) fn linked_import_content_points(pair: &Pair) -> Option<f64> {
    let (share, _) = pair.national(N::LinkedImportShare);
    let (baseline, _) = pair.national(N::LinkedBaselineImportShare);
    let run = pair.counterfactual;
    let of_all_at_week_0 = import_share(
        run.national(0, N::ImportedInputs),
        run.national(0, N::DomesticInputs),
    );
    let of_all = import_share(
        pair.national(N::ImportedInputs).1,
        pair.national(N::DomesticInputs).1,
    );
    (baseline > 0.0).then_some(100.0 * ((share - baseline) - (of_all - of_all_at_week_0)))
}

fn import_share(imported: f64, domestic: f64) -> f64 {
    if imported + domestic > 0.0 {
        imported / (imported + domestic)
    } else {
        0.0
    }
}

fn ratio(pair: &Pair, now: N, baseline: N) -> Option<f64> {
    let (now, _) = pair.national(now);
    let (baseline, _) = pair.national(baseline);
    (baseline > 0.0).then(|| now / baseline)
}

fn focus_output(pair: &Pair, run: &Records) -> f64 {
    pair.mean_at_end(|week| focus_output_in(pair, run, recorded(week)))
}

fn focus_output_in(pair: &Pair, run: &Records, week: usize) -> f64 {
    let sectors = pair.tables.sectors.iter().enumerate();
    sectors
        .filter(|(_, sector)| sector.focus.is_some())
        .map(|(s, _)| run.sector(week, SectorSeries::Output, s))
        .sum()
}

/// Output of the focus sectors in the counterfactual, relative to week 0.
fn focus_ratio(pair: &Pair) -> Option<f64> {
    let baseline = focus_output_in(pair, pair.counterfactual, 0);
    let now = focus_output(pair, pair.counterfactual);
    (baseline > 0.0).then(|| now / baseline)
}
