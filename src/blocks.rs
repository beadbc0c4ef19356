//! The unit of work and of summation: blocks of 4,096 rows (or links, or cells).
//!
//! A float sum over agents is made inside blocks and then over blocks in order, so its bits do
//! not depend on the number of threads. Only this file and `experiment` name the thread pool.

use rayon::prelude::*;
use std::ops::Range;

/// Rows, links or cells of one block.
pub const BLOCK: usize = 4096;

/// Number of blocks of `rows`.
#[must_use]
pub fn count(rows: usize) -> usize {
    rows.div_ceil(BLOCK)
}

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
    let count = count(n);
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

/// The smaller number; the second when they cannot be compared. One instruction, unlike `f64::min`.
#[inline]
pub fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// max(0, value); one instruction, unlike `f64::max`.
#[inline]
pub fn positive(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

/// Sum of `a[i] * b[i]`: four partial sums, so that additions need not wait for each other, always
/// joined in the same order.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_chunks, b_chunks) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a_chunks
        .remainder()
        .iter()
        .zip(b_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    let mut part = [0.0; 4];
    for (x, y) in a_chunks.zip(b_chunks) {
        for lane in 0..4 {
            part[lane] += x[lane] * y[lane];
        }
    }
    (part[0] + part[1]) + (part[2] + part[3]) + rest
}

/// Sum of a slice, by four partial sums as `dot`.
pub fn total(values: &[f64]) -> f64 {
    let chunks = values.chunks_exact(4);
    let rest: f64 = chunks.remainder().iter().sum();
    let mut part = [0.0; 4];
    for chunk in chunks {
        for lane in 0..4 {
            part[lane] += chunk[lane];
        }
    }
    (part[0] + part[1]) + (part[2] + part[3]) + rest
}

/// Does the parts of a task: halves it with `split(task, middle)` down to one part, then `run(task,
/// part)`; over the pool both halves at once. Each part owns what it writes.
pub fn each_part<T, S, R>(threading: Threading, task: T, parts: Range<usize>, split: &S, run: &R)
where
    T: Send,
    S: Fn(T, usize) -> (T, T) + Sync,
    R: Fn(T, usize) + Sync,
{
    if parts.len() <= 1 {
        if !parts.is_empty() {
            run(task, parts.start);
        }
        return;
    }
    let middle = parts.start + parts.len() / 2;
    let (before, after) = split(task, middle);
    let first = || each_part(threading, before, parts.start..middle, split, run);
    let second = || each_part(threading, after, middle..parts.end, split, run);
    match threading {
        Threading::Single => {
            first();
            second();
        }
        Threading::Pool => {
            rayon::join(first, second);
        }
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
