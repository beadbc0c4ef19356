//! The accounts of a week: product balances, value added by production and by income, balance
//! sheets. Residuals compare opening and closing balances with the ledger, not the variables that
//! made them.

use crate::ids::{Kind, NONE, PROVINCES};
use crate::record::{ACCOUNT_COLUMNS, AGENTS, AccountsWeek, Records};
use crate::week::Week;

/// What the balance sheets held when the week opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    /// Financial balance by agent, bn Rp.
    balances: [f64; AGENTS.len()],
    /// Stock of each product, bn Rp.
    stocks: Vec<f64>,
    /// Net financial worth of enterprises by sector, trade credit included, bn Rp.
    worth: Vec<f64>,
    /// Value of stocks held by enterprises of a sector, bn Rp.
    stock_of_sector: Vec<f64>,
}

/// Takes stock before the first phase.
pub(crate) fn open(week: &Week) -> Opening {
    Opening {
        balances: balances(week),
        stocks: stocks(week),
        worth: worth(week),
        stock_of_sector: stock_of_sector(week),
    }
}

/// Writes the accounts of the week and their worst residual.
pub(super) fn write(week: &mut Week, records: &mut Records) {
    let mut accounts = AccountsWeek { product: products(week), ..AccountsWeek::default() };
    let n = week.base.sectors;
    week.flows.imports_of_product.copy_from_slice(&accounts.product[n..2 * n]);
    accounts.gva_production = week.flows.gva_of_sector.clone();
    accounts.gva_income = income(week);
    accounts.transfers = transfers(week);
    let closing = balances(week);
    for (agent, close) in closing.iter().enumerate() {
        accounts.balances.extend([week.opening.balances[agent], week.flows.ledger.net(agent), *close]);
    }
    accounts.flows = week.flows.ledger.flows().collect();
    accounts.gdp = gdp(week, &accounts.product);
    week.flows.national.residual = worst_residual(week, &accounts);
    records.accounts.push(accounts);
}

/// Financial balances by agent: enterprises' cash less debt (frozen included), cooperatives' cash,
/// households' deposits, then government, bank and world.
fn balances(week: &Week) -> [f64; AGENTS.len()] {
    let state = &*week.state;
    let (mut enterprises, mut cooperatives) = (0.0, 0.0);
    for i in 0..week.base.rows {
        let own = state.cash[i] + state.cash_frozen[i] - state.debt[i] - state.debt_frozen[i];
        if week.economy.rows.kind[i] == Kind::Cooperative {
            cooperatives += state.weight[i] * own;
        } else {
            enterprises += state.weight[i] * own;
        }
    }
    [
        enterprises,
        cooperatives,
        state.deposits.iter().sum(),
        state.government_balance,
        state.bank_equity,
        state.foreign_balance,
    ]
}

/// All stocks of each product: finished, input, contract and cooperatives' stocks.
fn stocks(week: &Week) -> Vec<f64> {
    let (state, base, rows) = (&*week.state, week.base, &week.economy.rows);
    let mut stock = vec![0.0; base.sectors];
    for i in 0..base.rows {
        let weight = state.weight[i];
        if weight == 0.0 {
            continue;
        }
        let s = rows.sector[i] as usize;
        stock[s] += weight * state.finished_stock[i];
        let from = base.row_cell_start[i] as usize;
        for (k, &p) in inputs_of(week, i).iter().enumerate() {
            stock[p as usize] += weight * state.input_stock[from + k];
        }
    }
    state.integration.add_contract_stocks(&mut stock);
    stock
}

fn inputs_of<'a>(week: &Week<'a>, i: usize) -> &'a [u8] {
    let from = week.base.row_cell_start[i] as usize;
    let count = week.base.row_cell_start[i + 1] as usize - from;
    &week.economy.inputs.products[week.economy.rows.sector[i] as usize][..count]
}

fn stock_of_sector(week: &Week) -> Vec<f64> {
    let (state, base, rows) = (&*week.state, week.base, &week.economy.rows);
    let mut stock = vec![0.0; base.sectors];
    for i in 0..base.rows {
        if state.weight[i] == 0.0 || rows.kind[i] == Kind::Cooperative {
            continue;
        }
        let cells = base.row_cell_start[i] as usize..base.row_cell_start[i + 1] as usize;
        let held: f64 = state.input_stock[cells.clone()].iter().sum::<f64>()
            + state.contract_stock[cells].iter().sum::<f64>();
        stock[rows.sector[i] as usize] += state.weight[i] * (state.finished_stock[i] + held);
    }
    stock
}

