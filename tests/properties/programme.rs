//! The programme as a mechanism: from signed contracts to sales, displaced imports, value added and
//! jobs. The tests need no shock unless they say so; the external offset is 0 as shipped.

use crate::support::{mean, run, series, shipped};
use pulih::data::{SectorScheme, tables};
use pulih::experiment::measures::EnsembleRun;
use pulih::experiment::{ExperimentPlan, Unwatched};
use pulih::policy::{Action, Instrument};
use pulih::record::{NationalSeries, Records};
use pulih::scenario::{Churn, Scenario, Uncertainty};

/// Value added in the nation per unit of imported inputs that domestic suppliers replace, all
/// domestic rounds included (io30, the four manufacturing focus sectors).
const VALUE_ADDED_PER_DISPLACED: f64 = 0.83;
const LAST_WEEKS: usize = 13;

/// The small programme in an economy at rest, all its contracts net, full volume at once.
fn at_rest() -> Scenario {
    let mut scenario = Scenario {
        shocks: Vec::new(),
        churn: Churn::Off,
        ..shipped("test_programme")
    };
    scenario
        .policies
        .retain(|instrument| instrument.id == "small_programme");
    scenario.parameters.deadweight = 0.0;
    scenario.parameters.ramp_weeks_low = 1.0;
    scenario.parameters.ramp_weeks_high = 1.0;
    scenario
}

fn last(records: &Records, of: NationalSeries) -> f64 {
    mean(&series(records, of)[records.weeks() - LAST_WEEKS..])
}

#[test]
fn signed_volume_is_sold_once_the_ramp_is_over() {
    let records = run(at_rest(), 40);
    for week in 6..records.weeks() {
        let volume = records.national(week, NationalSeries::ContractVolume) / 52.0;
        let sales = records.national(week, NationalSeries::ContractSales);
        // Suppliers commit half of what they can make, so contracts are served in full.
        assert!(
            (sales / volume - 1.0).abs() < 0.02,
            "week {week}: {sales} sold of {volume}"
        );
    }
}

#[test]
fn on_the_ramp_sales_lie_between_what_was_signed_half_a_year_ago_and_what_is_signed() {
    let mut scenario = at_rest();
    scenario.parameters.ramp_weeks_low = 13.0;
    scenario.parameters.ramp_weeks_high = 26.0;
    scenario.parameters.contract_loss = 0.0;
    let records = run(scenario, 60);
    let volume = series(&records, NationalSeries::ContractVolume);
    for week in 40..records.weeks() {
        let sales = records.national(week, NationalSeries::ContractSales);
        let (full, signed) = (volume[week - 27] / 52.0, volume[week] / 52.0);
        assert!(
            full * 0.98 < sales && sales < signed,
            "{full} < {sales} < {signed}"
        );
    }
}

/// Changes a scenario.
type Switch = fn(&mut Scenario);

/// The programmes of the shipped experiment against `covid19` on the smallest economy.
fn experiment(deadweight: Option<f64>, weeks: u32) -> Vec<(String, Records, Records, f64)> {
    let fit = |name: &str| {
        let mut scenario = Scenario {
            weeks,
            enterprises: 4_220,
            seeds: 1,
            churn: Churn::Off,
            uncertainty: Uncertainty::Central,
            ..shipped(name)
        };
        scenario.parameters.deadweight = deadweight.unwrap_or(scenario.parameters.deadweight);
        scenario
    };
    let names = [
        "integration_as_announced",
        "integration_target",
        "integration_ambitious",
    ];
    let plan = ExperimentPlan {
        counterfactual: fit("covid19"),
        policies: names.map(fit).to_vec(),
        threads: Some(1),
    };
    let outcome = plan
        .run(&Unwatched)
        .expect("threads can be started")
        .experiment;
    let base = &outcome.counterfactual.records[0];
    let run = |run: &EnsembleRun| {
        let records = run.records[0].clone();
        (
            run.info.name.clone(),
            base.clone(),
            records,
            run.leontief_percent[0],
        )
    };
    outcome.policies.iter().map(run).collect()
}

/// The national effect over the Leontief estimate of what was delivered, net.
fn effect_over_leontief(deadweight: Option<f64>, weeks: u32) -> Vec<(String, f64)> {
    let gva0 = tables(SectorScheme::Io30)
        .accounts
        .value_added()
        .iter()
        .sum::<f64>()
        / 52.0;
    experiment(deadweight, weeks)
        .into_iter()
        .map(|(name, base, policy, leontief_percent)| {
            let leontief = leontief_percent / 100.0 * gva0;
            let displaced = last(&policy, NationalSeries::ContractImportsDisplaced);
            let direct = VALUE_ADDED_PER_DISPLACED * displaced;
            println!(
                "{name}: sales {:.2}, displaced {displaced:.2}, Leontief {leontief:.2}, effect {:.2} bn Rp a week",
                last(&policy, NationalSeries::ContractSales),
                last(&policy, NationalSeries::Gva) - last(&base, NationalSeries::Gva),
            );
            assert!((leontief / direct - 1.0).abs() < 0.25, "{name}: {leontief} against {direct}");
            let effect = last(&policy, NationalSeries::Gva) - last(&base, NationalSeries::Gva);
            (name, effect / leontief)
        })
        .collect()
}

#[test]
fn net_contracts_have_a_national_effect_of_the_size_that_leontief_expects() {
    for (name, ratio) in effect_over_leontief(Some(0.0), 156) {
        println!("{name}: {ratio:.2} times Leontief without deadweight");
        assert!(
            (0.3..3.0).contains(&ratio),
            "{name}: {ratio} times Leontief"
        );
    }
}

