//! Phases 1 and 3.

use super::{Oracle, positive};
use pulih::draw::{Purpose, Stream};
use pulih::ids::{Kind, PROVINCES};
use pulih::policy::{Scope, Shock};
use pulih::scenario::Outlook;

/// 9 March 2020, days from 1970-01-01.
const FIRST_WEEK_OF_STRINGENCY: i64 = 18_330;

/// Year and quarter of a day counted from 1970-01-01, counting years and months up one by one.
fn quarter_of(day: i64) -> (i32, u32) {
    let mut year = 1970;
    let mut left = day;
    loop {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = if leap { 366 } else { 365 };
        if left >= days {
            left -= days;
            year += 1;
            continue;
        }
        let quarters = [if leap { 91 } else { 90 }, 91, 92, 92];
        let mut quarter = 0;
        while left >= quarters[quarter] {
            left -= quarters[quarter];
            quarter += 1;
        }
        return (year, quarter as u32 + 1);
    }
}

impl Oracle<'_> {
    /// Monday of the week, days from 1970-01-01.
    fn monday(&self) -> i64 {
        self.scenario.start + 7 * i64::from(self.week)
    }

    /// [1.7] stringency, retail, transit, workplaces of a week: as observed, or as assumed.
    fn driver(&self, week: u32) -> Option<[f64; 4]> {
        let all = &self.economy.tables.drivers;
        let of = |w: usize| {
            let driver = &all[w];
            [
                driver.stringency,
                driver.retail,
                driver.transit,
                driver.workplaces,
            ]
        };
        let observed = ((week as usize) < all.len()).then(|| of(week as usize));
        let Some(vintage) = self.scenario.vintage else {
            return observed;
        };
        if week < vintage.known_weeks || vintage.outlook == Outlook::Observed {
            return observed;
        }
        let known = vintage.known_weeks as usize;
        let factor = match vintage.outlook {
            Outlook::Decaying { half_life_weeks } => {
                let since = f64::from(week - vintage.known_weeks) + 1.0;
                (-since / half_life_weeks * 2.0_f64.ln()).exp()
            }
            Outlook::Observed | Outlook::Held => 1.0,
        };
        let mut mean = [0.0; 4];
        for w in known - 13..known {
            for (mean, value) in mean.iter_mut().zip(of(w)) {
                *mean += value / 13.0 * factor;
            }
        }
        Some(mean)
    }

    /// [1.1] M and W of the nation, without waves.
    pub(super) fn drivers(&mut self) {
        let parameters = &self.scenario.parameters;
        let b = parameters.driver_stringency_weight;
        let floor = parameters.fading_floor;
        let t = f64::from(self.week);
        let fading = floor + (1.0 - floor) * (-parameters.fading_speed * positive(t - 12.0)).exp();
        let mut mobility = 0.0;
        let mut workplace = 0.0;
        for shock in &self.scenario.shocks {
            let Shock::Pandemic { scale } = shock else {
                continue;
            };
            if let Some([stringency, retail, transit, workplaces]) = self.driver(self.week) {
                let m = positive(-(retail + transit) / 200.0);
                let v = positive(-workplaces / 100.0);
                let z = if self.monday() < FIRST_WEEK_OF_STRINGENCY {
                    0.0
                } else {
                    positive(stringency - 5.0) / 100.0
                };
                mobility += scale * fading * ((1.0 - b) * m + 0.45 * b * z);
                workplace += scale * fading * ((1.0 - b) * v + 0.35 * b * z);
            }
        }
        self.shocked.mobility = mobility;
        self.shocked.workplace = workplace;
    }

    /// [1.2] M and W by province.
    pub(super) fn provincial_drivers(&mut self) {
        let provinces = &self.economy.tables.provinces;
        let monday = self.monday();
        let mut grdp = 0.0;
        for province in provinces {
            grdp += province.grdp;
        }

        let mut strictness = vec![1.0; PROVINCES];
        for spell in &self.economy.tables.restrictions {
            if monday < spell.start || monday > spell.end {
                continue;
            }
            if let Some(vintage) = self.scenario.vintage
                && self.week >= vintage.known_weeks
                && vintage.outlook != Outlook::Observed
            {
                continue;
            }
            if spell.provinces.iter().all(|&under| under) {
                continue;
            }
            for r in 0..PROVINCES {
                if spell.provinces[r] {
                    strictness[r] = self.scenario.parameters.restriction_contrast;
                }
            }
        }
        let mut mean = 0.0;
        for r in 0..PROVINCES {
            mean += strictness[r] * provinces[r].grdp / grdp;
        }

        let mut wave_mobility = vec![0.0; PROVINCES];
        let mut wave_workplace = vec![0.0; PROVINCES];
        for shock in &self.scenario.shocks {
            let Shock::RestrictionWave {
                window,
                provinces,
                mobility_fall,
                workplace_fall,
            } = shock
            else {
                continue;
            };
            for r in 0..PROVINCES {
                if provinces[r] {
                    wave_mobility[r] += mobility_fall * window.strength(self.week);
                    wave_workplace[r] += workplace_fall * window.strength(self.week);
                }
            }
        }

        let shocked = &mut self.shocked;
        shocked.mobility_national = shocked.mobility;
        for r in 0..PROVINCES {
            let relative = strictness[r] / mean;
            shocked.mobility_of_province[r] = shocked.mobility * relative + wave_mobility[r];
            shocked.workplace_of_province[r] = shocked.workplace * relative + wave_workplace[r];
            shocked.mobility_national += wave_mobility[r] * provinces[r].grdp / grdp;
        }
    }

    /// [1.3] share of labour that can work.
    pub(super) fn labour_availability(&mut self) {
        let exposure = self.scenario.parameters.labour_exposure;
        for (s, sector) in self.economy.tables.sectors.iter().enumerate() {
            let traits = &sector.traits;
            let eps = (1.0 - traits.home_working_share) * (1.0 - traits.essential_share);
            for r in 0..PROVINCES {
                let fall = exposure * eps * self.shocked.workplace_of_province[r];
                self.shocked.availability[s][r] = f64::max(0.05, 1.0 - fall);
            }
        }
    }

    /// [1.4] contact response, habit and multiplier of final demand.
    pub(super) fn contact(&mut self) {
        let parameters = &self.scenario.parameters;
        let shocked = &mut self.shocked;
        for (p, sector) in self.economy.tables.sectors.iter().enumerate() {
            let response =
                parameters.contact_scale * self.scenario.contact_response.0[sector.parent];
            let national = response * shocked.mobility_national;
            let habit = shocked.habit[p];
            shocked.contact[p] = national;
            shocked.habit[p] = habit + parameters.habit_in * positive(national - habit)
                - parameters.habit_out * habit;
            for r in 0..PROVINCES {
                let local = response * shocked.mobility_of_province[r];
                shocked.demand_multiplier[p][r] = f64::max(0.05, 1.0 - local - shocked.habit[p]);
            }
        }
    }

    /// [1.5] exports relative to their path.
    pub(super) fn exports_path(&mut self) {
        let tables = self.economy.tables;
        for p in 0..tables.sectors.len() {
            let mut e = 1.0;
            for shock in &self.scenario.shocks {
                if let Shock::ExportPath { scale } = shock {
                    let value = self.export_level(tables.export_services[p]);
                    e *= 1.0 + scale * (value - 1.0);
                }
                if let Shock::ExportSlump {
                    window,
                    products,
                    fall,
                } = shock
                {
                    if products[p] {
                        e *= 1.0 - fall * window.strength(self.week);
                    }
                }
            }
            self.shocked.exports[p] = e;
        }
    }

    /// Exports of goods or services in the week relative to their path, [1.5]: by quarter; before
    /// the first on the path; after the last, goods hold and services move with stringency.
    fn export_level(&self, services: bool) -> f64 {
        let tables = self.economy.tables;
        let thursday = quarter_of(self.monday() + 3);
        let mut level = 1.0;
        let mut last = (0, 0);
        for quarter in &tables.export_path {
            let when = (quarter.year, quarter.quarter);
            if let Some(vintage) = self.scenario.vintage {
                let last_known = self.scenario.start + 7 * (i64::from(vintage.known_weeks) - 1);
                if when > quarter_of(last_known + 3) {
                    continue;
                }
            }
            if when <= thursday {
                level = if services {
                    quarter.services
                } else {
                    quarter.goods
                };
            }
            last = last.max(when);
        }
        if !services || thursday <= last {
            return level;
        }
        // Mean stringency of the last quarter, and that of the week (or of the last that has one).
        let mut sum = 0.0;
        let mut weeks = 0.0;
        let mut now = 0.0;
        for w in 0..tables.drivers.len() as u32 {
            let monday = self.scenario.start + 7 * i64::from(w);
            let stringency = self.driver(w).map_or(0.0, |driver| driver[0]);
            if quarter_of(monday + 3) == last {
                sum += stringency;
                weeks += 1.0;
            }
            if monday <= self.monday() {
                now = stringency;
            }
        }
        1.0 + (level - 1.0) * now / (sum / weeks)
    }

    /// [1.6] closures, import failures, final demand factors, capacity losses.
    pub(super) fn closures_and_failures(&mut self) {
        let week = self.week;
        for i in 0..self.rows.len() {
            let mut open = 1.0;
            for shock in &self.scenario.shocks {
                if let Shock::Closure {
                    window,
                    scope,
                    share,
                } = shock
                {
                    if self.in_scope(scope, i) {
                        open *= 1.0 - share * window.strength(week);
                    }
                }
            }
            self.rows[i].closure = 1.0 - open;
        }

        for p in 0..self.economy.tables.sectors.len() {
            let mut arriving = 1.0;
            let mut factor_of_home_demand = 1.0;
            for shock in &self.scenario.shocks {
                if let Shock::ImportFailure {
                    window,
                    products,
                    share,
                } = shock
                {
                    if products[p] {
                        arriving *= 1.0 - share * window.strength(week);
                    }
                }
                if let Shock::FinalDemand {
                    window,
                    products,
                    exports_too,
                    factor,
                } = shock
                {
                    if products[p] {
                        let now = 1.0 + (factor - 1.0) * window.strength(week);
                        factor_of_home_demand *= now;
                        if *exports_too {
                            self.shocked.exports[p] *= now;
                        }
                    }
                }
            }
            self.shocked.import_failure[p] = 1.0 - arriving;
            self.shocked.demand_factor[p] = factor_of_home_demand;
        }

        for shock in &self.scenario.shocks {
            let Shock::CapacityLoss {
                week: when,
                share_of_enterprises,
                loss,
            } = shock
            else {
                continue;
            };
            if *when != week {
                continue;
            }
            let stream = Stream::new(
                self.economy.plan.seed,
                Purpose::CapacityLoss,
                u64::from(week),
            );
            // A contract row stands for the same enterprises as its primary row: one draw.
            for family in &self.families {
                let drawn = self.rows[family.rows[0]].stable_id;
                if stream.uniform(drawn, 0) < *share_of_enterprises {
                    for &i in &family.rows {
                        self.rows[i].capacity *= 1.0 - loss;
                    }
                }
            }
        }
    }

    /// Whether a row is in a scope. (Contracts do not exist yet: `contracted_only` reaches nobody.)
    fn in_scope(&self, scope: &Scope, i: usize) -> bool {
        let row = &self.rows[i];
        let cooperative = row.kind == Kind::Cooperative || row.kind == Kind::Member;
        scope.sectors[row.sector]
            && scope.provinces[row.province]
            && scope.classes[row.class as usize]
            && (!scope.cooperatives_only || cooperative)
            && !scope.contracted_only
    }

    /// [3.1] expected demand follows last week's orders.
    pub(super) fn expected_demand(&mut self) {
        let speed = self.scenario.parameters.expectation_speed;
        for row in &mut self.rows {
            row.expected_demand += speed * (row.orders - row.expected_demand);
        }
    }
}
