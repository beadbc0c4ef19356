//! Money of enterprises and cooperatives, [8.3] to [8.7].

use crate::economy::WEEKS_PER_YEAR;
use crate::ids::{Kind, PROVINCES};
use crate::week::Week;
use crate::week::ledger::Agent;
use crate::week::production::credit_line;

/// Weeks of outlays below which payouts shrink.
const CAUTIOUS_WEEKS: f64 = 2.0;
/// Payouts shrink to this share.
const LEAST_PAYOUT: f64 = 0.5;

/// Settles every row and books the totals.
pub(super) fn run(week: &mut Week) {
    week.flows.wages_of_province = [0.0; PROVINCES];
    week.flows.payouts_of_province = [0.0; PROVINCES];
    let bill = investment_bill(week);
    for i in 0..week.base.rows {
        if week.state.weight[i] == 0.0 {
            continue;
        }
        if week.economy.rows.kind[i] == Kind::Cooperative {
            settle_cooperative(week, i);
        } else {
            settle_enterprise(week, i, bill);
        }
    }
}

/// How the investment bill falls on enterprises, per unit of I0 i and of I0, [8.4]: by what they
/// plan, or where nobody plans to invest by what they invest at week 0.
#[derive(Clone, Copy)]
struct Bill {
    per_planned: f64,
    per_baseline: f64,
}

/// Divides national investment at purchaser prices over the plans.
fn investment_bill(week: &mut Week) -> Bill {
    let base = week.base;
    let (mut planned, mut baseline) = (0.0, 0.0);
    for i in 0..base.rows {
        let usual = week.state.weight[i] * base.investment0[i];
        planned += usual * week.state.investment[i];
        baseline += usual;
    }
    let national = &mut week.flows.national;
    let rate = base.money.investment_tax_rate * national.tax_factor;
    national.bill = national.investment_basic * (1.0 + rate);
    let ventures = week.flows.venture_share * week.flows.national.bill;
    week.flows.venture_bill = ventures;
    let enterprises = week.flows.national.bill - ventures;
    if planned > 0.0 {
        Bill {
            per_planned: enterprises / planned,
            per_baseline: 0.0,
        }
    } else {
        Bill {
            per_planned: 0.0,
            per_baseline: enterprises / baseline,
        }
    }
}

