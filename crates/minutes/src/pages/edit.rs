//! Writing minutes: all entries with their texts, tasks and decisions, and what is unclear.

use askama::Template;
use base::{Fault, Halt};
use calendar::dates;
use shell::{Block, Fields, Form, Marked, Page, Problem, Visit, record};
use store::Conn;

use super::Ground;
use super::show::{DecisionRow, TaskRow};
use crate::paper::Whole;
use crate::rules::{Act, Doubt, Entry, EntryId, Named, Question, Responsible, allow};
use crate::{actions, links, records};

/// The editor.
#[derive(Template)]
#[template(path = "minutes/edit.html")]
pub(crate) struct EditPage {
    page: Page,
    tabs: String,
    day: String,
    questions: Vec<Asked>,
    entries: Vec<Shown>,
    people: Fields,
    people_action: String,
    people_choices: Vec<(String, String)>,
    free: Fields,
    free_action: String,
    agenda: Option<String>,
    overview: String,
    revisions: String,
    summary: String,
}

/// A question about a line, with what to choose from.
struct Asked {
    number: usize,
    line: String,
    title: String,
    texts: Vec<Marked>,
    action: String,
    meanings: Vec<(String, String)>,
    asks_day: bool,
    error: Option<String>,
}

/// One entry at work.
struct Shown {
    number: i64,
    id: String,
    /// Distinguishes the ids of its fields; the refused one has the plain ids that the
    /// summary's links lead to.
    suffix: String,
    title: String,
    title_typed: Option<String>,
    public: String,
    internal: String,
    version: i64,
    saved: Marked,
    action: String,
    place: String,
    removal: Option<String>,
    add_task: String,
    add_decision: String,
    tasks: Vec<TaskRow>,
    decisions: Vec<DecisionRow>,
    error: Option<String>,
    is_first: bool,
    is_last: bool,
}

/// What was typed into a form that was refused.
#[derive(Default)]
pub(crate) struct Typed {
    pub entry: Option<(EntryId, Form)>,
    pub people: Option<Form>,
    pub free: Option<Form>,
    pub answer: Option<Form>,
}

/// What is wrong with an entry, by the labels that the template gives its fields.
fn faults(visit: &Visit, form: &Form) -> String {
    Fields::new(visit, form.clone())
        .labelled("title", visit.say("minutes-item-title-field"))
        .labelled("public", visit.say("minutes-public"))
        .labelled("internal", visit.say("minutes-internal"))
        .summary()
}

/// The editor, for those who lead and while the minutes are a draft.
pub(crate) fn edit(
    conn: &mut Conn<'_>,
    visit: &Visit,
    slug: &str,
    typed: Typed,
) -> Result<EditPage, Problem> {
    let ground = Ground::led(conn, visit, slug)?;
    let scene = ground.scene()?;
    let standing = records::standing(conn, &scene.minutes)?;
    allow(&standing, Act::Write)?;
    let whole = Whole::read(conn, &scene.minutes)?;
    let questions = actions::questions(conn, &scene, &whole.entries)?;
    let choices = responsible_choices(conn, &ground)?;
    let agenda = gatherings::agenda(conn, ground.gathering.id)?;
    let is_behind = agenda.iter().any(|item| {
        !whole
            .entries
            .iter()
            .any(|entry| entry.agenda_item == Some(item.id))
    });
    let people_form = typed
        .people
        .unwrap_or_else(|| people_form(&scene.minutes.chair, &scene.minutes.taker));
    let noun = |noun: &str| {
        let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
        visit.href(&links::below(network, slug, noun))
    };
    let asked = questions
        .iter()
        .enumerate()
        .map(|(number, question)| {
            asked(
                visit,
                &ground,
                (number, question),
                &whole,
                (&choices, typed.answer.as_ref()),
            )
        })
        .collect();
    let summary = typed
        .entry
        .as_ref()
        .map(|(_, form)| faults(visit, form))
        .unwrap_or_default();
    let entries = whole
        .entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| {
            shown(
                visit,
                &ground,
                &whole,
                (entry, number),
                typed.entry.as_ref(),
            )
        })
        .collect();
    Ok(EditPage {
        page: ground.page_below(visit, visit.say("minutes-edit-title")),
        tabs: ground.tabs(visit)?,
        day: ground.day(visit),
        questions: asked,
        entries,
        people: Fields::new(visit, people_form),
        people_action: noun("personen"),
        people_choices: person_choices(conn, visit, &ground)?,
        free: Fields::new(visit, typed.free.unwrap_or_default()),
        free_action: noun("eintraege"),
        agenda: is_behind.then(|| visit.href(&ground.path(links::minutes))),
        overview: visit.href(&ground.path(links::minutes)),
        revisions: noun("fassungen"),
        summary,
    })
}

