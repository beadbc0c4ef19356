//! Cooperatives: how many, of what, with how many members and how much volume.
//!
//! MODEL.md, section 4. Working cooperatives of the focus fields, whole ones per province and field
//! by largest remainder, the product inside a field by micro value added. Members of one
//! cooperative: log-normal, sigma 0.8, mean of the working units; together at most 40% of their
//! cell. Volume: log-normal around the mean of the province's working units, from current rupiah
//! to 2010 prices; at most 90% of what the members make. From 50,000 rows on every cooperative is
//! a row of its own; below, neighbours in volume are gathered.
//!
//! Only the focus fields have a product in the data; the other working cooperatives are left out.
//! Source: enterprises/cooperatives.csv (fields are expected counts by national shares).
//! Units: cooperatives, members; bn Rp a week.

use super::bodies::bodies;
use super::counts::Cells;
use super::frame::{Frame, cell_key};
use super::numbers::{descending, even_parts, largest_remainder, normal_quantile};
use super::{BuildPlan, WEEKS_PER_YEAR};
use crate::data::ProvinceCooperatives;
use crate::draw::{Purpose, Stream};
use crate::ids::{Class, Focus, PROVINCES};

/// Spread of members and of volume, standard deviation of the logarithm (MODEL.md, section 4).
const SIGMA: f64 = 0.8;
/// Members of all cooperatives, at most this share of the real enterprises of their cell
/// (MODEL.md, section 4): with equal sizes they would exceed the fishers of some provinces.
const MEMBERS_CAP: f64 = 0.4;
/// Volume, at most this share of what the members make (MODEL.md, section 4).
const VOLUME_CAP: f64 = 0.9;
/// Fewest members: the law asked for twenty founders (UU 25/1992, article 6).
pub(super) const FEWEST_MEMBERS: u64 = 20;
/// Rows from which every cooperative has a row of its own (MODEL.md, section 4).
pub(super) const ROWS_FOR_SINGLE_COOPERATIVES: usize = 50_000;
/// Year of the volumes.
const VOLUME_YEAR: i32 = 2019;
/// Keys of draws: cooperatives of one cell are numbered below this.
const KEYS_PER_CELL: u64 = 1 << 20;

/// Cooperatives of one product and province gathered in one row, and their members.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Product sold.
    pub sector: usize,
    /// Province.
    pub province: usize,
    /// Real cooperatives.
    pub weight: u64,
    /// Members of all of them.
    pub members: u64,
    /// Sales per real cooperative, bn Rp a week.
    pub volume: f64,
    /// Body of the programme.
    pub body: Option<&'static str>,
}

/// A field of the statistics and the sectors it may be in.
struct Field {
    expected: fn(&ProvinceCooperatives) -> f64,
    sectors: Vec<usize>,
}

/// All cooperatives in the order of sectors and provinces.
pub(super) fn groups(frame: &Frame, cells: &Cells, plan: &BuildPlan) -> Vec<Group> {
    let stream = Stream::new(plan.seed, Purpose::Cooperative, 0);
    let mut all = Vec::new();
    for (sector, of_sector) in counts(frame, cells).into_iter().enumerate() {
        for (province, count) in of_sector.into_iter().enumerate() {
            let place = Place {
                frame,
                cells,
                sector,
                province,
            };
            let bodies = bodies(&place);
            let taken = bodies.iter().map(|body| body.members).sum();
            let singles = place.singles(count, taken, &stream);
            all.extend(bodies);
            all.extend(place.gathered(singles, plan.rows));
        }
    }
    all
}

/// Expected whole number of cooperatives of each [sector][province], bodies not included.
pub(super) fn counts(frame: &Frame, cells: &Cells) -> Vec<Vec<u64>> {
    let mut counts = vec![vec![0; PROVINCES]; frame.sectors];
    for field in fields(frame) {
        let micro = |r: usize| -> Vec<f64> {
            let able = |&s: &usize| cells.count(s, r, Class::Micro) > FEWEST_MEMBERS;
            let gva = |&s: &usize| {
                if able(&s) {
                    cells.gva(s, r, Class::Micro)
                } else {
                    0.0
                }
            };
            field.sectors.iter().map(gva).collect()
        };
        let expected: Vec<f64> = (0..PROVINCES)
            .map(|r| {
                let possible = micro(r).iter().sum::<f64>() > 0.0;
                let expected = (field.expected)(&frame.tables.cooperatives[r]);
                if possible { expected } else { 0.0 }
            })
            .collect();
        let national: f64 = frame.tables.cooperatives.iter().map(field.expected).sum();
        for (r, count) in largest_remainder(&expected, national.round() as u64)
            .into_iter()
            .enumerate()
        {
            for (&s, n) in field
                .sectors
                .iter()
                .zip(largest_remainder(&micro(r), count))
            {
                counts[s][r] += n;
            }
        }
    }
    counts
}

