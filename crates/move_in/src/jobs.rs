//! Reading files in the background.

use std::future::Future;
use std::pin::Pin;

use base::{Fault, Halt};
use shell::{App, Done, JobFault, JobKind};
use uuid::Uuid;

use crate::actions;
use crate::reader::Reader;
use crate::records::uploads;

/// Reads a file that came in.
pub(crate) const READ: &str = "move_in.read";

type Running = Pin<Box<dyn Future<Output = Result<Done, JobFault>> + Send>>;

/// The jobs of this room.
pub(crate) const JOBS: &[JobKind] = &[JobKind {
    kind: READ,
    run: |app, subject| -> Running { Box::pin(read(app, subject)) },
}];

async fn read(app: App, subject: String) -> Result<Done, JobFault> {
    let id: Uuid = subject
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read a job's subject", cause)))?;
    let found = app
        .store
        .read(move |conn| uploads::waiting_file(conn, id))
        .await?;
    let Some((name, bytes)) = found else {
        return Ok(Done::default());
    };
    let reader = app.tool::<Reader>().cloned();
    let reader = reader.ok_or_else(|| Fault::new("find what reads files"))?;
    let read = tokio::task::spawn_blocking(move || reader.read(&name, &bytes))
        .await
        .map_err(|cause| Fault::because("read a file", cause))?;
    let mut moment = app.moment();
    let entered = app
        .store
        .write(move |conn| actions::enter(conn, &mut moment, id, &read))
        .await;
    match entered {
        Ok(_) | Err(Halt::Missing | Halt::Stale) => Ok(Done::default()),
        Err(Halt::Fault(fault)) => Err(fault.into()),
        Err(Halt::Refused(_)) => Err(JobFault::Never(Fault::new("keep what was read"))),
    }
}
