//! To whom a mail goes, what is filled in, when a desk reminds. Pure.

use std::sync::LazyLock;

use base::{GatheringId, Lang, NetworkId};
use calendar::Zone;
use gatherings::State;
use jiff::civil::{Date, Time, time};
use jiff::{SignedDuration, Timestamp, ToSpan};
use shell::{Blank, Phrases, Wording};
use uuid::Uuid;

use crate::rules::{Offered, PlaceState, Texts};

/// How the places stand whose people a mail goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// They have a place.
    Confirmed,
    /// They stand in line.
    Waiting,
    /// A place is offered to them.
    Offered,
    /// They gave their place back.
    Cancelled,
    /// They were there.
    Came,
    /// They had a place and were not there.
    Missed,
}

impl To {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Confirmed,
        Self::Waiting,
        Self::Offered,
        Self::Cancelled,
        Self::Came,
        Self::Missed,
    ];

    /// Those who can be meant: nobody came to what has not begun.
    pub fn possible(has_begun: bool) -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter();
        all.filter(move |it| has_begun || !it.is_of_the_day())
    }

    /// Whether the day decides who is meant, and not the place alone.
    pub const fn is_of_the_day(self) -> bool {
        matches!(self, Self::Came | Self::Missed)
    }

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Missed => "missed",
            Self::Confirmed | Self::Waiting | Self::Offered | Self::Cancelled => {
                self.state().word()
            }
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "mailings-to-confirmed",
            Self::Waiting => "mailings-to-waiting",
            Self::Offered => "mailings-to-offered",
            Self::Cancelled => "mailings-to-cancelled",
            Self::Came => "mailings-to-came",
            Self::Missed => "mailings-to-missed",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// How their places stand.
    pub const fn state(self) -> PlaceState {
        match self {
            Self::Confirmed | Self::Came | Self::Missed => PlaceState::Confirmed,
            Self::Waiting => PlaceState::Waiting,
            Self::Offered => PlaceState::Offered,
            Self::Cancelled => PlaceState::Cancelled,
        }
    }

    /// What stands around the subject, whatever the office wrote: whoever has no place sees it
    /// before the mail is opened.
    pub(crate) const fn subject_key(self) -> Option<&'static str> {
        match self {
            Self::Confirmed | Self::Came | Self::Missed => None,
            Self::Waiting => Some("mailings-subject-waiting"),
            Self::Offered => Some("mailings-subject-offered"),
            Self::Cancelled => Some("mailings-subject-cancelled"),
        }
    }

    /// What the mail says of the place, whatever the office wrote.
    pub(crate) const fn stand_key(self) -> &'static str {
        match self {
            Self::Confirmed => "mailings-stand-confirmed",
            Self::Waiting => "mailings-stand-waiting",
            Self::Offered => "mailings-stand-offered",
            Self::Cancelled => "mailings-stand-cancelled",
            Self::Came => "mailings-stand-came",
            Self::Missed => "mailings-stand-missed",
        }
    }
}

/// A mail to participants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mailing {
    pub(crate) id: Uuid,
    pub(crate) network: NetworkId,
    pub(crate) desk: Uuid,
    pub(crate) gathering: GatheringId,
    pub(crate) to: To,
    pub(crate) subject: Texts,
    pub(crate) body: Texts,
    /// The day that it reminds of; none where the office wrote it for itself.
    pub(crate) reminds_of: Option<Date>,
    /// When letters were last laid out.
    pub(crate) laid_at: Option<Timestamp>,
}

/// How a desk reminds those who have a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// So many days before; none of them means never.
    pub days: i64,
    /// Whether the letters go without anybody releasing them.
    pub without_release: bool,
    /// The subject.
    pub subject: Texts,
    /// What it says.
    pub body: Texts,
}

impl Reminder {
    /// The most days before a gathering.
    pub const MOST_DAYS: i64 = 60;

    /// What is proposed: the words, and never until the office says when.
    pub fn proposed(phrases: &Phrases) -> Self {
        let (subject, body) = proposed(phrases, (To::Confirmed, false));
        Self {
            days: 0,
            without_release: false,
            subject,
            body,
        }
    }
}

