//! All rooms of the house, and the program that they make together.

use base::Fault;
use shell::{App, Room, Seams};
use store::{Migration, Store};

/// The tables of the ground floor and of these rooms, in order.
pub fn migrations(rooms: &[Room]) -> &'static [&'static [Migration]] {
    let mut all: Vec<&'static [Migration]> = vec![store::MIGRATIONS];
    all.extend(rooms.iter().map(|room| room.migrations));
    // Once in a process, for as long as it lives.
    Vec::leak(all)
}

/// Brings the database up to date and puts the program together.
///
/// # Errors
/// When a migration fails or the rooms do not fit together.
pub async fn build(
    store: Store,
    seams: Seams,
    rooms: Vec<Room>,
    settings: shell::Settings,
) -> Result<App, Fault> {
    let applied = store.migrate(migrations(&rooms)).await?;
    tracing::info!(applied, "the database is up to date");
    App::new(store, seams, rooms, settings)
}

/// All rooms, with a desk for mail by these settings.
///
/// # Errors
/// When the mail settings are of no use.
pub fn rooms(_mail: &mail::MailSettings) -> Result<Vec<Room>, Fault> {
    Ok(Vec::new())
}

pub(crate) async fn set_up_link(_app: &App) -> Result<Option<String>, Fault> {
    Ok(None)
}

pub(crate) async fn sign_in_link(_app: &App, _address: String) -> Result<Option<String>, base::Halt> {
    Ok(None)
}

/// Opens a session for the account of a mail address and says its token.
///
/// # Errors
/// When the database fails.
pub async fn session(_app: &App, _address: &str) -> Result<Option<String>, Fault> {
    Ok(None)
}

pub(crate) async fn next_gathering(_app: &App, _after: jiff::Timestamp) -> Result<Option<jiff::Timestamp>, Fault> {
    Ok(None)
}
