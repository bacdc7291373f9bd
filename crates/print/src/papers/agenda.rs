//! The agenda alone, to be handed out or put on a door.

use serde::Serialize;

use super::{AgendaRow, Facts, Letterhead};
use crate::prose::Prose;

/// The agenda of one gathering.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaPaper {
    /// Who sends it.
    pub letterhead: Letterhead,
    /// The gathering.
    pub facts: Facts,
    /// The agenda's state ("Stand 6. November 2017").
    pub as_of: Option<String>,
    /// Its items.
    pub agenda: Vec<AgendaRow>,
    /// A closing remark.
    pub note: Prose,
}
