//! The journal: who did what to which record, and when.

use base::{AccountId, Fault, JournalId, Moment, NetworkId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::conn::Conn;
use crate::{Row, params, sql};

/// One entry to be written, in the same transaction as the change that it tells of.
#[derive(Clone, Debug)]
pub struct Entry<'e> {
    /// The network that the record belongs to.
    pub network: Option<NetworkId>,
    /// The account that acted; none where a link or the program itself acted.
    pub account: Option<AccountId>,
    /// How the journal names the one who acted.
    pub actor: &'e str,
    /// What was done; the phrase key is `journal-` and this word.
    pub verb: &'static str,
    /// What kind of record it was done to.
    pub kind: &'static str,
    /// Which record.
    pub subject: Uuid,
    /// From what to what, without confidential words.
    pub detail: String,
}

/// One entry as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// When it was done.
    pub at: Timestamp,
    /// Who did it.
    pub actor: String,
    /// What was done.
    pub verb: String,
    /// What kind of record.
    pub kind: String,
    /// Which record.
    pub subject: Uuid,
    /// From what to what.
    pub detail: String,
}

impl Conn<'_> {
    /// Writes an entry.
    pub fn note(&mut self, moment: &mut Moment, entry: &Entry<'_>) -> Result<(), Fault> {
        let id: JournalId = moment.id();
        self.put(
            sql!(
                "INSERT INTO journal
                 (id, network_id, at, account_id, actor, verb, kind, subject_id, detail)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            params![
                id,
                entry.network,
                moment.now(),
                entry.account,
                entry.actor,
                entry.verb,
                entry.kind,
                entry.subject,
                entry.detail
            ],
        )?;
        Ok(())
    }

    /// What the journal says of one record, the newest first, at most 200 entries.
    pub fn journal_of(&mut self, subject: impl Into<Uuid>) -> Result<Vec<Noted>, Fault> {
        self.all(
            sql!(
                "SELECT at, actor, verb, kind, subject_id, detail FROM journal
                 WHERE subject_id = $1 ORDER BY at DESC, id DESC LIMIT 200"
            ),
            params![subject.into()],
            read_noted,
        )
    }

    /// What the journal says of a network, the newest first.
    pub fn journal_in(
        &mut self,
        network: NetworkId,
        (before, limit): (i64, i64),
    ) -> Result<Vec<Noted>, Fault> {
        self.all(
            sql!(
                "SELECT at, actor, verb, kind, subject_id, detail FROM journal
                 WHERE network_id = $1 ORDER BY at DESC, id DESC LIMIT $2 OFFSET $3"
            ),
            params![network, limit, before],
            read_noted,
        )
    }

    /// How many entries the journal has of a network.
    pub fn journal_count(&mut self, network: NetworkId) -> Result<i64, Fault> {
        self.count(
            sql!("SELECT COUNT(*) FROM journal WHERE network_id = $1"),
            params![network],
        )
    }
}

fn read_noted(row: &mut Row) -> Result<Noted, Fault> {
    Ok(Noted {
        at: row.take()?,
        actor: row.take()?,
        verb: row.take()?,
        kind: row.take()?,
        subject: row.take()?,
        detail: row.take()?,
    })
}
