//! Decisions: what a gathering settled, with its vote where there was one.

use base::{Blame, DecisionId, Halt, MinutesId, NetworkId};
use jiff::Timestamp;

use super::EntryId;

/// What came of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It holds.
    Accepted,
    /// It was voted down.
    Rejected,
    /// It was put off.
    Deferred,
    /// The gathering took note of it.
    Noted,
}

impl Outcome {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Rejected, Self::Deferred, Self::Noted];

    /// The word in the database and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Deferred => "deferred",
            Self::Noted => "noted",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "minutes-result-accepted",
            Self::Rejected => "minutes-result-rejected",
            Self::Deferred => "minutes-result-deferred",
            Self::Noted => "minutes-result-noted",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.word() == word)
    }

    /// Whether something remains to be done: carried out, or taken up again.
    pub const fn leaves_work(self) -> bool {
        matches!(self, Self::Accepted | Self::Deferred)
    }
}

/// A counted vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// For.
    pub yes: i64,
    /// Against.
    pub no: i64,
    /// Abstentions.
    pub abstentions: i64,
}

/// More votes than that nobody counts in a gathering.
const MOST: i64 = 100_000;

impl Vote {
    /// A vote from what was counted: all of it or nothing, nothing below zero, and with a
    /// result that the numbers can bear.
    ///
    /// # Errors
    /// [`Halt::Refused`] at the number that is missing or wrong.
    pub fn read(counts: [Option<i64>; 3], result: Outcome) -> Result<Option<Self>, Halt> {
        let [yes, no, abstentions] = counts;
        if counts.iter().all(Option::is_none) {
            return Ok(None);
        }
        let (Some(yes), Some(no)) = (yes, no) else {
            let field = if yes.is_none() { "yes" } else { "no" };
            return Err(Halt::at(field, "minutes-fault-vote-missing"));
        };
        let abstentions = abstentions.unwrap_or(0);
        for (field, count) in [("yes", yes), ("no", no), ("abstentions", abstentions)] {
            if !(0..=MOST).contains(&count) {
                let blame = Blame::at(field, "fault-number");
                return Err(Halt::Refused(vec![
                    blame.with("least", 0).with("most", MOST),
                ]));
            }
        }
        let contradicts = match result {
            Outcome::Accepted => yes <= no,
            Outcome::Rejected => yes > no,
            Outcome::Deferred | Outcome::Noted => false,
        };
        if contradicts {
            return Err(Halt::at("result", "minutes-fault-vote-contradicts"));
        }
        Ok(Some(Self {
            yes,
            no,
            abstentions,
        }))
    }
}

/// What a gathering settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// The network.
    pub network: NetworkId,
    /// The minutes.
    pub minutes: MinutesId,
    /// The entry.
    pub entry: EntryId,
    /// The year of its number.
    pub year: i64,
    /// Its number in that year.
    pub number: i64,
    /// Its wording.
    pub wording: String,
    /// Whether it belongs to the internal part.
    pub internal: bool,
    /// What came of it.
    pub result: Outcome,
    /// The vote, where there was one.
    pub vote: Option<Vote>,
    /// Raised with each change.
    pub version: i64,
    /// When it was carried out or taken up again.
    pub settled_at: Option<Timestamp>,
    /// Who said so.
    pub settled_by: String,
}

impl Decision {
    /// Its number as it is written: `2017/04`.
    pub fn label(&self) -> String {
        format!("{}/{:02}", self.year, self.number)
    }

    /// Whether something remains to be done.
    pub const fn is_open(&self) -> bool {
        self.result.leaves_work() && self.settled_at.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_whole_and_bear_their_result() {
        let count = |yes, no, abstentions| [yes, no, abstentions];
        let vote = |yes, no, abstentions| {
            Some(Vote {
                yes,
                no,
                abstentions,
            })
        };
        let good = [
            (count(None, None, None), Outcome::Accepted, None),
            (
                count(Some(5), Some(1), Some(2)),
                Outcome::Accepted,
                vote(5, 1, 2),
            ),
            (
                count(Some(5), Some(0), None),
                Outcome::Accepted,
                vote(5, 0, 0),
            ),
            (
                count(Some(3), Some(3), None),
                Outcome::Rejected,
                vote(3, 3, 0),
            ),
            (
                count(Some(0), Some(0), Some(0)),
                Outcome::Noted,
                vote(0, 0, 0),
            ),
        ];
        for (counts, result, expected) in good {
            assert_eq!(Vote::read(counts, result).unwrap(), expected, "{counts:?}");
        }
        let bad = [
            (count(Some(-1), Some(0), None), Outcome::Accepted),
            (count(Some(5), Some(0), Some(-3)), Outcome::Accepted),
            (count(Some(5), None, None), Outcome::Accepted),
            (count(None, None, Some(1)), Outcome::Noted),
            (count(Some(3), Some(3), None), Outcome::Accepted),
            (count(Some(4), Some(3), None), Outcome::Rejected),
            (count(Some(i64::MAX), Some(3), None), Outcome::Accepted),
        ];
        for (counts, result) in bad {
            assert!(Vote::read(counts, result).is_err(), "{counts:?}");
        }
    }
}
