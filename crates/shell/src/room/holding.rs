//! What rooms keep about people: why, what they tell of it, how it goes and how long it may stay.

use base::{AccountId, Fault, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Conn, Row, params};
use uuid::Uuid;

/// What stands in place of a name that was taken out of a record that stays.
pub const NOBODY: &str = "gelöschte Person";

/// Why the law lets an office keep something (GDPR, Article 6 (1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// (a): the person agreed.
    Consent,
    /// (b): membership of the organisation that the person speaks for.
    Membership,
    /// (f): the work of the network.
    Interest,
}

impl Ground {
    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Consent => "holding-ground-consent",
            Self::Membership => "holding-ground-membership",
            Self::Interest => "holding-ground-interest",
        }
    }
}

/// A person as every room knows it again; taken once, before anything of it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    /// The person.
    pub person: PersonId,
    /// The network whose office keeps the record.
    pub network: NetworkId,
    /// The network's first path segment.
    pub slug: String,
    /// The name.
    pub name: String,
    /// The names of now and of before that nobody else of the network bears or acted under: what
    /// is known by one of them alone is this person's.
    pub own_names: Vec<String>,
    /// The mail address in lower case; empty where there is none.
    pub mail: String,
    /// Whether no other record of the network has that mail address.
    pub mail_is_own: bool,
    /// The account behind which the person stands.
    pub account: Option<AccountId>,
    /// Whether the account opens nothing but what this person may do here.
    pub account_is_own: bool,
}

impl Whom {
    /// Takes the person out of columns that hold a name alone: runs each statement once for every
    /// name that is the person's own, with the network as `$1`, the name as `$2` and what stands
    /// in its place as `$3`; says how many rows there were.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_names(
        &self,
        conn: &mut Conn<'_>,
        statements: &[&'static str],
    ) -> Result<u64, Fault> {
        let mut rows = 0;
        for name in &self.own_names {
            for statement in statements {
                rows += conn.exec(statement, params![self.network, name, NOBODY])?;
            }
        }
        Ok(rows)
    }

    /// The same where an account stands beside the name: it is `$2`. Rows without one are left
    /// to [`Self::forget_names`].
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_account(
        &self,
        conn: &mut Conn<'_>,
        statements: &[&'static str],
    ) -> Result<u64, Fault> {
        let Some(account) = self.account else {
            return Ok(0);
        };
        let mut rows = 0;
        for statement in statements {
            rows += conn.exec(statement, params![self.network, account, NOBODY])?;
        }
        Ok(rows)
    }

    /// What is found under each name that is the person's own.
    ///
    /// # Errors
    /// When the database fails.
    pub fn under_own_names(
        &self,
        mut find: impl FnMut(&str) -> Result<Vec<Held>, Fault>,
    ) -> Result<Vec<Held>, Fault> {
        let mut found = Vec::new();
        for name in &self.own_names {
            found.extend(find(name)?);
        }
        Ok(found)
    }
}

/// What is kept, as somebody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// As it is kept.
    Record(String),
    /// By a phrase of its key.
    Said(String),
    /// A day.
    Day(Date),
    /// It, for a term.
    Term(Box<Self>, Option<Date>, Option<Date>),
    /// One part of a record by its name, and what stands there.
    Part(Box<Self>, Box<Self>),
}

impl Words {
    /// The same for a term; a term that is open on both sides goes without saying.
    #[must_use]
    pub fn for_term(self, from: Option<Date>, until: Option<Date>) -> Self {
        if from.is_none() && until.is_none() {
            return self;
        }
        Self::Term(Box::new(self), from, until)
    }
}

/// One thing that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Phrase key of what it is.
    pub what: &'static str,
    /// The record that it stands in, or the label of a network's own field.
    pub about: Option<String>,
    /// It.
    pub words: Words,
    /// Since when, or of when.
    pub when: Option<Timestamp>,
    /// The path of a page that shows it.
    pub path: Option<String>,
}

impl Held {
    /// Something without an hour and a page of its own.
    pub fn new(what: &'static str, words: impl Into<String>) -> Self {
        Self::of(what, Words::Record(words.into()))
    }

    /// The same where a phrase says it.
    pub fn said(what: &'static str, key: impl Into<String>) -> Self {
        Self::of(what, Words::Said(key.into()))
    }

    /// The same in whatever words.
    pub const fn of(what: &'static str, words: Words) -> Self {
        Self {
            what,
            about: None,
            words,
            when: None,
            path: None,
        }
    }

    /// The same with the record that it stands in.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// The same at an hour.
    #[must_use]
    pub fn at(mut self, when: Option<Timestamp>) -> Self {
        self.when = when;
        self
    }

