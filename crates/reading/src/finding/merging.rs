//! Gatherings that a page tells more than once, made one.

use crate::drafts::{Contradiction, DraftDay, GatheringDraft};

/// Where a draft comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The page tells it to machines, which leaves nothing to guess.
    Machines,
    /// The heading that holds its day.
    Headline,
    /// A row in the programme of a day, of which every one says a step.
    Step,
    /// Another row of a table.
    Row(usize),
    /// A sentence that says of another day's gathering that this one is beside it.
    Another,
    /// Other words.
    Words,
}

/// A gathering before it is compared with the others.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) gathering: GatheringDraft,
    pub(crate) weight: i32,
    /// The part that is its heading.
    pub(crate) heading: Option<usize>,
    /// Whether its place was said beside it.
    pub(crate) has_own_place: bool,
    /// Where it comes from.
    pub(crate) origin: Origin,
}

/// Makes those one that are the same. The strongest lead; the others add what it lacks.
pub(crate) fn merge(mut drafts: Vec<Draft>) -> Vec<GatheringDraft> {
    drafts.sort_by_key(|it| {
        (
            it.origin != Origin::Machines,
            std::cmp::Reverse(completeness(it)),
            std::cmp::Reverse(it.weight),
        )
    });
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        match kept.iter_mut().find(|it| are_same(it, &draft)) {
            Some(other) => {
                if draft.origin == Origin::Headline
                    && matches!(other.origin, Origin::Step | Origin::Row(_) | Origin::Words)
                {
                    other.gathering.title.clone_from(&draft.gathering.title);
                    other.origin = Origin::Headline;
                }
                add(&mut other.gathering, draft.gathering);
            }
            None => kept.push(draft),
        }
    }
    kept.into_iter().map(|it| it.gathering).collect()
}

fn completeness(it: &Draft) -> u8 {
    u8::from(it.gathering.start.is_some()) * 2
        + u8::from(it.gathering.last_day.is_some())
        + u8::from(it.gathering.venue.is_some())
        + u8::from(matches!(it.gathering.day, DraftDay::Whole(_)))
}

fn month_and_day(day: DraftDay) -> (i8, i8) {
    match day {
        DraftDay::Whole(date) => (date.month(), date.day()),
        DraftDay::Yearless(month, day) => (month, day),
    }
}

/// Whether two are the same: one day, and no times, spans or towns that differ.
fn are_same(one: &Draft, other: &Draft) -> bool {
    let (first, second) = (&one.gathering, &other.gathering);
    let same_day = match (first.day, second.day) {
        (DraftDay::Whole(first), DraftDay::Whole(second)) => first == second,
        (first, second) => month_and_day(first) == month_and_day(second),
    };
    if !same_day {
        return is_within(first, second) || is_within(second, first);
    }
    let same_time = first.start.is_none() || second.start.is_none() || first.start == second.start;
    let same_town = match (&first.city, &second.city) {
        (Some(first), Some(second)) => {
            alike(&first.value, &second.value) || !(one.has_own_place && other.has_own_place)
        }
        _ => true,
    };
    let same_span = first.last_day == second.last_day
        || one.heading == other.heading
        || titles_alike(&first.title, &second.title);
    let same_title = first.start.is_some()
        && first.start == second.start
        && (one.heading == other.heading
            || titles_alike(&first.title, &second.title)
            || first.venue.is_none()
            || second.venue.is_none()
            || venues_alike(first, second));
    if one.origin == Origin::Step && other.origin == Origin::Step && one.heading == other.heading {
        return true;
    }
    // Two rows of a table that call two things of a day by different names.
    if let (Origin::Row(row), Origin::Row(other)) = (one.origin, other.origin)
        && row != other
        && !mostly_alike(&first.title, &second.title)
    {
        return false;
    }
    if (one.origin == Origin::Another) != (other.origin == Origin::Another) {
        return first.title == second.title;
    }
    let no_times = first.start.is_none() || second.start.is_none();
    same_time && same_town && same_span && (same_title || no_times)
}

fn venues_alike(first: &GatheringDraft, second: &GatheringDraft) -> bool {
    match (&first.venue, &second.venue) {
        (Some(first), Some(second)) => titles_alike(&first.value, &second.value),
        _ => true,
    }
}

/// Whether the day of one lies within the days of the other, told under the same name.
fn is_within(span: &GatheringDraft, day: &GatheringDraft) -> bool {
    let (DraftDay::Whole(first), Some(DraftDay::Whole(last)), DraftDay::Whole(day_of)) =
        (span.day, span.last_day, day.day)
    else {
        return false;
    };
    first < day_of
        && day_of <= last
        && day.last_day.is_none()
        && day.start.is_none()
        && titles_alike(&span.title, &day.title)
}

fn alike(first: &str, second: &str) -> bool {
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    first.starts_with(&second) || second.starts_with(&first)
}

/// Whether two titles share more than half of their longer words, of which one may be longer by an
/// ending.
fn mostly_alike(first: &str, second: &str) -> bool {
    let (first, second) = (long_words(first), long_words(second));
    let is_shared = |one: &&String| {
        let mut others = second.iter();
        others.any(|it| it.starts_with(one.as_str()) || one.starts_with(it.as_str()))
    };
    let shared = first.iter().filter(is_shared).count();
    shared * 2 > first.len().min(second.len())
}

/// Words that are no small ones.
fn long_words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| it.chars().count() > 4)
        .map(str::to_owned)
        .collect()
}

/// Whether two titles share half of their longer words.
fn titles_alike(first: &str, second: &str) -> bool {
    let (first, second) = (long_words(first), long_words(second));
    let shared = first.iter().filter(|it| second.contains(it)).count();
    shared > 0 && shared * 2 >= first.len().min(second.len())
}

fn add(kept: &mut GatheringDraft, other: GatheringDraft) {
    if let (Some(start), Some(said)) = (kept.start, other.start)
        && start != said
        && let Some(passage) = other.evidence.first()
    {
        kept.contradictions.push(Contradiction::Begin {
            other: said,
            passage: passage.clone(),
        });
    }
    if matches!(
        (kept.day, other.day),
        (DraftDay::Yearless(..), DraftDay::Whole(_))
    ) {
        kept.day = other.day;
        kept.year_reason = other.year_reason;
    }
    kept.start = kept.start.or(other.start);
    kept.end = kept.end.or(other.end);
    kept.doors = kept.doors.or(other.doors);
    kept.last_day = kept
        .last_day
        .or(other.last_day.filter(|_| kept.start.is_none()));
    kept.venue = kept.venue.take().or(other.venue);
    kept.city = kept.city.take().or(other.city);
    kept.series = kept.series.take().or(other.series);
    kept.recurrence = kept.recurrence.take().or(other.recurrence);
    kept.audience = kept.audience.take().or(other.audience);
    for speaker in other.speakers {
        if !kept.speakers.iter().any(|it| it.name == speaker.name) {
            kept.speakers.push(speaker);
        }
    }
    for topic in other.topics {
        if !kept.topics.iter().any(|it| it.value == topic.value) {
            kept.topics.push(topic);
        }
    }
    for fault in other.contradictions {
        if !kept.contradictions.contains(&fault) {
            kept.contradictions.push(fault);
        }
    }
    if kept.title.chars().count() < 4 {
        kept.title = other.title;
    }
    kept.evidence.extend(other.evidence.into_iter().take(1));
    kept.confidence = kept.confidence.max(other.confidence);
}
