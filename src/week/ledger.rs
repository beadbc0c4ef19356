//! The ledger: every payment between kinds of agents has a payer and a payee, [8.9].

/// A kind of agent; the order is that of `record::AGENTS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Agent {
    Enterprises = 0,
    Cooperatives = 1,
    Households = 2,
    Government = 3,
    Bank = 4,
    World = 5,
}

/// Number of kinds of agents.
pub(crate) const AGENT_KINDS: usize = 6;

/// Payments of one week, bn Rp.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    flow: [[f64; AGENT_KINDS]; AGENT_KINDS],
}

impl Ledger {
    /// Books a payment.
    pub fn pay(&mut self, payer: Agent, payee: Agent, amount: f64) {
        self.flow[payer as usize][payee as usize] += amount;
    }

    /// What an agent received less what it paid.
    pub fn net(&self, agent: usize) -> f64 {
        (0..AGENT_KINDS)
            .map(|other| self.flow[other][agent] - self.flow[agent][other])
            .sum()
    }

    /// All payments, payer by payer.
    pub fn flows(&self) -> impl Iterator<Item = f64> + '_ {
        self.flow.iter().flatten().copied()
    }

    /// All that was paid.
    pub fn turnover(&self) -> f64 {
        self.flow.iter().flatten().map(|amount| amount.abs()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_pays_another_receives() {
        let mut ledger = Ledger::default();
        ledger.pay(Agent::Households, Agent::Enterprises, 3.0);
        ledger.pay(Agent::Enterprises, Agent::Households, 1.0);
        assert_eq!(ledger.net(Agent::Enterprises as usize), 2.0);
        assert_eq!((0..AGENT_KINDS).map(|a| ledger.net(a)).sum::<f64>(), 0.0);
    }
}
