//! Week 0 of families and rows: section 4.

use super::Oracle;
use super::parts::{Balances, Cell, Family, Link, Nation, Row, RowInput, Shocked};
use pulih::economy::Economy;
use pulih::ids::{Kind, NONE, PROVINCES};
use pulih::scenario::Scenario;

/// Weeks of a year.
pub(super) const YEAR: f64 = 52.0;

/// What week 0 fixes for good; flows are a week's.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    /// omega by sector.
    pub wage_rate: Vec<f64>,
    /// sigma by sector.
    pub surplus_rate: Vec<f64>,
    /// Production tax by output.
    pub production_tax: Vec<f64>,
    /// tau by sector.
    pub input_tax: Vec<f64>,
    /// Value added by output.
    pub value_added: Vec<f64>,
    /// Investment by operating surplus.
    pub kappa: f64,
    /// Rates of product tax on final uses.
    pub household_tax: f64,
    pub government_tax: f64,
    pub investment_tax: f64,
    pub export_tax: f64,
    /// T0.
    pub product_taxes: f64,
    /// Household consumption at basic prices.
    pub consumption: f64,
    /// C0_r at purchaser prices.
    pub spending: Vec<f64>,
    pub total_spending: f64,
    pub foreign_transfer: f64,
    /// tau_d.
    pub direct_tax: f64,
    /// Tr_r.
    pub provincial_transfer: Vec<f64>,
    /// GVA0.
    pub gva: f64,
    /// mu_c.
    pub cooperative_margin: f64,
}

