//! Mailing lists in the database, and whom they reach.

use base::{Fault, MailingListId, NetworkId, PersonId};
use jiff::civil::Date;
use store::{Bind, Conn, Row, params, sql};

use super::rules::{MailingList, Wanted};
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

macro_rules! wanted {
    () => {
        "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                p.lang, p.note, p.ended, f.title, o.id, o.name, o.town
         FROM person_function f
         JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
         JOIN person p ON p.id = f.person_id AND p.ended = FALSE
         WHERE (o.network_id = $1 OR EXISTS (
             SELECT 1 FROM membership m
             WHERE m.organisation_id = o.id AND m.network_id = $1
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)))
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
             AND (g.until_day IS NULL OR g.until_day >= $2))) "
    };
}

/// Everybody who is wanted on a day, each once, by name; of one person only where that is
/// asked. Organisations count that belong to the network or whose record is kept there.
pub(super) fn people(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    wanted: &Wanted,
    only: Option<PersonId>,
) -> Result<Vec<Representative>, Fault> {
    let contact = wanted
        .contact
        .map_or("", |it| if it { "yes" } else { "no" });
    let mut values = vec![
        network.bind(),
        on.bind(),
        wanted.kind.bind(),
        contact.bind(),
        wanted.group.is_some().bind(),
        wanted.group.bind(),
    ];
    let read = |row: &mut Row| Ok((read_contact(row)?, row.take::<String>()?));
    let found = match only {
        None => conn.all(
            sql!(
                wanted!,
                "ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id"
            ),
            &values,
            read,
        )?,
        Some(person) => {
            values.push(person.bind());
            conn.all(
                sql!(
                    wanted!,
                    "AND p.id = $7
                     ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id"
                ),
                &values,
                read,
            )?
        }
    };
    let fitting = found
        .into_iter()
        .filter(|(person, town)| wanted.fits(&person.function, town))
        .map(|(person, _)| person);
    Ok(each_once(fitting.collect()))
}
