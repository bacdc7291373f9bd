//! Registrations: one act of one person each.

use base::{Fault, Lang, OrganisationId, PersonId};
use jiff::Timestamp;
use store::{Asked, Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Registration, Through};

/// How every statement begins that reads registrations.
macro_rules! registrations {
    () => {
        "SELECT r.id, r.desk_id, r.network_id, r.name, r.mail, r.phone, r.organisation_id,
         r.organisation_name, r.person_id, r.tie, r.lang, r.list_consent, r.request_key,
         r.made_at, r.made_by, r.through, r.mail_confirmed_at, r.told_at FROM registration r "
    };
}

fn read(row: &mut Row) -> Result<Registration, Fault> {
    Ok(Registration {
        id: row.take()?,
        desk: row.take()?,
        network: row.take()?,
        name: row.take()?,
        mail: row.take()?,
        phone: row.take()?,
        organisation: row.take()?,
        organisation_name: row.take()?,
        person: row.take()?,
        tie: row.take()?,
        lang: Lang::from_tag(&row.take::<String>()?),
        list_consent: row.take()?,
        request_key: row.take()?,
        made_at: row.take()?,
        made_by: row.take()?,
        through: Through::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read which way a registration came"))?,
        mail_confirmed_at: row.take()?,
        told_at: row.take()?,
    })
}

/// A registration by its id.
///
/// # Errors
/// When the database fails.
pub fn registration(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Registration>, Fault> {
    conn.one(sql!(registrations!, "WHERE r.id = $1"), params![id], read)
}

/// The registration of a mail address, folded, at a desk that still stands for somebody; of
/// several the latest.
///
/// # Errors
/// When the database fails.
pub fn by_mail(
    conn: &mut Conn<'_>,
    desk: Uuid,
    mail_key: &str,
) -> Result<Option<Registration>, Fault> {
    ask_by_mail(conn, desk, mail_key)?.one(conn)
}

/// Asks for it; heard with what else was asked.
pub(crate) fn ask_by_mail(
    conn: &mut Conn<'_>,
    desk: Uuid,
    mail_key: &str,
) -> Result<Asked<Registration>, Fault> {
    conn.ask(
        sql!(
            registrations!,
            "WHERE r.desk_id = $1 AND r.mail_key = $2 AND EXISTS
             (SELECT 1 FROM registration_place p WHERE p.registration_id = r.id
              AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered'))
             ORDER BY r.made_at DESC, r.id DESC LIMIT 1"
        ),
        params![desk, mail_key],
        read,
    )
}

/// The registrations of a mail address for gatherings that are still to come.
pub(crate) fn registrations_of_mail(
    conn: &mut Conn<'_>,
    mail_key: &str,
    now: Timestamp,
) -> Result<Vec<Registration>, Fault> {
    conn.all(
        sql!(
            registrations!,
            "WHERE r.mail_key = $1 AND EXISTS
             (SELECT 1 FROM registration_place p JOIN gathering g ON g.id = p.gathering_id
              WHERE p.registration_id = r.id AND g.ends_at > $2
              AND p.state IN ('unconfirmed', 'requested', 'confirmed', 'waiting', 'offered'))
             ORDER BY r.made_at, r.id LIMIT 50"
        ),
        params![mail_key, now],
        read,
    )
}

/// Writes a registration down.
pub(crate) fn add_registration(
    conn: &mut Conn<'_>,
    it: &Registration,
    mail_key: &str,
) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration (id, desk_id, network_id, name, mail, mail_key, phone,
             organisation_id, organisation_name, person_id, tie, lang, list_consent, request_key,
             made_at, made_by, through, mail_confirmed_at, told_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19)"
        ),
        params![
            it.id,
            it.desk,
            it.network,
            it.name,
            it.mail,
            mail_key,
            it.phone,
            it.organisation,
            it.organisation_name,
            it.person,
            it.tie,
            it.lang.tag(),
            it.list_consent,
            it.request_key,
            it.made_at,
            it.made_by,
            it.through.word(),
            it.mail_confirmed_at,
            it.told_at
        ],
    )?;
    Ok(())
}

/// Remembers that a mail went to it.
pub(crate) fn set_told(conn: &mut Conn<'_>, id: Uuid, at: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration SET told_at = $2 WHERE id = $1"),
        params![id, at],
    )?;
    Ok(())
}

/// Remembers that its mail address was confirmed.
pub(crate) fn confirm_mail(conn: &mut Conn<'_>, id: Uuid, at: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE registration SET mail_confirmed_at = $2
             WHERE id = $1 AND mail_confirmed_at IS NULL"
        ),
        params![id, at],
    )?;
    Ok(())
}

/// Writes down what ties it to a member.
pub(crate) fn set_tie(
    conn: &mut Conn<'_>,
    id: Uuid,
    (tie, organisation): (&str, Option<OrganisationId>),
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration SET tie = $2, organisation_id = $3 WHERE id = $1"),
        params![id, tie, organisation],
    )?;
    Ok(())
}

/// Writes down what a person may change of it.
pub(crate) fn set_details(conn: &mut Conn<'_>, it: &Registration) -> Result<(), Fault> {
    conn.put(
        sql!(
            "UPDATE registration SET name = $2, phone = $3, organisation_name = $4,
             list_consent = $5 WHERE id = $1"
        ),
        params![
            it.id,
            it.name,
            it.phone,
            it.organisation_name,
            it.list_consent
        ],
    )?;
    Ok(())
}

/// The person whom the register knows a registration to be of.
pub(crate) fn person_of(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<PersonId>, Fault> {
    let found = conn.one(
        sql!("SELECT person_id FROM registration WHERE id = $1"),
        params![id],
        Row::take::<Option<PersonId>>,
    )?;
    Ok(found.flatten())
}

/// Writes down whose registration it is, where that was not known.
pub(crate) fn set_person(conn: &mut Conn<'_>, id: Uuid, person: PersonId) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration SET person_id = $2 WHERE id = $1 AND person_id IS NULL"),
        params![id, person],
    )?;
    Ok(())
}
