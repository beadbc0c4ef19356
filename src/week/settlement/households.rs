//! Households' income and spending, government and the bank, [8.8].

use crate::ids::PROVINCES;
use crate::policy::Action;
use crate::week::Week;
use crate::week::integration;
use crate::week::ledger::Agent;

/// Pays households and closes the balances of all others.
pub(super) fn run(week: &mut Week) {
    income_not_spent(week);
    let (mut total, bank_result) = (0.0, week.state.bank_result);
    for r in 0..PROVINCES {
        total += province(week, r, bank_result);
    }
    rebate_taxes(week);
    pay_ventures(week);
    write_off(week);
    week.flows
        .ledger
        .pay(Agent::Bank, Agent::Households, bank_result);
    let state = &mut *week.state;
    let parameters = &week.scenario.parameters;
    let level = total / week.base.money.consumption_total;
    state.national_income = level;
    state.government_income +=
        parameters.government_income_speed * (level - state.government_income);
    let national = &week.flows.national;
    state.bank_result = national.interest - national.write_offs;
    let ledger = &week.flows.ledger;
    state.government_balance += ledger.net(Agent::Government as usize);
    state.bank_equity += ledger.net(Agent::Bank as usize);
    state.foreign_balance += ledger.net(Agent::World as usize);
}

/// With the channel member income off, what linked households earn above week 0 is saved, [11.11].
fn income_not_spent(week: &mut Week) {
    week.flows.income_not_spent = [0.0; PROVINCES];
    if week.scenario.channels.member_income {
        return;
    }
    let kept = 1.0 - week.base.money.direct_tax_rate;
    for i in 0..week.base.rows {
        if week.state.integration.supplies[i] == 0 {
            continue;
        }
        let (income, usual) = integration::income_of_supplier(week, i);
        let r = week.economy.rows.province[i] as usize;
        week.flows.income_not_spent[r] += kept * (income - usual);
    }
}

/// Income and deposits of one province; its disposable income, bn Rp.
fn province(week: &mut Week, r: usize, bank_result: f64) -> f64 {
    let (state, flows, money) = (&mut *week.state, &mut *week.flows, &week.base.money);
    let parameters = &week.scenario.parameters;
    let share = money.consumption[r] / money.consumption_total;
    let transfer = money.foreign_transfer * share;
    let earned = flows.wages_of_province[r] + flows.payouts_of_province[r] + transfer;
    let taxes = money.direct_tax_rate * earned;
    let before = earned - taxes + money.provincial_transfer[r] + bank_result * share;
    let lost = (money.consumption[r] - before).max(0.0);
    let support = parameters.income_support * lost;
    let income = before + support + flows.levers.transfer[r];
    let spent = spending(flows, r) * (1.0 + money.household_tax_rate * flows.national.tax_factor);
    state.deposits[r] += income - spent;
    let counted = income - flows.income_not_spent[r];
    // A place without households (the twin has 33 of them) has the income of week 0.
    state.income[r] = if money.consumption[r] > 0.0 {
        counted / money.consumption[r]
    } else {
        1.0
    };
    state.permanent_income[r] +=
        parameters.permanent_income_speed * (state.income[r] - state.permanent_income[r]);
    flows.national.support += support;
    let ledger = &mut flows.ledger;
    ledger.pay(Agent::World, Agent::Households, transfer);
    ledger.pay(Agent::Households, Agent::Government, taxes);
    ledger.pay(
        Agent::Government,
        Agent::Households,
        support + flows.levers.transfer[r],
    );
    income
}

/// Consumption of a province at basic prices, imports included.
fn spending(flows: &crate::week::flows::Flows, r: usize) -> f64 {
    let mut spent = 0.0;
    for p in 0..flows.import_failure.len() {
        let place = p * PROVINCES + r;
        spent += flows.household_order[place] * flows.household_fill[place]
            + flows.household_imports[place] * (1.0 - flows.import_failure[p]);
    }
    spent
}

/// Gives back the tax that a relief forgoes on households' purchases of its products.
fn rebate_taxes(week: &mut Week) {
    if !week.flows.levers.active {
        return;
    }
    for p in 0..week.base.sectors {
        let relief = week.flows.levers.tax_relief[p];
        if relief == 0.0 {
            continue;
        }
        for r in 0..PROVINCES {
            let flows = &mut *week.flows;
            let place = p * PROVINCES + r;
            let bought = flows.household_order[place] * flows.household_fill[place]
                + flows.household_imports[place] * (1.0 - flows.import_failure[p]);
            let rebate = relief * bought;
            week.state.deposits[r] += rebate;
            flows.national.subsidies += rebate;
            flows.tax_rebate[p] += rebate;
            flows
                .ledger
                .pay(Agent::Government, Agent::Households, rebate);
        }
    }
}

/// Building of ventures is paid by grants and by members' capital, [11.13].
fn pay_ventures(week: &mut Week) {
    let scenario = week.scenario;
    for instrument in &scenario.policies {
        if let Some((row, cash)) = integration::venture::first_cash(week, instrument) {
            let capital = week.state.weight[row] * cash;
            week.state.cash[row] += cash;
            week.flows.outside_money[row] += cash;
            week.state.deposits[week.economy.rows.province[row] as usize] -= capital;
            week.flows
                .ledger
                .pay(Agent::Households, Agent::Enterprises, capital);
        }
    }
    let all: f64 = week.flows.venture_cost.iter().sum();
    if week.flows.venture_bill == 0.0 || all == 0.0 {
        return;
    }
    for (n, instrument) in scenario.policies.iter().enumerate() {
        let Action::Venture {
            province,
            grant_share,
            ..
        } = instrument.action
        else {
            continue;
        };
        let flows = &mut *week.flows;
        let bill = flows.venture_bill * flows.venture_cost[n] / all;
        let capital = (1.0 - grant_share) * bill;
        week.state.deposits[province] -= capital;
        flows
            .ledger
            .pay(Agent::Households, Agent::Enterprises, capital);
        flows
            .ledger
            .pay(Agent::Government, Agent::Enterprises, grant_share * bill);
    }
}

/// Frozen debts of closed enterprises are written off by the bank, [14.2].
fn write_off(week: &mut Week) {
    let (state, flows) = (&mut *week.state, &mut *week.flows);
    let share = 1.0 / week.scenario.parameters.write_off_weeks;
    let mut total = 0.0;
    for (i, debt) in state.debt_frozen.iter_mut().enumerate() {
        let gone = share * *debt;
        *debt -= gone;
        total += state.weight[i] * gone;
        flows.written_off_of_sector[week.economy.rows.sector[i] as usize] += state.weight[i] * gone;
    }
    flows.national.write_offs = total;
    flows.ledger.pay(Agent::Bank, Agent::Enterprises, total);
}
