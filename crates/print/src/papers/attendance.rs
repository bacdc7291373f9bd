//! The attendance list: to be signed on the day, or as the record of who came.

use serde::Serialize;

use super::{Facts, Letterhead, Party};

/// The attendance list of one gathering.
#[derive(Clone, Debug, Serialize)]
pub struct AttendancePaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// The gathering.
    pub facts: Facts,
    /// Who is expected or came, in the order to be printed.
    pub rows: Vec<AttendanceRow>,
    /// Who came and was counted only.
    pub further_guests: Option<FurtherGuests>,
    /// How many empty lines follow for people nobody expected.
    pub spare_rows: u8,
}

/// One person of one organisation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AttendanceRow {
    /// The person: name, function, and the organisation as body.
    pub party: Party,
    /// Whether the person gives the organisation's vote.
    pub votes: bool,
    /// Whether the person came.
    pub standing: Standing,
}

/// Guests who came and were counted, not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FurtherGuests {
    /// How many, at least one.
    pub count: u32,
    /// Whether that is an estimate.
    pub is_about: bool,
}

/// Whether somebody came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// Not known yet: the line is left free for a signature.
    #[default]
    Open,
    /// Came.
    Present,
    /// Somebody came instead.
    Represented {
        /// Who came instead, where known.
        by: Option<String>,
    },
    /// Sent word.
    Excused,
    /// Stayed away without a word.
    Absent,
}
