//! Who was erased, by ids alone.

use base::{Fault, NetworkId, PersonId};
use jiff::Timestamp;
use shell::How;
use store::{Conn, Row, params, sql};

/// One erasure as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The person that was.
    pub person: PersonId,
    /// The network.
    pub network: NetworkId,
    /// How.
    pub how: How,
    /// When.
    pub at: Timestamp,
    /// Whether a rule's term was over; else somebody asked for it.
    pub by_rule: bool,
    /// How much was deleted.
    pub deleted: i64,
    /// How much lost the name.
    pub anonymised: i64,
    /// How much stayed.
    pub stayed: i64,
    /// When it was done again, after a restore.
    pub repeated_at: Option<Timestamp>,
}

macro_rules! erasure {
    () => {
        "SELECT person_id, network_id, how, at, reason, deleted, anonymised, stayed, repeated_at
         FROM erasure "
    };
}

fn read(row: &mut Row) -> Result<Erasure, Fault> {
    Ok(Erasure {
        person: row.take()?,
        network: row.take()?,
        how: How::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read how somebody was erased"))?,
        at: row.take()?,
        by_rule: row.take::<String>()? == "rule",
        deleted: row.take()?,
        anonymised: row.take()?,
        stayed: row.take()?,
        repeated_at: row.take()?,
    })
}

/// Everybody who was erased, the first first.
///
/// # Errors
/// When the database fails.
pub fn all(conn: &mut Conn<'_>) -> Result<Vec<Erasure>, Fault> {
    conn.all(sql!(erasure!, "ORDER BY at, person_id"), &[], read)
}

/// A network's erasures, the latest first.
pub(crate) fn of_network(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Erasure>, Fault> {
    conn.all(
        sql!(
            erasure!,
            "WHERE network_id = $1 ORDER BY at DESC, person_id LIMIT 200"
        ),
        params![network],
        read,
    )
}

/// Remembers an erasure; one that is known keeps its hour, and the stronger way of the two.
pub(crate) fn keep(conn: &mut Conn<'_>, it: &Erasure) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO erasure (person_id, network_id, how, reason, at, deleted, anonymised,
             stayed, repeated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (person_id) DO UPDATE
             SET how = CASE WHEN erasure.how = 'erase' THEN 'erase' ELSE $3 END,
                 repeated_at = COALESCE($9, erasure.repeated_at)"
        ),
        params![
            it.person,
            it.network,
            it.how.word(),
            if it.by_rule { "rule" } else { "request" },
            it.at,
            it.deleted,
            it.anonymised,
            it.stayed,
            it.repeated_at
        ],
    )?;
    Ok(())
}