/// Net financial worth of enterprises by sector: cash less debt, plus what customers owe, less what
/// suppliers are owed.
fn worth(week: &Week) -> Vec<f64> {
    let (state, base, rows) = (&*week.state, week.base, &week.economy.rows);
    let mut worth = vec![0.0; base.sectors];
    for i in 0..base.rows {
        if rows.kind[i] != Kind::Cooperative {
            let own = state.cash[i] + state.cash_frozen[i] - state.debt[i] - state.debt_frozen[i];
            worth[rows.sector[i] as usize] += state.weight[i] * own;
        }
    }
    let credit = &state.sourcing.credit;
    for n in 0..credit.owed.len() {
        let owed = credit.owed[n] + credit.frozen[n];
        let supplier = credit.supplier[n] as usize;
        if rows.kind[supplier] != Kind::Cooperative {
            worth[rows.sector[supplier] as usize] += owed;
        }
        worth[rows.sector[credit.buyer[n] as usize] as usize] -= owed;
    }
    state.integration.add_contract_credit(&week.economy.rows, &mut worth);
    worth
}

/// Product balance of the week, [column * sectors + product].
fn products(week: &Week) -> Vec<f64> {
    let (state, flows, base, rows) = (&*week.state, &*week.flows, week.base, &week.economy.rows);
    let n = base.sectors;
    let mut table = vec![0.0; ACCOUNT_COLUMNS.len() * n];
    for i in 0..base.rows {
        let weight = state.weight[i];
        if weight == 0.0 || rows.kind[i] == Kind::Cooperative {
            continue;
        }
        table[rows.sector[i] as usize] += weight * flows.output[i];
        let from = base.row_cell_start[i] as usize;
        for (k, &p) in inputs_of(week, i).iter().enumerate() {
            let failed = flows.import_failure[p as usize];
            table[n + p as usize] += weight * flows.import_order[from + k] * (1.0 - failed);
        }
    }
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
        let [government, investment] =
            [flows.government_imports[p] * arrives, flows.investment_imports[p] * arrives];
        table[n + p] += households[1] + government + investment;
        table[3 * n + p] = households[0] + households[1];
        table[4 * n + p] += government;
        table[5 * n + p] += investment;
        table[6 * n + p] =
            flows.export_order[p] * flows.export_fill[p] + flows.added_exports_of_product[p];
    }
    let closing = stocks(week);
    for p in 0..n {
        table[7 * n + p] = closing[p] - week.opening.stocks[p];
    }
    intermediate_use(week, &mut table);
    table
}

/// Inputs used by product: opening stock + receipts - closing stock of all users.
fn intermediate_use(week: &Week, table: &mut [f64]) {
    let n = week.base.sectors;
    for p in 0..n {
        table[2 * n + p] = week.flows.use_of_product[p];
    }
}

/// Value added by income: wages, production taxes and the surplus that the balance sheets show.
fn income(week: &Week) -> Vec<f64> {
    let (state, flows, base, rows) = (&*week.state, &*week.flows, week.base, &week.economy.rows);
    let mut value: Vec<f64> = worth(week)
        .iter()
        .zip(&week.opening.worth)
        .map(|(closing, opening)| closing - opening)
        .collect();
    for (s, closing) in stock_of_sector(week).iter().enumerate() {
        value[s] += closing - week.opening.stock_of_sector[s];
    }
    for i in 0..base.rows {
        let weight = state.weight[i];
        if weight == 0.0 {
            continue;
        }
        let s = rows.sector[i] as usize;
        if rows.kind[i] == Kind::Cooperative {
            continue;
        }
        let production_tax = base.production_tax_rate[s] * flows.output[i];
        let spent = flows.wages[i] + production_tax + flows.payout[i] + flows.bill[i];
        let received = flows.outside_money[i] + flows.premium[i] - flows.margin_lost[i];
        value[s] += weight * (spent - received);
    }
    for (s, written_off) in flows.written_off_of_sector.iter().enumerate() {
        value[s] -= written_off;
    }
    value
}

/// Premiums by sector of the one who receives or pays; margins stay in the members' sector.
fn transfers(week: &Week) -> Vec<f64> {
    let mut transfers = vec![0.0; week.base.sectors];
    for i in 0..week.base.rows {
        transfers[week.economy.rows.sector[i] as usize] +=
            week.state.weight[i] * week.flows.premium[i];
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
    let expenditure = column(3) + column(4) + column(5) + column(6) + column(7) - column(1)
        + final_taxes;
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
        let [opening, net, closing] =
            [0, 1, 2].map(|column| accounts.balances[agent * 3 + column]);
        worst = worst.max(((closing - opening - net) / turnover).abs());
        total += closing - opening;
    }
    let [production, expenditure] = accounts.gdp;
    worst.max((total / turnover).abs()).max(((production - expenditure) / production).abs())
}

/// Rows' cooperative index is `NONE` unless they are members.
const _: () = assert!(NONE == u32::MAX);
