//! A gathering as a calendar knows it.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

use crate::Zone;

/// What one `VEVENT` says. Who is invited is not in it: that belongs in a mailed
/// invitation only and is handed to [`crate::request`] and [`crate::cancel`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names the event for ever, in mails and feeds alike; never changed, never used again.
    pub uid: String,
    /// Raised with every change that was told to the invited, and with a cancellation.
    pub sequence: u32,
    /// When this version was written; clients compare it when the sequence is the same.
    pub dtstamp: Timestamp,
    /// When it takes place.
    pub when: When,
    /// The title.
    pub summary: String,
    /// Plain text; may have several lines.
    pub description: Option<String>,
    /// Place and address on one line.
    pub location: Option<String>,
    /// The page of the event.
    pub url: Option<String>,
    /// Whether it stands.
    pub status: Status,
    /// Tags.
    pub categories: Vec<String>,
    /// When its content was last changed.
    pub last_modified: Option<Timestamp>,
}

/// The time an event takes. An end that is not later than its start is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Local clock times in a zone. Of an hour that comes twice, readers take the first.
    Timed {
        /// Local start.
        start: DateTime,
        /// Local end.
        end: DateTime,
        /// The zone of both.
        zone: Zone,
    },
    /// Whole days.
    AllDay {
        /// The first day.
        start: Date,
        /// The day after the last one.
        end: Date,
    },
}

/// Whether an event stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not sure yet.
    Tentative,
    /// It takes place.
    #[default]
    Confirmed,
    /// It does not; feeds keep it, so that subscribed calendars strike it out.
    Cancelled,
}

impl Status {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// Who invites; answers of mail clients go to this address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// As people know it.
    pub name: String,
    /// Mail address.
    pub mail: String,
}

/// The one person whom a mail invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// As people know it.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// What the person is expected to do.
    pub role: Role,
}

/// What an invited person is expected to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Chairs the meeting.
    Chair,
    /// Should come.
    #[default]
    Required,
    /// May come.
    Optional,
    /// Is told, but not expected.
    Informed,
}

impl Role {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Chair => "CHAIR",
            Self::Required => "REQ-PARTICIPANT",
            Self::Optional => "OPT-PARTICIPANT",
            Self::Informed => "NON-PARTICIPANT",
        }
    }
}
