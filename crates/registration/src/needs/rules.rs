//! What can be needed, how it is told, how far the work on it has come, and when it is forgotten.

use std::fmt;

use base::{GatheringId, NetworkId};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;
use vault::Zeroizing;

/// What is offered to tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    SignLanguage,
    SpeechToText,
    HearingLoop,
    EasyLanguage,
    Wheelchair,
    Assistant,
    Vegetarian,
    Vegan,
    OtherFood,
    Childcare,
}

/// Who sees to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provider {
    Interpreters,
    House,
    Kitchen,
}

impl Provider {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Interpreters, Self::House, Self::Kitchen];

    /// Phrase key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Interpreters => "needs-provider-interpreters",
            Self::House => "needs-provider-house",
            Self::Kitchen => "needs-provider-kitchen",
        }
    }
}

impl Kind {
    /// All of them, as they are asked.
    pub(crate) const ALL: [Self; 10] = [
        Self::SignLanguage,
        Self::SpeechToText,
        Self::HearingLoop,
        Self::EasyLanguage,
        Self::Wheelchair,
        Self::Assistant,
        Self::Vegetarian,
        Self::Vegan,
        Self::OtherFood,
        Self::Childcare,
    ];

    /// The word in forms and in what is sealed.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::SignLanguage => "sign-language",
            Self::SpeechToText => "speech-to-text",
            Self::HearingLoop => "hearing-loop",
            Self::EasyLanguage => "easy-language",
            Self::Wheelchair => "wheelchair",
            Self::Assistant => "assistant",
            Self::Vegetarian => "vegetarian",
            Self::Vegan => "vegan",
            Self::OtherFood => "other-food",
            Self::Childcare => "childcare",
        }
    }

    /// Phrase key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::SignLanguage => "needs-sign-language",
            Self::SpeechToText => "needs-speech-to-text",
            Self::HearingLoop => "needs-hearing-loop",
            Self::EasyLanguage => "needs-easy-language",
            Self::Wheelchair => "needs-wheelchair",
            Self::Assistant => "needs-assistant",
            Self::Vegetarian => "needs-vegetarian",
            Self::Vegan => "needs-vegan",
            Self::OtherFood => "needs-other-food",
            Self::Childcare => "needs-childcare",
        }
    }

    /// Reads the word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Who sees to it.
    pub(crate) const fn provider(self) -> Provider {
        match self {
            Self::SignLanguage | Self::SpeechToText | Self::EasyLanguage => Provider::Interpreters,
            Self::HearingLoop | Self::Wheelchair | Self::Assistant | Self::Childcare => {
                Provider::House
            }
            Self::Vegetarian | Self::Vegan | Self::OtherFood => Provider::Kitchen,
        }
    }
}

/// What somebody told; it is wiped from memory when it is let go, and never shows itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) kinds: Vec<Kind>,
    pub(crate) words: Zeroizing<String>,
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Told(…)")
    }
}

impl Told {
    /// Whether nothing is needed.
    pub(crate) fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.words.is_empty()
    }

    /// As it is sealed: the words for what was ticked in one line, then the text.
    pub(crate) fn written(&self) -> Zeroizing<Vec<u8>> {
        let mut text = Zeroizing::new(Vec::with_capacity(512 + self.words.len()));
        for (place, kind) in self.kinds.iter().enumerate() {
            if place > 0 {
                text.push(b' ');
            }
            text.extend_from_slice(kind.word().as_bytes());
        }
        text.push(b'\n');
        text.extend_from_slice(self.words.as_bytes());
        text
    }

    /// Reads that; words of another program are left out.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (kinds, words) = text.split_once('\n')?;
        Some(Self {
            kinds: kinds.split(' ').filter_map(Kind::from_word).collect(),
            words: Zeroizing::new(words.to_owned()),
        })
    }
}

/// How far the work on a need has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NeedState {
    /// Somebody told it.
    Requested,
    /// It is seen to.
    Arranged,
    /// The person was told so.
    Confirmed,
}

