//! What the week needs of week 0: rates, targets and the flow of funds that closes.
//!
//! Model section 4. Everything here is computed once and never changes during a run.

use super::delivery::exchange::Exchange;
use super::production::inputs::SectorInputs;
use super::sourcing::{Exchangeable, exchangeable_links};
use crate::economy::{Economy, WEEKS_PER_YEAR};
use crate::ids::{Class, Kind, NONE, PROVINCES};
use crate::scenario::Scenario;

/// Weeks of a month of outlays.
const WEEKS_PER_MONTH: f64 = WEEKS_PER_YEAR / 12.0;

/// Least cash at week 0, weeks of outlays (ours).
const LEAST_CASH_WEEKS: f64 = 2.0;

/// Share of the credit line that is open to each class (ours; `EVIDENCE` of credit by size).
const CREDIT_ACCESS: [f64; 4] = [0.2, 0.35, 0.6, 0.9];

/// Constants of one economy under one scenario's parameters. Columns of rows are per real
/// enterprise, bn Rp a week.
#[derive(Clone, Debug)]
pub(crate) struct Baseline {
    pub sectors: usize,
    pub rows: usize,
    /// First cell of each row; a primary row's equal its family's cells.
    pub row_cell_start: Vec<u32>,
    /// Total input coefficient by family cell.
    pub alpha: Vec<f64>,
    /// Share of imports in the use, by family cell.
    pub import_share: Vec<f64>,
    /// Province x sector x class index of each row, for levers.
    pub lever_cell: Vec<u32>,
    /// Target of finished stock, weeks, by sector.
    pub stock_weeks: Vec<f64>,
    /// Target of input stock before use, weeks of use, by product.
    pub input_weeks: Vec<f64>,
    pub storable: Vec<bool>,
    /// Inputs of each sector, and the most that one has.
    pub sector_inputs: Vec<SectorInputs>,
    pub most_inputs: usize,
    pub contact_response: Vec<f64>,
    /// Final users travel to the supplier's province for these products.
    pub visitor: Vec<bool>,
    pub labour_exposure: Vec<f64>,
    pub hiring: Vec<f64>,
    pub investment_response: Vec<f64>,
    pub agriculture: Vec<bool>,
    pub surplus_rate: Vec<f64>,
    pub production_tax_rate: Vec<f64>,
    pub input_tax_rate: Vec<f64>,
    pub value_added_rate: Vec<f64>,
    pub wage_rate: Vec<f64>,
    pub surplus0: Vec<f64>,
    pub investment0: Vec<f64>,
    pub payout0: Vec<f64>,
    pub outlay: Vec<f64>,
    pub cash0: Vec<f64>,
    pub line0: Vec<f64>,
    pub line_full: Vec<f64>,
    pub access: Vec<f64>,
    /// Purchases of the cooperative per real member, 0 for other rows.
    pub member_sales: Vec<f64>,
    /// Cooperative (index) of each cooperative's row, or `NONE`.
    pub cooperative_of_row: Vec<u32>,
    /// Spot links between single enterprises, by product and in rising value.
    pub exchangeable_links: Vec<Vec<Exchangeable>>,
    /// Links in the order in which goods are exchanged.
    pub exchange: Exchange,
    /// Margin over the buyer's price, mu_c.
    pub cooperative_margin: f64,
    /// Growth of GDP on its path, share a year.
    pub trend_growth: f64,
    pub money: MoneyBase,
    /// Sum of w x value-added rate x x0 at week 0.
    pub value_added0: f64,
    pub gva0: f64,
}

/// National and provincial flows of week 0, bn Rp a week.
#[derive(Clone, Debug)]
pub(crate) struct MoneyBase {
    /// Household spending at purchaser prices by province.
    pub consumption: [f64; PROVINCES],
    pub consumption_total: f64,
    /// The same at basic prices, total.
    pub consumption_basic: f64,
    pub household_tax_rate: f64,
    pub investment_tax_rate: f64,
    pub export_tax_rate: f64,
    pub government_tax_rate: f64,
    pub product_taxes: f64,
    pub direct_tax_rate: f64,
    pub foreign_transfer: f64,
    pub provincial_transfer: [f64; PROVINCES],
    /// National investment at purchaser prices.
    pub investment_bill: f64,
}

