//! Random numbers that depend on what they are for, not on who draws first.
//!
//! A stream is keyed by (seed, purpose, week); a draw by the stable id of what is drawn and a
//! counter. The same key gives the same number in every scenario (common random numbers), for any
//! number of threads and after a resume. The key is chained through a 64-bit mix, never added:
//! added keys collide (next week's agent i would be this week's agent i + 1).

use rand::TryRng;
use std::convert::Infallible;

/// What a draw is for. Numbers are written and never reused: a new purpose gets a new number, so
/// that adding one moves no other draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// Sizes of enterprises within a cell.
    Size = 1,
    /// Input mixes.
    Mix = 2,
    /// Number of suppliers and sizes of the pieces.
    Slots = 3,
    /// Choice of the supplier's province and of the supplier.
    Supplier = 4,
    /// Members and volume of cooperatives.
    Cooperative = 5,
    /// Buyers chosen by cooperatives and contracted suppliers.
    FirstPass = 6,
    /// Cash at week 0 of single enterprises.
    Cash = 7,
    /// Quality at week 0.
    Quality = 8,
    /// Spot links that end.
    LinkEnd = 9,
    /// Contracts that end.
    ContractEnd = 10,
    /// Buyer of a matching attempt.
    MatchBuyer = 11,
    /// Candidates of a matching attempt.
    MatchCandidate = 12,
    /// Conversion of an attempt.
    Conversion = 13,
    /// Deadweight of a conversion.
    Deadweight = 14,
    /// Quality of the candidate of an attempt.
    CandidateQuality = 15,
    /// Lead time of the candidate of an attempt.
    LeadTime = 16,
    /// Ramp of a contract.
    Ramp = 17,
    /// Enterprises hit by a capacity loss.
    CapacityLoss = 18,
    /// Parts of the ranges that parameters are drawn from.
    Hypercube = 19,
    /// Laplace draws of fitted parameters.
    Posterior = 20,
    /// Parts of the ranges that a study of sensitivity draws from.
    Sensitivity = 21,
    /// Test code.
    Test = 1000,
}

/// Mixes 64 bits so that each input bit reaches each output bit: the finaliser of SplitMix64
/// (Steele, Lea, Flood 2014).
#[inline]
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One step of the chain: absorbs a word into a key.
#[inline]
fn absorb(key: u64, word: u64) -> u64 {
    mix(key.rotate_left(23) ^ mix(word.wrapping_add(0x9e37_79b9_7f4a_7c15)))
}

/// A stream of draws for one seed, purpose and week.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The stream of (seed, purpose, week); draws made while the economy is built have week 0.
    #[must_use]
    pub fn new(seed: u64, purpose: Purpose, week: u64) -> Stream {
        Stream {
            key: absorb(absorb(absorb(0x5075_6c69_6821, seed), purpose as u64), week),
        }
    }

    /// Uniform in [0, 1): 53 bits.
    #[inline]
    #[must_use]
    pub fn uniform(&self, stable_id: u64, draw: u64) -> f64 {
        let bits = absorb(absorb(self.key, stable_id), draw);
        (bits >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// A generator for `rand_distr`, for one id: as many draws as a distribution wants.
    #[must_use]
    pub fn generator(&self, stable_id: u64) -> Generator {
        Generator {
            key: absorb(self.key, stable_id),
            counter: 0,
        }
    }
}

/// A counter-based generator that implements the trait of `rand`.
#[derive(Clone, Debug)]
pub struct Generator {
    key: u64,
    counter: u64,
}

impl Generator {
    /// Uniform in [0, 1): 53 bits.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        (self.next_word() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    #[inline]
    fn next_word(&mut self) -> u64 {
        let word = absorb(self.key, self.counter);
        self.counter += 1;
        word
    }
}

impl TryRng for Generator {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next_word() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next_word())
    }

    fn try_fill_bytes(&mut self, target: &mut [u8]) -> Result<(), Infallible> {
        for chunk in target.chunks_mut(8) {
            chunk.copy_from_slice(&self.next_word().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_gives_the_same_number() {
        let first = Stream::new(7, Purpose::Size, 3).uniform(11, 2);
        assert_eq!(first, Stream::new(7, Purpose::Size, 3).uniform(11, 2));
    }

    #[test]
    fn neighbouring_keys_are_unrelated() {
        // Mean of the product of neighbours is 1/4 when independent; standard error 0.0009 here.
        let mut product = 0.0;
        let n = 100_000u64;
        for id in 0..n {
            let stream = Stream::new(id % 64, Purpose::Test, id % 52);
            product += stream.uniform(id, 0) * stream.uniform(id + 1, 0);
        }
        assert!((product / n as f64 - 0.25).abs() < 0.004);
    }

    #[test]
    fn draws_fill_the_unit_interval_evenly() {
        let stream = Stream::new(1, Purpose::Test, 0);
        let mut bins = [0u32; 20];
        for id in 0..200_000u64 {
            bins[(stream.uniform(id, 5) * 20.0) as usize] += 1;
        }
        // 10,000 expected a bin, standard deviation 97: five of them allowed.
        assert!(bins.iter().all(|&count| count.abs_diff(10_000) < 500));
    }
}
