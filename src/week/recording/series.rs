//! The series of a week, in the order of the catalogue.

use crate::blocks;
use crate::ids::{CLASSES, Kind, PROVINCES};
use crate::record::{
    CLASS_SERIES, ClassSeries, NATIONAL_SERIES, NationalSeries, PROVINCE_SERIES, ProvinceSeries,
    Records, SECTOR_SERIES, SectorSeries,
};
use crate::week::Week;
use crate::week::flows::Bound;

/// Writes all series of the week just computed.
pub(super) fn write(week: &Week, records: &mut Records) {
    let mut rows = Rows::new(week);
    for i in 0..week.base.rows {
        if week.state.weight[i] != 0.0 {
            rows.add(week, i);
        }
    }
    rows.sector_totals(week);
    let national = national(week, &rows);
    records.national.push(national);
    records.sector.push(rows.sector);
    records.province.push(rows.province);
    records.class.push(rows.class);
    records.spent.push(week.state.spent.clone());
}

/// Sums over rows, by sector, province and class.
struct Rows {
    sector: Vec<f64>,
    province: Vec<f64>,
    class: Vec<f64>,
    /// Value added of week 0 by sector and class: weights of shares.
    class_weight: [f64; CLASSES],
    class_outlay: [f64; CLASSES],
    class_cash: [f64; CLASSES],
    output: f64,
    employment: f64,
    hours: f64,
    capacity: f64,
    open: f64,
    weight: f64,
    cash: f64,
    debt: f64,
}

impl Rows {
    fn new(week: &Week) -> Rows {
        Rows {
            sector: vec![0.0; SECTOR_SERIES.len() * week.base.sectors],
            province: vec![0.0; PROVINCE_SERIES.len() * PROVINCES],
            class: vec![0.0; CLASS_SERIES.len() * CLASSES],
            class_weight: [0.0; CLASSES],
            class_outlay: [0.0; CLASSES],
            class_cash: [0.0; CLASSES],
            output: 0.0,
            employment: 0.0,
            hours: 0.0,
            capacity: 0.0,
            open: 0.0,
            weight: 0.0,
            cash: 0.0,
            debt: 0.0,
        }
    }

    fn add(&mut self, week: &Week, i: usize) {
        let (state, flows, base, rows) =
            (&*week.state, &*week.flows, week.base, &week.economy.rows);
        let (s, r, c) = (
            rows.sector[i] as usize,
            rows.province[i] as usize,
            rows.class[i] as usize,
        );
        let weight = state.weight[i];
        let sector = |series: SectorSeries| series as usize * base.sectors + s;
        let contract_sales = weight * (flows.contract_delivered[i] + flows.premium[i].max(0.0));
        self.sector[sector(SectorSeries::ContractSales)] += contract_sales;
        self.province[ProvinceSeries::ContractSales as usize * PROVINCES + r] += contract_sales;
        if rows.kind[i] == Kind::Cooperative || rows.output[i] == 0.0 {
            return;
        }
        let x0 = rows.output[i];
        let value0 = weight * base.value_added_rate[s] * x0;
        let value = weight * super::row_value_added(flows, base, s, i);
        let jobs = weight * rows.employment[i] * flows.employed[i];
        let orders = flows.spot_orders[i] + flows.contract_orders[i];
        let output = weight * flows.output[i];
        self.sector[sector(SectorSeries::Output)] += output;
        self.sector[sector(SectorSeries::Employment)] += jobs;
        self.sector[sector(SectorSeries::OpenShare)] += value0 * state.open_share[i];
        let fill = if orders > 0.0 {
            flows.delivered[i] / orders
        } else {
            1.0
        };
        self.sector[sector(SectorSeries::FillRate)] += value0 * fill;
        self.sector[sector(bound_series(flows.bound[i]))] += value0;
        self.province[ProvinceSeries::ValueAdded as usize * PROVINCES + r] += value;
        self.province[ProvinceSeries::Employment as usize * PROVINCES + r] += jobs;
        self.class[ClassSeries::ValueAdded as usize * CLASSES + c] += value;
        self.class[ClassSeries::Employment as usize * CLASSES + c] += jobs;
        self.class[ClassSeries::OpenShare as usize * CLASSES + c] += value0 * state.open_share[i];
        self.class_weight[c] += value0;
        self.class_outlay[c] += weight * base.outlay[i];
        self.class_cash[c] += weight * state.cash[i];
        self.output += output;
        self.employment += jobs;
        self.hours += value0 * state.hours[i] / x0;
        self.capacity += value0 * state.capacity[i] / x0;
        self.open += value0 * state.open_share[i];
        self.weight += value0;
        self.cash += weight * (state.cash[i] + state.cash_frozen[i]);
        self.debt += weight * (state.debt[i] + state.debt_frozen[i]);
    }

