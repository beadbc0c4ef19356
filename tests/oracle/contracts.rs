//! Section 6 from signing on: orders, deliveries, money, weight and end of contracts. Who signs
//! with whom is matching, which the oracle does not repeat: it is told each week.

use super::{Oracle, positive};
use pulih::draw::{Purpose, Stream};
use pulih::policy::Action;

/// What is signed: all that matching has decided.
#[derive(Clone, Copy, Debug)]
pub struct Signed {
    pub id: u64,
    pub supplier_family: usize,
    pub buyer_family: usize,
    /// Place of the product among the buyer's inputs.
    pub input: usize,
    /// n.
    pub count: f64,
    /// Volume of all n, a week.
    pub volume: f64,
    pub deadweight: bool,
    /// Its suppliers were coached for it, so they hold no other contract.
    pub coached: bool,
    pub ramp_weeks: f64,
}

/// A contract record.
#[derive(Clone, Debug)]
pub struct Contract {
    pub signed: Signed,
    pub week: u32,
    pub supplier: usize,
    pub buyer: usize,
    /// Buyers in enterprises of their row's mean size.
    pub buyers: f64,
    pub ended: bool,
    pub ordered: f64,
    pub replaces_imports: f64,
    /// Goods with the buyer.
    pub held: f64,
    pub owed: f64,
    /// Advance agreed and not paid, and paid and not worked off.
    pub advance_agreed: f64,
    pub advance: f64,
    pub poor_weeks: u32,
}

/// Nothing, bn Rp.
const NOTHING: f64 = 1e-12;

