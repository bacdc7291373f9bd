//! The guest list; the room of invitations writes through these.

use base::{Fault, GatheringId, InvitationId, Moment, PersonId};
use jiff::Timestamp;
use register::Representative;
use store::{Conn, Row, params, sql};

use crate::rules::{Invitation, Reply, ReplyInput};

/// An invitation by its id.
pub fn invitation(conn: &mut Conn<'_>, id: InvitationId) -> Result<Option<Invitation>, Fault> {
    conn.one(
        sql!(
            "SELECT id, gathering_id, person_id, via, invited_at, reply, replied_at,
             replied_through, deputy, note, told_sequence, withdrawn, turns FROM invitation
             WHERE id = $1"
        ),
        params![id],
        read,
    )
}

/// A person's invitation to a gathering, withdrawn or not.
pub fn invitation_of(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    person: PersonId,
) -> Result<Option<Invitation>, Fault> {
    conn.one(
        sql!(
            "SELECT id, gathering_id, person_id, via, invited_at, reply, replied_at,
             replied_through, deputy, note, told_sequence, withdrawn, turns FROM invitation
             WHERE gathering_id = $1 AND person_id = $2"
        ),
        params![gathering, person],
        read,
    )
}

/// Whether a person stands on the guest list.
pub fn is_invited(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    person: PersonId,
) -> Result<bool, Fault> {
    Ok(invitation_of(conn, gathering, person)?.is_some_and(|it| !it.withdrawn))
}

/// All invitations to a gathering that stand, sorted by the guests' names.
pub fn invitations(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Invitation>, Fault> {
    conn.all(
        sql!(
            "SELECT inv.id, inv.gathering_id, inv.person_id, inv.via, inv.invited_at, inv.reply,
             inv.replied_at, inv.replied_through, inv.deputy, inv.note, inv.told_sequence,
             inv.withdrawn, inv.turns FROM invitation inv JOIN person ON person.id = inv.person_id
             WHERE inv.gathering_id = $1 AND inv.withdrawn = FALSE
             ORDER BY person.sort_name, inv.id"
        ),
        params![gathering],
        read,
    )
}

/// A person's invitations that went out and stand, to what is still to come, in order.
pub fn open_invitations(
    conn: &mut Conn<'_>,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Invitation>, Fault> {
    conn.all(
        sql!(
            "SELECT inv.id, inv.gathering_id, inv.person_id, inv.via, inv.invited_at, inv.reply,
             inv.replied_at, inv.replied_through, inv.deputy, inv.note, inv.told_sequence,
             inv.withdrawn, inv.turns FROM invitation inv
             JOIN gathering gat ON gat.id = inv.gathering_id
             WHERE inv.person_id = $1 AND inv.withdrawn = FALSE AND inv.invited_at IS NOT NULL
             AND gat.state = 'announced' AND gat.starts_at > $2
             ORDER BY gat.starts_at, inv.id LIMIT 50"
        ),
        params![person, now],
        read,
    )
}

/// Everybody on the guest list with the function through which they come on that day.
pub fn guest_list(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<(Invitation, Representative)>, Fault> {
    let Some(day) = day_of(conn, gathering)? else {
        return Ok(Vec::new());
    };
    let mut guests = Vec::new();
    for invitation in invitations(conn, gathering)? {
        if let Some(person) = register::representative(conn, invitation.person, day)? {
            guests.push((invitation, person));
        }
    }
    Ok(guests)
}

fn day_of(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Option<jiff::civil::Date>, Fault> {
    let starts = conn.one(
        sql!("SELECT starts FROM gathering WHERE id = $1"),
        params![gathering],
        Row::take::<jiff::civil::DateTime>,
    )?;
    Ok(starts.map(jiff::civil::DateTime::date))
}

fn read(row: &mut Row) -> Result<Invitation, Fault> {
    Ok(Invitation {
        id: row.take()?,
        gathering: row.take()?,
        person: row.take()?,
        via: row.take()?,
        invited_at: row.take()?,
        reply: row
            .take::<Option<String>>()?
            .and_then(|word| Reply::from_word(&word)),
        replied_at: row.take()?,
        replied_through: row.take()?,
        deputy: row.take()?,
        note: row.take()?,
        told_sequence: row.take()?,
        withdrawn: row.take()?,
        turns: row.take()?,
    })
}

/// Puts a person on the guest list; who stands there already, or was taken off, keeps the
/// invitation they had.
pub fn add_guest(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
    person: PersonId,
    via: &str,
) -> Result<InvitationId, Fault> {
    if let Some(known) = invitation_of(conn, gathering, person)? {
        if known.withdrawn {
            set_withdrawn(conn, known.id, false)?;
        }
        return Ok(known.id);
    }
    let id: InvitationId = moment.id();
    conn.exec(
        sql!("INSERT INTO invitation (id, gathering_id, person_id, via) VALUES ($1, $2, $3, $4)"),
        params![id, gathering, person, via],
    )?;
    Ok(id)
}

/// Takes a person off the guest list, or puts them back.
pub fn set_withdrawn(conn: &mut Conn<'_>, id: InvitationId, withdrawn: bool) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE invitation SET withdrawn = $2, turns = turns + 1 WHERE id = $1"),
        params![id, withdrawn],
    )?;
    Ok(())
}

/// Writes an answer.
pub fn set_reply(
    conn: &mut Conn<'_>,
    id: InvitationId,
    at: Timestamp,
    input: &ReplyInput,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE invitation SET reply = $2, replied_at = $3, replied_through = $4,
             deputy = $5, note = $6 WHERE id = $1"
        ),
        params![
            id,
            input.reply.word(),
            at,
            input.through,
            input.deputy,
            input.note
        ],
    )?;
    Ok(())
}

/// Writes the answer that follows from a place; without one nothing is answered yet. Whoever
/// comes instead is no longer meant where the guest comes or waits.
pub fn set_by_place(
    conn: &mut Conn<'_>,
    it: &Invitation,
    (at, reply): (Timestamp, Option<Reply>),
) -> Result<(), Fault> {
    let deputy = match reply {
        Some(Reply::No) => it.deputy.as_str(),
        _ => "",
    };
    conn.exec(
        sql!(
            "UPDATE invitation SET reply = $2, replied_at = $3, replied_through = 'registration',
             deputy = $4 WHERE id = $1"
        ),
        params![it.id, reply.map(Reply::word), reply.map(|_| at), deputy],
    )?;
    Ok(())
}

/// Remembers that a person was told of the gathering as of this sequence; the first time
/// counts as the day of the invitation.
pub fn set_invited(
    conn: &mut Conn<'_>,
    id: InvitationId,
    at: Timestamp,
    sequence: i64,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE invitation SET invited_at = COALESCE(invited_at, $2), told_sequence = $3
             WHERE id = $1"
        ),
        params![id, at, sequence],
    )?;
    Ok(())
}

/// How many people have been sent an invitation that stands.
pub fn invited_count(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM invitation
             WHERE gathering_id = $1 AND withdrawn = FALSE AND invited_at IS NOT NULL"
        ),
        params![gathering],
    )
}

/// How many people stand on the guest list.
pub fn guest_count(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM invitation WHERE gathering_id = $1 AND withdrawn = FALSE"),
        params![gathering],
    )
}

/// Removes everybody from the guest list of a draft.
pub fn remove_all(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM invitation WHERE gathering_id = $1"),
        params![gathering],
    )?;
    Ok(())
}
