//! Phase 10, sourcing: buyers turn away from suppliers that fail, and links are exchanged.
//!
//! Equations [10.1] and [10.2]. A supplier's reputation multiplies all its shares, by link and on
//! the market; buyers renormalise. Reputation falls with unfilled orders, returns slowly, and rises
//! with capability gained. Limit: customers of one supplier see one fill rate, so they judge alike.

use super::Week;
use super::delivery::exchange::Exchange;
use super::state::contract_row;
use crate::draw::{Purpose, Stream};
use crate::economy::WEEKS_PER_YEAR;
use crate::ids::Kind;
use crate::scenario::Churn;

/// A reputation never falls below this, so that a supplier can come back.
const LEAST_REPUTATION: f64 = 0.001;
/// Links are exchanged every so many weeks.
const EXCHANGE_WEEKS: u32 = 4;

/// Updates reputations and exchanges links.
pub(crate) fn run(week: &mut Week) {
    reputations(week);
    if week.scenario.churn == Churn::On && week.state.week % EXCHANGE_WEEKS == EXCHANGE_WEEKS - 1 {
        exchange_links(week);
    }
}

fn reputations(week: &mut Week) {
    let parameters = &week.scenario.parameters;
    let (state, flows, economy) = (&mut *week.state, &*week.flows, week.economy);
    let drift = parameters.sourcing_drift;
    let back = (parameters.sourcing_return * flows.levers.search_breadth).min(1.0);
    for f in 0..economy.families {
        let gain = family_gain(state, economy, f);
        let earned = if gain == 0.0 {
            1.0
        } else {
            (parameters.capability_attraction * gain).exp()
        };
        let fill = if state.weight[f] == 0.0 && state.theta[f] > 0.0 {
            1.0
        } else {
            flows.family_fill[f]
        };
        state.reputation[f] = reputation(state.reputation[f], fill, earned, drift, back);
    }
    shares_within_families(state, flows, economy, drift, back);
    for (value, &fill) in state.market_reputation.iter_mut().zip(&flows.market_fill) {
        *value = reputation(*value, fill, 1.0, drift, back);
    }
}

/// [10.3]: spot customers of a family turn from its row that fails to the one that delivers, and
/// come back to shares by number of enterprises. Exact where both fill alike.
fn shares_within_families(
    state: &mut super::state::State,
    flows: &super::flows::Flows,
    economy: &crate::economy::Economy,
    drift: f64,
    back: f64,
) {
    for f in 0..economy.families {
        let Some(c) = contract_row(economy, f) else {
            continue;
        };
        if state.weight[c] == 0.0 || state.weight[f] == 0.0 {
            continue;
        }
        let even = state.weight[c] / (state.weight[c] + state.weight[f]);
        let [own, other] = [f, c].map(|row| flows.row_fill[row]);
        let share = state.theta[c];
        let moved = drift * share * (1.0 - share) * (other - own) + back * (even - share);
        state.theta[c] = (share + moved).clamp(0.0, 1.0);
        state.theta[f] = 1.0 - state.theta[c];
    }
}

/// [10.1].
fn reputation(current: f64, fill: f64, earned: f64, drift: f64, back: f64) -> f64 {
    (current + drift * current * (fill - 1.0) + back * (earned - current)).max(LEAST_REPUTATION)
}

/// Capability gained by a family, its rows by their share of orders.
fn family_gain(state: &super::state::State, economy: &crate::economy::Economy, f: usize) -> f64 {
    let own = state.theta[f] * state.mean_gain(f);
    own + contract_row(economy, f).map_or(0.0, |c| state.theta[c] * state.mean_gain(c))
}

