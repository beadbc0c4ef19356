//! The doctor on markets and final demand.
//!
//! MODEL.md, section 4. All errors are relative.

use super::doctor::{Check, EXACT, Examined, Worst};
use super::market::residual_of_cell;
use super::{MARKET_CELLS, MARKET_DESTINATIONS, WEEKS_PER_YEAR};
use crate::ids::{CLASSES, Class, PROVINCES};
use ndarray::Array3;

impl Examined<'_> {
    /// Everybody who sells anything sells some of it on the market.
    pub fn market_places(&self) -> Check {
        let mut worst = Worst::of("market: families without a place", 0.0);
        let mut without = 0.0;
        for (family, &residual) in self.economy.market.residual.iter().enumerate() {
            if self.sold[family] > 0.0 && residual <= 0.0 || residual < 0.0 {
                without += 1.0;
                worst.error(without, || self.row_name(family));
            }
        }
        worst.check
    }

    /// Flows of a supplier cell = sales of its families, none negative.
    pub fn market_flows(&self) -> Check {
        let (rows, market) = (&self.economy.rows, &self.economy.market);
        let sales = residual_of_cell(self.frame.sectors, rows, &market.residual);
        let mut worst = Worst::of(
            "market: flows of a supplier cell = sales of its families",
            EXACT,
        );
        for ((p, cell), &expected) in sales.indexed_iter() {
            let place = || self.cell_name(p, cell / CLASSES, Class::ALL[cell % CLASSES]);
            worst.compare(row_sum(&market.flow, p, cell), expected, place);
            worst.compare(market.residual_of_cell[[p, cell]], expected, place);
        }
        worst.check
    }

    /// Flows into a province = purchases without a link + final users.
    pub fn market_demand(&self) -> Check {
        let (market, of) = (&self.economy.market, &self.economy.final_demand);
        let mut worst = Worst::of("market: flows into a province = its demand", EXACT);
        for p in 0..self.frame.sectors {
            for q in 0..MARKET_DESTINATIONS {
                let flow: f64 = (0..MARKET_CELLS)
                    .map(|cell| market.flow[[p, cell, q]])
                    .sum();
                let demand = if q < PROVINCES {
                    let place = || self.place_name(p, q);
                    worst.compare(market.demand[[p, q]], flow, place);
                    let state = of.government[[p, q]] + of.investment[[p, q]];
                    self.bought[[p, q]] + of.household[[p, q]] + state
                } else {
                    of.export[p]
                };
                worst.compare(demand, flow, || self.place_name(p, q));
            }
        }
        worst.check
    }

    /// Final demand of each product and kind = table, relative to the product's output.
    pub fn final_totals(&self) -> Check {
        let (of, accounts) = (&self.economy.final_demand, &self.frame.tables.accounts);
        let mut worst = Worst::of("table: final demand of each product", EXACT);
        for p in 0..self.frame.sectors {
            let pairs = [
                (of.household.row(p).sum(), accounts.household[p]),
                (of.government.row(p).sum(), accounts.government[p]),
                (of.investment.row(p).sum(), accounts.investment[p]),
                (of.export[p], accounts.export[p]),
                (
                    of.imported_household.row(p).sum(),
                    accounts.imported_household[p],
                ),
            ];
            for (found, yearly) in pairs {
                let difference = (found - yearly / WEEKS_PER_YEAR).abs();
                worst.error(difference / self.frame.output[p], || {
                    self.sector_name(p).to_owned()
                });
            }
        }
        worst.check
    }

    pub fn final_demand_not_negative(&self) -> Check {
        let of = &self.economy.final_demand;
        let mut worst = Worst::of("final demand is not negative", 0.0);
        for demand in [
            &of.household,
            &of.government,
            &of.investment,
            &of.imported_household,
        ] {
            for ((p, q), &value) in demand.indexed_iter() {
                worst.error((-value).max(0.0), || self.place_name(p, q));
            }
        }
        worst.check
    }
}

/// Sum of a supplier cell's flows.
fn row_sum(flow: &Array3<f64>, product: usize, cell: usize) -> f64 {
    (0..MARKET_DESTINATIONS)
        .map(|q| flow[[product, cell, q]])
        .sum()
}
