//! All SQL of assistance needs.

mod kept;
mod keys;

use base::{Fault, GatheringId, GroupId, Lang, NetworkId};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::rules::{Need, NeedState, Whose};

pub(crate) use kept::{CHAPTERS, HOLDINGS, NOT_TOLD};
pub use keys::tombstones;
pub(crate) use keys::{
    Key, add_key, all_keys, bury, gathering_of_key, idle_keys, key_count, keys_of,
};

/// How every statement begins that reads needs, with whose each is.
macro_rules! needs {
    () => {
        "SELECT n.id, n.place_id, n.key_id, n.sealed, n.state, n.told_at, n.told_again,
         d.network_id, p.gathering_id, p.registration_id, p.position FROM assistance_need n
         JOIN registration_place p ON p.id = n.place_id
         JOIN registration_desk d ON d.id = p.desk_id "
    };
}

fn read(row: &mut Row) -> Result<(Need, Whose), Fault> {
    let need = Need {
        id: row.take()?,
        place: row.take()?,
        key: row.take()?,
        sealed: row.take()?,
        state: NeedState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a need"))?,
        told_at: row.take()?,
        told_again: row.take()?,
    };
    let whose = Whose {
        network: row.take()?,
        gathering: row.take()?,
        registration: row.take()?,
        position: row.take()?,
    };
    Ok((need, whose))
}

pub(crate) fn need(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<(Need, Whose)>, Fault> {
    conn.one(sql!(needs!, "WHERE n.id = $1"), params![id], read)
}

pub(crate) fn need_of_place(
    conn: &mut Conn<'_>,
    place: Uuid,
) -> Result<Option<(Need, Whose)>, Fault> {
    conn.one(sql!(needs!, "WHERE n.place_id = $1"), params![place], read)
}

/// What those told who take part in a gathering or wait for it.
pub(crate) fn needs_of(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<(Need, Whose)>, Fault> {
    conn.all(
        sql!(
            needs!,
            "WHERE p.gathering_id = $1
             AND p.state IN ('requested', 'confirmed', 'waiting', 'offered')
             ORDER BY n.told_at, n.id"
        ),
        params![gathering],
        read,
    )
}

/// Whose a place is.
pub(crate) fn whose(conn: &mut Conn<'_>, place: Uuid) -> Result<Option<Whose>, Fault> {
    conn.one(
        sql!(
            "SELECT d.network_id, p.gathering_id, p.registration_id, p.position
             FROM registration_place p JOIN registration_desk d ON d.id = p.desk_id
             WHERE p.id = $1"
        ),
        params![place],
        |row| {
            Ok(Whose {
                network: row.take()?,
                gathering: row.take()?,
                registration: row.take()?,
                position: row.take()?,
            })
        },
    )
}

/// Another place at which the same person still wants to come, one that is held before one that
/// is waited for; none that has words of its own.
pub(crate) fn other_place(
    conn: &mut Conn<'_>,
    place: Uuid,
    whose: &Whose,
) -> Result<Option<Uuid>, Fault> {
    conn.one(
        sql!(
            "SELECT p.id FROM registration_place p
             WHERE p.registration_id = $1 AND p.position = $2 AND p.id <> $3
             AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered')
             AND NOT EXISTS (SELECT 1 FROM assistance_need n WHERE n.place_id = p.id)
             ORDER BY CASE WHEN p.holds THEN 0 ELSE 1 END, p.id LIMIT 1"
        ),
        params![whose.registration, whose.position, place],
        Row::take,
    )
}

/// A need goes along with its person.
pub(crate) fn carry(conn: &mut Conn<'_>, id: Uuid, to: Uuid) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE assistance_need SET place_id = $2 WHERE id = $1"),
        params![id, to],
    )?;
    Ok(())
}

/// Writes a need down, in place of what the same person told before.
pub(crate) fn put(conn: &mut Conn<'_>, it: &Need, now: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO assistance_need (id, place_id, key_id, sealed, state, told_at, told_again,
             changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (place_id) DO UPDATE SET key_id = EXCLUDED.key_id,
             sealed = EXCLUDED.sealed, state = EXCLUDED.state, told_at = EXCLUDED.told_at,
             told_again = EXCLUDED.told_again, changed_at = EXCLUDED.changed_at"
        ),
        params![
            it.id,
            it.place,
            it.key,
            it.sealed.as_slice(),
            it.state.word(),
            it.told_at,
            it.told_again,
            now
        ],
    )?;
    Ok(())
}

/// Writes down that a need is sealed anew.
pub(crate) fn set_seal(
    conn: &mut Conn<'_>,
    id: Uuid,
    (key, sealed): (&str, &[u8]),
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE assistance_need SET key_id = $2, sealed = $3 WHERE id = $1"),
        params![id, key, sealed],
    )?;
    Ok(())
}

