//! The room's work in the background: telling everyone concerned of a change, once.

use base::{Fault, Moment};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use gatherings::{CHANGE_JOB, ChangeKind};
use shell::{App, Done, JobFault, JobKind};
use store::Conn;
use uuid::Uuid;

use crate::actions;
use crate::letters::{CANCELLATION, Detail, UPDATE};

pub(crate) const JOBS: &[JobKind] = &[JobKind {
    kind: CHANGE_JOB,
    run,
}];

fn run(app: App, subject: String) -> BoxFuture<'static, Result<Done, JobFault>> {
    async move {
        let change = subject
            .rsplit(' ')
            .next()
            .and_then(|id| id.parse::<Uuid>().ok())
            .ok_or_else(|| JobFault::Never(Fault::new("read which change is to be told")))?;
        let mut moment = app.moment();
        let told = app
            .store
            .write(move |conn| tell(conn, &mut moment, change))
            .await;
        told.map(|_| Done::default()).map_err(JobFault::from)
    }
    .boxed()
}

/// Queues a letter about a change for everyone who was invited before it; the office has
/// already said that they are to be told. Says how many; a second call queues none.
pub fn tell(conn: &mut Conn<'_>, moment: &mut Moment, change: Uuid) -> Result<usize, Fault> {
    let Some(change) = gatherings::change(conn, change)? else {
        return Ok(0);
    };
    let Some(gathering) = gatherings::gathering(conn, change.gathering)? else {
        return Ok(0);
    };
    if !gatherings::mark_told(conn, change.id, moment.now())? {
        return Ok(0);
    }
    let kind = match change.kind {
        ChangeKind::Cancelled => CANCELLATION,
        ChangeKind::Moved | ChangeKind::Changed => UPDATE,
    };
    let detail = Detail {
        round: None,
        change: Some(change.id),
    };
    let mut told = 0;
    for invitation in gatherings::invitations(conn, gathering.id)? {
        let knows = invitation.told_sequence;
        if invitation.invited_at.is_none() || knows.is_some_and(|it| it >= change.sequence) {
            continue;
        }
        gatherings::mark_invited(conn, invitation.id, moment.now(), change.sequence)?;
        let about = (&invitation, &gathering);
        let is_sent = actions::send(conn, moment, about, (kind, &detail), "Kreis")?;
        told += usize::from(is_sent);
    }
    Ok(told)
}
