//! Killed while a backup is read back: nothing of it is there, or everything.

use std::time::Instant;

use kreis::backups::take;
use store::Address;
use trial::{DbKind, Installation, tokio};

use super::{PROGRAM, a_while, kills, story};
use crate::backups::{has_tables, hour, lines_of, unpacked};
use mail::SinkManners;

struct Backup {
    _folder: tempfile::TempDir,
    file: String,
    lines: Vec<String>,
}

async fn backup_of(address: &Address) -> Backup {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.gz");
    take(address, &file, hour()).await.unwrap();
    Backup {
        lines: contents(unpacked(&file)),
        file: file.to_str().unwrap().to_owned(),
        _folder: folder,
    }
}

/// The first line says when and from which database.
fn contents(mut lines: Vec<String>) -> Vec<String> {
    lines.remove(0);
    lines
}

async fn found(address: &Address) -> Vec<String> {
    contents(lines_of(address).await)
}

async fn killed_while_it_restores(kind: DbKind) {
    let source = Installation::furnished(PROGRAM, kind, SinkManners::default()).await;
    let backup = backup_of(source.address()).await;
    let restore = ["restore", &backup.file, "--moved"];
    let whole = {
        let office = Installation::empty(PROGRAM, kind).await;
        let begun = Instant::now();
        let (success, said) = office.start(&restore).end();
        assert!(success, "{said}");
        begun.elapsed()
    };
    let (mut nothing, mut everything) = (0, 0);
    for _ in 0..kills() {
        let office = Installation::empty(PROGRAM, kind).await;
        let mut process = office.start(&restore);
        tokio::time::sleep(a_while(whole)).await;
        process.kill();

        if has_tables(office.address()).await {
            assert!(found(office.address()).await == backup.lines);
        }
        // A server may end what it was asked for after whoever asked is gone.
        let (success, said) = office.start(&restore).end();
        if success {
            nothing += 1;
        } else {
            everything += 1;
            assert!(said.contains("schon Daten"), "{said}");
        }
        assert!(found(office.address()).await == backup.lines);
    }
    eprintln!(
        "{kind:?}: {} kills of a restore: {nothing} left nothing, {everything} everything",
        kills()
    );
}

async fn killed_while_it_replaces(kind: DbKind) {
    let source = Installation::furnished(PROGRAM, kind, SinkManners::default()).await;
    let backup = backup_of(source.address()).await;
    let restore = ["restore", &backup.file, "--moved", "--replace"];
    let begun = Instant::now();
    let (success, said) = source.start(&restore).end();
    assert!(success, "{said}");
    let whole = begun.elapsed();
    let later = "UPDATE network SET name = 'Später' WHERE slug = 'weimar'";
    let (mut old, mut new) = (0, 0);
    for _ in 0..kills().div_ceil(3) {
        let office = Installation::furnished(PROGRAM, kind, SinkManners::default()).await;
        let store = office.store();
        store.write(|conn| conn.exec(later, &[])).await.unwrap();
        drop(store);
        let before = found(office.address()).await;
        let mut process = office.start(&restore);
        tokio::time::sleep(a_while(whole)).await;
        process.kill();

        let there = found(office.address()).await;
        assert!(there == before || there == backup.lines);
        if there == before {
            old += 1;
        } else {
            new += 1;
        }
        let (success, said) = office.start(&restore).end();
        assert!(success, "{said}");
        assert!(found(office.address()).await == backup.lines);
    }
    eprintln!(
        "{kind:?}: {} kills of a replacement: {old} left the old, {new} the new",
        old + new
    );
}

#[test]
fn killed_while_it_restores_on_sqlite() {
    story(DbKind::Sqlite, killed_while_it_restores);
}

#[test]
fn killed_while_it_restores_on_postgres() {
    story(DbKind::Postgres, killed_while_it_restores);
}

#[test]
fn killed_while_it_replaces_on_sqlite() {
    story(DbKind::Sqlite, killed_while_it_replaces);
}

#[test]
fn killed_while_it_replaces_on_postgres() {
    story(DbKind::Postgres, killed_while_it_replaces);
}
