//! People and their functions in the database.

use base::{Fault, FunctionId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::likeness;
use crate::rules::sort_key;
use crate::types::{Function, Person, Term};

/// A person by id.
pub fn person(conn: &mut Conn<'_>, id: PersonId) -> Result<Option<Person>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, name, sort_name, address_form, mail, phone, lang, note, ended
             FROM person WHERE id = $1"
        ),
        params![id],
        read_person,
    )
}

/// A network's people whose records are open, by name.
pub(crate) fn open_people_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Person>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, sort_name, address_form, mail, phone, lang, note, ended
             FROM person WHERE network_id = $1 AND ended = FALSE ORDER BY sort_key, id"
        ),
        params![network],
        read_person,
    )
}

/// A network's people, closed records too, in no order.
pub(crate) fn every_person_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Person>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, sort_name, address_form, mail, phone, lang, note, ended
             FROM person WHERE network_id = $1"
        ),
        params![network],
        read_person,
    )
}

/// The people of all networks whom letters reach at this address, by id.
pub fn people_by_mail(conn: &mut Conn<'_>, mail: &str) -> Result<Vec<Person>, Fault> {
    conn.all(
        sql!(
            "SELECT id, network_id, name, sort_name, address_form, mail, phone, lang, note, ended
             FROM person WHERE LOWER(mail) = $1 AND mail <> '' AND ended = FALSE
             ORDER BY id LIMIT 20"
        ),
        params![mail.trim().to_lowercase()],
        read_person,
    )
}

/// Reads the ten columns of a person.
pub(super) fn read_person(row: &mut Row) -> Result<Person, Fault> {
    Ok(Person {
        id: row.take()?,
        network: row.take()?,
        name: row.take()?,
        sort_name: row.take()?,
        address_form: row.take()?,
        mail: row.take()?,
        phone: row.take()?,
        lang: row.take()?,
        note: row.take()?,
        ended: row.take()?,
    })
}

/// Enters a person.
pub(crate) fn insert_person(conn: &mut Conn<'_>, it: &Person) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO person
             (id, network_id, name, sort_name, address_form, mail, phone, lang, note, ended,
              sort_key)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            it.id,
            it.network,
            it.name,
            it.sort_name,
            it.address_form,
            it.mail,
            it.phone,
            it.lang,
            it.note,
            it.ended,
            sort_key(&it.sort_name)
        ],
    )?;
    likeness::enter_person(conn, it)
}

/// Writes a person's record.
pub(crate) fn update_person(conn: &mut Conn<'_>, it: &Person) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE person SET name = $2, sort_name = $3, address_form = $4, mail = $5,
             phone = $6, lang = $7, note = $8, ended = $9, sort_key = $10
             WHERE id = $1"
        ),
        params![
            it.id,
            it.name,
            it.sort_name,
            it.address_form,
            it.mail,
            it.phone,
            it.lang,
            it.note,
            it.ended,
            sort_key(&it.sort_name)
        ],
    )?;
    likeness::keep_person(conn, it)
}

/// Writes the words that lists find a person by.
pub(crate) fn write_person_words(
    conn: &mut Conn<'_>,
    id: PersonId,
    words: &str,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE person SET found_by = $2 WHERE id = $1"),
        params![id, words],
    )?;
    Ok(())
}

/// How every statement about functions begins.
macro_rules! functions {
    () => {
        "SELECT f.id, f.person_id, p.name, f.organisation_id, o.name, f.title, f.contact,
                f.voting, f.from_day, f.until_day
         FROM person_function f JOIN person p ON p.id = f.person_id
         JOIN organisation o ON o.id = f.organisation_id "
    };
}

/// A person's functions, the newest first.
pub(crate) fn functions_of_person(
    conn: &mut Conn<'_>,
    person: PersonId,
) -> Result<Vec<Function>, Fault> {
    conn.all(
        sql!(
            functions!,
            "WHERE f.person_id = $1 ORDER BY COALESCE(f.from_day, '') DESC, f.id DESC"
        ),
        params![person],
        read_function,
    )
}

