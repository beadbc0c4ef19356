//! What one week leaves to the next. Cloning it forks a run.
//!
//! Row columns are per real enterprise; goods are bn Rp a week at 2010 prices, money bn Rp.

use super::baseline::Baseline;
use super::integration::Integration;
use crate::economy::Economy;
use crate::ids::{Class, Kind, NONE, PROVINCES};
use crate::scenario::Scenario;

/// Weeks of history that there is room for from the start: ten years.
const HISTORY_WEEKS: usize = 520;

/// The state of the economy between two weeks.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Weeks simulated so far; the next week has this index t.
    pub week: u32,
    // Rows
    pub weight: Vec<f64>,
    /// Share of the family's spot orders that goes to the row.
    pub theta: Vec<f64>,
    pub capacity: Vec<f64>,
    pub hours: Vec<f64>,
    pub heads: Vec<f64>,
    pub expected_demand: Vec<f64>,
    pub finished_stock: Vec<f64>,
    /// Orders received in the last week.
    pub orders: Vec<f64>,
    pub cash: Vec<f64>,
    pub debt: Vec<f64>,
    pub cash_frozen: Vec<f64>,
    pub debt_frozen: Vec<f64>,
    pub open_share: Vec<f64>,
    /// Share of the open that closed, and of the closed that re-opened, last week.
    pub closed_now: Vec<f64>,
    pub reopened_now: Vec<f64>,
    pub capital_expectation: Vec<f64>,
    pub investment: Vec<f64>,
    /// Gains of skill, technology and quality over week 0.
    pub gain: Vec<[f64; 3]>,
    // Cells of rows
    pub input_stock: Vec<f64>,
    /// Goods delivered under contract, held until used.
    pub contract_stock: Vec<f64>,
    /// Rows that have had a contract as buyer: only they may hold contract stock.
    pub contract_goods: Vec<bool>,
    // Families, markets, links
    pub reputation: Vec<f64>,
    pub market_reputation: Vec<f64>,
    /// Market sales at reputation one, R_f; a venture's from its opening.
    pub market_size: Vec<f64>,
    pub sourcing: Sourcing,
    // Nation and provinces
    pub habit: Vec<f64>,
    pub permanent_income: [f64; PROVINCES],
    pub income: [f64; PROVINCES],
    pub national_income: f64,
    pub government_income: f64,
    pub anchor: f64,
    /// Gross value added of last week over week 0.
    pub activity: f64,
    pub investment_index: f64,
    pub bank_result: f64,
    pub deposits: [f64; PROVINCES],
    pub government_balance: f64,
    pub foreign_balance: f64,
    pub bank_equity: f64,
    /// Jobs lost elsewhere that turn up in agriculture, thousand heads.
    pub agriculture_heads: f64,
    pub integration: Integration,
    /// Public money spent so far by instrument, bn Rp current.
    pub spent: Vec<f64>,
    /// External offset: what has accumulated, bn Rp a week.
    pub offset: f64,
    /// Displaced imports and added exports of past weeks.
    pub displaced_history: Vec<f64>,
}

/// Who supplies whom: the part of the links that changes.
#[derive(Clone, Debug)]
pub(crate) struct Sourcing {
    /// Supplier of each link, in the order of exchange.
    pub supplier: Vec<u32>,
    /// Links that are paid later.
    pub credit: CreditLinks,
}

/// Spot links from micro, small and cooperative sellers to medium and large buyers, in the order of
/// exchange, `[8.1]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct CreditLinks {
    /// Link of the economy.
    pub link: Vec<u32>,
    /// Linked cell and share of its purchases.
    pub cell: Vec<u32>,
    pub share: Vec<f64>,
    pub supplier: Vec<u32>,
    pub buyer: Vec<u32>,
    /// Sectors of both, see `sectors_of`.
    pub pair: Vec<u16>,
    /// Credit links that cooperatives sell by, and the cooperative.
    pub of_cooperatives: Vec<(u32, u32)>,
    sectors: usize,
    pub owed: Vec<f64>,
    pub frozen: Vec<f64>,
}

