//! The office's forms as typed.

use base::Blame;
use gatherings::Speaker;
use registration::Texts;
use shell::{Form, LINE, TEXT};

use crate::actions::{SectionInput, SessionInput};
use crate::rules::{Access, Hours, Known, LANGS, Mark, Section, Session};

/// The most people who speak in one session.
pub(crate) const MOST_SPEAKERS: usize = 8;

fn texts(form: &mut Form, name: &str, max: usize) -> Texts {
    Texts {
        de: form.text(&format!("{name}_de"), max),
        en: form.text(&format!("{name}_en"), max),
    }
}

fn is_ticked(form: &Form, name: &str) -> bool {
    form.has(name) && form.value(name) != "false"
}

/// Reads a section; nothing where something is wrong, which the form then says.
pub(crate) fn section(form: &mut Form) -> Option<SectionInput> {
    let day = form.number("day", 0, 60).unwrap_or(0);
    let starts = form.time("start");
    let ends = form.time("end");
    for (name, time) in [("start", starts), ("end", ends)] {
        if time.is_none() && form.value(name).trim().is_empty() {
            form.blame(Blame::at(name, "fault-missing"));
        }
    }
    let title = Texts {
        de: form.line("title_de", LINE),
        en: form.line("title_en", LINE),
    };
    let is_break = is_ticked(form, "is_break");
    if is_break && title.de.is_empty() {
        form.blame(Blame::at("title_de", "programme-fault-break-title"));
    }
    let (starts, ends) = (starts?, ends?);
    (!form.is_blamed()).then_some(SectionInput {
        hours: Hours { day, starts, ends },
        title,
        is_break,
    })
}

/// A section as its form shows it.
pub(crate) fn of_section(it: &Section) -> Form {
    let mut form = Form::of([
        ("day", it.hours.day.to_string()),
        ("start", calendar::dates::iso_time(it.hours.starts)),
        ("end", calendar::dates::iso_time(it.hours.ends)),
        ("title_de", it.title.de.clone()),
        ("title_en", it.title.en.clone()),
    ]);
    if it.is_break {
        form.put("is_break", "true");
    }
    form
}

/// Reads a session; nothing where something is wrong, which the form then says.
pub(crate) fn session(form: &mut Form) -> Option<SessionInput> {
    let title = Texts {
        de: form.required("title_de", LINE),
        en: form.line("title_en", LINE),
    };
    let text = texts(form, "text", TEXT);
    let (starts, ends) = (form.time("start"), form.time("end"));
    if starts.is_some() != ends.is_some() && !form.is_blamed() {
        let name = if starts.is_some() { "end" } else { "start" };
        form.blame(Blame::at(name, "programme-fault-both"));
    }
    let room = form.line("room", LINE);
    let lang = form.line("lang", 20);
    if !lang.is_empty() && !LANGS.contains(&lang.as_str()) {
        form.blame(Blame::at("lang", "fault-choice"));
    }
    let ticked = form.values("marks").to_vec();
    let marks = Mark::ALL.into_iter();
    let marks = marks.filter(|mark| ticked.iter().any(|word| word == mark.word()));
    let marks = marks.collect();
    let speakers = speakers(form);
    let choosable = is_ticked(form, "choosable");
    let capacity = form.number("capacity", 1, 100_000);
    (!form.is_blamed()).then(|| SessionInput {
        title,
        text,
        own_hours: starts.zip(ends),
        room,
        lang,
        marks,
        choosable,
        capacity,
        speakers,
    })
}

fn speakers(form: &mut Form) -> Vec<Speaker> {
    (1..=MOST_SPEAKERS)
        .map(|number| Speaker {
            name: form.line(&format!("speaker{number}_name"), LINE),
            function: form.line(&format!("speaker{number}_function"), LINE),
            body: form.line(&format!("speaker{number}_body"), LINE),
        })
        .filter(|who| !who.is_blank())
        .collect()
}

/// A session as its form shows it.
pub(crate) fn of_session(it: &Session) -> Form {
    let time =
        |time: Option<jiff::civil::Time>| time.map(calendar::dates::iso_time).unwrap_or_default();
    let mut form = Form::of([
        ("title_de", it.title.de.clone()),
        ("title_en", it.title.en.clone()),
        ("text_de", it.text.de.clone()),
        ("text_en", it.text.en.clone()),
        ("start", time(it.own_hours.map(|(starts, _)| starts))),
        ("end", time(it.own_hours.map(|(_, ends)| ends))),
        ("room", it.room.clone()),
        ("lang", it.lang.clone()),
        (
            "capacity",
            it.capacity.map(|it| it.to_string()).unwrap_or_default(),
        ),
    ]);
    for mark in &it.marks {
        form.put("marks", mark.word());
    }
    if it.choosable {
        form.put("choosable", "true");
    }
    for (number, who) in (1..).zip(&it.speakers) {
        form.put(&format!("speaker{number}_name"), who.name.clone());
        form.put(&format!("speaker{number}_function"), who.function.clone());
        form.put(&format!("speaker{number}_body"), who.body.clone());
    }
    form
}

/// Reads how accessible a place is; nothing where something is wrong.
pub(crate) fn access(form: &mut Form) -> Option<Access> {
    let mut known = |name: &str| form.choice(name, Known::from_word);
    let [step_free, lift, toilet, hearing_loop, parking] =
        Access::default().facts().map(|(field, ..)| known(field));
    let way = texts(form, "way", 4000);
    let access = Access {
        step_free: step_free?,
        lift: lift?,
        toilet: toilet?,
        hearing_loop: hearing_loop?,
        parking: parking?,
        way,
    };
    (!form.is_blamed()).then_some(access)
}

/// How accessible a place is, as its form shows it.
pub(crate) fn of_access(it: &Access) -> Form {
    let mut form = Form::of([("way_de", it.way.de.clone()), ("way_en", it.way.en.clone())]);
    for (field, _, _, known) in it.facts() {
        form.put(field, known.word());
    }
    form
}
