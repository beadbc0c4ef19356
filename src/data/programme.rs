//! What the programme can do and what money, time and matches cost.

use super::provinces::give_rounding_to_last;
use super::reader::{Row, Table};
use super::sectors::{children_of_parents, parent_codes};
use super::{Accounts, CrossBranch, Institution, LeadTime, MatchingIntensity, Means, Sector};
use crate::ids::{CLASSES, Class};

/// Upper bound, in months, of the open class "more" of the survey on how long money lasts (ours).
const OPEN_CLASS_MONTHS: f64 = 12.0;

/// Reads `model/cross_branch.csv`. At 80 sectors a row becomes all buyers inside its buyer, the
/// products inside its product that this buyer imports, and the suppliers inside its supplier,
/// whose parts of the share follow their output. Shares of a (buyer, product) sum to one.
pub(super) fn read_cross_branch(sectors: &[Sector], accounts: &Accounts) -> Vec<CrossBranch> {
    let mut rows = Vec::new();
    let named = read_parent_cross_branch();
    let children = children_of_parents(sectors);
    for group in named.chunk_by(|a, b| (a.buyer, a.product) == (b.buyer, b.product)) {
        for &buyer in &children[group[0].buyer] {
            for &product in &children[group[0].product] {
                if accounts.imported_use[[product, buyer]] > 0.0 {
                    rows.extend(suppliers_of(buyer, product, group, &children, sectors));
                }
            }
        }
    }
    rows
}

/// Suppliers of one buyer and product of the scheme, from the rows of their parents.
fn suppliers_of(
    buyer: usize,
    product: usize,
    group: &[CrossBranch],
    children: &[Vec<usize>],
    sectors: &[Sector],
) -> Vec<CrossBranch> {
    let mut rows = Vec::new();
    for named in group {
        let inside = &children[named.supplier];
        let output: f64 = inside
            .iter()
            .map(|&supplier| sectors[supplier].output)
            .sum();
        rows.extend(inside.iter().map(|&supplier| {
            let share = named.share * sectors[supplier].output / output;
            CrossBranch {
                buyer,
                product,
                supplier,
                share,
            }
        }));
    }
    let sum: f64 = rows.iter().map(|row| row.share).sum();
    rows.iter_mut().for_each(|row| row.share /= sum);
    give_rounding_to_last(rows.iter_mut().map(|row| &mut row.share), 1.0);
    rows
}

fn read_parent_cross_branch() -> Vec<CrossBranch> {
    let parents = parent_codes();
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    Table::open("model/cross_branch.csv")
        .rows()
        .map(|row| CrossBranch {
            buyer: row.index_in("buyer_sector", &parents),
            product: row.index_in("product", &parents),
            supplier: row.index_in("supplier_sector", &parents),
            share: row.number("share"),
        })
        .collect()
}

/// Reads `model/integration_classes.csv`.
pub(super) fn read_lead_times() -> Vec<LeadTime> {
    Table::open("model/integration_classes.csv")
        .rows()
        .map(|row| LeadTime {
            class: row.text("class").to_owned(),
            weeks: ["weeks_low", "weeks_central", "weeks_high"].map(|column| row.number(column)),
        })
        .collect()
}

/// Reads `model/means.csv`. Means that only cooperatives may use have all classes set: a
/// cooperative has the class of its row, the flag decides.
pub(super) fn read_means() -> Vec<Means> {
    Table::open("model/means.csv")
        .rows()
        .map(|row| read_one_means(&row))
        .collect()
}

fn read_one_means(row: &Row<'_>) -> Means {
    let speeds = ["speed_low", "speed_central", "speed_high"];
    let costs = [
        "cost_million_rp_per_enterprise_low",
        "cost_million_rp_per_enterprise_high",
    ];
    let cooperatives_only = row.text("classes").starts_with("cooperatives");
    let (gain, search_breadth) = read_gain(row);
    Means {
        name: row.text("means").to_owned(),
        speed: speeds.map(|column| row.optional_number(column).unwrap_or(0.0)),
        gain,
        search_breadth,
        cost_million_rupiah: costs.map(|column| row.number(column)),
        classes: if cooperatives_only {
            [true; CLASSES]
        } else {
            read_class_names(row)
        },
        cooperatives_only,
        needs_skill: match row.text("needs") {
            "" => 0.0,
            text => number_after(row, text, "skill >= "),
        },
    }
}

