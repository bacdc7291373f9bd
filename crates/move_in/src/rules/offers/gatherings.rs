//! Drafts of gatherings, and of what comes again.

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, ToSpan};
use reading::drafts::{
    Asking, Contradiction, DraftDay, GatheringDraft, RecurringDraft, Said, Speaker,
};
use reading::grammar::years::YearReason;

use super::{Builder, Kind, Offer, clock};
use crate::rules::Rhythm;

/// How long something lasts where nothing says it.
const LASTING: SignedDuration = SignedDuration::from_hours(2);

/// A gathering, with what its page asks of participants where it is the only one there.
pub(super) fn gathering(it: &GatheringDraft, asking: Option<&Asking>) -> Offer {
    let mut draft = Builder::default();
    draft.put("title", &it.title);
    let day = day(&mut draft, it);
    times(&mut draft, it.start, it.end, it.last_day.is_some());
    for passage in &it.evidence {
        draft.mark(passage, "evidence");
    }
    draft.place(it.venue.as_ref(), it.city.as_ref());
    if let Some(series) = &it.series {
        draft.put("series", &series.value);
    }
    draft.said(it.series.as_ref(), "series");
    draft.put("about", about(it));
    for topic in &it.topics {
        draft.mark(&topic.passage, "topic");
    }
    draft.said(it.audience.as_ref(), "audience");
    let speakers: Vec<String> = it.speakers.iter().map(speaker).collect();
    draft.put("speakers", speakers.join("\n"));
    for speaker in &it.speakers {
        draft.mark(&speaker.passage, "speaker");
    }
    if let Some(recurrence) = &it.recurrence {
        draft.notice(
            "move-in-notice-recurrence",
            &[("words", recurrence.value.clone())],
        );
        draft.mark(&recurrence.passage, "rhythm");
    }
    if let Some(doors) = it.doors {
        draft.notice("move-in-notice-doors", &[("time", clock(doors))]);
    }
    contradictions(&mut draft, &it.contradictions);
    asked(&mut draft, it.register_until, asking);
    let start = it.start.map(clock).unwrap_or_default();
    let iso = day.map_or_else(String::new, |it| it.to_string());
    let print = [it.title.as_str(), &iso, &start];
    draft.done((Kind::Gathering, &it.title), (day, it.confidence), &print)
}

/// Its days, and why they lie in that year.
fn day(draft: &mut Builder, it: &GatheringDraft) -> Option<Date> {
    let day = match it.day {
        DraftDay::Whole(day) => {
            draft.put("day", day.to_string());
            if let Some(reason) = it.year_reason.filter(|it| *it != YearReason::Written) {
                let key = format!("move-in-year-{}", word(reason));
                draft.notice(&key, &[("year", day.year().to_string())]);
            }
            Some(day)
        }
        DraftDay::Yearless(month, day) => {
            let words = format!("{day}.{month}.");
            draft.notice("move-in-notice-no-year", &[("day", words)]);
            None
        }
    };
    if let Some(DraftDay::Whole(last)) = it
        .last_day
        .filter(|it| Some(*it) != day.map(DraftDay::Whole))
    {
        draft.put("last_day", last.to_string());
    }
    day
}

const fn word(reason: YearReason) -> &'static str {
    match reason {
        YearReason::Written => "written",
        YearReason::Sentence => "sentence",
        YearReason::Heading => "heading",
        YearReason::Weekday => "weekday",
        YearReason::Published => "published",
        YearReason::Title => "title",
        YearReason::Neighbour => "neighbour",
    }
}

/// Beginning and end; where no end stands there, one is proposed and said to be.
fn times(draft: &mut Builder, start: Option<Time>, end: Option<Time>, is_long: bool) {
    let Some(start) = start else {
        draft.notice("move-in-notice-no-time", &[]);
        if let Some(end) = end {
            draft.put("end", clock(end));
        }
        return;
    };
    draft.put("start", clock(start));
    if let Some(end) = end {
        draft.put("end", clock(end));
    } else if !is_long && let Ok(end) = start.checked_add(LASTING) {
        draft.put("end", clock(end));
        draft.notice("move-in-notice-end", &[]);
    }
}

fn about(it: &GatheringDraft) -> String {
    let audience = it.audience.iter();
    let lines = it.topics.iter().chain(audience);
    let lines: Vec<&str> = lines.map(|it: &Said| it.value.as_str()).collect();
    lines.join("\n\n")
}

/// Name, function and body in the order in which the form asks for them.
fn speaker(it: &Speaker) -> String {
    let parts = [
        it.name.as_str(),
        it.function.as_deref().unwrap_or_default(),
        it.body.as_deref().unwrap_or_default(),
    ];
    let plain = parts.map(|it| it.replace([';', '\n'], " "));
    plain.join("; ").trim_end_matches([';', ' ']).to_owned()
}

fn contradictions(draft: &mut Builder, all: &[Contradiction]) {
    for it in all {
        match it {
            Contradiction::Weekday { said, is, passage } => {
                let args = [("said", said.to_string()), ("is", is.to_string())];
                draft.notice("move-in-notice-weekday", &args);
                draft.mark(passage, "contradiction");
            }
            Contradiction::Begin { other, passage } => {
                draft.notice("move-in-notice-begin", &[("time", clock(*other))]);
                draft.mark(passage, "contradiction");
            }
            Contradiction::EndBeforeBegin { passage } => {
                draft.notice("move-in-notice-end-before-begin", &[]);
                draft.mark(passage, "contradiction");
            }
        }
    }
}

fn asked(draft: &mut Builder, until: Option<Date>, asking: Option<&Asking>) {
    if let Some(until) = until {
        draft.notice("move-in-notice-register", &[("day", until.to_string())]);
    }
    let told = asking.and_then(|it| it.until.as_ref());
    if let Some((_, passage)) = told.filter(|it| Some(it.0) == until) {
        draft.mark(passage, "registration");
    }
    let Some(asking) = asking else { return };
    if let Some(passage) = &asking.wanted {
        draft.mark(passage, "registration");
    }
    if let Some(passage) = &asking.members_only {
        draft.notice("move-in-notice-members", &[]);
        draft.mark(passage, "members");
    }
    if let Some(passage) = &asking.assistance {
        draft.notice("move-in-notice-assistance", &[]);
        draft.mark(passage, "assistance");
    }
}

/// What comes again: half a year of it is proposed.
pub(super) fn recurring(it: &RecurringDraft, from: Date) -> Offer {
    let mut draft = Builder::default();
    draft.put("title", &it.title);
    draft.mark(&it.recurrence.passage, "rhythm");
    match it.rule.as_deref().and_then(Rhythm::of_rule) {
        Some((rhythm, weekday)) => {
            draft.put("rhythm", rhythm);
            draft.put("weekday", weekday);
        }
        None => draft.notice("move-in-notice-rhythm", &[]),
    }
    let words = it.recurrence.value.clone();
    draft.notice("move-in-notice-recurrence", &[("words", words)]);
    times(&mut draft, it.start, None, false);
    draft.put("from", from.to_string());
    draft.put("until", from.saturating_add(6.months()).to_string());
    draft.place(it.venue.as_ref(), it.city.as_ref());
    let print = [it.title.as_str(), &it.recurrence.value];
    draft.done((Kind::Recurring, &it.title), (None, it.confidence), &print)
}
