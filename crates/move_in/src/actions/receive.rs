//! Taking files in, and forgetting them.

use std::fmt::Write;

use base::access::Actor;
use base::{Halt, Moment, NetworkId};
use sha2::{Digest, Sha256};
use store::{Conn, Job};
use uuid::Uuid;

use super::{noted, upload_in};
use crate::jobs;
use crate::records::uploads::{self, Stand, Upload};

/// A file that comes in.
pub struct Incoming {
    /// What it is called on the sender's machine.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What became of a file that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// The file, or the one with the same bytes that was there.
    pub id: Uuid,
    /// Whether the same bytes were there already, so that nothing changes.
    pub is_known: bool,
}

/// The hash of a file as a word.
fn checksum(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    })
}

/// The name of a file without the folders before it.
fn plain_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let visible = name.chars().filter(|it| !it.is_control());
    visible.take(shell::LINE).collect()
}

/// The ending of a name, where it has a short one.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = ending.len() <= 8 && ending.bytes().all(|it| it.is_ascii_alphanumeric());
    if is_ending {
        ending.to_ascii_lowercase()
    } else {
        String::new()
    }
}

/// Takes a file in, to be read soon. The same bytes a second time change nothing, unless they
/// could not be read before.
///
/// # Errors
/// When the database fails.
pub fn receive(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, batch): (NetworkId, Uuid),
    file: &Incoming,
) -> Result<Received, Halt> {
    let checksum = checksum(&file.bytes);
    if let Some(known) = uploads::same(conn, network, &checksum)? {
        if known.stand == Stand::Failed {
            uploads::wait_again(conn, (known.id, batch), &file.bytes)?;
            read_soon(conn, moment, known.id)?;
            return Ok(Received {
                id: known.id,
                is_known: false,
            });
        }
        return Ok(Received {
            id: known.id,
            is_known: true,
        });
    }
    let name = plain_name(&file.name);
    let upload = Upload {
        id: moment.id(),
        network,
        batch,
        account: who.account,
        actor: who.name.clone(),
        kind: ending(&name),
        name,
        size: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
        checksum,
        stand: Stand::Waiting,
        note: String::new(),
        created_at: moment.now(),
        read_at: None,
    };
    uploads::insert(conn, &upload, &file.bytes)?;
    read_soon(conn, moment, upload.id)?;
    let about = (network, upload.id);
    noted(conn, moment, who, about, ("move-in-received", upload.name))?;
    Ok(Received {
        id: upload.id,
        is_known: false,
    })
}

fn read_soon(conn: &mut Conn<'_>, moment: &mut Moment, id: Uuid) -> Result<(), Halt> {
    let (subject, due) = (id.to_string(), moment.now());
    let job = Job {
        kind: jobs::READ,
        subject: &subject,
        due,
    };
    conn.later(moment, &job)?;
    Ok(())
}

/// Forgets a file with its drafts; what these have become stays.
///
/// # Errors
/// Missing in another network.
pub(crate) fn discard(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, Uuid),
) -> Result<(), Halt> {
    let upload = upload_in(conn, network, id)?;
    conn.forget_jobs(jobs::READ, &id.to_string())?;
    uploads::delete(conn, id)?;
    let verb = ("move-in-discarded", upload.name);
    Ok(noted(conn, moment, who, (network, id), verb)?)
}
