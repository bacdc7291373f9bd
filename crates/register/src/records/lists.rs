//! What the lists of organisations and people show: a page at a time, by name.
//!
//! A short list is read at once and searched by any part of a name. Of a long one only what is
//! shown is read, by the index it is sorted by.

use base::{Fault, NetworkId, OrganisationId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use super::organisations::read_organisation;
use super::people::read_person;
use crate::types::{MembershipKind, Organisation, Representative};

/// The longest list that is read at once.
pub(crate) const FEW: i64 = 300;

/// An entry of a list, as far as finding and sorting it go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) sort_key: String,
    pub(crate) found_by: String,
}

fn read_listed(row: &mut Row) -> Result<Listed, Fault> {
    Ok(Listed {
        id: row.take()?,
        sort_key: row.take()?,
        found_by: row.take()?,
    })
}

/// Where in a list a page begins: at this key, and so many entries further.
#[derive(Clone, Debug)]
pub(crate) struct Beginning {
    pub(crate) key: (String, Uuid),
    pub(crate) further: i64,
}

/// Which organisations a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OrganisationList<'l> {
    /// Of which network.
    pub(crate) network: NetworkId,
    /// A kind of membership, `other` for those without one, or `closed`.
    pub(crate) kind: &'l str,
    /// On which day.
    pub(crate) on: Date,
}

macro_rules! of_kind_shown {
    () => {
        "SELECT o.id, o.network_id, o.name, o.short_name, o.street, o.postcode, o.town, o.phone,
                o.mail, o.web, o.can_host, o.note, o.ended, o.sort_key
         FROM organisation o
         WHERE o.network_id = $1 AND o.ended = FALSE AND EXISTS (
             SELECT 1 FROM membership m WHERE m.organisation_id = o.id
             AND m.network_id = $1 AND m.kind = $2
             AND (m.from_day IS NULL OR m.from_day <= $3)
             AND (m.until_day IS NULL OR m.until_day >= $3)) "
    };
}

macro_rules! of_none_shown {
    () => {
        "SELECT o.id, o.network_id, o.name, o.short_name, o.street, o.postcode, o.town, o.phone,
                o.mail, o.web, o.can_host, o.note, o.ended, o.sort_key
         FROM organisation o
         WHERE o.network_id = $1 AND o.ended = FALSE AND NOT EXISTS (
             SELECT 1 FROM membership m WHERE m.organisation_id = o.id
             AND m.network_id = $1
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)) "
    };
}

/// The first organisations of a list, in no order: all of them, where they are few.
pub(crate) fn first_organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    most: i64,
) -> Result<Vec<Listed>, Fault> {
    match list.kind {
        "closed" => conn.all(
            sql!(
                "SELECT o.id, o.sort_key, o.found_by FROM organisation o
                 WHERE o.network_id = $1 AND o.ended = TRUE LIMIT $2"
            ),
            params![list.network, most],
            read_listed,
        ),
        "other" => conn.all(
            sql!(
                "SELECT o.id, o.sort_key, o.found_by FROM organisation o
                 WHERE o.network_id = $1 AND o.ended = FALSE AND NOT EXISTS (
                     SELECT 1 FROM membership m WHERE m.organisation_id = o.id
                     AND m.network_id = $1
                     AND (m.from_day IS NULL OR m.from_day <= $2)
                     AND (m.until_day IS NULL OR m.until_day >= $2)) LIMIT $3"
            ),
            params![list.network, list.on, most],
            read_listed,
        ),
        kind => conn.all(
            sql!(
                "SELECT DISTINCT o.id, o.sort_key, o.found_by
                 FROM membership m JOIN organisation o ON o.id = m.organisation_id
                 WHERE m.network_id = $1 AND m.kind = $2 AND o.network_id = $1
                 AND o.ended = FALSE
                 AND (m.from_day IS NULL OR m.from_day <= $3)
                 AND (m.until_day IS NULL OR m.until_day >= $3) LIMIT $4"
            ),
            params![list.network, kind, list.on, most],
            read_listed,
        ),
    }
}

/// How many organisations of a list stand before this beginning of a name; with none, how many
/// there are.
pub(crate) fn count_organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    before: Option<&str>,
) -> Result<i64, Fault> {
    let before = before.unwrap_or("\u{10FFFF}");
    match list.kind {
        "closed" => conn.count(
            sql!(
                "SELECT COUNT(*) FROM organisation o
                 WHERE o.network_id = $1 AND o.ended = TRUE AND o.sort_key < $2"
            ),
            params![list.network, before],
        ),
        "other" => conn.count(
            sql!(
                "SELECT COUNT(*) FROM organisation o
                 WHERE o.network_id = $1 AND o.ended = FALSE AND NOT EXISTS (
                     SELECT 1 FROM membership m WHERE m.organisation_id = o.id
                     AND m.network_id = $1
                     AND (m.from_day IS NULL OR m.from_day <= $2)
                     AND (m.until_day IS NULL OR m.until_day >= $2)) AND o.sort_key < $3"
            ),
            params![list.network, list.on, before],
        ),
        kind => conn.count(
            sql!(
                "SELECT COUNT(DISTINCT o.id)
                 FROM membership m JOIN organisation o ON o.id = m.organisation_id
                 WHERE m.network_id = $1 AND m.kind = $2 AND o.network_id = $1
                 AND o.ended = FALSE
                 AND (m.from_day IS NULL OR m.from_day <= $3)
                 AND (m.until_day IS NULL OR m.until_day >= $3) AND o.sort_key < $4"
            ),
            params![list.network, kind, list.on, before],
        ),
    }
}

