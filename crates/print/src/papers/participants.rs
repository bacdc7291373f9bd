//! Who takes part, for everybody who takes part: the names of those who agreed to it.

use serde::Serialize;

use super::{Facts, Letterhead, Party};

/// The participants of one gathering.
#[derive(Clone, Debug, Serialize)]
pub struct ParticipantsPaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// The gathering.
    pub facts: Facts,
    /// What it is a part of, where it is a workshop of a gathering.
    pub part_of: Option<String>,
    /// Who agreed to be named, in the order to be printed.
    pub rows: Vec<Party>,
    /// How many others take part.
    pub others: u32,
}
