//! The command that reads in regions, Gemeinden above all.

use std::path::Path;

use base::{Blame, Halt};
use store::Store;

use crate::house;
use crate::settings::Settings;
use crate::words::Words;

/// Reads a file and enters what stands in it, beside a program at work.
pub(crate) async fn read_in(settings: &Settings, file: &Path, words: &Words) -> Result<(), Halt> {
    let bytes = std::fs::read(file).map_err(|_| {
        let blame = Blame::at("", "regions-no-file");
        Halt::Refused(vec![blame.with("path", file.display())])
    })?;
    let list = register::regions::read_file(&bytes)?;
    let rooms = house::rooms(&settings.mail)?;
    let store = Store::open(&settings.database)?;
    if !store.is_migrated(house::migrations(&rooms)).await? {
        return Err(Halt::no("cli-not-migrated"));
    }
    let count = list.regions.len();
    let entered = store
        .write(move |conn| register::regions::enter(conn, &list))
        .await?;
    let args = [
        ("count", count.into()),
        ("new", entered.new.into()),
        ("changed", entered.changed.into()),
        ("ended", entered.ended.into()),
    ];
    println!("{}", words.tell("regions-read", &args));
    Ok(())
}
