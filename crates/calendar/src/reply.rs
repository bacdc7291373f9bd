//! What a calendar program answers to an invitation (RFC 5546, 3.2.3): read from the text,
//! as little of it as an office needs.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::content::{Line, plain, unfolded};

/// The most lines of an answer that are looked at.
const MOST_LINES: usize = 5_000;

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partstat {
    /// `ACCEPTED`.
    Accepted,
    /// `TENTATIVE`.
    Tentative,
    /// `DECLINED`.
    Declined,
    /// Anything else, such as `DELEGATED` or `NEEDS-ACTION`.
    Other,
}

/// A calendar program's answer to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarReply {
    /// The event that it answers.
    pub uid: String,
    /// Who answers: the mail address, in lower case.
    pub attendee: String,
    /// What.
    pub partstat: Partstat,
    /// Which version of the event was answered.
    pub sequence: i64,
    /// When the answer was given; none where the program does not say it in UTC.
    pub dtstamp: Option<Timestamp>,
    /// What the person wrote to it.
    pub comment: String,
}

/// Reads an answer; `None` where the text is none, or names more or fewer than one who
/// answers.
pub fn reply(text: &str) -> Option<CalendarReply> {
    let mut method = None;
    let mut depth: Vec<String> = Vec::new();
    let mut found = Found::default();
    for line in unfolded(text, MOST_LINES) {
        let Some(line) = Line::of(&line) else {
            continue;
        };
        match line.name.as_str() {
            "BEGIN" => depth.push(line.value.to_ascii_uppercase()),
            "END" => {
                let ended = depth.pop();
                if ended.as_deref() == Some("VEVENT") {
                    break;
                }
            }
            "METHOD" if depth.len() == 1 => method = Some(line.value.to_ascii_uppercase()),
            _ if depth.last().is_some_and(|it| it == "VEVENT") => found.take(&line),
            _ => {}
        }
    }
    if method.as_deref() != Some("REPLY") {
        return None;
    }
    found.reply()
}

/// What an event's lines said so far.
#[derive(Default)]
struct Found {
    uid: Option<String>,
    attendees: Vec<(String, Partstat)>,
    sequence: i64,
    dtstamp: Option<Timestamp>,
    comment: String,
}

impl Found {
    fn take(&mut self, line: &Line) {
        match line.name.as_str() {
            "UID" => self.uid = Some(line.value.trim().to_owned()),
            "SEQUENCE" => self.sequence = line.value.trim().parse().unwrap_or(0),
            "DTSTAMP" => self.dtstamp = instant(line.value.trim()),
            "COMMENT" if self.comment.is_empty() => self.comment = plain(&line.value),
            "ATTENDEE" => {
                let partstat = match line.parameter("PARTSTAT").as_deref() {
                    Some("ACCEPTED") => Partstat::Accepted,
                    Some("TENTATIVE") => Partstat::Tentative,
                    Some("DECLINED") => Partstat::Declined,
                    _ => Partstat::Other,
                };
                self.attendees.push((address(&line.value), partstat));
            }
            _ => {}
        }
    }

    fn reply(self) -> Option<CalendarReply> {
        let [(attendee, partstat)] = <[_; 1]>::try_from(self.attendees).ok()?;
        Some(CalendarReply {
            uid: self.uid.filter(|it| !it.is_empty())?,
            attendee,
            partstat,
            sequence: self.sequence,
            dtstamp: self.dtstamp,
            comment: self.comment,
        })
    }
}

/// `mailto:name@example.org` as an address.
fn address(value: &str) -> String {
    let value = value.trim();
    let bare = match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => value.get(7..),
        _ => Some(value),
    };
    bare.unwrap_or_default().trim().to_lowercase()
}

/// An instant in UTC; local times say too little.
fn instant(value: &str) -> Option<Timestamp> {
    let local = value.strip_suffix(['Z', 'z'])?;
    let parsed = DateTime::strptime("%Y%m%dT%H%M%S", local).ok()?;
    parsed
        .to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}
