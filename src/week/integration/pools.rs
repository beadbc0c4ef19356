//! Who may buy and who may supply: pools to draw from, built once, [11.2].

use crate::economy::Economy;
use crate::ids::{CLASSES, Kind, PROVINCES};

/// Families by supplying sector and province, with running sums of capacity; buyers by sector.
#[derive(Clone, Debug)]
pub(crate) struct Pools {
    /// [sector * 34 + province]
    suppliers: Vec<Pool>,
    /// Medium and large manufacturers by sector.
    buyers: Vec<Vec<u32>>,
    /// Kilometres between capitals.
    distance: Vec<[f64; PROVINCES]>,
}

/// Families of one sector and province, cooperatives apart, with running sums of capacity.
#[derive(Clone, Debug, Default)]
struct Pool {
    by_class: [Members; CLASSES],
    cooperatives: Members,
}

/// Families with running sums of what they are drawn by: capacity and number.
#[derive(Clone, Debug, Default)]
struct Members {
    family: Vec<u32>,
    running: [Vec<f64>; 2],
}

/// What suppliers are drawn by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum DrawnBy {
    /// Capacity: a body looks for those who can deliver.
    Capacity = 0,
    /// Number of real enterprises: a goal that counts heads.
    Number = 1,
}

/// Which suppliers a body brings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub classes: [bool; CLASSES],
    pub cooperatives: bool,
    pub drawn_by: DrawnBy,
}

/// Radius of the Earth, km.
const EARTH_KM: f64 = 6371.0;

impl Pools {
    /// All pools of an economy.
    pub fn new(economy: &Economy) -> Pools {
        let sectors = economy.tables.sectors.len();
        let rows = &economy.rows;
        let mut pools = Pools {
            suppliers: vec![Pool::default(); sectors * PROVINCES],
            buyers: vec![Vec::new(); sectors],
            distance: distances(economy),
        };
        for c in &economy.cooperatives {
            let f = c.row as usize;
            let place = rows.sector[f] as usize * PROVINCES + rows.province[f] as usize;
            pools.suppliers[place]
                .cooperatives
                .add(c.row, [rows.weight[f] * c.volume, rows.weight[f]]);
        }
        for f in 0..economy.families {
            if rows.kind[f] != Kind::Enterprise || rows.weight[f] == 0.0 {
                continue;
            }
            let family = u32::try_from(f).expect("families are u32");
            let s = rows.sector[f] as usize;
            let place = s * PROVINCES + rows.province[f] as usize;
            pools.suppliers[place].by_class[rows.class[f] as usize]
                .add(family, [rows.weight[f] * rows.output[f], rows.weight[f]]);
            if economy.tables.sectors[s].industry17 == "C" && rows.class[f].is_medium_or_large() {
                pools.buyers[s].push(family);
            }
        }
        pools
    }

    /// Medium and large manufacturers of a sector.
    pub fn buyers(&self, sector: usize) -> &[u32] {
        &self.buyers[sector]
    }

    /// Kilometres between two provinces' capitals.
    pub fn km(&self, a: usize, b: usize) -> f64 {
        self.distance[a][b]
    }

    /// Capacity (bn Rp a week) or number of the suppliers of a sector in a province.
    pub fn capacity(&self, sector: usize, province: usize, wanted: Wanted) -> f64 {
        self.groups(sector, province, wanted)
            .map(|group| group.total(wanted.drawn_by))
            .sum()
    }

    /// The supplier at a place 0..1 of the capacity of a sector in a province.
    pub fn supplier(
        &self,
        sector: usize,
        province: usize,
        wanted: Wanted,
        place: f64,
    ) -> Option<u32> {
        let mut target = place * self.capacity(sector, province, wanted);
        for group in self.groups(sector, province, wanted) {
            let total = group.total(wanted.drawn_by);
            if target < total {
                return group.at(wanted.drawn_by, target);
            }
            target -= total;
        }
        self.groups(sector, province, wanted)
            .find_map(|group| group.family.last().copied())
    }

    fn groups(
        &self,
        sector: usize,
        province: usize,
        wanted: Wanted,
    ) -> impl Iterator<Item = &Members> {
        let pool = &self.suppliers[sector * PROVINCES + province];
        let classes = (0..CLASSES)
            .filter(move |&c| wanted.classes[c])
            .map(|c| &pool.by_class[c]);
        classes.chain(wanted.cooperatives.then_some(&pool.cooperatives))
    }
}

impl Members {
    fn add(&mut self, family: u32, values: [f64; 2]) {
        self.family.push(family);
        for (running, value) in self.running.iter_mut().zip(values) {
            running.push(running.last().copied().unwrap_or(0.0) + value);
        }
    }

    fn total(&self, by: DrawnBy) -> f64 {
        self.running[by as usize].last().copied().unwrap_or(0.0)
    }

    fn at(&self, by: DrawnBy, target: f64) -> Option<u32> {
        let place = self.running[by as usize].partition_point(|&sum| sum <= target);
        self.family.get(place).copied()
    }
}

fn distances(economy: &Economy) -> Vec<[f64; PROVINCES]> {
    let provinces = &economy.tables.provinces;
    let radians = |degrees: f64| degrees.to_radians();
    provinces
        .iter()
        .map(|a| {
            std::array::from_fn(|q| {
                let b = &provinces[q];
                let (north, east) = (
                    radians(b.latitude - a.latitude) / 2.0,
                    radians(b.longitude - a.longitude) / 2.0,
                );
                let chord = north.sin().powi(2)
                    + radians(a.latitude).cos() * radians(b.latitude).cos() * east.sin().powi(2);
                2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
            })
        })
        .collect()
}
