//! Backups of the whole installation: by command, by themselves, before an upgrade.

mod commands;
mod drill;
mod schedule;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use backup::{Checked, Head, PutBack, Wish};
use base::{Fault, Halt};
use jiff::Timestamp;
use privacy::Erasure;
use register::Ended;
use shell::Room;
use store::{Address, snapshot};

use crate::settings::Settings;
use crate::{house, serve};

pub(crate) use commands::{Restore, back_up, check, restore};
pub(crate) use schedule::keep_taking;

/// The version of this program.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What backups are taken for; their names begin with it.
const DAILY: &str = "kreis";
const BEFORE_UPGRADE: &str = "kreis-before-upgrade";
const BEFORE_RESTORE: &str = "kreis-before-restore";

/// Takes a backup of everything as it is at one moment.
///
/// # Errors
/// Refused where there is such a file or nothing to take.
pub async fn take(address: &Address, place: &Path, now: Timestamp) -> Result<Head, Halt> {
    let wish = Wish {
        program: VERSION.to_owned(),
        now,
        left_out: house::left_out(),
    };
    backup::take(address, place, wish).await
}

/// What becomes of letters that a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// They are held back from this hour on: the original may have sent them meanwhile.
    HeldBack(Timestamp),
    /// They go on: the original has sent nothing since.
    GoOn,
}

/// Reads a backup back into a database, where it is empty or may be emptied.
///
/// # Errors
/// Refused where the backup is newer than this program or the database is not empty.
pub async fn put_back(
    address: &Address,
    checked: Checked,
    rooms: &[Room],
    wish: (bool, Letters),
) -> Result<Head, Halt> {
    put_back_without(address, checked, rooms, wish, Gone::default()).await
}

/// What is gone since a backup was taken, and stays so.
#[derive(Clone, Debug, Default)]
pub struct Gone {
    /// Who was erased.
    pub erased: Vec<Erasure>,
    /// Which secrets were withdrawn.
    pub ended: Ended,
}

/// The same, without what is gone since; it goes in the same transaction.
///
/// # Errors
/// As [`put_back`].
pub async fn put_back_without(
    address: &Address,
    checked: Checked,
    rooms: &[Room],
    (replace, letters): (bool, Letters),
    gone: Gone,
) -> Result<Head, Halt> {
    let holdings = privacy::in_order(rooms);
    let mut moment = serve::machine_moment();
    let how = PutBack {
        steps: house::migrations(rooms),
        left_out: house::left_out(),
        replace,
        afterwards: Box::new(move |conn, head| {
            if let Letters::HeldBack(now) = letters {
                outbox::hold_back(conn, head.taken_at, now)?;
            }
            register::end_again(conn, &gone.ended, moment.now())?;
            privacy::erase_again(conn, &mut moment, &holdings, &gone.erased).map(drop)
        }),
    };
    backup::put_back(address, checked, how).await
}

/// A backup where this program is about to change the tables of another one. While an upgrade
/// fails and is tried again, the one that was taken at first is the one.
///
/// # Errors
/// When it cannot be taken; the tables must stay as they are then.
pub(crate) async fn before_upgrade(
    settings: &Settings,
    rooms: &[Room],
    now: Timestamp,
) -> Result<Option<PathBuf>, Halt> {
    let there = there(&settings.database).await?;
    let wanted = house::migrations(rooms);
    let mut missing = wanted.iter().copied().flatten();
    if missing.all(|step| there.steps.contains(step.name)) || there.is_empty() {
        return Ok(None);
    }
    let folder = folder(settings).ok_or_else(|| Halt::no("upgrade-no-folder"))?;
    if let Some(newest) = taken_for(&folder, BEFORE_UPGRADE)?.last() {
        let place = folder.join(backup::stamp(BEFORE_UPGRADE, *newest));
        if Checked::open(&place).is_ok_and(|it| there.is_in(it.head())) {
            return Ok(Some(place));
        }
    }
    make_folder(&folder)?;
    let place = free_place(&folder, BEFORE_UPGRADE, now);
    take(&settings.database, &place, now).await?;
    tracing::info!(place = %place.display(), "took a backup before the upgrade");
    Ok(Some(place))
}