impl State {
    /// The state of week 0.
    pub fn new(economy: &Economy, base: &Baseline, scenario: &Scenario) -> State {
        let instruments = scenario.policies.len();
        let n = base.rows;
        let rows = &economy.rows;
        let output = &rows.output;
        let by_row = |f: &dyn Fn(usize) -> f64| (0..n).map(f).collect::<Vec<f64>>();
        let mut sales = output.clone();
        for cooperative in &economy.cooperatives {
            sales[cooperative.row as usize] = cooperative.volume;
        }
        let term = super::settlement::term(&scenario.parameters, f64::INFINITY);
        let sourcing = Sourcing::new(economy, base, term);
        let waiting = receivables(&sourcing.credit, economy.cooperatives.len());
        State {
            week: 0,
            weight: rows.weight.clone(),
            theta: by_row(&|i| if i < economy.families { 1.0 } else { 0.0 }),
            capacity: output.clone(),
            hours: output.clone(),
            heads: output.clone(),
            expected_demand: sales.clone(),
            finished_stock: by_row(&|i| {
                base.stock_weeks_of(rows.sector[i] as usize, rows.kind[i]) * sales[i]
            }),
            orders: sales,
            cash: base.cash0.clone(),
            debt: vec![0.0; n],
            cash_frozen: vec![0.0; n],
            debt_frozen: vec![0.0; n],
            open_share: vec![1.0; n],
            closed_now: vec![0.0; n],
            reopened_now: vec![0.0; n],
            capital_expectation: vec![1.0; n],
            investment: vec![1.0; n],
            gain: vec![[0.0; 3]; n],
            input_stock: initial_inputs(economy, base),
            contract_stock: vec![0.0; base.row_cell_start[n] as usize],
            contract_goods: vec![false; n],
            reputation: vec![1.0; economy.families],
            market_reputation: vec![1.0; base.sectors * PROVINCES],
            market_size: economy.market.residual.clone(),
            sourcing,
            habit: vec![0.0; base.sectors],
            permanent_income: [1.0; PROVINCES],
            income: [1.0; PROVINCES],
            national_income: 1.0,
            government_income: 1.0,
            anchor: 1.0,
            activity: 1.0,
            investment_index: 1.0,
            bank_result: 0.0,
            deposits: [0.0; PROVINCES],
            government_balance: 0.0,
            foreign_balance: 0.0,
            bank_equity: 0.0,
            agriculture_heads: 0.0,
            integration: Integration::new(
                instruments,
                waiting,
                economy,
                base.alpha.len(),
                scenario.parameters.import_substitutability,
            ),
            spent: vec![0.0; instruments],
            offset: 0.0,
            displaced_history: Vec::with_capacity(HISTORY_WEEKS),
        }
    }

    /// Mean gain of skill, technology and quality of a row.
    pub fn mean_gain(&self, i: usize) -> f64 {
        let [skill, technology, quality] = self.gain[i];
        (skill + technology + quality) / 3.0
    }
}

/// What cooperatives' customers by link owe them, by cooperative.
fn receivables(credit: &CreditLinks, cooperatives: usize) -> Vec<f64> {
    let mut waiting = vec![0.0; cooperatives];
    for &(link, cooperative) in &credit.of_cooperatives {
        waiting[cooperative as usize] += credit.owed[link as usize];
    }
    waiting
}

fn initial_inputs(economy: &Economy, base: &Baseline) -> Vec<f64> {
    let mut stock = vec![0.0; base.row_cell_start[base.rows] as usize];
    for i in 0..base.rows {
        let s = economy.rows.sector[i] as usize;
        let from = base.row_cell_start[i] as usize;
        let cell = economy.inputs.cell_start[economy.rows.family[i] as usize] as usize;
        for k in 0..base.row_cell_start[i + 1] as usize - from {
            let p = economy.inputs.products[s][k] as usize;
            stock[from + k] = base.input_weeks[p] * base.alpha[cell + k] * economy.rows.output[i];
        }
    }
    stock
}

