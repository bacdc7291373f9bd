//! Making archives in the background, and throwing them away when their time is over.

use std::future::Future;
use std::io::Read;
use std::pin::Pin;

use base::Fault;
use shell::{App, Done, JobFault, JobKind};
use uuid::Uuid;

use crate::progress::Progress;
use crate::records::{self, State};
use crate::{actions, making};

/// Makes an archive.
pub(crate) const MAKE: &str = "archive.make";
/// Throws an archive away.
pub(crate) const END: &str = "archive.end";
/// The size of a part in the database.
const PART: u64 = 1024 * 1024;

type Running = Pin<Box<dyn Future<Output = Result<Done, JobFault>> + Send>>;

/// The jobs of this room.
pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: MAKE,
        run: |app, subject| -> Running { Box::pin(make(app, subject)) },
    },
    JobKind {
        kind: END,
        run: |app, subject| -> Running { Box::pin(end(app, subject)) },
    },
];

fn id_of(subject: &str) -> Result<Uuid, JobFault> {
    subject
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read a job's subject", cause)))
}

async fn make(app: App, subject: String) -> Result<Done, JobFault> {
    let id = id_of(&subject)?;
    let made = made(&app, id).await;
    if let Some(progress) = app.tool::<Progress>() {
        progress.end(id);
    }
    match made {
        Ok(()) => Ok(Done::default()),
        // A full disk is waited for; whatever else it is, the office is told and asks again.
        Err(fault) if fault.lack().is_some() => Err(fault.into()),
        Err(fault) => {
            app.store
                .write(move |conn| {
                    records::drop_parts(conn, id)?;
                    records::set_state(conn, id, State::Failed)
                })
                .await?;
            Err(JobFault::Never(fault))
        }
    }
}

async fn made(app: &App, id: Uuid) -> Result<(), Fault> {
    let found = app
        .store
        .read(move |conn| records::archive(conn, id))
        .await?;
    let Some(it) = found.filter(|it| it.state == State::Making) else {
        return Ok(());
    };
    // A try before this one may have left parts.
    app.store
        .housekeep(move |conn| records::drop_parts(conn, id))
        .await?;
    let inner = app.clone();
    let mut file = app
        .store
        .read(move |conn| making::make(conn, &inner, &it))
        .await?;
    let mut number = 0;
    let mut size = 0;
    loop {
        let mut bytes = Vec::new();
        (&mut file)
            .take(PART)
            .read_to_end(&mut bytes)
            .map_err(|cause| Fault::because("read an archive again", cause))?;
        if bytes.is_empty() {
            break;
        }
        size += i64::try_from(bytes.len()).unwrap_or(0);
        app.store
            .housekeep(move |conn| records::keep_part(conn, (id, number), &bytes))
            .await?;
        number += 1;
    }
    let mut moment = app.moment();
    app.store
        .write(move |conn| actions::made(conn, &mut moment, (id, size)))
        .await
}

async fn end(app: App, subject: String) -> Result<Done, JobFault> {
    let id = id_of(&subject)?;
    app.store
        .write(move |conn| {
            records::drop_parts(conn, id)?;
            match records::archive(conn, id)? {
                Some(it) if it.state == State::Ready => records::set_state(conn, id, State::Gone),
                _ => Ok::<_, Fault>(()),
            }
        })
        .await?;
    Ok(Done::default())
}