fn fields(frame: &Frame) -> Vec<Field> {
    let focus = |focus: Focus| -> Vec<usize> {
        (0..frame.sectors)
            .filter(|&s| frame.tables.sectors[s].focus == Some(focus))
            .collect()
    };
    let metal = ["machinery", "metal_electronics", "basic_metal"];
    vec![
        Field {
            expected: |c| c.agro,
            sectors: focus(Focus::Agro),
        },
        Field {
            expected: |c| c.maritime,
            sectors: focus(Focus::Maritime),
        },
        Field {
            expected: |c| c.food_beverage,
            sectors: focus(Focus::FoodBeverage),
        },
        Field {
            expected: |c| c.automotive,
            sectors: focus(Focus::Automotive),
        },
        Field {
            expected: |c| c.machinery_metal,
            sectors: metal
                .iter()
                .flat_map(|code| frame.children_of(code))
                .collect(),
        },
    ]
}

/// GDP deflator of a year, 2010 = 1.
pub(super) fn deflator(frame: &Frame, year: i32) -> f64 {
    frame
        .tables
        .deflator
        .iter()
        .find(|(of, _)| *of == year)
        .expect("the deflator covers the years of the cooperatives' figures")
        .1
}

/// One product in one province.
pub(super) struct Place<'a> {
    /// Tables.
    pub frame: &'a Frame,
    /// Counts and value added.
    pub cells: &'a Cells,
    /// Product.
    pub sector: usize,
    /// Province.
    pub province: usize,
}

impl Place<'_> {
    /// Most members that cooperatives may have here.
    pub fn members_cap(&self) -> u64 {
        let micro = self.cells.count(self.sector, self.province, Class::Micro);
        (MEMBERS_CAP * micro as f64).floor() as u64
    }

    /// Mean sales of a working cooperative of the province.
    pub fn mean_volume(&self) -> f64 {
        let of = &self.frame.tables.cooperatives[self.province];
        of.volume_bn_rupiah / of.working / deflator(self.frame, VOLUME_YEAR) / WEEKS_PER_YEAR
    }

    /// Most that so many members can sell through their cooperative.
    pub fn volume_cap(&self, members: u64) -> f64 {
        let micro = self.cells.count(self.sector, self.province, Class::Micro);
        let made = self.cells.gva(self.sector, self.province, Class::Micro)
            * self.frame.output_per_gva(self.sector);
        VOLUME_CAP * members as f64 * made / micro as f64
    }

    /// Real cooperatives with their members and volume.
    fn singles(&self, count: u64, members_taken: u64, stream: &Stream) -> Vec<Group> {
        let key = cell_key(self.sector, self.province, Class::Micro) * KEYS_PER_CELL;
        let draw = |number: u64, what: u64| {
            let normal = normal_quantile(stream.uniform(key + number, what));
            (SIGMA * normal - SIGMA * SIGMA / 2.0).exp()
        };
        let mean = self.frame.tables.members_per_cooperative;
        let wanted: Vec<f64> = (0..count)
            .map(|number| (mean * draw(number, 0)).max(FEWEST_MEMBERS as f64))
            .collect();
        let cap = self.members_cap().saturating_sub(members_taken) as f64;
        let factor = (cap / wanted.iter().sum::<f64>().max(1.0)).min(1.0);
        (0..count)
            .map(|number| {
                let members = (wanted[number as usize] * factor).floor().max(1.0) as u64;
                let volume = self.mean_volume() * draw(number, 1);
                Group {
                    sector: self.sector,
                    province: self.province,
                    weight: 1,
                    members,
                    volume: volume.min(self.volume_cap(members)),
                    body: None,
                }
            })
            .collect()
    }

    /// Gathers neighbours in volume when rows are scarce.
    fn gathered(&self, singles: Vec<Group>, rows: usize) -> Vec<Group> {
        if rows >= ROWS_FOR_SINGLE_COOPERATIVES || singles.is_empty() {
            return singles;
        }
        let volumes: Vec<f64> = singles.iter().map(|single| single.volume).collect();
        let order = descending(&volumes);
        let share = rows as f64 / ROWS_FOR_SINGLE_COOPERATIVES as f64;
        let parts = ((singles.len() as f64 * share).floor() as u64).max(1);
        let mut first = 0;
        even_parts(singles.len() as u64, parts)
            .map(|weight| {
                let of = &order[first..first + weight as usize];
                first += weight as usize;
                Group {
                    weight,
                    members: of.iter().map(|&i| singles[i].members).sum(),
                    volume: of.iter().map(|&i| volumes[i]).sum::<f64>() / weight as f64,
                    ..singles[of[0]].clone()
                }
            })
            .collect()
    }
}
