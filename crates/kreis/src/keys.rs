//! `kreis vault`: the keys that lie outside of the database.

use std::path::Path;

use base::{Clock, Halt};
use shell::Arg;
use store::{Address, Store};
use vault::{Places, Start, Tombstone, Vault};

use crate::backups;
use crate::settings::Settings;
use crate::words::Words;

fn places(settings: &Settings) -> Result<Places, Halt> {
    let places = settings.vault_places()?;
    places.ok_or_else(|| Halt::no("vault-no-places"))
}

fn count(number: usize) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The store for the service; none where it has no place. The first start makes it.
pub(crate) fn open(settings: &Settings) -> Result<Option<Vault>, Halt> {
    let Some(places) = settings.vault_places()? else {
        return Ok(None);
    };
    let vault = Vault::open(&places, Start::MakesKey)?;
    vault.keep_copy(Clock::real().now());
    let faults = vault::check(&places)?.faults.len();
    if faults > 0 {
        tracing::warn!(
            faults,
            "something is wrong with the keys; see kreis vault check"
        );
    }
    Ok(Some(vault))
}

/// Writes the copy; beside a service at work or not.
pub(crate) fn back_up(settings: &Settings, file: &Path, words: &Words) -> Result<(), Halt> {
    let never_in: Vec<_> = backups::folder(settings).into_iter().collect();
    let now = Clock::real().now();
    let (keys, gone) = vault::copy_to(&places(settings)?, file, &never_in, now)?;
    let path = file.display().to_string();
    let facts = [
        ("keys", count(keys)),
        ("gone", count(gone)),
        ("path", path.into()),
    ];
    println!("{}", words.tell("vault-backup-done", &facts));
    Ok(())
}

/// What the database remembers of destroyed keys; nothing where there is none yet.
async fn remembered(settings: &Settings) -> Result<Vec<Tombstone>, Halt> {
    if let Address::Sqlite(file) = &settings.database
        && !file.exists()
    {
        return Ok(Vec::new());
    }
    let steps = backups::steps_of(&settings.database).await?;
    let mut tables = registration::needs::MIGRATIONS.iter();
    if !tables.all(|it| steps.contains(it.name)) {
        return Ok(Vec::new());
    }
    let store = Store::open(&settings.database)?;
    Ok(store.read(registration::needs::tombstones).await?)
}

/// Reads the copy back; alone.
pub(crate) async fn restore(settings: &Settings, file: &Path, words: &Words) -> Result<(), Halt> {
    let remembered = remembered(settings).await?;
    let vault = Vault::open(&places(settings)?, Start::NeedsKey)?;
    let restored = vault.take_back(file, &remembered, Clock::real().now())?;
    println!(
        "{}",
        words.tell("vault-restore-done", &[("keys", count(restored.keys))])
    );
    let more = [
        ("vault-restore-were-here", restored.were_here),
        ("vault-restore-stay-gone", restored.stay_gone),
        ("vault-restore-went", restored.went),
    ];
    for (key, number) in more.into_iter().filter(|(_, number)| *number > 0) {
        println!("  {}", words.tell(key, &[("count", count(number))]));
    }
    Ok(())
}

/// Looks at everything.
pub(crate) fn check(settings: &Settings, words: &Words) -> Result<(), Halt> {
    let report = vault::check(&places(settings)?)?;
    let facts = [("keys", count(report.keys)), ("gone", count(report.gone))];
    println!("{}", words.tell("vault-check-what", &facts));
    if report.faults.is_empty() {
        println!("{}", words.say("vault-check-passed"));
        return Ok(());
    }
    Err(Halt::Refused(report.faults))
}

/// Changes the operator's key; alone.
pub(crate) fn rotate(settings: &Settings, words: &Words) -> Result<(), Halt> {
    let places = places(settings)?;
    let mut vault = Vault::open(&places, Start::NeedsKey)?;
    let keys = vault.change_operator_key(Clock::real().now())?;
    println!(
        "{}",
        words.tell("vault-rotate-done", &[("keys", count(keys))])
    );
    if places.copy.is_none() {
        println!("{}", words.say("vault-rotate-copy"));
    }
    Ok(())
}
