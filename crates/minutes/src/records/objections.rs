//! Objections.

use base::{AccountId, AgendaItemId, Fault, GatheringId, MinutesId, NetworkId, ObjectionId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

use crate::rules::{Objection, ObjectionState};

fn read_objection(row: &mut Row) -> Result<Objection, Fault> {
    Ok(Objection {
        id: row.take()?,
        minutes: row.take()?,
        network: row.take()?,
        entry: row.take()?,
        circulation: row.take()?,
        wording: row.take()?,
        reason: row.take()?,
        at: row.take()?,
        person: row.take()?,
        by: row.take()?,
        state: ObjectionState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of an objection"))?,
        settled_at: row.take()?,
        settled_by: row.take()?,
        meeting: row.take()?,
        agenda_item: row.take()?,
    })
}

pub fn add_objection(
    conn: &mut Conn<'_>,
    account: Option<AccountId>,
    objection: &Objection,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO objection (id, minutes_id, network_id, minutes_text_id, circulation,
             wording, reason, at, person_id, account_id, by_name, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        params![
            objection.id,
            objection.minutes,
            objection.network,
            objection.entry,
            objection.circulation,
            objection.wording,
            objection.reason,
            objection.at,
            objection.person,
            account,
            objection.by,
            objection.state.word()
        ],
    )?;
    Ok(())
}

pub fn objection(conn: &mut Conn<'_>, id: ObjectionId) -> Result<Option<Objection>, Fault> {
    conn.one(
        sql!(
            "SELECT id, minutes_id, network_id, minutes_text_id, circulation, wording, reason, at,
             person_id, by_name, state, settled_at, settled_by, meeting_id, agenda_item_id
             FROM objection WHERE id = $1"
        ),
        params![id],
        read_objection,
    )
}

/// All objections to minutes, the oldest first.
pub fn objections(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Objection>, Fault> {
    conn.all(
        sql!(
            "SELECT id, minutes_id, network_id, minutes_text_id, circulation, wording, reason, at,
             person_id, by_name, state, settled_at, settled_by, meeting_id, agenda_item_id
             FROM objection WHERE minutes_id = $1 ORDER BY at, id"
        ),
        params![minutes],
        read_objection,
    )
}

pub fn objections_of_network(
    conn: &mut Conn<'_>,
    network: NetworkId,
    state: ObjectionState,
) -> Result<Vec<Objection>, Fault> {
    conn.all(
        sql!(
            "SELECT id, minutes_id, network_id, minutes_text_id, circulation, wording, reason, at,
             person_id, by_name, state, settled_at, settled_by, meeting_id, agenda_item_id
             FROM objection WHERE network_id = $1 AND state = $2 ORDER BY at, id LIMIT 100"
        ),
        params![network, state.word()],
        read_objection,
    )
}

pub fn settle_objection(
    conn: &mut Conn<'_>,
    id: ObjectionId,
    state: ObjectionState,
    (by, at): (&str, Timestamp),
    meeting: Option<(GatheringId, AgendaItemId)>,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE objection SET state = $2, settled_at = $3, settled_by = $4, meeting_id = $5,
             agenda_item_id = $6 WHERE id = $1"
        ),
        params![
            id,
            state.word(),
            at,
            by,
            meeting.map(|it| it.0),
            meeting.map(|it| it.1)
        ],
    )?;
    Ok(())
}

/// The meeting that approved the minutes settled what waited for it.
pub fn decide_waiting(
    conn: &mut Conn<'_>,
    minutes: MinutesId,
    (by, at): (&str, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE objection SET state = 'decided', settled_at = $2, settled_by = $3
             WHERE minutes_id = $1 AND state = 'next_meeting'"
        ),
        params![minutes, at, by],
    )?;
    Ok(())
}
