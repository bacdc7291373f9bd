//! Writes whole calendars: the invitation, its cancellation and the published feed.

use std::collections::BTreeMap;

use crate::{
    event::{Attendee, Event, Organizer, Status, When},
    line::{Day, Lines, Local, Mailto, Quoted},
    vtimezone,
    zone::Zone,
};

/// Which program wrote the calendar (RFC 5545, 3.7.3).
const PRODID: &str = "-//Kreis//Kreis//DE";

/// What a calendar asks its reader to do (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// An invitation or its update.
    Request,
    /// The event or the invitation is called off.
    Cancel,
    /// For information; nobody has to answer.
    Publish,
}

impl Method {
    /// The word in the METHOD property.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }

    /// The Content-Type that must go with it: mail clients refuse a part whose `method`
    /// differs from the METHOD inside (RFC 6047, 2.4).
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Request => "text/calendar; charset=utf-8; method=REQUEST",
            Self::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
            Self::Publish => "text/calendar; charset=utf-8; method=PUBLISH",
        }
    }
}

/// A written calendar; text and Content-Type cannot disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ics {
    method: Method,
    text: String,
}

impl Ics {
    /// What it asks its reader to do.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The header of the mail part or the response.
    pub const fn content_type(&self) -> &'static str {
        self.method.content_type()
    }

    /// The calendar, with CRLF line breaks.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The calendar without a copy.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// How a published calendar introduces itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'a> {
    /// What calendar programs show as its name.
    pub name: &'a str,
    /// One sentence about it.
    pub description: Option<&'a str>,
    /// How often subscribers should look again; at least one hour.
    pub refresh_hours: u16,
}

/// The invitation of one person, or an update of it: the caller raises the sequence.
pub fn request(event: &Event, organizer: &Organizer, attendee: &Attendee) -> Ics {
    itip(Method::Request, event, event.status, organizer, attendee)
}

/// Calls the event off for one person. The caller raises the sequence above the last
/// one sent, or clients ignore it; the status is written as cancelled whatever it is.
pub fn cancel(event: &Event, organizer: &Organizer, attendee: &Attendee) -> Ics {
    itip(
        Method::Cancel,
        event,
        Status::Cancelled,
        organizer,
        attendee,
    )
}

/// A feed or a single file to download: nobody's name or address is in it, and what was
/// cancelled stays in it as cancelled.
pub fn publish(feed: &Feed<'_>, events: &[Event]) -> Ics {
    let mut lines = Lines::with_room_for(events.len());
    begin(&mut lines, Method::Publish);
    lines.text("NAME", feed.name);
    lines.text("X-WR-CALNAME", feed.name);
    lines.optional_text("X-WR-CALDESC", feed.description);
    let hours = feed.refresh_hours.max(1);
    lines.line(format_args!("REFRESH-INTERVAL;VALUE=DURATION:PT{hours}H"));
    lines.line(format_args!("X-PUBLISHED-TTL:PT{hours}H"));
    zones(&mut lines, events);
    for event in events {
        lines.line(format_args!("BEGIN:VEVENT"));
        what(&mut lines, event, event.status);
        lines.line(format_args!("END:VEVENT"));
    }
    end(Method::Publish, lines)
}

fn itip(
    method: Method,
    event: &Event,
    status: Status,
    organizer: &Organizer,
    attendee: &Attendee,
) -> Ics {
    let mut lines = Lines::with_room_for(1);
    begin(&mut lines, method);
    zones(&mut lines, std::slice::from_ref(event));
    lines.line(format_args!("BEGIN:VEVENT"));
    what(&mut lines, event, status);
    let (name, mail) = (Quoted(&organizer.name), Mailto(&organizer.mail));
    lines.line(format_args!("ORGANIZER;CN={name}:{mail}"));
    let (name, mail) = (Quoted(&attendee.name), Mailto(&attendee.mail));
    let role = attendee.role.word();
    let asks = if method == Method::Request {
        ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    } else {
        ""
    };
    lines.line(format_args!(
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE={role}{asks};CN={name}:{mail}"
    ));
    lines.line(format_args!("END:VEVENT"));
    end(method, lines)
}

fn begin(lines: &mut Lines, method: Method) {
    lines.line(format_args!("BEGIN:VCALENDAR"));
    lines.line(format_args!("VERSION:2.0"));
    lines.line(format_args!("PRODID:{PRODID}"));
    lines.line(format_args!("CALSCALE:GREGORIAN"));
    lines.line(format_args!("METHOD:{}", method.word()));
}

fn end(method: Method, mut lines: Lines) -> Ics {
    lines.line(format_args!("END:VCALENDAR"));
    Ics {
        method,
        text: lines.into_text(),
    }
}

/// One VTIMEZONE for every zone in use, with the years in use.
fn zones(lines: &mut Lines, events: &[Event]) {
    let mut used: BTreeMap<&str, (&Zone, i16, i16)> = BTreeMap::new();
    for event in events {
        if let When::Timed { start, end, zone } = &event.when
            && !zone.is_utc()
        {
            let (first, last) = (start.year(), end.year().max(start.year()));
            let years = used.entry(zone.name()).or_insert((zone, first, last));
            *years = (zone, years.1.min(first), years.2.max(last));
        }
    }
    for (zone, first, last) in used.into_values() {
        vtimezone::write(lines, zone, first, last);
    }
}

fn what(lines: &mut Lines, event: &Event, status: Status) {
    lines.text("UID", &event.uid);
    lines.line(format_args!("SEQUENCE:{}", event.sequence));
    lines.instant("DTSTAMP", event.dtstamp);
    if let Some(instant) = event.last_modified {
        lines.instant("LAST-MODIFIED", instant);
    }
    when(lines, &event.when);
    lines.text("SUMMARY", &event.summary);
    lines.optional_text("DESCRIPTION", event.description.as_deref());
    lines.optional_text("LOCATION", event.location.as_deref());
    if let Some(uri) = &event.url {
        lines.uri("URL", uri);
    }
    lines.texts("CATEGORIES", &event.categories);
    lines.line(format_args!("STATUS:{}", status.word()));
}

fn when(lines: &mut Lines, when: &When) {
    match when {
        When::AllDay { start, end } => {
            lines.line(format_args!("DTSTART;VALUE=DATE:{}", Day(*start)));
            if end > start {
                lines.line(format_args!("DTEND;VALUE=DATE:{}", Day(*end)));
            }
        }
        When::Timed { start, end, zone } if zone.is_utc() => {
            lines.line(format_args!("DTSTART:{}Z", Local(*start)));
            if end > start {
                lines.line(format_args!("DTEND:{}Z", Local(*end)));
            }
        }
        When::Timed { start, end, zone } => {
            let zone = zone.name();
            lines.line(format_args!("DTSTART;TZID={zone}:{}", Local(*start)));
            if end > start {
                lines.line(format_args!("DTEND;TZID={zone}:{}", Local(*end)));
            }
        }
    }
}
