//! When something may go, and what is overdue. Pure.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};

/// How long what was released can still be taken back.
pub const QUARANTINE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long a preview may wait for somebody to look at it.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The longest term of a rule, in months.
pub const LONGEST: i64 = 600;

/// The hour before which something must have begun so that its term is over.
pub fn cutoff(now: Timestamp, months: i64) -> Timestamp {
    let Ok(term) = Span::new().try_months(months.max(0)) else {
        return Timestamp::MIN;
    };
    now.to_zoned(TimeZone::UTC)
        .checked_sub(term)
        .map_or(Timestamp::MIN, |it| it.timestamp())
}

/// The term that counts at the end of a quarantine: a rule that was made longer meanwhile
/// protects, one that was made shorter waits for its own preview.
pub fn term(listed: i64, now: i64) -> i64 {
    listed.max(now)
}

/// When what is released now goes for good.
pub fn goes_at(now: Timestamp) -> Timestamp {
    now.checked_add(QUARANTINE).unwrap_or(Timestamp::MAX)
}

/// How far a list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has released it yet.
    Preview,
    /// It goes unless somebody takes it back.
    Quarantine,
    /// It is gone.
    Gone,
    /// Somebody took it back.
    Undone,
}

impl Stage {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Preview => "preview",
            Self::Quarantine => "quarantine",
            Self::Gone => "gone",
            Self::Undone => "undone",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Preview, Self::Quarantine, Self::Gone, Self::Undone]
            .into_iter()
            .find(|it| it.word() == word)
    }
}

/// Why something that should have gone has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overdue {
    /// Nobody has released the preview.
    Unreleased,
    /// Its hour has passed and the work was not done.
    Undone,
}

/// Whether a list should have come further by now.
pub fn overdue(
    stage: Stage,
    first_listed: Timestamp,
    goes_at: Option<Timestamp>,
    now: Timestamp,
) -> Option<Overdue> {
    let day = SignedDuration::from_hours(24);
    match stage {
        Stage::Preview if now.duration_since(first_listed) > PATIENCE => Some(Overdue::Unreleased),
        Stage::Quarantine if goes_at.is_some_and(|at| now.duration_since(at) > day) => {
            Some(Overdue::Undone)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_on_the_same_day_of_its_last_month() {
        assert_eq!(
            cutoff(at("2017-11-20T08:00:00Z"), 24),
            at("2015-11-20T08:00:00Z")
        );
        assert_eq!(
            cutoff(at("2017-03-31T08:00:00Z"), 1),
            at("2017-02-28T08:00:00Z")
        );
        assert_eq!(cutoff(at("2017-03-31T08:00:00Z"), i64::MAX), Timestamp::MIN);
    }

    #[test]
    fn a_preview_that_nobody_released_is_overdue_after_two_weeks() {
        let first = at("2017-11-01T00:00:00Z");
        let stage = Stage::Preview;
        assert_eq!(
            overdue(stage, first, None, at("2017-11-15T00:00:00Z")),
            None
        );
        assert_eq!(
            overdue(stage, first, None, at("2017-11-15T00:00:01Z")),
            Some(Overdue::Unreleased)
        );
        let due = Some(first);
        assert_eq!(
            overdue(Stage::Quarantine, first, due, at("2017-11-02T00:00:00Z")),
            None
        );
        assert_eq!(
            overdue(Stage::Quarantine, first, due, at("2017-11-02T00:00:01Z")),
            Some(Overdue::Undone)
        );
        assert_eq!(
            overdue(Stage::Gone, first, due, at("2018-11-02T00:00:01Z")),
            None
        );
    }

    proptest! {
        #[test]
        fn nothing_younger_than_its_rule_is_ever_old_enough(
            since in -2_000_000_000_i64..4_000_000_000,
            age in 0_i64..2_000_000_000,
            listed in 1_i64..LONGEST,
            ruled in 1_i64..LONGEST,
        ) {
            let since = Timestamp::from_second(since).unwrap();
            let now = since.checked_add(SignedDuration::from_secs(age)).unwrap();
            if since < cutoff(now, term(listed, ruled)) {
                for months in [listed, ruled] {
                    let over = since
                        .to_zoned(TimeZone::UTC)
                        .checked_add(Span::new().months(months))
                        .unwrap()
                        .timestamp();
                    prop_assert!(over <= now, "{since} {months} {now}");
                }
            }
        }

        #[test]
        fn a_longer_term_never_lets_more_go(
            now in 0_i64..4_000_000_000,
            months in 1_i64..LONGEST,
            more in 0_i64..LONGEST,
        ) {
            let now = Timestamp::from_second(now).unwrap();
            prop_assert!(cutoff(now, months + more) <= cutoff(now, months));
        }
    }
}
