//! Acts on the guest list.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, InvitationId, Moment, PersonId};
use jiff::Timestamp;
use register::access_links;
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{Gathering, Invitation, Reply, ReplyInput, State, ToldAgenda};

/// What the link in a guest's mail is for.
pub const GUEST_LINK: &str = "reply";

/// Puts a person on the guest list; see [`records::guests::add_guest`].
pub fn add_guest(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    person: PersonId,
    via: &str,
) -> Result<InvitationId, Fault> {
    records::guests::add_guest(conn, moment, gathering, person, via)
}

/// Takes a person off the guest list; the row stays, with what was sent and answered.
pub fn withdraw_guest(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: InvitationId,
) -> Result<(), Halt> {
    let invitation = records::guests::invitation(conn, id)?.ok_or(Halt::Missing)?;
    let it = known(conn, invitation.gathering)?;
    records::guests::set_withdrawn(conn, id, true)?;
    note(conn, moment, who, &it, ("guest-withdrawn", String::new()))?;
    Ok(())
}

/// Remembers that an invitation went out with this sequence. The first one also fixes the
/// agenda that the invited know.
pub fn mark_invited(
    conn: &mut Conn<'_>,
    id: InvitationId,
    at: Timestamp,
    sequence: i64,
) -> Result<(), Fault> {
    records::guests::set_invited(conn, id, at, sequence)?;
    let Some(invitation) = records::guests::invitation(conn, id)? else {
        return Ok(());
    };
    let gathering = invitation.gathering;
    if records::gathering::told_agenda(conn, gathering)?.is_none() {
        let agenda = ToldAgenda::of(&records::agenda::agenda(conn, gathering)?);
        records::gathering::set_told_agenda(conn, gathering, &agenda)?;
    }
    Ok(())
}

/// Writes an answer down; the last one counts.
///
/// # Errors
/// Refused once the gathering has begun, was called off, or the person was taken off the list.
pub fn record_reply(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: InvitationId,
    input: &ReplyInput,
) -> Result<(), Halt> {
    let invitation = records::guests::invitation(conn, id)?.ok_or(Halt::Missing)?;
    answerable(conn, moment, &invitation)?;
    records::guests::set_reply(conn, id, moment.now(), input)?;
    Ok(())
}

/// The gathering of an invitation that can be answered.
///
/// # Errors
/// Refused once it has begun, was called off, or the person was taken off the list.
pub fn answerable(
    conn: &mut Conn<'_>,
    moment: &Moment,
    invitation: &Invitation,
) -> Result<Gathering, Halt> {
    let it = known(conn, invitation.gathering)?;
    if invitation.withdrawn {
        return Err(Halt::no("gatherings-fault-invitation-withdrawn"));
    }
    if it.state == State::Cancelled {
        return Err(Halt::no("gatherings-fault-cancelled"));
    }
    if it.starts_at <= moment.now() {
        return Err(Halt::no("gatherings-fault-begun"));
    }
    Ok(it)
}

/// The guest whom the link in a mail leads to; none where it is unknown, revoked, past its term,
/// or the person it was issued to is no longer the one invited.
///
/// # Errors
/// When the database fails.
pub fn guest_by_link(
    conn: &mut Conn<'_>,
    token: &str,
    now: Timestamp,
) -> Result<Option<Invitation>, Fault> {
    let Some(link) = access_links::find(conn, GUEST_LINK, token, now)? else {
        return Ok(None);
    };
    let Ok(id) = link.subject.parse::<InvitationId>() else {
        return Ok(None);
    };
    let found = records::guests::invitation(conn, id)?;
    Ok(found.filter(|it| !it.withdrawn && link.person == Some(it.person)))
}

/// Lets a guest's answer follow from the place that they have, wait for or gave back, where
/// people register for the gathering; whoever is not invited has none.
///
/// # Errors
/// When the database fails.
pub fn follow_place(
    conn: &mut Conn<'_>,
    moment: &Moment,
    (gathering, person): (GatheringId, PersonId),
    reply: Option<Reply>,
) -> Result<(), Fault> {
    let found = records::guests::invitation_of(conn, gathering, person)?;
    match found.filter(|it| !it.withdrawn && it.reply != reply) {
        Some(it) => records::guests::set_by_place(conn, &it, (moment.now(), reply)),
        None => Ok(()),
    }
}
