//! What the register writes into the journal: which words changed from what to what.

use base::access::Actor;
use base::{Fault, Moment, NetworkId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Conn, Entry};
use uuid::Uuid;

use crate::types::Term;

/// One changed word of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    /// Phrase key of the field's label.
    pub(crate) field: String,
    /// What it was; none where the journal must not say it.
    pub(crate) from: Option<String>,
    /// What it is now.
    pub(crate) to: Option<String>,
}

/// The changes between two states of a record.
#[derive(Clone, Default)]
pub(crate) struct Changes(Vec<Change>);

impl Changes {
    /// Compares a field whose words the journal may hold.
    pub(crate) fn open(mut self, field: &str, from: &str, to: &str) -> Self {
        if from != to {
            self.0.push(Change {
                field: field.to_owned(),
                from: Some(from.to_owned()),
                to: Some(to.to_owned()),
            });
        }
        self
    }

    /// Compares a field of which the journal only says that it changed.
    pub(crate) fn closed<T: PartialEq>(mut self, field: &str, from: &T, to: &T) -> Self {
        if from != to {
            self.0.push(Change {
                field: field.to_owned(),
                from: None,
                to: None,
            });
        }
        self
    }

    /// Says first what the changes are about, which did not change itself.
    pub(crate) fn about(mut self, field: &str, words: &str) -> Self {
        let change = Change {
            field: field.to_owned(),
            from: Some(words.to_owned()),
            to: Some(words.to_owned()),
        };
        self.0.insert(0, change);
        self
    }

    /// Compares a mark that is set or not.
    pub(crate) fn mark(self, field: &str, from: bool, to: bool) -> Self {
        let word = |it: bool| if it { "yes" } else { "no" };
        self.open(field, word(from), word(to))
    }

    /// Compares the days of a term.
    pub(crate) fn term(self, from: Term, to: Term) -> Self {
        let day = |day: Option<Date>| day.map(|it| it.to_string()).unwrap_or_default();
        self.open("register-from", &day(from.from), &day(to.from))
            .open("register-until", &day(from.until), &day(to.until))
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry's detail.
    pub(crate) fn detail(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Reads a detail back; none where it is plain words.
    pub(crate) fn read(detail: &str) -> Option<Vec<Change>> {
        serde_json::from_str(detail).ok()
    }
}

/// Which record an entry is about.
#[derive(Clone, Copy)]
pub(crate) struct About {
    pub(crate) network: NetworkId,
    pub(crate) kind: &'static str,
    pub(crate) subject: Uuid,
}

/// Writes down that a record was closed, or opened again.
pub(crate) fn note_closed(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    about: About,
    (closed, name): (bool, String),
) -> Result<(), Fault> {
    let verb = if closed {
        "register-closed"
    } else {
        "register-reopened"
    };
    note(conn, moment, who, about, verb, name)
}

/// Writes an entry for a record of the register.
pub(crate) fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    about: About,
    verb: &'static str,
    detail: String,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(about.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: about.kind,
            subject: about.subject,
            detail,
        },
    )
}
