//! Pages read from the command line: drafts as files, a sentence for what cannot be read, and no
//! database.

use std::fs;
use std::path::{Path, PathBuf};

use mail::SinkManners;
use store::Address;
use trial::{Database, DbKind, Installation, Process, tokio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");
/// Nothing here reaches a mail server.
const NO_MAIL: u16 = 9;

const PAGE: &str = "<!doctype html><html><body><main><h1>Werkstatt Gute Briefe</h1>\
    <dl><dt>Datum:</dt><dd>4. August 2027</dd><dt>Uhrzeit:</dt><dd>10.15 Uhr</dd>\
    <dt>Ort:</dt><dd>Kleiner Saal, Apolda</dd></dl></main></body></html>";

struct House {
    database: Database,
}

impl House {
    fn path(&self, name: &str) -> PathBuf {
        self.database_file().with_file_name(name)
    }

    fn database_file(&self) -> &Path {
        let Address::Sqlite(file) = self.database.address() else {
            panic!("not a file")
        };
        file
    }

    fn imports(&self, arguments: &[&Path]) -> (bool, String) {
        let told = arguments.iter().map(|it| it.to_str().unwrap());
        let all: Vec<&str> = std::iter::once("import").chain(told).collect();
        Process::start(PROGRAM, self.database.address(), NO_MAIL, &all).end()
    }
}

#[test]
fn pages_become_drafts_as_files_and_no_database() {
    let house = House {
        database: Database::empty(DbKind::Sqlite),
    };
    let (pages, out) = (house.path("pages"), house.path("drafts"));
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("werkstatt.html"), PAGE).unwrap();
    fs::write(pages.join("werkstatt.txt"), "Der Text zählt hier nicht.").unwrap();
    fs::write(pages.join("leer.md"), "\n").unwrap();
    fs::write(pages.join("bild.png"), [0, 1, 2]).unwrap();
    let large = house.path("large.txt");
    let length = u64::try_from(reading::MOST_BYTES).unwrap() + 1;
    fs::File::create(&large).unwrap().set_len(length).unwrap();
    let letter = house.path("brief.pdf");
    fs::write(&letter, "%PDF-1.7\n").unwrap();
    let nowhere = house.path("nowhere.html");

    let dry = [Path::new("--dry-run"), Path::new("--json"), &out];
    let files = [nowhere.as_path(), &large, &letter, &pages];
    let (is_done, said) = house.imports(&[&dry[..], &files].concat());

    assert!(!is_done, "{said}");
    for sentence in [
        "werkstatt.html: eine Veranstaltung, ",
        "In der Datei steht nichts: ",
        "Die Datei ist größer als 20 MB: ",
        "Die Datei ist beschädigt oder nicht das, was sie zu sein vorgibt: ",
        "Die Datei lässt sich nicht lesen: ",
    ] {
        assert!(said.contains(sentence), "{sentence} in {said}");
    }
    assert_eq!(said.lines().count(), 5, "{said}");
    let written: Vec<_> = fs::read_dir(&out).unwrap().collect();
    assert_eq!(written.len(), 1);
    let drafts = fs::read(out.join("werkstatt.json")).unwrap();
    let drafts: serde_json::Value = serde_json::from_slice(&drafts).unwrap();
    let gathering = &drafts["gatherings"][0];
    assert_eq!(gathering["title"], "Werkstatt Gute Briefe");
    assert_eq!(gathering["start_date"], "2027-08-04");
    assert_eq!(gathering["start_time"], "10:15");

    let page = pages.join("werkstatt.html");
    let (is_done, said) = house.imports(&[&dry[..], &[page.as_path()]].concat());
    assert!(is_done, "{said}");
    let (is_done, said) = house.imports(&[&dry[1..], &[page.as_path()]].concat());
    assert!(!is_done && said.contains("--network"), "{said}");
    assert!(!house.database_file().exists());
}

#[tokio::test]
async fn files_come_into_the_office_of_a_network_by_command() {
    let office = Installation::furnished(PROGRAM, DbKind::Sqlite, SinkManners::default()).await;
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("werkstatt.html");
    fs::write(&page, PAGE).unwrap();
    let import = |network: &str| {
        let file = page.to_str().unwrap();
        office.start(&["import", file, "--network", network]).end()
    };

    let (is_done, said) = import("weimar");

    assert!(is_done, "{said}");
    assert!(said.contains("neue Entwürfe"), "{said}");
    assert!(said.contains("/weimar/uebernahme/entwuerfe"), "{said}");
    let (is_done, said) = import("weimar");
    assert!(is_done && said.contains("schon da"), "{said}");
    let (is_done, said) = import("nirgendwo");
    assert!(
        !is_done && said.contains("gibt es nicht: nirgendwo"),
        "{said}"
    );
    let (is_done, said) = office.start(&["import", page.to_str().unwrap()]).end();
    assert!(!is_done && said.contains("--network"), "{said}");
}
