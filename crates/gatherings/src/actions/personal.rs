//! The secret address of a person's own calendar: given, renewed, ended.

use base::access::Actor;
use base::{AccountId, Fault, Halt, Moment};
use jiff::{SignedDuration, Timestamp};
use register::access_links::{self, Issue};
use store::{Conn, Entry};

/// What such an address is for; the subject is the account.
pub(crate) const CALENDAR: &str = "calendar";

/// A calendar is subscribed for good: until its person ends it.
const LIVES: SignedDuration = SignedDuration::from_hours(24 * 365 * 100);

/// Gives the calendar of the person who acts a new address and says its token, which is known
/// nowhere else. The old one stops at once.
///
/// # Errors
/// Missing where nobody is signed in.
pub fn renew_calendar(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
) -> Result<String, Halt> {
    let account = revoked(conn, moment, who)?;
    note(conn, moment, who, "calendar-given")?;
    let now = moment.now();
    let issue = Issue {
        purpose: CALENDAR,
        subject: account.to_string(),
        person: None,
        account: Some(account),
        expires_at: now.checked_add(LIVES).unwrap_or(now),
    };
    Ok(access_links::issue(conn, moment, issue)?)
}

/// Ends the address of the person who acts.
///
/// # Errors
/// Missing where nobody is signed in.
pub fn end_calendar(conn: &mut Conn<'_>, moment: &mut Moment, who: &Actor) -> Result<(), Halt> {
    revoked(conn, moment, who)?;
    Ok(note(conn, moment, who, "calendar-ended")?)
}

fn revoked(conn: &mut Conn<'_>, moment: &Moment, who: &Actor) -> Result<AccountId, Halt> {
    let account = who.account.ok_or(Halt::Missing)?;
    access_links::revoke_for(conn, CALENDAR, &account.to_string(), moment.now())?;
    Ok(account)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    verb: &'static str,
) -> Result<(), Fault> {
    let Some(account) = who.account else {
        return Ok(());
    };
    conn.note(
        moment,
        &Entry {
            network: None,
            account: who.account,
            actor: &who.name,
            verb,
            kind: "account",
            subject: account.into(),
            detail: String::new(),
        },
    )
}

/// Whose calendar a token opens.
pub(crate) fn calendar_account(
    conn: &mut Conn<'_>,
    token: &str,
    now: Timestamp,
) -> Result<Option<AccountId>, Fault> {
    let link = access_links::find(conn, CALENDAR, token, now)?;
    Ok(link.and_then(|it| it.account))
}
