//! The desk: where one registers, and by which rules.

use base::{GatheringId, Lang, NetworkId, SeriesId};
use gatherings::State;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan};
use uuid::Uuid;

use super::place::Place;

/// Whether one can register at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskState {
    /// The office prepares it.
    Draft,
    /// People register.
    Open,
    /// The office has closed it.
    Closed,
}

impl DeskState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "registration-desk-draft",
            Self::Open => "registration-desk-open",
            Self::Closed => "registration-desk-closed",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Who may register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Open,
    /// Who has a tie to a member organisation.
    Members,
    /// Who stands on the guest list.
    Invited,
}

impl Who {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Members, Self::Invited];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Members => "members",
            Self::Invited => "invited",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "registration-who-open",
            Self::Members => "registration-who-members",
            Self::Invited => "registration-who-invited",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How a place that became free goes to the first in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// It is offered for some hours.
    Offer,
    /// It is given at once.
    Give,
}

impl Passing {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Offer, Self::Give];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Give => "give",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Offer => "registration-passing-offer",
            Self::Give => "registration-passing-give",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A text in both languages; where English is missing the German one stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// German.
    pub de: String,
    /// English; may be empty.
    pub en: String,
}

impl Texts {
    /// The text for a reader, with the language that it is in.
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        match lang {
            Lang::En if !self.en.is_empty() => (&self.en, Lang::En),
            _ => (&self.de, Lang::De),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.de.is_empty() && self.en.is_empty()
    }
}

/// Where one registers, for one gathering or for one of a choice series.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its id.
    pub id: Uuid,
    /// Its network.
    pub network: NetworkId,
    /// Its gathering, where it is one.
    pub gathering: Option<GatheringId>,
    /// Its choice series, where it is one.
    pub series: Option<SeriesId>,
    /// Whether it is open.
    pub state: DeskState,
    /// The first day on which one can register.
    pub opens: Option<Date>,
    /// So many days before the gathering registration ends; nought means when it begins.
    pub closes_days: i64,
    /// So many days before it participants can still change and cancel by themselves.
    pub change_days: i64,
    /// Who may register.
    pub who: Who,
    /// Whether the office approves each.
    pub approval: bool,
    /// How long a place is held for a mail that is not confirmed.
    pub hold_minutes: i64,
    /// How many others one may bring.
    pub companions: i64,
    /// How a free place goes to the first in line.
    pub passing: Passing,
    /// How long an offer stands.
    pub offer_hours: i64,
    /// What it costs, as text.
    pub fee: Texts,
    /// What stands above the form.
    pub intro: Texts,
    /// What the confirmation says besides.
    pub thanks: Texts,
    /// Whether the telephone number is asked for.
    pub asks_phone: bool,
    /// Whether assistance needs are asked for.
    pub asks_needs: bool,
    /// How many days after the gathering needs are kept.
    pub needs_days: i64,
    /// Whether one is asked to stand on the list that participants see.
    pub asks_list_consent: bool,
    /// Whether the form offers the names of member organisations.
    pub offers_organisations: bool,
}

impl Desk {
    /// A desk with the rules that we propose.
    pub fn proposed(id: Uuid, network: NetworkId) -> Self {
        Self {
            id,
            network,
            gathering: None,
            series: None,
            state: DeskState::Draft,
            opens: None,
            closes_days: 1,
            change_days: 1,
            who: Who::Open,
            approval: false,
            hold_minutes: 60,
            companions: 0,
            passing: Passing::Offer,
            offer_hours: 48,
            fee: Texts::default(),
            intro: Texts::default(),
            thanks: Texts::default(),
            asks_phone: false,
            asks_needs: false,
            needs_days: 30,
            asks_list_consent: false,
            offers_organisations: false,
        }
    }

    /// Until when one can register for a gathering.
    pub fn closes_at(&self, it: &Offered) -> Timestamp {
        it.days_before(self.closes_days)
    }

    /// Until when participants can change and cancel by themselves.
    pub fn changes_until(&self, it: &Offered) -> Timestamp {
        it.days_before(self.change_days)
    }

    /// Until when somebody can change a place by themselves; who has none yet, until the
    /// beginning.
    pub fn term_of(&self, place: &Place, it: &Offered) -> Timestamp {
        if place.state.is_firm() {
            self.changes_until(it)
        } else {
            it.starts_at
        }
    }

    /// Until when an offer that is made now stands: never beyond the beginning.
    pub fn offer_ends(&self, it: &Offered, now: Timestamp) -> Timestamp {
        let hours = SignedDuration::from_hours(self.offer_hours.max(1));
        let end = now.checked_add(hours).unwrap_or(it.starts_at);
        end.min(it.starts_at)
    }

    /// Until when a place is held that is asked for now.
    pub fn hold_ends(&self, it: &Offered, now: Timestamp) -> Timestamp {
        let minutes = SignedDuration::from_mins(self.hold_minutes.max(5));
        let end = now.checked_add(minutes).unwrap_or(it.starts_at);
        end.min(it.starts_at)
    }
}

