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

/// An event as feeds hold it, ready to be published again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    text: String,
    zone: Option<(Zone, i16, i16)>,
}

impl Written {
    /// Writes an event down.
    pub fn of(event: &Event) -> Self {
        let mut lines = Lines::with_room_for(1);
        published(&mut lines, event);
        Self {
            text: lines.into_text(),
            zone: zone_of(event).map(|(zone, first, last)| (zone.clone(), first, last)),
        }
    }
}

/// A feed or a single file to download: nobody's name or address is in it, and what was
/// cancelled stays in it as cancelled.
pub fn publish(feed: &Feed<'_>, events: &[Event]) -> Ics {
    let zones = events.iter().filter_map(zone_of).collect();
    publish_with(feed, (zones, events.len()), |lines| {
        for event in events {
            published(lines, event);
        }
    })
}

/// The same of events that were written before.
pub fn publish_written(feed: &Feed<'_>, events: &[&Written]) -> Ics {
    let used = events.iter().filter_map(|it| it.zone.as_ref());
    let zones = used
        .map(|(zone, first, last)| (zone, *first, *last))
        .collect();
    publish_with(feed, (zones, events.len()), |lines| {
        for event in events {
            lines.written(&event.text);
        }
    })
}

fn publish_with(
    feed: &Feed<'_>,
    (used, count): (Vec<Used<'_>>, usize),
    events: impl FnOnce(&mut Lines),
) -> Ics {
    let mut lines = Lines::with_room_for(count);
    begin(&mut lines, Method::Publish);
    lines.text("NAME", feed.name);
    lines.text("X-WR-CALNAME", feed.name);
    lines.optional_text("X-WR-CALDESC", feed.description);
    let hours = feed.refresh_hours.max(1);
    lines.line(format_args!("REFRESH-INTERVAL;VALUE=DURATION:PT{hours}H"));
    lines.line(format_args!("X-PUBLISHED-TTL:PT{hours}H"));
    zones(&mut lines, used);
    events(&mut lines);
    end(Method::Publish, lines)
}

fn published(lines: &mut Lines, event: &Event) {
    lines.line(format_args!("BEGIN:VEVENT"));
    what(lines, event, event.status);
    lines.line(format_args!("END:VEVENT"));
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
    zones(&mut lines, zone_of(event));
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

/// A zone in use, with the first and the last year that it is used in.
type Used<'z> = (&'z Zone, i16, i16);

/// The zone of an event whose times stand in one.
fn zone_of(event: &Event) -> Option<Used<'_>> {
    match &event.when {
        When::Timed { start, end, zone } if !zone.is_utc() => {
            let first = start.year();
            Some((zone, first, end.year().max(first)))
        }
        _ => None,
    }
}

/// One VTIMEZONE for every zone in use, with the years in use.
fn zones<'z>(lines: &mut Lines, used: impl IntoIterator<Item = Used<'z>>) {
    let mut all: BTreeMap<&str, Used<'_>> = BTreeMap::new();
    for (zone, first, last) in used {
        let years = all.entry(zone.name()).or_insert((zone, first, last));
        *years = (zone, years.1.min(first), years.2.max(last));
    }
    for (zone, first, last) in all.into_values() {
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
