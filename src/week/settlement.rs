//! Phase 8, settlement: who pays whom.
//!
//! Equations [8.1] to [8.9]. Credit links pay what is owed over their term, all else is paid in the
//! week; product taxes follow consumption; wages, taxes, investment and payouts leave cash; a row
//! below zero draws its credit line. Households' disposable income closes the circle.

mod credit_links;

pub(crate) use credit_links::{Buyer, Seller, term};
mod enterprises;
mod households;
mod taxes;

use super::Week;
use super::integration;
use super::ledger::{Agent, Ledger};
use crate::ids::PROVINCES;

/// Settles the week.
pub(crate) fn run(week: &mut Week) {
    week.flows.ledger = Ledger::default();
    final_purchases(week);
    credit_links::run(week);
    integration::settlement::run(week);
    taxes::run(week);
    enterprises::run(week);
    households::run(week);
    super::policy::book(week);
}

/// Goods that final users received, and their payments at basic prices.
fn final_purchases(week: &mut Week) {
    let (flows, base) = (&mut *week.flows, week.base);
    let (mut households, mut government, mut investment, mut exports) = (0.0, 0.0, 0.0, 0.0);
    for place in 0..base.sectors * PROVINCES {
        households += flows.household_order[place] * flows.household_fill[place];
        government += flows.government_order[place] * flows.market_fill[place];
        investment += flows.investment_order[place] * flows.market_fill[place];
    }
    for p in 0..base.sectors {
        exports += flows.export_order[p] * flows.export_fill[p];
    }
    let arrives = |p: usize| 1.0 - flows.import_failure[p];
    let mut abroad = [0.0; 3];
    for p in 0..base.sectors {
        for r in 0..PROVINCES {
            abroad[0] += flows.household_imports[p * PROVINCES + r] * arrives(p);
        }
        abroad[1] += flows.government_imports[p] * arrives(p);
        abroad[2] += flows.investment_imports[p] * arrives(p);
    }
    exports += flows.national.exports_added;
    let national = &mut flows.national;
    national.consumption_basic = households + abroad[0];
    national.consumption_imports = abroad[0];
    national.government_basic = government + abroad[1];
    national.government_imports = abroad[1];
    national.investment_basic = investment + abroad[2];
    national.investment_imports = abroad[2];
    national.exports = exports;
    let ledger = &mut flows.ledger;
    ledger.pay(Agent::Households, Agent::Enterprises, households);
    ledger.pay(Agent::Households, Agent::World, abroad[0]);
    ledger.pay(Agent::Government, Agent::Enterprises, government);
    ledger.pay(Agent::Government, Agent::World, abroad[1]);
    ledger.pay(Agent::Enterprises, Agent::World, abroad[2]);
    ledger.pay(Agent::World, Agent::Enterprises, exports);
}
