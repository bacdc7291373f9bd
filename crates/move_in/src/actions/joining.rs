//! Joining a draft with a record that is there: what is empty there is filled, nothing else is
//! touched.

use base::access::Actor;
use base::{GatheringId, Halt, Moment, NetworkId, OrganisationId, PersonId};
use gatherings::{Gathering, GatheringInput, Inform};
use register::actions::{OrganisationInput, PersonInput};
use register::{Organisation, Person};
use store::Conn;
use uuid::Uuid;

use super::making::{Work, function, guests, value};
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

/// What a record would be filled with.
pub(crate) struct Preview {
    /// What the record is called.
    pub(crate) title: String,
    /// What would be filled.
    pub(crate) fills: Values,
}

/// A record of the network that a draft may be joined with.
enum Target {
    Gathering(Box<Gathering>),
    Organisation(Box<Organisation>),
    Person(Box<Person>),
}

fn target(conn: &mut Conn<'_>, draft: &Draft, id: Uuid) -> Result<Target, Halt> {
    let network = draft.network;
    match draft.kind {
        Kind::Gathering => gatherings::gathering(conn, GatheringId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target::Gathering(Box::new(it))),
        Kind::Organisation => register::organisation(conn, OrganisationId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target::Organisation(Box::new(it))),
        Kind::Contact => register::person(conn, PersonId::from(id))?
            .filter(|it| it.network == network)
            .map(|it| Target::Person(Box::new(it))),
        Kind::Recurring | Kind::Post => None,
    }
    .ok_or(Halt::Missing)
}

impl Target {
    fn preview(&self, values: &Values) -> Preview {
        let (title, there, fields) = match self {
            Self::Gathering(it) => (&it.title, facts::gathering(it), GATHERING),
            Self::Organisation(it) => (&it.name, facts::organisation(it), ORGANISATION),
            Self::Person(it) => (&it.name, facts::person(it), PERSON),
        };
        Preview {
            title: title.clone(),
            fills: rules::fills(&there, values, fields),
        }
    }
}

/// What joining a draft with a record would fill.
///
/// # Errors
/// Missing where there is no such record in the network.
pub(crate) fn preview(conn: &mut Conn<'_>, draft: &Draft, id: Uuid) -> Result<Preview, Halt> {
    Ok(target(conn, draft, id)?.preview(draft.values()))
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
    let fills = target.preview(&values).fills;
    let network = home_of(conn, draft.network)?;
    let mut work = Work::new(who, &network);
    keep(conn, &draft, &values)?;
    match target {
        Target::Gathering(it) => {
            work.filled(Record::Gathering(it.id), fills.clone());
            fill_gathering(conn, moment, who, &it, &fills)?;
        }
        Target::Organisation(it) => {
            work.filled(Record::Organisation(it.id), fills.clone());
            fill_organisation(conn, moment, who, &it, &fills)?;
        }
        Target::Person(it) => {
            work.filled(Record::Person(it.id), fills.clone());
            fill_person(conn, moment, who, &it, &fills)?;
            join_function(conn, moment, &mut work, (&it, &values))?;
        }
    }
    settle(conn, moment, who, (&draft, State::Merged), work.done())
}

/// Enters the function of the draft where the person has none at that organisation.
fn join_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    work: &mut Work<'_>,
    (person, values): (&Person, &Values),
) -> Result<(), Halt> {
    let at = value(values, "organisation");
    let functions = facts::functions(conn, person)?;
    if functions.iter().any(|it| it.organisation.to_string() == at) {
        return Ok(());
    }
    function(conn, moment, work, (person.id, values))
}

/// Puts these fields into a gathering; those who are invited are not told of it.
pub(super) fn fill_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    it: &Gathering,
    fields: &Values,
) -> Result<(), Halt> {
    if fields.is_empty() {
        return Ok(());
    }
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
pub(super) fn fill_organisation(
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
pub(super) fn fill_person(
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
