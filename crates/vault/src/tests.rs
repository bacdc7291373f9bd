//! The store as a whole: used, stolen, damaged, copied, killed.

mod copies;
mod killing;
mod robbed;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use base::Halt;
use jiff::Timestamp;
use tempfile::TempDir;

use crate::{Closed, KeyId, Label, Places, Start, Tombstone, Vault, Why, check};

const WORDS: &str = "Gebärdensprache; vegan; Rollstuhlplatz";

const LABEL: Label<'_> = Label {
    gathering: "g-1",
    place: "p-1",
    purpose: "needs",
};

/// A store of a test, which may be opened and closed.
struct Ground {
    folder: TempDir,
    places: Places,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path());
        Self { folder, places }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self) -> Vault {
        Vault::open(&self.places, Start::MakesKey).unwrap()
    }

    fn key_file(&self, id: &str) -> PathBuf {
        self.places.folder.join(format!("{id}.key"))
    }

    /// Every byte of every file, with its path.
    fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    all.push((path, bytes));
                }
            }
        }
        all.sort();
        all
    }
}

fn places(folder: &Path) -> Places {
    Places {
        folder: folder.join("keys"),
        key_file: folder.join("operator.key"),
        copy: None,
    }
}

fn id(name: &str) -> KeyId {
    name.parse().unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_511_168_400 + second).unwrap()
}

fn seal(vault: &Vault, name: &str) -> Vec<u8> {
    vault.make(&id(name), at(0)).unwrap();
    vault.seal(&id(name), &LABEL, WORDS.as_bytes()).unwrap()
}

fn opens(vault: &Vault, name: &str, sealed: &[u8]) -> bool {
    match vault.open_sealed(&id(name), &LABEL, sealed) {
        Ok(words) => {
            assert_eq!(&*words, WORDS.as_bytes());
            true
        }
        Err(Closed::Fault(fault)) => panic!("{}", fault.whole_story()),
        Err(_) => false,
    }
}

/// The sentence key of a refusal.
fn why<T>(answer: Result<T, Halt>) -> &'static str {
    match answer.err() {
        Some(Halt::Refused(blames)) => blames[0].key,
        other => panic!("no refusal: {other:?}"),
    }
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_first_start_makes_folder_and_key_for_the_service_alone() {
    let ground = Ground::new();
    assert_eq!(
        why(Vault::open(&ground.places, Start::NeedsKey)),
        "vault-no-operator-key"
    );

    let vault = ground.open();
    seal(&vault, "one");

    assert_eq!(mode(&ground.places.folder), 0o700);
    assert_eq!(mode(&ground.places.key_file), 0o600);
    assert_eq!(mode(&ground.key_file("one")), 0o600);
}

#[test]
fn one_process_has_the_store_and_others_may_look() {
    let ground = Ground::new();
    let vault = ground.open();
    seal(&vault, "one");

    assert_eq!(
        why(Vault::open(&ground.places, Start::MakesKey)),
        "vault-busy"
    );
    assert_eq!(check(&ground.places).unwrap().keys, 1);
    let copy = crate::copy_to(&ground.places, &ground.path("copy"), &[], at(1));
    assert_eq!(copy.unwrap(), (1, 0));
    drop(vault);
    assert_eq!(ground.open().keys().unwrap(), [(id("one"), at(0))]);
}