/// "Gespeichert am …, von …"
pub(crate) fn saved_status(visit: &Visit, ground: &Ground, entry: &Entry) -> Marked {
    visit.tell_marked(
        "minutes-saved-at",
        &[
            ("when", ground.when(visit, entry.changed_at).into()),
            ("who", record(&entry.changed_by)),
        ],
    )
}

fn shown(
    visit: &Visit,
    ground: &Ground,
    whole: &Whole,
    (entry, number): (&Entry, i64),
    typed: Option<&(EntryId, Form)>,
) -> Shown {
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let action = visit.href(&links::entry(network, slug, entry.id));
    let typed = typed
        .filter(|(id, _)| *id == entry.id)
        .map(|(_, form)| form);
    let is_free = entry.agenda_item.is_none();
    let value = |field: &str, stored: &str| {
        typed.map_or_else(|| stored.to_owned(), |form| form.value(field).to_owned())
    };
    let count = whole.entries.len();
    Shown {
        number,
        id: entry.id.to_string(),
        suffix: typed.map_or_else(|| format!("-{}", entry.id), |_| String::new()),
        title: entry.title.clone(),
        title_typed: is_free.then(|| value("title", &entry.title)),
        public: value("public", &entry.public_text),
        internal: value("internal", &entry.internal_text),
        version: entry.version,
        saved: if entry.version > 1 {
            saved_status(visit, ground, entry)
        } else {
            Marked::default()
        },
        place: format!("{action}/platz"),
        removal: is_free.then(|| format!("{action}/entfernung")),
        add_task: format!("{action}/aufgaben"),
        add_decision: format!("{action}/beschluesse"),
        tasks: whole
            .tasks_of(entry, true)
            .map(|task| TaskRow::of(visit, task))
            .collect(),
        decisions: whole
            .decisions_of(entry, true)
            .map(|decision| DecisionRow::of(visit, ground, decision))
            .collect(),
        error: typed
            .and_then(|form| form.blames().first())
            .map(|blame| shell::said(visit, blame)),
        is_first: number == 1,
        is_last: usize::try_from(number) == Ok(count),
        action,
    }
}

fn asked(
    visit: &Visit,
    ground: &Ground,
    (number, question): (usize, &Question),
    whole: &Whole,
    (choices, typed): (&[(String, String)], Option<&Form>),
) -> Asked {
    let title = whole
        .entries
        .iter()
        .find(|entry| entry.id == question.entry)
        .map(|entry| entry.title.clone())
        .unwrap_or_default();
    let mut meanings = Vec::new();
    for doubt in &question.doubts {
        match doubt {
            Doubt::Several(some) => {
                meanings.extend(some.iter().map(|who| (value_of(who), who.name.clone())));
            }
            Doubt::Nobody => meanings.extend(choices.iter().cloned()),
            _ => {}
        }
    }
    if !meanings.is_empty() || question.doubts.contains(&Doubt::Nobody) {
        meanings.push((
            "free".to_owned(),
            visit.tell(
                "minutes-answer-free",
                &[("name", question.name.as_str().into())],
            ),
        ));
    }
    meanings.push((
        "text".to_owned(),
        visit.say("minutes-answer-text").to_owned(),
    ));
    let (network, slug) = (&ground.network.slug, &ground.gathering.slug);
    let entry = links::entry(network, slug, question.entry);
    Asked {
        number: number + 1,
        line: question.line.clone(),
        title,
        texts: question
            .doubts
            .iter()
            .map(|doubt| doubt_words(visit, question, doubt))
            .collect(),
        action: visit.href(&format!("{entry}/antworten")),
        meanings,
        asks_day: question
            .doubts
            .iter()
            .any(|it| matches!(it, Doubt::NoDay | Doubt::Unreadable(_) | Doubt::Past(_))),
        error: typed
            .filter(|form| form.value("line") == question.line)
            .and_then(|form| form.blames().first())
            .map(|blame| shell::said(visit, blame)),
    }
}

