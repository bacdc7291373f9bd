//! The programme of a gathering, with what takes place side by side.

use serde::Serialize;

use super::{Facts, Letterhead, Party};
use crate::prose::Prose;

/// The programme of one gathering.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammePaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// The gathering.
    pub facts: Facts,
    /// Its stretches in order of time.
    pub stretches: Vec<ProgrammeStretch>,
    /// How accessible the place is: what, and whether.
    pub access: Vec<(String, String)>,
    /// How to get there.
    pub way: Prose,
    /// Whether that is in the language of the paper; else it is German.
    pub way_is_own: bool,
}

/// A stretch of time.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProgrammeStretch {
    /// The day, where there are several.
    pub day: Option<String>,
    /// Begin and end.
    pub time: String,
    /// What it is called.
    pub title: Option<Said>,
    /// What takes place then, side by side.
    pub parts: Vec<ProgrammePart>,
}

/// One thing that takes place.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProgrammePart {
    /// Its title.
    pub title: Said,
    /// Begin and end, where they are not those of the stretch.
    pub time: Option<String>,
    /// What it is about.
    pub about: Prose,
    /// Whether that is in the language of the paper; else it is German.
    pub about_is_own: bool,
    /// The room.
    pub room: Option<String>,
    /// Who speaks.
    pub speakers: Vec<Party>,
    /// Its language and what helps to follow it, in words.
    pub marks: Vec<String>,
}

/// Words of the network, which wrote them in German or in the language of the paper, too.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether they are in the language of the paper; else they are German.
    pub is_own: bool,
}
