//! The gathering itself: its facts and its states.

use base::access::{Actor, Audience, Subject};
use base::{GatheringId, GroupId, NetworkId, OrganisationId, SeriesId};
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};

use super::Speaker;

/// How far a gathering has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The office alone sees it.
    Draft,
    /// Its audience knows of it.
    Announced,
    /// It is over.
    Held,
    /// It does not take place.
    Cancelled,
}

impl State {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Announced, Self::Held, Self::Cancelled];

    /// The word in the database and in style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Announced => "announced",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "gatherings-state-draft",
            Self::Announced => "gatherings-state-announced",
            Self::Held => "gatherings-state-held",
            Self::Cancelled => "gatherings-state-cancelled",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A gathering: anything people come to on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// Its id, which never changes.
    pub id: GatheringId,
    /// The network that it belongs to.
    pub network: NetworkId,
    /// The group that meets, where one does.
    pub group: Option<GroupId>,
    /// The series that it is part of.
    pub series: Option<SeriesId>,
    /// Its place in the series.
    pub series_number: Option<i64>,
    /// The last segment of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is about before all else, in one line.
    pub focus: String,
    /// What it is about, in paragraphs.
    pub about: String,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The IANA name of the zone of both.
    pub zone: String,
    /// The instant of the start, derived.
    pub starts_at: Timestamp,
    /// The instant of the end, derived.
    pub ends_at: Timestamp,
    /// The organisation that receives the others.
    pub host: Option<OrganisationId>,
    /// Name of the house or room.
    pub venue_name: String,
    /// Street and number.
    pub venue_street: String,
    /// Postcode.
    pub venue_postcode: String,
    /// Town.
    pub venue_town: String,
    /// How accessible the place is.
    pub venue_access: String,
    /// Where it takes place online; shown only in time and to whom it concerns.
    pub online_url: String,
    /// Whom it is for.
    pub audience: Audience,
    /// How far it has come.
    pub state: State,
    /// Raised with each change that was told to the invited.
    pub sequence: i64,
    /// Its tags.
    pub tags: Vec<String>,
    /// Why it was cancelled.
    pub cancelled_reason: String,
    /// When it was announced.
    pub announced_at: Option<Timestamp>,
    /// When its facts were last changed.
    pub changed_at: Timestamp,
    /// Who organises it together with the network.
    pub co_organisers: Vec<CoOrganiser>,
    /// Guests of the whole gathering by function and body.
    pub guests: Vec<Speaker>,
}

/// Somebody who organises a gathering together with the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoOrganiser {
    /// The organisation, where the register knows it.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub name: String,
}

/// Where a gathering takes place, as one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Venue {
    /// Name of the house or room.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// How accessible the place is.
    pub access: String,
}

/// How long before the start the online link is shown.
const ONLINE_BEFORE: SignedDuration = SignedDuration::from_mins(60);

impl Gathering {
    /// What rights about this gathering are asked about.
    pub fn subject(&self, invited: bool) -> Subject {
        self.subject_for(self.audience, invited)
    }

    /// What rights about a part of it with an audience of its own are asked about.
    pub fn subject_for(&self, audience: Audience, invited: bool) -> Subject {
        Subject::Record {
            network: self.network,
            group: self.group,
            record: Some(self.id.into()),
            audience,
            published: !matches!(self.state, State::Draft),
            invited,
        }
    }

    /// Names it in calendars for ever.
    pub fn uid(&self) -> String {
        self.id.to_string()
    }

    /// Street, postcode and town in one line; empty parts are left out.
    pub fn address(&self) -> String {
        let town = joined(&[&self.venue_postcode, &self.venue_town], " ");
        joined(&[&self.venue_street, &town], ", ")
    }

    /// Place and address in one line.
    pub fn place(&self) -> String {
        joined(&[&self.venue_name, &self.address()], ", ")
    }

    /// Whether the online link is for this person: for the invited, and for everybody whom the
    /// network knows.
    pub fn concerns(&self, actor: &Actor, invited: bool) -> bool {
        invited || actor.belongs_to(self.network)
    }

    /// What somebody whom it concerns, or does not, learns of the online meeting at `now`; the
    /// link is for nobody before an hour ahead of the start.
    pub fn online(&self, is_concerned: bool, now: Timestamp) -> Option<Online> {
        if self.online_url.is_empty() || self.state == State::Cancelled {
            return None;
        }
        let is_shown = is_concerned && self.is_online_open(now);
        Some(Online {
            href: is_shown.then(|| self.online_url.clone()),
        })
    }

    /// Whether the online link is due at `now`: from an hour before the start until the end.
    pub fn is_online_open(&self, now: Timestamp) -> bool {
        let opens = self
            .starts_at
            .checked_sub(ONLINE_BEFORE)
            .unwrap_or(self.starts_at);
        self.state != State::Cancelled && opens <= now && now < self.ends_at
    }

    /// Whether its day is now or was before, so that attendance can be told.
    pub fn is_begun_on(&self, today: Date) -> bool {
        self.starts.date() <= today
    }
}

/// That a gathering takes place online, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Online {
    /// Where, once that is to be known.
    pub href: Option<String>,
}

/// What a list shows of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: GatheringId,
    /// The network that it belongs to.
    pub network: NetworkId,
    /// The group that meets.
    pub group: Option<GroupId>,
    /// The last segment of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its focus.
    pub focus: String,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The instant of the start.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
    /// Name of the place.
    pub venue_name: String,
    /// Town.
    pub venue_town: String,
    /// Whom it is for.
    pub audience: Audience,
    /// How far it has come.
    pub state: State,
    /// The name of its series.
    pub series: Option<String>,
    /// Its place in the series.
    pub series_number: Option<i64>,
    /// Whether the person who asks is on its guest list.
    pub invited: bool,
}

impl Listed {
    /// What rights about this gathering are asked about.
    pub fn subject(&self) -> Subject {
        Subject::Record {
            network: self.network,
            group: self.group,
            record: Some(self.id.into()),
            audience: self.audience,
            published: !matches!(self.state, State::Draft),
            invited: self.invited,
        }
    }

    /// Place and town in one line; a town that the place's name ends with is not said twice.
    pub fn place(&self) -> String {
        if self.venue_name.ends_with(&self.venue_town) {
            return self.venue_name.clone();
        }
        joined(&[&self.venue_name, &self.venue_town], ", ")
    }
}

fn joined(parts: &[&str], between: &str) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(between)
}

/// The address of a gathering with this day and title; `attempt` 1 is the plain one.
pub fn slug_of(day: Date, title: &str, attempt: u32) -> String {
    let mut slug = day.to_string();
    let words = base::slug(title);
    if !words.is_empty() {
        slug.push('-');
        slug.push_str(&words);
    }
    if attempt > 1 {
        slug.push('-');
        slug.push_str(&attempt.to_string());
    }
    slug
}

/// The most tags that one gathering carries.
const MOST_TAGS: usize = 12;

/// Tags as typed, parted by commas; each one once, in the order typed.
///
/// ```
/// assert_eq!(gatherings::tags_of("Arbeit, arbeit, , Migration"), ["Arbeit", "Migration"]);
/// ```
pub fn tags_of(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split(',').map(str::trim) {
        let slug = base::slug(tag);
        let is_new = !slug.is_empty() && tags.iter().all(|known| base::slug(known) != slug);
        if is_new && tags.len() < MOST_TAGS {
            tags.push(tag.chars().take(60).collect());
        }
    }
    tags
}
