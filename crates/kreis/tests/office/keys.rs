//! The keys outside of the database, as the operator meets them: first start, commands beside
//! the service, folder and key lost and brought back.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use store::Address;
use trial::{Database, DbKind, Process};
use vault::{Label, Places, Start, Vault, Why};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");
/// Nothing here reaches a mail server.
const NO_MAIL: u16 = 9;

const LABEL: Label<'_> = Label {
    gathering: "g",
    place: "p",
    purpose: "needs",
};

struct House {
    database: Database,
}

impl House {
    fn new() -> Self {
        let database = Database::empty(DbKind::Sqlite);
        Self { database }
    }

    fn path(&self, name: &str) -> PathBuf {
        let Address::Sqlite(file) = self.database.address() else {
            panic!("not a file")
        };
        file.with_file_name(name)
    }

    fn places(&self) -> Places {
        Places {
            folder: self.path("vault"),
            key_file: self.path("vault.key"),
            copy: None,
        }
    }

    fn start(&self, arguments: &[&str]) -> Process {
        Process::start(PROGRAM, self.database.address(), NO_MAIL, arguments)
    }

    fn serve(&self) -> Process {
        let mut serving = self.start(&["serve"]);
        assert!(serving.becomes_ready().is_some());
        serving
    }

    fn does(&self, arguments: &[&str]) -> String {
        let (success, said) = self.start(arguments).end();
        assert!(success, "{arguments:?}: {said}");
        said
    }

    fn refuses(&self, arguments: &[&str], sentence: &str) {
        let (success, said) = self.start(arguments).end();
        assert!(!success && said.contains(sentence), "{arguments:?}: {said}");
    }
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn the_first_start_makes_the_store_and_commands_work_beside_it() {
    let house = House::new();
    house.refuses(&["vault", "check"], "lässt sich nicht lesen");
    let serving = house.serve();

    assert_eq!(mode(&house.path("vault")), 0o700);
    assert_eq!(mode(&house.path("vault.key")), 0o600);
    let said = house.does(&["vault", "check"]);
    assert!(said.contains("alles in Ordnung"), "{said}");
    let copy = house.path("elsewhere");
    let said = house.does(&["vault", "backup", copy.to_str().unwrap()]);
    assert!(said.contains("Schlüssel gesichert"), "{said}");
    for alone in [
        &["vault", "rotate"][..],
        &["vault", "restore", copy.to_str().unwrap()],
    ] {
        house.refuses(alone, "Halten Sie zuerst den Dienst an");
    }
    let (success, said) = serving.stop();
    assert!(success, "{said}");
    let before = std::fs::read(house.path("vault.key")).unwrap();
    let said = house.does(&["vault", "rotate"]);
    assert!(
        said.contains("ist neu") && said.contains("kreis vault backup"),
        "{said}"
    );
    assert_ne!(std::fs::read(house.path("vault.key")).unwrap(), before);
    drop(house.serve());
}

#[test]
fn no_backup_of_the_database_holds_a_key_and_none_lies_among_backups() {
    let house = House::new();
    drop(house.serve());
    let vault = Vault::open(&house.places(), Start::NeedsKey).unwrap();
    let id = "key-1".parse().unwrap();
    vault.make(&id, trial::morning()).unwrap();
    drop(vault);

    let file = house.path("kreis.gz");
    house.does(&["backup", file.to_str().unwrap()]);
    let lines = crate::backups::unpacked(&file).join("\n");
    assert!(!lines.contains("key-1"));
    let backups = house.path("backups");
    std::fs::create_dir(&backups).unwrap();
    let among = backups.join("keys");
    house.refuses(
        &["vault", "backup", among.to_str().unwrap()],
        "Ordner der Schlüssel oder der Sicherungen",
    );
}

#[test]
fn keys_come_back_from_the_copy_and_destroyed_ones_do_not() {
    let house = House::new();
    drop(house.serve());
    let vault = Vault::open(&house.places(), Start::NeedsKey).unwrap();
    let [kept, gone] = ["key-1", "key-2"].map(|it| it.parse().unwrap());
    let now = trial::morning();
    vault.make(&kept, now).unwrap();
    vault.make(&gone, now).unwrap();
    let sealed = vault.seal(&kept, &LABEL, b"words").unwrap();
    let lost = vault.seal(&gone, &LABEL, b"words").unwrap();
    let copy = house.path("copy");
    house.does(&["vault", "backup", copy.to_str().unwrap()]);
    vault.destroy(&gone, Why::Term, now).unwrap();
    std::fs::remove_file(house.path("vault/key-1.key")).unwrap();
    drop(vault);

    let said = house.does(&["vault", "restore", copy.to_str().unwrap()]);

    assert!(said.contains("Ein Schlüssel ist wieder da"), "{said}");
    assert!(
        said.contains("inzwischen vernichtet und bleibt es"),
        "{said}"
    );
    drop(house.serve());
    let vault = Vault::open(&house.places(), Start::NeedsKey).unwrap();
    assert_eq!(
        &*vault.open_sealed(&kept, &LABEL, &sealed).unwrap(),
        b"words"
    );
    assert!(vault.open_sealed(&gone, &LABEL, &lost).is_err());
}

#[test]
fn without_the_operator_key_or_open_to_all_the_service_does_not_start() {
    let house = House::new();
    drop(house.serve());
    let vault = Vault::open(&house.places(), Start::NeedsKey).unwrap();
    vault
        .make(&"key-1".parse().unwrap(), trial::morning())
        .unwrap();
    drop(vault);
    let key = house.path("vault.key");
    let bytes = std::fs::read(&key).unwrap();

    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o644)).unwrap();
    house.refuses(&["serve"], "ist für andere offen (Rechte 644)");
    std::fs::remove_file(&key).unwrap();
    house.refuses(
        &["serve"],
        "Ohne ihn lässt sich der vorhandene Schlüssel nicht öffnen",
    );
    house.refuses(&["vault", "rotate"], "Bringen Sie die Datei zurück");
    assert!(!key.exists());

    std::fs::write(&key, bytes).unwrap();
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).unwrap();
    drop(house.serve());
}
