//! What a programme is, and what in it cannot be at the same time; no clock, no SQL.

use base::GatheringId;
use gatherings::Speaker;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use registration::{Texts, fold};
use uuid::Uuid;

/// From when until when, on one day of a gathering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// How many days after the gathering's first.
    pub day: i64,
    /// The beginning.
    pub starts: Time,
    /// The end.
    pub ends: Time,
}

impl Hours {
    /// Whether both are in part at the same time.
    pub fn meets(&self, other: &Self) -> bool {
        self.day == other.day && self.starts < other.ends && other.starts < self.ends
    }

    /// Whether the other lies within.
    pub fn holds(&self, other: &Self) -> bool {
        self.day == other.day && self.starts <= other.starts && other.ends <= self.ends
    }

    /// The local times for a gathering that begins on a day.
    pub fn on(&self, first: Date) -> (DateTime, DateTime) {
        let day = first.checked_add(self.day.days()).unwrap_or(first);
        (day.to_datetime(self.starts), day.to_datetime(self.ends))
    }
}

/// A stretch of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// From when until when.
    pub hours: Hours,
    /// What it is called; may be empty where sessions say enough.
    pub title: Texts,
    /// Whether nothing takes place in it.
    pub is_break: bool,
}

/// Something that helps to follow a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is interpreted into sign language.
    Signs,
    /// What is said can be read along.
    Captions,
    /// The room has a hearing loop.
    Loop,
    /// It is held in Leichte Sprache.
    Plain,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Signs, Self::Captions, Self::Loop, Self::Plain];

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Signs => "signs",
            Self::Captions => "captions",
            Self::Loop => "loop",
            Self::Plain => "plain",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Signs => "programme-mark-signs",
            Self::Captions => "programme-mark-captions",
            Self::Loop => "programme-mark-loop",
            Self::Plain => "programme-mark-plain",
        }
    }
}

/// What takes place in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// The section.
    pub section: Uuid,
    /// Its place among those beside it, from 1.
    pub position: i64,
    /// Its title.
    pub title: Texts,
    /// What it is about.
    pub text: Texts,
    /// Hours of its own.
    pub own_hours: Option<(Time, Time)>,
    /// The room.
    pub room: String,
    /// The tag of its language; empty where nothing is said of it.
    pub lang: String,
    /// What helps to follow it.
    pub marks: Vec<Mark>,
    /// Whether people choose it when they register.
    pub choosable: bool,
    /// How many find room; none where there is no limit.
    pub capacity: Option<i64>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
}

/// The tags of languages that a session can be in.
pub const LANGS: [&str; 9] = ["de", "en", "ar", "cs", "fr", "pl", "ru", "tr", "uk"];

/// A section with what takes place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The section.
    pub section: Section,
    /// Its sessions in their order.
    pub sessions: Vec<Session>,
}

impl Stretch {
    /// When a session of it takes place.
    pub fn hours_of(&self, session: &Session) -> Hours {
        let of = self.section.hours;
        match session.own_hours {
            Some((starts, ends)) => Hours { starts, ends, ..of },
            None => of,
        }
    }
}

/// What two sessions share that cannot be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The room.
    Room(String),
    /// Somebody who speaks in both.
    Speaker(String),
}

/// Two sessions at the same time that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The earlier one in the programme.
    pub first: Uuid,
    /// The other.
    pub second: Uuid,
    /// What they share.
    pub over: Over,
}

/// Everything in a programme that is in two places at once.
pub fn conflicts(stretches: &[Stretch]) -> Vec<Conflict> {
    let all: Vec<(Hours, &Session)> = stretches
        .iter()
        .flat_map(|it| {
            it.sessions
                .iter()
                .map(|session| (it.hours_of(session), session))
        })
        .collect();
    let mut found = Vec::new();
    for (before, (hours, first)) in all.iter().enumerate() {
        for (others, second) in all.iter().skip(before + 1) {
            if !hours.meets(others) {
                continue;
            }
            found.extend(shared(first, second).into_iter().map(|over| Conflict {
                first: first.id,
                second: second.id,
                over,
            }));
        }
    }
    found
}

fn shared(first: &Session, second: &Session) -> Vec<Over> {
    let mut over = Vec::new();
    if !first.room.is_empty() && fold(&first.room) == fold(&second.room) {
        over.push(Over::Room(first.room.clone()));
    }
    for who in &first.speakers {
        let key = who_key(who);
        if second.speakers.iter().any(|other| who_key(other) == key) {
            over.push(Over::Speaker(called(who)));
        }
    }
    over
}

/// What tells one who speaks from another: the name, or what they are and where.
fn who_key(it: &Speaker) -> (String, String) {
    if it.name.is_empty() {
        (fold(&it.function), fold(&it.body))
    } else {
        (fold(&it.name), String::new())
    }
}

fn called(it: &Speaker) -> String {
    if !it.name.is_empty() {
        return it.name.clone();
    }
    let parts = [it.function.as_str(), &it.body].into_iter();
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What is known of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// It is there.
    Yes,
    /// It is not.
    No,
    /// Nobody has looked.
    #[default]
    Unknown,
}

impl Known {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "programme-known-yes",
            Self::No => "programme-known-no",
            Self::Unknown => "programme-known-unknown",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How accessible the place of a gathering is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Whether one gets in without steps.
    pub step_free: Known,
    /// Whether there is a lift.
    pub lift: Known,
    /// Whether there is a toilet for wheelchair users.
    pub toilet: Known,
    /// Whether there is a hearing loop.
    pub hearing_loop: Known,
    /// Whether there is parking for disabled people.
    pub parking: Known,
    /// How to get there.
    pub way: Texts,
}

impl Access {
    /// Each with its field, its phrase key and what programs know it by.
    pub const fn facts(&self) -> [(&'static str, &'static str, &'static str, Known); 5] {
        [
            (
                "step_free",
                "programme-access-step-free",
                "step-free-access",
                self.step_free,
            ),
            ("lift", "programme-access-lift", "lift", self.lift),
            (
                "toilet",
                "programme-access-toilet",
                "accessible-toilet",
                self.toilet,
            ),
            (
                "hearing_loop",
                "programme-access-loop",
                "hearing-loop",
                self.hearing_loop,
            ),
            (
                "parking",
                "programme-access-parking",
                "accessible-parking",
                self.parking,
            ),
        ]
    }

    /// Whether anything is said at all.
    pub fn is_told(&self) -> bool {
        let mut facts = self.facts().into_iter();
        !self.way.is_empty() || facts.any(|(.., known)| known != Known::Unknown)
    }
}

#[cfg(test)]
mod tests;
