//! A process is killed while it makes, destroys and wraps keys, as a power cut would end it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::copy_to;

/// Says to the test program that it is the one to be killed, and where it works.
const PLACE: &str = "KREIS_VAULT_TO_BE_KILLED";

/// What the other process is: without the word it has nothing to do.
#[test]
fn works_until_it_is_killed() {
    let Some(folder) = std::env::var_os(PLACE) else {
        return;
    };
    let places = places(Path::new(&folder));
    let mut vault = Vault::open(&places, Start::MakesKey).unwrap();
    let begun = vault.keys().unwrap().len() + vault.tombstones().unwrap().len();
    let mut said = std::io::stdout();
    for number in begun.. {
        let name = format!("key-{number}");
        let sealed = seal(&vault, &name);
        writeln!(said, "\nmade {name} {}", STANDARD.encode(sealed)).unwrap();
        if number % 2 == 1 {
            let name = format!("key-{}", number - 1);
            vault.destroy(&id(&name), Why::Term, at(1)).unwrap();
            writeln!(said, "\ngone {name}").unwrap();
        }
        if number % 5 == 4 {
            vault.change_operator_key(at(2)).unwrap();
        }
        copy_to(&places, &Path::new(&folder).join("copy"), &[], at(3)).unwrap();
    }
}

#[test]
fn killed_at_any_moment_everything_acknowledged_holds() {
    let ground = Ground::new();
    let mut made: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut gone: Vec<String> = Vec::new();
    for round in 0..12_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "tests::killing::works_until_it_is_killed",
                "--nocapture",
            ])
            .env(PLACE, ground.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines
            .by_ref()
            .map(Result::unwrap)
            .find(|it| it.starts_with("made "));
        std::thread::sleep(Duration::from_micros(round * 3_700));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in first.into_iter().chain(lines.map_while(Result::ok)) {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                // A line that breaks off acknowledges nothing.
                ["made", name, sealed] => {
                    if let Ok(sealed) = STANDARD.decode(sealed)
                        && sealed.len() == 2077
                    {
                        made.insert((*name).to_owned(), sealed);
                    }
                }
                ["gone", name] if made.contains_key(*name) => gone.push((*name).to_owned()),
                _ => {}
            }
        }
        let vault = ground.open();
        for name in &gone {
            assert!(
                matches!(vault.make(&id(name), at(4)), Err(Closed::Gone(_))),
                "{name}"
            );
        }
        let stones = vault.tombstones().unwrap();
        for (name, sealed) in &made {
            let is_gone = stones.iter().any(|it| it.id == id(name));
            assert_eq!(opens(&vault, name, sealed), !is_gone, "{name}");
            assert!(!(is_gone && ground.key_file(name).exists()), "{name}");
        }
        let faults = check(&ground.places).unwrap().faults;
        let unexpected = faults.iter().find(|it| it.key != "vault-check-changing");
        assert_eq!(unexpected, None);
        // What lies at the copy's place is whole, whenever the end came.
        let copy = ground.path("copy");
        if copy.exists() {
            let restored = vault.take_back(&copy, &[], at(5));
            assert!(restored.is_ok() || why(restored) == "vault-copy-other-key");
        }
    }
    assert!(
        made.len() > 12 && !gone.is_empty(),
        "{} and {}",
        made.len(),
        gone.len()
    );
}
