//! The contact of an organisation says whether somebody belongs to it.

use base::access::Actor;
use base::{Fault, Halt, Moment, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;
use register::access_links;
use store::Conn;
use uuid::Uuid;

use super::own::opened;
use super::{Event, PURPOSE_CONTACT, note, settle, tell, tell_contact};
use crate::records;
use crate::rules::{Offered, PlaceState, Registration};

/// Asks the contact of the organisation that somebody named, where their word is needed.
pub(super) fn ask_contact(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, date): (&Registration, &Offered),
    today: Date,
) -> Result<(), Fault> {
    if it.tie != "asked" {
        return Ok(());
    }
    let Some(organisation) = it.organisation else {
        return Ok(());
    };
    match records::contact_of(conn, organisation, today)? {
        Some(contact) => tell_contact(conn, moment, (it, date), contact),
        None => Ok(()),
    }
}

/// Who asks the contact of an organisation, and for what.
#[derive(Clone, Debug)]
pub(crate) struct AskedContact {
    pub(crate) registration: Registration,
    pub(crate) date: Offered,
    pub(crate) organisation: String,
    /// Whether an answer is still awaited.
    pub(crate) is_open: bool,
}

/// What the link of a contact leads to; none where it opens nothing.
pub(crate) fn asked_contact(
    conn: &mut Conn<'_>,
    token: &str,
    now: Timestamp,
) -> Result<Option<AskedContact>, Fault> {
    let Some(link) = access_links::find(conn, PURPOSE_CONTACT, token, now)? else {
        return Ok(None);
    };
    let Ok(id) = link.subject.parse::<Uuid>() else {
        return Ok(None);
    };
    let Some(it) = records::registration(conn, id)? else {
        return Ok(None);
    };
    let (Some(desk), Some(organisation)) = (records::desk(conn, it.desk)?, it.organisation) else {
        return Ok(None);
    };
    let places = records::places_of(conn, id)?;
    let dates = records::offered(conn, &desk)?;
    let date = places.first().and_then(|place| {
        let mut dates = dates.into_iter();
        dates.find(|date| date.id == place.gathering)
    });
    let name = register::organisation(conn, organisation)?.map(|it| it.name);
    let is_open = it.tie == "asked"
        && places.iter().any(|place| {
            place.state == PlaceState::Requested || place.state == PlaceState::Waiting
        });
    Ok(date.map(|date| AskedContact {
        date,
        organisation: name.unwrap_or_default(),
        is_open,
        registration: it,
    }))
}

/// The contact says whether somebody belongs to the organisation.
///
/// # Errors
/// Refused where no answer is awaited any more.
pub fn contact_says(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (token, belongs): (&str, bool),
) -> Result<(), Halt> {
    let asked = asked_contact(conn, token, moment.now())?.ok_or(Halt::Missing)?;
    if !asked.is_open {
        return Err(Halt::no("registration-fault-answered"));
    }
    let link = access_links::find(conn, PURPOSE_CONTACT, token, moment.now())?;
    let contact: Option<PersonId> = link.and_then(|it| it.person);
    let by = match contact {
        Some(person) => register::person(conn, person)?.map(|it| it.name),
        None => None,
    };
    let who = Actor {
        name: by.unwrap_or_default(),
        ..Actor::default()
    };
    let it = asked.registration;
    let tie = if belongs { "contact" } else { "" };
    let organisation = it.organisation.filter(|_| belongs);
    records::set_tie(conn, it.id, (tie, organisation))?;
    let (it, mut floor) = opened(conn, moment, it.id)?;
    for mut place in records::alive_of(conn, it.id)? {
        if !belongs {
            floor.vacate(conn, &mut place)?;
            let step = (PlaceState::Refused, "not-theirs", who.name.as_str());
            settle(conn, moment, &mut place, step)?;
        } else if place.state == PlaceState::Requested {
            let state = floor.joined(&it);
            settle(conn, moment, &mut place, (state, "theirs", &who.name))?;
        }
    }
    let event = if belongs {
        Event::Stand
    } else {
        Event::Refused
    };
    tell(conn, moment, (&it, &asked.date), (event, None))?;
    floor.pass_on(conn, moment)?;
    let at = (it.network, asked.date.id);
    let verb = if belongs {
        "registration-vouched"
    } else {
        "registration-refused"
    };
    note(conn, moment, &who, at, (verb, String::new()))?;
    Ok(())
}
