//! The steady-year accounts, closed exactly after reading.
//!
//! The files hold 14 digits and were balanced to about 1e-11; the model needs more, because a
//! week without shocks has to reproduce itself for ten years. Outputs, primary inputs, imports
//! and taxes are taken as they are; domestic use is fitted again (RAS) to the sums that follow
//! from them, and what rounding leaves in the row of a product goes to its largest final use.

use super::ras::{RasReport, ras};
use super::reader::Table;
use super::{Accounts, Sector, SectorScheme};
use ndarray::Array2;

/// Largest relative residual that the fit may leave in a product row before its final use takes
/// it up.
const TOLERANCE: f64 = 1e-13;
/// The files are all but balanced: a fit that needs more sweeps than this is fed wrong data.
const MAX_SWEEPS: usize = 200;

impl Accounts {
    /// Value added of each sector: compensation + operating surplus + taxes on production.
    pub fn value_added(&self) -> Vec<f64> {
        (0..self.output.len())
            .map(|s| self.compensation[s] + self.operating_surplus[s] + self.production_taxes[s])
            .collect()
    }

    /// Domestic final demand for each product: household, government, investment and exports.
    pub fn final_demand(&self) -> Vec<f64> {
        (0..self.output.len())
            .map(|product| self.final_demand_of(product))
            .collect()
    }

    /// Gross value added of the nation at basic prices, bn Rp a year (10,498,611).
    pub fn gross_value_added(&self) -> f64 {
        self.value_added().iter().sum()
    }

    /// Gross domestic product at market prices from the side of production, bn Rp a year
    /// (10,902,693): value added and all product taxes.
    pub fn gross_domestic_product(&self) -> f64 {
        self.gross_value_added()
            + self.product_taxes.iter().sum::<f64>()
            + self.final_product_taxes.iter().sum::<f64>()
    }

    fn final_demand_of(&self, product: usize) -> f64 {
        self.household[product]
            + self.government[product]
            + self.investment[product]
            + self.export[product]
    }

    /// Domestic inputs of a sector at basic prices, as output less everything else it pays.
    fn domestic_inputs_of(&self, sector: usize) -> f64 {
        self.output[sector]
            - self.imported_use.column(sector).sum()
            - self.product_taxes[sector]
            - self.compensation[sector]
            - self.operating_surplus[sector]
            - self.production_taxes[sector]
    }

    /// Fits domestic use to the rest of the accounts.
    fn close(&mut self) -> RasReport {
        let sectors = self.output.len();
        let by_sector: Vec<f64> = (0..sectors).map(|s| self.domestic_inputs_of(s)).collect();
        let mut by_product: Vec<f64> = (0..sectors)
            .map(|p| self.output[p] - self.final_demand_of(p))
            .collect();
        // Both count all domestic inputs; rounding in the files keeps them 1e-12 apart.
        let scale = by_sector.iter().sum::<f64>() / by_product.iter().sum::<f64>();
        by_product.iter_mut().for_each(|sum| *sum *= scale);
        // The fit ends exact on its rows. Sectors have no other place for a residual, products
        // have final demand: so sectors are the rows.
        let mut use_by_sector = self.domestic_use.t().as_standard_layout().into_owned();
        let report = ras(
            &mut use_by_sector,
            &by_sector,
            &by_product,
            TOLERANCE,
            MAX_SWEEPS,
        );
        self.domestic_use = use_by_sector.t().as_standard_layout().into_owned();
        let (sold, unsold): (Vec<usize>, Vec<usize>) =
            (0..sectors).partition(|&product| self.final_demand_of(product) > 0.0);
        unsold
            .into_iter()
            .for_each(|product| self.close_row_by_inputs(product, &sold));
        sold.into_iter()
            .for_each(|product| self.close_row_by_final_use(product));
        report
    }

    /// What is left of a product's output.
    fn residual_of(&self, product: usize) -> f64 {
        self.output[product]
            - (self.domestic_use.row(product).sum() + self.final_demand_of(product))
    }

