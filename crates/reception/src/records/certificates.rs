//! Certificates of attendance.

use base::{Fault, GatheringId, NetworkId, PersonId};
use jiff::Timestamp;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::Certificate;

/// How every statement begins that reads certificates.
macro_rules! certificates {
    () => {
        "SELECT c.id, c.gathering_id, c.arrival_id, c.code, c.name, c.organisation_name,
         c.made_at, c.revoked_at FROM reception_certificate c "
    };
}

fn read(row: &mut Row) -> Result<Certificate, Fault> {
    Ok(Certificate {
        id: row.take()?,
        gathering: row.take()?,
        arrival: row.take()?,
        code: row.take()?,
        name: row.take()?,
        organisation: row.take()?,
        made_at: row.take()?,
        revoked_at: row.take()?,
    })
}

/// A certificate by its id.
pub(crate) fn certificate(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Certificate>, Fault> {
    conn.one(sql!(certificates!, "WHERE c.id = $1"), params![id], read)
}

/// A certificate by its code.
pub(crate) fn by_code(conn: &mut Conn<'_>, code: &str) -> Result<Option<Certificate>, Fault> {
    conn.one(
        sql!(certificates!, "WHERE c.code = $1"),
        params![code],
        read,
    )
}

/// The certificate of an arrival that holds; where none does, the latest.
pub(crate) fn by_arrival(conn: &mut Conn<'_>, arrival: Uuid) -> Result<Option<Certificate>, Fault> {
    conn.one(
        sql!(
            certificates!,
            "WHERE c.arrival_id = $1 ORDER BY CASE WHEN c.revoked_at IS NULL THEN 0 ELSE 1 END,
             c.made_at DESC, c.id DESC LIMIT 1"
        ),
        params![arrival],
        read,
    )
}

/// The certificates of a gathering, by name.
///
/// # Errors
/// When the database fails.
pub fn certificates(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<Certificate>, Fault> {
    conn.all(
        sql!(
            certificates!,
            "WHERE c.gathering_id = $1 ORDER BY c.name, c.made_at, c.id"
        ),
        params![gathering],
        read,
    )
}

/// The arrivals of a gathering that nothing was ever certified for.
pub(crate) fn without_certificate(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
) -> Result<Vec<Uuid>, Fault> {
    conn.all(
        sql!(
            "SELECT a.id FROM reception_arrival a
             WHERE a.gathering_id = $1 AND a.undone_at IS NULL AND a.attendance_id IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM reception_certificate c WHERE c.arrival_id = a.id)
             ORDER BY a.at, a.id"
        ),
        params![gathering],
        Row::take::<Uuid>,
    )
}

/// Writes a certificate down, with the ways to find again whose it is.
pub(crate) fn add_certificate(
    conn: &mut Conn<'_>,
    network: NetworkId,
    it: &Certificate,
    (person, mail_key): (Option<PersonId>, &str),
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO reception_certificate (id, network_id, gathering_id, arrival_id,
             person_id, mail_key, code, name, organisation_name, made_at, revoked_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            it.id,
            network,
            it.gathering,
            it.arrival,
            person,
            mail_key,
            it.code,
            it.name,
            it.organisation,
            it.made_at,
            it.revoked_at
        ],
    )?;
    Ok(())
}

/// Revokes a certificate.
pub(crate) fn revoke(conn: &mut Conn<'_>, id: Uuid, at: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE reception_certificate SET revoked_at = $2
             WHERE id = $1 AND revoked_at IS NULL"
        ),
        params![id, at],
    )?;
    Ok(())
}

/// Revokes whatever was certified for an arrival.
pub(crate) fn revoke_all_of(
    conn: &mut Conn<'_>,
    arrival: Uuid,
    at: Timestamp,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE reception_certificate SET revoked_at = $2
             WHERE arrival_id = $1 AND revoked_at IS NULL"
        ),
        params![arrival, at],
    )?;
    Ok(())
}
