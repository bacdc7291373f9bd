//! The plan of a year, to be hung up or sent round.

use serde::Serialize;

use super::Letterhead;

/// The plan of a year.
#[derive(Clone, Debug, Serialize)]
pub struct PlanPaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// What it is called ("Jahresplan 2018").
    pub title: String,
    /// Whether nobody outside the office has seen it.
    pub is_draft: bool,
    /// The plan's state ("Stand 6. November 2017").
    pub as_of: Option<String>,
    /// Its gatherings, in order of time.
    pub rows: Vec<PlanRow>,
}

/// One gathering of the plan.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PlanRow {
    /// The day, written out without the year.
    pub day: String,
    /// Begin and end.
    pub time: String,
    /// What kind of gathering it is, where its title does not say so.
    pub kind: Option<String>,
    /// Its title.
    pub title: String,
    /// Its focus.
    pub focus: Option<String>,
    /// The titles of its agenda.
    pub topics: Vec<String>,
    /// The organisation that receives the others.
    pub host: Option<String>,
    /// Guests by function and body.
    pub guests: Vec<String>,
    /// What has become of it, where it does not take place as planned.
    pub state: Option<String>,
}
