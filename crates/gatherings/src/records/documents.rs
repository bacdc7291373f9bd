//! Documents with their versions.

use base::access::Audience;
use base::{DocumentId, Fault, GatheringId};
use jiff::Timestamp;
use store::{BlobHash, Conn, Row, params, sql};

use crate::rules::{Document, DocumentVersion};

/// A gathering's documents with their newest versions, in the order they came.
pub fn documents(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<Vec<Document>, Fault> {
    conn.all(
        sql!(
            "SELECT doc.id, doc.gathering_id, doc.title, doc.audience, ver.file_name,
             ver.content_type, ver.size, ver.hash, ver.number, ver.added_at
             FROM document doc JOIN document_version ver ON ver.document_id = doc.id
             AND ver.number = (SELECT MAX(number) FROM document_version
             WHERE document_id = doc.id)
             WHERE doc.gathering_id = $1 AND doc.withdrawn = FALSE ORDER BY doc.added_at, doc.id"
        ),
        params![gathering],
        read,
    )
}

/// A document with its newest version.
pub fn document(conn: &mut Conn<'_>, id: DocumentId) -> Result<Option<Document>, Fault> {
    conn.one(
        sql!(
            "SELECT doc.id, doc.gathering_id, doc.title, doc.audience, ver.file_name,
             ver.content_type, ver.size, ver.hash, ver.number, ver.added_at
             FROM document doc JOIN document_version ver ON ver.document_id = doc.id
             WHERE doc.id = $1 AND doc.withdrawn = FALSE ORDER BY ver.number DESC LIMIT 1"
        ),
        params![id],
        read,
    )
}

fn read(row: &mut Row) -> Result<Document, Fault> {
    Ok(Document {
        id: row.take()?,
        gathering: row.take()?,
        title: row.take()?,
        audience: super::audience(row)?,
        file_name: row.take()?,
        content_type: row.take()?,
        size: row.take()?,
        hash: row.take()?,
        version: row.take()?,
        added_at: row.take()?,
    })
}

/// All versions of a document, the newest first.
pub fn versions(conn: &mut Conn<'_>, id: DocumentId) -> Result<Vec<DocumentVersion>, Fault> {
    conn.all(
        sql!(
            "SELECT number, file_name, content_type, size, hash, added_at, added_by
             FROM document_version WHERE document_id = $1 ORDER BY number DESC"
        ),
        params![id],
        |row| {
            Ok(DocumentVersion {
                number: row.take()?,
                file_name: row.take()?,
                content_type: row.take()?,
                size: row.take()?,
                hash: row.take()?,
                added_at: row.take()?,
                added_by: row.take()?,
            })
        },
    )
}

/// Writes a new document, still without a version.
pub fn add(
    conn: &mut Conn<'_>,
    (id, gathering): (DocumentId, GatheringId),
    title: &str,
    audience: Audience,
    at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO document (id, gathering_id, title, audience, added_at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![id, gathering, title, audience.word(), at],
    )?;
    Ok(())
}

/// Writes a version.
pub fn add_version(
    conn: &mut Conn<'_>,
    id: DocumentId,
    version: &DocumentVersion,
) -> Result<(), Fault> {
    let hash: BlobHash = version.hash;
    conn.exec(
        sql!(
            "INSERT INTO document_version
             (document_id, number, file_name, content_type, size, hash, added_at, added_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            version.number,
            version.file_name,
            version.content_type,
            version.size,
            hash,
            version.added_at,
            version.added_by
        ],
    )?;
    Ok(())
}

/// Writes title and audience.
pub fn change(
    conn: &mut Conn<'_>,
    id: DocumentId,
    title: &str,
    audience: Audience,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE document SET title = $2, audience = $3 WHERE id = $1"),
        params![id, title, audience.word()],
    )?;
    Ok(())
}

/// Takes a document out of sight; its versions stay.
pub fn withdraw(conn: &mut Conn<'_>, id: DocumentId) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE document SET withdrawn = TRUE WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Removes all documents of a draft that is deleted.
pub fn remove_all(conn: &mut Conn<'_>, gathering: GatheringId) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "DELETE FROM document_version
             WHERE document_id IN (SELECT id FROM document WHERE gathering_id = $1)"
        ),
        params![gathering],
    )?;
    conn.exec(
        sql!("DELETE FROM document WHERE gathering_id = $1"),
        params![gathering],
    )?;
    Ok(())
}