const fn blank(word: &'static str, arg: &'static str) -> Blank {
    Blank { word, arg }
}

const GERMAN: &[Blank] = &[
    blank("Name", "name"),
    blank("Termin", "title"),
    blank("Datum", "day"),
    blank("Uhrzeit", "time"),
    blank("Ort", "place"),
    blank("Frist", "until"),
];

const GERMAN_LINKS: &[Blank] = &[blank("Link", "link"), blank("Rückmeldung", "feedback")];

const ENGLISH: &[Blank] = &[
    blank("Name", "name"),
    blank("Event", "title"),
    blank("Date", "day"),
    blank("Time", "time"),
    blank("Place", "place"),
    blank("Until", "until"),
];

const ENGLISH_LINKS: &[Blank] = &[blank("Link", "link"), blank("Feedback", "feedback")];

/// What stands in a mail: the words that are filled in, by language; links stand in no subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The subject line.
    Subject,
    /// The text.
    Body,
}

/// The words between braces that are filled in.
pub(crate) fn blanks(lang: Lang, part: Part) -> &'static [Blank] {
    static GERMAN_BODY: LazyLock<Vec<Blank>> = LazyLock::new(|| [GERMAN, GERMAN_LINKS].concat());
    static ENGLISH_BODY: LazyLock<Vec<Blank>> = LazyLock::new(|| [ENGLISH, ENGLISH_LINKS].concat());
    match (lang, part) {
        (Lang::De, Part::Subject) => GERMAN,
        (Lang::En, Part::Subject) => ENGLISH,
        (Lang::De, Part::Body) => &GERMAN_BODY,
        (Lang::En, Part::Body) => &ENGLISH_BODY,
    }
}

/// A text of a mail with what is filled in, in the words of its language.
pub(crate) fn wording(lang: Lang, part: Part) -> Wording {
    Wording {
        name: "mailing",
        label: "mailings-body",
        hint: "mailings-blanks",
        built_in: None,
        blanks: blanks(lang, part),
        langs: &Lang::ALL,
    }
}

/// Whether a text leads to the feedback form.
pub(crate) fn asks_feedback((text, lang): (&str, Lang)) -> bool {
    let mut all = blanks(lang, Part::Body).iter();
    let word = all.find(|it| it.arg == "feedback").map(|it| it.word);
    word.is_some_and(|word| text.contains(&format!("{{{word}}}")))
}

/// Subject and text that the office begins with.
pub(crate) fn proposed(phrases: &Phrases, (to, is_over): (To, bool)) -> (Texts, Texts) {
    let (subject, body) = match (to, is_over) {
        (To::Confirmed, false) => ("mailings-draft-reminder", "mailings-draft-reminder-text"),
        (To::Confirmed, true) => ("mailings-draft-after", "mailings-draft-after-text"),
        (To::Waiting, _) => ("mailings-draft-waiting", "mailings-draft-waiting-text"),
        (To::Offered, _) => ("mailings-draft-offered", "mailings-draft-offered-text"),
        (To::Cancelled, _) => ("mailings-draft-cancelled", "mailings-draft-cancelled-text"),
        (To::Came, _) => ("mailings-draft-after", "mailings-draft-came-text"),
        (To::Missed, _) => ("mailings-draft-missed", "mailings-draft-missed-text"),
    };
    let words = |key: &'static str| {
        let told = |lang: Lang| {
            let built_in = Some(key);
            Wording {
                built_in,
                ..wording(lang, Part::Body)
            }
            .built_in_words(phrases, lang)
        };
        Texts {
            de: told(Lang::De),
            en: told(Lang::En),
        }
    };
    (words(subject), words(body))
}

/// The hours in which reminders are written.
const FIRST: Time = time(8, 0, 0, 0);
const LAST: Time = time(20, 0, 0, 0);

/// Who got the place a moment ago needs no reminding.
pub(crate) const PATIENCE: SignedDuration = SignedDuration::from_hours(48);

fn zone_of(it: &Offered) -> Zone {
    Zone::named(&it.zone).unwrap_or_else(|_| Zone::utc())
}

