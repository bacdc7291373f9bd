//! A guard against getting slow by an order of magnitude; real figures come from `bench/`.

use std::time::{Duration, Instant};

use jiff::ToSpan;

use super::{feed, gathering};
use crate::{Event, When, publish};

#[test]
fn year_of_a_thousand_events_is_written_quickly() {
    let events: Vec<_> = (0..1000).map(on_day).collect();

    let began = Instant::now();
    let ics = publish(&feed(), &events);
    let took = began.elapsed();

    assert_eq!(ics.text().matches("BEGIN:VEVENT").count(), 1000);
    assert!(took < Duration::from_millis(500), "{took:?}");
}

fn on_day(number: i32) -> Event {
    let mut event = gathering();
    if let When::Timed { start, end, .. } = &mut event.when {
        *start = start.saturating_add((number % 365).days());
        *end = end.saturating_add((number % 365).days());
    }
    event
}
