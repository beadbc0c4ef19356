//! Property 13: cash matters, and a little cash matters little.

use crate::support::{advance, model, pandemic, series};
use pulih::record::NationalSeries;
use pulih::week::Model;

/// Two and a half years: the first restrictions take cash, what was lost shows until the end.
const WEEKS: u32 = 130;
/// Far above rounding, which is 1e-12 after two years.
const MEASURABLE: f64 = 1e-7;
const LITTLE: f64 = 1e-6;

/// Output by week over week 0, after a change of cash at the start.
fn output(change: impl Fn(&mut Model)) -> Vec<f64> {
    let mut model = model(pandemic());
    change(&mut model);
    let records = advance(model, WEEKS)
        .into_records()
        .expect("a new model keeps records");
    let output = series(&records, NationalSeries::Output);
    output.iter().map(|week| week / output[0]).collect()
}

fn most_changed(a: &[f64], b: &[f64]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b).abs())
        .fold(0.0, f64::max)
}

#[test]
fn halving_the_cash_of_one_enterprise_in_a_hundred_changes_output_and_a_millionth_of_one_does_not()
{
    let untouched = output(|_| {});
    let halved = output(|model| {
        let rows: Vec<usize> = (0..model.economy().families).step_by(100).collect();
        assert!(model.scale_column("cash", &rows, 0.5));
    });
    let gap = most_changed(&halved, &untouched);
    let last = halved[WEEKS as usize] - untouched[WEEKS as usize];
    println!("cash of 1% of rows halved: output differs by up to {gap:e}, at the end by {last:e}");
    assert!(gap > MEASURABLE, "{gap:e}");

    // One ordinary enterprise, and the one with most cash.
    let cash = model(pandemic()).column("cash").expect("a column");
    let richest = (0..cash.len())
        .max_by(|a, b| cash[*a].total_cmp(&cash[*b]))
        .expect("rows");
    for row in [0, 1_000, richest] {
        let touched = output(|model| {
            assert!(model.scale_column("cash", &[row], 1.0 + 1e-6));
        });
        let growth = |level: &[f64]| -> Vec<f64> {
            level
                .windows(2)
                .map(|pair| pair[1] / pair[0] - 1.0)
                .collect()
        };
        let gap = most_changed(&growth(&touched), &growth(&untouched));
        println!("cash of row {row} a millionth higher: growth differs by up to {gap:e}");
        assert!(gap < LITTLE, "row {row}: {gap:e}");
    }
}