#[test]
fn with_deadweight_the_national_effect_has_the_size_that_leontief_expects_of_the_net_part() {
    for (name, ratio) in effect_over_leontief(None, 156) {
        println!("{name}: {ratio:.2} times Leontief with deadweight");
        assert!(
            (0.3..3.0).contains(&ratio),
            "{name}: {ratio} times Leontief"
        );
    }
}

#[test]
fn net_contract_sales_are_one_less_deadweight_of_gross() {
    let mut scenario = at_rest();
    scenario.parameters.deadweight = 0.5;
    let records = run(scenario, 52);
    let net = last(&records, NationalSeries::ContractImportsDisplaced);
    let share = net / last(&records, NationalSeries::ContractSales);
    println!("net share of contract sales at deadweight 0.5: {share:.3}");
    assert!((share - 0.5).abs() < 0.1, "{share}");
}

/// Effect on value added of contracts that would all have come anyway, over what they sell.
fn effect_of_deadweight(change: Switch) -> f64 {
    let mut with = at_rest();
    with.parameters.deadweight = 1.0;
    change(&mut with);
    let without = Scenario {
        policies: Vec::new(),
        ..with.clone()
    };
    let [with, without] = [with, without].map(|scenario| run(scenario, 52));
    let effect = last(&with, NationalSeries::Gva) - last(&without, NationalSeries::Gva);
    effect / last(&with, NationalSeries::ContractSales)
}

#[test]
fn contracts_that_would_have_come_anyway_cost_output_only_where_their_suppliers_are_busy() {
    let busy = effect_of_deadweight(|_| {});
    let with_hands = effect_of_deadweight(|scenario| {
        scenario.parameters.hiring_speed = 0.5;
        scenario.parameters.over_time = 0.5;
    });
    println!(
        "value added over contract sales: {busy:.3}, with hands and over-time {with_hands:.3}"
    );
    // A busy supplier serves the contract from its stock, then in place of its other customers;
    // whom the buyer left had time.
    assert!((-0.6..0.0).contains(&busy), "{busy}");
    assert!(with_hands.abs() < 0.1, "{with_hands}");
}

#[test]
fn jobs_and_output_of_the_linked_rise_above_their_week_0() {
    let records = run(at_rest(), 52);
    let ratio = |now, then| last(&records, now) / last(&records, then);
    let output = ratio(
        NationalSeries::LinkedOutput,
        NationalSeries::LinkedBaselineOutput,
    );
    let jobs = ratio(
        NationalSeries::LinkedEmployment,
        NationalSeries::LinkedBaselineEmployment,
    );
    let income = ratio(
        NationalSeries::LinkedIncome,
        NationalSeries::LinkedBaselineIncome,
    );
    println!("of the linked over week 0: output {output:.5}, jobs {jobs:.5}, income {income:.5}");
    assert!(output > 1.0 && jobs > 1.0 && income > 1.0);
}

#[test]
fn no_more_enterprises_are_linked_than_contracts_were_signed() {
    for (name, _, policy, _) in experiment(None, 110) {
        let week = policy.weeks() - 1;
        let signed = policy.national(week, NationalSeries::ContractsSigned);
        let linked = policy.national(week, NationalSeries::LinkedEnterprises);
        println!("{name}: {linked:.0} linked, {signed:.0} signed");
        // Cooperatives are groups at this size and have no contract row: some count whole.
        assert!(
            linked <= 1.1 * signed + 1.0,
            "{name}: {linked} linked, {signed} signed"
        );
    }
}

#[test]
fn each_channel_that_is_switched_off_lowers_the_effect() {
    let effect = |change: &dyn Fn(&mut Scenario)| {
        let mut with = at_rest();
        change(&mut with);
        let without = Scenario {
            policies: Vec::new(),
            ..with.clone()
        };
        let gva = |scenario| last(&run(scenario, 78), NationalSeries::Gva);
        gva(with) - gva(without)
    };
    let all = effect(&|_| {});
    let off: [(&str, Switch); 7] = [
        ("finance", |s| s.channels.finance = false),
        ("demand assurance", |s| s.channels.demand_assurance = false),
        ("import substitution", |s| {
            s.channels.import_substitution = false
        }),
        ("reliability", |s| s.channels.reliability = false),
        ("capability", |s| s.channels.capability = false),
        ("member income", |s| s.channels.member_income = false),
        ("anchor", |s| s.channels.anchor = false),
    ];
    println!("effect on value added with all channels: {all:.3} bn Rp a week");
    for (name, switch) in off {
        let without = effect(&switch);
        println!("without {name}: {without:.3}");
        assert!(without < all, "without {name} the effect is no smaller");
    }
}

#[test]
fn two_equal_programmes_pay_for_twice_the_attempts_of_one() {
    let cost = |copies: usize| {
        let mut scenario = at_rest();
        let programme = &mut scenario.policies[0];
        if let Action::Integration {
            means,
            coaching_per_week_million_rupiah: coaching,
            ..
        } = &mut programme.action
        {
            means.clear();
            *coaching = 0.0;
        }
        let programme = programme.clone();
        let copy = |n| Instrument {
            id: format!("programme_{n}"),
            ..programme.clone()
        };
        scenario.policies = (0..copies).map(copy).collect();
        let records = run(scenario, 12);
        let sum = |of| series(&records, of).iter().sum::<f64>();
        sum(NationalSeries::PublicCost) / sum(NationalSeries::Attempts)
    };
    let [one, two] = [1, 2].map(cost);
    println!("bn Rp an attempt: {one:.5} of one programme, {two:.5} of two");
    assert!(
        (two / one - 1.0).abs() < 1e-9,
        "{one} and {two} bn Rp an attempt"
    );
}
