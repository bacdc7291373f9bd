//! Gatherings that a page or a calendar tells machines: taken as they are said.

use jiff::civil::{Date, DateTime, Time};

use super::context::Context;
use super::merging::{Draft, Origin};
use crate::drafts::{DraftDay, GatheringDraft, Passage, Said, Speaker};
use crate::grammar::years::YearReason;
use crate::page::Told;

pub(crate) fn gatherings(context: &Context<'_>) -> Vec<Draft> {
    context
        .page
        .told
        .iter()
        .filter_map(|it| draft(context, it))
        .collect()
}

/// Those of a page that tells all of them to machines: none is left out, none made one with
/// another, and what each is about is what is written to it.
pub(crate) fn alone(context: &Context<'_>) -> Vec<GatheringDraft> {
    let all = context.page.told.iter();
    let mut alone: Vec<GatheringDraft> = all
        .filter_map(|it| {
            let gathering = draft(context, it)?.gathering;
            let topics = described(context, it).into_iter().collect();
            Some(GatheringDraft {
                topics,
                ..gathering
            })
        })
        .collect();
    alone.sort_by_key(|it| (it.day, it.start));
    alone
}

/// What is written to a gathering, behind its own place in the text.
fn described(context: &Context<'_>, told: &Told) -> Option<Said> {
    let value = told.description.clone()?;
    let behind = context.text().get(told.span.end..)?;
    let start = told.span.end + behind.find(&value)?;
    Some(Said {
        passage: super::places::passage(context, &(start..start + value.len())),
        value,
    })
}

/// Organisations that are told to hold a gathering, beside those that were found.
pub(crate) fn organisers(context: &Context<'_>, found: &mut Vec<Said>) {
    for told in &context.page.told {
        if let Some(name) = &told.organiser
            && !found.iter().any(|it| it.value == *name)
        {
            found.push(Said {
                value: name.clone(),
                passage: passage_of(context, told),
            });
        }
    }
}

fn draft(context: &Context<'_>, told: &Told) -> Option<Draft> {
    let (day, start) = moment(told.start.as_deref()?)?;
    let ending = told.end.as_deref().and_then(moment);
    let last_day = ending.map(|(day, _)| day).filter(|last| *last > day);
    let end = ending
        .and_then(|(_, time)| time)
        .filter(|_| start.is_some());
    let title = told.title.clone().unwrap_or_default();
    let passage = passage_of(context, told);
    let said = |value: &String| Said {
        value: value.clone(),
        passage: passage.clone(),
    };
    Some(Draft {
        gathering: GatheringDraft {
            kind: super::besides::kinds::kind_of(&title, ""),
            day: DraftDay::Whole(day),
            year_reason: Some(YearReason::Written),
            last_day: last_day.map(DraftDay::Whole),
            start,
            end,
            doors: None,
            venue: told.venue.as_ref().map(said),
            city: told.city.as_ref().map(said),
            series: told.series.as_ref().map(said),
            recurrence: told.rule.as_ref().map(said),
            speakers: told
                .speakers
                .iter()
                .map(|name| Speaker {
                    name: name.clone(),
                    passage: passage.clone(),
                    ..Speaker::default()
                })
                .collect(),
            topics: Vec::new(),
            audience: told.audience.as_ref().map(said),
            register_until: told.register_until,
            evidence: vec![passage.clone()],
            contradictions: Vec::new(),
            confidence: 95,
            title,
        },
        weight: 200,
        heading: None,
        has_own_place: told.city.is_some(),
        origin: Origin::Machines,
    })
}

/// Where it stands: its own place, or that of its title in the text.
fn passage_of(context: &Context<'_>, told: &Told) -> Passage {
    if !told.span.is_empty() {
        return super::places::passage(context, &told.span);
    }
    let title = told.title.as_deref().unwrap_or("");
    match context.text().find(title).filter(|_| !title.is_empty()) {
        Some(at) => Passage {
            start: at,
            end: at + title.len(),
            words: title.to_owned(),
        },
        None => Passage {
            words: title.to_owned(),
            ..Passage::default()
        },
    }
}

/// `2026-05-07`, `2026-05-07T19:00`, with seconds and zone or without. The time stays that of the
/// place.
pub(crate) fn moment(stamp: &str) -> Option<(Date, Option<Time>)> {
    let day: Date = stamp.get(..10)?.parse().ok()?;
    let rest = stamp.get(11..).unwrap_or("");
    let time = rest
        .get(..5)
        .and_then(|it| DateTime::strptime("%Y-%m-%d %H:%M", format!("2000-01-01 {it}")).ok())
        .map(DateTime::time);
    Some((day, time))
}
