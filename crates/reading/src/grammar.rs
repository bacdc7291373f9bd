//! The grammar of German dates, times and places: what is written where, and what it says.
//!
//! It knows nothing of pages: a text goes in, mentions with their places come out. What a
//! mention leaves open, mostly a year, is for [`years`] to answer with what stands around it.

pub mod clocks;
pub mod days;
pub mod feasts;
pub(crate) mod houses;
pub(crate) mod names;
pub(crate) mod phrases;
pub mod places;
pub mod recurring;
pub mod relative;
pub(crate) mod streets;
pub(crate) mod tokens;
pub mod towns;
pub mod years;

use std::ops::Range;

use clocks::ClockMention;
use days::DayMention;
use feasts::FeastMention;
use recurring::RecurringMention;
use relative::RelativeMention;
use tokens::Tokens;

/// All that a text says about when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Days and spans of days.
    pub days: Vec<DayMention>,
    /// Times of day.
    pub clocks: Vec<ClockMention>,
    /// Appointments that come again.
    pub recurring: Vec<RecurringMention>,
    /// Feasts that stand alone.
    pub feasts: Vec<FeastMention>,
    /// Weekdays that are said to come.
    pub relatives: Vec<RelativeMention>,
}

/// Reads all that a text says about when.
pub fn when(text: &str) -> When {
    let tokens = Tokens::of(text);
    let days = days::days(&tokens);
    let spans: Vec<Range<usize>> = days.iter().map(|it| it.span.clone()).collect();
    let is_free = |span: &Range<usize>| {
        !spans
            .iter()
            .any(|it| it.start <= span.end + 8 && span.start < it.end)
    };
    When {
        clocks: clocks::clocks(&tokens, &spans),
        recurring: recurring::recurring(&tokens),
        feasts: feasts::feasts(&tokens)
            .into_iter()
            .filter(|it| is_free(&it.span))
            .collect(),
        relatives: relative::relatives(&tokens)
            .into_iter()
            .filter(|it| is_free(&it.span))
            .collect(),
        days,
    }
}
