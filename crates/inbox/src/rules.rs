//! What a mail is and what has become of it; which of two answers counts. Pure.

use calendar::{CalendarReply, Partstat};
use gatherings::{Invitation, Reply};
use jiff::Timestamp;

/// What a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A calendar program's answer to an invitation.
    Calendar,
    /// A person's answer to one of our letters.
    Answer,
    /// An automatic reply.
    Automatic,
    /// A letter that came back.
    Bounce,
    /// Anything else.
    Unknown,
    /// One of our own letters.
    Own,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Calendar,
        Self::Answer,
        Self::Automatic,
        Self::Bounce,
        Self::Unknown,
        Self::Own,
    ];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Answer => "answer",
            Self::Automatic => "automatic",
            Self::Bounce => "bounce",
            Self::Unknown => "unknown",
            Self::Own => "own",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Calendar => "inbox-kind-calendar",
            Self::Answer => "inbox-kind-answer",
            Self::Automatic => "inbox-kind-automatic",
            Self::Bounce => "inbox-kind-bounce",
            Self::Unknown => "inbox-kind-unknown",
            Self::Own => "inbox-kind-own",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What has become of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The office has something to do.
    Open,
    /// Done, with its traces at a gathering.
    Filed,
    /// Nobody need look at it.
    Quiet,
    /// The office said that nothing is left to do.
    Dismissed,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Filed, Self::Quiet, Self::Dismissed];

    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Filed => "filed",
            Self::Quiet => "quiet",
            Self::Dismissed => "dismissed",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "inbox-state-open",
            Self::Filed => "inbox-state-filed",
            Self::Quiet => "inbox-state-quiet",
            Self::Dismissed => "inbox-state-dismissed",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// The answer that a calendar program names; none for what is no answer.
pub const fn reply_of(partstat: Partstat) -> Option<Reply> {
    match partstat {
        Partstat::Accepted => Some(Reply::Yes),
        Partstat::Tentative => Some(Reply::Tentative),
        Partstat::Declined => Some(Reply::No),
        Partstat::Other => None,
    }
}

/// The last answer of a guest's calendar program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastSaid {
    /// When it was given.
    pub at: Timestamp,
    /// To which version of the gathering.
    pub sequence: i64,
}

/// What is to be done with a calendar program's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It counts.
    Counts,
    /// A newer answer is known.
    Older,
    /// It answers a version that the guest has been told another of since.
    OtherVersion,
}

/// When an answer was given: as its program says, but never later than it came.
pub fn said_at(reply: &CalendarReply, written_at: Option<Timestamp>, now: Timestamp) -> Timestamp {
    reply.dtstamp.or(written_at).unwrap_or(now).min(now)
}

/// Whether an answer counts: not one to an earlier version of the gathering, and none that is
/// older than what is known (RFC 5546, 2.1.5).
pub fn weigh(
    (at, sequence): (Timestamp, i64),
    invitation: &Invitation,
    last: Option<LastSaid>,
) -> Weight {
    if sequence < invitation.told_sequence.unwrap_or(0) {
        return Weight::OtherVersion;
    }
    let is_behind_calendar = last.is_some_and(|last| (sequence, at) <= (last.sequence, last.at));
    let otherwise = invitation
        .replied_at
        .filter(|_| invitation.replied_through != "calendar");
    if is_behind_calendar || otherwise.is_some_and(|known| at < known) {
        return Weight::Older;
    }
    Weight::Counts
}

/// Whether two addresses are one.
pub fn is_same_address(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The beginning of a text, for a list.
pub fn beginning(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}

/// Phrase key of why a letter came back, by the status of the server (RFC 3463, section 3).
pub(crate) fn why(status: &str) -> &'static str {
    let mut parts = status.split('.').skip(1);
    match (parts.next(), parts.next()) {
        (Some("1"), Some("2" | "10")) => "inbox-why-domain",
        (Some("1"), _) => "inbox-why-address",
        (Some("2"), Some("2")) => "inbox-why-full",
        (Some("2"), _) => "inbox-why-mailbox",
        (Some("4"), _) => "inbox-why-network",
        (Some("7"), _) => "inbox-why-policy",
        _ => "inbox-why-unknown",
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(hour: u8) -> Timestamp {
        format!("2017-11-21T{hour:02}:00:00Z").parse().unwrap()
    }

    fn invitation(replied_at: Option<Timestamp>, through: &str) -> Invitation {
        Invitation {
            id: Uuid::nil().into(),
            gathering: Uuid::nil().into(),
            person: Uuid::nil().into(),
            via: String::new(),
            invited_at: Some(at(1)),
            reply: replied_at.map(|_| Reply::Yes),
            replied_at,
            replied_through: through.to_owned(),
            deputy: String::new(),
            note: String::new(),
            told_sequence: Some(1),
            turns: 0,
            withdrawn: false,
        }
    }

    #[test]
    fn an_older_answer_never_counts_above_a_newer_one() {
        let last = |hour, sequence| {
            Some(LastSaid {
                at: at(hour),
                sequence,
            })
        };
        let silent = invitation(None, "");
        // Taken later than given: the calendar's own hour decides among its answers.
        let calendar = invitation(Some(at(20)), "calendar");
        let link = invitation(Some(at(10)), "link");

        for (said, known, last, expected) in [
            ((at(8), 1), &silent, None, Weight::Counts),
            ((at(8), 0), &silent, None, Weight::OtherVersion),
            ((at(8), 1), &calendar, last(9, 1), Weight::Older),
            ((at(9), 1), &calendar, last(9, 1), Weight::Older),
            ((at(9), 2), &calendar, last(9, 1), Weight::Counts),
            ((at(11), 1), &calendar, last(9, 1), Weight::Counts),
            ((at(9), 1), &link, None, Weight::Older),
            ((at(11), 1), &link, None, Weight::Counts),
        ] {
            assert_eq!(weigh(said, known, last), expected, "{said:?} {last:?}");
        }
    }

    #[test]
    fn an_answer_is_never_given_after_it_came() {
        let mut reply = CalendarReply {
            uid: String::new(),
            attendee: String::new(),
            partstat: Partstat::Accepted,
            sequence: 0,
            dtstamp: Some(at(12)),
            comment: String::new(),
        };
        assert_eq!(said_at(&reply, None, at(10)), at(10));
        reply.dtstamp = None;
        assert_eq!(said_at(&reply, Some(at(9)), at(10)), at(9));
        assert_eq!(said_at(&reply, None, at(10)), at(10));
    }

    #[test]
    fn what_a_server_says_is_told_in_words() {
        for (status, key) in [
            ("5.1.1", "inbox-why-address"),
            ("5.1.2", "inbox-why-domain"),
            ("4.2.2", "inbox-why-full"),
            ("5.2.1", "inbox-why-mailbox"),
            ("4.4.7", "inbox-why-network"),
            ("5.7.1", "inbox-why-policy"),
            ("5.0.0", "inbox-why-unknown"),
            ("", "inbox-why-unknown"),
        ] {
            assert_eq!(why(status), key, "{status}");
        }
    }

    #[test]
    fn lists_show_the_beginning_of_a_text() {
        assert_eq!(beginning("Ich\n komme  gern", 20), "Ich komme gern");
        assert_eq!(beginning("Ich komme gern", 9), "Ich komme…");
        assert!(is_same_address("A@b.de ", "a@B.de"));
        assert!(!is_same_address("", ""));
    }
}
