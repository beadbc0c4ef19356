//! Keys of policy instruments, by kind.

use super::{Absent, Allowed, Names, Record, keys};

pub(super) const RECORDS: &[Record] = &[
    Record {
        name: "policies",
        meaning: "Policy instruments.",
        keys: keys! {
            "kind" Allowed::Name(Names::Kinds("policies")), "name" = Absent::Refused; "-" "Kind of the instrument.";
            "id" Allowed::Text, "text" = Absent::Refused; "-" "Name in results, unique in the scenario.";
            "note" Allowed::Text, "text" = Absent::Means("empty"); "-" "What a reader should know of the figures.";
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When it is in force.";
            "scope" Allowed::Record("scope"), "object" = Absent::Means("everybody"); "-" "Whom it reaches.";
            "budget_bn_rupiah" Allowed::Number(0.0, 10_000_000.0), "billion rupiah, current prices" = Absent::Means("no limit");
                "-" "Money that may be spent in all; a spent budget ends the instrument.";
            "part_of_pen" Allowed::YesNo, "true or false" = Absent::YesNo(false);
                "-" "It was part of the recovery programme PEN: then `parameters.income_support`, which stands for all of PEN, must be 0.";
        },
    },
    Record {
        name: "policies.integration_programme",
        meaning: "Brings cooperatives and small enterprises into manufacturers' supply chains: matches, coaching, contracts.",
        keys: keys! {
            "intermediaries" Allowed::RecordList("intermediary"), "list of objects" = Absent::Refused; "-" "Who matches.";
            "roll_out" Allowed::RecordList("roll_out"), "list of objects" = Absent::Refused;
                "-" "Where and when; before the first wave nothing happens.";
            "goal" Allowed::KindRecord("goal"), "object" = Absent::Means("{\"kind\": \"attempts\"}"); "-" "What sets the number of attempts.";
            "cost_per_attempt_million_rupiah" Allowed::Number(0.0, 100_000.0), "million rupiah, current prices" = Absent::Number(10.0);
                "ours (2-40)" "Cost of one attempt.";
            "coaching_per_week_million_rupiah" Allowed::Number(0.0, 10_000.0), "million rupiah, current prices" = Absent::Number(0.8);
                "Rp 4 bn for about 100 automotive suppliers in 2018 (found), per week (derived); range 0.2-3" "Cost of a week of coaching of one enterprise.";
            "advance_share" Allowed::Number(0.0, 1.0), "share" = Absent::Number(0.0);
                "-" "Advance paid at signing, share of a quarter's contract sales.";
            "means" Allowed::RecordList("means_in_force"), "list of objects" = Absent::Means("none"); "-" "Means for those coached and contracted.";
        },
    },
    Record {
        name: "policies.prompt_payment",
        meaning: "Nobody in scope waits longer than a term for the money of a spot sale.",
        keys: keys! {
            "term_weeks" Allowed::Number(1.0, 52.0), "weeks" = Absent::Refused;
                "15 days in modern retail by law (found); 1-8" "Longest term.";
        },
    },
    Record {
        name: "policies.credit",
        meaning: "Credit of the type of KUR: better access and a lower rate.",
        keys: keys! {
            "access" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "ours" "Added share of the credit line that is open.";
            "interest_subsidy" Allowed::Number(0.0, 0.5), "share a year" = Absent::Number(0.0);
                "covid/kur_disbursement.csv" "Points off the lending rate (0.03 = 3 points), paid by government.";
        },
    },
    Record {
        name: "policies.grant",
        meaning: "Money to each enterprise in scope, once over the window.",
        keys: keys! {
            "million_rupiah" Allowed::Number(0.0, 100_000.0), "million rupiah, current prices" = Absent::Refused;
                "policy/programmes.csv" "For one enterprise.";
        },
    },
    Record {
        name: "policies.wage_subsidy",
        meaning: "Government pays a share of wages and jobs are kept.",
        keys: keys! {
            "share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "policy/programmes.csv" "Share of wages.";
        },
    },
    Record {
        name: "policies.cash_transfer",
        meaning: "Money to households of the provinces in scope.",
        keys: keys! {
            "bn_rupiah_per_week" Allowed::Number(0.0, 100_000.0), "billion rupiah a week, current prices" = Absent::Refused;
                "policy/programmes.csv" "In all, split by population.";
        },
    },
    Record {
        name: "policies.purchase_tax_relief",
        meaning: "Tax relief on purchases, as of cars (PPnBM): demand of households and investors for the products in scope rises, the tax is not paid.",
        keys: keys! {
            "demand_rise" Allowed::Number(0.0, 2.0), "share" = Absent::Refused;
                "ours (0.1-0.4 for full relief on cars)" "Rise of demand (0.2 = +20%).";
            "tax_share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "ours" "Tax given up, share of the value bought.";
        },
    },
    Record {
        name: "policies.export_facilitation",
        meaning: "Export demand of those in scope with enough quality rises.",
        keys: keys! {
            "rise" Allowed::Number(0.0, 2.0), "share" = Absent::Refused; "ours" "Rise of their export demand.";
        },
    },
    Record {
        name: "policies.market_place",
        meaning: "A digital market-place: wider search for suppliers.",
        keys: keys! {
            "breadth" Allowed::Number(1.0, 64.0), "ratio" = Absent::Refused; "model/means.csv: 2" "Multiplier of the search breadth.";
        },
    },
    Record {
        name: "policies.means",
        meaning: "A means outside a programme: capability of those in scope rises.",
        keys: keys! {
            "means" Allowed::Name(Names::Means), "name" = Absent::Refused; "pulih explain means" "Which.";
            "enterprises_per_week" Allowed::Number(0.0, 1_000_000.0), "real enterprises a week" = Absent::Refused; "-" "How many it reaches.";
        },
    },
    Record {
        name: "policies.venture",
        meaning: "A new manufacturer owned by a cooperative.",
        keys: keys! {
            "sector" Allowed::Name(Names::Manufacturer), "name" = Absent::Refused; "-" "Its sector.";
            "province" Allowed::Name(Names::Province), "name" = Absent::Refused; "-" "Its province.";
            "capacity_bn_rupiah" Allowed::Number(0.0, 100_000.0), "billion rupiah a year, 2010 prices" = Absent::Refused; "-" "Output it can make.";
            "build_weeks" Allowed::Whole(1, 520), "weeks" = Absent::Number(52.0); "ours (26-104)" "Weeks to build.";
            "grant_share" Allowed::Number(0.0, 1.0), "share" = Absent::Number(0.5); "ours" "Share of its cost paid by a grant; the rest is a loan.";
        },
    },
];
