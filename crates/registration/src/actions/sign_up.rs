//! What somebody types who registers, who it is, and what becomes of it.

use base::access::Actor;
use base::{Lang, PersonId};
use uuid::Uuid;

use crate::needs::Telling;
use crate::rules::{Attached, Through};

/// What somebody typed.
#[derive(Clone, Debug, Hash)]
pub struct SignUp {
    /// The date that was chosen.
    pub gathering: Uuid,
    /// The name.
    pub name: String,
    /// The mail address; the office may leave it empty.
    pub mail: String,
    /// The telephone number.
    pub phone: String,
    /// The organisation's name.
    pub organisation: String,
    /// The names of those who come along.
    pub companions: Vec<String>,
    /// The answers to the office's own questions: question and answer.
    pub answers: Vec<(Uuid, String)>,
    /// The files among them.
    pub files: Vec<Attached>,
    /// Whether the name may stand on the list that participants see.
    pub list_consent: bool,
    /// Whether the organisation's contact is to be asked.
    pub asks_contact: bool,
    /// What the person needs in order to take part; sealed where the place is written.
    pub needs: Option<Telling>,
    /// The workshops that were chosen: whose (the person first, then who comes along), block and
    /// workshop.
    pub slots: Vec<(usize, Uuid, Uuid)>,
}

/// Who registers.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// Somebody at the public form.
    Page(Lang),
    /// Somebody signed in whose address is known.
    Account(Lang),
    /// The office, for somebody.
    Office(&'a Actor, Lang),
    /// Somebody who was invited, by the link in the mail: the address is known.
    Guest(Lang, PersonId),
    /// The office, for somebody who was invited.
    OfficeFor(&'a Actor, Lang, PersonId),
}

impl By<'_> {
    pub(super) const fn lang(&self) -> Lang {
        match self {
            Self::Page(lang)
            | Self::Account(lang)
            | Self::Guest(lang, _)
            | Self::Office(_, lang)
            | Self::OfficeFor(_, lang, _) => *lang,
        }
    }

    pub(super) const fn through(&self) -> Through {
        match self {
            Self::Page(_) => Through::Page,
            Self::Account(_) | Self::Guest(..) => Through::Account,
            Self::Office(..) | Self::OfficeFor(..) => Through::Office,
        }
    }

    const fn office(&self) -> Option<&Actor> {
        match self {
            Self::Office(actor, _) | Self::OfficeFor(actor, ..) => Some(*actor),
            Self::Page(_) | Self::Account(_) | Self::Guest(..) => None,
        }
    }

    pub(super) const fn is_office(&self) -> bool {
        self.office().is_some()
    }

    /// The person who is known to be meant, whatever the address says.
    pub(super) const fn invited(&self) -> Option<PersonId> {
        match self {
            Self::Guest(_, person) | Self::OfficeFor(_, _, person) => Some(*person),
            Self::Page(_) | Self::Account(_) | Self::Office(..) => None,
        }
    }

    pub(super) fn name(&self) -> &str {
        self.office().map_or("", |actor| &actor.name)
    }

    pub(super) fn actor(&self) -> Actor {
        self.office().cloned().unwrap_or_default()
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedUp {
    /// A mail says what comes next: the page tells everybody the same.
    MailSent,
    /// It is done; the registration.
    Done(Uuid),
    /// Somebody who is known has registered before, and that stays as it is; the registration.
    Known(Uuid),
    /// The desk is for members, and no tie to one is known.
    NotAMember,
    /// The desk is for the invited, and this address is not on the list.
    NotInvited,
}
