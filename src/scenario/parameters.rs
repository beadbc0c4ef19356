//! The parameters of the model: one table feeds the struct, validation, `explain` and documents.

/// What is known of one parameter.
#[derive(Clone, Copy, Debug)]
pub struct ParameterInfo {
    /// Key in a scenario's `parameters` and name in code.
    pub key: &'static str,
    /// Symbol in the model document.
    pub symbol: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Central value.
    pub default: f64,
    /// Plausible range: low.
    pub low: f64,
    /// Plausible range: high.
    pub high: f64,
    /// Hard bounds outside which a scenario is refused.
    pub allowed: (f64, f64),
    /// How it is known.
    pub source: &'static str,
    /// Meaning in one sentence.
    pub meaning: &'static str,
}

macro_rules! parameters {
    ($($key:ident $symbol:literal $unit:literal = $default:literal ($low:literal, $high:literal)
        in [$min:literal, $max:literal] $source:literal $meaning:literal;)*) => {
        /// Values of all parameters; `Default` is the central value of each.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Parameters { $(#[doc = $meaning] #[doc = ""] #[doc = concat!("Unit: ", $unit)] pub $key: f64,)* }

        impl Default for Parameters {
            fn default() -> Self { Parameters { $($key: $default,)* } }
        }

        /// All parameters in the order of the model.
        pub const PARAMETERS: &[ParameterInfo] = &[$(ParameterInfo {
            key: stringify!($key), symbol: $symbol, unit: $unit, default: $default, low: $low,
            high: $high, allowed: ($min, $max), source: $source, meaning: $meaning,
        },)*];

        impl Parameters {
            /// The value of this key.
            #[must_use]
            pub fn get(&self, key: &str) -> Option<f64> {
                match key { $(stringify!($key) => Some(self.$key),)* _ => None }
            }

            /// Sets the value of this key; `false` when there is no such key.
            pub fn set(&mut self, key: &str, value: f64) -> bool {
                match key { $(stringify!($key) => self.$key = value,)* _ => return false }
                true
            }
        }
    };
}

