//! All rooms of the house, and the program that they make together.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use base::{Fault, Halt, Lang, Moment};
use jiff::{SignedDuration, Timestamp};
use mail::MailSettings;
use move_in::Reader;
use reading::apart::Apart;
use shell::{App, Room, Seams};
use sign_in::Locks;
use store::{LeftOut, Migration, Store};
use vault::Vault;

use crate::operation::{self, Operations};

/// The tables of the ground floor and of these rooms, in order.
pub fn migrations(rooms: &[Room]) -> &'static [&'static [Migration]] {
    let mut all: Vec<&'static [Migration]> = vec![store::MIGRATIONS];
    all.extend(rooms.iter().map(|room| room.migrations));
    // Once in a process, for as long as it lives.
    Vec::leak(all)
}

/// Gives the database all tables of these rooms, and fills in what they want filled in; says
/// how many steps that took.
///
/// # Errors
/// When a migration or a filling fails.
pub async fn bring_up_to_date(
    store: &Store,
    rooms: &[Room],
    moment: Moment,
) -> Result<usize, Fault> {
    let applied = store.migrate(migrations(rooms)).await?;
    let fillings = rooms.iter().flat_map(|room| room.fillings).copied();
    store.fill(fillings.collect(), moment).await?;
    Ok(applied)
}

/// Brings the database up to date and puts the program together.
///
/// # Errors
/// As [`bring_up_to_date`], or when the rooms do not fit together.
pub async fn build(
    store: Store,
    seams: Seams,
    rooms: Vec<Room>,
    settings: shell::Settings,
) -> Result<App, Fault> {
    let moment = Moment::new(seams.clock.now(), seams.dice.throw());
    let applied = bring_up_to_date(&store, &rooms, moment).await?;
    tracing::info!(applied, "the database is up to date");
    App::new(store, seams, rooms, settings)
}

/// All rooms, with a desk for mail by these settings.
///
/// # Errors
/// When the mail settings are of no use.
pub fn rooms(mail: &MailSettings) -> Result<Vec<Room>, Fault> {
    rooms_with(mail, Locks::default(), Arc::default(), None)
}

/// The same with what sign-in asks, what the operator's room has at hand, and the folder in which
/// whoever was erased is remembered.
///
/// # Errors
/// As [`rooms`].
pub fn rooms_with(
    mail: &MailSettings,
    locks: Locks,
    operations: Arc<Operations>,
    folder: Option<&Path>,
) -> Result<Vec<Room>, Fault> {
    let desk = outbox::Desk::new(mail)
        .map_err(|cause| Fault::because("prepare the outbox for these mail settings", cause))?;
    Ok(vec![
        register::room(),
        sign_in::room(locks),
        duplicates::room(),
        outbox::room(Arc::new(desk)),
        gatherings::room(),
        planning::room(),
        minutes::room(),
        invitations::room(),
        polls::room(),
        registration::room(),
        registration::needs::room(),
        reception::room(),
        registration::mailings::room(),
        feedback::room(),
        registration::slots::room(),
        programme::room(),
        inbox::room(),
        publishing::room(),
        transfer::room(),
        move_in::room(Reader::inside()),
        letters::room(),
        archive::room(),
        privacy::room(folder),
        operation::room(operations),
    ])
}

/// Reads files that move in apart from the program that serves.
///
/// # Errors
/// When the program cannot be found.
pub(crate) fn reader() -> Result<Reader, Fault> {
    let program = std::env::current_exe();
    let program = program.map_err(|cause| Fault::because("find the program", cause))?;
    Ok(Reader::apart(Apart::new(program)))
}

/// These rooms with another way to read files.
pub fn with_reader(mut rooms: Vec<Room>, reader: &Reader) -> Vec<Room> {
    for room in rooms.iter_mut().filter(|it| it.name == "move_in") {
        room.tool = Some(Arc::new(reader.clone()));
    }
    rooms
}

/// These rooms with the store of keys at hand, where there is one.
pub fn with_vault(mut rooms: Vec<Room>, vault: Option<Vault>) -> Vec<Room> {
    rooms.extend(vault.map(|vault| Room {
        name: "vault",
        tool: Some(Arc::new(vault)),
        ..Room::default()
    }));
    rooms
}

/// What backups do without, of all rooms.
pub(crate) fn left_out() -> &'static [LeftOut] {
    static ALL: LazyLock<Vec<LeftOut>> =
        LazyLock::new(|| [register::LEFT_OUT_OF_BACKUPS, sign_in::LEFT_OUT_OF_BACKUPS].concat());
    &ALL
}

/// Sees to it that no work waits for an hour of a clock that was far ahead: when the program
/// starts, and whenever its clock has fallen back.
///
/// # Errors
/// When the database fails.
pub async fn heed_clock(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    app.store
        .housekeep(move |conn| conn.hasten_jobs(now))
        .await?;
    privacy::wake(app).await?;
    registration::needs::wake(app).await?;
    inbox::wake(app).await
}

/// The link that sets up the first network, while there is none.
pub(crate) async fn set_up_link(app: &App) -> Result<Option<String>, Fault> {
    let mut moment = app.real_moment();
    let key = app
        .store
        .write(move |conn| register::actions::setup_key(conn, &mut moment))
        .await?;
    Ok(key.map(|key| app.url(Lang::De, &format!("/einrichten?schluessel={key}"))))
}

/// A link that signs the account of a mail address in, once.
pub(crate) async fn sign_in_link(app: &App, address: String) -> Result<Option<String>, Fault> {
    let mut moment = app.real_moment();
    let path = app
        .store
        .write(move |conn| {
            let Some(account) = register::account_by_mail(conn, &address)? else {
                return Ok::<_, Fault>(None);
            };
            let hour = SignedDuration::from_hours(1);
            let lang = account.lang;
            let path = register::actions::sign_in_link(conn, &mut moment, account.id, hour, "")?;
            Ok(Some((lang, path)))
        })
        .await?;
    Ok(path.map(|(lang, path)| app.url(lang, &path)))
}

/// Takes all second factors of the account of a mail address away; says whether there were any,
/// and nothing where there is no such account.
pub(crate) async fn reset_second_factor(app: &App, address: String) -> Result<Option<bool>, Halt> {
    let mut moment = app.real_moment();
    let by = app.phrases.say(Lang::De, "sign-in-operator").to_owned();
    app.store
        .write(move |conn| {
            let Some(account) = register::account_by_mail(conn, &address)? else {
                return Ok(None);
            };
            sign_in::reset(conn, &mut moment, account.id, &by).map(Some)
        })
        .await
}

/// Opens a session for the account of a mail address and says its token.
///
/// # Errors
/// When the database fails.
pub async fn session(app: &App, address: &str) -> Result<Option<String>, Fault> {
    let (mut moment, address) = (app.real_moment(), address.to_owned());
    app.store
        .housekeep(move |conn| {
            let Some(account) = register::account_by_mail(conn, &address)? else {
                return Ok(None);
            };
            register::actions::open_session(conn, &mut moment, account.id, "").map(Some)
        })
        .await
}

/// When the next gathering of any network begins.
pub(crate) async fn next_gathering(
    app: &App,
    after: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    app.store
        .read(move |conn| {
            let mut next = None;
            for network in register::networks(conn)? {
                let starts = gatherings::next_start(conn, network.id, after)?;
                next = [next, starts].into_iter().flatten().min();
            }
            Ok(next)
        })
        .await
}
