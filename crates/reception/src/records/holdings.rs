//! Arrivals and certificates as something that is kept about people, and how long.

use base::{AttendanceId, Fault, Moment, NetworkId};
use jiff::Timestamp;
use shell::{Due, Erased, Going, Ground, Held, Holding, How, NOBODY, Retained, Whom};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// What the reception keeps about people. Who came stands on the attendance list, which the
/// minutes answer for as far as the register knows the person; for everybody else it is here.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "reception",
    label: "reception-holding",
    purpose: "reception-holding-purpose",
    ground: Ground::Interest,
    columns: &["reception_certificate.person_id"],
    former: None,
    tell,
    erase,
}];

/// What is kept for a time only.
pub(crate) const RETAINED: &[Retained] = &[Retained {
    name: "reception-certificates",
    label: "reception-retained",
    hint: "reception-retained-hint",
    months: 60,
    due,
    going: Going::Rows(go),
}];

/// A place is somebody's by the person, or by a mail address that is the person's alone.
fn mail_of(whom: &Whom) -> &str {
    if whom.mail_is_own { &whom.mail } else { "" }
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT g.title, a.at FROM reception_arrival a
             JOIN registration_place p ON p.id = a.place_id
             JOIN registration r ON r.id = p.registration_id
             JOIN gathering g ON g.id = a.gathering_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))
             AND a.undone_at IS NULL ORDER BY a.at DESC, a.id"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let title: String = row.take()?;
            Ok(Held::new("reception-holding-arrival", title).at(row.take()?))
        },
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT g.title, c.made_at FROM reception_certificate c
             JOIN gathering g ON g.id = c.gathering_id
             WHERE c.network_id = $1 AND (c.person_id = $2 OR (c.mail_key = $3 AND $3 <> ''))
             ORDER BY c.made_at DESC, c.id"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let title: String = row.take()?;
            Ok(Held::new("reception-holding-certificate", title).at(row.take()?))
        },
    )?);
    Ok(held)
}

/// Certificates go in either case: without a name they certify nothing. Of the arrivals, that
/// somebody came stays on the list, and who it was does not.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, how: How) -> Result<Vec<Erased>, Fault> {
    let certificates = conn.exec(
        sql!(
            "DELETE FROM reception_certificate
             WHERE network_id = $1 AND (person_id = $2 OR (mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
    )?;
    let unnamed = unname(conn, whom)?;
    let arrivals = match how {
        How::Erase => conn.exec(
            sql!(
                "DELETE FROM reception_arrival WHERE place_id IN
                 (SELECT p.id FROM registration_place p
                  JOIN registration r ON r.id = p.registration_id
                  WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> '')))"
            ),
            params![whom.network, whom.person, mail_of(whom)],
        )?,
        How::Anonymise => 0,
    };
    Ok(vec![
        Erased::deleted("reception-holding-certificate", certificates),
        Erased::deleted("reception-holding-arrival", arrivals),
        Erased::anonymised("reception-holding-line", unnamed),
    ])
}

/// Takes names from lines of attendance lists that lead to nobody in the register.
fn unname(conn: &mut Conn<'_>, whom: &Whom) -> Result<u64, Fault> {
    let lines = conn.all(
        sql!(
            "SELECT t.id FROM attendance t JOIN reception_arrival a ON a.attendance_id = t.id
             JOIN registration_place p ON p.id = a.place_id
             JOIN registration r ON r.id = p.registration_id
             WHERE t.person_id IS NULL AND t.name <> $4 AND r.network_id = $1
             AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))"
        ),
        params![whom.network, whom.person, mail_of(whom), NOBODY],
        Row::take::<AttendanceId>,
    )?;
    let mut unnamed = 0;
    for line in lines {
        unnamed += gatherings::unname_attendance(conn, line)?;
    }
    Ok(unnamed)
}

/// Counted from the end of the gathering.
fn due(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT c.id, c.name, g.title, g.ends_at FROM reception_certificate c
             JOIN gathering g ON g.id = c.gathering_id
             WHERE c.network_id = $1 AND g.ends_at < $2 ORDER BY g.ends_at, c.id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read_of,
    )
}

fn go(conn: &mut Conn<'_>, network: NetworkId, id: Uuid, before: Timestamp) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM reception_certificate WHERE id = $1 AND network_id = $2
             AND gathering_id IN (SELECT id FROM gathering WHERE ends_at < $3)"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