/// Whether people are reminded of a date now: from so many days before until the eve, by day.
pub(crate) fn is_time(it: &Offered, days: i64, now: Timestamp) -> bool {
    let local = zone_of(it).local(now);
    let left = local.date().until(it.starts.date());
    let left = left.map_or(0, |span| i64::from(span.get_days()));
    it.state == State::Announced
        && (1..=days).contains(&left)
        && (FIRST..LAST).contains(&local.time())
}

/// When people are reminded of a date next; none where never any more.
pub(crate) fn next_time(it: &Offered, days: i64, now: Timestamp) -> Option<Timestamp> {
    if it.state != State::Announced || days < 1 {
        return None;
    }
    let zone = zone_of(it);
    let day = it.starts.date();
    let first = day.checked_sub(days.days()).ok()?;
    let local = zone.local(now);
    let morning = if local.time() < FIRST {
        local.date()
    } else {
        local.date().tomorrow().ok()?
    };
    let next = first.max(morning);
    if next >= day {
        return None;
    }
    let at = next.to_datetime(FIRST).to_zoned(zone.rules().clone());
    at.ok().map(|at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn offered(state: State) -> Offered {
        let starts = date(2023, 5, 23).at(10, 0, 0, 0);
        let at = starts.in_tz("Europe/Berlin").unwrap().timestamp();
        Offered {
            id: Uuid::nil().into(),
            slug: String::new(),
            title: String::new(),
            starts,
            ends: starts,
            zone: "Europe/Berlin".to_owned(),
            starts_at: at,
            ends_at: at,
            venue: String::new(),
            town: String::new(),
            state,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_desk_reminds_by_day_and_never_on_the_day_itself() {
        let it = offered(State::Announced);
        for (now, is) in [
            ("2023-05-19T12:00:00+02:00", false),
            ("2023-05-20T07:59:00+02:00", false),
            ("2023-05-20T08:00:00+02:00", true),
            ("2023-05-20T23:00:00+02:00", false),
            ("2023-05-22T19:59:00+02:00", true),
            ("2023-05-23T08:00:00+02:00", false),
        ] {
            assert_eq!(is_time(&it, 3, at(now)), is, "{now}");
        }
        assert!(!is_time(&it, 0, at("2023-05-22T12:00:00+02:00")));
        let off = offered(State::Cancelled);
        assert!(!is_time(&off, 3, at("2023-05-22T12:00:00+02:00")));
    }

    #[test]
    fn the_next_time_is_the_first_morning_or_tomorrow() {
        let it = offered(State::Announced);
        for (now, next) in [
            (
                "2023-01-01T12:00:00+01:00",
                Some("2023-05-20T08:00:00+02:00"),
            ),
            (
                "2023-05-20T08:00:00+02:00",
                Some("2023-05-21T08:00:00+02:00"),
            ),
            (
                "2023-05-22T07:00:00+02:00",
                Some("2023-05-22T08:00:00+02:00"),
            ),
            ("2023-05-22T08:00:00+02:00", None),
            ("2023-06-22T08:00:00+02:00", None),
        ] {
            assert_eq!(next_time(&it, 3, at(now)), next.map(at), "{now}");
        }
        assert_eq!(next_time(&it, 0, at("2023-01-01T12:00:00+01:00")), None);
    }

    #[test]
    fn who_has_no_place_sees_it_in_the_subject() {
        for to in To::ALL {
            let has_place = to.state() == PlaceState::Confirmed;
            assert_eq!(to.subject_key().is_none(), has_place);
            assert_eq!(To::from_word(to.word()), Some(to));
        }
        assert_eq!(To::possible(false).count(), 4);
        assert_eq!(To::possible(true).count(), To::ALL.len());
    }

    #[test]
    fn the_way_to_the_feedback_form_is_found_in_both_languages() {
        assert!(asks_feedback(("Hier: {Rückmeldung}", Lang::De)));
        assert!(asks_feedback(("Here: {Feedback}", Lang::En)));
        assert!(!asks_feedback(("Hier: {Feedback}", Lang::De)));
    }
}
