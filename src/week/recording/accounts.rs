//! The accounts of a week: product balances, value added by production and by income, balance
//! sheets. Residuals compare opening and closing balances with the ledger, not the variables that
//! made them.

use super::holdings::{ByInput, Holdings};
use crate::ids::{Kind, PROVINCES};
use crate::record::{ACCOUNT_COLUMNS, AGENTS, AccountsWeek, Records};
use crate::week::Week;
use crate::week::columns::columns;

/// Writes the accounts of the week and their worst residual.
pub(super) fn write(week: &mut Week, records: &mut Records) {
    let closing = Holdings::count(week);
    let mut accounts = AccountsWeek {
        product: products(week, &closing),
        ..AccountsWeek::default()
    };
    let n = week.base.sectors;
    week.flows
        .imports_of_product
        .copy_from_slice(&accounts.product[n..2 * n]);
    accounts.gva_production = week.flows.gva_of_sector.clone();
    accounts.gva_income = income(week, &closing);
    accounts.transfers = transfers(week);
    for (agent, close) in closing.balances.iter().enumerate() {
        let net = week.flows.ledger.net(agent);
        accounts
            .balances
            .extend([week.opening.balances[agent], net, *close]);
    }
    accounts.flows = week.flows.ledger.flows().collect();
    accounts.gdp = gdp(week, &accounts.product);
    week.flows.national.residual = worst_residual(week, &accounts);
    records.accounts.push(accounts);
    week.opening = closing;
}

/// Product balance of the week, [column * sectors + product].
fn products(week: &Week, closing: &Holdings) -> Vec<f64> {
    let (state, flows, base, rows) = (&*week.state, &*week.flows, week.base, &week.economy.rows);
    let n = base.sectors;
    let mut table = vec![0.0; ACCOUNT_COLUMNS.len() * n];
    let rows_in_all = base.rows;
    columns!(rows_in_all;
        read rows: kind, sector;
        read state: weight;
        read flows: output;
    );
    for i in 0..rows_in_all {
        if weight[i] != 0.0 && kind[i] != Kind::Cooperative {
            table[sector[i] as usize] += weight[i] * output[i];
        }
    }
    ByInput::sum(week, &flows.import_order).add_by_product(week, &mut table[n..2 * n]);
    for p in 0..n {
        let arrives = 1.0 - flows.import_failure[p];
        let mut households = [0.0; 2];
        for r in 0..PROVINCES {
            let place = p * PROVINCES + r;
            households[0] += flows.household_order[place] * flows.household_fill[place];
            households[1] += flows.household_imports[place] * arrives;
            table[4 * n + p] += flows.government_order[place] * flows.market_fill[place];
            table[5 * n + p] += flows.investment_order[place] * flows.market_fill[place];
        }
        let [government, investment] = [
            flows.government_imports[p] * arrives,
            flows.investment_imports[p] * arrives,
        ];
        table[n + p] = table[n + p] * arrives + households[1] + government + investment;
        table[3 * n + p] = households[0] + households[1];
        table[4 * n + p] += government;
        table[5 * n + p] += investment;
        table[6 * n + p] =
            flows.export_order[p] * flows.export_fill[p] + flows.added_exports_of_product[p];
    }
    for p in 0..n {
        table[7 * n + p] = closing.stocks[p] - week.opening.stocks[p];
    }
    table[2 * n..3 * n].copy_from_slice(&flows.use_of_product);
    table
}

/// Value added by income: wages, production taxes and the surplus that the balance sheets show.
fn income(week: &Week, closing: &Holdings) -> Vec<f64> {
    let (state, flows, base, rows) = (&*week.state, &*week.flows, week.base, &week.economy.rows);
    let opening = &week.opening;
    let mut value: Vec<f64> = (0..base.sectors)
        .map(|s| {
            let money = closing.worth[s] - opening.worth[s];
            money + closing.stock_of_sector[s] - opening.stock_of_sector[s]
        })
        .collect();
    let n = base.rows;
    columns!(n;
        read rows: kind, sector;
        read state: weight;
        read flows: output, wages, payout, bill, outside_money, premium, margin_lost;
    );
    for i in 0..n {
        if weight[i] == 0.0 || kind[i] == Kind::Cooperative {
            continue;
        }
        let s = sector[i] as usize;
        let production_tax = base.production_tax_rate[s] * output[i];
        let spent = wages[i] + production_tax + payout[i] + bill[i];
        let received = outside_money[i] + premium[i] - margin_lost[i];
        value[s] += weight[i] * (spent - received);
    }
    for (s, written_off) in flows.written_off_of_sector.iter().enumerate() {
        value[s] -= written_off;
    }
    value
}

/// Premiums by sector of the one who receives or pays; margins stay in the members' sector.
fn transfers(week: &Week) -> Vec<f64> {
    let mut transfers = vec![0.0; week.base.sectors];
    let premiums = week.state.weight.iter().zip(&week.flows.premium);
    for (&s, (weight, premium)) in week.economy.rows.sector.iter().zip(premiums) {
        transfers[s as usize] += weight * premium;
    }
    transfers
}

/// Gross domestic product by production and by expenditure.
fn gdp(week: &Week, product: &[f64]) -> [f64; 2] {
    let n = week.base.sectors;
    let column = |c: usize| product[c * n..(c + 1) * n].iter().sum::<f64>();
    let national = &week.flows.national;
    let production = week.flows.gva_of_sector.iter().sum::<f64>() + national.product_taxes;
    let final_taxes = national.product_taxes - national.input_taxes;
    let expenditure =
        column(3) + column(4) + column(5) + column(6) + column(7) - column(1) + final_taxes;
    [production, expenditure]
}

/// The worst relative residual of the week's identities.
fn worst_residual(week: &Week, accounts: &AccountsWeek) -> f64 {
    let n = week.base.sectors;
    let mut worst: f64 = 0.0;
    for p in 0..n {
        let at = |c: usize| accounts.product[c * n + p];
        let source = at(0) + at(1);
        let used = at(2) + at(3) + at(4) + at(5) + at(6) + at(7);
        worst = worst.max(((source - used) / source.max(1.0)).abs());
        let gva = accounts.gva_production[p];
        worst = worst.max(((gva - accounts.gva_income[p]) / gva.abs().max(1.0)).abs());
    }
    let turnover = week.flows.ledger.turnover();
    let mut total = 0.0;
    for agent in 0..AGENTS.len() {
        let [opening, net, closing] = [0, 1, 2].map(|column| accounts.balances[agent * 3 + column]);
        worst = worst.max(((closing - opening - net) / turnover).abs());
        total += closing - opening;
    }
    let [production, expenditure] = accounts.gdp;
    worst
        .max((total / turnover).abs())
        .max(((production - expenditure) / production).abs())
}
