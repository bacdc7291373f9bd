//! Documents of a gathering.

use base::access::{Actor, Audience};
use base::{DocumentId, GatheringId, Halt, Moment};
use store::Conn;

use super::{known, note};
use crate::records;
use crate::rules::{Document, DocumentVersion, Kind, kind_of, safe_file_name};

/// A file as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInput {
    /// Its name on the sender's machine.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Adds a document with its first version.
///
/// # Errors
/// Refused where the file is of no kind that is taken.
pub fn add_document(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    gathering: GatheringId,
    (title, audience, file): (&str, Audience, &FileInput),
) -> Result<DocumentId, Halt> {
    let it = known(conn, gathering)?;
    let kind = taken(file)?;
    let id: DocumentId = moment.id();
    records::documents::add(conn, (id, gathering), title, audience, moment.now())?;
    add_version(conn, moment, who, (id, 1), (file, kind))?;
    records::gathering::touch(conn, gathering, moment.now())?;
    note(conn, moment, who, &it, ("document-added", title.to_owned()))?;
    Ok(id)
}

/// Adds a version; the older ones stay.
///
/// # Errors
/// Refused where the file is of no kind that is taken.
pub fn add_document_version(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: DocumentId,
    file: &FileInput,
) -> Result<(), Halt> {
    let document = known_document(conn, id)?;
    let it = known(conn, document.gathering)?;
    let kind = taken(file)?;
    add_version(conn, moment, who, (id, document.version + 1), (file, kind))?;
    records::gathering::touch(conn, it.id, moment.now())?;
    note(conn, moment, who, &it, ("document-renewed", document.title))?;
    Ok(())
}

/// Changes title and audience.
///
/// # Errors
/// Missing where there is none.
pub fn change_document(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: DocumentId,
    (title, audience): (&str, Audience),
) -> Result<(), Halt> {
    let document = known_document(conn, id)?;
    let it = known(conn, document.gathering)?;
    records::documents::change(conn, id, title, audience)?;
    records::gathering::touch(conn, it.id, moment.now())?;
    let detail = format!("{} → {title}", document.title);
    note(conn, moment, who, &it, ("document-changed", detail))?;
    Ok(())
}

/// Takes a document out of sight.
///
/// # Errors
/// Missing where there is none.
pub fn withdraw_document(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: DocumentId,
) -> Result<(), Halt> {
    let document = known_document(conn, id)?;
    let it = known(conn, document.gathering)?;
    records::documents::withdraw(conn, id)?;
    records::gathering::touch(conn, it.id, moment.now())?;
    note(
        conn,
        moment,
        who,
        &it,
        ("document-withdrawn", document.title),
    )?;
    Ok(())
}

fn known_document(conn: &mut Conn<'_>, id: DocumentId) -> Result<Document, Halt> {
    records::documents::document(conn, id)?.ok_or(Halt::Missing)
}

fn taken(file: &FileInput) -> Result<Kind, Halt> {
    kind_of(&file.bytes).ok_or_else(|| Halt::at("file", "gatherings-fault-file-kind"))
}

fn add_version(
    conn: &mut Conn<'_>,
    moment: &Moment,
    who: &Actor,
    (id, number): (DocumentId, i64),
    (file, kind): (&FileInput, Kind),
) -> Result<(), Halt> {
    let hash = conn.keep_blob(&file.bytes)?;
    let version = DocumentVersion {
        number,
        file_name: safe_file_name(&file.name, kind),
        content_type: kind.content_type.to_owned(),
        size: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
        hash,
        added_at: moment.now(),
        added_by: who.name.clone(),
    };
    records::documents::add_version(conn, id, &version)?;
    Ok(())
}
