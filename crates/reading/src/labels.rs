//! Drafts as JSON in the shape of labelled pages, to be compared with what people say.

use jiff::civil::{Date, Time};
use serde_json::{Value, json};

use crate::drafts::{DraftDay, Drafts, GatheringDraft, Said};

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn value(said: Option<&Said>) -> Option<&str> {
    said.map(|it| it.value.as_str())
}

fn whole(day: DraftDay) -> Option<Date> {
    match day {
        DraftDay::Whole(date) => Some(date),
        DraftDay::Yearless(..) => None,
    }
}

fn partial(day: DraftDay) -> Option<String> {
    match day {
        DraftDay::Whole(_) => None,
        DraftDay::Yearless(month, day) => Some(format!("--{month:02}-{day:02}")),
    }
}

fn gathering(it: &GatheringDraft) -> Value {
    json!({
        "title": it.title,
        "start_date": whole(it.day).map(|it| it.to_string()),
        "start_date_partial": partial(it.day),
        "start_time": it.start.map(clock),
        "end_date": it.last_day.and_then(whole).map(|it| it.to_string()),
        "end_time": it.end.map(clock),
        "venue": value(it.venue.as_ref()),
        "city": value(it.city.as_ref()),
        "recurrence": value(it.recurrence.as_ref()),
        "kind": it.kind,
        "evidence": it.evidence.get(1).or(it.evidence.first()).map(|it| it.words.clone()),
        "passages": it.evidence,
        "series": value(it.series.as_ref()),
        "doors": it.doors.map(clock),
        "speakers": it.speakers,
        "topics": it.topics,
        "audience": value(it.audience.as_ref()),
        "register_until": it.register_until.map(|it| it.to_string()),
        "year_reason": it.year_reason,
        "contradictions": it.contradictions,
        "confidence": it.confidence,
    })
}

/// All drafts of a page.
pub fn labels(drafts: &Drafts) -> Value {
    let recurring: Vec<Value> = drafts
        .recurring
        .iter()
        .map(|it| {
            json!({
                "title": it.title,
                "recurrence": it.recurrence.value,
                "rule": it.rule,
                "start_time": it.start.map(clock),
                "venue": value(it.venue.as_ref()),
                "city": value(it.city.as_ref()),
                "evidence": it.recurrence.passage.words,
                "confidence": it.confidence,
            })
        })
        .collect();
    let contacts: Vec<Value> = drafts
        .contacts
        .iter()
        .map(|it| {
            json!({
                "name": it.name,
                "role": it.function,
                "email": it.mail,
                "phone": it.phone,
                "evidence": it.passage.words,
                "confidence": it.confidence,
            })
        })
        .collect();
    let names: Vec<&str> = drafts
        .organisations
        .iter()
        .map(|it| it.value.as_str())
        .collect();
    json!({
        "gatherings": drafts.gatherings.iter().map(gathering).collect::<Vec<_>>(),
        "organisations": names,
        "contacts": contacts,
        "registration": {
            "wanted": drafts.asking.wanted.is_some(),
            "deadline": drafts.asking.until.as_ref().map(|(day, _)| day.to_string()),
            "members_only": drafts.asking.members_only.is_some(),
            "assistance_asked": drafts.asking.assistance.is_some(),
        },
        "kind": drafts.kind,
        "recurring_undated": recurring,
        "published": drafts.published.map(|it| it.to_string()),
        "post": drafts.post,
    })
}
