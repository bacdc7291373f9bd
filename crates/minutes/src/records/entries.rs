//! Entries and their revisions.

use base::{AccountId, Fault, MinutesId, Moment};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Entry, EntryId, Reason, Revision};

fn read_entry(row: &mut Row) -> Result<Entry, Fault> {
    Ok(Entry {
        id: row.take()?,
        minutes: row.take()?,
        agenda_item: row.take()?,
        position: row.take()?,
        title: row.take()?,
        public_text: row.take()?,
        internal_text: row.take()?,
        version: row.take()?,
        changed_at: row.take()?,
        changed_by: row.take()?,
    })
}

pub fn add_entry(conn: &mut Conn<'_>, entry: &Entry) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO minutes_text (id, minutes_id, agenda_item_id, position, title,
             public_text, internal_text, version, changed_at, changed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            entry.id,
            entry.minutes,
            entry.agenda_item,
            entry.position,
            entry.title,
            entry.public_text,
            entry.internal_text,
            entry.version,
            entry.changed_at,
            entry.changed_by
        ],
    )?;
    Ok(())
}

/// The entries in order, without those taken out.
pub fn entries(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Entry>, Fault> {
    conn.all(
        sql!(
            "SELECT id, minutes_id, agenda_item_id, position, title, public_text, internal_text,
             version, changed_at, changed_by FROM minutes_text
             WHERE minutes_id = $1 AND removed = FALSE ORDER BY position, id"
        ),
        params![minutes],
        read_entry,
    )
}

pub fn entry(conn: &mut Conn<'_>, id: EntryId) -> Result<Option<Entry>, Fault> {
    conn.one(
        sql!(
            "SELECT id, minutes_id, agenda_item_id, position, title, public_text, internal_text,
             version, changed_at, changed_by FROM minutes_text
             WHERE id = $1 AND removed = FALSE"
        ),
        params![id],
        read_entry,
    )
}

pub fn change_entry(conn: &mut Conn<'_>, entry: &Entry) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE minutes_text SET title = $2, public_text = $3, internal_text = $4,
             version = $5, changed_at = $6, changed_by = $7 WHERE id = $1"
        ),
        params![
            entry.id,
            entry.title,
            entry.public_text,
            entry.internal_text,
            entry.version,
            entry.changed_at,
            entry.changed_by
        ],
    )?;
    Ok(())
}

pub fn move_entry(conn: &mut Conn<'_>, id: EntryId, position: i64) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE minutes_text SET position = $2 WHERE id = $1"),
        params![id, position],
    )?;
    Ok(())
}

pub fn remove_entry(conn: &mut Conn<'_>, id: EntryId) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE minutes_text SET removed = TRUE WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// A revision to be kept: the entry as it stands now.
#[derive(Clone, Copy, Debug)]
pub struct NewRevision<'r> {
    /// The entry after the change.
    pub entry: &'r Entry,
    /// The account that changed it.
    pub account: Option<AccountId>,
    /// Why.
    pub reason: Reason,
}

/// Keeps a revision; `instead_of` is an older one of the same sitting that it replaces.
pub fn revise(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    new: NewRevision<'_>,
    instead_of: Option<i64>,
) -> Result<(), Fault> {
    let id: Uuid = moment.id();
    let entry = new.entry;
    if let Some(version) = instead_of {
        conn.exec(
            sql!("DELETE FROM minutes_revision WHERE minutes_text_id = $1 AND version = $2"),
            params![entry.id, version],
        )?;
    }
    conn.exec(
        sql!(
            "INSERT INTO minutes_revision (id, minutes_text_id, version, title, public_text,
             internal_text, at, account_id, by_name, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            id,
            entry.id,
            entry.version,
            entry.title,
            entry.public_text,
            entry.internal_text,
            entry.changed_at,
            new.account,
            entry.changed_by,
            new.reason.word()
        ],
    )?;
    Ok(())
}

/// The version, hour and author of the newest revision, where it was plain writing.
pub fn last_revision(
    conn: &mut Conn<'_>,
    entry: EntryId,
) -> Result<Option<(i64, Timestamp, String)>, Fault> {
    conn.one(
        sql!(
            "SELECT version, at, by_name FROM minutes_revision
             WHERE minutes_text_id = $1 AND reason = 'saved'
             AND version = (SELECT MAX(version) FROM minutes_revision WHERE minutes_text_id = $1)"
        ),
        params![entry],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

/// All revisions of all entries of minutes, the oldest first.
pub fn revisions(conn: &mut Conn<'_>, minutes: MinutesId) -> Result<Vec<Revision>, Fault> {
    conn.all(
        sql!(
            "SELECT r.minutes_text_id, r.version, r.title, r.public_text, r.internal_text, r.at,
             r.by_name, r.reason FROM minutes_revision r
             JOIN minutes_text t ON t.id = r.minutes_text_id
             WHERE t.minutes_id = $1 ORDER BY r.at, r.minutes_text_id, r.version"
        ),
        params![minutes],
        |row| {
            Ok(Revision {
                entry: row.take()?,
                version: row.take()?,
                title: row.take()?,
                public_text: row.take()?,
                internal_text: row.take()?,
                at: row.take()?,
                by: row.take()?,
                reason: Reason::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read why an entry changed"))?,
            })
        },
    )
}
