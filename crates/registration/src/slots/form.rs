//! The choice itself, as forms show and send it.

use base::{Blame, Fault};
use calendar::dates;
use jiff::ToSpan;
use shell::{Field, Fields, Form, Marked, Visit};
use store::Conn;
use uuid::Uuid;

use super::actions::{Wish, field};
use super::records;
use super::rules::{Choice, ChoiceState, Slot};
use crate::pages::{own_words, together};
use crate::rules::{Offered, Texts};

/// The workshops of a desk as its form offers them, block by block; `dates` are those that can be
/// chosen. Where there are several, each block says to which it belongs.
///
/// # Errors
/// When the database fails.
pub(crate) fn asking(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (desk, dates): (Uuid, &[Offered]),
    fields: &Fields,
) -> Result<Vec<Field>, Fault> {
    let slots = records::slots_of_desk(conn, desk)?;
    let mut asked = Vec::new();
    for date in dates {
        let here: Vec<&Slot> = slots.iter().filter(|it| it.gathering == date.id).collect();
        for block in blocks(&here) {
            asked.push(question(
                visit,
                fields,
                (date, &block),
                (dates.len() > 1, None),
            ));
        }
    }
    Ok(asked)
}

/// Slots by their blocks, in order.
pub(crate) fn blocks<'s>(slots: &[&'s Slot]) -> Vec<Vec<&'s Slot>> {
    let mut all: Vec<Vec<&Slot>> = Vec::new();
    for slot in slots {
        match all
            .iter_mut()
            .find(|block| block.first().is_some_and(|it| it.block == slot.block))
        {
            Some(block) => block.push(slot),
            None => all.push(vec![slot]),
        }
    }
    all
}

/// The same for somebody who comes along, each block a list to choose from: the workshops stand
/// in full where the one who registers chooses.
///
/// # Errors
/// When the database fails.
pub(crate) fn asking_companion(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (desk, dates): (Uuid, &[Offered]),
    (fields, number): (&Fields, i64),
) -> Result<Vec<Field>, Fault> {
    let slots = records::slots_of_desk(conn, desk)?;
    let mut asked = Vec::new();
    for date in dates {
        let here: Vec<&Slot> = slots.iter().filter(|it| it.gathering == date.id).collect();
        for block in blocks(&here) {
            let Some(first) = block.first() else {
                continue;
            };
            let name = format!("{}{}", companion(number), field(first.block));
            let when = when(visit, date, (&block, dates.len() > 1)).unwrap_or_default();
            let args = [("number", number.into()), ("when", when.into())];
            let label = visit.tell("slots-of-companion", &args);
            let asked_of = fields
                .select(&name, "slots-choice", &choices(visit, &block, &[]))
                .called(&Marked::own(&label));
            let is_german = block.iter().any(|it| it.title.en.is_empty());
            asked.push(if is_german {
                asked_of.of_records()
            } else {
                asked_of
            });
        }
    }
    Ok(asked)
}

/// What stands before the names of fields about somebody who comes along.
pub(crate) fn companion(number: i64) -> String {
    format!("companion{number}-")
}

/// The workshops of a block, and none of them; `mine` is what the person has chosen.
fn choices(visit: &Visit, block: &[&Slot], mine: &[Choice]) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), visit.say("slots-none").to_owned())];
    choices.extend(block.iter().map(|it| {
        let mine = mine.iter().find(|choice| choice.slot == it.id);
        (it.id.to_string(), label(visit, it, mine))
    }));
    choices
}

/// One block as a question; `place` is whose it is, where several stand on one page, with what the
/// person has chosen.
pub(crate) fn question(
    visit: &Visit,
    fields: &Fields,
    (date, block): (&Offered, &[&Slot]),
    (names_day, place): (bool, Option<(Uuid, &[Choice])>),
) -> Field {
    let Some(first) = block.first() else {
        return fields.hidden("slot");
    };
    let none: &[Choice] = &[];
    let (name, mine) = match place {
        Some((place, mine)) => (format!("{place}-{}", field(first.block)), mine),
        None => (field(first.block), none),
    };
    let asked = fields
        .radios(&name, "slots-choice", &choices(visit, block, mine))
        .called(&legend(visit, date, (block, names_day)));
    let is_german = block.iter().any(|it| it.title.en.is_empty());
    if is_german { asked.of_records() } else { asked }
}

/// When a block takes place.
fn when(visit: &Visit, date: &Offered, (block, names_day): (&[&Slot], bool)) -> Option<String> {
    let first = block.first()?;
    let starts = block.iter().map(|it| it.starts).min();
    let ends = block.iter().map(|it| it.ends).max();
    let (starts, ends) = (starts.unwrap_or(first.starts), ends.unwrap_or(first.ends));
    let time = together(&dates::time_span(starts, ends, visit.lang));
    let is_long = date.starts.date() != date.ends.date();
    let day = date
        .starts
        .date()
        .checked_add(first.day.days())
        .unwrap_or(date.starts.date());
    if !names_day && !is_long {
        return Some(time);
    }
    let day = together(&dates::day(day, visit.lang));
    let args = [("day", day.into()), ("time", time.into())];
    Some(visit.tell("slots-day-and-time", &args))
}

/// When, and what the block is called.
fn legend(visit: &Visit, date: &Offered, (block, names_day): (&[&Slot], bool)) -> Marked {
    let Some(first) = block.first() else {
        return Marked::default();
    };
    let when = when(visit, date, (block, names_day)).unwrap_or_default();
    let key = if first.block_title.is_empty() {
        "slots-legend"
    } else {
        "slots-legend-titled"
    };
    let title = own_words(visit, &first.block_title);
    let place = Marked::record(visit.content_lang(), &date.place());
    let parts = [
        ("when", Marked::own(&when)),
        ("title", title),
        ("place", place),
    ];
    let key = match (names_day, key) {
        (true, "slots-legend") => "slots-legend-at",
        (true, _) => "slots-legend-titled-at",
        (false, key) => key,
    };
    Marked::around(visit, key, &parts)
}

/// What a choice says: title, room, how much room there is, or how it is the person's already.
fn label(visit: &Visit, it: &Slot, mine: Option<&Choice>) -> String {
    let title = it.title.in_lang(visit.lang).0;
    let level = visit.say(match mine.map(|it| it.state) {
        Some(ChoiceState::Chosen) => "slots-level-mine",
        Some(ChoiceState::Waiting) => "slots-level-awaited",
        None => it.level().key(),
    });
    let key = if it.room.is_empty() {
        "slots-label"
    } else {
        "slots-label-room"
    };
    visit.tell(
        key,
        &[
            ("title", title.into()),
            ("room", it.room.as_str().into()),
            ("level", level.into()),
        ],
    )
}

/// A title in the language of a reader.
pub(crate) fn title_of(texts: &Texts, visit: &Visit) -> Marked {
    own_words(visit, texts)
}

/// What a form says, block by block; what is no id is blamed. `whose` stands before the names of
/// the fields that are read.
pub(crate) fn typed(form: &mut Form, whose: &str) -> Vec<Wish> {
    let before = format!("{whose}slot-");
    let names: Vec<String> = form
        .names()
        .filter(|name| name.starts_with(&before))
        .map(str::to_owned)
        .collect();
    let mut wishes = Vec::new();
    for name in names {
        let block = name.strip_prefix(&before).and_then(|it| it.parse().ok());
        let Some(block) = block else {
            form.blame(Blame::at("", "slots-fault-gone"));
            continue;
        };
        let wish = form.id::<Uuid>(&name);
        wishes.push((block, wish));
    }
    wishes
}
