//! Killed while a backup is read back: nothing of it is there, or everything.

use std::time::{Duration, Instant};

use kreis::backups::take;
use store::Address;
use trial::{DbKind, Installation, tokio};

use super::{PROGRAM, kills, story};
use crate::backups::{has_tables, hour, lines_of, unpacked};
use mail::SinkManners;

/// How long one of so many processes lives that take this long: the first is ended at once, the
/// last when it has surely done everything, the others evenly between.
fn lifetime(whole: Duration, number: u32, of: u32) -> Duration {
    let last = of.saturating_sub(1).max(1);
    if number == last {
        whole * 3
    } else {
        whole * number / last
    }
}

/// No campaign counts whose kills all fell on the same side.
fn both_sides(before: u32, after: u32) {
    if before + after > 1 {
        assert!(before > 0 && after > 0, "{before} before, {after} after");
    }
}

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
    for number in 0..kills() {
        let office = Installation::empty(PROGRAM, kind).await;
        let mut process = office.start(&restore);
        tokio::time::sleep(lifetime(whole, number, kills())).await;
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
    both_sides(nothing, everything);
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
    let count = kills().div_ceil(3);
    for number in 0..count {
        let office = Installation::furnished(PROGRAM, kind, SinkManners::default()).await;
        let store = office.store();
        store.write(|conn| conn.exec(later, &[])).await.unwrap();
        drop(store);
        let before = found(office.address()).await;
        let mut process = office.start(&restore);
        tokio::time::sleep(lifetime(whole, number, count)).await;
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
    both_sides(old, new);
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
