//! What the crate promises, area by area.

mod dates;
mod invitations;
mod performance;
mod recurrence;
mod replies;
mod text;
mod vtimezone;
mod zone;

use calcard::{
    Entry, Parser,
    icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType},
};
use jiff::civil::date;

use crate::{Attendee, Event, Feed, Organizer, Role, Status, When, Zone};

fn berlin() -> Zone {
    Zone::named("Europe/Berlin").unwrap()
}

fn gathering() -> Event {
    Event {
        uid: "0193a1c2-7c4b-7d10-8f53-1d7c6a5e0b01@kreis.example".to_owned(),
        sequence: 0,
        dtstamp: "2017-11-20T08:15:00Z".parse().unwrap(),
        when: When::Timed {
            start: date(2017, 12, 7).at(14, 0, 0, 0),
            end: date(2017, 12, 7).at(16, 30, 0, 0),
            zone: berlin(),
        },
        summary: "Fachkräfte dringend gesucht; Pflege, Erziehung, Beratung".to_owned(),
        description: Some("Begrüßung\nBericht\r\nBeschlüsse".to_owned()),
        location: Some("Mehrgenerationenhaus, Prager Straße 5, 99427 Weimar".to_owned()),
        url: Some("https://kreis.example/weimar/termine/2017-12-07-fachkraefte".to_owned()),
        status: Status::Confirmed,
        categories: vec!["Kreisgruppe".to_owned(), "Pflege, Beratung".to_owned()],
        last_modified: Some("2017-11-19T10:00:00Z".parse().unwrap()),
    }
}

fn office() -> Organizer {
    Organizer {
        name: "Kreisgruppe Weimar: Geschäftsstelle".to_owned(),
        mail: "weimar@kreis.example".to_owned(),
    }
}

fn guest() -> Attendee {
    Attendee {
        name: "Leitung \"Jobcenter\" Weimar".to_owned(),
        mail: "leitung@jobcenter.example".to_owned(),
        role: Role::Required,
    }
}

fn feed() -> Feed<'static> {
    Feed {
        name: "Kreisgruppe Weimar, Termine",
        description: Some("Alle öffentlichen Termine"),
        refresh_hours: 6,
    }
}

/// Not by calcard's strict mode, which takes no component inside another.
fn read(text: &str) -> ICalendar {
    match Parser::new(text).entry() {
        Entry::ICalendar(calendar) => calendar,
        other => panic!("not a calendar: {other:?}"),
    }
}

fn components(
    calendar: &ICalendar,
    kind: ICalendarComponentType,
) -> impl Iterator<Item = &ICalendarComponent> {
    calendar
        .components
        .iter()
        .filter(move |component| component.component_type == kind)
}
