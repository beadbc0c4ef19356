//! What is measured of those under contract, and what their capability does to imports, [11.8], [11.9].

use super::Stage;
use crate::economy::WEEKS_PER_YEAR;
use crate::ids::{Kind, NONE};
use crate::record::NationalSeries;
use crate::week::Week;
use crate::week::state::contract_row;

/// Capability gained by each product's suppliers, weighted by baseline output.
pub(super) fn product_gains(week: &mut Week) {
    let any = week.state.gain.iter().any(|gain| *gain != [0.0; 3]);
    if !any {
        return;
    }
    let sectors = week.base.sectors;
    let (mut gained, mut all) = (vec![0.0; sectors], vec![0.0; sectors]);
    for i in 0..week.base.rows {
        let s = week.economy.rows.sector[i] as usize;
        let output = week.state.weight[i] * week.economy.rows.output[i];
        gained[s] += output * week.state.mean_gain(i);
        all[s] += output;
    }
    for s in 0..sectors {
        week.state.integration.product_gain[s] = if all[s] > 0.0 {
            gained[s] / all[s]
        } else {
            0.0
        };
    }
}

/// Sums over suppliers under contract.
#[derive(Default)]
struct Linked {
    enterprises: f64,
    output: f64,
    output0: f64,
    jobs: f64,
    jobs0: f64,
    income: f64,
    income0: f64,
    open: f64,
}

/// Sets the series of programmes and of those they link.
pub(crate) fn record(week: &Week, set: &mut dyn FnMut(NationalSeries, f64)) {
    let integration = &week.state.integration;
    let active = || {
        integration
            .contracts
            .iter()
            .filter(|c| c.stage == Stage::Active)
    };
    let sum =
        |value: fn(&super::Progress) -> f64| integration.progress.iter().map(value).sum::<f64>();
    let candidates = sum(|progress| progress.candidates);
    set(
        NationalSeries::Coached,
        integration.coaching.iter().map(|c| c.count).sum(),
    );
    let ready = if candidates > 0.0 {
        sum(|progress| progress.ready) / candidates
    } else {
        0.0
    };
    set(NationalSeries::ReadyShare, ready);
    set(
        NationalSeries::ContractsSigned,
        sum(|progress| progress.signed),
    );
    set(
        NationalSeries::ContractsActive,
        active().map(|c| c.count).sum(),
    );
    set(
        NationalSeries::ContractVolume,
        active().map(|c| c.volume).sum::<f64>() * WEEKS_PER_YEAR,
    );
    set(
        NationalSeries::ImportsAskedFor,
        sum(|progress| progress.asked_volume) * WEEKS_PER_YEAR,
    );
    let flow = &week.flows.national;
    set(NationalSeries::ContractSales, flow.contract_sales);
    set(
        NationalSeries::ContractImportsDisplaced,
        flow.imports_displaced,
    );
    set(NationalSeries::ContractSpotDisplaced, flow.spot_displaced);
    suppliers(week, set);
    buyers(week, set);
}

fn suppliers(week: &Week, set: &mut dyn FnMut(NationalSeries, f64)) {
    let mut linked = Linked::default();
    for row in 0..week.base.rows {
        if week.state.integration.supplies[row] > 0 {
            linked.add_supplier(week, row, share_of_suppliers(week, row));
        }
    }
    set(NationalSeries::LinkedEnterprises, linked.enterprises);
    set(NationalSeries::LinkedOutput, linked.output);
    set(NationalSeries::LinkedBaselineOutput, linked.output0);
    set(NationalSeries::LinkedEmployment, linked.jobs);
    set(NationalSeries::LinkedBaselineEmployment, linked.jobs0);
    set(NationalSeries::LinkedIncome, linked.income);
    set(NationalSeries::LinkedBaselineIncome, linked.income0);
    let open = if linked.output0 > 0.0 {
        linked.open / linked.output0
    } else {
        1.0
    };
    set(NationalSeries::LinkedOpenShare, open);
}

/// Income of a supplier's households this week and at week 0, all its real enterprises (members for
/// a cooperative) together, bn Rp.
pub(crate) fn income_of_supplier(week: &Week, row: usize) -> (f64, f64) {
    let mut linked = Linked::default();
    linked.add_supplier(week, row, 1.0);
    (linked.income, linked.income0)
}

/// Share of a row's enterprises under contract that supply: a contract row holds buyers too.
fn share_of_suppliers(week: &Week, row: usize) -> f64 {
    let integration = &week.state.integration;
    let (suppliers, buyers) = (integration.suppliers[row], integration.buyers[row]);
    if contract_row(week.economy, week.economy.rows.family[row] as usize) == Some(row) {
        suppliers / (suppliers + buyers)
    } else {
        1.0
    }
}

impl Linked {
    /// Adds a share of a row's enterprises, a cooperative with its members.
    fn add_supplier(&mut self, week: &Week, row: usize, share: f64) {
        self.enterprises += share * week.state.weight[row];
        let c = week.base.cooperative_of_row[row];
        if week.economy.rows.kind[row] != Kind::Cooperative || c == NONE {
            self.add(week, row, share);
            return;
        }
        self.add(
            week,
            week.economy.cooperatives[c as usize].member_row as usize,
            share,
        );
        let weight = share * week.state.weight[row];
        self.income += weight * (week.flows.wages[row] + week.flows.payout[row]);
        self.income0 += weight * 2.0 * week.base.surplus0[row];
    }

    fn add(&mut self, week: &Week, i: usize, share: f64) {
        let (state, base, rows) = (&*week.state, week.base, &week.economy.rows);
        let (weight, x0) = (share * state.weight[i], rows.output[i]);
        self.output += weight * week.flows.output[i];
        self.output0 += weight * x0;
        self.jobs += weight * rows.employment[i] * week.flows.employed[i];
        self.jobs0 += weight * rows.employment[i];
        self.income += weight * (week.flows.wages[i] + week.flows.payout[i]);
        self.income0 += weight * (base.wage_rate[i] * x0 + base.payout0[i]);
        self.open += weight * x0 * state.open_share[i];
    }
}

fn buyers(week: &Week, set: &mut dyn FnMut(NationalSeries, f64)) {
    let (mut imports, mut all, mut imports0, mut all0) = (0.0, 0.0, 0.0, 0.0);
    for row in (0..week.base.rows).filter(|&row| week.state.integration.buys[row] > 0) {
        let weight = week.state.weight[row];
        let flows = &*week.flows;
        imports += weight * flows.imports_received[row];
        all += weight
            * (flows.imports_received[row]
                + flows.domestic_received[row]
                + flows.contract_received[row]);
        let output = weight * week.economy.rows.output[row];
        let cells = week
            .economy
            .inputs
            .cells(week.economy.rows.family[row] as usize);
        for cell in cells {
            let used = output * week.base.alpha[cell];
            imports0 += used * week.base.import_share[cell];
            all0 += used;
        }
    }
    let share = |part: f64, all: f64| if all > 0.0 { part / all } else { 0.0 };
    set(NationalSeries::LinkedImportShare, share(imports, all));
    set(
        NationalSeries::LinkedBaselineImportShare,
        share(imports0, all0),
    );
}
