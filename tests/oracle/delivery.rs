//! Phase 7.

use super::Oracle;
use pulih::economy::{MARKET_CELLS, MARKET_DESTINATIONS};
use pulih::ids::{CLASSES, Kind, PROVINCES};

/// Destination of exports.
const ABROAD: usize = PROVINCES;

impl Oracle<'_> {
    /// [7.1] spot orders of cells, by link and on the market.
    pub(super) fn spot_orders_of_cells(&mut self) {
        for family in &mut self.families {
            family.link_orders = 0.0;
        }
        for market in &mut self.markets {
            market.orders_of_cells = vec![0.0; PROVINCES];
        }
        for f in 0..self.families.len() {
            let province = self.families[f].province;
            for k in 0..self.families[f].cells.len() {
                let product = self.families[f].cells[k].product;
                let mut order = 0.0;
                for &i in &self.families[f].rows {
                    order += self.rows[i].weight * self.rows[i].inputs[k].domestic_order;
                }
                let market_pull = self.families[f].cells[k].market_share
                    * self.markets[product].reputation[province];
                let mut norm = market_pull;
                for link in &self.families[f].cells[k].links {
                    norm += link.share * self.families[link.supplier].reputation;
                }
                for l in 0..self.families[f].cells[k].links.len() {
                    let link = &self.families[f].cells[k].links[l];
                    let supplier = link.supplier;
                    let pull = link.share * self.families[supplier].reputation;
                    let by_link = if norm > 0.0 { order * pull / norm } else { 0.0 };
                    self.families[f].cells[k].links[l].order = by_link;
                    self.families[supplier].link_orders += by_link;
                }
                let on_market = if norm > 0.0 {
                    order * market_pull / norm
                } else {
                    0.0
                };
                let cell = &mut self.families[f].cells[k];
                cell.order = order;
                cell.norm = norm;
                cell.market_order = on_market;
                self.markets[product].orders_of_cells[province] += on_market;
            }
        }
    }

    /// [7.2] demand on the markets.
    pub(super) fn market_demand(&mut self) {
        for (market, wanted) in self.markets.iter_mut().zip(&self.uses) {
            market.demand = vec![0.0; MARKET_DESTINATIONS];
            market.household_demand = vec![0.0; MARKET_DESTINATIONS];
            for q in 0..PROVINCES {
                market.household_demand[q] = wanted.household[q];
                market.demand[q] = market.orders_of_cells[q]
                    + wanted.government[q]
                    + wanted.investment[q]
                    + wanted.household[q];
            }
            market.demand[ABROAD] = wanted.export;
        }
    }

    /// phi of visitors' households for a supplier cell: 1 for other products.
    fn visitors(&self, product: usize, supplier_cell: usize) -> f64 {
        if self.for_visitors(product) {
            self.shocked.demand_multiplier[product][supplier_cell / CLASSES]
        } else {
            1.0
        }
    }

    /// [7.3] orders on the markets, to supplier cells and to families.
    pub(super) fn orders_on_markets(&mut self) {
        for p in 0..self.markets.len() {
            let mut market = self.markets[p].clone();
            for c in 0..MARKET_CELLS {
                let mut attraction = 0.0;
                let mut residual = 0.0;
                for &f in &market.families[c] {
                    attraction += self.families[f].residual * self.families[f].reputation;
                    residual += self.families[f].residual;
                }
                market.attraction[c] = attraction;
                for q in 0..MARKET_DESTINATIONS {
                    market.weight[c][q] = if residual > 0.0 {
                        self.economy.market.flow[[p, c, q]] * attraction / residual
                    } else {
                        0.0
                    };
                }
            }
            for q in 0..MARKET_DESTINATIONS {
                market.norm[q] = 0.0;
                for c in 0..MARKET_CELLS {
                    market.norm[q] += market.weight[c][q];
                }
            }
            for c in 0..MARKET_CELLS {
                let phi = self.visitors(p, c);
                market.orders[c] = 0.0;
                for q in 0..MARKET_DESTINATIONS {
                    if market.norm[q] > 0.0 {
                        let households = market.household_demand[q];
                        let demand = market.demand[q] - households + phi * households;
                        market.orders[c] += market.weight[c][q] * demand / market.norm[q];
                    }
                }
                for &f in &market.families[c] {
                    let family = &mut self.families[f];
                    family.market_orders = if market.attraction[c] > 0.0 {
                        family.residual * family.reputation / market.attraction[c]
                            * market.orders[c]
                    } else {
                        0.0
                    };
                }
            }
            self.markets[p] = market;
        }
    }

    /// [7.4] orders of rows per real enterprise.
    pub(super) fn orders_of_rows(&mut self) {
        for row in &mut self.rows {
            if row.weight == 0.0 {
                continue;
            }
            let family = &self.families[row.family];
            row.spot_orders = row.theta * (family.link_orders + family.market_orders) / row.weight;
            if row.kind == Kind::Member {
                row.spot_orders += row.order_of_cooperative;
            }
            row.orders = row.spot_orders;
            if self.scenario.channels.demand_assurance {
                row.orders += row.contract_orders;
            }
        }
    }

    /// [7.5] supply meets orders.
    pub(super) fn supply(&mut self) {
        for i in 0..self.rows.len() {
            let row = &mut self.rows[i];
            if row.weight == 0.0 {
                continue;
            }
            let from_stock = row.storable || row.kind == Kind::Cooperative;
            let supply = if from_stock {
                row.finished_stock
            } else {
                row.can
            };
            let contract_delivered = row.contract_orders.min(supply);
            row.fill = if row.spot_orders > 0.0 {
                f64::min(1.0, (supply - contract_delivered) / row.spot_orders)
            } else {
                1.0
            };
            row.contract_fill = if row.contract_orders > 0.0 {
                contract_delivered / row.contract_orders
            } else {
                1.0
            };
            row.delivered = contract_delivered + row.spot_orders * row.fill;
            if row.kind == Kind::Member {
                row.through_cooperative = row.order_of_cooperative * row.fill;
            }
            if from_stock {
                row.finished_stock -= row.delivered;
            } else {
                row.output = row.delivered;
                self.use_inputs(i);
            }
        }
    }

    /// [7.6] fills of families, supplier cells, markets and cells.
    pub(super) fn fills(&mut self) {
        for family in &mut self.families {
            family.fill = 0.0;
            for &i in &family.rows {
                family.fill += self.rows[i].theta * self.rows[i].fill;
            }
        }
        for p in 0..self.markets.len() {
            for c in 0..MARKET_CELLS {
                let market = &self.markets[p];
                let mut filled = 0.0;
                for &f in &market.families[c] {
                    let family = &self.families[f];
                    filled += family.residual * family.reputation * family.fill;
                }
                self.markets[p].fill_of_cell[c] = if self.markets[p].attraction[c] > 0.0 {
                    filled / self.markets[p].attraction[c]
                } else {
                    1.0
                };
            }
            for q in 0..MARKET_DESTINATIONS {
                let market = &self.markets[p];
                let mut fill = 0.0;
                let mut household_fill = 0.0;
                for c in 0..MARKET_CELLS {
                    let filled = market.weight[c][q] * market.fill_of_cell[c];
                    fill += filled;
                    household_fill += filled * self.visitors(p, c);
                }
                let norm = market.norm[q];
                let market = &mut self.markets[p];
                if norm > 0.0 {
                    market.fill[q] = fill / norm;
                    market.household_fill[q] = household_fill / norm;
                } else {
                    market.fill[q] = 1.0;
                    market.household_fill[q] = 1.0;
                }
            }
        }
        for f in 0..self.families.len() {
            let province = self.families[f].province;
            for k in 0..self.families[f].cells.len() {
                let cell = &self.families[f].cells[k];
                let market = &self.markets[cell.product];
                let mut filled =
                    cell.market_share * market.reputation[province] * market.fill[province];
                for link in &cell.links {
                    let supplier = &self.families[link.supplier];
                    filled += link.share * supplier.reputation * supplier.fill;
                }
                let fill = if cell.norm > 0.0 {
                    filled / cell.norm
                } else {
                    1.0
                };
                self.families[f].cells[k].fill = fill;
            }
        }
    }

    /// [7.7] what buyers receive. Unfilled final demand is lost; imports that do not arrive reach
    /// neither producers nor final users.
    pub(super) fn receipts(&mut self) {
        for row in &mut self.rows {
            if !Self::produces(row) {
                continue;
            }
            for (cell, input) in self.families[row.family].cells.iter().zip(&mut row.inputs) {
                let failure = self.shocked.import_failure[cell.product];
                input.domestic_received = input.domestic_order * cell.fill;
                input.imports_received = input.import_order * (1.0 - failure);
                input.stock += input.domestic_received + input.imports_received;
            }
        }
        for cooperative in &self.economy.cooperatives {
            let i = cooperative.row as usize;
            if self.rows[i].weight == 0.0 {
                continue;
            }
            let fill = self.rows[cooperative.member_row as usize].fill;
            let row = &mut self.rows[i];
            row.through_cooperative = row.cooperative_order * fill;
            row.finished_stock += row.through_cooperative;
        }
        for p in 0..self.uses.len() {
            let market = &self.markets[p];
            let arriving = 1.0 - self.shocked.import_failure[p];
            let product = &mut self.uses[p];
            let mut imported_household = 0.0;
            let mut household = 0.0;
            let mut government = 0.0;
            let mut investment = 0.0;
            for q in 0..PROVINCES {
                imported_household += product.imported_household[q] * arriving;
                household += product.household[q] * market.household_fill[q];
                government += product.government[q] * market.fill[q];
                investment += product.investment[q] * market.fill[q];
            }
            let imported_government = product.imported_government * arriving;
            let imported_investment = product.imported_investment * arriving;
            product.household_received = household + imported_household;
            product.government_received = government + imported_government;
            product.investment_received = investment + imported_investment;
            product.export_received = product.export * market.fill[ABROAD];
            product.imports_received =
                imported_household + imported_government + imported_investment;
        }
    }
}
