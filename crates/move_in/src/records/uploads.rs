//! Files that came in, and the pages that were in them.

use base::{AccountId, Fault, NetworkId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    /// It waits to be read.
    Waiting,
    /// It was read.
    Read,
    /// It cannot be read.
    Failed,
}

impl Stand {
    /// The word in the database.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Read => "read",
            Self::Failed => "failed",
        }
    }

    fn from_word(word: &str) -> Result<Self, Fault> {
        let mut all = [Self::Waiting, Self::Read, Self::Failed].into_iter();
        all.find(|it| it.word() == word)
            .ok_or_else(|| Fault::new("read the state of a file"))
    }
}

/// A file that came in.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// Its id.
    pub(crate) id: Uuid,
    /// The network.
    pub(crate) network: NetworkId,
    /// With which others it came.
    pub(crate) batch: Uuid,
    /// Who brought it.
    pub(crate) account: Option<AccountId>,
    /// How the one who brought it is called.
    pub(crate) actor: String,
    /// Its name.
    pub(crate) name: String,
    /// The ending of its name.
    pub(crate) kind: String,
    /// How many bytes it has.
    pub(crate) size: i64,
    /// The hash of its bytes.
    pub(crate) checksum: String,
    /// How far it is.
    pub(crate) stand: Stand,
    /// Phrase key of why it could not be read; empty where it could.
    pub(crate) note: String,
    /// When it came.
    pub(crate) created_at: Timestamp,
    /// When it was read.
    pub(crate) read_at: Option<Timestamp>,
}

/// A page that was in a file.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) id: Uuid,
    pub(crate) upload: Uuid,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) text: String,
    /// Phrase key of why it could not be read.
    pub(crate) note: String,
}

macro_rules! uploads {
    () => {
        "SELECT id, network_id, batch_id, account_id, actor, name, kind, size, checksum, state,
                note, created_at, read_at
         FROM move_in_upload "
    };
}

fn read(row: &mut Row) -> Result<Upload, Fault> {
    Ok(Upload {
        id: row.take()?,
        network: row.take()?,
        batch: row.take()?,
        account: row.take()?,
        actor: row.take()?,
        name: row.take()?,
        kind: row.take()?,
        size: row.take()?,
        checksum: row.take()?,
        stand: Stand::from_word(&row.take::<String>()?)?,
        note: row.take()?,
        created_at: row.take()?,
        read_at: row.take()?,
    })
}

/// A file by its id.
pub(crate) fn upload(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Upload>, Fault> {
    conn.one(sql!(uploads!, "WHERE id = $1"), params![id], read)
}

/// The file of a network with these bytes.
pub(crate) fn same(
    conn: &mut Conn<'_>,
    network: NetworkId,
    checksum: &str,
) -> Result<Option<Upload>, Fault> {
    conn.one(
        sql!(uploads!, "WHERE network_id = $1 AND checksum = $2"),
        params![network, checksum],
        read,
    )
}

/// The files of a network, the newest first.
pub(crate) fn latest(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Upload>, Fault> {
    conn.all(
        sql!(
            uploads!,
            "WHERE network_id = $1 ORDER BY created_at DESC, id DESC LIMIT 100"
        ),
        params![network],
        read,
    )
}

/// The files that came in together.
pub(crate) fn uploads_of_batch(
    conn: &mut Conn<'_>,
    network: NetworkId,
    batch: Uuid,
) -> Result<Vec<Upload>, Fault> {
    conn.all(
        sql!(
            uploads!,
            "WHERE network_id = $1 AND batch_id = $2 ORDER BY id LIMIT 1000"
        ),
        params![network, batch],
        read,
    )
}

/// Enters a file.
pub(crate) fn insert(conn: &mut Conn<'_>, it: &Upload, file: &[u8]) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO move_in_upload
             (id, network_id, batch_id, account_id, actor, name, kind, size, checksum, file,
              state, note, created_at, read_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        params![
            it.id,
            it.network,
            it.batch,
            it.account,
            it.actor,
            it.name,
            it.kind,
            it.size,
            it.checksum,
            file,
            it.stand.word(),
            it.note,
            it.created_at,
            it.read_at
        ],
    )?;
    Ok(())
}

/// Has a file wait once more that could not be read before.
pub(crate) fn wait_again(
    conn: &mut Conn<'_>,
    (id, batch): (Uuid, Uuid),
    file: &[u8],
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE move_in_upload SET batch_id = $2, file = $3, state = 'waiting', note = ''
             WHERE id = $1"
        ),
        params![id, batch, file],
    )?;
    Ok(())
}

/// The name and the bytes of a file that waits to be read.
///
/// # Errors
/// When the database fails.
pub fn waiting_file(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<(String, Vec<u8>)>, Fault> {
    conn.one(
        sql!("SELECT name, file FROM move_in_upload WHERE id = $1 AND state = 'waiting'"),
        params![id],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Says how the reading of a file went, and forgets its bytes.
pub(crate) fn settle(
    conn: &mut Conn<'_>,
    id: Uuid,
    (stand, note): (Stand, &str),
    at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE move_in_upload SET state = $2, note = $3, read_at = $4, file = $5
             WHERE id = $1"
        ),
        params![id, stand.word(), note, at, Vec::<u8>::new()],
    )?;
    Ok(())
}

/// Forgets a file with its pages and their drafts; what drafts have become stays.
pub(crate) fn delete(conn: &mut Conn<'_>, id: Uuid) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!("DELETE FROM move_in_upload WHERE id = $1"),
        params![id],
    )?;
    Ok(gone > 0)
}

/// Enters a page.
pub(crate) fn insert_source(conn: &mut Conn<'_>, it: &Source) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO move_in_source (id, upload_id, number, name, title, body_text, note)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            it.id, it.upload, it.number, it.name, it.title, it.text, it.note
        ],
    )?;
    Ok(())
}

/// Forgets the pages of a file that is to be read once more.
pub(crate) fn clear_sources(conn: &mut Conn<'_>, upload: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM move_in_source WHERE upload_id = $1"),
        params![upload],
    )?;
    Ok(())
}

/// A page with its text.
pub(crate) fn source(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Source>, Fault> {
    conn.one(
        sql!(
            "SELECT id, upload_id, number, name, title, body_text, note FROM move_in_source
             WHERE id = $1"
        ),
        params![id],
        |row| {
            Ok(Source {
                id: row.take()?,
                upload: row.take()?,
                number: row.take()?,
                name: row.take()?,
                title: row.take()?,
                text: row.take()?,
                note: row.take()?,
            })
        },
    )
}

/// The pages of a file that could not be read, with why.
pub(crate) fn unread(conn: &mut Conn<'_>, upload: Uuid) -> Result<Vec<(String, String)>, Fault> {
    conn.all(
        sql!(
            "SELECT name, note FROM move_in_source WHERE upload_id = $1 AND note <> ''
             ORDER BY number LIMIT 200"
        ),
        params![upload],
        |row| Ok((row.take()?, row.take()?)),
    )
}
