//! Claims about the economy of week 0.

use super::*;
use crate::data::{SectorScheme, tables};
use crate::ids::{Kind, NONE};
use std::collections::BTreeSet;

/// Rows and seeds at which the baseline is checked.
const SIZES: [usize; 3] = [2_000, 5_000, 20_000];
const SEEDS: [u64; 2] = [1, 7];
/// Rows of the tests that need no size of their own.
const FEW: usize = 2_000;

fn plan(rows: usize, seed: u64) -> BuildPlan {
    BuildPlan::new(rows, seed)
}

fn build(rows: usize, seed: u64) -> Economy {
    Economy::build(tables(SectorScheme::Io30), &plan(rows, seed))
}

fn assert_healthy(economy: &Economy, what: &str) {
    let failed: Vec<Check> = economy
        .doctor()
        .into_iter()
        .filter(|check| !check.passed())
        .collect();
    assert!(failed.is_empty(), "{what}: {failed:#?}");
}

fn place(code: &str, province: &str) -> (u8, u8) {
    let tables = tables(SectorScheme::Io30);
    let sector = tables.sectors.iter().position(|of| of.code == code);
    let province = tables.provinces.iter().position(|of| of.name == province);
    (sector.unwrap() as u8, province.unwrap() as u8)
}

#[test]
fn the_baseline_is_exact_at_every_size_and_seed() {
    for rows in SIZES {
        for seed in SEEDS {
            assert_healthy(&build(rows, seed), &format!("{rows} rows, seed {seed}"));
        }
    }
}

#[test]
fn eighty_sectors_are_exact_and_each_has_a_row() {
    let economy = Economy::build(tables(SectorScheme::Io80), &plan(5_000, 3));
    assert_healthy(&economy, "io80");
    let with_rows: BTreeSet<u8> = economy.rows.sector.iter().copied().collect();
    assert_eq!(with_rows.len(), economy.tables.sectors.len());
}

#[test]
fn rows_come_close_to_the_plan_from_below() {
    for rows in [5_000, 20_000] {
        let economy = build(rows, 1);
        assert!(economy.families <= rows && economy.families + 50 > rows);
    }
}

#[test]
fn every_weight_is_whole_and_every_stable_id_is_its_own() {
    let economy = build(FEW, 1);
    assert!(economy.rows.weight.iter().all(|w| w.fract() == 0.0));
    let ids: BTreeSet<u64> = economy.rows.stable_id.iter().copied().collect();
    assert_eq!(ids.len(), economy.rows.len());
}

#[test]
fn the_same_seed_gives_the_same_bits() {
    let (first, second) = (build(FEW, 5), build(FEW, 5));
    assert_eq!(first.rows, second.rows);
    assert_eq!(first.inputs, second.inputs);
    assert_eq!(first.links, second.links);
    assert_eq!(first.market, second.market);
    assert_eq!(first.final_demand, second.final_demand);
    assert_eq!(first.cooperatives, second.cooperatives);
}

#[test]
fn another_seed_redraws_sizes_mixes_and_links() {
    let (first, second) = (build(FEW, 5), build(FEW, 6));
    assert_ne!(first.rows.output, second.rows.output);
    assert_ne!(first.inputs.domestic, second.inputs.domestic);
    assert_ne!(first.links.supplier, second.links.supplier);
}

#[test]
fn a_split_economy_passes_the_doctor() {
    let economy = build(FEW, 2);
    let split = economy.split_rows();
    assert_healthy(&split, "split");
    assert_eq!(split.families, 2 * economy.families);
    assert_eq!(split.links.len(), 4 * economy.links.len());
    for family in 0..economy.families {
        assert_eq!(
            split.rows.stable_id[2 * family],
            2 * economy.rows.stable_id[family]
        );
        assert_eq!(
            split.rows.weight[2 * family + 1],
            0.5 * economy.rows.weight[family]
        );
    }
}

#[test]
fn a_renumbered_economy_passes_the_doctor_and_renumbers_back() {
    let economy = build(FEW, 2);
    let reversed: Vec<u32> = (0..economy.families as u32).rev().collect();
    let renumbered = economy.renumbered(&reversed);
    assert_healthy(&renumbered, "renumbered");
    assert_ne!(renumbered.rows, economy.rows);
    let back = renumbered.renumbered(&reversed);
    assert_eq!(back.rows, economy.rows);
    assert_eq!(back.links, economy.links);
    assert_eq!(back.market, economy.market);
    assert_eq!(back.cooperatives, economy.cooperatives);
}