/// Gain of each capability that the row names, and the multiplier of the search breadth.
fn read_gain(row: &Row<'_>) -> ([f64; 3], f64) {
    let text = row.text("capability");
    if text.starts_with("search breadth") {
        return ([0.0; 3], number_after(row, text, "search breadth x "));
    }
    let mut gain = [0.0; 3];
    for word in text.split(" and ") {
        let place = ["skill", "technology", "quality"]
            .iter()
            .position(|&name| name == word);
        let place = place.unwrap_or_else(|| row.bug(&format!("`{word}` is no capability")));
        gain[place] = row.number("gain");
    }
    (gain, 1.0)
}

fn read_class_names(row: &Row<'_>) -> [bool; CLASSES] {
    let mut classes = [false; CLASSES];
    for word in row.text("classes").split_whitespace() {
        let class = Class::from_name(word);
        classes[class.unwrap_or_else(|| row.bug(&format!("`{word}` is no class"))) as usize] = true;
    }
    classes
}

fn number_after(row: &Row<'_>, text: &str, words: &str) -> f64 {
    let number = text.strip_prefix(words).and_then(|rest| rest.parse().ok());
    number.unwrap_or_else(|| row.bug(&format!("`{text}` does not read `{words}` and a number")))
}

/// Reads `policy/cash_buffer.csv` as (up to months, share), shares summing to one: as printed
/// they sum to 99.36%.
pub(super) fn read_cash_buffer() -> Vec<(f64, f64)> {
    let mut buffer: Vec<(f64, f64)> = Table::open("policy/cash_buffer.csv")
        .rows()
        .map(|row| {
            let months = match row.text("months_up_to") {
                "more" => OPEN_CLASS_MONTHS,
                _ => row.number("months_up_to"),
            };
            (months, row.number("share_pct"))
        })
        .collect();
    let sum: f64 = buffer.iter().map(|(_, share)| share).sum();
    buffer.iter_mut().for_each(|(_, share)| *share /= sum);
    give_rounding_to_last(buffer.iter_mut().map(|(_, share)| share), 1.0);
    buffer
}

/// Reads `model/deflator.csv`; a year that the table skips (2017) lies on the straight line
/// between its neighbours.
pub(super) fn read_deflator() -> Vec<(i32, f64)> {
    let mut years: Vec<(i32, f64)> = Vec::new();
    for row in Table::open("model/deflator.csv").rows() {
        let year = row
            .text("year")
            .parse()
            .unwrap_or_else(|_| row.bug("no year"));
        let deflator = row.number("deflator");
        if let Some(&(before, start)) = years.last() {
            let slope = (deflator - start) / f64::from(year - before);
            years.extend(
                (before + 1..year)
                    .map(|between| (between, start + slope * f64::from(between - before))),
            );
        }
        years.push((year, deflator));
    }
    years
}

/// Reads `policy/matching_intensity.csv`.
pub(super) fn read_matching() -> Vec<MatchingIntensity> {
    Table::open("policy/matching_intensity.csv")
        .rows()
        .map(|row| MatchingIntensity {
            programme: row.text("programme").to_owned(),
            period: row.text("period").to_owned(),
            matches_per_week: row.optional_number("matches_per_week"),
            contract_bn_rupiah: row.optional_number("contract_bn_rp"),
            source: row.text("source").to_owned(),
        })
        .collect()
}

/// Reads `policy/institutions.csv`.
pub(super) fn read_institutions() -> Vec<Institution> {
    Table::open("policy/institutions.csv")
        .rows()
        .map(|row| Institution {
            body: row.text("body").to_owned(),
            what: row.text("what").to_owned(),
            numbers: row.text("numbers").to_owned(),
            source: row.text("source").to_owned(),
        })
        .collect()
}