pub(crate) fn set_state(
    conn: &mut Conn<'_>,
    (id, state): (Uuid, NeedState),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE assistance_need SET state = $2, told_again = FALSE, changed_at = $3
             WHERE id = $1"
        ),
        params![id, state.word(), now],
    )?;
    Ok(())
}

/// Strikes what the person of a place told.
pub(crate) fn strike(conn: &mut Conn<'_>, place: Uuid) -> Result<bool, Fault> {
    let struck = conn.exec(
        sql!("DELETE FROM assistance_need WHERE place_id = $1"),
        params![place],
    )?;
    Ok(struck > 0)
}

/// A need in the contact's list; no word of what is needed.
pub(crate) struct Line {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) organisation: String,
    pub(crate) state: NeedState,
    pub(crate) told_at: Timestamp,
    pub(crate) told_again: bool,
    pub(crate) place_state: String,
}

/// The needs of a gathering, what is open first.
pub(crate) fn lines(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Line>, Fault> {
    conn.all(
        sql!(
            "SELECT n.id, p.name, COALESCE(o.name, r.organisation_name), n.state, n.told_at,
             n.told_again, p.state FROM assistance_need n
             JOIN registration_place p ON p.id = n.place_id
             JOIN registration r ON r.id = p.registration_id
             LEFT JOIN organisation o ON o.id = r.organisation_id WHERE p.gathering_id = $1
             AND p.state IN ('requested', 'confirmed', 'waiting', 'offered')
             ORDER BY CASE n.state WHEN 'requested' THEN 0 WHEN 'arranged' THEN 1 ELSE 2 END,
             p.sort_key, n.id"
        ),
        params![gathering],
        |row| {
            Ok(Line {
                id: row.take()?,
                name: row.take()?,
                organisation: row.take()?,
                state: NeedState::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read the state of a need"))?,
                told_at: row.take()?,
                told_again: row.take()?,
                place_state: row.take()?,
            })
        },
    )
}

/// How many needs for a gathering nobody has seen to yet.
pub(crate) fn open_count(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM assistance_need n
             JOIN registration_place p ON p.id = n.place_id WHERE p.gathering_id = $1
             AND p.state IN ('requested', 'confirmed', 'waiting', 'offered')
             AND n.state = 'requested'"
        ),
        params![gathering],
    )
}

/// A gathering that somebody needs something for.
pub(crate) struct Asked {
    pub(crate) gathering: GatheringId,
    pub(crate) group: Option<GroupId>,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) starts: DateTime,
    pub(crate) open: i64,
    pub(crate) all: i64,
}

/// The gatherings of a network that somebody needs something for, those to come first.
pub(crate) fn asked(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Asked>, Fault> {
    conn.all(
        sql!(
            "SELECT g.id, g.group_id, g.slug, g.title, g.starts,
             SUM(CASE WHEN n.state = 'confirmed' THEN 0 ELSE 1 END), COUNT(*)
             FROM assistance_need n JOIN registration_place p ON p.id = n.place_id
             JOIN gathering g ON g.id = p.gathering_id WHERE g.network_id = $1
             AND p.state IN ('requested', 'confirmed', 'waiting', 'offered') GROUP BY g.id, g.group_id, g.slug, g.title, g.starts
             ORDER BY g.starts, g.id"
        ),
        params![network],
        |row| {
            Ok(Asked {
                gathering: row.take()?,
                group: row.take()?,
                slug: row.take()?,
                title: row.take()?,
                starts: row.take()?,
                open: row.take()?,
                all: row.take()?,
            })
        },
    )
}

/// Somebody who may read the needs for a gathering.
#[derive(Clone, Debug)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) mail: String,
    pub(crate) lang: Lang,
}

/// Who may read the needs for a gathering on a day.
pub(crate) fn contacts(
    conn: &mut Conn<'_>,
    (network, group, gathering): (NetworkId, Option<GroupId>, GatheringId),
    today: Date,
) -> Result<Vec<Contact>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT COALESCE(p.name, a.name), a.mail, a.lang, a.id FROM role_assignment t JOIN account a ON a.id = t.account_id AND a.ended = FALSE
             LEFT JOIN person p ON p.network_id = t.network_id AND p.id IN (
                 SELECT person_id FROM account_person WHERE account_id = a.id)
             WHERE t.network_id = $1 AND t.role = 'assistance_contact'
             AND (t.from_day IS NULL OR t.from_day <= $4)
             AND (t.until_day IS NULL OR t.until_day >= $4)
             AND ((t.group_id IS NULL AND t.record_id IS NULL) OR t.group_id = $2
             OR t.record_id = $3) ORDER BY 1, 4"
        ),
        params![network, group, Uuid::from(gathering), today],
        |row| {
            Ok(Contact {
                name: row.take()?,
                mail: row.take()?,
                lang: Lang::from_tag(&row.take::<String>()?),
            })
        },
    )
}