#[test]
fn cooperatives_are_the_whole_numbers_that_the_statistics_expect() {
    let economy = build(FEW, 1);
    let of = &economy.tables.cooperatives;
    let expected: f64 = [
        of.iter().map(|c| c.agro).sum::<f64>().round(),
        of.iter().map(|c| c.maritime).sum::<f64>().round(),
        of.iter().map(|c| c.food_beverage).sum::<f64>().round(),
        of.iter().map(|c| c.automotive).sum::<f64>().round(),
        of.iter().map(|c| c.machinery_metal).sum::<f64>().round(),
    ]
    .iter()
    .sum();
    let found: f64 = economy
        .cooperatives
        .iter()
        .filter(|of| of.body.is_none())
        .map(|of| economy.rows.weight[of.row as usize])
        .sum();
    assert_eq!(found, expected);
}

#[test]
fn bodies_of_the_programme_sit_where_they_are_known_to_be() {
    for rows in [FEW, 20_000] {
        let economy = build(rows, 1);
        let body = |name: &str| {
            let of = economy
                .cooperatives
                .iter()
                .find(|of| of.body.as_deref() == Some(name));
            let of = of.unwrap_or_else(|| panic!("{name} is there"));
            let row = of.row as usize;
            assert_eq!(economy.rows.weight[row], 1.0);
            let place = (economy.rows.sector[row], economy.rows.province[row]);
            (place, economy.rows.weight[of.member_row as usize])
        };
        assert_eq!(
            body("TMI"),
            (place("metal_electronics", "Jawa Tengah"), 22.0)
        );
        assert_eq!(
            body("Batur Jaya"),
            (place("metal_electronics", "Jawa Tengah"), 150.0)
        );
        assert_eq!(body("KITA").0, place("metal_electronics", "DKI Jakarta"));
        assert_eq!(body("GMB").0, place("automotive", "DKI Jakarta"));
    }
}

#[test]
fn members_sell_at_most_nine_tenths_through_their_cooperative_and_have_one_each() {
    let economy = build(20_000, 1);
    let rows = &economy.rows;
    for (index, of) in economy.cooperatives.iter().enumerate() {
        let (row, members) = (of.row as usize, of.member_row as usize);
        assert_eq!(rows.kind[members], Kind::Member);
        assert_eq!(economy.cooperative_of_member[members], index as u32);
        assert_eq!(
            (rows.sector[row], rows.province[row]),
            (rows.sector[members], rows.province[members])
        );
        let made = rows.weight[members] * rows.output[members];
        assert!(rows.weight[row] * of.volume <= 0.9 * made * (1.0 + 1e-12));
    }
    let without = (0..rows.len())
        .filter(|&i| rows.kind[i] == Kind::Member && economy.cooperative_of_member[i] == NONE);
    assert_eq!(without.count(), 0);
}

#[test]
fn members_are_at_most_two_fifths_of_their_cell() {
    let economy = build(FEW, 4);
    let rows = &economy.rows;
    let mut cell = std::collections::BTreeMap::<(u8, u8), (f64, f64)>::new();
    for i in (0..economy.families).filter(|&i| rows.class[i] == Class::Micro) {
        let (members, all) = cell.entry((rows.sector[i], rows.province[i])).or_default();
        *all += rows.weight[i];
        if rows.kind[i] == Kind::Member {
            *members += rows.weight[i];
        }
    }
    for (place, (members, all)) in cell {
        assert!(members <= 0.4 * all, "{place:?}: {members} of {all}");
    }
}

#[test]
fn most_cooperatives_sell_by_link() {
    let economy = build(20_000, 1);
    let linked = economy.cooperatives.iter().filter(|of| {
        let row = of.row as usize;
        economy.links.by_supplier_start[row] < economy.links.by_supplier_start[row + 1]
    });
    assert!(linked.count() as f64 > 0.85 * economy.cooperatives.len() as f64);
}

#[test]
fn from_fifty_thousand_rows_on_buyers_of_the_focus_branches_and_cooperatives_are_single() {
    let economy = build(50_000, 1);
    let rows = &economy.rows;
    for i in 0..economy.families {
        let branch = economy.tables.sectors[rows.sector[i] as usize]
            .parent_code
            .as_str();
        let buyer =
            allocation::FOCUS_MANUFACTURING.contains(&branch) && rows.class[i].is_medium_or_large();
        if rows.kind[i] == Kind::Cooperative || (buyer && rows.kind[i] == Kind::Enterprise) {
            assert!(rows.weight[i] == 1.0 && rows.single[i]);
        }
    }
}