    /// Adds what is left of a product's output to its largest final use.
    fn close_row_by_final_use(&mut self, product: usize) {
        let residual = self.residual_of(product);
        let uses = [
            &mut self.household,
            &mut self.government,
            &mut self.investment,
            &mut self.export,
        ];
        let largest = uses
            .into_iter()
            .map(|column| &mut column[product])
            .max_by(|a, b| a.total_cmp(b))
            .expect("there are four final uses");
        *largest += residual;
    }

    /// Closes the row of a product without final use (repair of machinery) by its largest user, who takes
    /// as much less of the product it uses most among those that have a final use.
    fn close_row_by_inputs(&mut self, product: usize, sold: &[usize]) {
        let residual = self.residual_of(product);
        let used = &self.domestic_use;
        let user = (0..self.output.len())
            .max_by(|&a, &b| used[[product, a]].total_cmp(&used[[product, b]]))
            .expect("there are sectors");
        let other = sold
            .iter()
            .copied()
            .max_by(|&a, &b| used[[a, user]].total_cmp(&used[[b, user]]))
            .expect("some product has a final use");
        self.domestic_use[[product, user]] += residual;
        self.domestic_use[[other, user]] -= residual;
    }
}

/// Reads the balanced tables of a scheme and closes them.
pub(super) fn read_accounts(scheme: SectorScheme, sectors: &[Sector]) -> Accounts {
    let mut accounts = read_tables(scheme.name(), sectors);
    let report = accounts.close();
    assert!(
        report.closed,
        "data/{}/balanced: {}",
        scheme.name(),
        report.describe(
            &sectors[report.worst_row.index].code,
            &sectors[report.worst_column.index].code
        )
    );
    accounts
}

fn read_tables(folder: &str, sectors: &[Sector]) -> Accounts {
    let codes: Vec<&str> = sectors.iter().map(|sector| sector.code.as_str()).collect();
    let square = |name: &str| -> Array2<f64> {
        Table::open(&format!("{folder}/balanced/{name}.csv")).square(&codes)
    };
    let demand = Table::open(&format!("{folder}/balanced/final_demand.csv"));
    let final_use = |name: &str| demand.column(name, &codes);
    let primary = Table::open(&format!("{folder}/primary_inputs.csv"));
    let input = |name: &str| primary.column(name, &codes);
    let mut accounts = Accounts {
        domestic_use: square("domestic_use"),
        imported_use: square("imported_use"),
        household: final_use("domestic_household"),
        government: final_use("domestic_government"),
        investment: final_use("domestic_investment"),
        export: final_use("domestic_export"),
        imported_household: final_use("imported_household"),
        imported_government: final_use("imported_government"),
        imported_investment: final_use("imported_investment"),
        output: sectors.iter().map(|sector| sector.output).collect(),
        compensation: input("compensation"),
        operating_surplus: input("operating_surplus"),
        production_taxes: input("production_taxes"),
        product_taxes: input("product_taxes"),
        final_product_taxes: [0.0; 4],
    };
    accounts.final_product_taxes = final_product_taxes(folder, &accounts);
    accounts
}

/// Taxes on household, government, investment, export. There are no inventories in a steady
/// year, so the tax on them is spread over household and investment by their use.
fn final_product_taxes(folder: &str, accounts: &Accounts) -> [f64; 4] {
    let table = Table::open(&format!("{folder}/final_demand_taxes.csv"));
    let tax = |category: &str| {
        let row = table.rows().find(|row| row.text("category") == category);
        row.expect("the table has a row for each category of final demand")
            .number("product_taxes")
    };
    let total = |domestic: &[f64], imported: &[f64]| -> f64 {
        domestic.iter().sum::<f64>() + imported.iter().sum::<f64>()
    };
    let household_use = total(&accounts.household, &accounts.imported_household);
    let investment_use = total(&accounts.investment, &accounts.imported_investment);
    let on_inventories = tax("inventories");
    let to_household = on_inventories * household_use / (household_use + investment_use);
    [
        tax("household") + to_household,
        tax("government"),
        tax("investment") + (on_inventories - to_household),
        tax("export"),
    ]
}
