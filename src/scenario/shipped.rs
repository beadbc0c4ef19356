//! The scenarios that come with the program.

/// Names and texts, in the order in which `pulih explain scenarios` prints them.
macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/", $name, ".json"))),)*]
    };
}

const SHIPPED: &[(&str, &str)] = shipped![
    "covid19",
    "integration_as_announced",
    "integration_target",
    "integration_ambitious",
    "no_shock",
    "covid19_without_support",
    "prompt_payment",
    "kur_credit",
    "bpum_grant",
    "wage_subsidy",
    "cash_transfer",
    "export_facilitation",
    "market_place",
    "university_coaching",
    "cooperative_venture",
    "restriction_wave",
    "export_slump",
    "closure",
    "import_failure",
    "demand_fall",
    "capacity_loss",
    "test_small",
    "test_programme",
    "test_steady",
];

/// Name and text of each shipped scenario.
#[must_use]
pub fn shipped() -> &'static [(&'static str, &'static str)] {
    SHIPPED
}