    /// Turns sums into shares and adds what is known by sector.
    fn sector_totals(&mut self, week: &Week) {
        let n = week.base.sectors;
        for s in 0..n {
            let at = |series: SectorSeries| series as usize * n + s;
            let bounds = [
                SectorSeries::BoundByDemand,
                SectorSeries::BoundByLabour,
                SectorSeries::BoundByCapacity,
                SectorSeries::BoundByInputs,
                SectorSeries::BoundByMoney,
            ];
            let total: f64 = bounds.iter().map(|&series| self.sector[at(series)]).sum();
            if total > 0.0 {
                for series in bounds {
                    self.sector[at(series)] /= total;
                }
                self.sector[at(SectorSeries::OpenShare)] /= total;
                self.sector[at(SectorSeries::FillRate)] /= total;
            }
            self.sector[at(SectorSeries::ValueAdded)] = week.flows.gva_of_sector[s];
            self.sector[at(SectorSeries::ImportsOfProduct)] = week.flows.imports_of_product[s];
            if week.base.agriculture[s] {
                let share = agriculture_share(week, s);
                let taken_up = week.state.agriculture_heads * share;
                self.sector[at(SectorSeries::Employment)] += taken_up;
                self.employment += taken_up;
            }
        }
        for c in 0..CLASSES {
            if self.class_weight[c] > 0.0 {
                self.class[ClassSeries::OpenShare as usize * CLASSES + c] /= self.class_weight[c];
                self.class[ClassSeries::Cash as usize * CLASSES + c] =
                    self.class_cash[c] / self.class_outlay[c];
            }
        }
        for r in 0..PROVINCES {
            self.province[ProvinceSeries::HouseholdIncome as usize * PROVINCES + r] =
                week.state.income[r] * week.base.money.consumption[r];
        }
    }
}

fn bound_series(bound: Bound) -> SectorSeries {
    match bound {
        Bound::Demand => SectorSeries::BoundByDemand,
        Bound::Labour => SectorSeries::BoundByLabour,
        Bound::Capacity => SectorSeries::BoundByCapacity,
        Bound::Inputs => SectorSeries::BoundByInputs,
        Bound::Money => SectorSeries::BoundByMoney,
    }
}

fn agriculture_share(week: &Week, s: usize) -> f64 {
    let sectors = &week.economy.tables.sectors;
    let all: f64 = sectors
        .iter()
        .zip(&week.base.agriculture)
        .filter(|(_, inside)| **inside)
        .map(|(sector, _)| sector.employment_thousand)
        .sum();
    sectors[s].employment_thousand / all
}

fn national(week: &Week, rows: &Rows) -> Vec<f64> {
    let (state, base) = (&*week.state, week.base);
    let flow = &week.flows.national;
    let gva: f64 = week.flows.gva_of_sector.iter().sum();
    let imports = flow.consumption_imports
        + flow.government_imports
        + flow.investment_imports
        + flow.imported_inputs;
    let consumption = flow.consumption_basic
        + flow.tax_factor * base.money.household_tax_rate * flow.consumption_basic;
    let gdp = gva + flow.product_taxes;
    let exports = flow.exports * (1.0 + flow.tax_factor * base.money.export_tax_rate);
    let government =
        flow.government_basic * (1.0 + flow.tax_factor * base.money.government_tax_rate);
    let mut values = vec![0.0; NATIONAL_SERIES.len()];
    let mut set = |series: NationalSeries, value: f64| values[series as usize] = value;
    set(NationalSeries::Output, rows.output);
    set(NationalSeries::Gva, gva);
    set(NationalSeries::ProductTaxes, flow.product_taxes);
    set(NationalSeries::Gdp, gdp);
    set(NationalSeries::Consumption, consumption);
    set(NationalSeries::Government, government);
    set(NationalSeries::Investment, flow.bill);
    set(NationalSeries::Exports, exports);
    set(NationalSeries::Imports, imports);
    let final_uses = consumption + government + flow.bill + exports - imports;
    set(NationalSeries::StockChange, gdp - final_uses);
    set(NationalSeries::ImportedInputs, flow.imported_inputs);
    set(NationalSeries::DomesticInputs, flow.domestic_inputs);
    set(NationalSeries::Employment, rows.employment);
    set(NationalSeries::Hours, rows.hours / rows.weight);
    set(NationalSeries::Wages, flow.wages);
    set(NationalSeries::HouseholdIncome, state.national_income);
    let permanent: f64 = (0..PROVINCES)
        .map(|r| state.permanent_income[r] * base.money.consumption[r])
        .sum();
    set(
        NationalSeries::PermanentIncome,
        permanent / base.money.consumption_total,
    );
    set(NationalSeries::Anchor, state.anchor);
    set(NationalSeries::OpenShare, rows.open / rows.weight);
    set(NationalSeries::Capacity, rows.capacity / rows.weight);
    set(NationalSeries::Cash, rows.cash);
    set(NationalSeries::Debt, rows.debt);
    let credit = &state.sourcing.credit;
    set(NationalSeries::TradeCredit, blocks::total(&credit.owed));
    set(NationalSeries::GovernmentBalance, state.government_balance);
    set(NationalSeries::ForeignBalance, state.foreign_balance);
    set(NationalSeries::PublicCost, flow.public_cost);
    set(NationalSeries::Attempts, flow.attempts);
    set(NationalSeries::ExternalOffset, flow.offset);
    set(NationalSeries::ExportsAdded, flow.exports_added);
    set(NationalSeries::AccountingResidual, flow.residual);
    crate::week::integration::record(week, &mut set);
    values
}
