//! Keys of shocks, by kind.

use super::{Absent, Allowed, Names, Record, keys};

pub(super) const RECORDS: &[Record] = &[
    Record {
        name: "shocks",
        meaning: "Disturbances that nobody pays for.",
        keys: keys! {
            "kind" Allowed::Name(Names::Kinds("shocks")), "name" = Absent::Refused; "-" "Kind of the shock.";
            "id" Allowed::Text, "text" = Absent::Means("its kind"); "-" "Name for `remove` in a scenario that extends this one.";
            "note" Allowed::Text, "text" = Absent::Means("empty"); "-" "What a reader should know of the figures.";
        },
    },
    Record {
        name: "shocks.pandemic",
        meaning: "Mobility and stringency of 2020-22 act on labour and demand.",
        keys: keys! {
            "scale" Allowed::Number(0.0, 2.0), "ratio" = Absent::Number(1.0);
                "covid/weekly_drivers.csv" "Multiplier of the drivers; 1 is history.";
        },
    },
    Record {
        name: "shocks.export_path",
        meaning: "Exports follow their observed gap to the path of 2020, then hold it.",
        keys: keys! {
            "scale" Allowed::Number(0.0, 2.0), "ratio" = Absent::Number(1.0);
                "model/export_path.csv" "Multiplier of the gap; 1 is history.";
        },
    },
    Record {
        name: "shocks.restriction_wave",
        meaning: "An added restriction in some provinces.",
        keys: keys! {
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When.";
            "provinces" Allowed::NameList(Names::Provinces), "list of names" = Absent::Means("all"); "-" "Where.";
            "mobility_fall" Allowed::Number(0.0, 1.0), "share" = Absent::Refused;
                "covid/weekly_drivers.csv" "Added fall of visits to shops and stations.";
            "workplace_fall" Allowed::Number(0.0, 1.0), "share" = Absent::Refused;
                "covid/weekly_drivers.csv" "Added fall of presence at workplaces.";
        },
    },
    Record {
        name: "shocks.export_slump",
        meaning: "Exports of the products fall by a share.",
        keys: keys! {
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When.";
            "products" Allowed::NameList(Names::Sectors), "list of names" = Absent::Means("all"); "-" "Which products.";
            "fall" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "model/export_path.csv" "Share of exports lost.";
        },
    },
    Record {
        name: "shocks.closure",
        meaning: "A share of the capacity in scope may not work.",
        keys: keys! {
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When.";
            "scope" Allowed::Record("scope"), "object" = Absent::Means("everybody"); "-" "Who.";
            "share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "-" "Share of capacity closed.";
        },
    },
    Record {
        name: "shocks.import_failure",
        meaning: "A share of the ordered imports of the products does not arrive.",
        keys: keys! {
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When.";
            "products" Allowed::NameList(Names::Sectors), "list of names" = Absent::Means("all"); "-" "Which products.";
            "share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "-" "Share that does not arrive.";
        },
    },
    Record {
        name: "shocks.final_demand",
        meaning: "Household, government and investment demand for the products is multiplied.",
        keys: keys! {
            "window" Allowed::Record("window"), "object" = Absent::Refused; "-" "When.";
            "products" Allowed::NameList(Names::Sectors), "list of names" = Absent::Means("all"); "-" "Which products.";
            "exports_too" Allowed::YesNo, "true or false" = Absent::YesNo(false); "-" "Also exports.";
            "factor" Allowed::Number(0.0, 2.0), "ratio" = Absent::Refused; "-" "Multiplier.";
        },
    },
    Record {
        name: "shocks.capacity_loss",
        meaning: "A drawn share of enterprises loses capacity for good.",
        keys: keys! {
            "week" Allowed::Time, "week number or date" = Absent::Refused; "-" "When.";
            "share_of_enterprises" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "-" "Share of rows hit.";
            "loss" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "-" "Share of their capacity lost.";
        },
    },
];
