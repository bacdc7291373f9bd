//! Records field by field: what a draft would fill of them, and whether somebody has changed them
//! since a draft has made them.

use base::{Fault, PersonId};
use calendar::dates;
use gatherings::{Gathering, GatheringInput, Speaker};
use publishing::Post;
use register::{Function, Organisation, Person};
use store::Conn;

use crate::rules::Values;

/// Fields with what stands in them; empty ones are left out.
pub(super) fn of<'f>(fields: impl IntoIterator<Item = (&'f str, String)>) -> Values {
    let filled = fields.into_iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// One line for each: name; function; body.
pub(super) fn speakers(all: &[Speaker]) -> String {
    let lines: Vec<String> = all
        .iter()
        .map(|it| format!("{}; {}; {}", it.name, it.function, it.body))
        .collect();
    lines.join("\n")
}

/// The fields of a gathering that a draft has, too.
pub(super) fn gathering(it: &Gathering) -> Values {
    of([
        ("title", it.title.clone()),
        ("venue", it.venue_name.clone()),
        ("street", it.venue_street.clone()),
        ("postcode", it.venue_postcode.clone()),
        ("town", it.venue_town.clone()),
        (
            "series",
            it.series.map_or_else(String::new, |it| it.to_string()),
        ),
        ("speakers", speakers(&it.guests)),
        ("about", it.about.clone()),
    ])
}

/// All of a gathering, to notice a change: its facts, its state, and what hangs on it.
pub(super) fn whole_gathering(conn: &mut Conn<'_>, it: &Gathering) -> Result<Values, Fault> {
    let agenda = gatherings::agenda(conn, it.id)?.len();
    let documents = gatherings::documents(conn, it.id)?.len();
    let guests = gatherings::guest_count(conn, it.id)?;
    let input = GatheringInput::of(it);
    let rest = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        input.group,
        input.series_number,
        input.host,
        input.audience,
        input.tags,
        input.co_organisers
    );
    let mut facts = gathering(it);
    facts.extend(of([
        ("starts", dates::iso_local(it.starts)),
        ("ends", dates::iso_local(it.ends)),
        ("focus", it.focus.clone()),
        ("access", it.venue_access.clone()),
        ("online", it.online_url.clone()),
        ("state", it.state.word().to_owned()),
        ("rest", rest),
        ("below", format!("{agenda} {documents} {guests}")),
    ]));
    Ok(facts)
}

/// An organisation.
pub(super) fn organisation(it: &Organisation) -> Values {
    of([
        ("name", it.name.clone()),
        ("short_name", it.short_name.clone()),
        ("street", it.street.clone()),
        ("postcode", it.postcode.clone()),
        ("town", it.town.clone()),
        ("phone", it.phone.clone()),
        ("mail", it.mail.clone()),
        ("web", it.web.clone()),
        ("note", it.note.clone()),
    ])
}

/// A person.
pub(super) fn person(it: &Person) -> Values {
    of([
        ("name", it.name.clone()),
        ("mail", it.mail.clone()),
        ("phone", it.phone.clone()),
        ("note", it.note.clone()),
    ])
}

/// What somebody is somewhere.
pub(super) fn function(it: &Function) -> Values {
    of([
        ("title", it.title.clone()),
        ("contact", it.contact.to_string()),
        ("voting", it.voting.to_string()),
        ("term", format!("{:?}", it.term)),
    ])
}

/// The functions of a person.
pub(super) fn functions(conn: &mut Conn<'_>, it: &Person) -> Result<Vec<Function>, Fault> {
    let id: PersonId = it.id;
    let all = register::whole::functions(conn, it.network)?;
    Ok(all.into_iter().filter(|it| it.person == id).collect())
}

/// A post.
pub(super) fn post(it: &Post) -> Values {
    of([
        ("title", it.title.clone()),
        ("version", it.version.to_string()),
        ("state", it.state.word().to_owned()),
    ])
}
