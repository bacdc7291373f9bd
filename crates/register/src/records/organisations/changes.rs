//! What contacts changed at their own organisations, in the database.

use base::{AccountId, Fault, NetworkId, OrganisationChangeId, OrganisationId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};

/// How far a contact's change has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeState {
    /// The office has not looked at it.
    Waiting,
    /// The office has seen it and leaves it so.
    Seen,
    /// The office took it back.
    Undone,
}

impl ChangeState {
    /// The word in the database; the phrase key is `register-own-state-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Seen => "seen",
            Self::Undone => "undone",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Seen, Self::Undone]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// One part of an organisation's record that one of its contacts changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnChange {
    /// Its id.
    pub id: OrganisationChangeId,
    /// The network whose office keeps the record.
    pub network: NetworkId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name now.
    pub organisation_name: String,
    /// Which part of the record.
    pub part: String,
    /// What stood there.
    pub was: String,
    /// What stands there since.
    pub became: String,
    /// The account that changed it.
    pub account: Option<AccountId>,
    /// Who changed it, by name.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// What the office says to it.
    pub state: ChangeState,
}

macro_rules! changes {
    () => {
        "SELECT c.id, c.network_id, c.organisation_id, o.name, c.part, c.was, c.became,
                c.account_id, c.actor, c.changed_at, c.state
         FROM organisation_change c JOIN organisation o ON o.id = c.organisation_id "
    };
}

fn read(row: &mut Row) -> Result<OwnChange, Fault> {
    Ok(OwnChange {
        id: row.take()?,
        network: row.take()?,
        organisation: row.take()?,
        organisation_name: row.take()?,
        part: row.take()?,
        was: row.take()?,
        became: row.take()?,
        account: row.take()?,
        actor: row.take()?,
        at: row.take()?,
        state: ChangeState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a change"))?,
    })
}

/// A change by its id.
pub(crate) fn own_change(
    conn: &mut Conn<'_>,
    id: OrganisationChangeId,
) -> Result<Option<OwnChange>, Fault> {
    conn.one(sql!(changes!, "WHERE c.id = $1"), params![id], read)
}

/// A network's changes that wait for the office, by organisation.
pub(crate) fn waiting_changes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    limit: i64,
) -> Result<Vec<OwnChange>, Fault> {
    conn.all(
        sql!(
            changes!,
            "WHERE c.network_id = $1 AND c.state = 'waiting'
             ORDER BY o.sort_key, o.id, c.changed_at, c.id LIMIT $2"
        ),
        params![network, limit],
        read,
    )
}

/// A network's changes that the office has settled, the newest first.
pub(crate) fn settled_changes(
    conn: &mut Conn<'_>,
    network: NetworkId,
    limit: i64,
) -> Result<Vec<OwnChange>, Fault> {
    conn.all(
        sql!(
            changes!,
            "WHERE c.network_id = $1 AND c.state <> 'waiting'
             ORDER BY c.settled_at DESC, c.id DESC LIMIT $2"
        ),
        params![network, limit],
        read,
    )
}

/// The newest changes that contacts made at an organisation.
pub(crate) fn changes_at(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<OwnChange>, Fault> {
    conn.all(
        sql!(
            changes!,
            "WHERE c.organisation_id = $1 ORDER BY c.changed_at DESC, c.id DESC LIMIT $2"
        ),
        params![organisation, limit],
        read,
    )
}

/// How many changes wait for a network's office.
pub fn waiting_change_count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM organisation_change
             WHERE network_id = $1 AND state = 'waiting'"
        ),
        params![network],
    )
}

/// Enters a change that waits.
pub(crate) fn insert_change(conn: &mut Conn<'_>, it: &OwnChange) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO organisation_change
             (id, network_id, organisation_id, part, was, became, account_id, actor, changed_at,
              state, settled_by, settled_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', NULL)"
        ),
        params![
            it.id,
            it.network,
            it.organisation,
            it.part,
            it.was,
            it.became,
            it.account,
            it.actor,
            it.at,
            it.state.word()
        ],
    )?;
    Ok(())
}

/// Takes away a waiting change of a part that is what it was before.
pub(crate) fn drop_change(conn: &mut Conn<'_>, id: OrganisationChangeId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM organisation_change WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Writes what a waiting change has become since, and by whom.
pub(crate) fn go_on_with_change(conn: &mut Conn<'_>, it: &OwnChange) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE organisation_change SET became = $2, account_id = $3, actor = $4,
             changed_at = $5 WHERE id = $1"
        ),
        params![it.id, it.became, it.account, it.actor, it.at],
    )?;
    Ok(())
}

/// Writes what the office says to a change.
pub(crate) fn settle_change(
    conn: &mut Conn<'_>,
    (id, state): (OrganisationChangeId, ChangeState),
    (by, at): (&str, Timestamp),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE organisation_change SET state = $2, settled_by = $3, settled_at = $4
             WHERE id = $1"
        ),
        params![id, state.word(), by, at],
    )?;
    Ok(())
}