impl Baseline {
    /// Computes the constants.
    pub fn new(economy: &Economy, scenario: &Scenario) -> Baseline {
        let tables = economy.tables;
        let sectors = tables.sectors.len();
        let rows = economy.rows.sector.len();
        let parameters = &scenario.parameters;
        let exchange = Exchange::new(economy);
        let mut base = Baseline {
            sectors,
            rows,
            row_cell_start: row_cells(economy),
            alpha: Vec::new(),
            import_share: Vec::new(),
            lever_cell: (0..rows).map(|i| lever_cell(economy, i)).collect(),
            stock_weeks: vec![0.0; sectors],
            input_weeks: vec![0.0; sectors],
            storable: tables.sectors.iter().map(|s| s.traits.storable).collect(),
            sector_inputs: Vec::new(),
            most_inputs: economy
                .inputs
                .products
                .iter()
                .map(Vec::len)
                .max()
                .unwrap_or(0),
            contact_response: tables
                .sectors
                .iter()
                .map(|s| scenario.contact_response.0[s.parent])
                .collect(),
            visitor: tables
                .sectors
                .iter()
                .map(|s| is_visitor(&s.parent_code))
                .collect(),
            labour_exposure: tables
                .sectors
                .iter()
                .map(|s| (1.0 - s.traits.home_working_share) * (1.0 - s.traits.essential_share))
                .collect(),
            hiring: tables
                .sectors
                .iter()
                .map(|s| 1.5 - s.traits.hiring_difficulty)
                .collect(),
            investment_response: tables
                .sectors
                .iter()
                .map(|s| investment_response(&s.parent_code))
                .collect(),
            agriculture: tables.sectors.iter().map(|s| s.industry17 == "A").collect(),
            surplus_rate: vec![0.0; sectors],
            production_tax_rate: vec![0.0; sectors],
            input_tax_rate: vec![0.0; sectors],
            value_added_rate: vec![0.0; sectors],
            wage_rate: vec![0.0; rows],
            surplus0: vec![0.0; rows],
            investment0: vec![0.0; rows],
            payout0: vec![0.0; rows],
            outlay: vec![0.0; rows],
            cash0: vec![0.0; rows],
            line0: vec![0.0; rows],
            line_full: vec![0.0; rows],
            access: vec![0.0; rows],
            member_sales: vec![0.0; rows],
            cooperative_of_row: vec![NONE; rows],
            exchangeable_links: exchangeable_links(economy, &exchange),
            exchange,
            cooperative_margin: parameters.cooperative_margin
                / (1.0 + parameters.cooperative_margin),
            trend_growth: tables.trend_growth_total(),
            money: MoneyBase::national(economy),
            value_added0: 0.0,
            gva0: 0.0,
        };
        for (s, sector) in tables.sectors.iter().enumerate() {
            base.stock_weeks[s] = if sector.traits.storable {
                sector.traits.finished_stock_weeks * parameters.finished_stock_scale
            } else {
                0.0
            };
            base.input_weeks[s] =
                1.0 + (sector.traits.users_input_stock_weeks - 1.0) * parameters.input_stock_scale;
        }
        base.sector_inputs =
            SectorInputs::by_sector(economy, scenario.production_function, &base.input_weeks);
        base.fill_coefficients(economy);
        base.fill_rates(economy);
        base.fill_rows(economy, scenario);
        base.close_provinces(economy);
        base
    }

    fn fill_coefficients(&mut self, economy: &Economy) {
        let inputs = &economy.inputs;
        self.alpha = inputs.domestic.clone();
        self.import_share = vec![0.0; self.alpha.len()];
        for f in 0..economy.families {
            let s = economy.rows.sector[f] as usize;
            let start = inputs.cell_start[f] as usize;
            for k in 0..inputs.cell_start[f + 1] as usize - start {
                let imported = inputs.imported[s][k];
                self.alpha[start + k] += imported;
                self.import_share[start + k] = imported / self.alpha[start + k];
            }
        }
    }

