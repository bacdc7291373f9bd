//! Mails that came in.

use base::{Fault, GatheringId, InvitationId, LetterId, NetworkId};
use jiff::Timestamp;
use store::{BlobHash, Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Kind, LastSaid, State};

/// A mail that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailIn {
    /// Its id.
    pub id: Uuid,
    /// Whose office it is for; none before there is a network.
    pub network: Option<NetworkId>,
    /// What it is.
    pub kind: Kind,
    /// What has become of it.
    pub state: State,
    /// Phrase key: what the program found.
    pub finding: String,
    /// When it came.
    pub came_at: Timestamp,
    /// The sender's name.
    pub from_name: String,
    /// The sender's address.
    pub from_address: String,
    /// The subject.
    pub subject: String,
    /// What was written.
    pub body: String,
    /// The older mail below it.
    pub quoted: String,
    /// Our letter that it answers.
    pub letter: Option<LetterId>,
    /// The gathering that it lies with.
    pub gathering: Option<GatheringId>,
    /// The invitation that it answers.
    pub invitation: Option<InvitationId>,
    /// What a calendar program said.
    pub partstat: Option<String>,
    /// When it said so.
    pub said_at: Option<Timestamp>,
    /// To which version of the gathering.
    pub said_sequence: Option<i64>,
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
    /// Who settled it.
    pub settled_by: String,
    /// The whole mail.
    pub raw: BlobHash,
}

/// Keeps a mail under its key.
pub(crate) fn add(conn: &mut Conn<'_>, it: &MailIn, key: &str) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO mail_in (id, message_key, network_id, kind, state, finding, came_at,
             from_name, from_address, subject, body, quoted, letter_id, gathering_id,
             invitation_id, partstat, said_at, said_sequence, settled_at, settled_by, raw)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                     $18, $19, $20, $21)"
        ),
        params![
            it.id,
            key,
            it.network,
            it.kind.word(),
            it.state.word(),
            it.finding,
            it.came_at,
            it.from_name,
            it.from_address,
            it.subject,
            it.body,
            it.quoted,
            it.letter,
            it.gathering,
            it.invitation,
            it.partstat,
            it.said_at,
            it.said_sequence,
            it.settled_at,
            it.settled_by,
            it.raw
        ],
    )?;
    Ok(())
}

/// Whether a mail is known by its key.
pub(crate) fn is_known(conn: &mut Conn<'_>, key: &str) -> Result<bool, Fault> {
    let found = conn.count(
        sql!("SELECT COUNT(*) FROM mail_in WHERE message_key = $1"),
        params![key],
    )?;
    Ok(found > 0)
}

/// A mail.
///
/// # Errors
/// When the database fails.
pub fn mail_in(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<MailIn>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, kind, state, finding, came_at, from_name, from_address,
             subject, body, quoted, letter_id, gathering_id, invitation_id, partstat, said_at,
             said_sequence, settled_at, settled_by, raw FROM mail_in WHERE id = $1"
        ),
        params![id],
        read,
    )
}

/// A network's mails in a state, the newest first.
pub(crate) fn in_state(
    conn: &mut Conn<'_>,
    (network, state): (NetworkId, State),
    (limit, offset): (i64, i64),
) -> Result<Vec<MailIn>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, state, finding, came_at, from_name, from_address,
             subject, body, quoted, letter_id, gathering_id, invitation_id, partstat, said_at,
             said_sequence, settled_at, settled_by, raw FROM mail_in
             WHERE network_id = $1 AND state = $2
             ORDER BY came_at DESC, id DESC LIMIT $3 OFFSET $4"
        ),
        params![network, state.word(), limit, offset],
        read,
    )
}

/// A network's mails that are not open, the newest first; our own are left out.
pub(crate) fn settled(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (limit, offset): (i64, i64),
) -> Result<Vec<MailIn>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, state, finding, came_at, from_name, from_address,
             subject, body, quoted, letter_id, gathering_id, invitation_id, partstat, said_at,
             said_sequence, settled_at, settled_by, raw FROM mail_in
             WHERE network_id = $1 AND state <> 'open' AND kind <> 'own'
             ORDER BY came_at DESC, id DESC LIMIT $2 OFFSET $3"
        ),
        params![network, limit, offset],
        read,
    )
}

/// How many of a network's mails are not open; our own are left out.
pub(crate) fn settled_count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM mail_in
             WHERE network_id = $1 AND state <> 'open' AND kind <> 'own'"
        ),
        params![network],
    )
}

