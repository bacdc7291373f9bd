//! Work on lists in the background: comparing, writing, taking back, forgetting.

use std::future::Future;
use std::pin::Pin;

use base::{Blame, Fault, Halt};
use shell::{App, Done, JobFault, JobKind};
use uuid::Uuid;

use crate::actions;
use crate::progress::Progress;
use crate::records::{self, State};

/// Compares the rows of a list with the register.
pub(crate) const CHECK: &str = "transfer.check";
/// Writes a list into the register.
pub(crate) const WRITE: &str = "transfer.write";
/// Takes a list back.
pub(crate) const UNDO: &str = "transfer.undo";
/// Forgets a list that nobody has written.
pub(crate) const FORGET: &str = "transfer.forget";
/// Forgets what a list has changed.
pub(crate) const FORGET_CHANGES: &str = "transfer.forget_changes";

type Running = Pin<Box<dyn Future<Output = Result<Done, JobFault>> + Send>>;

/// The jobs of this room.
pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: CHECK,
        run: |app, subject| -> Running { Box::pin(with_progress(app, subject, check)) },
    },
    JobKind {
        kind: WRITE,
        run: |app, subject| -> Running { Box::pin(with_progress(app, subject, write)) },
    },
    JobKind {
        kind: UNDO,
        run: |app, subject| -> Running { Box::pin(with_progress(app, subject, undo)) },
    },
    JobKind {
        kind: FORGET,
        run: |app, subject| -> Running { Box::pin(forget(app, subject)) },
    },
    JobKind {
        kind: FORGET_CHANGES,
        run: |app, subject| -> Running { Box::pin(forget_changes(app, subject)) },
    },
];

fn id_of(subject: &str) -> Result<Uuid, JobFault> {
    subject
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read a job's subject", cause)))
}

/// Runs work that says how far it has come, and stops saying it at its end.
async fn with_progress<W: Future<Output = Result<(), Halt>>>(
    app: App,
    subject: String,
    work: impl FnOnce(App, Uuid) -> W,
) -> Result<Done, JobFault> {
    let id = id_of(&subject)?;
    let done = work(app.clone(), id).await;
    if let Some(progress) = app.tool::<Progress>() {
        progress.end(id);
    }
    match done {
        Ok(()) | Err(Halt::Missing | Halt::Stale) => Ok(Done::default()),
        Err(Halt::Fault(fault)) => Err(fault.into()),
        Err(Halt::Refused(_)) => Err(JobFault::Never(Fault::new("work on a list"))),
    }
}

/// Says how far work on a list has come.
fn teller(app: &App, id: Uuid, all: i64) -> impl Fn(usize) + Send + 'static {
    let (app, all) = (app.clone(), usize::try_from(all).unwrap_or(0));
    move |done| {
        if let Some(progress) = app.tool::<Progress>() {
            progress.note(id, done, all);
        }
    }
}

/// Compares the rows of a list with the register, where that is what it waits for.
///
/// # Errors
/// When the database fails or the file cannot be read any more.
pub(crate) async fn check(app: App, id: Uuid) -> Result<(), Halt> {
    let now = app.clock.now();
    let found = app
        .store
        .read(move |conn| -> Result<_, Fault> {
            let transfer = records::transfer(conn, id)?;
            let file = records::file(conn, id)?;
            Ok(transfer.map(|it| (it, file)))
        })
        .await?;
    let Some((transfer, file)) = found.filter(|(it, _)| it.state == State::Checking) else {
        return Ok(());
    };
    let tell = teller(&app, id, transfer.row_count);
    tell(0);
    let asked = transfer.asked.clone();
    let read = tokio::task::spawn_blocking(move || actions::parse(&file, &asked));
    let read = read
        .await
        .map_err(|cause| Fault::because("read a list", cause))?;
    // It was read before, so it can be read.
    let table = read.map_err(|_| Fault::new("read a list again"))?;
    let (transfer, table, found) = app
        .store
        .read(move |conn| -> Result<_, Fault> {
            let found = actions::check(conn, &transfer, &table.rows, now)?;
            Ok((transfer, table, found))
        })
        .await?;
    app.store
        .write(move |conn| actions::checked(conn, &transfer, &table.rows, &found, tell))
        .await?;
    Ok(())
}

/// The same at once, for whoever waits for it.
///
/// # Errors
/// As in [`check`].
pub(crate) async fn check_now(app: App, id: Uuid) -> Result<(), Halt> {
    let done = check(app.clone(), id).await;
    if let Some(progress) = app.tool::<Progress>() {
        progress.end(id);
    }
    done
}

async fn write(app: App, id: Uuid) -> Result<(), Halt> {
    let rows = rows_of(&app, id).await?;
    let (mut moment, tell) = (app.moment(), teller(&app, id, rows));
    let done = app
        .store
        .write(move |conn| actions::write(conn, &mut moment, id, tell))
        .await;
    match done {
        Err(Halt::Refused(blames)) => refused(&app, id, blames).await,
        other => other,
    }
}

/// The register has refused a row, so nothing was written: the office sees which and why.
async fn refused(app: &App, id: Uuid, blames: Vec<Blame>) -> Result<(), Halt> {
    let note = blames.into_iter().next().map_or_else(
        || "transfer-note-refused".to_owned(),
        |blame| format!("{} {}", blame.field, blame.key),
    );
    as_before(app, id, State::Ready, note).await
}

/// The list stands as it stood before, and says why.
async fn as_before(app: &App, id: Uuid, state: State, note: String) -> Result<(), Halt> {
    app.store
        .write(move |conn| {
            let Some(mut it) = records::transfer(conn, id)? else {
                return Ok(());
            };
            it.state = state;
            it.note = note;
            records::update_transfer(conn, &it)?;
            Ok(())
        })
        .await
}

async fn undo(app: App, id: Uuid) -> Result<(), Halt> {
    let changes = app
        .store
        .read(move |conn| records::count_changes(conn, id))
        .await?;
    let (mut moment, tell) = (app.moment(), teller(&app, id, changes));
    let done = app
        .store
        .write(move |conn| actions::undo(conn, &mut moment, id, tell))
        .await;
    match done {
        Err(Halt::Refused(_)) => {
            let note = "transfer-note-undo".to_owned();
            as_before(&app, id, State::Written, note).await
        }
        other => other,
    }
}

async fn rows_of(app: &App, id: Uuid) -> Result<i64, Fault> {
    let found = app.store.read(move |conn| records::transfer(conn, id));
    Ok(found.await?.map_or(0, |it| it.row_count))
}

async fn forget(app: App, subject: String) -> Result<Done, JobFault> {
    let id = id_of(&subject)?;
    app.store
        .write(move |conn| -> Result<(), Fault> {
            // One that was to be written and never came to an end goes as well.
            let found = records::transfer(conn, id)?;
            if found.is_none_or(|it| it.state.was_written()) {
                return Ok(());
            }
            conn.forget_jobs(WRITE, &id.to_string())?;
            conn.forget_jobs(CHECK, &id.to_string())?;
            records::clear_rows(conn, id)?;
            records::delete_transfer(conn, id)
        })
        .await?;
    Ok(Done::default())
}

async fn forget_changes(app: App, subject: String) -> Result<Done, JobFault> {
    let id = id_of(&subject)?;
    app.store
        .write(move |conn| actions::forget_changes(conn, id))
        .await?;
    Ok(Done::default())
}
