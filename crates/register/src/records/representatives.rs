//! People with the function through which they come.

use std::collections::{HashMap, HashSet};

use base::{Fault, GroupId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use super::people::read_person;
use crate::types::{Person, Representative};

struct Post {
    person: PersonId,
    title: String,
    organisation: (OrganisationId, String),
}

/// A network's people whose records are open, each with the main function of the day.
pub(crate) fn people_on(
    conn: &mut Conn<'_>,
    network: NetworkId,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    let people = super::open_people_of(conn, network)?;
    let mut posts: HashMap<PersonId, Post> = HashMap::new();
    for post in posts_on(conn, network, on)? {
        posts.entry(post.person).or_insert(post);
    }
    Ok(people
        .into_iter()
        .map(|person| {
            let post = posts.remove(&person.id);
            with_post(person, post)
        })
        .collect())
}

/// A network's people whose records are open, each with the main function they have.
///
/// A function counts until somebody enters its last day.
pub fn people_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Representative>, Fault> {
    people_on(conn, network, Date::MAX)
}

/// A person with the main function of the day.
pub fn representative(
    conn: &mut Conn<'_>,
    person: PersonId,
    on: Date,
) -> Result<Option<Representative>, Fault> {
    match super::person(conn, person)? {
        Some(person) => with_main_function(conn, person, on).map(Some),
        None => Ok(None),
    }
}

/// A person together with the main function of the day.
pub(crate) fn with_main_function(
    conn: &mut Conn<'_>,
    person: Person,
    on: Date,
) -> Result<Representative, Fault> {
    let post = conn.one(
        sql!(
            "SELECT f.person_id, f.title, o.id, o.name
             FROM person_function f JOIN organisation o ON o.id = f.organisation_id
             WHERE f.person_id = $1 AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)
             ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id"
        ),
        params![person.id, on],
        read_post,
    )?;
    Ok(with_post(person, post))
}

fn posts_on(conn: &mut Conn<'_>, network: NetworkId, on: Date) -> Result<Vec<Post>, Fault> {
    conn.all(
        sql!(
            "SELECT f.person_id, f.title, o.id, o.name
             FROM person_function f JOIN organisation o ON o.id = f.organisation_id
             WHERE o.network_id = $1 AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)
             ORDER BY CASE WHEN f.contact THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id"
        ),
        params![network, on],
        read_post,
    )
}

fn read_post(row: &mut Row) -> Result<Post, Fault> {
    Ok(Post {
        person: row.take()?,
        title: row.take()?,
        organisation: (row.take()?, row.take()?),
    })
}

fn with_post(person: Person, post: Option<Post>) -> Representative {
    let (function, organisation) = match post {
        Some(post) => (post.title, Some(post.organisation)),
        None => (String::new(), None),
    };
    Representative {
        person,
        function,
        organisation,
    }
}

/// Everyone whom a group's mail reaches on a day: its people, and the contacts of its
/// organisations; each person once, by name.
pub fn members_of_group(
    conn: &mut Conn<'_>,
    group: GroupId,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    let direct = conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended, m.title
             FROM group_member m JOIN person p ON p.id = m.person_id
             WHERE m.group_id = $1 AND p.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)"
        ),
        params![group, on],
        |row| Ok((read_person(row)?, row.take::<String>()?)),
    )?;
    let mut found = Vec::new();
    for (person, title) in direct {
        if let Some(mut representative) = representative(conn, person.id, on)? {
            if !title.is_empty() {
                representative.function = title;
            }
            found.push(representative);
        }
    }
    found.extend(contacts_in_group(conn, group, on)?);
    Ok(each_once(found))
}

fn contacts_in_group(
    conn: &mut Conn<'_>,
    group: GroupId,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended, f.title, o.id, o.name
             FROM group_member m JOIN organisation o ON o.id = m.organisation_id
             JOIN person_function f ON f.organisation_id = o.id AND f.contact = TRUE
             JOIN person p ON p.id = f.person_id
             WHERE m.group_id = $1 AND o.ended = FALSE AND p.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)"
        ),
        params![group, on],
        read_contact,
    )
}

/// The contacts of all organisations that are members on a day; each person once, by name.
pub fn member_contacts(
    conn: &mut Conn<'_>,
    network: NetworkId,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended, f.title, o.id, o.name
             FROM membership m JOIN organisation o ON o.id = m.organisation_id
             JOIN person_function f ON f.organisation_id = o.id AND f.contact = TRUE
             JOIN person p ON p.id = f.person_id
             WHERE m.network_id = $1 AND m.kind = 'member' AND o.ended = FALSE
             AND p.ended = FALSE
             AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)"
        ),
        params![network, on],
        read_contact,
    )?;
    Ok(each_once(found))
}

/// The names of functions that several people of a network have, the most frequent first, with
/// how many have them. A function counts until somebody enters its last day.
pub fn shared_functions(
    conn: &mut Conn<'_>,
    network: NetworkId,
    most: i64,
) -> Result<Vec<(String, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT f.title, COUNT(DISTINCT f.person_id)
             FROM person_function f JOIN organisation o ON o.id = f.organisation_id
             JOIN person p ON p.id = f.person_id
             WHERE o.network_id = $1 AND o.ended = FALSE AND p.ended = FALSE
             AND f.until_day IS NULL
             GROUP BY f.title HAVING COUNT(DISTINCT f.person_id) > 1
             ORDER BY COUNT(DISTINCT f.person_id) DESC, f.title LIMIT $2"
        ),
        params![network, most],
        |row| Ok((row.take()?, row.take()?)),
    )
}

/// Everybody who has a function of this name on a day; each person once, by name.
pub fn people_with_function(
    conn: &mut Conn<'_>,
    network: NetworkId,
    title: &str,
    on: Date,
) -> Result<Vec<Representative>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT p.id, p.network_id, p.name, p.sort_name, p.address_form, p.mail, p.phone,
                    p.lang, p.note, p.ended, f.title, o.id, o.name
             FROM person_function f JOIN organisation o ON o.id = f.organisation_id
             JOIN person p ON p.id = f.person_id
             WHERE o.network_id = $1 AND f.title = $2 AND o.ended = FALSE AND p.ended = FALSE
             AND (f.from_day IS NULL OR f.from_day <= $3)
             AND (f.until_day IS NULL OR f.until_day >= $3)"
        ),
        params![network, title, on],
        read_contact,
    )?;
    Ok(each_once(found))
}

pub(crate) fn read_contact(row: &mut Row) -> Result<Representative, Fault> {
    Ok(Representative {
        person: read_person(row)?,
        function: row.take()?,
        organisation: Some((row.take()?, row.take()?)),
    })
}

pub(crate) fn each_once(mut people: Vec<Representative>) -> Vec<Representative> {
    let mut seen = HashSet::new();
    people.retain(|it| seen.insert(it.person.id));
    people.sort_by_cached_key(|it| crate::rules::sort_key(&it.person.sort_name));
    people
}
