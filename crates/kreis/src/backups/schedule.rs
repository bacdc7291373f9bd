//! Backups that are taken by themselves, once a day, and which of them stay.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base::{Fault, Halt};
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use shell::App;
use store::Address;

use super::{DAILY, make_folder, take, taken};
use crate::operation::Operations;
use crate::settings::Backup;

/// How often we look whether one is due.
const LOOK: Duration = Duration::from_secs(20);
/// How long we wait after one that failed.
const AFTER_FAILURE: SignedDuration = SignedDuration::from_mins(30);

/// Takes backups for as long as the program runs.
pub(crate) async fn keep_taking(app: App, address: Address, operations: Arc<Operations>) {
    let Some(folder) = operations.backup.folder.clone() else {
        return;
    };
    wait_for_network(&app).await;
    loop {
        let now = app.real_clock.now();
        if is_wanted(&folder, &operations, now) {
            match take_and_rotate(&address, &folder, &operations.backup, now).await {
                Ok(removed) => {
                    operations.note_success();
                    tracing::info!(removed, "took the backup of the day");
                }
                Err(halt) => {
                    let story = story(&halt);
                    tracing::error!(story, "the backup of the day could not be taken");
                    operations.note_trouble(now, story);
                }
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// A backup of nothing would stand for the day's, and be praised when it is tried.
async fn wait_for_network(app: &App) {
    let has_none = || {
        app.store
            .read(|conn| Ok::<_, Fault>(register::networks(conn)?.is_empty()))
    };
    let mut is_told = false;
    // Where the database does not answer, the backup itself says so.
    while has_none().await.unwrap_or(false) {
        if !is_told {
            tracing::info!("backups begin with the first network");
            is_told = true;
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// For the operator, in the log's language.
fn story(halt: &Halt) -> String {
    match halt {
        Halt::Fault(fault) => fault.whole_story(),
        Halt::Refused(blames) => blames
            .iter()
            .flat_map(|blame| blame.args.iter())
            .map(|(_, value)| value.as_str())
            .collect::<Vec<_>>()
            .join(": "),
        Halt::Missing | Halt::Stale => String::new(),
    }
}

fn is_wanted(folder: &Path, operations: &Operations, now: Timestamp) -> bool {
    let has_failed_lately = operations
        .trouble()
        .is_some_and(|trouble| now.duration_since(trouble.at) < AFTER_FAILURE);
    let all = taken(folder).unwrap_or_default();
    // A clock that was ahead has left hours that have not come yet.
    let newest = all.into_iter().rfind(|at| *at <= now);
    let local = now.to_zoned(jiff::tz::TimeZone::system());
    !has_failed_lately && is_due(newest, &local, operations.backup.hour)
}

/// Whether the hour has passed since the newest one was taken.
fn is_due(newest: Option<Timestamp>, now: &Zoned, hour: i8) -> bool {
    let at_hour = |day: &Zoned| {
        let time = Time::new(hour, 0, 0, 0).unwrap_or_default();
        day.date()
            .to_datetime(time)
            .to_zoned(day.time_zone().clone())
            .map(|it| it.timestamp())
            .ok()
    };
    let today = at_hour(now).filter(|at| *at <= now.timestamp());
    let last = today.or_else(|| at_hour(&now.saturating_sub(1.day())));
    match (newest, last) {
        (Some(newest), Some(last)) => newest < last,
        (newest, _) => newest.is_none(),
    }
}

async fn take_and_rotate(
    address: &Address,
    folder: &Path,
    settings: &Backup,
    now: Timestamp,
) -> Result<usize, Halt> {
    make_folder(folder)?;
    forget_drafts(folder)?;
    take(address, &folder.join(backup::stamp(DAILY, now)), now).await?;
    let gone = backup::to_remove(&taken(folder)?, settings.keep());
    for at in &gone {
        std::fs::remove_file(folder.join(backup::stamp(DAILY, *at)))
            .map_err(|cause| Fault::because("remove an old backup", cause))?;
    }
    Ok(gone.len())
}

/// What a program that was killed left half written.
fn forget_drafts(folder: &Path) -> Result<(), Fault> {
    let broken = |cause| Fault::because("tidy the folder of backups", cause);
    for entry in std::fs::read_dir(folder).map_err(broken)? {
        let path = entry.map_err(broken)?.path();
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let is_draft = name
            .as_deref()
            .and_then(|name| name.strip_suffix(".part"))
            .is_some_and(|name| backup::taken_at(DAILY, name).is_some());
        if is_draft {
            std::fs::remove_file(&path).map_err(broken)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_once_a_day_and_at_once_where_there_is_none() {
        let zoned = |text: &str| -> Zoned { text.parse().unwrap() };
        let at = |text: &str| zoned(text).timestamp();
        let morning = zoned("2017-11-20T02:59[Europe/Berlin]");
        let later = zoned("2017-11-20T03:00[Europe/Berlin]");
        let yesterday = Some(at("2017-11-19T03:00:20[Europe/Berlin]"));

        assert!(is_due(None, &morning, 3));
        assert!(!is_due(yesterday, &morning, 3));
        assert!(is_due(yesterday, &later, 3));
        assert!(!is_due(Some(later.timestamp()), &later, 3));
        // After a night without the program it is made up for.
        assert!(is_due(
            Some(at("2017-11-18T03:00[Europe/Berlin]")),
            &morning,
            3
        ));
    }
}
