//! Who is invited, what an answer is called, how many answered what. Pure.

mod reminder;

use std::collections::BTreeSet;

use base::{DocumentId, GroupId, MailingListId, PersonId};
use gatherings::{Invitation, Reply};
use register::Representative;
use serde::{Deserialize, Serialize};

pub use reminder::{OwnReminders, Reminder, ReminderRule, reminder_today};

/// Whom the office chose for a round, as ticked in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Whole groups.
    pub groups: Vec<GroupId>,
    /// Mailing lists, asked anew whenever the choice is looked at.
    #[serde(default)]
    pub lists: Vec<MailingListId>,
    /// Everybody who has a function of one of these names.
    #[serde(default)]
    pub functions: Vec<String>,
    /// Whether the contacts of all members are meant.
    pub member_contacts: bool,
    /// Single people.
    pub people: Vec<PersonId>,
}

impl Choice {
    /// Whether nobody was chosen.
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
            && self.lists.is_empty()
            && self.functions.is_empty()
            && !self.member_contacts
            && self.people.is_empty()
    }
}

/// What goes along with a round's invitations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// What the office writes besides.
    pub note: String,
    /// Documents of the gathering.
    pub documents: Vec<DocumentId>,
    /// Whether the minutes of the last meeting go along.
    pub last_minutes: bool,
}

/// Somebody who was chosen, and what led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The person.
    pub guest: Representative,
    /// The group, mailing list or function that led to it; empty for a person who was chosen alone.
    pub via: String,
}

/// Everybody once, in the order of what led to them: the first reason counts.
pub fn each_once(chosen: impl IntoIterator<Item = Chosen>) -> Vec<Chosen> {
    let mut seen = BTreeSet::new();
    let mut people: Vec<Chosen> = chosen
        .into_iter()
        .filter(|it| seen.insert(it.guest.person.id))
        .collect();
    people.sort_by_cached_key(|it| it.guest.person.sort_name.to_lowercase());
    people
}

/// How a mail's link names an answer.
pub const fn answer_word(reply: Reply) -> &'static str {
    match reply {
        Reply::Yes => "zusage",
        Reply::Tentative => "vorbehalt",
        Reply::No => "absage",
    }
}

/// The answer that a mail's link names.
pub fn answer_of(word: &str) -> Option<Reply> {
    Reply::ALL
        .into_iter()
        .find(|reply| answer_word(*reply) == word)
}

/// How many answered what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// On the list.
    pub guests: usize,
    /// Zusagen.
    pub yes: usize,
    /// Unter Vorbehalt.
    pub tentative: usize,
    /// Absagen.
    pub no: usize,
    /// Waiting for a place, or for what it still takes.
    pub waiting: usize,
    /// Without an answer.
    pub silent: usize,
    /// Somebody else comes instead.
    pub deputies: usize,
}

impl Counts {
    /// Counts the answers of a guest list.
    pub fn of<'i>(invitations: impl IntoIterator<Item = &'i Invitation>) -> Self {
        Self::with(invitations, |_| false)
    }

    /// The same where some have registered and wait: they are not silent.
    pub fn with<'i>(
        invitations: impl IntoIterator<Item = &'i Invitation>,
        has_registered: impl Fn(PersonId) -> bool,
    ) -> Self {
        let mut counts = Self::default();
        for invitation in invitations {
            counts.guests += 1;
            match invitation.reply {
                Some(Reply::Yes) => counts.yes += 1,
                Some(Reply::Tentative) => counts.tentative += 1,
                Some(Reply::No) => counts.no += 1,
                None if has_registered(invitation.person) => counts.waiting += 1,
                None => counts.silent += 1,
            }
            counts.deputies += usize::from(!invitation.deputy.is_empty());
        }
        counts
    }

    /// How many have answered.
    pub const fn answered(&self) -> usize {
        self.yes + self.tentative + self.no
    }
}

/// The most bytes that the files of one mail may have together; many mail servers take no
/// more than ten megabytes, and a mail is a third larger than its files.
pub const MOST_BYTES: i64 = 7 * 1024 * 1024;

/// Whether files of these sizes fit into one mail.
pub fn fit(sizes: impl IntoIterator<Item = i64>) -> bool {
    sizes.into_iter().sum::<i64>() <= MOST_BYTES
}

#[cfg(test)]
mod tests {
    use base::{GatheringId, InvitationId};
    use uuid::Uuid;

    use super::*;

    fn invitation(reply: Option<Reply>, deputy: &str) -> Invitation {
        Invitation {
            id: InvitationId::from(Uuid::nil()),
            gathering: GatheringId::from(Uuid::nil()),
            person: PersonId::from(Uuid::nil()),
            via: String::new(),
            invited_at: None,
            reply,
            replied_at: None,
            replied_through: String::new(),
            deputy: deputy.to_owned(),
            note: String::new(),
            told_sequence: None,
            withdrawn: false,
            turns: 0,
        }
    }

    fn chosen(number: u128, sort_name: &str, via: &str) -> Chosen {
        Chosen {
            guest: Representative {
                person: register::Person {
                    id: PersonId::from(Uuid::from_u128(number)),
                    network: Uuid::nil().into(),
                    name: sort_name.to_owned(),
                    sort_name: sort_name.to_owned(),
                    address_form: "neutral".to_owned(),
                    mail: String::new(),
                    phone: String::new(),
                    lang: base::Lang::De,
                    note: String::new(),
                    ended: false,
                },
                function: String::new(),
                organisation: None,
            },
            via: via.to_owned(),
        }
    }

    #[test]
    fn answers_are_counted_by_what_they_say() {
        let list = [
            invitation(Some(Reply::Yes), ""),
            invitation(Some(Reply::Yes), "Stellvertretung"),
            invitation(Some(Reply::No), ""),
            invitation(Some(Reply::Tentative), ""),
            invitation(None, ""),
        ];

        let counts = Counts::of(&list);

        assert_eq!((counts.guests, counts.yes, counts.tentative), (5, 2, 1));
        assert_eq!((counts.no, counts.silent, counts.deputies), (1, 1, 1));
        assert_eq!(counts.answered(), 4);
        let counts = Counts::with(&list, |_| true);
        assert_eq!((counts.waiting, counts.silent, counts.yes), (1, 0, 2));
    }

    #[test]
    fn somebody_chosen_twice_is_invited_once_for_the_first_reason() {
        let people = each_once([
            chosen(1, "zeder", "Vorstand"),
            chosen(2, "Ahorn", "Vorstand"),
            chosen(1, "zeder", ""),
        ]);

        let names: Vec<_> = people
            .iter()
            .map(|it| (it.guest.person.name.as_str(), it.via.as_str()))
            .collect();
        assert_eq!(names, [("Ahorn", "Vorstand"), ("zeder", "Vorstand")]);
    }

    #[test]
    fn every_answer_has_its_word_in_the_address() {
        for reply in Reply::ALL {
            assert_eq!(answer_of(answer_word(reply)), Some(reply));
        }
        assert_eq!(answer_of("yes"), None);
    }

    #[test]
    fn files_fit_up_to_the_limit() {
        assert!(fit([MOST_BYTES]));
        assert!(!fit([MOST_BYTES, 1]));
        assert!(fit([]));
    }
}
