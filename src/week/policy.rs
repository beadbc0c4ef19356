//! Phase 2, policy: levers from the instruments in force.
//!
//! Equation [2.1]. Levers are computed from neutral every week, never undone. Money of a year enters
//! as value / deflator / path and is booked back in current rupiah. An instrument whose planned
//! spending exceeds its unspent budget acts at the share that the budget still pays.

use super::Week;
use super::state::State;
use crate::data::date::civil_from_days;
use crate::economy::{Economy, WEEKS_PER_YEAR};
use crate::ids::{Kind, PROVINCES};
use crate::policy::{Action, Instrument, Scope};

/// Million rupiah in a billion.
const MILLION_PER_BILLION: f64 = 1000.0;
/// Weeks from the middle of 2019, the base of the path, to 6 January 2020.
const PATH_OFFSET_WEEKS: f64 = 26.5;

/// Sets the week's levers.
pub(crate) fn run(week: &mut Week) {
    week.flows.levers.neutral();
    let t = week.state.week;
    let scenario = week.scenario;
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let strength = instrument.window.strength(t);
        if strength > 0.0 {
            let affordable = affordable(week, n, instrument, strength);
            week.flows.instrument_strength[n] = strength * affordable;
            if affordable > 0.0 {
                week.flows.levers.active = true;
                set_levers(week, instrument, strength * affordable);
            }
        } else {
            week.flows.instrument_strength[n] = 0.0;
        }
    }
}

/// Current rupiah of one unit of the model's money in this week.
pub(crate) fn current_rupiah(week: &Week) -> f64 {
    let (year, _, _) = civil_from_days(week.scenario.start + 7 * i64::from(week.state.week));
    let growth = 1.0 + week.base.trend_growth;
    let path = growth.powf((f64::from(week.state.week) + PATH_OFFSET_WEEKS) / WEEKS_PER_YEAR);
    week.economy.tables.deflator(year) * path
}

/// Share of the planned spending that the unspent budget pays.
fn affordable(week: &Week, n: usize, instrument: &Instrument, strength: f64) -> f64 {
    let Some(budget) = instrument.budget_bn_rupiah else {
        return 1.0;
    };
    let left = (budget - week.state.spent[n]).max(0.0);
    let planned = planned_cost(week, instrument, strength) * current_rupiah(week);
    if planned > left { left / planned } else { 1.0 }
}

/// Planned cost of a week, bn Rp of the model; what depends on this week's flows is taken from last
/// week's.
fn planned_cost(week: &Week, instrument: &Instrument, strength: f64) -> f64 {
    let rupiah = current_rupiah(week);
    match &instrument.action {
        Action::Grant { .. } => over_scope(week, instrument, |week, i| {
            week.state.weight[i] * grant_per_enterprise(instrument, rupiah)
        }),
        Action::WageSubsidy { share } => over_scope(week, instrument, |week, i| {
            week.state.weight[i] * strength * share * week.flows.wages[i]
        }),
        Action::Credit {
            interest_subsidy, ..
        } => over_scope(week, instrument, |week, i| {
            week.state.weight[i] * strength * interest_subsidy * week.state.debt[i] / WEEKS_PER_YEAR
        }),
        Action::CashTransfer { bn_rupiah_per_week } => strength * bn_rupiah_per_week / rupiah,
        Action::PurchaseTaxRelief { tax_share, .. } => {
            strength * tax_share * household_purchases(week, &instrument.scope)
        }
        Action::Integration { .. } | Action::Means { .. } | Action::Venture { .. } => 0.0,
        Action::PromptPayment { .. } | Action::ExportFacilitation { .. } => 0.0,
        Action::MarketPlace { .. } => 0.0,
    }
}

/// Sum over rows in scope.
fn over_scope(week: &Week, instrument: &Instrument, value: impl Fn(&Week, usize) -> f64) -> f64 {
    (0..week.base.rows)
        .filter(|&i| row_in_scope(week.economy, week.state, &instrument.scope, i))
        .map(|i| value(week, i))
        .sum()
}

fn household_purchases(week: &Week, scope: &Scope) -> f64 {
    let flows = &*week.flows;
    let mut total = 0.0;
    for (p, _) in scope
        .sectors
        .iter()
        .enumerate()
        .filter(|(_, inside)| **inside)
    {
        for r in 0..PROVINCES {
            let place = p * PROVINCES + r;
            total += flows.household_order[place] * flows.household_fill[place]
                + flows.household_imports[place] * (1.0 - flows.import_failure[p]);
        }
    }
    total
}

/// A week's grant per real enterprise, bn Rp of the model: the grant is spread over its window.
fn grant_per_enterprise(instrument: &Instrument, rupiah: f64) -> f64 {
    let Action::Grant { million_rupiah } = instrument.action else {
        return 0.0;
    };
    let weeks = instrument
        .window
        .end
        .map_or(1.0, |end| f64::from(end - instrument.window.start + 1));
    million_rupiah / MILLION_PER_BILLION / weeks / rupiah
}

