//! By what organisations and people are found: in their lists, and by the search over everything.

use base::access::Audience;
use base::{Fault, Moment, PersonId};
use jiff::tz::TimeZone;
use shell::Named;
use store::{Conn, Filling, Indexed};
use uuid::Uuid;

use crate::types::Organisation;
use crate::{links, records, rules};

/// What makes everything findable that was entered before there were words for it.
pub(crate) const FILLING: Filling = Filling {
    name: "register-words-1",
    run: find_all,
};

/// What makes everything findable by its words as they stand, where it was by their stems.
pub(crate) const WORDS: Filling = Filling {
    name: "register-words-2",
    run: find_again,
};

/// What makes closed records findable in the lists of those.
pub(crate) const CLOSED: Filling = Filling {
    name: "register-words-3",
    run: find_closed,
};

pub(crate) const ORGANISATION: &str = "organisation";
pub(crate) const PERSON: &str = "person";
/// Closed records are found in their own lists alone, and by the office.
pub(crate) const CLOSED_ORGANISATION: &str = "closed-organisation";
pub(crate) const CLOSED_PERSON: &str = "closed-person";

/// As what a record is found and as what no more, and who finds it.
fn found_as(
    ended: bool,
    (open, closed): (&'static str, &'static str),
) -> (&'static str, &'static str, Audience) {
    if ended {
        (closed, open, Audience::Office)
    } else {
        (open, closed, Audience::Members)
    }
}

/// Lets an organisation be found by its members; a closed one only in the list of those.
pub(super) fn find_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Organisation,
) -> Result<(), Fault> {
    let (kind, other, audience) = found_as(it.ended, (ORGANISATION, CLOSED_ORGANISATION));
    conn.unindex(other, it.id.into())?;
    let Some(network) = records::network(conn, it.network)? else {
        return conn.unindex(kind, it.id.into());
    };
    conn.index(
        moment,
        &Indexed {
            network: it.network,
            kind,
            subject: it.id.into(),
            audience,
            title: &it.name,
            href: &links::below(links::ORGANISATION, &network.slug, it.id),
            day: None,
            text: &[&it.short_name, &it.street, &it.postcode, &it.town]
                .map(String::as_str)
                .join(" "),
        },
    )
}

/// Lets a person be found by name and by the functions that have not ended; one whose record is
/// closed only in the list of those.
pub(crate) fn find_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: PersonId,
) -> Result<(), Fault> {
    let Some(person) = records::person(conn, id)? else {
        return Ok(());
    };
    let functions = records::functions_of_person(conn, id)?;
    let today = moment.now().to_zoned(TimeZone::UTC).date();
    let current = functions
        .iter()
        .filter(|it| it.term.until.is_none_or(|until| until >= today));
    let text: Vec<&str> = current
        .flat_map(|it| [it.title.as_str(), it.organisation_name.as_str()])
        .collect();
    let text = text.join(" ");
    records::write_person_words(conn, id, &rules::found_by(&[&person.name, &text]))?;
    let (kind, other, audience) = found_as(person.ended, (PERSON, CLOSED_PERSON));
    conn.unindex(other, id.into())?;
    let Some(network) = records::network(conn, person.network)? else {
        return conn.unindex(kind, id.into());
    };
    conn.index(
        moment,
        &Indexed {
            network: person.network,
            kind,
            subject: id.into(),
            audience,
            title: &person.name,
            href: &links::below(links::PERSON, &network.slug, id),
            day: None,
            text: &text,
        },
    )
}

/// The people who are found by an organisation's name, after it has got another.
pub(super) fn find_people_at(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Organisation,
) -> Result<(), Fault> {
    for function in records::functions_at(conn, it.id)? {
        find_person(conn, moment, function.person)?;
    }
    Ok(())
}

/// Lets an organisation that is gone be found no more.
pub(crate) fn forget_organisation(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.unindex(ORGANISATION, id)?;
    conn.unindex(CLOSED_ORGANISATION, id)
}

/// Lets a person who is gone be found no more.
pub(crate) fn forget_person(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.unindex(PERSON, id)?;
    conn.unindex(CLOSED_PERSON, id)
}

/// Lets a record be found as it now stands, after its row was written past the register's own
/// acts: in lists, by the search, among those that look alike. One that is gone is found no
/// more.
///
/// # Errors
/// When the database fails.
pub fn refresh(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (named, id): (Named, Uuid),
) -> Result<(), Fault> {
    match named {
        Named::Person => match records::person(conn, id.into())? {
            Some(person) => {
                records::update_person(conn, &person)?;
                find_person(conn, moment, person.id)
            }
            None => forget_person(conn, id),
        },
        Named::Organisation => match records::organisation(conn, id.into())? {
            Some(organisation) => {
                records::update_organisation(conn, &organisation)?;
                find_organisation(conn, moment, &organisation)?;
                find_people_at(conn, moment, &organisation)
            }
            None => forget_organisation(conn, id),
        },
        // Groups are read where they are shown.
        Named::Group => Ok(()),
    }
}

fn find_all(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    for network in records::networks(conn)? {
        for organisation in records::every_organisation_of(conn, network.id)? {
            records::update_organisation(conn, &organisation)?;
            find_organisation(conn, moment, &organisation)?;
        }
        for person in records::every_person_of(conn, network.id)? {
            records::update_person(conn, &person)?;
            find_person(conn, moment, person.id)?;
        }
    }
    Ok(())
}

fn find_again(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    for network in records::networks(conn)? {
        for organisation in records::every_organisation_of(conn, network.id)? {
            find_organisation(conn, moment, &organisation)?;
        }
        for person in records::every_person_of(conn, network.id)? {
            find_person(conn, moment, person.id)?;
        }
    }
    Ok(())
}

fn find_closed(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<(), Fault> {
    for network in records::networks(conn)? {
        let organisations = records::every_organisation_of(conn, network.id)?.into_iter();
        for organisation in organisations.filter(|it| it.ended) {
            find_organisation(conn, moment, &organisation)?;
        }
        let people = records::every_person_of(conn, network.id)?.into_iter();
        for person in people.filter(|it| it.ended) {
            find_person(conn, moment, person.id)?;
        }
    }
    Ok(())
}
