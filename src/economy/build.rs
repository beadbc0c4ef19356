//! The construction, step by step: counts, cooperatives, rows, mixes, links, markets.
//!
//! MODEL.md, section 4. Sizes are given; links are filled up to each supplier's capacity; what a
//! supplier has left is sold on a market that serves final users and all purchases without a link.
//! So the week of the baseline is exact by identity. (Solving x = A x + f instead moves enterprises
//! up to 255-fold, and fitting link weights does not converge for any product.)

use super::frame::Frame;
use super::links::{self, Draft};
use super::{
    BuildPlan, Cooperative, Economy, Rows, cooperatives, counts, endowments, final_demand, market,
    mixes, rows, slots, suppliers,
};
use crate::data::Tables;
use crate::ids::{Focus, Kind, NONE};

/// Stable id of a contract row: its primary row's with this bit.
pub const CONTRACT_ROW_BIT: u64 = 1 << 63;

impl Economy {
    /// Builds the economy of week 0. The same tables and plan give the same bits.
    ///
    /// A plan for fewer rows than there are non-empty cells (some 4,000 with `Io30`) gets one row
    /// a cell. Ventures come on top of the plan's rows and change nothing else.
    ///
    /// # Panics
    /// If the tables contradict each other, e.g. value added without an enterprise to make it.
    #[must_use]
    pub fn build(tables: &'static Tables, plan: &BuildPlan) -> Economy {
        let frame = Frame::new(tables);
        let cells = counts::cells(&frame);
        let groups = cooperatives::groups(&frame, &cells, plan);
        let (mut rows, cooperatives) = rows::rows(&frame, &cells, &groups, plan);
        let families = rows.len();
        endowments::fill(&frame, plan.seed, &mut rows);
        let inputs = mixes::inputs(&frame, plan.seed, &rows);
        let mut final_demand = final_demand::by_province(&frame);
        let sold = suppliers::sold(&rows, &cooperatives, families);
        let purchases = slots::purchases(&rows, &inputs);
        let links = links::draw(&Draft {
            frame: &frame,
            seed: plan.seed,
            rows: &rows,
            inputs: &inputs,
            final_demand: &final_demand,
            sold: &sold,
            purchases: &purchases,
        });
        let quantities = (sold.as_slice(), purchases.as_slice());
        let market = market::close(&frame, &rows, &inputs, &links, quantities, &mut final_demand);
        let contract_row = append_contract_rows(tables, &mut rows);
        Economy {
            plan: plan.clone(),
            tables,
            families,
            cooperative_of_member: cooperative_of_member(&cooperatives, rows.len()),
            real_enterprises: real_enterprises(&rows),
            contract_row,
            rows,
            inputs,
            links,
            market,
            final_demand,
            cooperatives,
        }
    }
}

/// Real enterprises that rows stand for, cooperatives not counted.
fn real_enterprises(rows: &Rows) -> u64 {
    (0..rows.len())
        .filter(|&i| rows.kind[i] != Kind::Cooperative)
        .map(|i| rows.weight[i] as u64)
        .sum()
}

/// Cooperative of each row of members.
pub(super) fn cooperative_of_member(cooperatives: &[Cooperative], rows: usize) -> Vec<u32> {
    let mut of_member = vec![NONE; rows];
    for (index, cooperative) in cooperatives.iter().enumerate() {
        of_member[cooperative.member_row as usize] = index as u32;
    }
    of_member
}

/// Appends a row of weight 0 for each group that may hold contracts: enterprises of agriculture's
/// and the sea's focus areas and of manufacturing. Gives the contract row of each family.
fn append_contract_rows(tables: &Tables, rows: &mut Rows) -> Vec<u32> {
    let families = rows.len();
    let mut contract_row = vec![NONE; families];
    for family in 0..families {
        let sector = &tables.sectors[rows.sector[family] as usize];
        let may = sector.industry17 == "C"
            || matches!(sector.focus, Some(Focus::Agro | Focus::Maritime));
        if may && rows.kind[family] == Kind::Enterprise && rows.weight[family] > 1.0 {
            contract_row[family] = rows.push_contract_row(family);
        }
    }
    contract_row
}

impl Rows {
    /// Appends the contract row of a family: its columns with weight 0.
    pub(super) fn push_contract_row(&mut self, family: usize) -> u32 {
        let place = self.weight.len() as u32;
        self.sector.push(self.sector[family]);
        self.province.push(self.province[family]);
        self.class.push(self.class[family]);
        self.kind.push(self.kind[family]);
        self.stable_id.push(self.stable_id[family] | CONTRACT_ROW_BIT);
        self.family.push(family as u32);
        self.weight.push(0.0);
        self.output.push(self.output[family]);
        self.employment.push(self.employment[family]);
        self.cash_months.push(self.cash_months[family]);
        self.quality.push(self.quality[family]);
        self.single.push(false);
        place
    }
}
