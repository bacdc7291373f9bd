//! Records field by field: what a draft would fill of them, and whether somebody has changed them
//! since a draft has made them.

use base::{Fault, NetworkId};
use calendar::dates;
use gatherings::{Gathering, GatheringInput, Series, Speaker};
use publishing::Post;
use register::{Function, Organisation, Person};
use store::Conn;

use crate::records::made::{Made, Record};
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

/// A series.
pub(super) fn series(it: &Series) -> Values {
    of([("title", it.name.clone()), ("about", it.about.clone())])
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
        ("ended", ended(it.ended)),
    ])
}

fn ended(is_ended: bool) -> String {
    if is_ended {
        "ended".to_owned()
    } else {
        String::new()
    }
}

/// A person.
pub(super) fn person(it: &Person) -> Values {
    of([
        ("name", it.name.clone()),
        ("mail", it.mail.clone()),
        ("phone", it.phone.clone()),
        ("note", it.note.clone()),
        ("ended", ended(it.ended)),
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

/// The fields of a post that a draft has, too.
pub(super) fn post(it: &Post) -> Values {
    let tags: Vec<&str> = it.tags.iter().map(|tag| tag.name.as_str()).collect();
    of([
        ("title", it.title.clone()),
        ("source_mark", it.source_mark.clone()),
        ("tags", tags.join(", ")),
        ("body", it.body.clone()),
    ])
}

/// All of a post, to notice a change.
pub(super) fn whole_post(it: &Post) -> Values {
    of([
        ("title", it.title.clone()),
        ("version", it.version.to_string()),
        ("state", it.state.word().to_owned()),
    ])
}

/// What a record says now, in the words in which it was noted what a draft made or filled; none
/// where the record is gone.
pub(super) fn now(
    conn: &mut Conn<'_>,
    network: NetworkId,
    made: &Made,
) -> Result<Option<Values>, Fault> {
    Ok(match made.record {
        Record::Gathering(id) => match gatherings::gathering(conn, id)? {
            Some(it) if made.is_new => Some(whole_gathering(conn, &it)?),
            other => other.as_ref().map(gathering),
        },
        Record::Series(id) => gatherings::series(conn, id)?.as_ref().map(series),
        Record::Organisation(id) => register::organisation(conn, id)?.as_ref().map(organisation),
        Record::Person(id) => register::person(conn, id)?.as_ref().map(person),
        Record::Function(id) => {
            let mut all = register::whole::functions(conn, network)?.into_iter();
            all.find(|it| it.id == id).as_ref().map(function)
        }
        Record::Post(id) => {
            let found = publishing::post(conn, id)?;
            found
                .as_ref()
                .map(if made.is_new { whole_post } else { post })
        }
    })
}
