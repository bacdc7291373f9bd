//! Work in the background: what undoes a merge is forgotten once it is too late to undo it.

use base::Fault;
use futures_util::FutureExt;
use shell::{Done, JobFault, JobKind};
use uuid::Uuid;

use crate::records;

/// The work's name.
pub(crate) const FORGET: &str = "duplicates.forget";

/// This room's jobs.
pub(crate) const JOBS: &[JobKind] = &[JobKind {
    kind: FORGET,
    run: |_, merge| std::future::ready(forget(&merge)).boxed(),
}];

fn forget(merge: &str) -> Result<Done, JobFault> {
    let id: Uuid = merge
        .parse()
        .map_err(|cause| JobFault::Never(Fault::because("read which merge is old", cause)))?;
    Ok(Done::with(move |conn| records::forget_record(conn, id)))
}
