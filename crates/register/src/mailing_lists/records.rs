//! Mailing lists in the database, and whom they reach.

use std::collections::HashSet;

use base::{Fault, MailingListId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Bind, Conn, Row, params, sql};
use uuid::Uuid;

use super::rules::{MailingList, Wanted, says};
use crate::fields::{self, CustomField, RecordKind};
use crate::records::{each_once, read_contact};
use crate::types::Representative;

/// A mailing list by its id.
pub fn mailing_list(conn: &mut Conn<'_>, id: MailingListId) -> Result<Option<MailingList>, Fault> {
    conn.one(
        sql!("SELECT id, network_id, name, about, wanted, ended FROM mailing_list WHERE id = $1"),
        params![id],
        read,
    )
}

/// A network's mailing lists that have not ended, by name.
pub fn mailing_lists_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<MailingList>, Fault> {
    let mut lists = every_list_of(conn, network)?;
    lists.retain(|list| !list.ended);
    Ok(lists)
}

/// A network's mailing lists, ended ones too, by name.
pub(super) fn every_list_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<MailingList>, Fault> {
    let mut lists = conn.all(
        sql!(
            "SELECT id, network_id, name, about, wanted, ended FROM mailing_list
             WHERE network_id = $1"
        ),
        params![network],
        read,
    )?;
    lists.sort_by_cached_key(|list| crate::rules::sort_key(&list.name));
    Ok(lists)
}

fn read(row: &mut Row) -> Result<MailingList, Fault> {
    Ok(MailingList {
        id: row.take()?,
        network: row.take()?,
        name: row.take()?,
        about: row.take()?,
        wanted: serde_json::from_str(&row.take::<String>()?)
            .map_err(|cause| Fault::because("read who is wanted on a list", cause))?,
        ended: row.take()?,
    })
}

/// Writes a list down, a new one or one that is known.
pub(super) fn put(conn: &mut Conn<'_>, it: &MailingList) -> Result<(), Fault> {
    let wanted = serde_json::to_string(&it.wanted)
        .map_err(|cause| Fault::because("write who is wanted on a list", cause))?;
    conn.exec(
        sql!(
            "INSERT INTO mailing_list (id, network_id, name, about, wanted, ended)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, about = EXCLUDED.about,
             wanted = EXCLUDED.wanted, ended = EXCLUDED.ended"
        ),
        params![it.id, it.network, it.name, it.about, wanted, it.ended],
    )?;
    Ok(())
}

/// How every statement about whom a list reaches begins. Organisations count that belong to the
/// network or whose record is kept there; of those that another network keeps, only who speaks
/// for them here: their other people are nobody's business here.
macro_rules! reached {
    () => {
        "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                p.lang, p.note, p.ended, f.title, o.id, o.name, o.town
         FROM person_function f
         JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
         JOIN person p ON p.id = f.person_id AND p.ended = FALSE
         WHERE (o.network_id = $1 OR o.id IN (
             SELECT m.organisation_id FROM membership m WHERE m.network_id = $1
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)))
         AND (p.network_id = $1 OR f.contact = TRUE OR EXISTS (
             SELECT 1 FROM group_member g JOIN network_group n ON n.id = g.group_id
             WHERE g.person_id = p.id AND n.network_id = $1 AND n.ended = FALSE
             AND (g.from_day IS NULL OR g.from_day <= $2)
             AND (g.until_day IS NULL OR g.until_day >= $2)))
         AND (f.from_day IS NULL OR f.from_day <= $2)
         AND (f.until_day IS NULL OR f.until_day >= $2)
         AND ($3 = '' OR EXISTS (
             SELECT 1 FROM membership m WHERE m.organisation_id = o.id
             AND m.network_id = $1 AND m.kind = $3
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)))
         AND ($4 = '' OR ($4 = 'yes') = f.contact)
         AND ($5 = FALSE OR EXISTS (
             SELECT 1 FROM group_member g WHERE g.group_id = $6
             AND (g.person_id = p.id OR (g.organisation_id = o.id AND f.contact = TRUE))
             AND (g.from_day IS NULL OR g.from_day <= $2)
             AND (g.until_day IS NULL OR g.until_day >= $2)))
         AND ($7 = '' OR EXISTS (
             SELECT 1 FROM organisation_region s WHERE s.organisation_id = o.id
             AND SUBSTR(s.ags, 1, LENGTH($7)) = $7)) "
    };
}