/// After the upgrade that this backup was taken before: older ones may go. Not sooner, or
/// tries that fail would push out the only one with the tables as they were.
///
/// # Errors
/// When one cannot be removed.
pub(crate) fn after_upgrade(saved: &Path) -> Result<(), Fault> {
    let folder = saved.parent().unwrap_or(Path::new(""));
    forget_older(folder, BEFORE_UPGRADE, &[saved])
}

/// What is in a database, as far as a backup's first line tells it.
struct There {
    steps: BTreeSet<String>,
    rows: BTreeMap<String, u64>,
}

impl There {
    /// Whether there is nothing to save: no tables, or what a program made that was ended while
    /// it made them for the first time.
    fn is_empty(&self) -> bool {
        self.rows.values().all(|rows| *rows == 0)
    }

    /// Whether a backup holds the same. No act leaves the number of rows of every table as it
    /// was, if only for the line that it writes into the journal.
    fn is_in(&self, head: &Head) -> bool {
        let parts = head.tables.iter();
        let rows: BTreeMap<String, u64> =
            parts.map(|part| (part.name.clone(), part.rows)).collect();
        head.steps.iter().eq(&self.steps) && rows == self.rows
    }
}

async fn there(address: &Address) -> Result<There, Fault> {
    snapshot(address, |conn| {
        let mut rows = BTreeMap::new();
        for table in &conn.tables()? {
            let count = conn.count_rows(table, house::left_out())?;
            rows.insert(table.name.clone(), count);
        }
        let steps = conn.steps_taken()?.into_iter().collect();
        Ok(There { steps, rows })
    })
    .await
}

/// The names of the steps that made a database's tables; none where there are none.
pub(crate) async fn steps_of(address: &Address) -> Result<BTreeSet<String>, Fault> {
    snapshot(address, |conn| {
        let steps = conn.steps_taken()?;
        Ok(steps.into_iter().collect())
    })
    .await
}

/// Where no file is yet: a program that was ended may be started again within the second.
fn free_place(folder: &Path, occasion: &str, now: Timestamp) -> PathBuf {
    let mut at = now;
    loop {
        let place = folder.join(backup::stamp(occasion, at));
        match at.checked_add(jiff::SignedDuration::from_secs(1)) {
            Ok(next) if place.exists() => at = next,
            _ => return place,
        }
    }
}

/// Where backups lie: where the settings say, or else beside the database file or among what
/// the service keeps.
pub(crate) fn folder(settings: &Settings) -> Option<PathBuf> {
    let beside = || match &settings.database {
        Address::Sqlite(path) => path.parent().map(|folder| folder.join("backups")),
        Address::Postgres(_) => settings.state_folder.as_ref().map(|it| it.join("backups")),
    };
    settings.backup.folder.clone().or_else(beside)
}

/// Makes the folder, for its owner alone.
fn make_folder(folder: &Path) -> Result<(), Fault> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|cause| {
            let folder = folder.display();
            Fault::because(format!("make the folder for backups {folder}"), cause)
        })
}

/// How many backups stay that were taken before an upgrade, and before a restore.
const STAY: usize = 3;

/// Removes all but the newest that were taken for an occasion, and none of these files.
pub(crate) fn forget_older(folder: &Path, occasion: &str, kept: &[&Path]) -> Result<(), Fault> {
    let all = taken_for(folder, occasion)?;
    let older = all.len().saturating_sub(STAY);
    for at in all.into_iter().take(older) {
        let place = folder.join(backup::stamp(occasion, at));
        if !kept.contains(&place.as_path()) {
            std::fs::remove_file(place)
                .map_err(|cause| Fault::because("remove an old backup", cause))?;
        }
    }
    Ok(())
}

/// When the backups of a folder were taken day by day, the oldest first.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn taken(folder: &Path) -> Result<Vec<Timestamp>, Fault> {
    taken_for(folder, DAILY)
}

/// The same for another occasion.
fn taken_for(folder: &Path, occasion: &str) -> Result<Vec<Timestamp>, Fault> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(Fault::because("read the folder of backups", cause)),
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut taken: Vec<Timestamp> = names
        .filter_map(|name| backup::taken_at(occasion, &name))
        .collect();
    taken.sort_unstable();
    Ok(taken)
}