parameters! {
    // Shocks and path
    branch_trend_persistence "" "share" = 0.55 (0.3, 0.8) in [0.0, 1.0] "2010-14 to 2014-19, 39 sub-sectors (derived)" "How much of a branch's own growth above the total persists in its path.";
    driver_stringency_weight "b" "share" = 0.5 (0.0, 1.0) in [0.0, 1.0] "model uncertainty, all of 0, 0.5, 1 in ensembles" "Weight of the stringency index against mobility in the driver.";
    fading_speed "rho" "1/week" = 0.0 (0.0, 0.01) in [0.0, 0.2] "prior" "Speed at which exposure to the pandemic fades after week 12.";
    fading_floor "f" "share" = 0.3 (0.1, 0.6) in [0.0, 1.0] "prior" "Exposure that never fades.";
    labour_exposure "eL" "share" = 0.298 (0.0, 0.864) in [0.0, 1.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Share of exposed work lost per unit of the workplace driver.";
    contact_scale "" "ratio" = 1.0 (0.8, 1.2) in [0.0, 3.0] "scale of the table of contact responses" "Multiplier of the response of final demand to the pandemic.";
    habit_in "hin" "1/week" = 0.005 (0.0, 0.01) in [0.0, 0.1] "scar, drawn from its range, never fitted" "Speed at which avoided contact becomes a habit.";
    habit_out "hout" "1/week" = 0.005 (0.0, 0.01) in [0.0, 0.1] "scar, drawn from its range, never fitted" "Speed at which the habit is lost.";
    restriction_contrast "" "ratio" = 1.3 (1.0, 1.6) in [1.0, 3.0] "ours" "Strictness inside the area of a restriction against a province outside it.";
    // Firms
    expectation_speed "sm" "1/week" = 0.379 (0.223, 0.536) in [0.01, 0.6] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Speed at which expected demand follows orders.";
    stock_adjustment_weeks "tauS" "weeks" = 8.5 (4.0, 13.0) in [1.0, 52.0] "drawn from its range, 2020 does not tell" "Weeks over which a gap in finished stock is closed.";
    restock_weeks "tauZ" "weeks" = 8.5 (4.0, 13.0) in [4.0, 52.0] "drawn from its range, 2020 does not tell" "Weeks over which a gap in input stock is closed.";
    finished_stock_scale "" "ratio" = 1.0 (0.5, 1.5) in [0.1, 5.0] "drawn from its range, 2020 does not tell" "Multiplier of the finished-stock targets of the sector traits.";
    input_stock_scale "" "ratio" = 1.0 (0.5, 1.5) in [0.1, 5.0] "drawn from its range, 2020 does not tell" "Multiplier of the part of the input-stock targets above one week.";
    over_time "ot" "share" = 0.075 (0.0, 0.15) in [0.0, 0.5] "drawn from its range, 2020 does not tell" "Output above normal that hours and capacity allow.";
    import_response "lam" "elasticity" = 1.31 (0.812, 1.8) in [0.0, 4.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Response of the import share of every use to value added.";
    firing_speed "gF" "1/week" = 0.1 (0.05, 0.15) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Speed at which hours fall to need and short time of those in work ends.";
    hiring_speed "gH" "1/week" = 0.0158 (0.005, 0.05) in [0.0, 1.0] "scar, drawn from its range, never fitted" "Speed at which hours beyond those of who is in work rise to need, before hiring difficulty.";
    heads_speed "" "1/week" = 0.04 (0.02, 0.1) in [0.0, 1.0] "ours" "Speed at which heads follow hours.";
    own_account_share "" "share" = 0.655 (0.435, 0.79) in [0.0, 1.0] "Sakernas August 2018 (BPS, 5 November 2018): 47.0% of workers are on own account, own account with unpaid or casual help (lower end: without them) or unpaid family (upper end: all informal, 56.8%); over the 71.8% who are in micro enterprises here" "Share of workers of micro enterprises who work on their own account or in the family and keep their work while it is open; their lost hours come back without hiring.";
    agriculture_absorption "" "share" = 0.3 (0.1, 0.5) in [0.0, 1.0] "Sakernas: agriculture took up 2.8 of 5 million losses August 2019-20, range ours" "Share of lost jobs that turns up as heads in agriculture.";
    depreciation "dg" "1/year" = 0.115 (0.08, 0.15) in [0.0, 1.0] "scar, drawn from its range, never fitted" "Wear of capacity that investment replaces, with growth.";
    capital_expectation_speed "sL" "1/week" = 0.0131 (0.003, 0.0325) in [0.0, 0.2] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Speed at which planned capacity follows expected demand.";
    accelerator "acc" "ratio" = 1.37 (0.0373, 2.0) in [0.0, 2.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Response of investment to planned over actual capacity.";
    investment_uncertainty "unc" "share" = 0.296 (0.0462, 0.545) in [0.0, 1.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Investment put off per unit of the driver.";
    investment_contact_share "kc" "ratio" = 1.0 (0.481, 1.0) in [0.0, 2.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Share of the contact response of a product that its investment use shows.";
    investment_autonomous_share "" "share" = 0.15 (0.0, 0.3) in [0.0, 1.0] "prototype" "Share of investment that does not follow enterprises' plans.";
    closing_speed "chi" "1/week" = 0.01 (0.0, 0.02) in [0.0, 0.2] "scar, drawn from its range, never fitted" "Speed at which enterprises with idle capacity and short cash go dormant.";
    reopening_speed "re" "1/week" = 0.006 (0.002, 0.01) in [0.0, 0.2] "scar, drawn from its range, never fitted" "Speed at which dormant enterprises re-open when there is demand and money.";
    write_off_weeks "" "weeks" = 26.0 (13.0, 52.0) in [1.0, 520.0] "ours" "Mean time until frozen debts and payables are written off.";
    idle_tolerance "" "share" = 0.05 (0.03, 0.1) in [0.0, 0.5] "prototype" "Idle capacity that closes nobody.";
    // Households, government, anchor
    consumption_current_income "c1" "share" = 0.24 (0.0, 0.4) in [0.0, 1.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Weight of current income in consumption.";
    consumption_permanent_income "c2" "share" = 0.45 (0.3, 0.6) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Weight of permanent income in consumption.";
    permanent_income_speed "xi" "1/week" = 0.00775 (0.002, 0.03) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Speed at which permanent income follows income.";
    income_support "pol" "share" = 0.2 (0.0, 0.4) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Share of a province's income loss that government pays back.";
    government_income_speed "" "1/week" = 0.01 (0.005, 0.05) in [0.0, 1.0] "prototype" "Speed at which government follows income.";
    government_income_response "phiG" "share" = 0.5 (0.0, 1.0) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Response of government demand to slow income.";
    export_capacity_response "phiE" "share" = 0.5 (0.0, 1.0) in [0.0, 1.0] "drawn from its range, 2020 does not tell" "Response of exports to the anchor.";
    product_tax_elasticity "eT" "elasticity" = 1.7 (0.0, 3.44) in [0.0, 5.0] "fitted on 2020 (pulih calibrate), range 2 standard deviations" "Response of product taxes to consumption.";
    anchor "aB" "share" = 0.75 (0.5, 1.0) in [0.0, 1.0] "scar, drawn from its range, never fitted" "How far final demand is anchored on capacity that is open.";
    // Money
    payout_response "theta" "share" = 0.5 (0.2, 0.9) in [0.0, 1.0] "ours" "Share of a change of surplus that is paid out in the same week.";
    cash_scale "" "ratio" = 1.5 (1.0, 2.0) in [0.05, 10.0] "ours: the survey is of mid-2021, after a year of crisis" "Cash at week 0 against the survey of July-August 2021.";
    credit_line_weeks "" "weeks" = 4.0 (2.0, 8.0) in [0.0, 52.0] "ours" "Credit line, weeks of baseline sales, before access.";
    policy_rate "" "1/year" = 0.04 (0.035, 0.055) in [0.0, 0.5] "Bank Indonesia 2020-22: 5.00 falling to 3.50, then 5.50% (found and memory)" "Policy rate, held constant.";
    lending_margin "" "1/year" = 0.06 (0.04, 0.10) in [0.0, 0.5] "ours" "Lending rate above the policy rate.";
    debt_instalment_weeks "" "weeks" = 78.0 (52.0, 156.0) in [4.0, 520.0] "ours" "Instalments are debt / this each week.";
    spot_term_weeks "" "weeks" = 8.0 (4.0, 17.0) in [1.0, 52.0] "15-90 days and worse after invoice (found)" "Payment term of spot sales of micro, small and cooperative sellers to medium and large buyers.";
    // Sourcing
    distance_decay "" "ratio" = 1.0 (0.5, 1.5) in [0.1, 5.0] "ours: decays of 1.2 (goods) to 4 (local services) are ours too, MODEL.md, section 4" "Multiplier of the decay of trade with distance when the network is drawn: above 1 buyers stay nearer home.";
    sourcing_drift "delta" "1/week" = 0.1 (0.02, 0.2) in [0.0, 1.0] "ours" "Speed at which buyers turn away from suppliers that fail.";
    sourcing_return "" "1/week" = 0.005 (0.0, 0.02) in [0.0, 1.0] "ours" "Speed at which a supplier that delivers is found again.";
    capability_attraction "eta" "elasticity" = 1.0 (0.0, 3.0) in [0.0, 5.0] "ours" "Gain of attractiveness per point of capability.";
    spot_link_loss "" "1/year" = 0.30 (0.07, 0.55) in [0.0, 1.0] "Japan 7-8%, Hungary 55% a year (found)" "Spot links that end a year; they are exchanged among buyers.";
    // Capability
    productivity_of_capability "pi" "elasticity" = 0.3 (0.1, 0.6) in [0.0, 2.0] "ours; learning by supplying 3-9% after four years (found) as a check" "Productivity gained per point of capability.";
    spoilage_of_quality "" "share" = 0.08 (0.03, 0.15) in [0.0, 0.5] "ours" "Fall of spoilt deliveries per point of quality gained.";
    capability_decay "" "1/year" = 0.05 (0.0, 0.15) in [0.0, 1.0] "ours" "Decay of gained capability.";
    learning_by_supplying "" "1/year" = 0.04 (0.0, 0.08) in [0.0, 0.5] "ours; checked against 3-9% productivity after four years (found)" "Capability gained a year by delivering under contract, of what is left to one.";
    // Integration
    conversion "" "share" = 0.8 (0.5, 0.9) in [0.0, 1.0] "nearly 80% of BKPM matches contracted in 2021 (found)" "Matches that become contracts.";
    deadweight "delta" "share" = 0.5 (0.3, 0.8) in [0.0, 1.0] "ours" "Contracts that would have come anyway: they displace domestic spot purchases.";
    search_breadth "" "number" = 5.0 (2.0, 20.0) in [1.0, 64.0] "ours" "Candidates an attempt looks at.";
    buyer_need_cap "" "share" = 0.25 (0.1, 0.5) in [0.0, 1.0] "ours" "Most of a buyer's need of a product that one contract may take.";
    import_substitutability "" "column" = 1.0 (0.0, 2.0) in [0.0, 2.0] "ours: the three columns of model/sector_traits.csv" "Which share of imports can be replaced: 0 the low column, 1 the central one, 2 the high one, in proportion between them.";
    committed_share "" "share" = 0.5 (0.3, 0.9) in [0.0, 1.0] "Tegal metal firms lost up to 90% of sales in 2020 (found), share ours" "Most of a supplier's capacity that contracts may take.";
    ramp_weeks_low "" "weeks" = 13.0 (13.0, 13.0) in [1.0, 104.0] "ours" "Shortest ramp of a contract.";
    ramp_weeks_high "" "weeks" = 26.0 (26.0, 26.0) in [1.0, 104.0] "ours" "Longest ramp of a contract.";
    contract_premium "" "share" = 0.03 (-0.05, 0.15) in [-0.5, 0.5] "ours" "Contract price above spot.";
    contract_term_weeks "" "weeks" = 3.0 (1.0, 8.0) in [1.0, 52.0] "law: 15 days in modern retail (found), range ours" "Payment term of a contract.";
    contract_loss "" "1/year" = 0.10 (0.05, 0.25) in [0.0, 1.0] "assumption between Japan and PIKKO's exits" "Contracts that end a year.";
    external_offset "phiX" "share" = 0.0 (0.0, 1.0) in [0.0, 1.0] "headlines at 0 and 0.5" "Share of displaced imports and added exports that is taken from other exports later.";
    external_offset_delay_weeks "" "weeks" = 52.0 (26.0, 104.0) in [1.0, 520.0] "ours" "Weeks before the offset begins.";
    external_offset_half_life_weeks "" "weeks" = 26.0 (13.0, 52.0) in [1.0, 520.0] "ours" "Half-life of the offset's approach.";
    baseline_partnership "" "share" = 0.072 (0.041, 0.10) in [0.0, 1.0] "BPS 2022 (found)" "Share of micro and small manufacturers in partnership at week 0.";
    baseline_contracted_share "" "share" = 0.09 (0.045, 0.16) in [0.0, 1.0] "ours, so that 4% (2-7%) of medium and large manufacturers' domestic inputs are contracted" "Share of what medium and large enterprises buy by link from micro, small and cooperative suppliers that stands under contract without a programme: paid at the contract term.";
    // Cooperatives
    cooperative_margin "" "share" = 0.08 (0.04, 0.15) in [0.0, 0.5] "ours; surplus 4.1% of volume (found)" "Margin of a cooperative on member sales, half for staff, half surplus.";
    surplus_to_members "" "share" = 0.40 (0.25, 0.60) in [0.0, 1.0] "common rule 40% (found), range ours" "Share of what surplus gains that is paid to members.";
    export_rival_share "" "share" = 0.5 (0.2, 0.8) in [0.0, 1.0] "ours" "Share of added exports taken from rivals' exports.";
}