/// Everybody who is wanted on a day, each once, by name; of one person only where that is
/// asked.
pub(super) fn people(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    wanted: &Wanted,
    only: Option<PersonId>,
) -> Result<Vec<Representative>, Fault> {
    let contact = wanted
        .contact
        .map_or("", |it| if it { "yes" } else { "no" });
    let mut values = params![
        network,
        on,
        wanted.kind,
        contact,
        wanted.group.is_some(),
        wanted.group,
        wanted.region
    ]
    .to_vec();
    let read = |row: &mut Row| Ok((read_contact(row)?, row.take::<String>()?));
    // Two statements: one that may mean everybody finds nobody by the index of people.
    let found = match only {
        None => conn.all(
            sql!(
                reached!,
                "ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id"
            ),
            &values,
            read,
        )?,
        Some(person) => {
            values.push(person.bind());
            conn.all(
                sql!(
                    reached!,
                    "AND f.person_id = $8
                     ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''),
                     f.id"
                ),
                &values,
                read,
            )?
        }
    };
    let mut fitting: Vec<Representative> = found
        .into_iter()
        .filter(|(person, town)| wanted.fits(&person.function, town))
        .map(|(person, _)| person)
        .collect();
    keep_with_works(conn, wanted, &mut fitting)?;
    keep_with_own(conn, (network, on), wanted, &mut fitting)?;
    Ok(each_once(fitting))
}

/// So few people are asked one by one.
const FEW: usize = 20;

fn organisation_of(it: &Representative) -> Option<OrganisationId> {
    it.organisation.as_ref().map(|(id, _)| *id)
}

/// Keeps who comes from an organisation with one of the fields of work that are wanted.
fn keep_with_works(
    conn: &mut Conn<'_>,
    wanted: &Wanted,
    people: &mut Vec<Representative>,
) -> Result<(), Fault> {
    if wanted.works.is_empty() || people.is_empty() {
        return Ok(());
    }
    let mut with = HashSet::new();
    if people.len() <= FEW {
        for id in people.iter().filter_map(organisation_of) {
            let works = crate::records::profile(conn, id)?.works;
            if works.iter().any(|work| wanted.works.contains(work)) {
                with.insert(id);
            }
        }
    } else {
        for work in &wanted.works {
            let found = conn.all(
                sql!("SELECT organisation_id FROM organisation_work WHERE work_id = $1"),
                params![*work],
                Row::take::<OrganisationId>,
            )?;
            with.extend(found);
        }
    }
    people.retain(|it| organisation_of(it).is_some_and(|id| with.contains(&id)));
    Ok(())
}

/// Keeps those in whose records, or in those of their organisations, stands what is wanted.
fn keep_with_own(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    wanted: &Wanted,
    people: &mut Vec<Representative>,
) -> Result<(), Fault> {
    if wanted.own.is_empty() || people.is_empty() {
        return Ok(());
    }
    let defined = fields::every(conn, network)?;
    for (id, value) in &wanted.own {
        let Some(field) = defined.iter().find(|it| it.id == *id) else {
            continue;
        };
        let with: HashSet<Uuid> = contents(conn, field, on)?
            .into_iter()
            .filter(|(_, content)| says(field.value_kind, content, value))
            .map(|(record, _)| record)
            .collect();
        people.retain(|it| {
            let record = match field.record_kind {
                RecordKind::Person => Some(it.person.id.into()),
                _ => organisation_of(it).map(Uuid::from),
            };
            record.is_some_and(|id| with.contains(&id))
        });
    }
    Ok(())
}

/// What stands in a field, by person or by organisation; of memberships those that hold.
fn contents(
    conn: &mut Conn<'_>,
    field: &CustomField,
    on: Date,
) -> Result<Vec<(Uuid, String)>, Fault> {
    let read = |row: &mut Row| Ok((row.take()?, row.take()?));
    match field.record_kind {
        RecordKind::Person => conn.all(
            sql!(
                "SELECT person_id, content FROM custom_value
                 WHERE field_id = $1 AND person_id IS NOT NULL"
            ),
            params![field.id],
            read,
        ),
        RecordKind::Organisation => conn.all(
            sql!(
                "SELECT organisation_id, content FROM custom_value
                 WHERE field_id = $1 AND organisation_id IS NOT NULL"
            ),
            params![field.id],
            read,
        ),
        RecordKind::Membership => conn.all(
            sql!(
                "SELECT m.organisation_id, v.content FROM custom_value v
                 JOIN membership m ON m.id = v.membership_id
                 WHERE v.field_id = $1
                 AND (m.from_day IS NULL OR m.from_day <= $2)
                 AND (m.until_day IS NULL OR m.until_day >= $2)"
            ),
            params![field.id, on],
            read,
        ),
    }
}
