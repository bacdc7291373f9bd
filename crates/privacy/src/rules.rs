//! When something may go, and what is overdue. Pure.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use serde_json::Value;
use shell::NOBODY;

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

/// A journal's words without a name, where they hold it as a whole; none where they do not. In
/// an entry of fields only their values are looked at. A single word may stand for much else: it
/// goes only where it is all that is said. `longer` are the names of others that hold this one.
pub fn without_name(detail: &str, name: &str, longer: &[String]) -> Option<String> {
    match serde_json::from_str::<Value>(detail) {
        Ok(mut value @ (Value::Array(_) | Value::Object(_))) => {
            walk(&mut value, name, longer).then(|| value.to_string())
        }
        _ => in_words(detail, name, longer),
    }
}

fn walk(value: &mut Value, name: &str, longer: &[String]) -> bool {
    match value {
        Value::String(words) => match in_words(words, name, longer) {
            Some(without) => {
                *words = without;
                true
            }
            None => false,
        },
        Value::Array(all) => {
            all.iter_mut()
                .filter_map(|it| walk(it, name, longer).then_some(()))
                .count()
                > 0
        }
        Value::Object(all) => {
            all.values_mut()
                .filter_map(|it| walk(it, name, longer).then_some(()))
                .count()
                > 0
        }
        _ => false,
    }
}

fn in_words(words: &str, name: &str, longer: &[String]) -> Option<String> {
    if words == name {
        return Some(NOBODY.to_owned());
    }
    if name.is_empty() || !name.trim().contains(' ') {
        return None;
    }
    let others: Vec<(usize, usize)> = longer
        .iter()
        .filter(|it| it.len() > name.len())
        .flat_map(|it| words.match_indices(it.as_str()))
        .map(|(at, found)| (at, at + found.len()))
        .collect();
    let mut without = String::new();
    let mut rest = 0;
    for (at, _) in words.match_indices(name) {
        let end = at + name.len();
        let (before, after) = words.split_at_checked(at)?;
        let is_whole = !before.ends_with(belongs_to_names)
            && !after.get(name.len()..)?.starts_with(belongs_to_names);
        let is_anothers = others
            .iter()
            .any(|(from, until)| *from <= at && end <= *until);
        if is_whole && !is_anothers {
            without.push_str(words.get(rest..at)?);
            without.push_str(NOBODY);
            rest = end;
        }
    }
    if rest == 0 {
        return None;
    }
    without.push_str(words.get(rest..)?);
    Some(without)
}

/// Whether a letter beside a name makes it another name: "Meier" in "Meier-Schulz".
fn belongs_to_names(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_where_it_stands_whole_and_is_nobody_elses() {
        let longer = ["Anna Meier Schulz".to_owned()];
        let without = |detail: &str| without_name(detail, "Anna Meier", &longer);
        assert_eq!(
            without("Anna Meier, Vorstand").unwrap(),
            "gelöschte Person, Vorstand"
        );
        for kept in [
            "Anna Meier-Schulz",
            "Johanna Meier",
            "Anna Meiers Verein",
            "Anna Meier Schulz, Vorstand",
            "Meier",
        ] {
            assert_eq!(without(kept), None, "{kept}");
        }
        assert_eq!(
            without("Anna Meier an Anna Meier Schulz").unwrap(),
            "gelöschte Person an Anna Meier Schulz"
        );
        let fields = r#"[{"field":"register-function","from":"Anna Meier","to":null}]"#;
        assert!(
            without(fields)
                .unwrap()
                .contains(r#""from":"gelöschte Person""#)
        );
    }

    #[test]
    fn a_single_word_goes_only_where_it_is_everything() {
        assert_eq!(without_name("Leitung des Amtes", "Leitung", &[]), None);
        assert_eq!(without_name("Leitung", "Leitung", &[]).unwrap(), NOBODY);
    }

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
