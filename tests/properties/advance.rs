//! Money paid at signing [11.14]: whose it is, and that none is made or lost by it.

use crate::support::{advance as simulate, model, run, shipped, worst_residual};
use pulih::policy::Action;
use pulih::record::Records;
use pulih::scenario::{Churn, Scenario};
use pulih::week::Model;

/// The programme of tests without shock, with an advance of this share of a quarter's sales.
fn with_advance(share: f64) -> Scenario {
    let mut scenario = Scenario {
        shocks: Vec::new(),
        churn: Churn::Off,
        ..shipped("test_programme")
    };
    let programme = |id: &str| id == "small_programme";
    scenario
        .policies
        .retain(|instrument| programme(&instrument.id));
    let Action::Integration { advance_share, .. } = &mut scenario.policies[0].action else {
        panic!("the programme of tests is one of integration");
    };
    *advance_share = share;
    scenario
}

fn column(model: &Model, name: &str) -> Vec<f64> {
    let column = model.column(name);
    column.unwrap_or_else(|| panic!("there is no column {name}"))
}

/// Cash of the rows that are suppliers or buyers under contract, bn Rp.
fn cash_of(model: &Model, side: &str) -> f64 {
    let (cash, weight) = (column(model, "cash"), column(model, "weight"));
    let mut rows: Vec<usize> = column(model, side)
        .iter()
        .map(|&row| row as usize)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows.iter().map(|&row| weight[row] * cash[row]).sum()
}

#[test]
fn an_advance_moves_cash_from_buyers_to_suppliers() {
    let after = |share| simulate(model(with_advance(share)), 16);
    let (with, without) = (after(0.5), after(0.0));
    let open: f64 = column(&with, "contract_advance").iter().sum();
    let more = |side| cash_of(&with, side) - cash_of(&without, side);
    let (suppliers, buyers) = (more("contract_supplier"), more("contract_buyer"));
    println!("of {open:.3} bn Rp open, suppliers have {suppliers:.3} more, buyers {buyers:.3}");
    assert!(open > 0.0);
    assert!((0.5 * open..1.5 * open).contains(&suppliers), "{suppliers}");
    assert!((-1.5 * open..-0.5 * open).contains(&buyers), "{buyers}");
}

/// Poor suppliers, slow payers and no credit: what a supplier can make is what it can pay for.
fn poor(share: f64) -> Scenario {
    let mut scenario = with_advance(share);
    scenario.shocks = shipped("test_programme").shocks;
    let parameters = &mut scenario.parameters;
    parameters.cash_scale = 0.2;
    parameters.credit_line_weeks = 0.0;
    parameters.contract_term_weeks = 8.0;
    parameters.ramp_weeks_low = 1.0;
    parameters.ramp_weeks_high = 1.0;
    scenario
}

#[test]
fn poor_suppliers_deliver_more_under_contract_with_an_advance() {
    use pulih::record::NationalSeries::ContractSales;
    let sales = |share| crate::support::series(&run(poor(share), 40), ContractSales);
    let [with, without] = [1.0, 0.0].map(|share| sales(share).iter().sum::<f64>());
    println!("sold under contract: {with:.4} bn Rp with an advance, {without:.4} without");
    assert!(with > without, "{with} and {without}");
}

#[test]
fn with_the_channel_finance_off_an_advance_changes_no_bit() {
    let without_finance = |share| -> Records {
        let mut scenario = with_advance(share);
        scenario.channels.finance = false;
        run(scenario, 26)
    };
    assert!(without_finance(0.5) == without_finance(0.0));
    assert!(run(with_advance(0.5), 26) != run(with_advance(0.0), 26));
}

#[test]
fn accounts_close_while_advances_are_paid_worked_off_and_returned() {
    let mut scenario = with_advance(1.0);
    scenario.shocks = shipped("test_programme").shocks;
    scenario.parameters.contract_loss = 0.5;
    let (residual, week) = worst_residual(&run(scenario, 52));
    assert!(residual < 1e-9, "residual {residual:e} in week {week}");
}
