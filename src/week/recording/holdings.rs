//! What all agents hold at one moment: balances of money, stocks of goods, trade credit.
//!
//! A week opens with the holdings that the week before closed with. They are counted from the
//! state, never from the flows that moved it, so that a leak between two weeks shows as well.

use crate::ids::Kind;
use crate::record::AGENTS;
use crate::week::Week;
use crate::week::columns::columns;

/// Balance sheets, summed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Holdings {
    /// Financial balance by agent, bn Rp: enterprises' cash less debt (frozen included),
    /// cooperatives' cash, households' deposits, then government, bank and world.
    pub balances: [f64; AGENTS.len()],
    /// Stock of each product, bn Rp: finished, input, contract and cooperatives' stocks.
    pub stocks: Vec<f64>,
    /// Net financial worth of enterprises by sector, bn Rp: cash less debt, plus what customers
    /// owe, less what suppliers are owed.
    pub worth: Vec<f64>,
    /// Value of stocks held by enterprises of a sector, bn Rp.
    pub stock_of_sector: Vec<f64>,
}

/// Sums over rows by sector and input.
pub(super) struct ByInput {
    /// Most inputs of a sector.
    most: usize,
    sum: Vec<f64>,
}

impl ByInput {
    /// Sums `weight x column` over the cells of all rows that exist and buy inputs.
    pub fn sum(week: &Week, column: &[f64]) -> ByInput {
        ByInput::sum_where(week, column, |_| true)
    }

    /// The same over the rows that `counts` names; the column is 0 in all others.
    fn sum_where(week: &Week, column: &[f64], counts: impl Fn(usize) -> bool) -> ByInput {
        let products = &week.economy.inputs.products;
        let most = products.iter().map(Vec::len).max().unwrap_or(0);
        let mut sum = vec![0.0; products.len() * most];
        let base = week.base;
        for (i, &weight) in week.state.weight.iter().enumerate() {
            if weight == 0.0 || !counts(i) {
                continue;
            }
            let cells = base.row_cell_start[i] as usize..base.row_cell_start[i + 1] as usize;
            let first = week.economy.rows.sector[i] as usize * most;
            for (sum, value) in sum[first..first + most].iter_mut().zip(&column[cells]) {
                *sum += weight * value;
            }
        }
        ByInput { most, sum }
    }

    /// Sum over inputs of a sector.
    pub fn of_sector(&self, sector: usize) -> f64 {
        self.sum[sector * self.most..(sector + 1) * self.most]
            .iter()
            .sum()
    }

    /// Adds the sums of each product to `target`.
    pub fn add_by_product(&self, week: &Week, target: &mut [f64]) {
        for (s, products) in week.economy.inputs.products.iter().enumerate() {
            for (&p, value) in products.iter().zip(&self.sum[s * self.most..]) {
                target[p as usize] += value;
            }
        }
    }
}

impl Holdings {
    /// Counts everything.
    pub fn count(week: &Week) -> Holdings {
        let sectors = week.base.sectors;
        let mut holdings = Holdings {
            stocks: vec![0.0; sectors],
            worth: vec![0.0; sectors],
            stock_of_sector: vec![0.0; sectors],
            ..Holdings::default()
        };
        holdings.add_rows(week);
        holdings.add_inputs(week);
        holdings.add_contract_goods(week);
        holdings.add_credit(week);
        let state = &*week.state;
        let [_, _, households, government, bank, world] = &mut holdings.balances;
        *households = state.deposits.iter().sum();
        *government = state.government_balance;
        *bank = state.bank_equity;
        *world = state.foreign_balance;
        holdings
    }

    /// Money and finished stocks.
    fn add_rows(&mut self, week: &Week) {
        let (state, rows) = (&*week.state, &week.economy.rows);
        let n = week.base.rows;
        columns!(n;
            read rows: kind, sector;
            read state: weight, cash, cash_frozen, debt, debt_frozen, finished_stock;
        );
        for i in 0..n {
            let s = sector[i] as usize;
            let own = cash[i] + cash_frozen[i] - debt[i] - debt_frozen[i];
            let (money, stock) = (weight[i] * own, weight[i] * finished_stock[i]);
            self.stocks[s] += stock;
            if kind[i] == Kind::Cooperative {
                self.balances[1] += money;
            } else {
                self.balances[0] += money;
                self.worth[s] += money;
                self.stock_of_sector[s] += stock;
            }
        }
    }

    fn add_inputs(&mut self, week: &Week) {
        let inputs = ByInput::sum(week, &week.state.input_stock);
        inputs.add_by_product(week, &mut self.stocks);
        for (s, stock) in self.stock_of_sector.iter_mut().enumerate() {
            *stock += inputs.of_sector(s);
        }
    }

    /// Goods of contracts and what is owed for them.
    fn add_contract_goods(&mut self, week: &Week) {
        let integration = &week.state.integration;
        if integration.next_contract == 0 {
            return;
        }
        let state = &*week.state;
        let held = ByInput::sum_where(week, &state.contract_stock, |i| state.contract_goods[i]);
        for (s, stock) in self.stock_of_sector.iter_mut().enumerate() {
            *stock += held.of_sector(s);
        }
        integration.add_contract_stocks(&mut self.stocks);
        integration.add_contract_credit(&week.economy.rows, &mut self.worth);
    }

    /// Trade credit on spot links, by sectors of seller and buyer.
    fn add_credit(&mut self, week: &Week) {
        let credit = &week.state.sourcing.credit;
        // Neighbouring links are often of one pair: two tables, so that additions need not wait.
        let mut owed = vec![[0.0; 2]; credit.pairs()];
        let amounts = credit.owed.iter().zip(&credit.frozen);
        for (n, (&pair, (open, frozen))) in credit.pair.iter().zip(amounts).enumerate() {
            owed[pair as usize][n % 2] += open + frozen;
        }
        for (pair, owed) in owed.iter().enumerate() {
            let owed: f64 = owed.iter().sum();
            let [seller, buyer] = credit.sectors_of(pair);
            if let Some(worth) = self.worth.get_mut(seller) {
                *worth += owed;
            }
            self.worth[buyer] -= owed;
        }
    }
}
