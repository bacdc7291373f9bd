//! Work in the background: a gathering that is over counts as held.

use base::{Fault, GatheringId, Halt};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use shell::{App, Done, JobFault, JobKind};

use crate::actions;

/// Says that a gathering's end has come; its subject is the gathering's id.
pub const OVER: &str = "gatherings.over";

/// The jobs of this room.
pub(crate) const JOBS: &[JobKind] = &[JobKind {
    kind: OVER,
    run: over,
}];

fn over(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let id: GatheringId = subject
            .parse()
            .map_err(|cause| JobFault::Never(Fault::because("read a job's subject", cause)))?;
        let mut moment = app.moment();
        let done = app
            .store
            .write(move |conn| actions::over(conn, &mut moment, id))
            .await;
        match done {
            Ok(()) => Ok(Done::default()),
            Err(Halt::Fault(fault)) => Err(fault.into()),
            Err(_) => Err(JobFault::Never(Fault::new("hold a gathering"))),
        }
    }
    .boxed()
}
