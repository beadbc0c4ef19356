//! The construction, step by step: counts, cooperatives, rows, mixes, links, markets.
//!
//! MODEL.md, section 4. Sizes are given; links are filled up to each supplier's capacity; what a
//! supplier has left is sold on a market that serves final users and all purchases without a link.
//! So the week of the baseline is exact by identity. (Solving x = A x + f instead moves enterprises
//! up to 255-fold, and fitting link weights does not converge for any product.)

use super::columns::Row;
use super::draft::Draft;
use super::frame::Frame;
use super::{
    BuildPlan, Cooperative, Economy, Rows, cooperatives, counts, endowments, final_demand, links,
    market, mixes, rows, slots, suppliers,
};
use crate::data::Tables;
use crate::ids::{Kind, NONE};

/// Stable id of a contract row: its primary row's with this bit.
pub const CONTRACT_ROW_BIT: u64 = 1 << 63;

/// How much of the fabric of the economy is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Cooperatives, links, contract rows, input mixes by draw.
    Full,
    /// Nothing of it: all purchases on markets, every family with its sector's mix.
    Representative,
}

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
        assemble(tables, plan, Detail::Full)
    }
}

/// The steps of the construction.
pub(super) fn assemble(tables: &'static Tables, plan: &BuildPlan, detail: Detail) -> Economy {
    let frame = Frame::new(tables, plan.distance_decay);
    let cells = counts::cells(&frame);
    let groups = match detail {
        Detail::Full => cooperatives::groups(&frame, &cells, plan),
        Detail::Representative => Vec::new(),
    };
    let (mut rows, cooperatives) = rows::rows(&frame, &cells, &groups, plan);
    let families = rows.len();
    endowments::fill(&frame, plan.seed, &mut rows);
    let inputs = mixes::inputs(&frame, plan.seed, &rows, detail);
    let final_demand = final_demand::by_province(&frame);
    let sold = suppliers::sold(&rows, &cooperatives, families);
    let purchases = slots::purchases(&rows, &inputs);
    let draft = Draft {
        frame: &frame,
        seed: plan.seed,
        rows: &rows,
        inputs: &inputs,
        final_demand: &final_demand,
        sold: &sold,
        purchases: &purchases,
    };
    let links = match detail {
        Detail::Full => links::draw(&draft),
        Detail::Representative => links::none(&draft),
    };
    let (market, final_demand) = market::close(&draft, &links);
    let contract_row = match detail {
        Detail::Full => append_contract_rows(&mut rows),
        Detail::Representative => vec![NONE; families],
    };
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

/// Appends a row of weight 0 for each group of enterprises, because any may hold contracts. Gives the
/// contract row of each family.
fn append_contract_rows(rows: &mut Rows) -> Vec<u32> {
    let families = rows.len();
    (0..families)
        .map(|family| {
            let primary = rows.get(family);
            if primary.kind != Kind::Enterprise || primary.weight <= 1.0 {
                return NONE;
            }
            rows.push(&Row {
                stable_id: primary.stable_id | CONTRACT_ROW_BIT,
                weight: 0.0,
                single: false,
                ..primary
            })
        })
        .collect()
}
