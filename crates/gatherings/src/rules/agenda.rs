//! The agenda: items in order, and when each one begins.

use base::{AgendaItemId, GatheringId};
use jiff::ToSpan;
use jiff::civil::Time;

use super::Gathering;

/// One item of a gathering's agenda or programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its id, which never changes.
    pub id: AgendaItemId,
    /// The gathering.
    pub gathering: GatheringId,
    /// Its number, from 1.
    pub position: i64,
    /// What it is about.
    pub title: String,
    /// Explanation.
    pub text: String,
    /// How many minutes are planned.
    pub minutes: Option<i64>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
}

/// Somebody with a part in it: by name, by function and body, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The name, where it is to be shown.
    pub name: String,
    /// What the person is there.
    pub function: String,
    /// The organisation or body.
    pub body: String,
}

impl Speaker {
    /// Whether nothing is known.
    pub fn is_blank(&self) -> bool {
        self.name.is_empty() && self.function.is_empty() && self.body.is_empty()
    }
}

/// When each item begins: the start and the minutes planned before it. After an item without
/// minutes nobody can know, so the times end there.
pub fn agenda_times(gathering: &Gathering, agenda: &[AgendaItem]) -> Vec<Option<Time>> {
    let mut next = Some(gathering.starts);
    agenda
        .iter()
        .map(|item| {
            let begins = next;
            next = begins
                .zip(item.minutes)
                .and_then(|(begins, minutes)| begins.checked_add(minutes.minutes()).ok());
            begins.map(jiff::civil::DateTime::time)
        })
        .collect()
}