/// How a choice names somebody: `p:` or `o:` and the id.
fn value_of(who: &Responsible) -> String {
    match (who.person, who.organisation) {
        (Some(person), _) => format!("p:{person}"),
        (None, Some(organisation)) => format!("o:{organisation}"),
        (None, None) => String::new(),
    }
}

fn doubt_words(visit: &Visit, question: &Question, doubt: &Doubt) -> Marked {
    let name = || ("name", record(&question.name));
    match doubt {
        Doubt::Nobody => visit.tell_marked("minutes-doubt-nobody", &[name()]),
        Doubt::Several(some) => visit.tell_marked(
            "minutes-doubt-several",
            &[name(), ("count", some.len().into())],
        ),
        Doubt::NoName => Marked::own(visit.say("minutes-doubt-no-name")),
        Doubt::NoDay => Marked::own(visit.say("minutes-doubt-no-day")),
        Doubt::Unreadable(typed) => {
            visit.tell_marked("minutes-doubt-unreadable", &[("typed", record(typed))])
        }
        Doubt::Past(day) => visit.tell_marked(
            "minutes-doubt-past",
            &[("day", dates::day(*day, visit.lang).into())],
        ),
        Doubt::NoText => Marked::own(visit.say("minutes-doubt-no-text")),
    }
}

/// Everybody and every organisation, for a choice; of a large register those who were invited or
/// came.
pub(crate) fn responsible_choices(
    conn: &mut Conn<'_>,
    ground: &Ground,
) -> Result<Vec<(String, String)>, Fault> {
    if !register::is_small(conn, ground.network.id)? {
        let guests = actions::representatives(conn, &ground.gathering)?;
        let choice = |rep: &register::Representative| {
            let who = actions::responsible(rep);
            (value_of(&who), who.name)
        };
        return Ok(guests.iter().map(choice).collect());
    }
    let all = actions::candidates(conn, ground.network.id, &[])?;
    Ok(all
        .iter()
        .map(|candidate| (value_of(&candidate.who), candidate.who.name.clone()))
        .collect())
}

/// People for chair and minute-taker: those of the guest list first, then everybody else where
/// the register is small; whoever is not offered is written out.
fn person_choices(
    conn: &mut Conn<'_>,
    visit: &Visit,
    ground: &Ground,
) -> Result<Vec<(String, String)>, Halt> {
    let mut all = actions::representatives(conn, &ground.gathering)?;
    let others = if register::is_small(conn, ground.network.id)? {
        register::people_of(conn, ground.network.id)?
    } else {
        Vec::new()
    };
    for rep in others {
        if !all.iter().any(|other| other.person.id == rep.person.id) {
            all.push(rep);
        }
    }
    let nobody = (String::new(), visit.say("minutes-nobody").to_owned());
    Ok(std::iter::once(nobody)
        .chain(
            all.iter()
                .map(|rep| (rep.person.id.to_string(), actions::title(rep))),
        )
        .collect())
}

fn people_form(chair: &Named, taker: &Named) -> Form {
    let mut form = Form::default();
    for (field, free, named) in [
        ("chair", "chair-name", chair),
        ("taker", "taker-name", taker),
    ] {
        match named.person {
            Some(person) => form.put(field, person.to_string()),
            None => form.put(free, named.name.clone()),
        }
    }
    form
}
