//! Property 14: each phase can be broken in one named way, and some property notices.
//!
//! The checks are the properties in short. None fails on the engine as it is; each break must fail
//! at least one. `cargo test --release --test pulih mutations -- --nocapture` prints the table.

mod checks;

use checks::CHECKS;
use pulih::week::PHASES;
use pulih::week::mutation::Mutation;
use std::thread;

#[test]
fn the_engine_as_it_is_passes_every_check() {
    for (name, check) in CHECKS {
        assert_eq!(check(None), Ok(()), "{name}");
    }
}

#[test]
fn every_phase_has_a_break_and_every_break_is_caught_by_a_property() {
    for phase in PHASES {
        let broken = Mutation::ALL
            .iter()
            .any(|mutation| mutation.phase() == phase.number);
        assert!(broken, "no break of phase {} {}", phase.number, phase.name);
    }
    let halves = Mutation::ALL.split_at(Mutation::ALL.len() / 2);
    let caught: Vec<(Mutation, Vec<&str>)> = thread::scope(|scope| {
        [halves.0, halves.1]
            .map(|half| scope.spawn(|| half.iter().map(|&m| (m, catchers(m))).collect::<Vec<_>>()))
            .into_iter()
            .flat_map(|half| half.join().expect("checks do not panic"))
            .collect()
    });
    println!("{}", table(&caught));
    let missed: Vec<Mutation> = caught
        .iter()
        .filter(|(_, by)| by.is_empty())
        .map(|(mutation, _)| *mutation)
        .collect();
    assert!(missed.is_empty(), "no property notices {missed:?}");
}

fn catchers(mutation: Mutation) -> Vec<&'static str> {
    let fails = |(_, check): &&(&str, checks::Check)| check(Some(mutation)).is_err();
    CHECKS.iter().filter(fails).map(|(name, _)| *name).collect()
}

fn table(caught: &[(Mutation, Vec<&str>)]) -> String {
    let mut text = String::from("phase           | break | caught by\n");
    for (mutation, by) in caught {
        let phase = PHASES.iter().find(|phase| phase.number == mutation.phase());
        let name = phase.map_or("", |phase| phase.name);
        let by = if by.is_empty() {
            "NOBODY".to_owned()
        } else {
            by.join(", ")
        };
        text += &format!(
            "{:2} {name:13}| {} | {by}\n",
            mutation.phase(),
            mutation.meaning()
        );
    }
    text
}
