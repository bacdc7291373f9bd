//! What happened to places, and when the work on terms wakes.

use base::{Fault, Moment, NetworkId};
use jiff::Timestamp;
use store::{Asked, Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::Step;

/// Writes down what happened to a place.
pub(crate) fn add_step(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    place: Uuid,
    (kind, by, detail): (&str, &str, &str),
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    conn.put(
        sql!(
            "INSERT INTO registration_step (id, place_id, at, kind, by_name, detail)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![id, place, moment.now(), kind, by, detail],
    )?;
    Ok(())
}

/// What happened to a place, in order.
pub(crate) fn steps(conn: &mut Conn<'_>, place: Uuid) -> Result<Vec<Step>, Fault> {
    conn.all(
        sql!(
            "SELECT at, kind, by_name, detail FROM registration_step WHERE place_id = $1
             ORDER BY at, id"
        ),
        params![place],
        |row| {
            Ok(Step {
                at: row.take()?,
                kind: row.take()?,
                by: row.take()?,
                detail: row.take()?,
            })
        },
    )
}

/// Whether a newer registration has taken the place of the one that this place belongs to.
pub(crate) fn was_replaced(conn: &mut Conn<'_>, place: Uuid) -> Result<bool, Fault> {
    let found = conn.count(
        sql!("SELECT COUNT(*) FROM registration_step WHERE place_id = $1 AND kind = 'replaced'"),
        params![place],
    )?;
    Ok(found > 0)
}

/// When the work on a network's terms wakes next, as far as anybody asked for it.
pub(crate) fn wake(conn: &mut Conn<'_>, network: NetworkId) -> Result<Option<Timestamp>, Fault> {
    ask_wake(conn, network)?.one(conn)
}

/// Asks for it; heard with what else was asked.
pub(crate) fn ask_wake(conn: &mut Conn<'_>, network: NetworkId) -> Result<Asked<Timestamp>, Fault> {
    conn.ask(
        sql!("SELECT due FROM registration_wake WHERE network_id = $1"),
        params![network],
        Row::take::<Timestamp>,
    )
}

/// Says when the work on a network's terms wakes next; nothing where it need not.
pub(crate) fn set_wake(
    conn: &mut Conn<'_>,
    network: NetworkId,
    due: Option<Timestamp>,
) -> Result<(), Fault> {
    let Some(due) = due else {
        conn.put(
            sql!("DELETE FROM registration_wake WHERE network_id = $1"),
            params![network],
        )?;
        return Ok(());
    };
    conn.put(
        sql!(
            "INSERT INTO registration_wake (network_id, due) VALUES ($1, $2)
             ON CONFLICT (network_id) DO UPDATE SET due = EXCLUDED.due"
        ),
        params![network, due],
    )?;
    Ok(())
}
