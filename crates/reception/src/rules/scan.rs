//! Codes that were read at the door, as they arrive: perhaps later, perhaps twice.
//!
//! A device says how long ago it read a code and not at what hour: the clocks of phones are
//! wrong, and the demo's hour is not the machine's.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::code::place_of_code;

/// The most codes that are taken at once.
pub const MOST_SCANS: usize = 500;
/// What was read longer ago counts as read then.
const LONGEST: i64 = 3 * 24 * 3600;

/// A code that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// As it came, to tell which one is meant.
    pub code: String,
    /// The place that it names; none where it can be no code.
    pub place: Option<Uuid>,
    /// When it was read.
    pub at: Timestamp,
}

/// The codes of lines like `CODE 42`, each with the seconds since it was read; a line without a
/// number was read just now.
pub fn scans_of(lines: &str, now: Timestamp) -> Vec<Scan> {
    lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(MOST_SCANS)
        .map(|line| {
            let (code, age) = line.split_once(' ').unwrap_or((line, "0"));
            let age = age.trim().parse::<i64>().unwrap_or(0).clamp(0, LONGEST);
            let at = now.checked_sub(SignedDuration::from_secs(age));
            Scan {
                code: code.to_owned(),
                place: place_of_code(code),
                at: at.unwrap_or(now),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::door_code;

    #[test]
    fn lines_are_codes_with_their_age() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let place = Uuid::from_u128(77);
        let code = door_code(place);
        let lines =
            format!("{code} 60\n\n{code}\n{code} -5\nwhat? 3\n{code} 99999999999999\n{code} x\n");

        let scans = scans_of(&lines, now);

        let ages: Vec<i64> = scans
            .iter()
            .map(|it| now.as_second() - it.at.as_second())
            .collect();
        assert_eq!(ages, [60, 0, 0, 3, LONGEST, 0]);
        let places: Vec<bool> = scans.iter().map(|it| it.place == Some(place)).collect();
        assert_eq!(places, [true, true, true, false, true, true]);
        assert_eq!(scans_of(&"x\n".repeat(900), now).len(), MOST_SCANS);
    }
}
