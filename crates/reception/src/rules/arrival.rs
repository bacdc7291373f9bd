//! Who is let in, and what is said of a code that lets nobody in.

use base::{AttendanceId, GatheringId};
use jiff::Timestamp;
use registration::{Place, PlaceState};
use uuid::Uuid;

/// How somebody was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// By the list.
    List,
    /// By the code.
    Code,
    /// Without a registration.
    Guest,
}

impl Through {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Code => "code",
            Self::Guest => "guest",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::List, Self::Code, Self::Guest]
            .into_iter()
            .find(|it| it.word() == word)
    }
}

/// Somebody who came through the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Its id.
    pub id: Uuid,
    /// Where.
    pub gathering: GatheringId,
    /// The place that the person had; none for a guest without a registration.
    pub place: Option<Uuid>,
    /// The line on the attendance list; none where it was taken back.
    pub attendance: Option<AttendanceId>,
    /// When.
    pub at: Timestamp,
    /// How.
    pub through: Through,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

impl Arrival {
    /// Whether the person counts as having come.
    pub const fn stands(&self) -> bool {
        self.undone_at.is_none()
    }
}

/// What became of a code or a press of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The person is here now.
    Arrived,
    /// The person was let in before.
    Already,
    /// That was taken back after this code was read.
    TakenBack,
    /// The place is at another gathering.
    Elsewhere,
    /// The place was given back or refused.
    Ended,
    /// The place is not certain: waiting, offered, not confirmed.
    NotCertain,
    /// There is no such place.
    Unknown,
}

impl Outcome {
    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Already => "already",
            Self::TakenBack => "taken-back",
            Self::Elsewhere => "elsewhere",
            Self::Ended => "ended",
            Self::NotCertain => "not-certain",
            Self::Unknown => "unknown",
        }
    }

    /// Phrase key of what is said, with `$name`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Arrived => "reception-said-arrived",
            Self::Already => "reception-said-already",
            Self::TakenBack => "reception-said-taken-back",
            Self::Elsewhere => "reception-said-elsewhere",
            Self::Ended => "reception-said-ended",
            Self::NotCertain => "reception-said-not-certain",
            Self::Unknown => "reception-said-unknown",
        }
    }

    /// Whether the person is in.
    pub const fn is_in(self) -> bool {
        matches!(self, Self::Arrived | Self::Already)
    }
}

/// What a place means at the door of a gathering at an instant, with what is known of an arrival
/// by it.
pub fn judged(
    place: Option<&Place>,
    gathering: GatheringId,
    (arrival, at): (Option<&Arrival>, Timestamp),
) -> Outcome {
    let Some(place) = place else {
        return Outcome::Unknown;
    };
    match arrival {
        Some(it) if it.stands() => return Outcome::Already,
        // A message that was on its way when it was taken back says nothing new.
        Some(it) if it.undone_at.is_some_and(|undone| at < undone) => {
            return Outcome::TakenBack;
        }
        _ => {}
    }
    if place.gathering != gathering {
        return Outcome::Elsewhere;
    }
    match place.state {
        PlaceState::Confirmed => Outcome::Arrived,
        PlaceState::Cancelled | PlaceState::Refused | PlaceState::Expired => Outcome::Ended,
        PlaceState::Unconfirmed
        | PlaceState::Requested
        | PlaceState::Waiting
        | PlaceState::Offered => Outcome::NotCertain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(gathering: GatheringId, state: PlaceState) -> Place {
        Place {
            id: Uuid::from_u128(1),
            registration: Uuid::from_u128(2),
            desk: Uuid::from_u128(3),
            gathering,
            position: 0,
            name: "Leitung".to_owned(),
            who_key: "leitung".to_owned(),
            state,
            holds: false,
            until: None,
            line_no: None,
            contingent: None,
            changed_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn arrival(gathering: GatheringId, undone_at: Option<Timestamp>) -> Arrival {
        Arrival {
            id: Uuid::from_u128(4),
            gathering,
            place: Some(Uuid::from_u128(1)),
            attendance: None,
            at: Timestamp::UNIX_EPOCH,
            through: Through::Code,
            undone_at,
        }
    }

    #[test]
    fn only_a_confirmed_place_of_this_gathering_lets_in() {
        let here: GatheringId = Uuid::from_u128(7).into();
        let now = Timestamp::from_second(60).unwrap();
        for state in PlaceState::ALL {
            let place = place(here, state);
            let outcome = judged(Some(&place), here, (None, now));
            let is_in = state == PlaceState::Confirmed;
            assert_eq!(outcome == Outcome::Arrived, is_in, "{state:?}");
            let elsewhere: GatheringId = Uuid::from_u128(8).into();
            let outcome = judged(Some(&place), elsewhere, (None, now));
            assert_eq!(outcome, Outcome::Elsewhere, "{state:?}");
        }
        assert_eq!(judged(None, here, (None, now)), Outcome::Unknown);
    }

    #[test]
    fn a_second_reading_and_a_late_one_change_nothing() {
        let here: GatheringId = Uuid::from_u128(7).into();
        let place = place(here, PlaceState::Confirmed);
        let (early, undone, late) = (
            Timestamp::from_second(60).unwrap(),
            Timestamp::from_second(120).unwrap(),
            Timestamp::from_second(180).unwrap(),
        );
        let stands = arrival(here, None);
        let taken_back = arrival(here, Some(undone));

        for (known, at, outcome) in [
            (&stands, late, Outcome::Already),
            (&taken_back, early, Outcome::TakenBack),
            (&taken_back, late, Outcome::Arrived),
        ] {
            assert_eq!(judged(Some(&place), here, (Some(known), at)), outcome);
        }
    }
}