impl Sourcing {
    fn new(economy: &Economy, base: &Baseline, term: f64) -> Sourcing {
        let by_exchange = base.exchange.links();
        Sourcing {
            supplier: by_exchange
                .iter()
                .map(|&l| economy.links.supplier[l as usize])
                .collect(),
            credit: CreditLinks::new(economy, base, &by_exchange, term),
        }
    }
}

impl CreditLinks {
    fn new(economy: &Economy, base: &Baseline, by_exchange: &[u32], term: f64) -> CreditLinks {
        let sectors = economy.tables.sectors.len();
        let mut credit = CreditLinks {
            sectors,
            ..CreditLinks::default()
        };
        let links = &economy.links;
        for (place, &l) in by_exchange.iter().enumerate() {
            let (l, cell) = (l as usize, links.cell[l as usize] as usize);
            let (supplier, buyer) = (links.supplier[l], economy.inputs.cell_family[cell]);
            if !sells_on_credit(economy, supplier as usize, buyer as usize) {
                continue;
            }
            let domestic = base.alpha[cell] * (1.0 - base.import_share[cell]);
            let b = buyer as usize;
            let flow = economy.rows.weight[b] * economy.rows.output[b] * domestic * links.share[l];
            credit
                .link
                .push(u32::try_from(l).expect("link ids are u32"));
            credit.cell.push(base.exchange.linked_cell[place]);
            credit.share.push(links.share[l]);
            credit.supplier.push(supplier);
            credit.buyer.push(buyer);
            credit.pair.push(pair(economy, supplier as usize, b));
            let cooperative = base.cooperative_of_row[supplier as usize];
            if cooperative != NONE {
                let n = u32::try_from(credit.owed.len()).expect("link ids are u32");
                credit.of_cooperatives.push((n, cooperative));
            }
            credit.owed.push(flow * term);
            credit.frozen.push(0.0);
        }
        credit
    }
}

impl CreditLinks {
    /// What is owed, in the order of the economy's links.
    pub fn owed_by_link(&self) -> Vec<f64> {
        let mut owed: Vec<(u32, f64)> = self
            .link
            .iter()
            .copied()
            .zip(self.owed.iter().copied())
            .collect();
        owed.sort_by_key(|&(link, _)| link);
        owed.into_iter().map(|(_, owed)| owed).collect()
    }

    /// Number of pairs of sectors.
    pub fn pairs(&self) -> usize {
        (self.sectors + 1) * self.sectors
    }

    /// Sector of the seller and of the buyer of a pair; cooperatives sell for the sector after the
    /// last.
    pub fn sectors_of(&self, pair: usize) -> [usize; 2] {
        [pair / self.sectors, pair % self.sectors]
    }
}

/// Number of the pair of sectors of two families.
fn pair(economy: &Economy, supplier: usize, buyer: usize) -> u16 {
    let sectors = economy.tables.sectors.len();
    let cooperative = economy.rows.kind[supplier] == Kind::Cooperative;
    let seller = if cooperative {
        sectors
    } else {
        economy.rows.sector[supplier] as usize
    };
    let pair = seller * sectors + economy.rows.sector[buyer] as usize;
    u16::try_from(pair).expect("at most 81 x 80 pairs")
}

/// Whether a spot sale between two families is paid later, `[8.1]`.
pub(crate) fn sells_on_credit(economy: &Economy, supplier: usize, buyer: usize) -> bool {
    let rows = &economy.rows;
    let small_seller =
        rows.class[supplier] <= Class::Small || rows.kind[supplier] == Kind::Cooperative;
    small_seller && rows.class[buyer].is_medium_or_large() && rows.kind[buyer] != Kind::Cooperative
}

/// The contract row of a family, if it has one.
pub(crate) fn contract_row(economy: &Economy, family: usize) -> Option<usize> {
    let row = economy.contract_row[family];
    (row != NONE).then_some(row as usize)
}