#[test]
fn groups_that_may_hold_contracts_have_a_contract_row_of_weight_zero() {
    let economy = build(FEW, 1);
    let rows = &economy.rows;
    for family in 0..economy.families {
        let row = economy.contract_row[family];
        let may = rows.kind[family] == Kind::Enterprise && rows.weight[family] > 1.0;
        assert_eq!(row != NONE, may);
        if may {
            let row = row as usize;
            assert!(row >= economy.families && rows.weight[row] == 0.0);
            assert_eq!(rows.family[row] as usize, family);
            assert_eq!(rows.output[row], rows.output[family]);
            assert_eq!(
                rows.stable_id[row],
                rows.stable_id[family] | CONTRACT_ROW_BIT
            );
        }
    }
}

#[test]
fn ventures_wait_at_weight_zero_and_change_nothing_else() {
    let (sector, province) = place("machinery", "Jawa Barat");
    let site = VentureSite {
        sector: sector.into(),
        province: province.into(),
    };
    let with = BuildPlan {
        ventures: vec![site],
        ..plan(FEW, 1)
    };
    let with = Economy::build(tables(SectorScheme::Io30), &with);
    let without = build(FEW, 1);
    assert_healthy(&with, "with a venture");
    let venture = with.families - 1;
    assert_eq!(with.rows.kind[venture], Kind::Venture);
    assert!(with.rows.weight[venture] == 0.0 && with.rows.output[venture] > 0.0);
    assert!(
        with.inputs
            .cells(venture)
            .all(|cell| with.links.market_share[cell] == 1.0)
    );
    assert!(
        with.inputs
            .cells(venture)
            .map(|cell| with.inputs.domestic[cell])
            .sum::<f64>()
            > 0.0
    );
    assert_eq!(with.links.supplier, without.links.supplier);
    assert_eq!(with.links.share, without.links.share);
    assert_eq!(with.market.flow, without.market.flow);
}

#[test]
fn workers_add_up_to_the_employment_of_each_sector() {
    let economy = build(FEW, 1);
    let rows = &economy.rows;
    let mut workers = vec![0.0; economy.tables.sectors.len()];
    for i in 0..economy.families {
        workers[rows.sector[i] as usize] += rows.weight[i] * rows.employment[i];
    }
    for (found, sector) in workers.iter().zip(&economy.tables.sectors) {
        let error = (found - sector.employment_thousand).abs() / sector.employment_thousand;
        assert!(error < 1e-12, "{}: {error:e}", sector.code);
    }
}

#[test]
fn a_broken_share_is_found_by_the_doctor() {
    let mut economy = build(FEW, 1);
    economy.links.share[100] *= 1.0 + 1e-9;
    let failed: Vec<&str> = economy
        .doctor()
        .iter()
        .filter(|check| !check.passed())
        .map(|check| check.name)
        .collect();
    assert!(
        failed.contains(&"buyer: shares of links and market = 1"),
        "{failed:?}"
    );
}

/// Value that crosses a border between provinces, of all that is bought by link.
#[test]
fn where_trade_decays_faster_with_distance_less_is_bought_from_other_provinces() {
    let from_afar = |distance_decay: f64| {
        let plan = BuildPlan {
            distance_decay,
            ..plan(FEW, 1)
        };
        let economy = Economy::build(tables(SectorScheme::Io30), &plan);
        let (rows, links) = (&economy.rows, &economy.links);
        let (mut far, mut all) = (0.0, 0.0);
        for (l, &supplier) in links.supplier.iter().enumerate() {
            let cell = links.cell[l] as usize;
            let buyer = economy.inputs.cell_family[cell] as usize;
            let bought = rows.weight[buyer] * rows.output[buyer] * economy.inputs.domestic[cell];
            let value = bought * links.share[l];
            all += value;
            if rows.province[supplier as usize] != rows.province[buyer] {
                far += value;
            }
        }
        far / all
    };
    let shares = [0.5, 1.0, 1.5].map(from_afar);
    println!("bought from other provinces: {shares:.3?}");
    assert!(shares[0] > 1.1 * shares[1] && shares[1] > 1.1 * shares[2]);
}