    /// The same with the page that shows it.
    #[must_use]
    pub fn on(mut self, path: String) -> Self {
        self.path = Some(path);
        self
    }
}

/// How a person is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Whatever need not stay is deleted.
    Erase,
    /// What counts stays without a name: so many were invited, so many came.
    Anonymise,
}

impl How {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Erase, Self::Anonymise];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Erase => "erase",
            Self::Anonymise => "anonymise",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What becomes of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is deleted.
    Deleted,
    /// It stays without the name.
    Anonymised,
    /// It stays; phrase key of the reason.
    Stays(&'static str),
}

/// So much of something, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Phrase key of what it is.
    pub what: &'static str,
    /// How many.
    pub count: u64,
    /// What becomes of it.
    pub fate: Fate,
}

impl Erased {
    /// What is deleted.
    pub const fn deleted(what: &'static str, count: u64) -> Self {
        Self {
            what,
            count,
            fate: Fate::Deleted,
        }
    }

    /// What loses the name.
    pub const fn anonymised(what: &'static str, count: u64) -> Self {
        Self {
            what,
            count,
            fate: Fate::Anonymised,
        }
    }

    /// What stays, and why.
    pub const fn stays(what: &'static str, count: u64, why: &'static str) -> Self {
        Self {
            what,
            count,
            fate: Fate::Stays(why),
        }
    }
}

/// Tells what is kept about a person.
pub type Tell = fn(&mut Conn<'_>, &Whom) -> Result<Vec<Held>, Fault>;

/// Takes a person out of what is kept, and says what became of it.
pub type Erase = fn(&mut Conn<'_>, &mut Moment, &Whom, How) -> Result<Vec<Erased>, Fault>;

/// Finds the ids under which a person was known before.
pub type Former = fn(&mut Conn<'_>, PersonId) -> Result<Vec<PersonId>, Fault>;

/// One kind of thing that a room keeps about people.
#[derive(Clone, Copy)]
pub struct Holding {
    /// Its name, for exports.
    pub name: &'static str,
    /// Phrase key of its label.
    pub label: &'static str,
    /// Phrase key of what it is kept for.
    pub purpose: &'static str,
    /// Why the law lets one keep it.
    pub ground: Ground,
    /// The columns that name people, as `table.column`; a test finds those that none covers.
    pub columns: &'static [&'static str],
    /// The ids under which the person was known before, where the room knows of any: they are
    /// remembered as erased too, because an older backup holds them.
    pub former: Option<Former>,
    /// Tells what is kept about a person.
    pub tell: Tell,
    /// Takes the person out of it; whoever leans on others is asked before them. A second call
    /// finds nothing more to do.
    pub erase: Erase,
}

/// Something that has lain for longer than its rule allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which record.
    pub id: Uuid,
    /// What it is, for those who look before it goes.
    pub words: String,
    /// The hour that its term counts from.
    pub since: Timestamp,
}

impl Due {
    /// Reads id, words and hour.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn read(row: &mut Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.take()?,
            words: row.take()?,
            since: row.take()?,
        })
    }

    /// Reads id, whom it is about, what it is, and hour.
    ///
    /// # Errors
    /// When the row holds something else.
    pub fn read_of(row: &mut Row) -> Result<Self, Fault> {
        let (id, whom, what): (Uuid, String, String) = (row.take()?, row.take()?, row.take()?);
        Ok(Self {
            id,
            words: format!("{whom}: {what}"),
            since: row.take()?,
        })
    }
}

/// Finds what lies since before an hour, the oldest first, at most so much.
pub type Find = fn(&mut Conn<'_>, NetworkId, Timestamp, i64) -> Result<Vec<Due>, Fault>;

/// Takes a record away where its term began before an hour, or of a person only looks whether it
/// did; says so.
pub type Goes = fn(&mut Conn<'_>, NetworkId, Uuid, Timestamp) -> Result<bool, Fault>;

/// How records of a purpose go.
#[derive(Clone, Copy)]
pub enum Going {
    /// One by one.
    Rows(Goes),
    /// They are people, and go with everything that rooms keep about them; asked of each right
    /// before whether the term is over.
    People(Goes),
}

/// Something that is kept for a time only.
#[derive(Clone, Copy)]
pub struct Retained {
    /// Its name in the database and in addresses.
    pub name: &'static str,
    /// Phrase key of its label.
    pub label: &'static str,
    /// Phrase key of what the term counts from and what goes with it.
    pub hint: &'static str,
    /// The months that we propose.
    pub months: i64,
    /// What lies since before an hour, the oldest first, at most so many.
    pub due: Find,
    /// How it goes.
    pub going: Going,
}
