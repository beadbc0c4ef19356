//! Scratch of one week: computed from the state, forgotten when the next week begins. Allocated
//! once, so a week allocates nothing.

use super::baseline::Baseline;
use super::ledger::Ledger;
use super::settlement::{Buyer, Seller};
use crate::economy::{Economy, MARKET_CELLS, MARKET_DESTINATIONS};
use crate::ids::{CLASSES, PROVINCES};

/// Which limit bound a row's output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Bound {
    Demand = 0,
    Labour = 1,
    Capacity = 2,
    Inputs = 3,
    Money = 4,
}

/// All that phases tell each other within a week.
#[derive(Clone, Debug)]
pub(crate) struct Flows {
    // Phase 1
    /// National driver M of contact, and by province; driver W by province.
    pub contact: f64,
    pub contact_of_province: [f64; PROVINCES],
    pub workplace_of_province: [f64; PROVINCES],
    /// Labour availability, [sector * 34 + province].
    pub availability: Vec<f64>,
    /// Demand multiplier phi, [product * 34 + province].
    pub contact_demand: Vec<f64>,
    /// National contact response by product.
    pub national_response: Vec<f64>,
    pub export_factor: Vec<f64>,
    pub demand_factor: Vec<f64>,
    pub import_failure: Vec<f64>,
    /// Share of capacity closed by order, by lever cell.
    pub closure: Vec<f64>,
    pub levers: Levers,
    // Phase 4
    pub productivity: Vec<f64>,
    pub target: Vec<f64>,
    pub labour_limit: Vec<f64>,
    pub capacity_limit: Vec<f64>,
    pub money_limit: Vec<f64>,
    pub can: Vec<f64>,
    pub planned: Vec<f64>,
    pub bound: Vec<Bound>,
    pub output: Vec<f64>,
    /// Inputs used per real enterprise, value at basic prices.
    pub inputs_used: Vec<f64>,
    // Phase 5, cells of rows
    pub domestic_order: Vec<f64>,
    pub import_order: Vec<f64>,
    pub cooperative_order: Vec<f64>,
    pub import_factor: Vec<f64>,
    // Phase 6, [product * 34 + province]
    pub household_order: Vec<f64>,
    pub household_imports: Vec<f64>,
    pub government_order: Vec<f64>,
    pub investment_order: Vec<f64>,
    pub government_imports: Vec<f64>,
    pub investment_imports: Vec<f64>,
    pub export_order: Vec<f64>,
    /// Export orders that facilitation brings to rows, per real enterprise, and their deliveries by
    /// product.
    pub added_exports: Vec<f64>,
    pub added_exports_of_product: Vec<f64>,
    // Phase 7
    /// Spot orders of families by slot: on the markets [product * 34 + province], then by linked
    /// cell over its norm.
    pub slot_order: Vec<f64>,
    pub linked_norm: Vec<f64>,
    /// Fill rate of each slot.
    pub slot_fill: Vec<f64>,
    pub market_fill: Vec<f64>,
    pub household_fill: Vec<f64>,
    pub export_fill: Vec<f64>,
    pub attraction: Vec<f64>,
    pub market_orders_of_cell: Vec<f64>,
    pub fill_of_market_cell: Vec<f64>,
    /// Attraction over week 0, [product * 136 + cell].
    pub relative_attraction: Vec<f64>,
    /// Sum of weights into each destination, [product * 35 + destination].
    pub market_norm: Vec<f64>,
    pub family_orders: Vec<f64>,
    pub family_link_orders: Vec<f64>,
    pub family_fill: Vec<f64>,
    /// Reputation x fill by family.
    pub reputed_fill: Vec<f64>,
    pub spot_orders: Vec<f64>,
    pub contract_orders: Vec<f64>,
    pub row_fill: Vec<f64>,
    pub contract_fill: Vec<f64>,
    pub delivered: Vec<f64>,
    pub contract_delivered: Vec<f64>,
    pub cooperative_delivered: Vec<f64>,
    /// Domestic spot purchases, contract purchases and imports received per real enterprise.
    pub domestic_received: Vec<f64>,
    pub imports_received: Vec<f64>,
    pub contract_received: Vec<f64>,
    // Phase 8
    /// Contract money of a row: receipts less their volume in `delivered`, payments.
    pub contract_receipts: Vec<f64>,
    pub contract_payments: Vec<f64>,
    /// Premium earned (seller) or paid (buyer, negative), per real enterprise.
    pub premium: Vec<f64>,
    pub sellers: Vec<Seller>,
    pub buyers: Vec<Buyer>,
    pub credit_received: Vec<f64>,
    pub credit_paid: Vec<f64>,
    /// Imports by product, all users.
    pub imports_of_product: Vec<f64>,
    /// Inputs used, by product, all rows together.
    pub use_of_product: Vec<f64>,
    /// The same by sector and input, without contract goods.
    pub used_of_input: Vec<f64>,
    /// Share of imports that arrives, and factor of the import share, by sector and input.
    pub arrives_of_input: Vec<f64>,
    pub import_factor_of_input: Vec<f64>,
    /// Contract stock drawn this week, by row cell; only cells with contracts are touched. Without
    /// an instrument this column and the next two are empty.
    pub contract_drawn: Vec<f64>,
    /// What contracts on a row cell want, and what its buyer needs per real enterprise.
    pub contract_wanted: Vec<f64>,
    pub contract_need: Vec<f64>,
    /// Strength of each instrument this week, what the budget pays included.
    pub instrument_strength: Vec<f64>,
    /// What building ventures costs by instrument, and all that was built.
    pub venture_cost: Vec<f64>,
    pub venture_bill: f64,
    pub venture_share: f64,
    /// Interest that government may take over, per real enterprise.
    pub interest_subsidised: Vec<f64>,
    /// Subsidies received less interest paid, per real enterprise.
    pub outside_money: Vec<f64>,
    /// Debts forgiven (bank and trade, received less given), by sector.
    pub written_off_of_sector: Vec<f64>,
    /// What a member loses to its cooperative's margin.
    pub margin_lost: Vec<f64>,
    pub wages: Vec<f64>,
    pub payout: Vec<f64>,
    pub bill: Vec<f64>,
    pub wages_of_province: [f64; PROVINCES],
    pub payouts_of_province: [f64; PROVINCES],
    /// Extra income of linked households that a switched-off channel keeps from being spent.
    pub income_not_spent: [f64; PROVINCES],
    pub tax_rebate: Vec<f64>,
    // Phase 9
    /// Persons in work over week 0; 1 in rows that have not worked yet.
    pub employed: Vec<f64>,
    // Phase 10
    /// Links of one product that ended, with room for all: province of the supplier and rank by value.
    pub ended_links: Vec<u64>,
    pub national: National,
    pub ledger: Ledger,
    // Record
    pub gva_of_sector: Vec<f64>,
}

