//! Work in the background: comparing records, answering who asked for a sign-in link, and what
//! becomes of roles by time alone.
//!
//! The page only enters the wish, for a known address and an unknown one alike, so that its
//! answer takes the same time.

use base::{Fault, Lang, Moment};
use futures_util::FutureExt;
use jiff::Timestamp;
use outbox::{About, NewLetter};
use serde::{Deserialize, Serialize};
use shell::{App, Done, JobFault, JobKind};
use store::{Conn, Job};

use crate::letters;
use crate::likeness;
use crate::records::accounts;
use crate::roles::watch;

const WISHED: &str = "register.sign_in_wished";

/// The register's jobs.
pub(crate) const JOBS: &[JobKind] = &[
    likeness::JOB,
    JobKind {
        kind: WISHED,
        run: |app, wish| std::future::ready(answer(&app, &wish)).boxed(),
    },
    JobKind {
        kind: watch::ENDS,
        run: |app, role| std::future::ready(watch::ends(&app, &role)).boxed(),
    },
    JobKind {
        kind: watch::LAPSES,
        run: |app, office| std::future::ready(watch::lapses(&app, &office)).boxed(),
    },
];

/// Somebody wants to sign in.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// The mail address as typed.
    pub(crate) mail: String,
    /// The language of the page.
    pub(crate) lang: Lang,
    /// Where to go then; empty for the start page.
    pub(crate) onward: String,
}

/// Enters the wish for a sign-in link.
pub(crate) fn wish(conn: &mut Conn<'_>, moment: &mut Moment, wish: &Wish) -> Result<(), Fault> {
    let subject =
        serde_json::to_string(wish).map_err(|cause| Fault::because("write down a wish", cause))?;
    let job = Job {
        kind: WISHED,
        subject: &subject,
        // Somebody waits, and the office's clock may stand elsewhere than the machine's.
        due: Timestamp::UNIX_EPOCH,
    };
    conn.later(moment, &job)?;
    Ok(())
}

fn answer(app: &App, wish: &str) -> Result<Done, JobFault> {
    let wish: Wish = serde_json::from_str(wish)
        .map_err(|cause| JobFault::Never(Fault::because("read a wish", cause)))?;
    let mut moment = app.real_moment();
    // With the end of the job: a kill in between would send a second letter under another id.
    Ok(Done::with(move |conn| write_to(conn, &mut moment, &wish)))
}

fn write_to(conn: &mut Conn<'_>, moment: &mut Moment, wish: &Wish) -> Result<(), Fault> {
    let Some(account) = accounts::account_by_mail(conn, &wish.mail)? else {
        return Ok(());
    };
    if account.ended {
        return Ok(());
    }
    let subject = account.id.to_string();
    outbox::send_now(
        conn,
        moment,
        &NewLetter {
            // Of no network: no office may read a link that opens somebody else's account.
            network: None,
            kind: letters::SIGN_IN,
            subject: &subject,
            detail: wish.onward.clone(),
            about: About::default(),
            to_name: &account.name,
            to_address: &account.mail,
            lang: wish.lang,
            by: &account.name,
        },
    )?;
    Ok(())
}
