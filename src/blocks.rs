//! The unit of work and of summation: blocks of 4,096 rows (or links, or cells).
//!
//! A float sum over agents is made inside blocks and then over blocks in order, so its bits do
//! not depend on the number of threads. Only this file and `experiment` name the thread pool.

use rayon::prelude::*;

/// Rows, links or cells of one block.
pub const BLOCK: usize = 4096;

/// Whether a phase may spread its blocks over the thread pool. Below about fifty thousand rows
/// one model a thread is faster; results are the same bits either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threading {
    /// All blocks on the calling thread.
    Single,
    /// Blocks over the pool.
    Pool,
}

/// Sets `target[i] = value(i)` for every i.
pub fn fill<F>(threading: Threading, target: &mut [f64], value: F)
where
    F: Fn(usize) -> f64 + Sync,
{
    let fill_block = |(block, chunk): (usize, &mut [f64])| {
        let start = block * BLOCK;
        for (offset, slot) in chunk.iter_mut().enumerate() {
            *slot = value(start + offset);
        }
    };
    match threading {
        Threading::Single => target.chunks_mut(BLOCK).enumerate().for_each(fill_block),
        Threading::Pool => target
            .par_chunks_mut(BLOCK)
            .enumerate()
            .for_each(fill_block),
    }
}

/// Sum of `value(i)` for i in 0..n: block sums added in the order of blocks.
pub fn sum<F>(threading: Threading, n: usize, value: F) -> f64
where
    F: Fn(usize) -> f64 + Sync,
{
    let block_sum = |block: usize| -> f64 {
        (block * BLOCK..((block + 1) * BLOCK).min(n))
            .map(&value)
            .sum()
    };
    let count = n.div_ceil(BLOCK);
    match threading {
        Threading::Single => (0..count).map(block_sum).sum(),
        Threading::Pool => (0..count)
            .into_par_iter()
            .map(block_sum)
            .collect::<Vec<f64>>()
            .iter()
            .sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_have_the_same_bits_on_one_thread_and_on_the_pool() {
        let value = |i: usize| 1.0 / (i as f64 + 0.3);
        let single = sum(Threading::Single, 50_001, value);
        assert_eq!(
            single.to_bits(),
            sum(Threading::Pool, 50_001, value).to_bits()
        );
    }

    #[test]
    fn fill_reaches_every_place() {
        let mut target = vec![0.0; 9_001];
        fill(Threading::Pool, &mut target, |i| i as f64);
        assert!(target.iter().enumerate().all(|(i, &v)| v == i as f64));
    }
}
