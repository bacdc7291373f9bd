//! How far mailboxes have been read.

use base::Fault;
use jiff::Timestamp;
use store::{Conn, params, sql};

/// How far a mailbox has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Which life of the folder the UID belongs to.
    pub(crate) uid_validity: u32,
    /// The last UID that was taken.
    pub(crate) last_uid: u32,
}

/// The last look into any mailbox: when, and what stood against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LastLook {
    /// When.
    pub(crate) at: Timestamp,
    /// At which step it failed; empty where it did not.
    pub(crate) fault: String,
}

pub(crate) fn mark(conn: &mut Conn<'_>, name: &str) -> Result<Mark, Fault> {
    let found = conn.one(
        sql!("SELECT uid_validity, last_uid FROM mailbox_mark WHERE name = $1"),
        params![name],
        |row| Ok((row.take::<i64>()?, row.take::<i64>()?)),
    )?;
    let (uid_validity, last_uid) = found.unwrap_or_default();
    Ok(Mark {
        uid_validity: u32::try_from(uid_validity).unwrap_or(0),
        last_uid: u32::try_from(last_uid).unwrap_or(0),
    })
}

pub(crate) fn set_mark(
    conn: &mut Conn<'_>,
    name: &str,
    mark: &Mark,
    now: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO mailbox_mark (name, uid_validity, last_uid, looked_at, fault)
             VALUES ($1, $2, $3, $4, '') ON CONFLICT (name) DO UPDATE
             SET uid_validity = EXCLUDED.uid_validity, last_uid = EXCLUDED.last_uid,
             looked_at = EXCLUDED.looked_at, fault = ''"
        ),
        params![
            name,
            i64::from(mark.uid_validity),
            i64::from(mark.last_uid),
            now
        ],
    )?;
    Ok(())
}

/// Remembers a look that brought nothing, and why it failed where it did.
pub(crate) fn set_looked(
    conn: &mut Conn<'_>,
    name: &str,
    (now, fault): (Timestamp, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO mailbox_mark (name, uid_validity, last_uid, looked_at, fault)
             VALUES ($1, 0, 0, $2, $3) ON CONFLICT (name) DO UPDATE
             SET looked_at = EXCLUDED.looked_at, fault = EXCLUDED.fault"
        ),
        params![name, now, fault],
    )?;
    // There is one mailbox at a time; what stood against another is over.
    conn.exec(
        sql!("UPDATE mailbox_mark SET fault = '' WHERE name <> $1 AND fault <> ''"),
        params![name],
    )?;
    Ok(())
}

pub(crate) fn last_look(conn: &mut Conn<'_>) -> Result<Option<LastLook>, Fault> {
    conn.one(
        sql!("SELECT looked_at, fault FROM mailbox_mark ORDER BY looked_at DESC LIMIT 1"),
        &[],
        |row| {
            Ok(LastLook {
                at: row.take()?,
                fault: row.take()?,
            })
        },
    )
}