impl<'a> Oracle<'a> {
    /// The state of week 0.
    pub fn new(economy: &'a Economy, scenario: &'a Scenario) -> Oracle<'a> {
        let sectors = economy.tables.sectors.len();
        let mut oracle = Oracle {
            economy,
            scenario,
            week: 0,
            baseline: Baseline::default(),
            rows: Vec::new(),
            families: Vec::new(),
            shocked: Shocked {
                mobility_of_province: vec![0.0; PROVINCES],
                workplace_of_province: vec![0.0; PROVINCES],
                availability: vec![vec![1.0; PROVINCES]; sectors],
                contact: vec![0.0; sectors],
                habit: vec![0.0; sectors],
                demand_multiplier: vec![vec![1.0; PROVINCES]; sectors],
                exports: vec![1.0; sectors],
                import_failure: vec![0.0; sectors],
                demand_factor: vec![1.0; sectors],
                ..Shocked::default()
            },
            uses: Vec::new(),
            markets: Vec::new(),
            provinces: Vec::new(),
            nation: Nation {
                anchor: 1.0,
                income: 1.0,
                slow_income: 1.0,
                investment: 1.0,
                mu: 1.0,
                tax_multiplier: 1.0,
                ..Nation::default()
            },
            balances: Balances::default(),
            contracts: Vec::new(),
            displaced: Vec::new(),
            product_gain: vec![0.0; sectors],
        };
        oracle.rates();
        oracle.build_families();
        oracle.build_rows();
        oracle.build_credit();
        oracle.build_markets();
        oracle.build_uses();
        oracle.baseline_of_the_nation();
        oracle.baseline_of_households();
        oracle
    }

    /// Rates by sector and by final use, margin of cooperatives, kappa of [4.2].
    fn rates(&mut self) {
        let accounts = &self.economy.tables.accounts;
        let base = &self.economy.final_demand;
        let parameters = &self.scenario.parameters;
        let baseline = &mut self.baseline;
        let mut all_surplus = 0.0;
        for s in 0..self.economy.tables.sectors.len() {
            let output = accounts.output[s];
            let mut inputs = 0.0;
            for p in 0..self.economy.tables.sectors.len() {
                inputs += accounts.domestic_use[[p, s]] + accounts.imported_use[[p, s]];
            }
            baseline.wage_rate.push(accounts.compensation[s] / output);
            baseline
                .surplus_rate
                .push(accounts.operating_surplus[s] / output);
            baseline
                .production_tax
                .push(accounts.production_taxes[s] / output);
            baseline.input_tax.push(accounts.product_taxes[s] / inputs);
            baseline.value_added.push(
                (accounts.compensation[s]
                    + accounts.operating_surplus[s]
                    + accounts.production_taxes[s])
                    / output,
            );
            all_surplus += accounts.operating_surplus[s];
        }

        let household = base.household.sum() + base.imported_household.sum();
        let government = base.government.sum() + base.imported_government.iter().sum::<f64>();
        let investment = base.investment.sum() + base.imported_investment.iter().sum::<f64>();
        let export = base.export.iter().sum::<f64>();
        let taxes = accounts.final_product_taxes;
        baseline.household_tax = taxes[0] / YEAR / household;
        baseline.government_tax = taxes[1] / YEAR / government;
        baseline.investment_tax = taxes[2] / YEAR / investment;
        baseline.export_tax = taxes[3] / YEAR / export;
        // [4.2]
        baseline.kappa = investment * (1.0 + baseline.investment_tax) / (all_surplus / YEAR);
        // [4.1]
        let margin = parameters.cooperative_margin;
        baseline.cooperative_margin = margin / (1.0 + margin);
    }

    /// Families with their cells and links.
    fn build_families(&mut self) {
        let economy = self.economy;
        let rows = &economy.rows;
        for f in 0..economy.families {
            let sector = rows.sector[f] as usize;
            let mut own_rows = vec![f];
            if economy.contract_row[f] != NONE {
                own_rows.push(economy.contract_row[f] as usize);
            }
            let mut cells = Vec::new();
            let first = economy.inputs.cell_start[f] as usize;
            let last = economy.inputs.cell_start[f + 1] as usize;
            for cell in first..last {
                let k = cell - first;
                let product = economy.inputs.products[sector][k] as usize;
                let domestic = economy.inputs.domestic[cell];
                let imported = economy.inputs.imported[sector][k];
                let trait_weeks = economy.tables.sectors[product]
                    .traits
                    .users_input_stock_weeks;
                let mut links = Vec::new();
                for l in economy.links.start[cell]..economy.links.start[cell + 1] {
                    links.push(Link {
                        supplier: economy.links.supplier[l as usize] as usize,
                        share: economy.links.share[l as usize],
                        credit: false,
                        owed: 0.0,
                        frozen: 0.0,
                        order: 0.0,
                    });
                }
                cells.push(Cell {
                    product,
                    domestic,
                    imported,
                    coefficient: domestic + imported,
                    stock_weeks: 1.0
                        + (trait_weeks - 1.0) * self.scenario.parameters.input_stock_scale,
                    links,
                    market_share: economy.links.market_share[cell],
                    order: 0.0,
                    norm: 1.0,
                    market_order: 0.0,
                    fill: 1.0,
                });
            }
            self.families.push(Family {
                rows: own_rows,
                sector,
                province: rows.province[f] as usize,
                class: rows.class[f],
                kind: rows.kind[f],
                residual: economy.market.residual[f],
                reputation: 1.0,
                cells,
                link_orders: 0.0,
                market_orders: 0.0,
                fill: 1.0,
                credit_given: 0.0,
                credit_taken: 0.0,
            });
        }
    }

    /// Rows with their state at week 0.
    fn build_rows(&mut self) {
        let economy = self.economy;
        let columns = &economy.rows;
        let parameters = &self.scenario.parameters;
        let margin = self.baseline.cooperative_margin;
        for i in 0..columns.sector.len() {
            let sector = columns.sector[i] as usize;
            let family = columns.family[i] as usize;
            let kind = columns.kind[i];
            let traits = &economy.tables.sectors[sector].traits;
            let mut volume0 = 0.0;
            for cooperative in &economy.cooperatives {
                if cooperative.row as usize == i {
                    volume0 = cooperative.volume;
                }
                if cooperative.member_row as usize == i {
                    let own_weight = columns.weight[cooperative.row as usize];
                    volume0 = own_weight * cooperative.volume / columns.weight[i];
                }
            }
            let output0 = if kind == Kind::Cooperative {
                0.0
            } else {
                columns.output[i]
            };
            let surplus_rate = self.baseline.surplus_rate[sector];

            // [4.1], [4.2]
            let mut wages0 = self.baseline.wage_rate[sector] * output0;
            let mut surplus0 = surplus_rate * output0;
            let mut outlays = output0 * (1.0 - surplus_rate);
            if kind == Kind::Member {
                wages0 -= margin * volume0 / 2.0;
                surplus0 -= margin * volume0 / 2.0;
            }
            let mut investment0 = self.baseline.kappa * surplus_rate * output0;
            let mut payout0 = surplus0 - investment0;
            if kind == Kind::Cooperative {
                surplus0 = margin * volume0 / 2.0;
                outlays = volume0 * (1.0 - margin / 2.0);
                investment0 = 0.0;
                payout0 = 0.0;
            }

            // [4.0]
            let months = columns.cash_months[i] * parameters.cash_scale;
            let cash0 = f64::max(months * (YEAR / 12.0), 2.0) * outlays;
            let sold0 = if kind == Kind::Cooperative {
                volume0
            } else {
                output0
            };
            // A cooperative sells from the stock it opens the week with: less than a week's volume
            // would leave orders of week 0 unfilled.
            let weeks = traits.finished_stock_weeks * parameters.finished_stock_scale;
            let finished_stock_weeks = if kind == Kind::Cooperative {
                f64::max(1.0, weeks)
            } else if traits.storable {
                weeks
            } else {
                0.0
            };
            let mut inputs = Vec::new();
            for cell in &self.families[family].cells {
                inputs.push(RowInput {
                    stock: cell.stock_weeks * cell.coefficient * output0,
                    used: cell.coefficient * output0,
                    ..RowInput::default()
                });
            }
            let primary = i < economy.families;
            self.rows.push(Row {
                number: i,
                family,
                sector,
                province: columns.province[i] as usize,
                class: columns.class[i],
                kind,
                stable_id: columns.stable_id[i],
                weight: columns.weight[i],
                theta: if primary { 1.0 } else { 0.0 },
                storable: traits.storable,
                output0,
                volume0,
                finished_stock_weeks,
                outlays,
                wage_rate: if output0 > 0.0 { wages0 / output0 } else { 0.0 },
                investment0,
                surplus0,
                payout0,
                cash0,
                receivables0: 0.0,
                capacity: output0,
                hours: output0,
                heads: output0,
                employed: 1.0,
                expected_demand: sold0,
                finished_stock: finished_stock_weeks * sold0,
                cash: cash0,
                debt: 0.0,
                frozen_cash: 0.0,
                frozen_debt: 0.0,
                open_share: 1.0,
                capital_expectation: 1.0,
                investment: 1.0,
                skill: 0.0,
                technology: 0.0,
                quality: 0.0,
                closed: 0.0,
                reopened: 0.0,
                orders: sold0,
                // Rows that stand for nobody keep their state and make nothing.
                output: if columns.weight[i] > 0.0 {
                    output0
                } else {
                    0.0
                },
                inputs,
                closure: 0.0,
                productivity: 1.0,
                labour_limit: 0.0,
                capacity_limit: 0.0,
                planned: 0.0,
                money_limit: 0.0,
                input_limit: 0.0,
                target: 0.0,
                can: 0.0,
                cooperative_order: 0.0,
                order_of_cooperative: 0.0,
                spot_orders: 0.0,
                contract_orders: 0.0,
                fill: 1.0,
                contract_fill: 1.0,
                premium: 0.0,
                contract_cash: 0.0,
                contract_sales: 0.0,
                delivered: 0.0,
                through_cooperative: 0.0,
                inputs_bought: 0.0,
                input_taxes: 0.0,
                wages: wages0,
                production_tax: 0.0,
                interest: 0.0,
                instalment: 0.0,
                investment_bill: 0.0,
                surplus: surplus0,
                payout: payout0,
                draw: 0.0,
                write_off: 0.0,
                staff: if kind == Kind::Cooperative {
                    margin * volume0 / 2.0
                } else {
                    0.0
                },
                paid_to_members: if kind == Kind::Cooperative {
                    surplus0
                } else {
                    0.0
                },
            });
        }
    }
}
