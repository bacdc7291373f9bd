//! Acts on the guest list.

use base::access::Actor;
use base::{Fault, GatheringId, Halt, InvitationId, Moment, PersonId};
use jiff::Timestamp;
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{ReplyInput, State, ToldAgenda};

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
    records::guests::set_reply(conn, id, moment.now(), input)?;
    Ok(())
}
