//! Joining a draft with a record that is there: what is empty there is filled, nothing else is
//! touched.

use base::access::Actor;
use base::{GatheringId, Halt, Moment, NetworkId, OrganisationId, PersonId, PostId};
use gatherings::{Gathering, GatheringInput, Inform};
use publishing::{Post, PostInput};
use register::actions::{OrganisationInput, PersonInput};
use register::{Organisation, Person};
use store::Conn;
use uuid::Uuid;

use super::making::{Work, function, guests, tags, value};
use super::review::{keep, open_draft, settle};
use super::{facts, home_of};
use crate::records::drafts::Draft;
use crate::records::made::Record;
use crate::rules::{self, Kind, State, Values};

const GATHERING: &[&str] = &["venue", "street", "postcode", "town", "speakers", "about"];
const ORGANISATION: &[&str] = &[
    "short_name",
    "street",
    "postcode",
    "town",
    "phone",
    "mail",
    "web",
];
const PERSON: &[&str] = &["mail", "phone"];
const POST: &[&str] = &["source_mark", "tags", "body"];

/// What a record would be filled with.
pub(crate) struct Preview {
    /// What the record is called.
    pub(crate) title: String,
    /// What would be filled.
    pub(crate) fills: Values,
    /// Whether the public reads at once what is filled.
    pub(crate) is_out: bool,
}

/// A record of the network that a draft may be joined with.
struct Target {
    record: Record,
    title: String,
    there: Values,
    fields: &'static [&'static str],
    is_out: bool,
}

fn target(conn: &mut Conn<'_>, draft: &Draft, id: Uuid) -> Result<Target, Halt> {
    let network = draft.network;
    match draft.kind {
        Kind::Gathering => gatherings::gathering(conn, GatheringId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target {
                record: Record::Gathering(it.id),
                there: facts::gathering(&it),
                fields: GATHERING,
                is_out: it.state != gatherings::State::Draft,
                title: it.title,
            }),
        Kind::Organisation => register::organisation(conn, OrganisationId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target {
                record: Record::Organisation(it.id),
                there: facts::organisation(&it),
                fields: ORGANISATION,
                is_out: false,
                title: it.name,
            }),
        Kind::Contact => register::person(conn, PersonId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target {
                record: Record::Person(it.id),
                there: facts::person(&it),
                fields: PERSON,
                is_out: false,
                title: it.name,
            }),
        Kind::Post => publishing::post(conn, PostId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target {
                record: Record::Post(it.id),
                there: facts::post(&it),
                fields: POST,
                is_out: it.state == publishing::State::Published,
                title: it.title,
            }),
        Kind::Recurring => None,
    }
    .ok_or(Halt::Missing)
}

impl Target {
    fn fills(&self, values: &Values) -> Values {
        rules::fills(&self.there, values, self.fields)
    }
}

/// What joining a draft with a record would fill.
///
/// # Errors
/// Missing where there is no such record in the network.
pub(crate) fn preview(conn: &mut Conn<'_>, draft: &Draft, id: Uuid) -> Result<Preview, Halt> {
    let target = target(conn, draft, id)?;
    Ok(Preview {
        fills: target.fills(draft.values()),
        title: target.title,
        is_out: target.is_out,
    })
}

/// Joins a draft with a record.
///
/// # Errors
/// Missing in another network; stale once it is decided.
pub(crate) fn join(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    at: (NetworkId, Uuid),
    id: Uuid,
) -> Result<(), Halt> {
    let draft = open_draft(conn, at)?;
    let target = target(conn, &draft, id)?;
    let values = draft.values().clone();
    let fills = target.fills(&values);
    let network = home_of(conn, draft.network)?;
    let mut work = Work::new(who, &network, &draft);
    keep(conn, &draft, &values)?;
    work.filled(target.record, fills.clone());
    fill(conn, moment, who, (target.record, &fills))?;
    if let Record::Person(person) = target.record {
        join_function(conn, moment, &mut work, (person, &values))?;
    }
    settle(conn, moment, who, (&draft, State::Merged), work.done())
}

