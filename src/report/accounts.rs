//! The rows of `accounts`: enough for a stranger to recompute every identity.

use super::tidy::{Rows, TableSpec};
use crate::data::Tables;
use crate::record::{ACCOUNT_COLUMNS, AGENTS, AccountsWeek, Records};

/// Text columns of the table.
const TEXTS: [&str; 3] = ["table", "row", "column"];
/// Columns of a balance sheet.
const BALANCE_COLUMNS: [&str; 3] = ["opening", "net_receipts", "closing"];
/// Ways GDP is measured.
const GDP_COLUMNS: [&str; 2] = ["production", "expenditure"];

/// What the table holds.
pub(super) fn spec() -> TableSpec {
    let note = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    TableSpec {
        name: "accounts",
        texts: &TEXTS,
        notes: vec![
            note(
                "about",
                "Accounts of every week, bn Rp 2010 a week, detrended.",
            ),
            note(
                "product_balance",
                "By product: output + imports = intermediate_use + household + government + \
                 investment + exports + stock_change.",
            ),
            note(
                "gva",
                "By sector: production = income; transfers (premiums) stand beside it and sum to \
                 0. By expenditure: see gdp.",
            ),
            note("gdp", "The nation: production = expenditure."),
            note(
                "balances",
                "By kind of agent: closing = opening + net_receipts; the changes sum to 0 (closings to the cash of week 0).",
            ),
            note(
                "flows",
                "Money from the agent of the row to that of the column.",
            ),
        ],
    }
}

/// The rows of one run.
pub(super) fn rows<'a>(scenario: &'a str, records: &Records, tables: &'a Tables) -> Rows<'a> {
    let mut rows = Rows::new(scenario, records.seed, TEXTS.len());
    for (week, accounts) in records.accounts.iter().enumerate() {
        by_sector(&mut rows, tables, week, accounts);
        for (column, value) in GDP_COLUMNS.iter().zip(accounts.gdp) {
            rows.push(week, ["gdp", "nation", column], value);
        }
        for (index, value) in accounts.balances.iter().enumerate() {
            let (agent, column) = (index / BALANCE_COLUMNS.len(), index % BALANCE_COLUMNS.len());
            rows.push(
                week,
                ["balances", AGENTS[agent], BALANCE_COLUMNS[column]],
                *value,
            );
        }
        for (index, value) in accounts.flows.iter().enumerate() {
            let (payer, payee) = (index / AGENTS.len(), index % AGENTS.len());
            rows.push(week, ["flows", AGENTS[payer], AGENTS[payee]], *value);
        }
    }
    rows
}

fn by_sector<'a>(rows: &mut Rows<'a>, tables: &'a Tables, week: usize, accounts: &AccountsWeek) {
    let count = tables.sectors.len();
    for (index, value) in accounts.product.iter().enumerate() {
        let (column, product) = (index / count, index % count);
        let texts = [
            "product_balance",
            tables.sectors[product].code.as_str(),
            ACCOUNT_COLUMNS[column],
        ];
        rows.push(week, texts, *value);
    }
    let measures = [
        ("production", &accounts.gva_production),
        ("income", &accounts.gva_income),
        ("transfers", &accounts.transfers),
    ];
    for (column, values) in measures {
        for (sector, value) in tables.sectors.iter().zip(values) {
            rows.push(week, ["gva", sector.code.as_str(), column], *value);
        }
    }
}
