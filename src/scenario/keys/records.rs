//! Keys of the whole scenario and of the objects that shocks and policies share.

use super::{Absent, Allowed, Names, Record, TOP, keys};

/// A record without keys: what is below a value.
pub(super) const NOTHING: Record = Record {
    name: "",
    meaning: "",
    keys: &[],
};

pub(super) const RECORDS: &[Record] = &[
    Record {
        name: TOP,
        meaning: "A scenario: what hits the economy, what policy does, and how it is run.",
        keys: keys! {
            "title" Allowed::Record("two_languages"), "text" = Absent::Means("the name of the file");
                "-" "Title in results. Never inherited.";
            "question" Allowed::Record("two_languages"), "text" = Absent::Means("empty");
                "-" "The question that the scenario answers. Never inherited.";
            "note" Allowed::Text, "text" = Absent::Means("empty");
                "-" "What a reader should know. Never inherited.";
            "sources" Allowed::Texts, "list of texts" = Absent::Means("none");
                "-" "Where the figures are from; those of the parent come first.";
            "extends" Allowed::Text, "shipped name or path" = Absent::Means("nothing");
                "-" "The scenario that this one changes. Values given here replace the parent's; `parameters` and `channels` merge by key; a list of `shocks` or `policies` replaces the parent's unless given as {\"add\": [...], \"remove\": [\"id\"]}. A path is relative to this file.";
            "start" Allowed::StartDate, "date" = Absent::Word("2020-01-06");
                "first Monday of the drivers" "Monday of week 0.";
            "weeks" Allowed::Whole(1, 1040), "weeks" = Absent::Number(156.0);
                "the drivers cover 156 weeks" "Length of the run.";
            "enterprises" Allowed::Whole(500, 2_000_000), "rows" = Absent::Number(20_000.0);
                "20 thousand rows give a tail of large enterprises" "Rows aimed at; contract rows come on top.";
            "seeds" Allowed::Whole(1, 10_000), "number" = Absent::Number(24.0);
                "ours" "Seeds of the ensemble: 1 to this number.";
            "sectors" Allowed::Name(Names::Schemes), "name" = Absent::Word("io30");
                "-" "Level of detail of the sectors. In io80 a name of io30 stands for the sectors inside it.";
            "production_function" Allowed::Name(Names::ProductionFunctions), "name" = Absent::Word("half_critical");
                "Pichler et al. 2022" "How missing inputs bind output.";
            "parameters" Allowed::Parameters, "numbers by key" = Absent::Means("the central value of each");
                "pulih explain parameters" "Parameters of the model that differ from their central value.";
            "uncertainty" Allowed::Name(Names::OnOff), "name" = Absent::Word("off");
                "data/calibration" "Whether runs have draws of the parameters that 2020 tells loosely or not at all (every fourth that of another run); parameters that the scenario gives itself stay.";
            "vintage" Allowed::Record("vintage"), "object" = Absent::Means("the whole course of the pandemic is known");
                "-" "The knowledge of a day in the past, for forecasts.";
            "churn" Allowed::Name(Names::OnOff), "name" = Absent::Word("on");
                "-" "Random exchange of links and entry and exit without a cause; off for exact tests.";
            "shocks" Allowed::KindList("shocks"), "list of objects" = Absent::Means("none");
                "-" "Disturbances that nobody pays for, each with a `kind`.";
            "policies" Allowed::KindList("policies"), "list of objects" = Absent::Means("none");
                "-" "Policy instruments, each with a `kind` and an `id`.";
            "channels" Allowed::Record("channels"), "true or false by name" = Absent::Means("all on");
                "-" "Channels from policy to the economy; one switched off leaves its rules at neutral.";
        },
    },
    Record {
        name: "vintage",
        meaning: "The knowledge of a day in the past: mobility, stringency and exports after it are not read.",
        keys: keys! {
            "known_until" Allowed::Time, "week number or date" = Absent::Refused; "-" "Last week known.";
            "outlook" Allowed::Name(Names::Outlooks), "name" = Absent::Word("observed");
                "-" "Mobility and stringency after it: as observed, held as in the last 13 weeks known, or decaying from there.";
            "half_life_weeks" Allowed::Number(1.0, 520.0), "weeks" = Absent::Number(26.0);
                "ours" "Weeks in which they fall by half, when decaying.";
        },
    },
    Record {
        name: "two_languages",
        meaning: "A text in English and Indonesian.",
        keys: keys! {
            "en" Allowed::Text, "text" = Absent::Refused; "-" "English.";
            "id" Allowed::Text, "text" = Absent::Means("the English text"); "-" "Indonesian.";
        },
    },
    Record {
        name: "channels",
        meaning: "Channels that can be switched off one by one.",
        keys: keys! {
            "finance" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Payment terms, advances, credit.";
            "demand_assurance" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Contract orders count in expected demand and steady it.";
            "import_substitution" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Contracts replace imports (off: they replace domestic spot purchases).";
            "reliability" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Contract orders are served first.";
            "capability" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Capability grows by coaching and supplying.";
            "member_income" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Extra income of members and linked households is spent.";
            "anchor" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "Open capacity anchors final demand (B).";
        },
    },
    Record {
        name: "window",
        meaning: "From first to last week, both included. A date stands for the week that holds it.",
        keys: keys! {
            "start" Allowed::Time, "week number or date" = Absent::Refused; "-" "First week.";
            "end" Allowed::Time, "week number or date" = Absent::Means("the end of the run"); "-" "Last week.";
            "ramp_weeks" Allowed::Whole(0, 520), "weeks" = Absent::Number(0.0);
                "-" "Weeks from the start until full size, linear; 0: at once.";
        },
    },
    Record {
        name: "scope",
        meaning: "Whom an instrument or shock reaches; all conditions must hold.",
        keys: keys! {
            "sectors" Allowed::NameList(Names::Sectors), "list of names" = Absent::Means("all, unless `focus` is given");
                "-" "Sectors, or \"focus:AREA\"; together with `focus` both are reached. Of an integration programme: the imported products that contracts may replace.";
            "focus" Allowed::NameList(Names::Focus), "list of names" = Absent::Means("all, unless `sectors` is given");
                "-" "Focus areas of the programme of March 2021.";
            "provinces" Allowed::NameList(Names::Provinces), "list of names" = Absent::Means("all");
                "-" "Provinces, island groups, or \"all\".";
            "classes" Allowed::NameList(Names::Classes), "list of names" = Absent::Means("all");
                "-" "Size classes.";
            "cooperatives_only" Allowed::YesNo, "true or false" = Absent::YesNo(false);
                "-" "Only cooperatives and their members.";
            "contracted_only" Allowed::YesNo, "true or false" = Absent::YesNo(false);
                "-" "Only enterprises with a programme contract.";
        },
    },
    Record {
        name: "intermediary",
        meaning: "A body that brings suppliers and buyers together.",
        keys: keys! {
            "body" Allowed::Text, "text" = Absent::Refused; "-" "Name, e.g. PIKKO.";
            "attempts_per_week" Allowed::Number(0.0, 10_000.0), "matches a week" = Absent::Refused;
                "policy/matching_intensity.csv, policy/mechanisms.csv M15" "Paid attempts a week once fully rolled out.";
            "buyer_sectors" Allowed::NameList(Names::Manufacturers), "list of names" = Absent::Refused;
                "-" "Manufacturing sectors whose medium and large enterprises it works with.";
            "supplier_classes" Allowed::NameList(Names::Classes), "list of names" = Absent::Means("micro, small, medium");
                "-" "Classes of suppliers it brings.";
            "cooperatives" Allowed::YesNo, "true or false" = Absent::YesNo(true);
                "-" "It brings cooperatives too.";
            "ready" Allowed::YesNo, "true or false" = Absent::YesNo(false);
                "BKPM's firms sign at once" "Its suppliers need no coaching.";
            "source" Allowed::Text, "text" = Absent::Refused; "-" "Where the rate is from.";
        },
    },
    Record {
        name: "roll_out",
        meaning: "A wave of the roll-out: from this week in these provinces too.",
        keys: keys! {
            "week" Allowed::Time, "week number or date" = Absent::Refused; "-" "First week.";
            "provinces" Allowed::NameList(Names::Provinces), "list of names" = Absent::Refused;
                "-" "Provinces added, island groups, or \"all\".";
        },
    },
    Record {
        name: "means_in_force",
        meaning: "A means for those coached and contracted.",
        keys: keys! {
            "means" Allowed::Name(Names::Means), "name" = Absent::Refused; "pulih explain means" "Which.";
            "window" Allowed::Record("window"), "object" = Absent::Means("that of the programme"); "-" "When.";
            "coverage" Allowed::Number(0.0, 1.0), "share" = Absent::Number(0.5);
                "ours" "Share of coached enterprises that get it.";
        },
    },
    Record {
        name: "goal",
        meaning: "What sets the number of attempts.",
        keys: keys! {
            "kind" Allowed::Name(Names::Kinds("goal")), "name" = Absent::Refused; "-" "Kind of the goal.";
        },
    },
    Record {
        name: "goal.attempts",
        meaning: "As many attempts as the intermediaries make.",
        keys: &[],
    },
    Record {
        name: "goal.partnership_share",
        meaning: "Share of micro and small manufacturers in partnership, from the baseline share to this one; counted in real enterprises.",
        keys: keys! {
            "share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused;
                "Ministry's aim: 10% by 2024" "Share at the end.";
            "by" Allowed::Time, "week number or date" = Absent::Refused; "-" "Week in which it is reached.";
        },
    },
    Record {
        name: "goal.imported_input_share",
        meaning: "Share of the imported inputs of the buyer sectors that contracts replace, product by product up to what is substitutable.",
        keys: keys! {
            "share" Allowed::Number(0.0, 1.0), "share" = Absent::Refused; "ours" "Share replaced at full delivery.";
            "by" Allowed::Time, "week number or date" = Absent::Refused;
                "-" "Last week in which suppliers are matched for it; coaching and ramp follow.";
            "most_attempts_per_week" Allowed::Whole(1, 10_000), "matches a week" = Absent::Number(240.0);
                "ours" "Most that one body makes; the largest buyers' imports are soon replaced, and then each attempt finds less.";
        },
    },
    Record {
        name: "edit",
        meaning: "A change of the parent's list.",
        keys: keys! {
            "add" Allowed::Objects, "list of objects" = Absent::Means("none"); "-" "Objects put at the end of the parent's list.";
            "remove" Allowed::Texts, "list of ids" = Absent::Means("none");
                "-" "Ids taken out of the parent's list; a shock without `id` goes by its kind.";
        },
    },
];
