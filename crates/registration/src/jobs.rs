//! Work in the background: terms that end, gatherings that move, links that somebody asked for.
//!
//! The page only enters the wish for links, for a known address and an unknown one alike, so
//! that its answer takes the same time.

use base::{Fault, GatheringId, Lang, Moment, NetworkId};
use futures_util::FutureExt;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};

use crate::actions::{self, TERMS};

pub(crate) const JOBS: &[JobKind] = &[
    JobKind {
        kind: TERMS,
        run: |app, network| std::future::ready(terms(&app, &network)).boxed(),
    },
    JobKind {
        kind: gatherings::SHIFT_JOB,
        run: |app, gathering| std::future::ready(shifted(&app, &gathering)).boxed(),
    },
    JobKind {
        kind: WISHED,
        run: |app, wish| std::future::ready(answer(&app, &wish)).boxed(),
    },
];

/// Somebody asked for their links.
const WISHED: &str = "registration.links_wished";

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
    conn.later(moment, &job).map(drop)
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

fn terms(app: &App, subject: &str) -> Result<Done, JobFault> {
    let done = subject.parse::<NetworkId>().map(|network| {
        let mut moment = app.moment();
        Done::with(move |conn| actions::end_terms(conn, &mut moment, network))
    });
    done.map_err(|cause| JobFault::Never(Fault::because("read a network's id", cause)))
}

fn shifted(app: &App, subject: &str) -> Result<Done, JobFault> {
    let done = subject.parse::<GatheringId>().map(|gathering| {
        let mut moment = app.moment();
        // With the end of the job: nobody is told twice.
        Done::with(move |conn| actions::tell_shifted(conn, &mut moment, gathering))
    });
    done.map_err(|cause| JobFault::Never(Fault::because("read a job's id", cause)))
}
