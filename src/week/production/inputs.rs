//! Inputs of a row: what output they allow, and what is used, [4.6] and [4.8].
//!
//! Rows of a sector have the same inputs in the same order, so these loops run over neighbouring
//! numbers only; sums by product are kept by sector and input until the week's end of delivery.

use crate::blocks::least;
use crate::economy::Economy;
use crate::scenario::ProductionFunction;
use crate::week::Week;
use crate::week::baseline::Baseline;
use crate::week::tables::{InputRole, input_roles};
use std::ops::Range;

/// What holds for the inputs of all rows of a sector; places are those of `Inputs::products`.
#[derive(Clone, Debug)]
pub(crate) struct SectorInputs {
    /// Places of inputs without which output stops, and of those whose shortfall is half felt.
    binding: Vec<u8>,
    half: Vec<u8>,
    /// All inputs are substitutes.
    pooled: bool,
    /// Target of stock after use, weeks of use.
    pub target_weeks: Vec<f64>,
}

impl SectorInputs {
    /// The inputs of each sector; `before_use` is the target of stock by product, weeks of use.
    pub fn by_sector(
        economy: &Economy,
        function: ProductionFunction,
        before_use: &[f64],
    ) -> Vec<SectorInputs> {
        let products = economy.inputs.products.iter();
        products
            .zip(input_roles(economy, function))
            .map(|(products, roles)| {
                let places = |wanted: InputRole| {
                    (0..)
                        .zip(&roles)
                        .filter(|&(_, &role)| role == wanted)
                        .map(|(k, _)| k)
                        .collect()
                };
                SectorInputs {
                    binding: places(InputRole::Binds),
                    half: places(InputRole::Half),
                    pooled: function == ProductionFunction::Linear,
                    target_weeks: products
                        .iter()
                        .map(|&p| before_use[p as usize] - 1.0)
                        .collect(),
                }
            })
            .collect()
    }

    /// Output that stocks allow, [4.6]. An input with coefficient 0 gives no number or infinity,
    /// which is never less.
    fn limit(&self, alpha: &[f64], target: f64, stock: impl Fn(usize) -> f64) -> f64 {
        if self.pooled {
            let needed: f64 = alpha.iter().sum();
            let pooled: f64 = (0..alpha.len()).map(stock).sum();
            return if needed > 0.0 {
                pooled / needed
            } else {
                f64::INFINITY
            };
        }
        let mut limit = f64::INFINITY;
        for &k in &self.binding {
            let k = k as usize;
            limit = least(stock(k) / alpha[k], limit);
        }
        for &k in &self.half {
            let k = k as usize;
            limit = least(0.5 * (stock(k) / alpha[k] + target), limit);
        }
        limit
    }
}

/// Cells of a row and those of its family.
pub(crate) fn cells(base: &Baseline, economy: &Economy, i: usize) -> [Range<usize>; 2] {
    let row = base.row_cell_start[i] as usize..base.row_cell_start[i + 1] as usize;
    let first = economy.inputs.cell_start[economy.rows.family[i] as usize] as usize;
    let family = first..first + row.len();
    [row, family]
}

/// Remembers the rows that may hold goods of contracts; all others skip a column of zeros.
pub(crate) fn note_contract_goods(week: &mut Week) {
    let state = &mut *week.state;
    for contract in &state.integration.contracts {
        state.contract_goods[contract.buyer_row as usize] = true;
    }
}

/// Output that a row's inputs allow, [4.6].
pub(super) fn input_limit(week: &Week, i: usize, target: f64) -> f64 {
    let [row, family] = cells(week.base, week.economy, i);
    let inputs = &week.base.sector_inputs[week.economy.rows.sector[i] as usize];
    let alpha = &week.base.alpha[family];
    let stock = &week.state.input_stock[row.clone()];
    if week.state.contract_goods[i] {
        let held = &week.state.contract_stock[row];
        inputs.limit(alpha, target, |k| stock[k] + held[k])
    } else {
        inputs.limit(alpha, target, |k| stock[k])
    }
}

/// Takes the inputs of `output` from stock, contract stock first; their value, [4.8].
pub(crate) fn use_inputs(week: &mut Week, i: usize, output: f64) -> f64 {
    let [row, family] = cells(week.base, week.economy, i);
    let first = week.economy.rows.sector[i] as usize * week.base.most_inputs;
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let using = Use {
        alpha: &week.base.alpha[family],
        stock: &mut state.input_stock[row.clone()],
        of_sector: &mut flows.used_of_input[first..first + row.len()],
        output,
        weight: state.weight[i],
    };
    if state.contract_goods[i] {
        let held = &mut state.contract_stock[row.clone()];
        using.contract_goods_first(held, &mut flows.contract_drawn[row])
    } else {
        using.take_from_stock()
    }
}

/// Use of a row's inputs.
struct Use<'a> {
    alpha: &'a [f64],
    stock: &'a mut [f64],
    /// What the sector used of each input, all real enterprises together, contract goods left out.
    of_sector: &'a mut [f64],
    output: f64,
    weight: f64,
}

impl Use<'_> {
    fn take_from_stock(self) -> f64 {
        let mut total = 0.0;
        for ((stock, sum), alpha) in self.stock.iter_mut().zip(self.of_sector).zip(self.alpha) {
            let used = least(alpha * self.output, *stock);
            *stock -= used;
            *sum += self.weight * used;
            total += used;
        }
        total
    }

    fn contract_goods_first(self, held: &mut [f64], drawn: &mut [f64]) -> f64 {
        let mut total = 0.0;
        for (k, alpha) in self.alpha.iter().enumerate() {
            let used = least(alpha * self.output, self.stock[k] + held[k]);
            let first = least(used, held[k]);
            held[k] -= first;
            drawn[k] += first;
            self.stock[k] -= used - first;
            self.of_sector[k] += self.weight * (used - first);
            total += used;
        }
        total
    }
}

/// Moves the sums of inputs used to their products.
pub(crate) fn total_use_by_product(week: &mut Week) {
    let flows = &mut *week.flows;
    flows.use_of_product.fill(0.0);
    let sectors = flows.used_of_input.chunks_exact(week.base.most_inputs);
    for (products, used) in week.economy.inputs.products.iter().zip(sectors) {
        for (&p, used) in products.iter().zip(used) {
            flows.use_of_product[p as usize] += used;
        }
    }
}
