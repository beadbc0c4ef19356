//! Cooperatives that are bodies of the programme.
//!
//! MODEL.md, section 2. They are rows of weight 1 beside the cooperatives of the statistics, if their
//! cell has enough micro enterprises to be their members.
//!
//! Source: policy/institutions.csv. Units: members; bn Rp a week.

use super::WEEKS_PER_YEAR;
use super::cooperatives::{FEWEST_MEMBERS, Group, Place, deflator};
use super::counts::Cells;
use super::frame::Frame;
use crate::ids::Class;

/// A body of the programme that is a cooperative.
struct Body {
    name: &'static str,
    province: &'static str,
    /// Branches (sectors of `Io30`) in the order of preference: the first whose cell has enough
    /// micro enterprises.
    branches: &'static [&'static str],
    /// Members, if known.
    members: Option<u64>,
    /// Sales, bn Rp a year at 2010 prices, if known.
    volume: fn(&Frame) -> Option<f64>,
}

/// Bodies (policy/institutions.csv). Members and turnover of KITA and GMB were not found: they are
/// given the mean of working cooperatives, the seat Jakarta and the branches of their founders
/// (industrial engineers; the head of the automotive institute), all ours. TMI: 22 members and
/// Rp 170 million in 2020. Batur Jaya: 150 casters of Ceper that sold brake blocks for Rp 8 bn in
/// 2010; the statistics give the province 134 micro enterprises in basic metal (its industry by branch
/// is weak), too few to be its members, so it sells metal goods.
const BODIES: [Body; 4] = [
    Body {
        name: "KITA",
        province: "DKI Jakarta",
        branches: &["metal_electronics"],
        members: None,
        volume: |_| None,
    },
    Body {
        name: "GMB",
        province: "DKI Jakarta",
        branches: &["automotive"],
        members: None,
        volume: |_| None,
    },
    Body {
        name: "TMI",
        province: "Jawa Tengah",
        branches: &["metal_electronics"],
        members: Some(22),
        volume: |frame| Some(0.17 / deflator(frame, 2020)),
    },
    Body {
        name: "Batur Jaya",
        province: "Jawa Tengah",
        branches: &["basic_metal", "metal_electronics"],
        members: Some(150),
        volume: |_| Some(8.0),
    },
];

impl Body {
    /// Sector that it sells for: of the first branch that has room for its members, the one with
    /// most micro value added in the province.
    fn sector(&self, frame: &Frame, cells: &Cells, province: usize) -> Option<usize> {
        let micro = |s: usize| cells.gva(s, province, Class::Micro);
        self.branches
            .iter()
            .filter_map(|branch| {
                frame
                    .children_of(branch)
                    .max_by(|&a, &b| micro(a).total_cmp(&micro(b)).then(b.cmp(&a)))
            })
            .find(|&sector| {
                let place = Place {
                    frame,
                    cells,
                    sector,
                    province,
                };
                place.members_cap() >= self.members.unwrap_or(FEWEST_MEMBERS)
            })
    }
}

/// Bodies that sit in this cell and fit into it: one that does not is left out.
pub(super) fn bodies(place: &Place) -> Vec<Group> {
    let Place {
        frame,
        cells,
        sector,
        province,
    } = *place;
    let mut free = place.members_cap();
    let mut groups = Vec::new();
    for body in &BODIES {
        let here = frame.tables.provinces[province].name == body.province
            && body.sector(frame, cells, province) == Some(sector);
        let mean = frame.tables.members_per_cooperative as u64;
        let members = body.members.unwrap_or_else(|| mean.min(free));
        if !here || members > free || members < FEWEST_MEMBERS {
            continue;
        }
        free -= members;
        let volume = (body.volume)(frame)
            .map_or_else(|| place.mean_volume(), |yearly| yearly / WEEKS_PER_YEAR)
            .min(place.volume_cap(members));
        groups.push(Group {
            sector,
            province,
            weight: 1,
            members,
            volume,
            body: Some(body.name),
        });
    }
    groups
}
