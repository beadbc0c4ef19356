//! Phase 3, expectation: enterprises expect the demand that they meet.
//!
//! Equation [3.1]: d += sm (orders received last week - d). Contract orders count while the channel
//! demand assurance is on. Limit: above sm = 0.6 inventories cycle.

use super::Week;

/// Expected demand moves towards last week's orders.
pub(crate) fn run(week: &mut Week) {
    let speed = week.scenario.parameters.expectation_speed;
    let orders = &week.state.orders;
    for (expected, order) in week.state.expected_demand.iter_mut().zip(orders) {
        *expected = adapted(*expected, *order, speed);
    }
}

/// [3.1], goods a week.
fn adapted(expected: f64, orders: f64, speed: f64) -> f64 {
    expected + speed * (orders - expected)
}

#[cfg(test)]
mod tests {
    use super::adapted;

    #[test]
    fn half_of_the_surprise_is_believed_at_speed_one_half() {
        assert_eq!(adapted(10.0, 8.0, 0.5), 9.0);
        assert_eq!(adapted(10.0, 10.0, 0.5), 10.0);
    }
}
