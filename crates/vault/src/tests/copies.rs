//! The store's own backup: one place, the present state, and nothing comes back.

use proptest::prelude::*;

use super::*;
use crate::copy_to;

/// A fresh machine with the operator's key of another.
fn moved(ground: &Ground) -> Ground {
    let there = Ground::new();
    std::fs::copy(&ground.places.key_file, &there.places.key_file).unwrap();
    there
}

#[test]
fn a_copy_brings_keys_to_another_machine() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    let stone = vault.destroy(&id("two"), Why::Term, at(2)).unwrap();
    let copy = ground.path("copy");
    assert_eq!(copy_to(&ground.places, &copy, &[], at(3)).unwrap(), (1, 1));
    assert_eq!(mode(&copy), 0o600);

    let there = moved(&ground);
    let vault = there.open();
    let restored = vault.take_back(&copy, &[], at(4)).unwrap();

    assert_eq!((restored.keys, restored.stay_gone), (1, 0));
    assert!(opens(&vault, "one", &sealed));
    assert_eq!(vault.tombstones().unwrap(), [stone]);
}

#[test]
fn a_copy_from_before_the_end_of_a_key_brings_nothing_back() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = [seal(&vault, "one"), seal(&vault, "two")];
    let copy = ground.path("copy");
    copy_to(&ground.places, &copy, &[], at(3)).unwrap();
    let stone = vault.destroy(&id("one"), Why::Term, at(5)).unwrap();

    let restored = vault.take_back(&copy, &[], at(6)).unwrap();
    assert_eq!((restored.stay_gone, restored.were_here), (1, 1));
    assert!(!opens(&vault, "one", &sealed[0]) && opens(&vault, "two", &sealed[1]));

    // On a machine that knows nothing, the database remembers.
    let there = moved(&ground);
    let vault = there.open();
    let restored = vault.take_back(&copy, &[stone], at(7)).unwrap();
    assert_eq!((restored.stay_gone, restored.keys), (1, 1));
    assert!(!opens(&vault, "one", &sealed[0]) && opens(&vault, "two", &sealed[1]));
}

#[test]
fn an_old_folder_that_comes_back_heeds_a_newer_copy() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    let old = std::fs::read(ground.key_file("one")).unwrap();
    vault.destroy(&id("one"), Why::Term, at(5)).unwrap();
    let copy = ground.path("copy");
    copy_to(&ground.places, &copy, &[], at(6)).unwrap();

    let there = moved(&ground);
    drop(there.open());
    std::fs::write(there.key_file("one"), old).unwrap();
    let vault = there.open();
    assert!(opens(&vault, "one", &sealed));
    let restored = vault.take_back(&copy, &[], at(7)).unwrap();

    assert_eq!(restored.went, 1);
    assert!(!opens(&vault, "one", &sealed) && !there.key_file("one").exists());
}

#[test]
fn the_kept_copy_never_holds_what_was_destroyed() {
    let mut ground = Ground::new();
    let copy = ground.path("elsewhere");
    ground.places.copy = Some(copy.clone());
    let mut vault = ground.open();
    seal(&vault, "one");
    assert!(
        std::fs::read_to_string(&copy)
            .unwrap()
            .contains("key 1 one ")
    );
    assert!(check(&ground.places).unwrap().faults.is_empty());

    vault.destroy(&id("one"), Why::Term, at(5)).unwrap();
    let text = std::fs::read_to_string(&copy).unwrap();
    assert!(
        !text.contains("key 1 one ") && text.contains("gone 1 one "),
        "{text}"
    );
    seal(&vault, "two");
    vault.change_operator_key(at(6)).unwrap();
    assert!(check(&ground.places).unwrap().faults.is_empty());
    assert_eq!(vault.copy_trouble(), None);
}

#[test]
fn a_disk_that_is_away_hinders_nobody_and_is_told() {
    let mut ground = Ground::new();
    ground.places.copy = Some(ground.path("disk/copy"));
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    assert!(opens(&vault, "one", &sealed));
    assert!(vault.copy_trouble().unwrap().contains("disk/copy"));
    assert_eq!(
        check(&ground.places).unwrap().faults[0].key,
        "vault-check-no-copy"
    );

    std::fs::create_dir(ground.path("disk")).unwrap();
    vault.keep_copy(at(7));

    assert_eq!(vault.copy_trouble(), None);
    seal(&vault, "two");
    assert!(check(&ground.places).unwrap().faults.is_empty());
}