fn settle_enterprise(week: &mut Week, i: usize, of_all: Bill) {
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    let parameters = &week.scenario.parameters;
    let rows = &week.economy.rows;
    let (s, family) = (rows.sector[i] as usize, rows.family[i] as usize);
    let weight = state.weight[i];

    let sales = flows.delivered[i] + flows.premium[i] - flows.margin_lost[i];
    let bought =
        flows.domestic_received[i] + flows.imports_received[i] + flows.contract_received[i];
    let input_tax = base.input_tax_rate[s] * flows.national.tax_factor * bought;
    let wages = base.wage_rate[i] * state.hours[i];
    let production_tax = base.production_tax_rate[s] * flows.output[i];
    let rate = parameters.policy_rate + parameters.lending_margin;
    let subsidised = flows.levers.interest_subsidy[i].min(rate);
    let interest = state.debt[i] * rate / WEEKS_PER_YEAR;
    let interest_paid = state.debt[i] * (rate - subsidised) / WEEKS_PER_YEAR;
    let subsidy = flows.levers.wage_subsidy[i] * wages + flows.levers.grant[i];
    let share = of_all.per_planned * state.investment[i] + of_all.per_baseline;
    let bill = base.investment0[i] * share;

    let surplus = sales - bought - input_tax - wages - production_tax - interest_paid;
    let change = surplus - base.surplus0[i] - (bill - base.investment0[i]);
    let caution = (state.cash[i] / (CAUTIOUS_WEEKS * base.outlay[i])).clamp(LEAST_PAYOUT, 1.0);
    let wanted = base.payout0[i] + parameters.payout_response * change;
    let payout = state.open_share[i] * wanted.max(0.0) * caution; // [8.5]

    let credit = flows.credit_received[family] - flows.credit_paid[family];
    let contracts = flows.contract_receipts[i] - flows.contract_payments[i];
    let instalment = state.debt[i] / parameters.debt_instalment_weeks;
    state.cash[i] += surplus - payout - bill + credit + contracts + subsidy - instalment;
    state.debt[i] -= instalment;
    let line = credit_line(base, &flows.levers, i);
    if state.cash[i] < 0.0 {
        let drawn = (-state.cash[i]).min((line - state.debt[i]).max(0.0)); // [8.6]
        state.cash[i] += drawn;
        state.debt[i] += drawn;
    }
    flows.wages[i] = wages;
    flows.payout[i] = payout;
    flows.bill[i] = bill;
    flows.interest_subsidised[i] = interest - interest_paid;
    flows.outside_money[i] = subsidy - interest_paid;
    let r = rows.province[i] as usize;
    flows.wages_of_province[r] += weight * wages;
    flows.payouts_of_province[r] += weight * payout;
    let ledger = &mut flows.ledger;
    ledger.pay(
        Agent::Enterprises,
        Agent::Households,
        weight * (wages + payout),
    );
    ledger.pay(
        Agent::Enterprises,
        Agent::World,
        weight * flows.imports_received[i],
    );
    ledger.pay(
        Agent::Enterprises,
        Agent::Government,
        weight * production_tax,
    );
    ledger.pay(Agent::Enterprises, Agent::Bank, weight * interest_paid);
    ledger.pay(
        Agent::Government,
        Agent::Bank,
        weight * (interest - interest_paid),
    );
    ledger.pay(Agent::Government, Agent::Enterprises, weight * subsidy);
    flows.national.wages += weight * wages;
    flows.national.payouts += weight * payout;
    flows.national.production_taxes += weight * production_tax;
    flows.national.interest += weight * interest;
    flows.national.subsidies += weight * (subsidy + interest - interest_paid);
    flows.national.imported_inputs += weight * flows.imports_received[i];
    flows.national.domestic_inputs +=
        weight * (flows.domestic_received[i] + flows.contract_received[i]);
}

/// [8.7]: staff and members' surplus are paid, the rest is the reserve.
fn settle_cooperative(week: &mut Week, i: usize) {
    let (state, flows, base) = (&mut *week.state, &mut *week.flows, week.base);
    let parameters = &week.scenario.parameters;
    let c = base.cooperative_of_row[i] as usize;
    let margin = base.cooperative_margin;
    let weight = state.weight[i];
    let sales = flows.delivered[i];
    let purchases = flows.cooperative_delivered[c] * (1.0 - margin);
    let staff = 0.5 * margin * sales;
    let surplus = sales + flows.premium[i] - purchases - staff;
    let shared = base.surplus0[i] + parameters.surplus_to_members * (surplus - base.surplus0[i]);
    let shu = shared.max(0.0);
    let credit = flows.credit_received[i];
    let contracts = flows.contract_receipts[i];
    state.cash[i] += surplus - shu + credit + contracts;
    flows.wages[i] = staff;
    flows.payout[i] = shu;
    let r = week.economy.rows.province[i] as usize;
    flows.wages_of_province[r] += weight * staff;
    flows.payouts_of_province[r] += weight * shu;
    flows.national.wages += weight * staff;
    flows.national.payouts += weight * shu;
    let received = sales + flows.premium[i] + credit + contracts;
    let ledger = &mut flows.ledger;
    ledger.pay(Agent::Enterprises, Agent::Cooperatives, weight * received);
    ledger.pay(Agent::Cooperatives, Agent::Enterprises, weight * purchases);
    ledger.pay(
        Agent::Cooperatives,
        Agent::Households,
        weight * (staff + shu),
    );
}
