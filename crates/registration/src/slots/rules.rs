//! Which workshop somebody has, waits for, and gets.

use base::GatheringId;
use jiff::civil::Time;
use uuid::Uuid;

use crate::rules::{Level, Texts};

/// One of several workshops at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its id, the same as its session's in the programme.
    pub id: Uuid,
    /// The desk where one registers.
    pub desk: Uuid,
    /// The gathering.
    pub gathering: GatheringId,
    /// The quota of its places.
    pub quota: Uuid,
    /// What it takes place beside: of one block everybody has one.
    pub block: Uuid,
    /// How many days after the first one of the gathering.
    pub day: i64,
    /// When it begins.
    pub starts: Time,
    /// When it ends.
    pub ends: Time,
    /// Its place among those beside it.
    pub position: i64,
    /// What the block is called; may be empty.
    pub block_title: Texts,
    /// Its title.
    pub title: Texts,
    /// The room; may be empty.
    pub room: String,
    /// How many find room; none where there is no limit.
    pub capacity: Option<i64>,
    /// How many have chosen it.
    pub taken: i64,
}

impl Slot {
    /// How much room there is.
    pub fn level(&self) -> Level {
        Level::of(self.capacity.map(|it| it - self.taken), self.capacity)
    }
}

/// How somebody stands to a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceState {
    /// The place is theirs.
    Chosen,
    /// They stand in line.
    Waiting,
}

impl ChoiceState {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Waiting => "waiting",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chosen => "slots-state-chosen",
            Self::Waiting => "slots-state-waiting",
        }
    }

    /// How a page shows it beside the words.
    pub const fn ring(self) -> &'static str {
        match self {
            Self::Chosen => "held",
            Self::Waiting => "draft",
        }
    }

    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Chosen, Self::Waiting]
            .into_iter()
            .find(|it| it.word() == word)
    }
}

/// Somebody's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Whose: the place at the gathering.
    pub place: Uuid,
    /// The workshop.
    pub slot: Uuid,
    /// Its block.
    pub block: Uuid,
    /// How it stands.
    pub state: ChoiceState,
}

/// What somebody has in one block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mine {
    /// The workshop that is theirs.
    pub held: Option<Uuid>,
    /// The one that they wait for, beside it.
    pub awaited: Option<Uuid>,
}

/// What a wish leads to. Nobody loses what they have but for what they wished for, or by wishing
/// for nothing.
pub fn decide(mine: Mine, wish: Option<Uuid>, has_room: bool) -> Mine {
    match wish {
        None => Mine::default(),
        Some(slot) if mine.held == Some(slot) => Mine {
            held: mine.held,
            awaited: None,
        },
        Some(slot) if has_room => Mine {
            held: Some(slot),
            awaited: None,
        },
        Some(slot) => Mine {
            held: mine.held,
            awaited: Some(slot),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ONE: Option<Uuid> = Some(Uuid::from_u128(1));
    const TWO: Option<Uuid> = Some(Uuid::from_u128(2));

    #[test]
    fn a_wish_that_finds_no_room_keeps_what_there_is() {
        let mine = Mine {
            held: ONE,
            awaited: None,
        };
        let waits = decide(mine, TWO, false);
        assert_eq!((waits.held, waits.awaited), (ONE, TWO));
        let moved = decide(waits, TWO, true);
        assert_eq!((moved.held, moved.awaited), (TWO, None));
        assert_eq!(decide(waits, ONE, false), mine, "waiting ends");
        assert_eq!(decide(waits, None, true), Mine::default());
    }

    fn one() -> impl Strategy<Value = Option<Uuid>> {
        prop::option::of((1_u128..4).prop_map(Uuid::from_u128))
    }

    proptest! {
        #[test]
        fn nobody_loses_a_place_but_by_their_own_wish(
            held in one(), awaited in one(), wish in one(), has_room: bool,
        ) {
            let after = decide(Mine { held, awaited }, wish, has_room);
            if after.held != held {
                prop_assert!(wish.is_none() || (after.held == wish && has_room));
            }
            prop_assert!(wish.is_none() || after.held == wish || after.awaited == wish);
            prop_assert!(after.awaited.is_none() || after.awaited != after.held);
        }
    }
}
