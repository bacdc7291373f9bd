//! What the lists of organisations and people show: a page at a time, by name, searched.

use base::{Fault, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::{Conn, params, sql};

use super::organisations::read_organisation;
use super::people::read_person;
use crate::rules::SEARCHED_WORDS;
use crate::types::{Organisation, Representative};

/// Which organisations a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OrganisationList<'l> {
    /// Of which network.
    pub(crate) network: NetworkId,
    /// A kind of membership, `other` for those without one, or `closed`.
    pub(crate) kind: &'l str,
    /// On which day.
    pub(crate) on: Date,
    /// What is searched for, as patterns.
    pub(crate) patterns: &'l [String; SEARCHED_WORDS],
}

macro_rules! shown {
    () => {
        "WITH shown AS (
             SELECT o.id, o.network_id, o.name, o.short_name, o.street, o.postcode, o.town,
                    o.phone, o.mail, o.web, o.can_host, o.note, o.ended, o.sort_key
             FROM organisation o
             WHERE o.network_id = $1
             AND (CASE WHEN $2 = 'closed' THEN o.ended WHEN o.ended THEN FALSE
                 WHEN $2 = 'other' THEN NOT EXISTS (
                     SELECT 1 FROM membership m WHERE m.organisation_id = o.id
                     AND m.network_id = $1 AND (m.from_day IS NULL OR m.from_day <= $3)
                     AND (m.until_day IS NULL OR m.until_day >= $3))
                 ELSE EXISTS (
                     SELECT 1 FROM membership m WHERE m.organisation_id = o.id
                     AND m.network_id = $1 AND m.kind = $2
                     AND (m.from_day IS NULL OR m.from_day <= $3)
                     AND (m.until_day IS NULL OR m.until_day >= $3)) END)
             AND o.found_by LIKE $4 ESCAPE '!' AND o.found_by LIKE $5 ESCAPE '!'
             AND o.found_by LIKE $6 ESCAPE '!' AND o.found_by LIKE $7 ESCAPE '!') "
    };
}

/// How many organisations a list shows on all its pages.
pub(crate) fn count_organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
) -> Result<i64, Fault> {
    let [one, two, three, four] = list.patterns;
    conn.count(
        sql!(
            shown!,
            "SELECT COUNT(*) FROM shown"
        ),
        params![list.network, list.kind, list.on, one, two, three, four],
    )
}

/// The organisations on one page of a list, by name.
pub(crate) fn listed_organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    (limit, offset): (i64, i64),
) -> Result<Vec<Organisation>, Fault> {
    let [one, two, three, four] = list.patterns;
    conn.all(
        sql!(
            shown!,
            "SELECT id, network_id, name, short_name, street, postcode, town, phone, mail, web,
                    can_host, note, ended
             FROM shown ORDER BY sort_key, id LIMIT $8 OFFSET $9"
        ),
        params![
            list.network,
            list.kind,
            list.on,
            one,
            two,
            three,
            four,
            limit,
            offset
        ],
        read_organisation,
    )
}

/// Which people a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PeopleList<'l> {
    /// Of which network.
    pub(crate) network: NetworkId,
    /// Whether those whose records are closed.
    pub(crate) closed: bool,
    /// On which day they have the function that is shown.
    pub(crate) on: Date,
    /// What is searched for, as patterns.
    pub(crate) patterns: &'l [String; SEARCHED_WORDS],
}

/// How many people a list shows on all its pages.
pub(crate) fn count_people(conn: &mut Conn<'_>, list: PeopleList<'_>) -> Result<i64, Fault> {
    let [one, two, three, four] = list.patterns;
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM person p WHERE p.network_id = $1 AND p.ended = $2
             AND p.found_by LIKE $3 ESCAPE '!' AND p.found_by LIKE $4 ESCAPE '!'
             AND p.found_by LIKE $5 ESCAPE '!' AND p.found_by LIKE $6 ESCAPE '!'"
        ),
        params![list.network, list.closed, one, two, three, four],
    )
}

/// The people on one page of a list by name, each with the main function of the day.
pub(crate) fn listed_people(
    conn: &mut Conn<'_>,
    list: PeopleList<'_>,
    (limit, offset): (i64, i64),
) -> Result<Vec<Representative>, Fault> {
    let [one, two, three, four] = list.patterns;
    let people = conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended
             FROM person p WHERE p.network_id = $1 AND p.ended = $2
             AND p.found_by LIKE $3 ESCAPE '!' AND p.found_by LIKE $4 ESCAPE '!'
             AND p.found_by LIKE $5 ESCAPE '!' AND p.found_by LIKE $6 ESCAPE '!'
             ORDER BY p.sort_key, p.id LIMIT $7 OFFSET $8"
        ),
        params![
            list.network,
            list.closed,
            one,
            two,
            three,
            four,
            limit,
            offset
        ],
        read_person,
    )?;
    let mut listed = Vec::with_capacity(people.len());
    for person in people {
        listed.push(super::with_main_function(conn, person, list.on)?);
    }
    Ok(listed)
}

/// The names of everyone who speaks on a day for one of these organisations.
pub(crate) fn contacts_of(
    conn: &mut Conn<'_>,
    on: Date,
    organisations: &[Organisation],
) -> Result<Vec<(OrganisationId, String)>, Fault> {
    let mut contacts = Vec::new();
    for organisation in organisations {
        contacts.extend(conn.all(
            sql!(
                "SELECT f.organisation_id, p.name
                 FROM person_function f JOIN person p ON p.id = f.person_id
                 WHERE f.organisation_id = $1 AND p.ended = FALSE AND f.contact = TRUE
                 AND (f.from_day IS NULL OR f.from_day <= $2)
                 AND (f.until_day IS NULL OR f.until_day >= $2)
                 ORDER BY p.sort_key"
            ),
            params![organisation.id, on],
            |row| Ok((row.take()?, row.take()?)),
        )?);
    }
    Ok(contacts)
}
