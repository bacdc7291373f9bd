//! A person's record, functions and groups as something that is kept.

use base::{Fault, Moment};
use shell::{Erased, Held, How, NOBODY, Named, Whom, Words};
use store::{Conn, params, sql};

use crate::actions::finding::forget_person;
use crate::links;
use crate::records::people::{functions_of_person, person};
use crate::rules::sort_key;

pub(super) fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let Some(it) = person(conn, whom.person)? else {
        return Ok(Vec::new());
    };
    let page = links::below(links::PERSON, &whom.slug, whom.person);
    let mut held: Vec<Held> = [
        ("register-name", it.name),
        ("register-sort-name", it.sort_name),
        ("register-mail", it.mail),
        ("register-phone", it.phone),
        ("register-note", it.note),
    ]
    .into_iter()
    .filter(|(_, words)| !words.is_empty())
    .map(|(what, words)| Held::new(what, words).on(page.clone()))
    .collect();
    for (what, key) in [
        ("register-lang", format!("register-lang-{}", it.lang.tag())),
        (
            "register-address-form",
            format!("register-address-{}", it.address_form),
        ),
    ] {
        held.push(Held::said(what, key).on(page.clone()));
    }
    for function in functions_of_person(conn, whom.person)? {
        let at = format!("{}, {}", function.title, function.organisation_name);
        let words = Words::Record(at).for_term(function.term.from, function.term.until);
        held.push(Held::of("register-function", words).on(page.clone()));
    }
    held.extend(conn.all(
        sql!(
            "SELECT g.name, m.title, m.from_day, m.until_day FROM group_member m
             JOIN network_group g ON g.id = m.group_id WHERE m.person_id = $1
             ORDER BY g.name, m.id"
        ),
        params![whom.person],
        |row| {
            let (name, title): (String, String) = (row.take()?, row.take()?);
            let (from, until) = (row.take()?, row.take()?);
            let at = if title.is_empty() {
                name
            } else {
                format!("{name}, {title}")
            };
            let words = Words::Record(at).for_term(from, until);
            Ok(Held::of("register-holding-group", words))
        },
    )?);
    Ok(held)
}

pub(super) fn erase(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    how: How,
) -> Result<Vec<Erased>, Fault> {
    let of = params![whom.person];
    conn.exec(sql!("DELETE FROM account_person WHERE person_id = $1"), of)?;
    let functions = conn.exec(sql!("DELETE FROM person_function WHERE person_id = $1"), of)?;
    let groups = conn.exec(sql!("DELETE FROM group_member WHERE person_id = $1"), of)?;
    crate::likeness::forget(conn, Named::Person, whom.person.into())?;
    forget_person(conn, whom.person.into())?;
    let record = match how {
        How::Erase => {
            let gone = conn.exec(sql!("DELETE FROM person WHERE id = $1"), of)?;
            Erased::deleted("register-holding-record", gone)
        }
        How::Anonymise => {
            let gone = conn.exec(
                sql!(
                    "UPDATE person SET name = $2, sort_name = $2, sort_key = $3, found_by = '',
                     address_form = 'neutral', mail = '', phone = '', note = '', ended = TRUE
                     WHERE id = $1 AND name <> $2"
                ),
                params![whom.person, NOBODY, sort_key(NOBODY)],
            )?;
            Erased::anonymised("register-holding-record", gone)
        }
    };
    Ok(vec![
        Erased::deleted("register-functions", functions),
        Erased::deleted("register-groups", groups),
        record,
    ])
}