    fn fill_rates(&mut self, economy: &Economy) {
        let accounts = &economy.tables.accounts;
        for s in 0..self.sectors {
            let output = accounts.output[s];
            let bought: f64 =
                accounts.domestic_use.column(s).sum() + accounts.imported_use.column(s).sum();
            self.surplus_rate[s] = accounts.operating_surplus[s] / output;
            self.production_tax_rate[s] = accounts.production_taxes[s] / output;
            self.input_tax_rate[s] = accounts.product_taxes[s] / bought;
            self.value_added_rate[s] = (accounts.compensation[s]
                + accounts.operating_surplus[s]
                + accounts.production_taxes[s])
                / output;
        }
    }

    fn fill_rows(&mut self, economy: &Economy, scenario: &Scenario) {
        let rows = &economy.rows;
        let accounts = &economy.tables.accounts;
        let parameters = &scenario.parameters;
        let surplus: f64 = accounts.operating_surplus.iter().sum();
        let kappa = self.money.investment_bill * WEEKS_PER_YEAR / surplus; // [4.2]
        let margin = self.cooperative_margin; // [4.1]
        for i in 0..self.rows {
            let s = rows.sector[i] as usize;
            let x0 = rows.output[i];
            let c = economy.cooperative_of_member[i];
            if c != NONE {
                let cooperative = &economy.cooperatives[c as usize];
                self.member_sales[i] =
                    cooperative.volume * rows.weight[cooperative.row as usize] / rows.weight[i];
            }
            let lost_half = 0.5 * margin * self.member_sales[i];
            let wages0 = accounts.compensation[s] / accounts.output[s] * x0 - lost_half;
            self.wage_rate[i] = if x0 > 0.0 { wages0 / x0 } else { 0.0 };
            self.surplus0[i] = self.surplus_rate[s] * x0 - lost_half;
            self.investment0[i] = kappa * self.surplus_rate[s] * x0;
            self.payout0[i] = self.surplus0[i] - self.investment0[i];
            self.outlay[i] = (1.0 - self.surplus_rate[s]) * x0;
            self.access[i] = CREDIT_ACCESS[rows.class[i] as usize];
            self.line_full[i] = parameters.credit_line_weeks * x0;
            self.line0[i] = self.line_full[i] * self.access[i];
            self.cash0[i] = cash_weeks(rows.cash_months[i], parameters.cash_scale) * self.outlay[i];
            self.value_added0 += rows.weight[i] * self.value_added_rate[s] * x0;
        }
        for (c, cooperative) in economy.cooperatives.iter().enumerate() {
            let i = cooperative.row as usize;
            self.cooperative_of_row[i] = u32::try_from(c).expect("fewer cooperatives than rows");
            self.outlay[i] = cooperative.volume * (1.0 - 0.5 * margin);
            self.surplus0[i] = 0.5 * margin * cooperative.volume;
            self.cash0[i] = cash_weeks(rows.cash_months[i], parameters.cash_scale) * self.outlay[i];
        }
        self.gva0 = self.value_added0;
    }

    /// Provincial transfers that close the households of week 0, `[4.3]`.
    fn close_provinces(&mut self, economy: &Economy) {
        let rows = &economy.rows;
        let mut income = [0.0; PROVINCES];
        for i in 0..self.rows {
            let r = rows.province[i] as usize;
            let cooperative = rows.kind[i] == Kind::Cooperative;
            let wages = if cooperative {
                self.surplus0[i]
            } else {
                self.wage_rate[i] * rows.output[i]
            };
            let payout = if cooperative {
                self.surplus0[i]
            } else {
                self.payout0[i]
            };
            income[r] += rows.weight[i] * (wages + payout);
        }
        let money = &mut self.money;
        let before_tax: f64 = income.iter().sum::<f64>() + money.foreign_transfer;
        money.direct_tax_rate = 1.0 - money.consumption_total / before_tax;
        for (r, earned) in income.into_iter().enumerate() {
            let transfer = money.foreign_transfer * money.consumption[r] / money.consumption_total;
            money.provincial_transfer[r] =
                money.consumption[r] - (1.0 - money.direct_tax_rate) * (earned + transfer);
        }
    }
}