impl Oracle<'_> {
    /// advance_share of the programme.
    fn advance_share(&self) -> f64 {
        for instrument in &self.scenario.policies {
            if let Action::Integration { advance_share, .. } = instrument.action {
                return if self.scenario.channels.finance {
                    advance_share
                } else {
                    0.0
                };
            }
        }
        0.0
    }

    /// [11.4] contract orders take the place of imports, then of domestic spot orders.
    pub(super) fn contract_orders(&mut self) {
        for row in &mut self.rows {
            row.contract_orders = 0.0;
        }
        // What each contract wants, cut to the need of its cell: of all orders there, as they were
        // before any contract took a part of them.
        let mut wanted = Vec::new();
        for contract in &self.contracts {
            let weeks = f64::from(self.week - contract.week);
            let ramp = f64::min(1.0, weeks / contract.signed.ramp_weeks);
            wanted.push(if contract.ended {
                0.0
            } else {
                contract.signed.volume * ramp
            });
        }
        let mut quantity = wanted.clone();
        for c in 0..self.contracts.len() {
            let (buyer, input) = (self.contracts[c].buyer, self.contracts[c].signed.input);
            let mut together = 0.0;
            for other in 0..self.contracts.len() {
                let same = self.contracts[other].buyer == buyer
                    && self.contracts[other].signed.input == input;
                if same {
                    together += wanted[other];
                }
            }
            let orders = &self.rows[buyer].inputs[input];
            let need = self.rows[buyer].weight * (orders.import_order + orders.domestic_order);
            if together > need {
                quantity[c] *= need / together;
            }
        }
        for c in 0..self.contracts.len() {
            let contract = &mut self.contracts[c];
            let buyer = &mut self.rows[contract.buyer];
            let orders = &mut buyer.inputs[contract.signed.input];
            let imports =
                if contract.signed.deadweight || !self.scenario.channels.import_substitution {
                    0.0
                } else {
                    quantity[c].min(buyer.weight * orders.import_order)
                };
            let spot = f64::min(quantity[c] - imports, buyer.weight * orders.domestic_order);
            orders.import_order -= imports / buyer.weight;
            orders.domestic_order -= spot / buyer.weight;
            contract.replaces_imports = imports;
            contract.ordered = imports + spot;
            let supplier = &mut self.rows[contract.supplier];
            supplier.contract_orders += contract.ordered / supplier.weight;
        }
    }

    /// [11.4] what buyers used of the goods held, and what arrives; J of [11.7].
    pub(super) fn contract_deliveries(&mut self) {
        for contract in &mut self.contracts {
            let input = &self.rows[contract.buyer].inputs[contract.signed.input];
            let before = input.contract_stock + input.contract_used;
            if before > 0.0 {
                contract.held *= input.contract_stock / before;
            }
        }
        let mut displaced = 0.0;
        for row in &mut self.rows {
            for input in &mut row.inputs {
                input.contract_received = 0.0;
            }
        }
        for contract in &mut self.contracts {
            let fill = self.rows[contract.supplier].contract_fill;
            let delivered = contract.ordered * fill;
            displaced += contract.replaces_imports * fill;
            contract.held += delivered;
            let buyer = &mut self.rows[contract.buyer];
            let input = &mut buyer.inputs[contract.signed.input];
            input.contract_stock += delivered / buyer.weight;
            input.contract_received += delivered / buyer.weight;
            if contract.ordered > 0.0 && fill < 0.7 {
                contract.poor_weeks += 1;
            } else {
                contract.poor_weeks = 0;
            }
        }
        self.displaced.push(displaced);
    }

    /// [11.4] premium and term, [11.14] advance: what rows receive and pay under contract.
    pub(super) fn contract_money(&mut self) {
        let parameters = &self.scenario.parameters;
        let share = self.advance_share();
        let term = if self.scenario.channels.finance {
            parameters.contract_term_weeks
        } else {
            parameters.spot_term_weeks
        };
        for row in &mut self.rows {
            row.premium = 0.0;
            row.contract_cash = 0.0;
            row.contract_sales = 0.0;
        }
        for contract in &mut self.contracts {
            let delivered = contract.ordered * self.rows[contract.supplier].contract_fill;
            let premium = delivered * parameters.contract_premium;
            let to_supplier;
            if contract.ended {
                // Whoever owes more pays the difference at once.
                to_supplier = contract.owed - contract.advance;
                contract.owed = 0.0;
                contract.advance = 0.0;
            } else {
                to_supplier = contract.advance_agreed + contract.owed / f64::max(term, 1.0);
                contract.owed -= contract.owed / f64::max(term, 1.0);
                contract.advance += contract.advance_agreed;
                let worked_off = f64::min(contract.advance, share * (delivered + premium));
                contract.advance -= worked_off;
                contract.owed += delivered + premium - worked_off;
            }
            contract.advance_agreed = 0.0;
            let supplier = &mut self.rows[contract.supplier];
            supplier.premium += premium / supplier.weight;
            supplier.contract_cash += to_supplier / supplier.weight;
            supplier.contract_sales += delivered / supplier.weight;
            let buyer = &mut self.rows[contract.buyer];
            buyer.premium -= premium / buyer.weight;
            buyer.contract_cash -= to_supplier / buyer.weight;
        }
    }

    /// [11.7] the external offset, and [11.9] gains of the suppliers of each product.
    pub(super) fn offset_and_gains(&mut self) {
        let parameters = &self.scenario.parameters;
        let delay = parameters.external_offset_delay_weeks.round() as usize;
        let now = self.displaced.len() - 1;
        let then = if now >= delay {
            self.displaced[now - delay]
        } else {
            0.0
        };
        let speed = 1.0 - f64::powf(2.0, -1.0 / parameters.external_offset_half_life_weeks);
        self.nation.offset += speed * (then - self.nation.offset);
        for p in 0..self.product_gain.len() {
            let (mut gained, mut all) = (0.0, 0.0);
            for row in &self.rows {
                if row.sector == p {
                    // A cooperative has capability too, but no output; the economy gives its volume.
                    let output = self.economy.rows.output[row.number];
                    gained +=
                        row.weight * output * (row.skill + row.technology + row.quality) / 3.0;
                    all += row.weight * output;
                }
            }
            self.product_gain[p] = if all > 0.0 { gained / all } else { 0.0 };
        }
    }

    /// Once the week is recorded: [11.5] what is signed moves weight, [11.6] what ends gives it back.
    pub fn close_week(&mut self, signed: &[Signed]) {
        for &new in signed {
            self.sign(new);
        }
        let ended_week = self.week - 1;
        let yearly = self.scenario.parameters.contract_loss;
        let ends = 1.0 - f64::powf(1.0 - yearly, 1.0 / 52.0);
        let seed = self.economy.plan.seed;
        let stream = Stream::new(seed, Purpose::ContractEnd, u64::from(ended_week));
        for contract in &mut self.contracts {
            let lost = stream.uniform(contract.signed.id, 0) < ends;
            if contract.week < ended_week && (lost || contract.poor_weeks >= 8) {
                contract.ended = true;
            }
        }
        let mut c = 0;
        while c < self.contracts.len() {
            let contract = &self.contracts[c];
            let left = contract.held.max(contract.owed).max(contract.advance);
            if contract.ended && left <= NOTHING {
                let gone = self.contracts.remove(c);
                self.give_back(gone.supplier, gone.signed.count);
                self.give_back(gone.buyer, gone.buyers);
            } else {
                c += 1;
            }
        }
    }

    fn sign(&mut self, new: Signed) {
        let share = self.advance_share();
        let price = 1.0 + self.scenario.parameters.contract_premium;
        let supplier = self.take_part(new.supplier_family, new.count, new.coached);
        // Buyers are drawn by what they buy, so they are larger than the mean of their row.
        let bias = self.economy.rows.size_bias[new.buyer_family];
        let mut there = 0.0;
        for &row in &self.families[new.buyer_family].rows {
            there += self.rows[row].weight;
        }
        let buyers = f64::min(new.count * bias, there);
        let buyer = self.take_part(new.buyer_family, buyers, false);
        self.contracts.push(Contract {
            signed: new,
            // Signed when the week that has just been recorded closed.
            week: self.week - 1,
            supplier,
            buyer,
            buyers,
            ended: false,
            ordered: 0.0,
            replaces_imports: 0.0,
            held: 0.0,
            owed: 0.0,
            advance_agreed: share * 13.0 * new.volume * positive(price),
            advance: 0.0,
            poor_weeks: 0,
        });
    }

    /// n w_g/(w_g + w_c) real enterprises become part of the contract row, n of those who were
    /// coached; the row that contracts.
    fn take_part(&mut self, family: usize, count: f64, coached: bool) -> usize {
        let rows = self.families[family].rows.clone();
        if rows.len() < 2 {
            return rows[0];
        }
        let (own, other) = (self.rows[rows[0]].weight, self.rows[rows[1]].weight);
        let share = if coached { 1.0 } else { own / (own + other) };
        self.move_weight(rows[0], rows[1], (count * share).min(own));
        rows[1]
    }

    /// A contract's share of the weight of its row goes back to the primary row.
    fn give_back(&mut self, row: usize, count: f64) {
        let primary = self.families[self.rows[row].family].rows[0];
        if row == primary {
            return;
        }
        let mut left = 0.0;
        for contract in &self.contracts {
            if contract.supplier == row {
                left += contract.signed.count;
            }
            if contract.buyer == row {
                left += contract.buyers;
            }
        }
        self.move_weight(row, primary, self.rows[row].weight * count / (count + left));
    }

    /// Columns are mixed by weight, theta moves with the weight.
    fn move_weight(&mut self, from: usize, to: usize, count: f64) {
        let (a, b) = (self.rows[from].clone(), &mut self.rows[to]);
        // Rounding keeps no row.
        let rest = a.weight - count > 1e-9 * (a.weight + b.weight);
        let count = if rest { count } else { a.weight };
        if count <= 0.0 {
            return;
        }
        let before = b.weight;
        let mixed = |y: &mut f64, other: f64| {
            *y = (before * *y + count * other) / (before + count);
        };
        mixed(&mut b.capacity, a.capacity);
        mixed(&mut b.hours, a.hours);
        mixed(&mut b.heads, a.heads);
        mixed(&mut b.expected_demand, a.expected_demand);
        mixed(&mut b.finished_stock, a.finished_stock);
        mixed(&mut b.orders, a.orders);
        mixed(&mut b.cash, a.cash);
        mixed(&mut b.debt, a.debt);
        mixed(&mut b.frozen_cash, a.frozen_cash);
        mixed(&mut b.frozen_debt, a.frozen_debt);
        mixed(&mut b.open_share, a.open_share);
        mixed(&mut b.closed, a.closed);
        mixed(&mut b.reopened, a.reopened);
        mixed(&mut b.capital_expectation, a.capital_expectation);
        mixed(&mut b.investment, a.investment);
        mixed(&mut b.skill, a.skill);
        mixed(&mut b.technology, a.technology);
        mixed(&mut b.quality, a.quality);
        for (input, other) in b.inputs.iter_mut().zip(&a.inputs) {
            mixed(&mut input.stock, other.stock);
        }
        // Goods under contract stay with the contracts: the same in all, for more or fewer.
        for input in &mut b.inputs {
            input.contract_stock *= before / (before + count);
        }
        let stay = if rest {
            a.weight / (a.weight - count)
        } else {
            0.0
        };
        for input in &mut self.rows[from].inputs {
            input.contract_stock *= stay;
        }
        let b = &mut self.rows[to];
        let moved = a.theta * count / a.weight;
        b.theta += moved;
        b.weight += count;
        self.rows[from].theta -= moved;
        self.rows[from].weight -= count;
    }
}
