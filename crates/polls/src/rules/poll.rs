//! A poll and its life, its days, and those who are asked.

use base::access::{Audience, Subject};
use base::{GatheringId, GroupId, NetworkId, PersonId};
use invitations::Choice;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// One day is nothing to choose from.
pub(crate) const LEAST_DATES: usize = 2;
/// The most days that one poll has.
pub(crate) const MOST_DATES: usize = 12;

/// How long after the last of its days a mail's link still says what became of the poll.
const LINK_OUTLIVES: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How far a poll has come by what people did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollState {
    /// Nobody is asked yet.
    Draft,
    /// Answers are taken until its last day.
    Open,
    /// The office ended it before its time.
    Closed,
    /// A day is settled on.
    Settled,
    /// The office took it back.
    Withdrawn,
}

impl PollState {
    const ALL: [Self; 5] = [
        Self::Draft,
        Self::Open,
        Self::Closed,
        Self::Settled,
        Self::Withdrawn,
    ];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Settled => "settled",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// Where a poll stands on a day, as pages say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody is asked yet.
    Draft,
    /// Answers are taken.
    Running,
    /// The last day for answers is over.
    Over,
    /// The office ended it before its time.
    Closed,
    /// A day is settled on.
    Settled,
    /// The office took it back.
    Withdrawn,
    /// No day can be settled on any more: all are over, or the gathering needs none.
    Lapsed,
}

impl Stage {
    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "polls-stage-draft",
            Self::Running => "polls-stage-running",
            Self::Over => "polls-stage-over",
            Self::Closed => "polls-stage-closed",
            Self::Settled => "polls-stage-settled",
            Self::Withdrawn => "polls-stage-withdrawn",
            Self::Lapsed => "polls-stage-lapsed",
        }
    }

    /// The word of the style sheet.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Running => "announced",
            Self::Over | Self::Closed => "circulated",
            Self::Settled => "held",
            Self::Withdrawn | Self::Lapsed => "cancelled",
        }
    }

    /// Whether a day can be settled on.
    pub const fn can_be_settled(self) -> bool {
        matches!(self, Self::Running | Self::Over | Self::Closed)
    }

    /// Whether the office can take it back: people were asked, and no day is settled on.
    pub const fn can_be_withdrawn(self) -> bool {
        self.can_be_settled() || matches!(self, Self::Lapsed)
    }
}

/// A question for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePoll {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network: NetworkId,
    /// The group whose leaders lead it; that of the gathering, where there is one.
    pub group: Option<GroupId>,
    /// The gathering whose day is looked for; none where there is none yet.
    pub gathering: Option<GatheringId>,
    /// What the day is for.
    pub title: String,
    /// What the office says besides.
    pub note: String,
    /// The IANA name of the zone that its days are in; that of the gathering, where there is one.
    pub zone: String,
    /// The last day on which answers are taken.
    pub until: Date,
    /// Whom the office means.
    pub choice: Choice,
    /// How far it has come.
    pub state: PollState,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub made_by: String,
    /// When the last of its days begins.
    pub last_start: Option<DateTime>,
    /// Whether its gathering is over or called off.
    pub needs_no_day: bool,
}

impl DatePoll {
    /// What rights about it are asked about.
    pub const fn subject(&self) -> Subject {
        Subject::Record {
            network: self.network,
            group: self.group,
            record: None,
            audience: Audience::Office,
            published: false,
            invited: false,
        }
    }

    /// The day in the zone of the poll.
    pub fn day_of(&self, now: Timestamp) -> Date {
        self.local(now).date()
    }

    fn local(&self, now: Timestamp) -> DateTime {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        zone.to_datetime(now)
    }

    fn has_lapsed(&self, now: Timestamp) -> bool {
        self.needs_no_day || self.last_start.is_some_and(|last| last <= self.local(now))
    }

    /// Where it stands.
    pub fn stage(&self, now: Timestamp) -> Stage {
        match self.state {
            PollState::Draft => Stage::Draft,
            PollState::Open | PollState::Closed if self.has_lapsed(now) => Stage::Lapsed,
            PollState::Open if self.day_of(now) <= self.until => Stage::Running,
            PollState::Open => Stage::Over,
            PollState::Closed => Stage::Closed,
            PollState::Settled => Stage::Settled,
            PollState::Withdrawn => Stage::Withdrawn,
        }
    }

