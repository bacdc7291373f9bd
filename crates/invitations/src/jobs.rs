//! The room's work in the background: telling everyone concerned of a change, once; answering
//! who asked for their links again.
//!
//! The page only enters that wish, for a known address and an unknown one alike, so that its
//! answer takes the same time.

use base::{Fault, Lang, Moment};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use gatherings::{CHANGE_JOB, ChangeKind};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};
use uuid::Uuid;

use crate::actions;
use crate::letters::{CANCELLATION, Detail, UPDATE};

pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: CHANGE_JOB,
        run,
    },
    JobKind {
        kind: WISHED,
        run: |app, wish| std::future::ready(answer(&app, &wish)).boxed(),
    },
];

/// Somebody asked for their links.
const WISHED: &str = "invitations.links_wished";

/// Whose links, and in which language the page was read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// The mail address as typed.
    pub(crate) mail: String,
    /// The language of the page.
    pub(crate) lang: Lang,
}

/// Enters the wish for links.
pub(crate) fn wish(conn: &mut Conn<'_>, moment: &mut Moment, wish: &Wish) -> Result<(), Fault> {
    let subject = serde_json::to_string(wish)
        .map_err(|cause| Fault::because("write down a wish for links", cause))?;
    let job = Job {
        kind: WISHED,
        subject: &subject,
        // Somebody waits for it.
        due: Timestamp::UNIX_EPOCH,
    };
    conn.later(moment, &job)?;
    Ok(())
}

fn answer(app: &App, wish: &str) -> Result<Done, JobFault> {
    let wish: Wish = serde_json::from_str(wish)
        .map_err(|cause| JobFault::Never(Fault::because("read a wish for links", cause)))?;
    let mut moment = app.moment();
    // With the end of the job: a kill in between would send a second letter under another id.
    Ok(Done::with(move |conn| {
        actions::send_links(conn, &mut moment, (&wish.mail, wish.lang))
    }))
}

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
