//! What can be done in the register, one function per act, callable without a page.
//!
//! Each act changes the record and writes the journal in the caller's transaction. Who may act
//! is asked at the door; that a record belongs to the network is asked here.

mod accounts;
mod belonging;
pub(crate) mod finding;
mod groups;
mod networks;
mod organisations;
mod people;
mod sign_in;
mod voting;
mod withdrawal;
mod wordings;

pub use accounts::*;
pub use belonging::*;
pub use groups::*;
pub use networks::*;
pub use organisations::*;
pub use people::*;
pub use sign_in::*;
pub use voting::*;
pub use withdrawal::*;
pub use wordings::*;

pub use crate::roles::{set_office, set_protection};

use base::{Blame, Halt};
use jiff::civil::Date;

use crate::rules;
use crate::types::Term;

/// Collects what is wrong with an input before anything is written.
#[derive(Default)]
pub(crate) struct Check(pub(crate) Vec<Blame>);

impl Check {
    pub(crate) fn must(&mut self, holds: bool, field: &str, key: &'static str) {
        if !holds {
            self.0.push(Blame::at(field, key));
        }
    }

    pub(crate) fn filled(&mut self, text: &str, field: &str) {
        self.must(!text.trim().is_empty(), field, "fault-missing");
    }

    pub(crate) fn done(self) -> Result<(), Halt> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Halt::Refused(self.0))
        }
    }
}

/// A term with this last day.
fn ended_term(term: Term, until: Option<Date>) -> Result<Term, Halt> {
    let ended = Term {
        from: term.from,
        until,
    };
    if rules::is_ordered(ended) {
        Ok(ended)
    } else {
        Err(Halt::at("until", "register-fault-term"))
    }
}

const fn ending_verb(
    until: Option<Date>,
    ended: &'static str,
    resumed: &'static str,
) -> &'static str {
    if until.is_some() { ended } else { resumed }
}