    /// Until when links in its mails open something: a week beyond the last of its days.
    pub fn links_end(&self, dates: &[ProposedDate]) -> Timestamp {
        let last = dates.iter().map(|it| it.ends).max();
        let last = last.unwrap_or_else(|| self.until.to_datetime(jiff::civil::Time::MAX));
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let end = zone.to_ambiguous_timestamp(last).compatible();
        end.and_then(|end| end.checked_add(LINK_OUTLIVES))
            .unwrap_or(Timestamp::MAX)
    }
}

/// One of the days to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedDate {
    /// Its id.
    pub id: Uuid,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// Whether it is the one that was settled on.
    pub is_settled: bool,
}

/// Whether a day suits somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fits {
    /// It does.
    Yes,
    /// If need be.
    Maybe,
    /// It does not.
    No,
}

impl Fits {
    /// All of them, as forms show them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Maybe, Self::No];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Maybe => "maybe",
            Self::No => "no",
        }
    }

    /// Reads the word of the database or of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fits| fits.word() == word)
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "polls-fits-yes",
            Self::Maybe => "polls-fits-maybe",
            Self::No => "polls-fits-no",
        }
    }

    /// The word of the style sheet.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Maybe => "draft",
            Self::No => "no",
        }
    }
}

/// What one person says of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who was asked: [`Asked::id`].
    pub asked: Uuid,
    /// The day.
    pub date: Uuid,
    /// Whether it suits.
    pub fits: Fits,
}

/// Somebody who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id; letters and links name it.
    pub id: Uuid,
    /// The poll.
    pub poll: Uuid,
    /// The person.
    pub person: PersonId,
    /// The group or organisation that led to the person; empty where chosen alone.
    pub via: String,
    /// What else the person says.
    pub remark: String,
    /// When the person answered last.
    pub answered_at: Option<Timestamp>,
    /// How the answer came: `link`, `account` or `office`; empty without an answer.
    pub through: String,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn poll(state: PollState) -> DatePoll {
        DatePoll {
            id: Uuid::nil(),
            network: Uuid::nil().into(),
            group: None,
            gathering: None,
            title: String::new(),
            note: String::new(),
            zone: "Europe/Berlin".to_owned(),
            until: date(2017, 12, 1),
            choice: Choice::default(),
            state,
            made_at: Timestamp::UNIX_EPOCH,
            made_by: String::new(),
            last_start: Some(date(2018, 8, 29).at(15, 0, 0, 0)),
            needs_no_day: false,
        }
    }

    #[test]
    fn an_open_poll_is_over_at_midnight_of_its_own_zone() {
        let open = poll(PollState::Open);

        for (now, stage) in [
            ("2017-12-01T22:59:59Z", Stage::Running),
            ("2017-12-01T23:00:00Z", Stage::Over),
        ] {
            assert_eq!(open.stage(now.parse().unwrap()), stage, "{now}");
        }
        let late = "2018-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(poll(PollState::Settled).stage(late), Stage::Settled);
    }

    #[test]
    fn a_poll_lapses_with_the_last_of_its_days_or_with_its_gathering() {
        for (now, stage) in [
            ("2018-08-29T12:59:59Z", Stage::Over),
            ("2018-08-29T13:00:00Z", Stage::Lapsed),
        ] {
            assert_eq!(poll(PollState::Open).stage(now.parse().unwrap()), stage);
        }
        let late = "2018-08-29T13:00:00Z".parse().unwrap();
        assert_eq!(poll(PollState::Closed).stage(late), Stage::Lapsed);
        assert_eq!(poll(PollState::Draft).stage(late), Stage::Draft);
        assert_eq!(poll(PollState::Settled).stage(late), Stage::Settled);
        let called_off = DatePoll {
            needs_no_day: true,
            ..poll(PollState::Open)
        };
        assert_eq!(called_off.stage(Timestamp::UNIX_EPOCH), Stage::Lapsed);
        assert!(!Stage::Lapsed.can_be_settled() && Stage::Lapsed.can_be_withdrawn());
    }

    #[test]
    fn links_end_a_week_after_the_last_day() {
        let day = |day: i8| ProposedDate {
            id: Uuid::nil(),
            starts: date(2018, 8, day).at(15, 0, 0, 0),
            ends: date(2018, 8, day).at(19, 0, 0, 0),
            is_settled: false,
        };

        let end = poll(PollState::Open).links_end(&[day(22), day(15)]);

        assert_eq!(end, "2018-08-29T17:00:00Z".parse().unwrap());
    }

    #[test]
    fn every_word_is_read_back() {
        for state in PollState::ALL {
            assert_eq!(PollState::from_word(state.word()), Some(state));
        }
        for fits in Fits::ALL {
            assert_eq!(Fits::from_word(fits.word()), Some(fits));
        }
        assert_eq!(Fits::from_word("perhaps"), None);
    }
}
