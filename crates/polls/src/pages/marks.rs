//! What speaks against a day, by the rules of the year plan.

use std::collections::BTreeSet;

use base::{Fault, GatheringId, NetworkId};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use planning::{Surroundings, conflict_words, conflicts};
use shell::Visit;
use store::Conn;

/// One thing that speaks against a day.
pub(crate) struct Mark {
    pub(crate) is_strong: bool,
    pub(crate) text: String,
}

/// What these days are looked at against; the gathering itself does not stand in its own way.
pub(crate) fn around(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, gathering): (NetworkId, Option<GatheringId>),
    days: &[Date],
) -> Result<Surroundings, Fault> {
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Ok(Surroundings::default());
    };
    let span = (*first, last.saturating_add(1.day()));
    let mine: BTreeSet<_> = gathering.into_iter().collect();
    planning::around(conn, visit, (network, span), &mine)
}

/// What speaks against a day.
pub(crate) fn marks(
    visit: &Visit,
    around: &Surroundings,
    (day, start): (Date, Option<Time>),
) -> Vec<Mark> {
    conflicts((1, day, start), true, &[], around)
        .into_iter()
        .map(|conflict| Mark {
            is_strong: conflict.is_strong(),
            text: conflict_words(visit, &conflict, day),
        })
        .collect()
}
