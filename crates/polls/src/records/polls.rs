//! Polls and their days.

use base::{Fault, GatheringId, NetworkId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{DatePoll, PollState, ProposedDate};

/// How every statement about polls begins. Group and zone follow the gathering, which may have
/// got others since the poll was written down.
macro_rules! polls {
    () => {
        "SELECT poll.id, poll.network_id,
         CASE WHEN gat.id IS NULL THEN poll.group_id ELSE gat.group_id END, poll.gathering_id,
         poll.title, poll.note, COALESCE(gat.zone, poll.zone), poll.until_day, poll.chosen,
         poll.state, poll.made_at, poll.made_by,
         (SELECT MAX(day.starts) FROM date_poll_date day WHERE day.poll_id = poll.id),
         COALESCE(gat.state NOT IN ('draft', 'announced'), FALSE)
         FROM date_poll poll LEFT JOIN gathering gat ON gat.id = poll.gathering_id "
    };
}

fn read(row: &mut Row) -> Result<DatePoll, Fault> {
    Ok(DatePoll {
        id: row.take()?,
        network: row.take()?,
        group: row.take()?,
        gathering: row.take()?,
        title: row.take()?,
        note: row.take()?,
        zone: row.take()?,
        until: row.take()?,
        choice: serde_json::from_str(&row.take::<String>()?)
            .map_err(|cause| Fault::because("read whom a poll means", cause))?,
        state: PollState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a poll"))?,
        made_at: row.take()?,
        made_by: row.take()?,
        last_start: row.take()?,
        needs_no_day: row.take()?,
    })
}

/// A poll by its id.
///
/// # Errors
/// When the database fails.
pub fn poll(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<DatePoll>, Fault> {
    conn.one(sql!(polls!, "WHERE poll.id = $1"), params![id], read)
}

/// The polls of a network, the latest first.
///
/// # Errors
/// When the database fails.
pub fn polls_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<DatePoll>, Fault> {
    conn.all(
        sql!(
            polls!,
            "WHERE poll.network_id = $1 ORDER BY poll.made_at DESC, poll.id DESC LIMIT 500"
        ),
        params![network],
        read,
    )
}

/// The polls about a gathering's day, the latest first.
pub(crate) fn polls_of_gathering(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<DatePoll>, Fault> {
    conn.all(
        sql!(
            polls!,
            "WHERE poll.gathering_id = $1 ORDER BY poll.made_at DESC, poll.id DESC"
        ),
        params![gathering],
        read,
    )
}

/// Writes a poll down; one that is known is written anew.
pub(crate) fn put(conn: &mut Conn<'_>, it: &DatePoll) -> Result<(), Fault> {
    let chosen = serde_json::to_string(&it.choice)
        .map_err(|cause| Fault::because("write down whom a poll means", cause))?;
    conn.exec(
        sql!(
            "INSERT INTO date_poll (id, network_id, group_id, gathering_id, title, note, zone,
             until_day, chosen, state, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (id) DO UPDATE SET group_id = EXCLUDED.group_id,
             gathering_id = EXCLUDED.gathering_id, title = EXCLUDED.title, note = EXCLUDED.note,
             zone = EXCLUDED.zone, until_day = EXCLUDED.until_day, chosen = EXCLUDED.chosen"
        ),
        params![
            it.id,
            it.network,
            it.group,
            it.gathering,
            it.title,
            it.note,
            it.zone,
            it.until,
            chosen,
            it.state.word(),
            it.made_at,
            it.made_by
        ],
    )?;
    Ok(())
}

/// Says how far a poll has come.
pub(crate) fn set_state(conn: &mut Conn<'_>, id: Uuid, state: PollState) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE date_poll SET state = $2 WHERE id = $1"),
        params![id, state.word()],
    )?;
    Ok(())
}

/// Says until when answers are taken.
pub(crate) fn set_deadline(conn: &mut Conn<'_>, id: Uuid, until: Date) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE date_poll SET until_day = $2 WHERE id = $1"),
        params![id, until],
    )?;
    Ok(())
}

/// Says which day a poll settled on, and for which gathering.
pub(crate) fn set_settled(
    conn: &mut Conn<'_>,
    (id, date): (Uuid, Uuid),
    gathering: GatheringId,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE date_poll SET state = 'settled', gathering_id = $2 WHERE id = $1"),
        params![id, gathering],
    )?;
    conn.exec(
        sql!("UPDATE date_poll_date SET settled = TRUE WHERE id = $1 AND poll_id = $2"),
        params![date, id],
    )?;
    Ok(())
}

/// Deletes a poll that nobody was asked in.
pub(crate) fn remove(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM date_poll_date WHERE poll_id = $1"),
        params![id],
    )?;
    conn.exec(sql!("DELETE FROM date_poll WHERE id = $1"), params![id])?;
    Ok(())
}

/// The days of a poll in their order.
///
/// # Errors
/// When the database fails.
pub fn dates(conn: &mut Conn<'_>, poll: Uuid) -> Result<Vec<ProposedDate>, Fault> {
    conn.all(
        sql!(
            "SELECT id, starts, ends, settled FROM date_poll_date WHERE poll_id = $1
             ORDER BY starts, ends, id"
        ),
        params![poll],
        |row| {
            Ok(ProposedDate {
                id: row.take()?,
                starts: row.take()?,
                ends: row.take()?,
                is_settled: row.take()?,
            })
        },
    )
}

/// Writes the days of a poll anew; nobody has answered to the old ones.
pub(crate) fn put_dates(
    conn: &mut Conn<'_>,
    poll: Uuid,
    dates: &[ProposedDate],
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM date_poll_date WHERE poll_id = $1"),
        params![poll],
    )?;
    for it in dates {
        conn.exec(
            sql!(
                "INSERT INTO date_poll_date (id, poll_id, starts, ends, settled)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![it.id, poll, it.starts, it.ends, it.is_settled],
        )?;
    }
    Ok(())
}
