//! All SQL of archives.

mod chapters;
mod holdings;

use base::{AccountId, Fault, Lang, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

pub(crate) use chapters::{CHAPTERS, NOT_TOLD};
pub(crate) use holdings::HOLDINGS;

/// How far an archive has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It waits to be made or is being made.
    Making,
    /// It can be taken away.
    Ready,
    /// It could not be made.
    Failed,
    /// Its time is over, or somebody took it out.
    Gone,
}

impl State {
    /// The word in the database; the phrase key is `archive-state-` and it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Making => "making",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Gone => "gone",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Making, Self::Ready, Self::Failed, Self::Gone]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// An archive.
#[derive(Clone, Debug)]
pub(crate) struct Archive {
    pub(crate) id: Uuid,
    pub(crate) network: NetworkId,
    pub(crate) state: State,
    pub(crate) lang: Lang,
    pub(crate) asked_at: Timestamp,
    pub(crate) asked_by: String,
    pub(crate) ends_at: Option<Timestamp>,
    pub(crate) size: i64,
}

fn read(row: &mut Row) -> Result<Archive, Fault> {
    Ok(Archive {
        id: row.take()?,
        network: row.take()?,
        state: State::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of an archive"))?,
        lang: row.take()?,
        asked_at: row.take()?,
        asked_by: row.take()?,
        ends_at: row.take()?,
        size: row.take()?,
    })
}

/// An archive by its id.
pub(crate) fn archive(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Archive>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, state, lang, asked_at, asked_by, ends_at, size
             FROM archive WHERE id = $1"
        ),
        params![id],
        read,
    )
}

/// A network's archives, the newest first.
pub(crate) fn archives_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
    limit: i64,
) -> Result<Vec<Archive>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, state, lang, asked_at, asked_by, ends_at, size
             FROM archive WHERE network_id = $1 ORDER BY asked_at DESC, id DESC LIMIT $2"
        ),
        params![network, limit],
        read,
    )
}

/// Whether an archive of a network is being made.
pub(crate) fn is_making(conn: &mut Conn<'_>, network: NetworkId) -> Result<bool, Fault> {
    let count = conn.count(
        sql!("SELECT COUNT(*) FROM archive WHERE network_id = $1 AND state = 'making'"),
        params![network],
    )?;
    Ok(count > 0)
}

/// Enters an archive that is to be made.
pub(crate) fn insert(
    conn: &mut Conn<'_>,
    it: &Archive,
    account: Option<AccountId>,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO archive (id, network_id, state, lang, asked_at, account_id, asked_by, size)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0)"
        ),
        params![
            it.id,
            it.network,
            it.state.word(),
            it.lang,
            it.asked_at,
            account,
            it.asked_by
        ],
    )?;
    Ok(())
}

/// Writes that an archive is made, and until when it is there.
pub(crate) fn ready(
    conn: &mut Conn<'_>,
    id: Uuid,
    (made_at, ends_at, size): (Timestamp, Timestamp, i64),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE archive SET state = 'ready', made_at = $2, ends_at = $3, size = $4
             WHERE id = $1 AND state = 'making'"
        ),
        params![id, made_at, ends_at, size],
    )?;
    Ok(())
}

/// Writes where an archive stands.
pub(crate) fn set_state(conn: &mut Conn<'_>, id: Uuid, state: State) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE archive SET state = $2 WHERE id = $1"),
        params![id, state.word()],
    )?;
    Ok(())
}

/// Keeps a part of an archive's file.
pub(crate) fn keep_part(
    conn: &mut Conn<'_>,
    (id, number): (Uuid, i64),
    bytes: &[u8],
) -> Result<(), Fault> {
    conn.exec(
        sql!("INSERT INTO archive_part (archive_id, number, bytes) VALUES ($1, $2, $3)"),
        params![id, number, bytes],
    )?;
    Ok(())
}

/// A part of an archive's file; none behind the last.
pub(crate) fn part(
    conn: &mut Conn<'_>,
    (id, number): (Uuid, i64),
) -> Result<Option<Vec<u8>>, Fault> {
    conn.one(
        sql!("SELECT bytes FROM archive_part WHERE archive_id = $1 AND number = $2"),
        params![id, number],
        Row::take,
    )
}

/// Throws away an archive's file.
pub(crate) fn drop_parts(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM archive_part WHERE archive_id = $1"),
        params![id],
    )?;
    Ok(())
}
