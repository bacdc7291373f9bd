//! What the register knows of whoever registers.

use base::{Fault, GroupId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Asked, Conn, Row, params, sql};

use crate::rules::{domain_of, web_domain};

/// Asks for the person of a mail address, with the member organisation that the person has a
/// function at, where there is one; heard with what else was asked.
pub(crate) fn ask_member(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
    mail_key: &str,
) -> Result<Asked<(PersonId, Option<OrganisationId>)>, Fault> {
    conn.ask(
        sql!(
            "SELECT p.id, (SELECT m.organisation_id FROM membership m
             JOIN person_function f ON f.organisation_id = m.organisation_id
             WHERE f.person_id = p.id AND m.network_id = $1 AND m.kind = 'member'
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2) ORDER BY m.id LIMIT 1) AS member
             FROM person p
             WHERE LOWER(p.mail) = $3 AND p.mail <> '' AND p.ended = FALSE
             AND (p.network_id = $1 OR EXISTS (SELECT 1 FROM person_function f
             JOIN membership m ON m.organisation_id = f.organisation_id
             WHERE f.person_id = p.id AND m.network_id = $1))
             ORDER BY CASE WHEN p.network_id = $1 THEN 0 ELSE 1 END, p.id LIMIT 1"
        ),
        params![network, today, mail_key],
        |row| {
            let person: PersonId = row.take()?;
            Ok((person, row.take()?))
        },
    )
}

/// The domains of the member organisations of a network, by their mail and web addresses.
pub(crate) fn member_domains(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
    domain: &str,
) -> Result<Option<OrganisationId>, Fault> {
    let like = format!("%{domain}%");
    let found = conn.all(
        sql!(
            "SELECT o.id, o.mail, o.web, COALESCE(c.address, '') FROM membership m
             JOIN organisation o ON o.id = m.organisation_id
             LEFT JOIN organisation_channel c ON c.organisation_id = o.id
             AND c.kind IN ('mail', 'web')
             WHERE m.network_id = $1 AND m.kind = 'member' AND o.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (LOWER(o.mail) LIKE $3 OR LOWER(o.web) LIKE $3 OR LOWER(c.address) LIKE $3)
             ORDER BY o.id LIMIT 200"
        ),
        params![network, today, like],
        |row| {
            let id: OrganisationId = row.take()?;
            let known: [String; 3] = [row.take()?, row.take()?, row.take()?];
            Ok((id, known))
        },
    )?;
    let is_theirs = |address: &String| {
        let own = if address.contains('@') {
            domain_of(address)
        } else {
            web_domain(address)
        };
        own.as_deref() == Some(domain)
    };
    let found = found.into_iter();
    let mut found = found.filter(|(_, known)| known.iter().any(is_theirs));
    Ok(found.next().map(|(id, _)| id))
}

/// The member organisation of a name or short name as typed.
pub(crate) fn member_by_name(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
    name: &str,
) -> Result<Option<OrganisationId>, Fault> {
    if name.trim().is_empty() {
        return Ok(None);
    }
    conn.one(
        sql!(
            "SELECT o.id FROM organisation o
             JOIN membership m ON m.organisation_id = o.id
             WHERE m.network_id = $1 AND m.kind = 'member' AND o.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (o.name = $3 OR o.short_name = $3 OR o.sort_key = $4)
             ORDER BY o.id LIMIT 1"
        ),
        params![network, today, name.trim(), register::sort_key(name)],
        Row::take::<OrganisationId>,
    )
}

/// The names of the member organisations of a network, to choose from.
pub(crate) fn member_names(
    conn: &mut Conn<'_>,
    (network, today): (NetworkId, Date),
) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT o.sort_key, o.name FROM organisation o
             JOIN membership m ON m.organisation_id = o.id
             WHERE m.network_id = $1 AND m.kind = 'member' AND o.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             ORDER BY o.sort_key, o.name LIMIT 1000"
        ),
        params![network, today],
        |row| {
            let _sorted: String = row.take()?;
            row.take::<String>()
        },
    )
}

/// The groups that a person or an organisation is in.
pub(crate) fn groups_with(
    conn: &mut Conn<'_>,
    today: Date,
    (person, organisation): (Option<PersonId>, Option<OrganisationId>),
) -> Result<Vec<GroupId>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT group_id FROM group_member
             WHERE (person_id = $1 OR organisation_id = $2)
             AND (from_day IS NULL OR from_day <= $3)
             AND (until_day IS NULL OR until_day >= $3)"
        ),
        params![person, organisation, today],
        Row::take::<GroupId>,
    )
}

/// Who speaks for an organisation and can be written to.
pub(crate) fn contact_of(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    today: Date,
) -> Result<Option<PersonId>, Fault> {
    conn.one(
        sql!(
            "SELECT p.id FROM person p JOIN person_function f ON f.person_id = p.id
             WHERE f.organisation_id = $1 AND f.contact = TRUE AND p.mail <> ''
             AND p.ended = FALSE AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2) ORDER BY f.id LIMIT 1"
        ),
        params![organisation, today],
        Row::take::<PersonId>,
    )
}
