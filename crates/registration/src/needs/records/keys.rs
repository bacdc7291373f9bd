//! The keys that sealed needs, and what remains of those that were destroyed.

use base::{Fault, GatheringId, NetworkId};
use jiff::Timestamp;
use jiff::civil::DateTime;
use store::{Conn, Row, params, sql};
use vault::{Tombstone, Why};

/// A key of the table.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) network: NetworkId,
    pub(crate) gathering: Option<GatheringId>,
    pub(crate) made_at: Timestamp,
    pub(crate) destroyed_at: Option<Timestamp>,
    pub(crate) why: String,
    pub(crate) struck: i64,
    /// Title and end of the gathering, where it is still known.
    pub(crate) about: Option<(String, DateTime)>,
}

/// How every statement begins that reads keys.
macro_rules! keys {
    () => {
        "SELECT k.id, k.network_id, k.gathering_id, k.made_at, k.destroyed_at, k.why, k.struck,
         g.title, g.ends FROM assistance_key k LEFT JOIN gathering g ON g.id = k.gathering_id "
    };
}

fn read_key(row: &mut Row) -> Result<Key, Fault> {
    Ok(Key {
        id: row.take()?,
        network: row.take()?,
        gathering: row.take()?,
        made_at: row.take()?,
        destroyed_at: row.take()?,
        why: row.take()?,
        struck: row.take()?,
        about: {
            let (title, ends): (Option<String>, Option<DateTime>) = (row.take()?, row.take()?);
            title.zip(ends)
        },
    })
}

/// The keys whose words were taken back, told anew or sealed for another date.
pub(crate) fn idle_keys(conn: &mut Conn<'_>) -> Result<Vec<Key>, Fault> {
    conn.all(
        sql!(
            keys!,
            "WHERE k.destroyed_at IS NULL AND NOT EXISTS
             (SELECT 1 FROM assistance_need n WHERE n.key_id = k.id) ORDER BY k.id"
        ),
        &[],
        read_key,
    )
}

pub(crate) fn key_count(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM assistance_key WHERE gathering_id = $1"),
        params![gathering],
    )
}

pub(crate) fn add_key(
    conn: &mut Conn<'_>,
    id: &str,
    (network, gathering): (NetworkId, GatheringId),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO assistance_key (id, network_id, gathering_id, made_at)
             VALUES ($1, $2, $3, $4)"
        ),
        params![id, network, gathering, now],
    )?;
    Ok(())
}

/// All keys, of all networks.
pub(crate) fn all_keys(conn: &mut Conn<'_>) -> Result<Vec<Key>, Fault> {
    conn.all(sql!(keys!, "ORDER BY k.made_at, k.id"), &[], read_key)
}

/// The keys of a network, the latest first.
pub(crate) fn keys_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Key>, Fault> {
    conn.all(
        sql!(
            keys!,
            "WHERE k.network_id = $1 ORDER BY k.made_at DESC, k.id LIMIT 5000"
        ),
        params![network],
        read_key,
    )
}

/// Strikes all that a key sealed, and writes down that it is gone; says how many.
pub(crate) fn bury(conn: &mut Conn<'_>, stone: &Tombstone) -> Result<u64, Fault> {
    let id = stone.id.as_str();
    let struck = conn.exec(
        sql!("DELETE FROM assistance_need WHERE key_id = $1"),
        params![id],
    )?;
    let count = i64::try_from(struck).unwrap_or(i64::MAX);
    conn.put(
        sql!(
            "UPDATE assistance_key SET destroyed_at = $2, why = $3, struck = struck + $4
             WHERE id = $1"
        ),
        params![id, stone.at, stone.why.word(), count],
    )?;
    Ok(struck)
}

/// What remains of all keys that were destroyed: what the store of keys must heed.
///
/// # Errors
/// When the database fails.
pub fn tombstones(conn: &mut Conn<'_>) -> Result<Vec<Tombstone>, Fault> {
    let gone = conn.all(
        sql!(
            "SELECT id, destroyed_at, why FROM assistance_key WHERE destroyed_at IS NOT NULL
             ORDER BY id"
        ),
        &[],
        |row| {
            let (id, at): (String, Timestamp) = (row.take()?, row.take()?);
            let why = Why::from_word(&row.take::<String>()?).unwrap_or(Why::Term);
            Ok(id.parse().ok().map(|id| Tombstone { id, at, why }))
        },
    )?;
    Ok(gone.into_iter().flatten().collect())
}

/// The gathering that a key is for.
pub(crate) fn gathering_of_key(
    conn: &mut Conn<'_>,
    key: &str,
) -> Result<Option<GatheringId>, Fault> {
    let found = conn.one(
        sql!("SELECT gathering_id FROM assistance_key WHERE id = $1"),
        params![key],
        Row::take::<Option<GatheringId>>,
    )?;
    Ok(found.flatten())
}