/// The functions at an organisation, the newest first.
pub(crate) fn functions_at(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Function>, Fault> {
    conn.all(
        sql!(
            functions!,
            "WHERE f.organisation_id = $1 ORDER BY COALESCE(f.from_day, '') DESC, f.id DESC"
        ),
        params![organisation],
        read_function,
    )
}

/// The functions that give an organisation's vote, whenever they hold; closed records give none.
pub(crate) fn voters_at(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Function>, Fault> {
    conn.all(
        sql!(
            functions!,
            "WHERE f.organisation_id = $1 AND f.voting = TRUE AND p.ended = FALSE ORDER BY f.id"
        ),
        params![organisation],
        read_function,
    )
}

/// A function by its id.
pub(crate) fn function(conn: &mut Conn<'_>, id: FunctionId) -> Result<Option<Function>, Fault> {
    conn.one(
        sql!(
            functions!,
            "WHERE f.id = $1"
        ),
        params![id],
        read_function,
    )
}

pub(super) fn read_function(row: &mut Row) -> Result<Function, Fault> {
    Ok(Function {
        id: row.take()?,
        person: row.take()?,
        person_name: row.take()?,
        organisation: row.take()?,
        organisation_name: row.take()?,
        title: row.take()?,
        contact: row.take()?,
        voting: row.take()?,
        term: Term {
            from: row.take()?,
            until: row.take()?,
        },
    })
}

/// Enters a function.
pub(crate) fn insert_function(
    conn: &mut Conn<'_>,
    id: FunctionId,
    it: &crate::actions::FunctionInput,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO person_function
             (id, person_id, organisation_id, title, contact, voting, from_day, until_day)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            it.person,
            it.organisation,
            it.title,
            it.contact,
            it.voting,
            it.term.from,
            it.term.until
        ],
    )?;
    Ok(())
}

/// Writes what a function is called, whether it speaks and votes for the organisation, and its
/// days.
pub(crate) fn update_function(conn: &mut Conn<'_>, it: &Function) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE person_function SET title = $2, contact = $3, voting = $4, from_day = $5,
             until_day = $6 WHERE id = $1"
        ),
        params![
            it.id,
            it.title,
            it.contact,
            it.voting,
            it.term.from,
            it.term.until
        ],
    )?;
    Ok(())
}

/// Writes a function's last day.
pub(crate) fn end_function(
    conn: &mut Conn<'_>,
    id: FunctionId,
    until: Option<Date>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE person_function SET until_day = $2 WHERE id = $1"),
        params![id, until],
    )?;
    Ok(())
}

/// The function through which a person comes on a day; a contact's first.
pub fn main_function(
    conn: &mut Conn<'_>,
    person: PersonId,
    on: Date,
) -> Result<Option<FunctionId>, Fault> {
    let mut functions = functions_of_person(conn, person)?;
    functions.retain(|it| it.term.holds_on(on));
    functions.sort_by_key(|it| (!it.contact, it.term.from, it.id));
    Ok(functions.first().map(|it| it.id))
}

/// Takes out a function that was entered by mistake.
pub(crate) fn delete_function(conn: &mut Conn<'_>, id: FunctionId) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM person_function WHERE id = $1"),
        params![id],
    )?;
    Ok(())
}

/// Who gives an organisation's vote on a day: whoever is marked for it, else the first contact.
pub fn voting_representative(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
    on: Date,
) -> Result<Option<PersonId>, Fault> {
    conn.one(
        sql!(
            "SELECT f.person_id FROM person_function f
             JOIN person p ON p.id = f.person_id AND p.ended = FALSE
             JOIN organisation o ON o.id = f.organisation_id AND o.ended = FALSE
             WHERE f.organisation_id = $1 AND f.contact = TRUE
             AND (f.from_day IS NULL OR f.from_day <= $2)
             AND (f.until_day IS NULL OR f.until_day >= $2)
             ORDER BY CASE WHEN f.voting THEN 0 ELSE 1 END, COALESCE(f.from_day, ''), f.id
             LIMIT 1"
        ),
        params![organisation, on],
        Row::take,
    )
}
