//! Rounds of invitations: what goes along and who was chosen.

pub(crate) mod archive;
mod holdings;
mod reminders;

use base::{Fault, GatheringId};
use jiff::Timestamp;
use store::{Conn, params, sql};
use uuid::Uuid;

use crate::rules::{Choice, Enclosed};

pub(crate) use holdings::{HOLDINGS, RETAINED};
pub(crate) use reminders::mark_reminded;
pub(crate) use reminders::set_own_reminders;
pub use reminders::{own_reminders, reminder_rule, set_reminder_rule};

/// One round of invitations to a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// What goes along.
    pub enclosed: Enclosed,
    /// Who was chosen.
    pub choice: Choice,
    /// When it was written down.
    pub made_at: Timestamp,
    /// Who wrote it down.
    pub made_by: String,
    /// When its letters were laid out.
    pub laid_out_at: Option<Timestamp>,
}

/// Writes a round down; one that is known and not laid out yet is written anew.
pub(crate) fn put(conn: &mut Conn<'_>, round: &Round) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO invitation_round
             (id, gathering_id, note, documents, last_minutes, chosen, made_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (id) DO UPDATE SET note = EXCLUDED.note,
             documents = EXCLUDED.documents, last_minutes = EXCLUDED.last_minutes,
             chosen = EXCLUDED.chosen, made_at = EXCLUDED.made_at, made_by = EXCLUDED.made_by"
        ),
        params![
            round.id,
            round.gathering,
            round.enclosed.note,
            json(&round.enclosed.documents)?,
            round.enclosed.last_minutes,
            json(&round.choice)?,
            round.made_at,
            round.made_by,
        ],
    )?;
    Ok(())
}

/// A round.
pub fn round(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Round>, Fault> {
    conn.one(
        sql!(
            "SELECT id, gathering_id, note, documents, last_minutes, chosen, made_at, made_by,
             laid_out_at FROM invitation_round WHERE id = $1"
        ),
        params![id],
        |row| {
            Ok(Round {
                id: row.take()?,
                gathering: row.take()?,
                enclosed: Enclosed {
                    note: row.take()?,
                    documents: read(&row.take::<String>()?)?,
                    last_minutes: row.take()?,
                },
                choice: read(&row.take::<String>()?)?,
                made_at: row.take()?,
                made_by: row.take()?,
                laid_out_at: row.take()?,
            })
        },
    )
}

/// Remembers that a round's letters were laid out.
pub(crate) fn mark_laid_out(conn: &mut Conn<'_>, id: Uuid, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE invitation_round SET laid_out_at = $2 WHERE id = $1"),
        params![id, at],
    )?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|cause| Fault::because("write a round down", cause))
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|cause| Fault::because("read a round", cause))
}