/// Policy levers by row, product and nation; neutral each week.
#[derive(Clone, Debug)]
pub(crate) struct Levers {
    /// Any instrument in force: else everything is neutral and not looked at.
    pub active: bool,
    /// A lever of rows is set: else those are neutral and not looked at.
    pub on_rows: bool,
    pub wage_subsidy: Vec<f64>,
    pub credit_access: Vec<f64>,
    pub interest_subsidy: Vec<f64>,
    pub grant: Vec<f64>,
    pub term_cap: Vec<f64>,
    pub export_rise: Vec<f64>,
    /// Demand multiplier and tax given up by product.
    pub demand: Vec<f64>,
    pub tax_relief: Vec<f64>,
    /// Transfers to households by province, bn Rp 2010.
    pub transfer: [f64; PROVINCES],
    pub search_breadth: f64,
}

/// National flows of the week, bn Rp.
#[derive(Clone, Debug, Default)]
pub(crate) struct National {
    pub tax_factor: f64,
    pub product_taxes: f64,
    pub input_taxes: f64,
    pub consumption_basic: f64,
    pub consumption_imports: f64,
    pub government_basic: f64,
    pub government_imports: f64,
    pub investment_basic: f64,
    pub investment_imports: f64,
    pub exports: f64,
    pub imported_inputs: f64,
    pub domestic_inputs: f64,
    pub wages: f64,
    pub payouts: f64,
    pub production_taxes: f64,
    pub bill: f64,
    pub interest: f64,
    pub write_offs: f64,
    pub public_cost: f64,
    pub subsidies: f64,
    pub support: f64,
    pub contract_sales: f64,
    pub imports_displaced: f64,
    pub spot_displaced: f64,
    pub exports_added: f64,
    pub offset: f64,
    pub attempts: f64,
    pub residual: f64,
}

impl Levers {
    fn new(sectors: usize, rows: usize) -> Levers {
        Levers {
            active: false,
            on_rows: false,
            wage_subsidy: vec![0.0; rows],
            credit_access: vec![0.0; rows],
            interest_subsidy: vec![0.0; rows],
            grant: vec![0.0; rows],
            term_cap: vec![f64::INFINITY; rows],
            export_rise: vec![0.0; rows],
            demand: vec![1.0; sectors],
            tax_relief: vec![0.0; sectors],
            transfer: [0.0; PROVINCES],
            search_breadth: 1.0,
        }
    }

    /// Sets every lever back to neutral.
    pub fn neutral(&mut self) {
        if self.on_rows {
            self.on_rows = false;
            self.wage_subsidy.fill(0.0);
            self.credit_access.fill(0.0);
            self.interest_subsidy.fill(0.0);
            self.grant.fill(0.0);
            self.term_cap.fill(f64::INFINITY);
            self.export_rise.fill(0.0);
        }
        if !self.active {
            return;
        }
        self.active = false;
        self.demand.fill(1.0);
        self.tax_relief.fill(0.0);
        self.transfer = [0.0; PROVINCES];
        self.search_breadth = 1.0;
    }
}

