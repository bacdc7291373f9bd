//! A registration, its places, and the steps that explain them.

use base::{GatheringId, Lang, NetworkId, OrganisationId, PersonId};
use gatherings::Reply;
use jiff::Timestamp;
use uuid::Uuid;

/// How far a place has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceState {
    /// The mail is not confirmed.
    Unconfirmed,
    /// It awaits the office's approval.
    Requested,
    /// The person has it.
    Confirmed,
    /// The person stands in line.
    Waiting,
    /// It is offered until a term.
    Offered,
    /// An offer has lapsed.
    Expired,
    /// The office said no.
    Refused,
    /// It was given back.
    Cancelled,
}

impl PlaceState {
    /// All of them, in the order of the office's list.
    pub const ALL: [Self; 8] = [
        Self::Confirmed,
        Self::Requested,
        Self::Offered,
        Self::Waiting,
        Self::Unconfirmed,
        Self::Expired,
        Self::Refused,
        Self::Cancelled,
    ];

    /// The word in the database and in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Requested => "requested",
            Self::Confirmed => "confirmed",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unconfirmed => "registration-state-unconfirmed",
            Self::Requested => "registration-state-requested",
            Self::Confirmed => "registration-state-confirmed",
            Self::Waiting => "registration-state-waiting",
            Self::Offered => "registration-state-offered",
            Self::Expired => "registration-state-expired",
            Self::Refused => "registration-state-refused",
            Self::Cancelled => "registration-state-cancelled",
        }
    }

    /// How a page shows it: undecided, on its way, done, struck.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Unconfirmed | Self::Waiting => "draft",
            Self::Requested | Self::Offered => "announced",
            Self::Confirmed => "held",
            Self::Expired | Self::Refused | Self::Cancelled => "cancelled",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether the person has a place, or has asked the office for one.
    pub const fn is_firm(self) -> bool {
        matches!(self, Self::Confirmed | Self::Requested)
    }

    /// Whether the person still wants to come.
    pub const fn is_alive(self) -> bool {
        !matches!(self, Self::Expired | Self::Refused | Self::Cancelled)
    }
}

/// Which way a registration came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// The public form, without an account.
    Page,
    /// The form, signed in under the same mail address.
    Account,
    /// The office, for somebody.
    Office,
}

impl Through {
    const ALL: [Self; 3] = [Self::Page, Self::Account, Self::Office];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Account => "account",
            Self::Office => "office",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "registration-through-page",
            Self::Account => "registration-through-account",
            Self::Office => "registration-through-office",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// One act of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Its id.
    pub id: Uuid,
    /// The desk.
    pub desk: Uuid,
    /// The network.
    pub network: NetworkId,
    /// The name.
    pub name: String,
    /// The mail address as typed.
    pub mail: String,
    /// The telephone number; may be empty.
    pub phone: String,
    /// The organisation, where the register knows it.
    pub organisation: Option<OrganisationId>,
    /// Its name as typed; may be empty.
    pub organisation_name: String,
    /// The person, where the register knows one by this address.
    pub person: Option<PersonId>,
    /// What ties the person to a member: a word of [`super::Tie`], or nothing.
    pub tie: String,
    /// The language of its mails.
    pub lang: Lang,
    /// Whether the name may stand on the list that participants see.
    pub list_consent: bool,
    /// What was typed, as one number: the same again is no second registration.
    pub request_key: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it, where it was the office.
    pub made_by: String,
    /// Which way it came.
    pub through: Through,
    /// When the mail address was confirmed.
    pub mail_confirmed_at: Option<Timestamp>,
    /// When a mail last went to it.
    pub told_at: Option<Timestamp>,
}

/// One person's place at one gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id.
    pub id: Uuid,
    /// The registration.
    pub registration: Uuid,
    /// The desk.
    pub desk: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// Nought for the person who registered, more for who comes along.
    pub position: i64,
    /// The name.
    pub name: String,
    /// What tells one person from another at this desk.
    pub who_key: String,
    /// How far it has come.
    pub state: PlaceState,
    /// Whether it takes a place of the quotas.
    pub holds: bool,
    /// Until when it is held or offered.
    pub until: Option<Timestamp>,
    /// Its number in the line.
    pub line_no: Option<i64>,
    /// The contingent that it counts against.
    pub contingent: Option<Uuid>,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// What happened to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// A word; the phrase key is `registration-step-` and it.
    pub kind: String,
    /// Who did it; empty for the program and the person itself.
    pub by: String,
    /// Numbers and days, never typed text.
    pub detail: String,
}

/// How much room there is, as the public page says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// There are places.
    Free,
    /// There are few.
    Few,
    /// There is a waiting list.
    Full,
}

impl Level {
    /// So many free places, none where there is no limit.
    pub const fn of(free: Option<i64>, capacity: Option<i64>) -> Self {
        match (free, capacity) {
            (Some(free), _) if free <= 0 => Self::Full,
            (Some(free), Some(capacity)) if free <= 3 || free * 10 <= capacity => Self::Few,
            (_, _) => Self::Free,
        }
    }

    /// Phrase key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Free => "registration-level-free",
            Self::Few => "registration-level-few",
            Self::Full => "registration-level-full",
        }
    }

    /// How a page shows it beside the words.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Free => "announced",
            Self::Few => "draft",
            Self::Full => "cancelled",
        }
    }
}

/// What somebody answers to the invitation whose own places at a gathering stand like this: a
/// place is a yes, one that was given back a no, everything on its way no answer yet. Nothing
/// follows from having asked for none.
pub fn reply_of(states: &[PlaceState]) -> Option<Option<Reply>> {
    let has = |wanted: PlaceState| states.contains(&wanted);
    if states.is_empty() {
        return None;
    }
    if has(PlaceState::Confirmed) {
        return Some(Some(Reply::Yes));
    }
    let is_on_its_way = states.iter().any(|it| it.is_alive());
    let is_no = !is_on_its_way && has(PlaceState::Cancelled);
    Some(is_no.then_some(Reply::No))
}

/// A name or address as it is compared: small letters, single spaces.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_places_are_said_before_there_are_none() {
        for (free, capacity, level) in [
            (None, None, Level::Free),
            (Some(40), Some(100), Level::Free),
            (Some(10), Some(100), Level::Few),
            (Some(3), Some(10), Level::Few),
            (Some(0), Some(10), Level::Full),
            (Some(-2), Some(10), Level::Full),
        ] {
            assert_eq!(Level::of(free, capacity), level, "{free:?} of {capacity:?}");
        }
    }

    #[test]
    fn an_answer_follows_from_the_place() {
        use PlaceState::{
            Cancelled, Confirmed, Expired, Offered, Refused, Requested, Unconfirmed, Waiting,
        };
        for (states, reply) in [
            (&[][..], None),
            (&[Confirmed], Some(Some(Reply::Yes))),
            (&[Cancelled, Confirmed], Some(Some(Reply::Yes))),
            (&[Waiting, Cancelled], Some(None)),
            (&[Offered], Some(None)),
            (&[Requested], Some(None)),
            (&[Unconfirmed], Some(None)),
            (&[Cancelled], Some(Some(Reply::No))),
            (&[Expired, Cancelled], Some(Some(Reply::No))),
            (&[Expired], Some(None)),
            (&[Refused], Some(None)),
        ] {
            assert_eq!(reply_of(states), reply, "{states:?}");
        }
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        for state in PlaceState::ALL {
            assert_eq!(PlaceState::from_word(state.word()), Some(state));
        }
        assert_eq!(fold("  Frau  MÜLLER "), "frau müller");
    }
}
