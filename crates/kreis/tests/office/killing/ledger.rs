//! What was asked of the program, and what it acknowledged.

use std::collections::BTreeMap;
use std::fmt;

use gatherings::Reply;

/// One thing that is changed again and again.
#[derive(Debug)]
pub(super) struct Tried<T> {
    /// The last value that was acknowledged.
    pub(super) settled: Option<T>,
    /// A value without an answer: it may be there or not.
    pub(super) open: Option<T>,
    /// How many were acknowledged.
    pub(super) count: usize,
}

impl<T> Default for Tried<T> {
    fn default() -> Self {
        Self {
            settled: None,
            open: None,
            count: 0,
        }
    }
}

impl<T: Clone + PartialEq> Tried<T> {
    /// Asks for a value.
    pub(super) async fn ask(&mut self, value: T, asked: impl Future<Output = u16>) -> bool {
        self.open = Some(value.clone());
        let acknowledged = asked.await == 303;
        if acknowledged {
            (self.settled, self.open) = (Some(value), None);
            self.count += 1;
        }
        acknowledged
    }

    /// Whether a value is one that may be found.
    pub(super) fn allows(&self, found: Option<&T>) -> bool {
        found == self.settled.as_ref() || (self.open.is_some() && found == self.open.as_ref())
    }

    /// What is found counts from now on.
    pub(super) fn settle(&mut self, found: Option<T>) {
        (self.settled, self.open) = (found, None);
    }
}

/// An invitation to many.
#[derive(Debug)]
pub(super) struct Round {
    /// The gathering's title, which no other has.
    pub(super) title: String,
    /// Whether the release of its letters was asked for, and acknowledged.
    pub(super) released: Tried<bool>,
}

/// The answers to one invitation.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// The link through which the last one went.
    pub(super) link: String,
    /// What was answered.
    pub(super) reply: Tried<Reply>,
}

/// Everything.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// New people, by name.
    pub(super) people: BTreeMap<String, Tried<bool>>,
    /// Answers, by the mail's id: a mail that went twice has another link each time.
    pub(super) replies: BTreeMap<String, Answers>,
    /// What is written in the minutes.
    pub(super) minutes: Tried<String>,
    /// Invitations.
    pub(super) rounds: Vec<Round>,
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |all: &mut dyn Iterator<Item = usize>| all.sum::<usize>();
        write!(
            f,
            "acknowledged: {} people, {} answers, {} saves of minutes, {} released rounds",
            sum(&mut self.people.values().map(|it| it.count)),
            sum(&mut self.replies.values().map(|it| it.reply.count)),
            self.minutes.count,
            sum(&mut self.rounds.iter().map(|it| it.released.count)),
        )
    }
}