impl Flows {
    /// Room for one week of this economy.
    pub fn new(economy: &Economy, base: &Baseline, instruments: usize) -> Flows {
        let (n, s, f) = (base.rows, base.sectors, economy.families);
        let row_cells = base.row_cell_start[n] as usize;
        let linked = base.exchange.market.len();
        let most_exchangeable = base
            .exchangeable_links
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(0);
        let row = || vec![0.0; n];
        let place = || vec![0.0; s * PROVINCES];
        let mut flows = Flows {
            contact: 0.0,
            contact_of_province: [0.0; PROVINCES],
            workplace_of_province: [0.0; PROVINCES],
            availability: vec![1.0; s * PROVINCES],
            contact_demand: vec![1.0; s * PROVINCES],
            national_response: vec![0.0; s],
            export_factor: vec![1.0; s],
            demand_factor: vec![1.0; s],
            import_failure: vec![0.0; s],
            closure: vec![0.0; s * PROVINCES * CLASSES],
            levers: Levers::new(s, n),
            productivity: vec![1.0; n],
            target: row(),
            labour_limit: row(),
            capacity_limit: row(),
            money_limit: row(),
            can: row(),
            planned: row(),
            bound: vec![Bound::Demand; n],
            output: row(),
            inputs_used: row(),
            domestic_order: vec![0.0; row_cells],
            import_order: vec![0.0; row_cells],
            cooperative_order: vec![0.0; economy.cooperatives.len()],
            import_factor: vec![1.0; s],
            household_order: place(),
            household_imports: place(),
            government_order: place(),
            investment_order: place(),
            government_imports: vec![0.0; s],
            investment_imports: vec![0.0; s],
            export_order: vec![0.0; s],
            added_exports: row(),
            added_exports_of_product: vec![0.0; s],
            slot_order: vec![0.0; s * PROVINCES + linked],
            linked_norm: vec![1.0; linked],
            slot_fill: vec![1.0; s * PROVINCES + linked],
            market_fill: place(),
            household_fill: place(),
            export_fill: vec![0.0; s],
            attraction: vec![0.0; s * MARKET_CELLS],
            market_orders_of_cell: vec![0.0; s * MARKET_CELLS],
            fill_of_market_cell: vec![1.0; s * MARKET_CELLS],
            relative_attraction: vec![1.0; s * MARKET_CELLS],
            market_norm: vec![0.0; s * MARKET_DESTINATIONS],
            family_orders: vec![0.0; f],
            family_link_orders: vec![0.0; f],
            family_fill: vec![1.0; f],
            reputed_fill: vec![1.0; f],
            spot_orders: row(),
            contract_orders: row(),
            row_fill: vec![1.0; n],
            contract_fill: vec![1.0; n],
            delivered: row(),
            contract_delivered: row(),
            cooperative_delivered: vec![0.0; economy.cooperatives.len()],
            domestic_received: row(),
            imports_received: row(),
            contract_received: row(),
            contract_receipts: row(),
            contract_payments: row(),
            premium: row(),
            sellers: vec![Seller::default(); f],
            buyers: vec![Buyer::default(); f],
            credit_received: vec![0.0; f],
            credit_paid: vec![0.0; f],
            imports_of_product: vec![0.0; s],
            use_of_product: vec![0.0; s],
            used_of_input: vec![0.0; s * base.most_inputs],
            arrives_of_input: vec![1.0; s * base.most_inputs],
            import_factor_of_input: vec![1.0; s * base.most_inputs],
            contract_drawn: Vec::new(),
            contract_wanted: Vec::new(),
            contract_need: Vec::new(),
            instrument_strength: Vec::new(),
            venture_cost: Vec::new(),
            venture_bill: 0.0,
            venture_share: 0.0,
            interest_subsidised: row(),
            outside_money: row(),
            written_off_of_sector: vec![0.0; s],
            margin_lost: row(),
            wages: row(),
            payout: row(),
            bill: row(),
            wages_of_province: [0.0; PROVINCES],
            payouts_of_province: [0.0; PROVINCES],
            income_not_spent: [0.0; PROVINCES],
            tax_rebate: vec![0.0; s],
            employed: vec![1.0; n],
            ended_links: vec![0; most_exchangeable],
            national: National::default(),
            ledger: Ledger::default(),
            gva_of_sector: vec![0.0; s],
        };
        flows.adopt_instruments(base, instruments);
        flows
    }

    /// Room for the instruments of a scenario, and for contracts if there is one.
    pub fn adopt_instruments(&mut self, base: &Baseline, instruments: usize) {
        self.instrument_strength = vec![0.0; instruments];
        self.venture_cost = vec![0.0; instruments];
        if instruments > 0 && self.contract_drawn.is_empty() {
            let row_cells = base.row_cell_start[base.rows] as usize;
            self.contract_drawn = vec![0.0; row_cells];
            self.contract_wanted = vec![0.0; row_cells];
            self.contract_need = vec![0.0; row_cells];
        }
    }
}
