//! Phase 15, record: value added, the anchor of next week's demand, accounts and series.
//!
//! Equation [15.1]. Value added is output less inputs used and their product taxes. Outputs observe:
//! nothing here feeds back but the anchor and last week's activity.

mod accounts;
pub(crate) mod holdings;
mod series;

use super::Week;
use super::columns::columns;
use crate::ids::Kind;
use crate::record::Records;

/// Computes what next week needs and, when asked, writes the records.
pub(crate) fn run(week: &mut Week) {
    value_added(week);
    anchor(week);
    if let Some(mut records) = week.records.take() {
        accounts::write(week, &mut records);
        series::write(week, &mut records);
        week.records = Some(records);
    }
}

/// Gross value added by sector and its level over week 0, [15.1].
fn value_added(week: &mut Week) {
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    flows.gva_of_sector.fill(0.0);
    let (n, rows) = (base.rows, &week.economy.rows);
    columns!(n; read rows: kind, sector; read state: weight;);
    for i in 0..n {
        if weight[i] != 0.0 && kind[i] != Kind::Cooperative {
            let s = sector[i] as usize;
            let value = weight[i] * row_value_added(flows, base, s, i);
            flows.gva_of_sector[s] += value;
        }
    }
    state.activity = flows.gva_of_sector.iter().sum::<f64>() / base.gva0;
}

/// Value added per real enterprise, bn Rp a week.
fn row_value_added(
    flows: &super::flows::Flows,
    base: &super::baseline::Baseline,
    s: usize,
    i: usize,
) -> f64 {
    let bought =
        flows.domestic_received[i] + flows.imports_received[i] + flows.contract_received[i];
    flows.output[i]
        - flows.inputs_used[i]
        - base.input_tax_rate[s] * flows.national.tax_factor * bought
}

/// Capacity that is open, weighted by value added: B for next week, [15.1].
fn anchor(week: &mut Week) {
    let (state, base) = (&mut *week.state, week.base);
    if !week.scenario.channels.anchor {
        state.anchor = 1.0;
        return;
    }
    let (n, rows) = (base.rows, &week.economy.rows);
    columns!(n; read rows: sector; read state: weight, open_share, capacity;);
    let mut open = 0.0;
    for i in 0..n {
        if weight[i] != 0.0 {
            let s = sector[i] as usize;
            open += weight[i] * base.value_added_rate[s] * open_share[i] * capacity[i];
        }
    }
    state.anchor = 1.0 + week.scenario.parameters.anchor * (open / base.value_added0 - 1.0);
}

/// New records of a run.
pub(crate) fn empty(
    scenario: &str,
    seed: u64,
    sectors: usize,
    facts: crate::record::EconomyFacts,
) -> Records {
    Records {
        scenario: scenario.to_owned(),
        seed,
        sectors,
        national: Vec::new(),
        sector: Vec::new(),
        province: Vec::new(),
        class: Vec::new(),
        spent: Vec::new(),
        accounts: Vec::new(),
        facts,
    }
}
