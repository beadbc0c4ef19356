//! Ctrl-C.
#![cfg(unix)]

use super::stamp;
use crate::support::binary::{command, folder, names, word};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The signal comes once the run has begun, which its partial folder shows; the run itself would
/// take a minute and more.
#[test]
fn an_interrupt_ends_with_130_and_leaves_a_partial_folder_that_says_so() {
    let out = folder("interrupted");
    let words = [
        "run",
        "covid19",
        "--enterprises",
        "4500",
        "--weeks",
        "156",
        "--seeds",
        "60",
        "--threads",
        "1",
        "--out",
        word(&out),
    ];
    let mut child = command(&words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be started");
    let partial = out.join("covid19.partial");
    let start = Instant::now();
    while !partial.join("run.json").exists() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "no run has begun in a minute"
        );
        sleep(Duration::from_millis(20));
    }
    sleep(Duration::from_millis(300));
    let kill = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.expect("there is a command kill").success());
    let code = child.wait().expect("the program ends").code();
    assert_eq!(code, Some(130));
    assert_eq!(names(&out), ["covid19.partial"]);
    assert_eq!(stamp(&partial)["complete"], false);
    let left = names(&partial);
    assert!(
        !left.contains(&"summary.json".to_owned()),
        "no answer from a part of the runs: {left:?}"
    );
}
