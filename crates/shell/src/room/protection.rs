//! What every room asks of the one that sees to data protection: that a look at what is
//! confidential be noted, and whether a person agreed to something.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId, PersonId};
use store::Conn;
use uuid::Uuid;

use crate::app::App;

/// The consent to stand by name on lists that all who take part may read.
pub const PARTICIPANT_LIST: &str = "attendance-list";

/// A look at what is confidential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Phrase key of what was looked at.
    pub what: &'static str,
    /// Whose; the network where it was a list.
    pub subject: Uuid,
    /// Which list; empty where it was a person.
    pub detail: String,
    /// Whether a second look within the hour is the same look: pages that work goes back to.
    pub is_frequent: bool,
}

/// What the room that sees to data protection does for the others.
#[derive(Clone, Copy)]
pub struct Protection {
    /// Notes a look, in the transaction that reads or before it.
    pub note: Note,
    /// Whether a person agreed to something, by the name of its purpose.
    pub agreed: fn(&mut Conn<'_>, PersonId, &str) -> Result<bool, Fault>,
    /// Writes down that a person agrees or no longer does; nothing where that is known.
    pub agree: Agree,
}

/// Notes a look.
pub type Note = fn(&mut Conn<'_>, &mut Moment, (&Actor, NetworkId), &Look) -> Result<(), Fault>;

/// Writes down what a person agrees to.
pub type Agree = fn(&mut Conn<'_>, &mut Moment, &Actor, (PersonId, &str), bool) -> Result<(), Halt>;

impl App {
    fn protection(&self) -> Option<Protection> {
        self.rooms.iter().find_map(|room| room.protection)
    }

    /// Notes a look at what is confidential.
    ///
    /// # Errors
    /// When the database fails; then nothing may be shown.
    pub fn note_look(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        by: (&Actor, NetworkId),
        look: &Look,
    ) -> Result<(), Fault> {
        match self.protection() {
            Some(it) => (it.note)(conn, moment, by, look),
            None => Ok(()),
        }
    }

    /// Whether a person agreed to stand by name on lists for all who take part.
    ///
    /// # Errors
    /// When the database fails.
    pub fn may_be_listed(&self, conn: &mut Conn<'_>, person: PersonId) -> Result<bool, Fault> {
        match self.protection() {
            Some(it) => (it.agreed)(conn, person, PARTICIPANT_LIST),
            None => Ok(false),
        }
    }

    /// Writes down whether a person agrees to stand on such lists.
    ///
    /// # Errors
    /// Missing where there is no such person.
    pub fn agree_to_lists(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        who: &Actor,
        (person, agrees): (PersonId, bool),
    ) -> Result<(), Halt> {
        match self.protection() {
            Some(it) if self.may_be_listed(conn, person)? != agrees => {
                (it.agree)(conn, moment, who, (person, PARTICIPANT_LIST), agrees)
            }
            _ => Ok(()),
        }
    }
}
