//! Money before goods: what a buyer pays at signing and how deliveries work it off, [11.14].

use crate::economy::WEEKS_PER_YEAR;

/// Weeks of full contract sales of which the advance is a share: a quarter.
const QUARTER_WEEKS: f64 = WEEKS_PER_YEAR / 4.0;

/// Advance of a contract in money and as a share of what it delivers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Advance {
    /// Share of a quarter's sales that is paid ahead, and of each delivery that works it off.
    pub share: f64,
    /// Agreed at signing and not yet paid, bn Rp.
    pub agreed: f64,
    /// Paid and not yet worked off: what the supplier owes the buyer, bn Rp.
    pub open: f64,
}

/// What passes between the two ends of a contract in a week, bn Rp.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Settled {
    /// From buyer to supplier for goods, and ahead of goods.
    pub paid: f64,
    pub ahead: f64,
    /// From supplier to buyer: what is left of the advance of a contract that has ended.
    pub returned: f64,
}

impl Advance {
    /// What is agreed at signing; `volume` is the full volume a week, `premium` its rate.
    pub(super) fn agreed(share: f64, volume: f64, premium: f64) -> Advance {
        Advance {
            share,
            agreed: share * QUARTER_WEEKS * volume * (1.0 + premium).max(0.0),
            open: 0.0,
        }
    }

    /// Settles a week of a contract that runs: the advance, what is due, then what was delivered for
    /// `worth` joins what is owed, less its share that the advance has paid.
    pub(super) fn settle(&mut self, owed: &mut f64, worth: f64, term_weeks: f64) -> Settled {
        let ahead = std::mem::take(&mut self.agreed);
        self.open += ahead;
        let paid = due(*owed, term_weeks);
        let worked_off = self.open.min(self.share * worth);
        self.open -= worked_off;
        *owed += worth - paid - worked_off;
        Settled {
            paid,
            ahead,
            returned: 0.0,
        }
    }

    /// Settles a contract that has ended: what is owed is set against the advance, and whoever still
    /// owes pays at once.
    pub(super) fn wind_up(&mut self, owed: &mut f64) -> Settled {
        let set_off = self.open.min(*owed);
        let settled = Settled {
            paid: *owed - set_off,
            ahead: 0.0,
            returned: self.open - set_off,
        };
        *owed = 0.0;
        *self = Advance::default();
        settled
    }
}

impl Settled {
    /// What the supplier receives, less what it gives back.
    pub fn received(&self) -> f64 {
        self.paid + (self.ahead - self.returned)
    }
}

/// What is paid of a debt this week: its share of the term, all of it when the term is a week or
/// less.
fn due(owed: f64, term_weeks: f64) -> f64 {
    if term_weeks <= 1.0 {
        owed
    } else {
        owed / term_weeks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_an_advance_what_is_owed_is_paid_over_the_term() {
        for (owed, worth, term) in [(0.0, 3.0, 3.0), (6.1, 1.7, 3.0), (5.3, 0.0, 1.0)] {
            let (mut advance, mut now) = (Advance::agreed(0.0, 7.0, 0.03), owed);
            let settled = advance.settle(&mut now, worth, term);
            assert_eq!(settled.received(), due(owed, term));
            assert_eq!(now, owed + (worth - due(owed, term)));
        }
    }

    #[test]
    fn a_quarter_of_full_sales_works_an_advance_off() {
        let (mut advance, mut owed) = (Advance::agreed(0.25, 4.0, 0.0), 0.0);
        assert_eq!(advance.settle(&mut owed, 4.0, 1.0).ahead, 13.0);
        assert_eq!((advance.open, owed), (12.0, 3.0));
        for _ in 1..13 {
            assert_eq!(advance.settle(&mut owed, 4.0, 1.0).received(), 3.0);
        }
        assert_eq!(advance.open, 0.0);
        advance.settle(&mut owed, 4.0, 1.0);
        assert_eq!(owed, 4.0);
    }

    #[test]
    fn an_ended_contract_returns_what_was_not_worked_off() {
        let agreed = Advance {
            share: 0.5,
            agreed: 0.0,
            open: 5.0,
        };
        for (mut owed, paid, returned) in [(2.0, 0.0, 3.0), (7.0, 2.0, 0.0)] {
            let mut advance = agreed;
            let settled = advance.wind_up(&mut owed);
            assert_eq!((settled.paid, settled.returned), (paid, returned));
            assert_eq!((advance.open, owed), (0.0, 0.0));
        }
    }

    #[test]
    fn a_term_of_eight_weeks_pays_an_eighth_and_one_week_pays_all() {
        assert_eq!(due(16.0, 8.0), 2.0);
        assert_eq!(due(16.0, 1.0), 16.0);
    }
}