/// The organisations of a long list from a place on, by name, with what they sort by.
pub(crate) fn listed_organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    (from, limit): (&Beginning, i64),
) -> Result<Vec<(Organisation, String)>, Fault> {
    let (key, id) = &from.key;
    let read = |row: &mut Row| Ok((read_organisation(row)?, row.take()?));
    match list.kind {
        "closed" => conn.all(
            sql!(
                "SELECT o.id, o.network_id, o.name, o.short_name, o.street, o.postcode, o.town,
                        o.phone, o.mail, o.web, o.can_host, o.note, o.ended, o.sort_key
                 FROM organisation o
                 WHERE o.network_id = $1 AND o.ended = TRUE AND (o.sort_key, o.id) >= ($2, $3)
                 ORDER BY o.sort_key, o.id LIMIT $4 OFFSET $5"
            ),
            params![list.network, key, *id, limit, from.further],
            read,
        ),
        "other" => conn.all(
            sql!(
                of_none_shown!,
                "AND (o.sort_key, o.id) >= ($3, $4)
                 ORDER BY o.sort_key, o.id LIMIT $5 OFFSET $6"
            ),
            params![list.network, list.on, key, *id, limit, from.further],
            read,
        ),
        kind => conn.all(
            sql!(
                of_kind_shown!,
                "AND (o.sort_key, o.id) >= ($4, $5)
                 ORDER BY o.sort_key, o.id LIMIT $6 OFFSET $7"
            ),
            params![list.network, kind, list.on, key, *id, limit, from.further],
            read,
        ),
    }
}

/// The kinds of an organisation's memberships in a network on a day.
pub(crate) fn kinds_of(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    organisation: OrganisationId,
) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!(
            "SELECT m.kind FROM membership m
             WHERE m.organisation_id = $1 AND m.network_id = $2
             AND (m.from_day IS NULL OR m.from_day <= $3)
             AND (m.until_day IS NULL OR m.until_day >= $3)"
        ),
        params![organisation, network, on],
        Row::take,
    )
}

/// Which people a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PeopleList {
    /// Of which network.
    pub(crate) network: NetworkId,
    /// Whether those whose records are closed.
    pub(crate) closed: bool,
}

/// The first people of a list, in no order: all of them, where they are few.
pub(crate) fn first_people(
    conn: &mut Conn<'_>,
    list: PeopleList,
    most: i64,
) -> Result<Vec<Listed>, Fault> {
    conn.all(
        sql!(
            "SELECT p.id, p.sort_key, p.found_by FROM person p
             WHERE p.network_id = $1 AND p.ended = $2 LIMIT $3"
        ),
        params![list.network, list.closed, most],
        read_listed,
    )
}

/// How many people of a list stand before this beginning of a name; with none, how many there
/// are.
pub(crate) fn count_people(
    conn: &mut Conn<'_>,
    list: PeopleList,
    before: Option<&str>,
) -> Result<i64, Fault> {
    let before = before.unwrap_or("\u{10FFFF}");
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM person p
             WHERE p.network_id = $1 AND p.ended = $2 AND p.sort_key < $3"
        ),
        params![list.network, list.closed, before],
    )
}

/// The people of a long list from a place on, by name, each with the main function of the day
/// and with what they sort by.
pub(crate) fn listed_people(
    conn: &mut Conn<'_>,
    (list, on): (PeopleList, Date),
    (from, limit): (&Beginning, i64),
) -> Result<Vec<(Representative, String)>, Fault> {
    let (key, id) = &from.key;
    // The index alone leads to the page; the records are read for what is shown.
    let people = conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended, p.sort_key
             FROM (SELECT id FROM person
                   WHERE network_id = $1 AND ended = $2 AND (sort_key, id) >= ($3, $4)
                   ORDER BY sort_key, id LIMIT $5 OFFSET $6) shown
             JOIN person p ON p.id = shown.id ORDER BY p.sort_key, p.id"
        ),
        params![list.network, list.closed, key, *id, limit, from.further],
        |row| Ok((read_person(row)?, row.take::<String>()?)),
    )?;
    let mut listed = Vec::with_capacity(people.len());
    for (person, key) in people {
        listed.push((super::with_main_function(conn, person, on)?, key));
    }
    Ok(listed)
}

/// Whether a network has no more than so many people whose records are open.
pub(crate) fn has_few_people(
    conn: &mut Conn<'_>,
    network: NetworkId,
    most: i64,
) -> Result<bool, Fault> {
    let count = conn.count(
        sql!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM person
             WHERE network_id = $1 AND ended = FALSE LIMIT $2) p"
        ),
        params![network, most + 1],
    )?;
    Ok(count <= most)
}

/// Whether a network has no more than so many organisations whose records are open.
pub(crate) fn has_few_organisations(
    conn: &mut Conn<'_>,
    network: NetworkId,
    most: i64,
) -> Result<bool, Fault> {
    let count = conn.count(
        sql!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM organisation
             WHERE network_id = $1 AND ended = FALSE LIMIT $2) o"
        ),
        params![network, most + 1],
    )?;
    Ok(count <= most)
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

/// The organisations that belong to a network in some way on a day, by name.
///
/// # Errors
/// When the database fails.
pub fn organisations_of_kind(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    kind: MembershipKind,
) -> Result<Vec<Organisation>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT o.id, o.network_id, o.name, o.short_name, o.street, o.postcode,
                    o.town, o.phone, o.mail, o.web, o.can_host, o.note, o.ended, o.sort_key
             FROM membership m JOIN organisation o ON o.id = m.organisation_id
             WHERE m.network_id = $1 AND m.kind = $2 AND o.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $3)
             AND (m.until_day IS NULL OR m.until_day >= $3) ORDER BY o.sort_key, o.id"
        ),
        params![network, kind.word(), on],
        read_organisation,
    )
}