/// What lies with a gathering, the newest first; automatic mails are left out.
///
/// # Errors
/// When the database fails.
pub fn at_gathering(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<MailIn>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, state, finding, came_at, from_name, from_address,
             subject, body, quoted, letter_id, gathering_id, invitation_id, partstat, said_at,
             said_sequence, settled_at, settled_by, raw FROM mail_in
             WHERE gathering_id = $1 AND state IN ('open', 'filed')
             ORDER BY came_at DESC, id DESC LIMIT 100"
        ),
        params![gathering],
        read,
    )
}

/// How many mails wait for a network's office.
///
/// # Errors
/// When the database fails.
pub fn open_count(conn: &mut Conn<'_>, network: NetworkId) -> Result<i64, Fault> {
    conn.count(
        sql!("SELECT COUNT(*) FROM mail_in WHERE network_id = $1 AND state = 'open'"),
        params![network],
    )
}

/// What came to a network after an instant, without automatic mails, bounces and our own.
pub(crate) fn since(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (after, until): (Timestamp, Timestamp),
) -> Result<Vec<MailIn>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, kind, state, finding, came_at, from_name, from_address,
             subject, body, quoted, letter_id, gathering_id, invitation_id, partstat, said_at,
             said_sequence, settled_at, settled_by, raw FROM mail_in
             WHERE network_id = $1 AND came_at > $2 AND came_at <= $3
             AND kind IN ('answer', 'unknown', 'calendar', 'bounce') AND state = 'open'
             ORDER BY came_at, id LIMIT 200"
        ),
        params![network, after, until],
        read,
    )
}

/// The last answer of a guest's calendar program that was written down.
pub(crate) fn last_said(
    conn: &mut Conn<'_>,
    invitation: InvitationId,
) -> Result<Option<LastSaid>, Fault> {
    conn.one(
        sql!(
            "SELECT said_at, said_sequence FROM mail_in
             WHERE invitation_id = $1 AND kind = 'calendar' AND state = 'filed'
             AND said_at IS NOT NULL ORDER BY said_sequence DESC, said_at DESC LIMIT 1"
        ),
        params![invitation],
        |row| {
            Ok(LastSaid {
                at: row.take()?,
                sequence: row.take::<Option<i64>>()?.unwrap_or(0),
            })
        },
    )
}

/// Settles a mail, or takes it up again.
pub(crate) fn settle(
    conn: &mut Conn<'_>,
    id: Uuid,
    state: State,
    (at, by): (Option<Timestamp>, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE mail_in SET state = $2, settled_at = $3, settled_by = $4 WHERE id = $1"),
        params![id, state.word(), at, by],
    )?;
    Ok(())
}

/// Lays a mail with a gathering, and with the sender's invitation where there is one.
pub(crate) fn lay_with(
    conn: &mut Conn<'_>,
    id: Uuid,
    (gathering, invitation): (GatheringId, Option<InvitationId>),
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE mail_in SET gathering_id = $2, invitation_id = $3 WHERE id = $1"),
        params![id, gathering, invitation],
    )?;
    Ok(())
}

/// The networks that know a person by this address.
pub(crate) fn networks_knowing(
    conn: &mut Conn<'_>,
    address: &str,
) -> Result<Vec<NetworkId>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT network_id FROM person
             WHERE LOWER(mail) = $1 AND mail <> '' AND ended = FALSE"
        ),
        params![address.to_lowercase()],
        Row::take,
    )
}

/// The people of a network with this address.
pub(crate) fn people_at(
    conn: &mut Conn<'_>,
    network: NetworkId,
    address: &str,
) -> Result<Vec<(base::PersonId, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT id, name FROM person
             WHERE network_id = $1 AND LOWER(mail) = $2 AND mail <> '' AND ended = FALSE
             ORDER BY sort_name LIMIT 10"
        ),
        params![network, address.to_lowercase()],
        |row| Ok((row.take()?, row.take()?)),
    )
}

fn read(row: &mut Row) -> Result<MailIn, Fault> {
    Ok(MailIn {
        id: row.take()?,
        network: row.take()?,
        kind: word(row, Kind::from_word)?,
        state: word(row, State::from_word)?,
        finding: row.take()?,
        came_at: row.take()?,
        from_name: row.take()?,
        from_address: row.take()?,
        subject: row.take()?,
        body: row.take()?,
        quoted: row.take()?,
        letter: row.take()?,
        gathering: row.take()?,
        invitation: row.take()?,
        partstat: row.take()?,
        said_at: row.take()?,
        said_sequence: row.take()?,
        settled_at: row.take()?,
        settled_by: row.take()?,
        raw: row.take()?,
    })
}

fn word<T>(row: &mut Row, read: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
    read(&row.take::<String>()?).ok_or_else(|| Fault::new("read a word of a mail"))
}
