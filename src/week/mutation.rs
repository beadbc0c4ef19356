//! Deliberate errors for tests: each phase can be broken in one named way, so that a test can show
//! which property notices. A shipped run carries no mutation and pays one check a phase.

use super::integration::weight::move_weight;
use super::state::contract_row;
use super::{Model, Phase, Week};
use crate::record::NationalSeries;

macro_rules! mutations {
    ($($variant:ident $phase:literal $meaning:literal;)*) => {
        /// One error of one phase.
        #[doc(hidden)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Mutation { $(#[doc = $meaning] $variant,)* }

        impl Mutation {
            /// All of them, in the order of the phases.
            pub const ALL: &[Mutation] = &[$(Mutation::$variant,)*];

            /// Number of the phase that is broken.
            #[must_use]
            pub fn phase(self) -> u8 {
                match self { $(Mutation::$variant => $phase,)* }
            }

            /// What is wrong, in a few words.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Mutation::$variant => $meaning,)* }
            }
        }
    };
}

mutations! {
    ContactRaisesDemand 1 "restrictions raise household demand instead of lowering it";
    IdleInstrumentActs 2 "an instrument of size 0 still moves demand";
    OptimistExpects 3 "the first enterprise expects a thousandth more than it is asked for";
    OutputFromNothing 4 "a thousandth more output enters the stock than was made";
    ContractImportsStay 5 "contract orders are not taken out of import orders";
    ExportsIgnoreDemand 6 "exports do not follow the demand of the world";
    DeliveryKeepsStock 7 "a thousandth of what is delivered stays in stock";
    PaymentDropped 8 "households of one province are not charged a part of what they buy";
    HoursGrow 9 "hours creep up";
    OrderOfRowsCounts 10 "suppliers with a high row number are liked better";
    DeadweightForgotten 11 "contracts that would have come anyway displace imports";
    GainFromNothing 12 "capability grows without means or contract";
    WearUnrepaired 13 "capacity wears out a little more than is rebuilt";
    ClosedCashVanishes 14 "a part of the money of those who closed is gone";
    RecordShifted 15 "recorded value added is a millionth too high";
}

/// Relative size of the breaks of quantities.
const BREAK: f64 = 1e-3;

impl Mutation {
    /// Breaks what the phase has just written.
    pub(super) fn after(self, phase: &Phase, week: &mut Week) {
        if phase.number != self.phase() {
            return;
        }
        let (state, flows) = (&mut *week.state, &mut *week.flows);
        match self {
            Mutation::ContactRaisesDemand => {
                flows
                    .contact_demand
                    .iter_mut()
                    .for_each(|phi| *phi = 2.0 - *phi);
            }
            Mutation::IdleInstrumentActs => {
                let idle = flows.instrument_strength.contains(&0.0);
                flows.levers.demand[0] = if idle {
                    1.0 + BREAK
                } else {
                    flows.levers.demand[0]
                };
            }
            Mutation::OptimistExpects => state.expected_demand[0] *= 1.0 + BREAK,
            Mutation::OutputFromNothing => {
                state.finished_stock[0] += BREAK * flows.output[0];
                state.finished_stock[1] += BREAK * flows.output[1];
            }
            Mutation::ContractImportsStay => {
                for contract in &state.integration.contracts {
                    flows.import_order[contract.cell as usize] +=
                        contract.replaces_imports / state.weight[contract.buyer_row as usize];
                }
            }
            Mutation::ExportsIgnoreDemand => {
                for (order, factor) in flows.export_order.iter_mut().zip(&flows.export_factor) {
                    *order /= factor;
                }
            }
            Mutation::DeliveryKeepsStock => {
                for (stock, delivered) in state.finished_stock.iter_mut().zip(&flows.delivered) {
                    *stock += if *stock > 0.0 { BREAK * delivered } else { 0.0 };
                }
            }
            Mutation::PaymentDropped => state.deposits[0] += BREAK * week.base.money.consumption[0],
            Mutation::HoursGrow => state
                .hours
                .iter_mut()
                .for_each(|hours| *hours *= 1.0 + BREAK),
            Mutation::OrderOfRowsCounts => {
                let last = state.reputation.len() - 1;
                state.reputation[last] *= 1.0 + BREAK;
            }
            Mutation::DeadweightForgotten => {
                let coaching = &mut state.integration.coaching;
                coaching
                    .iter_mut()
                    .for_each(|candidate| candidate.deadweight = false);
            }
            Mutation::GainFromNothing => state.gain[0][0] += BREAK,
            Mutation::WearUnrepaired => {
                state
                    .capacity
                    .iter_mut()
                    .for_each(|capacity| *capacity *= 1.0 - BREAK);
            }
            Mutation::ClosedCashVanishes => {
                state
                    .cash_frozen
                    .iter_mut()
                    .for_each(|cash| *cash *= 1.0 - BREAK);
            }
            Mutation::RecordShifted => {
                if let Some(values) = week.records.as_mut().and_then(|r| r.national.last_mut()) {
                    values[NationalSeries::Gva as usize] *= 1.0 + 1e-6;
                }
            }
        }
    }
}

impl Model {
    /// The same model with one phase broken from the next week on.
    #[doc(hidden)]
    #[must_use]
    pub fn with_mutation(mut self, mutation: Mutation) -> Model {
        self.mutation = Some(mutation);
        self
    }

    /// Moves a share of every group's weight to its contract row, without any contract.
    #[doc(hidden)]
    pub fn move_to_contract_rows(&mut self, share: f64) {
        for family in 0..self.economy.families {
            if let Some(row) = contract_row(&self.economy, family) {
                let count = share * self.state.weight[family];
                move_weight(
                    &self.economy,
                    &self.base,
                    &mut self.state,
                    family,
                    row,
                    count,
                );
            }
        }
    }

    /// Multiplies a column of the state by `factor` in the rows given; `false` when there is no
    /// such column.
    #[doc(hidden)]
    pub fn scale_column(&mut self, name: &str, rows: &[usize], factor: f64) -> bool {
        let state = &mut self.state;
        let column = match name {
            "capacity" => &mut state.capacity,
            "hours" => &mut state.hours,
            "expected_demand" => &mut state.expected_demand,
            "finished_stock" => &mut state.finished_stock,
            "cash" => &mut state.cash,
            "reputation" => &mut state.reputation,
            _ => return false,
        };
        for &row in rows {
            column[row] *= factor;
        }
        true
    }
}
