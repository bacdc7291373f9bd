//! Asking for an archive, taking it away, taking it out.

use base::access::Actor;
use base::{Fault, Halt, Lang, Moment, NetworkId};
use jiff::{SignedDuration, Timestamp};
use store::{Conn, Entry, Job};
use uuid::Uuid;

use crate::jobs::{END, MAKE};
use crate::records::{self, Archive, State};

/// For so long an archive is there.
pub(crate) const DAYS: i64 = 7;

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (it, verb): (&Archive, &'static str),
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(it.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "archive",
            subject: it.id,
            detail: String::new(),
        },
    )
}

/// Asks for an archive of everything.
///
/// # Errors
/// Refused while one is being made.
pub(crate) fn ask(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, lang): (NetworkId, Lang),
) -> Result<Uuid, Halt> {
    if records::is_making(conn, network)? {
        return Err(Halt::at("", "archive-fault-making"));
    }
    let it = Archive {
        id: moment.id(),
        network,
        state: State::Making,
        lang,
        asked_at: moment.now(),
        asked_by: who.name.clone(),
        ends_at: None,
        size: 0,
    };
    records::insert(conn, &it, who.account)?;
    let due = moment.now();
    let subject = it.id.to_string();
    conn.later(
        moment,
        &Job {
            kind: MAKE,
            subject: &subject,
            due,
        },
    )?;
    note(conn, moment, who, (&it, "archive-asked"))?;
    Ok(it.id)
}

/// An archive of a network.
///
/// # Errors
/// Missing, where there is none of that id.
pub(crate) fn archive_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Uuid,
) -> Result<Archive, Halt> {
    let found = records::archive(conn, id)?;
    found
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Notes that somebody takes an archive away.
///
/// # Errors
/// Stale, where it is not there any more.
pub(crate) fn take(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, Uuid),
) -> Result<Archive, Halt> {
    let it = archive_in(conn, network, id)?;
    let is_there = it.state == State::Ready && it.ends_at.is_some_and(|end| moment.now() < end);
    if !is_there || records::part(conn, (id, 0))?.is_none() {
        return Err(Halt::Stale);
    }
    note(conn, moment, who, (&it, "archive-taken"))?;
    Ok(it)
}

/// Takes an archive out before its time.
///
/// # Errors
/// Stale, where it is not there any more or not yet.
pub(crate) fn remove(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, Uuid),
) -> Result<(), Halt> {
    let it = archive_in(conn, network, id)?;
    if it.state != State::Ready {
        return Err(Halt::Stale);
    }
    records::drop_parts(conn, id)?;
    records::set_state(conn, id, State::Gone)?;
    note(conn, moment, who, (&it, "archive-removed"))?;
    Ok(())
}

/// Writes that an archive is made; its time begins.
pub(crate) fn made(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (id, size): (Uuid, i64),
) -> Result<(), Fault> {
    let now = moment.now();
    let ends = end_of(now);
    records::ready(conn, id, (now, ends, size))?;
    let subject = id.to_string();
    conn.later(
        moment,
        &Job {
            kind: END,
            subject: &subject,
            due: ends,
        },
    )?;
    Ok(())
}

fn end_of(now: Timestamp) -> Timestamp {
    let time = SignedDuration::from_hours(DAYS * 24);
    now.checked_add(time).unwrap_or(now)
}