#[test]
fn a_copy_lies_in_one_place_and_nowhere_among_others() {
    let ground = Ground::new();
    seal(&ground.open(), "one");
    let backups = ground.path("backups");
    std::fs::create_dir(&backups).unwrap();
    let never = [backups.clone()];
    let copy = |file: &Path| copy_to(&ground.places, file, &never, at(3));

    assert_eq!(why(copy(&backups.join("keys"))), "vault-copy-place");
    assert_eq!(
        why(copy(&ground.places.folder.join("copy"))),
        "vault-copy-place"
    );
    let roundabout = backups.join("../keys/copy");
    assert_eq!(why(copy(&roundabout)), "vault-copy-place");
    let letter = ground.path("letter");
    std::fs::write(&letter, "dear").unwrap();
    assert_eq!(why(copy(&letter)), "vault-copy-not-ours");
    assert_eq!(std::fs::read_to_string(&letter).unwrap(), "dear");
    assert_eq!(why(copy(&ground.path("nowhere/copy"))), "vault-unwritable");
}

#[test]
fn a_copy_with_a_flipped_or_missing_byte_is_refused_whole() {
    let ground = Ground::new();
    let vault = ground.open();
    seal(&vault, "one");
    vault.destroy(&id("two"), Why::Wish, at(2)).unwrap();
    let copy = ground.path("copy");
    copy_to(&ground.places, &copy, &[], at(3)).unwrap();
    let whole = std::fs::read(&copy).unwrap();
    let there = moved(&ground);
    let vault = there.open();
    for place in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[place] ^= 1;
        for spoilt in [&flipped[..], &whole[..place]] {
            std::fs::write(&copy, spoilt).unwrap();
            let answer = vault.take_back(&copy, &[], at(4));
            assert_eq!(why(answer), "vault-copy-damaged", "{place}");
        }
    }
    assert!(vault.keys().unwrap().is_empty());
    assert!(vault.tombstones().unwrap().is_empty());
}

#[test]
fn a_copy_of_another_operator_key_is_refused_whole() {
    let ground = Ground::new();
    let mut vault = ground.open();
    seal(&vault, "one");
    vault.destroy(&id("two"), Why::Wish, at(2)).unwrap();
    let copy = ground.path("copy");
    copy_to(&ground.places, &copy, &[], at(3)).unwrap();
    vault.change_operator_key(at(4)).unwrap();
    drop(vault);

    let there = moved(&ground);
    let vault = there.open();

    assert_eq!(
        why(vault.take_back(&copy, &[], at(5))),
        "vault-copy-other-key"
    );
    assert!(vault.tombstones().unwrap().is_empty());
}

#[derive(Clone, Copy, Debug)]
enum Act {
    Make(u8),
    Destroy(u8),
    Copy,
    TakeBack,
    Change,
    Restart,
    BringOldFileBack(u8),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let key = 0..3_u8;
    prop::collection::vec(
        prop_oneof![
            key.clone().prop_map(Act::Make),
            key.clone().prop_map(Act::Destroy),
            Just(Act::Copy),
            Just(Act::TakeBack),
            Just(Act::Change),
            Just(Act::Restart),
            key.prop_map(Act::BringOldFileBack),
        ],
        1..25,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_happens_what_is_destroyed_stays_closed_and_all_else_opens(acts in acts()) {
        let ground = Ground::new();
        let copy = ground.path("copy");
        let mut vault = Some(ground.open());
        let mut sealed: [Option<Vec<u8>>; 3] = [const { None }; 3];
        let mut old: [Option<Vec<u8>>; 3] = [const { None }; 3];
        let mut is_gone = [false; 3];
        let name = |key: usize| format!("key-{key}");
        for (step, act) in acts.into_iter().enumerate() {
            let now = at(i64::try_from(step).unwrap());
            let store = vault.as_mut().unwrap();
            match act {
                Act::Make(key) => {
                    let key = usize::from(key);
                    let made = store.make(&id(&name(key)), now);
                    prop_assert_eq!(made.is_err(), is_gone[key]);
                    if !is_gone[key] {
                        sealed[key] = Some(seal(store, &name(key)));
                        old[key] = std::fs::read(ground.key_file(&name(key))).ok();
                    }
                }
                Act::Destroy(key) => {
                    store.destroy(&id(&name(usize::from(key))), Why::Term, now).unwrap();
                    is_gone[usize::from(key)] = true;
                }
                Act::Copy => drop(copy_to(&ground.places, &copy, &[], now).unwrap()),
                // A copy of before the operator's key was changed is refused.
                Act::TakeBack => drop(store.take_back(&copy, &[], now)),
                Act::Change => drop(store.change_operator_key(now).unwrap()),
                Act::Restart => {
                    drop(vault.take());
                    vault = Some(ground.open());
                }
                Act::BringOldFileBack(key) => {
                    let key = usize::from(key);
                    if let Some(bytes) = old[key].as_ref().filter(|_| is_gone[key]) {
                        std::fs::write(ground.key_file(&name(key)), bytes).unwrap();
                    }
                }
            }
            for key in 0..3 {
                if let Some(sealed) = &sealed[key] {
                    prop_assert_eq!(opens(vault.as_ref().unwrap(), &name(key), sealed), !is_gone[key]);
                }
            }
        }
    }
}
