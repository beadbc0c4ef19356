//! What the oracle keeps of rows, families, markets, provinces and the nation.

use pulih::ids::{Class, Kind};

/// One row; all amounts per real enterprise.
#[derive(Clone, Debug)]
pub struct Row {
    // What it is.
    pub number: usize,
    pub family: usize,
    pub sector: usize,
    pub province: usize,
    pub class: Class,
    pub kind: Kind,
    pub stable_id: u64,
    /// w.
    pub weight: f64,
    /// theta: share of the family's spot orders.
    pub theta: f64,
    /// Made to stock.
    pub storable: bool,

    // Week 0.
    /// x0.
    pub output0: f64,
    /// Cooperative: y0, sales at buyers' prices. Member row: its cooperative's purchases per real
    /// member. Else 0.
    pub volume0: f64,
    /// n_s.
    pub finished_stock_weeks: f64,
    /// u.
    pub outlays: f64,
    /// Wages per unit of hours.
    pub wage_rate: f64,
    /// I0.
    pub investment0: f64,
    pub surplus0: f64,
    pub payout0: f64,
    pub cash0: f64,
    /// Receivables of a cooperative.
    pub receivables0: f64,

    // State.
    /// K.
    pub capacity: f64,
    /// H.
    pub hours: f64,
    /// N.
    pub heads: f64,
    /// Persons in work over week 0.
    pub employed: f64,
    /// d.
    pub expected_demand: f64,
    /// S.
    pub finished_stock: f64,
    pub cash: f64,
    pub debt: f64,
    pub frozen_cash: f64,
    pub frozen_debt: f64,
    /// o.
    pub open_share: f64,
    /// q.
    pub capital_expectation: f64,
    /// i.
    pub investment: f64,
    pub skill: f64,
    pub technology: f64,
    pub quality: f64,
    /// Share of the open part that closed at the end of last week.
    pub closed: f64,
    /// Share of the closed part that re-opened at the end of last week.
    pub reopened: f64,
    /// Orders received in the week.
    pub orders: f64,
    /// x.
    pub output: f64,
    /// One for each cell of the family, in its order.
    pub inputs: Vec<RowInput>,

    // Of the week.
    pub closure: f64,
    /// A.
    pub productivity: f64,
    pub labour_limit: f64,
    pub capacity_limit: f64,
    /// p.
    pub planned: f64,
    pub money_limit: f64,
    pub input_limit: f64,
    /// x*.
    pub target: f64,
    pub can: f64,
    /// Cooperative: order to its member row, per real cooperative.
    pub cooperative_order: f64,
    /// Member row: its cooperative's order per real member.
    pub order_of_cooperative: f64,
    /// r.
    pub spot_orders: f64,
    /// k.
    pub contract_orders: f64,
    pub fill: f64,
    /// Share of contract orders that was delivered.
    pub contract_fill: f64,
    /// Premium earned, or paid (negative).
    pub premium: f64,
    /// Money received under contract less money paid.
    pub contract_cash: f64,
    /// Delivered under contract.
    pub contract_sales: f64,
    pub delivered: f64,
    /// Cooperative: what its member delivered to it, per real cooperative. Member row: the same,
    /// per real member.
    pub through_cooperative: f64,
    pub inputs_bought: f64,
    pub input_taxes: f64,
    pub wages: f64,
    pub production_tax: f64,
    pub interest: f64,
    pub instalment: f64,
    pub investment_bill: f64,
    pub surplus: f64,
    pub payout: f64,
    pub draw: f64,
    pub write_off: f64,
    /// Cooperative.
    pub staff: f64,
    /// Cooperative.
    pub paid_to_members: f64,
}

/// A row's stock and flows of one input.
#[derive(Clone, Debug, Default)]
pub struct RowInput {
    /// Z before the week's use.
    pub stock: f64,
    /// Stock from contracts, used first.
    pub contract_stock: f64,
    /// The part of `used` that came from contract stock.
    pub contract_used: f64,
    pub contract_received: f64,
    pub used: f64,
    /// O.
    pub order: f64,
    pub domestic_order: f64,
    pub import_order: f64,
    pub domestic_received: f64,
    pub imports_received: f64,
}

/// One family.
#[derive(Clone, Debug)]
pub struct Family {
    pub rows: Vec<usize>,
    pub sector: usize,
    pub province: usize,
    pub class: Class,
    pub kind: Kind,
    /// R.
    pub residual: f64,
    /// g.
    pub reputation: f64,
    pub cells: Vec<Cell>,
    /// Orders by link in the week.
    pub link_orders: f64,
    /// Orders from the market in the week.
    pub market_orders: f64,
    /// F.
    pub fill: f64,
    /// Money received on credit links less what was delivered on them.
    pub credit_given: f64,
    /// Money paid on credit links less what was bought on them.
    pub credit_taken: f64,
}

