//! `kreis backup`, `kreis restore` and `kreis check`.

use std::path::{Path, PathBuf};

use backup::Checked;
use base::{Clock, Halt};
use jiff::Timestamp;
use privacy::Ledger;
use shell::Arg;
use store::{Address, Migration, Store};

use super::{
    BEFORE_RESTORE, DAILY, Gone, Letters, drill, folder, forget_older, free_place, make_folder,
    put_back_without, steps_of, take, taken,
};
use crate::settings::Settings;
use crate::words::Words;
use crate::{house, serve};

/// Beside a program at work or not: a backup changes nothing.
pub(crate) async fn back_up(settings: &Settings, place: &Path, words: &Words) -> Result<(), Halt> {
    let head = take(&settings.database, place, Clock::real().now()).await?;
    println!("{}", words.tell("backup-done", &facts(&head, place)));
    Ok(())
}

fn facts(head: &backup::Head, place: &Path) -> [(&'static str, Arg); 4] {
    let count = |number: u64| Arg::Number(i64::try_from(number).unwrap_or(i64::MAX));
    [
        ("rows", count(head.rows())),
        (
            "tables",
            count(u64::try_from(head.tables.len()).unwrap_or(0)),
        ),
        ("path", place.display().to_string().into()),
        ("when", hour(head.taken_at).into()),
    ]
}

/// As backups are named.
fn hour(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// What an operator wants of a restore.
pub(crate) struct Restore {
    /// The backup.
    pub(crate) file: PathBuf,
    /// Whether what is there now goes away.
    pub(crate) replace: bool,
    /// Whether the original has sent nothing since the backup.
    pub(crate) moved: bool,
}

/// Alone: whoever is at work would not see that everything is another.
pub(crate) async fn restore(settings: &Settings, wish: Restore, words: &Words) -> Result<(), Halt> {
    let checked = Checked::open(&wish.file)?;
    let rooms = house::rooms(&settings.mail)?;
    backup::refuse_newer(checked.head(), house::migrations(&rooms))?;
    let store = serve::alone(&settings.database).await?;
    let now = Clock::real().now();
    let saved = if wish.replace {
        save_first(settings, &wish.file, now, words).await?
    } else {
        None
    };
    let letters = if wish.moved {
        Letters::GoOn
    } else {
        Letters::HeldBack(now)
    };
    let gone = gone_so_far(settings, (&store, now), &wish.file).await?;
    let ledger = Ledger::in_folder(settings.data_folder());
    let remembered = gone.clone();
    let how = (wish.replace, letters);
    let head = put_back_without(&settings.database, checked, &rooms, how, gone).await?;
    ledger.add(&remembered.erased)?;
    ledger.add_ended(&remembered.ended.links)?;
    // An older backup lacks what has come since; and the database looks at its tables once.
    house::bring_up_to_date(&store, &rooms, serve::machine_moment()).await?;
    println!("{}", words.tell("restore-done", &facts(&head, &wish.file)));
    if !wish.moved {
        println!("{}", words.say("restore-held"));
    }
    // Last, because what is restored is restored, whether old files can be removed or not.
    if let Some(saved) = saved {
        let folder = saved.parent().unwrap_or(Path::new(""));
        forget_older(folder, BEFORE_RESTORE, &[&saved, &wish.file])?;
    }
    Ok(())
}

/// Who was erased and what was withdrawn, as the database that is replaced knows it, and the
/// lists beside the data and beside the backup: an older backup must not bring it back.
async fn gone_so_far(
    settings: &Settings,
    (store, now): (&Store, Timestamp),
    file: &Path,
) -> Result<Gone, Halt> {
    let steps = steps_of(&settings.database).await?;
    let has_all = |of: &[Migration]| of.iter().all(|it| steps.contains(it.name));
    let mut gone = Gone::default();
    if has_all(privacy::MIGRATIONS) {
        gone.erased = store.read(privacy::erasures).await?;
    }
    if has_all(register::MIGRATIONS) {
        gone.ended = store.read(move |conn| register::ended(conn, now)).await?;
    }
    for folder in [settings.data_folder(), file.parent()] {
        let ledger = Ledger::in_folder(folder);
        gone.erased = privacy::together(gone.erased, &ledger.read()?);
        gone.ended.links.extend(ledger.ended()?);
    }
    Ok(gone)
}

/// What is replaced is not lost.
async fn save_first(
    settings: &Settings,
    file: &Path,
    now: Timestamp,
    words: &Words,
) -> Result<Option<PathBuf>, Halt> {
    if steps_of(&settings.database).await?.is_empty() {
        return Ok(None);
    }
    let beside = || file.parent().map(Path::to_owned).unwrap_or_default();
    let folder = folder(settings).unwrap_or_else(beside);
    if !folder.as_os_str().is_empty() {
        make_folder(&folder)?;
    }
    let place = free_place(&folder, BEFORE_RESTORE, now);
    let head = take(&settings.database, &place, now).await?;
    println!("{}", words.tell("restore-saved", &facts(&head, &place)));
    Ok(Some(place))
}

/// Tries whether the newest backup, or this one, or a fresh one, would bring everything back.
pub(crate) async fn check(
    settings: &Settings,
    chosen: Option<PathBuf>,
    words: &Words,
) -> Result<(), Halt> {
    let scratch = tempfile::tempdir()
        .map_err(|cause| base::Fault::because("make a temporary folder", cause))?;
    let newest = match &settings.backup.folder {
        Some(folder) => taken(folder)?
            .last()
            .map(|at| folder.join(backup::stamp(DAILY, *at))),
        None => None,
    };
    let file = if let Some(file) = chosen.or(newest) {
        file
    } else {
        let fresh = scratch.path().join("fresh.gz");
        take(&settings.database, &fresh, Clock::real().now()).await?;
        println!("{}", words.say("check-fresh"));
        fresh
    };
    let rooms = house::rooms(&settings.mail)?;
    let target = Address::Sqlite(scratch.path().join("drill.db"));
    let (head, findings) = drill::run(&file, &target, &rooms).await?;
    println!("{}", words.tell("check-what", &facts(&head, &file)));
    for finding in &findings {
        println!("  {}", finding.say(words));
    }
    if findings.iter().all(drill::Finding::is_good) {
        println!("{}", words.say("check-passed"));
        Ok(())
    } else {
        Err(Halt::no("check-failed"))
    }
}