/// A gathering that one can register for, as the desk needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: GatheringId,
    /// The last segment of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Local start.
    pub starts: DateTime,
    /// Local end.
    pub ends: DateTime,
    /// The IANA name of its zone.
    pub zone: String,
    /// The instant of the start.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
    /// Name of the place.
    pub venue: String,
    /// Town.
    pub town: String,
    /// How far it has come.
    pub state: State,
}

impl Offered {
    /// The end of the day so many days before; the beginning itself where it is none.
    pub fn days_before(&self, days: i64) -> Timestamp {
        if days <= 0 {
            return self.starts_at;
        }
        let zone = calendar::Zone::named(&self.zone).unwrap_or_else(|_| calendar::Zone::utc());
        // The first instant of the day after.
        let day = self.starts.date().checked_sub((days - 1).days());
        day.ok()
            .and_then(|day| day.to_zoned(zone.rules().clone()).ok())
            .map_or(self.starts_at, |at| at.timestamp().min(self.starts_at))
    }

    /// Place and town in one line; a town that the place's name ends with is not said twice.
    pub fn place(&self) -> String {
        if self.town.is_empty() || self.venue.ends_with(&self.town) {
            return self.venue.clone();
        }
        if self.venue.is_empty() {
            return self.town.clone();
        }
        [self.venue.as_str(), self.town.as_str()].join(", ")
    }
}

/// How far registration for one gathering has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The office prepares it.
    Draft,
    /// It begins on a day to come.
    Early,
    /// People register.
    Running,
    /// The term is over, or the office closed it.
    Over,
    /// The gathering does not take place.
    Cancelled,
}

impl Stage {
    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "registration-stage-draft",
            Self::Early => "registration-stage-early",
            Self::Running => "registration-stage-running",
            Self::Over => "registration-stage-over",
            Self::Cancelled => "registration-stage-cancelled",
        }
    }
}

/// How far registration for a gathering has come on this day and hour.
pub fn stage_of(desk: &Desk, it: &Offered, (today, now): (Date, Timestamp)) -> Stage {
    if it.state == State::Cancelled {
        return Stage::Cancelled;
    }
    if desk.state == DeskState::Draft || it.state == State::Draft {
        return Stage::Draft;
    }
    if desk.state == DeskState::Closed || it.state == State::Held || desk.closes_at(it) <= now {
        return Stage::Over;
    }
    if desk.opens.is_some_and(|opens| today < opens) {
        return Stage::Early;
    }
    Stage::Running
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn offered() -> Offered {
        let starts = date(2023, 5, 23).at(10, 0, 0, 0);
        let ends = date(2023, 5, 23).at(16, 0, 0, 0);
        let at = |it: DateTime| it.in_tz("Europe/Berlin").unwrap().timestamp();
        Offered {
            id: Uuid::nil().into(),
            slug: String::new(),
            title: String::new(),
            starts,
            ends,
            zone: "Europe/Berlin".to_owned(),
            starts_at: at(starts),
            ends_at: at(ends),
            venue: String::new(),
            town: String::new(),
            state: State::Announced,
        }
    }

    #[test]
    fn terms_end_with_their_day() {
        let it = offered();
        for (days, end) in [
            (0, "2023-05-23T10:00:00+02:00"),
            (1, "2023-05-23T00:00:00+02:00"),
            (7, "2023-05-17T00:00:00+02:00"),
        ] {
            let end: Timestamp = end.parse().unwrap();
            assert_eq!(it.days_before(days), end, "{days}");
        }
    }

    #[test]
    fn stages_follow_each_other() {
        let it = offered();
        let mut desk = Desk::proposed(Uuid::nil(), Uuid::nil().into());
        let at = |text: &str| {
            let now: Timestamp = text.parse().unwrap();
            (now.in_tz("Europe/Berlin").unwrap().date(), now)
        };
        let early = at("2023-04-01T12:00:00+02:00");
        assert_eq!(stage_of(&desk, &it, early), Stage::Draft);
        desk.state = DeskState::Open;
        desk.opens = Some(date(2023, 4, 2));
        assert_eq!(stage_of(&desk, &it, early), Stage::Early);
        let day = at("2023-04-02T00:00:01+02:00");
        assert_eq!(stage_of(&desk, &it, day), Stage::Running);
        let last = at("2023-05-22T23:59:59+02:00");
        assert_eq!(stage_of(&desk, &it, last), Stage::Running);
        let late = at("2023-05-23T00:00:00+02:00");
        assert_eq!(stage_of(&desk, &it, late), Stage::Over);
        let off = Offered {
            state: State::Cancelled,
            ..it
        };
        assert_eq!(stage_of(&desk, &off, day), Stage::Cancelled);
    }

    #[test]
    fn an_offer_never_outlives_the_beginning() {
        let it = offered();
        let desk = Desk::proposed(Uuid::nil(), Uuid::nil().into());
        let eve: Timestamp = "2023-05-22T18:00:00+02:00".parse().unwrap();
        assert_eq!(desk.offer_ends(&it, eve), it.starts_at);
        let before: Timestamp = "2023-05-01T18:00:00+02:00".parse().unwrap();
        let hours = desk.offer_ends(&it, before).duration_since(before);
        assert_eq!(hours.as_hours(), 48);
    }
}
