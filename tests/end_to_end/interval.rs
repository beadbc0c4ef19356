//! What an interval comes from: four runs, of which the fourth repeats the first one's parameters.

use super::{small_run, with};
use crate::support::binary::{done, folder};
use serde_json::Value;
use std::fs;

#[test]
fn a_run_of_four_seeds_says_how_much_of_each_interval_is_of_parameters_and_of_seeds() {
    let out = folder("interval_from");
    let mut words = small_run(&out);
    let seeds = words.iter().position(|word| word == "--seeds");
    words[seeds.expect("a small run says its seeds") + 1] = "4".to_owned();
    let text = done(&with(&words, &["--set", "uncertainty=on"]));
    assert!(text.contains("% comes from the parameters (90%"), "{text}");
    let place = out.join("test_programme");
    let read = |name: &str| fs::read_to_string(place.join(name)).expect("results are text");
    let page = read("briefing.id.html");
    assert!(page.contains("% berasal dari parameter (selang kepercayaan 90%"));
    let effects: Value = serde_json::from_str(&read("effects.json")).expect("it is JSON");
    let about = effects["about_interval_from"].as_str().unwrap_or_default();
    assert!(about.contains("unit of the measure"), "{about}");
    let measures = effects["policies"]["test_programme"]["measures"].as_object();
    let mut told = 0;
    for (name, measure) in measures.expect("a policy has measures") {
        let from = &measure["interval_from"];
        if from["reason"] == "all runs give the same" || measure["runs"] == 0 {
            continue;
        }
        let [parameters, seeds] = ["parameters", "seeds"].map(|of| from[of].as_f64());
        let (Some(parameters), Some(seeds)) = (parameters, seeds) else {
            panic!("{name}: {from}");
        };
        assert!((parameters + seeds - 1.0).abs() < 1e-8, "{name}: {from}");
        let degrees = &from["degrees_of_freedom"];
        assert_eq!(
            (&degrees["parameters"], &degrees["seeds"]),
            (&2.into(), &1.into())
        );
        told += 1;
    }
    assert!(told > 10, "only {told} measures tell");
}