impl NeedState {
    /// All of them, in order.
    pub(crate) const ALL: [Self; 3] = [Self::Requested, Self::Arranged, Self::Confirmed];

    /// The word in the database and in forms.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Arranged => "arranged",
            Self::Confirmed => "confirmed",
        }
    }

    /// Phrase key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Requested => "needs-state-requested",
            Self::Arranged => "needs-state-arranged",
            Self::Confirmed => "needs-state-confirmed",
        }
    }

    /// How a page shows it.
    pub(crate) const fn ring(self) -> &'static str {
        match self {
            Self::Requested => "draft",
            Self::Arranged => "announced",
            Self::Confirmed => "held",
        }
    }

    /// Reads the word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A need as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) id: Uuid,
    pub(crate) place: Uuid,
    pub(crate) key: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) state: NeedState,
    pub(crate) told_at: Timestamp,
    /// Whether it was told anew after somebody had seen to it.
    pub(crate) told_again: bool,
}

/// Whose a need is, and for which gathering: what it is sealed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    pub(crate) network: NetworkId,
    pub(crate) gathering: GatheringId,
    pub(crate) registration: Uuid,
    pub(crate) position: i64,
}

impl Whose {
    /// The one that stands for the person: it stays the same where the person moves to another
    /// date, and differs from everybody else's.
    pub(crate) fn place(&self) -> String {
        [self.registration.to_string(), self.position.to_string()].join("/")
    }
}

/// How much of each kind, and of what only words say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) counts: Vec<(Kind, i64)>,
    pub(crate) in_words: i64,
    /// Needs that nobody can open.
    pub(crate) closed: i64,
}

/// Adds up; who needs two things stands in two sums, and nothing ties them together.
pub(crate) fn totals<'t>(all: impl Iterator<Item = Option<&'t Told>>) -> Totals {
    let mut totals = Totals::default();
    let mut counts = Kind::ALL.map(|kind| (kind, 0));
    for told in all {
        let Some(told) = told else {
            totals.closed += 1;
            continue;
        };
        for (kind, count) in &mut counts {
            *count += i64::from(told.kinds.contains(kind));
        }
        totals.in_words += i64::from(!told.words.is_empty());
    }
    totals.counts = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    totals
}

/// The last day on which needs for a gathering can be read.
pub(crate) fn last_day(ends: Date, days: i64) -> Date {
    ends.saturating_add(days.clamp(0, 3650).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn told(kinds: &[Kind], words: &str) -> Told {
        Told {
            kinds: kinds.to_vec(),
            words: Zeroizing::new(words.to_owned()),
        }
    }

    proptest! {
        #[test]
        fn what_was_told_reads_back(ticked in prop::collection::vec(any::<bool>(), 10), words in "[^\\x00]{0,300}") {
            let kinds: Vec<Kind> = Kind::ALL.into_iter().zip(&ticked).filter(|(_, it)| **it).map(|(kind, _)| kind).collect();
            let it = told(&kinds, &words);
            prop_assert_eq!(Told::read(&it.written()), Some(it));
        }
    }

    #[test]
    fn what_was_told_never_shows_itself() {
        let shown = format!("{:?}", told(&[Kind::Vegan], "Nussallergie"));
        assert_eq!(shown, "Told(…)");
    }

    #[test]
    fn sums_tie_nobody_s_needs_together() {
        let all = [
            told(&[Kind::Vegan, Kind::Wheelchair], ""),
            told(&[Kind::Vegan], "Nussallergie"),
        ];
        let found = totals(all.iter().map(Some).chain([None]));

        assert_eq!(found.counts, [(Kind::Wheelchair, 1), (Kind::Vegan, 2)]);
        assert_eq!((found.in_words, found.closed), (1, 1));
    }

    #[test]
    fn the_last_day_is_so_many_days_after_the_end() {
        assert_eq!(last_day(date(2023, 5, 23), 30), date(2023, 6, 22));
        assert_eq!(last_day(date(2023, 5, 23), -1), date(2023, 5, 23));
    }
}
