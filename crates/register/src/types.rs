//! What the register knows: networks, organisations, people, groups and their ties.

use base::{
    FunctionId, GroupId, GroupMemberId, Lang, MembershipId, NetworkId, OrganisationId, PersonId,
};
use jiff::civil::Date;
use store::BlobHash;

use crate::rules;

/// An alliance that an office runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Its id.
    pub id: NetworkId,
    /// Its first path segment.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The association that it is part of, as a line below its name.
    pub association: String,
    /// What it stands for.
    pub about: String,
    /// The Land, as the last two letters of ISO 3166-2:DE.
    pub land: String,
    /// The IANA name of its zone.
    pub zone: String,
    /// Its accent colour, `#rrggbb`.
    pub accent: String,
    /// Its logo.
    pub logo: Option<BlobHash>,
    /// The logo's media type.
    pub logo_type: String,
    /// What the logo shows.
    pub logo_alt: String,
    /// The office's name.
    pub office_name: String,
    /// The office's postal address, in lines.
    pub office_address: String,
    /// The office's telephone number.
    pub office_phone: String,
    /// The office's mail address, where answers go.
    pub office_mail: String,
    /// The name that mails come from.
    pub sender_name: String,
    /// The text of the Impressum.
    pub imprint: String,
    /// How many days circulated minutes wait for objections.
    pub objection_days: i64,
    /// Whether its data are examples.
    pub sample_data: bool,
    /// The network that it is part of.
    pub parent: Option<NetworkId>,
}

/// A human being that the office deals with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// The network whose office keeps the record.
    pub network: NetworkId,
    /// The name as it is shown.
    pub name: String,
    /// The name that lists sort by.
    pub sort_name: String,
    /// How letters address the person: `neutral`, `frau` or `herr`.
    pub address_form: String,
    /// The mail address; empty where none is known.
    pub mail: String,
    /// The telephone number; empty where none is known.
    pub phone: String,
    /// The language of mails.
    pub lang: Lang,
    /// What the office notes for itself.
    pub note: String,
    /// Whether the office has closed the record.
    pub ended: bool,
}

/// A legal body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// The network whose office keeps the record.
    pub network: NetworkId,
    /// Its name.
    pub name: String,
    /// Its short name; empty where it has none.
    pub short_name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Telephone number.
    pub phone: String,
    /// Mail address.
    pub mail: String,
    /// Web address.
    pub web: String,
    /// Whether it can receive the others.
    pub can_host: bool,
    /// What the office notes for itself.
    pub note: String,
    /// Whether the office has closed the record.
    pub ended: bool,
}

/// A standing circle inside a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its network.
    pub network: NetworkId,
    /// Its path segment.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub about: String,
    /// The group that it is part of.
    pub parent: Option<GroupId>,
    /// Whether it has ended.
    pub ended: bool,
}

/// A person with the function through which they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The person.
    pub person: Person,
    /// What the person is there; empty where nothing is known.
    pub function: String,
    /// The organisation that the person comes from.
    pub organisation: Option<(OrganisationId, String)>,
}

impl Representative {
    /// Name, function and organisation in one line, and nothing of it twice.
    ///
    /// Many are entered by their function alone: "Leitung Lebensräume" of "Lebensräume e.V." is
    /// "Leitung Lebensräume e.V.". Names of people stay as they are.
    pub fn line(&self) -> String {
        let organisation = self.organisation.as_ref().map(|(_, name)| name.as_str());
        rules::line(
            &self.person.name,
            &self.function,
            organisation.unwrap_or_default(),
        )
    }
}

/// From when to when something holds; both days belong to it, a missing one is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Term {
    /// A term that begins on a day and stays open.
    pub const fn since(day: Date) -> Self {
        Self {
            from: Some(day),
            until: None,
        }
    }

    /// Whether the day lies in the term.
    pub fn holds_on(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the terms share a day.
    pub fn overlaps(self, other: Self) -> bool {
        let begins_in_time = |it: Self, end: Self| match (it.from, end.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// Whether there is a day from this one on that lies in both terms.
    pub fn meets(self, other: Self, from: Date) -> bool {
        let first = self.from.max(other.from).max(Some(from));
        let ends = [self.until, other.until];
        ends.into_iter().flatten().all(|until| Some(until) >= first)
    }
}

/// What a person is at an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its id.
    pub id: FunctionId,
    /// The person.
    pub person: PersonId,
    /// The person's name.
    pub person_name: String,
    /// The organisation.
    pub organisation: OrganisationId,
    /// The organisation's name.
    pub organisation_name: String,
    /// What the person is there.
    pub title: String,
    /// Whether the person speaks for the organisation.
    pub contact: bool,
    /// Whether the person gives the organisation's vote.
    pub voting: bool,
    /// From when to when.
    pub term: Term,
}

/// How an organisation belongs to a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MembershipKind {
    /// A member.
    Member,
    /// A cooperation partner.
    Partner,
    /// A funder.
    Funder,
    /// A guest.
    Guest,
}

impl MembershipKind {
    /// All kinds, in the order of the pages.
    pub const ALL: [Self; 4] = [Self::Member, Self::Partner, Self::Funder, Self::Guest];

    /// The word in the database and in forms; the phrase key is `register-kind-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Partner => "partner",
            Self::Funder => "funder",
            Self::Guest => "guest",
        }
    }

    /// Phrase key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Member => "register-kind-member",
            Self::Partner => "register-kind-partner",
            Self::Funder => "register-kind-funder",
            Self::Guest => "register-kind-guest",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An organisation's tie to a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// The network.
    pub network: NetworkId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its kind.
    pub kind: MembershipKind,
    /// From when to when.
    pub term: Term,
}

/// Who is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// A person.
    Person(PersonId),
    /// An organisation, through its contacts.
    Organisation(OrganisationId),
}

/// A person or an organisation in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMember {
    /// Its id.
    pub id: GroupMemberId,
    /// The group.
    pub group: GroupId,
    /// Who it is.
    pub party: Party,
    /// The name of the person or organisation.
    pub name: String,
    /// What it is in the group.
    pub title: String,
    /// Whether it leads the group; an organisation leads through its contacts.
    pub leader: bool,
    /// From when to when.
    pub term: Term,
}