/// Whether a row is reached by a scope.
pub(crate) fn row_in_scope(economy: &Economy, state: &State, scope: &Scope, i: usize) -> bool {
    let rows = &economy.rows;
    let cooperative = matches!(rows.kind[i], Kind::Cooperative | Kind::Member);
    state.weight[i] != 0.0
        && scope.sectors[rows.sector[i] as usize]
        && scope.provinces[rows.province[i] as usize]
        && scope.classes[rows.class[i] as usize]
        && (cooperative || !scope.cooperatives_only)
        && (!scope.contracted_only || state.integration.is_linked(i))
}

fn set_levers(week: &mut Week, instrument: &Instrument, strength: f64) {
    let finance = week.scenario.channels.finance;
    let rupiah = current_rupiah(week);
    match &instrument.action {
        Action::PromptPayment { term_weeks } if finance => rows(week, instrument, |levers, i| {
            levers.term_cap[i] = levers.term_cap[i].min(*term_weeks);
        }),
        Action::Credit {
            access,
            interest_subsidy,
        } if finance => {
            rows(week, instrument, |levers, i| {
                levers.credit_access[i] += access * strength;
                levers.interest_subsidy[i] += interest_subsidy * strength;
            });
        }
        Action::Grant { .. } => {
            let grant = grant_per_enterprise(instrument, rupiah) * strength;
            rows(week, instrument, |levers, i| levers.grant[i] += grant);
        }
        Action::WageSubsidy { share } => rows(week, instrument, |levers, i| {
            levers.wage_subsidy[i] = (levers.wage_subsidy[i] + share * strength).min(1.0);
        }),
        Action::CashTransfer { bn_rupiah_per_week } => {
            transfer(
                week,
                &instrument.scope,
                bn_rupiah_per_week / rupiah * strength,
            );
        }
        Action::PurchaseTaxRelief {
            demand_rise,
            tax_share,
        } => {
            for (p, &inside) in instrument.scope.sectors.iter().enumerate() {
                if inside {
                    week.flows.levers.demand[p] *= 1.0 + demand_rise * strength;
                    week.flows.levers.tax_relief[p] += tax_share * strength;
                }
            }
        }
        Action::ExportFacilitation { rise } => rows(week, instrument, |levers, i| {
            levers.export_rise[i] += rise * strength;
        }),
        Action::MarketPlace { breadth } => {
            week.flows.levers.search_breadth *= 1.0 + (breadth - 1.0) * strength;
        }
        Action::PromptPayment { .. } | Action::Credit { .. } => {}
        Action::Integration { .. } | Action::Means { .. } | Action::Venture { .. } => {}
    }
}

fn rows(
    week: &mut Week,
    instrument: &Instrument,
    mut set: impl FnMut(&mut super::flows::Levers, usize),
) {
    week.flows.levers.on_rows = true;
    for i in 0..week.base.rows {
        if row_in_scope(week.economy, week.state, &instrument.scope, i) {
            set(&mut week.flows.levers, i);
        }
    }
}

/// Splits a transfer over the provinces in scope by population.
fn transfer(week: &mut Week, scope: &Scope, amount: f64) {
    let provinces = &week.economy.tables.provinces;
    let reached = |r: usize| {
        if scope.provinces[r] {
            provinces[r].population
        } else {
            0.0
        }
    };
    let total: f64 = (0..PROVINCES).map(reached).sum();
    for r in 0..PROVINCES {
        week.flows.levers.transfer[r] += amount * reached(r) / total;
    }
}

/// Books what each instrument cost this week, in current rupiah; called when the week is settled.
pub(crate) fn book(week: &mut Week) {
    let rupiah = current_rupiah(week);
    let scenario = week.scenario;
    let mut total = 0.0;
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let strength = week.flows.instrument_strength[n];
        let programme = week.state.integration.take_bill(n);
        let cost = actual_cost(week, n, instrument, strength) + programme;
        week.state.spent[n] += cost * rupiah;
        total += cost;
    }
    week.flows.national.public_cost = total * rupiah;
}

fn actual_cost(week: &Week, n: usize, instrument: &Instrument, strength: f64) -> f64 {
    if let Action::Venture { grant_share, .. } = instrument.action {
        let all: f64 = week.flows.venture_cost.iter().sum();
        let own = week.flows.venture_cost[n];
        return if all > 0.0 {
            grant_share * week.flows.venture_bill * own / all
        } else {
            0.0
        };
    }
    if strength == 0.0 {
        return 0.0;
    }
    match &instrument.action {
        Action::Grant { .. } => strength * planned_cost(week, instrument, strength),
        Action::Credit { .. } if week.scenario.channels.finance => {
            interest_cost(week, instrument, strength)
        }
        Action::Credit { .. } => 0.0,
        _ => planned_cost(week, instrument, strength),
    }
}

/// Interest that government paid for those in scope.
fn interest_cost(week: &Week, instrument: &Instrument, strength: f64) -> f64 {
    let Action::Credit {
        interest_subsidy, ..
    } = instrument.action
    else {
        return 0.0;
    };
    over_scope(week, instrument, |week, i| {
        let all = week.flows.levers.interest_subsidy[i];
        let share = if all > 0.0 {
            interest_subsidy * strength / all
        } else {
            0.0
        };
        week.state.weight[i] * share * week.flows.interest_subsidised[i]
    })
}