#[test]
fn what_is_sealed_opens_after_a_restart_and_stands_in_no_file() {
    let ground = Ground::new();
    let sealed = seal(&ground.open(), "one");
    std::fs::write(ground.path("database"), &sealed).unwrap();

    assert!(opens(&ground.open(), "one", &sealed));
    for (path, bytes) in ground.everything() {
        for word in ["Gebärden", "vegan", "Rollstuhl"] {
            let word = word.as_bytes();
            assert!(
                !bytes.windows(word.len()).any(|it| it == word),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn each_key_opens_its_own_and_a_missing_one_nothing() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    seal(&vault, "two");

    assert!(!opens(&vault, "two", &sealed));
    let missing = vault.seal(&id("three"), &LABEL, b"");
    assert!(matches!(missing, Err(Closed::Missing)));
    // Asked for once more, it is the same key.
    vault.make(&id("one"), at(9)).unwrap();
    assert!(opens(&vault, "one", &sealed));
}

#[test]
fn a_destroyed_key_is_gone_and_never_made_again() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    let stone = vault.destroy(&id("one"), Why::Term, at(5)).unwrap();

    assert_eq!((stone.at, stone.why), (at(5), Why::Term));
    assert!(!opens(&vault, "one", &sealed));
    assert!(matches!(
        vault.make(&id("one"), at(6)),
        Err(Closed::Gone(_))
    ));
    // Once more changes neither day nor reason.
    let again = vault.destroy(&id("one"), Why::Wish, at(7)).unwrap();
    assert_eq!(again, stone);
    drop(vault);
    let vault = ground.open();
    assert_eq!(vault.tombstones().unwrap(), [stone]);
    assert!(matches!(
        vault.make(&id("one"), at(8)),
        Err(Closed::Gone(_))
    ));
    assert_eq!(check(&ground.places).unwrap().gone, 1);
}

#[test]
fn a_key_that_never_was_can_be_barred() {
    let ground = Ground::new();
    let vault = ground.open();
    vault.destroy(&id("one"), Why::Unused, at(5)).unwrap();

    assert!(matches!(
        vault.make(&id("one"), at(6)),
        Err(Closed::Gone(_))
    ));
}

#[test]
fn a_changed_operator_key_opens_everything_and_the_former_nothing() {
    let ground = Ground::new();
    let mut vault = ground.open();
    let sealed = [seal(&vault, "one"), seal(&vault, "two")];
    let former = std::fs::read(&ground.places.key_file).unwrap();

    assert_eq!(vault.change_operator_key(at(5)).unwrap(), 2);

    assert!(opens(&vault, "one", &sealed[0]) && opens(&vault, "two", &sealed[1]));
    drop(vault);
    assert!(opens(&ground.open(), "one", &sealed[0]));
    assert!(check(&ground.places).unwrap().faults.is_empty());
    std::fs::write(&ground.places.key_file, former).unwrap();
    assert_eq!(
        why(Vault::open(&ground.places, Start::MakesKey)),
        "vault-other-operator-key"
    );
}

#[test]
fn a_change_that_was_broken_off_is_ended_by_the_next() {
    let ground = Ground::new();
    let mut vault = ground.open();
    let sealed = [seal(&vault, "one"), seal(&vault, "two")];
    vault.operator.begin_change().unwrap();
    // Only one was wrapped anew when it ended.
    let two = std::fs::read(ground.key_file("two")).unwrap();
    drop(vault);
    let vault = ground.open();
    assert!(opens(&vault, "one", &sealed[0]) && opens(&vault, "two", &sealed[1]));
    drop(vault);
    let found: Vec<&str> = check(&ground.places)
        .unwrap()
        .faults
        .iter()
        .map(|it| it.key)
        .collect();
    assert_eq!(found, ["vault-check-changing"]);

    let mut vault = ground.open();
    vault.change_operator_key(at(6)).unwrap();

    assert!(opens(&vault, "one", &sealed[0]) && opens(&vault, "two", &sealed[1]));
    assert_ne!(std::fs::read(ground.key_file("two")).unwrap(), two);
    assert!(check(&ground.places).unwrap().faults.is_empty());
}

#[test]
fn what_somebody_else_remembers_is_heeded() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    let remembered = |name: &str| Tombstone {
        id: id(name),
        at: at(3),
        why: Why::Term,
    };

    let were_here = vault.heed(&[remembered("one"), remembered("two")], at(9));

    assert_eq!(were_here.unwrap(), 1);
    assert!(!opens(&vault, "one", &sealed));
    assert_eq!(
        vault.tombstones().unwrap(),
        [remembered("one"), remembered("two")]
    );
    assert_eq!(vault.heed(&[remembered("one")], at(9)).unwrap(), 0);
}