impl Baseline {
    /// Target of finished stock of a row, weeks of its baseline sales; a cooperative sells from its
    /// stock, so it holds at least a week.
    pub fn stock_weeks_of(&self, sector: usize, kind: Kind) -> f64 {
        let weeks = self.stock_weeks[sector];
        if kind == Kind::Cooperative {
            weeks.max(1.0)
        } else {
            weeks
        }
    }
}

impl MoneyBase {
    fn national(economy: &Economy) -> MoneyBase {
        let accounts = &economy.tables.accounts;
        let demand = &economy.final_demand;
        let [household_tax, government_tax, investment_tax, export_tax] =
            accounts.final_product_taxes.map(|tax| tax / WEEKS_PER_YEAR);
        let basic: f64 = demand.household.sum() + demand.imported_household.sum();
        let household_tax_rate = household_tax / basic;
        let mut consumption = [0.0; PROVINCES];
        for (r, slot) in consumption.iter_mut().enumerate() {
            let domestic: f64 = demand.household.column(r).sum();
            let imported: f64 = demand.imported_household.column(r).sum();
            *slot = (domestic + imported) * (1.0 + household_tax_rate);
        }
        let investment: f64 =
            demand.investment.sum() + demand.imported_investment.iter().sum::<f64>();
        let government: f64 =
            demand.government.sum() + demand.imported_government.iter().sum::<f64>();
        let exports: f64 = demand.export.iter().sum();
        let imports: f64 = accounts.imported_use.sum() / WEEKS_PER_YEAR
            + demand.imported_household.sum()
            + demand.imported_government.iter().sum::<f64>()
            + demand.imported_investment.iter().sum::<f64>();
        let input_taxes: f64 = accounts.product_taxes.iter().sum::<f64>() / WEEKS_PER_YEAR;
        MoneyBase {
            consumption,
            consumption_total: consumption.iter().sum(),
            consumption_basic: basic,
            household_tax_rate,
            investment_tax_rate: investment_tax / investment,
            export_tax_rate: export_tax / exports,
            government_tax_rate: government_tax / government,
            product_taxes: household_tax
                + government_tax
                + investment_tax
                + export_tax
                + input_taxes,
            direct_tax_rate: 0.0,
            foreign_transfer: imports - exports - export_tax,
            provincial_transfer: [0.0; PROVINCES],
            investment_bill: investment + investment_tax,
        }
    }
}

/// Cash at week 0, weeks of outlays, [4.0]: nobody opens the year unable to pay two weeks.
fn cash_weeks(months: f64, scale: f64) -> f64 {
    (months * scale * WEEKS_PER_MONTH).max(LEAST_CASH_WEEKS)
}

/// First cell of each row: primary rows as their families, contract rows appended.
fn row_cells(economy: &Economy) -> Vec<u32> {
    let start = &economy.inputs.cell_start;
    let mut result = start.clone();
    let mut next = start[economy.families];
    for i in economy.families..economy.rows.sector.len() {
        let f = economy.rows.family[i] as usize;
        next += start[f + 1] - start[f];
        result.push(next);
    }
    result
}

fn lever_cell(economy: &Economy, i: usize) -> u32 {
    let rows = &economy.rows;
    let cell = (rows.sector[i] as usize * PROVINCES + rows.province[i] as usize) * Class::ALL.len()
        + rows.class[i] as usize;
    u32::try_from(cell).expect("at most 80 x 34 x 4 cells")
}

/// Products that final users travel for: the restrictions of the supplier's province act.
fn is_visitor(parent_code: &str) -> bool {
    matches!(
        parent_code,
        "accommodation_food" | "transport" | "other_services"
    )
}

/// Response ci_p of investment in a product to enterprises' plans, `[6.3]` (prototype).
fn investment_response(parent_code: &str) -> f64 {
    match parent_code {
        "construction" => 0.9,
        "machinery" => 1.6,
        "automotive" => 1.8,
        "metal_electronics" => 1.4,
        _ => 1.0,
    }
}
