//! Stories of backups: taken beside a program at work, read back into either database, and what
//! becomes of the letters that they hold.

mod commands;
mod ended;
mod erasures;
mod letters;
mod operation;
mod releases;
mod upgrades;
mod whole;

use std::io::Read;
use std::path::Path;

use backup::Checked;
use base::Halt;
use jiff::Timestamp;
use kreis::backups::{Letters, put_back, take};
use mail::MailSettings;
use store::Address;
use trial::{Database, DbKind, Trial};

/// When the backups of these stories are taken.
pub(super) fn hour() -> Timestamp {
    trial::morning()
}

/// Both kinds, as far as they are here.
pub(crate) fn kinds() -> Vec<DbKind> {
    [DbKind::Sqlite, DbKind::Postgres]
        .into_iter()
        .filter(|kind| kind.is_here())
        .collect()
}

/// A backup of what is at an address, unpacked into its lines.
pub(crate) async fn lines_of(address: &Address) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.gz");
    take(address, &file, hour()).await.unwrap();
    unpacked(&file)
}

pub(crate) fn unpacked(file: &Path) -> Vec<String> {
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(std::fs::File::open(file).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    // The sum depends on which database the first line names.
    lines.pop();
    lines
}

/// The file's contents in a database of this kind, with letters going on.
pub(super) async fn restored(
    file: &Path,
    kind: DbKind,
    letters: Letters,
) -> Result<Database, Halt> {
    let database = Database::empty(kind);
    put_into(file, database.address(), letters).await?;
    Ok(database)
}

pub(crate) async fn put_into(file: &Path, address: &Address, letters: Letters) -> Result<(), Halt> {
    let mail = MailSettings::on_this_machine(1, kreis::demo::SENDER);
    let rooms = kreis::house::rooms(&mail).unwrap();
    put_back(address, Checked::open(file)?, &rooms, (false, letters))
        .await
        .map(drop)
}

/// The sentence key of a refusal.
pub(super) fn why<T>(answer: Result<T, Halt>) -> &'static str {
    match answer.err() {
        Some(Halt::Refused(blames)) => blames[0].key,
        other => panic!("no refusal: {other:?}"),
    }
}

/// A backup of a trial, and the folder that it lies in.
pub(super) async fn backup_of(trial: &Trial) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.gz");
    take(trial.address(), &file, hour()).await.unwrap();
    (folder, file)
}

/// Whether anything was made at an address.
pub(super) async fn has_tables(address: &Address) -> bool {
    let store = store::Store::open(address).unwrap();
    let names = store.read(|conn| conn.tables().map(|tables| tables.len()));
    names.await.unwrap() > 0
}
