//! A letter of the outbox: what it is, and how far it has come.

use base::{Lang, LetterId, NetworkId};
use jiff::Timestamp;
use jiff::civil::Date;
use shell::Phrases;

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It lies in the outbox until a person releases it.
    Waiting,
    /// It is on its way; the queue tries until the server takes it or refuses it.
    Queued,
    /// The server has taken it.
    Sent,
    /// The server refused it, or never answered.
    Failed,
    /// It was taken back, or what it tells has passed away.
    Withdrawn,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Queued,
        Self::Sent,
        Self::Failed,
        Self::Withdrawn,
    ];

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "outbox-state-waiting",
            Self::Queued => "outbox-state-queued",
            Self::Sent => "outbox-state-sent",
            Self::Failed => "outbox-state-failed",
            Self::Withdrawn => "outbox-state-withdrawn",
        }
    }

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a letter is about, as the outbox shows it: letters of one kind about the same make one
/// group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// A title.
    pub title: String,
    /// The day that tells it from others of this title.
    pub day: Option<Date>,
}

impl About {
    /// Something that took or takes place on a day.
    pub fn on(title: &str, day: Date) -> Self {
        Self {
            title: title.to_owned(),
            day: Some(day),
        }
    }

    /// In words, in the language of whoever reads them.
    pub fn words(&self, phrases: &Phrases, lang: Lang) -> String {
        let Some(day) = self.day else {
            return self.title.clone();
        };
        let day = calendar::dates::day_short(day, lang);
        let args = [("title", (&self.title).into()), ("day", day.into())];
        phrases.tell(lang, "outbox-about", &args)
    }

    /// The day in ISO 8601; empty where there is none.
    pub(crate) fn iso(&self) -> String {
        self.day.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// A letter that is to be sent.
#[derive(Clone, Debug)]
pub struct NewLetter<'l> {
    /// The network in whose name it goes.
    pub network: Option<NetworkId>,
    /// Its kind, by which a room's [`shell::LetterKind`] is found.
    pub kind: &'static str,
    /// What it is about, mostly an id.
    pub subject: &'l str,
    /// What else its writer needs, as JSON.
    pub detail: String,
    /// What the outbox shows.
    pub about: About,
    /// The recipient's name.
    pub to_name: &'l str,
    /// The recipient's mail address.
    pub to_address: &'l str,
    /// The recipient's language.
    pub lang: Lang,
    /// Who wants it sent.
    pub by: &'l str,
}

/// A letter as other rooms ask after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterState {
    /// Its id.
    pub id: LetterId,
    /// How far it has come.
    pub state: State,
    /// The recipient's name.
    pub to_name: String,
    /// The recipient's mail address.
    pub to_address: String,
    /// When the server took it.
    pub sent_at: Option<Timestamp>,
    /// What the server said.
    pub answer: String,
}

/// A letter as the outbox keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// The network in whose name it goes.
    pub network: Option<NetworkId>,
    /// Its kind.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// What else its writer needs, as JSON.
    pub detail: String,
    /// What the outbox shows.
    pub about: About,
    /// The recipient's name.
    pub to_name: String,
    /// The recipient's mail address.
    pub to_address: String,
    /// The recipient's language.
    pub lang: Lang,
    /// How far it has come.
    pub state: State,
    /// When it was laid out.
    pub laid_at: Timestamp,
    /// Who laid it out.
    pub laid_by: String,
    /// When it was given to the queue.
    pub queued_at: Option<Timestamp>,
    /// How often its delivery was tried.
    pub attempts: u32,
    /// When it was sent, failed or withdrawn.
    pub settled_at: Option<Timestamp>,
    /// What the server said.
    pub answer: String,
}

impl Letter {
    /// What its writer is told.
    pub fn addressed(&self) -> shell::Addressed {
        shell::Addressed {
            id: self.id,
            network: self.network,
            kind: self.kind.clone(),
            subject: self.subject.clone(),
            detail: self.detail.clone(),
            to_name: self.to_name.clone(),
            to_address: self.to_address.clone(),
            lang: self.lang,
            written_at: self.queued_at.unwrap_or(self.laid_at),
        }
    }
}

/// Waiting letters of one kind about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their kind.
    pub kind: String,
    /// What they are about.
    pub about: About,
    /// How many wait.
    pub count: i64,
    /// How many of them are held back after a restore.
    pub held: u32,
    /// When the first was laid out.
    pub since: Timestamp,
    /// One of them, by which the group is addressed.
    pub first: LetterId,
}
