//! Folder or key in wrong hands, lost, open to all, damaged.

use std::fs::File;
use std::io::Read;

use super::*;

#[test]
fn a_stolen_folder_is_worthless_without_the_key_and_the_other_way_round() {
    let ground = Ground::new();
    let sealed = seal(&ground.open(), "one");
    let thief = tempfile::tempdir().unwrap();
    let stolen = places(thief.path());
    std::fs::create_dir(&stolen.folder).unwrap();
    set_mode(&stolen.folder, 0o700);
    let loot = stolen.folder.join("one.key");
    std::fs::copy(ground.key_file("one"), &loot).unwrap();

    assert_eq!(
        why(Vault::open(&stolen, Start::MakesKey)),
        "vault-no-operator-key"
    );
    let own = tempfile::tempdir().unwrap();
    drop(Vault::open(&places(own.path()), Start::MakesKey).unwrap());
    std::fs::copy(places(own.path()).key_file, &stolen.key_file).unwrap();
    assert_eq!(
        why(Vault::open(&stolen, Start::MakesKey)),
        "vault-other-operator-key"
    );

    std::fs::remove_file(loot).unwrap();
    std::fs::copy(&ground.places.key_file, &stolen.key_file).unwrap();
    let vault = Vault::open(&stolen, Start::MakesKey).unwrap();
    assert!(!opens(&vault, "one", &sealed));
}

#[test]
fn whoever_lost_the_operator_key_gets_no_other_one_unasked() {
    let ground = Ground::new();
    seal(&ground.open(), "one");
    let before = std::fs::read(ground.key_file("one")).unwrap();
    std::fs::remove_file(&ground.places.key_file).unwrap();

    for start in [Start::MakesKey, Start::NeedsKey] {
        assert_eq!(
            why(Vault::open(&ground.places, start)),
            "vault-no-operator-key"
        );
    }
    assert_eq!(why(check(&ground.places)), "vault-no-operator-key");
    assert!(!ground.places.key_file.exists());
    assert_eq!(std::fs::read(ground.key_file("one")).unwrap(), before);
}

#[test]
fn what_others_may_read_is_refused() {
    let ground = Ground::new();
    seal(&ground.open(), "one");
    let open = || Vault::open(&ground.places, Start::MakesKey);
    for (path, wrong, right) in [
        (&ground.places.folder, 0o705, 0o700),
        (&ground.places.folder, 0o720, 0o700),
        (&ground.places.key_file, 0o644, 0o600),
        (&ground.places.key_file, 0o660, 0o600),
    ] {
        set_mode(path, wrong);
        assert_eq!(why(open()), "vault-too-open", "{wrong:o}");
        assert_eq!(why(check(&ground.places)), "vault-too-open");
        set_mode(path, right);
        drop(open().unwrap());
    }
    // As systemd hands credentials in, and as other keys lie in /etc: the group may read.
    set_mode(&ground.places.key_file, 0o440);
    drop(open().unwrap());
    set_mode(&ground.key_file("one"), 0o644);
    let report = check(&ground.places).unwrap();
    assert_eq!(report.faults[0].key, "vault-too-open");
}

#[test]
fn what_is_no_key_is_refused_and_stays() {
    let ground = Ground::new();
    for text in ["", "password\n", "AAAA\n", "a\nb\nc\n"] {
        std::fs::write(&ground.places.key_file, text).unwrap();
        set_mode(&ground.places.key_file, 0o600);
        let opened = Vault::open(&ground.places, Start::MakesKey);
        assert_eq!(why(opened), "vault-not-a-key", "{text}");
        assert_eq!(
            std::fs::read_to_string(&ground.places.key_file).unwrap(),
            text
        );
    }
}

#[test]
fn a_damaged_key_opens_nothing_and_hinders_no_other() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = [seal(&vault, "one"), seal(&vault, "two")];
    let file = ground.key_file("one");
    let whole = std::fs::read(&file).unwrap();
    let spoilt = |bytes: &[u8], what: &str| {
        std::fs::write(&file, bytes).unwrap();
        assert!(!opens(&vault, "one", &sealed[0]), "{what}");
        assert!(opens(&vault, "two", &sealed[1]), "{what}");
        let report = check(&ground.places).unwrap();
        assert_eq!((report.keys, report.faults.len()), (1, 1), "{what}");
        assert!(vault.make(&id("one"), at(1)).is_err(), "{what}");
    };
    for place in 0..whole.len() {
        spoilt(&whole[..place], &format!("cut at {place}"));
        let mut flipped = whole.clone();
        flipped[place] ^= 1;
        spoilt(&flipped, &format!("byte {place}"));
    }
    drop(vault);
    assert!(opens(&ground.open(), "two", &sealed[1]));
}

#[test]
fn an_old_key_file_that_comes_back_is_wiped() {
    let ground = Ground::new();
    let vault = ground.open();
    let sealed = seal(&vault, "one");
    let old = std::fs::read(ground.key_file("one")).unwrap();
    vault.destroy(&id("one"), Why::Term, at(5)).unwrap();

    std::fs::write(ground.key_file("one"), old).unwrap();

    assert!(!opens(&vault, "one", &sealed));
    assert!(matches!(
        vault.make(&id("one"), at(6)),
        Err(Closed::Gone(_))
    ));
    let report = check(&ground.places).unwrap();
    assert_eq!(report.faults[0].key, "vault-check-not-wiped");
    drop(vault);
    drop(ground.open());
    assert!(!ground.key_file("one").exists());
}

/// The bytes of a file that has no name any more.
fn rest_of(file: &mut File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_goes_is_overwritten_before() {
    let ground = Ground::new();
    let mut vault = ground.open();
    seal(&vault, "one");
    seal(&vault, "two");
    let path = ground.key_file("one");
    let line = std::fs::read(&path).unwrap();
    let mut held = File::open(&path).unwrap();
    vault.destroy(&id("one"), Why::Term, at(5)).unwrap();
    let rest = rest_of(&mut held);
    assert_eq!(rest.len(), line.len());
    assert!(
        !rest
            .windows(8)
            .any(|part| line.windows(8).any(|it| it == part))
    );

    let operator = std::fs::read(&ground.places.key_file).unwrap();
    let mut held =
        [&ground.places.key_file, &ground.key_file("two")].map(|it| File::open(it).unwrap());
    vault.change_operator_key(at(6)).unwrap();
    assert!(!rest_of(&mut held[0]).starts_with(&operator[..8]));
    assert!(!rest_of(&mut held[1]).starts_with(b"key 1"));
}

#[test]
fn half_written_files_are_wiped_at_the_next_start() {
    let ground = Ground::new();
    let sealed = seal(&ground.open(), "one");
    let draft = ground.places.folder.join(".two.key.new");
    std::fs::write(&draft, "key 1 two").unwrap();
    assert_eq!(
        check(&ground.places).unwrap().faults[0].key,
        "vault-check-draft"
    );

    let vault = ground.open();

    assert!(!draft.exists());
    assert!(opens(&vault, "one", &sealed));
    assert!(check(&ground.places).unwrap().faults.is_empty());
}