/// Enters the function of the draft where the person has none at that organisation.
fn join_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    (person, values): (PersonId, &Values),
) -> Result<(), Halt> {
    let at = value(values, "organisation");
    let functions = register::whole::functions(conn, work.network.id)?;
    let mut own = functions.iter().filter(|it| it.person == person);
    if own.any(|it| it.organisation.to_string() == at) {
        return Ok(());
    }
    function(conn, moment, work, (person, values))
}

/// Puts these fields into a record that is there.
pub(super) fn fill(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (record, fields): (Record, &Values),
) -> Result<(), Halt> {
    if fields.is_empty() {
        return Ok(());
    }
    match record {
        Record::Gathering(id) => {
            let it = gatherings::gathering(conn, id)?.ok_or(Halt::Missing)?;
            fill_gathering(conn, moment, who, &it, fields)
        }
        Record::Organisation(id) => {
            let it = register::organisation(conn, id)?.ok_or(Halt::Missing)?;
            fill_organisation(conn, moment, who, &it, fields)
        }
        Record::Person(id) => {
            let it = register::person(conn, id)?.ok_or(Halt::Missing)?;
            fill_person(conn, moment, who, &it, fields)
        }
        Record::Post(id) => {
            let it = publishing::post(conn, id)?.ok_or(Halt::Missing)?;
            fill_post(conn, moment, who, &it, fields)
        }
        Record::Series(_) | Record::Function(_) => Ok(()),
    }
}

/// Puts these fields into a gathering; those who are invited are not told of it.
fn fill_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Gathering,
    fields: &Values,
) -> Result<(), Halt> {
    let mut input = GatheringInput::of(it);
    for (name, text) in fields {
        let text = text.clone();
        match name.as_str() {
            "venue" => input.venue.name = text,
            "street" => input.venue.street = text,
            "postcode" => input.venue.postcode = text,
            "town" => input.venue.town = text,
            "about" => input.about = text,
            "speakers" => input.guests = guests(&text),
            _ => {}
        }
    }
    let change = (&input, Some(Inform::KeepQuiet));
    gatherings::change_gathering(conn, moment, who, it.id, change)?;
    Ok(())
}

/// Puts these fields into an organisation's record.
fn fill_organisation(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Organisation,
    fields: &Values,
) -> Result<(), Halt> {
    let or = |name: &str, there: &String| fields.get(name).unwrap_or(there).clone();
    let input = OrganisationInput {
        name: it.name.clone(),
        short_name: or("short_name", &it.short_name),
        street: or("street", &it.street),
        postcode: or("postcode", &it.postcode),
        town: or("town", &it.town),
        phone: or("phone", &it.phone),
        mail: or("mail", &it.mail),
        web: or("web", &it.web),
        can_host: it.can_host,
        note: it.note.clone(),
    };
    let place = (it.network, it.id);
    register::actions::change_organisation(conn, moment, who, place, &input)
}

/// Puts these fields into a person's record.
fn fill_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Person,
    fields: &Values,
) -> Result<(), Halt> {
    let or = |name: &str, there: &String| fields.get(name).unwrap_or(there).clone();
    let input = PersonInput {
        name: it.name.clone(),
        sort_name: it.sort_name.clone(),
        address_form: it.address_form.clone(),
        mail: or("mail", &it.mail),
        phone: or("phone", &it.phone),
        lang: it.lang,
        note: it.note.clone(),
    };
    let place = (it.network, it.id);
    register::actions::change_person(conn, moment, who, place, &input)
}

/// Puts these fields into a post.
fn fill_post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Post,
    fields: &Values,
) -> Result<(), Halt> {
    let mut input = PostInput::of(it);
    for (name, text) in fields {
        match name.as_str() {
            "source_mark" => input.source_mark.clone_from(text),
            "tags" => input.tags = tags(text),
            "body" => input.body.clone_from(text),
            _ => {}
        }
    }
    publishing::change_post(conn, moment, who, (it.id, it.version), &input)
}