/// One input of a family.
#[derive(Clone, Debug)]
pub struct Cell {
    pub product: usize,
    /// A.
    pub domestic: f64,
    /// m.
    pub imported: f64,
    /// alpha = A + m.
    pub coefficient: f64,
    /// N_p: target of the stock before use, weeks.
    pub stock_weeks: f64,
    pub links: Vec<Link>,
    /// sm.
    pub market_share: f64,
    /// Q.
    pub order: f64,
    /// n.
    pub norm: f64,
    pub market_order: f64,
    pub fill: f64,
}

/// One link to a supplier.
#[derive(Clone, Debug)]
pub struct Link {
    pub supplier: usize,
    pub share: f64,
    /// Sold on credit.
    pub credit: bool,
    pub owed: f64,
    pub frozen: f64,
    pub order: f64,
}

/// The market of one product in one week: supplier cells by [province][class], destinations by
/// province, exports last.
#[derive(Clone, Debug, Default)]
pub struct MarketOfProduct {
    /// Families by supplier cell; fixed.
    pub families: Vec<Vec<usize>>,
    /// gm by province.
    pub reputation: Vec<f64>,
    /// Orders of producers by province.
    pub orders_of_cells: Vec<f64>,
    /// D by destination.
    pub demand: Vec<f64>,
    /// The part of D that is households'.
    pub household_demand: Vec<f64>,
    /// a by supplier cell.
    pub attraction: Vec<f64>,
    /// weight by [supplier cell][destination].
    pub weight: Vec<Vec<f64>>,
    /// norm by destination.
    pub norm: Vec<f64>,
    /// Y by supplier cell.
    pub orders: Vec<f64>,
    /// FC by supplier cell.
    pub fill_of_cell: Vec<f64>,
    /// MF by destination.
    pub fill: Vec<f64>,
    /// MF of households by destination: with phi inside the sum for visitor products.
    pub household_fill: Vec<f64>,
}

/// Final use of one product in one week at basic prices.
#[derive(Clone, Debug, Default)]
pub struct ProductUse {
    /// Domestic product ordered, by province.
    pub household: Vec<f64>,
    pub government: Vec<f64>,
    pub investment: Vec<f64>,
    pub export: f64,
    /// Imports ordered.
    pub imported_household: Vec<f64>,
    pub imported_government: f64,
    pub imported_investment: f64,
    /// Received, domestic and imported together.
    pub household_received: f64,
    pub government_received: f64,
    pub investment_received: f64,
    pub export_received: f64,
    /// Imports that arrived for final users.
    pub imports_received: f64,
}

/// Households of one province.
#[derive(Clone, Debug, Default)]
pub struct Province {
    /// Y_r.
    pub income: f64,
    /// Yp_r.
    pub permanent_income: f64,
    pub wages: f64,
    pub payouts: f64,
    pub paid_to_members: f64,
    pub support: f64,
    pub direct_tax: f64,
    pub income_in_money: f64,
}

/// National figures.
#[derive(Clone, Debug, Default)]
pub struct Nation {
    /// B for the next week.
    pub anchor: f64,
    /// Y.
    pub income: f64,
    /// Yg.
    pub slow_income: f64,
    /// ibar.
    pub investment: f64,
    pub mu: f64,
    /// Z.
    pub offset: f64,
    pub gva: f64,
    pub gdp: f64,
    pub gdp_by_expenditure: f64,
    /// Multiplier of all rates of product tax.
    pub tax_multiplier: f64,
    pub product_taxes: f64,
    pub input_taxes: f64,
    /// Household consumption at basic prices.
    pub consumption: f64,
    /// Investment at purchaser prices.
    pub investment_at_purchaser_prices: f64,
    /// Interest less write-offs of last week.
    pub bank_result: f64,
    /// Finished and input stocks when the week begins.
    pub opening_stocks: f64,
}

/// Cumulated receipts less payments.
#[derive(Clone, Copy, Debug, Default)]
pub struct Balances {
    pub households: f64,
    pub government: f64,
    pub bank: f64,
    pub world: f64,
}

/// Drivers and shocks of a week.
#[derive(Clone, Debug, Default)]
pub struct Shocked {
    /// M without waves.
    pub mobility: f64,
    /// W without waves.
    pub workplace: f64,
    /// M with waves, national.
    pub mobility_national: f64,
    /// M_r.
    pub mobility_of_province: Vec<f64>,
    /// W_r.
    pub workplace_of_province: Vec<f64>,
    /// a by [sector][province].
    pub availability: Vec<Vec<f64>>,
    /// f_p.
    pub contact: Vec<f64>,
    /// h_p.
    pub habit: Vec<f64>,
    /// phi by [product][province].
    pub demand_multiplier: Vec<Vec<f64>>,
    /// e_p.
    pub exports: Vec<f64>,
    /// Share of imports that does not arrive.
    pub import_failure: Vec<f64>,
    /// factor_p.
    pub demand_factor: Vec<f64>,
}