/// Spot links between single enterprises that end exchange their suppliers, [10.2].
fn exchange_links(week: &mut Week) {
    let economy = week.economy;
    let stream = Stream::new(
        economy.plan.seed,
        Purpose::LinkEnd,
        u64::from(week.state.week),
    );
    let yearly = week.scenario.parameters.spot_link_loss;
    let ends = 1.0 - (1.0 - yearly).powf(f64::from(EXCHANGE_WEEKS) / WEEKS_PER_YEAR);
    for links in &week.base.exchangeable_links {
        let ended = gather_ended(week, links, |link| {
            stream.uniform(u64::from(link), 0) < ends
        });
        for pair in 0..ended / 2 {
            let [first, second] = [2 * pair, 2 * pair + 1].map(|n| week.flows.ended_links[n]);
            exchange(week, links[rank(first)], links[rank(second)]);
        }
    }
}

/// Sorts the links that ended by province of the supplier and value, so that neighbours are alike:
/// no supplier's sales jump and no buyer's goods travel further. `links` come by value already.
/// Their number.
fn gather_ended(week: &mut Week, links: &[Exchangeable], ended: impl Fn(u32) -> bool) -> usize {
    let supplier = &week.state.sourcing.supplier;
    let found = &mut week.flows.ended_links;
    let mut count = 0;
    for (rank, link) in (0..).zip(links) {
        if ended(link.link) {
            let province = week.economy.rows.province[supplier[link.place as usize] as usize];
            found[count] = u64::from(province) << 32 | rank;
            count += 1;
        }
    }
    found[..count].sort_unstable();
    count
}

/// Rank of a link by value, below its province.
fn rank(key: u64) -> usize {
    (key & u64::from(u32::MAX)) as usize
}

/// Two links exchange their suppliers unless someone would supply itself.
fn exchange(week: &mut Week, a: Exchangeable, b: Exchangeable) {
    let supplier = &mut week.state.sourcing.supplier;
    let places = [a, b].map(|link| link.place as usize);
    let [first, second] = places.map(|place| supplier[place]);
    if first == second || first == b.buyer || second == a.buyer {
        return;
    }
    supplier.swap(places[0], places[1]);
}

/// A link that may be exchanged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exchangeable {
    /// Link of the economy, which keys its draws.
    link: u32,
    /// Its place in the order of exchange.
    place: u32,
    /// Family that buys.
    buyer: u32,
}

/// Links between two single enterprises that are paid in the week, by product and in rising value:
/// those that churn.
pub(crate) fn exchangeable_links(
    economy: &crate::economy::Economy,
    exchange: &Exchange,
) -> Vec<Vec<Exchangeable>> {
    let rows = &economy.rows;
    let value = |of: &Exchangeable| {
        let (l, buyer) = (of.link as usize, of.buyer as usize);
        let domestic = economy.inputs.domestic[economy.links.cell[l] as usize];
        rows.weight[buyer] * rows.output[buyer] * domestic * economy.links.share[l]
    };
    let mut by_product = vec![Vec::new(); economy.tables.sectors.len()];
    for (l, &supplier) in economy.links.supplier.iter().enumerate() {
        let supplier = supplier as usize;
        let buyer = economy.inputs.cell_family[economy.links.cell[l] as usize];
        let single = rows.single[supplier] && rows.single[buyer as usize];
        let enterprise = rows.kind[supplier] == Kind::Enterprise;
        let later = super::state::sells_on_credit(economy, supplier, buyer as usize);
        if single && enterprise && !later {
            by_product[rows.sector[supplier] as usize].push(Exchangeable {
                link: u32::try_from(l).expect("link ids are u32"),
                place: exchange.place[l],
                buyer,
            });
        }
    }
    for links in &mut by_product {
        links.sort_by(|a, b| value(a).total_cmp(&value(b)).then(a.link.cmp(&b.link)));
    }
    by_product
}

#[cfg(test)]
mod tests {
    use super::reputation;

    #[test]
    fn who_delivers_keeps_its_name_to_the_bit() {
        assert_eq!(reputation(1.0, 1.0, 1.0, 0.1, 0.005), 1.0);
    }

    #[test]
    fn who_fails_loses_customers_and_finds_them_again_slowly() {
        assert!((reputation(1.0, 0.5, 1.0, 0.1, 0.005) - 0.95).abs() < 1e-12);
        assert!((reputation(0.8, 1.0, 1.0, 0.1, 0.005) - 0.801).abs() < 1e-12);
    }
}
