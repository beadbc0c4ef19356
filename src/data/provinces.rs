//! Provinces, their value added by sector, their cooperatives.

use super::reader::Table;
use super::sectors::parent_codes;
use super::{Province, ProvinceCooperatives, Sector};
use ndarray::Array2;

/// Reads `provinces.csv`.
pub(super) fn read_provinces() -> Vec<Province> {
    Table::open("provinces.csv")
        .rows()
        .map(|row| Province {
            bps_code: u32::try_from(row.count("bps_code")).expect("codes of BPS have two digits"),
            name: row.text("province").to_owned(),
            island_group: row.text("island_group").to_owned(),
            java_bali: row.flag("java_bali"),
            population: row.number("population_2020"),
            grdp: row.number("grdp_2019"),
            latitude: row.number("latitude"),
            longitude: row.number("longitude"),
        })
        .collect()
}

/// Value added and "may be shown alone" by [province, sector of the scheme].
///
/// A sector of `Io80` has the provincial pattern of its parent. Columns then sum, from the first
/// province to the last, to the value added of the accounts in every bit.
pub(super) fn read_province_gva(
    provinces: &[Province],
    sectors: &[Sector],
    value_added: &[f64],
) -> (Array2<f64>, Array2<bool>) {
    let (parent_gva, parent_showable) = read_parent_gva(provinces);
    let shape = (provinces.len(), sectors.len());
    let mut gva = Array2::from_shape_fn(shape, |(r, s)| parent_gva[[r, sectors[s].parent]]);
    for (mut column, &total) in gva.columns_mut().into_iter().zip(value_added) {
        let scale = total / column.iter().sum::<f64>();
        column.iter_mut().for_each(|cell| *cell *= scale);
        give_rounding_to_last(column.iter_mut(), total);
    }
    let showable = Array2::from_shape_fn(shape, |(r, s)| parent_showable[[r, sectors[s].parent]]);
    (gva, showable)
}

/// Sets the last positive value so that the sum in this order is `total` in every bit, if the
/// values before it are at least half of the total (then the difference is exact).
pub(super) fn give_rounding_to_last<'a>(values: impl Iterator<Item = &'a mut f64>, total: f64) {
    let mut values: Vec<&mut f64> = values.collect();
    if let Some(last) = values.iter().rposition(|value| **value > 0.0) {
        let before: f64 = values[..last].iter().map(|value| **value).sum();
        *values[last] = total - before;
    }
}

fn read_parent_gva(provinces: &[Province]) -> (Array2<f64>, Array2<bool>) {
    let parents = parent_codes();
    let parents: Vec<&str> = parents.iter().map(String::as_str).collect();
    let names: Vec<&str> = provinces
        .iter()
        .map(|province| province.name.as_str())
        .collect();
    let mut gva = Array2::from_elem((names.len(), parents.len()), f64::NAN);
    let mut showable = Array2::from_elem(gva.dim(), false);
    for row in Table::open("province_sector_gva.csv").rows() {
        let cell = [
            row.index_in("province", &names),
            row.index_in("sector", &parents),
        ];
        gva[cell] = row.number("gva");
        showable[cell] = match row.text("quality") {
            "strong" | "medium" | "weak" => true,
            "doubtful" | "implausible" => false,
            word => row.bug(&format!("`{word}` is no word of quality")),
        };
    }
    assert!(
        gva.iter().all(|cell| cell.is_finite()),
        "data/province_sector_gva.csv must have every province and sector"
    );
    (gva, showable)
}

/// Reads `enterprises/cooperatives.csv` in the order of the provinces.
pub(super) fn read_cooperatives(provinces: &[Province]) -> Vec<ProvinceCooperatives> {
    let names: Vec<&str> = provinces
        .iter()
        .map(|province| province.name.as_str())
        .collect();
    Table::open("enterprises/cooperatives.csv")
        .rows_in_order("province", &names)
        .map(|row| ProvinceCooperatives {
            working: row.number("working_2019"),
            agro: row.number("field_agro_2019"),
            maritime: row.number("field_maritime_2019"),
            food_beverage: row.number("field_food_beverage_2019"),
            automotive: row.number("field_automotive_2019"),
            machinery_metal: row.number("field_machinery_metal_2019"),
            members_thousand: row.number("members_thousand_2019"),
            volume_bn_rupiah: row.number("volume_bn_rp_2019"),
        })
        .collect()
}

/// Members per working cooperative of the nation.
pub(super) fn members_per_cooperative(cooperatives: &[ProvinceCooperatives]) -> f64 {
    let members_thousand: f64 = cooperatives
        .iter()
        .map(|province| province.members_thousand)
        .sum();
    let working: f64 = cooperatives.iter().map(|province| province.working).sum();
    1_000.0 * members_thousand / working
}
