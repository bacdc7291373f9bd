//! Which letters a change calls for.

use base::{Fault, GatheringId, Moment, PersonId};
use jiff::SignedDuration;
use outbox::{About, NewLetter, Way};
use register::access_links::{self, Issue};
use serde::{Deserialize, Serialize};
use store::Conn;
use uuid::Uuid;

use crate::letters::{CONFIRM, CONTACT, LINK, NEWS};
use crate::rules::{Offered, Registration};
use crate::{mailings, records};

/// What the link in a participant's mail is for.
pub(crate) const PURPOSE: &str = "registration";
/// What the link of an organisation's contact is for.
pub(crate) const PURPOSE_CONTACT: &str = "registration-contact";

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Event {
    /// The mail address is to be confirmed.
    Confirm,
    /// How things stand after it was, or after somebody registered.
    Stand,
    /// Somebody who waited has a place.
    Given,
    /// A place is offered.
    Offered,
    /// An offer has lapsed.
    Lapsed,
    /// A place was given back.
    Cancelled,
    /// It went to another date.
    Moved,
    /// The office said no.
    Refused,
    /// The office said yes.
    Approved,
    /// The gathering takes place at another time or place, or not at all.
    Shifted,
    /// The link once more.
    Link,
    /// A workshop that was waited for has room.
    Workshop,
    /// A workshop does not take place.
    WorkshopGone,
}

/// What a letter needs to know besides its registration.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Detail {
    /// What it tells.
    pub(crate) event: Event,
    /// The place that it is about; none where it is about all.
    pub(crate) place: Option<Uuid>,
}

impl Detail {
    fn to_json(&self) -> Result<String, Fault> {
        serde_json::to_string(self)
            .map_err(|cause| Fault::because("write a letter's detail", cause))
    }
}

/// Sends a letter to whoever registered; nothing where no mail reaches anybody.
pub(crate) fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, date): (&Registration, &Offered),
    (event, place): (Event, Option<Uuid>),
) -> Result<(), Fault> {
    if it.mail.is_empty() {
        return Ok(());
    }
    let way = outbox::way(conn, Some(it.network), &it.mail)?;
    if way.is_paused {
        return Ok(());
    }
    send(conn, moment, (it, date), (event, place), way)?;
    if matches!(event, Event::Confirm | Event::Link) {
        records::set_told(conn, it.id, moment.now())?;
    }
    Ok(())
}

/// Sends a letter to whoever registered, who is known to be reached.
pub(crate) fn send(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, date): (&Registration, &Offered),
    (event, place): (Event, Option<Uuid>),
    way: Way,
) -> Result<(), Fault> {
    let kind = match event {
        Event::Confirm => CONFIRM,
        Event::Link => LINK,
        _ => NEWS,
    };
    let letter = NewLetter {
        network: Some(it.network),
        kind,
        subject: &it.id.to_string(),
        detail: Detail { event, place }.to_json()?,
        about: About::on(&date.title, date.starts.date()),
        to_name: &it.name,
        to_address: &it.mail,
        lang: it.lang,
        by: "Kreis",
    };
    outbox::send_on(conn, moment, &letter, way).map(drop)
}

/// Tells everybody who registered for a gathering that it takes place otherwise, or not at all.
pub(crate) fn tell_shifted(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
) -> Result<(), Fault> {
    for (it, place) in records::registered_at(conn, gathering)? {
        let Some(it) = records::registration(conn, it)? else {
            continue;
        };
        let Some(desk) = records::desk(conn, it.desk)? else {
            continue;
        };
        let dates = records::offered(conn, &desk)?;
        if let Some(date) = dates.iter().find(|it| it.id == gathering) {
            tell(conn, moment, (&it, date), (Event::Shifted, Some(place)))?;
        }
    }
    // Its desk may remind of another day now.
    match gatherings::gathering(conn, gathering)? {
        Some(it) => mailings::wake(conn, moment, it.network),
        None => Ok(()),
    }
}

/// Asks the contact of an organisation whether somebody belongs to it.
pub(crate) fn tell_contact(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (it, date): (&Registration, &Offered),
    contact: PersonId,
) -> Result<(), Fault> {
    let Some(person) = register::person(conn, contact)? else {
        return Ok(());
    };
    let letter = NewLetter {
        network: Some(it.network),
        kind: CONTACT,
        subject: &it.id.to_string(),
        detail: Detail {
            event: Event::Confirm,
            place: Some(contact.into()),
        }
        .to_json()?,
        about: About::on(&date.title, date.starts.date()),
        to_name: &person.name,
        to_address: &person.mail,
        lang: person.lang,
        by: "Kreis",
    };
    outbox::send_now(conn, moment, &letter).map(drop)
}

/// How long after the last date a link still opens what there is to read.
const LINK_OUTLIVES: SignedDuration = SignedDuration::from_hours(60 * 24);

/// A new link to a registration; older ones go on opening it.
pub(crate) fn issue_link(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: Uuid,
) -> Result<String, Fault> {
    let it = records::registration(conn, id)?;
    let it = it.ok_or_else(|| Fault::new("find a registration for its link"))?;
    let desk = records::desk(conn, it.desk)?;
    let end = match desk {
        Some(desk) => records::offered(conn, &desk)?
            .iter()
            .map(|it| it.ends_at)
            .max(),
        None => None,
    };
    let end = end.unwrap_or(moment.now());
    let issue = Issue {
        purpose: PURPOSE,
        subject: id.to_string(),
        person: it.person,
        account: None,
        expires_at: end.checked_add(LINK_OUTLIVES).unwrap_or(end),
    };
    access_links::issue(conn, moment, issue)
}
