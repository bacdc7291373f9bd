//! Days that lean on the day of writing: `am kommenden Freitag`, `nächsten Dienstag`.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::names;
use super::tokens::Tokens;

/// A weekday that is said to come, or to have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelativeMention {
    /// Where it stands.
    pub span: Range<usize>,
    /// The weekday.
    pub weekday: Weekday,
    /// Whether it lies behind the writer.
    pub is_past: bool,
}

impl RelativeMention {
    /// The day that somebody meant who wrote on a day.
    pub fn seen_from(&self, written: Date) -> Option<Date> {
        let days = if self.is_past {
            let back = i32::from(written.weekday().since(self.weekday));
            -(if back == 0 { 7 } else { back })
        } else {
            let ahead = i32::from(self.weekday.since(written.weekday()));
            if ahead == 0 { 7 } else { ahead }
        };
        written.checked_add(days.days()).ok()
    }
}

/// All of a text that have no day of their own behind them.
pub(crate) fn relatives(tokens: &Tokens<'_>) -> Vec<RelativeMention> {
    (0..tokens.len())
        .filter_map(|at| relative(tokens, at))
        .collect()
}

fn relative(tokens: &Tokens<'_>, at: usize) -> Option<RelativeMention> {
    let is_past = match tokens.lower(at).as_str() {
        "kommenden" | "nächsten" | "diesen" | "kommender" | "nächster" => false,
        "vergangenen" | "letzten" | "vorigen" => true,
        _ => return None,
    };
    let (weekday, is_short) = tokens.word(at + 1).and_then(names::weekday)?;
    let behind = tokens.lower(at + 2);
    let has_day = tokens.number(at + 2).is_some()
        || matches!(behind.as_str(), "den" | "dem" | "im" | "eines" | "des")
        || tokens.is(at + 2, ',')
            && (tokens.number(at + 3).is_some() || tokens.lower(at + 3) == "den");
    (!is_short && !has_day).then(|| RelativeMention {
        span: tokens.start(at)..tokens.end_before(at + 2),
        weekday,
        is_past,
    })
}
