//! The times of a series, and which of its events tells which of them.

use calendar::recurrence::Rule;
use jiff::civil::DateTime;
use jiff::{Span, ToSpan};

use super::event::Event;
use super::stamp::{Home, Stamp};

/// The most times of one series.
const MOST_TIMES: usize = 400;
/// Years behind the day on which a calendar was written for which endless rules are followed.
const YEARS_AHEAD: i64 = 2;

/// A series: the event that leads it, and when that comes first.
pub(super) struct Series<'e> {
    pub(super) leader: &'e Event,
    pub(super) start: &'e Stamp,
    pub(super) others: &'e [Event],
    pub(super) home: &'e Home,
}

impl<'e> Series<'e> {
    /// When it comes by the clock of its leader, without what is left out or told by an event of
    /// its own.
    pub(super) fn times(&self, written: Option<DateTime>) -> Vec<DateTime> {
        let first = self.start.at;
        let mut times = match self.leader.rule.as_deref().and_then(Rule::of) {
            Some(rule) => {
                let since = written.map_or(first, |it| it.max(first));
                let latest = since.checked_add(YEARS_AHEAD.years()).unwrap_or(since);
                let zone = self.start.zone.as_ref().unwrap_or(&self.home.zone);
                rule.in_zone(zone).times(first, latest, MOST_TIMES)
            }
            None => vec![first],
        };
        times.extend(self.beside(&self.leader.more).map(|(at, is_day)| {
            if is_day {
                at.date().to_datetime(first.time())
            } else {
                at
            }
        }));
        times.sort_unstable();
        times.dedup();
        let alone = self.others.iter().filter(|it| !it.is_onward);
        let alone: Vec<Stamp> = alone.filter_map(|it| it.recurrence.clone()).collect();
        let left_out = self.beside(&self.leader.left_out);
        let left_out: Vec<(DateTime, bool)> = left_out.chain(self.beside(&alone)).collect();
        times.retain(|time| {
            !left_out.iter().any(|(at, is_day)| {
                if *is_day {
                    at.date() == time.date()
                } else {
                    at == time
                }
            })
        });
        times
    }

    /// Times of a list by the clock of the leader, and whether they mean the whole day.
    fn beside<'s>(&'s self, stamps: &'s [Stamp]) -> impl Iterator<Item = (DateTime, bool)> + 's {
        let seen = |it: &'s Stamp| (it.seen_from(self.start, self.home), it.is_day);
        stamps.iter().map(seen)
    }

    /// The times parted among the events that tell them: from a time on all later ones belong to
    /// an event that changes the rest, moved as it moves that one (RFC 5545, 3.2.13).
    pub(super) fn shares(&self, times: Vec<DateTime>) -> Vec<(&'e Event, Vec<DateTime>)> {
        let mut changes: Vec<(DateTime, &'e Event)> = self
            .others
            .iter()
            .filter(|it| it.is_onward)
            .filter_map(|it| {
                let from = it.recurrence.as_ref()?;
                Some((from.seen_from(self.start, self.home), it))
            })
            .collect();
        changes.sort_by_key(|(from, _)| *from);
        let mut shares = Vec::new();
        let mut rest = times;
        for (from, event) in changes.into_iter().rev() {
            let later = rest.split_off(rest.partition_point(|it| *it < from));
            let moved = later.into_iter().filter_map(|it| self.moved(it, event));
            shares.push((event, moved.collect()));
        }
        shares.push((self.leader, rest));
        shares.reverse();
        shares
    }

    /// A time of the series as an event moves it, by that one's own clock.
    fn moved(&self, time: DateTime, by: &Event) -> Option<DateTime> {
        let (from, to) = (by.recurrence.as_ref()?, by.start.as_ref()?);
        let distance: Span = from.seen_from(to, self.home).until(to.at).ok()?;
        let stamp = Stamp {
            at: time,
            ..self.start.clone()
        };
        stamp.seen_from(to, self.home).checked_add(distance).ok()
    }
}
