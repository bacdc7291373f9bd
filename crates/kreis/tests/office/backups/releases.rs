//! What earlier releases left on disks: their database files and their backups.
//!
//! `releases` holds, for each release, the sample data as it kept them: `VERSION.db.gz`, the
//! SQLite file packed, and `VERSION.backup.gz`. None of them is ever made anew.

use std::fs::File;

use flate2::read::GzDecoder;
use trial::tokio;

use super::commands::{does, kreis, run, text};
use super::*;

/// The files of all releases with this end.
fn files(end: &str) -> Vec<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/backups/releases");
    let all = std::fs::read_dir(folder).unwrap();
    let files: Vec<_> = all
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().ends_with(end))
        .collect();
    assert!(!files.is_empty());
    files
}

async fn works(database: Database) {
    let trial = Trial::on(database).await;
    let year = trial.nobody.get("/weimar/termine?jahr=2017").await;
    assert!(year.has("Fachkräfte dringend gesucht"), "{}", year.text());
    let found = trial.nobody.get("/weimar/suche?q=Fachkr%C3%A4fte").await;
    assert!(found.has("Fachkräfte dringend gesucht"), "{}", found.text());
    let people = "/weimar/personen?suche=leitung+lebensraeume";
    let person = trial.office.get(people).await.link("Leitung Lebensräume");
    let everywhere = "/weimar/suche?q=leitung+lebensr%C3%A4ume";
    assert_eq!(
        trial
            .office
            .get(everywhere)
            .await
            .link("Leitung Lebensräume"),
        person
    );
    assert_eq!(trial.office.get("/weimar/postausgang").await.status, 200);
    crate::invitations::lay_out(&trial).await;
    crate::invitations::release(&trial).await;
    trial.run_due().await;
    assert!(!trial.mails().await.is_empty());
}

#[test]
fn the_database_of_each_release_is_saved_and_brought_up_to_date() {
    for file in files(".db.gz") {
        let database = Database::empty(DbKind::Sqlite);
        let Address::Sqlite(place) = database.address() else {
            panic!("a file");
        };
        let mut packed = GzDecoder::new(File::open(file).unwrap());
        std::io::copy(&mut packed, &mut File::create(place).unwrap()).unwrap();
        let folder = tempfile::tempdir().unwrap();

        let mut command = kreis(database.address(), &["migrate"]);
        command.env("KREIS_BACKUP_FOLDER", folder.path());
        let (success, said) = run(command);

        assert!(
            success && said.contains("Vor der Änderung gesichert in"),
            "{said}"
        );
        let saved = std::fs::read_dir(folder.path())
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let head = Checked::open(&saved.path()).unwrap().head().clone();
        assert!(
            !head.steps.iter().any(|step| step == "outbox-0004"),
            "{:?}",
            head.steps
        );
        does(
            database.address(),
            &["check", "--backup", text(&saved.path())],
        );
        assert!(does(database.address(), &["migrate"]).contains("schon auf dem neuesten Stand"));
        in_runtime(works(database));
    }
}

#[test]
fn the_backup_of_each_release_is_read_into_this_one() {
    for file in files(".backup.gz") {
        for kind in kinds() {
            in_runtime(async {
                works(restored(&file, kind, Letters::GoOn).await.unwrap()).await;
            });
        }
    }
}

fn in_runtime(work: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(work);
}
