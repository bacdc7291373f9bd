//! Who came.

use askama::Template;
use shell::{Fields, Page};

use crate::rules::Attendance;

/// A choice of a line.
pub(crate) struct Standing {
    pub(crate) value: &'static str,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// A line of the list.
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) function: String,
    /// Whether the person gives the organisation's vote.
    pub(crate) votes: bool,
    pub(crate) organisation: String,
    pub(crate) reply: String,
    pub(crate) options: Vec<Standing>,
    pub(crate) represented_by: String,
}

/// A line for somebody whom nobody expected.
pub(crate) struct WalkIn {
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) function: String,
    pub(crate) organisation: String,
}

/// Who was counted only, in words.
pub(crate) struct Further {
    pub(crate) number: String,
    pub(crate) total: String,
}

/// The list.
#[derive(Template)]
#[template(path = "gatherings/attendance.html")]
pub(crate) struct AttendancePage {
    pub(crate) page: Page,
    pub(crate) tabs: String,
    pub(crate) fields: Fields,
    pub(crate) rows: Vec<Row>,
    pub(crate) walk_ins: Vec<WalkIn>,
    /// Who was let in at the door, and where that is done.
    pub(crate) door: Vec<Attendance>,
    pub(crate) reception: String,
    /// What other rooms know of who is expected.
    pub(crate) panels: Vec<String>,
    pub(crate) people: usize,
    pub(crate) further: Option<Further>,
    pub(crate) organisations: Vec<String>,
    pub(crate) is_saved: bool,
    pub(crate) is_early: bool,
    pub(crate) action: String,
    pub(crate) pdf: String,
}
